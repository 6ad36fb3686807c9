"""Kept machine code: never for other sources, never a damaged file, never half of one."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import cast

import pytest

from sim.lab import running, store
from sim.lab.players import InterpretedPlayers, compiled_players
from sim.lab.playing import play_and_count
from sim.lab.store import Code
from sim.lab.twins import reached_from

CODE = Code(bytes(range(256)) * 40, "entry")
REAL_SIM = store.SIM


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for code of this test only."""
    folder = tmp_path / "code"
    monkeypatch.setenv("NEMAWASHI_CODE", str(folder))
    return folder


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sources; keys are made of it."""
    copy = tmp_path / "sim"
    for part in ("kernel", "bots", "lab", "table", "loading"):
        shutil.copytree(REAL_SIM / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(store, "SIM", copy)
    return copy


def edit(path: Path, old: str, new: str) -> None:
    """Another text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# --- the key ---


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("kernel/layout.py", "MAX_UNDO = 48", "MAX_UNDO = 47"),  # a constant of one file, frozen into the code of others
        ("kernel/chance.py", "0x21F0AAAD", "0x21F0AAAE"),
        ("bots/worth.py", '"""', '"""Changed: '),
        ("lab/counts.py", "MOST_TIMES = 65", "MOST_TIMES = 66"),
        ("lab/linking.py", '"error_model": "numpy"', '"error_model": "python"'),
    ],
)
def test_code_of_other_sources_is_not_found(file: str, old: str, new: str, sources: Path) -> None:
    before = store.key_now()
    store.write_code(before, CODE)
    assert store.read_code(store.key_now()) == CODE
    edit(sources / file, old, new)
    assert store.key_now() != before
    assert store.read_code(store.key_now()) is None and compiled_players(1) is None
    edit(sources / file, new, old)
    assert store.key_now() == before and store.read_code(before) == CODE


def test_a_new_file_gives_another_key(sources: Path) -> None:
    before = store.key_now()
    (sources / "kernel" / "more.py").write_text("MORE = 1\n", encoding="utf-8")
    assert store.key_now() != before


def test_rule_files_and_what_is_never_compiled_do_not_change_the_key(sources: Path) -> None:
    before = store.key_now()
    for name in ("_data/rules/alliance/meters.yaml", "kernel/notes.yaml", "table/more.py", "loading/more.py"):
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        (sources / name).write_text("nemawashi: 1\n", encoding="utf-8")
    edit(sources / "table" / "game.py", "LOG_ROWS = 4096", "LOG_ROWS = 4097")
    assert store.key_now() == before


def test_the_key_does_not_depend_on_where_the_sources_stand(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = store.key_now()
    monkeypatch.setattr(store, "SIM", REAL_SIM)
    assert store.key_now() == copied


@pytest.mark.parametrize("part", ["version_of", "processor"])
def test_another_compiler_or_processor_gives_another_key(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.key_now()
    monkeypatch.setattr(store, part, lambda *words: "another")
    assert store.key_now() != before


def imported_by(path: Path) -> set[Path]:
    """Files of ours that a file imports."""
    names = {node.module for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)}
    modules = [import_module(name) for name in names if name is not None and name.startswith("sim.")]
    return {Path(module.__file__) for module in modules if module.__file__ is not None}


def test_every_file_that_ends_up_in_the_code_is_part_of_the_key() -> None:
    found: set[Path] = set()
    waiting = {Path(function.__code__.co_filename) for function in reached_from([cast(FunctionType, play_and_count)])}
    while waiting:
        path = waiting.pop()
        found.add(path)
        waiting |= imported_by(path) - found
    assert len(found) > 40
    assert found <= set(store.sources())


# --- the file ---


def test_what_is_written_is_read() -> None:
    assert store.read_code("k") is None
    store.write_code("k", CODE)
    assert store.read_code("k") == CODE and store.read_code("other") is None
    assert [path.name for path in store.folder().iterdir()] == ["k.code"]


def test_any_damage_counts_as_none() -> None:
    store.write_code("k", CODE)
    place = store.place_of("k")
    whole = place.read_bytes()
    for at in (*range(64), 64 + len(CODE.symbol), len(whole) // 2, len(whole) - 1):
        damaged = bytearray(whole)
        damaged[at] ^= 0x10
        place.write_bytes(bytes(damaged))
        assert store.read_code("k") is None, at
    for shorter in (b"", whole[:10], whole[:40], whole[:-1], whole + b"x", whole[len(store.MARK) :]):
        place.write_bytes(shorter)
        assert store.read_code("k") is None
    place.write_bytes(whole)
    assert store.read_code("k") == CODE


def test_code_of_another_format_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    store.write_code("k", CODE)
    monkeypatch.setattr(store, "MARK", store.MARK.replace(b"1", b"2"))
    assert store.read_code("k") is None


def test_a_damaged_file_is_written_anew() -> None:
    store.write_code("k", CODE)
    store.place_of("k").write_bytes(b"half")
    store.write_code("k", CODE)
    assert store.read_code("k") == CODE


def test_a_folder_in_place_of_the_file_counts_as_none() -> None:
    store.place_of("k").mkdir(parents=True)
    assert store.read_code("k") is None


def test_only_the_newest_files_are_kept() -> None:
    for number in range(store.MOST_KEPT + 3):
        store.write_code(f"k{number}", CODE)
        os.utime(store.place_of(f"k{number}"), (1000 + number, 1000 + number))
    kept = sorted(path.stem for path in store.folder().glob("*.code"))
    assert kept == [f"k{number}" for number in range(3, store.MOST_KEPT + 3)]


WRITER = """
import sys
from sim.lab import store
for number in range(60):
    store.write_code("k", store.Code(bytes([int(sys.argv[1])]) * 300_000, sys.argv[1]))
"""


def test_two_writers_at_once_leave_a_whole_file() -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, number]) for number in ("1", "2")]
    seen: set[str] = set()
    while any(writer.poll() is None for writer in writers):
        found = store.read_code("k")
        if found is not None:
            seen.add(found.symbol)
            assert found.code == bytes([int(found.symbol)]) * 300_000
        assert found is not None or not seen, "a file that was whole is none now"
    assert [writer.returncode for writer in writers] == [0, 0]
    assert seen and store.read_code("k") is not None
    assert [path.name for path in store.folder().iterdir()] == ["k.code"]


# --- a folder that cannot be written ---


@pytest.fixture
def no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for code where a file stands in the way, which stops the owner of the machine too."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("NEMAWASHI_CODE", str(tmp_path / "file" / "code"))
    return tmp_path / "file"


def test_a_folder_that_can_be_written_is_no_trouble(own_folder: Path) -> None:
    assert store.trouble() == "" and own_folder.is_dir() and list(own_folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(no_folder: Path) -> None:
    assert store.trouble() != "" and store.read_code("k") is None
    with pytest.raises(OSError):
        store.write_code("k", CODE)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the owner of the machine may write anywhere")
def test_a_folder_without_the_right_to_write_is_told(own_folder: Path) -> None:
    own_folder.mkdir(mode=0o500)
    assert store.trouble() != ""


def test_without_a_folder_games_stay_interpreted(no_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "has_extra", lambda: True)
    engine = running.engine_for(1)
    assert engine.why_slow == "no-folder" and str(no_folder) in engine.detail
    assert isinstance(engine.players, InterpretedPlayers) and engine.compiling is None
    engine.close()
