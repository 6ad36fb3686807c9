"""Wilson's score interval of a share, in exact decimals, so that equal counts give equal digits everywhere."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

Z = Decimal("1.959963984540054")  # of the normal distribution, two-sided 95 %
EXACT = Context(prec=50, rounding=ROUND_HALF_EVEN)


def wilson_ends(count: int, of: int) -> tuple[Decimal, Decimal]:
    """Both ends, 0..1 in fifty digits, of the 95 % interval of `count` in `of` (E. B. Wilson, 1927, JASA 22, 209-212).

    Raises ValueError for what is no share of 1 or more.
    """
    if not 0 <= count <= of or of < 1:
        raise ValueError(f"a share is of 1 or more, got {count} of {of}")
    n, z2 = Decimal(of), EXACT.multiply(Z, Z)
    p = EXACT.divide(Decimal(count), n)
    base = EXACT.add(1, EXACT.divide(z2, n))
    middle = EXACT.divide(EXACT.add(p, EXACT.divide(z2, 2 * n)), base)
    inner = EXACT.add(EXACT.divide(EXACT.multiply(p, 1 - p), n), EXACT.divide(z2, 4 * n * n))
    half = EXACT.divide(EXACT.multiply(Z, EXACT.sqrt(inner)), base)
    return max(Decimal(0), EXACT.subtract(middle, half)), min(Decimal(1), EXACT.add(middle, half))
