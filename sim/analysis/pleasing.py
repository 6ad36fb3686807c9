"""How many outcomes are good enough for one group or one party, by itself.

What an outcome means to one group is a sum over the issues, so the number of outcomes for every sum is a convolution of
the issues' own numbers: time is issues x levels x different sums, whatever the number of outcomes.
"""

from collections.abc import Sequence

from sim.analysis.space import Space, Table


def pleasing(space: Space, points_per_level: Sequence[int], needed: int) -> int:
    """How many allowed outcomes move a group up by at least `needed` points of support.

    points_per_level: one number an issue, counted for each level above the level in force, against it below.
    """
    return at_least(space, moves(space, points_per_level), needed)


def at_least(space: Space, table: Table, needed: int) -> int:
    """How many allowed outcomes sum to at least `needed` in a table; `space.worth[party]` asks for a party's points."""
    return sum(outcomes for value, outcomes in outcomes_by_sum(space, table).items() if value >= needed)


def moves(space: Space, points_per_level: Sequence[int]) -> Table:
    """[issue][level] points of support that the level moves a group by, against the level in force."""
    columns = zip(points_per_level, space.in_force, space.allowed, strict=True)
    return tuple(tuple(points * (level - now) for level in range(allowed[-1] + 1)) for points, now, allowed in columns)


def outcomes_by_sum(space: Space, table: Table) -> dict[int, int]:
    """For every sum that the allowed outcomes reach in a [issue][level] table: how many reach it."""
    counts = {0: 1}
    for levels, allowed in zip(table, space.allowed, strict=True):
        longer: dict[int, int] = {}
        for so_far, outcomes in counts.items():
            for level in allowed:
                longer[so_far + levels[level]] = longer.get(so_far + levels[level], 0) + outcomes
        counts = longer
    return counts
