"""A pack, or a scenario, as one document: the union of its files, every entry with its place.

Order of files never changes meaning, except that entries of a list follow each other in file-name order.
Nothing is looked up between entries here; that is for the checks and the compiler.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from sim.errors import Broken, Problem
from sim.loading import node as nodes
from sim.loading import shape_entries as kinds
from sim.loading.node import Node
from sim.loading.reading import Reading, read_file
from sim.loading.shape import SCENARIO_KEYS, shaped_or_mended
from sim.loading.shape_base import Shape
from sim.loading.shape_procedure import Procedure, Scoring
from sim.loading.shape_scenario import Scenario
from sim.loading.union import Union, files_of, format_problems, top_of, unlabelled, without_echoes

AnyShape = TypeVar("AnyShape", bound=Shape)


@dataclass(frozen=True)
class PackDoc:
    """A pack as it is written. Entries are in file-name order; each has a `node`.

    problems: everything found so far, warnings included; is_whole: every file could be read as a tree, so that
    what is not here is nowhere. lost: see `union.Union`. sources: the text of every file, by its name.
    """

    folder: Path
    files: tuple[str, ...]
    lists: dict[str, list[Shape]]
    maps: dict[str, Shape]
    texts: dict[str, kinds.Texts]
    problems: tuple[Problem, ...]
    is_whole: bool
    roots: dict[str, Node] = field(default_factory=dict)
    lost: dict[str, list[Node]] = field(default_factory=dict)
    lost_texts: frozenset[str] = frozenset()
    sources: dict[str, str] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the pack from being used."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    def entries(self, key: str, kind: type[AnyShape]) -> list[AnyShape]:
        """The entries of a list key."""
        return [entry for entry in self.lists.get(key, []) if isinstance(entry, kind)]

    def one(self, key: str, kind: type[AnyShape]) -> AnyShape:
        """The entry of a map key. Raises Broken if it is missing or broken."""
        found = self.maps.get(key)
        if isinstance(found, kind):
            return found
        raise Broken(self.problems)

    @property
    def pack(self) -> kinds.Pack:
        """Parties, tracks, families, tags."""
        return self.one("pack", kinds.Pack)

    @property
    def procedure(self) -> Procedure:
        """The course of play, before a scenario changes it."""
        return self.one("procedure", Procedure)

    @property
    def scoring(self) -> Scoring:
        """Points and endings."""
        return self.one("scoring", Scoring)

    @cached_property
    def issues(self) -> list[kinds.Issue]:
        """In the order of the files, as everything below."""
        return self.entries("issues", kinds.Issue)

    @cached_property
    def postures(self) -> list[kinds.Posture]:
        """True weights."""
        return self.entries("postures", kinds.Posture)

    @cached_property
    def meters(self) -> list[kinds.Meter]:
        """Numbers of the state."""
        return self.entries("meters", kinds.Meter)

    @cached_property
    def courses(self) -> list[kinds.Course]:
        """Courses."""
        return self.entries("courses", kinds.Course)

    @cached_property
    def counters(self) -> list[kinds.Counter]:
        """Counters."""
        return self.entries("counters", kinds.Counter)

    @cached_property
    def values(self) -> list[kinds.NamedValue]:
        """Named expressions."""
        return self.entries("values", kinds.NamedValue)

    @cached_property
    def bodies(self) -> list[kinds.Body]:
        """Who votes at home."""
        return self.entries("bodies", kinds.Body)

    @cached_property
    def levers(self) -> list[kinds.Lever]:
        """Levers."""
        return self.entries("levers", kinds.Lever)

    @cached_property
    def acts(self) -> list[kinds.Act]:
        """Acts."""
        return self.entries("acts", kinds.Act)

    @cached_property
    def initiatives(self) -> list[kinds.Initiative]:
        """Initiatives."""
        return self.entries("initiatives", kinds.Initiative)

    @cached_property
    def events(self) -> list[kinds.Event]:
        """Event cards."""
        return self.entries("events", kinds.Event)

    @cached_property
    def demands(self) -> list[kinds.Demand]:
        """Demand cards."""
        return self.entries("demands", kinds.Demand)

    @cached_property
    def requests(self) -> list[kinds.Request]:
        """Request decks."""
        return self.entries("requests", kinds.Request)

    @cached_property
    def seats(self) -> list[kinds.Seat]:
        """Seats."""
        return self.entries("seats", kinds.Seat)

    @cached_property
    def rules(self) -> list[kinds.Rule]:
        """Standing rules."""
        return self.entries("rules", kinds.Rule)

    @cached_property
    def modifiers(self) -> list[kinds.Modifier]:
        """Modifiers, in the order they apply."""
        return self.entries("modifiers", kinds.Modifier)

    @cached_property
    def statement(self) -> list[kinds.Paragraph]:
        """Paragraphs of the joint statement."""
        return self.entries("statement", kinds.Paragraph)

    @cached_property
    def glossary(self) -> list[kinds.GlossaryWord]:
        """Words."""
        return self.entries("glossary", kinds.GlossaryWord)

    @cached_property
    def rulebook(self) -> list[kinds.RuleText]:
        """The rules in sentences."""
        return self.entries("rulebook", kinds.RuleText)


@dataclass(frozen=True)
class ScenarioDoc:
    """A scenario file as it is written; scenario: None where its shape is broken.

    added, texts: what it adds to the entries and texts of the pack; lost: see `union.Union`; source: its text.
    """

    path: Path
    scenario: Scenario | None
    node: Node | None
    problems: tuple[Problem, ...]
    added: dict[str, list[Shape]] = field(default_factory=dict)
    texts: dict[str, kinds.Texts] = field(default_factory=dict)
    lost: dict[str, list[Node]] = field(default_factory=dict)
    source: str = ""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the scenario from being used."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def place_of(entry: Shape | Node, *keys: str | int) -> Node:
    """The node at an entry, or below it: place_of(event, "effects", "m_tariff"), place_of(body, "groups", "jp_farm").

    A step that does not exist is left out: the nearest place is better than none.
    """
    found = entry.node if isinstance(entry, Shape) else entry
    for key in keys:
        found = nodes.child(found, key) or found
    return found


def read_pack(folder: Path, shown: str = "") -> PackDoc:
    """Read every *.yaml directly in a folder. shown: how problems name the folder."""
    name = shown or str(folder)
    paths, problems = files_of(folder, name)
    return pack_of([read_file(path, f"{name}/{path.name}") for path in paths], name, folder, problems)


def pack_of(readings: list[Reading], name: str, folder: Path, problems: list[Problem] | None = None) -> PackDoc:
    """The pack that files make up, in their order. problems: what has been found already."""
    union = Union(name)
    union.is_whole = len(readings) > 0
    for reading in readings:
        union.add(reading)
    lists, maps, texts = union.shaped()
    return PackDoc(
        folder=folder,
        files=tuple(reading.path for reading in readings),
        lists=lists,
        maps=maps,
        texts=texts,
        problems=tuple(sorted({*(problems or ()), *union.all_problems()})),
        is_whole=union.is_whole,
        roots={reading.path: reading.node for reading in readings if reading.node is not None},
        lost=union.lost,
        lost_texts=frozenset(union.maps.get("texts", {})) - frozenset(texts),
        sources={reading.path: reading.text for reading in readings},
    )


def read_scenario(path: Path, shown: str = "") -> ScenarioDoc:
    """Read a scenario file. shown: how problems name it."""
    return scenario_of(read_file(path, shown), path)


def scenario_of(reading: Reading, path: Path) -> ScenarioDoc:
    """The scenario that a file holds."""
    if reading.node is None:
        return ScenarioDoc(path, None, None, reading.problems, source=reading.text)
    found = top_of(reading.node, SCENARIO_KEYS, "a scenario file")
    if isinstance(found, Problem):
        return ScenarioDoc(path, None, reading.node, (*reading.problems, found), source=reading.text)
    problems = [*reading.problems, *(format_problems(found, reading.node) if "nemawashi" in found else ())]
    scenario, more = shaped_or_mended(reading.node, Scenario)
    added = additions(reading.node.get("add"))
    lists = {key: added.shaped_list(key, items) for key, items in added.lists.items()}
    texts = added.shaped_texts()
    added.problems += [problem for entries in lists.values() for problem in unlabelled(entries, texts, frozenset(added.labelled))]
    found_now = without_echoes([*more, *added.problems], reading.problems)
    return ScenarioDoc(
        path=path,
        scenario=scenario,
        node=reading.node if scenario is None else scenario.node,
        problems=tuple(sorted({*problems, *found_now})),
        added=lists,
        texts=texts,
        lost=added.lost,
        source=reading.text,
    )


def additions(node: Node | None) -> Union:
    """The entries a scenario adds, by list key."""
    union = Union("")
    if node is not None and isinstance(node.value, dict):
        for key, inner in node.value.items():
            union.problems += list(union.add_addition(key, inner))
    return union


def replaced(node: Node, changes: Node) -> Node:
    """The map with single values of another map in place of its own, at any depth; every value keeps its place."""
    if not isinstance(node.value, dict) or not isinstance(changes.value, dict):
        return changes
    value = dict(node.value)
    for key, change in changes.value.items():
        value[key] = replaced(value[key], change) if key in value else change
    return Node(value, node.path, node.line, node.column, node.key_line, node.key_column)


def procedure_in(pack: PackDoc, scenario: ScenarioDoc) -> tuple[Procedure | None, list[Problem]]:
    """The course of play with the values a scenario replaces, and what is wrong with it."""
    changes = scenario.node.get("procedure") if scenario.node is not None else None
    if changes is None:
        return pack.procedure, []
    return shaped_or_mended(replaced(pack.procedure.node, changes), Procedure)
