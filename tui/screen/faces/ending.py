"""The end of a game: the joint statement, what stands behind it, and the result. From here the debrief is one key away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.screen.commands import NEXT, Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.pages.ending import Found, behind, notes, result, statement
from tui.screen.pane import Pane


class EndFace(GameFace):
    """Statement, what is behind it, result."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, command("debrief", "d", 0))
    FIRST_FOCUS = "statement"
    DEFAULT_CSS = """
    EndFace #upper { height: 9; }
    EndFace #statement { width: 3fr; }
    EndFace #behind { width: 2fr; }
    EndFace #notes { height: 3; }
    EndFace.wide #upper { height: 16; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: Found | None = None

    def panes(self) -> ComposeResult:
        """Statement left, what is behind it right, the result below."""
        with Horizontal(id="upper"):
            yield Pane("statement")
            yield Pane("behind", marks=False)
        yield Pane("result")
        yield Pane("notes", has_title=False, marks=False, focusable=False)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Three panes, and what is always said."""
        look = self.look()
        if self.found is None:
            self.found = self.play.ending()
        said = notes(look, self.size.width)
        self.pane("notes").styles.height = len(said.rows)
        yield "statement", statement(look, self.pane("statement").size.width, self.found)
        yield "behind", behind(look, self.pane("behind").size.width, self.found, self.pane("statement").chosen)
        yield "result", result(look, self.size.width, self.found)
        yield "notes", said

    def label(self, name: str) -> str:
        """Enter leads to the debrief."""
        return super().label("debrief" if name == "next" else name)

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
        """A second click on a sentence only chooses it; on a number of the result it asks why."""
        if pane.id == "result":
            self.do_why()
