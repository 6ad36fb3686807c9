"""Text and value are inverses; a reader points at the word it cannot read."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.domain import Named
from sim.kernel import codes
from sim.kernel.layout import (
    ANSWER_ACCEPT,
    ANSWER_COUNTER,
    ANSWER_REFRAME,
    PROPOSE_ACT,
    PROPOSE_INITIATIVE,
    PROPOSE_LINK,
    PROPOSE_UNLINK,
    UNSET,
)
from sim.loading import load
from sim.loading.write_procedure import PURPOSES
from sim.loading.write_procedure import ROLLS as FILE_ROLLS
from sim.table import actions
from sim.table.actions import Action, plain
from sim.table.context import Context
from sim.table.draws import DRAWS, ROLLS
from sim.table.notation import NotationError, read_action, write_action
from sim.table.seating import seating_for
from tests.table.tables import TABLES, new_game, steps

SCENARIO = load.scenario("spring-2025")
SEATING = seating_for(SCENARIO, {"us": 2, "jp": 2})
CONTEXT = Context(
    demands=("dm08", "pd1", "dm01"),
    asks="ev14",
    options=("pay", "decline"),
    proposals=((PROPOSE_INITIATIVE, 9, UNSET), (PROPOSE_LINK, 4, 5), (PROPOSE_UNLINK, 0, 1), (PROPOSE_ACT, 0, UNSET)),
)


def read(line: str, seat: str = "") -> Action:
    return read_action(line, SCENARIO, SEATING, CONTEXT, seat)


def write(action: Action) -> str:
    return write_action(action, SCENARIO, SEATING, CONTEXT)


def package(**levels: int) -> tuple[int | None, ...]:
    return tuple(levels.get(issue.id) for issue in SCENARIO.issues)


LINES = {
    "us demand dm08": plain("us", codes.ACT_DEMAND, 7),
    "us lever us_l02 dm08": plain("us", codes.ACT_LEVER, 1, 0),
    "us lever us_l02 pd1": plain("us", codes.ACT_LEVER, 1, 1),
    "us lever us_l02": plain("us", codes.ACT_LEVER, 1),
    "jp summit": plain("jp", codes.ACT_LEVER, next(lever.index for lever in SCENARIO.levers if lever.word == "summit")),
    "jp answer dm08 accept": actions.answer("jp", 0, ANSWER_ACCEPT),
    "jp answer pd1 counter T1": actions.answer("jp", 1, ANSWER_COUNTER, 4),
    "jp.meti answer dm01 reframe D2=1": actions.answer("jp.meti", 2, ANSWER_REFRAME, 1, 1),
    "jp answer dm01 reframe in10": actions.answer("jp", 2, ANSWER_REFRAME, 9),
    "us take dm08": plain("us", codes.ACT_TAKE, 0),
    "us decline dm08": plain("us", codes.ACT_DECLINE, 0),
    "jp course partners=1 norms=1": actions.courses("jp", (0, 1, 1)),
    "jp choose ev14 pay": plain("jp", codes.ACT_CHOOSE, 0),
    "jp probe capital": plain("jp", codes.ACT_PROBE, 0),
    "jp.meti probe token": plain("jp.meti", codes.ACT_PROBE, 1),
    "jp initiative in10": plain("jp", codes.ACT_INITIATIVE, 9),
    "us agree in10": plain("us", codes.ACT_AGREE, 0),
    "us agree link T1 T2": plain("us", codes.ACT_AGREE, 1),
    "us agree unlink D1 D2": plain("us", codes.ACT_AGREE, 2),
    "us agree calm": plain("us", codes.ACT_AGREE, 3),
    "jp calm": plain("jp", codes.ACT_PACK, 0),
    "jp link T1 T2": plain("jp", codes.ACT_LINK, 4, 5),
    "jp unlink T1 T2": plain("jp", codes.ACT_UNLINK, 4, 5),
    "jp offer D2=1 T1=2": actions.offer("jp", package(D2=1, T1=2)),
    "jp offer D2=1 with us,jp": actions.offer("jp", package(D2=1), 3),
    "us accept": plain("us", codes.ACT_ACCEPT),
    "us hold": plain("us", codes.ACT_HOLD),
    "us break": plain("us", codes.ACT_BREAK),
    "jp decide D2=1": plain("jp", codes.ACT_DECIDE, 1, 1),
    "jp reopen D2=0": plain("jp", codes.ACT_REOPEN, 1, 0),
    "jp.meti suggest T1=2 T2=1": actions.suggest("jp.meti", package(T1=2, T2=1)),
    "jp consult jp_opposition": plain("jp", codes.ACT_CONSULT, next(g.index for g in SCENARIO.groups if g.id == "jp_opposition")),
    "jp groundwork jp_opposition=4": plain(
        "jp", codes.ACT_GROUNDWORK, next(g.index for g in SCENARIO.groups if g.id == "jp_opposition"), 4
    ),
    "jp submit": plain("jp", codes.ACT_SUBMIT),
    "jp keep back": plain("jp", codes.ACT_KEEP_BACK),
    "jp postpone dm01": plain("jp", codes.ACT_POSTPONE, 2),
    "jp postpone none": plain("jp", codes.ACT_POSTPONE),
    "jp guess dealmaker": plain("jp", codes.ACT_GUESS, next(p.index for p in SCENARIO.postures if p.id == "dealmaker")),
    "us done": plain("us", codes.ACT_DONE),
    "jp undo 14": actions.undo("jp", 14),
    "table rewind 12 a key was hit by mistake": actions.rewind(12, "a key was hit by mistake"),
    "table rewind 12 操作を間違えたため": actions.rewind(12, "操作を間違えたため"),
    "table force 3 event 0 ev12 as agreed": actions.force(3, 6, 0, 11, "as agreed"),
    "table force 0 posture us dealmaker": actions.force(0, 0, 0, next(p.index for p in SCENARIO.postures if p.id == "dealmaker")),
    "table force 0 mood jp_opposition -3": actions.force(0, 2, next(g.index for g in SCENARIO.groups if g.id == "jp_opposition"), 1),
    "table force 2 surprise 0 57": actions.force(2, 3, 0, 56),
}


@pytest.mark.parametrize("line", LINES)
def test_each_act_is_one_line(line: str) -> None:
    assert read(line) == LINES[line]
    assert write(LINES[line]) == line


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ＪＰ　ｏｆｆｅｒ　Ｄ２＝１", "jp offer D2=1"),
        ("  jp   offer  D2=1  ", "jp offer D2=1"),
        ("jp offer D2=same_sum", "jp offer D2=1"),
        ("jp offer T1=2 D2=1", "jp offer D2=1 T1=2"),
        ("jp offer d2=1", "jp offer D2=1"),
        ("jp.s_meti suggest T1=2", "jp.meti suggest T1=2"),
        ("JP.METI suggest T1=2", "jp.meti suggest T1=2"),
        ("jp.pm done", "jp done"),
        ("jp keep", "jp keep back"),
        ("jp course post_partners=1", "jp course partners=1"),
        ("us agree link T2 T1", "us agree link T1 T2"),
        ("us agree return_to_talks", "us agree calm"),
        ("jp act calm", "jp calm"),
        ("jp lever jp_summit", "jp summit"),
        ("jp Summit", "jp summit"),
        ("jp choose EV14 PAY", "jp choose ev14 pay"),
        ("table force 0 mood jp_opposition −3", "table force 0 mood jp_opposition -3"),
    ],
)
def test_other_ways_to_write_the_same(typed: str, meant: str) -> None:
    assert write(read(typed)) == meant


def test_the_own_seat_may_be_left_out() -> None:
    assert read("offer D2=1", "jp") == read("jp offer D2=1")
    assert read("us accept", "jp").seat == "us"


@pytest.mark.parametrize(
    ("line", "code", "column", "hint"),
    [
        ("", "no-act", 1, ()),
        ("   ", "no-act", 1, ()),
        ("xx accept", "unknown-seat", 1, ()),
        ("accept", "unknown-seat", 1, ()),
        ("jpp accept", "unknown-seat", 1, ("jp",)),
        ("jp.mod accept", "seat-is-held", 1, ("jp.meti",)),
        ("jp acept", "unknown-act", 4, ("accept",)),
        ("jp", "missing-word", 4, ()),
        ("jp accept now", "extra-word", 11, ()),
        ("jp offer D2", "not-a-term", 10, ("D2=",)),
        ("jp offer D2=", "not-a-term", 10, ()),
        ("jp offer X9=1", "unknown-name", 10, ()),
        ("jp offer D2=9", "unknown-level", 13, ()),
        ("jp offer D2=same_sun", "unknown-level", 13, ("same_sum",)),
        ("jp offer D2=1 D2=2", "named-twice", 15, ()),
        ("jp offer D2=1 with us,xx", "unknown-name", 23, ()),
        ("jp offer D2=1 with us,us", "named-twice", 23, ()),
        ("jp offer D2=1 with", "missing-word", 20, ()),
        ("us demand dm99", "unknown-name", 11, ("dm09",)),
        ("jp answer dm08 maybe", "unknown-name", 16, ()),
        ("jp answer dm88 accept", "unknown-name", 11, ("dm08",)),
        ("jp groundwork jp_opposition=x", "not-a-number", 29, ()),
        ("jp groundwork jp_oposition=4", "unknown-name", 15, ("jp_opposition",)),
        ("jp course partners=1 partners=1", "named-twice", 22, ()),
        ("jp choose ev15 pay", "no-such-choice", 11, ("ev14",)),
        ("jp undo -1", "not-a-number", 9, ()),
        ("jp undo 99999999999999999999", "not-a-number", 9, ()),
        ("table force 3 event 0 ev99 why", "unknown-name", 23, ()),
        ("table force 2 surprise 0 0 why", "not-a-number", 26, ()),
        ("table rewind 3 a\x07b", "unprintable", 16, ()),
    ],
)
def test_a_reader_points_at_the_first_word_it_cannot_read(line: str, code: str, column: int, hint: tuple[str, ...]) -> None:
    with pytest.raises(NotationError) as caught:
        read(line)
    assert (caught.value.code, caught.value.column, caught.value.hint) == (code, column, hint)


def test_what_is_not_on_the_table_reads_back_too() -> None:
    for line in (
        "jp answer dm05 hold",
        "us take pd17",
        "us lever us_l02 dm05",
        "us agree in03",
        "us agree link F1 F2",
        "us agree unlink F1 F2",
    ):
        assert write(read(line)) == line


def test_a_reader_ends_every_line_with_an_action_or_an_error() -> None:
    for line in LINES:
        words = line.split()
        for drop in range(len(words)):
            try:
                action = read(" ".join(words[:drop] + words[drop + 1 :]), "jp")
            except NotationError:
                continue
            assert read(write(action)) == action


@given(st.text(max_size=40), st.sampled_from(["", "jp", "us", "jp.meti"]))
def test_any_text_is_read_or_refused(line: str, seat: str) -> None:
    read_or_refused(line, seat)


def read_or_refused(line: str, seat: str) -> None:
    """An action that reads back, or a column inside the line."""
    try:
        action = read(line, seat)
    except NotationError as error:
        assert 1 <= error.column <= len(line) + 2
    else:
        assert read(write(action)) == action


@given(st.lists(st.sampled_from(sorted({word for line in LINES for word in line.split()})), max_size=6).map(" ".join))
def test_any_words_of_the_notation_are_read_or_refused(line: str) -> None:
    read_or_refused(line, "jp")


def test_draws_have_the_names_that_rule_files_use() -> None:
    assert {name: DRAWS.index(name) for name in PURPOSES} == dict(PURPOSES)
    assert {DRAWS[purpose] for purpose in ROLLS} == set(FILE_ROLLS)


levels = st.tuples(*(st.none() | st.integers(0, len(issue.levels) - 1) for issue in SCENARIO.issues))
seats = st.sampled_from([seat.id for seat in SEATING.seats])


def index(entries: Sequence[Named]) -> st.SearchStrategy[int]:
    """The number of one of the entries."""
    return st.integers(0, len(entries) - 1)


simple = st.sampled_from(actions.BARE_ACTS)
any_act = st.one_of(
    st.builds(plain, seats, simple),
    st.builds(actions.offer, seats, levels, st.integers(0, 3)),
    st.builds(actions.suggest, seats, levels),
    st.builds(actions.courses, seats, st.tuples(*[st.integers(0, 9)] * len(SCENARIO.courses))),
    st.builds(plain, seats, st.just(codes.ACT_DEMAND), index(SCENARIO.demands)),
    st.builds(plain, seats, st.just(codes.ACT_INITIATIVE), index(SCENARIO.initiatives)),
    st.builds(plain, seats, st.just(codes.ACT_CONSULT), index(SCENARIO.groups)),
    st.builds(plain, seats, st.just(codes.ACT_GROUNDWORK), index(SCENARIO.groups), st.integers(0, 99)),
    st.builds(plain, seats, st.sampled_from((codes.ACT_LINK, codes.ACT_UNLINK)), index(SCENARIO.issues), index(SCENARIO.issues)),
    st.builds(plain, seats, st.sampled_from((codes.ACT_TAKE, codes.ACT_DECLINE, codes.ACT_POSTPONE)), st.integers(0, 2)),
    st.builds(plain, seats, st.just(codes.ACT_AGREE), st.integers(0, 3)),
    st.builds(plain, seats, st.just(codes.ACT_LEVER), st.sampled_from([lever.index for lever in SCENARIO.levers])),
    st.builds(plain, seats, st.just(codes.ACT_GUESS), index(SCENARIO.postures)),
    st.builds(actions.undo, seats, st.integers(0, 9999)),
)


@given(any_act)
def test_every_action_reads_back(action: Action) -> None:
    assert read(write(action)) == action


reasons = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)


@given(st.lists(reasons, min_size=1, max_size=4).map(" ".join), st.integers(0, 99))
def test_a_reason_is_kept_as_it_was_typed(reason: str, line: int) -> None:
    assert read(write(actions.rewind(line, reason))) == actions.rewind(line, reason)


@pytest.mark.parametrize(("name", "counts"), TABLES)
def test_every_line_of_a_game_reads_back(name: str, counts: dict[str, int]) -> None:
    game = new_game(name, 5, counts)
    for action in steps(game, 5):
        line = write_action(action, game.scenario, game.seating, game.context())
        assert read_action(line, game.scenario, game.seating, game.context()) == action
