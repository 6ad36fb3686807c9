"""R6 and R7: Japan's three courses and what they open, and the locks on the top levels."""

from __future__ import annotations

import pytest

from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import R6, R7


def in_response(**start: int) -> Table:
    """Round 1, where Japan answers and places its points."""
    return table(start=start).to("response")


@pytest.mark.claim(56)
@R6
@pytest.mark.parametrize(
    ("points", "effect"),
    [
        ("close=1", {"post_close": 1, "m_leader_trust": 1, "m_cohesion": 1}),
        ("partners=1", {"post_partners": 1, "m_regional": 2}),
        ("norms=1", {"post_norms": 1, "m_order": 1, "m_goods": 1}),
        ("close=2", {"post_close": 2, "m_leader_trust": 2, "m_cohesion": 2}),
        ("close=1 norms=1", {"post_close": 1, "m_leader_trust": 1, "m_cohesion": 1, "post_norms": 1, "m_order": 1, "m_goods": 1}),
    ],
)
def test_r6_what_a_point_gives(points: str, effect: dict[str, int]) -> None:
    assert in_response().effect_of(f"jp course {points}") == effect


@pytest.mark.claim(50)
@R6
def test_r6_two_points_a_round_on_all_courses_together() -> None:
    game = in_response()
    assert game.says("jp course close=2 norms=1") == "too-many-points"
    assert game.says("jp course partners=3") == "too-many-points"
    game.play("jp course close=1")
    assert game.says("jp course norms=2") == "too-many-points"
    assert game.play("jp course norms=1").says("jp course norms=1") == "too-many-points"


@R6
def test_r6_points_not_placed_are_gone() -> None:
    game = in_response().to("response", 2)
    assert game.says("jp course close=2 norms=1") == "too-many-points"
    assert game.says("jp course close=2") == "allowed"


@R6
def test_r6_a_point_on_a_full_course_is_lost() -> None:
    game = in_response(post_norms=11)
    assert game.effect_of("jp course norms=2") == {"post_norms": 1, "m_order": 1, "m_goods": 1}
    assert game.says("jp course close=1") == "too-many-points"


@R6
@pytest.mark.parametrize("course", ["close", "partners", "norms"])
def test_r6_a_course_ends_at_twelve(course: str) -> None:
    assert in_response(**{f"post_{course}": 12}).effect_of(f"jp course {course}=1") == {}
    assert in_response(**{f"post_{course}": 11}).effect_of(f"jp course {course}=1")[f"post_{course}"] == 1


@R6
def test_r6_a_lever_adds_a_point_without_what_a_placed_point_gives() -> None:
    game = in_response()
    assert game.effect_of("jp lever jp_l04") == {"post_partners": 1, "m_regional": 4, "jp.capital": -1, "jp.tokens": -1}


@R6
def test_r6_close_4_gives_one_more_probe_at_no_price_in_even_rounds() -> None:
    game = table(round_=2, start={"post_close": 4}).to("opening").play("us done")
    assert game.effect_of("jp probe token") == {"jp.tokens": -1}
    game.put({"jp.tokens": 0, "jp.capital": 0})
    assert game.says("jp probe token") == "allowed"
    assert game.effect_of("jp probe capital") == {}
    assert len(game.clues("jp")) == 4
    assert game.says("jp probe token") == "probe-used"


@R6
def test_r6_no_free_probe_below_close_4_or_in_an_odd_round() -> None:
    below = table(round_=2, start={"post_close": 3}).to("opening").play("us done", "jp probe token")
    assert below.says("jp probe capital") == "probe-used"
    odd = table(round_=3, start={"post_close": 4}).to("opening").play("jp probe token")
    assert odd.says("jp probe capital") == "probe-used"


@R6
def test_r6_close_8_puts_one_deadline_off_each_round() -> None:
    game = table(start={"post_close": 8}, hand={1: ("dm08", "dm08", "dm08")}).play("us demand dm08")
    chance = game.to("choice").chance_of_second
    game.play("jp postpone dm08")
    assert game.demands["dm08"] == ("T2=3", 5)
    assert game.chance_of_second == chance
    assert game.to("choice", 2).play("jp postpone dm08").demands["dm08"] == ("T2=3", 6)


@R6
def test_r6_close_8_may_be_left_unused() -> None:
    game = table(start={"post_close": 8}, hand={1: ("dm08", "dm08", "dm08")}).play("us demand dm08").to("choice")
    assert game.play("jp postpone none").demands["dm08"] == ("T2=3", 4)


@R6
def test_r6_close_8_saves_a_demand_that_falls_due_in_the_round() -> None:
    game = table(start={"post_close": 8}, hand={1: ("dm07", "dm07", "dm07")}).play("us demand dm07").to("choice", 3)
    game.play("jp postpone dm07").to("draw", 4)
    assert game.demands["dm07"] == ("T2=1", 4)


@R6
def test_r6_close_7_puts_nothing_off() -> None:
    game = table(start={"post_close": 7}).to("opening", 2)
    assert game.round == 2


@R6
@pytest.mark.parametrize(("partners", "round_"), [(2, 0), (3, 1)])
def test_r6_partners_3_brings_the_exercise_with_a_partner(partners: int, round_: int) -> None:
    assert table(start={"post_partners": partners}, pile=("ev38",)).to("end").played("ev38") == round_


