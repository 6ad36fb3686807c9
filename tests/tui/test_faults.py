"""Bad input and faults of the surroundings: one sentence with a way out, an exit code, nothing accepted is lost."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType

import pytest

from tests.properties.worlds import thorough
from tests.tui.conftest import Nemawashi

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "tui")
PLAY = ("play", "spring-short", "--as", "both", "--seed", "7")
MOMENTS = (
    1,
    10,
    100,
    1_000,
    5_000,
    20_000,
    60_000,
    100_000,
    150_000,
    200_000,
)  # lines of the program run; by default every second is tried
CONSOLES = (
    ("ascii", "ja"),
    ("ascii", "en"),
    ("cp932", "en"),
    ("cp932", "ja"),
    ("latin-1", "ja"),
    ("latin-1", "en"),
    ("utf-8", "ja"),
    ("utf-8", "en"),
)
"""Consoles by what they can show, and the language; by default each with the one that is harder for it."""


def surroundings(tmp_path: Path, **more: str) -> dict[str, str]:
    """An environment of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONIOENCODING"))}
    return kept | {"XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)} | more


def is_clean(text: str) -> bool:
    """Whether a text has no traceback in it."""
    return "Traceback" not in text and "Exception ignored" not in text


# --- records ---


@pytest.fixture
def record(nemawashi: Nemawashi, tmp_path: Path) -> Path:
    """A record of a few lines."""
    path = tmp_path / "game.jsonl"
    assert nemawashi(*PLAY, "--record", str(path), lines="us demand dm08\njp answer dm08 hold\njp done\n").code == 0
    return path


def test_a_torn_record_goes_on_before_its_last_line(nemawashi: Nemawashi, record: Path) -> None:
    record.write_bytes(record.read_bytes()[:-30])
    run = nemawashi("resume", str(record), lines="quit\n")
    assert run.code == 0
    assert "was cut off while it was written" in run.err
    assert "behind line 2." in run.out


def test_a_changed_record_is_named_and_goes_on_where_told(nemawashi: Nemawashi, record: Path) -> None:
    record.write_text(record.read_text(encoding="utf-8").replace("dm08 hold", "dm08 keep", 1), encoding="utf-8")
    run = nemawashi("resume", str(record))
    assert run.code == 2
    assert f"Line 4 of {record} has been changed or damaged." in run.err
    assert f"nemawashi resume {record} --to 1" in run.err
    run = nemawashi("resume", str(record), "--to", "1", lines="quit\n")
    assert run.code == 0
    assert "behind line 1." in run.out
    assert record.with_name("game.jsonl.before").exists()
    assert nemawashi("replay", str(record), "--check").code == 0


def test_a_changed_record_fails_its_verification(nemawashi: Nemawashi, record: Path) -> None:
    record.write_text(record.read_text(encoding="utf-8").replace("dm08 hold", "dm08 keep", 1), encoding="utf-8")
    run = nemawashi("replay", str(record), "--check")
    assert run.code == 1
    assert "has been changed or damaged" in run.err


def test_changed_rules_in_a_record_are_not_played_by(nemawashi: Nemawashi, record: Path) -> None:
    record.write_text(record.read_text(encoding="utf-8").replace("rounds: 4", "rounds: 9", 1), encoding="utf-8")
    for command in ("resume", "replay", "debrief"):
        run = nemawashi(command, str(record))
        assert run.code == 2
        assert run.err.startswith(f"Line 2 of {record} has been changed or damaged.")


def test_a_newer_record_is_explained(nemawashi: Nemawashi, record: Path) -> None:
    record.write_text(record.read_text(encoding="utf-8").replace('"format":1', '"format":9', 1), encoding="utf-8")
    run = nemawashi("resume", str(record))
    assert run.code == 2
    assert "was written in format 9; this program reads up to 1" in run.err


@pytest.mark.parametrize("content", [b"", b"\n", b"hello\n", b"\xff\xfe\x00", b"{}\n{}\n", b'{"record":"nemawashi-record","format":1}\n'])
@pytest.mark.parametrize("command", ["resume", "replay", "debrief"])
def test_what_is_no_record(nemawashi: Nemawashi, tmp_path: Path, command: str, content: bytes) -> None:
    path = tmp_path / "other.jsonl"
    path.write_bytes(content)
    run = nemawashi(command, str(path))
    assert run.code == 2
    assert "is no record of a game" in run.err


@pytest.mark.parametrize("command", ["resume", "replay", "debrief"])
def test_a_folder_is_no_record(nemawashi: Nemawashi, tmp_path: Path, command: str) -> None:
    run = nemawashi(command, str(tmp_path))
    assert run.code == 2
    assert "cannot be read" in run.err


def test_a_record_that_is_open_is_not_opened_twice(nemawashi: Nemawashi, record: Path) -> None:
    from sim.table.keeper import Keeper

    keeper, _ = Keeper.resume(record)
    with keeper:
        run = nemawashi("resume", str(record))
    assert run.code == 2
    assert "is open in another program" in run.err


def test_a_line_that_is_not_there(nemawashi: Nemawashi, record: Path) -> None:
    run = nemawashi("replay", str(record), "--to", "99")
    assert run.code == 2
    assert "there is no line 99" in run.err


# --- disk, pipes, consoles, Ctrl+C ---


def test_a_full_disk_takes_no_act_and_says_so(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    real, count = os.fsync, [0]

    def full(number: int) -> None:
        count[0] += 1
        if count[0] > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(number)

    monkeypatch.setattr(os, "fsync", full)
    run = nemawashi(*PLAY, "--record", str(path), lines="us demand dm08\njp answer dm08 hold\njp done\n")
    monkeypatch.setattr(os, "fsync", real)
    assert run.code == 1
    assert f"No room is left on the disk for {path}: the last act was not taken." in run.err
    assert is_clean(run.err)
    assert nemawashi("replay", str(path), "--check").code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_to_a_full_device(tmp_path: Path) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        run = subprocess.run([*PROGRAM, "list"], stdout=full, stderr=subprocess.PIPE, env=surroundings(tmp_path), check=False)
    assert run.returncode == 1
    assert b"No room is left on the disk" in run.stderr
    assert is_clean(run.stderr.decode())


def test_a_place_that_may_not_be_written(nemawashi: Nemawashi, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = nemawashi(*PLAY, "--record", str(tmp_path / "file" / "game.jsonl"))
    assert run.code == 1
    assert "cannot be written" in run.err


def test_a_reader_that_leaves(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "play", "spring-2025", "--as", "none", "--bot", "random_legal", "--seed", "3"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(tmp_path),
    )
    with program:
        assert program.stdout is not None and program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        said = program.stderr.read().decode()
    assert program.returncode == 1
    assert said.startswith("The reader of the output has left, so the work ends here.")
    assert is_clean(said)


def started(tmp_path: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """The program with a pipe for its input. It hears Ctrl+C, also where the tests themselves run in the background and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [*PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings(tmp_path)
        )
    finally:
        signal.signal(signal.SIGINT, before)


def test_ctrl_c_at_a_prompt(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    program = started(tmp_path, *PLAY, "--record", str(path))
    assert program.stdin is not None and program.stdout is not None
    program.stdin.write(b"us demand dm08\n")
    program.stdin.flush()
    shown = iter(program.stdout.readline, b"")
    assert any(b"Please hand over to: Japan." in line for line in shown)
    time.sleep(0.2)
    for _ in range(3):  # one that falls into a callback is swallowed by the interpreter; a person presses again
        program.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            program.wait(5)
            break
    _, said = program.communicate()
    assert program.returncode == 130
    assert f"Go on with: nemawashi resume {path}" in said.decode()
    assert is_clean(said.decode())
    again = subprocess.run(
        [*PROGRAM, "resume", str(path)], stdin=subprocess.DEVNULL, capture_output=True, env=surroundings(tmp_path), check=False
    )
    assert b"behind line 1." in again.stdout


class Interrupt:
    """Ctrl+C at the n-th call of a function."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt


@pytest.mark.slow
@pytest.mark.parametrize("at", MOMENTS if thorough() else MOMENTS[::2])
def test_ctrl_c_at_any_time(nemawashi: Nemawashi, tmp_path: Path, at: int) -> None:
    path = tmp_path / "game.jsonl"
    nemawashi("list")  # what is imported once is imported
    sys.settrace(Interrupt(at))
    try:
        run = nemawashi(*PLAY, "--record", str(path), lines="us demand dm08\njp answer dm08 hold\njp done\nus done\njp done\n")
    except KeyboardInterrupt:  # before or behind the program itself
        return
    finally:
        sys.settrace(None)
    assert run.code in (130, 0)
    assert is_clean(run.err)
    if path.exists():
        assert nemawashi("resume", str(path), lines="quit\n").code == 0


@pytest.mark.parametrize(("encoding", "language"), CONSOLES if thorough() else CONSOLES[::2])
def test_a_console_of_another_encoding_degrades(tmp_path: Path, encoding: str, language: str) -> None:
    arguments = ("play", "spring-short", "--as", "none", "--bot", "caretaker", "--seed", "3", "--lang", language)
    run = subprocess.run([*PROGRAM, *arguments], capture_output=True, env=surroundings(tmp_path, PYTHONIOENCODING=encoding), check=False)
    assert (run.returncode, run.stderr) == (0, b"")
    assert len(run.stdout.decode(encoding).splitlines()) > 100


def test_output_is_utf8_whatever_the_surroundings(tmp_path: Path) -> None:
    run = subprocess.run(
        [*PROGRAM, "list", "--lang", "ja"],
        capture_output=True,
        env=surroundings(tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"),
        check=False,
    )
    assert run.returncode == 0
    assert "シナリオ" in run.stdout.decode("utf-8")


def test_input_that_is_not_utf8(tmp_path: Path) -> None:
    run = subprocess.run(
        [*PROGRAM, *PLAY], input=b"\xff\xfe\x80\nus demand dm08\n", capture_output=True, env=surroundings(tmp_path), check=False
    )
    assert run.returncode == 0
    assert b"dm08: US asks" in run.stdout


def test_any_line_is_survived(nemawashi: Nemawashi) -> None:
    odd = [
        "",
        " ",
        "0",
        "00",
        "-1",
        "999999999999999999999",
        "\x00",
        "\x1b[2J",
        "=",
        "a=b=c",
        "offer =",
        "offer D1=",
        "us us us",
        "why \u0000",
        "judge",
    ]
    run = nemawashi(*PLAY, lines="".join(f"{line}\n" for line in [*odd, "ｏｆｆｅｒ？", "🙂", "us offer " + "D1=1 " * 200, "x" * 10_000]))
    assert run.code == 0
    assert is_clean(run.err)
