"""Edits for faults of the text itself: what to type in place of a word, a colon or a quote that is read in another way than meant."""

from __future__ import annotations

import re

from sim.errors import Fix

SAFE = frozenset({"NW002", "NW012", "NW014"})
"""Faults that leave no doubt about what was meant: a space behind a colon, quotes around a time, a sign behind a number."""
NUMBER = re.compile(r"write (-?[0-9]+)(?![0-9])")
GLUED = re.compile(r"([A-Za-z_][\w()]*)(:|\s*：)\s*(?=\S|$)")
PLAIN = re.compile(r"[^,}\]#]+(?<!\s)")
WHOLE_LINE = re.compile(r"(?:(?! #).)+(?<!\s)")
FIRST_PART = re.compile(r"[\"']([^,}\]\"':]*)(?<!\s)")
QUOTED = frozenset({"NW011", "NW012"})


def of_word(code: str, word: str, hint: str, line: int, column: int) -> tuple[Fix, ...]:
    """The edit for a word without quotes that programs read in different ways."""
    number = NUMBER.match(hint)
    if code == "NW004":
        return (Fix(line, column, word, f'"{word}'),)
    if code in QUOTED:
        return (Fix(line, column, word, f'"{word}"', code in SAFE),)
    return (Fix(line, column, word, number.group(1), code in SAFE),) if number is not None else ()


def of_line(code: str, text: str, line: int, column: int) -> tuple[Fix, ...]:
    """The edit for a fault that makes a line unreadable. text: of the line; column: from 1."""
    rest = text[column - 1 :]
    if code == "NW002":
        glued = GLUED.match(rest) or GLUED.search(text)
        place = column if GLUED.match(rest) else (glued.start() + 1 if glued is not None else 0)
        return (Fix(line, place, glued.group(), f"{glued.group(1)}: ", True),) if glued is not None else ()
    if code == "NW003":
        inside = text[: column - 1].count("{") + text[: column - 1].count("[") > text[: column - 1].count("}") + text[: column - 1].count(
            "]"
        )
        value = (PLAIN if inside else WHOLE_LINE).match(rest)
        return (Fix(line, column, value.group(), f'"{value.group()}"'),) if value is not None and '"' not in value.group() else ()
    if code == "NW004":
        part = FIRST_PART.match(rest)
        return (Fix(line, column, part.group(), part.group() + rest[0]),) if part is not None and part.group(1).strip() else ()
    return ()
