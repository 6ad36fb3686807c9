"""One edit that makes a file wrong, with the places at which a message about it may stand, and what the checker says to it."""

from __future__ import annotations

import random
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sim.errors import Problem
from sim.loading.node import Node
from tests.edits.desk import Desk, Place, Spot, place_in

LETTERS = "aeiorstnlkq"
DIGITS = "2345678"
TRIES = 60
FEW = 3  # edits of a kind that are looked for long enough, however few are wanted: some kinds are hard to find
TRACEBACK = "traceback"


@dataclass(frozen=True, slots=True)
class Edit:
    """`old`, which begins at `start`, becomes `new`. near: offsets of the sound text at which a message helps; fresh: of the new one."""

    file: str
    start: int
    old: str
    new: str
    near: frozenset[int] = frozenset()
    fresh: frozenset[int] = frozenset()
    codes: frozenset[str] = frozenset()

    def applied(self, text: str) -> str:
        """The text with the edit in it."""
        return text[: self.start] + self.new + text[self.start + len(self.old) :]

    def places(self, text: str) -> set[Place]:
        """Where a message may stand, in the new text."""
        edited = self.applied(text)
        return {place_in(edited, at) for at in {self.start, *map(self.moved, self.near), *self.fresh}}

    def moved(self, offset: int) -> int:
        """An offset of the sound text in the new one."""
        return offset + len(self.new) - len(self.old) if offset >= self.start + len(self.old) > self.start else offset


