"""Write a bot: a player that sees what its seat may know, and nothing else. This one takes what is worth most to it at once."""

from sim.kernel.codes import ACT_ACCEPT, ACT_BREAK, ACT_KEEP_BACK
from sim.loading import load
from sim.table.actions import Action
from sim.table.game import Game


def worth(game: Game, action: Action) -> int:
    """What an act is worth to its seat, in hundredths of a point: its package; to refuse costs a little, the rest is equal."""
    view, party = game.view_for(action.seat), game.seating.named(action.seat).party
    package = view.offer.levels if action.kind == ACT_ACCEPT and view.offer else action.package or ()
    return sum(
        (seen.weight or 0) * (issue.payoff[party][level] - issue.payoff[party][seen.level])
        for issue, seen, level in zip(game.scenario.issues, view.issues, package, strict=False)
        if level is not None
    ) - (action.kind in (ACT_BREAK, ACT_KEEP_BACK))


def choose(game: Game, seat: str) -> Action:
    """The best of some allowed acts."""
    options = game.options(seat)
    tried = [options.sample(100 * len(game.lines) + turn) for turn in range(8)]
    return max((action for action in tried if action is not None), key=lambda action: worth(game, action))


def main() -> None:
    """Let the bot play both sides of the fictional scenario."""
    game = Game.new(load.scenario("lantern-coast"), seed=5)
    while not game.is_over:
        game.submit(choose(game, game.to_move()[0]))
    print(f"{len(game.lines)} acts, {game.view_for('table').ratified} of {game.view_for('table').votes} votes passed")


if __name__ == "__main__":
    main()
