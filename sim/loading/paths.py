"""Names of values with dots, and the places in rule files they lead to.

`events.ev04.effects.m_x`, `issues.P1.payoff.ax.half`, `bodies.ax.groups.ax_elders.weight`, `procedure.capital.max`: a key of a map,
the id of an entry of a list, a level in a list of one number each; an effect by its id, its first target or what its verb is about.
Entries are never counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from sim.loading.node import Node, id_of, node_at
from sim.loading.targets import TIMING

Step: TypeAlias = "str | int"
Trees: TypeAlias = "dict[str, Node]"
"""The roots of files, by name; that of the scenario under SCENARIO."""
SCENARIO = ""
LEVELS = "levels"
MOST_STEPS = 20
"""No path is longer; one that is leads nowhere."""
ADDED = "add"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a path leads. file: of which tree; steps: keys and positions on the way down; levels: of the issue around."""

    file: str
    node: Node
    steps: tuple[Step, ...] = ()
    levels: tuple[str, ...] = ()

    def down(self, step: Step, node: Node) -> Spot:
        """One step down."""
        own = node.get(LEVELS)
        names = tuple(str(item.value) for item in own.value) if own is not None and isinstance(own.value, list) else self.levels
        return Spot(self.file, node, (*self.steps, step), names)


def spots(trees: Mapping[str, Node], path: str) -> list[Spot]:
    """Every place a path leads to: that of the scenario before those of the pack."""
    words = [word for word in path.strip().split(".") if word]
    found = [spot for file, root in trees.items() for spot in walked(Spot(file, root), words)] if 0 < len(words) <= MOST_STEPS else []
    if not found and words and SCENARIO in trees:  # an entry that the scenario adds goes by the same name
        found = list(walked(Spot(SCENARIO, trees[SCENARIO]), [ADDED, *words]))
    return sorted(found, key=lambda spot: spot.file != SCENARIO)


def walked(spot: Spot, words: list[str]) -> Iterator[Spot]:
    """Where words lead from a node; keys may hold dots themselves."""
    if not words:
        yield spot
        return
    for count in range(1, len(words) + 1):
        for inner in stepped(spot, ".".join(words[:count])):
            yield from walked(inner, words[count:])
    yield from inside_effect(spot, words)


def stepped(spot: Spot, word: str) -> Iterator[Spot]:
    """One word down."""
    match spot.node.value:
        case dict() as entries if word in entries:
            yield spot.down(word, entries[word])
        case list() as items:
            yield from in_list(spot, items, word)
        case _:
            return


def in_list(spot: Spot, items: list[Node], word: str) -> Iterator[Spot]:
    """The entry of this id, the number of this level, or the effect of this name."""
    own = [(place, item) for place, item in enumerate(items) if id_of(item) == word]
    if not own and word in spot.levels and len(items) == len(spot.levels) and all(isinstance(item.value, int) for item in items):
        own = [(spot.levels.index(word), items[spot.levels.index(word)])]
    for place, item in own:
        yield spot.down(place, item)
    for place, item in enumerate(items) if not own else ():
        if not id_of(item) and first_key(item) == word and isinstance(item.value, dict):
            yield spot.down(place, item).down(word, item.value[word])


def inside_effect(spot: Spot, words: list[str]) -> Iterator[Spot]:
    """`m_x.after`, `ev07.times`: another key of the effect that is called by its first target, or by what its verb is about."""
    items = spot.node.value if isinstance(spot.node.value, list) else [spot.node]
    for place, item in enumerate(items):
        first = first_key(item)
        if len(words) < 2 or not first or id_of(item) or not isinstance(item.value, dict):
            continue
        if words[0] in (first, str(item.value[first].value)) and words[1] in item.value and words[1] != first:
            inner = spot.down(place, item) if isinstance(spot.node.value, list) else spot
            yield from walked(inner.down(words[1], item.value[words[1]]), words[2:])


def first_key(item: Node) -> str:
    """The first key of a map of effects that is no word of timing, "" for anything else."""
    return next((key for key in item.value if key not in TIMING), "") if isinstance(item.value, dict) else ""


def replaced(root: Node, steps: tuple[Step, ...], new: Node | None) -> Node:
    """A tree with another node at a place; None takes away what stands there."""
    if not steps:
        return new if new is not None else root
    step, rest = steps[0], steps[1:]
    match root.value:
        case dict() as entries:
            inner = replaced(entries[str(step)], rest, new) if str(step) in entries and rest else new
            kept = {key: node for key, node in entries.items() if key != str(step) or inner is not None}
            return replace(root, value={**kept, **({str(step): inner} if inner is not None else {})})
        case list() as items if isinstance(step, int):
            inner = replaced(items[step], rest, new) if rest else new
            return replace(root, value=[*items[:step], *([inner] if inner is not None else []), *items[step + 1 :]])
    return root


def names_of(trees: Mapping[str, Node]) -> list[str]:
    """Every path that leads somewhere, for "did you mean"."""
    return list(dict.fromkeys(name for root in trees.values() for name in below(root, "", ())))


def below(node: Node, path: str, levels: tuple[str, ...]) -> Iterator[str]:
    """The paths below a node."""
    own = node_at(node, LEVELS)
    if own is not None and isinstance(own.value, list):
        levels = tuple(str(item.value) for item in own.value)
    front = f"{path}." if path else ""
    if isinstance(node.value, dict):
        steps = list(node.value.items())
    elif isinstance(node.value, list):
        by_level = len(levels) == len(node.value) and all(isinstance(item.value, int) for item in node.value)
        names = levels if by_level else [id_of(item) or first_key(item) for item in node.value]
        steps = [(name, item) for name, item in zip(names, node.value, strict=True) if name]
    else:
        return
    for name, item in steps:
        yield f"{front}{name}"
        yield from below(item, f"{front}{name}", levels)
