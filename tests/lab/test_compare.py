"""Two rule files game for game: the same where nothing changed, every difference found where something did."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sim.domain import Scenario
from sim.lab.alike import alike, columns, names_of
from sim.lab.compare import Comparison, compared, first_flip, play_both, surviving
from sim.lab.measures import by_id
from sim.lab.paired import paired_share
from sim.lab.results import ROW_SIZE
from sim.lab.running import Found
from sim.lab.sweep import all_pairs
from sim.loading import load
from sim.loading.diff import Diff, differences
from tests.architecture.trees import ROOT
from tests.lab.games import engine, nothing_yet, played

GAMES = 12
HEAD = "nemawashi: 1\nextends: spring-short\nid: mine\n"


def base() -> Scenario:
    return load.scenario("spring-short")


def overlay(folder: Path, lines: str) -> str:
    path = folder / "mine.yaml"
    path.write_text(HEAD + lines, encoding="utf-8")
    return str(path)


def against(name: str, games: int = GAMES) -> tuple[Comparison, Found, Found, Scenario]:
    """The base against another scenario."""
    other = load.scenario(name)
    old, new = played(base(), games), played(other, games)
    return compared(base(), old, other, new), old, new, other


# --- the same ---


def test_a_file_against_itself_is_the_same_in_every_game() -> None:
    found = against("spring-short")[0]
    assert found.is_same and (found.first, found.flip, found.compared) == (None, None, 0)
    assert {row.verdict for row in found.rows} == {"same-in-every-game"}
    assert {row.after.id for row in found.rows} == set(by_id(base()))


def test_a_changed_label_is_the_same_in_every_game(tmp_path: Path) -> None:
    found = against(overlay(tmp_path, 'label: {en: "Mine", ja: "自作"}\nset: {issues.D1.label.en: "Effort"}\n'))[0]
    assert found.is_same


# --- different ---


def test_every_measure_is_held_game_for_game(tmp_path: Path) -> None:
    found, old, new, other = against(overlay(tmp_path, "set: {meters.m_cohesion.start: 34, meters.m_us_support.start: 60}\n"))
    assert not found.is_same and found.changed.count > 0
    seconds = by_id(other)
    for row in found.rows:
        first = [row.before.of_game(old.row(index)) for index in range(GAMES)]
        second = [seconds[row.after.id].of_game(new.row(index)) for index in range(GAMES)]
        assert row.difference.changed == sum(a != b for a, b in zip(first, second, strict=True))
        assert row.difference.of == GAMES
        assert abs(row.difference.before * GAMES - sum(first)) < 1 and abs(row.difference.after * GAMES - sum(second)) < 1


def test_the_first_flip_is_the_first_other_ending(tmp_path: Path) -> None:
    found, old, new, other = against(overlay(tmp_path, "set: {meters.m_cohesion.start: 30}\n"))
    flips = [index for index in range(GAMES) if ending(base(), old, index) != ending(other, new, index)]
    assert flips and found.flip == flips[0]
    assert first_flip(base(), old, base(), old, {}, GAMES) is None


def ending(scenario: Scenario, found: Found, index: int) -> str:
    measure = next(each for each in by_id(scenario).values() if each.group == "ending")
    return scenario.endings[found.row(index)[measure.column]].id


def test_games_that_changed_are_those_with_any_other_number(tmp_path: Path) -> None:
    found, old, new, _ = against(overlay(tmp_path, "set: {meters.m_us_support.start: 60}\n"))
    assert found.changed.count == sum(old.row(index) != new.row(index) for index in range(GAMES)) == GAMES


# --- ids that came, went, or go by another name ---


def test_what_only_one_has_is_listed_and_the_rest_is_compared_by_id(tmp_path: Path) -> None:
    name = overlay(tmp_path, "remove: [events.ev09]\n")
    found, old, new, other = against(name)
    assert [measure.id for measure in found.only_before] == ["event.ev09"] and found.only_after == ()
    back = compared(other, new, base(), old)
    assert [measure.id for measure in back.only_after] == ["event.ev09"]
    assert back.changed.count == found.changed.count
    index = next(event.index for event in base().events if event.id == "ev09")
    column = by_id(base())["event.ev09"].column
    assert base().events[index].id == "ev09"
    came = [old.row(game)[column] > 0 for game in range(GAMES)]
    differ = alike(base(), old, other, new, {}, GAMES)
    assert all(changed for changed, had in zip(differ, came, strict=True) if had)
    assert not all(differ)


@pytest.mark.parametrize("name", ["spring-short", "spring-2025", "lantern-coast"])
def test_every_column_lies_in_a_row_and_stands_for_one_thing(name: str) -> None:
    places = [column.at for _, column in columns(load.scenario(name), {})]
    assert len(set(places)) == len(places)
    assert all(0 <= at < ROW_SIZE for at in places)


def test_by_id_the_same_games_differ_as_row_by_row(tmp_path: Path) -> None:
    """A new name for an event that is there under the old one makes the two files look unlike each other."""
    other = load.scenario(overlay(tmp_path, "set: {meters.m_us_support.start: 60}\n"))
    old, new = played(base(), GAMES), played(other, GAMES + 3)
    unlike = {("ev09",): "ev00"}
    assert alike(base(), old, other, new, unlike, GAMES) == alike(base(), old, other, new, {}, GAMES) == [True] * GAMES
    column = by_id(base())["event.ev09"].column
    assert alike(base(), old, base(), old, unlike, GAMES) == [old.row(game)[column] > 0 for game in range(GAMES)]


def renamed_copy(folder: Path) -> str:
    """The scenario and its pack with one event, one issue and one level under other names."""
    shutil.copytree(ROOT / "rules" / "alliance", folder / "rules")
    shutil.copy(ROOT / "seeds" / "spring-short.yaml", folder / "scenario.yaml")
    for path in (*(folder / "rules").glob("*.yaml"), folder / "scenario.yaml"):
        text = re.sub(r"\bev09\b", "ev99", path.read_text(encoding="utf-8"))
        text = re.sub(r"\bus_l08\b", "us_l88", text)
        path.write_text(re.sub(r"\nhistory:.*", "", text).replace("pack: alliance", "pack: ./rules"), encoding="utf-8")
    return str(folder)


def test_a_renamed_id_is_compared_under_both_names(tmp_path: Path) -> None:
    name = renamed_copy(tmp_path)
    other = load.scenario(name)
    names = names_of(diff_of("spring-short", name).renames)
    assert names == {("ev09",): "ev99", ("us_l08",): "us_l88"}
    old, new = played(base(), GAMES), played(other, GAMES)
    found = compared(base(), old, other, new, names)
    assert (found.only_before, found.only_after) == ((), ())
    assert found.is_same
    assert ("event.ev09", "event.ev99") in {(row.before.id, row.after.id) for row in found.rows}
    assert "event.ev09" in {measure.id for measure in compared(base(), old, other, new).only_before}


def diff_of(before: str, after: str) -> Diff:
    from sim.loading import finding
    from sim.loading.load import read

    places = [finding.find_scenario(name) for name in (before, after)]
    assert all(isinstance(place, finding.Found) for place in places)
    old, new = (read(place) for place in places if isinstance(place, finding.Found))
    return differences(old, new)


# --- growing, and what cannot be compared ---


def test_both_grow_in_turns() -> None:
    old, new = nothing_yet(base()), nothing_yet(base())
    seen = [(old.games, new.games, both) for both in play_both(engine(), old, new, 70)]
    assert (old.games, new.games) == (70, 70) and all(both == min(one, other) for one, other, both in seen)
    assert [both for _, _, both in seen] == sorted(both for _, _, both in seen)
    assert max(one - other for one, other, _ in seen) <= 50
    assert 50 in {both for _, _, both in seen}


def test_whoever_stops_keeps_what_there_is() -> None:
    old, new = nothing_yet(base()), nothing_yet(base())
    for both in play_both(engine(), old, new, 1000):
        if both >= 10:
            break
    assert compared(base(), old, base(), new).games == min(old.games, new.games) >= 10


def test_other_seeds_or_bots_are_not_compared() -> None:
    one = played(base(), 4)
    for other in (played(base(), 4, seed=2), played(base(), 4, all_pairs(("caretaker",), 2)), nothing_yet(base())):
        with pytest.raises(ValueError):
            compared(base(), one, base(), other)


def test_measures_that_never_differ_do_not_weaken_the_correction() -> None:
    sure, same = paired_share(50, 0, 9, 41), paired_share(50, 0, 0, 50)
    assert surviving([sure, *[same] * 500]) == [True] + [False] * 500
    assert surviving([sure, *[paired_share(50, 1, 1, 48)] * 500])[0] is False
