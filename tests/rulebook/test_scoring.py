"""After the last round: utilities, gains, points of each side, the joint score, seats, and the nine endings."""

from __future__ import annotations

import pytest

from sim.kernel.layout import AGENDA, AGENDA_POINTS, BEST_SUM, NOW_SUM, SEAT_SCORE, START_SUM, UTILITY, WINNERS
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import RULE_7_1, RULE_7_2, RULE_7_3, RULE_7_4, RULE_7_5

PLAIN = {  # every bonus is out of reach, every mean is easy
    "m_cohesion": 50,
    "m_deterrence": 50,
    "m_momentum": 50,
    "m_leader_trust": 50,
    "m_tariff": 50,
    "m_protection": 50,
    "m_fdi": 50,
    "m_industry": 50,
    "m_resource": 50,
    "m_regional": 50,
    "m_goods": 40,
    "m_order": 40,
    "m_cabinet": 34,
    "m_diet": 40,
    "m_us_support": 50,
    "m_unpredict": 60,
}


def plain(**numbers: int) -> Table:
    """The dealmaker's game with plain numbers, and these beside them, scored."""
    return table(posture="dealmaker").put(PLAIN | numbers).score()


@RULE_7_1
def test_scores_come_after_the_last_round_and_not_before() -> None:
    game = table(rounds=2).to("closing", 2)
    assert game.s[NOW_SUM] == 0
    assert game.to("end").s[NOW_SUM] == game.s[UTILITY] + game.s[UTILITY + 1]


@RULE_7_1
def test_the_posture_of_the_end_counts_for_both_sums() -> None:
    game = table(posture="dealmaker", surprise={1: "turn"}, rounds=1).to("end")
    assert game.s[UTILITY] == 3355
    assert game.s[START_SUM] == 3355 + 2692


@RULE_7_3
def test_points_of_a_side_begin_with_its_utility_rounded() -> None:
    assert (plain().result("side", "us"), plain().result("side", "jp")) == (27, 27)
    assert plain(T2=1).result("side", "us") == 33
    assert plain(D2=1, T4=1, D4=1).result("side", "us") == 36  # 35.60
    assert plain(T1=1, D1=1).result("side", "jp") == 33  # 32.72


BONUS = [
    ("us", "m_us_support", 54, 55, 5),
    ("us", "m_deterrence", 64, 65, 5),
    ("us", "m_industry", 54, 55, 5),
    ("us", "m_resource", 59, 60, 3),
    ("jp", "m_cabinet", 34, 35, 5),
    ("jp", "m_regional", 59, 60, 5),
    ("jp", "m_order", 49, 50, 5),
    ("jp", "m_tariff", 46, 45, 3),
    ("jp", "m_goods", 44, 45, 3),
    ("jp", "post_partners", 7, 8, 3),
]


@RULE_7_3
@pytest.mark.parametrize(("party", "number", "below", "at", "points"), BONUS)
def test_what_a_side_has_points_for(party: str, number: str, below: int, at: int, points: int) -> None:
    assert plain(**{number: below}).result("side", party) == 27
    assert plain(**{number: at}).result("side", party) == 27 + points


@RULE_7_3
@pytest.mark.parametrize(("party", "number", "below", "at", "points"), BONUS)
def test_and_the_other_side_has_none(party: str, number: str, below: int, at: int, points: int) -> None:
    other = "jp" if party == "us" else "us"
    assert plain(**{number: at}).result("side", other) == 27


def with_initiatives(*ids: str) -> Table:
    """A game in which these initiatives are completed, with the gains of their cards; scored."""
    game = table(posture="dealmaker").put(PLAIN)
    for id_ in ids:
        card = game.scenario.initiatives[game.names.index(id_)]
        game.put_cell("status", id_, 3)
        game.s[game.gain_cell(id_) : game.gain_cell(id_) + 2] = card.gain
    return game.score()


@RULE_7_2
def test_gains_of_completed_initiatives_count_for_each_side() -> None:
    game = with_initiatives("in01", "in07")
    assert (game.result("gains", "us"), game.result("gains", "jp")) == (9, 6)
    assert (game.result("side", "us"), game.result("side", "jp")) == (27 + 9, 27 + 6)


@RULE_7_2
def test_of_a_family_the_best_three_count() -> None:
    game = with_initiatives("in10", "in11", "in12", "in13")  # us 3 5 5 4, jp 3 4 5 5
    assert (game.result("gains", "us"), game.result("gains", "jp")) == (14, 14)


