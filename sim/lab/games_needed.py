"""How many more games until a share stands clear of a threshold: a figure to plan with, never a reason to stop."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from sim.analysis.intervals import Z
from sim.lab.statistics import Share


def more_games_needed(share: Share, threshold: Decimal | Fraction) -> int | None:
    """Games on top of those played until Wilson's interval around the present share lies wholly beyond a threshold of 0..1.

    0 when it does already; None when the share sits at the threshold, which no number of games decides. The interval ends
    where (p - t)^2 = z^2 t (1 - t) / n, so it takes more than z^2 t (1 - t) / (p - t)^2 games in all. The share will move
    meanwhile. Raises ValueError for a threshold outside 0..1.
    """
    at = Fraction(threshold)
    if not 0 <= at <= 1:
        raise ValueError(f"a threshold lies within 0..1, got {threshold}")
    apart = Fraction(share.count, share.of) - at
    if apart == 0:
        return None
    enough = Fraction(Z) ** 2 * at * (1 - at) / apart**2
    return max(0, int(enough) + 1 - share.of)