@R6
def test_r6_partners_4_opens_the_joint_gas_reserve() -> None:
    game = table(start={"post_partners": 3, "T4": 2}, turned_up={1: "in03"}).to("opening")
    assert game.says("jp initiative in03") == "needs-not-met"
    assert game.put({"post_partners": 4}).says("jp initiative in03") == "allowed"


@R6
def test_r6_partners_8_spares_the_region_when_talks_run_dry() -> None:
    assert table(start={"post_partners": 7}).to("draw", 4).by("R17")["m_regional"] == -1
    assert "m_regional" not in table(start={"post_partners": 8}).to("draw", 4).by("R17")


@R6
def test_r6_partners_8_gives_three_points_of_side_score() -> None:
    game = table(start={"post_partners": 7})
    before = game.score().result("side", "jp")
    assert game.put({"post_partners": 8}).score().result("side", "jp") == before + 3


@R6
def test_r6_norms_4_makes_norm_leadership_cheaper() -> None:
    assert in_response(post_norms=3).effect_of("jp lever jp_l05")["jp.capital"] == -2
    assert in_response(post_norms=4).effect_of("jp lever jp_l05")["jp.capital"] == -1


@R6
@pytest.mark.parametrize("weak", ["post_close", "post_partners", "post_norms"])
def test_r6_all_three_at_6_give_six_joint_points(weak: str) -> None:
    game = table(start={"post_close": 6, "post_partners": 6, "post_norms": 6})
    best = game.score().result("joint")
    assert game.put({weak: 5}).score().result("joint") == best - 6


@R6
def test_r6_a_threshold_counts_from_the_moment_it_is_reached() -> None:
    game = in_response(post_norms=3)
    assert game.play("jp course norms=1").effect_of("jp lever jp_l05")["jp.capital"] == -1


LOCKS = [
    ("D3", 4, "m_diet", 59, 60),
    ("T1", 5, "m_tariff", 26, 25),
    ("T3", 4, "m_protection", 41, 40),
    ("F1", 4, "post_partners", 5, 6),
    ("F3", 4, "post_norms", 7, 8),
    ("F4", 4, "post_norms", 5, 6),
]


@R7
@pytest.mark.parametrize(("issue", "level", "number", "closed", "opened"), LOCKS)
def test_r7_a_top_level_is_locked_until_its_condition_holds(issue: str, level: int, number: str, closed: int, opened: int) -> None:
    game = table().to("offers").put({issue: level - 1, number: closed})
    assert game.says(f"jp offer {issue}={level}") == "above-lock"
    assert game.put({number: opened}).says(f"jp offer {issue}={level}") == "allowed"


@R7
@pytest.mark.parametrize(("issue", "level", "number", "closed", "opened"), LOCKS)
def test_r7_the_level_below_a_lock_is_free(issue: str, level: int, number: str, closed: int, opened: int) -> None:
    game = table().to("offers").put({issue: level - 2, number: closed})
    assert game.says(f"jp offer {issue}={level - 1}") == "allowed"


@R7
@pytest.mark.parametrize(("issue", "level", "number", "closed", "opened"), LOCKS)
def test_r7_a_level_in_force_stays_when_its_lock_closes(issue: str, level: int, number: str, closed: int, opened: int) -> None:
    game = table().to("offers").put({issue: level, number: closed})
    assert game.says(f"jp offer {issue}={level} D1=1") == "allowed"
    assert game.says(f"jp offer {issue}={level - 1}") == "allowed"


@R7
def test_r7_start_caps() -> None:
    game = table()
    caps = {issue.id: game.cap(issue.id) for issue in game.scenario.issues}
    assert caps == {"D1": 5, "D2": 4, "D3": 3, "D4": 4, "T1": 4, "T2": 5, "T3": 3, "T4": 4, "F1": 3, "F2": 2, "F3": 3, "F4": 3}


@R7
def test_r7_a_lock_is_read_again_at_the_vote_and_the_package_lapses_without_loss() -> None:
    game = table(start={"T1": 4, "m_tariff": 25}).to("offers").put({"m_tariff": 25}).accord("T1=5")
    before = game.play("jp groundwork jp_coalition=1").put({"m_tariff": 26}).numbers()
    game.play("jp submit", "us submit")
    assert game.votes_held == 0
    assert game.at_end_of(1)["jp.capital"] == before["jp.capital"]
    assert game.by("jp") == {}


@R7
def test_r7_a_lock_is_read_again_when_the_offer_is_accepted() -> None:
    game = table(start={"T1": 4}).to("offers").put({"m_tariff": 25}).play("jp offer T1=5").put({"m_tariff": 26})
    assert game.says("us accept") == "above-lock"


@R7
def test_r7_regional_trust_below_40_keeps_the_quad_agenda_down() -> None:
    game = table().to("offers").put({"m_regional": 39})
    assert game.says("jp offer F1=2") == "may-not-rise"
    assert game.says("jp offer F1=0") == "allowed"
    assert game.put({"m_regional": 40}).says("jp offer F1=2") == "allowed"


@R7
def test_r7_a_second_marker_keeps_the_wording_on_rules_down() -> None:
    game = table().to("offers").put({"markers": 2})
    assert game.says("jp offer F4=2") == "may-not-rise"
    assert game.says("jp offer F4=0") == "allowed"
    assert game.put({"markers": 1}).says("jp offer F4=2") == "allowed"
