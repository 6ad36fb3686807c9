"""The best sum, a party's best, and the three simple ways to settle."""

from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.frontier import frontier
from sim.analysis.space import Space, no_worse, points, status_quo
from sim.analysis.yardsticks import all_middle, half_way, middle_levels, own_max, sum_max, track_by_track

from .spaces import every_outcome, spaces

PARTIES = st.sampled_from([2, 3])
ONE_ISSUE = (("x",), ("a", "b"))


@given(PARTIES.flatmap(spaces))
def test_no_outcome_has_a_larger_sum(space: Space) -> None:
    assert sum_max(space).joint == max(sum(points(space, outcome)) for outcome in every_outcome(space))


@given(PARTIES.flatmap(spaces))
def test_no_outcome_is_liked_better_by_the_party(space: Space) -> None:
    assert own_max(space, 1).points[1] == max(points(space, outcome)[1] for outcome in every_outcome(space))


@given(PARTIES.flatmap(spaces))
def test_both_are_efficient(space: Space) -> None:
    efficient = {point.points for point in frontier(space)}
    assert {sum_max(space).points, own_max(space, 0).points} <= efficient


@given(spaces(), st.data())
def test_settling_track_by_track_leaves_nobody_below_the_levels_in_force(space: Space, data: st.DataObject) -> None:
    tracks = data.draw(st.tuples(*(st.sampled_from("DTF") for _ in space.issues)))
    assert no_worse(points(space, track_by_track(space, tracks)), status_quo(space))


def test_tracks_alone_miss_the_trade_across() -> None:
    tables = (((0, 10), (0, 90)), ((90, 0), (10, 0)))
    space = Space(("x", "y"), ("a", "b"), tables, ((0, 1), (0, 1)), in_force=(1, 0))
    assert track_by_track(space, ("D", "T")) == (1, 0)
    assert track_by_track(space, ("D", "D")) == (0, 1)


def test_the_middle_of_levels() -> None:
    assert [middle_levels(count) for count in (1, 2, 5, 6)] == [(0,), (0, 1), (2,), (2, 3)]


def test_of_two_middle_levels_the_better_sum_counts_and_else_the_lower() -> None:
    better_above = Space(*ONE_ISSUE, (((0, 20, 41, 50),), ((50, 40, 20, 0),)), ((0,),), (0,))
    equal = Space(*ONE_ISSUE, (((0, 20, 40, 50),), ((50, 40, 20, 0),)), ((0,),), (0,))
    assert (all_middle(better_above), all_middle(equal)) == ((2,), (1,))


def test_half_way_leaves_weights_aside() -> None:
    payoffs = ((0, 50, 80, 100), (100, 60, 40, 0))
    heavy_a = Space(*ONE_ISSUE, ((tuple(9 * payoff for payoff in payoffs[0]),), (payoffs[1],)), ((0,),), (0,))
    heavy_b = Space(*ONE_ISSUE, ((payoffs[0],), (tuple(9 * payoff for payoff in payoffs[1]),)), ((0,),), (0,))
    assert half_way(heavy_a) == half_way(heavy_b) == (2,)  # 80 + 40 beats 50 + 60


def test_half_way_between_equal_sums_is_the_lower_level() -> None:
    space = Space(*ONE_ISSUE, (((0, 50, 70, 100),), ((100, 60, 40, 0),)), ((0,),), (0,))
    assert half_way(space) == (1,)
