"""Levers: when they may be played, what is paid, what they pick, and what undoes or bars them."""

from __future__ import annotations

import pytest

from sim.kernel import codes
from sim.table.actions import plain
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import RULE_0_12, RULE_2_8, RULE_2_9


def with_demand(**words: object) -> Table:
    """Round 1, the US side's own step, with a demand for T2 on the table."""
    return table(hand={1: ("dm08",) * 3}, **words).play("us demand dm08")  # type: ignore[arg-type]


@RULE_2_8
def test_one_lever_in_the_own_step_and_one_in_talks() -> None:
    game = with_demand().play("us lever us_l09")
    assert game.says("us lever us_l06") == "lever-slot-used"
    game.to("opening").play("jp done", "us lever us_l06")
    assert game.says("us lever us_l11") == "lever-slot-used"


@RULE_2_8
def test_japan_has_its_slots_in_response_and_in_talks() -> None:
    game = with_demand().to("response").play("jp lever jp_l02")
    assert game.says("jp lever jp_l04") == "lever-slot-used"
    game.to("opening").play("jp lever jp_l04")
    assert game.says("jp lever jp_l06") == "lever-slot-used"


@RULE_2_8
def test_the_same_lever_once_a_round() -> None:
    game = with_demand().play("us lever us_l09").to("opening").play("jp done")
    assert game.says("us lever us_l09") == "lever-played"
    assert game.to("lever", 2).says("us lever us_l09") == "allowed"


@RULE_2_8
def test_a_lever_belongs_to_its_side() -> None:
    game = with_demand()
    assert game.says("us lever jp_l02") == "not-your-lever"
    assert game.says(plain("us", codes.ACT_LEVER, 99)) == "not-your-lever"
    assert game.says(plain("us", codes.ACT_LEVER, -1)) == "not-your-lever"


@RULE_2_8
def test_a_lever_has_its_price() -> None:
    game = with_demand().put({"us.capital": 1})
    assert game.says("us lever us_l01") == "no-capital"
    assert game.says("us lever us_l06") == "allowed"
    assert game.put({"us.capital": 2}).effect_of("us lever us_l01")["us.capital"] == -2


PRICES = [
    *[(f"us lever us_l{number}", price) for number, price in (("01", 2), ("04", 1), ("06", 1), ("07", 2), ("08", 1), ("10", 3), ("11", 1))],
    *[("us lever us_l02 dm08", 1), ("us lever us_l03 jp_farm", 0), ("us lever us_l05", 0), ("us lever us_l09", 0), ("us lever us_l12", 0)],
]
PRICES_OF_JAPAN = [
    *[(f"jp lever jp_l{number}", price) for number, price in (("02", 1), ("03", 1), ("04", 1), ("05", 2), ("06", 1), ("07", 1), ("08", 2))],
    *[("jp lever jp_l09", 2), ("jp lever jp_l10", 0), ("jp lever jp_l11", 1), ("jp lever jp_l12", 1), ("jp lever jp_l01 T1", 1)],
    ("jp summit", 3),
]


@RULE_2_8
@pytest.mark.parametrize(("line", "price"), PRICES)
def test_prices_of_the_us_side(line: str, price: int) -> None:
    assert -with_demand().effect_of(line).get("us.capital", 0) == price


@RULE_2_8
@pytest.mark.parametrize(("line", "price"), PRICES_OF_JAPAN)
def test_prices_of_japan(line: str, price: int) -> None:
    assert -with_demand().to("response").effect_of(line).get("jp.capital", 0) == price


@RULE_2_8
def test_every_lever_takes_a_token() -> None:
    game = with_demand()
    assert game.effect_of("us lever us_l09")["us.tokens"] == -1
    game.to("opening").play("jp done").put({"us.tokens": 0})
    assert game.says("us lever us_l06") == "no-token"


@RULE_2_8
def test_with_eight_seats_each_seat_has_its_own_tokens() -> None:
    game = with_demand(seats={"us": 4, "jp": 4}).to("response").play("jp.meti lever jp_l02").to("opening").play("jp.meti probe token")
    assert game.says("jp.meti lever jp_l04") == "no-token"
    assert game.says("jp.mofa lever jp_l04") == "allowed"


