"""What an exact question is asked about: who values which level how much, and what may be proposed.

Here live the values that the other files of `sim.analysis` share. Never here: who may see an answer (that is the
view's business), a state of a game, an id or a number of any pack.

Units. A party's weights sum to 100 and a payoff is 0..100 a level, so weight x payoff, summed over the issues, is
0..10000: utility in hundredths of a point of 0..100. Every `points` of this folder is in such hundredths.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import TypeAlias

Outcome: TypeAlias = tuple[int, ...]
"""A level index for every issue, in the order of `Space.issues`."""

Points: TypeAlias = tuple[int, ...]
"""The utility of an outcome in hundredths, one number per party, in the order of `Space.parties`."""

Table: TypeAlias = tuple[tuple[int, ...], ...]
"""[issue][level] integers: what one party's or group's view of each level is worth."""


@dataclass(frozen=True, slots=True)
class Space:
    """What an exact question is asked about: the parties' worths, the allowed levels, the levels in force.

    worth: [party][issue][level] weight x payoff; a party's utility is the sum over the issues, in hundredths.
    allowed: [issue] levels that may be proposed, rising: up to the cap, plus the level in force (see `up_to`).
    in_force: the outcome that stays when nothing is agreed; its levels are allowed.
    """

    issues: tuple[str, ...]
    parties: tuple[str, ...]
    worth: tuple[Table, ...]
    allowed: tuple[tuple[int, ...], ...]
    in_force: Outcome

    def __post_init__(self) -> None:
        faults = shape_faults(self) or level_faults(self)
        if faults:
            raise ValueError("; ".join(faults))

    @property
    def size(self) -> int:
        """How many outcomes there are: the product of the numbers of allowed levels."""
        return prod(len(levels) for levels in self.allowed)


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """An outcome that no allowed outcome dominates, and what it is worth to each party, in hundredths."""

    outcome: Outcome
    points: Points

    @property
    def joint(self) -> int:
        """The sum of the points of all parties, in hundredths."""
        return sum(self.points)


def shape_faults(space: Space) -> list[str]:
    """What keeps the tables of a space from fitting its parties and issues; empty when they fit."""
    asked = (
        (len(space.parties), len(space.worth), "tables of worth"),
        (len(space.issues), len(space.allowed), "lists of allowed levels"),
        (len(space.issues), len(space.in_force), "levels in force"),
        *((len(space.issues), len(table), "issues in a table of worth") for table in space.worth),
    )
    return [f"needs {wanted} {what}, got {found}" for wanted, found, what in asked if wanted != found]


def level_faults(space: Space) -> list[str]:
    """Issues whose levels do not fit together, in words; asked only when the shapes fit."""
    faults = []
    for number, issue in enumerate(space.issues):
        levels, counts = space.allowed[number], {len(table[number]) for table in space.worth}
        if levels != tuple(sorted(set(levels))) or space.in_force[number] not in levels:
            faults.append(f"{issue}: allowed levels {levels} must rise and hold level {space.in_force[number]}")
        elif levels[0] < 0 or any(levels[-1] >= count for count in counts) or len(counts) > 1:
            faults.append(f"{issue}: levels {levels} need one worth each, the parties' tables have {sorted(counts)}")
    return faults


def up_to(cap: int, in_force: int) -> tuple[int, ...]:
    """The levels of one issue that may be proposed: 0..cap, plus the level in force where it is above (rule R7)."""
    return tuple(sorted({*range(cap + 1), in_force}))


def worth_of(weights: Sequence[int], payoffs: Iterable[Sequence[int]]) -> Table:
    """One party's [issue][level] weight x payoff, from its weight per issue and its [issue][level] payoffs."""
    pairs = zip(weights, payoffs, strict=True)
    return tuple(tuple(weight * payoff for payoff in levels) for weight, levels in pairs)


def points(space: Space, outcome: Outcome) -> Points:
    """What an outcome, allowed or not, is worth to each party, in hundredths."""
    return tuple(total(table, outcome) for table in space.worth)


def total(table: Table, outcome: Outcome) -> int:
    """The sum of one table's entries at the levels of an outcome."""
    return sum(levels[level] for levels, level in zip(table, outcome, strict=True))


def status_quo(space: Space) -> Points:
    """What the levels in force are worth to each party: the usual reservation values."""
    return points(space, space.in_force)


def joint_worth(space: Space) -> Table:
    """[issue][level] worth summed over the parties."""
    return tuple(tuple(sum(per_party) for per_party in zip(*tables, strict=True)) for tables in zip(*space.worth, strict=True))


def part(space: Space, chosen: Sequence[int]) -> Space:
    """The space of some issues alone (their indexes, rising), as if the others did not exist."""
    return replace(
        space,
        issues=tuple(space.issues[issue] for issue in chosen),
        worth=tuple(tuple(table[issue] for issue in chosen) for table in space.worth),
        allowed=tuple(space.allowed[issue] for issue in chosen),
        in_force=tuple(space.in_force[issue] for issue in chosen),
    )


def no_worse(values: Points, than: Points) -> bool:
    """Whether no party has fewer points in `values` than in `than`."""
    return all(value >= least for value, least in zip(values, than, strict=True))
