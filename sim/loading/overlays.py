"""An overlay applied to the trees of a scenario and its pack: every value that changes remembers what stood there before.

Here only trees change; what the result means, and whether it makes sense, is asked of it like of any other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sim.errors import Problem
from sim.loading.node import Node, id_of, place, plain
from sim.loading.overlay_entries import add_entries, remove_entries
from sim.loading.overlay_work import Applied, as_house, items_of, shown, target, with_key
from sim.loading.paths import SCENARIO, Spot, Trees, spots
from sim.loading.shape_overlay import OF_HEAD, OF_SCENARIO

NOT_HOUSE = frozenset({"id", "label", "short", "brief", "source"})


def applied(trees: Trees, overlay: Node) -> Applied:
    """The trees with an overlay over them."""
    work = Applied(dict(trees))
    for key, apply in APPLIED.items():
        node = overlay.get(key)
        if node is not None and isinstance(node.value, (list | str) if key == "remove" else dict):
            apply(work, node)
    head(work, overlay)
    for key in OF_SCENARIO:
        own = overlay.get(key)
        if own is not None:
            say_anew(work, key, own)
    return work


# --- set, replace ---


def set_values(work: Applied, node: Node) -> None:
    """Single values in place of single values."""
    for path, wanted in items_of(node):
        spot = target(work, path, wanted)
        if spot is None:
            continue
        if isinstance(spot.node.value, dict | list):
            what = "a list" if isinstance(spot.node.value, list) else "keys with values"
            hint = f"name one value of it, or use `replace:` for the whole: {example_below(spot, path)}"
            work.problems.append(wanted.problem_of_key("NW606", f"`{path}` is {what}, and `set` changes single values", hint))
        elif isinstance(wanted.value, dict):
            set_from(work, spot, path, wanted)
        else:
            set_one(work, spot, path, wanted)


def example_below(spot: Spot, path: str) -> str:
    """A path one step further down."""
    items = spot.node.value
    names = list(items) if isinstance(items, dict) else [id_of(item) for item in items] if isinstance(items, list) else []
    inner = next((name for name in names if name), spot.levels[0] if spot.levels else "...")
    return f"`{path}.{inner}`"


def set_from(work: Applied, spot: Spot, path: str, wanted: Node) -> None:
    """`{from: 60, to: 70}`: refused where the base does not say `from` any more."""
    before, after = wanted.get("from"), wanted.get("to")
    strange = [key for key, _ in items_of(wanted) if key not in ("from", "to")]
    if strange or after is None or isinstance(after.value, dict | list):
        hint = f"write e.g. `{path}: {{from: {spot.node.written}, to: ...}}`, or one value"
        work.problems.append(wanted.problem_of_key("NW600", f"`{path}` must be one value, or `from` and `to`", hint))
    elif before is not None and before.value != spot.node.value:
        text = f"`{path}` is {spot.node.written} in the base, not {before.written} ({place(spot.node)})"
        hint = f"look at it again, then write `from: {spot.node.written}`"
        work.problems.append(before.problem("NW605", text, hint, fixes=before.to_write(spot.node.written)))
    else:
        set_one(work, spot, path, replace(after, key_line=wanted.key_line, key_column=wanted.key_column))


def set_one(work: Applied, spot: Spot, path: str, wanted: Node) -> None:
    """One value in place of one value."""
    if wanted.value == spot.node.value:
        work.problems.append(without_effect(wanted, f"`{path}` is {spot.node.written} already ({place(spot.node)})"))
        return
    work.put(spot, as_house(wanted, spot.node))
    work.note(path, spot.node, wanted, spot.node.written, wanted.written)
    hidden = said_by_scenario(work, spot)
    if hidden is not None:
        work.problems.append(without_effect(wanted, f"the scenario says `{hidden}` itself, which counts", f"set `{hidden}` instead"))


def said_by_scenario(work: Applied, spot: Spot) -> str | None:
    """The path under which the scenario gives a start value of its own in place of this one."""
    kind, entry = str(spot.steps[0]), spot.steps[1] if len(spot.steps) > 1 else ""
    if spot.file == SCENARIO or len(spot.steps) != 3 or spot.steps[2] != "start" or not isinstance(entry, int):
        return None
    items = work.trees[spot.file].get(kind)
    name = id_of(items.value[entry]) if items is not None and isinstance(items.value, list) else ""
    path = f"start.{'levels' if kind == 'issues' else kind}.{name}"
    return path if any(found.file == SCENARIO for found in spots(work.trees, path)) else None


def without_effect(node: Node, text: str, hint: str = "delete the line") -> Problem:
    """NW691."""
    return node.problem_of_key("NW691", text, hint, "warning")


def replace_values(work: Applied, node: Node) -> None:
    """Whole values in place of what stands there, or under a key of an entry that lacks it."""
    for path, wanted in items_of(node):
        front, _, last = path.rpartition(".")
        found = spots(work.trees, path) or (spots(work.trees, front) if front else [])
        spot = found[0] if found else target(work, path, wanted)
        if spot is None:
            continue
        if not spots(work.trees, path):
            if not isinstance(spot.node.value, dict):
                target(work, path, wanted)
                continue
            spot = spot.down(last, wanted)
            work.trees[spot.file] = with_key(work.trees[spot.file], spot.steps[:-1], last, as_house(wanted, None))
            work.note(path, None, wanted, "", shown(wanted))
        elif plain(wanted) == plain(spot.node):
            work.problems.append(without_effect(wanted, f"`{path}` says the same already ({place(spot.node)})"))
        else:
            work.put(spot, as_house(wanted, spot.node))
            work.note(path, spot.node, wanted, shown(spot.node), shown(wanted))


# --- the keys of a scenario ---


def head(work: Applied, overlay: Node) -> None:
    """Id, label and the other keys of the scenario's head."""
    root = work.trees[SCENARIO]
    own = root.get("scenario")
    if own is None or not isinstance(own.value, dict):
        return
    said = {key: node for key in OF_HEAD if (node := overlay.get(key)) is not None}
    for key, node in said.items():
        if key not in NOT_HOUSE:
            before = own.get(key)
            work.note(f"scenario.{key}", before, node, shown(before) if before is not None else "", shown(node))
    kept = {key: node for key, node in own.value.items() if key != "tutorial"}
    work.trees[SCENARIO] = replace(root, value={**dict(items_of(root)), "scenario": replace(own, value={**kept, **said})})


def say_anew(work: Applied, key: str, own: Node) -> None:
    """A key of a scenario: what it says takes the place of what the base says there."""
    root = work.trees[SCENARIO]
    before = root.get(key)
    work.trees[SCENARIO] = replace(root, value={**dict(items_of(root)), key: merged(work, key, before, own)})


def merged(work: Applied, path: str, before: Node | None, own: Node) -> Node:
    """Map by map, key by key; a list or a single value as a whole."""
    if before is None or not isinstance(before.value, dict) or not isinstance(own.value, dict):
        if before is None and isinstance(own.value, dict) and own.value:
            return replace(own, value={key: merged(work, f"{path}.{key}", None, item) for key, item in own.value.items()})
        if before is None or plain(before) != plain(own):
            work.note(path, before, own, shown(before) if before is not None else "", shown(own))
        return as_house(own, before)
    inner = {key: merged(work, f"{path}.{key}", before.get(key), item) for key, item in own.value.items()}
    return replace(before, value={**before.value, **inner})


# --- in which order ---

APPLIED: dict[str, Callable[[Applied, Node], None]] = {
    "remove": remove_entries,
    "replace": replace_values,
    "set": set_values,
    "add": add_entries,
}