@RULE_2_8
def test_a_side_token_serves_any_seat_when_its_own_are_spent() -> None:
    game = with_demand(seats={"us": 4, "jp": 4}, start={"m_cohesion": 75}).to("response").play("jp.meti lever jp_l02")
    game.to("opening").play("jp.meti probe token")
    assert game["jp.tokens"] == 1
    assert game.effect_of("jp.meti lever jp_l04")["jp.tokens"] == -1


@RULE_2_8
@pytest.mark.parametrize(
    "line",
    ["us lever us_l02", "us lever us_l03", "us lever us_l03 us_base", "us lever us_l02 dm01", "jp lever jp_l01", "jp lever jp_l01 D1"],
)
def test_a_lever_is_played_on_what_it_may_pick(line: str) -> None:
    game = with_demand()
    assert (game if line.startswith("us") else game.to("response")).says(line) == "wrong-pick"


@RULE_2_8
@pytest.mark.parametrize("pick", [99, -3])
@pytest.mark.parametrize("lever", ["us_l02", "us_l03", "us_l09"])
def test_a_pick_that_is_nothing(lever: str, pick: int) -> None:
    game = with_demand()
    assert game.says(plain("us", codes.ACT_LEVER, game.names.index(lever), pick)) == "wrong-pick"


@RULE_2_8
def test_an_issue_that_is_none() -> None:
    game = with_demand().to("response")
    assert game.says(plain("jp", codes.ACT_LEVER, game.names.index("jp_l01"), 31)) == "wrong-pick"


@RULE_2_8
def test_a_pause_needs_trust() -> None:
    game = with_demand().put({"m_leader_trust": 34})
    assert game.says("us lever us_l08") == "needs-not-met"
    assert game.put({"m_leader_trust": 35}).says("us lever us_l08") == "allowed"


@RULE_2_8
@pytest.mark.parametrize(("line", "place"), [("us lever us_l08", "lever"), ("jp lever jp_l12", "response")])
def test_three_markers_make_calming_dearer(line: str, place: str) -> None:
    capital = f"{line[:2]}.capital"
    assert with_demand().to(place).put({"markers": 2}).effect_of(line)[capital] == -1
    assert with_demand().to(place).put({"markers": 3}).effect_of(line)[capital] == -2


@RULE_2_8
def test_trusted_partners_make_outreach_free() -> None:
    assert "jp.capital" not in with_demand().to("response").put({"m_regional": 70}).effect_of("jp lever jp_l04")
    assert with_demand().to("response").put({"m_regional": 69}).effect_of("jp lever jp_l04")["jp.capital"] == -1


@RULE_2_8
def test_trust_between_leaders_makes_the_first_calming_lever_free() -> None:
    game = with_demand().put({"m_leader_trust": 70})
    effect = game.effect_of("us lever us_l08")
    assert (effect.get("us.capital", 0), effect["us.tokens"]) == (0, -1)
    game.put({"m_leader_trust": 80}).to("opening").play("jp done")
    assert game.effect_of("us lever us_l10")["us.capital"] == -3


@RULE_2_8
def test_it_is_the_first_of_each_side_and_round() -> None:
    game = with_demand(start={"m_leader_trust": 90}).play("us lever us_l09").to("response")
    assert "jp.capital" not in game.effect_of("jp lever jp_l12")
    assert "us.capital" not in game.to("lever", 2).effect_of("us lever us_l08")


@RULE_2_8
def test_below_70_or_with_a_lever_that_does_not_calm_the_price_stays() -> None:
    assert with_demand().put({"m_leader_trust": 69}).effect_of("us lever us_l08")["us.capital"] == -1
    assert with_demand().put({"m_leader_trust": 90}).effect_of("us lever us_l06")["us.capital"] == -1
    assert with_demand().put({"m_leader_trust": 90}).effect_of("us lever us_l11")["us.capital"] == -1


