"""Whole percentages of what could be had. Integers in, integers out, one way to round."""

from sim.analysis.space import Points


def rounded(amount: int, divisor: int) -> int:
    """`amount` / `divisor` rounded to a whole number, half away from zero: 5/2 is 3, -5/2 is -3. divisor: above 0."""
    size = (2 * abs(amount) + divisor) // (2 * divisor)
    return size if amount >= 0 else -size


def efficiency_percent(now: int, start: int, best: int) -> int:
    """How much of the possible joint gain is reached, 0..100, of three joint sums in hundredths.

    now: levels in force; start: levels at the start; best: the largest joint sum (`sum_max`). Where nothing could be
    gained the possible gain counts as one hundredth.
    """
    return min(100, max(0, rounded(100 * (now - start), max(1, best - start))))


def fair_share_percent(values: Points, reservation: Points, nash_values: Points) -> int:
    """The product of gains as per cent of that of the Nash package; 0 if a party is below its reservation value.

    100 where the Nash product is 0 and nobody lost: then there was nothing to share.
    """
    gains = [value - least for value, least in zip(values, reservation, strict=True)]
    if min(gains) < 0:
        return 0
    best = product_of_gains(nash_values, reservation)
    return rounded(100 * product_of_gains(values, reservation), best) if best > 0 else 100


def product_of_gains(values: Points, reservation: Points) -> int:
    """The Nash product: gains over the reservation values, multiplied. Meaningful where nobody is below."""
    product = 1
    for value, least in zip(values, reservation, strict=True):
        product *= value - least
    return product
