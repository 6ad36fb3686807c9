"""The balance lab as a command: text, data, which games, a game as a record, and every way to ask wrongly. Never compiled here."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.lab import running
from sim.lab.players import INTERPRETED_BATCH, InterpretedPlayers
from sim.loading import load
from tests.lab.reckoned import exact_once
from tests.tui.conftest import Nemawashi
from tui.lab import bench as benches
from tui.lab import exact
from tui.lab.bench import Bench
from tui.wording import LANGUAGES

LAB = ("lab", "spring-short", "--jobs", "1", "--no-compile", "--bots", "random_legal,caretaker")
FEW = (*LAB, "--games", "8")


@pytest.fixture(autouse=True)
def reckoned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is exact is reckoned once for all tests; findings have tests of their own, and one here."""
    monkeypatch.setattr(exact, "exact_of", exact_once)


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_says_everything(nemawashi: Nemawashi, language: str) -> None:
    run = nemawashi(*FEW, "--lang", language)
    assert (run.code, run.err) == (0, "")
    wanted = {
        "en": (
            "8 games", "seed 1", "interpreted", "bots under assumptions, not people", "any legal act, caretaker",
            "Games with an accord", "Votes that failed", "Joint efficiency", "Room left", "Side score Japan", "Ahead", "Packages", "14400",
            "In the zone", "Every home ratifies", "On the frontier", "Nash package", "Kalai-Smorodinsky", "Work continues", "quartiles",
            "round 1", "Level of each issue at the end", "(start)", "Events that came", "Levers that were used", "Side score of US",
            "Findings, worst first", "at most 38 %", "as asked (--no-compile)",
        ),
        "ja": (
            "8ゲーム", "種 1", "（通常）", "人ではない", "無作為、暫定型", "合意のあったゲーム", "共同の効率",
            "一括案の数", "合意可能域", "ナッシュ案", "（K-S）", "協議の継続", "第1回", "38%以下", "指摘（重い順）",
        ),
    }  # fmt: skip
    assert [text for text in (*wanted[language], load.scenario("spring-short").rules_digest) if text not in run.out] == []
    assert not re.search(r"\d\.\d{3,} ?%|[Pp]-value", run.out)


def test_equal_seeds_give_equal_figures_whatever_the_jobs(nemawashi: Nemawashi) -> None:
    first, again, other = nemawashi(*FEW), nemawashi(*FEW), nemawashi(*FEW, "--seed", "2")
    assert first.out == again.out != other.out


def test_json_has_every_measure(nemawashi: Nemawashi) -> None:
    found = json.loads(nemawashi(*FEW, "--json").out)
    assert (found["games"], found["seed"], found["compiled"], found["why_interpreted"]) == (8, 1, False, "not-compiled")
    assert found["styles"] == ["random_legal", "caretaker"] and [pair["games"] for pair in found["pairs"]] == [2, 2, 2, 2]
    assert found["measures"]["agreement"]["of"] == 8 and sum(found["ahead"].values()) == 8
    assert sum(each["count"] for id, each in found["measures"].items() if id.startswith("ending.")) == 8
    assert found["exact"][0]["packages"] == 14400 and found["exact"][0]["nash"]["points"]["us"] == 6810
    assert sum(found["first_package"].values()) == 8


@pytest.mark.parametrize("to_file", [False, True])
def test_csv_has_a_line_a_game(nemawashi: Nemawashi, tmp_path: Path, to_file: bool) -> None:
    place = tmp_path / "games.csv"
    run = nemawashi(*FEW, "--csv", str(place) if to_file else "-")
    rows = list(csv.DictReader(io.StringIO(place.read_text(encoding="utf-8") if to_file else run.out)))
    assert [row["index"] for row in rows] == [str(index) for index in range(8)]
    assert {row["bot.us"] for row in rows} == {"random_legal", "caretaker"} and all(row["joint"].isdigit() for row in rows)
    assert (str(place) in run.err) == to_file


@pytest.mark.parametrize("language", LANGUAGES)
def test_which_games(nemawashi: Nemawashi, language: str) -> None:
    run, listed = nemawashi(*FEW, "--which", "ending.E0", "--lang", language), games_of(nemawashi, "ending.E0")
    assert run.code == 0 and len(run.lines) == len(listed) + 2 and all(str(each["seed"]) in run.out for each in listed)


def test_of_a_number_all_games_are_listed(nemawashi: Nemawashi) -> None:
    values = [each["value"] for each in games_of(nemawashi, "joint")]
    assert len(values) == 8 and values == sorted(values, reverse=True)


def games_of(nemawashi: Nemawashi, measure: str) -> list[dict[str, int]]:
    """The games behind a figure."""
    found = json.loads(nemawashi(*FEW, "--which", measure, "--json").out)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_game_becomes_a_record_that_opens(nemawashi: Nemawashi, tmp_path: Path, language: str) -> None:
    record = tmp_path / "three.jsonl"
    run = nemawashi(*LAB, "--replay", "3", "--record", str(record), "--lang", language)
    assert run.code == 0 and str(record) in run.out
    game = json.loads(nemawashi("replay", str(record), "--check", "--json").out)
    listed = games_of(nemawashi, "joint") if language == "en" else [{"index": 3, "seed": game["seed"]}]
    assert game["is_over"] and game["troubles"] == []
    assert {"index": 3, "seed": game["seed"]}.items() <= next(each for each in listed if each["index"] == 3).items()
    debrief = json.loads(nemawashi("debrief", str(record), "--json").out)
    assert debrief
    assert nemawashi(*LAB, "--replay", "3", "--record", str(record)).code == 2


def test_without_a_file_the_record_is_in_the_data_folder(nemawashi: Nemawashi, own_data_folder: Path) -> None:
    assert nemawashi(*LAB, "--replay", "0").code == 0
    assert len(list(own_data_folder.rglob("*.jsonl"))) == 1


