"""Step 6, Resolve: initiatives, requests, thresholds of the meters, friction, markers, what waits and what lasts."""

from __future__ import annotations

import pytest

from sim.kernel.layout import N_TIMERS
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import R2, RULE_0_5, RULE_0_10, RULE_0_11, RULE_0_12, RULE_6_1, RULE_6_3, RULE_6_6, RULE_6_7


def resolved(round_: int = 1, **numbers: int) -> Table:
    """After the Resolve of a round that begins with these numbers; the next round waits for a demand."""
    game = table(round_=round_, requests=(0, 1)).to("offers").put(numbers)
    return game.to("draw", round_ + 1)


def at_once(cause: str, round_: int = 1, **numbers: int) -> dict[str, int]:
    """What the entry moved in the Resolve of a round that begins with these numbers."""
    return resolved(round_, **numbers).resolve_of(cause, round_)


THRESHOLDS = [
    ("m_cohesion", 29, 30, {"m_deterrence": -2}),
    ("m_fdi", 39, 40, {"jp_business": -2}),
    ("m_industry", 55, 54, {"m_protection": -3}),
    ("m_goods", 29, 30, {"m_regional": -1}),
    ("m_order", 34, 35, {"m_regional": -1, "m_deterrence": -1}),
    ("m_cabinet", 29, 30, {"jp_opposition": -2}),
    ("m_cabinet", 50, 49, {"m_diet": 1}),
    ("m_us_support", 39, 40, {"us_base": -2, "us_industry": -2}),
]


@RULE_0_10
@pytest.mark.parametrize(("meter", "inside", "outside", "effect"), THRESHOLDS)
def test_a_threshold_acts_once_a_round(meter: str, inside: int, outside: int, effect: dict[str, int]) -> None:
    assert at_once(meter, F3=1, **{meter: inside}) == effect
    assert at_once(meter, F3=1, **{meter: outside}) == {}


@RULE_0_10
@pytest.mark.parametrize(("round_", "goods", "norms"), [(3, 60, 1), (6, 60, 1), (3, 59, 0), (2, 60, 0), (4, 70, 0)])
def test_plenty_of_public_goods_adds_a_point_of_norms_in_every_third_round(round_: int, goods: int, norms: int) -> None:
    assert at_once("m_goods", round_, m_goods=goods).get("post_norms", 0) == norms


@RULE_0_10
def test_thresholds_act_from_the_top_of_the_list_to_the_bottom() -> None:
    game = resolved(m_order=34, m_goods=29, m_cohesion=29, F3=1)
    assert game.order_of("m_order", "m_goods", "m_cohesion") == ["m_deterrence", "m_regional", "m_regional", "m_deterrence"]


@RULE_0_10
def test_each_condition_is_read_when_its_turn_comes() -> None:
    assert at_once("R15", 2, m_fdi=40, markers=1) == {"m_cohesion": -1}  # the marker takes 1 of m_fdi first


@RULE_0_10
@pytest.mark.parametrize("markers", [1, 2, 3])
def test_every_marker_costs_investment_credibility_and_cohesion(markers: int) -> None:
    assert at_once("marker_cost", markers=markers) == {"m_fdi": -markers, "m_cohesion": -markers}


@RULE_0_10
def test_markers_come_before_the_thresholds() -> None:
    assert at_once("m_cohesion", m_cohesion=30, markers=1) == {"m_deterrence": -2}


@RULE_0_10
@pytest.mark.parametrize(("friction", "after", "markers"), [(1, 4, 0), (2, 0, 1), (4, 0, 1)])
def test_five_points_of_friction_make_a_marker_and_the_rest_is_lost(friction: int, after: int, markers: int) -> None:
    game = table().to("lever").put({"friction": friction}).play("us lever us_l01")
    assert game.friction == (after, markers)


