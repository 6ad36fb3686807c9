"""Demands: what is asked and hoped for, what runs, and what follows if nothing is agreed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from tui.screen.commands import NEXT, Command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.pages import demands as pages
from tui.screen.pane import Pane


class DemandsFace(GameFace):
    """Everything that is asked, and below it what comes of it."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "demands"
    DEFAULT_CSS = """
    DemandsFace #demands { height: 1fr; }
    DemandsFace #then { height: 3; }
    """

    def panes(self) -> ComposeResult:
        """The list, and what follows if nothing is agreed."""
        yield Pane("demands")
        yield Pane("then", marks=False, focusable=False)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Both panes."""
        look, cells = self.look(), self.size.width
        then = pages.last_page(look, cells)
        self.pane("then").styles.height = len(then.rows) + 1
        yield "demands", pages.demands(look, cells)
        yield "then", then

    def issue(self) -> str:
        """The issue of the chosen row, "" where it is about none."""
        row = self.pane("demands").row
        ids = {issue.id for issue in self.play.names.scenario.issues}
        return next((name for name in row.why if name in ids), "") if row is not None else ""

    def is_open(self, name: str) -> bool:
        """Enter opens the card of an issue."""
        return bool(self.issue()) if name in ("next", "main") else super().is_open(name)

    def label(self, name: str) -> str:
        """Enter opens the card."""
        return super().label("issue") if name in ("next", "main") else super().label(name)

    def do_next(self) -> None:
        """The card of the issue that is asked about."""
        self.ours.show_sheet("issue", self.issue())

    do_main = do_next

    def chose(self, pane: Pane, key: str) -> None:
        """A second click opens the card."""
        if self.issue():
            self.do_next()
