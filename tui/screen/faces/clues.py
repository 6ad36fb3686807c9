"""Clues: how much the issues weigh for the other side, as far as it is known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from sim.table.seating import TABLE_ID
from tui.screen.commands import NEXT, Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.ladder import Ladder
from tui.screen.pages import clues as pages
from tui.screen.pane import Pane

FIXED, LEAST_POSTURES = 3, 7  # head, hint, key bar; lines of the postures, their title among them


class CluesFace(GameFace):
    """The issues, and the postures that are left."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, command("acts", "p", 58))
    FIRST_FOCUS = "clues"
    DEFAULT_CSS = """
    CluesFace #postures { height: 1fr; }
    """

    def __init__(self, *facts: str) -> None:
        super().__init__()
        self.told: tuple[object, pages.Story] = (None, pages.Story())

    def panes(self) -> ComposeResult:
        """The list, and the postures."""
        yield Ladder("clues")
        yield Pane("postures", marks=False)

    def story(self) -> pages.Story:
        """What was asked and offered, read anew when anything was done."""
        play = self.play
        who = TABLE_ID if play.is_shared else play.viewer
        key = (who, len(play.game.lines))
        if self.told[0] != key:
            self.told = (key, pages.story(play.game.events_for(who)))
        return self.told[1]

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Both panes."""
        look, cells = self.look(), self.size.width
        ladder = self.pane("clues")
        assert isinstance(ladder, Ladder)
        ladder.heads = pages.heads(look, cells)
        listed = pages.clues(look, cells, self.story())
        ladder.styles.height = min(len(listed.rows) + 2, self.size.height - FIXED - LEAST_POSTURES)
        yield "clues", listed
        yield "postures", pages.postures(look, cells, ladder.chosen)

    def label(self, name: str) -> str:
        """Enter opens the card."""
        return super().label("issue") if name in ("next", "main") else super().label(name)

    def do_next(self) -> None:
        """The card of the chosen issue."""
        self.ours.show_sheet("issue", self.pane("clues").chosen.partition(" ")[2])

    do_main = do_next

    def do_acts(self) -> None:
        """What brings a clue."""
        self.ours.show_sheet("acts")

    def chose(self, pane: Pane, key: str) -> None:
        """A second click opens the card."""
        if pane.id == "clues":
            self.do_next()
