"""Acts that are nearly right: an allowed one with one thing changed, or any kind with any arguments."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from sim.kernel import codes
from sim.kernel.layout import UNSET
from sim.table.actions import PACKAGE_ACTS, Action
from sim.table.context import FAR, FAR_PLAIN
from sim.table.game import Game

ODD_NUMBERS = (UNSET, 0, 1, 2, 3, 5, 8, 13, 31, 32, 63, 64, 200, FAR, FAR + 3, FAR_PLAIN + 1)


def near_miss(random: Random, game: Game, seat: str) -> Action:
    """An act of a seat that may or may not be allowed now."""
    sampled = game.options(seat).sample(random.getrandbits(30))
    if sampled is None or random.randrange(3) == 0:
        return any_act(random, game, seat)
    return changed(random, game, sampled)


def number(random: Random) -> int:
    """Mostly small, now and then odd."""
    return random.choice(ODD_NUMBERS) if random.randrange(4) == 0 else random.randrange(-1, 16)


def any_act(random: Random, game: Game, seat: str) -> Action:
    """Any kind of act with any arguments."""
    kind = random.randrange(codes.N_ACT_KINDS)
    issues, courses = len(game.scenario.issues), len(game.scenario.courses)
    a, b, c, d = (number(random) for _ in range(4))
    if kind in PACKAGE_ACTS:
        bound = random.choice((0, a, 1, 3, 7)) if kind == codes.ACT_OFFER else UNSET
        return Action(seat, kind, bound, package=any_package(random, game, issues))
    if kind == codes.ACT_COURSE:
        return Action(seat, kind, points=tuple(random.randrange(-1, 4) for _ in range(courses)))
    return Action(seat, kind, a, b, c, d if kind == codes.ACT_ANSWER else UNSET)


def any_package(random: Random, game: Game, issues: int) -> tuple[int | None, ...]:
    """Levels for one to five issues, some of which there are not."""
    package: list[int | None] = [None] * issues
    for _ in range(random.randrange(6)):
        package[random.randrange(issues)] = random.randrange(9)
    return tuple(package)


def changed(random: Random, game: Game, action: Action) -> Action:
    """An act with one thing changed by a little."""
    step = random.choice((-2, -1, 1, 2))
    if action.package is not None:
        levels = list(action.package)
        at = random.randrange(len(levels))
        now = levels[at]
        levels[at] = random.choice((None, 0, 1, 2, 3, 4)) if now is None else random.choice((None, max(0, now + step)))
        return replace(action, package=tuple(levels))
    if action.points is not None:
        points = list(action.points)
        points[random.randrange(len(points))] += step
        return replace(action, points=tuple(points))
    field = random.choice(("a", "b", "c", "d", "kind", "seat"))
    if field == "seat":
        return replace(action, seat=random.choice(game.seating.seats).id)
    if field == "kind":
        kinds = [kind for kind in range(codes.N_ACT_KINDS) if kind not in PACKAGE_ACTS and kind != codes.ACT_COURSE]
        return replace(action, kind=random.choice(kinds))
    return replace(action, **{field: getattr(action, field) + step})