@RULE_7_2
def test_each_side_has_its_own_best_three() -> None:
    game = with_initiatives("in10", "in11", "in12", "in13")
    game.s[game.gain_cell("in11") : game.gain_cell("in11") + 2] = [9, 0]
    game.score()
    assert (game.result("gains", "us"), game.result("gains", "jp")) == (18, 13)


@RULE_7_2
def test_what_is_only_agreed_counts_nothing() -> None:
    game = with_initiatives("in10").put_cell("status", "in10", 2).score()
    assert game.result("gains", "us") == 0


@RULE_7_3
def test_efficiency_is_the_share_of_what_could_be_gained_within_the_caps_of_the_end() -> None:
    game = table(posture="dealmaker").score()
    assert (game.result("efficiency"), game.s[BEST_SUM]) == (0, 14658)
    game.put({"D1": 1, "D2": 4, "D3": 1, "D4": 4, "T1": 4, "T2": 5, "T3": 3, "T4": 4, "F1": 3, "F2": 2, "F3": 3, "F4": 3}).score()
    assert game.result("efficiency") == 100


@RULE_7_3
def test_efficiency_is_never_below_0() -> None:
    assert plain(F1=0, F4=0).result("efficiency") == 0


@RULE_7_3
def test_a_level_in_force_above_its_cap_is_within_reach() -> None:
    before = table(posture="dealmaker").score().s[BEST_SUM]
    assert table(posture="dealmaker").put({"F4": 4}).score().s[BEST_SUM] > before


@RULE_7_3
def test_the_state_of_the_alliance_is_a_mean_of_eight() -> None:
    assert plain().result("alliance") == 48  # (50 * 5 + 40 + 50 + 40) / 8 = 47.5
    assert plain(m_cohesion=57).result("alliance") == 48  # 48.375


ALLIANCE = ["m_cohesion", "m_deterrence", "m_momentum", "m_leader_trust", "m_regional", "m_order"]


@RULE_7_3
@pytest.mark.parametrize(("number", "way"), [*((number, 1) for number in ALLIANCE), ("m_tariff", -1), ("m_unpredict", -1), ("m_goods", 0)])
def test_what_the_state_of_the_alliance_is_made_of(number: str, way: int) -> None:
    assert plain(**{number: PLAIN[number] + 16}).result("alliance") == 48 + 2 * way


@RULE_7_3
def test_the_joint_score_is_55_parts_efficiency_and_35_parts_alliance() -> None:
    game = table(posture="dealmaker").put(PLAIN | {"T2": 5, "T4": 4, "T1": 4})
    game.score()
    assert game.result("joint") == (55 * game.result("efficiency") + 35 * game.result("alliance") + 50) // 100
    assert plain().result("joint") == 17  # 35 % of 48
    assert plain(m_cohesion=70).result("joint") == 18  # 35 % of 50


@RULE_7_3
@pytest.mark.parametrize(("number", "below", "at"), [("m_industry", 74, 75), ("m_resource", 74, 75)])
def test_joint_points_of_meters(number: str, below: int, at: int) -> None:
    assert plain(**{number: below}).result("joint") == 17
    assert plain(**{number: at}).result("joint") == 17 + 5


@RULE_7_3
def test_the_joint_score_ends_at_100() -> None:
    best = {"D1": 1, "D2": 4, "D3": 1, "D4": 4, "T1": 4, "T2": 5, "T3": 3, "T4": 4, "F1": 3, "F2": 2, "F3": 3, "F4": 3}
    high = dict.fromkeys([*ALLIANCE, "m_industry", "m_resource", "m_goods"], 100) | {"m_tariff": 0, "m_unpredict": 0}
    courses = {"post_close": 8, "post_partners": 8, "post_norms": 8}
    game = table(posture="dealmaker").put(best | high | courses).put_cell("named_right", "jp", 1)
    assert game.put({"m_tariff": 66}).score().result("joint") == 100


