"""Imports point one way, and the engine stays free of terminals, clocks and dice."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.trees import KERNEL, ROOT, imports, python_files, shown

TERMINAL = {"textual", "click", "rich", "tui"}
ARRAYS = {"numpy", "numba", "scipy"}
CHANCE = {"random", "time", "datetime", "secrets", "uuid"}


def test_layers_hold() -> None:
    contracts = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    done = subprocess.run([sys.executable, "-c", contracts], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def roots(names: set[str], *folders: str) -> list[str]:
    """Where files below the folders import one of these packages."""
    return [
        f"{shown(path, node)} imports {name}"
        for path in python_files(*folders)
        for name, node in imports(path)
        if name.split(".")[0] in names
    ]


def test_the_engine_imports_no_terminal() -> None:
    assert roots(TERMINAL, "sim") == []


def test_the_engine_has_no_clock_and_no_dice_of_its_own() -> None:
    assert roots(CHANCE, "sim") == []


def test_only_the_lab_counts_in_arrays() -> None:
    outside = [line for line in roots(ARRAYS, "sim", "tui") if not line.startswith("sim/lab/")]
    assert outside == []


def test_the_kernel_imports_only_its_own_files() -> None:
    outside = [shown(path, node) for path in KERNEL.glob("*.py") for name, node in imports(path) if not name.startswith("sim.kernel.")]
    assert outside == []


def test_bots_never_see_the_game() -> None:
    real = {"sim.table.game", "sim.kernel.flow", "sim.kernel.masking"}
    seen = [shown(path, node) for path in python_files("sim/bots") for name, node in imports(path) if name in real]
    assert seen == []
