"""The faces of the lab: figures on six pages, the levels of an issue, the games behind a figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult

from tui.lab.figures import Figures
from tui.lab.pages import head
from tui.lab.pages.parts import Draw
from tui.lab.words import Words
from tui.screen.bars import Bar
from tui.screen.commands import NEXT, Command, command
from tui.screen.face import Face
from tui.screen.ink import Line, Page, Row, Span, line, paragraph, row
from tui.screen.pages.reach import reachable
from tui.screen.pane import Pane

if TYPE_CHECKING:
    from tui.lab.app import LabApp
    from tui.lab.which import One
    from tui.seated import Seated

MOST_LISTED = 200  # games that are listed on the screen
BELOW, BELOW_WIDE = 5, 7  # lines of the pane below
LEVELS, LEVELS_WIDE = 8, 10  # the same where the levels of an issue stand there


class LabPage(Face):
    """A face that draws from figures."""

    @property
    def lab(self) -> LabApp:
        """The program."""
        return cast("LabApp", self.app)

    @property
    def figures(self) -> Figures | None:
        """The figures, None before there are any."""
        return self.lab.figures

    def drawing(self, figures: Figures) -> Draw:
        """What pages are drawn from."""
        return Draw(figures, Words(self.ours.desk.language), self.signs, self.size.width)

    def head(self) -> Line:
        """Scenario, games, seed, rules."""
        figures = self.figures
        if figures is None:
            return line(Span(f" {self.say('lab-title')}  ", "strong"), self.lab.plan.name)
        return head.title(self.drawing(figures))

    def hint(self) -> str:
        """What came of the last save; why the games are interpreted."""
        figures = self.figures
        if figures is None:
            return ""
        draw = self.drawing(figures)
        return head.news(draw) or head.why_slow(draw)

    def open_games(self, key: str) -> None:
        """The games behind a figure; of an issue its levels first."""
        figures = self.figures
        if figures is None:
            return
        id, _, style = key.partition("/")
        group, _, rest = id.partition(".")
        if group == "finding":
            from tui.lab.pages.found import measure_behind

            id = measure_behind(figures, rest)
        if id in figures.measures:
            self.app.push_screen(WhichFace(id, style))
        elif group == "level":
            self.app.push_screen(IssueFace(rest))
        else:
            self.tell(self.say("lab-which-not"))


class LabFace(LabPage):
    """The figures. Digits and Tab open pages, Enter asks which games stand behind the chosen figure."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        NEXT, command("lab-next", "tab", 82), command("more-games", "m", 80), command("new-seed", "s", 78), command("leave", "q escape", 76),
        *(command(f"lab{number}", str(number), 0) for number in range(1, len(head.PAGES) + 1)),
    )  # fmt: skip
    FIRST_FOCUS = "body"
    DEFAULT_CSS = """
    LabFace #below { height: 5; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.at = head.PAGES[0]
        self.chosen: dict[str, str] = {}  # by page

    def panes(self) -> ComposeResult:
        """What always stands there, the pages by name, the page, and what the chosen figure means."""
        yield Bar("facts")
        yield Bar("tabs")
        yield Pane("body", has_title=False)
        yield Pane("below", marks=False, focusable=False)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """All of them."""
        figures = self.figures
        if figures is None:
            yield "body", Page("", tuple(paragraph(self.say("lab-loading"), self.size.width)))
            return
        draw = self.drawing(figures)
        yield "facts", Page("", (Row(head.under(draw)),))
        yield "tabs", Page("", (Row(head.tabs(draw, self.at)),))
        if not figures.games:
            yield "body", Page("", tuple(paragraph(self.say("lab-no-games-yet"), self.size.width)))
            return
        body = self.pane("body")
        self.pane("below").styles.height = self.lines_below()
        page = Page("", tuple(reachable(rows_of(draw, self.at))))
        body.show(page, self.signs)
        yield "body", page
        from tui.lab.pages.about import about

        yield "below", replace(about(draw, body.chosen), note=body.more())

    def lines_below(self) -> int:
        """Lines for what the chosen figure means."""
        if self.at == "levels":
            return LEVELS_WIDE if self.is_wide else LEVELS
        return BELOW_WIDE if self.is_wide else BELOW

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """Whether a command works now."""
        if name in ("back", "why", "words", "table"):
            return False
        if name in ("next", "more-games", "new-seed") and self.figures is None:
            return False
        if name.startswith("lab") and name[3:].isdigit():
            return True
        return super().is_open(name)

    def run(self, name: str) -> bool:
        """Digits open pages."""
        if name.startswith("lab") and name[3:].isdigit():
            self.said = ""
            self.open_page(head.PAGES[int(name[3:]) - 1])
            return True
        return super().run(name)

    def open_page(self, name: str) -> None:
        """Another page, at the figure that was chosen there last."""
        body = self.pane("body")
        self.chosen[self.at] = body.chosen
        self.at, body.top = name, 0
        body.chosen = self.chosen.get(name, "")
        self.draw()

    def label(self, name: str) -> str:
        """The key that plays on stops as well."""
        if name == "next":
            return self.say("key-which-games")
        if name == "more-games" and self.lab.goes_on:
            return self.say("key-stop-games")
        return super().label(name)

    def do_lab_next(self) -> None:
        """The next page."""
        self.open_page(head.PAGES[(head.PAGES.index(self.at) + 1) % len(head.PAGES)])

    def do_next(self) -> None:
        """Which games?"""
        self.open_games(self.pane("body").chosen)

    def do_more_games(self) -> None:
        """Go on, or stop."""
        self.lab.ask_more()

    def do_new_seed(self) -> None:
        """Other seeds."""
        self.lab.ask_seed()

    def do_leave(self) -> None:
        """Leave the lab."""
        self.app.exit(0)

    do_quit = do_leave


def rows_of(draw: Draw, page: str) -> list[Row]:
    """The rows of a page by its name."""
    from tui.lab.pages import bots, cards, endings, found, levels, overview

    drawn = {
        "overview": overview.overview,
        "endings": endings.endings,
        "levels": levels.levels,
        "cards": cards.cards,
        "bots": bots.bots,
        "findings": found.found,
    }
    return drawn[page](draw)


class IssueFace(LabPage):
    """The levels of one issue."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, command("back", "escape q", 20))
    FIRST_FOCUS = "body"

    def __init__(self, issue: str) -> None:
        super().__init__()
        self.issue = issue

    def pages(self) -> Iterable[tuple[str, Page]]:
        """A level a row."""
        from tui.lab.pages.levels import level_rows

        figures = self.figures
        issue = None if figures is None else next((each for each in figures.scenario.issues if each.id == self.issue), None)
        if figures is None or issue is None:
            yield "body", Page("", ())
            return
        _, *rows = level_rows(self.drawing(figures), issue)
        yield "body", Page(f"{issue.id} {issue.label[self.ours.desk.language]}", tuple(rows))

    def is_open(self, name: str) -> bool:
        """No number here has a why of its own."""
        return name not in ("why", "table") and super().is_open(name)

    def do_next(self) -> None:
        """Which games?"""
        self.open_games(self.pane("body").chosen)


