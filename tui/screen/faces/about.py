"""About: what the game is, what it rests on, and under what licence it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from tui.screen.commands import NEXT, Command
from tui.screen.face import Face
from tui.screen.ink import BLANK, Page, Row, paragraph

PARTS = ("what", "model", "sources", "fair", "kept", "licence")


class AboutFace(Face):
    """A few paragraphs."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "body"

    def pages(self) -> Iterable[tuple[str, Page]]:
        """The paragraphs."""
        from tui.desk import data_folder

        rows: list[Row] = []
        for part in PARTS:
            rows += [*paragraph(self.say(f"about-{part}", folder=str(data_folder())), min(self.size.width, 100)), BLANK]
        yield "body", Page(self.say("face-about"), tuple(rows))

    def do_next(self) -> None:
        """Back."""
        self.dismiss(None)

    do_main = do_next
