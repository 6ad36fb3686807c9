"""Outcomes to measure a result against: the best sum, a party's own best, and three simple ways to settle.

The simple ways (all middle, half-way, track by track) know nothing of trades across issues or tracks; what lies between
them and the frontier is what such trades bring. All middle and half-way look at the levels of an issue, not at what may
be proposed at the moment: their outcomes may be above a cap.
"""

from collections.abc import Hashable, Sequence
from math import prod

from sim.analysis.bargaining import nash
from sim.analysis.space import FrontierPoint, Outcome, Space, joint_worth, part, points, status_quo


def sum_max(space: Space) -> FrontierPoint:
    """The outcome with the largest sum of points; of several, the lexicographically smallest."""
    pairs = zip(joint_worth(space), space.allowed, strict=True)
    outcome = tuple(max(levels, key=lambda level: joint[level]) for joint, levels in pairs)
    return FrontierPoint(outcome, points(space, outcome))


def own_max(space: Space, party: int) -> FrontierPoint:
    """The outcome one party (its index) likes best; of several, the one with the largest sum, then the smallest."""
    tables = zip(space.worth[party], joint_worth(space), space.allowed, strict=True)
    outcome = tuple(max(levels, key=lambda level: (own[level], joint[level])) for own, joint, levels in tables)
    return FrontierPoint(outcome, points(space, outcome))


def all_middle(space: Space) -> Outcome:
    """The middle level of every issue; of two middle levels the one with the larger sum of points, else the lower."""
    return tuple(max(middle_levels(len(joint)), key=lambda level: joint[level]) for joint in joint_worth(space))


def middle_levels(count: int) -> tuple[int, ...]:
    """The one or two levels in the middle of `count` levels, rising."""
    return tuple(sorted({(count - 1) // 2, count // 2}))


def half_way(space: Space) -> Outcome:
    """On every issue the level half-way between the parties' favourite levels.

    Of two half-way levels the one with the larger sum of payoffs, the parties' weights left aside (who settles so does
    not know them); with equal sums the lower. Payoffs are read off as shares of the party's best on the issue. Of two
    equal favourites the lower counts; with more than two parties, half-way between the lowest and the highest one.
    """
    return tuple(half_way_level(tables) for tables in zip(*space.worth, strict=True))


def half_way_level(tables: Sequence[Sequence[int]]) -> int:
    """The half-way level of one issue. tables: [party][level] worth on that issue."""
    favourites = [levels.index(max(levels)) for levels in tables]
    both_ends = min(favourites) + max(favourites)
    candidates = sorted({both_ends // 2, (both_ends + 1) // 2})
    best = [max(max(levels), 1) for levels in tables]
    common = prod(best)

    def payoffs(level: int) -> int:
        return sum(levels[level] * (common // top) for levels, top in zip(tables, best, strict=True))

    return max(candidates, key=payoffs)


def track_by_track(space: Space, tracks: Sequence[Hashable]) -> Outcome:
    """Every track settled alone at its own Nash package, from its own levels in force; no trade across tracks.

    tracks: the track of each issue, in scenario order.
    """
    levels = list(space.in_force)
    for track in dict.fromkeys(tracks):
        chosen = [issue for issue, its_track in enumerate(tracks) if its_track == track]
        alone = part(space, chosen)
        settled = nash(alone, status_quo(alone))
        for issue, level in zip(chosen, settled.outcome if settled else alone.in_force, strict=True):
            levels[issue] = level
    return tuple(levels)
