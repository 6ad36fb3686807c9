"""Help: every command of a face with its keys and a sentence, made from the commands themselves; then keys that every list has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.screen.ink import BLANK, Row, Span, fit, paragraph, row, wrapped
from tui.screen.pages.reach import reachable

KEYS = 22  # cells of the keys
# Keys of panes and of the program that are no commands.
LIST = "list"  # keys of rows that are no commands begin with it
OF_LISTS = ("arrows", "pages", "tab", "enter", "mouse", "wheel")


@dataclass(frozen=True, slots=True)
class Told:
    """A command as help tells it. is_open: whether it works now."""

    name: str
    keys: str
    text: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the page itself. lists: keys and sentence of what every list has."""

    here: str
    everywhere: str
    in_lists: str
    lists: Sequence[tuple[str, str]]
    notes: Sequence[str]


def help_rows(here: Sequence[Told], everywhere: Sequence[Told], words: Words, cells: int) -> list[Row]:
    """The page."""
    rows: list[Row] = []
    for title, group in ((words.here, here), (words.everywhere, everywhere)):
        if group:
            rows += [row(" ", Span(title, "strong"))]
            rows += [each for told in group for each in told_rows(told, cells)]
            rows.append(BLANK)
    rows.append(row(" ", Span(words.in_lists, "strong")))
    for number, (keys, text) in enumerate(words.lists):
        rows += key_rows(keys, text, cells, f"{LIST} {number}")
    rows.append(BLANK)
    for note in words.notes:
        rows += paragraph(note, cells, "  ", ink="soft")
    return reachable(rows)


def told_rows(told: Told, cells: int) -> list[Row]:
    """One command."""
    return key_rows(told.keys, told.text, cells, told.name if told.is_open else "", "" if told.is_open else "soft")


def key_rows(keys: str, text: str, cells: int, name: str = "", ink: str = "") -> list[Row]:
    """Keys and a sentence; what does not fit goes on below it. name: of the command that a choice of the row runs."""
    column = max(KEYS, cell_len(keys) + 1) if cell_len(keys) < cells // 2 else KEYS
    first, *more = wrapped(text, cells - column - 4)
    rows = [row("  ", Span(fit(keys, column), ink or "key"), " ", Span(first, ink), key=name)]
    return rows + [row(" " * (column + 3), Span(part, ink)) for part in more]
