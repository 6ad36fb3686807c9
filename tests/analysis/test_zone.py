"""The agreement zone, listed and counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.space import Space, no_worse, status_quo
from sim.analysis.zone import agreement_zone, zone_size

from .spaces import frontier_by_listing, reservations, spaces, zone_by_listing


@given(spaces(), st.data())
def test_the_count_is_what_listing_finds(space: Space, data: st.DataObject) -> None:
    reservation = data.draw(reservations(space))
    assert agreement_zone(space, reservation).outcomes == len(zone_by_listing(space, reservation))


@given(spaces(), st.data())
def test_its_frontier_is_the_part_nobody_refuses(space: Space, data: st.DataObject) -> None:
    reservation = data.draw(reservations(space))
    efficient = {at for at in frontier_by_listing(space) if no_worse(at, reservation)}
    assert {point.points for point in agreement_zone(space, reservation).frontier} == efficient


@given(spaces())
def test_every_outcome_counts_for_parties_that_ask_for_nothing(space: Space) -> None:
    assert zone_size(space, (0, 0)) == space.size


@given(spaces(parties=3))
def test_three_parties_are_not_counted(space: Space) -> None:
    with pytest.raises(ValueError, match="two parties"):
        zone_size(space, status_quo(space))
