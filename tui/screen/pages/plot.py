"""Marks on a grid of cells with two axes, drawn without anything but letters. A table with the same numbers belongs below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from tui.plain.chart import Mark, ends, place
from tui.screen.ink import Row, Span, fit
from tui.screen.signs import Signs

EDGE = 6  # cells left of the grid: a number and a space; behind it stands the upright axis
LEAST_COLUMNS, LEAST_ROWS = 12, 4
STEPS = (1000, 2000, 2500, 5000, 10000)  # distances of the numbers on an axis, hundredths
BETWEEN_ROWS, BETWEEN_COLUMNS = 3, 9  # at least so many cells from one number to the next


def plot(marks: Sequence[Mark], cells: int, lines: int, signs: Signs, inks: Mapping[str, str]) -> list[Row]:
    """The marks on a grid of so many cells and lines, axes included. Later marks are drawn over earlier ones. inks: by letter."""
    columns, rows = max(cells - EDGE - 2, LEAST_COLUMNS), max(lines - 2, LEAST_ROWS)
    left, right = ends([mark.across for mark in marks])
    low, high = ends([mark.up for mark in marks])
    grid = [[" "] * columns for _ in range(rows)]
    for mark in marks:
        grid[rows - 1 - place(mark.up, low, high, rows)][place(mark.across, left, right, columns)] = mark.letter
    upright = {rows - 1 - place(number, low, high, rows): number for number in numbers(low, high, rows, BETWEEN_ROWS)}
    flat = {place(number, left, right, columns): number for number in numbers(left, right, columns, BETWEEN_COLUMNS)}
    drawn = [Row((*edge(upright.get(at), signs), *spans(row, inks))) for at, row in enumerate(grid)]
    rule = "".join("+" if at in flat else signs.rule for at in range(columns))
    return [*drawn, Row((Span(" " * EDGE + "+" + rule, "line"),)), Row((Span(below(flat, columns), "soft"),))]


def numbers(low: int, high: int, size: int, between: int) -> list[int]:
    """The numbers that stand on an axis: whole tens, not too close together, the lowest first."""
    most = max((size - 1) // between, 1)
    step = next((step for step in STEPS if (high - low) // step <= most), max(high - low, 1))
    return list(range(-(-low // step) * step, high + 1, step)) or [low]


def edge(number: int | None, signs: Signs) -> tuple[Span, ...]:
    """What stands left of a line: a number with its mark on the axis, or the axis alone."""
    if number is None:
        return (Span(" " * EDGE + signs.edge, "line"),)
    return (Span(fit(str(number // 100), EDGE - 1, right=True) + " ", "soft"), Span("+", "line"))


def spans(letters: Sequence[str], inks: Mapping[str, str]) -> list[Span]:
    """Letters of a line, each run of one ink in a span."""
    found: list[Span] = []
    for letter in letters:
        ink = inks.get(letter, "")
        if found and found[-1].ink == ink:
            found[-1] = Span(found[-1].text + letter, ink)
        else:
            found.append(Span(letter, ink))
    return found


def below(flat: Mapping[int, int], columns: int) -> str:
    """The numbers under the lower axis, each centred below its mark as far as the ends allow."""
    line = [" "] * (EDGE + 1 + columns)
    for at, number in sorted(flat.items()):
        text = str(number // 100)
        start = min(max(EDGE + 1 + at - len(text) // 2, 0), len(line) - len(text))
        line[start : start + cell_len(text)] = text
    return "".join(line)
