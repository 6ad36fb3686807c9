"""The example programs run as they stand, and stay short."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 40
PROMISED = {
    "load_and_inspect.py": "Calendar of markets",
    "play_by_notation.py": "Host-nation support: As now -> Same sum",
    "replay_a_record.py": "the same True",
    "tournament.py": "tradeoff",
    "write_a_bot.py": "votes passed",
}


def run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one example against this checkout."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, str(ROOT / "examples" / name), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=120, check=False)


def test_every_example_is_run() -> None:
    assert {path.name for path in (ROOT / "examples").glob("*.py")} == PROMISED.keys()


@pytest.mark.parametrize("name", PROMISED)
def test_an_example_runs(name: str) -> None:
    done = run(name)
    assert (done.returncode, done.stderr) == (0, "")
    assert PROMISED[name] in done.stdout


def test_a_scenario_that_is_broken_is_told() -> None:
    done = run("load_and_inspect.py", "spring-2052")
    assert done.returncode == 1
    assert "did you mean" in done.stdout


@pytest.mark.parametrize("name", PROMISED)
def test_an_example_is_short(name: str) -> None:
    assert len((ROOT / "examples" / name).read_text(encoding="utf-8").splitlines()) < MOST_LINES
