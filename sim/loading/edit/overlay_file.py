"""A rule file of one's own while it is edited, before anything is written: an overlay, a scenario, or a file of a pack."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sim.domain import Scenario
from sim.errors import Broken, Problem
from sim.loading import finding
from sim.loading.allowing import without_allowed
from sim.loading.checking import PACK, SCENARIO, tried
from sim.loading.digests import rules_digest
from sim.loading.documents import PackDoc, pack_of, read_pack
from sim.loading.finding import Found
from sim.loading.layers import Files, Layer, Read, chain, files_of_scenario, is_of_pack, is_overlay, put_together
from sim.loading.load import compiled
from sim.loading.node import Node
from sim.loading.overlays import applied
from sim.loading.paths import SCENARIO as TOP
from sim.loading.paths import Trees
from sim.loading.reading import Reading, marked_text, read_text, tree_of
from sim.loading.showing import trees_of

OVERLAY = "overlay"
SUFFIXES = (".yaml", ".yml")

Advice = Callable[[Scenario], Iterable[Problem]]
Begin = Callable[[str, str, str], str]
"""The text of a new overlay, from its id, what it extends, and the digest of that."""


class CannotEdit(Exception):
    """An edit that is not made. code: kebab-case; facts: what a sentence may name; problem: said in place of one, where there is one."""

    def __init__(self, code: str, problem: Problem | None = None, **facts: str) -> None:
        self.code = code
        self.problem = problem
        self.facts = facts
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rule file that is being edited. text: of the file, mark: what stood before it; is_new: there is no such file yet.

    ground: the trees that paths are asked of: what an overlay extends; the other files of a scenario or a pack.
    files: of what an overlay extends, or of a scenario; pack: all files of a pack.
    """

    found: Found
    kind: str
    text: str
    mark: str
    is_new: bool
    ground: Trees
    files: Files | None = None
    pack: PackDoc | None = None

    def node(self) -> Node:
        """Its tree as it is now. Raises Broken where it cannot be read."""
        return tree_of(self.text, self.found.shown)

    def trees(self, node: Node) -> Trees:
        """All trees with those of this file as it is now."""
        if self.kind == OVERLAY:
            return applied(self.ground, node).trees
        return {**self.ground, (TOP if self.kind == SCENARIO else self.found.shown): node}


# --- opening ---


def opened(path: Path, extends: str, begin: Begin) -> Sheet:
    """A file for editing; an overlay over `extends` where there is none. Raises CannotEdit, Broken."""
    if finding.is_folder(path):
        raise CannotEdit("is-folder", file=str(path))
    if path.suffix.lower() not in SUFFIXES:
        raise CannotEdit("no-rule-file", file=str(path))
    if finding.is_shipped(path):
        raise CannotEdit("shipped", file=finding.shown(path))
    found = Found(path.stem, path, finding.shown(path), False)
    if not finding.is_file(path):
        return begun(found, extends, begin)
    mark, text = marked_text(path, found.shown)
    reading = read_text(text, found.shown)
    if reading.node is None:
        raise Broken(reading.problems)
    if is_overlay(reading):
        return over(found, reading, mark)
    return of_pack(found, reading, mark) if is_of_pack(reading) else of_scenario(found, reading, mark)


def begun(found: Found, extends: str, begin: Begin) -> Sheet:
    """A new overlay; nothing need be there yet, not even its folder."""
    base = finding.find_scenario(extends)
    if isinstance(base, Problem):
        raise Broken([base])
    files = files_at(base)
    trees = trees_of(put_together(files))
    digest = rules_digest([root for name, root in trees.items() if name != TOP], trees[TOP])
    text = begin(id_of_file(found.name), extends_from(base, found.path.parent), digest)
    return Sheet(found, OVERLAY, text, "", True, trees, files)


def id_of_file(name: str) -> str:
    """An id after the name of a file, never one of the program's own."""
    found = re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-")
    found = found if found[:1].isalpha() else f"my-{found}".rstrip("-")
    return f"my-{found}" if found in finding.shipped_scenarios() else found


def extends_from(base: Found, folder: Path) -> str:
    """How a file in a folder names what it extends: by id, or by the way from the folder."""
    return base.name if base.shipped else Path(os.path.relpath(base.path.resolve(), folder.resolve())).as_posix()


def over(found: Found, reading: Reading, mark: str) -> Sheet:
    """An overlay, with what it extends."""
    layers, problems = chain(Layer(found, reading))
    if problems or len(layers) < 2:
        raise Broken(problems or reading.problems)
    files = files_at(layers[-2].found)
    return Sheet(found, OVERLAY, reading.text, mark, False, trees_of(put_together(files)), files)


def of_scenario(found: Found, reading: Reading, mark: str) -> Sheet:
    """A scenario, with its pack."""
    files = files_at(found)
    pack = {each.path: each.node for each in files.pack if each.node is not None}
    return Sheet(found, SCENARIO, reading.text, mark, False, pack, files)


def of_pack(found: Found, reading: Reading, mark: str) -> Sheet:
    """A file of a pack, with the others; all are named like this one."""
    folder = finding.shown(found.path.parent)
    pack = read_pack(found.path.parent, folder)
    own = replace(found, shown=f"{folder}/{found.path.name}")
    others = {name: root for name, root in pack.roots.items() if name != own.shown}
    return Sheet(own, PACK, reading.text, mark, False, others, pack=pack)


def files_at(found: Found) -> Files:
    """The files of a scenario. Raises Broken where its base or pack is not found."""
    files = files_of_scenario(found)
    if isinstance(files, Read):
        raise Broken(files.problems)
    return files


# --- checking ---


def looked(sheet: Sheet, advice: Advice) -> tuple[tuple[Problem, ...], dict[str, str]]:
    """Everything that is wrong with the file as it would be, and the text of every file that was asked."""
    source, sources = source_of(sheet)
    scenario, problems = compiled(source)
    found = set(problems) | (set(advice(scenario)) if scenario is not None and sheet.kind != PACK else set())
    if sheet.kind == PACK:
        found = {problem for problem in found if problem.file != source.found.shown}
    return tuple(sorted(without_allowed(found, sources))), sources


def source_of(sheet: Sheet) -> tuple[Read, dict[str, str]]:
    """The documents of the file as it would be, with the rest from the disk."""
    reading = read_text(sheet.text, sheet.found.shown)
    if sheet.kind == PACK:
        return source_of_pack(sheet, reading)
    assert sheet.files is not None
    layer = Layer(sheet.found, reading)
    files = sheet.files
    files = replace(files, overlays=(*files.overlays, layer)) if sheet.kind == OVERLAY else replace(files, base=layer)
    sources = {each.found.shown: each.reading.text for each in (files.base, *files.overlays)} | {
        each.path: each.text for each in files.pack
    }
    return put_together(files), sources


def source_of_pack(sheet: Sheet, reading: Reading) -> tuple[Read, dict[str, str]]:
    """A pack with this file as it would be."""
    assert sheet.pack is not None
    pack, name = sheet.pack, sheet.found.shown
    others = [read_text(text, each) for each, text in pack.sources.items() if each != name]
    readings = sorted([*others, reading], key=lambda each: pack.files.index(each.path))
    packed = pack_of(readings, name.rpartition("/")[0], pack.folder)
    return tried(packed, pack.folder.name), dict(packed.sources)
