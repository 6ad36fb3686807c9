"""The start of a game and step 1, News: secrets, drift, income, tokens, cards, opportunities."""

from __future__ import annotations

import pytest

from sim.kernel import chance
from sim.kernel.layout import AGENDA, CARDS_DUE, KNOWN_MOOD, MOOD, POSTURE, SEAT_TOKENS, SEED_LOW, UNSET
from tests.rulebook.harness import SEED, Table, table
from tests.rulebook.quoted import (
    RULE_0_1,
    RULE_0_2,
    RULE_0_3,
    RULE_0_6,
    RULE_0_9,
    RULE_1_1,
    RULE_1_2,
    RULE_1_3,
    RULE_1_4,
    RULE_1_5,
)

DRIFT = {
    "m_leader_trust": -1,
    "m_tariff": 1,
    "m_protection": 1,
    "m_regional": -3,
    "m_goods": -2,
    "m_order": -3,
    "m_cabinet": -1,
    "m_unpredict": 1,
}


@RULE_0_1
def test_every_difference_between_two_states_is_in_the_ledger() -> None:
    game = table(news={1: "ev04"}).to("end")
    game.score()
    assert game.replayed() == game.state()


@RULE_0_1
def test_every_change_of_a_number_names_its_cause() -> None:
    game = table(news={1: "ev04"}, hand={1: ("dm08",) * 3}).play("us demand dm08").to("end")
    named = {row[6] for row in game.rows if game.names.of_cell(row[2]) and row[1] < 6}
    assert min(named) >= 0


@RULE_0_2
def test_meters_end_at_0_and_at_100() -> None:
    game = table(news={1: "ev04"}, start={"m_momentum": 3, "m_unpredict": 99, "m_cabinet": 1})
    assert (game["m_momentum"], game["m_unpredict"], game["m_cabinet"]) == (0, 100, 0)


@RULE_0_2
def test_bounds_are_held_after_every_single_change() -> None:
    game = table(start={"m_tariff": 97, "m_fdi": 0}).to("lever").put({"m_tariff": 98, "us_l01.credibility": 100})
    game.play("us lever us_l01").to("opening").play("jp done", "us lever us_l08")
    assert game["m_tariff"] == 100 - 8


@RULE_0_2
def test_what_a_rule_wanted_is_kept_beside_what_became_of_it() -> None:
    game = table(news={1: "ev04"})
    assert game.asked("m_tariff", "ev04") == [(66, 71, 74)]


@RULE_0_3
def test_the_same_seed_gives_the_same_game() -> None:
    assert table().to("end").state() == table().to("end").state()


@RULE_0_3
def test_a_further_draw_of_one_kind_shifts_no_draw_of_another() -> None:
    plain = table().to("draw", 2)
    probed = table().to("opening").play("jp probe token").to("draw", 2)
    assert plain.hand == probed.hand


@RULE_0_3
@pytest.mark.parametrize("part", ["round", "purpose", "index", "seed"])
def test_every_key_of_a_draw_counts(part: str) -> None:
    keys = {"seed": 7, "round": 3, "purpose": 5, "index": 1}
    other = keys | {part: keys[part] + 1}
    assert keyed(keys) != keyed(other)


def keyed(keys: dict[str, int]) -> int:
    """The mixed bits of a draw."""
    return chance.keyed(keys["seed"], 0, keys["round"], keys["purpose"], keys["index"])


@RULE_0_3
def test_both_halves_of_a_seed_count() -> None:
    assert chance.keyed(7, 0, 1, 1, 1) != chance.keyed(7, 1, 1, 1, 1)


@RULE_0_6
def test_moods_are_drawn_from_minus_4_to_plus_4_and_stay() -> None:
    game = table(moods={"jp_farm": -4, "us_base": 4})
    moods = game.s[MOOD : MOOD + 12]
    assert (moods[game.names.index("jp_farm")], moods[game.names.index("us_base")]) == (-4, 4)
    assert game.to("end").s[MOOD : MOOD + 12] == moods


@RULE_0_6
def test_every_mood_is_possible_and_none_beyond() -> None:
    games = [table(seed=seed, as_shipped=True) for seed in range(40)]
    assert {mood for game in games for mood in game.s[MOOD : MOOD + 6]} == set(range(-4, 5))
    assert {mood for game in games for mood in game.s[MOOD + 6 : MOOD + 12]} == set(range(-4, 5))


