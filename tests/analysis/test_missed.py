"""What was left on the table."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.missed import best_no_worse, distance_to_frontier
from sim.analysis.space import FrontierPoint, Space, no_worse, points

from .spaces import frontier_by_listing, outcomes_of, spaces, zone_by_listing

PARTIES = st.sampled_from([2, 3])


@given(PARTIES.flatmap(spaces), st.data())
def test_it_has_the_largest_sum_of_what_nobody_likes_less(space: Space, data: st.DataObject) -> None:
    outcome = data.draw(outcomes_of(space))
    no_worse_ones = zone_by_listing(space, points(space, outcome))
    found = best_no_worse(space, outcome)
    assert found.outcome in no_worse_ones
    assert found.joint == max(sum(points(space, other)) for other in no_worse_ones)


@given(PARTIES.flatmap(spaces), st.data())
def test_nobody_is_worse_off_with_it_and_it_cannot_be_bettered(space: Space, data: st.DataObject) -> None:
    outcome = data.draw(outcomes_of(space))
    found = best_no_worse(space, outcome)
    assert no_worse(found.points, points(space, outcome))
    assert found.points in frontier_by_listing(space)


@given(PARTIES.flatmap(spaces), st.data())
def test_an_outcome_is_efficient_when_the_distance_is_zero(space: Space, data: st.DataObject) -> None:
    outcome = data.draw(outcomes_of(space))
    assert (distance_to_frontier(space, outcome) == 0) == (points(space, outcome) in frontier_by_listing(space))


@given(spaces(), st.data())
def test_an_efficient_outcome_is_its_own_best(space: Space, data: st.DataObject) -> None:
    at, outcome = data.draw(st.sampled_from(sorted(frontier_by_listing(space).items())))
    assert best_no_worse(space, outcome) == FrontierPoint(outcome, at)


@given(spaces())
def test_an_outcome_above_the_caps_stays_where_nothing_allowed_is_better(space: Space) -> None:
    higher = replace(space, worth=tuple(tuple((*levels, 9999) for levels in table) for table in space.worth))
    beyond = tuple(len(levels) for levels in space.worth[0])
    assert best_no_worse(higher, beyond).outcome == beyond
