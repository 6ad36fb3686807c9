"""compare: two rule files game for game, as a person and a program read it, and every bad input.

Few games of bots that think little, played by the interpreter: no machine code is at hand in the folder named for it.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from sim.lab import compare as lab
from sim.lab import running
from sim.loading import documents, layers
from sim.loading.reading import Reading, read_file
from tests.tui.conftest import Nemawashi, Run
from tui.commands.compare import MOST_CHANGES
from tui.comparing.columns import cells, left, wrapped
from tui.comparing.transcript import aligned
from tui.wording import LANGUAGES

QUICK = ("--bots", "random_legal,caretaker", "--games", "8")
HEAD = "nemawashi: 1\nextends: spring-short\nid: house\n"
DRIFT = "set: {meters.m_cohesion.start: 20, meters.m_us_support.start: 60}\n"


@lru_cache(maxsize=200)
def read_once(path: Path, shown: str, changed: int) -> Reading:
    """A rule file, read again only when it was written anew."""
    return read_file(path, shown)


@pytest.fixture(autouse=True)
def files_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files are read by nearly every test here; the trees they give are never changed."""
    for module in (layers, documents):
        monkeypatch.setattr(
            module, "read_file", lambda path, shown="": read_once(path.resolve(), shown or str(path), path.stat().st_mtime_ns)
        )


