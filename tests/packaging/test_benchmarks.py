"""The benchmark program says what it measured. How fast anything is, no test asserts."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sim.analysis.frontier import frontier
from sim.analysis.space import part
from sim.loading import load

PROGRAM = Path(__file__).resolve().parents[2] / "benchmarks" / "run.py"


@pytest.fixture(scope="module")
def run() -> ModuleType:
    """The program as a module."""
    spec = importlib.util.spec_from_file_location("benchmarks_run", PROGRAM)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_brute_force_finds_what_the_frontier_finds(run: ModuleType) -> None:
    space = part(run.whole_space(load.scenario(run.SCENARIO)), [0, 4, 8])
    assert run.brute_force(space) == [point.points for point in frontier(space)]


@pytest.mark.parametrize(("value", "kept"), [(0.5, True), (0.51, False)])
def test_a_limit_is_kept_up_to_its_value(run: ModuleType, value: float, kept: bool) -> None:
    assert run.Figure("a", value, "x", limit=0.5).kept is kept


def test_a_figure_without_a_limit_is_kept(run: ModuleType) -> None:
    assert run.Figure("a", 9999.0, "ms", aim=10).kept


def test_a_row_shows_the_limit_beside_the_figure(run: ModuleType) -> None:
    assert "0.600 x   limit 0.5" in run.row(run.Figure("help", 0.6, "x", limit=0.5))
    assert "PASSED THE LIMIT" in run.row(run.Figure("help", 0.6, "x", limit=0.5))
