"""A page whose rows can be chosen can be read to its end: its last line can be chosen as well."""

from __future__ import annotations

from collections.abc import Sequence

from tui.screen.ink import Row

END = "end"


def reachable(rows: Sequence[Row]) -> list[Row]:
    """The rows, the last of which arrows can reach where others can be chosen."""
    if not rows or rows[-1].key or not any(row.key for row in rows):
        return list(rows)
    return [*rows[:-1], Row(rows[-1].line, END)]
