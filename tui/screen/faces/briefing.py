"""The briefing: six chapters, read with left and right or by their number. At the public table only what is public."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from tui.screen.commands import Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.pages.briefing import CHAPTERS, briefing, chapters_of
from tui.screen.pane import Pane


class BriefingFace(GameFace):
    """chapter: the one that is opened first."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        command("main", "f9 ctrl+enter ctrl+j", 90), command("next-chapter", "enter", 80), command("last-chapter", "left", 60), command("chapter", "right", 60),
    )  # fmt: skip
    FIRST_FOCUS = "body"

    def __init__(self, chapter: str = "1") -> None:
        super().__init__()
        self.chapter = chapter if chapter in CHAPTERS else CHAPTERS[0]

    def pages(self) -> Iterable[tuple[str, Page]]:
        """The chapter."""
        look = self.look()
        found = chapters_of(look)
        if self.chapter not in found:
            self.chapter = found[0]
        yield "body", briefing(look, self.chapter, self.size.width)

    @property
    def at(self) -> int:
        """The position of the chapter among those that may be read."""
        return chapters_of(self.look()).index(self.chapter) if self.chapter in chapters_of(self.look()) else 0

    def is_last(self) -> bool:
        """Whether nothing comes behind it."""
        return self.at == len(chapters_of(self.look())) - 1

    def label(self, name: str) -> str:
        """The main act closes it."""
        return self.say("brief-close") if name == "main" or (name == "next-chapter" and self.is_last()) else super().label(name)

    def is_open(self, name: str) -> bool:
        """Whether a command works now."""
        if name == "last-chapter":
            return self.at > 0
        if name == "chapter":
            return not self.is_last()
        if name == "why":
            return any(each.why for each in self.pane("body").page.rows)
        return super().is_open(name)

    def typed_other(self, word: str) -> bool:
        """A digit is a chapter."""
        if word in chapters_of(self.look()):
            self.open(word)
            return True
        return False

    def open(self, chapter: str) -> None:
        """Read a chapter from its beginning."""
        self.chapter = chapter
        pane = self.pane("body")
        pane.top, pane.chosen = 0, ""
        self.draw()

    def step(self, by: int) -> None:
        """A chapter before or behind."""
        found = chapters_of(self.look())
        self.open(found[max(0, min(len(found) - 1, self.at + by))])

    def hit(self, pane: Pane, kind: str, what: str) -> None:
        """A click on the name of a chapter."""
        if kind == "chapter":
            self.open(what)

    def chose(self, pane: Pane, key: str) -> None:
        """A second click on a number: why."""
        if self.is_open("why"):
            self.run("why")

    # --- commands ---

    def do_main(self) -> None:
        """It is read."""
        self.dismiss(None)

    def do_next_chapter(self) -> None:
        """The next chapter; behind the last one the briefing is read."""
        if self.is_last():
            self.dismiss(None)
        else:
            self.step(1)

    def do_last_chapter(self) -> None:
        """The chapter before."""
        self.step(-1)

    def do_chapter(self) -> None:
        """The chapter behind."""
        self.step(1)
