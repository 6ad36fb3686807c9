"""What the views of the debrief share: tables whose columns are counted in cells, and the shape of a view."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tui.plain.names import points, value
from tui.screen.ink import Page, Row, Span, fit, paragraph, row, wrapped
from tui.screen.look import Look
from tui.screen.pages.debrief_found import LaidOpen

SIDE = 7  # cells of a value of one side
BEFORE_NUMBER = re.compile(r"(?<!\w)-(?=\d)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. cells: its width, 0 for the one that takes what is left and goes on in further lines."""

    title: str
    cells: int = 0
    right: bool = False
    ink: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table before it is drawn. below: a sentence under it."""

    texts: tuple[str, ...]
    key: str = ""
    why: tuple[str, ...] = ()
    below: str = ""
    inks: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """A view of the debrief by its name. chart: None where there is nothing to draw; behind: what Enter on a row of the table opens."""

    name: str
    table: Callable[[Look, LaidOpen, int, str], Page]
    chart: Callable[[Look, LaidOpen, int, int, str], Page] | None = None
    behind: Callable[[Look, LaidOpen, str], list[str]] | None = None


def tabled(columns: Sequence[Column], records: Sequence[Record], cells: int) -> list[Row]:
    """A table: its heads, and every record; a text that is too long for its column goes on below where the column may."""
    rest = cells - 2 - sum(column.cells for column in columns)
    widths = [column.cells or max(rest, 4) for column in columns]
    heads = "".join(cell(column.title, width, column.right) for column, width in zip(columns, widths, strict=True))
    return [row(" ", Span(heads, "soft")), *(each for record in records for each in drawn(columns, widths, record, cells))]


def drawn(columns: Sequence[Column], widths: Sequence[int], record: Record, cells: int) -> list[Row]:
    """One record in as many lines as it needs."""
    parts = [
        wrapped(text, width - 1) if not column.cells else [text] for column, width, text in zip(columns, widths, record.texts, strict=True)
    ]
    rows = []
    for at in range(max(len(part) for part in parts)):
        spans = [
            Span(cell(part[at] if at < len(part) else "", width, column.right), record.inks.get(number, column.ink))
            for number, (column, width, part) in enumerate(zip(columns, widths, parts, strict=True))
        ]
        rows.append(Row((Span(" "), *spans), record.key if at == 0 else "", record.why if at == 0 else ()))
    if record.below:
        rows += paragraph(record.below, cells - 1, indent="    ", ink="soft")
    return rows


def cell(text: str, cells: int, right: bool) -> str:
    """A text in its column, a space behind it, or before it where it stands at the right."""
    return fit(text, cells, right=True) if right else fit(text, max(cells - 1, 1)) + " "


def sides(look: Look, cells: int = SIDE) -> list[Column]:
    """A column of values a side."""
    return [Column(look.narrow(party.short), cells, right=True) for party in look.names.scenario.parties]


def values(look: Look, hundredths: Sequence[int]) -> tuple[str, ...]:
    """What something is worth to each side."""
    return tuple(look.drawn(value(each)) for each in hundredths)


def gains(look: Look, hundredths: Sequence[int]) -> tuple[str, ...]:
    """What something brings each side."""
    return tuple(look.drawn(points(each)) for each in hundredths)


def told(look: Look, texts: Sequence[str], cells: int, ink: str = "") -> list[Row]:
    """Sentences as rows."""
    return [each for text in texts for each in paragraph(minus(look, text), cells, ink=ink)]


def bar(look: Look, gain: int, half: int, most: int) -> Span:
    """A signed bar round its line."""
    length = 0 if gain == 0 else max(1, (abs(gain) * half + most // 2) // most)
    left, right = (length, 0) if gain < 0 else (0, length)
    text = " " * (half - left) + look.signs.bar * left + look.signs.edge + look.signs.bar * right + " " * (half - right)
    return Span(text + "  ", "good" if gain > 0 else "bad" if gain < 0 else "soft")


def minus(look: Look, text: str) -> str:
    """A sentence with the minus before its numbers as it is drawn; hyphens within words stay."""
    return BEFORE_NUMBER.sub(look.signs.minus, text)


def level_list(look: Look, outcome: Sequence[int], base: Sequence[int]) -> list[str]:
    """The levels of an outcome that differ from another's, one a line; a sentence where none does."""
    names = look.names
    lines = [
        look.say("views-from-to", issue=names.issue(issue), before=names.level(issue, old), after=names.level(issue, new))
        for issue, (old, new) in enumerate(zip(base, outcome, strict=True))
        if old != new
    ]
    return lines or [look.say("views-nothing-moved")]


def reached(laid: LaidOpen) -> tuple[int, ...]:
    """The levels at the end."""
    return tuple(result.reached for result in laid.debrief.issues)


def started(laid: LaidOpen) -> tuple[int, ...]:
    """The levels at the start."""
    return tuple(result.start for result in laid.debrief.issues)
