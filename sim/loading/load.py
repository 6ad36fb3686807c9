"""A scenario by name: find, read, check, compile. Everything wrong is said at once, nothing is guessed.

The result is frozen. `digest` changes with the meaning of the rules, `text_digest` with their words.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sim.domain import Scenario
from sim.errors import Broken, Problem
from sim.kernel.audience import set_audiences
from sim.loading import assemble, finding
from sim.loading.checks import checked
from sim.loading.codegen import Compiler
from sim.loading.documents import PackDoc, ScenarioDoc, procedure_in, read_pack, read_scenario
from sim.loading.finding import Found
from sim.loading.names import Names
from sim.loading.node import Node
from sim.loading.points import numbered, points_of, write_points
from sim.loading.pools import Pools
from sim.loading.selection import Play, put_together, unknown_selections
from sim.loading.shape_scenario import History
from sim.loading.wording import Words
from sim.loading.write_entries import write_entries
from sim.loading.write_procedure import forced_draws, write_procedure
from sim.loading.write_rules import declare_rules, write_modifiers, write_open, write_rules, write_scoring
from sim.loading.writer import Writer

TEXT_KEYS = frozenset(
    {"label", "short", "phrase", "brief", "note", "text", "texts", "glossary", "statement", "history", "why", "minutes", "players"}
)
SHORT_DIGEST = 12


@dataclass(frozen=True, slots=True)
class Read:
    """A scenario and its pack as documents, with every problem found so far."""

    found: Found
    doc: ScenarioDoc
    pack: PackDoc | None
    problems: tuple[Problem, ...]


@lru_cache(maxsize=16)
def scenario(name: str) -> Scenario:
    """A scenario by id, path or folder. Raises Broken with every problem, where it cannot be played."""
    found, problems = attempt(name)
    if found is None:
        raise Broken(problem for problem in problems if problem.severity == "error")
    return found


def attempt(name: str) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """A scenario, or None, and everything that was found wrong on the way (warnings included)."""
    place = finding.find_scenario(name)
    if isinstance(place, Problem):
        return None, (place,)
    return compiled(read(place))


def read(place: Found) -> Read:
    """Scenario file and pack folder as documents."""
    doc = read_scenario(place.path, place.shown)
    if doc.scenario is None or doc.node is None:
        return Read(place, doc, None, doc.problems)
    at = doc.node.get("scenario")
    named = at.get("pack") if at is not None else None
    where = finding.find_pack(doc.scenario.scenario.pack or "", place, named)
    if isinstance(where, Problem):
        return Read(place, doc, None, (*doc.problems, where))
    pack = read_pack(where.path, where.shown)
    return Read(place, doc, pack, tuple(sorted({*doc.problems, *pack.problems})))


def compiled(source: Read) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The frozen scenario of documents without errors; with errors, what else can be told."""
    doc, pack = source.doc, source.pack
    if pack is None or doc.scenario is None or any(problem.severity == "error" for problem in source.problems):
        return None, source.problems
    procedure, more = procedure_in(pack, doc)
    if procedure is None or more:
        return None, (*source.problems, *more)
    play = put_together(pack, doc, doc.scenario, procedure)
    problems = [*source.problems, *unknown_selections(play), *checked(play)]
    if any(problem.severity == "error" and problem.code == "NW330" for problem in problems):
        return None, tuple(sorted(set(problems)))
    writer = written(play)
    problems += writer.pools.problems
    if any(problem.severity == "error" for problem in problems):
        return None, tuple(sorted(set(problems)))
    history, of_history = history_in(source)
    value = assemble.scenario_of(writer, history, forced_draws(writer), (doc.path.name, *pack.files))
    problems += [*writer.pools.problems, *of_history]
    if any(problem.severity == "error" for problem in problems):
        return None, tuple(sorted(set(problems)))
    return sealed(value, source), tuple(sorted(set(problems)))


def written(play: Play) -> Writer:
    """Names placed, tables filled."""
    pools = Pools()
    names = Names(play)
    words = Words(play.pack.texts, play.pack.rulebook)
    writer = Writer(play, names, pools, Compiler(names, pools), words)
    points = points_of(play.procedure)
    names.points = numbered(points)
    write_points(pools.t, points)
    writer.compiler.read_values()
    rows = declare_rules(writer)
    write_entries(writer)
    write_rules(writer, rows)
    write_modifiers(writer)
    write_procedure(writer)
    write_open(writer)
    write_scoring(writer)
    set_audiences(pools.t)
    return writer


