"""Where numbers and lists end: negative division, far values, full lists. What holds interpreted holds compiled, call by call."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from types import FunctionType
from typing import cast

import pytest

from sim.bots import Bot
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.acts import may_act
from sim.kernel.codes import ACT_LINK, ALLOWED, TABLE_FULL
from sim.kernel.expressions import OP_ADD, OP_END, OP_MAX, OP_NEG, OP_NOT, OP_NUM, evaluate
from sim.kernel.flow import begin_game
from sim.kernel.ledger import LOG_HEAD, LOG_WIDTH
from sim.kernel.masking import mask
from sim.lab.counts import COUNTS_SIZE, K_EFFICIENCY, K_JOINT, K_N_ACCORDS, LOWEST, MOST_TIMES, WIDTH
from sim.lab.machine import ARGUMENTS, Machine
from sim.lab.playing import HEARD_SIZE, cell_of_proposal
from sim.lab.sweep import setting_of
from sim.lab.vectors import Vector
from sim.table.drive import play_out
from sim.table.game import Game
from tests.lab import exercise as x
from tests.properties.worlds import scenario_of

OPS_OF_TWO = tuple(op for op in range(OP_ADD, OP_MAX + 1) if op not in (OP_NEG, OP_NOT))
NUMBERS = (-(10**18), -999_999_999, -101, -100, -50, -3, -2, -1, 0, 1, 2, 3, 49, 50, 51, 100, 999_999_999, 10**18)
WANTED = any(os.environ.get(name, "") not in ("", "0") for name in ("NEMAWASHI_LAB_TESTS", "NEMAWASHI_THOROUGH"))


@lru_cache(maxsize=1)
def machine() -> Machine | None:
    """The same functions compiled; None where that is not asked for."""
    if not WANTED:
        return None
    pytest.importorskip("numba", reason="the extra `lab` is not installed")
    from sim.lab.linking import machine_code

    code, symbol = machine_code(cast(FunctionType, x.exercise), lambda done, of: None)
    return Machine(code, symbol)


class Bench:
    """A game that has begun, over lists and, where it is asked for, over vectors that compiled code reads."""

    def __init__(self) -> None:
        self.t = list(setting_of(scenario_of("lantern-coast")).t)
        self.s = [0] * s.STATE_SIZE
        begin_game(self.t, self.s, [], 5, 7)
        self.s[s.N_CHANGED] = 0
        self.m = [0] * s.STATE_SIZE
        mask(self.t, self.s, 0, self.m)
        self.log = [0] * (LOG_HEAD + 3000 * LOG_WIDTH)
        self.counts = [0] * COUNTS_SIZE

    def lists(self) -> tuple[list[int], ...]:
        """What a call may read and write."""
        return self.t, self.s, self.m, self.log, self.counts

    def call(self, what: int, *arguments: int) -> int:
        """One call, both ways; they must give the same and leave the same behind."""
        words = (what, *arguments, *[0] * (ARGUMENTS - 6 - len(arguments)))
        compiled = machine()
        if compiled is None:
            return int(x.exercise(*self.lists(), *words))
        vectors = [Vector(cells) for cells in self.lists()]
        found = compiled.call(*(vector.address for vector in vectors), *words)
        plain = int(x.exercise(*self.lists(), *words))
        assert found == plain, words
        assert [vector.values() for vector in vectors] == list(self.lists()), words
        return plain


@pytest.fixture
def bench() -> Bench:
    """A fresh bench."""
    return Bench()


# --- numbers ---


@pytest.mark.parametrize(
    ("a", "b", "half", "floor", "rest"),
    [(-3, 2, -2, -2, 1), (3, -2, -2, -2, -1), (-3, -2, 2, 1, -1), (-1, 2, -1, -1, 1), (-1, 3, 0, -1, 2), (-7, 100, 0, -1, 93), (7, -100, 0, -1, -93)],
)  # fmt: skip
def test_negative_division(a: int, b: int, half: int, floor: int, rest: int, bench: Bench) -> None:
    assert [bench.call(what, a, b) for what in (x.DIVIDED, x.FLOOR, x.REST)] == [half, floor, rest]


def test_division_is_that_of_whole_numbers(bench: Bench) -> None:
    numbers = NUMBERS if machine() is None else NUMBERS[::2]
    for a, b in product(numbers, numbers):
        if b != 0:
            half = (2 * abs(a) + abs(b)) // (2 * abs(b)) * (1 if (a < 0) == (b < 0) else -1)
            assert bench.call(x.DIVIDED, a, b) == half, (a, b)
            assert bench.call(x.FLOOR, a, b) * b + bench.call(x.REST, a, b) == a


def test_values_stay_within_their_bounds_however_far_they_are_moved(bench: Bench) -> None:
    cell = s.METER
    low, high = bench.t[k.T_LOW + cell], bench.t[k.T_HIGH + cell]
    for amount, wanted in ((10**18, high), (-(10**18), low), (10**18, high)):
        bench.call(x.CHANGE, cell, amount, 0)
        assert bench.s[cell] == wanted
    assert [bench.call(x.WITHIN, cell, value) for value in (low - 1, low, high, high + 1, 10**18)] == [low, low, high, high, high]


def test_a_cell_without_bounds_of_its_own_has_nine_digits(bench: Bench) -> None:
    assert bench.call(x.WITHIN, s.ROUND, 10**18) == 10**9 and bench.call(x.WITHIN, s.ROUND, -(10**18)) == -(10**9)


def test_expressions_of_large_numbers(bench: Bench) -> None:
    at = k.MAX_CODE - 8
    for op, (a, b) in product(OPS_OF_TWO, ((-7, 2), (10**9, -(10**9)), (-(10**9), 999_999_999))):
        bench.t[k.T_CODE + at : k.T_CODE + at + 6] = [OP_NUM, a, OP_NUM, b, op, OP_END]
        assert bench.call(x.EVALUATE, at) == evaluate(bench.t, list(bench.s), at)
        assert abs(bench.call(x.EVALUATE, at)) <= 10**18


def test_histograms_count_what_lies_outside_at_their_ends(bench: Bench) -> None:
    for points in (-(10**9), LOWEST - 1, LOWEST):
        bench.call(x.POINTS, K_JOINT, points)
    for points in (LOWEST + WIDTH - 1, LOWEST + WIDTH, 10**9):
        bench.call(x.POINTS, K_JOINT, points)
    for times in (0, MOST_TIMES - 1, MOST_TIMES, 10**9):
        bench.call(x.TIMES, K_N_ACCORDS, times)
    assert bench.counts[K_JOINT] == 3 and bench.counts[K_JOINT + WIDTH - 1] == 3 and sum(bench.counts) == 10
    assert K_EFFICIENCY == K_JOINT + WIDTH
    assert bench.counts[K_N_ACCORDS] == 1 and bench.counts[K_N_ACCORDS + MOST_TIMES - 1] == 3


# --- full lists ---


def outside(bench: Bench, region: int, size: int) -> Iterator[tuple[int, int]]:
    """Cells of the game outside a region, with what stands there."""
    yield from ((cell, bench.s[cell]) for cell in range(s.SCRATCH) if not region <= cell < region + size)


def test_demands_that_find_no_room_are_left_out(bench: Bench) -> None:
    bench.t[k.T_N_ISSUES] = s.MAX_ISSUES
    for issue in range(s.MAX_ISSUES):
        bench.t[k.T_TOP + issue] = 7
    size = s.MAX_OPEN_DEMANDS * s.DEMAND_WIDTH
    for count in range(s.MAX_OPEN_DEMANDS + 3):
        before = dict(outside(bench, s.DEMANDS, size))
        bench.call(x.PLAIN, count, 7, s.UNSET, 0, 0)
        changed = {cell for cell, value in outside(bench, s.DEMANDS, size) if before[cell] != value}
        assert changed <= {s.N_DEMANDS, s.SERIAL} and bool(changed) == (count < s.MAX_OPEN_DEMANDS)
    assert bench.s[s.N_DEMANDS] == s.MAX_OPEN_DEMANDS
    bench.call(x.CARD, 0, 0, 0)
    assert bench.s[s.N_DEMANDS] == s.MAX_OPEN_DEMANDS and bench.s[s.DEMAND_STATUS] == 2


def test_the_oldest_of_what_lasts_gives_way(bench: Bench) -> None:
    size = s.MAX_LASTING * s.LASTING_WIDTH
    before = dict(outside(bench, s.LASTING, size))
    for count in range(s.MAX_LASTING + 3):
        bench.call(x.KEEP, s.LAST_PRICE_LEVER, 1, s.UNSET, count, 3, 0)
    assert bench.s[s.N_LASTING] == s.MAX_LASTING and bench.s[s.LASTING + s.L_AMOUNT] == 3
    assert bench.call(x.SUM_KEPT, s.LAST_PRICE_LEVER, 1, s.UNSET) == sum(range(3, s.MAX_LASTING + 3))
    assert {cell for cell, value in outside(bench, s.LASTING, size) if before[cell] != value} == {s.N_LASTING}


FULL = (
    (x.TIMER, (0, 0), s.N_TIMERS, s.TIMERS, s.MAX_TIMERS, s.TIMER_WIDTH),
    (x.CHOICE, (s.CHOICE_PICK, 1, s.UNSET, 2), s.N_CHOICES, s.CHOICES, s.MAX_CHOICES, s.CHOICE_WIDTH),
    (x.REMEMBER, (s.METER, 5, 0), s.N_UNDO, s.UNDO, s.MAX_UNDO, s.UNDO_WIDTH),
)


@pytest.mark.parametrize(("what", "arguments", "counter", "region", "most", "width"), FULL, ids=["timers", "choices", "undo"])
def test_a_full_list_takes_no_more(
    what: int, arguments: tuple[int, ...], counter: int, region: int, most: int, width: int, bench: Bench
) -> None:
    bench.s[s.CTX_UNDOABLE] = 0
    before = dict(outside(bench, region, most * width))
    for count in range(most + 3):
        bench.call(what, *arguments)
        assert bench.s[counter] == min(count + 1, most)
    assert {cell for cell, value in outside(bench, region, most * width) if before[cell] != value} == {counter}


def test_links_beyond_the_last_place_are_left_out(bench: Bench) -> None:
    for count in range(s.MAX_LINKS + 3):
        bench.call(x.LINK, count, count + 1, 0)
    assert bench.s[s.N_LINKS] == s.MAX_LINKS
    assert bench.s[s.LINKS + (s.MAX_LINKS - 1) * s.LINK_WIDTH + s.K_A] == s.MAX_LINKS - 1


def test_a_table_full_of_proposals_takes_no_more() -> None:
    scenario = scenario_of("lantern-coast")
    game = Game.new(scenario, 3)
    heads = [game.seating.head_of(party.index) for party in scenario.parties]

    def answer(seat: int) -> int:
        return int(may_act(game._t, game._s, seat, ACT_LINK, 0, 1, s.UNSET))

    bots = {head.id: Bot("random_legal", head.index) for head in heads}
    play_out(game, bots, lambda now: any(answer(head.index) == ALLOWED for head in heads))
    seat = next(head.index for head in heads if answer(head.index) == ALLOWED)
    for count, code in ((s.MAX_PROPOSALS - 1, ALLOWED), (s.MAX_PROPOSALS, TABLE_FULL)):
        for row in range(count):
            at = s.PROPOSALS + row * s.PROPOSAL_WIDTH
            game._s[at : at + s.PROPOSAL_WIDTH] = [s.PROPOSE_ACT, row + 40, s.UNSET, 0, 1]
        game._s[s.N_PROPOSALS] = count
        assert answer(seat) == code


def test_every_proposal_has_a_cell_of_its_own_where_words_are_noted() -> None:
    cards = [(kind, card, s.UNSET) for kind in (s.PROPOSE_INITIATIVE, s.PROPOSE_ACT) for card in range(s.MAX_CARDS)]
    pairs = [(kind, a, b) for kind in (s.PROPOSE_LINK, s.PROPOSE_UNLINK) for a in range(s.MAX_ISSUES) for b in range(s.MAX_ISSUES)]
    assert sorted(cell_of_proposal(*each) for each in [*cards, *pairs]) == list(range(HEARD_SIZE))


def test_a_party_learns_no_more_clues_than_it_can_keep(bench: Bench) -> None:
    bench.t[k.T_OPEN_CLUE_EXPR] = s.UNSET
    size = s.MAX_CLUES * s.CLUE_WIDTH
    next_party = bench.s[s.CLUES + size : s.CLUES + 2 * size]
    for _ in range(s.MAX_CLUES + 3):
        bench.call(x.CLUE, 0, 0, 0, 0)
    assert bench.s[s.N_CLUES] == s.MAX_CLUES and bench.s[s.CLUES + size : s.CLUES + 2 * size] == next_party


@pytest.mark.parametrize("changes", [0, 1, s.MAX_CHANGED - 1, s.MAX_CHANGED, s.MAX_CHANGED + 5])
def test_a_mask_catches_up_with_any_number_of_changes(changes: int, bench: Bench) -> None:
    both = machine() is not None
    for count in range(changes):
        cell = s.SCRATCH - 1 - count if count % 2 else s.PUBLIC_END - 1 - count  # the last ones, which find no room, may be known
        if both and count >= 3:  # a call both ways copies all vectors
            x.exercise(*bench.lists(), x.PUT, cell, 1000 + count, 0, 0, *[0] * 7)
        else:
            bench.call(x.PUT, cell, 1000 + count, 0, 0)
    assert bench.s[s.N_CHANGED] == min(changes, s.MAX_CHANGED)
    bench.call(x.RENEW, 0)
    whole = [0] * s.STATE_SIZE
    mask(bench.t, bench.s, 0, whole)
    assert bench.m[: s.SCRATCH] == whole[: s.SCRATCH]


def test_the_list_of_changes_ends_where_it_should(bench: Bench) -> None:
    for count in range(s.MAX_CHANGED + 3):
        x.exercise(*bench.lists(), x.PUT, s.FORCED + count % 4, count + 1, 0, 0, *[0] * 7)
    assert bench.s[s.N_CHANGED] == s.MAX_CHANGED
    assert s.CHANGED + s.MAX_CHANGED == s.STATE_SIZE == len(bench.s)


def test_a_full_log_counts_what_it_leaves_out(bench: Bench) -> None:
    bench.log = [0] * (LOG_HEAD + 2 * LOG_WIDTH + LOG_WIDTH - 1)
    for value in (3, 4, 5, 6):
        bench.call(x.PUT, s.METER, value, 0, 0)
    assert bench.log[:LOG_HEAD] == [2, 2] and bench.s[s.METER] == 6


def test_what_is_compiled_here_takes_as_many_words_as_a_call_has() -> None:
    assert cast(FunctionType, x.exercise).__code__.co_argcount == ARGUMENTS