AGENDAS = [
    ("s_pres", "visible_deals", {"ratified": 3}, 9),
    ("s_pres", "visible_deals", {"ratified": 5}, 12),
    ("s_pres", "visible_deals", {"T2": 3}, 8),
    ("s_pres", "visible_deals", {"T2": 2}, 0),
    ("s_pres", "share_load", {"D1": 3}, 9),
    ("s_pres", "share_load", {"D1": 5}, 12),
    ("s_pres", "share_load", {"m_cohesion": 70}, 8),
    ("s_pres", "share_load", {"m_cohesion": 69}, 0),
    ("s_ustr", "lower_gap", {"T1": 2}, 8),
    ("s_ustr", "lower_gap", {"T1": 3}, 0),
    ("s_ustr", "lower_gap", {"T1": 3, "T2": 3}, 6),
    ("s_ustr", "lower_gap", {"T1": 3, "T2": 2}, 0),
    ("s_ustr", "lower_gap", {"T1": 3, "m_us_support": 55}, 6),
    ("s_ustr", "lower_gap", {"T1": 3, "m_us_support": 54}, 0),
    ("s_ustr", "lasting", {"T1": 1}, 10),
    ("s_ustr", "lasting", {"T1": 2, "markers": 1}, 10),
    ("s_ustr", "lasting", {"T1": 3}, 20),
    ("s_ustr", "lasting", {"T1": 4}, 10),
    ("s_def", "ready_forces", {"m_deterrence": 85}, 8),
    ("s_def", "ready_forces", {"m_deterrence": 84}, 0),
    ("s_def", "ready_forces", {"D3": 2}, 6),
    ("s_def", "ready_forces", {"D3": 1, "D4": 2}, 0),
    ("s_def", "ready_forces", {"D4": 3}, 6),
    ("s_def", "ally_pays", {"D2": 2}, 8),
    ("s_def", "ally_pays", {"D2": 4}, 12),
    ("s_def", "ally_pays", {"D1": 1}, 8),
    ("s_def", "ally_pays", {"D1": 0}, 0),
    ("s_cong", "home_jobs", {"T3": 3}, 6),
    ("s_cong", "home_jobs", {"T3": 4}, 0),
    ("s_cong", "home_jobs", {"m_industry": 60}, 8),
    ("s_cong", "home_jobs", {"m_industry": 59}, 0),
    ("s_cong", "home_jobs", {"T2": 2}, 6),
    ("s_cong", "home_jobs", {"T2": 1}, 0),
    ("s_cong", "open_allies", {"F2": 2}, 8),
    ("s_cong", "open_allies", {"F2": 1, "F3": 2, "F4": 2}, 0),
    ("s_cong", "open_allies", {"F3": 3}, 6),
    ("s_cong", "open_allies", {"F4": 3}, 6),
    ("s_pm", "stay_in_office", {}, 6),
    ("s_pm", "stay_in_office", {"m_cabinet": 35}, 14),
    ("s_pm", "stay_in_office", {"m_diet": 50}, 12),
    ("s_pm", "stay_in_office", {"m_diet": 49}, 6),
    ("s_pm", "stay_in_office", {"ev33": 4}, 0),
    ("s_pm", "three_courses", {"post_close": 8}, 5),
    ("s_pm", "three_courses", {"post_close": 7, "post_partners": 8, "post_norms": 8}, 10),
    ("s_pm", "three_courses", {"post_close": 8, "post_partners": 7, "post_norms": 7}, 5),
    ("s_pm", "three_courses", {"m_order": 65}, 5),
    ("s_pm", "three_courses", {"m_order": 64}, 0),
    ("s_meti", "cars_first", {"T1": 3, "T2": 2}, 6),
    ("s_meti", "cars_first", {"T1": 5, "T2": 2}, 12),
    ("s_meti", "cars_first", {"T1": 0, "T2": 2}, 0),
    ("s_meti", "cars_first", {"T2": 1}, 8),
    ("s_meti", "new_fields", {"done": 3}, 6),
    ("s_meti", "new_fields", {"done": 7}, 12),
    ("s_meti", "new_fields", {"m_fdi": 85}, 8),
    ("s_meti", "new_fields", {"m_fdi": 84}, 0),
    ("s_mod", "own_pace", {}, 10),
    ("s_mod", "own_pace", {"D1": 3}, 4),
    ("s_mod", "own_pace", {"D1": 2, "D2": 2}, 6),
    ("s_mod", "own_pace", {"D1": 3, "D2": 2, "m_deterrence": 75}, 10),
    ("s_mod", "own_pace", {"D1": 3, "D2": 2, "m_deterrence": 74}, 0),
    ("s_mod", "joint_strength", {"D3": 2}, 10),
    ("s_mod", "joint_strength", {"D3": 1, "D4": 2}, 0),
    ("s_mod", "joint_strength", {"D4": 3}, 5),
    ("s_mod", "joint_strength", {"jp_bases": 48}, 5),
    ("s_mod", "joint_strength", {"jp_bases": 47}, 0),
    ("s_mofa", "keep_order", {"m_order": 55}, 10),
    ("s_mofa", "keep_order", {"m_order": 54}, 0),
    ("s_mofa", "keep_order", {"F4": 3}, 5),
    ("s_mofa", "keep_order", {"post_norms": 9}, 5),
    ("s_mofa", "keep_order", {"F4": 2, "post_norms": 8}, 0),
    ("s_mofa", "near_region", {"F1": 3}, 8),
    ("s_mofa", "near_region", {"F1": 2, "F3": 2}, 0),
    ("s_mofa", "near_region", {"F3": 3}, 6),
    ("s_mofa", "near_region", {"m_regional": 65}, 6),
    ("s_mofa", "near_region", {"m_regional": 64}, 0),
]


