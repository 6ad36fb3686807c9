"""R10 to R12: what a word is worth, summits, and the wish for reciprocity."""

from __future__ import annotations

import pytest

from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import R10, R11, R12


@R10
def test_r10_a_lever_works_on_the_other_side_to_its_credibility_and_softening_comes_after() -> None:
    game = table().to("lever")
    effect = game.effect_of("us lever us_l01")
    assert (effect["m_tariff"], effect["m_momentum"], effect["m_cabinet"]) == (6, -4, -2)


@R10
def test_r10_what_it_does_to_its_own_side_is_not_scaled() -> None:
    game = table().to("lever").put({"us_l01.credibility": 10})
    effect = game.effect_of("us lever us_l01")
    assert (effect["m_us_support"], effect["us_importers"], effect["us.capital"]) == (1, -3, -2)


@R10
@pytest.mark.parametrize(("credibility", "cohesion"), [(0, 0), (24, 0), (25, -1), (65, -1), (74, -1), (75, -2), (100, -2)])
def test_r10_the_size_is_rounded_half_away_from_zero(credibility: int, cohesion: int) -> None:
    game = table().to("lever").put({"us_l04.credibility": credibility})
    assert game.effect_of("us lever us_l04").get("m_cohesion", 0) == cohesion


@R10
def test_r10_a_lever_without_credibility_works_in_full() -> None:
    assert table().to("lever").effect_of("us lever us_l08")["m_tariff"] == -8


@R10
def test_r10_support_on_the_other_side_is_scaled_too() -> None:
    game = table().to("lever")
    assert game.effect_of("us lever us_l03 jp_farm")["jp_farm"] == -1
    assert table().to("lever").put({"us_l03.credibility": 100}).effect_of("us lever us_l03 jp_farm")["jp_farm"] == -2


@R10
def test_r10_a_demand_by_a_lever_is_not_scaled() -> None:
    game = table().to("lever").put({"us_l04.credibility": 0})
    assert "pd1" in game.play("us lever us_l04").demands


@R10
def test_r10_what_a_lever_brings_later_is_scaled_when_it_is_played() -> None:
    game = table(start={"m_fdi": 0}).to("lever").play("us lever us_l07").put({"us_l07.credibility": 0}).to("draw", 4)
    assert [game.by("us_l07", number).get("m_tariff", 0) for number in (1, 2, 3)] == [0, 4, 4]


@R10
@pytest.mark.parametrize("lever", ["us_l01", "us_l07"])
def test_r10_a_measure_gains_five_by_being_played(lever: str) -> None:
    game = table().to("lever")
    assert game.effect_of(f"us lever {lever}")[f"{lever}.credibility"] == 5
    assert game.to("draw", 3).by("credibility") == {}


@R10
def test_r10_a_measure_of_japan_gains_five() -> None:
    assert table().to("response").effect_of("jp lever jp_l08")["jp_l08.credibility"] == 5


@R10
def test_r10_credibility_ends_at_100() -> None:
    game = table().to("lever").put({"us_l01.credibility": 98})
    assert game.effect_of("us lever us_l01")["us_l01.credibility"] == 2


@R10
def test_r10_credibility_ends_at_0() -> None:
    game = announced("us_l06").put({"us_l06.credibility": 9}).to("draw", 3)
    assert game["us_l06.credibility"] == 0


def announced(line: str) -> Table:
    """Round 1 with an announcement of the US side just made; one demand, for T2, is on the table."""
    game = table(hand={1: ("dm08", "dm08", "dm08")}, start={"us.capital": 10, "jp.capital": 12})
    return game.play("us demand dm08", f"us lever {line}")


ANNOUNCEMENTS = ["us_l02 dm08", "us_l03 jp_farm", "us_l04", "us_l05", "us_l06", "us_l11"]


@R10
@pytest.mark.parametrize("line", ANNOUNCEMENTS)
def test_r10_an_announcement_that_is_not_followed_up_loses_fifteen(line: str) -> None:
    game, lever = announced(line), f"{line.split()[0]}.credibility"
    before = game[lever]
    assert game.to("draw", 2)[lever] == before
    assert game.to("draw", 3)[lever] == before - 15
    assert game.to("draw", 5)[lever] == before - 15


@R10
@pytest.mark.parametrize("line", ANNOUNCEMENTS)
def test_r10_a_measure_of_the_same_side_keeps_an_announcement(line: str) -> None:
    game, lever = announced(line), f"{line.split()[0]}.credibility"
    before = game[lever]
    game.to("lever", 2).play("us lever us_l01")
    assert game.to("draw", 3)[lever] == before + 5


@R10
def test_r10_a_measure_in_the_same_round_counts_when_it_comes_after() -> None:
    game = announced("us_l06").to("opening").play("jp done", "us lever us_l01").to("draw", 3)
    assert game["us_l06.credibility"] == 75


