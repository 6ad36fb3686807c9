"""Everything that is shipped, and the packs of the tests, load without a problem, soon, and as one frozen value."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

import pytest

from sim.loading import checking, finding, load
from tests.loading.helpers import PLAYABLE, ROOT, lines_of

MOST_SECONDS = 5  # of any file; the aim for the largest pack is half a second
COLD = (
    "import time; begin = time.perf_counter(); from sim.loading import load; loaded = time.perf_counter();"
    "load.scenario('spring-2025'); end = time.perf_counter(); print(round((end - begin) * 1000), round((end - loaded) * 1000))"
)


@pytest.mark.parametrize("name", PLAYABLE)
def test_it_loads_without_a_problem(name: str) -> None:
    found, problems = load.attempt(name)
    assert lines_of(problems) == ""
    assert found is not None


def test_checking_everything_shipped_finds_nothing() -> None:
    found = checking.check(())
    assert lines_of(found.problems) == ""
    assert len(found.targets) >= len(finding.shipped_packs()) + len(finding.shipped_scenarios())


def test_a_scenario_is_frozen() -> None:
    scenario = load.scenario("spring-short")
    with pytest.raises(dataclasses.FrozenInstanceError):
        scenario.rounds = 9  # type: ignore[misc]  # what is tested
    assert isinstance(scenario.tables, tuple)


def test_loading_is_quick(capsys: pytest.CaptureFixture[str]) -> None:
    run = subprocess.run([sys.executable, "-c", COLD], cwd=ROOT, capture_output=True, text=True, check=True)
    whole, alone = map(int, run.stdout.split())
    with capsys.disabled():
        sys.stdout.write(f"\nloading the largest pack in a fresh process: {alone} ms, {whole} ms with its imports\n")
    assert whole < MOST_SECONDS * 1000
