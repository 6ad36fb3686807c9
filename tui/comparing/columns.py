"""Text in columns of a screen, where a full-width character takes two; and numbers as they stand there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.lab.measures import Measure
    from sim.lab.paired import Difference
    from sim.lab.rounding import Shown

WIDTH = 80
CUT = "…"
HANGING = 2  # letters that may be put behind a full line
CLOSING = "、。）」：％%,.)"


def cells(text: str) -> int:
    """How many columns a text takes."""
    from rich.cells import cell_len

    return cell_len(text)


def left(text: str, width: int) -> str:
    """A text in so many columns, cut where it is longer."""
    from rich.cells import set_cell_size

    return set_cell_size(text, width) if cells(text) <= width else set_cell_size(set_cell_size(text, width - 1) + CUT, width)


def right(text: str, width: int) -> str:
    """A number at the right of so many columns."""
    return " " * max(0, width - cells(text)) + text


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of so many columns, broken between words where it can be."""
    lines: list[str] = [""]
    for word in text.split(" "):
        whole = f"{lines[-1]} {word}" if lines[-1] else word
        if cells(whole) <= width:
            lines[-1] = whole
            continue
        pieces = chopped(word, width)
        lines += pieces if lines[-1] else []
        lines = lines if lines[0] else pieces
    return lines


def chopped(word: str, width: int) -> list[str]:
    """A word, or a sentence without spaces, in pieces of so many columns; none begins with what closes the one before."""
    from rich.cells import chop_cells

    pieces: list[str] = []
    for piece in chop_cells(word, width - 2 * HANGING):
        rest = piece.lstrip(CLOSING)
        closing = piece[: len(piece) - len(rest)][:HANGING] if pieces else ""
        if closing:
            pieces[-1] += closing
        if len(piece) > len(closing):
            pieces.append(piece[len(closing) :])
    return pieces or [""]


def listed(head: str, indent: str = "  ") -> list[str]:
    """A long sentence over several lines, those after the first set in."""
    first, *more = wrapped(head, WIDTH - len(indent))
    return [first, *(indent + line for line in more)]


def grey(text: str) -> str:
    """A line that counts for less: grey on a terminal, as it is elsewhere and where no colours are wanted."""
    from tui import console

    return f"\x1b[2m{text}\x1b[0m" if console.is_watched() and not os.environ.get("NO_COLOR") else text


# --- numbers ---


def shown_of(measure: Measure, found: Difference) -> Shown:
    """A difference, rounded to what its interval allows."""
    from sim.lab.measures import Kind
    from sim.lab.rounding import shown_mean_difference, shown_share_difference

    return shown_share_difference(found) if measure.kind is Kind.SHARE else shown_mean_difference(found)


def ends_of(measure: Measure, found: Difference) -> tuple[str, str]:
    """Before and after, with as many places as their difference has."""
    from sim.lab.measures import Kind
    from sim.lab.rounding import to

    digits = min(shown_of(measure, found).digits, 2)
    scale = 100 if measure.kind is Kind.SHARE else 1
    before, after = (str(to(scale * number, digits)) for number in (found.before, found.after))
    return before, after


def change_of(measure: Measure, found: Difference) -> str:
    """The difference with its sign."""
    from sim.lab.rounding import to

    shown = shown_of(measure, found)
    return signed(to(shown.value, min(shown.digits, 2)))


def interval_of(measure: Measure, found: Difference) -> str:
    """Both ends of its interval, each rounded outwards."""
    from decimal import ROUND_CEILING, ROUND_FLOOR

    from sim.lab.rounding import to

    shown = shown_of(measure, found)
    digits = min(shown.digits, 2)
    return f"{signed(to(shown.low, digits, ROUND_FLOOR))} .. {signed(to(shown.high, digits, ROUND_CEILING))}"


def signed(number: Decimal) -> str:
    """With its sign; 0 has none."""
    return f"{number:+}" if number else str(number)


def row(texts: Sequence[str], widths: Sequence[int]) -> str:
    """The first text to the left, numbers to the right, the last after two spaces."""
    first, *middle, last = texts
    numbers = "".join(right(text, width) for text, width in zip(middle, widths[1:-1], strict=True))
    return f"{left(first, widths[0])}{numbers}  {last}".rstrip()
