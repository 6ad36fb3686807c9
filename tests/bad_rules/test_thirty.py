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

from sim.errors import Problem
from sim.loading import checking
from sim.loading.fixing import fixed
from sim.study.findings import findings
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
CODES = dict(
    enumerate(
        [
            "NW101",
            "NW102",
            "NW103",
            "NW104",
            "NW105",
            "NW106",
            "NW001",
            "NW002",
            "NW003",
            "NW004",
            "NW011",
            "NW012",
            "NW013",
            "NW014",
            "NW201",
            "NW202",
            "NW203",
            "NW301",
            "NW302",
            "NW303",
            "NW304",
            "NW305",
            "NW306",
            "NW307",
            "NW401",
            "NW204",
            "NW308",
            "NW309",
            "NW501",
            "NW502",
        ],
        1,
    )
)
WITHOUT_FIX = {6, 25, 26, 27, 29, 30}
"""Mistakes that leave open what was meant."""
SAFE = {4, 8, 12}


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


def problems(folder: Path) -> tuple[Problem, ...]:
    """The errors and warnings that the checker finds in a folder, those of the solver too."""
    return tuple(problem for problem in checking.check((str(folder),), findings).problems if problem.severity != "info")


@pytest.mark.parametrize("mistake", ALL, ids=lambda mistake: str(mistake.number))
def test_a_fix_that_is_offered_is_one(mistake: Mistake, tmp_path: Path) -> None:
    own = make(mistake, tmp_path)
    found = problems(own)
    assert [problem.code for problem in found] == [CODES[mistake.number]]
    assert bool(found[0].fixes) == (mistake.number not in WITHOUT_FIX)
    path = own / found[0].file.split("demo/", 1)[1]
    text, count = fixed(path.read_text(encoding="utf-8"), found[0].fixes)
    assert count == len(found[0].fixes)
    path.write_text(text, encoding="utf-8")
    assert problems(own) == (() if found[0].fixes else found)


def test_only_what_leaves_no_doubt_is_mended_unasked(tmp_path: Path) -> None:
    safe = {
        mistake.number
        for mistake in ALL
        for problem in problems(make(mistake, tmp_path / str(mistake.number)))
        for fix in problem.fixes
        if fix.safe
    }
    assert safe == SAFE


@pytest.mark.parametrize("number", sorted({4, 8, 12}))
def test_fix_shows_what_it_does_and_keeps_the_file(number: int, tmp_path: Path) -> None:
    own = make(ALL[number - 1], tmp_path)
    broken = {file: (own / file).read_bytes() for file in RULE_FILES}
    sound = {file: (DEMO / file).read_bytes() for file in RULE_FILES}
    file = ALL[number - 1].edits[0][0]
    text, code = run("check", str(own), "--fix", "--lang", "en")
    assert code == 0 and "\n-" in text and "\n+" in text
    assert {name: (own / name).read_bytes() for name in RULE_FILES} == {
        **sound,
        **({file: (own / file).read_bytes()} if number == 12 else {}),
    }
    assert (own / f"{file}.bak").read_bytes() == broken[file]
    again, code = run("check", str(own), "--fix", "--lang", "en")
    assert code == 0 and "@@" not in again and not (own / f"{file}.bak1").exists()


def main() -> None:
    """Write the reports of all mistakes."""
    os.environ.pop("NEMAWASHI_CACHE", None)
    for language in LANGUAGES:
        text = "\n".join(said(mistake, language) for mistake in ALL)
        (DEMO / f"mistakes.{language}.expected").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{language}: {len(ALL)}\n")


if __name__ == "__main__":
    main()
