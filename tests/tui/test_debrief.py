"""The debrief: the order of its parts, both languages, the same again from the record, and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.conftest import Nemawashi
from tui.plain.chart import COLUMNS, EDGE, ROWS, Mark, drawn
from tui.plain.width import padded, table, width

PARTS = {
    "en": ("Joint statement", "Ending: ", "1 Outcome", "2 Frontier", "3 Left on", "4 Offers", "5 Votes", "6 Reasons", "7 What was hidden"),
    "ja": (
        "共同声明",
        "結末：",
        "1 結果",
        "2 効率的",
        "3 実現しなかった",
        "4 回ごとの提案",
        "5 回ごとの採決",
        "6 ボットの理由",
        "7 隠れていた",
    ),
}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_parts_come_in_order(nemawashi: Nemawashi, tmp_path: Path, language: str) -> None:
    path = tmp_path / "game.jsonl"
    run = nemawashi("play", "spring-short", "--as", "none", "--seed", "5", "--lang", language, "--record", str(path))
    places = [run.out.index(f"\n{part}") for part in PARTS[language]]
    assert places == sorted(places)
    again = nemawashi("debrief", str(path), "--lang", language)
    assert again.code == 0
    assert run.out.endswith(again.out)


def test_the_newest_finished_game_is_looked_back_on(nemawashi: Nemawashi) -> None:
    nemawashi("play", "spring-short", "--as", "none", "--seed", "5")
    nemawashi("play", "lantern-coast", "--as", "none", "--seed", "5")
    assert json.loads(nemawashi("debrief", "--json").out)["scenario"] == "lantern-coast"


def test_the_debrief_for_programs(nemawashi: Nemawashi) -> None:
    nemawashi("play", "spring-short", "--as", "none", "--seed", "5")
    data = json.loads(nemawashi("debrief", "--json").out)
    assert data["note"] == "Outcome of a game under stated assumptions, not a forecast."
    assert data["seed"] == 5
    assert data["offers"] and data["votes"] and data["reasons"]
    reached, best = data["values"]["reached"], data["left_on_the_table"]["points"]
    assert all(best[party] >= reached[party] for party in reached)


def test_marks_stand_at_the_ends_of_the_axes() -> None:
    lines = drawn([Mark("S", 0, 0), Mark("E", 10000, 5000)])
    assert lines[0] == " 50.0|" + " " * (COLUMNS - 1) + "E"
    assert lines[ROWS - 1] == "  0.0|S"
    assert lines[-1] == " " * (EDGE + 1) + "0.0" + " " * (COLUMNS - 8) + "100.0"


def test_one_point_is_drawn_too() -> None:
    assert sum(line.count("E") for line in drawn([Mark("E", 4000, 4000)])) == 1


def test_a_japanese_character_takes_two_columns() -> None:
    assert width("国会A") == 5
    assert padded("国", 4) + "|" == "国  |"
    assert table([["論点", "1"], ["a", "10"]], frozenset({1})) == ["論点   1", "a     10"]
