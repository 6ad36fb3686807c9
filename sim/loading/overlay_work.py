"""An overlay at work on the trees of a scenario: where its paths lead, what it changed, what it could not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sim.errors import Problem, closest
from sim.loading.digests import WORDS
from sim.loading.faults import MOST_PROBLEMS
from sim.loading.node import Node, Plain, place, plain
from sim.loading.paths import MOST_STEPS, SCENARIO, Spot, Trees, names_of, replaced, spots
from sim.loading.scalars import shortened
from sim.places import HouseRule


@dataclass
class Applied:
    """An overlay at work. trees: of scenario and pack, changed step by step; house: what it changed; problems: what it could not."""

    trees: Trees
    house: list[HouseRule] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # every path of the base, once somebody asks
    problems: list[Problem] = field(default_factory=list)

    def note(self, path: str, before: Node | None, after: Node, old: str, new: str) -> None:
        """Keep what was changed."""
        is_text = any(word in WORDS for word in path.split("."))
        old_place = place(before) if before is not None else ""
        self.house.append(HouseRule(path, old, new, place_of(after), old_place, is_text))

    def paths(self) -> list[str]:
        """Every path of the base, for "did you mean"."""
        if not self.names:
            self.names += names_of(self.trees)
        return self.names

    def put(self, spot: Spot, new: Node | None) -> None:
        """Another node, or none, at a spot."""
        self.trees[spot.file] = replaced(self.trees[spot.file], spot.steps, new)


def place_of(node: Node) -> str:
    """Where a change stands: at its key, where it has one."""
    return f"{node.path}:{node.key_line or node.line}:{node.key_column or node.column}"


def items_of(node: Node) -> Iterator[tuple[str, Node]]:
    """The keys of a map with their values; none of anything else."""
    yield from node.value.items() if isinstance(node.value, dict) else ()


def target(work: Applied, path: str, wanted: Node) -> Spot | None:
    """Where a path leads; NW601 where it leads nowhere or to several places."""
    found = spots(work.trees, path)
    own = [spot for spot in found if spot.file == SCENARIO] or found
    at_key = wanted.key_line > 0
    make = wanted.problem_of_key if at_key else wanted.problem
    if len(own) == 1:
        return own[0]
    if own:
        places = "; ".join(place(spot.node) for spot in own[:4])
        work.problems.append(
            make("NW601", f"`{path}` leads to {len(own)} places: {places}", "give one of them an `id`, or name more of the way")
        )
        return None
    if len(work.problems) >= MOST_PROBLEMS:
        return None  # nobody would read on
    near = meant_paths(work, path)
    hint = f"did you mean {' or '.join(f'`{name}`' for name in near)}?" if near else ways_on(work, path)
    fixes = (wanted.to_rename(path, near[0]) if at_key else wanted.to_write(near[0])) if len(near) == 1 else ()
    work.problems.append(make("NW601", f"`{shortened(path, 80)}` leads nowhere in the base", hint, fixes=fixes))
    return None


def meant_paths(work: Applied, path: str) -> tuple[str, ...]:
    """The paths that were probably meant: near in spelling, or the end of a longer one."""
    names = work.paths()
    ends = [name for name in names if name.endswith(f".{path}")]
    if 0 < len(ends) <= 2:
        return tuple(ends)
    words = path.split(".")
    alike = [
        name
        for name in names
        if name.count(".") == path.count(".") and sum(a == b for a, b in zip(name.split("."), words, strict=True)) >= len(words) - 1
    ]
    return closest(path, alike)


def ways_on(work: Applied, path: str) -> str:
    """How far a path leads, and what stands there."""
    words = path.split(".")
    for count in range(min(len(words), MOST_STEPS) - 1, 0, -1):
        front = ".".join(words[:count])
        found = spots(work.trees, front)
        if found:
            names = [name.rpartition(".")[2] for name in names_of({"": found[0].node}) if "." not in name]
            return f"`{front}` has: {', '.join(names[:12])}" if names else f"`{front}` is a single value"
    keys = [key for root in work.trees.values() for key, _ in items_of(root)]
    return f"begin with one of: {', '.join(dict.fromkeys(key for key in keys if key != 'nemawashi'))}"


def as_house(node: Node, before: Node | None) -> Node:
    """A node of an overlay, marked as a house rule all the way down; what it took the place of is remembered at single values."""
    chain: tuple[str, ...] = ()
    if before is not None and not isinstance(before.value, dict | list):
        chain = (f"{before.written or shown(before)}, {place(before)}", *(before.was or ()))
    match node.value:
        case dict() as entries:
            return replace(
                node, value={key: as_house(item, before.get(key) if before else None) for key, item in entries.items()}, was=chain
            )
        case list() as items:
            return replace(node, value=[as_house(item, None) for item in items], was=chain)
    return replace(node, was=chain)


def shown(node: Node) -> str:
    """A value in one line, as it may be written."""
    return written(plain(node))


def written(value: Plain) -> str:
    """A plain value in one line."""
    match value:
        case dict() as entries:
            return "{" + ", ".join(f"{key}: {written(item)}" for key, item in entries.items()) + "}"
        case list() as items:
            return "[" + ", ".join(map(written, items)) + "]"
    return str(value)


def with_key(root: Node, steps: tuple[str | int, ...], key: str, new: Node) -> Node:
    """A tree with one more key in the map at a place."""
    at = root
    for step in steps:
        at = at.value[step] if isinstance(at.value, list) and isinstance(step, int) else at.get(str(step)) or at
    value = dict(at.value) if isinstance(at.value, dict) else {}
    return replaced(root, steps, replace(at, value={**value, key: new})) if steps else replace(root, value={**value, key: new})