FRICTION = [
    *[(f"us lever us_l{number}", points) for number, points in (("04", 1), ("05", 2), ("06", 1), ("07", 2), ("08", -2))],
    *[("us lever us_l02 dm08", 2), ("us lever us_l03 jp_farm", 1), ("us lever us_l09", -1), ("us lever us_l10", -2)],
    *[("us lever us_l11", 0), ("us lever us_l12", 0)],
    *[(f"jp lever jp_l{number}", points) for number, points in (("02", -1), ("03", -1), ("04", 0), ("05", 0), ("06", -1), ("07", -1))],
    *[(f"jp lever jp_l{number}", points) for number, points in (("08", 2), ("10", 1), ("11", 2), ("12", -2))],
    *[("jp lever jp_l01 T1", 1), ("jp summit", 0)],
]


@RULE_0_10
@pytest.mark.parametrize(("line", "points"), FRICTION)
def test_what_each_lever_adds_to_friction(line: str, points: int) -> None:
    game = table(hand={1: ("dm08",) * 3}, start={"jp.capital": 12}).play("us demand dm08")
    game.to("lever" if line.startswith("us") else "response").put({"friction": 2})
    assert game.effect_of(line).get("friction", 0) == points


@RULE_0_10
@pytest.mark.parametrize(("line", "place"), [("us lever us_l01", "lever"), ("jp lever jp_l09", "response")])
def test_the_hardest_levers_add_three(line: str, place: str) -> None:
    assert table().to(place).effect_of(line)["friction"] == 3


@RULE_0_10
def test_friction_never_falls_below_0() -> None:
    assert "friction" not in table().to("lever").effect_of("us lever us_l08")


@pytest.mark.claim(36)
@RULE_0_11
@pytest.mark.parametrize(("before", "credibility", "markers"), [(74, 100, 1), (73, 100, 0), (80, 100, 0), (79, 20, 1)])
def test_tariffs_that_pass_80_upwards_lay_a_marker(before: int, credibility: int, markers: int) -> None:
    game = table().to("lever").put({"m_tariff": before, "m_fdi": 99, "us_l01.credibility": credibility})
    game.play("us lever us_l01").to("opening")
    assert game["markers"] == markers


@RULE_0_11
def test_it_counts_every_time() -> None:
    game = (
        table().to("lever").put({"m_tariff": 79}).play("us lever us_l01").to("opening").put({"m_tariff": 70, "friction": 0}).to("lever", 2)
    )
    game.put({"m_tariff": 79}).play("us lever us_l01").to("opening")
    assert game["markers"] == 2


@RULE_0_11
def test_a_fall_through_80_lays_none() -> None:
    game = table().to("lever").put({"m_tariff": 85}).play("us lever us_l08").to("opening")
    assert game["markers"] == 0


@RULE_0_11
def test_drift_may_pass_80_too() -> None:
    assert table(start={"m_tariff": 79})["markers"] == 1


@RULE_0_11
@R2
def test_a_marker_laid_in_resolve_is_felt_in_the_same_resolve() -> None:
    game = table(cards=("dm08",), start={"m_fdi": 0}).play("us demand dm08").to("offers", 4).put({"m_tariff": 79}).to("draw", 5)
    assert game["markers"] == 1
    assert game.by("R2", 4)["m_momentum"] == -(4 + 1)


@RULE_6_1
def test_a_level_brings_its_effects_in_place_of_those_of_the_level_before() -> None:
    game = table(start={"D1": 4}).pass_("D1=3")
    assert game.by("D1") == {"m_deterrence": -1, "m_cabinet": 4, "m_us_support": -1}


@RULE_6_3
@pytest.mark.parametrize(
    ("initiative", "delay", "start"), [("in10", 1, {}), ("in01", 2, {"T4": 1}), ("in06", 1, {"D4": 2}), ("in04", 2, {"F1": 2})]
)
def test_an_initiative_is_completed_after_its_delay(initiative: str, delay: int, start: dict[str, int]) -> None:
    game = table(start=start).to("opening").play(f"jp initiative {initiative}", f"us agree {initiative}")
    assert game.to("draw", 1 + delay).initiatives("agreed") == [initiative]
    assert game.to("draw", 2 + delay).initiatives("done") == [initiative]


@RULE_6_3
def test_what_is_not_completed_at_the_end_counts_nothing() -> None:
    game = table(round_=8, start={"T4": 1}).to("opening").play("us initiative in01", "jp agree in01").to("end")
    assert game.result("gains", "us") == 0


