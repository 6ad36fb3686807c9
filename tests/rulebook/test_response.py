"""Step 3, Response, and the choices that cards and rules give: answers, reframes, options, deadlines put off."""

from __future__ import annotations

import pytest

from sim.kernel import codes
from sim.kernel.layout import ANSWER_COUNTER, ANSWER_HOLD, ANSWER_REFRAME, WAITING
from sim.kernel.tables import T_COURSE_LIMIT, T_COURSE_POINTS
from sim.table.actions import answer, courses, plain
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import RULE_0_8, RULE_1_6, RULE_3_1, RULE_3_2, RULE_3_3, RULE_3_4, RULE_3_5, RULE_6_4, RULE_6_10


def asked(*cards: str, **words: object) -> Table:
    """Response of round 1 with a demand (dm08: T2=3, due in round 4), and a second one where it is named."""
    first, *more = cards or ("dm08",)
    game = table(hand={1: (first,) * 3}, second={1: more * 2} if more else {}, **words).play(f"us demand {first}")  # type: ignore[arg-type]
    return game.play(*(f"us demand {card}" for card in more)).to("response")


@RULE_3_2
@pytest.mark.parametrize(
    ("how", "effect"),
    [
        ("accept", {"m_leader_trust": 1, "m_cabinet": -1}),
        ("counter T1", {}),
        ("hold", {"m_leader_trust": -1, "m_cabinet": 1}),
    ],
)
def test_what_an_answer_does(how: str, effect: dict[str, int]) -> None:
    assert asked().effect_of(f"jp answer dm08 {how}") == effect


@RULE_3_1
def test_each_demand_is_answered_once() -> None:
    game = asked("dm08", "dm03").play("jp answer dm08 hold")
    assert game.says("jp answer dm08 accept") == "already-answered"
    assert game.says("jp answer dm03 accept") == "allowed"


@RULE_3_1
def test_an_answer_of_an_earlier_round_stands() -> None:
    game = asked().to("response", 2)
    assert game.says("jp answer dm08 accept") == "already-answered"


@RULE_3_1
def test_there_must_be_such_a_demand() -> None:
    game = asked()
    assert game.says("jp answer dm03 hold") == "no-such-demand"
    assert game.says(answer("jp", -1, ANSWER_HOLD)) == "no-such-demand"
    assert game.says(answer("jp", 1, ANSWER_HOLD)) == "no-such-demand"


@RULE_3_1
def test_the_side_that_asks_does_not_answer() -> None:
    game = asked()
    game.s[WAITING] = 3
    assert game.says("us answer dm08 hold") == "not-your-turn"


@RULE_3_2
def test_a_counter_names_another_issue() -> None:
    game = asked()
    assert game.says("jp answer dm08 counter T2") == "no-such-issue"
    assert game.says(answer("jp", 0, ANSWER_COUNTER, -1)) == "no-such-issue"
    assert game.says(answer("jp", 0, ANSWER_COUNTER, 12)) == "no-such-issue"
    game.play("jp answer dm08 counter T1")
    assert game.s[game.demand_cell("dm08", "linked")] == game.names.index("T1")


@RULE_3_2
@pytest.mark.parametrize("how", [0, 5, -1])
def test_there_are_four_answers(how: int) -> None:
    assert asked().says(answer("jp", 0, how)) == "no-such-option"


@RULE_3_2
def test_an_answer_binds_nobody_in_talks() -> None:
    game = asked().play("jp answer dm08 accept").to("offers")
    assert game.says("jp offer D2=1") == "allowed"
    assert game.says("jp offer T2=1") == "allowed"


@RULE_3_4
def test_a_demand_without_an_answer_is_held() -> None:
    assert asked().effect_of("jp done") == {"m_leader_trust": -1, "m_cabinet": 1}


@RULE_3_4
def test_a_demand_with_an_answer_is_not() -> None:
    assert asked().play("jp answer dm08 counter T1").effect_of("jp done") == {}


@RULE_3_3
@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_reframe_offers_a_lower_level(level: int) -> None:
    assert asked().says(f"jp answer dm08 reframe T2={level}") == "allowed"


@RULE_3_3
def test_a_reframe_to_as_much_or_another_issue_is_none() -> None:
    game = asked()
    assert game.says("jp answer dm08 reframe T2=3") == "not-a-lower-level"
    assert game.says("jp answer dm08 reframe T4=1") == "not-a-lower-level"
    assert game.says(answer("jp", 0, ANSWER_REFRAME, game.names.index("T2"), -2)) == "not-a-lower-level"


