"""Shares and means with 95 % intervals, in exact decimals, so that the same games always give the same digits.

Shares have Wilson's score interval; means the interval mean +- z s / sqrt(n).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sim.analysis.intervals import EXACT, Z, wilson_ends

PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; share, low, high: 0..1 with four places."""

    count: int
    of: int
    share: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Mean:
    """Mean of integers with its interval, least, most, and the values at the tenth, half and ninetieth per cent."""

    mean: Decimal
    low: Decimal
    high: Decimal
    least: int
    p10: int
    p50: int
    p90: int
    most: int


def rounded(number: Decimal) -> Decimal:
    """Four places; never minus zero."""
    found = number.quantize(PLACES, context=EXACT)
    return found if found else Decimal("0.0000")


def decimal(number: Fraction) -> Decimal:
    """A fraction in fifty digits."""
    return EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))


def wilson(count: int, of: int) -> Share:
    """The share of `count` in `of` (at least 1)."""
    low, high = wilson_ends(count, of)
    return Share(count, of, rounded(EXACT.divide(Decimal(count), Decimal(of))), rounded(low), rounded(high))


def mean_of(values: Sequence[int]) -> Mean:
    """Mean and spread of one or more integers."""
    if not values:
        raise ValueError("a mean needs a value")
    n = len(values)
    mean = Fraction(sum(values), n)
    squares = sum(((value - mean) ** 2 for value in values), Fraction(0))
    spread = squares / (n - 1) if n > 1 else Fraction(0)
    half = EXACT.multiply(Z, EXACT.sqrt(decimal(spread / n)))
    middle, ordered = decimal(mean), sorted(values)
    return Mean(
        mean=rounded(middle),
        low=rounded(middle - half),
        high=rounded(middle + half),
        least=ordered[0],
        p10=nth(ordered, 10),
        p50=nth(ordered, 50),
        p90=nth(ordered, 90),
        most=ordered[-1],
    )


def nth(ordered: Sequence[int], percent: int) -> int:
    """The value below which so many per cent lie (nearest rank)."""
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def share_of(flags: Iterable[bool]) -> Share:
    """How many of the flags are set."""
    found = list(flags)
    return wilson(sum(found), len(found))
