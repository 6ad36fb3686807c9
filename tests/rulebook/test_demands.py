"""Step 2, Demand: what is drawn, what may be played, how demands come, change and leave."""

from __future__ import annotations

import pytest

from sim.kernel import codes
from sim.kernel.layout import AHEAD, HAND, OVER, UNSET, WAITING
from sim.table.actions import plain
from tests.rulebook.harness import table
from tests.rulebook.quoted import RULE_2_1, RULE_2_2, RULE_2_3, RULE_2_4, RULE_2_5, RULE_2_6, RULE_2_7, RULE_6_4, RULE_6_5, RULE_6_8

HAND_OF_THREE = {1: ("dm01", "dm08", "dm11")}


@RULE_2_1
def test_three_cards_are_drawn_and_one_is_played() -> None:
    game = table(hand=HAND_OF_THREE)
    assert [game.says(f"us demand {card}") for card in ("dm01", "dm08", "dm11")] == ["allowed"] * 3
    assert game.says("us demand dm03") == "not-in-hand"
    game.play("us demand dm08")
    assert game.demands == {"dm08": ("T2=3", 4)}
    assert game.says("us demand dm01") == "not-now"


@RULE_2_1
def test_the_cards_not_played_go_under_the_pile() -> None:
    game = table(hand=HAND_OF_THREE).play("us demand dm08")
    assert [game.card(card) for card in ("dm01", "dm08", "dm11", "dm02")] == ["under", "table", "under", "pile"]


@RULE_2_1
def test_cards_are_drawn_from_the_pile_before_those_put_under_it() -> None:
    game = table(cards=("dm01", "dm02", "dm03", "dm04", "dm05", "dm06"))
    first = game.hand
    assert set(game.to("draw", 2).hand).isdisjoint(first)


@RULE_2_1
def test_japan_does_not_see_the_hand() -> None:
    game = table(hand=HAND_OF_THREE)
    assert game.knows("us")[HAND : HAND + 3] == [game.names.index(card) for card in HAND_OF_THREE[1]]
    assert game.knows("jp")[HAND : HAND + 3] == [UNSET] * 3


@RULE_2_1
def test_only_the_asking_side_plays_a_demand() -> None:
    assert table(hand=HAND_OF_THREE).says("jp demand dm08") == "not-your-turn"
    assert table().to("show", 3).says("us demand dm08") == "not-your-turn"


@RULE_2_1
def test_the_hand_is_played_before_the_step_ends() -> None:
    assert table(hand=HAND_OF_THREE).says("us done") == "must-choose"


@RULE_2_2
def test_a_card_without_a_gap_is_not_played() -> None:
    game = table(start={"T2": 3}, hand=HAND_OF_THREE)
    assert game.says("us demand dm08") == "no-gap"
    assert game.says("us demand dm01") == "allowed"


@RULE_2_2
@pytest.mark.parametrize(("card", "levels"), [("dm10", {"T3": 1}), ("dm10", {"T3": 3}), ("dm13", {"F1": 2})])
def test_a_state_that_is_so_already_has_no_gap(card: str, levels: dict[str, int]) -> None:
    assert table(start=levels, hand={1: (card, "dm01", "dm02")}).says(f"us demand {card}") == "no-gap"


@RULE_2_2
@pytest.mark.parametrize(("card", "levels"), [("dm10", {"T3": 2}), ("dm10", {"T3": 4}), ("dm13", {"F1": 3})])
def test_a_state_that_is_not_so_has_a_gap(card: str, levels: dict[str, int]) -> None:
    assert table(start=levels, hand={1: (card, "dm01", "dm02")}).says(f"us demand {card}") == "allowed"


@RULE_2_2
def test_where_no_card_drawn_has_a_gap_more_are_drawn() -> None:
    game = table(hand={1: ("dm10", "dm13", "dm11")}, start={"T4": 1}, cards=("dm10", "dm13", "dm11", "dm01"))
    assert game.hand == ["dm01"]
    assert [game.card(card) for card in ("dm10", "dm13", "dm11")] == ["under"] * 3


