"""Edits made to the text of files: each only where the file still says what the edit expects, all others left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sim.errors import Fix, Problem

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")


def fixed(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """The text with the edits made, and how many were: from the end to the beginning, none over another."""
    lines = LINE.findall(text)
    spots = {(offset_of(lines, fix), fix) for fix in fixes if offset_of(lines, fix) >= 0}
    done, behind = 0, len(text) + 1
    for offset, fix in sorted(spots, key=lambda spot: (spot[0], spot[1].line), reverse=True):
        old = found_at(text, offset, fix.old)
        if old is not None and offset + len(old) <= behind:
            text = text[:offset] + fix.new + text[offset + len(old) :]
            done, behind = done + 1, offset
    return text, done


def found_at(text: str, offset: int, old: str) -> str | None:
    """What an edit takes away, None where something else stands there; a quote may be of either kind."""
    either = {old, f"'{old[1:-1]}'" if old[:1] == old[-1:] == '"' and len(old) > 1 else old}
    return next((each for each in either if text.startswith(each, offset)), None)


def offset_of(lines: list[str], fix: Fix) -> int:
    """Where an edit begins, -1 where there is no such place."""
    if not 0 < fix.line <= len(lines) or fix.column > len(lines[fix.line - 1]) + 1:
        return -1
    return sum(map(len, lines[: fix.line - 1])) + fix.column - 1


def safe_fixes(problems: Iterable[Problem]) -> Mapping[str, list[Fix]]:
    """By file, the edits that cannot change what is meant."""
    found: dict[str, list[Fix]] = {}
    for problem in problems:
        if problem.fixes and all(fix.safe for fix in problem.fixes):
            found.setdefault(problem.file, []).extend(problem.fixes)
    return found