@RULE_7_4
@pytest.mark.parametrize(("seat", "agenda", "numbers", "points"), AGENDAS)
def test_points_of_an_agenda(seat: str, agenda: str, numbers: dict[str, int], points: int) -> None:
    assert agenda_points(seat, agenda, numbers) == points


def agenda_points(seat: str, agenda: str, numbers: dict[str, int]) -> int:
    """Points of an agenda in a game with eight seats and plain numbers."""
    game = table(posture="dealmaker", seats={"us": 4, "jp": 4}).put(PLAIN)
    index = next(held.index for held in game.seating.seats if held.holds == (seat,))
    entry = next(entry for entry in game.scenario.seats if entry.id == seat)
    game.s[AGENDA + index] = next(own.index for own in entry.agendas if own.id == agenda)
    return game.put_loosely(numbers).score().s[AGENDA_POINTS + index]


@RULE_7_4
def test_a_seat_scores_by_its_agenda_a_fifth_of_its_side_and_a_fifth_of_the_joint_score() -> None:
    game = table(posture="dealmaker", draws=[(0, "agenda", 0, 0), (0, "agenda", 1, 0)]).put(PLAIN | {"T2": 4}).score()
    side, joint = game.result("side", "us"), game.result("joint")
    assert game.s[SEAT_SCORE] == 8 + (side * 2 + 5) // 10 + (joint * 2 + 5) // 10


@RULE_7_4
def test_the_best_seat_wins_and_equal_scores_share_it() -> None:
    game = table(posture="dealmaker", draws=[(0, "agenda", 0, 0), (0, "agenda", 1, 1)]).put({"T2": 5, "T4": 4, "T1": 4}).score()
    assert game.result("joint") >= 35
    assert game.s[SEAT_SCORE] > game.s[SEAT_SCORE + 1]
    assert game.s[WINNERS] == 1
    game.t[game.seat_formula] = game.program("1 == 1")
    assert game.score().s[WINNERS] == 3


@RULE_7_4
def test_nobody_wins_where_there_is_no_common_success() -> None:
    game = table(posture="dealmaker").score()
    assert game.winners_at(34) == 0
    assert game.winners_at(35) != 0


def ending(**numbers: int) -> str:
    """The ending of a game with these numbers; none of the conditions holds for what is not named."""
    return table(posture="dealmaker").put(PLAIN).put_loosely(numbers).score().ending


