"""The log: what was told, newest at the end of what is in sight."""

from __future__ import annotations

from tui.screen.ink import Page, Row, paragraph
from tui.screen.look import Look


def log(look: Look, cells: int, lines: int) -> Page:
    """The last lines of the log, as many as there is room for."""
    return Page(look.say("log-title"), tuple(rows_of(look.log[-max(lines, 1) * 2 :], cells)[-max(lines, 1) :]))


def whole_log(look: Look, cells: int) -> Page:
    """All of it."""
    rows = rows_of(look.log, cells)
    return Page(look.say("log-title"), tuple(rows))


def rows_of(texts: tuple[str, ...], cells: int) -> list[Row]:
    """Lines of text as rows."""
    return [each for text in texts for each in paragraph(text, cells)]
