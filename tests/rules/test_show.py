"""`rules show`: what it prints reads back as the same rules, and every changed value is marked once."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.bad_rules.test_thirty import run
from tests.rules.test_overlays import overlay


def test_a_part_reads_back(tmp_path: Path) -> None:
    overlay(tmp_path, "set: {meters.m_calm.start: 40}\n")
    text, code = run("rules", "show", str(tmp_path / "house.yaml"), "meters.m_calm")
    shown = yaml.safe_load(text)["meters.m_calm"]
    assert code == 0 and (shown["start"], shown["drift"], shown["label"]) == (40, -1, {"en": "Calm", "ja": "平穏"})


def test_everything_that_changed_is_marked_with_its_place_and_what_it_was(tmp_path: Path) -> None:
    more = "remove: [events.e_rain]\nadd: {events: [{id: e_sun, effects: {m_calm: 1}, label: {en: S, ja: 晴}, source: [D]}]}\n"
    overlay(tmp_path, "set:\n  meters.m_calm.start: 40\n  issues.P1.payoff.ax.mornings: 55\n" + more)
    text, _ = run("rules", "show", str(tmp_path / "house.yaml"), "--resolved")
    marked = [line.strip() for line in text.splitlines() if "house.yaml:" in line]
    assert len(marked) == 4
    assert any(line.startswith("start: 40  # ") and "house.yaml:5 (50, " in line for line in marked)
    assert any(line.startswith("- 55  # ") and "house.yaml:6 (60, " in line for line in marked)
    plain, _ = run("rules", "show", str(tmp_path / "house.yaml"))
    assert "house.yaml:" not in plain


def test_only_what_changed(tmp_path: Path) -> None:
    overlay(tmp_path, "set: {meters.m_calm.start: 40}\n")
    assert "meters.m_calm.start: 50 -> 40" in run("rules", "show", str(tmp_path / "house.yaml"), "--changed", "--lang", "en")[0]
    assert "No house rules" in run("rules", "show", str(tmp_path / "own.yaml"), "--changed", "--lang", "en")[0]


def test_a_path_that_leads_nowhere_is_wrong_usage(tmp_path: Path) -> None:
    overlay(tmp_path, "")
    assert run("rules", "show", str(tmp_path / "house.yaml"), "meters.m_clam")[1] == 2
