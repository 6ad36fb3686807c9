"""Which of many paired differences survive: exact p-values, and Holm's correction for looking at several of them.

P-values are computed and never shown; all have eight places, so that a tie is a tie on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction

from sim.analysis.intervals import EXACT
from sim.lab.statistics import decimal

LEVEL = Decimal("0.05")
P_PLACES = Decimal("0.00000001")
PI = Decimal("3.1415926535897932384626433832795028841971693993751")
MOST_FLIPS = 50  # differing pairs up to which every pattern of signs is counted; beyond, the sum is as good as normal
FARTHEST = 10  # standard deviations, beyond which eight places hold only noughts


def holm(p_values: Sequence[Decimal], level: Decimal = LEVEL) -> tuple[bool, ...]:
    """Which of the comparisons survive, in the order given; equal p-values share their fate.

    The smallest of m is held against level / m, the next against level / (m - 1), and so on until one fails
    (S. Holm, 1979, Scandinavian Journal of Statistics 6, 65-70). Raises ValueError for a p-value outside 0..1.
    """
    if any(not 0 <= p <= 1 for p in p_values):
        raise ValueError(f"a p-value lies within 0..1, got {list(map(str, p_values))}")
    left = len(p_values)
    limit = Decimal(-1)
    for p in sorted(p_values):
        if p * left > level:
            break
        limit, left = p, left - 1
    return tuple(p <= limit for p in p_values)


def mcnemar(only_a: int, only_b: int) -> Decimal:
    """Two-sided p-value that pairs differ either way equally often; 1 when none differs. Raises ValueError below 0.

    Twice the smaller tail of Bin(only_a + only_b, 1/2), exact (Q. McNemar, 1947, Psychometrika 12, 153-157).
    """
    if min(only_a, only_b) < 0:
        raise ValueError(f"pairs are 0 or more, got {only_a} and {only_b}")
    changed, fewer = only_a + only_b, min(only_a, only_b)
    ways, tail = 1, 0
    for chosen in range(fewer + 1):
        tail += ways
        ways = ways * (changed - chosen) // (chosen + 1)
    return p_value(decimal(min(Fraction(1), Fraction(2 * tail, 1 << changed))))


def sign_flip(differences: Mapping[int, int]) -> Decimal:
    """Two-sided p-value that a difference is as likely as its opposite; 1 when none differs from 0.

    differences: difference of a pair -> pairs, each 0 or more. Up to MOST_FLIPS differing pairs all patterns of signs
    are counted (R. A. Fisher, 1935, The Design of Experiments, section 21), beyond that the sum of the flipped
    differences is taken as normal with mean 0 and variance sum d^2. With differences of 1 and -1 only, this is McNemar's.
    """
    total = abs(sum(value * pairs for value, pairs in differences.items()))
    if total == 0:
        return p_value(Decimal(1))
    changed = sum(pairs for value, pairs in differences.items() if value)
    if changed <= MOST_FLIPS:
        return p_value(decimal(Fraction(2 * patterns_beyond(differences), 1 << changed)))
    squares = sum(value * value * pairs for value, pairs in differences.items())
    return p_value(both_tails(EXACT.divide(Decimal(total), EXACT.sqrt(Decimal(squares)))))


def patterns_beyond(differences: Mapping[int, int]) -> int:
    """How many of the patterns of signs give a sum as high as the higher of the sum found and its opposite.

    The patterns are counted by the sum of their positive part, all sums at once in one long integer: digit j, in a base
    that no count reaches, is the number of patterns with sum j. One pair more is a shift and an addition; the digits
    from the sum found upwards are added up by the remainder after base - 1 (as 9 does in base 10).
    """
    sizes = [abs(value) for value, pairs in differences.items() if value for _ in range(pairs)]
    width = len(sizes) + 1
    up = sum(value * pairs for value, pairs in differences.items() if value > 0)
    heavier = max(up, sum(sizes) - up)
    patterns = 1
    for size in sizes:
        patterns += patterns << (size * width)
    beyond = patterns >> (heavier * width)
    return beyond % ((1 << width) - 1)


def both_tails(z: Decimal) -> Decimal:
    """How likely a standard normal number lies beyond +- z (0 or more).

    1 less the series sqrt(2 / pi) exp(-z^2 / 2) (z + z^3 / 3 + z^5 / (3 * 5) + ...), whose terms are all positive
    (M. Abramowitz and I. Stegun, 1964, Handbook of Mathematical Functions, 26.2.11).
    """
    if z > FARTHEST:
        return Decimal(0)
    with localcontext(EXACT):
        term, total, odd = z, Decimal(0), 1
        while term > P_PLACES**4:
            total += term
            odd += 2
            term *= z * z / odd
        return 1 - (2 / PI).sqrt() * (-z * z / 2).exp() * total


def p_value(found: Decimal) -> Decimal:
    """Eight places."""
    return found.quantize(P_PLACES, context=EXACT)
