"""What every act is asked first: is the game on, is a choice open, is it the time, the turn, the seat, and is the act open yet?"""

from __future__ import annotations

import pytest

from sim.kernel import codes
from sim.kernel.layout import ANSWER_HOLD
from sim.table.actions import Action, answer, courses, offer, plain, suggest
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import (
    RULE_0_7,
    RULE_0_8,
    RULE_1_6,
    RULE_2_8,
    RULE_3_1,
    RULE_3_5,
    RULE_4_1,
    RULE_4_18,
    RULE_5_2,
    RULE_6_9,
)

PACKAGE: tuple[int | None, ...] = (None, 1, None, None, 1, None, None, None, None, None, None, None)
US = [
    plain("us", codes.ACT_DONE),
    plain("us", codes.ACT_DEMAND, 0),
    plain("us", codes.ACT_LEVER, 8),
    plain("us", codes.ACT_TAKE, 0),
    plain("us", codes.ACT_DECLINE, 0),
    plain("us", codes.ACT_CHOOSE, 0),
    plain("us", codes.ACT_POSTPONE, 0),
    plain("us", codes.ACT_PROBE, 0),
    plain("us", codes.ACT_INITIATIVE, 9),
    plain("us", codes.ACT_LINK, 0, 1),
    plain("us", codes.ACT_UNLINK, 0, 1),
    plain("us", codes.ACT_PACK, 0),
    plain("us", codes.ACT_AGREE, 0),
    offer("us", PACKAGE),
    plain("us", codes.ACT_ACCEPT),
    plain("us", codes.ACT_HOLD),
    plain("us", codes.ACT_BREAK),
    plain("us", codes.ACT_DECIDE, 4, 1),
    plain("us", codes.ACT_REOPEN, 8, 0),
    suggest("us", PACKAGE),
    plain("us", codes.ACT_CONSULT, 1),
    plain("us", codes.ACT_GROUNDWORK, 1, 1),
    plain("us", codes.ACT_SUBMIT),
    plain("us", codes.ACT_KEEP_BACK),
]
JAPAN = [answer("jp", 0, ANSWER_HOLD), courses("jp", (0, 1, 1)), plain("jp", codes.ACT_GUESS, 0)]
ALL = [*US, *JAPAN]
NAMES = [f"kind {action.kind}" for action in ALL]
AT_ONCE = (codes.ACT_TAKE, codes.ACT_DECLINE, codes.ACT_CHOOSE, codes.ACT_POSTPONE)  # answers to what waits


@pytest.fixture(scope="module")
def over() -> Table:
    """A game that is over."""
    return table(rounds=1).to("end")


@pytest.fixture(scope="module")
def waiting() -> Table:
    """A card asks Japan for a choice."""
    return table(news={1: "ev14"})


@RULE_0_7
@pytest.mark.parametrize("action", ALL, ids=NAMES)
def test_when_the_game_is_over_nothing_is_done(over: Table, action: Action) -> None:
    assert over.says(action) == "game-over"


@RULE_1_6
@pytest.mark.parametrize("action", [action for action in ALL if action.kind not in AT_ONCE], ids=str)
def test_what_a_card_asks_is_answered_first(waiting: Table, action: Action) -> None:
    assert waiting.says(action) == "choice-first"


@RULE_1_6
def test_the_side_that_a_card_asks_is_not_done_before_it_has_chosen(waiting: Table) -> None:
    assert waiting.says("jp done") == "choice-first"


@RULE_1_6
@pytest.mark.parametrize("kind", [codes.ACT_TAKE, codes.ACT_DECLINE, codes.ACT_POSTPONE])
def test_only_what_is_asked_is_answered(waiting: Table, kind: int) -> None:
    assert waiting.says(plain("us", kind, 0)) == "nothing-to-decide"


@RULE_3_1
@pytest.mark.parametrize("line", ["jp done", "jp lever jp_l02", "jp course norms=1", "us done", "us demand dm01", "jp answer dm08 hold"])
def test_a_reframe_is_answered_first(line: str) -> None:
    game = table(hand={1: ("dm08", "dm08", "dm08")}).play("us demand dm08").to("response").play("jp answer dm08 reframe T2=1")
    assert game.says(line) == "choice-first"


@RULE_4_1
@pytest.mark.parametrize("place", ["draw", "lever", "response", "offers", "closing", "home"])
@pytest.mark.parametrize("act", ["probe token", "initiative in10", "calm"])
def test_what_belongs_to_the_opening(place: str, act: str) -> None:
    assert at(place).says(f"jp {act}") == "not-now"


@RULE_4_1
@pytest.mark.parametrize("place", ["draw", "lever", "response", "opening", "closing", "home"])
@pytest.mark.parametrize("act", ["offer D2=1", "accept", "hold", "break"])
def test_what_belongs_to_the_offers(place: str, act: str) -> None:
    assert at(place).says(f"jp {act}") == "not-now"


@RULE_4_1
@pytest.mark.parametrize("place", ["draw", "lever", "response", "opening", "offers", "home"])
@pytest.mark.parametrize("act", ["decide D2=1", "reopen D2=1"])
def test_what_belongs_to_the_closing(place: str, act: str) -> None:
    assert at(place).says(f"jp {act}") == "not-now"


@RULE_4_1
@pytest.mark.parametrize("place", ["draw", "lever", "response", "opening", "offers", "closing"])
@pytest.mark.parametrize("act", ["consult jp_farm", "groundwork jp_farm=1", "submit", "keep back"])
def test_what_belongs_to_home(place: str, act: str) -> None:
    assert at(place).says(f"jp {act}") == "not-now"