Maker = Callable[[Desk, random.Random], Edit | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to be wrong. codes: those a message about it may carry."""

    name: str
    codes: frozenset[str]
    make: Maker


@dataclass(frozen=True, slots=True)
class Answer:
    """What the checker said to an edit."""

    kind: str
    edit: Edit
    place: Place
    places: frozenset[Place]
    problems: tuple[Problem, ...]

    @property
    def is_reported(self) -> bool:
        """Whether anything was said."""
        return bool(self.problems)

    @property
    def hits(self) -> list[Problem]:
        """The messages at one of the right places."""
        return [each for each in self.problems if each.file == self.edit.file and (each.line, each.column) in self.places]

    @property
    def is_told(self) -> bool:
        """Whether a message stands at the right place with a code that fits."""
        return any(each.code in self.edit.codes for each in self.hits)

    @property
    def is_single(self) -> bool:
        """Whether there is one message for the one cause."""
        return len(self.problems) == 1


def checked(desk: Desk, file: str, text: str) -> tuple[Problem, ...]:
    """What the checker says; a traceback is an answer, too, to be counted."""
    try:
        return desk.problems(file, text)
    except Exception as trouble:  # whatever it is: the file it was about is what has to be known
        at = traceback.extract_tb(trouble.__traceback__)[-1]
        return (Problem(file, 1, 1, "error", TRACEBACK, f"{type(trouble).__name__}: {trouble} ({at.filename}:{at.lineno})"),)


def answered(desk: Desk, kind: Kind, edit: Edit) -> Answer:
    """Make the edit, check, and keep what was said."""
    edit = replace(edit, codes=kind.codes)
    text = desk.texts[edit.file]
    problems = checked(desk, edit.file, edit.applied(text))
    return Answer(kind.name, edit, place_in(text, edit.start), frozenset(edit.places(text)), problems)


def fresh_edits(desk: Desk, kind: Kind, luck: random.Random, count: int) -> list[Edit]:
    """So many different edits of a kind, or as many as there are."""
    found: dict[tuple[str, int, str], Edit] = {}
    for _ in range(max(count, FEW) * TRIES):
        edit = kind.make(desk, luck)
        if edit is not None and edit.old != edit.new:
            found.setdefault((edit.file, edit.start, edit.new), edit)
        if len(found) == count:
            break
    return list(found.values())


def at_node(desk: Desk, file: str, node: Node) -> set[int]:
    """Where a value and the key in front of it begin."""
    found = {desk.offset(file, node.line, node.column)}
    return found | ({desk.offset(file, node.key_line, node.key_column)} if node.key_line else set())


def near_spot(desk: Desk, spot: Spot, up: int = 0) -> set[int]:
    """A value and its key, and the same of so many values around it."""
    found = at_node(desk, spot.file, spot.node)
    for node in spot.around[:up]:
        found |= at_node(desk, spot.file, node)
    return found


def near_owner(desk: Desk, spot: Spot) -> set[int]:
    """The id of the nearest entry around a value, and the entry."""
    for node in spot.around:
        own = node.get("id")
        if own is not None:
            return at_node(desk, spot.file, node) | at_node(desk, spot.file, own)
    return set()


def of_value(desk: Desk, spot: Spot | None, new: str | None, up: int = 0, more: Iterable[int] = ()) -> Edit | None:
    """Another value in the place of one."""
    if spot is None or new is None or not desk.written(spot):
        return None
    start = desk.offset(spot.file, spot.node.line, spot.node.column)
    return Edit(spot.file, start, desk.written(spot), new, frozenset(near_spot(desk, spot, up) | set(more)))


def of_key(desk: Desk, spot: Spot | None, new: str | None, up: int = 0, more: Iterable[int] = ()) -> Edit | None:
    """Another key in the place of one."""
    if spot is None or new is None or not spot.is_under_key:
        return None
    start = desk.offset(spot.file, spot.node.key_line, spot.node.key_column)
    return Edit(spot.file, start, str(spot.trail[-1]), new, frozenset(near_spot(desk, spot, up) | set(more)))


def inside(desk: Desk, spot: Spot, start: int, old: str, new: str, near: Iterable[int] = (), fresh: Iterable[int] = ()) -> Edit | None:
    """A part of a value on one line changed. near: further offsets inside the value; fresh: inside the value as it is then."""
    if not desk.written(spot):
        return None
    first = desk.offset(spot.file, spot.node.line, spot.node.column)
    near = {*near_spot(desk, spot), *(first + at for at in near)}
    return Edit(spot.file, first + start, old, new, frozenset(near), frozenset(first + at for at in fresh))


def misspelt(desk: Desk, word: str, luck: random.Random) -> str | None:
    """A word with one slip of the finger in it, that is no other word of the files."""
    for _ in range(TRIES):
        at = luck.randrange(1, len(word)) if len(word) > 1 else 0
        ways = [word[:at] + luck.choice(LETTERS) + word[at:]]
        if word[at].isdigit():
            ways = [word[:at] + luck.choice(DIGITS) + word[at + 1 :], word[:at] + luck.choice(DIGITS) + word[at:]]
        elif len(word) > 3:
            ways += [word[:at] + word[at + 1 :], word[:at] + luck.choice(LETTERS) + word[at + 1 :], word[:at] + word[at] + word[at:]]
        found = luck.choice(ways)
        if found not in desk.words and found != word:
            return found
    return None


def misspelt_value(desk: Desk, luck: random.Random, *patterns: str, up: int = 0) -> Edit | None:
    """A word that stands as a value, misspelt; of `posture(us)` the word in the brackets."""
    spot = desk.pick(luck, *patterns)
    if spot is None or not isinstance(spot.node.value, str) or spot.node.quoted:
        return None
    return of_value(desk, spot, misspelt(desk, spot.node.value, luck), up) if spot.node.value.isidentifier() else None


def misspelt_key(desk: Desk, luck: random.Random, *patterns: str, up: int = 0) -> Edit | None:
    """A key, misspelt."""
    spot = desk.pick(luck, *patterns)
    word = str(spot.trail[-1]) if spot is not None else ""
    return of_key(desk, spot, misspelt(desk, word, luck), up) if word.isidentifier() else None


def reference(desk: Desk, luck: random.Random, values: tuple[str, ...], keys: tuple[str, ...] = ()) -> Edit | None:
    """A name misspelt where it stands as a value or as a key."""
    both = [*values, *keys]
    found = luck.choice(both)
    return misspelt_key(desk, luck, found) if found in keys else misspelt_value(desk, luck, found)
