"""Pane: a titled page with rows that can be chosen. One widget draws everything, one line at a time, so a key costs little."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Key, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.ink import INKS, Line, Page, Row, Span, fit_line, width_of
from tui.screen.signs import DRAWN, Signs


class Pane(Widget, can_focus=True):
    """A page on the screen. has_title: whether its first line is a titled rule; marks: whether the chosen row is marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"pane--{ink}" for ink in INKS}
    DEFAULT_CSS = """
    Pane { height: 1fr; width: 1fr; color: $foreground; background: $background; }
    Pane > .pane--strong { text-style: bold; }
    Pane > .pane--soft { color: $foreground-muted; }
    Pane > .pane--own { color: $primary; text-style: bold; }
    Pane > .pane--other { color: $secondary; text-style: bold; }
    Pane > .pane--good { color: $success; }
    Pane > .pane--bad { color: $error; }
    Pane > .pane--warn { color: $warning; text-style: bold; }
    Pane > .pane--key { color: $accent; text-style: bold; }
    Pane > .pane--line { color: $foreground-muted; }
    Pane > .pane--chosen { text-style: reverse; }
    Pane > .pane--hint { color: $accent; }
    Pane > .pane--flash { text-style: bold underline; }
    """

    class Moved(Message):
        """Another row is the chosen one."""

        def __init__(self, pane: Pane, key: str) -> None:
            self.pane, self.key = pane, key
            super().__init__()

    class Chosen(Message):
        """Enter, or a second click, on a row."""

        def __init__(self, pane: Pane, key: str) -> None:
            self.pane, self.key = pane, key
            super().__init__()

    class Hit(Message):
        """A click on something that does something."""

        def __init__(self, pane: Pane, hit: str) -> None:
            self.pane, self.hit = pane, hit
            super().__init__()

    def __init__(self, id: str, has_title: bool = True, marks: bool = True, focusable: bool = True) -> None:
        super().__init__(id=id)
        self.page = Page("")
        self.signs: Signs = DRAWN
        self.has_title, self.marks = has_title, marks
        self.can_focus = focusable
        self.chosen = ""
        self.top = 0
        self.inks: dict[str, Style] = {}

    # --- what it shows ---

    def show(self, page: Page, signs: Signs | None = None, chosen: str | None = None) -> None:
        """Show a page. The chosen row stays where its key is still there. chosen: choose this row instead."""
        signs = signs or self.signs
        before = self.chosen
        if chosen is not None:
            self.chosen = chosen
        keys = [each.key for each in page.rows if each.key]
        if self.chosen not in keys:
            self.chosen = keys[0] if keys else ""
        if page == self.page and signs is self.signs and before == self.chosen:
            return
        self.page, self.signs = page, signs
        self.keep_in_sight()
        self.refresh()

    @property
    def row(self) -> Row | None:
        """The chosen row."""
        return next((each for each in self.page.rows if each.key and each.key == self.chosen), None)

    @property
    def space(self) -> int:
        """Lines there are for rows."""
        return max(self.size.height - int(self.has_title), 0)

    def keep_in_sight(self) -> None:
        """Scroll so that the chosen row is seen."""
        space = self.space
        most = max(len(self.page.rows) - space, 0)
        at = self.place_of(self.chosen)
        if at is not None and space:
            if at < self.top:
                self.top = at if at > 2 else 0
            elif at >= self.top + space:
                self.top = at - space + 1
        self.top = max(0, min(self.top, most))

    def place_of(self, key: str) -> int | None:
        """The position of a row by its key."""
        return next((at for at, each in enumerate(self.page.rows) if each.key and each.key == key), None)

    def on_resize(self) -> None:
        """Other lines may be in sight."""
        self.keep_in_sight()
        self.refresh()

    # --- choosing ---

    def move(self, by: int) -> None:
        """Choose a row further down or up; a page without rows to choose scrolls."""
        keys = [each.key for each in self.page.rows if each.key]
        if not keys:
            self.scroll_by(by)
            return
        at = keys.index(self.chosen) if self.chosen in keys else 0
        self.choose(keys[max(0, min(len(keys) - 1, at + by))])

    def choose(self, key: str) -> None:
        """Choose a row."""
        if key != self.chosen and self.place_of(key) is not None:
            self.chosen = key
            self.keep_in_sight()
            self.refresh()
            self.post_message(self.Moved(self, key))

    def scroll_by(self, by: int) -> None:
        """Other rows come into sight; the chosen one stays chosen."""
        most = max(len(self.page.rows) - self.space, 0)
        self.top = max(0, min(most, self.top + by))
        self.refresh()

    def on_key(self, event: Key) -> None:
        """Arrows and pages move within the pane."""
        steps = {"up": -1, "down": 1, "pageup": -max(self.space - 1, 1), "pagedown": max(self.space - 1, 1)}
        if event.key in steps:
            event.stop()
            self.move(steps[event.key])

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel moves what lies under it."""
        event.stop()
        self.scroll_by(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel moves what lies under it."""
        event.stop()
        self.scroll_by(-3)

    def on_click(self, event: Click) -> None:
        """A click chooses; on the chosen row, or on something that does something, it acts."""
        event.stop()
        found = self.row_at(event.y)
        if found is None:
            return
        hit = hit_at(found.line, event.x)
        was_chosen = found.key == self.chosen
        if found.key:
            self.choose(found.key)
        if hit:
            self.post_message(self.Hit(self, hit))
        elif found.key and was_chosen:
            self.post_message(self.Chosen(self, found.key))

    def row_at(self, y: int) -> Row | None:
        """The row on a line of the pane."""
        at = y - int(self.has_title) + self.top
        return self.page.rows[at] if y >= int(self.has_title) and 0 <= at < len(self.page.rows) else None

    # --- drawing ---

    def notify_style_update(self) -> None:
        """Another theme: inks are mixed anew."""
        self.inks = {}
        super().notify_style_update()

    def ink(self, name: str) -> Style:
        """The style of an ink."""
        if name not in self.inks:
            style = self.rich_style
            for part in name.split():
                style += self.get_component_rich_style(f"pane--{part}", partial=True)
            self.inks[name] = style
        return self.inks[name]

    def render_line(self, y: int) -> Strip:
        """One line."""
        cells = self.size.width
        if self.has_title and y == 0:
            return self.strip(title_line(self.page, self.signs, cells, self.has_focus, self.more()), cells)
        found = self.row_at(y)
        if found is None:
            return self.strip((), cells)
        spans = fit_line(found.line, cells)
        if found.key and found.key == self.chosen and self.marks:
            spans = marked(spans, self.signs.mark)
            if self.has_focus:
                return self.strip(spans, cells, "chosen")
        return self.strip(spans, cells)

    def more(self) -> str:
        """Which rows are in sight, where not all are."""
        count, space = len(self.page.rows), self.space
        return f"{self.top + 1}-{min(self.top + space, count)}/{count}" if count > space > 0 else ""

    def strip(self, spans: Iterable[Span], cells: int, over: str = "") -> Strip:
        """Spans as a strip of the pane's width. over: an ink on all of them."""
        inks = (("strong" if span.ink and over else span.ink, span.text) for span in spans)  # a reversed row has one colour
        segments = [Segment(text, self.ink(f"{ink} {over}".strip())) for ink, text in inks if text]
        return Strip(segments, sum(cell_len(segment.text) for segment in segments)).adjust_cell_length(cells, self.ink(over))

    def on_focus(self) -> None:
        """The rule grows heavy."""
        self.refresh()

    def on_blur(self) -> None:
        """The rule grows light."""
        self.refresh()


def title_line(page: Page, signs: Signs, cells: int, focused: bool, more: str) -> Line:
    """A rule with a title: heavy and reversed where the pane has the focus, so that shape tells it, not hue."""
    rule = signs.heavy if focused else signs.rule
    note = " ".join(part for part in (page.note, more) if part)
    head = Span(page.title, "strong chosen" if focused else "strong")
    tail = (Span(f" {note} ", "soft"), Span(rule, "line")) if note else ()
    room = cells - 1 - cell_len(page.title) - width_of(tail)
    if room < 0:
        return fit_line((Span(rule, "line"), head, *tail), cells)
    return (Span(rule, "line"), head, Span(rule * room, "line"), *tail)


def marked(spans: Line, mark: str) -> Line:
    """A line with the mark in its first cell."""
    if not spans or not spans[0].text:
        return (Span(mark), *spans[1:])
    first = spans[0]
    return (Span(mark + first.text[1:], first.ink, first.hit), *spans[1:])


def hit_at(line: Line, x: int) -> str:
    """What stands under a cell of a line."""
    at = 0
    for span in line:
        at += cell_len(span.text)
        if x < at:
            return span.hit
    return ""
