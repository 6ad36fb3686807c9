"""The end of a game: the joint statement, what stands behind it, and the result. From here the debrief is one key away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.screen.commands import NEXT, Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.pages.ending import Found, behind, result, statement
from tui.screen.pane import Pane


class EndFace(GameFace):
    """Statement, what is behind it, result."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, command("debrief", "d", 80))
    FIRST_FOCUS = "statement"
    DEFAULT_CSS = """
    EndFace #upper { height: 9; }
    EndFace #statement { width: 3fr; }
    EndFace #behind { width: 2fr; }
    EndFace.wide #upper { height: 15; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: Found | None = None

    def panes(self) -> ComposeResult:
        """Statement left, what is behind it right, the result below."""
        with Horizontal(id="upper"):
            yield Pane("statement")
            yield Pane("behind", marks=False)
        yield Pane("result", marks=False)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Three panes."""
        look = self.look()
        if self.found is None:
            self.found = self.play.ending()
        chosen = self.pane("statement").chosen or "0"
        yield "statement", statement(look, self.pane("statement").size.width, self.found)
        yield "behind", behind(look, self.pane("behind").size.width, self.found, chosen)
        yield "result", result(look, self.size.width, self.found)

    def do_next(self) -> None:
        """On to the debrief."""
        self.do_debrief()

    do_main = do_next

    def do_debrief(self) -> None:
        """Look back."""
        self.ours.show_sheet("debrief")

    def do_back(self) -> None:
        """To the table as it was left."""
        self.play.has_read()
        self.dismiss(None)

    def chose(self, pane: Pane, key: str) -> None:
        """A second click on a sentence only chooses it."""
