"""Games for the tests of the table: walked at random through what the options sample, or brought to a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from random import Random

from sim.kernel import codes
from sim.kernel import layout as s
from sim.loading import load
from sim.table.actions import PACKAGE_ACTS, Action
from sim.table.game import Game
from sim.table.seating import seating_for

SHORT = "spring-short"
FULL = "spring-2025"
THREE = "tests/packs/three.yaml"
TABLES: tuple[tuple[str, Mapping[str, int]], ...] = (
    (SHORT, {}),
    (FULL, {}),
    (FULL, {"us": 4, "jp": 4}),
    ("spring-90", {"us": 3, "jp": 3}),
    ("lantern-coast", {}),
    ("lantern-coast", {"lc": 2, "hm": 2}),
    (THREE, {}),
)
MOST_STEPS = 5000


def new_game(name: str = SHORT, seed: int = 1, counts: Mapping[str, int] | None = None, practice: bool = False) -> Game:
    """A game at its first decision."""
    scenario = load.scenario(name)
    return Game.new(scenario, seed, seating_for(scenario, counts), practice=practice)


def walk(game: Game, key: int, until: Callable[[Game], bool] | None = None) -> Game:
    """Play what the options sample, fixed by the key, until the game is over or `until` holds."""
    for _ in steps(game, key, until):
        pass
    return game


def steps(game: Game, key: int, until: Callable[[Game], bool] | None = None) -> Iterator[Action]:
    """As `walk`; every action is given out before it is done."""
    choose = Random(key)
    seats = [seat.id for seat in game.seating.seats]
    for _ in range(MOST_STEPS):
        if game.is_over or (until is not None and until(game)):
            return
        seat = choose.choice(game.to_move() if choose.random() < 0.7 else seats)
        action = game.options(seat).sample(choose.randrange(2**32))
        if action is None:
            assert seat not in game.to_move(), f"{seat} must act and may not, line {len(game.lines)} of seed {game.seed}"
            continue
        yield action
        game.take(action)
    raise AssertionError(f"no end after {MOST_STEPS} steps, seed {game.seed}")


def at_home(name: str = FULL, counts: Mapping[str, int] | None = None) -> Game:
    """A game in Home, where both sides do their groundwork on an accord."""
    for seed in range(40):
        game = walk(new_game(name, seed, counts), seed, lambda game: game.step == "home")
        if not game.is_over:
            return game
    raise AssertionError("no accord in 40 games")


def any_action(choose: Random, game: Game, seat: str) -> Action:
    """An action of a seat with arguments at random, allowed or, nearly always, not."""
    kind = choose.randrange(codes.N_ACT_KINDS)
    issues, courses = len(game.scenario.issues), len(game.scenario.courses)

    def number() -> int:
        return choose.choice((s.UNSET, 0, 1, 2, choose.randrange(12), choose.randrange(-2, 70), 1000))

    if kind in PACKAGE_ACTS:
        package = tuple(choose.choice((choose.randrange(6), abs(number()))) if choose.random() < 0.15 else None for _ in range(issues))
        return Action(seat, kind, choose.choice((0, 0, 1, 3, number())) if kind == codes.ACT_OFFER else s.UNSET, package=package)
    if kind == codes.ACT_COURSE:
        return Action(seat, kind, points=tuple(choose.choice((0, 0, 1, 2, -1)) for _ in range(courses)))
    if kind == codes.ACT_ANSWER:
        return Action(seat, kind, number(), choose.randrange(-1, 7), number(), choose.randrange(-1, 4))
    return Action(seat, kind, number(), number(), number())
