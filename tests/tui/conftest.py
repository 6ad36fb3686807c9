"""The program called in this process: arguments and lines in, exit code and text out. A fault of the wording stops a test."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui import cli, wording


@dataclass(frozen=True)
class Run:
    """One call of the program."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


Nemawashi = Callable[..., Run]


@pytest.fixture(autouse=True)
def no_fault_in_the_wording(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing sentence or fact is an error here; a person would read the bare code."""

    def stop(language: str, code: str, what: str) -> None:
        raise AssertionError(f"wording {language} {code}: {what}")

    monkeypatch.setattr(wording, "fault", stop)


@pytest.fixture(autouse=True)
def own_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Records and reports of a test stay in its folder; it speaks English unless told otherwise."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "data" / "nemawashi"


@pytest.fixture
def nemawashi(monkeypatch: pytest.MonkeyPatch) -> Nemawashi:
    """Call the program with arguments and a script of lines."""

    def call(*arguments: str, lines: str = "") -> Run:
        out, err = streams()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode("utf-8")), encoding="utf-8"))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        code = cli.run(list(arguments))
        return Run(code, text_of(out), text_of(err))

    return call


def streams() -> tuple[io.TextIOWrapper, io.TextIOWrapper]:
    """Standard output and error that keep what is written."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def text_of(stream: io.TextIOWrapper) -> str:
    """What was written to a stream."""
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")
