"""Scenarios for the tests of `sim.study`: shipped ones, and the pack of three towns with other formulas."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from shutil import copy, copytree

from sim.analysis.space import Outcome, Space
from sim.domain import Scenario
from sim.kernel import codes
from sim.loading import load
from sim.table.bridge import bodies_of, package_to
from sim.table.known import Known

THREE, MINIMAL, FULL = "tests/packs/three.yaml", "tests/bad_rules/minimal.yaml", "spring-2025"
SCENARIOS = (FULL, "spring-90", "spring-short", "lantern-coast", THREE, MINIMAL)

CLOVER_QUOTA = "quota: yes_weight >= 60"
WEAVERS_POINTS = "points: {Q2: +2, Z1: +1}"


def three_towns(folder: Path, weavers: str = WEAVERS_POINTS, quota: str = "yes_weight >= 60", size: str = "4") -> Scenario:
    """The pack of three towns, with other words on when the weavers of Clover say yes, on its quota, and on the size of a package."""
    copytree(Path(THREE).with_suffix(""), folder / "three")
    copy(THREE, folder / "three.yaml")
    replace_once(folder / "three" / "table.yaml", WEAVERS_POINTS, weavers)
    replace_once(folder / "three" / "table.yaml", CLOVER_QUOTA, f"quota: {quota}")
    replace_once(folder / "three" / "play.yaml", "package_size: 4", f"package_size: {size}")
    return load.scenario(str(folder / "three.yaml"))


def replace_once(path: Path, old: str, new: str) -> None:
    """Change the one place in a file where some text stands."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def table_says(known: Known, outcome: Outcome) -> tuple[bool, ...]:
    """Whether each body passes an outcome, by the forecast that players see."""
    found = [body.passes for body in bodies_of(known, outcome)]
    assert None not in found
    return tuple(each is not None and each[0] for each in found)


def may_be_proposed(known: Known, outcome: Outcome) -> bool:
    """Whether the rules let a package be proposed."""
    return known.bench().code_to_propose(package_to(known, outcome).levels) == codes.ALLOWED


def every_outcome(known: Known) -> list[Outcome]:
    """All levels that there are, whether they may be proposed or not."""
    return list(product(*(range(len(issue.levels)) for issue in known.scenario.issues)))


def joint(space: Space, outcome: Outcome) -> int:
    """What an outcome is worth to all parties together."""
    return sum(table[issue][level] for table in space.worth for issue, level in enumerate(outcome))