@RULE_2_9
def test_the_other_side_is_hit_before_the_own() -> None:
    game = with_demand()
    game.play("us lever us_l01")
    moved = [game.names.of_cell(row[2]) for row in game.rows if game.is_by(row[6], "us_l01") and row[7] == -1]
    order = [name for name in moved if name in ("m_tariff", "m_momentum", "m_cabinet", "m_us_support", "us_importers")]
    assert order == ["m_tariff", "m_momentum", "m_cabinet", "m_us_support", "us_importers"]


@pytest.mark.claim(23)
@RULE_2_9
def test_explaining_the_reforms_takes_back_the_doubt_of_this_round() -> None:
    game = with_demand().put({"us_l05.credibility": 100})
    before = game.numbers()
    game.play("us lever us_l05").to("response").play("jp lever jp_l03")
    since = game.since(before)
    assert "m_deterrence" not in since
    assert "m_cohesion" not in since
    assert list(game.demands) == ["dm08"]
    assert (since["us_security"], since["jp_opposition"]) == (1, -1)


@RULE_2_9
def test_what_is_taken_back_is_what_was_really_lost() -> None:
    game = with_demand().put({"us_l05.credibility": 100, "m_deterrence": 1})
    game.play("us lever us_l05").to("response").play("jp lever jp_l03")
    assert game["m_deterrence"] == 1


@RULE_2_9
def test_a_doubt_of_an_earlier_round_is_not_taken_back() -> None:
    game = with_demand().play("us lever us_l05").to("response", 2)
    before = game["m_cohesion"]
    game.play("jp lever jp_l03")
    assert game["m_cohesion"] == before
    assert "pd1" in game.demands


@RULE_2_9
def test_only_the_demand_of_this_use_is_taken_back() -> None:
    game = table(cards=("dm08",)).play("us demand dm08", "us lever us_l05").to("lever", 2).play("us lever us_l05")
    assert "pd1" in game.to("response").play("jp lever jp_l03").demands


@RULE_0_12
@pytest.mark.parametrize(("shield", "threat"), [("jp_l03", "us_l05"), ("jp_l10", "us_l06")])
def test_played_first_it_bars_the_lever_for_the_round(shield: str, threat: str) -> None:
    game = with_demand().to("response").play(f"jp lever {shield}").to("opening").play("jp done")
    assert game.says(f"us lever {threat}") == "lever-barred"
    assert game.to("lever", 2).says(f"us lever {threat}") == "allowed"


@RULE_2_9
def test_the_statement_on_the_own_budget_takes_back_a_spending_target() -> None:
    game = with_demand().put({"us_l06.credibility": 100})
    before = game.numbers()
    game.play("us lever us_l06").to("response").play("jp lever jp_l10")
    since = game.since(before)
    assert (since["m_cabinet"], since["m_leader_trust"]) == (2, -1)
    assert list(game.demands) == ["dm08"]


@RULE_2_9
def test_a_letter_brings_a_deadline_to_two_rounds_ahead_and_never_later() -> None:
    assert with_demand().play("us lever us_l02 dm08").demands["dm08"] == ("T2=3", 3)
    game = with_demand().to("lever", 3)
    assert game.play("us lever us_l02 dm08").demands["dm08"] == ("T2=3", 4)


@RULE_2_9
def test_a_letter_that_is_missed_makes_a_tariff_announcement_free_until_the_next_round() -> None:
    game = with_demand().play("us lever us_l02 dm08").to("lever", 4)
    assert "us.capital" not in game.effect_of("us lever us_l01")
    assert with_demand().play("us lever us_l02 dm08").to("lever", 5).effect_of("us lever us_l01")["us.capital"] == -2


@RULE_2_9
def test_a_letter_that_is_met_makes_nothing_free() -> None:
    game = with_demand().play("us lever us_l02 dm08").pass_("T2=3").to("lever", 4)
    assert game.effect_of("us lever us_l01")["us.capital"] == -2


@RULE_2_9
def test_a_free_use_is_one_use() -> None:
    game = with_demand().play("us lever us_l02 dm08").to("lever", 4).play("us lever us_l01").to("lever", 5)
    assert game.effect_of("us lever us_l01")["us.capital"] == -2


