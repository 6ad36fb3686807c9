"""Display width: a Japanese character takes two columns. For the few tables of plain mode."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """Columns that a text takes on a screen; what is ambiguous takes one."""
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def padded(text: str, columns: int, right: bool = False) -> str:
    """The text filled up with spaces to so many columns; longer ones stay as they are."""
    space = " " * max(0, columns - width(text))
    return space + text if right else text + space


def table(rows: list[list[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Rows with their columns below each other. right: columns that end at the same place, for numbers."""
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    lines = ("  ".join(padded(cell, widths[at], at in right) for at, cell in enumerate(row)) for row in rows)
    return [line.rstrip() for line in lines]
