"""Bootstrap intervals without drawing: 95 % intervals of the mean and of the quartiles of integers given as a histogram.

For these measures the answer that resampling approaches is known, so nothing is drawn: no seed, no noise between two
looks at the same games, no array library, and the same digits with the extra `lab` and without it.

- Mean: the ABC interval, which is BCa with its resampling worked out by formula (T. DiCiccio and B. Efron, 1992, Biometrika
  79, 231-245; B. Efron and R. Tibshirani, 1993, An Introduction to the Bootstrap, sections 14.4 and 22.6). A mean is
  linear in the weights of the values, so the bias and the curvature vanish and z0 = a remain: the interval follows the
  skew of the values, where mean +- z s / sqrt(n) cannot.
- Quartiles: two values of the sample, at ranks found from the binomial distribution (W. J. Conover, 1999, Practical
  Nonparametric Statistics, section 3.2). The share of resamples whose quartile lies below a value is such a binomial
  sum, so resampling adds nothing, and this interval covers 95 % or more whatever the values are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Literal

from sim.analysis.intervals import EXACT, Z
from sim.lab.histogram import at_percent, at_rank, counted, moments
from sim.lab.statistics import decimal, rounded

Method = Literal["abc", "order-statistic", "range"]
TAIL = Decimal("0.025")  # outside on either side


@dataclass(frozen=True, slots=True)
class Interval:
    """A measure and its 95 % interval, in the unit of the values, with four places.

    method: "abc" of a mean; "order-statistic" of a quartile; "range" of a quartile of so few values (fewer than 6 for the
    median, 13 for the others) that one end is the least or the most there is, which covers less than 95 %.
    """

    middle: Decimal
    low: Decimal
    high: Decimal
    method: Method


def mean_interval(values: Mapping[int, int]) -> Interval:
    """The mean with its ABC interval, which stays between the least and the most value. Raises ValueError like `counted`."""
    found = counted(values)
    least, most = Decimal(min(found)), Decimal(max(found))
    of_all = moments(found)
    middle = decimal(of_all.mean)
    spread = EXACT.sqrt(decimal(of_all.squares / of_all.count**2))
    skew = acceleration(found)
    low, high = (EXACT.fma(spread, steps(skew, z), middle) for z in (-Z, Z))
    return Interval(rounded(middle), rounded(max(least, low)), rounded(min(most, high)), "abc")


def acceleration(values: Mapping[int, int]) -> Decimal:
    """How the spread of the mean grows with the mean: skew / (6 sqrt(n)), always within +- 1/6; 0 when all values are equal."""
    of_all = moments(values)
    cubes = sum((count * (value - of_all.mean) ** 3 for value, count in values.items()), Fraction(0))
    if not of_all.squares:
        return Decimal(0)
    squares = decimal(of_all.squares)
    return EXACT.divide(decimal(cubes), 6 * EXACT.multiply(squares, EXACT.sqrt(squares)))


def steps(skew: Decimal, z: Decimal) -> Decimal:
    """How many plug-in spreads from the mean an end lies: w / (1 - a w)^2 with w = a + z."""
    with localcontext(EXACT):
        w = skew + z
        return w / (1 - skew * w) ** 2


def median_interval(values: Mapping[int, int]) -> Interval:
    """The median (nearest rank) with its interval. Raises ValueError like `counted`."""
    return quartile_interval(values, 2)


def quartile_interval(values: Mapping[int, int], quarter: int) -> Interval:
    """A quartile (1, 2 or 3; nearest rank) with its interval. Raises ValueError like `counted` and for another quartile."""
    if quarter not in (1, 2, 3):
        raise ValueError(f"a quartile is 1, 2 or 3, got {quarter}")
    found = counted(values)
    n = sum(found.values())
    low, high = ranks(n, Fraction(quarter, 4))
    return Interval(
        middle=rounded(Decimal(at_percent(found, 25 * quarter))),
        low=rounded(Decimal(at_rank(found, low))),
        high=rounded(Decimal(at_rank(found, high))),
        method="order-statistic" if low >= 1 and high <= n else "range",
    )


def ranks(of: int, share: Fraction) -> tuple[int, int]:
    """Ranks, from 1, between which the value that splits off a share lies in 95 % of samples; 0 or of + 1 where there is none."""
    return rank_below(of, share), of + 1 - rank_below(of, 1 - share)


def rank_below(of: int, share: Fraction) -> int:
    """The highest rank whose value is too high in at most 2.5 % of samples, or 0: the r with P(X < r) <= 0.025, X of Bin(of, share)."""
    with localcontext(EXACT):
        chance, odds = decimal(1 - share) ** of, decimal(share / (1 - share))
        below, rank = chance, 0
        while below <= TAIL:
            chance *= odds * (of - rank) / (rank + 1)
            rank += 1
            below += chance
    return rank
