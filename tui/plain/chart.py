"""The frontier drawn in characters: marks on a grid, across for one side and up for the other. The table below says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.plain.names import value

COLUMNS, ROWS = 60, 18
STEP = 1000  # marks of the axes: every ten points
EDGE = 5  # columns for the numbers of the upright axis


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter at a place; hundredths. Later marks are drawn over earlier ones."""

    letter: str
    across: int
    up: int


def drawn(marks: Sequence[Mark]) -> list[str]:
    """The marks on a grid with axes whose ends are whole tens of points."""
    left, right = ends([mark.across for mark in marks])
    low, high = ends([mark.up for mark in marks])
    grid = [[" "] * COLUMNS for _ in range(ROWS)]
    for mark in marks:
        column = place(mark.across, left, right, COLUMNS)
        row = ROWS - 1 - place(mark.up, low, high, ROWS)
        grid[row][column] = mark.letter
    lines = [f"{label(row, low, high)}|{''.join(cells)}".rstrip() for row, cells in enumerate(grid)]
    start, end = value(left), value(right)
    rule = " " * EDGE + "+" + "-" * COLUMNS
    return [*lines, rule, " " * (EDGE + 1) + start + " " * (COLUMNS - len(start) - len(end)) + end]


def ends(numbers: Sequence[int]) -> tuple[int, int]:
    """Whole tens of points around all numbers, never empty."""
    low, high = min(numbers) // STEP * STEP, -(-max(numbers) // STEP) * STEP
    return (low, high) if low < high else (low, low + STEP)


def place(number: int, low: int, high: int, size: int) -> int:
    """The cell of a number on an axis with so many cells, rounded to the nearest."""
    return (2 * (number - low) * (size - 1) + (high - low)) // (2 * (high - low))


def label(row: int, low: int, high: int) -> str:
    """The number at the left of a row: at the top and at the bottom."""
    shown = value(high) if row == 0 else value(low) if row == ROWS - 1 else ""
    return shown.rjust(EDGE)