@RULE_3_3
def test_a_reframe_to_an_initiative_needs_one_that_is_face_up() -> None:
    game = asked(turned_up={1: "in02"})
    assert game.says("jp answer dm08 reframe in10") == "allowed"
    assert game.says("jp answer dm08 reframe in12") == "not-face-up"
    assert game.says(answer("jp", 0, ANSWER_REFRAME, -1)) == "not-face-up"
    assert game.says(answer("jp", 0, ANSWER_REFRAME, 16)) == "not-face-up"


@RULE_3_3
def test_a_reframe_costs_nothing_and_waits_for_the_other_side() -> None:
    game = asked()
    assert game.effect_of("jp answer dm08 reframe T2=1") == {}
    assert game.waits_for == ("us",)
    assert game.says("jp take dm08") == "not-your-turn"
    assert game.says("jp decline dm08") == "not-your-turn"


@RULE_3_3
def test_only_the_head_of_the_asking_side_takes_or_declines() -> None:
    game = asked(seats={"us": 4}).play("jp answer dm08 reframe T2=1")
    assert game.says("us.ustr take dm08") == "not-this-seat"
    assert game.says("us take dm08") == "allowed"


@RULE_3_3
def test_nothing_else_is_taken_or_declined() -> None:
    game = asked("dm08", "dm03")
    assert game.says("us take dm08") == "nothing-to-decide"
    assert game.says(plain("us", codes.ACT_TAKE, -1)) == "nothing-to-decide"
    assert game.play("jp answer dm08 reframe T2=1").says("us take dm03") == "nothing-to-decide"


@RULE_3_3
def test_taken_the_demand_asks_the_lower_level_by_the_same_deadline() -> None:
    game = asked().play("jp answer dm08 reframe T2=1", "us take dm08")
    assert game.demands == {"dm08": ("T2=1", 4)}
    assert game.waits_for == ("jp",)
    assert game.pass_("T2=1").demands == {}


@RULE_6_4
def test_taken_it_is_met_when_the_initiative_is_agreed() -> None:
    game = asked().play("jp answer dm08 reframe in10", "us take dm08").to("opening")
    game.play("jp initiative in10", "us agree in10").to("draw", 2)
    assert game.card("dm08") == "gone"


@RULE_6_4
def test_taken_for_an_initiative_the_level_does_not_meet_it() -> None:
    game = asked().play("jp answer dm08 reframe in10", "us take dm08").put({"T2": 3}).to("draw", 5)
    assert game.by("dm08") == {"m_tariff": 2}


@RULE_6_4
def test_a_state_that_was_reframed_is_met_by_the_level() -> None:
    game = asked("dm13", start={"F1": 3})
    assert game.says("jp answer dm13 reframe F1=2") == "not-a-lower-level"


@RULE_3_3
def test_declined_the_demand_stands_and_japan_has_a_clue() -> None:
    game = asked().play("jp answer dm08 reframe T2=1")
    clues = len(game.clues("jp"))
    game.play("us decline dm08")
    assert game.demands == {"dm08": ("T2=3", 4)}
    assert len(game.clues("jp")) == clues + 1
    assert game.waits_for == ("jp",)


@RULE_3_5
def test_points_are_placed_on_the_own_courses() -> None:
    game = asked()
    game.s[WAITING] = 3
    assert game.says(courses("us", (1, 0, 0))) == "not-a-course"
    assert game.says(courses("jp", (1, -1, 0))) == "not-a-course"
    assert game.says(courses("jp", (0, 0, 0))) == "no-points"
    assert game.says(courses("jp", (0, 1, 0))) == "allowed"


@RULE_3_5
def test_a_course_has_its_own_limit_beside_that_of_the_side() -> None:
    assert asked().says("jp course close=3") == "too-many-points"
    assert asked().says("jp course close=2 norms=2") == "too-many-points"


@RULE_3_5
def test_each_course_has_its_own_numbers() -> None:
    game = asked()
    game.t[T_COURSE_LIMIT + 2] = 1
    assert game.says("jp course norms=2") == "too-many-points"
    assert game.says("jp course norms=1 partners=1") == "allowed"
    game.t[T_COURSE_POINTS] = 0
    assert game.says("jp course close=1") == "too-many-points"
    assert game.says("jp course norms=1") == "allowed"


@RULE_0_8
def test_response_ends_when_the_head_is_done() -> None:
    game = asked().play("jp course norms=1", "jp done")
    assert game.is_at("opening", 1)


