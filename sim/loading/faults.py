"""Why a text cannot be read as YAML, in the words of its author: each error of the parser becomes one problem.

The parser says where it stopped; the person wants to know what to change. The lines around tell.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from sim.errors import Problem
from sim.loading import retyping
from sim.loading.scalars import shortened

MOST_PROBLEMS = 100

Spot: TypeAlias = tuple[int, int]
"""line and column, from 0"""
Fault: TypeAlias = tuple[Spot, str, str, str]

WHOLE_QUOTE = re.compile(r'"(?:[^"\\]|\\.)*"')
BEFORE_QUOTE = re.compile(r"(?:^|[:,\-\[{?]\s*|\s)$")
AFTER_QUOTE = re.compile(r"\s*(?:[,}\]:#]|$)")
GLUED = re.compile(r"^\s*(?:- +)*([A-Za-z_][\w()]*):(\S.*)$")
FULL_COLON = re.compile(r"^\s*(?:- +)*([A-Za-z_][\w()]*)\s*：")
WORD_KEY = re.compile(r"^\s*(?:- +)*[A-Za-z_][\w().]*\s*:(?:\s|$)")
MOST_LINES_BACK = 40


def explain(trouble: Exception, text: str, path: str) -> Problem:
    """The problem of a text the parser gave up on."""
    lines = re.split(r"\r\n|\n|\r", text)
    (line, column), code, message, hint = fault_of(trouble, lines)
    fixes = retyping.of_line(code, line_at(lines, line), line + 1, column + 1)
    return Problem(path, line + 1, column + 1, "error", code, message, hint, fixes)


def fault_of(trouble: Any, lines: list[str]) -> Fault:
    """What went wrong, from the parser's own words and the lines around; Any: PyYAML's errors have optional marks."""
    said, during = str(getattr(trouble, "problem", "") or ""), str(getattr(trouble, "context", "") or "")
    spot = spot_of(getattr(trouble, "problem_mark", None)) or (len(lines) - 1, 0)
    opened = spot_of(getattr(trouble, "context_mark", None)) or spot
    if "maximum nesting" in said:
        return spot, "NW024", "this is nested too deep", "an entry needs four levels at most"
    if "quoted scalar" in during:
        return fault_in_quotes(said, spot, opened)
    if "anchor" in during or "alias" in during or "tag" in during:
        what = "a value that begins with `&`, `*` or `!` is not used in rule files"
        return opened, "NW006", what, "put a text in quotes"
    if "block scalar" in during:
        hint = "a condition begins with a name or a number; put a text in quotes"
        return opened, "NW009", "`>` or `|` at the beginning of a value starts a block of text", hint
    if "cannot start any token" in said:
        return strange_start(spot, lines)
    if "tab character" in said:
        return spot, "NW001", "this line is indented with a TAB; only spaces are allowed", "replace the TAB by spaces"
    if "simple key" in during:
        return no_colon(opened, lines)
    return fault_of_structure(said, during, spot, opened, lines)


def spot_of(mark: Any) -> Spot | None:
    """Line and column of a mark of the parser."""
    return (mark.line, mark.column) if mark is not None else None


def fault_in_quotes(said: str, spot: Spot, opened: Spot) -> Fault:
    """A quote that is never closed, or a backslash that means nothing."""
    if "end of stream" in said or "document indicator" in said:
        return opened, "NW004", "the text opened by this quote is never closed", "close it with the same quote after the last word"
    hint = r"write \\ for a backslash, \" for a quote"
    return spot, "NW008", "a backslash inside double quotes begins a special character, and this is none", hint


def strange_start(spot: Spot, lines: list[str]) -> Fault:
    """`@`, a backtick, `%` or a tab where a value begins."""
    letter = at(lines, spot)
    if letter == "\t":
        return spot, "NW001", "a TAB stands here; only spaces are allowed", "replace the TAB by spaces"
    return spot, "NW009", f"a value cannot begin with `{letter}`", "put the text in quotes"


def no_colon(spot: Spot, lines: list[str]) -> Fault:
    """A line of a map that has no colon with a space."""
    unclosed = unclosed_quote(lines, spot[0])
    if unclosed is not None:
        return unclosed
    glued = glued_colon(lines, spot[0])
    if glued is not None:
        return glued
    word = shortened(line_at(lines, spot[0])[spot[1] :].strip())
    return spot, "NW005", f"`{word}` is neither `key: value` nor an entry of a list", "write `key: value`, or put it in the line above"


def fault_of_structure(said: str, during: str, spot: Spot, opened: Spot, lines: list[str]) -> Fault:
    """Quotes, brackets, colons and indentation."""
    unclosed = unclosed_quote(lines, spot[0])
    if unclosed is not None:
        return unclosed
    for line in (spot[0], spot[0] - 1):
        glued = glued_colon(lines, line)
        if glued is not None and "flow" not in during:
            return glued
    if "mapping values are not allowed" in said:
        return colon_too_many(spot, lines)
    if "flow" in during:
        return fault_in_brackets(during, spot, opened, lines)
    if "sequence entries are not allowed" in said:
        return spot, "NW005", "a list cannot begin on the line of its key", "put each `- ` on a line of its own, or write [a, b]"
    return fault_of_line(spot, opened, lines)


def colon_too_many(spot: Spot, lines: list[str]) -> Fault:
    """`label: Steel: stake`, or a line that is indented deeper than the value above."""
    before = line_at(lines, spot[0])[: spot[1]]
    if re.search(r":\s", before):
        value = re.split(r":\s+", before, maxsplit=1)
        start = len(before) - len(value[1])
        text = "`: ` inside a text without quotes starts a new key here"
        return (spot[0], start), "NW003", text, "put the whole text in double quotes"
    return indentation_of(spot[0], lines)


def fault_in_brackets(during: str, spot: Spot, opened: Spot, lines: list[str]) -> Fault:
    """A comma or a closing bracket is missing."""
    if "flow node" in during:
        return nothing_in_brackets(spot, lines)
    bracket, end = ("{", "}") if "mapping" in during else ("[", "]")
    found = at(lines, spot)
    new_key = spot[0] > opened[0] and WORD_KEY.match(line_at(lines, spot[0]))
    if found == "" or new_key or (spot[0] > opened[0] and found in ":-"):
        return opened, "NW007", f"the `{bracket}` opened here is not closed", f"close it with `{end}`"
    if found == ":":
        return colon_in_brackets(line_at(lines, spot[0]), spot)
    text = f"`,` or `{end}` is missing before `{shortened(line_at(lines, spot[0])[spot[1] :], 20)}`"
    return spot, "NW007", text, f"the `{bracket}` was opened on line {opened[0] + 1}"


def nothing_in_brackets(spot: Spot, lines: list[str]) -> Fault:
    """A list that stops after its bracket or a comma, or a comma too many."""
    opened = open_bracket(lines[: spot[0] + 1], spot)
    if opened is not None and (at(lines, spot) == "" or spot[0] > opened[0]):
        bracket = at(lines, opened)
        end = "}" if bracket == "{" else "]"
        return opened, "NW007", f"the `{bracket}` opened here is not closed", f"close it with `{end}`"
    return spot, "NW007", f"a value is missing before `{at(lines, spot)}`", "write the value, or delete the sign before it"


def open_bracket(lines: list[str], before: Spot) -> Spot | None:
    """The last bracket that opens and does not close before a spot; brackets in double quotes do not count."""
    opened: list[Spot] = []
    for row, line in enumerate(lines):
        text = WHOLE_QUOTE.sub(lambda quote: " " * len(quote.group()), line)
        for hit in re.finditer(r"[\[{}\]]|(?:^| )#.*", text):
            if (row, hit.start()) >= before or "#" in hit.group():
                break
            if hit.group() in "[{":
                opened.append((row, hit.start()))
            elif opened:
                opened.pop()
    return opened[-1] if opened else None


def colon_in_brackets(line: str, spot: Spot) -> Fault:
    """`{en: Steel: stake}`, or a comma forgotten in `{b: 1 c: 2}`."""
    start = word_before(line, spot[1])
    first, space, last = line[start : spot[1]].rpartition(" ")
    if space and (first.lstrip("+-").isdigit() or first.endswith(('"', "}", "]"))):
        return (spot[0], start + len(first)), "NW007", f"a comma is missing before `{last}`", f"write `{first}, {last}:`"
    text = "`: ` inside a text without quotes starts a new key here"
    return (spot[0], start), "NW003", text, "put the whole text in double quotes"


def word_before(line: str, column: int) -> int:
    """Where the value begins that ends at `column`."""
    start = max(line.rfind(mark, 0, column) for mark in (": ", ", ", "{", "["))
    while start < column and line[start] in ":,{[ ":
        start += 1
    return max(start, 0)


def fault_of_line(spot: Spot, opened: Spot, lines: list[str]) -> Fault:
    """A stray closing bracket, text after a closing quote, or an indentation that fits nothing."""
    line = line_at(lines, spot[0])
    before, found = line[: spot[1]], at(lines, spot)
    if found in "}]" and found:
        return spot, "NW007", f"this `{found}` closes nothing", "delete it, or open it before"
    if before.rstrip().endswith(('"', "'")):
        text = "something stands after the closing quote"
        return spot, "NW004", text, r"put all of the text between the quotes; write \" for a quote inside double quotes"
    return indentation_of(spot[0], lines)


def indentation_of(row: int, lines: list[str]) -> Fault:
    """The line is indented by a number of spaces that fits no line above."""
    width = indent(line_at(lines, row))
    above = [line for line in lines[:row] if line.strip() and not line.lstrip().startswith("#")]
    fitting = sorted({indent(line) for line in above[-MOST_LINES_BACK:]} | {body_indent(line) for line in above[-MOST_LINES_BACK:]})
    near = sorted(fitting, key=lambda other: (abs(other - width), other))
    wanted = [str(other) for other in near if other != width][:2]
    text = f"the indentation of this line ({width} spaces) does not fit the lines above"
    hint = f"use {' or '.join(wanted)} spaces" if wanted else "begin the line at the left edge"
    return (row, width), "NW005", text, hint


def indent(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def body_indent(line: str) -> int:
    """Where the keys of an entry begin: behind the dash."""
    return len(line) - len(re.sub(r"^ *(?:- +)*", "", line))


def glued_colon(lines: list[str], row: int) -> Fault | None:
    """`rank:1` on a line of its own, or a colon of full width."""
    line = line_at(lines, row)
    full = FULL_COLON.match(line)
    if full is not None:
        text = "a colon of full width separates nothing"
        return (row, full.end() - 1), "NW002", text, f"write `{full.group(1)}: ` with an ASCII colon and a space"
    glued = GLUED.match(line)
    if glued is None or ": " in glued.group(2):
        return None
    start, word = glued.start(1), shortened(f"{glued.group(1)}:{glued.group(2)}")
    text = f"`{word}` is read as one word, not as key and value"
    hint = f"write `{glued.group(1)}: {shortened(glued.group(2))}` with a space after the colon"
    return (row, start), "NW002", text, hint


def unclosed_quote(lines: list[str], row: int) -> Fault | None:
    """The double quote that was forgotten on this line, or on the last line above with an odd number of them."""
    for line in range(row, max(row - MOST_LINES_BACK, -1), -1):
        start = odd_quote(line_at(lines, line))
        if start is not None:
            text = 'the text opened by this " is not closed where it should be; all up to the next " was taken as text'
            return (line, start), "NW004", text, f"close it after the last word: {closed(line_at(lines, line)[start:])}"
    return None


def odd_quote(line: str) -> int | None:
    """Where the quote opens that lacks its partner on this line; None if all have one."""
    position = 0
    if line.lstrip().startswith("#") or '"' not in line:
        return None
    while (start := line.find('"', position)) >= 0:
        whole = WHOLE_QUOTE.match(line, start)
        if whole is None:
            return start if BEFORE_QUOTE.search(line[:start]) else None
        if not AFTER_QUOTE.match(line, whole.end()):
            rest = line[whole.end() :]
            return start if rest.count('"') % 2 == 1 else None
        position = whole.end()
    return None


def closed(rest: str) -> str:
    """The forgotten quote set after the first part of the text."""
    body = re.split(r"[,}\]\"]|: ", rest[1:], maxsplit=1)[0].rstrip()
    return f'"{shortened(body)}"'


def line_at(lines: list[str], row: int) -> str:
    """A line, "" past the end."""
    return lines[row] if 0 <= row < len(lines) else ""


def at(lines: list[str], spot: Spot) -> str:
    """The character at a spot, "" at the end of its line."""
    line = line_at(lines, spot[0])
    return line[spot[1]] if spot[1] < len(line) else ""
