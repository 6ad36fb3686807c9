"""Words."""

from __future__ import annotations

from collections.abc import Iterable

from tui.screen.commands import shown
from tui.screen.face import Face
from tui.screen.ink import Page, row


class WordsFace(Face):
    """Words."""

    FIRST_FOCUS = "body"

    def __init__(self, face: Face | None = None) -> None:
        super().__init__()
        self.below = face

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Lines."""
        rows = [
            row(f" {' '.join(shown(key) for key in each.keys):16} ", self.say(f"key-{each.name}-more"))
            for each in (self.below or self).commands()
        ]
        yield "body", Page(self.say("face-words"), tuple(rows))
