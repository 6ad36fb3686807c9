"""Thirty mistakes as people make them: what `check` says to each, in both languages, and that the fix it offers is one.

The mistakes stand in demo/mistakes.yaml. The messages are written anew by `python -m tests.bad_rules.test_thirty`; read the
difference before you keep it.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tui import cli

DEMO = Path(__file__).parent / "demo"
LANGUAGES = ("en", "ja")
RULE_FILES = ("scenario.yaml", "rules/demo.yaml")


@dataclass(frozen=True)
class Mistake:
    """One mistake. edits: file, what stands there (once), what is typed instead."""

    number: int
    name: str
    edits: tuple[tuple[str, str, str], ...]


def mistakes() -> list[Mistake]:
    """All of them, in their order."""
    found = yaml.safe_load((DEMO / "mistakes.yaml").read_text(encoding="utf-8"))
    return [Mistake(number, each["name"], tuple(map(tuple, each["edits"]))) for number, each in found.items()]


ALL = mistakes()


def make(mistake: Mistake, folder: Path) -> Path:
    """A copy of the example with the mistake in it."""
    own = folder / "demo"
    shutil.copytree(DEMO, own, ignore=shutil.ignore_patterns("mistakes*"))
    for file, old, new in mistake.edits:
        text = (own / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, (mistake.number, old)
        (own / file).write_text(text.replace(old, new), encoding="utf-8")
    return own


def run(*arguments: str) -> tuple[str, int]:
    """What the program prints, and its exit code."""
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding="utf-8")
    with redirect_stdout(stream):
        code = cli.run(list(arguments))
    stream.flush()
    return written.getvalue().decode("utf-8"), code


def said(mistake: Mistake, language: str) -> str:
    """The report on a mistake, without its last line (the count)."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        make(mistake, Path(folder))
        text, code = run("check", "demo", "--lang", language)
    body = "\n".join(text.rstrip("\n").split("\n")[:-1])
    return f"{mistake.number:2} {mistake.name}\n{body}\nexit {code}\n"


def expected(language: str) -> dict[int, str]:
    """The reports as they are kept, by number."""
    text = (DEMO / f"mistakes.{language}.expected").read_text(encoding="utf-8")
    return {int(part.split(maxsplit=1)[0]): part for part in text.split("\n\n")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mistake", ALL, ids=lambda mistake: f"{mistake.number}-{mistake.name.replace(' ', '-')}")
def test_a_mistake_is_told(mistake: Mistake, language: str) -> None:
    assert said(mistake, language).strip() == expected(language)[mistake.number].strip()


def main() -> None:
    """Write the reports of all mistakes."""
    os.environ.pop("NEMAWASHI_CACHE", None)
    for language in LANGUAGES:
        text = "\n".join(said(mistake, language) for mistake in ALL)
        (DEMO / f"mistakes.{language}.expected").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{language}: {len(ALL)}\n")


if __name__ == "__main__":
    main()
