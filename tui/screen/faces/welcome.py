"""Welcome: what this is, and what can be started. The screen check comes once for each terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from tui.screen.app import terminal_name
from tui.screen.commands import NEXT, Command, command
from tui.screen.face import Face
from tui.screen.ink import BLANK, Page, Row, Span, beside, line, paragraph, row
from tui.screen.pane import Pane
from tui.screen.start import Plan, begin

ITEMS = ("learn", "new", "resume", "debrief", "about")


class WelcomeFace(Face):
    """The first face."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        NEXT, *(command(name, str(number)) for number, name in enumerate(ITEMS, 1)),
        command("drawn", "y", 70), command("ascii", "x", 69), command("leave", "q escape", 30),
    )  # fmt: skip
    FIRST_FOCUS = "body"

    def head(self) -> tuple[Span, ...]:
        """Name and language; a click on the other language switches."""
        other = {"en": "日本語", "ja": "English"}[self.ours.desk.language]
        name = line(Span(f" {self.say('screen-name')}  ", "strong"), self.say("face-welcome"))
        return beside(name, line(Span(f"e {other}", "key", "do:language"), " "), self.size.width)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """What can be started, and the screen check while it is due."""
        cells = self.size.width
        rows: list[Row] = [BLANK, *paragraph(self.say("welcome-what"), cells), BLANK]
        for number, item in enumerate(ITEMS, 1):
            name = Span(f" {self.say(f'welcome-{item}')}", "strong" if item == "learn" else "")
            rows += [row("   ", Span(str(number), "key"), name, key=item)]
            rows += paragraph(self.say(f"welcome-{item}-more"), cells, "      ", "soft")
        rows.append(BLANK)
        if self.is_check_due():
            rows += self.check(cells)
        rows += [BLANK, *paragraph(self.say("welcome-note"), cells, ink="soft")]
        yield "body", Page(self.say("welcome-title"), tuple(rows))

    def is_check_due(self) -> bool:
        """Whether this terminal has not been asked."""
        return terminal_name() not in self.ours.likes.drawn

    def check(self, cells: int) -> list[Row]:
        """Two lines that end in one column where drawn signs are one cell wide."""
        return [
            *paragraph(self.say("welcome-check"), cells),
            row("   |----+----|  ASCII"),
            row("   |◊∙=▸✓─━−─|  ◊∙=▸✓─━−─"),
            row("   ", Span("y", "key", "do:drawn"), Span(f" {self.label('drawn')}   ", "", "do:drawn"),
                Span("x", "key", "do:ascii"), Span(f" {self.label('ascii')}", "", "do:ascii")),
        ]  # fmt: skip

    def hint(self) -> str:
        """For who is new here."""
        return self.say("welcome-hint")

    def is_open(self, name: str) -> bool:
        """The answers to the screen check only while it is asked."""
        if name in ("drawn", "ascii"):
            return self.is_check_due()
        return super().is_open(name)

    def do_next(self) -> None:
        """Start what is chosen."""
        self.run(self.pane("body").chosen)

    do_main = do_next

    def chose(self, pane: Pane, key: str) -> None:
        """A second click."""
        self.run(key)

    def do_drawn(self) -> None:
        """Both lines end in one column."""
        self.ours.choose_signs(True)

    def do_ascii(self) -> None:
        """They do not: plain signs."""
        self.ours.choose_signs(False)

    def do_learn(self) -> None:
        """The first game."""
        begin(self.ours, Plan())

    def do_new(self) -> None:
        """Choose scenario and seats."""
        from tui.screen.faces.setup import SetupFace

        self.app.push_screen(SetupFace())

    def do_resume(self) -> None:
        """Records of games that are not over."""
        from tui.screen.faces.records import RecordsFace

        self.app.push_screen(RecordsFace(finished=False))

    def do_debrief(self) -> None:
        """Records of games that are over."""
        from tui.screen.faces.records import RecordsFace

        self.app.push_screen(RecordsFace(finished=True))

    def do_about(self) -> None:
        """What this rests on."""
        from tui.screen.faces.about import AboutFace

        self.app.push_screen(AboutFace())

    def do_leave(self) -> None:
        """Leave."""
        self.do_quit()

    do_back = do_leave
