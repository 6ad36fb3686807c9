"""The verbs of effects and their keys, as far as the shipped cards leave them unused: see `scenarios/verbs.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import RULE_0_2, RULE_0_4, RULE_0_5, RULE_0_10, RULE_0_12, RULE_1_2

VERBS = str(Path(__file__).parent / "scenarios" / "verbs.yaml")


def verbs(**words: object) -> Table:
    """A game of the scenario of verbs."""
    return table(VERBS, **words)  # type: ignore[arg-type]


@RULE_0_12
def test_price_of_a_lever_for_a_round() -> None:
    assert verbs().to("lever").effect_of("us lever us_l01")["us.capital"] == -1
    assert verbs().to("lever", 2).effect_of("us lever us_l01")["us.capital"] == -2


@RULE_0_12
def test_price_of_a_probe_for_a_round() -> None:
    game = verbs().to("opening").put({"jp.capital": 1})
    assert game.says("jp probe capital") == "no-capital"
    assert game.put({"jp.capital": 2}).effect_of("jp probe capital") == {"jp.capital": -2}
    assert verbs().to("opening", 2).play("us done").effect_of("jp probe capital") == {"jp.capital": -1}


@RULE_0_12
def test_price_of_a_move_to_the_end_of_the_next_round() -> None:
    assert verbs().to("closing", 1).effect_of("jp decide D2=1") == {"jp.capital": -1}
    assert verbs().to("closing", 2).play("us done").effect_of("jp decide D2=1")["jp.capital"] == -1
    assert verbs().to("closing", 3).effect_of("jp decide D2=1")["jp.capital"] == -2


@RULE_0_12
def test_cost_of_an_initiative_never_falls_below_0() -> None:
    assert verbs().to("opening").play("jp initiative in10").effect_of("us agree in10") == {}
    assert verbs().to("opening", 2).play("us initiative in10").effect_of("jp agree in10") == {"us.capital": -1, "jp.capital": -1}


@RULE_0_12
def test_a_bar_without_undo_to_the_end_of_the_next_round() -> None:
    assert verbs().to("lever").says("us lever us_l09") == "lever-barred"
    assert verbs().to("lever", 2).says("us lever us_l09") == "lever-barred"
    assert verbs().to("lever", 3).says("us lever us_l09") == "allowed"


@RULE_0_12
def test_what_lasts_for_a_step_ends_with_it() -> None:
    assert verbs().to("offers").bonus("us_base", "T2=1") == 7
    assert verbs().accord("T2=1").bonus("us_base", "T2=1") == 0


@RULE_0_4
@pytest.mark.parametrize(("roll", "fdi"), [(30, 10), (31, 7)])
def test_an_effect_by_chance(roll: int, fdi: int) -> None:
    assert verbs(draws=[(2, "chance", 0, roll)]).to("draw", 2).by("lucky") == {"m_fdi": fdi}


@RULE_0_10
@pytest.mark.parametrize(("roll", "industry"), [(40, 2), (41, 0)])
def test_a_rule_by_chance(roll: int, industry: int) -> None:
    assert verbs(draws=[(4, "chance", 0, roll)]).to("draw", 5).by("luck_of_the_rule").get("m_industry", 0) == industry


@RULE_0_4
def test_an_effect_that_comes_once_a_game() -> None:
    assert verbs().to("draw", 8).by("first_time") == {"m_resource": 4}


@RULE_0_4
def test_tokens_and_capital() -> None:
    game = verbs().to("draw", 5)
    assert game.by("gifts") == {"jp.tokens": 1, "us.capital": 1} or game.by("gifts") == {"jp.tokens": 1}
    assert game["jp.tokens"] == 5


@RULE_0_4
def test_setting_a_number_holds_its_bounds() -> None:
    game = verbs().to("draw", 5)
    assert (game["post_close"], game["post_norms"]) == (7, 12)


@RULE_0_4
@pytest.mark.parametrize(("kind", "pick", "effect"), [(1, 2, {"jp_business": -6}), (1, 5, {"jp_bases": -6}), (2, 0, {})])
def test_a_choice_by_chance_with_a_group_by_chance(kind: int, pick: int, effect: dict[str, int]) -> None:
    game = verbs(draws=[(6, "surprise_kind", 0, kind), (6, "surprise_pick", 0, pick)]).to("draw", 6)
    assert game.by("blow") == effect


@RULE_0_5
def test_a_later_effect_keeps_the_size_it_had_when_it_was_set() -> None:
    game = verbs().to("opening", 4).put({"m_fdi": 66}).to("draw", 5).put({"m_fdi": 10}).to("draw", 7)
    assert game.resolve_of("later", 6)["m_diet"] == 6


@RULE_0_5
@pytest.mark.parametrize(("order", "cohesion"), [(60, 9), (59, 0)])
def test_its_condition_is_read_when_it_comes(order: int, cohesion: int) -> None:
    game = verbs().to("opening", 5).put({"m_order": order}).to("offers", 5)
    assert game.by("later", 5).get("m_cohesion", 0) == cohesion


@RULE_0_5
def test_a_later_effect_without_a_point_comes_at_the_same_point() -> None:
    game = verbs().to("draw", 6)
    assert game.by("later", 6) == {"m_deterrence": 2}


@RULE_0_4
@pytest.mark.parametrize(("goods", "effect"), [(20, {"m_goods": 1, "m_regional": 2}), (19, {})])
def test_one_condition_for_several_numbers(goods: int, effect: dict[str, int]) -> None:
    game = verbs().to("offers", 6).put({"m_goods": goods + 2}).to("draw", 7)
    assert game.by("both_or_none") == effect


@RULE_0_4
def test_a_bundle_is_played_and_counted() -> None:
    game = verbs().to("draw", 8)
    assert game.by("bundle_a") == {"m_momentum": 1}
    assert game.by("play_bundle") == {"m_momentum": 2}


@RULE_0_10
@RULE_1_2
def test_a_rule_may_come_before_what_happens_at_its_point() -> None:
    game = verbs()
    assert game.by("before_the_drift") == {"m_order": -1}
    assert game.asked("m_order", "before_the_drift") == [(55, 54, 54)]


@RULE_0_2
def test_modifiers_follow_each_other_in_their_order() -> None:
    game = table(start={"D3": 1, "m_fdi": 100}).to("lever").play("us lever us_l01")
    rows = [
        (game.scenario.modifiers[row[7]].id, row[3], row[4])
        for row in game.rows
        if row[7] >= 0 and game.names.of_cell(row[2]) == "m_tariff"
    ]
    assert rows == [("credibility", 10, 9), ("softening", 9, 4)]
