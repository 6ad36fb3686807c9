"""What can come next on a line of notation: asked of its reader, which says the words that it would have read."""

from __future__ import annotations

from dataclasses import dataclass

from sim.domain import Scenario
from sim.table.context import Context
from sim.table.notation import NotationError, read_action
from sim.table.seating import Seating
from sim.table.words import MISSING_WORD

BEGIN = "?"  # a word that begins no act: the reader then names all that do


@dataclass(frozen=True, slots=True)
class Next:
    """text: the line up to the word in question; begun: what is there of that word; words: those that fit; is_whole: it can be sent."""

    text: str
    begun: str = ""
    words: tuple[str, ...] = ()
    is_whole: bool = False

    def with_word(self, word: str) -> str:
        """The line with a word finished."""
        return f"{self.text}{word}" if word.endswith("=") else f"{self.text}{word} "


def next_words(text: str, scenario: Scenario, seating: Seating, context: Context, seat: str) -> Next:
    """What can come next on a line."""
    try:
        read_action(text if text.strip() else BEGIN, scenario, seating, context, seat)
    except NotationError as error:
        return Next("", "", error.expected) if not text.strip() else of_error(text, error)
    return Next(text, is_whole=True)


def of_error(text: str, error: NotationError) -> Next:
    """The words that the reader expected where it stopped."""
    if error.code == MISSING_WORD:
        return Next(text if text.endswith(" ") else f"{text} ", "", error.expected)
    before, begun = text[: error.column - 1], text[error.column - 1 :]
    if any(letter.isspace() for letter in begun):
        return Next(text)
    return Next(before, begun, tuple(word for word in error.expected if word.casefold().startswith(begun.casefold())))
