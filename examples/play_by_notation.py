"""Play by notation: one line an act, as in records and tests. Plays round 1 of the first game, from the demand to the vote."""

from sim.loading import load
from sim.table.game import Game

ROUND = """
us demand dm08
jp answer dm08 counter T1
jp done
us done
jp done
us offer T1=1 T2=2
jp offer D2=1 T1=1 T2=1
us accept
us done
jp done
us submit
jp groundwork jp_opposition=4
jp submit
"""


def main() -> None:
    """Play the round, then say what it changed."""
    game = Game.new(load.scenario("spring-short"), seed=7)
    for line in ROUND.split("\n"):
        if line:
            print(f"round {game.round}, {game.step}: {game.play(line).line}")
    for issue, seen in zip(game.scenario.issues, game.view_for("table").issues, strict=True):
        print(f"{issue.label['en']}: {issue.levels[seen.start].short['en']} -> {issue.levels[seen.level].short['en']}")


if __name__ == "__main__":
    main()
