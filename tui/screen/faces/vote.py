"""The vote, revealed one group at a time. Nothing can be changed any more; it is read, and then the game goes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from tui.screen.commands import ALL_SHOWN, NEXT, Command
from tui.screen.face import GameFace
from tui.screen.ink import Page, Row, Span, line, paragraph
from tui.screen.pages.vote import count, order, vote
from tui.screen.pane import Pane
from tui.screen.stops import Stop


class VoteFace(GameFace):
    """Group by group."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, ALL_SHOWN)
    FIRST_FOCUS = "count"
    DEFAULT_CSS = """
    VoteFace #vote { height: 9; }
    VoteFace #now { height: 4; }
    VoteFace.wide #vote { height: 12; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.shown = 0

    def panes(self) -> ComposeResult:
        """The votes, the count, what to do."""
        yield Pane("vote", focusable=False)
        yield Pane("count")
        yield Pane("now", marks=False, focusable=False)

    @property
    def stop(self) -> Stop | None:
        """The vote that is shown."""
        return self.look().stop

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Votes, count, guiding line."""
        look, stop = self.look(), self.stop
        if stop is None:
            return
        total = len(order(look, stop))
        cells = self.size.width
        yield "vote", vote(look, cells, stop, self.shown)
        yield "count", count(look, cells, stop, self.shown)
        rows: list[Row] = paragraph(self.say("vote-guide" if self.shown < total else "vote-guide-end"), cells)
        keys = [("next", "Enter", self.label("next"))] + ([("all", "a", self.label("all"))] if self.shown < total else [])
        spans = [Span(f" {self.signs.mark} ", "key")]
        for name, key, label in keys:
            spans += [Span(key, "key", f"do:{name}"), Span(f" {label}   ", "", f"do:{name}")]
        yield "now", Page(self.say("vote-now"), (*rows, Row(line(*spans))))

    def is_all_shown(self) -> bool:
        """Whether the last group has been shown."""
        return self.stop is None or self.shown >= len(order(self.look(), self.stop))

    def is_open(self, name: str) -> bool:
        """Everything at once only while something is left."""
        return not self.is_all_shown() if name == "all" else super().is_open(name)

    def do_next(self) -> None:
        """The next group; behind the last one the game goes on."""
        if self.is_all_shown():
            self.play.has_read()
            self.dismiss(None)
        else:
            self.shown += 1

    do_main = do_next

    def do_all(self) -> None:
        """Everything at once."""
        if self.stop is not None:
            self.shown = len(order(self.look(), self.stop))

    def do_back(self) -> None:
        """Escape shows everything first, then goes on: a vote is not missed by accident."""
        if self.is_all_shown():
            self.do_next()
        else:
            self.do_all()
