"""R1 to R5: demands that never stop, what tariffs do to momentum, investment, protection, and an order that erodes."""

from __future__ import annotations

import pytest

from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import R1, R2, R3, R4, R5


@pytest.mark.claim(6)
@R1
def test_r1_every_round_brings_a_demand() -> None:
    game = table().to("end")
    assert game.rounds_with_demand == [1, 2, 3, 4, 5, 6, 7, 8]


@R1
def test_r1_with_no_card_left_an_ask_is_renewed_on_the_heaviest_issue() -> None:
    game = table(posture="dealmaker", cards=())
    assert game.demands == {"pd1": ("T2=1", 4)}


@R1
@pytest.mark.parametrize(
    ("posture", "levels", "asked"),
    [
        ("burden_sharer", {}, "D1=1"),
        ("dealmaker", {"T2": 2}, "T2=3"),
        ("dealmaker", {"T2": 5}, "T4=1"),
        ("dealmaker", {"T2": 5, "T4": 4}, "D2=1"),
        ("industrialist", {"T2": 5, "T4": 4, "D4": 4, "D1": 5}, "D2=1"),
        ("industrialist", {"T2": 5, "T4": 4, "D4": 4, "D1": 5, "D2": 4}, "D3=1"),
    ],
)
def test_r1_a_renewed_ask_looks_at_what_can_still_rise(posture: str, levels: dict[str, int], asked: str) -> None:
    game = table(posture=posture, start=levels, cards=())
    assert game.demands == {"pd1": (asked, 4)}


@R1
def test_r1_a_renewed_ask_leaves_issues_with_an_open_demand_alone() -> None:
    game = table(cards=("dm08",)).play("us demand dm08").to("response", 2)
    assert game.demands == {"dm08": ("T2=3", 4), "pd1": ("T4=1", 5)}


@R1
def test_r1_a_renewed_ask_comes_where_the_open_demand_asks_no_more_than_the_level() -> None:
    game = table(cards=("dm08",)).play("us demand dm08").put({"T2": 3})
    assert game.renewed() == "T2"


@R1
def test_r1_with_every_issue_at_its_top_there_is_no_demand() -> None:
    game = table(cards=(), start={"D1": 5, "D2": 4, "D3": 4, "D4": 4, "T2": 5, "T4": 4})
    assert game.demands == {}


@R1
@pytest.mark.parametrize(
    ("protection", "tariff", "chance"),
    [
        (50, 50, 45),
        (71, 71, 60),
        (70, 65, 58),
        (53, 50, 47),
        (47, 50, 43),
        (50, 52, 45),
        (50, 53, 46),
        (50, 47, 44),
        (100, 100, 80),
        (10, 40, 23),
        (4, 40, 20),
        (0, 0, 20),
    ],
)
def test_r1_chance_of_a_second_demand(protection: int, tariff: int, chance: int) -> None:
    game = table().put({"m_protection": protection, "m_tariff": tariff})
    assert game.chance_of_second == chance


@pytest.mark.claim(18)
@R1
def test_r1_the_chance_has_no_memory_of_good_will() -> None:
    game = table().to("opening")
    before = game.chance_of_second
    game.put({"m_momentum": 100, "m_leader_trust": 100, "post_close": 12, "post_partners": 12, "m_cohesion": 100, "m_unpredict": 0})
    assert game.chance_of_second == before


@R1
def test_r1_met_demands_do_not_lower_the_chance() -> None:
    game = table(hand={1: ("dm07", "dm07", "dm07")}).play("us demand dm07").put({"T2": 1, "m_tariff": 60, "m_protection": 60})
    before = game.chance_of_second
    game.to("opening", 2).put({"m_tariff": 60, "m_protection": 60})
    assert "dm07" not in game.demands
    assert game.chance_of_second == before


def momentum_lost(tariff: int, markers: int = 0) -> int:
    """What R2 takes from momentum in a Resolve that begins with these numbers."""
    game = table().to("offers").put({"m_tariff": tariff, "markers": markers}).to("draw", 2)
    return -game.by("R2").get("m_momentum", 0)


@pytest.mark.claim(35)
@R2
@pytest.mark.parametrize(("tariff", "lost"), [(30, 0), (40, 0), (44, 0), (45, 1), (54, 1), (55, 2), (63, 2), (65, 3), (71, 3), (100, 6)])
def test_r2_momentum_falls_with_tariff_pressure(tariff: int, lost: int) -> None:
    assert momentum_lost(tariff) == lost


@R2
def test_r2_the_first_marker_costs_one_more_and_further_ones_nothing() -> None:
    assert [momentum_lost(65, markers) for markers in (0, 1, 2)] == [3, 4, 4]
    assert momentum_lost(30, markers=1) == 1


@R2
def test_r2_reads_tariffs_after_the_levels_of_the_round() -> None:
    game = table(start={"m_tariff": 69}).pass_("T1=2 T2=1")
    assert game.by("R2") == {"m_momentum": -1}


def tariffs_announced(fdi: int, credibility: int = 100) -> int:
    """How far a tariff announcement raises the pressure."""
    game = table().to("lever").put({"m_fdi": fdi, "m_tariff": 50, "us_l01.credibility": credibility})
    return game.effect_of("us lever us_l01").get("m_tariff", 0)


