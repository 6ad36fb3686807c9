"""Words: the glossary of the game in both languages; without a game, that of the first one that is offered."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from sim.domain import Word
from tui.screen.commands import Command, command
from tui.screen.face import Face
from tui.screen.field import Field
from tui.screen.ink import Page, Row, paragraph
from tui.screen.pages.reach import END
from tui.screen.pages.words import words_rows
from tui.screen.pane import Pane

MOVES = ("up", "down", "pageup", "pagedown")


class WordsFace(Face):
    """The words, and a field to look for one."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        command("find", "/ f4", 80), command("next", "enter", 0), command("back", "escape", 70), command("words", "g", 0),
    )  # fmt: skip
    FIRST_FOCUS = "body"

    def panes(self) -> ComposeResult:
        """The words under a field."""
        yield Field("find", self.say("wordlist-find"))
        yield Pane("body")

    @property
    def language(self) -> str:
        """The language of who looks."""
        return self.ours.play.names.language if self.ours.play is not None else self.ours.desk.language

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence in the language of who looks."""
        return self.ours.play.names.say(code, **facts) if self.ours.play is not None else super().say(code, **facts)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """The words that fit."""
        field = self.query_one("#find", Field)
        field.placeholder = self.say("wordlist-find")
        glossary = self.glossary()
        rows: list[Row] = words_rows(glossary, self.language, min(self.size.width, 110), field.value)
        count = sum(1 for each in rows if each.key and each.key != END)
        if not rows:
            rows = paragraph(self.say("wordlist-none", text=field.value) if glossary else self.say("wordlist-empty"), self.size.width)
        yield "body", Page(self.say("face-words"), tuple(rows), self.say("wordlist-count", count=count))

    def glossary(self) -> tuple[Word, ...]:
        """The words of the game at the table, else of the first one offered."""
        return self.ours.play.names.scenario.glossary if self.ours.play is not None else first_glossary()

    def label(self, name: str) -> str:
        """Escape first empties the field."""
        return self.say("wordlist-clear") if name == "back" and self.query_one("#find", Field).value else super().label(name)

    def is_open(self, name: str) -> bool:
        """Enter leaves the field; the words are open already."""
        if name == "next":
            return isinstance(self.focused, Field)
        return name != "words" and super().is_open(name)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Something else is looked for."""
        message.stop()
        self.pane("body").top = 0
        self.draw()

    def typed_other(self, word: str) -> bool:
        """Arrows move among the words from within the field, too."""
        if word not in MOVES:
            return False
        pane = self.pane("body")
        step = max(pane.space - 1, 1) if word.startswith("page") else 1
        pane.move(-step if word in ("up", "pageup") else step)
        return True

    # --- commands ---

    def do_find(self) -> None:
        """Into the field."""
        self.query_one("#find", Field).focus()

    def do_next(self) -> None:
        """Out of the field, to the words."""
        self.pane("body").focus()

    def do_back(self) -> None:
        """Empty the field; an empty one leaves the words."""
        field = self.query_one("#find", Field)
        if field.value:
            field.value = ""
            self.pane("body").focus()
        else:
            self.dismiss(None)


@lru_cache(maxsize=1)
def first_glossary() -> tuple[Word, ...]:
    """The words of the first game; none where it cannot be read."""
    from sim.errors import Broken
    from tui.apart import scenario
    from tui.commands.play import first_game

    try:
        return scenario(first_game()).glossary
    except (Broken, OSError):
        return ()
