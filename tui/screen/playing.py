"""A game at the screen: whose turn it is, what waits to be read, drafts, lines still to be sent. The only door to the game.

Everything that changes the game goes through `submit` or `take`; a bot decides on its own mask, on a thread, and its act is
taken here. Screens are given a Look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sim.errors import RuleBroken
from sim.kernel.codes import ACT_CHOOSE, ACT_DECLINE, ACT_DONE, ACT_POSTPONE, ACT_TAKE
from sim.lab.turns import Question, Turns
from sim.table.actions import Action, undo
from sim.table.game import Game
from sim.table.happened import ActDone, Happened, LevelChanged, NumberChanged, RoundBegan
from sim.table.notation import NotationError, read_action
from sim.table.reason import Reason
from sim.table.seating import TABLE_ID
from sim.table.view import View
from tui.plain.names import Names, refusal
from tui.plain.session import misread
from tui.plain.table import Table
from tui.plain.telling import Telling
from tui.screen.drafts import Draft, Drafts, Levels
from tui.screen.look import Look
from tui.screen.signs import Signs
from tui.screen.stops import END, Follower, Stop

if TYPE_CHECKING:
    from tui.screen.pages.ending import Found

WORDS_ASKED = (ACT_TAKE, ACT_DECLINE, ACT_CHOOSE, ACT_POSTPONE)  # what a person says while the step waits for a word


@dataclass(slots=True)
class Told:
    """The log of one viewer in one language. upto: number of the last line told."""

    telling: Telling
    lines: list[str] = field(default_factory=list)
    upto: int = -1


class Playing:
    """One game at the screen. record: its file, or None; auto: bots go on without being asked (watching)."""

    def __init__(self, table: Table, turns: Turns, record: Path | None, styles: Mapping[str, str], is_new: bool = True) -> None:
        self.table, self.turns, self.record = table, turns, record
        self.styles = dict(styles)
        self.drafts: dict[str, Drafts] = {}
        self.sent: dict[str, Levels] = {}
        self.queue: list[Action] = []
        self.stops: list[Stop] = []
        self.read: list[Stop] = []
        self.auto = bool(table.people)
        self.step_asked = False
        self.thinking = ""
        self.follower = Follower(frozenset(table.sides))
        self.followed = -1
        self.moved: dict[int, int] = {}
        self.told: dict[tuple[str, str], Told] = {}
        self.look_key: tuple[object, ...] = ()
        self.last_look: Look | None = None
        self.seen: dict[str, tuple[int, View]] = {}
        self.is_new = is_new
        self.follow()
        if not is_new:
            self.read += self.stops
            self.stops = [stop for stop in self.stops if stop.kind == "end"]

    # --- who, and what they know ---

    @property
    def game(self) -> Game:
        """The game. Screens never ask it; they are given a Look."""
        return self.table.game

    @property
    def is_shared(self) -> bool:
        """Whether several sides share the screen."""
        return self.table.is_shared

    @property
    def viewer(self) -> str:
        """Who looks now."""
        return self.table.viewer

    @property
    def seat(self) -> str:
        """Whose acts are offered now: the open sheet's, else the seat that must act, else the one person's."""
        acting = self.table.acting()
        if self.table.sheet:
            return self.table.sheet
        return acting or (self.viewer if self.viewer != TABLE_ID else "")

    def view(self, viewer: str | None = None) -> View:
        """What somebody knows now; the same value until a line comes."""
        who = viewer or self.viewer
        count = len(self.game.lines)
        found = self.seen.get(who)
        if found is None or found[0] != count:
            found = (count, self.game.view_for(who))
            self.seen[who] = found
        return found[1]

    def look(self, signs: Signs, cells: int, lines: int) -> Look:
        """What screens are drawn from: the same value until something changes."""
        levels = self.draft.now.levels if self.seat else ()
        key = (
            len(self.game.lines),
            self.viewer,
            self.seat,
            self.names.language,
            signs,
            cells,
            lines,
            self.stops[:1],
            self.thinking,
            levels,
        )
        if key != self.look_key:
            self.look_key, self.last_look = key, self.new_look(signs, cells, lines, levels)
        assert self.last_look is not None
        return self.last_look

    def new_look(self, signs: Signs, cells: int, lines: int, draft: Levels) -> Look:
        """What screens are drawn from now."""
        view, seat = self.view(), self.seat
        options = view.options
        if options is None and seat and not self.game.is_over and not self.table.is_secret():
            options = self.game.options(seat)
        return Look(
            names=self.table.names, view=view, viewer=self.viewer, seat=seat, options=options, is_shared=self.is_shared, signs=signs,
            cells=cells, lines=lines, log=self.log(), stop=self.stops[0] if self.stops else None, thinking=self.thinking,
            can_undo=self.undoable() is not None, draft=draft, moved=self.moved, people=tuple(self.table.people),
        )  # fmt: skip

    @property
    def draft(self) -> Drafts:
        """The drafts of the seat whose acts are offered. At the public table they are public by nature."""
        key = self.viewer if self.viewer != TABLE_ID else f"{TABLE_ID} {self.seat}"
        if key not in self.drafts:
            self.drafts[key] = Drafts(len(self.game.scenario.issues))
        return self.drafts[key]

    def clear_draft(self, seat: str) -> None:
        """What was sent is no draft any more; others stay."""
        for key in (seat, f"{TABLE_ID} {seat}"):
            drafts = self.drafts.get(key)
            if drafts is not None and drafts.every:
                drafts.every[drafts.at] = Draft((None,) * drafts.issues)

    def log(self) -> tuple[str, ...]:
        """What was told to who looks, in its language, oldest first."""
        viewer, names = self.viewer, self.table.names
        key, last = (viewer, names.language), self.game.lines[-1].number if self.game.lines else 0
        told = self.told.get(key)
        if told is not None and told.upto == last:
            return tuple(told.lines)
        view = self.view(viewer)
        if told is None or self.was_taken_back(told.upto):
            told = self.told[key] = Told(Telling(names, view, round=1))
        told.telling.names, told.telling.view = names, view
        told.lines += [text for text in told.telling.tell(self.game.events_for(viewer, told.upto)) if text]
        told.upto = last
        return tuple(told.lines)

    def was_taken_back(self, since: int) -> bool:
        """Whether a line behind this one took another back: then the log is told anew."""
        return any(entry.number > since and not entry.is_play for entry in self.game.lines)

    def explain(self, name: str) -> Reason:
        """Why a number is what it is, as far as who looks may know. Raises RuleBroken."""
        return self.game.explain(self.viewer, name)

    def undoable(self) -> int | None:
        """The line that the person in the chair may take back now."""
        people = [self.table.sheet] if self.table.sheet else list(self.table.people)
        return next((line for seat in people if (line := self.game.undoable(seat)) is not None), None)

    # --- what is done ---

    def submit(self, action: Action) -> str:
        """Do an act of a person: "" where it was done, else why not, as a sentence. It is on disk before this returns."""
        try:
            entry = self.game.take(action)
        except RuleBroken as broken:
            return refusal(self.table.names, broken)
        self.table.done(entry)
        self.follow()
        if self.table.is_looking or (self.is_shared and self.table.is_sheet_over()):
            self.close_sheet()
        return ""

    def type(self, text: str) -> str:
        """Do a line of notation; "" or what is wrong with it."""
        names = self.table.names
        try:
            action = read_action(text, self.game.scenario, self.game.seating, self.game.context(), self.seat)
        except NotationError as error:
            return misread(names, error)
        if action.seat not in self.table.people:
            return names.say("plain-not-yours", seat=names.seat(action.seat))
        return self.submit(action)

    def take_back(self) -> str:
        """Take back the last act, where that may be; "" or why not."""
        line = self.undoable()
        if line is None:
            return self.table.names.say("plain-nothing-to-undo")
        entry = next(entry for entry in self.game.lines if entry.number == line)
        self.queue.clear()
        return self.submit(undo(entry.action.seat if entry.action is not None else self.seat, line))

    def send(self, actions: Sequence[Action]) -> str:
        """Do several acts one after the other; what a bot must answer in between is answered first. "" or why it stopped."""
        self.queue = list(actions)
        return self.send_on()

    def send_on(self) -> str:
        """Go on with what is still to be sent, as far as it is this side's turn."""
        while self.queue and self.queue[0].seat in self.may_send():
            refused = self.submit(self.queue.pop(0))
            if refused:
                self.queue.clear()
                return refused
        return ""

    def may_send(self) -> tuple[str, ...]:
        """Seats whose lines can go on now: those of the sides that must act."""
        sides = {self.game.seating.named(seat).party for seat in self.game.to_move()}
        view = self.view(TABLE_ID)
        is_word = bool(self.queue) and self.queue[0].kind in WORDS_ASKED
        if (view.reframe is not None or view.choice is not None) and not is_word:
            sides -= {self.game.seating.named(action.seat).party for action in self.queue[:1]}
        return tuple(seat.id for seat in self.game.seating.seats if seat.party in sides)

    def pass_on(self) -> bool:
        """Where a person could only say `done`, it is said: there is nothing to decide. True where it was."""
        seat = self.table.acting()
        if self.stops or self.thinking or self.game.is_over or not seat:
            return False
        options = self.view(seat).options
        if options is None or options.spaces() or [option.action.kind for option in options.allowed] != [ACT_DONE]:
            return False
        return not self.submit(options.allowed[0].action)

    def take(self, question: Question, action: Action) -> None:
        """Do what a bot said. Raises BotFault."""
        if question.line == len(self.game.lines):
            self.turns.take(action)
            self.follow()
            if self.is_shared and self.table.is_sheet_over():
                self.close_sheet()

    def question(self) -> Question | None:
        """What a bot is asked now; None while something waits to be read, or a person is to move."""
        if self.stops or self.game.is_over or (not self.auto and not self.step_asked):
            return None
        return self.turns.question()

    # --- reading ---

    def follow(self) -> None:
        """Find what there is to read behind the lines followed last."""
        viewer = TABLE_ID if self.is_shared else self.viewer
        if self.was_taken_back(self.followed):
            self.follower, self.followed = Follower(self.follower.own), -1
            unread, self.stops = self.stops, []
        else:
            unread = None
        events = self.game.events_for(viewer, self.followed)
        self.followed = self.game.lines[-1].number if self.game.lines else 0
        self.note_moves(events)
        self.stops += [stop for stop in self.follower.follow(events) if unread is None or stop in unread]

    def note_moves(self, events: Sequence[Happened]) -> None:
        """How far each number has moved since the round began."""
        for event in events:
            if isinstance(event, RoundBegan):
                self.moved = {}
            elif isinstance(event, NumberChanged):
                self.moved[event.cell] = self.moved.get(event.cell, 0) + event.after - event.before

    def has_read(self) -> Stop | None:
        """The first stop was read."""
        if not self.stops:
            return None
        self.read.append(self.stops[0])
        return self.stops.pop(0)

    def read_on(self) -> None:
        """Everything but the end counts as read: bots are watched as they play."""
        while self.stops and self.stops[0].kind != END:
            self.has_read()

    @property
    def is_watched(self) -> bool:
        """Whether only bots play."""
        return not self.table.people

    def text_of(self, stop: Stop) -> list[str]:
        """A stop told in sentences to who looks."""
        telling = Telling(self.table.names, replace(self.view()), round=stop.round)
        return [text for text in telling.tell(event for event in stop.events if not isinstance(event, ActDone)) if text]

    def ending(self) -> Found:
        """After the end: what the pages of the end are drawn from. The seed is in it for the first time."""
        from sim.table.debrief import debrief
        from tui.screen.pages.ending import Found

        found = debrief(self.game, {number: code for number, (code, _) in self.turns.reasons.items()})
        rounds = {
            event.issue: self.round_of(event.number) for event in self.game.events_for(TABLE_ID, -1) if isinstance(event, LevelChanged)
        }
        return Found(found, rounds)

    def round_of(self, number: int) -> int:
        """The round of a line."""
        return next((entry.round for entry in self.game.lines if entry.number == number), 1)

    def happened_since(self, number: int) -> tuple[Happened, ...]:
        """What happened behind a line, as who looks was told."""
        return self.game.events_for(self.viewer, number)

    # --- one screen, several people ---

    def wants_curtain(self) -> str:
        """The seat that must take over behind a curtain before anything else, "" for none."""
        if not self.is_shared or self.game.is_over or self.stops or self.table.is_looking:
            return ""
        seat = self.table.acting()
        return seat if seat and self.table.needs_curtain(seat) else ""

    def open_sheet(self, seat: str, is_looking: bool) -> None:
        """A seat has taken over."""
        self.table.open_sheet(seat, is_looking)

    def close_sheet(self) -> None:
        """The open sheet is put away."""
        self.table.sheet, self.table.is_looking = "", False

    @property
    def names(self) -> Names:
        """Words in the language of who looks."""
        return self.table.names

    def set_language(self, language: str) -> None:
        """Who looks now reads this language."""
        self.table.set_language(language)