WRONG = [
    (("--games", "0"), "A run needs at least one game.", "1以上"),
    (("--jobs", "0"), "A run needs at least one process.", "1以上"),
    (("--seconds", "0"), "more than 0", "0より大きく"),
    (("--games", "5", "--seconds", "2"), "not both", "どちらか一方"),
    (("--bots", "conceeder"), "Did you mean `conceder`?", "「conceder」"),
    (("--bots", "genius"), "Styles: random_legal", "型： random_legal"),
    (("--which", "endings.E1"), "Did you mean `ending.E1`?", "「ending.E1」"),
    (("--which", "weather"), "Write for example", "例："),
    (("--replay", "-1"), "numbered from 0", "0から"),
    (("--csv", "-", "--json"), "Only one of", "一つだけ"),
]


@pytest.mark.parametrize("place", range(len(WRONG)))
@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_usage_is_one_line_and_two(nemawashi: Nemawashi, place: int, language: str) -> None:
    arguments, english, japanese = WRONG[place]
    run = nemawashi("lab", "spring-short", "--no-compile", *arguments, "--lang", language)
    assert (run.code, run.out) == (2, "")
    assert len(run.err.splitlines()) == 1 and {"en": english, "ja": japanese}[language] in run.err


def test_a_scenario_that_is_not_there(nemawashi: Nemawashi) -> None:
    run = nemawashi("lab", "spring-shrt")
    assert run.code == 2 and "did you mean `spring-short`?" in run.err


def test_a_broken_file_is_told_with_its_place(nemawashi: Nemawashi, tmp_path: Path) -> None:
    place = tmp_path / "mine.yaml"
    place.write_text("nemawashi: 1\nid: mine\nextends: spring-short\nset:\n  issues.XX.label: {to: 1}\n", encoding="utf-8")
    run = nemawashi("lab", str(place), "--plain")
    assert run.code == 1 and "mine.yaml:5" in run.err


def test_a_file_that_cannot_be_written(nemawashi: Nemawashi, tmp_path: Path) -> None:
    run = nemawashi(*FEW, "--csv", str(tmp_path / "no" / "such" / "games.csv"))
    assert run.code == 1 and len(run.err.splitlines()) == 1


@pytest.mark.parametrize(("language", "mark"), [("en", "stopped after"), ("ja", "で中断")])
def test_ctrl_c_keeps_what_was_played(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch, language: str, mark: str) -> None:
    play_all = Bench.play_all

    def play_and_press(bench: Bench, heard: Callable[[int], None]) -> None:
        play_all(bench, lambda games: os.kill(os.getpid(), signal.SIGINT))

    monkeypatch.setattr(Bench, "play_all", play_and_press)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what runs in the background without it
    run = nemawashi(*LAB, "--games", "100000", "--lang", language)
    assert run.code == 130 and mark in run.lines[0] and "100000" in run.lines[0]
    assert "E8" in run.out or len(run.lines) > 50
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


# --- who plays ---


@pytest.mark.parametrize(("language", "sentence"), [("en", 'pip install "nemawashi[lab]"'), ("ja", "通常実行")])
def test_without_the_compiler_it_says_so(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch, language: str, sentence: str) -> None:
    monkeypatch.setattr(running, "has_extra", lambda: False)
    run = nemawashi(*[word for word in FEW if word != "--no-compile"], "--lang", language)
    assert run.code == 0 and sum(sentence in line for line in run.lines) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_that_cannot_be_written(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str) -> None:
    """It says so and goes on interpreted."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("NEMAWASHI_CODE", str(tmp_path / "file" / "code"))
    monkeypatch.setattr(running, "has_extra", lambda: True)
    monkeypatch.setattr(running, "compiled_players", lambda jobs: None)
    run = nemawashi(*[word for word in FEW if word != "--no-compile"], "--lang", language)
    assert run.code == 0 and sum(str(tmp_path / "file" / "code") in line for line in run.lines) == 1


class Making:
    """A compilation that is under way, or has failed."""

    done, of, ready = 40, 535, False

    def __init__(self, failed: str = "") -> None:
        self.failed = failed

    def start(self) -> Making:
        """It has begun."""
        return self

    def stop(self) -> None:
        """Nothing to end."""


@pytest.mark.parametrize(("failed", "sentence"), [("", "40 of 535 parts"), ("OutOfPaper", "failed (OutOfPaper)")])
def test_interpreted_says_why(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, failed: str, sentence: str) -> None:
    monkeypatch.setenv("NEMAWASHI_CODE", str(tmp_path))
    monkeypatch.setattr(running, "has_extra", lambda: True)
    monkeypatch.setattr(running, "compiled_players", lambda jobs: None)
    monkeypatch.setattr(running, "Compiling", lambda: Making(failed))
    run = nemawashi(*[word for word in FEW if word != "--no-compile"])
    assert run.code == 0 and sum(sentence in line for line in run.lines) == 1
    assert ("run with --more" in run.err) == (not failed)


def test_time_decides_and_never_below_a_least_number(monkeypatch: pytest.MonkeyPatch) -> None:
    from sim.lab.running import Engine
    from sim.loading import load
    from tui.lab.bench import Plan

    monkeypatch.setattr(benches, "LEAST_GAMES", 40)
    bench = Bench(Plan("spring-short", ("caretaker",), seconds=0.01), Engine(InterpretedPlayers(1), 1, "not-compiled"))
    bench.take(load.scenario("spring-short"))
    while bench.wants_games:
        bench.play()
    bench.exact.wait()
    assert 40 <= bench.found.games < 120
    assert bench.slice >= INTERPRETED_BATCH
