"""The whole log: everything that was told, the newest in sight when it is opened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events

from tui.screen.commands import Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.pages.logs import whole_log


class LogFace(GameFace):
    """The log of who looks."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        command("leave-log", "enter f9 ctrl+enter ctrl+j", 80), command("oldest", "home", 40), command("newest", "end", 40),
    )  # fmt: skip
    FIRST_FOCUS = "body"

    def __init__(self) -> None:
        super().__init__()
        self.at_end = True  # the newest line is to be in sight

    def pages(self) -> Iterable[tuple[str, Page]]:
        """All of it."""
        yield "body", whole_log(self.look(), self.size.width)

    def draw(self) -> None:
        """What comes meanwhile stands at the end; it comes into sight where the end was in sight."""
        super().draw()
        if self.is_mounted and self.at_end and self.is_current:
            self.to_end()

    def to_end(self) -> None:
        """The newest line comes into sight."""
        pane = self.pane("body")
        pane.scroll_by(len(pane.page.rows))

    def is_at_end(self) -> bool:
        """Whether the newest line is in sight."""
        pane = self.pane("body")
        return pane.top + pane.space >= len(pane.page.rows)

    def on_key(self, event: events.Key) -> None:
        """After every key it is noted whether the end is in sight."""
        super().on_key(event)
        self.note()

    def note(self) -> None:
        """Whether the log is to follow what comes."""
        if self.is_mounted and self.is_current and self.pane("body").space:
            self.at_end = self.is_at_end()

    def on_mouse_scroll_up(self) -> None:
        """The wheel leaves the end."""
        self.call_after_refresh(self.note)

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """Lines of the log have no number of their own to ask about."""
        return name != "why" and super().is_open(name)

    def do_leave_log(self) -> None:
        """Back."""
        self.dismiss(None)

    def do_oldest(self) -> None:
        """The first line."""
        pane = self.pane("body")
        self.at_end = False
        pane.scroll_by(-len(pane.page.rows))

    def do_newest(self) -> None:
        """The last line."""
        self.at_end = True
        self.to_end()
