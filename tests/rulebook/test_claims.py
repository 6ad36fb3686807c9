"""The claims of the source article that are a mechanic of the game and that no other test shows as plainly."""

from __future__ import annotations

import pytest

from sim.domain import Issue, Posture
from sim.kernel.layout import POSTURE, UNSET
from sim.loading import load
from tests.rulebook.harness import table


def issue(id_: str) -> Issue:
    """An issue of the main scenario."""
    return next(entry for entry in load.scenario("spring-2025").issues if entry.id == id_)


def us_payoff(id_: str) -> tuple[int, ...]:
    """What each level of an issue is worth to the US side."""
    return issue(id_).payoff[0]


def us_postures() -> list[Posture]:
    """The four postures that the US side may have."""
    return [posture for posture in load.scenario("spring-2025").postures if posture.party == 0]


@pytest.mark.claim(5)
def test_claim_5_the_relation_starts_with_momentum() -> None:
    assert table()["m_momentum"] > 50


@pytest.mark.claim(6)
def test_claim_6_pressure_comes_on_several_fronts() -> None:
    game = table()
    tracks = {game.scenario.issues[card.issue].track for card in game.scenario.demands}
    assert len(tracks) == 3


@pytest.mark.claim(9)
@pytest.mark.parametrize("id_", ["F1", "F2", "F3", "F4"])
def test_claim_9_every_regional_issue_lifts_or_lowers_the_order(id_: str) -> None:
    assert table().pass_(f"{id_}={issue(id_).start + 1}").by(id_)["m_order"] > 0


@pytest.mark.claim(10)
def test_claim_10_japan_reads_the_other_side_and_finds_new_fields_side_by_side() -> None:
    game = table().to("opening").play("jp probe token", "jp initiative in10", "us agree in10")
    assert (len(game.clues("jp")), game.initiatives("agreed")) == (3, ["in10"])


@pytest.mark.claim(14)
def test_claim_14_three_pillars() -> None:
    scenario = load.scenario("spring-2025")
    assert [track.id for track in scenario.tracks] == ["D", "T", "F"]
    pillars = [{scenario.issues[index].track for index in paragraph.issues} for paragraph in scenario.statement if paragraph.issues]
    assert pillars == [{0}, {1}, {2}]


@pytest.mark.claim(15)
@pytest.mark.parametrize("id_", ["F1", "F4"])
def test_claim_15_what_the_us_side_likes_best_there_lies_in_the_middle(id_: str) -> None:
    payoff = us_payoff(id_)
    assert 0 < payoff.index(100) < len(payoff) - 1


@pytest.mark.claim(23)
def test_claim_23_a_joint_explanation_is_what_suits_japan_best() -> None:
    assert issue("D3").payoff[1].index(100) == 1
    assert issue("D3").payoff[0][1] > issue("D3").payoff[0][0]


@pytest.mark.claim(24)
def test_claim_24_the_us_side_gains_by_every_step_of_reciprocity() -> None:
    assert list(us_payoff("D3")) == sorted(set(us_payoff("D3")))


@pytest.mark.claim(25)
def test_claim_25_a_third_of_the_demands_or_more_are_about_defense() -> None:
    scenario = load.scenario("spring-2025")
    defense = [card for card in scenario.demands if scenario.issues[card.issue].track == 0]
    assert 3 * len(defense) >= len(scenario.demands)
    assert len(defense) == 6


@pytest.mark.claim(32)
def test_claim_32_a_minority_stake_is_free_for_the_us_side_to_offer() -> None:
    assert us_payoff("T3")[1] > us_payoff("T3")[0]
    game = table(round_=2, start={"m_protection": 99, "m_tariff": 89}).to("offers")
    assert game.says("us offer T3=1") == "allowed"
    assert game.gain_of("us", "T3=1") > 0


@pytest.mark.claim(34)
def test_claim_34_investment_may_yet_carry_the_relation() -> None:
    game = table().pass_("T2=2")
    assert game.by("T2")["m_fdi"] == 8
    assert table().put({"T2": 2, "T1": 2, "m_fdi": 65, "m_cohesion": 50}).score().ending == "E3"


@pytest.mark.claim(37)
@pytest.mark.parametrize("id_", ["F1", "F3", "F4"])
def test_claim_37_nobody_knows_what_the_region_is_worth_to_the_us_side(id_: str) -> None:
    assert len({posture.weights[issue(id_).index] for posture in us_postures()}) > 1
    assert table().knows("jp")[POSTURE] == UNSET


@pytest.mark.claim(38)
def test_claim_38_partners_are_the_base_of_trust_in_the_region() -> None:
    game = table().to("response")
    assert game.effect_of("jp course partners=1") == {"post_partners": 1, "m_regional": 2}


@pytest.mark.claim(40)
def test_claim_40_the_us_side_wants_minerals_and_supply_chains_on_the_quad_agenda() -> None:
    assert us_payoff("F1").index(100) == 2


@pytest.mark.claim(41)
def test_claim_41_public_goods_beyond_them_cost_it() -> None:
    assert us_payoff("F1")[2] > us_payoff("F1")[3] > us_payoff("F1")[4]
    assert us_payoff("F1")[3] < us_payoff("F1")[1]


@pytest.mark.claim(43)
def test_claim_43_opening_trade_with_many_is_worth_nothing_to_it() -> None:
    assert us_payoff("F2")[4] == 0


@pytest.mark.claim(50)
def test_claim_50_answering_the_ally_competes_with_looking_for_new_ground() -> None:
    game = table().to("response").play("jp course close=2")
    assert game.says("jp course partners=1") == "too-many-points"


@pytest.mark.claim(57)
@pytest.mark.parametrize("id_", ["F1", "F2", "F3", "F4"])
def test_claim_57_wider_strategy_is_locked_at_its_top(id_: str) -> None:
    game = table()
    assert game.cap(id_) < len(us_payoff(id_)) - 1


@pytest.mark.claim(57)
@pytest.mark.parametrize("id_", ["D4", "T4"])
def test_claim_57_concrete_fields_are_not(id_: str) -> None:
    game = table(start={"m_tariff": 99, "m_protection": 99, "m_order": 4, "m_regional": 4, "m_diet": 1, "markers": 3})
    assert game.cap(id_) == len(us_payoff(id_)) - 1


@pytest.mark.claim(58)
@pytest.mark.parametrize("index", range(16))
def test_claim_58_both_sides_gain_by_every_initiative(index: int) -> None:
    assert min(load.scenario("spring-2025").initiatives[index].gain) > 0
