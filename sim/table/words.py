"""The words of a line of notation: where each stands, what it may mean, and what a reader says that cannot read it.

Full-width ASCII, as Japanese keyboards give it, is read as ASCII; columns stay those of the line as typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sim.errors import closest

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D}
LONGEST_NUMBER = 6  # digits; no number of a game is longer

# What can be wrong with a line; the sentences are in tui/wording.
NO_ACT = "no-act"
UNKNOWN_SEAT = "unknown-seat"
SEAT_IS_HELD = "seat-is-held"
UNKNOWN_ACT = "unknown-act"
MISSING_WORD = "missing-word"
EXTRA_WORD = "extra-word"
UNKNOWN_NAME = "unknown-name"
UNKNOWN_LEVEL = "unknown-level"
NOT_A_NUMBER = "not-a-number"
NOT_A_TERM = "not-a-term"
NAMED_TWICE = "named-twice"
NO_SUCH_CHOICE = "no-such-choice"
UNPRINTABLE = "unprintable"
NOTATION_CODES = (
    NO_ACT,
    UNKNOWN_SEAT,
    SEAT_IS_HELD,
    UNKNOWN_ACT,
    MISSING_WORD,
    EXTRA_WORD,
    UNKNOWN_NAME,
    UNKNOWN_LEVEL,
    NOT_A_NUMBER,
    NOT_A_TERM,
    NAMED_TWICE,
    NO_SUCH_CHOICE,
    UNPRINTABLE,
)


class NotationError(Exception):
    """A line that cannot be read. column: of the word at fault, from 1, in characters.

    word: as typed; expected: words that would be read there; hint: the one or two of them that were probably meant.
    """

    def __init__(self, code: str, column: int, word: str = "", expected: Sequence[str] = (), hint: Sequence[str] | None = None) -> None:
        self.code = code
        self.column = column
        self.word = word
        self.expected: tuple[str, ...] = tuple(expected)
        self.hint: tuple[str, ...] = tuple(closest(word, expected) if hint is None else hint)
        super().__init__(f"{code} at column {column}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line and its column, from 1."""

    text: str
    column: int

    @property
    def end(self) -> int:
        """Column behind the word."""
        return self.column + len(self.text)

    def one_of(self, known: Mapping[str, int], code: str = UNKNOWN_NAME) -> int:
        """What the word stands for among names; another case will do where it fits one name only."""
        if self.text in known:
            return known[self.text]
        alike = [name for name in known if name.casefold() == self.text.casefold()]
        if len(alike) == 1:
            return known[alike[0]]
        raise NotationError(code, self.column, self.text, tuple(known))

    def number(self, low: int = 0) -> int:
        """A whole number of few digits."""
        digits = self.text.removeprefix("-") if low < 0 else self.text
        if not re.fullmatch(rf"[0-9]{{1,{LONGEST_NUMBER}}}", digits):
            raise NotationError(NOT_A_NUMBER, self.column, self.text)
        return int(self.text)

    def term(self, expected: Sequence[str] = ()) -> tuple[Word, Word]:
        """The two sides of `NAME=VALUE`."""
        name, sign, value = self.text.partition("=")
        if not (name and sign and value):
            raise NotationError(NOT_A_TERM, self.column, self.text, [f"{known}=" for known in expected])
        return Word(name, self.column), Word(value, self.column + len(name) + 1)


class Words:
    """The words of one line, taken from left to right."""

    def __init__(self, line: str) -> None:
        self.line = line
        plain = line.translate(FULL_WIDTH)
        self.left = [Word(found.group(), found.start() + 1) for found in re.finditer(r"\S+", plain)]
        self.end = len(plain.rstrip()) + 2  # where a word that is missing would stand

    def __bool__(self) -> bool:
        return bool(self.left)

    def peek(self) -> str:
        """The next word, or "" at the end."""
        return self.left[0].text if self.left else ""

    def next(self, expected: Sequence[str] = ()) -> Word:
        """Take the next word. Raises NotationError at the end of the line."""
        if not self.left:
            raise NotationError(MISSING_WORD, self.end, "", expected)
        return self.left.pop(0)

    def rest(self) -> str:
        """Take what is left as it was typed, in words one space apart."""
        if not self.left:
            return ""
        start = self.left[0].column - 1
        text = " ".join(self.line[start:].split())
        if not text.isprintable():
            raise NotationError(UNPRINTABLE, start + 1)
        self.left = []
        return text

    def close(self) -> None:
        """Nothing may be left."""
        if self.left:
            raise NotationError(EXTRA_WORD, self.left[0].column, self.left[0].text, hint=())
