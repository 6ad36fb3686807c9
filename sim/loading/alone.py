"""The changes from one scenario to another, each by itself: what an overlay says, entry by entry, or what two files say differently.

Where the second is an overlay over the first, its own entries are taken. Else an overlay with one entry is made of every change in
meaning. A change that cannot stand without the others (a card that names a new meter) comes with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sim.domain import Scenario
from sim.errors import Problem
from sim.loading.diff import ADDED, CHANGED, REMOVED, Change, Diff
from sim.loading.layers import Files, Layer, files_of_scenario, put_together
from sim.loading.load import Read, compiled
from sim.loading.node import Node, Plain, id_of, plain
from sim.loading.overlay_work import written
from sim.loading.reading import Reading
from sim.loading.scalars import shortened
from sim.loading.shape_overlay import OF_SCENARIO

HEAD = ("nemawashi", "extends", "id")
BY_PATH = ("set", "replace")
LONGEST = 60  # letters of a value


@dataclass(frozen=True, slots=True)
class Alone:
    """One change. what: as an overlay says it; scenario: with this change only, None where it cannot be; problem: why."""

    what: str
    scenario: Scenario | None
    problem: Problem | None


Entry = tuple[str, Node]
"""A change as an overlay says it, and an overlay that says nothing else."""


def each_alone(before: Read, after: Read, found: Diff) -> tuple[Alone, ...]:
    """Every change by itself over the first scenario. found: what the two say differently."""
    files = files_of_scenario(before.found)
    if isinstance(files, Read):
        return ()
    own = own_overlays(before, after)
    entries = [entry for layer in own for entry in entries_of(layer)] if own else [made_of(change, before) for change in found.meaning]
    return tuple(tried(files, entry) for entry in entries)


def own_overlays(before: Read, after: Read) -> tuple[Layer, ...]:
    """The overlays of the second that lie over the first; none where it is no base of it."""
    layers = [*([after.base] if after.base is not None else []), *after.overlays]
    paths = [layer.found.path.resolve() for layer in layers]
    here = before.found.path.resolve()
    return tuple(layers[paths.index(here) + 1 :]) if here in paths else ()


def tried(files: Files, entry: Entry | Change) -> Alone:
    """A change over the first scenario."""
    if isinstance(entry, Change):
        return Alone(entry.path, None, None)
    what, overlay = entry
    top = files.top.found
    layer = Layer(replace(top, name=f"{top.name}+"), Reading(overlay.path, overlay, ()))
    scenario, problems = compiled(put_together(replace(files, overlays=(*files.overlays, layer))))
    return Alone(what, scenario, next((each for each in problems if each.severity == "error"), None))


# --- what an overlay says ---


def entries_of(layer: Layer) -> Iterator[Entry]:
    """Every entry of an overlay. Head, labels and texts of a scenario are none."""
    root = layer.reading.node
    if root is None or not isinstance(root.value, dict):
        return
    for key, node in root.value.items():
        if key in BY_PATH:
            yield from (entry_of(root, key, one, f"{one}: {short(item)}") for one, item in pairs(node))
        elif key == "add":
            for kind, items in pairs(node):
                yield from added(root, kind, items)
        elif key == "remove":
            for item in node.value if isinstance(node.value, list) else [node]:
                yield words("remove", item.value), only(root, key, replace(node, value=[item]))
        elif key in OF_SCENARIO:
            yield from (entry_of(root, key, one, f"{key}.{one}: {short(item)}") for one, item in pairs(node))
            if not isinstance(node.value, dict):
                yield f"{key}: {short(node)}", only(root, key, node)


def added(root: Node, kind: str, items: Node) -> Iterator[Entry]:
    """Each entry that an overlay adds."""
    if not isinstance(items.value, list):
        yield entry_of(root, "add", kind, words("add", f"{kind}: {short(items)}"))
        return
    for item in items.value:
        inner = Node({kind: replace(items, value=[item])}, root.path, root.line, root.column)
        yield words("add", f"{kind}.{id_of(item) or short(item)}"), only(root, "add", inner)


def entry_of(root: Node, key: str, one: str, what: str) -> Entry:
    """One key of a part of an overlay."""
    part = root.get(key)
    assert part is not None and isinstance(part.value, dict)
    return what, only(root, key, replace(part, value={one: part.value[one]}))


def only(root: Node, key: str, part: Node) -> Node:
    """An overlay that keeps its head and says one thing."""
    head = {name: node for name in HEAD if (node := root.get(name)) is not None}
    return replace(root, value={**head, key: part})


def words(key: str, what: object) -> str:
    """A change in the words of an overlay, which are the same in every language."""
    return " ".join((key, str(what)))


def pairs(node: Node) -> list[tuple[str, Node]]:
    """Keys and values of a map; of anything else none."""
    return list(node.value.items()) if isinstance(node.value, dict) else []


def short(node: Node) -> str:
    """A value in one line; of a change `from` and `to` what it is to be."""
    after = node.get("to")
    return brief(plain(after if after is not None else node))


def brief(value: Plain) -> str:
    """A value in one line, cut where it is long."""
    return shortened(written(value), LONGEST)


# --- what two files say differently ---


def made_of(change: Change, before: Read) -> Entry | Change:
    """An overlay over the first that makes one change; the change itself where none can."""
    path, new = change.path, change.new
    front, _, last = path.rpartition(".")
    if change.kind == CHANGED and new is not None:
        key = "replace" if isinstance(new, dict | list) else "set"
        return f"{path}: {brief(new)}", overlay_over(before, key, {path: new})
    if change.kind == REMOVED:
        return words("remove", path), overlay_over(before, "remove", [path])
    if change.kind == ADDED and new is not None and front:
        is_entry = isinstance(new, dict) and str(new.get("id", "")) == last
        return words("add", path), overlay_over(before, *(("add", {front: [new]}) if is_entry else ("replace", {path: new})))
    return change


def overlay_over(before: Read, key: str, part: Plain) -> Node:
    """An overlay as a tree, without a file."""
    return node_of({"nemawashi": 1, "extends": before.found.name, "id": "alone", key: part})


def node_of(value: Plain) -> Node:
    """A value as a tree that stands nowhere."""
    if isinstance(value, dict):
        return Node({key: node_of(item) for key, item in value.items()}, "alone", 1, 1)
    if isinstance(value, list):
        return Node([node_of(item) for item in value], "alone", 1, 1)
    return Node(value, "alone", 1, 1, written=str(value))
