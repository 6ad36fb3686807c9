"""R8 and R9: what Japan may find out about a hidden posture, and what nobody foresees."""

from __future__ import annotations

import pytest

from sim.kernel import codes
from sim.kernel.layout import CLUE_WIDTH, CLUES, GUESS, N_CLUES, POSTURE, Q_ABOUT, Q_ROUND, UNSET, WAITING
from sim.table.actions import plain
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import R8, R9, RULE_4_19


def opening(unpredict: int = 69, **words: object) -> Table:
    """The opening of Talks in round 1, at this unpredictability."""
    return table(**words).to("opening").put({"m_unpredict": unpredict})  # type: ignore[arg-type]


@pytest.mark.claim(2)
@R8
def test_r8_the_posture_is_secret() -> None:
    game = table(posture="restrainer")
    assert game.knows("us")[POSTURE] == game.names.index("restrainer")
    assert game.knows("jp")[POSTURE] == UNSET


@R8
def test_r8_a_clue_is_seen_by_its_own_side_only() -> None:
    game = table()
    assert game.knows("jp")[CLUES : CLUES + 5] == [UNSET] * 5


@pytest.mark.claim(1)
@R8
def test_r8_japan_starts_with_two_clues_and_the_us_side_with_one() -> None:
    game = table(posture="dealmaker", clues=("T2", "D1", "F4"))
    assert game.clues("jp") == [("T2", "high", True), ("D1", "low", True)]
    assert game.clues("us") == [("F4", "middle", True)]


@R8
def test_r8_the_first_clues_are_true_however_unpredictable_things_are() -> None:
    game = table(start={"m_unpredict": 100}, clues=("T2", "T2", "T1"), draws=[(0, "clue_false", 0, 1), (0, "clue_false", 1, 1)])
    assert game.clues("jp") == [("T2", "high", True), ("T2", "high", True)]
    assert game.clues("us") == [("T1", "high", True)]


@R8
@pytest.mark.parametrize(
    ("posture", "issue", "band"),
    [
        ("industrialist", "T3", "high"),  # weight 12
        ("dealmaker", "T3", "middle"),  # 9
        ("dealmaker", "D4", "middle"),  # 6
        ("dealmaker", "D1", "low"),  # 5
    ],
)
def test_r8_bands_of_weight(posture: str, issue: str, band: str) -> None:
    assert table(posture=posture, clues=(issue,)).clues("jp")[0] == (issue, band, True)


@R8
def test_r8_eleven_is_still_middle() -> None:
    assert table(clues=("D1", "D1", "F4")).clues("us") == [("F4", "middle", True)]


@R8
def test_r8_a_probe_costs_capital_or_a_token() -> None:
    game = opening()
    assert game.effect_of("jp probe capital") == {"jp.capital": -1}
    assert opening().effect_of("jp probe token") == {"jp.tokens": -1}
    assert len(game.clues("jp")) == 3


@R8
def test_r8_one_probe_a_round() -> None:
    game = opening().play("jp probe token")
    assert game.says("jp probe capital") == "probe-used"
    assert game.to("opening", 2).play("us done").says("jp probe capital") == "allowed"


@R8
def test_r8_the_us_side_probes_in_the_same_way() -> None:
    game = opening(draws=[(1, "clue_issue", 0, "T1")]).play("jp done", "us probe capital")
    assert game.clues("us")[-1] == ("T1", "high", True)


@R8
def test_r8_probes_belong_to_talks() -> None:
    assert table().to("response").says("jp probe token") == "not-now"


def probed(unpredict: int, roll: int) -> tuple[str, str, bool]:
    """The clue on T2 (weight 24) of a probe, with this roll and the first of the other postures (weight 7) for a false one."""
    draws = [(1, "clue_issue", 0, "T2"), (1, "clue_false", 0, roll), (1, "clue_band", 0, 0)]
    return opening(unpredict, posture="dealmaker", draws=draws).play("jp probe token").clues("jp")[-1]


@RULE_4_19
@R8
def test_r8_from_70_on_a_clue_is_false_with_a_chance_of_25() -> None:
    assert probed(70, roll=25) == ("T2", "middle", False)
    assert probed(70, roll=26) == ("T2", "high", False)


@RULE_4_19
@R8
def test_r8_below_70_a_clue_is_true() -> None:
    assert probed(69, roll=1) == ("T2", "high", True)


@R8
@pytest.mark.parametrize(("number", "band"), [(0, "middle"), (1, "high"), (2, "middle")])
def test_r8_a_false_clue_shows_the_band_under_another_posture(number: int, band: str) -> None:
    draws = [(1, "clue_issue", 0, "T2"), (1, "clue_false", 0, 1), (1, "clue_band", 0, number)]
    assert opening(70, posture="dealmaker", draws=draws).play("jp probe token").clues("jp")[-1] == ("T2", band, False)


