"""What is wrong with an expression that cannot be read, in the words of its author."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sim.loading.scalars import LARGEST, shortened

VALUES = frozenset({"INT", "NAME", "LPAR"})
OPERATORS = frozenset({"COMPARISON", "PLUS_MINUS", "TIMES_DIVIDE", "AND", "OR"})
WORDS = frozenset({"and", "or", "not", "at", "least", "most", "limited", "to"})
COMPARISON = re.compile(r"==|!=|<=|>=|<|>")
TURNED = {"=>": ">=", "=<": "<=", "&&": "and", "||": "or"}
"""Signs of other languages, and what they are here."""
INSTEAD = {
    "=": "write `==` to compare",
    "&": "write `and`",
    "|": "write `or`",
    "!": "write `not`, or `!=` for unequal",
    "%": "numbers are whole and chances already in per cent; leave the sign out",
    "^": "powers are not part of the language; multiply",
    ".": "numbers are whole here; write a range as `limited to 0..10`",
    ",": "a comma stands only inside the brackets of min, max, if and their like",
    "[": "write round brackets",
    "]": "write round brackets",
    "{": "write round brackets",
    "}": "write round brackets",
    '"': "names stand without quotes",
    "'": "names stand without quotes",
    "_": "a name begins with a letter",
    "≤": "write `<=`",
    "≥": "write `>=`",
    "≠": "write `!=`",
    "×": "write `*`",
    "÷": "write `/`",
    "−": "write `-`",
    "–": "write `-`",
    "—": "write `-`",
    "～": "write a range as `limited to 0..10`",
    "、": "write an ASCII comma",
}


@dataclass(frozen=True, slots=True)
class Slip:
    """A fault at a character (from 0) of an expression. old, new: what to type there instead."""

    offset: int
    code: str
    text: str
    hint: str = ""
    old: str = ""
    new: str = ""


def too_large_number(offset: int, digits: str) -> Slip:
    """More than the largest number a rule may hold."""
    return Slip(offset, "NW306", f"the number {shortened(digits)} is too large", f"the largest is {LARGEST}")


def misplaced_word(offset: int, word: str) -> Slip:
    """A word of the language where a value should stand."""
    return Slip(offset, "NW310", f"a value is missing before `{word}`", "write a number or a name; the words of the language are no names")


def slip_of_character(text: str, offset: int) -> Slip:
    """A character that is no part of the language."""
    letter = text[offset] if offset < len(text) else ""
    ascii_text = unicodedata.normalize("NFKC", text)
    plain_letter = unicodedata.normalize("NFKC", letter)
    if plain_letter != letter and plain_letter.isascii():
        what = f"`{letter}` is a character of full width"
        return Slip(offset, "NW312", what, f"write `{shortened(ascii_text, 80)}`" if ascii_text.isascii() else f"write `{plain_letter}`")
    turned = TURNED.get(text[offset : offset + 2])
    if turned is not None:
        return Slip(
            offset,
            "NW312",
            f"`{text[offset : offset + 2]}` is not part of an expression",
            f"write `{turned}`",
            text[offset : offset + 2],
            turned,
        )
    before = re.search(r"[0-9]+ ?$", text[:offset]) if letter in "%％" else None
    if before is not None:
        number = before.group().strip()
        what, hint = f"`{number}{letter}` is no number", f"write {number}: chances and votes are in per cent already"
        return Slip(before.start(), "NW014", what, hint, before.group() + letter, number)
    what = f"`{letter}` is not part of an expression" if letter.isprintable() else "an invisible character stands here"
    return Slip(offset, "NW312", what, INSTEAD.get(letter, "use numbers, names, + - * / //, comparisons, and, or, not, min, max, if"))


def slip_of_word(text: str, kind: str, word: str, start: int | None, expected: frozenset[str]) -> Slip:
    """A word that does not fit where it stands; start None: the text ends too early."""
    if not text.strip():
        return Slip(0, "NW310", "an expression is missing here", "write a number or a condition")
    if start is None:
        return slip_at_end(text, expected)
    if kind == "COMPARISON" and "AND" in expected:
        return slip_of_chain(text, start, word)
    if kind == "RPAR" and not VALUES & expected:
        return Slip(start, "NW310", "this `)` closes nothing", "delete it, or open it before")
    if expected & {"TO", "LEAST", "MOST", "__ANON_0"} and not VALUES & expected:
        return Slip(start, "NW310", f"`{word}` does not fit here", "write `at least 1`, `at most 9` or `limited to 1..9`")
    if kind == "COMMA" and not VALUES & expected:
        return Slip(start, "NW312", "a comma does not fit here", INSTEAD[","])
    before = last_word(text[:start])
    if not OPERATORS & (expected - {"PLUS_MINUS"}):
        what = f"a value is missing before `{word}`" if not before else f"a value is missing between `{before}` and `{word}`"
        return Slip(start, "NW310", what, "write a number or a name")
    return slip_without_operator(start, before, word)


def slip_at_end(text: str, expected: frozenset[str]) -> Slip:
    """The expression stops in the middle."""
    end, last = len(text.rstrip()), last_word(text)
    if not OPERATORS & (expected - {"PLUS_MINUS"}) and VALUES & expected:
        return Slip(max(end - len(last), 0), "NW310", f"a value is missing after `{last}`", "write a number or a name")
    if "RPAR" in expected:
        opened = open_bracket(text)
        return Slip(opened, "NW310", "the `(` opened here is not closed", "close it with `)`")
    hint = "write `at least 1`, `at most 9` or `limited to 1..9`"
    return Slip(max(end - len(last), 0), "NW310", f"the expression stops after `{last}`", hint)


def slip_without_operator(start: int, before: str, word: str) -> Slip:
    """Two values side by side."""
    for odd in (word, before):
        if odd.lower() in WORDS and odd not in WORDS:
            return Slip(start, "NW310", f"`{odd}` is not a word of the language", f"did you mean `{odd.lower()}`?")
    if word in WORDS or before in WORDS:
        hint = "write `at least 1`, `at most 9` or `limited to 1..9`; these words cannot be names"
        return Slip(start, "NW310", f"`{word}` does not fit after `{before}`", hint)
    hint = "write +, -, *, /, a comparison, `and` or `or` between them"
    return Slip(start, "NW310", f"an operator is missing between `{before}` and `{word}`", hint)


def slip_of_chain(text: str, start: int, second: str) -> Slip:
    """`1 < a < 3`: shown in its two-part form."""
    begin, end = part_around(text, start)
    first = next((hit for hit in COMPARISON.finditer(text, begin, start) if same_depth(text, begin, hit.start())), None)
    what = "two comparisons cannot be chained"
    if first is None:
        return Slip(start, "NW311", what, "join them by `and`")
    middle = text[first.end() : start].strip()
    left, right = text[begin:start].strip(), text[start + len(second) : end].strip()
    return Slip(start, "NW311", what, f"write `{left} and {middle} {second} {right}`")


def part_around(text: str, start: int) -> tuple[int, int]:
    """From where to where the condition reaches in which `start` stands: brackets, commas, and, or, not end it."""
    begin, end, depth = 0, len(text), 0
    for hit in re.finditer(r"[(),]|\b(?:and|or|not)\b", text):
        mark = hit.group()
        if hit.start() < start:
            begin = hit.end() if mark != ")" and same_depth(text, hit.end(), start) else begin
            continue
        if depth == 0 and mark != "(":
            return begin, hit.start()
        depth += {"(": 1, ")": -1}.get(mark, 0)
    return begin, end


def same_depth(text: str, begin: int, end: int) -> bool:
    """Whether two places of a text stand inside the same brackets."""
    depth = 0
    for letter in text[begin:end]:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0


def last_word(text: str) -> str:
    """The last name, number or operator of a text."""
    found = re.findall(r"[A-Za-z][A-Za-z0-9_]*|[0-9]+|==|!=|<=|>=|//|\.\.|\S", text)
    return found[-1] if found else ""


def open_bracket(text: str) -> int:
    """Where the innermost bracket stands that is never closed."""
    opened: list[int] = []
    for offset, letter in enumerate(text):
        if letter == "(":
            opened.append(offset)
        elif letter == ")" and opened:
            opened.pop()
    return opened[-1] if opened else 0