@pytest.mark.claim(30)
@R3
@pytest.mark.parametrize(("fdi", "rise"), [(0, 10), (19, 10), (20, 9), (59, 8), (60, 7), (79, 7), (80, 6), (100, 5)])
def test_r3_a_lever_is_softened_by_a_twentieth_of_investment_credibility(fdi: int, rise: int) -> None:
    assert tariffs_announced(fdi) == rise


@R3
def test_r3_softening_comes_after_credibility() -> None:
    assert tariffs_announced(60, credibility=85) == 6
    assert tariffs_announced(100, credibility=20) == 1


@R3
def test_r3_what_credibility_makes_nothing_stays_nothing() -> None:
    assert tariffs_announced(100, credibility=4) == 0


@R3
def test_r3_an_event_is_softened() -> None:
    assert table(news={1: "ev04"}).by("ev04")["m_tariff"] == 5
    assert table(news={1: "ev36"}, start={"m_fdi": 100}).by("ev36")["m_tariff"] == 1


@R3
def test_r3_a_missed_demand_is_softened() -> None:
    game = table(hand={1: ("dm08", "dm08", "dm08")}).play("us demand dm08").to("draw", 5)
    assert game.by("dm08")["m_tariff"] == 2


@R3
def test_r3_a_standing_rule_is_softened() -> None:
    game = table(start={"m_fdi": 60}).to("draw", 4)
    assert game.by("R17")["m_tariff"] == 1
    assert table(start={"m_fdi": 30}).to("draw", 4).by("R17")["m_tariff"] == 2


@R3
def test_r3_drift_is_not_softened() -> None:
    assert table(start={"m_fdi": 100}).by("m_tariff") == {"m_tariff": 1}


@R3
def test_r3_an_agreed_level_is_not_softened() -> None:
    game = table(start={"T1": 1, "m_fdi": 100, "us.capital": 9}).to("closing", 2).play("us reopen T1=0").to("draw", 3)
    assert game.by("T1")["m_tariff"] == 8


@R3
def test_r3_a_fall_is_not_softened() -> None:
    game = table().to("lever").put({"m_fdi": 100})
    assert game.effect_of("us lever us_l08")["m_tariff"] == -8


@pytest.mark.claim(44)
@R4
@pytest.mark.parametrize(("protection", "cap"), [(0, 4), (29, 4), (30, 3), (59, 3), (60, 2), (74, 2), (75, 1), (89, 1), (90, 0), (100, 0)])
def test_r4_protection_caps_integration(protection: int, cap: int) -> None:
    game = table().to("offers").put({"m_protection": protection, "F2": 0})
    assert game.cap("F2") == cap
    assert cap == 4 or game.says(f"jp offer F2={cap + 1}") == "above-lock"
    assert cap == 0 or game.says(f"jp offer F2={cap}") == "allowed"


@R4
def test_r4_a_level_in_force_stays_when_the_cap_falls() -> None:
    game = table(start={"F2": 2, "m_protection": 89}).to("offers")
    assert game.cap("F2") == 0
    assert game.says("jp offer F2=2 T1=1") == "allowed"
    assert game.says("jp offer F2=3 T1=1") == "above-lock"


@R4
def test_r4_the_cap_binds_a_move_without_a_vote_too() -> None:
    game = table(start={"m_protection": 74, "F2": 1}).to("closing").put({"m_protection": 75})
    assert game.to("closing").play("jp done").says("us decide F2=2") == "above-lock"
    assert game.put({"m_protection": 74}).says("us decide F2=2") == "allowed"


def order_lost(**levels: int) -> int:
    """What R5 takes from the order in a Resolve with these levels in force."""
    game: Table = table().to("offers").put(levels).to("draw", 2)
    return -game.by("R5").get("m_order", 0)


@pytest.mark.claim(8)
@pytest.mark.claim(48)
@R5
def test_r5_the_order_drifts_down_by_three() -> None:
    assert table().by("m_order") == {"m_order": -3}


@R5
@pytest.mark.parametrize(("f3", "f4", "lost"), [(0, 0, 1), (0, 1, 1), (1, 1, 0), (0, 2, 0), (1, 2, 0)])
def test_r5_it_falls_by_one_more_while_nobody_acts(f3: int, f4: int, lost: int) -> None:
    assert order_lost(F3=f3, F4=f4) == lost


@pytest.mark.claim(49)
@R5
def test_r5_courses_and_levers_of_japan_work_against_it() -> None:
    game = table().to("response")
    assert game.effect_of("jp course norms=2")["m_order"] == 2
    assert game.effect_of("jp lever jp_l05")["m_order"] == 4


@R5
def test_r5_agreed_levels_and_initiatives_work_against_it() -> None:
    game = table(start={"D4": 1}).pass_("F4=2 F3=1")
    assert game.by("F4")["m_order"] + game.by("F3")["m_order"] == 5
    game.put({"us.capital": 9}).to("opening", 2).play("us initiative in10", "jp agree in10").to("draw", 4)
    assert game.by("in10")["m_order"] == 1