@R8
@pytest.mark.parametrize(("number", "band"), [(0, "low"), (1, "middle")])
def test_r8_a_false_clue_about_japan_shows_another_band(number: int, band: str) -> None:
    draws = [(1, "clue_issue", 0, "T1"), (1, "clue_false", 0, 1), (1, "clue_band", 0, number)]
    assert opening(70, draws=draws).play("jp done", "us probe token").clues("us")[-1] == ("T1", band, False)


@R8
def test_r8_the_clue_of_a_lever_may_be_false_too() -> None:
    game = table(start={"m_unpredict": 75}, draws=[(1, "clue_issue", 0, "T2"), (1, "clue_false", 0, 1), (1, "clue_band", 0, 0)])
    assert game.to("response").play("jp lever jp_l02").clues("jp")[-1] == ("T2", "middle", False)


@R8
def test_r8_the_clue_of_a_declined_reframe_may_be_false_too() -> None:
    draws = [(1, "clue_issue", 0, "T2"), (1, "clue_false", 0, 1), (1, "clue_band", 0, 0)]
    game = table(start={"m_unpredict": 75}, hand={1: ("dm08", "dm08", "dm08")}, draws=draws).play("us demand dm08").to("response")
    assert game.play("jp answer dm08 reframe T2=1", "us decline dm08").clues("jp")[-1] == ("T2", "middle", False)


@R8
def test_r8_a_card_may_say_that_its_clue_is_true() -> None:
    draws = [(3, "clue_issue", 0, "T2"), (3, "clue_false", 0, 1), (3, "clue_band", 0, 0)]
    game = table(round_=3, start={"m_unpredict": 90}, news={3: "ev37"}, draws=draws)
    assert game.clues("jp")[-1] == ("T2", "high", True)


@R8
def test_r8_the_posture_named_rightly_lifts_trust_and_the_joint_score() -> None:
    game = table(posture="restrainer").to("show", 3).play("jp guess restrainer")
    assert game.by("naming") == {"m_leader_trust": 3}
    joint = game.score().result("joint")
    assert game.put_cell("named_right", "jp", 0).score().result("joint") == joint - 5


@R8
def test_r8_the_posture_named_wrongly_changes_nothing() -> None:
    game = table(posture="restrainer").to("show", 3).play("jp guess dealmaker")
    assert game.by("naming") == {}
    assert game.s[GUESS + 1] == game.names.index("dealmaker")


@R8
def test_r8_what_counts_is_the_posture_in_force() -> None:
    game = table(posture="dealmaker", surprise={2: "turn"}).to("show", 3).play("jp guess industrialist")
    assert game.by("naming") == {"m_leader_trust": 3}


@R8
def test_r8_the_posture_is_named_once_at_the_end_of_round_3_by_japan() -> None:
    game = table().to("opening", 3)
    assert game.says("jp guess dealmaker") == "not-now"
    game.to("show", 3)
    assert game.says("us guess dealmaker") == "not-your-naming"
    assert game.says("jp guess japan") == "no-such-posture"
    assert game.play("jp guess dealmaker").to("opening", 4).says("jp guess dealmaker") == "not-now"


def ahead_and_naming() -> Table:
    """The end of round 3 in calm times: the US side has a card to play ahead, Japan may name the posture."""
    return table().to("opening", 3).put({"m_unpredict": 50}).to("show", 3)


@R8
def test_r8_only_japan_names_and_only_as_long_as_it_is_not_done() -> None:
    game = ahead_and_naming()
    assert game.says("us guess dealmaker") == "not-your-naming"
    assert game.play("jp done").says("jp guess dealmaker") == "not-your-naming"


@R8
def test_r8_the_posture_is_not_named_again() -> None:
    game = ahead_and_naming().play("jp guess restrainer")
    game.s[WAITING] = 3
    assert game.says("jp guess dealmaker") == "not-your-naming"


@R8
def test_r8_at_the_end_of_another_round_nothing_is_named() -> None:
    game = table().to("opening").put({"m_unpredict": 50}).to("show", 1)
    assert game.says("jp guess dealmaker") == "not-now"


@R8
@pytest.mark.parametrize("posture", [-1, 5])
def test_r8_there_must_be_such_a_posture(posture: int) -> None:
    assert table().to("show", 3).says(plain("jp", codes.ACT_GUESS, posture)) == "no-such-posture"


@R8
def test_r8_naming_may_be_left_out() -> None:
    game = table().to("show", 3).play("jp done").to("end")
    assert game.s[GUESS + 1] == UNSET


@RULE_4_19
def test_a_clue_tells_of_whom_and_when_it_is() -> None:
    game = table(round_=2).to("opening").play("us probe token")
    last = CLUES + (game.s[N_CLUES] - 1) * CLUE_WIDTH
    assert (game.s[last + Q_ABOUT], game.s[last + Q_ROUND]) == (1, 2)


