"""Entries of the shipped files, changed at random: other values that may be right, and faults of shape. The seed decides."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from sim.loading.node import Node
from sim.loading.reading import read_bytes
from sim.loading.shape import LISTS, MAPS, shaped
from sim.loading.shape_base import Shape
from sim.loading.shape_problems import model_at
from sim.loading.shape_scenario import Scenario
from tests.schema.helpers import GOOD, tree_of, values_of

Loc = tuple[str | int, ...]
NUMBERS = (-999_999_999, -100, -1, 0, 1, 2, 3, 12, 13, 50, 100, 101, 999_999_999)
WORDS = (
    "up",
    "down",
    "open",
    "party",
    "round",
    "game",
    "own",
    "each",
    "own_word",
    "X1",
    "low",
    "m_x + 1",
    "any",
    "chance",
    "start",
    "true",
)
ODD = ("1st", "two words", "a-b", "ab.", "日本", "", "-", "a(b)")


@dataclass(frozen=True)
class Sample:
    """An entry as it stands in a file. steps: its place there, () for a whole scenario file."""

    path: Path
    steps: Loc
    model: type[Shape]
    value: Any

    @property
    def key(self) -> str:
        """The list or map key it stands under, "" for a scenario file."""
        return str(self.steps[0]) if self.steps else ""

    def file(self) -> Any:
        """A rule file that holds the entry and nothing else."""
        if not self.key:
            return self.value
        return {"nemawashi": 1, self.key: self.value if self.key in MAPS else [self.value]}

    def with_value(self, value: Any) -> "Sample":
        """The same entry with another value."""
        return replace(self, value=value)

    def codes(self) -> set[str]:
        """Codes of the errors that the checker's models find in it."""
        node = node_of(self.value)
        if node is None:
            return {"unreadable"}
        return {problem.code for problem in shaped(node, self.model)[1] if problem.severity == "error"}


def node_of(value: Any) -> Node | None:
    """The nodes of a value, None where the reader has something against it: JSON is YAML."""
    reading = read_bytes(json.dumps(value, ensure_ascii=False).encode(), "f.yaml")
    return None if reading.problems else reading.node


def samples() -> list[Sample]:
    """Every entry of the good files, the maps of packs, and the scenarios."""
    return [sample for path in GOOD for sample in samples_of(path, values_of(tree_of(path)))]


def samples_of(path: Path, value: Any) -> Iterator[Sample]:
    """What one file holds."""
    if "scenario" in value:
        yield Sample(path, (), Scenario, value)
        return
    for key, inner in value.items():
        if key in LISTS:
            yield from (Sample(path, (key, at), LISTS[key], entry) for at, entry in enumerate(inner))
        elif key in MAPS:
            yield Sample(path, (key,), MAPS[key], inner)


def one_of(random: Random, known: list[Sample]) -> Sample:
    """An entry, every kind equally often, so that a pack's single maps come as well."""
    kinds = list(dict.fromkeys(sample.key for sample in known))
    kind = random.choice(kinds)
    return random.choice([sample for sample in known if sample.key == kind])


# --- places in a value ---


