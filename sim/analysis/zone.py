"""The agreement zone: the outcomes that no party values below its reservation value."""

from bisect import bisect_left, insort
from dataclasses import dataclass
from itertools import product

from sim.analysis.frontier import frontier
from sim.analysis.space import FrontierPoint, Points, Space, no_worse, part


@dataclass(frozen=True, slots=True)
class Zone:
    """The agreement zone of two parties.

    frontier: its efficient part, the best for the first party first; empty when there is no zone.
    outcomes: how many allowed outcomes lie in it, efficient or not.
    """

    frontier: tuple[FrontierPoint, ...]
    outcomes: int


def agreement_zone(space: Space, reservation: Points) -> Zone:
    """The outcomes of two parties with which neither falls below its reservation value, in hundredths."""
    return Zone(efficient_zone(space, reservation), zone_size(space, reservation))


def efficient_zone(space: Space, reservation: Points) -> tuple[FrontierPoint, ...]:
    """The part of the frontier that no party values below its reservation value. Any number of parties."""
    return tuple(point for point in frontier(space) if no_worse(point.points, reservation))


def zone_size(space: Space, reservation: Points) -> int:
    """How many outcomes two parties value at least at their reservation values; exact.

    The issues are cut in two halves of about n = sqrt(size) outcomes, each listed with its points (meet in the
    middle). Rising in the first party's points through one half, more and more of the other half suffices for the
    first party; those are held sorted by the second party's points, so that one look-up counts. Time is n log n for
    the look-ups, plus moving at most n^2 machine words in one block each; memory is n.
    """
    if len(space.parties) != 2:
        raise ValueError(f"the zone is counted for two parties, got {len(space.parties)}")
    left, right = (sorted(all_points(part(space, half))) for half in halves(space))
    fitting: list[int] = []  # the second party's points of what suffices for the first
    count = 0
    for first, second in left:
        while right and first + right[-1][0] >= reservation[0]:
            insort(fitting, right.pop()[1])
        count += len(fitting) - bisect_left(fitting, reservation[1] - second)
    return count


def halves(space: Space) -> tuple[list[int], list[int]]:
    """The issues' indexes in two parts with about equally many outcomes: one by one to the part that has fewer."""
    parts: tuple[list[int], list[int]] = ([], [])
    sizes = [1, 1]
    for issue in sorted(range(len(space.issues)), key=lambda issue: -len(space.allowed[issue])):
        smaller = 0 if sizes[0] <= sizes[1] else 1
        parts[smaller].append(issue)
        sizes[smaller] *= len(space.allowed[issue])
    return sorted(parts[0]), sorted(parts[1])


def all_points(space: Space) -> list[tuple[int, int]]:
    """The points of every outcome of a small space of two parties."""
    steps = [[(first[level], second[level]) for level in levels] for first, second, levels in zip(*space.worth, space.allowed, strict=True)]
    found = [(0, 0)]
    for step in steps:
        found = [(first + more, second + other) for (first, second), (more, other) in product(found, step)]
    return found