@RULE_2_1
def test_no_card_is_drawn_twice() -> None:
    assert {len(set(table(seed=seed).hand)) for seed in range(40)} == {3}


@RULE_2_1
def test_every_card_may_come() -> None:
    assert {card for seed in range(80) for card in table(seed=seed).hand} == {card.id for card in table().scenario.demands}


@RULE_2_2
def test_cards_put_under_the_pile_are_drawn_again_when_it_is_empty() -> None:
    game = table(cards=("dm01", "dm02"), hand={1: ("dm01", "dm02")}).play("us demand dm01").to("draw", 2)
    assert game.hand == ["dm02"]


@RULE_2_3
def test_with_no_gap_anywhere_an_ask_is_renewed() -> None:
    game = table(cards=("dm10", "dm13"))
    assert game.demands == {"pd1": ("T2=1", 4)}
    assert game.hand == []


@RULE_2_3
def test_a_renewed_ask_needs_no_word_of_the_asking_side() -> None:
    game = table(cards=())
    assert game.is_at("lever", 1)


@RULE_2_4
def test_of_a_second_draw_of_two_one_is_played() -> None:
    game = table(hand=HAND_OF_THREE, second={1: ("dm03", "dm05")}).play("us demand dm08")
    assert [game.says(f"us demand {card}") for card in ("dm03", "dm05", "dm01")] == ["allowed", "allowed", "not-in-hand"]
    assert game.hand == ["dm03", "dm05"]
    assert list(game.play("us demand dm05").demands) == ["dm08", "dm05"]
    assert game.says("us done") == "allowed"


@RULE_2_4
def test_a_second_draw_without_a_gap_brings_nothing() -> None:
    game = table(cards=("dm08",), second={1: ("dm08", "dm08")}).play("us demand dm08")
    assert game.is_at("lever", 1)


@RULE_2_5
def test_a_demand_for_a_level_in_force_is_not_made() -> None:
    game = table(start={"D2": 2}, news={1: "ev02"}, cards=())
    assert list(game.demands) == ["pd1"]
    assert game.demands["pd1"][0] == "T2=1"


@RULE_2_5
def test_a_demand_above_the_top_is_not_made() -> None:
    game = table(start={"T4": 4}, cards=("dm01",)).play("us demand dm01", "us lever us_l12")
    assert list(game.demands) == ["dm01"]


@RULE_2_5
def test_a_demand_that_an_open_one_covers_is_not_made() -> None:
    game = table(cards=("dm03",)).play("us demand dm03", "us lever us_l04")
    assert list(game.demands) == ["dm03"]


@RULE_2_5
def test_a_demand_that_asks_for_more_than_an_open_one_is_made() -> None:
    game = table(news={1: "ev02"}, cards=("dm04",)).play("us demand dm04")
    assert game.demands == {"pd1": ("D2=2", 4), "dm04": ("D2=3", 5)}


@RULE_2_5
def test_a_demand_without_a_card_has_three_rounds_and_costs_trust_when_missed() -> None:
    game = table(news={1: "ev02"}, cards=("dm11",)).play("us demand dm11")
    assert game.demands["pd1"] == ("D2=2", 4)
    game.to("lever", 5)
    assert "pd1" not in game.demands
    assert game.by("demand", 4) == {"m_leader_trust": -1}


@RULE_2_6
def test_demands_stand_in_the_order_in_which_they_came() -> None:
    game = table(news={1: "ev01"}, hand={1: ("dm08",) * 3, 2: ("dm05",) * 3}).play("us demand dm08").to("draw", 2).play("us demand dm05")
    assert list(game.demands) == ["pd1", "dm08", "dm05"]


