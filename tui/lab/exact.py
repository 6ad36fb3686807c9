"""What is exact about a scenario before anybody plays: asked of the solver, for every combination of postures that may be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.analysis.space import FrontierPoint, Space
    from sim.analysis.winset import Share
    from sim.domain import Scenario


@dataclass(frozen=True, slots=True)
class Exact:
    """One combination of postures (ids). zone: packages that leave nobody worse off, None with more than two sides.

    homes: the share of packages that every home ratifies, in hundredths of a per cent; listed: whether all were asked about,
    else some were drawn and the share has an interval. nash, fair: package and points, None where there is no zone.
    """

    postures: tuple[str, ...]
    packages: int
    zone: int | None
    homes: Share
    listed: bool
    frontier: int
    nash: tuple[str, tuple[int, ...]] | None
    fair: tuple[str, tuple[int, ...]] | None


def exact_of(scenario: Scenario) -> tuple[Exact, ...]:
    """Every combination of postures."""
    from sim.study.opening import posture_pairs

    return tuple(exact_with(scenario, postures) for postures in posture_pairs(scenario))


def exact_with(scenario: Scenario, postures: tuple[int, ...]) -> Exact:
    """One combination."""
    from sim.analysis.bargaining import kalai_smorodinsky, nash
    from sim.analysis.frontier import frontier
    from sim.analysis.space import status_quo
    from sim.analysis.zone import zone_size
    from sim.study.opening import opening
    from sim.study.ratifiable import question_of, win_sets_of

    question = question_of(opening(scenario, postures))
    space = question.space
    least = status_quo(space)
    sizes = win_sets_of(question)
    return Exact(
        postures=tuple(scenario.postures[posture].id for posture in postures),
        packages=space.size,
        zone=zone_size(space, least) if len(space.parties) == 2 else None,
        homes=sizes.joint,
        listed=sizes.exact,
        frontier=len(frontier(space)),
        nash=named(scenario, space, nash(space, least)),
        fair=named(scenario, space, kalai_smorodinsky(space, least)),
    )


def named(scenario: Scenario, space: Space, point: FrontierPoint | None) -> tuple[str, tuple[int, ...]] | None:
    """A package as people type it, and what it is worth to each side, in hundredths."""
    from sim.study.change import notation

    return None if point is None else (notation(scenario, space, point.outcome), point.points)
