"""A tournament: every style against every style over a few games, the side points of each added up."""

from itertools import product

from sim.bots import Bot
from sim.loading import load
from sim.table.drive import play_out
from sim.table.game import Game

STYLES = ("caretaker", "conceder", "tradeoff")
GAMES = 2


def points(first: str, second: str, seed: int) -> tuple[int, ...]:
    """Side points of one game of the fictional scenario."""
    game = Game.new(load.scenario("lantern-coast"), seed)
    styles = {seat.id: style for seat, style in zip(game.seating.seats, (first, second), strict=True)}
    play_out(game, {seat: Bot(style) for seat, style in styles.items()})
    results = game.view_for("table").results
    assert results is not None, "the game is over"
    return results.side


def main() -> None:
    """Play all pairs and print a table."""
    print(f"{'first side':12} {'second side':12} points of both, {GAMES} games")
    for first, second in product(STYLES, repeat=2):
        games = [points(first, second, seed) for seed in range(GAMES)]
        print(f"{first:12} {second:12} {sum(game[0] for game in games):5} {sum(game[1] for game in games):5}")


if __name__ == "__main__":
    main()
