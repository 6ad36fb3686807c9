"""Commands: exit codes, messages with a way out, JSON for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.conftest import Nemawashi

COMMANDS = ("play", "resume", "replay", "debrief", "list", "simulate", "check", "why")


def test_help_names_every_command(nemawashi: Nemawashi) -> None:
    run = nemawashi("--help")
    assert run.code == 0
    assert all(f"\n  {command} " in run.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(nemawashi: Nemawashi, command: str) -> None:
    run = nemawashi(command, "--help")
    assert run.code == 0
    assert "--lang" in run.out


def test_an_unknown_command_is_wrong_usage(nemawashi: Nemawashi) -> None:
    run = nemawashi("simulat")
    assert run.code == 2
    assert "Near it: `simulate`" in run.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("play", "--bad"),
        ("play", "--seed", "minus"),
        ("play", "--seed", "-1"),
        ("play", "spring-shrt"),
        ("play", "no/such/file.yaml"),
        ("play", "spring-short", "--as", "fr"),
        ("play", "spring-short", "--lang", "fr"),
        ("play", "spring-short", "--seats", "three"),
        ("play", "spring-short", "--seats", "jp:9"),
        ("play", "spring-short", "--bot", "genius"),
        ("play", "spring-short", "--as", "none", "--bots", "tradeoff,tradeoff,tradeoff"),
        ("play", "spring-short", "--bot", "tradeoff", "--bots", "tradeoff"),
        ("resume", "nowhere.jsonl"),
        ("resume",),
        ("debrief",),
        ("replay",),
        ("replay", "nowhere.jsonl"),
        ("simulate",),
        ("simulate", "nowhere"),
        ("simulate", "spring-short", "--games", "0"),
        ("simulate", "spring-short", "--jobs", "0"),
        ("check", "nowhere"),
        ("why", "spring-short"),
        ("why", "spring-short", "m_tarif"),
        ("why", "nowhere", "m_tariff"),
    ],
)
def test_wrong_usage_is_told_and_ends_with_two(nemawashi: Nemawashi, arguments: tuple[str, ...]) -> None:
    run = nemawashi(*arguments)
    assert run.code == 2
    assert run.err.strip() or "NW202" in run.out
    assert "Traceback" not in run.err + run.out


def test_a_misspelt_scenario_is_met_with_the_right_one(nemawashi: Nemawashi) -> None:
    assert "did you mean `spring-short`?" in nemawashi("play", "spring-shrt").err


def test_list_for_people_and_programs(nemawashi: Nemawashi) -> None:
    text, data = nemawashi("list"), json.loads(nemawashi("list", "--json").out)
    assert "spring-short: Spring 2025, first game" in text.out
    assert {entry["id"] for entry in data["scenarios"]} >= {"spring-2025", "spring-short", "spring-90", "lantern-coast"}
    assert data["bots"]
    assert [entry["id"] for entry in data["packs"]] == ["alliance", "lantern"]


def test_list_speaks_japanese(nemawashi: Nemawashi) -> None:
    assert "シナリオ" in nemawashi("list", "--lang", "ja").out


def test_the_surroundings_choose_the_language(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert "シナリオ" in nemawashi("list").out


def test_check_of_everything_shipped_is_clean(nemawashi: Nemawashi) -> None:
    run = nemawashi("check", "--strict")
    assert (run.code, run.out) == (0, "6 packs and scenarios checked: no errors, no warnings, 6 notes (--notes shows them)\n")


def test_check_of_a_broken_file(nemawashi: Nemawashi, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("nemawashi: 1\nscenario: {id: mine, pack: alliance, rounds: 99}\nfixd: {}\n", encoding="utf-8")
    run = nemawashi("check", str(path))
    assert run.code == 1
    assert ":3:1: error NW101" in run.out
    assert run.lines[-1].startswith("1 pack or scenario checked:")
    data = json.loads(nemawashi("check", str(path), "--json").out)
    assert data["errors"] == len(data["problems"]) > 1


def test_a_broken_scenario_is_not_played(nemawashi: Nemawashi, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("nemawashi: 1\nscenario: {id: mine, pack: alliance, rounds: 99}\n", encoding="utf-8")
    run = nemawashi("play", str(path))
    assert run.code == 1
    assert "nothing was loaded" in run.err


def test_why_of_a_path(nemawashi: Nemawashi) -> None:
    run = nemawashi("why", "spring-short", "events.ev04.effects.m_tariff")
    assert run.code == 0
    assert run.lines[0] == "events.ev04.effects.m_tariff = 8"
    assert run.lines[1].strip().startswith("rules/alliance/events.yaml:")


def test_why_of_an_id_with_its_rule(nemawashi: Nemawashi) -> None:
    run = nemawashi("why", "spring-short", "second_chance", "--lang", "ja")
    assert "values.second_chance.is = 45 + " in run.out
    assert "ルール R1： 毎回、" in run.out
    data = json.loads(nemawashi("why", "spring-short", "m_tariff", "--json").out)
    start = next(value for value in data["values"] if value["path"] == "meters.m_tariff.start")
    assert (start["value"], start["origin"], start["file"]) == (65, "assumption", "rules/alliance/meters.yaml")


def test_why_shows_what_the_scenario_changes(nemawashi: Nemawashi) -> None:
    run = nemawashi("why", "spring-short", "ev04")
    assert "fixed.ev04 = 1" in run.out
    assert "the scenario says this in place of its pack" in run.out


def test_simulate_gives_the_same_bytes_for_any_number_of_processes(nemawashi: Nemawashi) -> None:
    arguments = ("simulate", "spring-short", "--games", "12", "--seed", "3", "--bots", "random_legal", "--json")
    one, again, two = nemawashi(*arguments), nemawashi(*arguments), nemawashi(*arguments, "--jobs", "2")
    assert one.code == 0
    assert one.out == again.out == two.out
    data = json.loads(one.out)
    assert data["games"] == 12
    assert sum(ending["count"] for ending in data["endings"].values()) == 12
    for levels in data["levels"].values():
        assert sum(level["count"] for level in levels.values()) == 12


def test_simulate_for_people(nemawashi: Nemawashi) -> None:
    run = nemawashi("simulate", "spring-short", "--games", "2", "--bots", "caretaker,random_legal")
    assert run.code == 0
    assert run.lines[0] == "spring-short: 2 games, seed 1, bots us caretaker, jp random_legal"
    assert "not a forecast" in run.lines[-1]


def test_the_menu_without_a_command(nemawashi: Nemawashi) -> None:
    assert nemawashi(lines="q\n").code == 0
    run = nemawashi(lines="x\n6\n5\n")
    assert run.code == 0
    assert "Type one of the numbers" in run.out
    assert "シナリオ、ルール集、ボットの一覧" in run.out


def test_a_game_from_the_menu(nemawashi: Nemawashi) -> None:
    run = nemawashi(lines="2\n4\n3\nquit\n")
    assert run.code == 0
    assert "Several sides share this keyboard" in run.out


def test_a_fault_of_ours_is_reported_in_a_file(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch, own_data_folder: Path) -> None:
    from sim.loading import finding

    def broken() -> dict[str, object]:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(finding, "shipped_scenarios", broken)
    run = nemawashi("list")
    assert run.code == 1
    assert "Traceback" not in run.err
    (report,) = (own_data_folder / "reports").iterdir()
    assert str(report) in run.err
    assert "ZeroDivisionError: a fault" in report.read_text(encoding="utf-8")