@RULE_3_1
@pytest.mark.parametrize("place", ["draw", "lever", "opening", "offers", "closing", "home"])
@pytest.mark.parametrize("act", ["answer dm08 hold", "course norms=1"])
def test_what_belongs_to_response(place: str, act: str) -> None:
    assert at(place).says(f"jp {act}") == "not-now"


@RULE_2_8
@pytest.mark.parametrize("place", ["draw", "offers", "closing", "home"])
def test_where_no_lever_is_played(place: str) -> None:
    game = at(place)
    speaker = game.waits_for[0]
    assert game.says(f"{speaker} lever {speaker}_l06") == "not-now"


def at(place: str) -> Table:
    """Round 1 at a place, with a demand for T2 once it has been made; Home with an accord."""
    game = table(hand={1: ("dm08", "dm08", "dm08")})
    if place == "draw":
        return game
    game.play("us demand dm08")
    return game.accord("D2=1 T1=1") if place == "home" else game.to(place)


@RULE_4_1
@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("opening", "us probe token"),
        ("opening", "us initiative in10"),
        ("opening", "us link D2 T1"),
        ("opening", "us calm"),
        ("opening", "us lever us_l09"),
        ("opening", "us done"),
        ("offers", "us link D2 T1"),
        ("offers", "us offer D2=1"),
        ("offers", "us accept"),
        ("offers", "us hold"),
        ("offers", "us break"),
        ("closing", "us decide T1=1"),
        ("closing", "us reopen F1=0"),
        ("lever", "jp lever jp_l02"),
        ("response", "us lever us_l09"),
    ],
)
def test_who_does_not_have_the_word_waits(place: str, line: str) -> None:
    assert at(place).says(line) == "not-your-turn"


@RULE_5_2
@pytest.mark.parametrize("act", ["consult us_base", "groundwork us_base=1", "submit", "keep back"])
def test_a_side_that_has_said_its_word_at_home_is_done(act: str) -> None:
    assert at("home").play("us submit").says(f"us {act}") == "not-your-turn"


HEADS_ONLY = [
    ("draw", "us.ustr demand dm08"),
    ("lever", "us.ustr done"),
    ("response", "jp.meti done"),
    ("response", "jp.meti course norms=1"),
    ("opening", "jp.meti initiative in10"),
    ("opening", "jp.meti link D2 T1"),
    ("opening", "jp.meti unlink D2 T1"),
    ("opening", "jp.meti calm"),
    ("offers", "jp.meti offer D2=1"),
    ("offers", "jp.meti accept"),
    ("offers", "jp.meti hold"),
    ("offers", "jp.meti break"),
    ("closing", "jp.meti decide D2=1"),
    ("closing", "jp.meti reopen D2=1"),
    ("home", "jp.meti consult jp_farm"),
    ("home", "jp.meti groundwork jp_farm=1"),
    ("home", "jp.meti submit"),
    ("home", "jp.meti keep back"),
]


@RULE_0_8
@pytest.mark.parametrize(("place", "line"), HEADS_ONLY)
def test_what_only_a_head_does(place: str, line: str) -> None:
    assert eight(place).says(line) == "not-this-seat"


def eight(place: str) -> Table:
    """As `at`, with four seats a side."""
    game = table(hand={1: ("dm08", "dm08", "dm08")}, seats={"us": 4, "jp": 4})
    if place == "draw":
        return game
    game.play("us demand dm08")
    return game.accord("D2=1 T1=1") if place == "home" else game.to(place)


@RULE_0_8
@pytest.mark.parametrize("place", ["offers", "home"])
def test_offers_and_home_end_with_a_word_of_their_own(place: str) -> None:
    assert at(place).says("jp done") == "not-now"


@RULE_4_1
def test_the_time_is_asked_before_the_seat() -> None:
    assert eight("opening").says("jp.meti offer D2=1") == "not-now"
    assert eight("opening").says("us.ustr calm") == "not-your-turn"


@RULE_4_1
def test_what_any_seat_with_a_track_does() -> None:
    assert eight("opening").says("jp.mofa probe token") == "allowed"
    assert eight("response").says("jp.mofa lever jp_l02") == "allowed"


@RULE_3_1
def test_a_demand_is_answered_by_the_head_or_by_the_seat_of_its_track() -> None:
    game = eight("response")
    assert game.says("jp answer dm08 hold") == "allowed"
    assert game.says("jp.meti answer dm08 hold") == "allowed"
    assert game.says("jp.mod answer dm08 hold") == "not-this-seat"


@RULE_2_8
def test_a_seat_without_a_track_plays_no_lever() -> None:
    game = eight("response").without_tracks("jp.mofa")
    assert game.says("jp.mofa lever jp_l02") == "not-this-seat"


@RULE_6_9
def test_only_the_head_names_the_posture() -> None:
    assert table(seats={"jp": 4}).to("show", 3).says("jp.mofa guess dealmaker") == "not-this-seat"


@RULE_1_6
def test_only_the_head_takes_an_option() -> None:
    assert table(news={1: "ev14"}, seats={"jp": 4}).says("jp.mofa choose ev14 help") == "not-this-seat"


@RULE_4_18
def test_only_the_head_agrees() -> None:
    game = table(seats={"us": 4}).to("opening").play("jp initiative in10")
    assert game.says("us.def agree in10") == "not-this-seat"


@RULE_3_5
@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("jp course close=1", "response"),
    ],
)
def test_an_act_that_a_scenario_opens_later(line: str, place: str) -> None:
    assert table("spring-short").to(place).says(line) == "not-open-yet"
    assert table("spring-short").to(place, 2).says(line) == "allowed"
