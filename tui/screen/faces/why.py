"""Why: a number with what it is made of; the terms add up exactly, each with its place and where it comes from."""

from __future__ import annotations

from typing import ClassVar

from sim.errors import RuleBroken
from tui.plain.names import refusal
from tui.plain.why import why_lines
from tui.screen.commands import Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Page, Row, paragraph
from tui.screen.overlay import Overlay


class WhyFace(Overlay, GameFace):
    """A reason. names: of the numbers of the line it was asked on; `w` goes from one to the next."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (command("why", "w f8", 60),)

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.asked, self.at = names, 0

    def page(self) -> Page:
        """The reason, indented."""
        name = self.asked[self.at]
        try:
            lines = list(why_lines(self.play.names, self.play.explain(name)))
        except RuleBroken as broken:
            lines = [refusal(self.play.names, broken)]
        rows: list[Row] = []
        for text in lines:
            indent = " " * (1 + len(text) - len(text.lstrip()))
            rows += paragraph(text.strip(), self.cells, indent)
        return Page(self.say("face-why"), tuple(rows))

    def do_why(self) -> None:
        """The next number of the line."""
        self.at = (self.at + 1) % len(self.asked)