@RULE_6_3
def test_a_card_may_shorten_work_that_is_under_way() -> None:
    game = table(start={"D4": 3}, turned_up={1: "in08"}, news={2: "ev25"}).to("opening").play("jp initiative in08", "us agree in08")
    assert game.to("draw", 3).initiatives("done") == ["in08"]


@RULE_6_3
def test_no_delay_is_shorter_than_a_round() -> None:
    game = table(start={"D4": 3}, turned_up={1: "in08"}, news={1: "ev25"}).to("opening").play("jp initiative in08", "us agree in08")
    assert game.to("draw", 2).initiatives("agreed") == ["in08"]
    assert game.to("draw", 3).initiatives("done") == ["in08"]


@RULE_6_6
def test_two_requests_lie_open() -> None:
    assert table(requests=(2, 5)).requests == ["F3", "T3"]


@RULE_6_6
@pytest.mark.parametrize(("slot", "issue", "level"), [(0, "F1", 3), (1, "F2", 2), (2, "F3", 2), (3, "F4", 3), (4, "T1", 2), (5, "T3", 3)])
def test_a_request_is_met_at_its_level(slot: int, issue: str, level: int) -> None:
    game = table(requests=(slot, (slot + 1) % 6)).to("offers").put({issue: level - 1}).to("offers", 2)
    assert issue in game.requests
    game.put({issue: level}).to("draw", 3)
    assert issue not in game.requests
    assert game.by("jp", 2) == {"m_regional": 1, "m_cabinet": 2}
    assert len(game.requests) == 2


@RULE_6_6
def test_a_request_that_is_so_already_when_it_is_turned_up_is_met() -> None:
    game = table(requests=(4, 1), start={"T1": 2}).to("draw", 2)
    assert game.by("jp", 1) == {"m_regional": 1, "m_cabinet": 2}


@RULE_6_6
def test_a_request_that_is_not_met_costs_nothing_and_stays() -> None:
    game = table(requests=(0, 1)).to("draw", 8)
    assert game.requests == ["F1", "F2"]
    assert game.by("jp") == {}


@RULE_6_6
def test_a_request_comes_once() -> None:
    game = table(requests=(4, 1), start={"T1": 2, "F1": 4, "F2": 4, "F3": 4, "F4": 4, "T3": 4}).to("end")
    assert game.by("jp") == {"m_regional": 6, "m_cabinet": 12}
    assert game.requests == []


@RULE_0_5
def test_an_investigation_raises_tariffs_in_each_of_the_next_two_rounds() -> None:
    game = table(start={"m_fdi": 20}).to("lever").play("us lever us_l07").to("draw", 5)
    assert [game.by("us_l07", number).get("m_tariff", 0) for number in (1, 2, 3, 4)] == [0, 3, 3, 0]


@RULE_0_5
def test_softening_is_that_of_the_day_it_comes() -> None:
    game = table(start={"m_fdi": 20}).to("lever").play("us lever us_l07").put({"m_fdi": 60}).to("draw", 3)
    assert game.by("us_l07", 2)["m_tariff"] == 1


@RULE_0_5
@pytest.mark.parametrize("round_", [2, 3, 4])
def test_the_ninety_days_end_well_where_t1_rises_in_time(round_: int) -> None:
    game = table(round_=2, news={2: "ev05"}).to("offers", round_).pass_("T1=1").to("draw", 5)
    assert game.by("ev05", 4) == {}


@RULE_0_5
def test_the_ninety_days_end_in_part_where_t1_does_not_rise() -> None:
    game = table(round_=2, news={2: "ev05"}).to("draw", 5)
    assert game.by("ev05", 4) == {"m_tariff": 3}


@RULE_0_5
def test_a_rise_before_the_card_does_not_count() -> None:
    game = table(news={2: "ev05"}).pass_("T1=1").to("draw", 5)
    assert game.by("ev05", 4) == {"m_tariff": 3}


@RULE_0_5
def test_what_has_come_is_off_the_list() -> None:
    game = table().to("lever").play("us lever us_l07")
    assert [game.to("draw", number).s[N_TIMERS] for number in (2, 3, 4)] == [2, 1, 0]


