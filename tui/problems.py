"""Problems of rule files as people, editors and code hosts read them: one form each. Never what is wrong, never an exit code."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sim.errors import Problem
from tui.plain.width import width

WIDEST = 96
BEFORE = 40
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|[\w%.+-]+|\S')
LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def in_words(problem: Problem, language: str) -> Problem:
    """The problem with its sentences in a language."""
    if language == "en":
        return problem
    from tui.wording.problems import in_language

    return in_language(problem, language)


def lines(problem: Problem, sources: Mapping[str, str]) -> list[str]:
    """The problem, the line of the file it stands in with a mark below, and the way out."""
    head = f"{problem.file}:{problem.line}:{problem.column}: {problem.severity} {problem.code}: {problem.text}"
    hint = [f"      {problem.hint}"] if problem.hint else []
    return [head, *excerpt(problem, sources), *hint]


def excerpt(problem: Problem, sources: Mapping[str, str]) -> list[str]:
    """The line at fault, cut to what fits, and carets below the word; display width counts, since Japanese is wide."""
    text = line_of(problem, sources)
    if not text.strip():
        return []
    at = problem.column - 1
    start = max(0, at - BEFORE) if width(text) > WIDEST else 0
    shown = "".join(cut(text[start:].replace("\t", " ")))
    if start:
        shown = "…" + shown[1:]
    number = str(problem.line)
    marks = " " * width(shown[: at - start]) + "^" * max(1, width(text[at : end_of(problem, sources) - 1]))
    return [f"  {number} | {shown.rstrip()}", f"  {' ' * len(number)} | {marks[: width(shown) + 1]}"]


def cut(text: str) -> list[str]:
    """The letters of a text that fit into a line of the screen."""
    kept, used = list[str](), 0
    for letter in text:
        used += width(letter)
        if used > WIDEST:
            return [*kept[:-1], "…"]
        kept.append(letter)
    return kept


def line_of(problem: Problem, sources: Mapping[str, str]) -> str:
    """The line of the file that a problem stands in, "" where it is not known."""
    rows = re.split(r"\r\n|\n|\r", sources.get(problem.file, ""))
    row = rows[problem.line - 1] if 0 < problem.line <= len(rows) else ""
    return "".join(letter if letter.isprintable() or letter in " \t\u3000" else "\ufffd" for letter in row)


def end_of(problem: Problem, sources: Mapping[str, str]) -> int:
    """The column behind the word at fault."""
    first = next((fix for fix in problem.fixes if (fix.line, fix.column) == (problem.line, problem.column)), None)
    if first is not None and first.old and "\n" not in first.old:
        return problem.column + len(first.old)
    token = TOKEN.match(line_of(problem, sources), problem.column - 1)
    return problem.column + (len(token.group()) if token is not None else 1)


def to_json(problem: Problem, sources: Mapping[str, str]) -> dict[str, object]:
    """All fields for programs."""
    fields = problem.to_json()
    return {**dict(list(fields.items())[:3]), "end": end_of(problem, sources), **dict(list(fields.items())[3:])}


def annotation(problem: Problem) -> str:
    """The line from which code hosts make a note beside the line of a change."""
    what = f"{problem.text} - {problem.hint}" if problem.hint else problem.text
    place = f"file={escaped(problem.file, ':,')},line={problem.line},col={problem.column},title={problem.code}"
    return f"::{LEVELS[problem.severity]} {place}::{escaped(what)}"


def escaped(text: str, more: str = "") -> str:
    """A text without the signs that would end an annotation."""
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
