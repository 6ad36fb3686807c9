"""From one outcome to a better one in steps people can follow, with nobody below the start on the way.

A swap changes some issues together, each from its level in the first outcome to its level in the last. A chain is a
sequence of swaps that changes every issue on which the two outcomes differ exactly once; after every swap each party
has at least its points in the first outcome. So a party may give back some of what an earlier swap brought, never more,
and a chain can be stopped anywhere without loss to anyone. The finest chain has the most swaps, so none of its swaps
can be split in two. It is exact for up to MOST_ISSUES changed issues.

Method: a set of changed issues is a bit mask; a set is safe when no party is below its first points. A chain is a path
of ever larger safe sets from the empty to the full set, and the most swaps that remain from a set follow from those of
the sets larger by one issue. That is 2^k x k steps for k changed issues.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sim.analysis.space import Outcome, Points, Space, no_worse, points

MOST_ISSUES = 16
"""Up to so many changed issues the finest chain is found exactly (0.1 s); beyond, swaps are picked greedily."""

LARGEST_PICK = 3
"""The largest swap the greedy fallback looks for before it makes one swap of all the rest."""

UNSAFE = -1
"""Marks a set of changes after which some party would stand below its first points."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Some issues changed together. issues: their indexes, rising; outcome and points: as they stand after it."""

    issues: tuple[int, ...]
    outcome: Outcome
    points: Points


@dataclass(frozen=True, slots=True)
class Chain:
    """Swaps in order, from one outcome to another. is_finest: false where a chain with more swaps may exist."""

    swaps: tuple[Swap, ...]
    is_finest: bool


@dataclass(frozen=True, slots=True)
class Change:
    """The way between two outcomes. changed: indexes of the issues they differ on; bit i of a mask is changed[i]."""

    space: Space
    start: Outcome
    end: Outcome
    changed: tuple[int, ...]

    @property
    def full(self) -> int:
        """The mask of all changed issues."""
        return (1 << len(self.changed)) - 1

    def outcome(self, mask: int) -> Outcome:
        """The outcome in which the issues of the mask are changed and the others are not."""
        levels = list(self.start)
        for issue in self.issues(mask):
            levels[issue] = self.end[issue]
        return tuple(levels)

    def issues(self, mask: int) -> tuple[int, ...]:
        """The issues of a mask, rising."""
        return tuple(issue for bit, issue in enumerate(self.changed) if mask >> bit & 1)

    def swap(self, before: int, after: int) -> Swap:
        """The swap that leads from one mask to a larger one."""
        outcome = self.outcome(after)
        return Swap(self.issues(after & ~before), outcome, points(self.space, outcome))


def chain_of_swaps(space: Space, start: Outcome, end: Outcome) -> Chain | None:
    """The finest chain of swaps from `start` to `end`; None when some party values `end` less than `start`.

    Of several with the most swaps: the one with the smallest first swap, then the earliest issues in it, and so on.
    """
    changed = tuple(issue for issue, (old, new) in enumerate(zip(start, end, strict=True)) if old != new)
    change = Change(space, start, end, changed)
    if not no_worse(points(space, end), points(space, start)):
        return None
    is_finest = len(changed) <= MOST_ISSUES
    masks = finest_masks(change) if is_finest else greedy_masks(change)
    swaps, before = [], 0
    for after in masks:
        swaps.append(change.swap(before, after))
        before = after
    return Chain(tuple(swaps), is_finest)


def finest_masks(change: Change) -> Iterator[int]:
    """The safe sets of a finest chain, rising, without the empty one."""
    remaining = most_swaps(change)
    at = 0
    while at != change.full:
        at = next(mask for mask in larger(change, at, MOST_ISSUES) if remaining[mask] == remaining[at] - 1)
        yield at


def most_swaps(change: Change) -> list[int]:
    """[mask] the most swaps that lead from a safe set to the full one; UNSAFE where a party is below its start."""
    gains, full = gains_by_mask(change), change.full
    is_safe = [all(table[mask] >= 0 for table in gains) for mask in range(full + 1)]
    remaining, onward = [UNSAFE] * (full + 1), [0] * (full + 1)  # onward: the most from this set or a larger safe one
    remaining[full] = 0
    for mask in range(full - 1, -1, -1):
        further = max(onward[mask | 1 << bit] for bit in range(len(change.changed)) if not mask >> bit & 1)
        if is_safe[mask]:
            remaining[mask] = further + 1
        onward[mask] = further + is_safe[mask]
    return remaining


def gains_by_mask(change: Change) -> list[list[int]]:
    """[party][mask] what changing the issues of the mask brings the party, in hundredths; below 0 is a loss."""
    tables = []
    for table in change.space.worth:
        gains = [0]
        for issue in change.changed:
            step = table[issue][change.end[issue]] - table[issue][change.start[issue]]
            gains += [gain + step for gain in gains]
        tables.append(gains)
    return tables


def larger(change: Change, mask: int, most: int) -> Iterator[int]:
    """The sets that hold up to `most` more issues than the mask: one more first, then two, each in order of issues."""
    free = [bit for bit in range(len(change.changed)) if not mask >> bit & 1]
    for size in range(1, min(most, len(free)) + 1):
        for bits in combinations(free, size):
            yield mask | sum(1 << bit for bit in bits)


def greedy_masks(change: Change) -> Iterator[int]:
    """Safe sets for very long changes: always the smallest safe swap up to LARGEST_PICK issues, else all the rest."""
    first = points(change.space, change.start)
    at = 0
    while at != change.full:
        near = larger(change, at, LARGEST_PICK)
        at = next((mask for mask in near if no_worse(points(change.space, change.outcome(mask)), first)), change.full)
        yield at
