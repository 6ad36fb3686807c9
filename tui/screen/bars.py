"""The head, the hint and the key bar: one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.screen.ink import Line, Page, Row, Span, fit_line, width_of
from tui.screen.pane import Pane


@dataclass(frozen=True, slots=True)
class Key:
    """A key in the bar. command: what it does; shown: the key; label: what it does, short."""

    command: str
    shown: str
    label: str
    weight: int


class Bar(Pane):
    """One line that is drawn like a row of a pane."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"

    def __init__(self, id: str) -> None:
        super().__init__(id=id, has_title=False, marks=False, focusable=False)

    def put(self, *lines: Line) -> None:
        """Show a line, or several: the bar grows."""
        self.styles.height = max(len(lines), 1)
        self.show(Page("", tuple(Row(line) for line in lines)))


def key_line(keys: Sequence[Key], last: Key, cells: int) -> Line:
    """As many keys as there is room for, the weightiest; `last` always stands at the right end."""
    end = key_spans(last)
    room = cells - width_of(end) - 2
    kept = list(keys)
    while kept and sum(width_of(key_spans(key)) + 2 for key in kept) > room:
        kept.remove(min(reversed(kept), key=lambda key: key.weight))
    spans: list[Span] = [Span(" ")]
    for key in kept:
        spans += [*key_spans(key), Span("  ")]
    return (*fit_line(tuple(spans), cells - width_of(end) - 1), *end, Span(" "))


def key_spans(key: Key) -> Line:
    """A key with its label: a target for clicks."""
    hit = f"do:{key.command}"
    return (Span(key.shown, "key", hit), Span(f" {key.label}", "", hit))