@RULE_2_9
def test_an_invitation_turns_up_an_energy_card_and_asks_for_energy() -> None:
    game = table(cards=(), turned_up={1: "in10"}).play("us lever us_l12")
    assert set(game.initiatives("up")) & {"in02", "in03"}
    assert game.demands["pd2"] == ("T4=1", 4)


@RULE_2_9
def test_with_no_energy_card_in_the_pile_nothing_is_turned_up() -> None:
    game = table(turned_up={1: "in02"}).put_cell("status", "in03", 2).to("lever")
    before = game.initiatives("up")
    game.play("us lever us_l12")
    assert game.initiatives("up") == before


@RULE_2_9
def test_the_steel_review_makes_one_step_free_this_round() -> None:
    game = with_demand().play("us lever us_l11").to("closing").play("jp done")
    assert "us.capital" not in game.effect_of("us decide T3=1")
    assert game.to("draw", 2).by("us_l11") == {"us.capital": -1, "us.tokens": -1, "us_base": -1}


@RULE_2_9
def test_a_steel_review_without_a_step_costs_investment_credibility() -> None:
    game = with_demand().play("us lever us_l11").to("draw", 2)
    assert game.by("us_l11")["m_fdi"] == -2
    assert with_demand().put({"us_l11.credibility": 100}).play("us lever us_l11").to("draw", 2).by("us_l11")["m_fdi"] == -3


@RULE_2_9
def test_conditions_on_investment_bar_a_pledge_without_a_step_on_the_issue_named() -> None:
    game = with_demand().to("response").play("jp lever jp_l01 T1").to("offers")
    assert game.says("jp offer T2=1") == "package-barred"
    assert game.says("jp offer T4=1") == "package-barred"
    assert game.says("jp offer T2=1 T3=1") == "package-barred"
    assert game.says("jp offer T2=1 T1=1") == "allowed"
    assert game.says("jp offer D2=1") == "allowed"
    assert game.to("offers", 2).says("us offer T2=1") == "allowed"


@RULE_2_9
@pytest.mark.parametrize(("package", "lost"), [("T2=1 T1=1", 0), ("T4=1 T1=1", 0), ("T1=1", -1), ("D2=1", -1)])
def test_conditions_that_bring_no_package_cost_support_in_the_us(package: str, lost: int) -> None:
    game = with_demand().to("response").play("jp lever jp_l01 T1").pass_(package)
    assert game.by("jp_l01").get("m_us_support", 0) == lost


@RULE_2_9
def test_conditions_twice_in_a_row_cost_investment_credibility() -> None:
    game = table(start={"jp.capital": 12}).to("response").play("jp lever jp_l01 T1").to("response", 2)
    assert game.effect_of("jp lever jp_l01 T1")["m_fdi"] == -2
    game = table(start={"jp.capital": 12}).to("response").play("jp lever jp_l01 T1").to("response", 3)
    assert "m_fdi" not in game.effect_of("jp lever jp_l01 T3")


@RULE_2_9
@pytest.mark.parametrize(("round_", "returned"), [(1, 0), (2, 0), (3, 0), (4, 3)])
def test_a_pause_returns_in_part_where_no_package_is_ratified_in_time(round_: int, returned: int) -> None:
    game = with_demand().play("us lever us_l08")
    game = game.to("draw", 4) if round_ == 4 else game.to("offers", round_).pass_("D2=1").to("draw", 4)
    assert game.by("us_l08", 3).get("m_tariff", 0) == returned


@RULE_2_9
def test_a_package_before_the_pause_does_not_count() -> None:
    game = table().pass_("D2=1").to("lever", 2).play("us lever us_l08").to("draw", 5)
    assert game.by("us_l08", 4) == {"m_tariff": 3}


@RULE_2_9
def test_the_free_step_of_the_steel_review_ends_with_the_round() -> None:
    game = with_demand().play("us lever us_l11").to("closing", 2)
    assert game.effect_of("us decide T3=1")["us.capital"] == -2
