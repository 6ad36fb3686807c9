"""Shares and means with 95 % intervals, in exact decimals, so that the same games always give the same digits.

Shares have Wilson's score interval (E. B. Wilson, 1927, JASA 22, 209-212); means the interval mean +- z s / sqrt(n).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

Z = Decimal("1.959963984540054")  # of the normal distribution, two-sided 95 %
PLACES = Decimal("0.0001")
EXACT = Context(prec=50, rounding=ROUND_HALF_EVEN)


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
    if not 0 <= count <= of or of < 1:
        raise ValueError(f"a share is of 1 or more, got {count} of {of}")
    n, z2 = Decimal(of), EXACT.multiply(Z, Z)
    p = EXACT.divide(Decimal(count), n)
    base = EXACT.add(1, EXACT.divide(z2, n))
    middle = EXACT.divide(EXACT.add(p, EXACT.divide(z2, 2 * n)), base)
    inner = EXACT.add(EXACT.divide(EXACT.multiply(p, 1 - p), n), EXACT.divide(z2, 4 * n * n))
    half = EXACT.divide(EXACT.multiply(Z, EXACT.sqrt(inner)), base)
    low, high = max(Decimal(0), middle - half), min(Decimal(1), middle + half)
    return Share(count, of, rounded(p), rounded(low), rounded(high))


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
