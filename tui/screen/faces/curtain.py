"""The curtain: one seat hands over to another. A face of its own, so nothing of the last seat lies beneath it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from time import monotonic
from typing import ClassVar

from textual import events

from tui.plain.names import Names
from tui.screen.commands import NEXT, Command, typed
from tui.screen.face import GameFace
from tui.screen.ink import BLANK, Page, Row, Span, line, paragraph, row

DEAF = 0.7  # seconds in which keys typed ahead are dropped


class CurtainFace(GameFace):
    """Please hand over. The seat opens its own sheet by typing its name, with F9, or by a click on the button."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "body"

    def __init__(self, seat: str, is_looking: bool) -> None:
        super().__init__()
        self.seat, self.is_looking = seat, is_looking
        self.since = monotonic()
        self.typed = ""

    def on_mount(self) -> None:
        """Nothing that was said to the last seat stays."""
        self.app.clear_notifications()

    def head(self) -> tuple[Span, ...]:
        """Where the game stands; nobody looks."""
        view = self.play.view("table")
        place = self.say("head-round", round=view.round, rounds=view.rounds)
        return line(Span(f" {self.say('screen-name')}  ", "strong"), place, "  ", self.play.names.step(view.step))

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence in the language of the seat that takes over."""
        return self.words.say(code, **facts)

    @property
    def words(self) -> Names:
        """Words for the seat that takes over."""
        return replace(self.play.names, language=self.play.table.language_of(self.seat))

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Who takes over, and how."""
        names, cells = self.words, self.size.width
        indent = " " * max((cells - 60) // 2, 1)
        rows: list[Row] = [BLANK] * max((self.size.height - 13) // 2, 0)
        rows += paragraph(names.say("curtain-hand-over", seat=names.seat(self.seat)), cells, indent, "strong")
        rows += [BLANK, *paragraph(names.say("curtain-how", id=self.seat), cells, indent)]
        rows += [row(indent, "> ", Span(self.typed, "strong"), "_"), BLANK]
        rows += [row(indent, Span(f"[ {names.say('curtain-open', seat=names.seat(self.seat))}  F9 ]", "key", "do:main"))]
        rows += [row(indent, Span(f"[ {names.say('curtain-not-me')}  Esc ]", "", "do:back"))]
        rows += [BLANK, *paragraph(names.say("curtain-nothing-secret"), cells, indent, "soft")]
        yield "body", Page("", tuple(rows))

    def on_key(self, event: events.Key) -> None:
        """Keys typed ahead are not for the next seat; letters are its name."""
        if monotonic() - self.since < DEAF:
            event.stop()
            event.prevent_default()
            return
        word = typed(event.key, event.character)
        if event.key == "backspace" or (event.is_printable and len(word) == 1):
            event.stop()
            self.typed = self.typed[:-1] if event.key == "backspace" else (self.typed + word)[-20:]
            self.draw()
            return
        super().on_key(event)

    def do_next(self) -> None:
        """The next seat has typed its name."""
        if self.typed.strip().casefold() == self.seat.casefold():
            self.do_main()
        else:
            self.typed = ""
            self.tell(self.say("curtain-other-name", id=self.seat))

    def do_main(self) -> None:
        """The next seat sits here."""
        self.play.open_sheet(self.seat, self.is_looking)
        self.dismiss(None)

    def do_back(self) -> None:
        """Not my turn: the public table."""
        self.ours.sheet_declined()
        self.dismiss(None)