def offered(**words: object) -> Table:
    """A card asks Japan: one capital for a project, or a loss of regional trust."""
    return table(news={1: "ev14"}, **words)  # type: ignore[arg-type]


@RULE_1_6
def test_the_side_that_a_card_names_chooses() -> None:
    game = offered()
    assert game.waits_for == ()
    assert game.says("us choose ev14 help") == "not-your-turn"
    assert game.effect_of("jp choose ev14 help") == {"jp.capital": -1, "m_goods": 4, "m_regional": 3, "post_partners": 1}
    assert game.is_at("draw", 1)


@RULE_1_6
def test_the_other_option_has_no_price() -> None:
    assert offered().effect_of("jp choose ev14 decline") == {"m_regional": -2}


@RULE_1_6
def test_an_option_that_cannot_be_paid_is_not_taken() -> None:
    game = offered().put({"jp.capital": 0})
    assert game.says("jp choose ev14 help") == "no-capital"
    assert game.says("jp choose ev14 decline") == "allowed"


@RULE_1_6
@pytest.mark.parametrize("option", [-1, 2])
def test_there_must_be_such_an_option(option: int) -> None:
    assert offered().says(plain("jp", codes.ACT_CHOOSE, option)) == "no-such-option"


@RULE_1_6
def test_where_no_card_asks_there_is_nothing_to_choose() -> None:
    assert asked().says(plain("jp", codes.ACT_CHOOSE, 0)) == "nothing-to-decide"


@RULE_1_6
def test_a_choice_comes_after_everything_else_on_the_card() -> None:
    game = table(round_=2, news={2: "ev15"})
    assert game.by("ev15") == {"m_regional": 2}
    assert game.effect_of("jp choose ev15 join") == {"jp.capital": -1, "post_partners": 1, "m_order": 2}


@RULE_1_6
def test_a_card_that_may_be_answered_by_nothing() -> None:
    assert table(round_=2, news={2: "ev15"}).effect_of("jp choose ev15 wait") == {}


@RULE_1_6
def test_a_card_whose_options_have_both_an_effect() -> None:
    assert table(news={1: "ev19"}).effect_of("jp choose ev19 speak") == {"jp.capital": -2, "m_order": -3, "post_norms": 1}
    assert table(news={1: "ev19"}).effect_of("jp choose ev19 silent") == {"m_order": -5}


def putting_off(**words: object) -> Table:
    """Resolve of round 1: Japan may put a deadline off."""
    return asked(start={"post_close": 8}, **words).to("choice")


@RULE_6_10
def test_the_head_names_one_open_demand_or_passes() -> None:
    game = putting_off()
    assert game.says("jp postpone dm08") == "allowed"
    assert game.says("jp postpone none") == "allowed"
    assert game.says("us postpone dm08") == "not-your-turn"
    assert game.says("jp postpone dm03") == "no-such-demand"
    assert game.says(plain("jp", codes.ACT_POSTPONE, 1)) == "no-such-demand"
    assert game.says(plain("jp", codes.ACT_POSTPONE, -4)) == "no-such-demand"


@RULE_6_10
def test_a_track_seat_puts_nothing_off() -> None:
    assert putting_off(seats={"jp": 4}).says("jp.meti postpone dm08") == "not-this-seat"
    assert putting_off(seats={"jp": 4}).says("jp.meti done") == "not-this-seat"


@RULE_6_10
def test_where_nothing_is_offered_nothing_is_put_off() -> None:
    assert asked().says("jp postpone dm08") == "nothing-to-decide"
    assert putting_off().play("jp postpone dm08").to("response", 2).says("jp postpone none") == "nothing-to-decide"
    assert offered().says("jp postpone none") == "nothing-to-decide"


@RULE_6_10
def test_what_asks_for_a_deadline_is_no_choice_of_options() -> None:
    assert putting_off().says(plain("jp", codes.ACT_CHOOSE, 0)) == "nothing-to-decide"


@RULE_6_10
def test_done_passes() -> None:
    game = putting_off()
    assert game.says("us done") == "choice-first"
    assert game.play("jp done").is_at("draw", 2)
    assert game.demands["dm08"] == ("T2=3", 4)


@RULE_6_10
def test_where_no_demand_is_open_nobody_is_asked() -> None:
    tops = {"D1": 5, "D2": 4, "D3": 4, "D4": 4, "T2": 5, "T4": 4}
    assert table(start={"post_close": 8} | tops, cards=()).to("opening", 3).choices_asked == 0
    assert table(start={"post_close": 8}, cards=()).to("opening", 3).choices_asked == 2
