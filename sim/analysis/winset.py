"""How many outcomes each body would ratify, and how many all would: listed where they are few, else drawn, with an interval.

An outcome within so many steps of the levels in force is counted, and drawn with equal chance, over the tables of how many ways
the issues from one on have. Shares are in hundredths of a per cent. Nothing here has dice of its own: draws come from a hash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from sim.analysis.intervals import wilson_ends
from sim.analysis.ratifiable import Front, passes
from sim.analysis.shares import rounded
from sim.analysis.space import Outcome, Space
from sim.kernel.chance import keyed

MOST_LISTED = 20_000
"""Up to so many outcomes each is asked about."""

ALL = 10_000
"""The whole, in hundredths of a per cent."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those asked about. low, high: 95 % interval (Wilson's) in hundredths of a per cent; both exact where all were."""

    count: int
    of: int
    low: int
    high: int

    @property
    def share(self) -> int:
        """The share itself."""
        return rounded(ALL * self.count, max(1, self.of))


@dataclass(frozen=True, slots=True)
class WinSets:
    """outcomes: how many there are; exact: whether all were asked about; bodies: each body's win set; joint: what all would ratify."""

    outcomes: int
    exact: bool
    bodies: tuple[Share, ...]
    joint: Share


def win_sets(space: Space, fronts: Sequence[Front], steps: int | None = None, samples: int = 2000, seed: int = 0) -> WinSets:
    """The win sets among the outcomes within `steps` level steps (None: all that are allowed), the one in force left out.

    samples: how many are drawn where more than MOST_LISTED are there. Equal seeds draw equal outcomes.
    """
    ways = Ways.of(space, steps)
    exact = ways.outcomes <= MOST_LISTED
    numbers: Iterator[int] | range = range(ways.outcomes) if exact else drawn(ways.outcomes, samples, seed)
    counts, joint, of = [0] * len(fronts), 0, 0
    for number in numbers:
        outcome = ways.outcome(number)
        if outcome == space.in_force:
            continue
        says = [passes(front, outcome) for front in fronts]
        counts = [count + yes for count, yes in zip(counts, says, strict=True)]
        joint, of = joint + all(says), of + 1
    return WinSets(ways.outcomes - 1, exact, tuple(share(count, of, exact) for count in counts), share(joint, of, exact))


def drawn(outcomes: int, samples: int, seed: int) -> Iterator[int]:
    """So many numbers below `outcomes`, each as likely as any other (to one part in 2^32), drawn with replacement."""
    for index in range(samples):
        high, low = (keyed(seed & 0xFFFFFFFF, seed >> 32, half, 0, index) for half in (0, 1))
        yield ((high << 32 | low) * outcomes) >> 64


@dataclass(frozen=True, slots=True)
class Ways:
    """The outcomes within so many steps, numbered. rows: [issue] (level, its steps); counts: [issue][steps left] ways from there on."""

    rows: tuple[tuple[tuple[int, int], ...], ...]
    counts: tuple[tuple[int, ...], ...]
    steps: int

    @classmethod
    def of(cls, space: Space, steps: int | None) -> Ways:
        """Count them. Without a limit no step is counted."""
        counted = 0 if steps is None else 1
        pairs = zip(space.allowed, space.in_force, strict=True)
        rows = tuple(tuple((level, counted * abs(level - now)) for level in levels) for levels, now in pairs)
        most = min(steps or 0, sum(max(cost for _, cost in row) for row in rows))
        counts = [(1,) * (most + 1)]
        for row in reversed(rows):
            counts.append(tuple(sum(counts[-1][left - cost] for _, cost in row if cost <= left) for left in range(most + 1)))
        return cls(rows, tuple(reversed(counts)), most)

    @property
    def outcomes(self) -> int:
        """How many there are, the one in force among them."""
        return self.counts[0][self.steps]

    def outcome(self, number: int) -> Outcome:
        """The outcome with a number, 0 .. outcomes - 1: lower levels of the first issues first."""
        levels, left = [], self.steps
        for issue, row in enumerate(self.rows):
            for level, cost in row:
                ways = self.counts[issue + 1][left - cost] if cost <= left else 0
                if number < ways:
                    levels.append(level)
                    left -= cost
                    break
                number -= ways
        return tuple(levels)


def share(count: int, of: int, exact: bool) -> Share:
    """A share with its interval; where all were asked, or nobody, there is nothing to be unsure of."""
    if exact or of == 0:
        point = rounded(ALL * count, max(1, of))
        return Share(count, of, point, point)
    return Share(count, of, *wilson(count, of))


def wilson(count: int, of: int) -> tuple[int, int]:
    """Wilson's 95 % interval of `count` in `of`, in hundredths of a per cent, rounded outward by less than one."""
    low, high = wilson_ends(count, of)
    return floor(ALL * low), ceil(ALL * high)
