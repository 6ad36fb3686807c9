"""A record carries the rules it was played with: from their text alone the same scenario comes back, whatever the disk says now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.errors import Broken
from sim.loading import load
from tests.loading.helpers import PLAYABLE, ROOT, write


@pytest.mark.parametrize("name", PLAYABLE)
def test_the_same_scenario_comes_back(name: str) -> None:
    scenario = load.scenario(name)
    assert load.from_resolved(scenario.resolved) == scenario


def test_nothing_is_read_from_the_disk(tmp_path: Path) -> None:
    minimal = ROOT / "tests/bad_rules"
    files = {f"minimal/{path.name}": path.read_text(encoding="utf-8") for path in (minimal / "minimal").glob("*.yaml")}
    write(tmp_path, files | {"minimal.yaml": (minimal / "minimal.yaml").read_text(encoding="utf-8")})
    scenario = load.scenario(str(tmp_path / "minimal.yaml"))
    for path in sorted(tmp_path.rglob("*.yaml")):
        path.write_text("nemawashi: 9\n", encoding="utf-8")
    assert load.from_resolved(scenario.resolved) == scenario


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "5", '"x"', "null", "{}", '{"scenario": 5}', '{"scenario": {}, "pack": {}, "history": null}']
)
def test_a_text_without_rules_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        load.from_resolved(text)


def test_damaged_rules_are_told() -> None:
    whole = json.loads(load.scenario("lantern-coast").resolved)
    name = next(iter(whole["pack"]))
    whole["pack"][name] = whole["pack"][name].replace("source", "sorce", 1)
    with pytest.raises(Broken) as broken:
        load.from_resolved(json.dumps(whole))
    assert [problem.code for problem in broken.value.problems] == ["NW101"]
