"""The round report: read once, then the next round begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from tui.screen.commands import NEXT, Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Page, Row, Span, line, paragraph
from tui.screen.pages.rounds import due, report
from tui.screen.pane import Pane


class ReportFace(GameFace):
    """What moved, and why; what falls due."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, command("support", "s", 40))
    FIRST_FOCUS = "report"
    DEFAULT_CSS = """
    ReportFace #report { height: 2fr; }
    ReportFace #due { height: 1fr; }
    ReportFace #now { height: 3; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.with_support = False

    def panes(self) -> ComposeResult:
        """Report, what falls due, what to do."""
        yield Pane("report")
        yield Pane("due", marks=False)
        yield Pane("now", marks=False, focusable=False)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Report, due, guiding line."""
        look = self.look()
        if look.stop is None:
            return
        cells = self.size.width
        yield "report", report(look, cells, look.stop, self.with_support)
        yield "due", due(look, cells, look.stop)
        rows: list[Row] = paragraph(self.say("rounds-guide"), cells)
        act = (Span(f" {self.signs.mark} ", "key"), Span("Enter", "key", "do:next"), Span(f" {self.label('next')}", "", "do:next"))
        yield "now", Page(self.say("rounds-now"), (*rows, Row(line(*act))))

    def do_support(self) -> None:
        """The groups one by one, or on one line."""
        self.with_support = not self.with_support

    def do_next(self) -> None:
        """Read."""
        self.play.has_read()
        self.dismiss(None)

    do_main = do_next
    do_back = do_next
