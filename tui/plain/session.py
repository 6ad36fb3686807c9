"""A game played as lines of text: tell what happened, say whose turn it is, read a line, do it; to the end and the debrief.

Input is notation, a number of the list shown last, or a word such as `help`. A script of lines plays a whole game.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sim.domain import Package
from sim.errors import RuleBroken
from sim.kernel.layout import STEP_RESOLVE
from sim.kernel.tables import WORK_HOME
from sim.table.actions import ACT_UNDO, Action, undo
from sim.table.drive import act, consent
from sim.table.happened import OfferTabled
from sim.table.notation import NotationError, read_action
from sim.table.seating import TABLE_ID
from sim.table.words import FULL_WIDTH
from tui import console
from tui.plain import judge, sheets
from tui.plain.guide import guiding_line
from tui.plain.menus import Item, Maker, Menu, shown
from tui.plain.names import Names, refusal
from tui.plain.table import Table

PLAYED, LEFT, ENDED_INPUT = "played", "left", "ended-input"


class Leave(Exception):
    """The player leaves the game, or the input ends. how: LEFT or ENDED_INPUT."""

    def __init__(self, how: str) -> None:
        self.how = how
        super().__init__(how)


@dataclass(slots=True)
class Session:
    """One run of a game. record: its file, or None; words: what can be typed beside notation; menu: the list shown last.

    bot_acts: lets one bot act, False where none must.
    """

    table: Table
    record: Path | None
    words: Mapping[str, Callable[[Session, list[str]], None]]
    bot_acts: Callable[[], bool]
    menu: Menu = field(default_factory=lambda: Menu(()))

    @property
    def names(self) -> Names:
        """Names in the language of who looks."""
        return self.table.names

    def say(self, code: str, /, **facts: str | int) -> None:
        """Print a sentence."""
        console.put(self.names.say(code, **facts))

    def put(self, *lines: str) -> None:
        """Print lines."""
        for line in lines:
            console.put(line)

    def run(self) -> str:
        """Play to the end, or until the player leaves."""
        try:
            while not self.table.game.is_over:
                self.turn()
            self.close_sheet()
            self.tell()
        except Leave as leave:
            return leave.how
        return PLAYED

    def turn(self) -> None:
        """Tell what is new; let a bot act, or ask a person."""
        if self.table.is_sheet_over():
            self.close_sheet()
        if self.bot_acts():
            self.tell_between()
            return
        seat = self.table.acting()
        if not seat:
            raise AssertionError(f"nobody is there to act: {self.table.game.to_move()}")
        if self.table.needs_curtain(seat):
            self.close_sheet()
            self.tell()
            self.curtain(seat, is_looking=False)
            return
        self.tell()
        self.ask(seat)

    def tell_between(self) -> None:
        """Tell between two acts of bots, unless a sheet is open that must not be told."""
        if not self.table.is_shared or not self.table.sheet:
            self.tell()

    def tell(self) -> None:
        """Print what who looks has not been told; offers of others with what they mean for the own side."""
        lines, events = self.table.news()
        self.put(*lines)
        if self.table.viewer == TABLE_ID or self.table.game.is_over:
            return
        view = self.table.view()
        for event in events:
            if isinstance(event, OfferTabled) and view.offer is not None and event.levels == view.offer.levels:
                self.put(judge.short(self.names, view, Package(event.levels)))

    def ask(self, seat: str) -> None:
        """The guiding line, what can be done, and the answer of a person."""
        view = self.table.view()
        if view.step == STEP_RESOLVE:
            self.put(*self.table.telling(self.table.viewer).report())
        acting = self.table.game.seating.named(seat).party if self.table.is_shared else None
        maker = self.maker(seat)
        if view.work == WORK_HOME:
            self.put(*judge.at_home(self.names, view))
        self.put(guiding_line(self.names, maker.view, acting))
        self.menu = maker.top()
        self.put(*shown(self.names, self.menu))
        self.read(seat)

    def maker(self, seat: str) -> Maker:
        """Makes the lists of a seat. At the public table they show what is public, and the acts of the seat."""
        view = self.table.view()
        if view.options is None:
            view = replace(view, options=self.table.game.options(seat))
        return Maker(self.names, view, self.table.game.context())

    def read(self, seat: str) -> None:
        """Read lines until one of them was an act or changed who looks."""
        while True:
            line = self.next_line()
            if self.take(seat, line):
                return

    def next_line(self) -> str:
        """The next line; what a script says is shown as if it had been typed. Raises Leave at the end of the input."""
        line = console.typed("> ")
        if line is None:
            raise Leave(ENDED_INPUT)
        if console.is_script():
            console.put(f"> {''.join(letter if letter.isprintable() else '?' for letter in line)}".rstrip())
        return line

    def take(self, seat: str, line: str) -> bool:
        """Take one line; True when the turn is to be shown anew."""
        words = line.translate(FULL_WIDTH).split()
        if not words or words[0].startswith("#"):
            return False
        if len(words) == 1 and words[0].isascii() and words[0].isdigit():
            return self.pick(int(words[0]))
        word = words[0].casefold()
        if word in self.words and not (word == "undo" and len(words) > 1):
            self.words[word](self, words[1:])
            return word in TURNING
        if len(words) == 2 and words[1].casefold() == "undo" and words[0].casefold() in self.table.people:
            return self.take_back(words[0].casefold())
        return self.notation(seat, line)

    def pick(self, number: int) -> bool:
        """Take an item of the list shown last; 0 is the list itself again, with what each item does."""
        if number == 0:
            self.menu = self.maker(self.table.acting()).details()
            self.put(*shown(self.names, self.menu))
            return False
        if not 1 <= number <= len(self.menu.items):
            self.say("plain-no-item", number=number, most=len(self.menu.items))
            return False
        return self.choose(self.menu.items[number - 1])

    def choose(self, item: Item) -> bool:
        """Do what was picked, or open the list behind it."""
        if item.action is not None:
            return self.act(item.action)
        if item.menu is not None:
            self.menu = item.menu()
            self.put(*shown(self.names, self.menu), self.names.say("plain-pick"))
        return False

    def notation(self, seat: str, line: str) -> bool:
        """Take a line of notation. The seat may be left out."""
        game = self.table.game
        try:
            action = read_action(line, game.scenario, game.seating, game.context(), seat)
        except NotationError as error:
            self.put(misread(self.names, error))
            return False
        if action.seat not in self.table.people and action.seat != TABLE_ID:
            self.say("plain-not-yours", seat=self.names.seat(action.seat))
            return False
        return self.act(action)

    def act(self, action: Action) -> bool:
        """Do an act of a person; a refusal is said, and nothing has changed."""
        try:
            entry = self.table.game.take(action)
        except RuleBroken as broken:
            self.put(refusal(self.names, broken))
            return False
        self.table.done(entry)
        if self.table.is_looking:
            self.close_sheet()
        if action.kind == ACT_UNDO:
            self.say("plain-undone", line=action.a)
        return True

    def take_back(self, seat: str) -> bool:
        """Take back the last act of the side, where that may be."""
        game = self.table.game
        own = {one.id for one in game.seating.of_party(game.seating.named(seat).party)}
        last = next(
            (entry for entry in reversed(game.history) if entry.is_play and entry.action is not None and entry.action.seat in own), None
        )
        if last is None:
            self.say("plain-nothing-to-undo")
            return False
        return self.act(undo(seat, last.number))

    # --- several sides at one keyboard ---

    def curtain(self, seat: str, is_looking: bool) -> None:
        """Nothing secret is on the screen; the next side takes over. A line of its own passes the curtain and is taken."""
        names = self.names
        self.put("", names.say("plain-curtain", seat=names.seat(seat)), names.say("plain-curtain-how", seat=names.seat(seat), id=seat))
        line = self.next_line()
        words = line.translate(FULL_WIDTH).split()
        others = [other for other in self.table.game.to_move() if other in self.table.people]
        seat = next((other for other in others if words and words[0].casefold() == other.casefold()), seat)
        self.table.open_sheet(seat, is_looking)
        if not words or (len(words) == 1 and words[0].casefold() in ("ok", seat.casefold())):
            return
        if words[0].casefold() in ("quit", "exit"):
            raise Leave(LEFT)
        self.tell()
        self.take(seat, line)

    def peek(self, name: str) -> None:
        """A seat looks at what only it knows, and puts it away again."""
        seat = next((seat for seat in self.table.people if seat.casefold() == name.casefold()), "")
        if not seat:
            self.say("plain-no-such-sheet", name=name[:LONGEST_WORD], known=self.names.listed(list(self.table.people)))
            return
        names = self.names
        if self.table.is_shared:
            self.put("", names.say("plain-curtain", seat=names.seat(seat)), names.say("plain-curtain-how", seat=names.seat(seat), id=seat))
            self.next_line()
        self.put(*sheets.briefing(names, self.table.game.view_for(seat)))
        if self.table.is_shared:
            self.say("plain-put-away")
            self.next_line()
            console.wipe()
            self.say("plain-sheet-closed")

    def close_sheet(self) -> None:
        """Put an open sheet away; on a terminal what it showed leaves the screen."""
        if self.table.sheet:
            self.table.sheet, self.table.is_looking = "", False
            console.wipe()
            self.put(self.names.say("plain-sheet-closed"))


TURNING = ("lang", "undo", "sheet", "table")  # words after which the turn is shown anew


def misread(names: Names, error: NotationError) -> str:
    """Why a line could not be read."""
    what = names.say(f"notation-{error.code}", word=error.word if len(error.word) <= LONGEST_WORD else f"{error.word[:LONGEST_WORD]}...")
    hint = " / ".join(f"`{word}`" for word in error.hint)
    expected = "" if error.hint else " ".join(error.expected[:MOST_EXPECTED])
    return names.say("notation-frame", column=error.column, what=what, hint=hint or "none", expected=expected or "none")


MOST_EXPECTED = 30  # words that would be read, listed in one line
LONGEST_WORD = 60  # of what was typed and is said back


def bots_of(table: Table) -> Callable[[], bool]:
    """Lets one bot act at a time: first a word on what is proposed, then what must be done."""
    asked: set[tuple[str, int, tuple[int, int, int]]] = set()

    def acts() -> bool:
        return consent(table.game, table.bots, asked) or act(table.game, table.bots)

    return acts
