"""The round report: read once, then the next round begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from sim.table import happened as h
from tui.screen.commands import NEXT, Command, command
from tui.screen.face import GameFace
from tui.screen.faces.vote import behind
from tui.screen.ink import Page
from tui.screen.pages.report import due, next_label, now, report
from tui.screen.pane import Pane
from tui.screen.stops import Stop

LEAST_REPORT = 8  # lines


class ReportFace(GameFace):
    """What moved, and why; what falls due."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, command("support", "s", 40))
    FIRST_FOCUS = "report"
    DEFAULT_CSS = """
    ReportFace #due { height: 6; }
    ReportFace #now { height: 4; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.with_support = False
        self.later: tuple[Stop, tuple[h.Happened, ...]] | None = None

    def panes(self) -> ComposeResult:
        """Report, what falls due, what to do."""
        yield Pane("report")
        yield Pane("due", marks=False)
        yield Pane("now", marks=False, focusable=False)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Report, due, guiding line: what falls due is as high as what it says, the report has the rest."""
        look = self.look()
        if look.stop is None:
            return
        if self.later is None or self.later[0] != look.stop:
            self.later = (look.stop, behind(self.play, look.stop))
        cells = self.size.width
        coming, guide = due(look, cells, look.stop, self.later[1]), now(look, cells, look.stop)
        room = self.size.height - 3 - (len(guide.rows) + 1) - LEAST_REPORT
        self.pane("now").styles.height = len(guide.rows) + 1
        self.pane("due").styles.height = max(min(len(coming.rows) + 1, room), 2)
        yield "report", report(look, cells, look.stop, self.with_support)
        yield "due", coming
        yield "now", guide

    def label(self, name: str) -> str:
        """Where Enter leads."""
        look = self.look()
        return next_label(look, look.stop) if name == "next" and look.stop is not None else super().label(name)

    def chose(self, pane: Pane, key: str) -> None:
        """A second click on the groups shows them; on a number it asks why."""
        if key == "support":
            self.do_support()
        elif key:
            self.do_why()

    def do_support(self) -> None:
        """The groups one by one, or on one line."""
        self.with_support = not self.with_support

    def do_next(self) -> None:
        """Read."""
        self.play.has_read()
        self.dismiss(None)

    do_main = do_next
    do_back = do_next
