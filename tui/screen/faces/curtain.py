"""The curtain: one seat hands over to another. A face of its own, so nothing of the last seat lies beneath it."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic
from typing import ClassVar

from textual import events

from tui.screen.commands import NEXT, Command
from tui.screen.face import GameFace
from tui.screen.ink import BLANK, Page, Row, paragraph

DEAF = 0.7  # seconds in which keys typed ahead are dropped


class CurtainFace(GameFace):
    """Please hand over."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "body"
    HAS_HEAD = False

    def __init__(self, seat: str, is_looking: bool) -> None:
        super().__init__()
        self.seat, self.is_looking = seat, is_looking
        self.since = monotonic()

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Who takes over."""
        names = self.play.names
        rows: list[Row] = [BLANK] * max((self.size.height - 10) // 2, 0)
        rows += paragraph(names.say("curtain-hand-over", seat=names.seat(self.seat)), self.size.width)
        rows += [BLANK, *paragraph(names.say("curtain-how", id=self.seat), self.size.width)]
        yield "body", Page("", tuple(rows))

    def on_key(self, event: events.Key) -> None:
        """Keys typed ahead are not for the next seat."""
        if monotonic() - self.since < DEAF:
            event.stop()
            event.prevent_default()
            return
        super().on_key(event)

    def do_next(self) -> None:
        """The next seat sits here."""
        self.play.open_sheet(self.seat, self.is_looking)
        self.dismiss(None)

    do_main = do_next

    def do_back(self) -> None:
        """Not my turn: the public table."""
        self.dismiss(None)
