"""Overlay: a box over the face below it, with one pane and its own key bar. And Ask: a question that has to be answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.screen.bars import Bar
from tui.screen.commands import Command, command
from tui.screen.face import Face
from tui.screen.ink import BLANK, Page, Row, Span, paragraph, row
from tui.screen.pane import Pane


class Overlay(Face, ModalScreen[object]):
    """A box. BOX_CELLS: its width. Its height is that of its page, as far as the screen goes."""

    BOX_CELLS: ClassVar[int] = 76
    HAS_HEAD: ClassVar[bool] = False
    FIRST_FOCUS: ClassVar[str] = "body"
    DEFAULT_CSS = """
    Overlay { align: center middle; background: $background 40%; }
    Overlay #box { width: 78; height: auto; max-height: 100%; border: heavy $foreground; background: $background; }
    Overlay #box Pane { height: 1fr; }
    Overlay #box Bar { height: 1; }
    Overlay.small #box { display: block; width: 100%; }
    """

    def compose(self) -> ComposeResult:
        """One pane in a box, with the hint and the keys."""
        with Vertical(id="box"):
            yield Pane("body")
            yield Bar("hint")
            yield Bar("keys")

    @property
    def cells(self) -> int:
        """Cells inside the box."""
        return min(self.BOX_CELLS, self.size.width - 2)

    @property
    def bar_cells(self) -> int:
        """Cells of hint and key bar."""
        return self.cells

    def page(self) -> Page:
        """What the box shows."""
        raise NotImplementedError

    def pages(self) -> Iterable[tuple[str, Page]]:
        """The one page."""
        return [("body", self.page())]

    def draw(self) -> None:
        """Draw, in a box that is as high as its page."""
        if not self.is_mounted or not self.is_current:
            return
        page = self.page()
        box = self.query_one("#box", Vertical)
        box.styles.width = self.cells + 2
        box.styles.height = min(len(page.rows) + 4 + len(self.hint_lines()), self.size.height)
        self.pane("body").show(page, self.signs)
        self.query_one("#hint", Bar).put(*self.hint_lines())
        self.query_one("#keys", Bar).put(self.key_line())

    def key_line(self) -> tuple[Span, ...]:
        """The key bar, as wide as the box."""
        from tui.screen.bars import Key, key_line

        keys = [self.key_of(each) for each in self.bar()]
        return key_line(keys, Key("help", "?", self.say("key-all-keys"), 100), self.cells)


class Ask(Overlay):
    """A question before something that cannot be withdrawn. The safe answer has the focus; verbs on the buttons, no yes and no.

    Gives back True for the act, False otherwise. Every sentence comes from who asks.
    """

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (command("next", "enter", 85),)

    def __init__(self, title: str, text: Sequence[str], act: str, keep: str) -> None:
        super().__init__()
        self.title_text, self.text, self.act_label, self.keep_label = title, tuple(text), act, keep

    def page(self) -> Page:
        """The question and two rows to choose from."""
        rows: list[Row] = []
        for part in self.text:
            rows += paragraph(part, self.cells) if part else [BLANK]
        rows += [
            BLANK,
            row("   ", Span(f"[ {self.keep_label} ]  Esc", "", "do:back"), key="keep"),
            row("   ", Span(f"[ {self.act_label} ]  F9", "", "do:main"), key="act"),
        ]
        return Page(self.title_text, tuple(rows))

    def label(self, name: str) -> str:
        """The verbs of this question."""
        return {"main": self.act_label, "back": self.keep_label}.get(name) or super().label(name)

    def do_main(self) -> None:
        """Do it."""
        self.dismiss(True)

    def do_back(self) -> None:
        """Leave it."""
        self.dismiss(False)

    def do_next(self) -> None:
        """What is chosen."""
        self.dismiss(self.pane("body").chosen == "act")
