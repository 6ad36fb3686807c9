"""Text for a grid of cells: spans with an ink, lines, rows that can be chosen, pages. Widths are cells, never letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len, set_cell_size

# Inks: each is a component class of Pane, and a colour of the themes. "" is plain text.
INKS = ("strong", "soft", "own", "other", "good", "bad", "warn", "key", "line", "chosen", "hint", "flash")
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line. hit: what a click on it does: `do:COMMAND`, `why:NAME`, `set:VALUE`; "" for the row's own."""

    text: str
    ink: str = ""
    hit: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page. key: by which it can be chosen, "" for one that cannot; why: names of the numbers it shows, main one first."""

    line: Line
    key: str = ""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What a pane shows. note: at the right end of the title."""

    title: str
    rows: tuple[Row, ...] = ()
    note: str = ""


def line(*parts: str | Span) -> Line:
    """A line of plain strings and spans."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts if part)


def row(*parts: str | Span, key: str = "", why: Sequence[str] = ()) -> Row:
    """A row of plain strings and spans."""
    return Row(line(*parts), key, tuple(why))


def text_of(line_: Line) -> str:
    """A line without its inks."""
    return "".join(span.text for span in line_)


def width_of(line_: Iterable[Span]) -> int:
    """Cells that a line takes."""
    return sum(cell_len(span.text) for span in line_)


def fit(text: str, cells: int, right: bool = False) -> str:
    """The text in exactly so many cells: cut with an ellipsis, or filled with spaces (before it: `right`)."""
    if cells <= 0:
        return ""
    width = cell_len(text)
    if width > cells:
        return set_cell_size(set_cell_size(text, cells - 1).rstrip() + ELLIPSIS, cells)
    space = " " * (cells - width)
    return space + text if right else text + space


def fit_line(line_: Line, cells: int) -> Line:
    """A line in exactly so many cells."""
    fitted, left = [], cells
    for span in line_:
        width = cell_len(span.text)
        if width > left:
            fitted.append(replace(span, text=fit(span.text, left)))
            left = 0
            break
        fitted.append(span)
        left -= width
    return (*fitted, Span(" " * left)) if left else tuple(fitted)


def beside(left: Line, right: Line, cells: int) -> Line:
    """Two lines in one: the second ends at the last cell."""
    room = cells - width_of(right)
    return (*fit_line(left, max(room, 0)), *right)


def wrapped(text: str, cells: int) -> list[str]:
    """A text in lines of at most so many cells, broken at spaces; where there are none (Japanese), between letters."""
    cells = max(cells, 2)  # a full-width letter must fit, or no line would ever end
    lines, now = [], ""
    for word in words_of(text):
        if cell_len(now) + cell_len(word.rstrip()) <= cells:
            now += word
            continue
        if now.strip():
            lines.append(now.rstrip())
        now = word.lstrip()
        while cell_len(now) > cells:
            head = set_cell_size(now, cells)
            head = now[: len(head.rstrip())] or now[:1]
            lines.append(head)
            now = now[len(head) :]
    return [*lines, now.rstrip()] if now.strip() or not lines else lines


NOT_LAST = "「『（【〈《"  # may not end a line
NOT_FIRST = "、。，．・：；？！）」』】〉》ー々"  # may not begin a line


def words_of(text: str) -> list[str]:
    """Pieces of a text behind which a line may end."""
    pieces: list[str] = []
    for letter in text:
        joins = bool(pieces) and (
            letter in NOT_FIRST
            or pieces[-1][-1] in NOT_LAST
            or (cell_len(pieces[-1][-1]) < 2 and cell_len(letter) < 2 and pieces[-1][-1] != " ")
        )
        if pieces and (joins or letter == " "):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def paragraph(text: str, cells: int, indent: str = " ", ink: str = "") -> list[Row]:
    """A text as rows, indented."""
    return [row(indent, Span(part, ink)) for part in wrapped(text, cells - cell_len(indent) - 1)]


BLANK = Row(())
