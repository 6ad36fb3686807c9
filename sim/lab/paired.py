"""Differences between two rule files that played the same seeds: a pair is one seed, a the file before, b the file after.

A difference is always b - a. Pairs that end alike say nothing against each other, which is what makes few pairs enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Literal

from sim.analysis.intervals import EXACT, Z
from sim.lab.bootstrap import mean_interval
from sim.lab.histogram import moments
from sim.lab.holm import mcnemar, sign_flip
from sim.lab.statistics import decimal, rounded

Verdict = Literal["up", "down", "no-clear-change", "same-in-every-game"]
GRID = 10**8  # steps a unit in which an end of the interval is sought


@dataclass(frozen=True, slots=True)
class Difference:
    """Before, after and their difference with a 95 % interval: shares as 0..1, means in points, four places each.

    changed: pairs that differ, of so many pairs; p: of the two-sided test, eight places, to be corrected and not shown.
    """

    before: Decimal
    after: Decimal
    difference: Decimal
    low: Decimal
    high: Decimal
    changed: int
    of: int
    p: Decimal

    def verdict(self, survives: bool) -> Verdict:
        """What may be said; up and down only where the interval beside it leaves out 0 as well.

        survives: what Holm's correction says of `p` among all that is compared.
        """
        if self.changed == 0:
            return "same-in-every-game"
        if survives and self.low > 0:
            return "up"
        return "down" if survives and self.high < 0 else "no-clear-change"


def paired_share(both: int, only_a: int, only_b: int, neither: int) -> Difference:
    """The change of a share. Pairs in which something was so in both games, only before, only after, in neither.

    Interval: Tango's score interval, which says something sensible even where no pair differs (within +- 3.84 / (n + 3.84)).
    p: McNemar's exact test. Raises ValueError for a count below 0 and for no pair at all.
    """
    of = both + only_a + only_b + neither
    if min(both, only_a, only_b, neither) < 0 or of < 1:
        raise ValueError(f"a share is of 1 pair or more, got {both}, {only_a}, {only_b} and {neither}")
    return Difference(
        before=rounded(decimal(Fraction(both + only_a, of))),
        after=rounded(decimal(Fraction(both + only_b, of))),
        difference=rounded(decimal(Fraction(only_b - only_a, of))),
        low=rounded(score_low(only_b, only_a, of)),
        high=rounded(-score_low(only_a, only_b, of)),
        changed=only_a + only_b,
        of=of,
        p=mcnemar(only_a, only_b),
    )


def paired_mean(differences: Mapping[int, int], total_before: int) -> Difference:
    """The change of a mean. differences: b - a of a pair -> pairs; total_before: the values of a added up over all pairs.

    Interval: of a mean (`bootstrap`), which allows for most pairs not differing; still too narrow where fewer than about 8
    pairs differ. p: from flipping signs, right there as well. Raises ValueError for a count below 0 and for no pair at all.
    """
    of_all = moments(differences)
    before = Fraction(total_before, of_all.count)
    interval = mean_interval(differences)
    return Difference(
        before=rounded(decimal(before)),
        after=rounded(decimal(before + of_all.mean)),
        difference=interval.middle,
        low=interval.low,
        high=interval.high,
        changed=of_all.count - differences.get(0, 0),
        of=of_all.count,
        p=sign_flip(differences),
    )


def score_low(up: int, down: int, of: int) -> Decimal:
    """The lower end of Tango's interval of (up - down) / of: the least difference that the score test does not refuse.

    T. Tango, 1998, Statistics in Medicine 17, 891-908, equations 24-26.
    """
    inside, outside = (up - down) * GRID // of, -GRID
    if not is_too_low(up, down, of, outside):
        return Decimal(-1)
    while inside - outside > 1:
        middle = (inside + outside) // 2
        if is_too_low(up, down, of, middle):
            outside = middle
        else:
            inside = middle
    return EXACT.divide(Decimal(inside), Decimal(GRID))


def is_too_low(up: int, down: int, of: int, at: int) -> bool:
    """Whether the score test refuses a difference of `at` grid steps, which is not above the one found."""
    found, variance = score(up, down, of, at)
    return EXACT.multiply(found, found) > EXACT.multiply(EXACT.multiply(Z, Z), variance)


def score(up: int, down: int, of: int, at: int) -> tuple[Decimal, Decimal]:
    """Pairs up - down beyond what a difference of `at` grid steps lets expect, and the variance of that number.

    The variance uses the share of pairs going down that is likeliest under this difference, the root of a quadratic
    equation; what stands under the square root is an integer, so it is never below 0 by rounding.
    """
    b = (2 * of - up + down) * at - (up + down) * GRID
    under_root = b * b + 8 * of * down * at * (GRID - at)
    with localcontext(EXACT):
        delta = Decimal(at) / GRID
        going_down = (Decimal(under_root).sqrt() - b) / (4 * of * GRID)
        return up - down - of * delta, of * (2 * going_down + delta * (1 - delta))
