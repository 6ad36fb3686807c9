"""A scenario by name: find, read, check, compile. Everything wrong is said at once, nothing is guessed.

The result is frozen. `rules_digest` changes with the meaning of the rules, `text_digest` with their words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sim.domain import Scenario
from sim.errors import Broken, Problem
from sim.kernel.audience import set_audiences
from sim.loading import assemble, finding
from sim.loading.checks import checked
from sim.loading.codegen import Compiler
from sim.loading.digests import TEXT_KEYS, rules_digest, text_digest
from sim.loading.documents import PackDoc, ScenarioDoc, pack_of, procedure_in, read_pack, read_scenario, scenario_of
from sim.loading.finding import Found
from sim.loading.names import Names
from sim.loading.nesting import refuse_endless_effects
from sim.loading.points import numbered, points_of, write_points
from sim.loading.pools import Pools
from sim.loading.reading import read_text
from sim.loading.report import independent, told
from sim.loading.selection import Play, put_together
from sim.loading.shape import MAPS
from sim.loading.wording import Words
from sim.loading.write_entries import mark_undoable_levers, write_entries
from sim.loading.write_procedure import forced_draws, write_procedure
from sim.loading.write_rules import declare_rules, write_modifiers, write_open, write_readings, write_rules, write_scoring
from sim.loading.writer import Writer


@dataclass(frozen=True, slots=True)
class Read:
    """A scenario and its pack as documents, with every problem found so far.

    history: the scenario whose history it takes over, if it does and it was found.
    """

    found: Found
    doc: ScenarioDoc
    pack: PackDoc | None
    problems: tuple[Problem, ...]
    history: ScenarioDoc | None = None


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
    where = finding.find_pack(doc.scenario.scenario.pack or "", place, at.get("pack") if at is not None else None)
    if isinstance(where, Problem):
        return Read(place, doc, None, (*doc.problems, where))
    pack = read_pack(where.path, where.shown)
    history, problems = history_of(doc)
    return Read(place, doc, pack, told([*doc.problems, *pack.problems, *problems]), history)


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


def compiled(source: Read) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The frozen scenario of documents without errors; with errors, everything that can be told in one go."""
    doc, pack = source.doc, source.pack
    if pack is None or doc.scenario is None or not set(MAPS) <= set(pack.maps):
        return None, source.problems
    procedure, of_procedure = procedure_in(pack, doc)
    if procedure is None:
        return None, told([*source.problems, *of_procedure])
    play = put_together(pack, doc, doc.scenario, procedure)
    found = checked(play)
    writer = None if any(problem.code == "NW330" for problem in found) else written(play)
    draws = forced_draws(writer) if writer is not None else ()
    found += writer.pools.problems if writer is not None else []
    before = [*source.problems, *of_procedure]
    problems = told([*before, *independent(found, before, doc, pack)])
    if writer is None or any(problem.severity == "error" for problem in problems):
        return None, problems
    own = doc.scenario.history
    history = own if source.history is None or source.history.scenario is None else source.history.scenario.history
    value = assemble.scenario_of(writer, history, draws, (doc.path.name, *pack.files))
    return sealed(value, source), problems


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
    write_readings(writer)
    mark_undoable_levers(writer)
    refuse_endless_effects(writer)
    set_audiences(pools.t)
    return writer


def sealed(value: Scenario, source: Read) -> Scenario:
    """The scenario with its digests and the texts it was read from."""
    roots = list(source.pack.roots.values()) if source.pack is not None else []
    return replace(
        value,
        rules_digest=rules_digest(roots, source.doc.node),
        text_digest=text_digest(roots, source.doc.node),
        resolved=resolved_text(source),
    )


def resolved_text(source: Read) -> str:
    """The files as they were read, as JSON: a record carries them, so that a replay needs nothing else."""
    whole = {
        "scenario": {"name": source.found.shown, "file": source.doc.path.name, "text": source.doc.source},
        "pack": source.pack.sources if source.pack is not None else {},
        "history": None if source.history is None else source.history.source,
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)


def from_resolved(text: str) -> Scenario:
    """The scenario that a record carries; nothing is read from the disk.

    Raises Broken where its rules are damaged, ValueError where the text carries none.
    """
    whole = json.loads(text)
    try:
        own, files, history = whole["scenario"], dict(whole["pack"]), whole["history"]
        name, file = str(own["name"]), Path(str(own["file"]))
        doc = scenario_of(read_text(str(own["text"]), name), file)
        packed = pack_of([read_text(str(files[key]), str(key)) for key in sorted(files)], "rules", Path("rules"))
    except (KeyError, TypeError, AttributeError) as trouble:
        raise ValueError("this text carries no rules") from trouble
    other = None if history is None else scenario_of(read_text(str(history), "history"), Path("history.yaml"))
    found = Found(name, file, name, False)
    value, problems = compiled(Read(found, doc, packed, told([*doc.problems, *packed.problems]), other))
    if value is None:
        raise Broken(problem for problem in problems if problem.severity == "error")
    return replace(value, resolved=text)


__all__ = ["TEXT_KEYS", "Read", "attempt", "compiled", "from_resolved", "read", "scenario"]