@RULE_4_19
def test_where_a_scenario_keeps_clues_back_none_is_given() -> None:
    game = table("spring-short").to("response", 2).play("jp lever jp_l02")
    assert (game.clues("jp"), game.clues("us")) == ([], [])
    game.to("draw", 3)
    assert (len(game.clues("jp")), len(game.clues("us"))) == (1, 1)


@RULE_4_19
def test_any_issue_may_come_up_and_come_up_again() -> None:
    told = [table(seed=seed).clues("jp") for seed in range(60)]
    assert {issue for clues in told for issue, _, _ in clues} == {issue.id for issue in table().scenario.issues}
    assert any(first[0] == second[0] for first, second in told)


def surprised(unpredict: int, roll: int) -> bool:
    """Whether this roll brings a surprise (a pause) in round 1."""
    draws = [(1, "surprise", 0, roll), (1, "surprise_kind", 0, 3)]
    return "m_tariff" in table(start={"m_unpredict": unpredict - 1}, draws=draws).by("us_l08")


@pytest.mark.claim(17)
@R9
@pytest.mark.parametrize(("unpredict", "chance"), [(66, 13), (68, 14), (67, 13), (100, 20), (3, 1)])
def test_r9_a_surprise_has_a_chance_of_a_fifth_of_unpredictability(unpredict: int, chance: int) -> None:
    assert surprised(unpredict, chance)
    assert not surprised(unpredict, chance + 1)


@R9
def test_r9_there_is_no_surprise_where_the_chance_is_nothing() -> None:
    assert not surprised(2, 1)


@R9
def test_r9_one_is_a_post_at_no_price_and_no_use() -> None:
    game = table(surprise={1: "post"}, draws=[(1, "surprise_pick", 0, 3)])
    assert game.by("us_l03") == {"m_momentum": -1, "m_unpredict": 1, "jp_public": -1}
    assert (game["us.capital"], game["us.tokens"], game["us_l03.credibility"]) == (8, 4, 40)
    assert game.friction == (1, 0)
    assert game.to("lever").says("us lever us_l03 jp_farm") == "allowed"


@R9
def test_r9_two_brings_a_deadline_nearer() -> None:
    game = table(hand={1: ("dm08", "dm08", "dm08")}, surprise={2: "hurry"}).play("us demand dm08").to("draw", 2)
    assert game.demands["dm08"] == ("T2=3", 3)


@R9
def test_r9_two_takes_one_of_the_open_demands_by_chance() -> None:
    hands = {1: ("dm08", "dm08", "dm08"), 2: ("dm12", "dm12", "dm12")}
    game = table(hand=hands, surprise={3: "hurry"}, draws=[(3, "surprise_pick", 0, 1)]).play("us demand dm08").to("draw", 2)
    game.play("us demand dm12").to("draw", 3)
    assert game.demands == {"dm08": ("T2=3", 4), "dm12": ("T4=3", 5)}


@R9
def test_r9_two_may_make_a_demand_fall_due_at_once_but_no_earlier() -> None:
    game = table(hand={1: ("dm07", "dm07", "dm07")}, surprise={3: "hurry"}).play("us demand dm07").to("draw", 3)
    assert game.demands["dm07"] == ("T2=1", 3)
    assert game.to("draw", 4).by("dm07") == {"m_leader_trust": -2}


@R9
def test_r9_two_finds_nothing_where_no_demand_is_open() -> None:
    assert table(surprise={1: "hurry"}).demands == {}


@R9
def test_r9_three_is_a_pause_with_its_return_and_works_where_the_lever_is_barred() -> None:
    game = table(surprise={1: "pause"}, start={"m_leader_trust": 20})
    assert game.by("us_l08") == {"m_tariff": -8, "m_momentum": 3, "us_industry": -2}
    assert game["us.capital"] == 8
    assert game.to("draw", 4).by("us_l08", 3) == {"m_tariff": 3}


@R9
@pytest.mark.parametrize(
    ("posture", "neighbour"),
    [("dealmaker", "industrialist"), ("industrialist", "dealmaker"), ("burden_sharer", "restrainer"), ("restrainer", "burden_sharer")],
)
def test_r9_four_turns_the_posture_to_its_neighbour(posture: str, neighbour: str) -> None:
    assert table(posture=posture, surprise={1: "turn"}).posture == neighbour


@R9
def test_r9_four_comes_once_and_is_a_post_afterwards() -> None:
    game = table(posture="dealmaker", surprise={1: "turn", 2: "turn"}).to("draw", 2)
    assert game.posture == "industrialist"
    assert game.by("us_l03", 2)["m_momentum"] == -1


@R9
def test_r9_a_surprise_may_lay_a_marker() -> None:
    game = table(surprise={1: "post"}, start={"friction": 4})
    assert game.friction == (0, 1)
