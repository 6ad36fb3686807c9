"""A scenario by name: find, read, check, compile. Everything wrong is said at once, nothing is guessed.

The result is frozen. `rules_digest` changes with the meaning of the rules, `text_digest` with their words.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from sim.domain import Scenario
from sim.errors import Broken, Problem
from sim.kernel.audience import set_audiences
from sim.loading import assemble, finding
from sim.loading.checks import checked
from sim.loading.codegen import Compiler
from sim.loading.digests import TEXT_KEYS, rules_digest, text_digest
from sim.loading.documents import procedure_in
from sim.loading.layers import Read, history_of, read, read_resolved, resolved_text
from sim.loading.names import Names
from sim.loading.nesting import refuse_endless_effects
from sim.loading.points import numbered, points_of, write_points
from sim.loading.pools import Pools
from sim.loading.report import independent, told
from sim.loading.selection import Play, put_together
from sim.loading.shape import MAPS
from sim.loading.union import without_echoes
from sim.loading.wording import Words
from sim.loading.write_entries import mark_undoable_levers, write_entries
from sim.loading.write_procedure import forced_draws, write_procedure
from sim.loading.write_rules import declare_rules, write_modifiers, write_open, write_readings, write_rules, write_scoring
from sim.loading.writer import Writer


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


def compiled(source: Read) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """The frozen scenario of documents without errors; with errors, everything that can be told in one go."""
    doc, pack = source.doc, source.pack
    if pack is None or doc.scenario is None or not set(MAPS) <= set(pack.maps):
        return None, source.problems
    procedure, of_procedure = procedure_in(pack, doc)
    if procedure is None:
        return None, told([*source.problems, *without_echoes(of_procedure, source.problems)])
    play = put_together(pack, doc, doc.scenario, procedure)
    found = checked(play)
    writer = None if any(problem.code == "NW330" for problem in found) else written(play)
    draws = forced_draws(writer) if writer is not None else ()
    found += writer.pools.problems if writer is not None else []
    before = [*source.problems, *without_echoes(of_procedure, source.problems)]
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
        house=source.house,
        rules_digest=rules_digest(roots, source.doc.node),
        text_digest=text_digest(roots, source.doc.node),
        resolved=resolved_text(source),
    )


def from_resolved(text: str) -> Scenario:
    """The scenario that a record carries; nothing is read from the disk.

    Raises Broken where its rules are damaged, ValueError where the text carries none.
    """
    value, problems = compiled(read_resolved(text))
    if value is None:
        raise Broken(problem for problem in problems if problem.severity == "error")
    return replace(value, resolved=text)


__all__ = ["TEXT_KEYS", "Read", "attempt", "compiled", "from_resolved", "history_of", "read", "scenario"]