@RULE_2_6
@pytest.mark.parametrize(
    ("card", "due"),
    [
        *((card, 4) for card in ("dm01", "dm02", "dm03", "dm05", "dm06", "dm08", "dm09", "dm14")),
        ("dm04", 5),
        ("dm07", 3),
        ("dm11", 3),
        ("dm12", 5),
    ],
)
def test_deadlines_count_from_the_round_of_the_demand(card: str, due: int) -> None:
    assert table(hand={1: (card,) * 3}).play(f"us demand {card}").demands[card][1] == due


@RULE_2_6
def test_a_demand_that_falls_due_after_the_last_round_has_no_effect() -> None:
    game = table(round_=6, hand={6: ("dm08",) * 3}).play("us demand dm08").to("end")
    assert game.by("dm08") == {}


@RULE_2_7
def test_a_second_demand_that_is_withdrawn_goes_under_the_pile_and_counts_as_never_made() -> None:
    game = table(hand=HAND_OF_THREE, second={1: ("dm03", "dm05")}).play("us demand dm08", "us demand dm05").to("response")
    game.play("jp lever jp_l11")
    assert list(game.demands) == ["dm08"]
    assert game.card("dm05") == "under"


@RULE_2_7
def test_without_a_second_demand_nothing_is_withdrawn() -> None:
    game = table(hand=HAND_OF_THREE).play("us demand dm08").to("response").play("jp lever jp_l11")
    assert list(game.demands) == ["dm08"]


@RULE_6_4
def test_a_demand_is_met_when_the_level_is_in_force_and_its_card_leaves_the_game() -> None:
    game = table(hand={1: ("dm07",) * 3}, requests=(0, 1)).play("us demand dm07").pass_("T2=1")
    assert game.by("demand") == {"m_leader_trust": 1, "m_momentum": 1}
    assert game.card("dm07") == "gone"
    assert game.demands == {}


@RULE_6_4
def test_more_than_asked_meets_it_too() -> None:
    game = table(hand={1: ("dm07",) * 3}).play("us demand dm07").pass_("T2=2")
    assert game.card("dm07") == "gone"


@RULE_6_4
def test_a_state_is_judged_at_its_deadline_only() -> None:
    game = table(start={"F1": 3}, hand={1: ("dm13",) * 3}).play("us demand dm13").pass_("F1=2")
    assert game.card("dm13") == "table"
    assert game.to("draw", 5).card("dm13") == "gone"
    assert game.by("demand", 4) == {"m_leader_trust": 1, "m_momentum": 1}


@RULE_6_4
def test_a_state_that_is_not_so_at_its_deadline_is_missed() -> None:
    game = table(start={"F1": 3}, hand={1: ("dm13",) * 3}).play("us demand dm13").to("draw", 5)
    assert game.by("dm13") == {"m_momentum": -2}
    assert game.card("dm13") in ("under", "table")


@RULE_6_5
def test_a_missed_demand_brings_its_penalty_and_its_card_goes_under_the_pile() -> None:
    game = table(cards=("dm11",)).play("us demand dm11").to("lever", 3)
    assert game.by("dm11") == {}
    game.to("draw", 4)
    assert game.by("dm11") == {"m_leader_trust": -2}
    assert game.hand == ["dm11"]


@RULE_6_5
def test_a_missed_demand_that_was_accepted_in_principle_brings_it_twice() -> None:
    game = table(cards=("dm11",)).play("us demand dm11").to("response").play("jp answer dm11 accept").to("draw", 4)
    assert game.by("dm11") == {"m_leader_trust": -4}


@RULE_6_5
def test_each_of_two_penalties_is_softened_by_itself() -> None:
    game = table(cards=("dm08",), start={"m_fdi": 60}).play("us demand dm08").to("response").play("jp answer dm08 accept").to("draw", 5)
    assert game.by("dm08") == {"m_tariff": 4}


