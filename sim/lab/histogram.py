"""Mean, spread and quartiles of integers that are given as a histogram (value -> how often), never written out.

Exact: equal histograms give equal digits, and the same digits as the list they stand for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sim.analysis.intervals import EXACT, Z
from sim.lab.statistics import Mean, decimal, rounded


@dataclass(frozen=True, slots=True)
class Quartiles:
    """The values below which 25, 50 and 75 per cent lie (nearest rank, as in `Mean`)."""

    p25: int
    p50: int
    p75: int


@dataclass(frozen=True, slots=True)
class Moments:
    """Count, mean, and squared distance from the mean: added up over all values, not yet divided by anything."""

    count: int
    mean: Fraction
    squares: Fraction

    @property
    def of_mean(self) -> Fraction:
        """Variance of the mean: s^2 / n with s^2 over n - 1; 0 for a single value."""
        return self.squares / ((self.count - 1) * self.count) if self.count > 1 else Fraction(0)


def counted(values: Mapping[int, int]) -> dict[int, int]:
    """The values that occur, least first. Raises ValueError for a count below 0 and where nothing occurs."""
    if any(count < 0 for count in values.values()):
        raise ValueError(f"a value occurs 0 times or more, got {min(values.values())}")
    found = {value: values[value] for value in sorted(values) if values[value]}
    if not found:
        raise ValueError("a mean needs a value")
    return found


def moments(values: Mapping[int, int]) -> Moments:
    """Exact moments of a histogram. Raises ValueError like `counted`."""
    found = counted(values)
    n = sum(found.values())
    total = sum(value * count for value, count in found.items())
    squares = sum(value * value * count for value, count in found.items())
    return Moments(n, Fraction(total, n), squares - Fraction(total * total, n))


def at_rank(found: Mapping[int, int], rank: int) -> int:
    """The value at a rank from 1 of a histogram in order (see `counted`); ranks past the ends give the ends."""
    for value, count in found.items():
        rank -= count
        if rank <= 0:
            return value
    return max(found)


def at_percent(found: Mapping[int, int], percent: int) -> int:
    """The value below which so many per cent lie (nearest rank, like `statistics.nth`)."""
    return at_rank(found, -(-sum(found.values()) * percent // 100))


def quartiles(values: Mapping[int, int]) -> Quartiles:
    """The three quartiles. Raises ValueError like `counted`."""
    found = counted(values)
    return Quartiles(at_percent(found, 25), at_percent(found, 50), at_percent(found, 75))


def mean_of_counts(values: Mapping[int, int]) -> Mean:
    """What `mean_of` says of the list written out, in the time of the distinct values. Raises ValueError like `counted`."""
    found = counted(values)
    of_all = moments(found)
    middle = decimal(of_all.mean)
    half = EXACT.multiply(Z, EXACT.sqrt(decimal(of_all.of_mean)))
    return Mean(
        mean=rounded(middle),
        low=rounded(middle - half),
        high=rounded(middle + half),
        least=min(found),
        p10=at_percent(found, 10),
        p50=at_percent(found, 50),
        p90=at_percent(found, 90),
        most=max(found),
    )
