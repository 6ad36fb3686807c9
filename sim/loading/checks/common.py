"""What the questions share: names of entries in words, and the commonest fault, a name that does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sim.errors import Problem, closest
from sim.loading.node import Node, node_at
from sim.loading.scalars import slipped_numbers
from sim.loading.selection import Play, hint_for, listed, meant_by
from sim.loading.shape_base import Labelled, Shape

MAY_REPEAT = frozenset({"opener", "cards"})
Question = Callable[[Play], Iterator[Problem]]


def called(entry: Shape) -> str:
    """What an entry is, with its id."""
    return f"{entry.called} `{entry.id}`" if isinstance(entry, Labelled) else f"the {entry.called}"


def unknown_value(play: Play, entry: Shape, key: str, what: str, known: Iterable[str], owner: str = "") -> Iterator[Problem]:
    """NW202 for each word under a key of an entry, one or a list, that is none of the known ones."""
    node = entry.node.get(key)
    names, seen = set(known), set[str]()
    for item in listed(node) if node is not None else ():
        if str(item.value) in seen and key not in MAY_REPEAT:
            yield item.problem("NW201", f"`{item.value}` stands twice in `{key}` of {owner or called(entry)}", "delete one of the two")
        seen.add(str(item.value))
        if str(item.value) not in names and str(item.value) not in play.lost_ids:
            meant = meant_by(item.value, names)
            text = f"{owner or called(entry)} names the {what} `{item.value}`, which does not exist"
            yield item.problem("NW202", text, hint_for(item.value, names), fixes=item.to_write(meant) if meant else ())


def unknown_keys(play: Play, entry: Shape, path: tuple[str, ...], what: str, known: Iterable[str], owner: str = "") -> Iterator[Problem]:
    """NW202 for each key of a map of an entry that is none of the known names."""
    node = node_at(entry.node, *path)
    names = set(known)
    for key, item in node.value.items() if node is not None and isinstance(node.value, dict) else ():
        if key not in names and key not in play.lost_ids:
            meant = meant_by(key, names)
            text = f"{owner or called(entry)} names the {what} `{key}`, which does not exist"
            yield item.problem_of_key("NW202", text, hint_for(key, names), fixes=item.to_rename(key, meant) if meant else ())


def missing_keys(play: Play, entry: Shape, path: tuple[str, ...], known: Iterable[str], example: str) -> Iterator[Problem]:
    """NW105 for each name that a map of an entry should have a value for."""
    node = node_at(entry.node, *path)
    if node is not None and isinstance(node.value, dict):
        names = list(known)
        misspelt = {near for key in node.value if key not in names for near in closest(key, names)}
        for name in names:
            if name not in node.value and name not in misspelt:
                text = f"`{'.'.join(path)}` of {called(entry)} has nothing for `{name}`"
                yield node.problem_of_key("NW105", text, f"add `{name}: {example}`")


def changed_inside(node: Node) -> Node | None:
    """The single value below a node that an overlay changed, where there is exactly one: then it is to blame for what does not fit."""
    found = [leaf for leaf in leaves(node) if leaf.was is not None]
    return found[0] if len(found) == 1 else None


def leaves(node: Node) -> Iterator[Node]:
    """Every single value below a node."""
    inner = node.value.values() if isinstance(node.value, dict) else node.value if isinstance(node.value, list) else None
    if inner is None:
        yield node
        return
    for item in inner:
        yield from leaves(item)


def ids(entries: Iterable[Labelled]) -> list[str]:
    """Ids of entries, in their order."""
    return [entry.id for entry in entries]


def id_place(entry: Shape) -> Node:
    """Where the id of an entry stands."""
    return entry.node.get("id") or entry.node


def outside(node: Node, what: str, number: int, low: int, high: int | None) -> Problem:
    """NW306 of a number outside its limits, with the one that was probably meant."""
    fitting = [other for other in slipped_numbers(number) if low <= other and (high is None or other <= high)]
    above = high is not None and number > high
    text = f"{what} {number}, above the most, {high}" if above else f"{what} {number}, below the least, {low}"
    hint = f"use {low} to {high}" if high is not None else f"use {low} or more"
    if not fitting:
        return node.problem("NW306", text, hint)
    return node.problem("NW306", text, f"did you mean {fitting[0]}? {hint}", fixes=node.to_write(fitting[0]))
