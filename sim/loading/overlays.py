"""An overlay applied to the trees of a scenario and its pack: every value that changes remembers what stood there before.

Here only trees change; what the result means, and whether it makes sense, is asked of it like of any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from sim.errors import Problem, closest
from sim.loading.digests import WORDS
from sim.loading.node import Node, Plain, id_of, place, plain
from sim.loading.paths import SCENARIO, Spot, Trees, names_of, replaced, spots
from sim.loading.shape import LISTS
from sim.loading.shape_overlay import OF_HEAD, OF_SCENARIO
from sim.loading.shape_scenario import Selection
from sim.places import HouseRule

SELECTED = frozenset(Selection.model_fields)
NOT_HOUSE = frozenset({"id", "label", "short", "brief", "source"})
STARTS = {"meters": "meters", "courses": "courses", "counters": "counters"}


@dataclass
class Applied:
    """An overlay at work. trees: of scenario and pack, changed step by step; house: what it changed; problems: what it could not."""

    trees: Trees
    house: list[HouseRule] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def note(self, path: str, before: Node | None, after: Node, old: str, new: str) -> None:
        """Keep what was changed."""
        is_text = any(word in WORDS for word in path.split("."))
        old_place = place(before) if before is not None else ""
        self.house.append(HouseRule(path, old, new, place_of(after), old_place, is_text))

    def put(self, spot: Spot, new: Node | None) -> None:
        """Another node, or none, at a spot."""
        self.trees[spot.file] = replaced(self.trees[spot.file], spot.steps, new)


def place_of(node: Node) -> str:
    """Where a change stands: at its key, where it has one."""
    return f"{node.path}:{node.key_line or node.line}:{node.key_column or node.column}"


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
    path = f"start.{'levels' if kind == 'issues' else STARTS.get(kind, kind)}.{name}"
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


def with_key(root: Node, steps: tuple[str | int, ...], key: str, new: Node) -> Node:
    """A tree with one more key in the map at a place."""
    at = root
    for step in steps:
        at = at.value[step] if isinstance(at.value, list) and isinstance(step, int) else at.get(str(step)) or at
    value = dict(at.value) if isinstance(at.value, dict) else {}
    return replaced(root, steps, replace(at, value={**value, key: new})) if steps else replace(root, value={**value, key: new})


# --- add, remove ---


def add_entries(work: Applied, node: Node) -> None:
    """Entries by kind, texts, or entries of a list or map by its path."""
    for key, wanted in items_of(node):
        if key in LISTS or key == "texts":
            add_to(work, SCENARIO, ("add", key), key, wanted)
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
        path = str(item.value)
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


# --- what all share ---

APPLIED: dict[str, Callable[[Applied, Node], None]] = {
    "remove": remove_entries,
    "replace": replace_values,
    "set": set_values,
    "add": add_entries,
}


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
    near = meant_paths(work, path)
    hint = f"did you mean {' or '.join(f'`{name}`' for name in near)}?" if near else ways_on(work, path)
    fixes = (wanted.to_rename(path, near[0]) if at_key else wanted.to_write(near[0])) if len(near) == 1 else ()
    work.problems.append(make("NW601", f"`{path}` leads nowhere in the base", hint, fixes=fixes))
    return None


def meant_paths(work: Applied, path: str) -> tuple[str, ...]:
    """The paths that were probably meant: near in spelling, or the end of a longer one."""
    names = names_of(work.trees)
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
    for count in range(len(words) - 1, 0, -1):
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
