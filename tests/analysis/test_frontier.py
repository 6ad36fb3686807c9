"""The frontier is what listing every outcome finds, point by point and outcome by outcome."""

from hypothesis import given

from sim.analysis.frontier import frontier
from sim.analysis.space import Space

from .spaces import frontier_by_listing, spaces


@given(spaces(parties=2))
def test_two_parties(space: Space) -> None:
    assert {point.points: point.outcome for point in frontier(space)} == frontier_by_listing(space)


@given(spaces(parties=3))
def test_three_parties(space: Space) -> None:
    assert {point.points: point.outcome for point in frontier(space)} == frontier_by_listing(space)


@given(spaces(parties=1))
def test_one_party_alone_has_one_best_point(space: Space) -> None:
    assert {point.points: point.outcome for point in frontier(space)} == frontier_by_listing(space)


@given(spaces(parties=3))
def test_the_best_for_the_first_party_comes_first(space: Space) -> None:
    assert [point.points for point in frontier(space)] == sorted(frontier_by_listing(space), reverse=True)
