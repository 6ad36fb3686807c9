"""Two answers of bargaining theory to "what would be a fair outcome?", on a finite set of outcomes, exact.

Both solutions are chosen from the efficient part of the agreement zone. The theories speak of convex sets; with a
finite set their axioms hold in this form (tests/analysis/test_bargaining.py): the answer is efficient, it does not
depend on which party is named first, nor on the unit or zero of a party's points.

Where several outcomes are equally good, the lexicographically smallest is the answer: the one rule that no renaming of
parties and no change of units touches.

Sources: J. F. Nash, "The Bargaining Problem", Econometrica 18 (1950), 155-162. E. Kalai and M. Smorodinsky, "Other
Solutions to Nash's Bargaining Problem", Econometrica 43 (1975), 513-518. H. Imai, "Individual Monotonicity and
Lexicographic Maxmin Solution", Econometrica 51 (1983), 389-401, for the second-smallest gain as the judge of ties.
"""

from collections.abc import Sequence
from math import prod

from sim.analysis.shares import product_of_gains
from sim.analysis.space import FrontierPoint, Points, Space, points, status_quo
from sim.analysis.zone import efficient_zone


def nash(space: Space, reservation: Points) -> FrontierPoint | None:
    """The outcome with the largest product of the parties' gains over their reservation values (Nash 1950).

    None when there is no agreement zone.
    """
    zone = efficient_zone(space, reservation)
    return min(zone, key=lambda point: (-product_of_gains(point.points, reservation), point.outcome), default=None)


def kalai_smorodinsky(space: Space, reservation: Points) -> FrontierPoint | None:
    """The outcome that brings the worst-off party the largest share of what it could hope for (Kalai-Smorodinsky 1975).

    A party's hope is its largest gain within the agreement zone; a party without hope has no say. Of equal smallest
    shares the second-smallest decides, and so on. None when there is no agreement zone.
    """
    zone = efficient_zone(space, reservation)
    hopes = [max((at.points[party] for at in zone), default=least) - least for party, least in enumerate(reservation)]

    def worth_taking(point: FrontierPoint) -> tuple[list[int], list[int]]:
        shares = shares_of_hope(point.points, reservation, hopes)
        return [-share for share in shares], list(point.outcome)

    return min(zone, key=worth_taking, default=None)


def shares_of_hope(values: Points, reservation: Points, hopes: Sequence[int]) -> list[int]:
    """Each hopeful party's gain / hope, all multiplied by the product of the hopes to stay whole; rising."""
    common = prod(hope for hope in hopes if hope > 0)
    gains = zip(values, reservation, hopes, strict=True)
    return sorted((value - least) * (common // hope) for value, least, hope in gains if hope > 0)


def misreading(spaces: Sequence[Space]) -> tuple[tuple[Points | None, ...], ...]:
    """What it costs to take one posture for another: [true][assumed] points.

    spaces: the same issues once per posture. Each cell holds the points, in the space of the true posture, of the Nash
    package made for the assumed one from its levels in force; None where that one has no agreement zone.
    """
    made = [nash(space, status_quo(space)) for space in spaces]
    return tuple(tuple(points(space, at.outcome) if at else None for at in made) for space in spaces)
