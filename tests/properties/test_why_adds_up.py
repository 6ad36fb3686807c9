"""Why adds up, for every number on the table, after every act, for everybody; and the change it names really turns the result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from sim.errors import RuleBroken
from sim.kernel import layout as s
from sim.table import reason as r
from sim.table.bench import Bench
from sim.table.game import Game
from sim.table.known import Known
from sim.table.reason import Reason, Turn
from tests.properties.why_rules import PARTS, RULES, Checked, is_sound, valued_again
from tests.properties.why_walks import PLACES, TURNS, Asked, ask_a_game, is_the_number, questions, walk
from tests.properties.worlds import World, scenario_of, thorough, viewers

MOST = 60 if thorough() else 5  # questions after each act; `python -m tests.properties.why_walks` asks all
SEEDS = range(1, 21) if thorough() else range(1)
LATER = 60  # acts of a game in which there is something to ask


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("world", PLACES, ids=str)
def test_everything_that_is_asked_adds_up_and_its_turns_turn(world: World, seed: int) -> None:
    checked, counts = ask_a_game(world, seed, MOST)
    assert counts["reasons"] > counts["steps"] and checked.nodes > counts["reasons"]
    assert checked.places and checked.valued
    assert counts[f"turns by {r.BY_LEVEL}"] and counts["nearer"]


def test_no_code_is_without_a_rule() -> None:
    assert set(RULES) == set(r.CODES)
    assert set(PARTS) | {code for codes in PARTS.values() for code in codes} == set(r.CODES)
    assert set(TURNS) == set(r.TURN_CODES)


# --- what games seldom bring: cards that change prices, free uses, bonuses ---


def with_lasting(known: Known, *rows: tuple[int, ...]) -> Known:
    """What a viewer would know if these rows lasted, and no others. rows: kind, a, b, amount."""
    m = list(known.m)
    m[s.N_LASTING] = len(rows)
    for row, (kind, a, b, amount) in enumerate(rows):
        at = s.LASTING + row * s.LASTING_WIDTH
        m[at : at + s.LASTING_WIDTH] = (kind, a, b, amount, m[s.ROUND] + 1, 0)
    return replace(known, m=tuple(m))


def price_rows(lever: int) -> dict[str, tuple[tuple[int, int, int, int], ...]]:
    """Rows that last, by what they do to a price."""
    dearer = (s.LAST_PRICE_LEVER, lever, s.UNSET, 3)
    return {
        "": (),
        "dearer": (dearer,),
        "twice": (dearer, (s.LAST_PRICE_LEVER, lever, s.UNSET, -1)),
        "below 0": ((s.LAST_PRICE_LEVER, lever, s.UNSET, -50),),
        "free": (dearer, (s.LAST_GRANT_LEVER, lever, s.UNSET, 0)),
    }


@pytest.mark.parametrize("world", [World("spring-2025"), World("lantern-coast")], ids=str)
def test_a_price_adds_up_whatever_cards_did_to_it(world: World) -> None:
    game = after(world, LATER)
    asked = Asked(game, viewers(game)[0], Checked(game.scenario))
    last: dict[str, set[str]] = {}
    for lever in game.scenario.levers:
        for name, rows in price_rows(lever.index).items():
            known = with_lasting(asked.known, *rows)
            reason = asked.why(lever.id, known)
            is_sound(reason, asked.checked)
            assert reason.amount == Bench.of(known.t, known.m).lever_price(lever.index)
            last.setdefault(name, set()).add(reason.children[-1].code)
            lasting = [part.amount for part in reason.children if part.code == r.LASTING]
            assert lasting == [row[3] for row in rows if row[0] == s.LAST_PRICE_LEVER]
    assert r.LASTING in last["dearer"] and last["below 0"] == {r.BOUND} and last["free"] == {r.FREE}


def test_a_bonus_adds_up_row_by_row() -> None:
    game = after(World("spring-2025"), LATER)
    asked, group, issue = Asked(game, viewers(game)[0], Checked(game.scenario)), game.scenario.groups[1], game.scenario.issues[4]
    top = len(issue.levels) - 1
    rows = [(s.LAST_VOTE, group.index, s.UNSET, 4), (s.LAST_VOTE, group.index, issue.index, -2), (s.LAST_VOTE, 0, s.UNSET, 9)]
    known = with_lasting(asked.known, *rows)
    raised, same = (asked.why(f"vote {group.id} {issue.id}={level}", known).children[-1] for level in (top, level_now(known, issue.index)))
    assert (raised.amount, [part.amount for part in raised.children]) == (2, [4, -2])
    assert (same.amount, [part.amount for part in same.children]) == (4, [4])
    is_sound(asked.why(f"vote {group.id} {issue.id}={top}", known), asked.checked)


def level_now(known: Known, issue: int) -> int:
    """The level in force."""
    return known.m[s.LEVEL + issue]


# --- what these tests would say of reasons that are wrong ---


def after(world: World, acts: int) -> Game:
    """A game of bots after so many acts, or before its last."""
    return next(game for step, game in enumerate(walk(world, 5)) if step >= acts)


@pytest.fixture(scope="module")
def asked() -> Asked:
    """A seat in the middle of a game."""
    game = after(World("spring-2025"), LATER)
    return Asked(game, viewers(game)[1], Checked(scenario_of("spring-2025")))


@pytest.fixture(scope="module")
def reasons(asked: Asked) -> dict[str, Reason]:
    """Everything that it is answered."""
    found = {}
    for what in questions(asked.game, Random(3)):
        try:
            found[what] = asked.why(what)
        except RuleBroken:
            continue
    return found


def bent(node: Reason) -> Iterator[tuple[Reason, tuple[Reason, Reason]]]:
    """The reason with one moved from a last part to its neighbour, wherever there are two: its sums are still right. And the two."""
    last = [place for place, part in enumerate(node.children) if not part.children]
    for a, b in pairwise(last):
        parts = list(node.children)
        parts[a], parts[b] = (replace(parts[place], amount=parts[place].amount + more) for place, more in ((a, 1), (b, -1)))
        yield replace(node, children=tuple(parts)), (node.children[a], node.children[b])
    for place, part in enumerate(node.children):
        for other, pair in bent(part):
            yield replace(node, children=(*node.children[:place], other, *node.children[place + 1 :])), pair


def leaves_open(part: Reason) -> bool:
    """Whether a part cannot be reckoned again: an estimate within a range, or a term with more than arithmetic in it."""
    return part.code == r.LIMIT or (part.code == r.TERM and valued_again(part) is None) or part.kind == r.ESTIMATE


def test_a_point_in_the_wrong_part_is_found(asked: Asked, reasons: dict[str, Reason]) -> None:
    found: set[str] = set()
    for what, reason in reasons.items():
        for other, pair in bent(reason):
            if not all(map(leaves_open, pair)):
                with pytest.raises((AssertionError, ValueError)):
                    is_sound(other, asked.checked)
                    is_the_number(asked, what, other)
                found |= {part.code for part in pair}
    assert {r.CHANGE, r.TERM, r.OF_ISSUE, r.SUPPORT, r.MOOD, r.GROUNDWORK, r.BONUS, r.GROUP_YES, r.TOP, r.CAP, r.LOCK} <= found


def test_another_number_is_found(asked: Asked, reasons: dict[str, Reason]) -> None:
    codes = set()
    for what, reason in reasons.items():
        if not reason.children and reason.code not in (r.LEAST_GAIN, r.GAIN):
            codes.add(reason.code)
            with pytest.raises((AssertionError, ValueError)):
                is_sound(replace(reason, amount=reason.amount + 1), asked.checked)
                is_the_number(asked, what, replace(reason, amount=reason.amount + 1))
    assert codes == {r.TERM}


def test_a_place_beside_the_number_is_found(asked: Asked, reasons: dict[str, Reason]) -> None:
    moved = 0
    for reason in reasons.values():
        for node in (node for node in reason.walk() if node.code in (r.OF_ISSUE, r.SUPPORT) and node.place):
            head, _, column = node.place.rpartition(":")
            with pytest.raises(AssertionError):
                is_sound(replace(node, place=f"{head}:{int(column) - 2}"), asked.checked)
            moved += 1
    assert moved > LATER


def wrong(turn: Turn) -> Iterator[Turn]:
    """A turn that goes one too far, one that falls short by one, and one with another result."""
    on = 1 if turn.after > turn.before else -1
    is_free = turn.code != r.BY_GROUNDWORK  # where the size is the price
    yield replace(turn, after=turn.after + on, size=turn.size + is_free)
    yield replace(turn, after=turn.after - on, size=turn.size - is_free)
    yield replace(turn, result=turn.result + 1)


def test_a_turn_too_far_or_too_short_is_found(asked: Asked, reasons: dict[str, Reason]) -> None:
    tried = set()
    for what, reason in reasons.items():
        for turn in reason.turns:
            TURNS[turn.code](asked, what, reason, turn)
            tried.add(turn.code)
            for other in wrong(turn):
                with pytest.raises((AssertionError, RuleBroken)):
                    TURNS[turn.code](asked, what, reason, other)
    assert tried == set(r.TURN_CODES)
