"""Two short digests of what was read: one of what the rules mean, one of their words.

Comments, the order of files and of keys, and quotation marks count for neither. The order of keys counts only where it
has a meaning: in effects, in a deck, in the seats of a table.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import TypeAlias

from sim.loading.node import Node, id_of
from sim.loading.shape import LISTS, MAPS
from sim.loading.targets import TIMING, VERBS

Plain: TypeAlias = "str | int | list[Plain] | dict[str, Plain]"

SHORT = 12
PLAYERS = "players"
TEXT_KEYS = frozenset(
    {"label", "short", "adjective", "phrase", "brief", "note", "text", "texts", "glossary", "rulebook", "history", "minutes", "players"}
)
"""Keys whose values are for people."""
ORIGIN_KEYS = frozenset({"source", "idea", "claims", "rule"})
"""Keys that say where an entry comes from: for people too."""
WORDS = TEXT_KEYS | ORIGIN_KEYS
LEFT_OUT = frozenset({"nemawashi"})
NAMES = frozenset({"id", "tutorial"})
"""Keys of the head of a scenario that name it and put it into the menu."""
UNORDERED = frozenset({"values", "statement"} & set(LISTS)) - {"statement"}
"""List keys of a pack whose order has no meaning."""
ORDERED_MAPS = frozenset({"deck", "seats", "effects"})
"""Maps in which the order of keys has a meaning, beside the maps of effects."""
EFFECTS = frozenset({"effects", "target", "user", "unmet", "met", "failed", "each_resolve", "per_point", "right", "if_missed"})
ANSWERS = frozenset({"accept", "counter", "hold", "reframe", "declined"})
AROUND_SIGNS = re.compile(r"\s*(//|[-+*/(),<>]=?|[=!]=)\s*")


def digest_of(value: object) -> str:
    """A short digest of a value that JSON can hold; the order of keys does not count."""
    whole = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()[:SHORT]


def rules_digest(roots: Iterable[Node], scenario: Node | None) -> str:
    """Digest of the meaning of a pack and a scenario. roots: the files of the pack in their order."""
    pack = {
        key: [part for item in found for part in parts_of(item, key)] for key, found in by_key(roots).items() if key not in WORDS | LEFT_OUT
    }
    for key in (UNORDERED | set(MAPS)) & set(pack):
        pack[key].sort(key=lambda part: json.dumps(part, sort_keys=True))
    own = {} if scenario is None else meaning(scenario, "")
    return digest_of({"pack": pack, "scenario": without_name(own)})


def without_name(scenario: Plain) -> Plain:
    """The meaning of a scenario without what it is called, and without what only the menu reads."""
    head = scenario.get("scenario") if isinstance(scenario, dict) else None
    if not isinstance(scenario, dict) or not isinstance(head, dict):
        return scenario
    return {**scenario, "scenario": {key: value for key, value in head.items() if key not in NAMES}}


def text_digest(roots: Iterable[Node], scenario: Node | None) -> str:
    """Digest of the words for people of a pack and a scenario."""
    found = [word for root in [*roots, *([scenario] if scenario is not None else [])] for word in words(root, "", False)]
    return digest_of(sorted(found))


def by_key(roots: Iterable[Node]) -> dict[str, list[Node]]:
    """What stands under each top key of the files, in their order."""
    found: dict[str, list[Node]] = {}
    for root in roots:
        for key, node in root.value.items() if isinstance(root.value, dict) else ():
            found.setdefault(key, []).append(node)
    return found


def parts_of(node: Node, key: str) -> list[Plain]:
    """The entries under a list key of a file, or the keys under a map key, each as a part of its own."""
    if isinstance(node.value, list):
        return [meaning(item, "") for item in node.value]
    if isinstance(node.value, dict):
        return sorted(([name, meaning(item, name)] for name, item in node.value.items() if name not in WORDS), key=str)
    return [meaning(node, key)]


def meaning(node: Node, key: str) -> Plain:
    """The value under a key without words for people, in one form for all ways to write it."""
    if key in EFFECTS | ANSWERS:
        maps = node.value if isinstance(node.value, list) else [node]
        return [effect(item) for item in maps]
    if isinstance(node.value, list):
        return [meaning(item, "") for item in node.value]
    if isinstance(node.value, dict):
        inner = {name: meaning(item, name) for name, item in node.value.items() if name not in LEFT_OUT and not is_for_people(name, item)}
        return [[name, value] for name, value in inner.items()] if key in ORDERED_MAPS else inner
    return AROUND_SIGNS.sub(r"\1", " ".join(node.value.split())) if isinstance(node.value, str) else node.value


def is_for_people(key: str, node: Node) -> bool:
    """Whether a value is words; the `players` of a seat table are a number, and decide who sits where."""
    return key in WORDS and not (key == PLAYERS and isinstance(node.value, int))


def effect(node: Node) -> Plain:
    """One map of effects: targets in their order, or a verb with its keys in any."""
    if not isinstance(node.value, dict):
        return meaning(node, "")
    inner = {name: meaning(item, name) for name, item in node.value.items() if name not in WORDS}
    if any(verb in inner for verb in VERBS):
        return inner
    when: Plain = {name: inner[name] for name in TIMING if name in inner}
    targets: list[Plain] = [[name, value] for name, value in inner.items() if name not in TIMING]
    return [*targets, when]


def words(node: Node, path: str, is_inside: bool) -> list[tuple[str, str]]:
    """(path, value) of the words for people below a node; entries of lists go by their ids."""
    if isinstance(node.value, dict):
        return [word for key, item in node.value.items() for word in words(item, f"{path}.{key}", is_inside or is_for_people(key, item))]
    if isinstance(node.value, list):
        names = [id_of(item) or str(index) for index, item in enumerate(node.value)]
        return [word for name, item in zip(names, node.value, strict=True) for word in words(item, f"{path}.{name}", is_inside)]
    return [(path, str(node.value))] if is_inside else []
