"""The game at the table: the only mutable object. Actions go in through `submit`; what a seat may know comes out through
`view_for`, `events_for` and `explain`. Every accepted line is kept with the rows of the ledger it left.

Never here: a rule (they are in the kernel), a file (see `keeping.py`), a sentence for people.
"""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from sim.domain import Forced, Scenario
from sim.errors import RuleBroken
from sim.kernel import codes
from sim.kernel import layout as s
from sim.kernel.acts import do_act
from sim.kernel.flow import begin_game
from sim.kernel.ledger import LOG_HEAD, LOG_WIDTH
from sim.kernel.tables import WORK_OFFERS, WORK_OPENING
from sim.kernel.turn import work_now
from sim.table import forcing, view
from sim.table.actions import ACT_FORCE, ACT_REWIND, ACT_UNDO, Action, argument_of
from sim.table.context import Context, context_of
from sim.table.draws import DRAWS
from sim.table.facts import Case, facts_of
from sim.table.happened import Happened
from sim.table.history import START, STEPS, Entry, History, RowCells
from sim.table.judging import check_shape, may
from sim.table.masks import Masks
from sim.table.notation import NotationError, read_action, write_action
from sim.table.options import Options, options_for
from sim.table.record import LINE_REFUSED, LINE_UNREADABLE, Line, Recorded, RecordError
from sim.table.refusals import NEEDS_A_REASON, NO_SUCH_DRAW, NO_SUCH_LINE, NOT_A_PLAYER, NOT_THE_FACILITATOR, REFUSALS
from sim.table.seating import TABLE_ID, PlayerSeat, Seating, masked_tables, seating_for, seating_of, tables_for
from sim.table.taking_back import entry_to_undo, may_take_back
from sim.table.told import Told

if TYPE_CHECKING:
    from sim.table.explain import Reason

LOG_ROWS = 4096  # no act leaves nearly as many; one that did is a fault of ours
LARGEST_SEED = 2**64 - 1


class KeepsLines(Protocol):
    """What a game asks of a record: that a line is safe when `append` returns; an exception means that it is not."""

    def append(self, line: Line) -> None: ...