WIDE = {"D1": 1, "D2": 4, "D3": 1, "D4": 4, "T1": 4, "T2": 5, "T3": 3, "T4": 4, "F1": 3, "F2": 2, "F3": 3, "F4": 3}
ENDINGS = [
    ("E8", {"m_cohesion": 44}),
    ("E0", {"m_cohesion": 45}),
    ("E7", {"m_order": 24, "m_tariff": 60}),
    ("E0", {"m_order": 25, "m_tariff": 60}),
    ("E0", {"m_order": 24, "m_tariff": 59}),
    ("E7", {"markers": 4}),
    ("E0", {"markers": 3}),
    ("E7", {"m_tariff": 90}),
    ("E0", {"m_tariff": 89}),
    ("E1", WIDE | {"m_cohesion": 70, "m_cabinet": 30}),
    ("E2", WIDE | {"m_cohesion": 69, "m_cabinet": 30}),
    ("E2", WIDE | {"m_cohesion": 70, "m_cabinet": 29}),
    ("E6", {"m_order": 60, "F4": 3, "post_norms": 6}),
    ("E0", {"m_order": 59, "F4": 3, "post_norms": 6}),
    ("E0", {"m_order": 60, "F4": 2, "post_norms": 6}),
    ("E0", {"m_order": 60, "F4": 3, "post_norms": 5}),
    ("E5", {"m_regional": 65, "m_goods": 45, "post_partners": 6}),
    ("E0", {"m_regional": 64, "m_goods": 45, "post_partners": 6}),
    ("E0", {"m_regional": 65, "m_goods": 44, "post_partners": 6}),
    ("E0", {"m_regional": 65, "m_goods": 45, "post_partners": 5}),
    ("E3", {"T2": 1, "T1": 2, "m_fdi": 65}),
    ("E0", {"T2": 0, "T1": 2, "m_fdi": 65}),
    ("E0", {"T2": 2, "T1": 1, "m_fdi": 65}),
    ("E0", {"T2": 2, "T1": 2, "m_fdi": 64}),
    ("E4", {"D4": 3, "done": 4}),
    ("E0", {"D4": 2, "done": 4}),
    ("E0", {"D4": 3, "done": 3}),
    ("E2", {"D1": 2, "m_cohesion": 55}),
    ("E2", {"D2": 2, "m_cohesion": 55}),
    ("E0", {"D1": 1, "D2": 1, "m_cohesion": 55}),
    ("E0", {"D1": 2, "m_cohesion": 54}),
    ("E0", {}),
]


@pytest.mark.claim(51)
@RULE_7_5
@pytest.mark.parametrize(("id_", "numbers"), ENDINGS)
def test_when_an_ending_comes(id_: str, numbers: dict[str, int]) -> None:
    assert ending(**numbers) == id_


@RULE_7_5
@pytest.mark.parametrize("track", ["D", "T", "F"])
def test_a_wide_settlement_moves_something_on_every_track(track: str) -> None:
    still = {
        "D": {"D1": 0, "D2": 0, "D3": 0, "D4": 0},
        "T": {"T1": 0, "T2": 0, "T3": 0, "T4": 0},
        "F": {"F1": 1, "F2": 1, "F3": 0, "F4": 1},
    }
    game = table(posture="dealmaker").put(PLAIN | WIDE | {"m_cohesion": 70})
    assert game.ending_at(90) == "E1"
    assert game.put(still[track]).ending_at(90) != "E1"


@RULE_7_5
@pytest.mark.parametrize(("efficiency", "id_"), [(88, "E1"), (87, "E2")])
def test_a_wide_settlement_uses_most_of_what_there_was(efficiency: int, id_: str) -> None:
    game = table(posture="dealmaker").put(PLAIN | WIDE | {"m_cohesion": 70})
    assert game.ending_at(efficiency) == id_


@RULE_7_5
def test_the_first_ending_in_the_list_wins() -> None:
    all_of_them = WIDE | {"m_order": 60, "post_norms": 6, "m_regional": 65, "m_goods": 45, "post_partners": 6, "m_fdi": 65, "done": 4}
    assert ending(**all_of_them | {"m_cohesion": 44, "markers": 4}) == "E8"
    assert ending(**all_of_them | {"m_cohesion": 70, "markers": 4}) == "E7"
    assert ending(**all_of_them | {"m_cohesion": 70}) == "E1"
    assert ending(**all_of_them | {"m_cohesion": 60}) == "E6"
    assert ending(**all_of_them | {"m_cohesion": 60, "post_norms": 5}) == "E5"
    assert ending(**all_of_them | {"m_cohesion": 60, "post_norms": 5, "m_goods": 44}) == "E3"
    assert ending(**all_of_them | {"m_cohesion": 60, "post_norms": 5, "m_goods": 44, "m_fdi": 64}) == "E4"


@RULE_7_5
@pytest.mark.parametrize(("rounds", "done", "id_"), [(8, 3, "E0"), (8, 4, "E4"), (5, 2, "E0"), (5, 3, "E4")])
def test_a_workshop_alliance_has_finished_half_as_many_works_as_rounds(rounds: int, done: int, id_: str) -> None:
    game = table(posture="dealmaker", rounds=rounds).put(PLAIN | {"D4": 3}).put_loosely({"done": done}).score()
    assert game.ending == id_


@RULE_7_5
def test_a_game_that_is_played_out_has_an_ending() -> None:
    assert table().to("end").ending == "E7"
