"""What `check` looks at: scenarios, packs, or all that was shipped; and everything that is wrong with each.

A path may be a scenario (id, file, folder), a pack (id, folder, one of its files), or a folder that holds several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sim.domain import Scenario
from sim.errors import Problem
from sim.loading import finding
from sim.loading.allowing import without_allowed
from sim.loading.documents import PackDoc, read_pack, scenario_of
from sim.loading.finding import Found
from sim.loading.layers import is_of_pack
from sim.loading.load import Read, compiled, read
from sim.loading.reading import read_file, read_text
from sim.loading.shape_base import Selectable

SCENARIO, PACK = "scenario", "pack"
TRIAL = "nemawashi: 1\nscenario: {{id: trial, rounds: 8, source: [D], label: {{en: trial, ja: trial}}, pack: {name}}}\n"


@dataclass(frozen=True, slots=True)
class Target:
    """Something to check. kind: scenario or pack."""

    kind: str
    found: Found


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing that was checked. scenario: what it makes where nothing keeps it from being played (not of a pack).

    sources: the text of every file that was read, by the name that problems give it; paths: where each lies.
    """

    target: Target
    problems: tuple[Problem, ...]
    scenario: Scenario | None
    sources: dict[str, str]
    paths: dict[str, Path]


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking found, in reading order."""

    looks: tuple[Looked, ...]
    problems: tuple[Problem, ...]
    unreadable: tuple[Problem, ...]  # names that lead nowhere

    @property
    def targets(self) -> tuple[Target, ...]:
        """What was looked at."""
        return tuple(look.target for look in self.looks)

    @property
    def sources(self) -> dict[str, str]:
        """The text of every file that was read."""
        return {name: text for look in self.looks for name, text in look.sources.items()}

    @property
    def paths(self) -> dict[str, Path]:
        """Where every file lies that was read."""
        return {name: path for look in self.looks for name, path in look.paths.items()}


Advice = Callable[[Scenario], Iterable[Problem]]
"""What else can be said of a scenario that can be played."""


def no_advice(scenario: Scenario) -> Iterable[Problem]:
    """Nothing more."""
    return ()


def check(names: tuple[str, ...], advice: Advice = no_advice) -> Checked:
    """Check the named things, or everything shipped. advice: asked about every scenario that can be played."""
    targets: list[Target] = []
    lost: list[Problem] = []
    for name in names:
        meant = targets_of(name)
        if isinstance(meant, Problem):
            lost.append(meant)
        else:
            targets += meant
    wanted = list(dict.fromkeys(targets)) if names else everything_shipped()
    looks = tuple(look_at(target) for target in wanted)
    found = {problem for look in looks for problem in look.problems}
    found |= {problem for look in looks if look.scenario is not None for problem in advice(look.scenario)}
    checked = Checked(looks, (), tuple(lost))
    return replace(checked, problems=tuple(sorted(without_allowed(found, checked.sources))))


def everything_shipped() -> list[Target]:
    """All packs and scenarios of the program."""
    packs = [Target(PACK, found) for found in finding.shipped_packs().values()]
    return [*packs, *(Target(SCENARIO, found) for found in finding.shipped_scenarios().values())]


def targets_of(name: str) -> list[Target] | Problem:
    """What a name leads to, or why it leads nowhere."""
    if name in finding.shipped_packs():
        return [Target(PACK, finding.shipped_packs()[name])]
    path = Path(name)
    if name not in finding.shipped_scenarios() and name and finding.is_folder(path):
        return in_folder(path) or not_rules(name)
    if name not in finding.shipped_scenarios() and finding.is_file(path) and is_of_pack(read_file(path)):
        return [pack_at(path.parent)]
    scenario = finding.find_scenario(name)
    return scenario if isinstance(scenario, Problem) else [Target(SCENARIO, scenario)]


def in_folder(folder: Path) -> list[Target]:
    """What a folder holds: a scenario with its own rules, a pack, several scenarios, several packs, or both of these."""
    if finding.is_file(folder / finding.SCENARIO_FILE):
        found = finding.find_scenario(str(folder))
        return [] if isinstance(found, Problem) else [Target(SCENARIO, found)]
    files = [folder / name for name in finding.names_in(folder) if name.endswith(".yaml")]
    if files and any(is_of_pack(read_file(path)) for path in files):
        return [pack_at(folder)]
    scenarios = [Target(SCENARIO, Found(path.stem, path, finding.shown(path), finding.is_shipped(path))) for path in files]
    inner = [folder / name for name in finding.names_in(folder) if finding.is_folder(folder / name)]
    return scenarios + [target for path in inner if finding.is_pack(path) for target in in_folder(path)]


def pack_at(folder: Path) -> Target:
    """A pack by its folder."""
    return Target(PACK, Found(folder.resolve().name, folder, finding.shown(folder), finding.is_shipped(folder)))


def not_rules(name: str) -> Problem:
    """A folder without rule files."""
    return Problem(name, 1, 1, "error", "NW020", "this folder holds no rule files", "name a scenario, a pack, or a folder of them")


def look_at(target: Target) -> Looked:
    """Everything wrong with a scenario or a pack."""
    if target.kind == PACK:
        return look_at_pack(target)
    source = read(target.found)
    scenario, problems = compiled(source)
    layers = [*([source.base] if source.base is not None else []), *source.overlays]
    sources = {source.found.shown: source.doc.source} | {layer.found.shown: layer.reading.text for layer in layers}
    paths = {source.found.shown: source.found.path} | {layer.found.shown: layer.found.path for layer in layers}
    if source.history is not None:
        paths[str(source.history.path)] = source.history.path
    if source.pack is not None:
        sources |= source.pack.sources
        paths |= paths_of(source.pack)
    return Looked(target, problems, scenario, sources, paths)


def look_at_pack(target: Target) -> Looked:
    """Everything wrong with a pack by itself."""
    packed = read_pack(target.found.path, target.found.shown)
    source = tried(packed, target.found.name)
    own = tuple(problem for problem in compiled(source)[1] if problem.file != source.found.shown)
    return Looked(target, own, None, dict(packed.sources), paths_of(packed))


def paths_of(pack: PackDoc) -> dict[str, Path]:
    """Where the files of a pack lie, by the name that problems give them."""
    return {name: pack.folder / name.rpartition("/")[2] for name in pack.files}


def tried(pack: PackDoc, name: str) -> Read:
    """A pack with a scenario that brings in all that is optional."""
    found = Found("trial", Path("trial.yaml"), "(trial)", False)
    doc = scenario_of(read_text(trial_of(pack, name), found.shown), found.path)
    return Read(found, doc, pack, (*doc.problems, *pack.problems))


def trial_of(pack: PackDoc, name: str) -> str:
    """A scenario that plays everything a pack has."""
    optional = {
        key: [entry.id for entry in entries if isinstance(entry, Selectable) and entry.optional] for key, entries in pack.lists.items()
    }
    brought = [f"  {key}: [{', '.join(ids)}]\n" for key, ids in optional.items() if ids]
    return TRIAL.format(name=name) + ("with:\n" if brought else "") + "".join(brought)