class Game:
    """One game. scenario, seating: what it is played from and by whom; seed: of its draws; keeper: its record, or None."""

    def __init__(self, scenario: Scenario, seating: Seating, seed: int, seed_known: bool, practice: bool) -> None:
        self.scenario = scenario
        self.seating = seating
        self.seed = seed
        self.seed_known = seed_known
        self.practice = practice
        self.forced: tuple[Forced, ...] = ()
        self.keeper: KeepsLines | None = None
        self._t = tables_for(scenario, seating)
        self._s = [0] * s.STATE_SIZE
        self._log = [0] * (LOG_HEAD + LOG_ROWS * LOG_WIDTH)
        self._masks = Masks(self._t)
        self._masked: dict[int, list[int]] = {}
        self._told: dict[int, Told] = {}
        self._history = History(Entry(START, 0, 0, "", None, ()))

    @classmethod
    def new(
        cls,
        scenario: Scenario,
        seed: int,
        seating: Seating | None = None,
        forced: Iterable[Forced] = (),
        seed_known: bool = False,
        practice: bool = False,
    ) -> Game:
        """A new game at its first decision. seed: 0..2**64 - 1; forced: draws decided beside those of the scenario."""
        if not 0 <= seed <= LARGEST_SEED:
            raise ValueError(f"a seed is 0..{LARGEST_SEED}, got {seed}")
        game = cls(scenario, seating or seating_for(scenario), seed, seed_known, practice)
        game.forced = tuple(forced)
        for draw in game.forced:
            forcing.check_draw(scenario, draw)
        for draw in forcing.merged((*scenario.forced, *game.forced)):
            forcing.write_draw(game._t, game._s, game._log, draw)
        begin_game(game._t, game._s, game._log, seed & 0xFFFFFFFF, seed >> 32)
        game._history = History(Entry(START, 0, 0, "", None, game._drain()))
        return game

    # --- where the game stands ---

    @property
    def is_over(self) -> bool:
        """True after the last round."""
        return self._s[s.OVER] == 1

    @property
    def round(self) -> int:
        """The round, from 1."""
        return self._s[s.ROUND]

    @property
    def step(self) -> str:
        """The step of the round, `end` when the game is over."""
        return STEPS[self._s[s.STEP]]

    @property
    def lines(self) -> tuple[Entry, ...]:
        """Every accepted line, those taken back too."""
        return tuple(self._history.entries[1:])

    @property
    def history(self) -> tuple[Entry, ...]:
        """The entries in force, entry 0 first: their rows are every change of every number."""
        return tuple(self._history.in_force())

    def to_move(self) -> tuple[str, ...]:
        """The heads that must act before the game goes on, in the order of the parties."""
        state = self._s
        if state[s.OVER] == 1:
            return ()
        if state[s.N_CHOICES] > 0:
            return (self.seating.head_of(state[s.CHOICES + s.C_PARTY]).id,)
        return tuple(self.seating.head_of(party.index).id for party in self.scenario.parties if state[s.WAITING] >> party.index & 1)

    def may_agree(self) -> tuple[str, ...]:
        """The heads whose word on a proposal is still out, in the order of the parties."""
        state = self._s
        if state[s.OVER] == 1 or state[s.N_CHOICES] > 0 or work_now(self._t, state) not in (WORK_OPENING, WORK_OFFERS):
            return ()
        rows = range(s.PROPOSALS, s.PROPOSALS + state[s.N_PROPOSALS] * s.PROPOSAL_WIDTH, s.PROPOSAL_WIDTH)
        agreed = [state[at + s.P_AGREED] for at in rows]
        waiting = (party.index for party in self.scenario.parties if any(not bits >> party.index & 1 for bits in agreed))
        return tuple(self.seating.head_of(party).id for party in waiting)

    def digest(self) -> str:
        """SHA-256 of every cell of the state."""
        return digest_of(self._s)

    # --- what may be known ---

    def mask_for(self, viewer: str) -> list[int]:
        """The mask of a seat, or of the public table: a fresh list."""
        return self._masks.of(self._s, self.seating.viewer(viewer))

    def tables_of(self, viewer: str) -> list[int]:
        """The tables as a viewer may know them. One list for the whole game: not to be changed."""
        index = self.seating.viewer(viewer)
        if index not in self._masked:
            self._masked[index] = masked_tables(self.scenario, self.seating, index)
        return self._masked[index]

    def options(self, seat: str) -> Options:
        """What a seat may do now."""
        index = self.seating.named(seat).index
        return options_for(self.scenario, self.seating, self.tables_of(seat), self.mask_for(seat), index)

    def view_for(self, viewer: str) -> view.View:
        """What a seat, or the public table, knows now."""
        return view.build(self.scenario, self.seating, self.tables_of(viewer), self.mask_for(viewer), self.seating.viewer(viewer))

    def events_for(self, viewer: str, since: int = -1) -> tuple[Happened, ...]:
        """What a viewer was told by the lines in force behind line `since`; -1: from the start of the game on."""
        index = self.seating.viewer(viewer)
        if index not in self._told:
            self._told[index] = Told(self.scenario, self.seating, self._t, index)
        return self._told[index].behind(since, self._history)

    def explain(self, viewer: str, what: str) -> Reason:
        """Where a number comes from, as far as the viewer may know."""
        from sim.table.explain import explain  # it takes a Game: imported late, or the two would wait for each other

        return explain(self, viewer, what)

    def context(self) -> Context:
        """What lines of notation lean on now."""
        return context_of(self.scenario, self._s)

    # --- what is done ---

    def submit(self, action: Action) -> tuple[Happened, ...]:
        """Do an act, and what its seat is told by it. Raises RuleBroken where a rule is in the way; then nothing has changed."""
        entry = self.take(action)
        return self.events_for(action.seat, entry.number - 1)

    def play(self, line: str, seat: str = "") -> Entry:
        """Do the act of a line of notation. seat: whose it is where the line names none. Raises NotationError, RuleBroken."""
        return self.take(read_action(line, self.scenario, self.seating, self.context(), seat))

    def take(self, action: Action) -> Entry:
        """Do an act; the entry it left. As `submit`, without telling anybody."""
        if action.kind == ACT_UNDO:
            return self._undo(action)
        if action.kind == ACT_FORCE:
            return self._force(action)
        if action.kind == ACT_REWIND:
            return self._rewind(action)
        broken = self.why_not(action)
        if broken is not None:
            raise broken
        return self._enter(action, self._carry_out)

    def why_not(self, action: Action) -> RuleBroken | None:
        """What is in the way of an act of play, None where it is allowed. Changes nothing."""
        check_shape(self.scenario, action)
        if action.seat == TABLE_ID:
            return RuleBroken(NOT_A_PLAYER, {"seat": action.seat})
        seat = self.seating.named(action.seat)
        code = may(self._t, self._s, seat.index, action)
        if code == codes.ALLOWED:
            return None
        m = self._masks.of(self._s, seat.index)  # facts are read from what the seat may know
        m[s.ARGUMENT : s.ARGUMENT + s.MAX_ISSUES] = argument_of(action)
        return RuleBroken(REFUSALS[code], facts_of(code, Case(self.scenario, self.seating, self.tables_of(seat.id), m, seat, action)))

    def undoable(self, seat: str) -> int | None:
        """Number of the line that a seat may take back now, or None."""
        last = self._history.last_play()
        if last is None:
            return None
        return last.number if self._why_not_undo(self.seating.named(seat), last.number) is None else None

    # --- other games ---

    def branch(self, at: int) -> Game:
        """A game of its own that stands where this one stood behind its first `at` lines. It has no record."""
        if not 0 <= at <= self._history.last:
            raise RuleBroken(NO_SUCH_LINE, {"line": at})
        game = Game(self.scenario, self.seating, self.seed, self.seed_known, self.practice)
        game.forced = self.forced
        game._history = self._history.upto(at)
        game._s[: s.SCRATCH] = self._history.state_after(at, self._s)[: s.SCRATCH]
        return game

    @classmethod
    def replay(cls, scenario: Scenario, found: Recorded, upto: int | None = None) -> Game:
        """The game of a record, or of its first `upto` lines. It has no record of its own.

        Raises RecordError for the first line that the rules now refuse, or that cannot be read.
        """
        header = found.header
        seating = seating_of(scenario, header.seats)
        before, lines = [line for line in found.lines if line.n == START], [line for line in found.lines if line.n > START]
        draws = [forcing.draw_of_action(read_action(line.text, scenario, seating, Context())) for line in before]
        game = cls.new(scenario, header.seed, seating, draws, header.seed_known, header.practice)
        for line in lines[:upto]:
            facts: dict[str, str | int] = {"n": line.n, "text": line.text}
            try:
                game.play(line.text)
            except RuleBroken as broken:
                raise RecordError(LINE_REFUSED, facts | {"code": broken.code}) from broken
            except NotationError as error:
                raise RecordError(LINE_UNREADABLE, facts | {"code": error.code, "column": error.column}) from error
        return game

    # --- inside ---

    def _enter(self, action: Action, change: Callable[[Action], None], after: int | None = None) -> Entry:
        """Let an act happen: its line is safe first, then the state changes, then the entry stands.

        after: number of the entry in force before it, where that is not the last line.
        """
        number, round_, step = self._history.last + 1, self._s[s.ROUND], self._s[s.STEP]
        line = write_action(action, self.scenario, self.seating, self.context())
        if self.keeper is not None:
            self.keeper.append(Line(number, round_, STEPS[step], line))
        before = self._s[: s.SCRATCH]
        change(action)
        entry = Entry(number, round_, step, line, action, self._drain(), self._history.last if after is None else after)
        self._history.add(entry, before)
        return entry

    def _carry_out(self, action: Action) -> None:
        """An act of play, on to the next decision."""
        self._s[s.ARGUMENT : s.ARGUMENT + s.MAX_ISSUES] = argument_of(action)
        seat = self.seating.named(action.seat).index
        do_act(self._t, self._s, self._log, seat, action.kind, action.a, action.b, action.c)

    def _drain(self) -> tuple[RowCells, ...]:
        """The rows of the log since it was last read."""
        log = self._log
        if log[1] > 0:
            raise AssertionError(f"an act left {log[1]} rows more than the log holds (seed {self.seed})")
        rows = tuple(tuple(log[at : at + LOG_WIDTH]) for at in range(LOG_HEAD, LOG_HEAD + log[0] * LOG_WIDTH, LOG_WIDTH))
        log[0] = 0
        return rows

    def _why_not_undo(self, seat: PlayerSeat, number: int) -> RuleBroken | None:
        """What is in the way of taking a line back."""
        try:
            entry = entry_to_undo(self._history, self.seating, seat, number)
        except RuleBroken as broken:
            return broken
        if self.practice:
            return None
        code = may_take_back(self._t, self._history, self._masks, self.seating, entry, self._s)
        return RuleBroken(code, {"line": number}) if code else None

    def _undo(self, action: Action) -> Entry:
        """A seat takes an act back: the state stands as before it, to the last cell."""
        if action.seat == TABLE_ID:
            raise RuleBroken(NOT_A_PLAYER, {"seat": action.seat})
        broken = self._why_not_undo(self.seating.named(action.seat), action.a)
        if broken is not None:
            raise broken
        return self._enter(action, lambda _: self._go_back(action.a - 1), after=action.a - 1)

    def _rewind(self, action: Action) -> Entry:
        """A facilitator takes back everything behind a line, with a reason; the draws stay as they are."""
        action = self._with_reason(action)
        if not 0 <= action.a < self._history.last:
            raise RuleBroken(NO_SUCH_LINE, {"line": action.a})
        return self._enter(action, lambda _: self._go_back(action.a), after=action.a)

    def _force(self, action: Action) -> Entry:
        """A facilitator decides a draw that is still to come, with a reason."""
        action = self._with_reason(action)
        draw = forcing.draw_of_action(action)
        forcing.check_draw(self.scenario, draw)
        if draw.round < self.round or self.is_over:
            raise RuleBroken(NO_SUCH_DRAW, {"draw": DRAWS[draw.purpose]})
        forcing.row_of(self._s, draw)
        return self._enter(action, lambda _: forcing.write_draw(self._t, self._s, self._log, draw))

    def _with_reason(self, action: Action) -> Action:
        """The act of a facilitator with its reason as a line can hold it. Raises RuleBroken."""
        if action.seat != TABLE_ID:
            raise RuleBroken(NOT_THE_FACILITATOR, {"seat": action.seat})
        reason = " ".join(action.reason.split())
        if not reason or not reason.isprintable():
            raise RuleBroken(NEEDS_A_REASON)
        return replace(action, reason=reason)

    def _go_back(self, number: int) -> None:
        """Stand where the game stood behind a line."""
        self._s[: s.SCRATCH] = self._history.state_after(number, self._s)[: s.SCRATCH]


def digest_of(state: Sequence[int]) -> str:
    """SHA-256 of the cells of a state that are part of the game, as 64-bit little-endian integers."""
    cells = array("q", state[: s.SCRATCH])
    if sys.byteorder == "big":
        cells.byteswap()
    return hashlib.sha256(cells.tobytes()).hexdigest()
