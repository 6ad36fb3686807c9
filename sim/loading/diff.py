"""What two rule sets say differently: one change a line, with both values and both places. Never what it does in a game.

How a file is written is no difference: order of files and keys, spaces, quotation marks, comments. An id that goes by
another name is one change, and what refers to it none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sim.loading.digests import ORIGIN_KEYS
from sim.loading.flat import ENTRIES, LEAF, MAP, ROWS, Part, Side, side_of
from sim.loading.load import Read
from sim.loading.node import Plain, Value
from sim.loading.numbers import ADDED as BY_SCENARIO

CHANGED, ADDED, REMOVED, MOVED, RENAMED = "changed", "added", "removed", "moved", "renamed"
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
TOKEN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[0-9]+|//|\.\.|[<>=!]=|\S")
LITTLE = 3  # an entry of another id is the same one if at most a third of its values differ

PACK, SCENARIO = "", "+"
"""The two tops of a rule set on the way down; no key of a file is called so."""

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. path: from the top, entries by id, as it is after; before, after: `file:line:column`, "" for nowhere.

    kind: changed, added, removed, moved (another order; `moved` names the fewest ids to be moved, old and new all of them)
    or renamed (old and new are the ids). origin: of what stands there after, or stood there: source, assumption, house.
    is_text: words for people, or where an entry comes from; by_scenario: the scenario file says it, not its pack.
    """

    path: str
    kind: str
    old: Plain | None
    new: Plain | None
    before: str
    after: str
    origin: str
    is_text: bool = False
    by_scenario: bool = False
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """Every difference: renamed ids first, then in the order of the files, the scenario last."""

    changes: tuple[Change, ...]

    @property
    def renames(self) -> tuple[Change, ...]:
        """The ids that go by another name."""
        return tuple(change for change in self.changes if change.kind == RENAMED)

    @property
    def meaning(self) -> tuple[Change, ...]:
        """What may change a game; another name does not."""
        return tuple(change for change in self.changes if not change.is_text and change.kind != RENAMED)

    @property
    def texts(self) -> tuple[Change, ...]:
        """What people read, and where entries come from."""
        return tuple(change for change in self.changes if change.is_text and change.kind != RENAMED)

    @property
    def is_same(self) -> bool:
        """No change in meaning and none in words."""
        return not self.changes


