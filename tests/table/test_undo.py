"""Taking back: a side's own last act that nobody saw and chance did not decide; more in practice; all of it for a facilitator."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from sim.errors import RuleBroken
from sim.kernel import chance
from sim.kernel import layout as s
from sim.table.actions import force, plain
from sim.table.game import Game
from sim.table.history import Entry
from tests.table.tables import FULL, at_home, new_game, steps, walk


def refused(act: Callable[[], object]) -> str:
    """The code with which an act is refused."""
    with pytest.raises(RuleBroken) as caught:
        act()
    return caught.value.code


def groundwork(game: Game) -> tuple[str, Entry, str]:
    """A seat places groundwork; the seat, the line, and the digest before it."""
    for seat in game.to_move():
        space = game.options(seat).groundwork
        action = space.sample(3) if space is not None else None
        if action is not None:
            before = game.digest()
            return seat, game.take(action), before
    raise AssertionError("no side may place groundwork")


def test_groundwork_is_taken_back_exactly() -> None:
    game = at_home()
    seat, entry, before = groundwork(game)
    assert game.digest() != before
    assert game.undoable(seat) == entry.number
    undone = game.play(f"{seat} undo {entry.number}")
    assert (game.digest(), undone.line) == (before, f"{seat} undo {entry.number}")
    assert [line.number for line in game.lines] == list(range(1, undone.number + 1))
    assert entry not in game.history and undone in game.history


def test_a_game_goes_on_after_an_undo_as_if_nothing_had_been() -> None:
    game = at_home()
    twin = game.branch(len(game.lines))
    seat, entry, _ = groundwork(game)
    game.play(f"{seat} undo {entry.number}")
    for action in steps(twin, 3):
        game.take(action)
    assert game.digest() == twin.digest()
    assert [row for entry in game.history for row in entry.rows] == [row for entry in twin.history for row in entry.rows]


def test_acts_are_taken_back_one_by_one() -> None:
    game = at_home()
    start = game.digest()
    _, first, _ = groundwork(game)
    assert first.action is not None
    seat = first.action.seat
    second = game.take(plain(seat, first.action.kind, first.action.a, 0))
    assert refused(lambda: game.play(f"{seat} undo {first.number}")) == "acts-came-after"
    game.play(f"{seat} undo {second.number}")
    game.play(f"{seat} undo {first.number}")
    assert game.digest() == start
    assert refused(lambda: game.play(f"{seat} undo {first.number}")) == "no-such-line"


def test_another_side_takes_nothing_back() -> None:
    game = at_home()
    seat, entry, _ = groundwork(game)
    other = "us" if seat == "jp" else "jp"
    assert game.undoable(other) is None
    assert refused(lambda: game.play(f"{other} undo {entry.number}")) == "not-your-act"


def test_a_suggestion_is_taken_back_by_its_seat_or_the_head_only() -> None:
    game = walk(new_game(FULL, 1, {"us": 4, "jp": 4}), 1, lambda game: game.options("jp.mod").suggestion is not None)
    before = game.digest()
    entry = game.play("jp.mod suggest D1=3")
    assert refused(lambda: game.play(f"jp.meti undo {entry.number}")) == "not-your-act"
    assert game.undoable("jp") == game.undoable("jp.mod") == entry.number
    game.play(f"jp undo {entry.number}")
    assert game.digest() == before


def test_what_others_saw_stays() -> None:
    game = walk(new_game(FULL, 2), 2, lambda game: game.step == "response")
    entry = game.play("jp course close=1")
    assert refused(lambda: game.play(f"jp undo {entry.number}")) == "others-saw-it"


def test_what_chance_decided_stays() -> None:
    game, seen = new_game(FULL, 3), set()
    for _ in steps(game, 3, lambda game: game.round == 3):
        for entry in game.lines[-1:]:
            if any(row[2] < -1 for row in entry.rows):
                seen.add(refused(partial(game.play, f"{entry.line.split()[0]} undo {entry.number}")))
    assert seen == {"chance-decided"}


def test_a_mood_once_known_stays_known() -> None:
    game = at_home()
    seat = game.to_move()[0]
    party = game.seating.named(seat).party
    group = next(group for group in game.scenario.groups if group.party == party)
    entry = game.play(f"{seat} consult {group.id}")
    assert game.mask_for(seat)[s.KNOWN_MOOD + group.index] > 0
    assert game.undoable(seat) is None
    assert refused(lambda: game.play(f"{seat} undo {entry.number}")) == "it-revealed"


@pytest.mark.parametrize("line", [0, 99, 5])
def test_only_lines_in_force_are_taken_back(line: int) -> None:
    assert refused(lambda: new_game().play(f"us undo {line}")) == "no-such-line"


def test_a_side_takes_its_word_back_until_the_reveal() -> None:
    game = at_home()
    first, second = game.to_move()
    entry = game.play(f"{first} submit")
    game.play(f"{first} undo {entry.number}")
    assert game.to_move() == (first, second)
    game.play(f"{first} submit")
    entry = game.play(f"{second} submit")
    assert refused(lambda: game.play(f"{second} undo {entry.number}")) in ("others-saw-it", "chance-decided")


def shown(game: Game, viewer: str) -> list[int]:
    """The mask of a viewer apart from who is ready: that a side was ready for a moment is no secret."""
    mask = game.mask_for(viewer)
    mask[s.WAITING] = 0
    return mask


def test_what_may_be_taken_back_changed_no_other_mask() -> None:
    game, tried = new_game(FULL, 4, {"us": 4, "jp": 4}), 0
    for _ in steps(game, 4):
        last = game.lines[-1] if game.lines else None
        if last is None or last.action is None or game.undoable(last.action.seat) != last.number:
            continue
        party = game.seating.named(last.action.seat).party
        others = ["table", *(seat.id for seat in game.seating.seats if seat.party != party)]
        branch = game.branch(len(game.lines))
        branch.play(f"{last.action.seat} undo {last.number}")
        assert [shown(branch, viewer) for viewer in others] == [shown(game, viewer) for viewer in others]
        assert branch.digest() == game.branch(last.number - 1).digest()
        tried += 1
    assert tried > 5


def test_practice_takes_back_with_all_that_came_after() -> None:
    game, before = new_game(FULL, 5, practice=True), {}
    for action in steps(game, 5, lambda game: game.round == 3):
        before[len(game.lines) + 1] = (action.seat, game.digest())
    number = next(number for number, (seat, _) in before.items() if seat == "jp")
    game.play(f"jp undo {number}")
    assert game.digest() == before[number][1]
    assert refused(lambda: game.play(f"jp undo {number}")) == "no-such-line"
    assert walk(game, 6).is_over


def test_practice_takes_back_own_acts_only() -> None:
    game = walk(new_game(FULL, 5, practice=True), 5, lambda game: game.round == 2)
    assert refused(lambda: game.play("jp undo 1")) == "not-your-act"


def test_a_facilitator_rewinds_and_the_draws_stay() -> None:
    game, digests = new_game(FULL, 6), []
    for _ in steps(game, 6):
        digests.append(game.digest())
    lines = [entry.line for entry in game.lines]
    rewound = game.play("table rewind 10 手番を間違えた")
    assert (game.digest(), game.round) == (digests[10], 1)
    assert rewound.action is not None and rewound.action.reason == "手番を間違えた"
    end = game.branch(0)
    for line in lines:
        end.play(line)
    for line in lines[10:]:
        game.play(line)
    assert game.digest() == end.digest()


def test_a_rewind_may_be_rewound() -> None:
    game = walk(new_game(FULL, 6), 6, lambda game: game.round == 2)
    before, at = game.digest(), len(game.lines)
    game.play("table rewind 3 first")
    game.play(f"table rewind {at} second thoughts")
    assert game.digest() == before
    assert [entry.line for entry in game.history[1:-1]] == [entry.line for entry in game.lines[:at]]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("table rewind 2", "needs-a-reason"),
        ("us rewind 2 because", "not-the-facilitator"),
        ("jp force 2 event 0 ev12 because", "not-the-facilitator"),
        ("table rewind 999 because", "no-such-line"),
        ("table undo 1", "not-a-player"),
        ("table force 1 event 0 ev12", "needs-a-reason"),
        ("table force 0 event 0 ev12 because", "no-such-draw"),
    ],
)
def test_a_facilitator_needs_a_reason_and_a_line(line: str, code: str) -> None:
    game = walk(new_game(FULL, 7), 7, lambda game: len(game.lines) == 4)
    before = game.digest()
    assert refused(lambda: game.play(line)) == code
    assert (game.digest(), len(game.lines)) == (before, 4)


def test_a_forced_draw_comes_and_a_later_word_counts() -> None:
    game = new_game(FULL, 8)
    game.play("table force 2 event 0 ev12 to show it")
    game.play("table force 2 event 0 ev13 on second thoughts")
    walk(game, 8, lambda game: game.round == 2)
    card = next(event.index for event in game.scenario.events if event.id == "ev13")
    assert game.mask_for("us")[s.EVENT_NOW] == card


def test_a_forced_draw_that_the_pile_cannot_give_falls_back_to_another() -> None:
    game = new_game(FULL, 8)
    face_up = [card.id for card in game.scenario.initiatives if game.mask_for("us")[s.INITIATIVE_STATUS + card.index] == 1]
    game.play(f"table force 2 initiative 0 {face_up[0]} by mistake")
    walk(game, 8, lambda game: game.round == 2)
    mask = game.mask_for("us")
    known = [card.id for card in game.scenario.initiatives if mask[s.INITIATIVE_STATUS + card.index] > 0]
    assert len(known) == len(face_up) + 1


def test_a_posture_of_another_side_cannot_be_drawn() -> None:
    postures = {posture.id: posture for posture in new_game(FULL).scenario.postures}
    stranger = next(posture for posture in postures.values() if posture.party == 1)
    assert refused(lambda: new_game(FULL).take(force(1, chance.FOR_POSTURE, 0, stranger.index, "why"))) == "no-such-draw"


def test_there_is_room_for_so_many_forced_draws() -> None:
    game = new_game(FULL, 9)
    for index in range(s.MAX_FORCED):
        game.take(force(5, chance.FOR_CHANCE, index, 1, "a test"))
    assert refused(lambda: game.take(force(5, chance.FOR_CHANCE, s.MAX_FORCED, 1, "a test"))) == "too-many-forced"
    game.take(force(5, chance.FOR_CHANCE, 3, 2, "a test"))


def test_an_act_behind_which_a_draw_was_forced_stays() -> None:
    game = at_home()
    seat, entry, _ = groundwork(game)
    game.play(f"table force {game.round + 1} event 0 ev12 for later")
    assert refused(lambda: game.play(f"{seat} undo {entry.number}")) == "acts-came-after"