@pytest.fixture(autouse=True)
def no_machine_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder of machine code that is empty; few games do not make any. Whether the extra is there makes no difference."""
    monkeypatch.setenv("NEMAWASHI_CODE", str(tmp_path / "code"))
    monkeypatch.setattr(running, "has_extra", lambda: True)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the program is called, for overlays."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def overlay(folder: Path, lines: str, name: str = "house.yaml") -> str:
    (folder / name).write_text(HEAD + lines, encoding="utf-8")
    return name


RUNS: dict[str, Run] = {}


def drifting(nemawashi: Nemawashi, house: Path) -> Run:
    """The base against an overlay that changes every ending; called once for all who read what it prints."""
    name = overlay(house, DRIFT)
    if name not in RUNS:
        RUNS[name] = nemawashi("compare", "spring-short", name, *QUICK)
    return RUNS[name]


def data(run: Run) -> dict[str, object]:
    assert run.code == 0, run.err
    found = json.loads(run.out)
    assert isinstance(found, dict)
    return found


# --- the same ---


@pytest.mark.parametrize(("language", "sentence"), [("en", "Same in every game: all 8 games"), ("ja", "全ゲームで同じ：8ゲーム")])
def test_a_file_with_itself_is_the_same_in_every_game(nemawashi: Nemawashi, language: str, sentence: str) -> None:
    run = nemawashi("compare", "spring-short", "spring-short", *QUICK, "--lang", language)
    assert (run.code, run.err) == (0, "")
    assert sentence in run.out and "%" not in run.out.split(sentence)[0]


def test_a_changed_label_is_the_same_in_every_game(nemawashi: Nemawashi, house: Path) -> None:
    name = overlay(house, 'label: {en: "House", ja: "自作"}\n')
    run = nemawashi("compare", "spring-short", name, *QUICK, "--attribute")
    assert "No change in meaning." in run.out and "Same in every game" in run.out
    assert "There is no change in meaning to be taken apart." in run.out


# --- different ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_fits_a_screen(nemawashi: Nemawashi, house: Path, language: str) -> None:
    name = overlay(house, DRIFT + "remove: [events.ev09]\n")
    run = nemawashi("compare", "spring-short", name, *QUICK, "--attribute", "--lang", language)
    assert (run.code, run.err) == (0, "")
    assert [line for line in run.lines if cell_len(line) > 80] == []
    assert "\x1b" not in run.out


def test_what_changed_then_what_it_does(nemawashi: Nemawashi, house: Path) -> None:
    run = drifting(nemawashi, house)
    assert run.lines[0] == "2 changes in meaning"
    assert "Games that changed: 100 % (8 of 8)" in run.lines
    assert any(line.startswith("Measure  ") and line.endswith("verdict") for line in run.lines)
    (drift,) = (line for line in run.lines if line.startswith("End: Drift apart"))
    assert drift.split()[3:6] == ["0", "100", "+100"]
    assert any(line.startswith("Same in every game: ") for line in run.lines)


def test_the_first_game_that_flips_is_shown_side_by_side_and_can_be_had_again(nemawashi: Nemawashi, house: Path) -> None:
    run = drifting(nemawashi, house)
    at = next(number for number, line in enumerate(run.lines) if line.startswith("The first game whose outcome flips: number 0, seed "))
    assert any(" | end: E8" in line and line.startswith("end: E0") for line in run.lines[at:])
    again = [line.strip() for line in run.lines[at:] if line.startswith("  nemawashi lab ")]
    assert again == [f"nemawashi lab {name} --seed 1 --bots random_legal,caretaker --replay 0" for name in ("spring-short", "house.yaml")]


def test_where_nothing_flips_it_is_said(nemawashi: Nemawashi, house: Path) -> None:
    run = nemawashi("compare", "spring-short", overlay(house, "set: {meters.m_us_support.start: 56}\n"), *QUICK)
    assert "No game flips" in run.out


def test_what_does_not_survive_the_correction_stands_in_parentheses(
    nemawashi: Nemawashi, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lab, "surviving", lambda found: [False] * len(found))
    run = nemawashi("compare", "spring-short", overlay(house, DRIFT), *QUICK)
    (drift,) = (line for line in run.lines if line.startswith("End: Drift apart"))
    assert drift.endswith("(up)") and "(In parentheses: it would be clear alone, but not among the" in run.out


def test_of_very_many_changes_the_first_are_shown(nemawashi: Nemawashi) -> None:
    run = nemawashi("compare", "spring-short", "lantern-coast", "--bots", "random_legal", "--games", "2")
    assert run.code == 0, run.err
    at = next(number for number, line in enumerate(run.lines) if "nemawashi rules diff spring-short lantern-coast" in line)
    assert at == 2 * MOST_CHANGES + 1
    assert any(line.startswith("Only before: ") for line in run.lines) and any(line.startswith("Only after: ") for line in run.lines)
    assert [line for line in run.lines[at + 1 :] if cell_len(line) > 80] == []


# --- for programs ---


def test_programs_read_every_measure(nemawashi: Nemawashi, house: Path) -> None:
    name = overlay(house, DRIFT + "remove: [events.ev09]\n")
    found = data(nemawashi("compare", "spring-short", name, *QUICK, "--json"))
    assert (found["games"], found["games_asked"], found["stopped"], found["same"]) == (8, 8, False, False)
    assert found["only_before"] == ["event.ev09"] and found["only_after"] == []
    measures = {each["id"]: each for each in found["measures"]}  # type: ignore[attr-defined]
    drift = measures["ending.E8"]
    assert (drift["before"], drift["after"], drift["changed"], drift["of"]) == (0.0, 1.0, 8, 8)
    assert drift["verdict"] in ("up", "no-clear-change") and drift["clear_alone"] == "up"
    assert measures["agreement"]["verdict"] == "same-in-every-game"
    assert set(found["flip"]) == {"index", "seed", "bots", "before", "after"}  # type: ignore[call-overload]
    assert "alone" not in found


def test_the_same_bytes_in_every_language_and_with_any_number_of_processes(nemawashi: Nemawashi, house: Path) -> None:
    call = ("compare", "spring-short", overlay(house, DRIFT), *QUICK, "--json")
    assert nemawashi(*call).out == nemawashi(*call, "--lang", "ja", "--jobs", "1").out


# --- every change alone ---


def test_each_entry_of_an_overlay_alone(nemawashi: Nemawashi, house: Path) -> None:
    lines = DRIFT + "remove: [events.ev09]\nstart: {levels: {D1: plan}}\n"
    found = data(nemawashi("compare", "spring-short", overlay(house, lines), *QUICK, "--attribute", "--json"))
    alone = {each["change"]: each for each in found["alone"]}  # type: ignore[attr-defined]
    assert list(alone) == [
        "meters.m_cohesion.start: 20",
        "meters.m_us_support.start: 60",
        "remove events.ev09",
        "start.levels: {D1: plan}",
    ]
    assert alone["meters.m_cohesion.start: 20"]["changed"]["count"] == 8


def test_an_entry_that_needs_another_is_said_to_need_it(nemawashi: Nemawashi, house: Path) -> None:
    lines = (
        'add:\n  counters: [{id: calls, label: {en: "Calls", ja: "電話"}, source: [D]}]\n'
        '  events: [{id: call, effects: {calls: +1}, label: {en: "Call", ja: "電話会談"}, source: [D]}]\n'
    )
    run = nemawashi("compare", "spring-short", overlay(house, lines), *QUICK, "--attribute")
    assert run.code == 0, run.err
    at = run.lines.index("add events.call")
    assert run.lines[at + 1].startswith("  cannot stand alone: ")
    assert "all together" in run.lines


def test_two_files_without_a_common_overlay_are_taken_apart_by_their_differences(nemawashi: Nemawashi, house: Path) -> None:
    one = overlay(house, "set: {meters.m_cohesion.start: 60}\n", "one.yaml")
    other = overlay(house, DRIFT + "remove: [events.ev09]\n", "other.yaml")
    found = data(nemawashi("compare", one, other, *QUICK, "--attribute", "--json"))
    alone = [each["change"] for each in found["alone"]]  # type: ignore[attr-defined]
    assert alone == ["meters.m_cohesion.start: 20", "meters.m_us_support.start: 60", "add out.events"]
    assert all(each["measures"] for each in found["alone"])  # type: ignore[attr-defined]


# --- bad input, and Ctrl+C ---


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("spring-short",), "Missing argument 'B'"),
        (("spring-short", "nowhere"), "there is no scenario `nowhere`"),
        (("nowhere", "spring-short"), "there is no scenario `nowhere`"),
        (("spring-short", "no/such.yaml"), "there is no such file"),
        (("spring-short", "alliance"), "alliance is a pack without a scenario"),
        (("spring-short", "spring-short", "--games", "0"), "A run needs at least one game."),
        (("spring-short", "spring-short", "--games", "-3"), "A run needs at least one game."),
        (("spring-short", "spring-short", "--games", "many"), "'many' is not a valid integer"),
        (("spring-short", "spring-short", "--jobs", "0"), "A run needs at least one process."),
        (("spring-short", "spring-short", "--seed", "-1"), "--seed"),
        (("spring-short", "spring-short", "--bots", "genius"), "There is no bot style `genius`"),
        (("spring-short", "spring-short", "--bots", ""), "There is no bot style"),
        (("spring-short", "spring-short", "--lang", "fr"), "--lang"),
    ],
)
def test_wrong_usage_is_one_sentence(nemawashi: Nemawashi, arguments: tuple[str, ...], sentence: str) -> None:
    run = nemawashi("compare", *arguments)
    assert (run.code, run.out) == (2, "")
    assert sentence in run.err and "Traceback" not in run.err


def test_a_broken_file_is_told_with_its_problems(nemawashi: Nemawashi, house: Path) -> None:
    run = nemawashi("compare", "spring-short", overlay(house, "set: {meters.m_clam.start: 3}\n"), *QUICK)
    assert (run.code, run.out) == (1, "") and "NW601" in run.err


def interrupt(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Ctrl+C once so many games of both are over."""
    whole = lab.play_both

    def stopped(*words: object) -> object:
        for both in whole(*words):  # type: ignore[arg-type]
            if both >= after:
                raise KeyboardInterrupt
            yield both

    monkeypatch.setattr(lab, "play_both", stopped)