def history_in(source: Read) -> tuple[History | None, list[Problem]]:
    """The history of the scenario, or of the one it takes it over from."""
    own = source.doc.scenario.history if source.doc.scenario is not None else None
    if own is None or own.from_ is None:
        return own, []
    place = finding.find_scenario(own.from_)
    if isinstance(place, Problem):
        node = own.node.get("from") or own.node
        return None, [node.problem(place.code, place.text, place.hint)]
    other = read_scenario(place.path, place.shown)
    return (other.scenario.history if other.scenario is not None else None), list(other.errors)


def sealed(value: Scenario, source: Read) -> Scenario:
    """The scenario with its digests and the texts it was read from."""
    nodes = {"scenario": source.doc.node, **(source.pack.roots if source.pack else {})}
    meaning = [list(meaning_of(node)) for _, node in sorted(nodes.items()) if node is not None]
    words = [list(words_of(node)) for _, node in sorted(nodes.items()) if node is not None]
    return replace(
        value,
        rules_digest=digest_of(sorted(map(json.dumps, meaning))),
        text_digest=digest_of(sorted(map(json.dumps, words))),
        resolved=resolved_text(source),
    )


def digest_of(value: object) -> str:
    """A short digest of a value that JSON can hold."""
    whole = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()[:SHORT_DIGEST]


def meaning_of(node: Node, path: str = "") -> Iterator[tuple[str, str | int]]:
    """(path, value) of everything that is no text for people."""
    if isinstance(node.value, dict):
        for key, inner in node.value.items():
            if key not in TEXT_KEYS:
                yield from meaning_of(inner, f"{path}.{key}")
    elif isinstance(node.value, list):
        for index, inner in enumerate(node.value):
            yield from meaning_of(inner, f"{path}[{index}]")
    else:
        yield path, node.value


def words_of(node: Node, path: str = "", inside: bool = False) -> Iterator[tuple[str, str | int]]:
    """(path, value) of the texts for people."""
    if isinstance(node.value, dict):
        for key, inner in node.value.items():
            yield from words_of(inner, f"{path}.{key}", inside or key in TEXT_KEYS)
    elif isinstance(node.value, list):
        for index, inner in enumerate(node.value):
            yield from words_of(inner, f"{path}[{index}]", inside)
    elif inside:
        yield path, node.value


def resolved_text(source: Read) -> str:
    """The files as they were read, as JSON: a record carries them, so that a replay needs nothing else."""
    files = {path.name: path.read_text(encoding="utf-8-sig") for path in sorted(source.pack.folder.glob("*.yaml"))} if source.pack else {}
    own = source.doc.path.read_text(encoding="utf-8-sig")
    name = source.found.shown
    whole = {"scenario": {"name": name, "text": own}, "pack": files, "history": history_text(source)}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)


def history_text(source: Read) -> dict[str, str]:
    """The scenario whose history is taken over, by id."""
    own = source.doc.scenario.history if source.doc.scenario is not None else None
    if own is None or own.from_ is None:
        return {}
    place = finding.find_scenario(own.from_)
    return {} if isinstance(place, Problem) else {own.from_: place.path.read_text(encoding="utf-8-sig")}


def from_resolved(text: str) -> Scenario:
    """The scenario that a record carries. Raises Broken where its text is damaged, ValueError where it is none."""
    whole = json.loads(text)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "seeds").mkdir()
        name = str(whole["scenario"]["name"])
        own = root / "seeds" / "scenario.yaml"
        own.write_text(whole["scenario"]["text"], encoding="utf-8")
        pack = root / "rules"
        pack.mkdir()
        for file, content in whole["pack"].items():
            (pack / Path(str(file)).name).write_text(content, encoding="utf-8")
        for other, content in whole.get("history", {}).items():
            (root / "seeds" / f"{Path(str(other)).name}.yaml").write_text(content, encoding="utf-8")
        doc = read_scenario(own, name)
        packed = read_pack(pack, "rules")
        found = Found(name, own, name, False)
        value, problems = compiled(Read(found, doc, packed, tuple(sorted({*doc.problems, *packed.problems}))))
    if value is None:
        raise Broken(problem for problem in problems if problem.severity == "error")
    return value
