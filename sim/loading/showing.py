"""The rules of a scenario as one text, after all overlays: YAML that reads back, with what an overlay changed marked at its place."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sim.loading.layers import Read
from sim.loading.node import Node
from sim.loading.paths import SCENARIO, Trees, spots

WIDEST = 100


def trees_of(source: Read) -> Trees:
    """The scenario and the files of its pack."""
    own = {SCENARIO: source.doc.node} if source.doc.node is not None else {}
    return {**own, **(source.pack.roots if source.pack is not None else {})}


def shown(source: Read, path: str = "", marks: bool = False) -> list[str]:
    """The lines of everything, or of what stands at a path; [] where nothing does. marks: each changed value says what it was."""
    trees = trees_of(source)
    if path:
        found = spots(trees, path)
        return [line for spot in found for line in block(path, spot.node, 0, marks)]
    return [line for name, root in trees.items() for line in [f"# {name or source.found.shown}", *entries(root, 0, marks), ""]]


def entries(node: Node, indent: int, marks: bool) -> Iterator[str]:
    """The keys of a map, each with its value."""
    for key, item in node.value.items() if isinstance(node.value, dict) else ():
        yield from block(key, item, indent, marks)


def block(key: str, node: Node, indent: int, marks: bool) -> Iterator[str]:
    """A key with its value: on one line where that is short and nothing in it has changed."""
    space = " " * indent
    line = f"{space}{key}: {flow(node)}"
    if not isinstance(node.value, dict | list) or not node.value or (len(line) <= WIDEST and not (marks and is_changed(node))):
        yield line + (mark(node) if marks else "")
        return
    inside = marks and not is_new(node)
    yield f"{space}{key}:" + (mark(node) if marks and not inside else "")
    if isinstance(node.value, dict):
        yield from entries(node, indent + 2, inside)
        return
    for item in node.value:
        yield from item_of(item, indent + 2, inside)


def item_of(node: Node, indent: int, marks: bool) -> Iterator[str]:
    """An item of a list."""
    space = " " * indent
    line = f"{space}- {flow(node)}"
    if not isinstance(node.value, dict) or not node.value or (len(line) <= WIDEST and not (marks and is_changed(node))):
        yield line + (mark(node) if marks else "")
        return
    inside = marks and not is_new(node)
    first, *others = list(entries(node, indent + 2, inside))
    yield f"{space}- {first.strip()}" + (mark(node) if marks and not inside else "")
    yield from others


def is_new(node: Node) -> bool:
    """Whether a map or list is an overlay's as a whole, so that one mark says it for all of it."""
    return node.was == () and isinstance(node.value, dict | list)


def is_changed(node: Node) -> bool:
    """Whether an overlay has changed something in a value."""
    inner = node.value.values() if isinstance(node.value, dict) else node.value if isinstance(node.value, list) else ()
    return node.was is not None or any(is_changed(item) for item in inner)


def mark(node: Node) -> str:
    """What is said behind a value that an overlay changed or added."""
    if node.was is None:
        return ""
    return f"  # {node.path}:{node.line}" + (f" ({'; '.join(node.was)})" if node.was else " (+)")


def flow(node: Node) -> str:
    """A value on one line."""
    match node.value:
        case dict() as found:
            return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in found.items()) + "}"
        case list() as items:
            return "[" + ", ".join(map(flow, items)) + "]"
        case str() as text if node.quoted:
            return json.dumps(text, ensure_ascii=False)
        case simple:
            return " ".join((node.written or str(simple)).split())
