"""What the solver finds: each finding in a copy of the worked example that has just this fault, and in nothing that is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.errors import Problem
from sim.loading import finding, load
from sim.study.findings import findings
from tests.bad_rules.test_thirty import DEMO, Mistake, make

DEMO_FILE = "rules/demo.yaml"
SCENARIO = "scenario.yaml"


def found(folder: Path, *edits: tuple[str, str, str]) -> list[Problem]:
    """The findings in the example with some edits."""
    own = make(Mistake(0, "", edits), folder)
    return list(findings(load.scenario(str(own))))


def codes(problems: list[Problem]) -> list[tuple[str, str]]:
    """Code and severity of each but the notes on single levels."""
    return [(problem.code, problem.severity) for problem in problems if problem.code != "NW505"]


@pytest.mark.parametrize("name", list(finding.shipped_scenarios()))
def test_what_is_shipped_has_notes_at_most(name: str) -> None:
    assert {problem.severity for problem in findings(load.scenario(name))} <= {"info"}


def test_the_example_has_one_level_that_passes_nowhere(tmp_path: Path) -> None:
    (problem,) = found(tmp_path)
    assert (problem.code, problem.severity, problem.line) == ("NW505", "info", 15)
    assert "`plus50` of issue `host_support`" in problem.text


def test_nothing_that_can_be_ratified_is_proved(tmp_path: Path) -> None:
    problems = found(tmp_path, (DEMO_FILE, "{id: us_congress, weight: 55, start: 48", "{id: us_congress, weight: 55, start: 10"))
    assert codes(problems) == [("NW503", "error")]
    assert "proved; 16 packages" in problems[0].text and problems[0].line == 47


def test_a_zone_of_nearly_everything_is_noted(tmp_path: Path) -> None:
    edits = ((DEMO_FILE, "jp: [100, 85, 45, 0]", "jp: [90, 100, 95, 90]"), (DEMO_FILE, "us: [100, 85, 55, 0]", "us: [90, 100, 95, 85]"))
    assert codes(found(tmp_path, *edits)) == [("NW504", "info")]


def test_equal_weights_leave_nothing_to_trade(tmp_path: Path) -> None:
    edits = (
        (DEMO_FILE, "us: [0, 42, 75, 100]", "us: [0, 30, 70, 100]"),
        (DEMO_FILE, "jp: [100, 85, 45, 0]", "jp: [60, 70, 30, 0]"),
        (DEMO_FILE, "us: [100, 85, 55, 0]", "us: [60, 70, 30, 0]"),
        (DEMO_FILE, "jp: [0, 37, 80, 100]", "jp: [0, 30, 70, 100]"),
        (DEMO_FILE, "weights: {host_support: 40, steel_stake: 60}", "weights: {host_support: 60, steel_stake: 40}"),
    )
    assert ("NW506", "info") in codes(found(tmp_path, *edits))


def test_a_seat_and_an_issue_that_count_for_nobody(tmp_path: Path) -> None:
    edits = (
        (DEMO_FILE, "weights: {host_support: 60, steel_stake: 40}", "weights: {host_support: 100, steel_stake: 0}"),
        (DEMO_FILE, "weights: {host_support: 40, steel_stake: 60}", "weights: {host_support: 100, steel_stake: 0}"),
        (DEMO_FILE, "{id: s_us, party: us, head: true, tracks: [defense, trade]", "{id: s_us, party: us, head: true, tracks: [trade]"),
    )
    problems = found(tmp_path, *edits)
    assert {("NW508", "warning"), ("NW507", "warning")} <= set(codes(problems))
    assert next(problem.line for problem in problems if problem.code == "NW508") == 20
    assert DEMO.is_dir()


def test_no_zone_names_the_nearest_package(tmp_path: Path) -> None:
    problems = found(tmp_path, (DEMO_FILE, "start: keep", "start: plus50"))
    assert codes(problems) == [("NW502", "error")]
    assert "steel_stake=minority = us 94 (6 short), jp 22.2" in problems[0].hint


def test_findings_of_three_parties_ask_what_can_be_asked() -> None:
    root = Path(__file__).parents[1]
    assert [problem.code for problem in findings(load.scenario(str(root / "packs/three.yaml"))) if problem.severity != "info"] == []
