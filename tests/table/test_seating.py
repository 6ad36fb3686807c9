"""Who sits where, and what the kernel's tables say of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sim.errors import RuleBroken
from sim.kernel import tables as k
from sim.kernel.layout import MAX_ISSUES, UNSET
from sim.kernel.masking import TABLE
from sim.loading import load
from sim.table.seating import masked_tables, seating_for, seating_of, tables_for

FULL = "spring-2025"


def held(counts: Mapping[str, int] | None) -> dict[str, tuple[str, ...]]:
    return {seat.id: seat.holds for seat in seating_for(load.scenario(FULL), counts).seats}


def test_one_seat_a_side_by_default() -> None:
    assert held(None) == {"us": ("s_pres", "s_ustr", "s_def", "s_cong"), "jp": ("s_pm", "s_meti", "s_mod", "s_mofa")}


def test_the_seat_tables_of_the_scenario_are_used_where_they_fit() -> None:
    assert held({"us": 2, "jp": 2})["us.ustr"] == ("s_ustr", "s_def", "s_cong")
    assert held({"us": 3, "jp": 3})["jp"] == ("s_pm", "s_mod")


def test_other_numbers_share_the_tracks_out() -> None:
    assert held({"us": 3, "jp": 1}) == {
        "us": ("s_pres",),
        "us.ustr": ("s_ustr", "s_cong"),
        "us.def": ("s_def",),
        "jp": ("s_pm", "s_meti", "s_mod", "s_mofa"),
    }


@pytest.mark.parametrize("counts", [{"us": 5}, {"us": 0}, {"xx": 1}])
def test_too_many_seats_or_none_are_refused(counts: Mapping[str, int]) -> None:
    with pytest.raises(RuleBroken) as caught:
        held(counts)
    assert caught.value.code == "no-such-seating"
    assert set(caught.value.facts) == {"party", "seats", "most"}


def test_a_side_without_its_head_is_refused() -> None:
    with pytest.raises(RuleBroken) as caught:
        seating_of(load.scenario(FULL), [("s_pres",), ("s_meti",)])
    assert caught.value.code == "no-such-seating"


def test_every_number_of_seats_has_its_tracks_and_one_head_a_side() -> None:
    scenario = load.scenario(FULL)
    for us in range(1, 5):
        for jp in range(1, 5):
            seating = seating_for(scenario, {"us": us, "jp": jp})
            t = tables_for(scenario, seating)
            for party in scenario.parties:
                seats = seating.of_party(party.index)
                assert [seat.head for seat in seats] == [True] + [False] * (len(seats) - 1)
                assert sorted({track for seat in seats for track in seat.tracks}) == [0, 1, 2]
                assert t[k.T_HEAD + party.index] == seats[0].index
            assert t[k.T_N_SEATS] == t[k.T_PLAYERS] == us + jp


def test_a_record_keeps_the_seating() -> None:
    scenario = load.scenario(FULL)
    seating = seating_for(scenario, {"us": 3, "jp": 2})
    assert seating_of(scenario, seating.held()) == seating


def test_the_single_weights_of_another_side_are_left_out_and_several_are_not() -> None:
    scenario = load.scenario(FULL)
    seating = seating_for(scenario)
    whole = tables_for(scenario, seating)
    single, several = 4, range(4)  # postures: Japan's one, the four of the United States
    for viewer in (TABLE, 0, 1):
        masked = masked_tables(scenario, seating, viewer)
        rows = {posture.index: masked[k.T_WEIGHT + posture.index * MAX_ISSUES :][: len(scenario.issues)] for posture in scenario.postures}
        assert [rows[index] for index in several] == [list(scenario.postures[index].weights) for index in several]
        hidden = viewer != seating.named("jp").index
        assert (rows[single] == [UNSET] * len(scenario.issues)) is hidden
        assert len(masked) == len(whole)
