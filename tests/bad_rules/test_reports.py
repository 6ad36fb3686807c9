"""Broken files and packs: beside each stands the whole report that `nemawashi check` prints, all problems of one run.

`minimal` is the small valid pack from which they were made. A report is written anew by `python -m tests.bad_rules.test_reports`;
read the difference before you keep it.
"""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from sim.errors import Problem
from sim.loading import checking
from tui import cli

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXPECTED = ".expected"
CASES = sorted(path.with_suffix("").name for path in HERE.glob(f"*{EXPECTED}"))
FEWEST_KINDS = 12


def path_of(case: str) -> Path:
    """The file or folder of a case."""
    file = HERE / f"{case}.yaml"
    return file if file.is_file() else HERE / case


def report(case: str) -> str:
    """What the program prints, and its exit code."""
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding="utf-8")
    with redirect_stdout(stream):
        code = cli.run(["check", "--all", "--lang", "en", str(path_of(case))])
    stream.flush()
    return f"{written.getvalue().decode('utf-8')}exit {code}\n"


@pytest.mark.parametrize("case", CASES)
def test_everything_wrong_is_told_in_one_run(case: str) -> None:
    assert report(case) == (HERE / f"{case}{EXPECTED}").read_text(encoding="utf-8")


def test_every_broken_thing_has_its_report() -> None:
    files = {path.stem for path in HERE.glob("*.yaml")}
    folders = {path.name for path in HERE.iterdir() if path.is_dir() and (path / "scenario.yaml").is_file()}
    assert files | folders == set(CASES)


def test_there_are_many_kinds_and_one_with_three_faults() -> None:
    broken = [case for case in CASES if (HERE / f"{case}{EXPECTED}").read_text(encoding="utf-8").endswith("exit 1\n")]
    assert len(broken) >= FEWEST_KINDS
    assert [problem.code for problem in problems("three_faults")] == ["NW203", "NW101", "NW202"]


def test_no_problem_is_told_twice() -> None:
    for case in CASES:
        found = problems(case)
        assert len({(problem.file, problem.line, problem.column, problem.text) for problem in found}) == len(found), case


def problems(case: str) -> list[Problem]:
    """The problems of a case."""
    return list(checking.check((str(path_of(case)),)).problems)


def main() -> None:
    """Write the reports of all files and folders."""
    names = {path.stem for path in HERE.glob("*.yaml")}
    names |= {path.name for path in HERE.iterdir() if (path / "scenario.yaml").is_file()}
    for case in sorted(names):
        (HERE / f"{case}{EXPECTED}").write_text(report(case), encoding="utf-8")
        sys.stdout.write(f"{case}\n")


if __name__ == "__main__":
    main()
