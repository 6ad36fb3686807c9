"""A disk that is full, or a file that may grow no more: a clear error, the act is not taken, and nothing that was is lost."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from io import FileIO
from pathlib import Path

import pytest

from sim.table.game import Game
from sim.table.keeping import resume_record, start_record
from sim.table.record import CANNOT_WRITE, DISK_FULL, RecordError, read_record
from tests.faults.scripts import TOWNS, script

ROOT = Path(__file__).parents[2]
LIMITED = """
import json, resource, signal, sys
from pathlib import Path
from sim.table.keeping import resume_record
from sim.table.record import RecordError
path, limit, lines = Path(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
game, keeper, _, _ = resume_record(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
before = game.digest()
try:
    for line in lines:
        before = game.digest()
        game.play(line)
except RecordError as trouble:
    print(json.dumps([trouble.code, dict(trouble.facts), len(game.lines), before == game.digest()]))
"""


class SmallDisk(FileIO):
    """A file on a disk with room for so many more bytes; reason: what the system says when there is none."""

    room = 0
    reason = errno.ENOSPC

    def write(self, data: bytes) -> int:  # type: ignore[override]  # bytes are all that a record writes
        """As much as there is room for; then an error, as the system gives it."""
        part = data[: self.room]
        if not part:
            raise OSError(self.reason, os.strerror(self.reason))
        self.room -= len(part)
        return super().write(part)


def on_small_disk(game: Game, path: Path, room: int, reason: int = errno.ENOSPC) -> SmallDisk:
    """Start a record, then let the disk run short."""
    keeper = start_record(game, path)
    keeper._file.close()
    disk = SmallDisk(path, "r+")
    disk.seek(0, os.SEEK_END)
    disk.room, disk.reason = room, reason
    keeper._file = disk
    return disk


@pytest.mark.parametrize("room", [0, 1, 60, 100])
@pytest.mark.parametrize(("reason", "code"), [(errno.ENOSPC, DISK_FULL), (errno.EDQUOT, DISK_FULL), (errno.EIO, CANNOT_WRITE)])
def test_an_act_that_finds_no_room_is_not_taken(tmp_path: Path, room: int, reason: int, code: str) -> None:
    known = script(TOWNS, 1)
    path = tmp_path / "full.jsonl"
    game = known.game(5)
    disk = on_small_disk(game, path, room, reason)
    before = path.read_bytes()
    with pytest.raises(RecordError) as trouble:
        game.play(known.lines[5])
    assert trouble.value.code == code
    assert trouble.value.facts == {"file": str(path), "reason": os.strerror(reason)}
    assert (game.digest(), len(game.lines)) == (known.digests[5], 5)
    assert path.read_bytes() == before
    disk.room = 10_000  # somebody has made room
    for line in known.lines[5:12]:
        game.play(line)
    disk.close()
    assert [line.text for line in read_record(path).lines] == list(known.lines[:12])
    assert read_record(path).is_whole


def test_an_act_that_does_not_stay_on_the_disk_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = script(TOWNS, 1)
    path = tmp_path / "full.jsonl"
    game = known.game(5)
    with start_record(game, path):
        before = path.read_bytes()
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", refuse)
            with pytest.raises(RecordError) as trouble:
                game.play(known.lines[5])
        assert trouble.value.code == DISK_FULL
        assert (game.digest(), path.read_bytes()) == (known.digests[5], before)
        game.play(known.lines[5])
    assert len(read_record(path).lines) == 6


def refuse(handle: int) -> None:
    """What the system says of a full disk when the bytes are to stay."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_record_that_finds_no_room_at_all_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    game, path = script(TOWNS, 1).game(2), tmp_path / "none.jsonl"
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        with pytest.raises(RecordError) as trouble:
            start_record(game, path)
    assert trouble.value.code == DISK_FULL
    assert game.keeper is None
    assert not path.exists()
    with start_record(game, path):  # somebody has made room
        assert len(read_record(path).lines) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for the size of files")
@pytest.mark.parametrize("more", [0, 1, 130, 700])
def test_a_file_that_may_grow_no_more_keeps_what_it_has(tmp_path: Path, more: int) -> None:
    known = script(TOWNS, 1)
    path = known.record(tmp_path / "limited.jsonl", 4)
    command = [sys.executable, "-c", LIMITED, str(path), str(path.stat().st_size + more), json.dumps(known.lines[4:])]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, text=True)
    code, facts, taken, unchanged = json.loads(done.stdout)
    assert code in (DISK_FULL, CANNOT_WRITE)
    assert facts["file"] == str(path)
    assert unchanged
    kept = read_record(path)
    assert kept.is_whole
    assert [line.text for line in kept.lines] == list(known.lines[:taken])
    game, keeper, _, _ = resume_record(path)
    with keeper:
        game.play(known.lines[taken])
    assert game.digest() == known.digests[taken + 1]


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for path in (tmp_path / "file" / "record.jsonl", tmp_path):
        with pytest.raises(RecordError) as trouble:
            start_record(script(TOWNS, 1).game(), path)
        assert trouble.value.code == CANNOT_WRITE
        assert str(path) in str(trouble.value.facts["file"])
