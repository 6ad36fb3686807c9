"""Entries that an overlay adds or removes."""

from __future__ import annotations

from dataclasses import replace

from sim.loading.node import Node, id_of, place
from sim.loading.overlay_work import Applied, as_house, items_of, shown, target, with_key
from sim.loading.paths import SCENARIO, replaced, spots
from sim.loading.shape import LISTS
from sim.loading.shape_scenario import Selection

SELECTED = frozenset(Selection.model_fields)


def add_entries(work: Applied, node: Node) -> None:
    """Entries by kind, texts, or entries of a list or map by its path."""
    for key, wanted in items_of(node):
        if key in LISTS or key == "texts":
            add_to(work, SCENARIO, ("add", key), key, wanted)
            bring_into_play(work, key, wanted)
            continue
        front, _, last = key.rpartition(".")
        holders = spots(work.trees, front) if front and not spots(work.trees, key) else []
        if holders and isinstance(holders[0].node.value, dict):  # the entry has no such list or map yet
            work.trees[holders[0].file] = with_key(work.trees[holders[0].file], holders[0].steps, last, as_house(wanted, None))
            work.note(key, None, wanted, "", shown(wanted))
            continue
        spot = target(work, key, wanted)
        if spot is not None:
            add_to(work, spot.file, spot.steps, key, wanted)


def bring_into_play(work: Applied, kind: str, wanted: Node) -> None:
    """What an overlay adds is in play, also where the scenario lists what is (`only`)."""
    root = work.trees[SCENARIO]
    only = root.get("only")
    own = only.get(kind) if only is not None else None
    if only is None or own is None or not isinstance(own.value, list) or not isinstance(wanted.value, list):
        return
    names = [replace(node, was=()) for item in wanted.value if (node := item.get("id")) is not None]
    listed = {**dict(items_of(only)), kind: replace(own, value=[*own.value, *names])}
    work.trees[SCENARIO] = replace(root, value={**dict(items_of(root)), "only": replace(only, value=listed)})


def add_to(work: Applied, file: str, steps: tuple[str | int, ...], path: str, wanted: Node) -> None:
    """Entries behind those of a list, keys beside those of a map."""
    root = work.trees[file]
    if steps[:1] == ("add",):
        root = root if root.get("add") is not None else replace(root, value={**dict(items_of(root)), "add": empty(wanted, {})})
        own = root.get("add")
        if own is not None and own.get(str(steps[1])) is None:
            root = with_key(root, ("add",), str(steps[1]), empty(wanted, [] if isinstance(wanted.value, list) else {}))
    at = spot_of(root, steps)
    if isinstance(at.value, list) and isinstance(wanted.value, list):
        new = [as_house(item, None) for item in wanted.value]
        work.trees[file] = replaced(root, steps, replace(at, value=[*at.value, *new]))
        for item in wanted.value:
            work.note(f"{path}.{id_of(item)}" if id_of(item) else path, None, item, "", id_of(item) or shown(item))
    elif isinstance(at.value, dict) and isinstance(wanted.value, dict):
        for key, item in wanted.value.items():
            if key in at.value:
                first = place(at.value[key])
                text = f"`{path}.{key}` exists already ({first})"
                work.problems.append(item.problem_of_key("NW201", text, "change it with `set` or `replace`"))
            else:
                at.value[key] = as_house(item, None)
                work.note(f"{path}.{key}", None, item, "", shown(item))
        work.trees[file] = replaced(root, steps, at)
    else:
        kind = "a list" if isinstance(at.value, list) else "keys with values" if isinstance(at.value, dict) else "one value"
        work.problems.append(
            wanted.problem_of_key("NW600", f"`{path}` is {kind}, so {kind} must stand under it here", "write the same form")
        )


def empty(like: Node, value: list[Node] | dict[str, Node]) -> Node:
    """An empty list or map at the place of something."""
    return Node(value, like.path, like.key_line or like.line, like.key_column or like.column, like.key_line, like.key_column)


def spot_of(root: Node, steps: tuple[str | int, ...]) -> Node:
    """The node at a place, with a value of its own that may be changed."""
    at = root
    for step in steps:
        at = at.value[step] if isinstance(at.value, list) and isinstance(step, int) else at.get(str(step)) or at
    return replace(at, value=dict(at.value)) if isinstance(at.value, dict) else at


def remove_entries(work: Applied, node: Node) -> None:
    """Entries go out of play where a scenario may leave them out, so that what reads them falls back; anything else is gone."""
    for item in node.value if isinstance(node.value, list) else [node]:
        if not isinstance(item.value, str):
            continue  # told as a fault of its shape
        path = item.value
        spot = target(work, path, item)
        if spot is None:
            continue
        kind = str(spot.steps[0])
        if spot.file != SCENARIO and len(spot.steps) == 2 and kind in SELECTED and isinstance(spot.steps[1], int):
            leave_out(work, kind, id_of(spot.node), item)
        else:
            work.put(spot, None)
        work.note(path, spot.node, item, id_of(spot.node) or shown(spot.node), "")


def leave_out(work: Applied, kind: str, name: str, item: Node) -> None:
    """`out: {kind: [name]}` in the scenario; there its keys `only`, `with` and `fixed` need not be changed."""
    root = work.trees[SCENARIO]
    out = root.get("out") or replace(empty(item, {}), was=())
    own = replace(out.get(kind) or empty(item, []), was=())
    items = own.value if isinstance(own.value, list) else []
    word = replace(item, value=name, was=())
    inner = {**dict(items_of(out)), kind: replace(own, value=[*items, word])}
    fixed = root.get("fixed")
    kept = {key: node for key, node in items_of(fixed) if key != name} if fixed is not None else None
    more = {"fixed": replace(fixed, value=kept)} if fixed is not None and kept is not None else {}
    work.trees[SCENARIO] = replace(root, value={**dict(items_of(root)), **more, "out": replace(out, value=inner)})