@R10
def test_r10_a_measure_before_the_announcement_does_not_count() -> None:
    game = table().to("lever").play("us lever us_l01").to("opening").play("jp done", "us lever us_l06").to("draw", 3)
    assert game["us_l06.credibility"] == 55


@R10
def test_r10_a_measure_of_the_other_side_does_not_count() -> None:
    game = announced("us_l06").to("response").play("jp lever jp_l08").to("draw", 3)
    assert game["us_l06.credibility"] == 55


@R10
@pytest.mark.parametrize(
    ("line", "issue"),
    [("us_l02 dm08", "T2"), ("us_l04", "D2"), ("us_l05", "D3"), ("us_l06", "D1"), ("us_l11", "T3")],
)
def test_r10_an_issue_that_moves_the_way_of_the_user_keeps_an_announcement(line: str, issue: str) -> None:
    game, lever = announced(line), f"{line.split()[0]}.credibility"
    before = game[lever]
    game.pass_(f"{issue}=1").to("draw", 3)
    assert game[lever] == before + 5


@R10
@pytest.mark.parametrize("issue", ["D1", "D2", "D3", "T2", "T3"])
def test_r10_a_post_is_kept_by_a_measure_only(issue: str) -> None:
    game = announced("us_l03 jp_farm").pass_(f"{issue}=1").to("draw", 3)
    assert game["us_l03.credibility"] == 25


@R10
@pytest.mark.parametrize(("line", "issue"), [("us_l04", "D1"), ("us_l05", "D2"), ("us_l06", "D2"), ("us_l11", "T1"), ("us_l02 dm08", "T1")])
def test_r10_another_issue_does_not_keep_it(line: str, issue: str) -> None:
    game, lever = announced(line), f"{line.split()[0]}.credibility"
    before = game[lever]
    game.pass_(f"{issue}=1").to("draw", 3)
    assert game[lever] == before - 15


@R10
def test_r10_the_end_of_the_next_round_is_too_late_for_the_round_behind_it() -> None:
    game = announced("us_l06").to("offers", 3).pass_("D1=1")
    assert game["us_l06.credibility"] == 55


def said_by_japan(line: str, **start: int) -> Table:
    """Round 1 with an announcement of Japan just made."""
    return table(start={"jp.capital": 12, "us.capital": 12} | start).to("response").play(f"jp lever {line}")


@R10
@pytest.mark.parametrize("line", ["jp_l01 T1", "jp_l01 T3", "jp_l09"])
def test_r10_announcements_of_japan_lose_fifteen(line: str) -> None:
    game, lever = said_by_japan(line), f"{line.split()[0]}.credibility"
    before = game[lever]
    assert game.to("draw", 3)[lever] == before - 15


@R10
@pytest.mark.parametrize(("line", "issue"), [("jp_l01 T1", "T1"), ("jp_l01 T3", "T3"), ("jp_l09", "T1")])
def test_r10_announcements_of_japan_are_kept_by_the_issue_they_name(line: str, issue: str) -> None:
    game, lever = said_by_japan(line), f"{line.split()[0]}.credibility"
    before = game[lever]
    game.pass_(f"{issue}=1").to("draw", 3)
    assert game[lever] == before + 5


@R10
def test_r10_conditions_on_one_issue_are_not_kept_by_the_other() -> None:
    game = said_by_japan("jp_l01 T1").pass_("T3=1").to("draw", 3)
    assert game["jp_l01.credibility"] == 35


@R10
@pytest.mark.parametrize("line", ["jp_l01 T1", "jp_l09"])
def test_r10_announcements_of_japan_are_kept_by_its_measure(line: str) -> None:
    game, lever = said_by_japan(line), f"{line.split()[0]}.credibility"
    before = game[lever]
    game.to("response", 2).play("jp lever jp_l08")
    assert game.to("draw", 3)[lever] == before + 5


@R10
def test_r10_the_statement_on_the_own_budget_is_kept_as_long_as_d1_stays() -> None:
    assert said_by_japan("jp_l10").to("draw", 3)["jp_l10.credibility"] == 75
    assert said_by_japan("jp_l10").pass_("D1=1").to("draw", 3)["jp_l10.credibility"] == 55


@R10
def test_r10_no_measure_saves_the_statement_on_the_own_budget() -> None:
    game = said_by_japan("jp_l10").pass_("D1=1").to("response", 2).play("jp lever jp_l08").to("draw", 3)
    assert game["jp_l10.credibility"] == 55


@R10
def test_r10_a_credible_list_of_counter_measures_lowers_tariffs_in_full() -> None:
    game = table(start={"jp_l09.credibility": 50}).to("response")
    effect = game.effect_of("jp lever jp_l09")
    assert (effect["m_tariff"], effect["us_importers"], effect["m_leader_trust"]) == (-4, -2, -3)
    assert "m_tariff" not in table(start={"jp_l09.credibility": 49}).to("response").effect_of("jp lever jp_l09")