@RULE_0_5
def test_what_comes_after_the_last_round_lapses() -> None:
    game = table(round_=8).to("lever").play("us lever us_l07").to("end")
    assert "m_tariff" not in game.by("us_l07")


@RULE_0_12
def test_a_bonus_for_this_rounds_vote_ends_with_it() -> None:
    game = table(posture="dealmaker").to("response").play("jp lever jp_l06").vote("T1=1")
    assert game.votes(1, ["us_president"]) == [(52 + 3 + 2, 1)]
    assert (
        table(posture="dealmaker").to("response").play("jp lever jp_l06").to("offers", 2).vote("T1=1").votes(2, ["us_president"])[0][0]
        == 55
    )


@RULE_0_12
def test_a_card_that_counts_to_the_end_of_the_game() -> None:
    game = table(news={1: "ev13"}).to("offers", 3).vote("F3=1")
    assert game.votes(3, ["jp_public"]) == [(44 + 1 + 1, 0)]


@RULE_0_12
def test_it_counts_only_in_votes_that_raise_its_issue() -> None:
    assert table(news={1: "ev13"}).vote("T1=1").votes(1, ["jp_public"])[0][0] == 48
    assert table(news={1: "ev13"}, start={"F3": 2}).vote("F3=1").votes(1, ["jp_public"])[0][0] == 43


@RULE_0_12
def test_a_free_use_lasts_to_the_end_of_the_next_round() -> None:
    game = table(news={1: "ev34"}).to("lever", 2)
    assert "us.capital" not in game.effect_of("us lever us_l08")
    assert table(news={1: "ev34"}).to("lever", 3).effect_of("us lever us_l08")["us.capital"] == -1


@RULE_0_12
def test_a_free_use_does_not_lift_a_condition() -> None:
    assert table(news={1: "ev34"}, start={"m_leader_trust": 20}).to("lever").says("us lever us_l08") == "needs-not-met"


@RULE_0_12
def test_a_lever_without_a_token_for_a_round() -> None:
    game = table(news={1: "ev20"}).to("lever").put({"us.tokens": 0})
    assert game.says("us lever us_l12") == "allowed"
    assert game.says("us lever us_l09") == "no-token"
    assert "us.tokens" not in game.effect_of("us lever us_l12")
    assert table(news={1: "ev20"}).to("lever", 2).put({"us.tokens": 0}).says("us lever us_l12") == "no-token"


@RULE_0_12
def test_a_dearer_or_cheaper_family_for_a_round() -> None:
    game = table(round_=2, news={2: "ev22"}, start={"F1": 2}).to("opening")
    assert game.play("us initiative in04").effect_of("jp agree in04") == {"us.capital": -1}
    game = table(round_=2, news={2: "ev22"}, start={"F1": 2}).to("opening", 3)
    assert game.play("jp initiative in04").effect_of("us agree in04") == {"us.capital": -2, "jp.capital": -1}


@RULE_0_12
@pytest.mark.parametrize(("round_", "gains"), [(2, (6, 5)), (3, (6, 5)), (4, (5, 4))])
def test_a_larger_gain_for_this_round_and_the_next(round_: int, gains: tuple[int, int]) -> None:
    game = table(round_=2, news={2: "ev24"}, start={"T2": 2}, turned_up={2: "in11"}).to("opening", round_)
    first, second = ("us", "jp") if round_ % 2 == 0 else ("jp", "us")
    game.play(f"{first} initiative in11", f"{second} agree in11").to("draw", round_ + 3).score()
    assert (game.result("gains", "us"), game.result("gains", "jp")) == gains


@RULE_0_12
def test_a_report_on_yards_lowers_a_prerequisite_for_the_rest_of_the_game() -> None:
    game = table(news={1: "ev23"}, start={"D4": 1}).to("opening")
    assert game.says("jp initiative in06") == "allowed"
    assert game.to("opening", 5).says("jp initiative in06") == "allowed"
    assert table(start={"D4": 1}).to("opening").says("jp initiative in06") == "needs-not-met"


@RULE_6_7
def test_what_was_said_in_the_last_round_is_not_judged_any_more() -> None:
    game = table(round_=8).to("lever").play("us lever us_l06").to("end")
    assert game["us_l06.credibility"] == 70