@dataclass(frozen=True, slots=True)
class Found:
    """A difference between two parts; None where there is none on that side."""

    kind: str
    path: Path
    before: Part | None
    after: Part | None
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many values it is about."""
        return 1 if self.kind == MOVED else max(part.size for part in (self.before, self.after) if part is not None)


@dataclass(frozen=True, slots=True)
class Names:
    """Ids that go by another name after. levels: by the issue, as it is called after, and the level."""

    words: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, str], str] = field(default_factory=dict)

    def said(self, text: str, path: Path) -> str:
        """A text with the new names. path: where it stands; a level is renamed where its issue is spoken of."""
        if not self.words and not self.levels:
            return text
        found = WORD.sub(lambda hit: self.words.get(hit.group(), hit.group()), text)
        issues = {issue for issue, _ in self.levels} & {*path, *WORD.findall(found)}
        levels = {level: new for (issue, level), new in self.levels.items() if issue in issues}
        return WORD.sub(lambda hit: levels.get(hit.group(), hit.group()), found) if levels else found

    def knows(self, rename: Rename) -> bool:
        """Whether the id has a new name already, or the new name an id."""
        if rename.issue:
            taken = {(issue, new) for (issue, _), new in self.levels.items()}
            return (rename.issue, rename.old) in self.levels or (rename.issue, rename.new) in taken
        return rename.old in self.words or rename.new in self.words.values()

    def with_(self, rename: Rename) -> Names:
        """The same with one more."""
        if rename.issue:
            return replace(self, levels={**self.levels, (rename.issue, rename.old): rename.new})
        return replace(self, words={**self.words, rename.old: rename.new})


@dataclass(frozen=True, slots=True)
class Rename:
    """An entry that went and one that came. issue: whose level it is, else "". differing: values of `size` that differ."""

    path: Path
    old: str
    new: str
    before: Part
    after: Part
    issue: str
    differing: int
    size: int


def differences(before: Read, after: Read) -> Diff:
    """What the second says differently. Packs alone are compared where one of the two has no scenario."""
    sides = side_of(before), side_of(after)
    old, new = (whole(side, all(each.scenario is not None for each in sides)) for side in sides)
    renames = renames_of(old, new)
    found = [Found(RENAMED, each.path, each.before, each.after, (each.old,), (each.new,)) for each in renames]
    found += found_in(old, new, names_of(renames), ())
    return Diff(tuple(change_of(each, *sides) for each in found))


def whole(side: Side, with_scenario: bool) -> Part:
    """Pack and scenario as one, under the keys that `change_of` takes away again."""
    parts = {PACK: side.pack}
    if with_scenario and side.scenario is not None:
        parts[SCENARIO] = side.scenario
    return replace(side.pack, parts=parts)


def change_of(found: Found, old: Side, new: Side) -> Change:
    """A difference with its values and places."""
    by_scenario = found.path[0] == SCENARIO
    side, here = (new, found.after) if found.after is not None else (old, found.before)
    assert here is not None
    return Change(
        path=".".join(found.path[1:]).removeprefix(BY_SCENARIO),
        kind=found.kind,
        old=shown(found.old, found.kind) if found.old else (found.before.value if found.before is not None else None),
        new=shown(found.new, found.kind) if found.new else (found.after.value if found.after is not None else None),
        before=place_in(found.before, found),
        after=place_in(found.after, found),
        origin=here.origin(side.own_scenario if by_scenario else side.own_pack),
        is_text=here.is_text,
        by_scenario=by_scenario,
        moved=found.moved,
    )


def shown(ids: Path, kind: str) -> Plain:
    """Ids as a value: the one of an entry, or those of a list."""
    return ids[0] if kind == RENAMED else list(ids)


def place_in(part: Part | None, found: Found) -> str:
    """Where a part stands; of a list in another order, where the first of the moved stands."""
    if part is None:
        return ""
    moved = [part.parts[key] for key in found.moved if key in part.parts]
    return moved[0].place if moved else part.place


# --- comparing ---


def found_in(before: Part, after: Part, names: Names, path: Path) -> Iterator[Found]:
    """The differences between two parts that stand in the same place."""
    if before.kind != after.kind or (before.kind == ROWS and len(before.parts) != len(after.parts)):
        yield Found(CHANGED, path, before, after)
    elif before.kind == LEAF:
        if not is_same(before.node.value, after.node.value, before.above.is_prose, names, path):
            yield Found(CHANGED, path, before, after)
    else:
        both = matched(before, after, names, path)
        yield from found_below(before, after, both, names, path)
        yield from found_order(before, after, both, path)


def found_below(before: Part, after: Part, both: dict[str, str], names: Names, path: Path) -> Iterator[Found]:
    """The same for all that stands below. A column says nothing of a level that came or went: the list of levels does."""
    is_column = before.by_level and before.kind != ENTRIES
    for key, part in before.parts.items():
        if key in both:
            yield from found_in(part, after.parts[both[key]], names, (*path, both[key]))
        elif not is_column:
            where, top = top_of((*path, key), part, before.kind == ENTRIES)
            yield Found(REMOVED, where, top, None)
    kept = set(both.values())
    for key, part in after.parts.items():
        if key not in kept and not is_column:
            where, top = top_of((*path, key), part, after.kind == ENTRIES)
            yield Found(ADDED, where, None, top)


def top_of(path: Path, part: Part, is_entry: bool) -> tuple[Path, Part]:
    """Where what stands on one side only begins. Sections of a scenario with one key are no more than the way to it."""
    while path[0] == SCENARIO and not is_entry and part.kind in (MAP, ENTRIES) and len(part.parts) == 1:
        is_entry = part.kind == ENTRIES
        ((key, part),) = part.parts.items()
        path = (*path, key)
    return path, part


def found_order(before: Part, after: Part, both: dict[str, str], path: Path) -> Iterator[Found]:
    """Another order of what both have, where order has a meaning."""
    old = tuple(both[key] for key in before.ordered if both.get(key) in after.ordered)
    new = tuple(key for key in after.ordered if key in set(old))
    if old != new:
        yield Found(MOVED, path, before, after, old, new, fewest_moved(old, new))


def fewest_moved(old: Path, new: Path) -> Path:
    """The fewest ids that have to be moved to come from one order to the other: all but a longest row that keeps its order."""
    rank = {key: position for position, key in enumerate(old)}
    tails: list[int] = []
    lengths: dict[str, int] = {}
    for key in new:
        length = bisect_left(tails, rank[key])
        tails[length : length + 1] = [rank[key]]
        lengths[key] = length
    kept: set[str] = set()
    wanted, below = len(tails) - 1, len(old)
    for key in reversed(new):
        if lengths[key] == wanted and rank[key] < below:
            kept.add(key)
            wanted, below = wanted - 1, rank[key]
    return tuple(key for key in new if key not in kept)


def matched(before: Part, after: Part, names: Names, path: Path) -> dict[str, str]:
    """The keys that both have, each with what it is called after."""
    both = {key: key for key in before.parts if key in after.parts}
    for key in before.parts:
        other = names.said(key, path)
        if key not in both and other in after.parts and other not in both.values():
            both[key] = other
    return both


def is_same(before: Value, after: Value, is_prose: bool, names: Names, path: Path) -> bool:
    """Whether two single values, or two lists of them, say the same; prose counts letter by letter, but for new names."""
    if isinstance(before, list) and isinstance(after, list):
        pairs = zip(before, after, strict=False)
        return len(before) == len(after) and all(is_same(old.value, new.value, is_prose, names, path) for old, new in pairs)
    if before == after or not isinstance(before, str) or not isinstance(after, str):
        return before == after
    if is_prose:
        return names.said(before, path) == after
    old, said, new = (TOKEN.findall(text) for text in (before, names.said(before, path), after))
    return len(old) == len(said) == len(new) and all(word in (one, other) for one, other, word in zip(old, said, new, strict=True))


# --- renamed ids ---


def renames_of(before: Part, after: Part) -> list[Rename]:
    """The ids that go by another name. Each that is found may show others, so it is looked for until none is found."""
    found: list[Rename] = []
    names = Names()
    while True:
        chosen: list[Rename] = []
        for rename in sorted(candidates(before, after, names, ()), key=likeness):
            if not names.knows(rename):
                names = names.with_(rename)
                chosen.append(rename)
        if not chosen:
            return sorted(found, key=lambda each: (each.path[0], each.after.node.path, each.after.node.line))
        found += chosen


def likeness(rename: Rename) -> tuple[bool, bool, int]:
    """The likeliest first. An id may stand in several lists: its home is where it is no text, and the pack where parties are named."""
    return rename.before.is_text, rename.path[1] != "pack", 1000 * rename.differing // max(rename.size, 1)


def names_of(renames: Iterable[Rename]) -> Names:
    """The new names."""
    names = Names()
    for rename in renames:
        names = names.with_(rename)
    return names


def candidates(before: Part, after: Part, names: Names, path: Path) -> Iterator[Rename]:
    """Entries of a list that went and came, in pairs that differ in little or nothing; at any depth."""
    both = matched(before, after, names, path)
    kept = set(both.values())
    if before.kind == after.kind == ENTRIES:
        gone = [key for key in before.parts if key not in both]
        come = [key for key in after.parts if key not in kept]
        pairs = [pair(before, after, old, new, names, path) for old in gone for new in come]
        yield from (rename for rename in pairs if is_little(rename, len(pairs) == 1))
    for key, other in both.items():
        yield from candidates(before.parts[key], after.parts[other], names, (*path, other))


def pair(before: Part, after: Part, old: str, new: str, names: Names, path: Path) -> Rename:
    """Two entries as one that was renamed."""
    one, other = before.parts[old], after.parts[new]
    rename = Rename((*path, new), old, new, one, other, path[-2] if before.by_level else "", 0, max(one.size, other.size))
    names = names.with_(rename)
    differences = found_in(one.inside or one, other.inside or other, names, rename.path)
    return replace(rename, differing=sum(each.size for each in differences if not ORIGIN_KEYS & set(each.path)))


def is_little(rename: Rename, is_only: bool) -> bool:
    """Whether what differs is little; entries without any value are the same only where there is no other."""
    return LITTLE * rename.differing <= rename.size and (rename.size > 0 or is_only)