@R10
def test_r10_an_open_announcement_is_not_judged_twice_when_it_is_made_again() -> None:
    game = announced("us_l06").to("lever", 2).play("us lever us_l06").to("draw", 3)
    assert game["us_l06.credibility"] == 55
    assert game.to("draw", 5)["us_l06.credibility"] == 55


SUMMIT = {"m_momentum": 12, "m_cohesion": 3, "m_leader_trust": 4, "m_unpredict": -6, "m_cabinet": 2}


@R11
def test_r11_the_us_side_calls_a_summit() -> None:
    game = table().to("lever")
    own = {"us.capital": -3, "us.tokens": -1, "m_us_support": 1, "us.calm": 1}
    assert game.effect_of("us lever us_l10") == SUMMIT | own


@R11
def test_r11_japan_asks_for_a_summit_in_its_lever_slot() -> None:
    game = table().to("response")
    assert game.effect_of("jp summit") == SUMMIT | {"jp.capital": -3, "jp.tokens": -1}
    assert game.says("jp lever jp_l02") == "lever-slot-used"


@R11
def test_r11_japan_needs_a_leader_trust_of_55() -> None:
    game = table().to("response").put({"m_leader_trust": 54})
    assert game.says("jp summit") == "needs-not-met"
    assert game.put({"m_leader_trust": 55}).says("jp summit") == "allowed"


@R11
def test_r11_the_us_side_needs_no_trust() -> None:
    assert table().to("lever").put({"m_leader_trust": 0}).says("us lever us_l10") == "allowed"


@R11
def test_r11_without_momentum_there_is_no_summit() -> None:
    assert table().to("lever").put({"m_momentum": 0}).says("us lever us_l10") == "needs-not-met"
    assert table().to("lever").put({"m_momentum": 1}).says("us lever us_l10") == "allowed"
    assert table().to("response").put({"m_momentum": 0}).says("jp summit") == "needs-not-met"
    assert table().to("response").put({"m_momentum": 1}).says("jp summit") == "allowed"


@R11
def test_r11_a_game_has_two_summits_in_all() -> None:
    game = table(start={"us.capital": 12, "jp.capital": 12}).to("lever").play("us lever us_l10").to("response")
    game.play("jp summit").to("lever", 2)
    assert game.says("us lever us_l10") == "needs-not-met"
    assert game.to("response").says("jp summit") == "needs-not-met"


@R11
def test_r11_one_summit_leaves_one_more_to_either_side() -> None:
    game = table(start={"us.capital": 12, "jp.capital": 12}).to("response").play("jp summit")
    assert game.to("lever", 2).says("us lever us_l10") == "allowed"
    assert game.to("response", 2).says("jp summit") == "allowed"


@R11
def test_r11_a_summit_touches_neither_protection_nor_tariffs_nor_the_chance_of_demands() -> None:
    game = table().to("lever")
    chance = game.chance_of_second
    assert not {"m_protection", "m_tariff"} & set(game.effect_of("us lever us_l10"))
    assert game.chance_of_second == chance


@R11
def test_r11_the_calm_wears_off_with_the_drift() -> None:
    game = table().to("lever").play("us lever us_l10")
    after = game["m_unpredict"]
    assert game.to("draw", 3)["m_unpredict"] == after + 2


@pytest.mark.claim(24)
@R12
def test_r12_at_level_0_the_doubt_is_free_and_works_in_full() -> None:
    game = table().to("lever").put({"us_l05.credibility": 100})
    effect = game.effect_of("us lever us_l05")
    assert "us.capital" not in effect
    assert (effect["m_deterrence"], effect["m_cohesion"], effect["us_security"]) == (-3, -3, -2)


@R12
def test_r12_from_level_1_it_costs_1_and_deterrence_falls_half_as_much() -> None:
    game = table(start={"D3": 1}).to("lever").put({"us_l05.credibility": 100})
    effect = game.effect_of("us lever us_l05")
    assert (effect["us.capital"], effect["m_deterrence"], effect["m_cohesion"]) == (-1, -2, -3)


@R12
def test_r12_the_half_is_taken_after_credibility() -> None:
    assert table(start={"D3": 1}).to("lever").effect_of("us lever us_l05")["m_deterrence"] == -1


@R12
def test_r12_from_level_2_it_is_no_longer_there() -> None:
    assert table(start={"D3": 2}).to("lever").says("us lever us_l05") == "needs-not-met"
    assert table(start={"D3": 1}).to("lever").says("us lever us_l05") == "allowed"


@R12
def test_r12_it_asks_for_one_level_more() -> None:
    game = table(start={"D3": 1}, cards=()).to("lever").play("us lever us_l05")
    assert game.demands["pd2"] == ("D3=2", 4)
