"""Small random spaces, and the same questions answered by listing every outcome."""

from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from sim.analysis.space import Outcome, Points, Space, no_worse, points

MOST_ALLOWED = {1: 5, 2: 5, 3: 5, 4: 4, 5: 3}
"""Allowed levels per issue for so many issues: 256 outcomes at most, so that every pair of them can be compared."""


@st.composite
def spaces(draw: st.DrawFn, parties: int = 2, most_issues: int = 5) -> Space:
    """Up to five issues with up to five levels. Worths are small (many ties) or of the size the game has."""
    count = draw(st.integers(1, most_issues))
    levels = draw(st.lists(st.integers(1, 5), min_size=count, max_size=count))
    worths = st.integers(0, draw(st.sampled_from([2, 9, 2400])))
    allowed = [draw(level_sets(size, MOST_ALLOWED[count])) for size in levels]
    return Space(
        issues=tuple(f"i{number}" for number in range(count)),
        parties=tuple(f"p{number}" for number in range(parties)),
        worth=tuple(tuple(tuple(draw(worths) for _ in range(size)) for size in levels) for _ in range(parties)),
        allowed=tuple(allowed),
        in_force=tuple(draw(st.sampled_from(levels)) for levels in allowed),
    )


def level_sets(size: int, most: int) -> st.SearchStrategy[tuple[int, ...]]:
    """One to `most` of the levels of an issue, rising."""
    return st.sets(st.integers(0, size - 1), min_size=1, max_size=most).map(lambda found: tuple(sorted(found)))


def outcomes_of(space: Space) -> st.SearchStrategy[Outcome]:
    """An allowed outcome."""
    return st.tuples(*(st.sampled_from(levels) for levels in space.allowed))


def reservations(space: Space) -> st.SearchStrategy[Points]:
    """Reservation values: those of an allowed outcome, or somewhat better or worse."""
    nudge = st.tuples(*(st.sampled_from([0, 0, 0, -3, 1]) for _ in space.parties))
    pairs = st.tuples(outcomes_of(space), nudge)
    return pairs.map(lambda pair: tuple(map(int.__add__, points(space, pair[0]), pair[1])))


def every_outcome(space: Space) -> list[Outcome]:
    """All allowed outcomes, the lexicographically smallest first."""
    return list(product(*space.allowed))


def zone_by_listing(space: Space, reservation: Points) -> list[Outcome]:
    """All allowed outcomes with which no party falls below its reservation value."""
    return [outcome for outcome in every_outcome(space) if no_worse(points(space, outcome), reservation)]


def frontier_by_listing(space: Space) -> dict[Points, Outcome]:
    """Every undominated point with the smallest outcome that reaches it."""
    found: dict[Points, Outcome] = {}
    for outcome in every_outcome(space):
        found.setdefault(points(space, outcome), outcome)
    return {at: outcome for at, outcome in found.items() if not any(dominates(other, at) for other in found)}


def dominates(values: Points, others: Points) -> bool:
    """Whether nobody prefers `others` and the two differ."""
    return values != others and no_worse(values, others)


def shares_in_zone(space: Space, reservation: Points) -> dict[Outcome, list[Fraction]]:
    """For every outcome of the zone: every hopeful party's share of its largest gain in the zone, rising."""
    zone = {outcome: points(space, outcome) for outcome in zone_by_listing(space, reservation)}
    hopes = [max((at[party] for at in zone.values()), default=0) - least for party, least in enumerate(reservation)]
    return {
        outcome: sorted(Fraction(value - least, hope) for value, least, hope in zip(at, reservation, hopes, strict=True) if hope > 0)
        for outcome, at in zone.items()
    }
