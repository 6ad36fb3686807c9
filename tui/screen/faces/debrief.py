"""The debrief: ten views of a finished game, each drawn and as text. It is reckoned once, on a thread; keys work meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from tui.plain.house import house_lines
from tui.screen.commands import NEXT, Command, command
from tui.screen.face import GameFace
from tui.screen.ink import BLANK, Line, Page, Row, Span, beside, fit, line, paragraph, width_of
from tui.screen.look import Look
from tui.screen.overlay import Overlay
from tui.screen.pages.debrief_found import LaidOpen, lay_open
from tui.screen.pages.debrief_parts import View
from tui.screen.pages.debrief_views import DIGITS, VIEWS, view_list, view_of
from tui.screen.pane import Pane
from tui.wording import LANGUAGES, say

STYLE = """
    DebriefFace #views { width: 20; }
    DebriefFace #chart { height: 12fr; }
    DebriefFace #table { height: 8fr; }
    DebriefFace.wide #views { width: 26; }
"""


class DebriefFace(GameFace):
    """Views on the left; on the right the chosen one, drawn above and as a table below. `t` leaves the table alone."""

    class Reckoned(Message):
        """The game was laid open."""

        def __init__(self, laid: LaidOpen) -> None:
            self.laid = laid
            super().__init__()

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        NEXT, command("table-alone", "t", 70), command("versus", "v", 66), command("replay", "r", 64),
    )  # fmt: skip
    FIRST_FOCUS = "views"
    DEFAULT_CSS = STYLE

    def __init__(self) -> None:
        super().__init__()
        self.laid: LaidOpen | None = None
        self.base = "start"  # what values are held against
        self.is_alone = False  # the table without its drawing

    def panes(self) -> ComposeResult:
        """Views left, drawing and table right."""
        with Horizontal():
            yield Pane("views")
            with Vertical():
                yield Pane("chart", marks=False)
                yield Pane("table")

    def on_mount(self) -> None:
        """Reckon on a thread. The toolkit calls that of Face as well."""
        if self.play.game.is_over:
            game, whys = self.play.game, dict(self.play.turns.reasons)
            self.run_worker(lambda: self.post_message(self.Reckoned(lay_open(game, whys))), thread=True, group="debrief")

    def on_debrief_face_reckoned(self, message: Reckoned) -> None:
        """Show it."""
        self.laid = message.laid
        self.draw()

    # --- what it shows ---

    @property
    def view(self) -> View:
        """The chosen view."""
        return view_of(self.pane("views").chosen)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """The list, the drawing, the table."""
        look, view, laid = self.look(), self.view, self.laid
        chart, table = self.pane("chart"), self.pane("table")
        yield "views", view_list(look, self.pane("views").size.width)
        chart.display = laid is not None and view.chart is not None and not self.is_alone
        if laid is None:
            text = "views-reckoned" if self.play.game.is_over else "views-not-over"
            yield "table", Page(self.say(f"views-name-{view.name}"), tuple(paragraph(self.say(text), self.cells)))
            return
        if view.chart is not None and chart.display:
            yield "chart", view.chart(look, laid, self.cells, max(chart.space, 6), self.base)
        table.marks = view.behind is not None
        page = view.table(look, laid, self.cells, self.base)
        yield "table", with_house(page, look, self.cells) if view.name == "outcome" else page

    @property
    def cells(self) -> int:
        """Cells of the right side."""
        return max(self.size.width - (26 if self.is_wide else 20), 40)

    def head(self) -> Line:
        """What the game can be drawn again by, told after the end only; and that everything is seen."""
        left = [Span(f" {self.say('screen-name')}  ", "strong"), Span(self.say("views-head-title"), "strong")]
        if self.laid is None:
            return line(*left)
        bots = self.play.names.listed([self.play.names.party(self.play.names.seating.named(seat).party) for seat in self.play.styles])
        facts = [self.say("views-head-key", seed=str(self.laid.seed)), self.say("views-head-rules", rules=self.laid.rules)]
        left += [Span(f"  {text}") for text in facts]
        right = self.say("views-head-bots", bots=bots) if bots else self.say("views-head-all")
        if width_of(left) + cell_len(right) + 3 > self.size.width:
            right = self.say("views-head-all")
        return beside(tuple(left), (Span(f" {right} ", "own"),), self.size.width)

    def hint_lines(self) -> list[Line]:
        """What was said; else that this is no forecast, in every language."""
        if self.said:
            return super().hint_lines()
        own = self.play.names.language
        ordered = (own, *(language for language in LANGUAGES if language != own))
        return [line(" ", Span(fit(say(language, "report-note"), self.size.width - 2), "soft")) for language in ordered]

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """Whether a command works now."""
        if name == "next":
            return self.laid is not None and (self.is_in_views or (self.view.behind is not None and bool(self.pane("table").chosen)))
        if name == "versus":
            return self.laid is not None and self.view.name == "outcome" and self.laid.debrief.yardsticks.history is not None
        if name == "table-alone":
            return self.laid is not None and self.view.chart is not None
        return super().is_open(name)

    def label(self, name: str) -> str:
        """What the keys do here."""
        return self.say("views-key-next") if name == "next" else super().label(name)

    @property
    def is_in_views(self) -> bool:
        """Whether the list of views has the focus."""
        return self.focused_pane is self.pane("views")

    def typed_other(self, word: str) -> bool:
        """A digit chooses a view."""
        if len(word) == 1 and word in DIGITS:
            self.open_view(VIEWS[DIGITS.index(word)].name)
            return True
        return False

    def open_view(self, name: str) -> None:
        """Show a view from its beginning."""
        self.pane("views").choose(name)
        self.from_the_top()
        self.draw()

    def from_the_top(self) -> None:
        """Another view begins at its first row."""
        for id in ("chart", "table"):
            self.pane(id).top, self.pane(id).chosen = 0, ""

    def moved(self, pane: Pane, key: str) -> None:
        """Another view was chosen."""
        if pane.id == "views":
            self.from_the_top()

    def chose(self, pane: Pane, key: str) -> None:
        """A second click: on a view its table gets the focus; on a row what is behind it opens."""
        if pane.id == "views":
            self.pane("table").focus()
        elif pane.id == "table":
            self.open_behind()

    def do_next(self) -> None:
        """From the list into the table; from a row to what is behind it."""
        if self.is_in_views:
            self.pane("table").focus()
        else:
            self.open_behind()

    do_main = do_next

    def open_behind(self) -> None:
        """What is behind the chosen row."""
        key, view = self.pane("table").chosen, self.view
        if self.laid is not None and view.behind is not None and key:
            look = self.look()
            self.ours.push_screen(BehindFace(self.say("views-behind-title"), view.behind(look, self.laid, key)))

    def do_table_alone(self) -> None:
        """The table without its drawing, or both."""
        self.is_alone = not self.is_alone
        self.call_after_refresh(self.draw)

    def do_versus(self) -> None:
        """Hold the values against the start, or against what really happened."""
        self.base = "real" if self.base == "start" else "start"

    def do_replay(self) -> None:
        """The game again, line by line."""
        self.ours.show_sheet("replay")

    def do_back(self) -> None:
        """Out."""
        self.dismiss(None)


class BehindFace(Overlay, GameFace):
    """What is behind a row of a table: sentences in a box."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)

    def __init__(self, title: str, texts: Sequence[str]) -> None:
        super().__init__()
        self.title_text, self.texts = title, tuple(texts)

    def page(self) -> Page:
        """The sentences, the first one stressed."""
        rows: list[Row] = []
        for number, text in enumerate(self.texts):
            indent = " " * (1 + len(text) - len(text.lstrip()))
            rows += paragraph(text.lstrip(), self.cells, indent, "strong" if number == 0 else "")
        return Page(self.title_text, tuple(rows))

    def is_open(self, name: str) -> bool:
        """Whether a command works now: the numbers here are told, not asked."""
        return name != "why" and super().is_open(name)

    def label(self, name: str) -> str:
        """What the keys do here."""
        return self.say("views-key-close") if name == "next" else super().label(name)

    def hint(self) -> str:
        """Nothing: the box speaks for itself."""
        return ""

    def do_next(self) -> None:
        """Close it."""
        self.dismiss(None)

    do_main = do_next


def with_house(page: Page, look: Look, cells: int) -> Page:
    """The page with the house rules below, where there are some."""
    lines = [row for text in house_lines(look.names) for row in paragraph(text, cells)]
    return replace(page, rows=(*page.rows, BLANK, *lines)) if lines else page