@RULE_0_6
def test_where_a_body_has_no_moods_none_is_drawn() -> None:
    assert table().s[MOOD : MOOD + 12] == [0] * 12


@RULE_0_6
def test_each_seat_draws_one_of_its_agendas() -> None:
    game = table(draws=[(0, "agenda", 0, 1), (0, "agenda", 1, 0)])
    assert (game.s[AGENDA], game.s[AGENDA + 1]) == (1, 0)
    assert table(seats={"us": 4, "jp": 4}).s[AGENDA : AGENDA + 8] != [UNSET] * 8


@RULE_0_6
def test_postures_are_drawn_with_equal_chance() -> None:
    drawn = {table(posture="", seed=seed).posture for seed in range(40)}
    assert drawn == {"dealmaker", "burden_sharer", "industrialist", "restrainer"}


@RULE_0_9
def test_what_a_seat_knows_of_secrets() -> None:
    game = table(seats={"us": 4, "jp": 4}, moods={"jp_farm": 2})
    seat = game.seating.named("jp.meti").index
    knows = game.knows("jp.meti")
    assert knows[AGENDA + seat] == game.s[AGENDA + seat]
    assert knows[AGENDA] == knows[AGENDA + seat + 1] == UNSET
    assert knows[POSTURE] == UNSET
    assert knows[MOOD : MOOD + 12] == [UNSET] * 12
    assert knows[SEED_LOW] == UNSET
    assert game.s[SEED_LOW] == SEED


@RULE_0_9
def test_support_of_the_white_house_is_its_own_sides() -> None:
    game = table()
    cell = game.names.cell("us_president")
    assert (game.knows("us")[cell], game.knows("jp")[cell]) == (52, UNSET)
    assert game.knows("jp")[game.names.cell("us_base")] == 54
    assert game.knows("us")[KNOWN_MOOD + game.names.index("jp_farm")] == UNSET


@RULE_1_1
def test_a_new_round_begins_with_nothing_placed_or_counted() -> None:
    game = table().to("response").play("jp lever jp_l02", "jp course norms=2").to("opening").play("jp probe token", "jp lever jp_l04")
    game.accord("D2=1 T1=1").play("jp consult jp_farm", "jp groundwork jp_farm=1", "jp keep back", "us submit")
    game.to("response", 2)
    assert game.says("jp lever jp_l02") == "allowed"
    assert game.says("jp course norms=2") == "allowed"
    assert game["jp.calm"] == 0
    assert game.spent("jp") == 0
    assert game.package == {}


@RULE_1_2
def test_drift_in_the_order_of_the_meters() -> None:
    game = table()
    moved = [row for row in game.rows if row[0] == 1 and game.names.of_cell(row[2]).startswith("m_")]
    assert [(game.names.of_cell(row[2]), row[4] - row[3]) for row in moved] == list(DRIFT.items())


@RULE_1_2
def test_drift_comes_every_round() -> None:
    game = table().to("draw", 2)
    assert game.by("m_unpredict") == {"m_unpredict": 2}


@RULE_1_3
def test_income() -> None:
    game = table()
    assert (game["us.capital"], game["jp.capital"]) == (6 + 2, 6 + 3)
    game.to("draw", 2)
    assert (game["us.capital"], game["jp.capital"]) == (10, 12)


@RULE_1_3
def test_what_goes_above_twelve_is_lost() -> None:
    game = table(start={"us.capital": 11, "jp.capital": 12})
    assert (game["us.capital"], game["jp.capital"]) == (12, 12)


@RULE_1_3
@pytest.mark.parametrize(("support", "capital"), [(64, 8), (65, 9)])
def test_broad_support_at_home_gives_the_us_side_one_more(support: int, capital: int) -> None:
    assert table(start={"m_us_support": support})["us.capital"] == capital


@RULE_1_3
@pytest.mark.parametrize(("cohesion", "tokens"), [(74, 4), (75, 5)])
def test_a_firm_alliance_gives_each_side_one_token_more(cohesion: int, tokens: int) -> None:
    game = table(start={"m_cohesion": cohesion})
    assert (game["us.tokens"], game["jp.tokens"]) == (tokens, tokens)


@RULE_1_3
def test_with_fewer_than_eight_seats_a_side_has_four_tokens() -> None:
    game = table(seats={"us": 2, "jp": 2})
    assert (game["us.tokens"], game["jp.tokens"]) == (4, 4)
    assert game.s[SEAT_TOKENS : SEAT_TOKENS + 4] == [0] * 4


