"""Runs the mutants and counts: `python -m tests.mutation [--only TEXT] [--list] [--lines | --rules]`.

Exit code 1 where a mutant is noticed by no test and not listed in `accepted.yaml`, or where more than 3 percent are listed.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType

import pytest
import yaml
from _pytest.runner import runtestprotocol

from tests.mutation.lines import LineMutant, line_mutants
from tests.mutation.rules import FILE, ROOT, RuleMutant, copied, rule_mutants

SUITE = "tests/rulebook"
SLOWER = ("tests/table", "tests/table_view", "tests/bots", "tests/golden", "tests/properties")
PATIENCE = 90  # seconds; a mutant that runs longer hangs, which is noticed as well
MOST_LISTED = 3  # per cent
ACCEPTED = Path(__file__).resolve().parent / "accepted.yaml"


class Forking:
    """A plugin of pytest: the tests are collected once; each mutant lives in a child that runs those that call its function."""

    def __init__(self, mutants: list[LineMutant]) -> None:
        self.mutants = mutants
        self.functions = {mutant.function for mutant in mutants}
        self.survivors: list[LineMutant] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of the tests: once as they are, then once a mutant."""
        calls, times = self.as_they_are(session.items)
        for count, mutant in enumerate(self.mutants, 1):
            items = sorted((item for item in session.items if mutant.function in calls[item.nodeid]), key=lambda item: times[item.nodeid])
            if not noticed_in_child(mutant, items):
                self.survivors.append(mutant)
                print(f"\nsurvives: {mutant.name}", flush=True)
            print(f"\r{count} of {len(self.mutants)} lines, {len(self.survivors)} survive", end="", flush=True)
        print()
        return True

    def as_they_are(self, items: list[pytest.Item]) -> tuple[dict[str, set[str]], dict[str, float]]:
        """Which functions each test calls, and how long it takes. Raises AssertionError where a test fails without a mutant."""
        calls: dict[str, set[str]] = {}
        times: dict[str, float] = {}
        for item, behind in zip(items, [*items[1:], None], strict=True):
            seen: set[str] = set()

            def note(frame: FrameType, event: str, argument: object, seen: set[str] = seen) -> None:
                if event == "call" and frame.f_code.co_name in self.functions:
                    seen.add(frame.f_code.co_name)

            began = time.perf_counter()
            sys.setprofile(note)
            reports = runtestprotocol(item, nextitem=behind, log=False)
            sys.setprofile(None)
            assert all(not report.failed for report in reports), f"{item.nodeid} fails without a mutant"
            calls[item.nodeid], times[item.nodeid] = seen, time.perf_counter() - began
        return calls, times


def noticed_in_child(mutant: LineMutant, items: list[pytest.Item]) -> bool:
    """Whether one of the tests fails in a child that carries the mutant."""
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os._exit(1 if fails(mutant, items) else 0)
    _, status = os.waitpid(child, 0)
    return status != 0


def fails(mutant: LineMutant, items: list[pytest.Item]) -> bool:
    """In the child: the first test that fails ends it."""
    mutant.apply()
    for item, behind in zip(items, [*items[1:], None], strict=True):
        if any(report.failed for report in runtestprotocol(item, nextitem=behind, log=False)):
            return True
    return False


def noticed_elsewhere(mutant: LineMutant) -> bool:
    """Whether a slower test fails, in a process of its own."""
    program = (
        "import sys, pytest\n"
        "from tests.mutation.lines import line_mutants\n"
        f"next(each for each in line_mutants() if each.name == {mutant.name!r}).apply()\n"
        f"sys.exit(pytest.main(['-x', '-q', *{SLOWER!r}]))"
    )
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False).returncode != 0


def run_lines(mutants: list[LineMutant]) -> list[str]:
    """Names of the mutants of lines that no test notices."""
    if not mutants:
        return []
    plugin = Forking(mutants)
    pytest.main([SUITE, "-q", "-p", "no:cacheprovider", "-p", "no:xdist"], plugins=[plugin])
    return [mutant.name for mutant in plugin.survivors if not noticed_elsewhere(mutant)]


def run_rules(mutants: list[RuleMutant]) -> list[str]:
    """Names of the mutants of rules that no test notices."""
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        root = copied(Path(folder))
        for count, mutant in enumerate(mutants, 1):
            (root / FILE).write_text(mutant.text, encoding="utf-8")
            if not (fails_in(root, (SUITE,)) or fails_in(root, SLOWER)):
                survivors.append(mutant.name)
                print(f"\nsurvives: {mutant.name}", flush=True)
            print(f"\r{count} of {len(mutants)} rules, {len(survivors)} survive", end="", flush=True)
    print()
    return survivors


def fails_in(root: Path, suites: tuple[str, ...]) -> bool:
    """Whether a test fails in the copy."""
    program = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *suites]
    environment = os.environ | {"PYTHONPATH": str(root)}
    return subprocess.run(program, cwd=root, env=environment, capture_output=True, check=False).returncode != 0


def main() -> int:
    """Run, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="mutants whose name holds this text")
    parser.add_argument("--list", action="store_true", help="name the mutants and stop")
    parser.add_argument("--lines", action="store_true", help="only lines of may_ functions")
    parser.add_argument("--rules", action="store_true", help="only standing rules")
    given = parser.parse_args()
    lines = [] if given.rules else [mutant for mutant in line_mutants() if given.only in mutant.name]
    rules = [] if given.lines else [mutant for mutant in rule_mutants() if given.only in mutant.name]
    if given.list:
        print("\n".join(mutant.name for mutant in (*lines, *rules)))
        return 0
    found = [*run_lines(lines), *run_rules(rules)]
    listed = yaml.safe_load(ACCEPTED.read_text(encoding="utf-8")) or {}
    accepted = [name for name in found if without_line(name) in listed]
    missed = [name for name in found if name not in accepted]
    total = len(lines) + len(rules)
    print(
        f"{total} mutants: {len(lines)} of lines, {len(rules)} of rules; {total - len(found)} noticed, {len(accepted)} listed, {len(missed)} missed"
    )
    print("\n".join(f"missed: {name}" for name in missed))
    return 1 if missed or 100 * len(accepted) > MOST_LISTED * total else 0


def without_line(name: str) -> str:
    """The name of a mutant without its line number, which moves."""
    place, _, rest = name.partition(" ")
    return f"{place.rpartition(':')[0]} {rest}"


if __name__ == "__main__":
    sys.exit(main())
