"""Words: every word of a glossary in both languages with its definition; some of them where something is looked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from sim.domain import LANGUAGES, Word
from tui.screen.ink import BLANK, Row, Span, fit, row, wrapped
from tui.screen.pages.reach import reachable


def words_rows(glossary: Sequence[Word], language: str, cells: int, wanted: str = "") -> list[Row]:
    """Words of the game first, those with a definition before plain terms. wanted: a part of a word or a definition."""
    rows: list[Row] = []
    found = list(fitting(glossary, language, wanted))
    explained = [word for word in found if word.text is not None]
    plain = [word for word in found if word.text is None]
    width = width_of([*explained, *plain], language, cells)
    for word in explained:
        rows += word_rows(word, language, cells, width)
    if explained and plain:
        rows.append(BLANK)
    for word in plain:
        rows += word_rows(word, language, cells, width)
    return reachable(rows)


def width_of(words: Sequence[Word], language: str, cells: int) -> int:
    """Cells of the column of words: as many as the longest needs, at most half of the line."""
    longest = max((cell_len(word.label[language]) for word in words), default=0)
    return min(longest, cells // 2 - 4)


def word_rows(word: Word, language: str, cells: int, width: int) -> list[Row]:
    """One word: in the own language, in the other one, and below what it means."""
    other = next(each for each in LANGUAGES if each != language)
    head = row("  ", Span(fit(word.label[language], width), "strong"), "  ", fit(word.label[other], cells - width - 6), key=word.id)
    if word.text is None:
        return [head]
    return [head, *(row("     ", Span(part, "soft")) for part in wrapped(word.text[language], cells - 7))]


def fitting(glossary: Sequence[Word], language: str, wanted: str) -> Iterator[Word]:
    """The words in which something stands, in either language; upper and full-width letters count as plain ones."""
    part = folded(wanted)
    for word in glossary:
        texts = [*(word.label[each] for each in LANGUAGES), word.text[language] if word.text is not None else ""]
        if not part or any(part in folded(text) for text in texts):
            yield word


def folded(text: str) -> str:
    """Letters as they are compared."""
    return unicodedata.normalize("NFKC", text).casefold().strip()