@RULE_1_3
def test_with_eight_seats_each_has_two() -> None:
    game = table(seats={"us": 4, "jp": 4})
    assert (game["us.tokens"], game["jp.tokens"]) == (0, 0)
    assert game.s[SEAT_TOKENS : SEAT_TOKENS + 8] == [2] * 8


@RULE_1_3
def test_tokens_not_used_are_gone() -> None:
    game = table().to("opening").play("jp probe token").to("draw", 2)
    assert (game["us.tokens"], game["jp.tokens"]) == (4, 4)


@RULE_1_4
def test_a_card_of_the_pile_whose_condition_holds_is_played_and_leaves_the_game() -> None:
    game = table(pile=("ev36",))
    assert game.played("ev36") == 1
    assert game.to("draw", 2).by("ev36", 2) == {}


@RULE_1_4
def test_a_card_whose_condition_does_not_hold_waits_under_the_pile() -> None:
    game = table(pile=("ev09",))
    assert game.played("ev09") == 0
    assert game.to("draw", 2).played("ev09") == 2


@RULE_1_4
def test_another_card_is_drawn_in_its_place() -> None:
    game = table(pile=("ev09", "ev17", "ev36"))
    assert game.played("ev36") == 1


@RULE_1_4
def test_cards_under_the_pile_come_when_the_pile_is_empty() -> None:
    game = table(pile=("ev09", "ev36")).to("draw", 2)
    assert (game.played("ev36"), game.played("ev09")) == (1, 2)


@RULE_1_4
def test_where_no_card_qualifies_there_is_no_event() -> None:
    game = table(pile=("ev17",)).to("end")
    assert game.played("ev17") == 0


@RULE_1_4
def test_a_placed_card_comes_instead_of_a_drawn_one() -> None:
    game = table(pile=("ev36",), fixed={1: "ev04"})
    assert (game.played("ev04"), game.played("ev36")) == (1, 0)
    assert game.to("draw", 2).played("ev36") == 2


@RULE_1_4
def test_placed_cards_of_the_main_scenario() -> None:
    game = table(fixed={1: "ev04", 3: "ev32"}, as_shipped=True).to("end")
    assert (game.played("ev04"), game.played("ev32")) == (1, 3)


@RULE_1_4
@pytest.mark.parametrize(("unpredict", "cards"), [(78, 1), (79, 2)])
def test_two_cards_when_nothing_can_be_foreseen(unpredict: int, cards: int) -> None:
    game = table(start={"m_unpredict": unpredict}, pile=("ev36", "ev28"))
    assert game.s[CARDS_DUE] == cards
    assert (game.played("ev36") == 1) + (game.played("ev28") == 1) == cards


@RULE_1_4
def test_a_very_low_cabinet_calls_a_leadership_change_on_top_of_the_card_of_the_round() -> None:
    game = table(pile=("ev36",), start={"m_protection": 20}).to("offers").put({"m_cabinet": 19, "m_protection": 90})
    assert game.to("draw", 2).played("ev33") == 2
    assert game.played("ev36") == 2
    order = [row[6] for row in game.rows if row[0] == 2 and (game.is_by(row[6], "ev33") or game.is_by(row[6], "ev36"))]
    assert game.is_by(order[0], "ev33")


@RULE_1_4
def test_at_20_no_change_is_called_and_it_comes_once() -> None:
    assert table().to("offers").put({"m_cabinet": 20}).to("draw", 2).played("ev33") == 0
    game = table().to("offers").put({"m_cabinet": 10}).to("offers", 2).put({"m_cabinet": 10}).to("draw", 3)
    assert game.played("ev33") == 2
    assert game.by("ev33", 3) == {}


@RULE_1_5
def test_one_initiative_is_turned_up_each_round() -> None:
    game = table()
    assert [len(game.to("draw", number).initiatives("up")) for number in (1, 2, 3)] == [5, 6, 7]


@RULE_1_5
def test_with_none_left_nothing_happens() -> None:
    game = table()
    assert len(game.to("draw", 8).initiatives("up")) == 12
    game = table(rounds=16).to("draw", 14)
    assert game.initiatives("pile") == []


@pytest.mark.claim(52)
@RULE_1_5
def test_four_lie_open_at_the_start() -> None:
    game: Table = table(turned_up={1: "in16"})
    assert game.initiatives("up") == ["in01", "in04", "in06", "in10", "in16"]
