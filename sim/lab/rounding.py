"""Numbers rounded to what their interval allows: 62 % +- 5, not 62.3 %. Numbers only; sentences are made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

from sim.analysis.intervals import EXACT
from sim.lab.paired import Difference
from sim.lab.statistics import Mean, Share

ONE_FIGURE = Context(prec=1, rounding=ROUND_HALF_EVEN)
PERCENT_DIGITS = 2  # as many as a share of four places has
POINT_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as it may be shown: per cent or points, all with the same number of decimal places, `digits`.

    half: half the width of the interval; low, high: its ends, rounded outwards. at_most: in per cent, where something was
    seen in no game; at_least: where in every game. The lab then says these instead of 0 or 100, never "impossible".
    """

    value: Decimal
    half: Decimal
    low: Decimal
    high: Decimal
    digits: int
    at_most: Decimal | None = None
    at_least: Decimal | None = None


def shown_share(share: Share) -> Shown:
    """A share in per cent. What was seen in some games, but not in all, is never rounded to 0 or 100 per cent."""
    percent = EXACT.divide(Decimal(100 * share.count), Decimal(share.of))
    low, high = 100 * share.low, 100 * share.high
    digits = digits_for(low, high, PERCENT_DIGITS)
    while 0 < share.count < share.of and to(percent, digits) in (0, 100):
        digits += 1
    bound = at_most(share.of)
    return shown(
        percent,
        low,
        high,
        digits,
        at_most=bound if share.count == 0 else None,
        at_least=100 - bound if share.count == share.of else None,
    )


def shown_mean(mean: Mean) -> Shown:
    """A mean in its points."""
    return shown(mean.mean, mean.low, mean.high, digits_for(mean.low, mean.high, POINT_DIGITS))


def shown_share_difference(found: Difference) -> Shown:
    """The change of a share in percentage points."""
    low, high = 100 * found.low, 100 * found.high
    return shown(100 * found.difference, low, high, digits_for(low, high, PERCENT_DIGITS))


def shown_mean_difference(found: Difference) -> Shown:
    """The change of a mean in its points."""
    return shown(found.difference, found.low, found.high, digits_for(found.low, found.high, POINT_DIGITS))


def at_most(of: int) -> Decimal:
    """What is seen in none of so many games happens in at most 3 / n of them: in per cent, rounded up, never above 100.

    The 95 % bound 1 - 0.05^(1/n), which is below 3 / n (J. A. Hanley and A. Lippman-Hand, 1983, JAMA 249, 1743-1745).
    """
    bound = EXACT.divide(Decimal(300), Decimal(of))
    return min(Decimal(100), to(bound, first_figure(bound), ROUND_CEILING))


def shown(
    value: Decimal, low: Decimal, high: Decimal, digits: int, at_most: Decimal | None = None, at_least: Decimal | None = None
) -> Shown:
    """A number and its interval with so many decimal places."""
    return Shown(
        value=to(value, digits),
        half=to((high - low) / 2, digits),
        low=to(low, digits, ROUND_FLOOR),
        high=to(high, digits, ROUND_CEILING),
        digits=digits,
        at_most=at_most,
        at_least=at_least,
    )


def digits_for(low: Decimal, high: Decimal, most: int) -> int:
    """Decimal places for the first figure of half the width of an interval: none where it is 4.9 or 0.96, one where 0.31."""
    return min(most, first_figure((high - low) / 2))


def first_figure(number: Decimal) -> int:
    """Decimal places up to the first figure of a number that is rounded to one figure; 0 for 0 and from 0.95 upwards."""
    return max(0, -ONE_FIGURE.plus(number).adjusted()) if number else 0


def to(number: Decimal, digits: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """So many decimal places; never minus zero. Halves go to the even neighbour, so that 62.5 and 37.5 still make 100."""
    found = number.quantize(Decimal(1).scaleb(-digits), rounding=rounding, context=EXACT)
    return found if found else abs(found)
