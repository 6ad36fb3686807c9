"""One process at a time writes a record; another is refused in plain words and leaves it alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sim.table.keeping import resume_record, start_record
from sim.table.record import CANNOT_WRITE, OPEN_ELSEWHERE, RecordError, read_record
from tests.faults.scripts import TOWNS, script

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from sim.table.keeping import resume_record
game, keeper, _, _ = resume_record(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the record open."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        try:
            yield holder
        finally:
            holder.kill()


def test_a_record_open_in_another_process_is_refused_and_left_alone(tmp_path: Path) -> None:
    known = script(TOWNS, 1)
    path = known.record(tmp_path / "one.jsonl", 8)
    before = path.read_bytes()
    with held(path):
        with pytest.raises(RecordError) as trouble:
            resume_record(path)
        assert trouble.value.code == OPEN_ELSEWHERE
        assert trouble.value.facts == {"file": str(path)}
        assert path.read_bytes() == before
        assert len(read_record(path).lines) == 8  # to read it is no harm


def test_the_lock_of_a_killed_process_is_gone(tmp_path: Path) -> None:
    known = script(TOWNS, 1)
    path = known.record(tmp_path / "one.jsonl", 8)
    with held(path) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        game, keeper, _, _ = resume_record(path)
        with keeper:
            game.play(known.lines[8])
    assert len(read_record(path).lines) == 9


def test_a_record_open_in_this_process_is_refused_too(tmp_path: Path) -> None:
    known = script(TOWNS, 1)
    path = tmp_path / "one.jsonl"
    game = known.game(3)
    with start_record(game, path):
        with pytest.raises(RecordError) as trouble:
            resume_record(path)
        assert trouble.value.code == OPEN_ELSEWHERE
        game.play(known.lines[3])  # the first goes on as if nothing had been
    assert len(read_record(path).lines) == 4
    game, keeper, _, _ = resume_record(path)
    keeper.close()
    assert game.digest() == known.digests[4]


def test_a_record_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    known = script(TOWNS, 1)
    path = known.record(tmp_path / "one.jsonl", 8)
    before = path.read_bytes()
    with pytest.raises(RecordError) as trouble:
        start_record(known.game(2), path)
    assert trouble.value.code == CANNOT_WRITE
    assert path.read_bytes() == before