def places(value: Any, at: Loc = ()) -> Iterator[Loc]:
    """Every place below a value, itself left out."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*at, key)
        yield from places(inner, (*at, key))


def inside(value: Any, loc: Loc) -> Any:
    """What stands at a place."""
    for step in loc:
        value = value[step]
    return value


def changed(value: Any, loc: Loc, change: Callable[[Any, Any], Any]) -> Any:
    """A copy; change: takes the map or list around a place, as a copy of its own, and the last step."""
    copy = json.loads(json.dumps(value))
    change(inside(copy, loc[:-1]), loc[-1])
    return copy


def put(new: Any) -> Callable[[Any, Any], Any]:
    """Put something else at a place."""
    return lambda around, step: around.__setitem__(step, new)


def rename(new: str) -> Callable[[Any, Any], Any]:
    """Give a key of a map another name."""
    return lambda around, step: around.__setitem__(new, around.pop(step))


def take(around: Any, step: Any) -> None:
    """Leave out what stands at a place."""
    del around[step]


# --- values that may be right ---


def variant(random: Random, sample: Sample) -> Sample:
    """The entry with one to four changes that often leave it right."""
    value = sample.value
    for _ in range(random.randint(1, 4)):
        found = list(places(value))
        if found:
            value = random.choice(CHANGES)(random, value, random.choice(found))
    return sample.with_value(value)


def dropped(random: Random, value: Any, loc: Loc) -> Any:
    """Without a key or an item."""
    return changed(value, loc, take)


def another(random: Random, value: Any, loc: Loc) -> Any:
    """Another single value of the same kind, or a shorter or longer list."""
    old = inside(value, loc)
    if isinstance(old, list):
        return changed(value, loc, put(random.sample(old, random.randint(0, len(old)))))
    if isinstance(old, dict):
        return changed(value, loc, take)
    if isinstance(old, int) and not isinstance(old, bool):
        return changed(value, loc, put(random.choice((*NUMBERS, old + 1, -old))))
    return changed(value, loc, put(random.choice(WORDS)))


def other_form(random: Random, value: Any, loc: Loc) -> Any:
    """The same in another form: a list for one value, the value for a list of one, a number for a text, one language."""
    old = inside(value, loc)
    if isinstance(old, list):
        return changed(value, loc, put(old[0])) if old else value
    if isinstance(old, dict) and {"en", "ja"} <= old.keys():
        return changed(value, (*loc, random.choice(("en", "ja"))), take)
    return changed(value, loc, put([old] if isinstance(old, dict) else random.choice(([old], "m_x + 1", 7, True))))


def further_key(random: Random, value: Any, loc: Loc) -> Any:
    """One more key in a map."""
    old = inside(value, loc)
    key = random.choice(("when", "id", "label", "optional", "claims", "word", "until", "once", "price", "m_x", "X1"))
    new = random.choice((1, "m_x >= 5", True, {"en": "A"}, ["X1"], "game"))
    return changed(value, (*loc, key), put(new)) if isinstance(old, dict) else value


CHANGES = (dropped, another, another, other_form, further_key)


# --- faults of shape ---


def misspelt(random: Random, sample: Sample, loc: Loc) -> Any:
    """A key of a map with fixed keys, misspelt."""
    key = loc[-1]
    if model_at(sample.model, loc[:-1]) is None or not isinstance(key, str):
        return None
    at = random.randrange(len(key))
    new = random.choice((key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:], key + "s", key.capitalize(), key.replace("_", "-")))
    return changed(sample.value, loc, rename(new)) if new and new not in inside(sample.value, loc[:-1]) else None


def wrong_type(random: Random, sample: Sample, loc: Loc) -> Any:
    """A value of another kind."""
    return changed(sample.value, loc, put(random.choice((7, "some words", "5", ["a"], {"a": 1}, True, [[1]], [1]))))


def missing(random: Random, sample: Sample, loc: Loc) -> Any:
    """Without a key that it cannot do without."""
    return changed(sample.value, loc, take) if isinstance(loc[-1], str) else None


def unknown_choice(random: Random, sample: Sample, loc: Loc) -> Any:
    """A word that does not stand in the list of those allowed."""
    return changed(sample.value, loc, put(random.choice(WORDS))) if isinstance(inside(sample.value, loc), str) else None


def out_of_range(random: Random, sample: Sample, loc: Loc) -> Any:
    """A number outside its limits."""
    old = inside(sample.value, loc)
    return changed(sample.value, loc, put(random.choice(NUMBERS))) if isinstance(old, int) and not isinstance(old, bool) else None


def malformed_id(random: Random, sample: Sample, loc: Loc) -> Any:
    """A word that is no id, as a value or as a key of a map with free keys."""
    old = inside(sample.value, loc)
    if isinstance(loc[-1], str) and model_at(sample.model, loc[:-1]) is None and random.random() < 1 / 2:
        return changed(sample.value, loc, rename(random.choice(ODD)))
    return changed(sample.value, loc, put(random.choice(ODD))) if isinstance(old, str) else None


FAULTS: dict[str, tuple[Callable[[Random, Sample, Loc], Any], set[str]]] = {
    "misspelt key": (misspelt, {"NW101"}),
    "wrong type": (wrong_type, {"NW103", "NW104"}),
    "missing key": (missing, {"NW105"}),
    "unknown choice": (unknown_choice, {"NW102"}),
    "out of range": (out_of_range, {"NW306"}),
    "malformed id": (malformed_id, {"NW107"}),
}
"""How each kind of fault is made, and the codes by which the checker calls it."""


def faulty(random: Random, known: list[Sample], kind: str, count: int) -> Iterator[Sample]:
    """So many entries with one fault of a kind, each refused by the models of the checker for that fault."""
    make, codes = FAULTS[kind]
    while count:
        sample = one_of(random, known)
        value = make(random, sample, random.choice(list(places(sample.value))))
        broken = sample.with_value(value)
        if value is not None and codes & broken.codes():
            count -= 1
            yield broken