class WhichFace(LabPage):
    """The games behind a figure, as they were when it was opened. style: only those in which the first side's bots have it."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, command("back", "escape q", 20))
    FIRST_FOCUS = "body"

    def __init__(self, measure: str, style: str = "") -> None:
        super().__init__()
        self.measure, self.style = measure, style
        self.games: list[One] = []
        self.taken: Figures | None = None

    def on_mount(self) -> None:
        """Note the games. The toolkit calls that of Face as well."""
        from tui.lab.which import games_with

        self.taken = self.figures
        if self.taken is not None and self.measure in self.taken.measures:
            games = games_with(self.taken.found, self.taken.measures[self.measure])
            self.games = [each for each in games if self.style in ("", each.styles[0])]

    def pages(self) -> Iterable[tuple[str, Page]]:
        """A game a row."""
        from tui.lab.text import game_text

        figures = self.taken
        if figures is None or self.measure not in figures.measures:
            yield "body", Page("", ())
            return
        words = Words(self.ours.desk.language)
        rows = [row("  ", game_text(figures, words, self.measure, each), key=str(each.index)) for each in self.games[:MOST_LISTED]]
        if not rows:
            rows = paragraph(self.say("lab-which-none"), self.size.width)
        elif len(self.games) > MOST_LISTED:
            rows.append(row("  ", Span(self.say("lab-which-rest", count=len(self.games) - MOST_LISTED), "soft")))
        label = words.label(figures, self.measure)
        yield "body", Page(self.say("lab-which", label=label, count=len(self.games), games=figures.games), tuple(rows))

    def is_open(self, name: str) -> bool:
        """Whether a command works now."""
        if name == "next":
            return bool(self.games)
        return name not in ("why", "table") and super().is_open(name)

    def label(self, name: str) -> str:
        """What Enter opens."""
        return self.say("key-open-game") if name == "next" else super().label(name)

    def do_next(self) -> None:
        """Play the game again at the table, keep it, and look back on it."""
        figures, index = self.taken, int(self.pane("body").chosen or -1)
        if figures is None or index < 0:
            return

        def set_up() -> Seated:
            from tui.apart import scenario_of_text
            from tui.commands.resume import played_again
            from tui.lab.which import record_of

            return played_again(record_of(figures.scenario, figures.found.sweep, index), scenario_of_text)

        self.ours.seat_down(set_up, look_back=True)
