"""The files of a scenario, one over the other: the scenario and its pack, and the overlays that extend them, base first."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from sim.errors import Problem
from sim.loading import finding
from sim.loading.digests import rules_digest
from sim.loading.documents import PackDoc, ScenarioDoc, pack_of, read_scenario, scenario_of
from sim.loading.finding import Found
from sim.loading.node import Node
from sim.loading.overlays import applied
from sim.loading.paths import SCENARIO, Trees
from sim.loading.reading import Reading, read_file, read_text
from sim.loading.report import told
from sim.loading.shape import shaped_or_mended
from sim.loading.shape_overlay import OVERLAY_KEYS, Overlay
from sim.loading.union import files_of, format_problems, top_of, without_echoes
from sim.places import HouseRule

EXTENDS = "extends"
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Layer:
    """A scenario file or an overlay. found: where it is; reading: what came of it."""

    found: Found
    reading: Reading


@dataclass(frozen=True, slots=True)
class Files:
    """What a scenario is made of, before anything is put together.

    base: the scenario at the bottom; overlays: over it, in the order in which they apply; pack: its files, by what they are called.
    """

    base: Layer
    overlays: tuple[Layer, ...] = ()
    pack: tuple[Reading, ...] = ()
    folder: Found | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def top(self) -> Layer:
        """The layer that was asked for."""
        return self.overlays[-1] if self.overlays else self.base


@dataclass(frozen=True, slots=True)
class Read:
    """A scenario and its pack as documents, with every problem found so far.

    history: the scenario whose history it takes over, if it does and it was found; house: what overlays change; overlays: theirs.
    """

    found: Found
    doc: ScenarioDoc
    pack: PackDoc | None
    problems: tuple[Problem, ...]
    history: ScenarioDoc | None = None
    house: tuple[HouseRule, ...] = ()
    overlays: tuple[Layer, ...] = ()
    base: Layer | None = None


def is_overlay(reading: Reading) -> bool:
    """Whether a file extends another."""
    return reading.node is not None and reading.node.get(EXTENDS) is not None


def is_of_pack(reading: Reading) -> bool:
    """Whether a file can be read and is no scenario."""
    return reading.node is not None and isinstance(reading.node.value, dict) and not {"scenario", EXTENDS} & set(reading.node.value)


def read(place: Found) -> Read:
    """The documents of a scenario, with all overlays applied."""
    found = files_of_scenario(place)
    if isinstance(found, Read):
        return found
    return put_together(found)


def files_of_scenario(place: Found) -> Files | Read:
    """The files of a scenario; where its base or pack is not found, what could be read."""
    first = Layer(place, read_file(place.path, place.shown))
    layers, problems = chain(first)
    base, overlays = layers[0], tuple(layers[1:])
    doc = scenario_of(base.reading, base.found.path)
    if problems or doc.scenario is None or doc.node is None or is_overlay(base.reading):
        own = () if is_overlay(base.reading) else doc.problems
        return Read(
            place,
            ScenarioDoc(place.path, None, None, (), source=first.reading.text),
            None,
            told([*problems, *own, *shapes(overlays or (first,))]),
            overlays=overlays,
            base=base if overlays else None,
        )
    at = doc.node.get("scenario")
    where = finding.find_pack(doc.scenario.scenario.pack or "", base.found, at.get("pack") if at is not None else None)
    if isinstance(where, Problem):
        return Read(place, doc, None, (*doc.problems, where), overlays=overlays, base=base)
    paths, lost = files_of(where.path, where.shown)
    pack = tuple(read_file(path, f"{where.shown}/{path.name}") for path in paths)
    return Files(base, overlays, pack, where, tuple(lost))


def chain(first: Layer) -> tuple[list[Layer], list[Problem]]:
    """A file and all it extends, base first; NW602, NW603 where that leads into a circle, too deep or nowhere."""
    layers = [first]
    while is_overlay(layers[0].reading):
        top = layers[0]
        node = top.reading.node.get(EXTENDS) if top.reading.node is not None else None
        if node is None or not isinstance(node.value, str) or not node.value:
            break
        place = base_of(node, top.found)
        if isinstance(place, Problem):
            return layers, [place]
        names = [layer.found.path.resolve() for layer in layers]
        if place.path.resolve() in names:
            way = " -> ".join([*(layer.found.name for layer in reversed(layers)), place.name])
            return layers, [
                node.problem("NW602", f"these overlays extend each other in a circle: {way}", "let one of them extend a scenario")
            ]
        if len(layers) >= DEEPEST + 1:
            return layers, [node.problem("NW602", f"more than {DEEPEST} overlays stand on each other", "put two of them into one file")]
        below = Layer(place, read_file(place.path, place.shown))
        if is_of_pack(below.reading):
            hint = "name the file of a scenario or of an overlay"
            return layers, [node.problem("NW603", f"the base `{node.value}` is a rule file of a pack", hint)]
        layers.insert(0, below)
    return layers, []


def base_of(node: Node, own: Found) -> Found | Problem:
    """What an overlay extends: a path from its own folder, a file beside it of this name, or an id of the program."""
    name = str(node.value)
    folder = own.path.parent
    near = [folder / name, folder / f"{name}.yaml", folder / f"{name}.yml"] if name and "\0" not in name else []
    for path in near:
        if finding.is_file(path) and path.resolve() != own.path.resolve():
            return Found(path.stem, path, finding.shown(path), finding.is_shipped(path))
        if finding.is_folder(path) and finding.is_file(path / finding.SCENARIO_FILE):
            return Found(path.name, path / finding.SCENARIO_FILE, finding.shown(path / finding.SCENARIO_FILE), finding.is_shipped(path))
    if name in finding.shipped_scenarios():
        return finding.shipped_scenarios()[name]
    if any(finding.is_file(path) for path in near):
        return node.problem("NW602", f"this overlay extends itself: {name} -> {name}", "name the scenario it changes")
    missing = finding.unknown("scenario", name, [*finding.shipped_scenarios(), *finding.scenarios_beside(own.path)])
    return node.problem("NW603", f"the base `{finding.readable(name)}` is not found", missing.hint)


def shapes(overlays: tuple[Layer, ...]) -> list[Problem]:
    """What is wrong with the overlays themselves."""
    found: list[Problem] = []
    for layer in overlays:
        node, reading = layer.reading.node, layer.reading
        found += reading.problems
        if node is None or not is_overlay(reading):
            continue
        top = top_of(node, OVERLAY_KEYS, "an overlay")
        _, problems = shaped_or_mended(node, Overlay)
        more = list(format_problems(top, node)) if not isinstance(top, Problem) and "nemawashi" in top else []
        found += without_echoes([*more, *problems], reading.problems)
    return found


def put_together(files: Files) -> Read:
    """The documents of a scenario from its files, with all overlays applied."""
    base, folder = files.base, files.folder
    assert folder is not None and base.reading.node is not None
    trees: Trees = {SCENARIO: base.reading.node, **{reading.path: reading.node for reading in files.pack if reading.node is not None}}
    house: list[HouseRule] = []
    of_overlays = shapes(files.overlays)
    problems = [*files.problems, *of_overlays]
    for layer in files.overlays:
        node = layer.reading.node
        if node is None:
            continue
        problems += other_digest(trees, node)
        work = applied(trees, node)
        trees = work.trees
        house += work.house
        problems += work.problems
    doc = scenario_of(replace(base.reading, node=trees[SCENARIO]), files.top.found.path)
    pack = pack_of([replace(reading, node=trees.get(reading.path)) for reading in files.pack], folder.shown, folder.path)
    history, lost = history_of(doc)
    known = {(each.file, each.line, each.column, each.code) for each in of_overlays}
    again = [each for each in (*doc.problems, *pack.problems) if (each.file, each.line, each.column, each.code) not in known]
    again = without_echoes(again, [each for layer in files.overlays for each in layer.reading.problems])
    problems = list(told([*problems, *again, *lost]))
    return Read(files.top.found, doc, pack, tuple(problems), history, tuple(house), files.overlays, base)


def other_digest(trees: Trees, overlay: Node) -> list[Problem]:
    """NW690: the overlay was written against other rules."""
    noted = overlay.get("base_digest")
    if noted is None or not isinstance(noted.value, str | int):
        return []
    now = rules_digest([root for name, root in trees.items() if name != SCENARIO], trees[SCENARIO])
    if str(noted.value) == now:
        return []
    text = f"the base has changed since this was written: its digest is {now}, not {noted.value}"
    hint = f'look at the changes, then write `base_digest: "{now}"`'
    return [noted.problem("NW690", text, hint, "warning", noted.to_write(f'"{now}"'))]


def history_of(doc: ScenarioDoc) -> tuple[ScenarioDoc | None, list[Problem]]:
    """The scenario whose history is taken over."""
    own = doc.scenario.history if doc.scenario is not None else None
    if own is None or own.from_ is None:
        return None, []
    place = finding.find_scenario(own.from_)
    if isinstance(place, Problem):
        node = own.node.get("from") or own.node
        return None, [node.problem(place.code, place.text, place.hint)]
    other = read_scenario(place.path, place.shown)
    return other, [*other.errors, *of_another_pack(doc, other)]


def of_another_pack(doc: ScenarioDoc, other: ScenarioDoc) -> list[Problem]:
    """NW205: a history is told in levels and cards, so both scenarios need the same pack."""
    own, pack = (each.scenario.scenario.pack if each.scenario is not None else None for each in (doc, other))
    if own == pack or doc.scenario is None or doc.scenario.history is None or other.scenario is None:
        return []
    node = doc.scenario.history.node.get("from") or doc.scenario.history.node
    text = f"the history of `{other.scenario.scenario.id}` belongs to the pack `{pack}`"
    return [node.problem("NW205", text, "take over that of a scenario of the same pack")]


def resolved_text(source: Read) -> str:
    """The files as they were read, as JSON: a record carries them, so that a replay needs nothing else."""
    base = source.base or Layer(source.found, Reading(source.found.shown, None, (), source.doc.source))
    whole = {
        "scenario": {"name": base.found.shown, "file": base.found.path.name, "text": base.reading.text},
        "pack": source.pack.sources if source.pack is not None else {},
        "history": None if source.history is None else source.history.source,
        "overlays": [{"name": each.found.shown, "file": each.found.path.name, "text": each.reading.text} for each in source.overlays],
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)


def read_resolved(text: str) -> Read:
    """The documents of a scenario that a record carries. Raises ValueError where the text carries none."""
    whole = json.loads(text)
    try:
        base = carried(whole["scenario"])
        overlays = tuple(carried(each) for each in whole.get("overlays", []))
        files, history = dict(whole["pack"]), whole["history"]
        pack = tuple(read_text(str(files[key]), str(key)) for key in sorted(files))
    except (KeyError, TypeError, AttributeError) as trouble:
        raise ValueError("this text carries no rules") from trouble
    folder = Found("rules", Path("carried/rules"), "rules", False)
    if base.reading.node is None:
        doc = scenario_of(base.reading, base.found.path)
        return Read(base.found, doc, None, doc.problems, base=base)
    found = put_together(Files(base, overlays, pack, folder))
    other = None if history is None else scenario_of(read_text(str(history), "history"), Path("history.yaml"))
    return replace(found, history=other)


def carried(part: dict[str, str]) -> Layer:
    """A layer from the text that a record carries of it."""
    name, path = str(part["name"]), Path(str(part["file"]))
    return Layer(Found(name, path, name, False), read_text(str(part["text"]), name))
