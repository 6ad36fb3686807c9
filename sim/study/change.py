"""What a change of rules does to the game, exactly: packages, agreement zone, frontier, Nash package, best package that homes carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sim.analysis.bargaining import nash
from sim.analysis.frontier import frontier
from sim.analysis.space import FrontierPoint, Outcome, Space, points, status_quo
from sim.analysis.winset import Share
from sim.analysis.zone import zone_size
from sim.domain import Scenario
from sim.study.opening import posture_pairs
from sim.study.ratifiable import best_package, win_sets_of

PACKAGES, ZONE, FRONTIER, NASH, BEST, HOMES = "packages", "zone", "frontier", "nash", "best", "homes"
MEASURES = (PACKAGES, ZONE, FRONTIER, NASH, BEST, HOMES)


@dataclass(frozen=True, slots=True)
class Effect:
    """One exact measure before and after, under postures (ids, one a party). None: it cannot be asked there.

    zone and frontier: how many packages; nash and best: a package in notation with the points of all sides; homes: the share of
    packages that every home ratifies, exact where they are few, else drawn (the same draws before and after) with its interval.
    """

    measure: str
    postures: tuple[str, ...]
    before: str | None
    after: str | None

    @property
    def is_same(self) -> bool:
        """Whether the change does nothing to it."""
        return self.before == self.after


def effects(before: Scenario, after: Scenario) -> tuple[Effect, ...]:
    """Every measure under every combination of postures that one of the two may have."""
    old, new = measured(before), measured(after)
    return tuple(
        Effect(measure, postures, old.get(postures, {}).get(measure), new.get(postures, {}).get(measure))
        for postures in dict.fromkeys([*old, *new])
        for measure in MEASURES
    )


def measured(scenario: Scenario) -> dict[tuple[str, ...], dict[str, str]]:
    """By postures, every measure of a scenario that can be asked."""
    return {
        tuple(scenario.postures[posture].id for posture in postures): dict(measures(scenario, postures))
        for postures in posture_pairs(scenario)
    }


def measures(scenario: Scenario, postures: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    """The measures of one opening."""
    best = best_package(scenario, postures)
    space = best.question.space
    least = status_quo(space)
    yield PACKAGES, str(space.size)
    if len(space.parties) == 2:
        yield ZONE, str(zone_size(space, least))
    yield FRONTIER, str(len(frontier(space)))
    found = nash(space, least)
    if found is not None:
        yield NASH, with_points(scenario, space, found)
    if best.answer.outcome is not None and best.answer.proved:
        yield BEST, with_points(scenario, space, FrontierPoint(best.answer.outcome, points(space, best.answer.outcome)))
    sizes = win_sets_of(best.question)
    yield HOMES, share_text(sizes.joint, sizes.exact)


def share_text(share: Share, exact: bool) -> str:
    """A share in per cent, with its 95 % interval where it was drawn."""
    found = f"{points_of(share.share)} %"
    return found if exact else f"{found} ({points_of(share.low)}..{points_of(share.high)} %)"


def with_points(scenario: Scenario, space: Space, point: FrontierPoint) -> str:
    """A package with what it is worth to every side."""
    worth = ", ".join(f"{party} {points_of(value)}" for party, value in zip(space.parties, point.points, strict=True))
    return f"{notation(scenario, space, point.outcome)} ({worth})"


def points_of(hundredths: int) -> str:
    """Hundredths of a point as points."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)


def notation(scenario: Scenario, space: Space, outcome: Outcome) -> str:
    """The levels of an outcome that differ from those in force."""
    pairs = zip(scenario.issues, outcome, space.in_force, strict=True)
    return " ".join(f"{issue.id}={level}" for issue, level, now in pairs if level != now) or "-"
