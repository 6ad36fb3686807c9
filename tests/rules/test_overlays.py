"""Overlays: what they change, what they refuse, that they stand on each other as one would reckon by hand, and leave no trace."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from sim.domain import Scenario
from sim.errors import Broken, Problem
from sim.loading import checking, load
from sim.loading.numbers import numbers
from sim.table.game import Game
from tests.loading.helpers import minimal
from tui import cli

HEAD = "nemawashi: 1\nid: {id}\nextends: {base}\n"


def overlay(folder: Path, text: str, name: str = "house", base: str = "own.yaml") -> Path:
    """An overlay over the smallest scenario, beside it."""
    if not (folder / "own.yaml").exists():
        minimal(folder)
    path = folder / f"{name}.yaml"
    path.write_text(HEAD.format(id=name, base=base) + text, encoding="utf-8")
    return path


def loaded(path: Path) -> Scenario:
    """The scenario of a file, read anew."""
    found, problems = load.attempt(str(path))
    assert found is not None, "\n".join(map(str, problems))
    return found


def problems(path: Path) -> list[Problem]:
    """What is wrong with it."""
    return list(checking.check((str(path),)).problems)


def told(path: Path) -> list[tuple[str, int, str]]:
    """Code, line and text of what is wrong."""
    return [(problem.code, problem.line, problem.text) for problem in problems(path)]


def value(path: Path, name: str) -> tuple[int | str, str, tuple[str, ...]]:
    """A single value of a scenario, its origin, and what it took the place of."""
    (found,) = numbers(str(path), name)
    return found.value, found.origin, found.was


# --- what each key does ---


def test_set_changes_one_value_and_remembers_the_old_one(tmp_path: Path) -> None:
    path = overlay(
        tmp_path, "set:\n  meters.m_calm.start: 40\n  issues.P1.payoff.ax.mornings: 55\n  bodies.bx.groups.bx_farmers.points.P1: +4\n"
    )
    base, house = loaded(tmp_path / "own.yaml"), loaded(path)
    assert value(path, "meters.m_calm.start")[:2] == (40, "house")
    assert value(path, "meters.m_calm.start")[2][0].startswith("50, ")
    assert house.issues[0].payoff[0] == (100, 55, 0) and base.issues[0].payoff[0] == (100, 60, 0)
    assert next(group for group in house.groups if group.id == "bx_farmers").points[0] == 4
    assert [(rule.path, rule.old, rule.new) for rule in house.house] == [
        ("meters.m_calm.start", "50", "40"),
        ("issues.P1.payoff.ax.mornings", "60", "55"),
        ("bodies.bx.groups.bx_farmers.points.P1", "+5", "+4"),
    ]
    assert base.house == ()


def test_from_holds_only_while_the_base_says_so(tmp_path: Path) -> None:
    assert value(overlay(tmp_path, "set: {meters.m_calm.start: {from: 50, to: 45}}\n"), "meters.m_calm.start")[0] == 45
    wrong = overlay(tmp_path, "set: {meters.m_calm.start: {from: 60, to: 45}}\n")
    (problem,) = problems(wrong)
    assert (problem.code, problem.severity, problem.column) == ("NW605", "error", 35)
    assert "is 50 in the base, not 60" in problem.text


def test_add_brings_entries_texts_and_numbers(tmp_path: Path) -> None:
    text = """add:
  events:
    - {id: e_sun, effects: {m_calm: +2}, label: {en: "Sun", ja: "晴れ"}, source: [D]}
  scoring.endings: []
  bodies.ax.groups.ax_elders.words: {calm: 0}
  texts: {ax_elders.calm: {label: {en: "Calm", ja: "平穏"}}}
"""
    house = loaded(overlay(tmp_path, text))
    assert [event.id for event in house.events] == ["e_rain", "e_sun"]
    assert house.events[1].place.house and house.events[1].place.file.endswith("house.yaml")
    assert "events.e_sun" in [rule.path for rule in house.house]


def test_remove_takes_an_entry_out_and_what_reads_it_falls_back(tmp_path: Path) -> None:
    more = (
        "add:\n  events:\n    - {id: e_sun, needs: played(e_rain) or 1 == 1, effects: {m_calm: +2}, label: {en: S, ja: 晴}, source: [D]}\n"
    )
    minimal(tmp_path, more)
    house = loaded(overlay(tmp_path, "remove: [events.e_rain, issues.P2.locks.all_of_it]\n"))
    assert [event.id for event in house.events] == ["e_sun"]
    assert house.tables != loaded(tmp_path / "own.yaml").tables


def test_replace_puts_a_whole_value_in_place(tmp_path: Path) -> None:
    text = """replace:
  procedure.opener: [bx]
  events.e_rain.effects: [{m_calm: +5}, {ax_elders: +1}]
  levers.ax_horn.needs: round >= 2
  issues.P1.label: {en: "Sluice hours", ja: "水門の開放時間"}
