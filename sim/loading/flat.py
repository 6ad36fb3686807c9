"""Rule files in one form for all ways to write them, every part with its place: what two of them are compared in.

Entries go by their ids, numbers of an issue by level, a list of one effect is that effect; the files of a pack are one.
Which order and which words count is said in `digests`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from sim.loading.digests import ANSWERS, EFFECTS, LEFT_OUT, NAMES, ORDERED_MAPS, ORIGIN_KEYS, UNORDERED, WORDS
from sim.loading.load import Read
from sim.loading.node import Node, Plain, id_of, place, plain
from sim.loading.numbers import ORIGIN_HOUSE, At, is_house, origin_of
from sim.loading.targets import TIMING, VERBS

LEAF, MAP, ENTRIES, ROWS = "leaf", "map", "entries", "rows"
"""One value or a list of plain values; keys; a list by id; a list by position."""
LANGUAGES = frozenset({"en", "ja", "ja_narrow"})
ISSUES, LEVELS, PAYOFF, TOTALS = "issues", "levels", "payoff", "effects"
PLAYERS = "players"
HEAD = "scenario"


@dataclass(frozen=True, slots=True)
class Above:
    """What holds for all below: tags of the entry, whether it is for people, whether it is prose in one language."""

    tags: tuple[str, ...] = ()
    is_text: bool = False
    is_prose: bool = False

    def at(self, node: Node) -> Above:
        """The same with the tags of an entry, where it has some."""
        source = node.get("source")
        if source is None:
            return self
        items = source.value if isinstance(source.value, list) else [source]
        return replace(self, tags=tuple(str(item.value) for item in items))

    def under(self, key: str, node: Node) -> Above:
        """The same under a key. The number of players of a seat table decides who sits where; that of a scenario is a text."""
        is_text = self.is_text or (key in WORDS and not (key == PLAYERS and isinstance(node.value, int)))
        return self if is_text == self.is_text and not is_text else replace(self, is_text=is_text, is_prose=is_text and key in LANGUAGES)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A value and what stands below it. ordered: the keys below whose order has a meaning.

    by_level: a level of an issue each: the list of levels, or one number for each of them. inside: the numbers of a level.
    """

    kind: str
    node: Node
    above: Above
    parts: dict[str, Part] = field(default_factory=dict)
    ordered: tuple[str, ...] = ()
    by_level: bool = False
    inside: Part | None = None

    @property
    def is_text(self) -> bool:
        """Whether it is for people."""
        return self.above.is_text

    @property
    def value(self) -> Plain:
        """The value without places; of a level, its numbers."""
        return plain(self.inside.node if self.inside is not None else self.node)

    @property
    def place(self) -> str:
        """`file:line:column`."""
        return place(self.node)

    @property
    def size(self) -> int:
        """How many single values it holds; what only says where an entry comes from is not counted."""
        if self.inside is not None:
            return self.inside.size
        return 1 if self.kind == LEAF else sum(part.size for key, part in self.parts.items() if key not in ORIGIN_KEYS)

    def origin(self, is_own: bool) -> str:
        """source, assumption, or house where the file did not come with the program or a house rule put the value there."""
        return ORIGIN_HOUSE if is_own or self.node.was is not None else origin_of(self.above.tags)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two rule sets to be compared. None where there is none; own_...: it did not come with the program."""

    pack: Part
    scenario: Part | None
    own_pack: bool
    own_scenario: bool


def side_of(source: Read) -> Side:
    """A scenario and its pack, or a pack alone."""
    pack = merged(source.pack.roots.values() if source.pack is not None else ())
    own = source.doc.node
    scenario = part_of(own, "", Above()) if own is not None else None
    own_scenario = own is not None and is_house(source, At(own, ""))
    return Side(part_of(pack, "", Above()), scenario, is_house(source, At(pack, "")), own_scenario)


def merged(roots: Iterable[Node]) -> Node:
    """The files of a pack as one map."""
    found: dict[str, Node] = {}
    for root in roots:
        for key, node in root.value.items() if isinstance(root.value, dict) else ():
            found[key] = joined(found[key], node) if key in found else node
    return Node(found, "", 1, 1)


def joined(first: Node, other: Node) -> Node:
    """What stands under one key in two files: entries one after the other, or keys of both."""
    if isinstance(first.value, list) and isinstance(other.value, list):
        return replace(first, value=[*first.value, *other.value])
    if isinstance(first.value, dict) and isinstance(other.value, dict):
        return replace(first, value=first.value | {key: node for key, node in other.value.items() if key not in first.value})
    return first


def part_of(node: Node, key: str, above: Above) -> Part:
    """The value under a key."""
    if key in EFFECTS | ANSWERS:
        return effects_of(node, key, above)
    if isinstance(node.value, dict):
        return map_of(node, key, above)
    if isinstance(node.value, list):
        return list_of(node, key, above, entry_of_issues if key == ISSUES else entry_of)
    return Part(LEAF, node, above)


def map_of(node: Node, key: str, above: Above, skipped: frozenset[str] = LEFT_OUT) -> Part:
    """A map, key by key."""
    above = above.at(node)
    skipped = skipped | NAMES if key == HEAD else skipped
    entries = node.value if isinstance(node.value, dict) else {}
    parts = {name: part_of(item, name, above.under(name, item)) for name, item in entries.items() if name not in skipped}
    return Part(MAP, node, above, parts, tuple(parts) if key in ORDERED_MAPS else ())


Builder = Callable[[Node, Above, bool], Part]
"""From an item of a list to a part; whether it goes by its id."""


def list_of(node: Node, key: str, above: Above, build: Builder) -> Part:
    """A list: by id where every item has one of its own, as one value where all are plain, else by position."""
    items = node.value if isinstance(node.value, list) else [node]
    if not any(isinstance(item.value, list | dict) for item in items):
        return Part(LEAF, node, above)
    ids = [id_of(item) for item in items]
    if not all(ids) or len(set(ids)) < len(ids):
        return Part(ROWS, node, above, {str(position): build(item, above, False) for position, item in enumerate(items)})
    parts = {name: build(item, above, True) for name, item in zip(ids, items, strict=True)}
    return Part(ENTRIES, node, above, parts, () if above.is_text or key in UNORDERED else tuple(ids))


def entry_of(node: Node, above: Above, by_id: bool) -> Part:
    """An item of a list; the id it goes by is no part of it."""
    return map_of(node, "", above, LEFT_OUT | {"id"}) if by_id else part_of(node, "", above)


def effects_of(node: Node, key: str, above: Above) -> Part:
    """Effects: one map, or several one after the other."""
    items = node.value if isinstance(node.value, list) else [node]
    return effect_of(items[0], above, False) if len(items) == 1 else list_of(node, key, above, effect_of)


def effect_of(node: Node, above: Above, by_id: bool) -> Part:
    """One map of effects: its targets happen in their order; the keys of a verb have none."""
    if not isinstance(node.value, dict):
        return part_of(node, "", above)
    found = entry_of(node, above, by_id)
    if any(verb in found.parts for verb in VERBS):
        return found
    return replace(found, ordered=tuple(name for name in found.parts if name not in TIMING and name not in WORDS))


def entry_of_issues(node: Node, above: Above, by_id: bool) -> Part:
    """An issue: its payoffs and effects by level, where there is one number for each."""
    found = entry_of(node, above, by_id)
    levels = node.get(LEVELS)
    names = [str(item.value) for item in levels.value] if levels is not None and isinstance(levels.value, list) else []
    if levels is None or not names or len(set(names)) < len(names):
        return found
    columns = {key: columns_of(found.parts[key], names, key == TOTALS) for key in (PAYOFF, TOTALS) if key in found.parts}
    return replace(found, parts={**found.parts, LEVELS: levels_of(levels, names, columns, found.above), **columns})


def columns_of(part: Part, levels: list[str], is_ordered: bool) -> Part:
    """The numbers of each party or meter by level."""
    if part.kind != MAP:
        return part
    return replace(
        part, parts={key: column_of(item, levels) for key, item in part.parts.items()}, ordered=tuple(part.parts) if is_ordered else ()
    )


def column_of(part: Part, levels: list[str]) -> Part:
    """A number for each level; as it is where there are more or fewer."""
    items = part.node.value
    if part.kind != LEAF or not isinstance(items, list) or len(items) != len(levels):
        return part
    return Part(
        MAP, part.node, part.above, {level: Part(LEAF, item, part.above) for level, item in zip(levels, items, strict=True)}, by_level=True
    )


def levels_of(node: Node, levels: list[str], columns: dict[str, Part], above: Above) -> Part:
    """The levels in their order, each with its numbers."""
    items = node.value if isinstance(node.value, list) else []
    parts = {
        level: Part(LEAF, item, above, inside=inside_of(level, item, columns, above)) for level, item in zip(levels, items, strict=True)
    }
    return Part(ENTRIES, node, above, parts, tuple(levels), by_level=True)


def inside_of(level: str, item: Node, columns: dict[str, Part], above: Above) -> Part:
    """The numbers of a level as one map, as if they stood in it."""
    held = {
        key: {name: column.parts[level].node for name, column in part.parts.items() if column.by_level} for key, part in columns.items()
    }
    inner = {key: replace(item, value=cells) for key, cells in held.items() if cells}
    return map_of(replace(item, value=inner), "", above)
