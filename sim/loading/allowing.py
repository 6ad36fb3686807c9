"""`# nw: allow NW501 reason` at the end of a line: a warning or a note of this line that is meant so. Errors cannot be allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sim.errors import Problem

MARK = re.compile(r"#\s*nw:\s*allow\s+(NW\d{3})(.*)$")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
UNUSED = "NW190"


@dataclass(frozen=True, slots=True, order=True)
class Allowed:
    """One such comment."""

    file: str
    line: int
    column: int
    code: str


def without_allowed(found: Iterable[Problem], sources: Mapping[str, str]) -> list[Problem]:
    """The problems without those that are allowed, and NW190 for each comment that allows nothing."""
    marks = {(mark.file, mark.line, mark.code): mark for file, text in sources.items() for mark in marks_in(file, text)}
    kept, used = [], set()
    for problem in found:
        place = (problem.file, problem.line, problem.code)
        if place in marks and problem.severity != "error":
            used.add(place)
        else:
            kept.append(problem)
    errors = {(problem.file, problem.line, problem.code) for problem in kept}
    return [*kept, *(unused(mark, place in errors) for place, mark in marks.items() if place not in used)]


def marks_in(file: str, text: str) -> Iterator[Allowed]:
    """The comments of a file that allow something."""
    if "nw:" not in text:
        return
    for row, line in enumerate(text.splitlines(), 1):
        hit = MARK.search(QUOTED.sub(lambda quote: "_" * len(quote.group()), line))
        if hit is not None:
            yield Allowed(file, row, hit.start() + 1, hit.group(1))


def unused(mark: Allowed, is_error: bool) -> Problem:
    """NW190."""
    text = f"{mark.code} is an error here and cannot be allowed" if is_error else f"there is no {mark.code} on this line to allow"
    return Problem(mark.file, mark.line, mark.column, "warning", UNUSED, text, "delete this comment")
