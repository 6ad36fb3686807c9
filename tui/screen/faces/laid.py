"""The table as it is laid: its panes, before the game is there. Drawn at once, so that nobody looks at an empty terminal."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tui.screen.face import Face
from tui.screen.ink import Page, row
from tui.screen.pane import Pane

PANES = (("agenda", "agenda-title"), ("relations", "relations-title"), ("passing", "laid-home"), ("now", "laid-now"), ("log", "log-title"))


class LaidFace(Face):
    """Empty panes where those of the table will stand."""

    DEFAULT_CSS = """
    LaidFace #upper { height: 14; }
    LaidFace #agenda { width: 48; }
    LaidFace #relations { height: 5; }
    LaidFace #now { height: 4; }
    LaidFace.wide #agenda { width: 1fr; }
    LaidFace.wide #right { width: 48; }
    LaidFace.wide #upper { height: 15; }
    """

    def panes(self) -> ComposeResult:
        """As at the table."""
        with Horizontal(id="upper"):
            yield Pane("agenda", focusable=False)
            with Vertical(id="right"):
                yield Pane("relations", focusable=False)
                yield Pane("passing", focusable=False)
        yield Pane("now", focusable=False)
        yield Pane("log", focusable=False)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Titles, and what is going on."""
        for id, title in PANES:
            rows = (row(" ", self.say("laid-reading")),) if id == "now" else ()
            yield id, Page(self.say(title), rows)

    def do_back(self) -> None:
        """There is nothing to go back to yet."""
