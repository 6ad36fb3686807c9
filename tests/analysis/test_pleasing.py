"""How many outcomes please one group or one party."""

from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.pleasing import at_least, pleasing
from sim.analysis.space import Space, points

from .spaces import every_outcome, spaces


@given(spaces(), st.integers(-20, 20), st.data())
def test_the_count_for_a_group_is_what_listing_finds(space: Space, needed: int, data: st.DataObject) -> None:
    weights = data.draw(st.tuples(*(st.integers(-6, 6) for _ in space.issues)))
    shifts = [
        sum(weight * (level - now) for weight, level, now in zip(weights, outcome, space.in_force, strict=True))
        for outcome in every_outcome(space)
    ]
    assert pleasing(space, weights, needed) == sum(shift >= needed for shift in shifts)


@given(spaces(), st.data())
def test_the_count_for_a_party_is_what_listing_finds(space: Space, data: st.DataObject) -> None:
    values = [points(space, outcome)[1] for outcome in every_outcome(space)]
    needed = data.draw(st.sampled_from(values))
    assert at_least(space, space.worth[1], needed) == sum(value >= needed for value in values)
