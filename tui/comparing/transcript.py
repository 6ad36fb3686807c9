"""Two games from one seed side by side: the lines of both up to where they part, and a few more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from tui.comparing.columns import WIDTH, left, wrapped

if TYPE_CHECKING:
    from sim.table.game import Game
    from tui.desk import Desk

BEFORE, BEHIND = 3, 8  # lines in which both agree above the first difference; pairs of lines from there on
MIDDLE = {True: " = ", False: " | "}
HALF = (WIDTH - 3) // 2

Pair = tuple[str, str]
"""What is said in one game and in the other, "" where one has nothing beside it."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Lines of both games beside each other. same: lines above the first difference; pairs: from there on."""

    same: tuple[str, ...]
    pairs: tuple[Pair, ...]


def said(game: Game) -> list[str]:
    """The lines of a game with their round."""
    return [f"{entry.round} {entry.line}" for entry in game.lines]


def aligned(old: Sequence[str], new: Sequence[str]) -> Aligned:
    """The same lines beside each other, as far as their order allows."""
    same = next((n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, old[same:], new[same:], autojunk=False)
    for _, a, a_end, b, b_end in matcher.get_opcodes():
        pairs += zip_longest(old[same:][a:a_end], new[same:][b:b_end], fillvalue="")
    return Aligned(tuple(old[:same]), tuple(pairs))


def transcript_lines(desk: Desk, old: Game, new: Game) -> Iterator[str]:
    """Both games beside each other, in the width of a screen."""
    found = aligned(said(old), said(new))
    hidden = len(found.same) - BEFORE
    yield from beside(desk.say("compare-column-before"), desk.say("compare-column-after"))
    if hidden > 0:
        yield desk.say("compare-lines-same", count=hidden)
    for line in found.same[max(0, hidden) :]:
        yield from beside(line, line)
    for pair in found.pairs[:BEHIND]:
        yield from beside(*pair)
    rest = found.pairs[BEHIND:]
    if rest:
        yield desk.say("compare-lines-more", left=sum(1 for one, _ in rest if one), right=sum(1 for _, other in rest if other))
    if not found.pairs:
        yield desk.say("compare-lines-alike")
    yield from beside(ended(desk, old), ended(desk, new))


def beside(one: str, other: str) -> Iterator[str]:
    """Two texts in two columns, each as long as it is."""
    middle = MIDDLE[one == other]
    for first, second in zip_longest(wrapped(one, HALF), wrapped(other, HALF), fillvalue=""):
        yield f"{left(first, HALF)}{middle}{second}".rstrip()


def ended(desk: Desk, game: Game) -> str:
    """How a game ended."""
    from sim.table.seating import TABLE_ID

    view = game.view_for(TABLE_ID)
    assert view.results is not None
    ending = game.scenario.endings[view.results.ending]
    return desk.say("compare-end", ending=f"{ending.id} {ending.short[desk.language]}", packages=view.ratified)
