"""The program itself, killed while it plays a script: `resume` goes on with the next line, to the end that the game would have had."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from sim.table.game import Game
from sim.table.record import read_record
from tests.faults.scripts import SHORT, TOWNS, Script, script
from tests.properties.worlds import World, scenario_of

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0  # seconds for a program that plays a line in milliseconds


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """The program, waiting for its lines."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(folder)}
    command = [sys.executable, "-m", "tui", *arguments, "--lang", "en"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")


def killed_behind(program: subprocess.Popen[str], record: Path, known: Script, kept: int, target: int) -> None:
    """Give the program every line that is left, and kill it when the record holds so many."""
    assert program.stdin is not None
    program.stdin.write("".join(f"{line}\n" for line in known.lines[kept:target]))
    program.stdin.flush()
    until = time.monotonic() + PATIENCE
    while lines_in(record) < target and program.poll() is None:
        assert time.monotonic() < until, f"{lines_in(record)} of {target} lines after {PATIENCE} seconds"
        time.sleep(0.002)
    program.kill()
    program.communicate()


def lines_in(record: Path) -> int:
    """Whole lines of acts on the disk."""
    return max(record.read_bytes().count(b"\n") - 2, 0) if record.exists() else 0


@pytest.mark.slow
@pytest.mark.parametrize("world", [SHORT, TOWNS], ids=str)
def test_the_program_is_killed_and_resumes_to_the_same_end(world: World, tmp_path: Path) -> None:
    known, record = script(world, 1), tmp_path / "game.jsonl"
    random = Random(str(world))
    first, second = sorted(random.sample(range(3, len(known.lines) - 3), 2))
    play = ("play", world.scenario, "--as", "both", "--seed", "1", "--record", str(record))
    killed_behind(started(tmp_path, *play), record, known, 0, first)
    assert len(read_record(record).lines) == first
    killed_behind(started(tmp_path, "resume", str(record)), record, known, first, second)
    assert len(read_record(record).lines) == second
    rest = "".join(f"{line}\n" for line in known.lines[second:])
    program = started(tmp_path, "resume", str(record))
    _, faults = program.communicate(rest, timeout=PATIENCE)
    assert (program.returncode, faults) == (0, "")
    found = read_record(record)
    assert found.is_whole
    assert [line.text for line in found.lines] == list(known.lines)
    assert Game.replay(scenario_of(world.scenario), found).digest() == known.digests[-1]


def test_a_second_program_on_the_same_record_is_refused_in_words(tmp_path: Path) -> None:
    known, record = script(TOWNS, 1), tmp_path / "game.jsonl"
    first = started(tmp_path, "play", TOWNS.scenario, "--as", "both", "--seed", "1", "--record", str(record))
    try:
        assert first.stdin is not None
        first.stdin.write(f"{known.lines[0]}\n")
        first.stdin.flush()
        until = time.monotonic() + PATIENCE
        while lines_in(record) < 1 and time.monotonic() < until:
            time.sleep(0.01)
        second = started(tmp_path, "resume", str(record))
        _, refused = second.communicate(f"{known.lines[1]}\n", timeout=PATIENCE)
    finally:
        first.kill()
        first.communicate()
    assert second.returncode == 2, refused
    assert str(record) in refused
    assert "Traceback" not in refused
    assert refused.count("\n") <= 2
    assert lines_in(record) == 1