"""
    house = loaded(overlay(tmp_path, text))
    assert house.issues[0].label.en == "Sluice hours"
    assert {rule.path: rule.is_text for rule in house.house} == {
        "procedure.opener": False,
        "events.e_rain.effects": False,
        "levers.ax_horn.needs": False,
        "issues.P1.label": True,
    }


def test_keys_of_a_scenario_take_the_place_of_what_it_says(tmp_path: Path) -> None:
    minimal(tmp_path, "start: {meters: {m_calm: 30}, capital: {ax: 1}}\n")
    house = loaded(
        overlay(tmp_path, "start: {meters: {m_calm: 35}}\nonly: {issues: [P1]}\nweights: {proud: {P1: 100}, thirsty: {P1: 100}}\n")
    )
    assert [issue.id for issue in house.issues] == ["P1"]
    assert value(tmp_path / "house.yaml", "start.meters.m_calm")[0] == 35
    assert value(tmp_path / "house.yaml", "start.capital.ax")[0] == 1


# --- one over the other ---


def test_three_overlays_come_out_as_by_hand(tmp_path: Path) -> None:
    overlay(tmp_path, "set: {meters.m_calm.start: 40, levers.ax_horn.price: 2}\n", "one")
    overlay(tmp_path, "set: {meters.m_calm.start: 30, bodies.ax.groups.ax_elders.start: 54}\n", "two", "one")
    three = overlay(
        tmp_path,
        "set: {meters.m_calm.start: 20}\nremove: events.e_rain\nadd: {events: [{id: e_sun, effects: {m_calm: 1}, label: {en: S, ja: 晴}, source: [D]}]}\n",
        "three",
        "two.yaml",
    )
    by_hand = minimal(
        tmp_path / "hand",
        play=(tmp_path / "minimal/play.yaml").read_text(encoding="utf-8").replace("price: 1", "price: 2"),
        table=(tmp_path / "minimal/table.yaml")
        .read_text(encoding="utf-8")
        .replace("start: 50", "start: 20")
        .replace("start: 52, points: {P1: -3", "start: 54, points: {P1: -3"),
        more="out: {events: [e_rain]}\nadd: {events: [{id: e_sun, effects: {m_calm: 1}, label: {en: S, ja: 晴}, source: [D]}]}\n",
    )
    assert (loaded(three).rules_digest, loaded(three).tables) == (loaded(by_hand).rules_digest, loaded(by_hand).tables)
    now, origin, was = value(three, "meters.m_calm.start")
    assert (now, origin) == (20, "house")
    assert [old.partition(",")[0] for old in was] == ["30", "40", "50"]


def test_an_overlay_leaves_no_trace(tmp_path: Path) -> None:
    base = loaded(minimal(tmp_path))
    there = loaded(overlay(tmp_path, "set: {meters.m_calm.start: 40}\n"))
    back = loaded(overlay(tmp_path, "set: {meters.m_calm.start: 50}\n", "back", "house.yaml"))
    assert there.rules_digest != base.rules_digest
    assert (back.rules_digest, back.text_digest, back.tables) == (base.rules_digest, base.text_digest, base.tables)
    assert loaded(overlay(tmp_path, "", "bare")).rules_digest == base.rules_digest
    assert loaded(tmp_path / "own.yaml").rules_digest == base.rules_digest


def test_a_translation_changes_the_digest_of_the_texts_only(tmp_path: Path) -> None:
    base = loaded(minimal(tmp_path))
    house = loaded(overlay(tmp_path, 'set: {texts.P1.always.label.ja: "終日開放"}\n'))
    assert house.rules_digest == base.rules_digest and house.text_digest != base.text_digest
    assert house.issues[0].levels[2].label.ja == "終日開放"


@pytest.mark.parametrize("base", ["own", "own.yaml", "./own.yaml", "../here/own.yaml"])
def test_a_base_is_named_by_id_or_path(base: str, tmp_path: Path) -> None:
    assert loaded(
        overlay(tmp_path / "here" if (tmp_path / "here").mkdir() is None else tmp_path, "set: {meters.m_calm.start: 41}\n", base=base)
    ).house


def test_a_shipped_scenario_is_a_base_by_its_id(tmp_path: Path) -> None:
    path = tmp_path / "evening.yaml"
    path.write_text(
        "nemawashi: 1\nid: evening\nextends: spring-2025\nset: {bodies.jp.groups.jp_opposition.points.D2: -6}\n", encoding="utf-8"
    )
    house = loaded(path)
    assert next(group for group in house.groups if group.id == "jp_opposition").points[1] == -6
    assert house.id == "evening" and house.label == load.scenario("spring-2025").label and not house.tutorial


# --- what is refused ---

REFUSED = {
    "an unknown path": ("set: {meters.m_clam.start: 3}\n", "NW601", "did you mean `meters.m_calm.start`?"),
    "a position": ("set: {events.0.effects.m_calm: 3}\n", "NW601", ""),
    "a list": ("set: {issues.P1.payoff.ax: 3}\n", "NW606", "`issues.P1.payoff.ax.closed`"),
    "a map": ("set: {issues.P1.payoff: 3}\n", "NW606", "`issues.P1.payoff.ax`"),
    "the same value": ("set: {meters.m_calm.start: 50}\n", "NW691", "delete the line"),
    "neither from nor to": ("set: {meters.m_calm.start: {form: 50, to: 3}}\n", "NW600", "from: 50"),
    "an id that exists": ("add: {meters: [{id: m_calm, start: 1, good: up, label: {en: C, ja: 平}, source: [D]}]}\n", "NW201", ""),
    "a key that exists": ("add: {issues.P1.effects: {m_calm: [0, 1, 2]}}\n", "NW201", "`set` or `replace`"),
    "removing nothing": ("remove: [events.e_rian]\n", "NW601", "did you mean `events.e_rain`?"),
    "a misspelt key": ("sett: {meters.m_calm.start: 3}\n", "NW101", "did you mean `set`?"),
    "a value out of bounds": ("set: {meters.m_calm.start: 300}\n", "NW306", "did you mean 30?"),
    "a broken expression": ("set: {levers.ax_horn.price: 1 +}\n", "NW310", ""),
    "another digest": ('base_digest: "000000000000"\n', "NW690", "base_digest"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_makes_no_sense_is_told_in_the_overlay(what: str, tmp_path: Path) -> None:
    text, code, hint = REFUSED[what]
    path = overlay(tmp_path, text)
    (problem,) = problems(path)
    assert (problem.code, problem.line) == (code, 4)
    assert problem.file.endswith("house.yaml") and hint in problem.hint


def test_a_start_that_the_scenario_gives_itself_is_told(tmp_path: Path) -> None:
    minimal(tmp_path, "start: {meters: {m_calm: 30}}\n")
    assert [(code, line) for code, line, _ in told(overlay(tmp_path, "set: {meters.m_calm.start: 40}\n"))] == [("NW691", 4)]


def test_circles_depth_and_missing_bases(tmp_path: Path) -> None:
    overlay(tmp_path, "", "a", "b")
    overlay(tmp_path, "", "b", "c.yaml")
    overlay(tmp_path, "", "c", "a.yaml")
    overlay(tmp_path, "", "self", "self.yaml")
    overlay(tmp_path, "", "lost", "spring_2025")
    for number in range(1, 7):
        overlay(tmp_path, "", f"tower{number}", "own.yaml" if number == 1 else f"tower{number - 1}.yaml")
    assert [code for code, _, _ in told(tmp_path / "a.yaml")] == ["NW602"]
    assert "circle: a -> b -> c -> a" in told(tmp_path / "a.yaml")[0][2]
    assert [code for code, _, _ in told(tmp_path / "self.yaml")] == ["NW602"]
    (lost,) = problems(tmp_path / "lost.yaml")
    assert (lost.code, lost.line, lost.column) == ("NW603", 3, 10) and "spring-2025" in lost.hint
    assert [code for code, _, _ in told(tmp_path / "tower4.yaml")] == []
    assert [code for code, _, _ in told(tmp_path / "tower5.yaml")] == ["NW602"]


def test_a_broken_base_is_told_at_its_own_place(tmp_path: Path) -> None:
    path = overlay(tmp_path, "set: {meters.m_calm.start: 40}\n")
    (tmp_path / "own.yaml").write_text(
        (tmp_path / "own.yaml").read_text(encoding="utf-8").replace("rounds: 3", "rounds: x"), encoding="utf-8"
    )
    (problem,) = problems(path)
    assert problem.code == "NW103" and problem.file.endswith("own.yaml")
    with pytest.raises(Broken):
        load.scenario(str(path))


# --- in play ---


def test_a_record_carries_its_overlays(tmp_path: Path) -> None:
    path = overlay(tmp_path, "set: {meters.m_calm.start: 40}\n")
    overlay(tmp_path, "set: {levers.ax_horn.price: 2}\n", "late", "house.yaml")
    scenario = loaded(tmp_path / "late.yaml")
    for file in tmp_path.rglob("*.yaml"):
        file.write_text("nemawashi: 9\n", encoding="utf-8")
    assert path.exists() and load.from_resolved(scenario.resolved) == scenario
    assert len(scenario.house) == 2


def test_a_game_shows_its_house_rules(tmp_path: Path) -> None:
    path = overlay(tmp_path, "set: {meters.m_calm.start: 40}\n")
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding="utf-8")
    with redirect_stdout(stream):
        assert (
            cli.run(["play", str(path), "--as", "none", "--plain", "--seed", "1", "--record", str(tmp_path / "r.nwlog"), "--lang", "en"])
            == 0
        )
    stream.flush()
    text = written.getvalue().decode("utf-8")
    assert text.count("meters.m_calm.start: 50 -> 40") == 2  # before the first round, and in the debrief
    assert loaded(path).rules_digest in text
    assert Game.new(loaded(path), 1).scenario.house
