"""Why: a number with what it is made of; the terms add up exactly, each with its place and where it comes from."""

from __future__ import annotations

from typing import ClassVar

from sim.errors import RuleBroken
from sim.table.reason import Reason
from tui.plain.names import refusal
from tui.screen.commands import NEXT, Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Page, Row, paragraph
from tui.screen.overlay import Overlay
from tui.screen.pages.rule_lines import Lines, rule_lines, standing_at
from tui.screen.pages.why import Level, node_at, title_of, trail_row, why_rows
from tui.screen.pane import Pane


class WhyFace(Overlay, GameFace):
    """A reason. names: of the numbers of the line it was asked on; `w` goes from one to the next, Enter one level deeper."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        NEXT, command("why", "w f8", 75), command("rule-line", "o f4", 70), command("back", "escape backspace", 65),
    )  # fmt: skip

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.asked, self.at = names, 0
        self.trail: list[Level] = []
        self.lines: Lines | None = None  # rule lines that are read now, over the trail
        self.refused = ""
        self.places: list[str] = []  # rows that were chosen further up

    def on_mount(self) -> None:
        """The first number is asked."""
        self.ask()

    def ask(self) -> None:
        """Ask for the number it stands at."""
        self.trail, self.lines, self.refused, self.places = [], None, "", []
        try:
            self.trail = [Level.of(self.asked[self.at], self.play.explain(self.asked[self.at]))]
        except RuleBroken as broken:
            self.refused = refusal(self.play.names, broken)

    # --- what it shows ---

    def page(self) -> Page:
        """The number, or the lines of a rule, under the trail."""
        look = self.look()
        note = f"{self.at + 1}/{len(self.asked)}" if len(self.asked) > 1 else ""
        if not self.trail:
            return Page(self.say("face-why"), tuple(paragraph(self.refused, self.cells)), note)
        lines, now = self.lines, self.trail[-1]
        over = self.trail if lines is not None else self.trail[:-1]
        rows: list[Row] = [trail_row(look, over, self.cells)] if over else []
        if lines is not None:
            return Page(self.say("reason-lines-title", place=lines.place), (*rows, *rule_lines(look, lines, self.cells)))
        return Page(title_of(look, now), (*rows, *why_rows(look, now, self.pane("body").chosen, self.cells)), note)

    def label(self, name: str) -> str:
        """What the keys do here."""
        return self.say(f"reason-key-{name}") if name in ("why", "next") else super().label(name)

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """Whether a command works now."""
        if name == "why":
            return len(self.asked) > 1
        if name in ("next", "main"):
            return bool(self.trail) and self.lines is None and self.deeper() is not None
        if name == "rule-line":
            return bool(self.trail) and self.lines is None and bool(self.node().place)
        return super().is_open(name)

    def node(self) -> Reason:
        """The chosen term."""
        return node_at(self.trail[-1], self.pane("body").chosen)

    def deeper(self) -> Level | Lines | None:
        """What lies below the chosen term: its parts, the number it is, or its line in a rule file."""
        now, node = self.trail[-1], self.node()
        if node is now.reason:
            return self.lines_of(node)
        if node.children:
            return Level(now.name, node, now.hundredths, is_term=True)
        if node.what and node.what not in [level.reason.what for level in self.trail]:
            name = f"{node.what} {now.terms}".strip() if node.what.startswith("vote ") else node.what
            try:
                return Level.of(name, self.play.explain(name))
            except RuleBroken:
                return self.lines_of(node)
        return self.lines_of(node)

    def lines_of(self, node: Reason) -> Lines | None:
        """The place of a term in a rule file."""
        if not node.place:
            return None
        rule = str(dict(node.facts).get("rule") or "") or standing_at(self.play.names.scenario, node.place)[1]
        return Lines(node.place, rule)

    def do_next(self) -> None:
        """One level deeper."""
        found = self.deeper()
        if isinstance(found, Lines):
            self.open_lines(found)
        elif found is not None:
            self.places.append(self.pane("body").chosen)
            self.trail.append(found)
            self.show_from("term0")

    do_main = do_next

    def do_rule_line(self) -> None:
        """The line of the chosen term in its rule file."""
        found = self.lines_of(self.node())
        if found is not None:
            self.open_lines(found)

    def open_lines(self, lines: Lines) -> None:
        """Read the lines of a rule, from the one that is meant on."""
        self.places.append(self.pane("body").chosen)
        self.lines = lines
        self.show_from(lines.key)

    def do_back(self) -> None:
        """One level up; from the top, away."""
        if self.lines is not None:
            self.lines = None
        elif len(self.trail) > 1:
            self.trail.pop()
        else:
            self.dismiss(None)
            return
        self.show_from(self.places.pop() if self.places else "term0")

    def do_why(self) -> None:
        """The next number of the line it was asked on."""
        self.at = (self.at + 1) % len(self.asked)
        self.ask()
        self.show_from("term0")

    def show_from(self, key: str) -> None:
        """Another page: a row of it is chosen."""
        pane = self.pane("body")
        pane.top, pane.chosen = 0, key
        pane.show(self.page(), self.signs, chosen=key)
        self.draw()

    def hit(self, pane: Pane, kind: str, what: str) -> None:
        """A click on a place opens the file there."""
        if kind == "place" and self.trail:
            found = self.lines_of(node_at(self.trail[-1], what))
            if found is not None:
                self.open_lines(found)

    def chose(self, pane: Pane, key: str) -> None:
        """A second click on a term is Enter."""
        if self.is_open("next"):
            self.run("next")
