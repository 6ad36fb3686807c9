"""Sheets that are read: lines of text about the game."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from tui.plain import sheets
from tui.screen.commands import NEXT, Command
from tui.screen.face import GameFace
from tui.screen.ink import Page, Row, paragraph
from tui.screen.look import Look


class TextFace(GameFace):
    """Lines of text."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "body"

    def lines(self, look: Look) -> Iterator[str]:
        """The text."""
        raise NotImplementedError

    def pages(self) -> Iterable[tuple[str, Page]]:
        """One pane."""
        look = self.look()
        rows: list[Row] = []
        for text in self.lines(look):
            rows += paragraph(text, self.size.width)
        yield "body", Page(self.say(f"face-{self.name_here}"), tuple(rows))

    def do_next(self) -> None:
        """Enter: back."""
        self.dismiss(None)

    def do_main(self) -> None:
        """F9: back."""
        self.dismiss(None)


class StopFace(TextFace):
    """Something that has to be read once."""

    def lines(self, look: Look) -> Iterator[str]:
        """What happened."""
        yield from self.play.text_of(look.stop) if look.stop is not None else look.log[-12:]

    def do_next(self) -> None:
        """Read."""
        self.play.has_read()
        self.dismiss(None)

    do_main = do_next
    do_back = do_next


class MetersFace(TextFace):
    """All meters."""

    def lines(self, look: Look) -> Iterator[str]:
        """Every meter."""
        yield from sheets.meters(look.names, look.view)


class DemandsFace(TextFace):
    """Demands."""

    def lines(self, look: Look) -> Iterator[str]:
        """Every demand."""
        yield from sheets.demands(look.names, look.view)


class CluesFace(TextFace):
    """Clues."""

    def lines(self, look: Look) -> Iterator[str]:
        """Every clue."""
        yield from sheets.clues(look.names, look.view)


class BriefingFace(TextFace):
    """The briefing."""

    def lines(self, look: Look) -> Iterator[str]:
        """Story and own side."""
        yield from sheets.briefing(look.names, look.view)


class LogFace(TextFace):
    """The log."""

    def lines(self, look: Look) -> Iterator[str]:
        """All of it."""
        yield from look.log


class IssueFace(TextFace):
    """The card of an issue."""

    def __init__(self, issue: str) -> None:
        super().__init__()
        self.issue = issue

    def lines(self, look: Look) -> Iterator[str]:
        """Its levels."""
        index = next(entry.index for entry in look.names.scenario.issues if entry.id == self.issue)
        yield from sheets.levels(look.names, look.view, index)