@pytest.mark.parametrize(("language", "sentence"), [("en", "Stopped after 5 of 8 games."), ("ja", "8ゲーム中5ゲームで中断しました。")])
def test_ctrl_c_keeps_and_marks_what_there_is(
    nemawashi: Nemawashi, house: Path, monkeypatch: pytest.MonkeyPatch, language: str, sentence: str
) -> None:
    name = overlay(house, DRIFT)
    interrupt(monkeypatch, 5)
    run = nemawashi("compare", "spring-short", name, *QUICK, "--lang", language, "--attribute")
    assert run.code == 130 and sentence in run.out


def test_ctrl_c_is_told_to_programs(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupt(monkeypatch, 2)
    run = nemawashi("compare", "spring-short", "spring-short", *QUICK, "--json")
    found = json.loads(run.out)
    assert (run.code, found["stopped"], found["games"], found["games_asked"]) == (130, True, 5, 8)


def test_ctrl_c_before_anything_is_played(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch) -> None:
    def at_once(*words: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(lab, "play_both", at_once)
    run = nemawashi("compare", "spring-short", "spring-short", *QUICK)
    assert (run.code, run.out) == (130, "") and "Stopped before the first game" in run.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", ["no-extra", "no-folder", "failed", "compiling"])
def test_slow_games_say_why(nemawashi: Nemawashi, monkeypatch: pytest.MonkeyPatch, why: str, language: str) -> None:
    from sim.lab import running
    from sim.lab.players import InterpretedPlayers

    monkeypatch.setattr(running, "engine_for", lambda jobs, compile_: running.Engine(InterpretedPlayers(1), 1, why, "/somewhere"))
    run = nemawashi("compare", "spring-short", "spring-short", "--bots", "caretaker", "--games", "2", "--lang", language)
    assert run.code == 0 and len(run.err.splitlines()) == 1 and run.err.strip()


# --- columns ---


def test_full_width_letters_take_two_columns() -> None:
    assert left("国内の支持", 6) == "国内 …"  # the third letter would not fit beside the mark
    assert cells(left("国内の支持", 7)) == 7
    assert wrapped("a long sentence", 6) == ["a long", "senten", "ce"] or all(cells(line) <= 6 for line in wrapped("a long sentence", 6))
    for width in range(12, 40):
        lines = wrapped("（割合は%、得点は点で示します。ホルム法。）以上です。", width)
        assert all(cells(line) <= width and line[:1] not in "、。）%" for line in lines), lines


def test_the_same_lines_stand_beside_each_other() -> None:
    found = aligned(["a", "b", "x", "c"], ["a", "b", "c", "d"])
    assert found.same == ("a", "b")
    assert found.pairs == (("x", ""), ("c", "c"), ("", "d"))
