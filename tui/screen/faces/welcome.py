"""Welcome: what this is, and what can be started."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from tui.screen.commands import NEXT, Command
from tui.screen.face import Face
from tui.screen.ink import Page, Span, paragraph, row

ITEMS = ("learn", "new", "resume", "debrief", "about")


class WelcomeFace(Face):
    """The first face."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "body"

    def pages(self) -> Iterable[tuple[str, Page]]:
        """The list of what can be started."""
        rows = paragraph(self.say("welcome-what"), self.size.width)
        rows += [row("   ", Span(str(number), "key"), f" {self.say(f'welcome-{item}')}", key=item) for number, item in enumerate(ITEMS, 1)]
        yield "body", Page(self.say("screen-name"), tuple(rows))

    def do_next(self) -> None:
        """Start what is chosen."""
        if self.pane("body").chosen == "learn":
            from tui.screen.start import start_game

            start_game(self.ours)

    do_main = do_next

    def do_back(self) -> None:
        """Leave."""
        self.do_quit()
