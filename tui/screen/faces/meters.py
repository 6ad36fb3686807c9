"""Meters: every number of relations, what moved it in this round, and what it triggers next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from sim.errors import RuleBroken
from sim.table.reason import Reason
from tui.screen.commands import NEXT, Command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.ladder import Ladder
from tui.screen.pages import meters as pages
from tui.screen.pane import Pane

FIXED = 3  # head, hint, key bar
ABOUT = 11  # lines of the explanation at least, its title among them


class MetersFace(GameFace):
    """The list, and the chosen meter below it."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "meters"
    DEFAULT_CSS = """
    MetersFace #about { height: 1fr; }
    """

    def __init__(self, meter: str = "") -> None:
        super().__init__()
        self.first = meter

    def panes(self) -> ComposeResult:
        """The list, and what the chosen one is."""
        yield Ladder("meters")
        yield Pane("about", marks=False)

    def on_mount(self) -> None:
        """Open on the meter that was asked for."""
        self.pane("meters").chosen = self.first

    def pages(self) -> Iterable[tuple[str, Page]]:
        """List and explanation."""
        look, cells = self.look(), self.size.width
        ladder = self.pane("meters")
        assert isinstance(ladder, Ladder)
        ladder.heads = pages.heads(look, cells)
        listed = pages.meters(look, cells)
        yield "meters", listed
        ladder.styles.height = min(len(listed.rows) + 2, self.size.height - FIXED - ABOUT)
        yield "about", pages.about(look, cells, ladder.chosen, self.reason(ladder.chosen))

    def reason(self, name: str) -> Reason | None:
        """Where a number comes from."""
        try:
            return self.play.explain(name) if name else None
        except RuleBroken:
            return None

    def do_next(self) -> None:
        """Enter: why."""
        self.do_why()

    def label(self, name: str) -> str:
        """Enter says why."""
        return super().label("why") if name == "next" else super().label(name)

    def chose(self, pane: Pane, key: str) -> None:
        """A second click: why."""
        self.do_why()