@RULE_6_8
def test_in_calm_times_the_first_demand_is_shown_a_round_ahead() -> None:
    game = table(hand={2: ("dm03",) * 3}, draws=[(1, "demand", 200, "dm05"), (1, "demand", 201, "dm08"), (1, "demand", 202, "dm01")])
    game.to("opening").put({"m_unpredict": 60}).to("show")
    assert game.hand == ["dm05", "dm08", "dm01"]
    assert game.says("us done") == "must-choose"
    game.play("us demand dm08")
    assert list(game.demands)[-1] == "dm08"
    assert game.demands["dm08"] == ("T2=3", 5)
    assert game.is_at("lever", 2)


@RULE_6_8
def test_what_is_shown_ahead_is_known_to_all_before_it_comes() -> None:
    game = table().to("opening").put({"m_unpredict": 60}).to("show")
    assert game.s[AHEAD] == UNSET


@RULE_6_8
def test_above_60_and_in_the_last_round_nothing_is_shown_ahead() -> None:
    game = table().to("closing").put({"m_unpredict": 61}).play("jp done", "us done")
    assert game.is_at("draw", 2)
    game = table(rounds=1).to("closing").put({"m_unpredict": 0}).play("jp done", "us done")
    assert game.s[OVER] == 1


@RULE_2_4
def test_a_scenario_may_begin_without_second_demands_and_levers() -> None:
    game = table("spring-short", second={1: ("dm07", "dm09")}).play("us demand dm08")
    assert game.is_at("response", 1)
    game = (
        table("spring-short", second={2: ("dm07", "dm09")}).to("draw", 2).play("us demand " + table("spring-short").to("draw", 2).hand[0])
    )
    assert game.is_at("second", 2)


@RULE_2_6
def test_a_new_demand_has_no_history() -> None:
    game = table(cards=("dm07", "dm08"), hand={1: ("dm07",), 2: ("dm08",)}).play("us demand dm07", "us lever us_l02 dm07").to("response")
    game.play("jp answer dm07 accept").pass_("T2=1")
    assert game.demands == {}
    game.play("us demand dm08")
    assert [game.s[game.demand_cell("dm08", part)] for part in ("answer", "linked", "double", "missed")] == [0, UNSET, 0, UNSET]


@RULE_2_5
def test_it_is_the_most_that_is_asked_that_counts() -> None:
    game = table(cards=("dm02", "dm01"), hand={1: ("dm02",), 2: ("dm01",)}, news={3: "ev01"}).play("us demand dm02").to("draw", 2)
    assert list(game.play("us demand dm01").to("lever", 3).demands) == ["dm02", "dm01", "pd1"]
    assert game.demands["pd1"][0] == "T2=1"


@RULE_2_1
@pytest.mark.parametrize("card", [99, -1])
def test_a_card_that_is_nobodys_is_not_in_hand(card: int) -> None:
    assert table(hand=HAND_OF_THREE).says(plain("us", codes.ACT_DEMAND, card)) == "not-in-hand"


@RULE_6_8
def test_while_japan_names_the_posture_only_the_asking_side_plays_a_card_ahead() -> None:
    draws = [(3, "demand", 200 + number, card) for number, card in enumerate(("dm05", "dm08", "dm01"))]
    game = table(draws=draws).to("opening", 3).put({"m_unpredict": 60}).to("show", 3)
    assert game.waits_for == ("us", "jp")
    assert game.says("jp demand dm08") == "not-your-turn"
    assert game.says("us demand dm08") == "allowed"


@RULE_2_1
def test_a_side_that_is_not_waited_for_plays_no_card_and_neither_does_one_without_a_hand() -> None:
    game = table(hand=HAND_OF_THREE)
    game.s[WAITING] = 2
    assert game.says("us demand dm08") == "not-your-turn"
    game = table().to("show", 3)
    game.s[WAITING] = 3
    assert game.says("us demand dm08") == "not-your-turn"
