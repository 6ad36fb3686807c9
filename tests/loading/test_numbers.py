"""Where a number comes from: by path, by id, by what the scenario changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.errors import Broken
from sim.loading import checking
from sim.loading.numbers import NoSuchName, numbers


def test_a_path_into_a_list_of_effects() -> None:
    (number,) = numbers("spring-short", "events.ev04.effects.m_tariff")
    assert (number.value, number.file, number.source, number.origin) == (8, "rules/alliance/events.yaml", ("S",), "source")


def test_an_id_alone_gives_all_its_numbers() -> None:
    found = {number.path: number.value for number in numbers("spring-2025", "m_tariff")}
    assert found["meters.m_tariff.start"] == 65
    assert found["meters.m_tariff.drift"] == 1
    assert not any("label" in path for path in found)


def test_a_number_inside_an_entry() -> None:
    (number,) = numbers("spring-2025", "T1.payoff.us.0")
    assert (number.value, number.rule) == (80, "R7")


def test_a_key_with_a_dot() -> None:
    assert {number.path for number in numbers("spring-2025", "texts.D1.hold.label")} == {"texts.D1.hold.label.en", "texts.D1.hold.label.ja"}


def test_what_the_scenario_says_stands_beside_the_pack() -> None:
    found = numbers("spring-short", "ev04")
    assert [number.path for number in found if number.by_scenario] == ["fixed.ev04"]


def test_a_rule_by_its_id_gives_its_sentence() -> None:
    assert any(str(number.value).startswith("Every round brings") for number in numbers("spring-2025", "R1.text"))


@pytest.mark.parametrize(("name", "near"), [("m_tarif", "m_tariff"), ("procedure.capitol", "procedure.capital"), ("evnts", "events")])
def test_a_misspelt_name_is_met_with_the_right_one(name: str, near: str) -> None:
    with pytest.raises(NoSuchName) as missing:
        numbers("spring-2025", name)
    assert near in missing.value.hint


def test_an_empty_name_lists_where_to_begin() -> None:
    with pytest.raises(NoSuchName) as missing:
        numbers("spring-2025", " . ")
    assert "events" in missing.value.hint


def test_an_unknown_scenario() -> None:
    with pytest.raises(Broken):
        numbers("nowhere", "m_tariff")


def test_a_file_of_ones_own_is_a_house_rule(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "nemawashi: 1\nscenario: {id: mine, pack: alliance, rounds: 2, source: [D], label: {en: Mine, ja: 私}}\nstart: {meters: {m_tariff: 50}}\n",
        encoding="utf-8",
    )
    found = {number.path: number.origin for number in numbers(str(path), "m_tariff")}
    assert (found["start.meters.m_tariff"], found["meters.m_tariff.start"]) == ("house", "assumption")


# --- what `check` looks at ---


def kinds(*names: str) -> list[str]:
    """Kind and name of what the names lead to."""
    return [f"{target.kind} {target.found.name}" for target in checking.check(names).targets]


def test_everything_shipped_is_looked_at() -> None:
    found = kinds()
    assert found[:2] == ["pack alliance", "pack lantern"]
    assert "scenario spring-short" in found


def test_packs_and_scenarios_by_id_folder_and_file() -> None:
    root = Path(__file__).resolve().parents[2]
    assert kinds("alliance") == kinds(str(root / "rules" / "alliance")) == kinds(str(root / "rules" / "alliance" / "events.yaml"))
    assert kinds("spring-short") == kinds(str(root / "seeds" / "spring-short.yaml")) == ["scenario spring-short"]
    assert len(kinds(str(root / "seeds"))) == 4
    assert kinds(str(root / "rules")) == ["pack alliance", "pack lantern"]


def test_a_pack_by_itself_is_checked_for_meaning(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    for source in (root / "rules" / "lantern").glob("*.yaml"):
        text = source.read_text(encoding="utf-8")
        (tmp_path / source.name).write_text(text.replace("needs: round >= 2", "needs: rond >= 2", 1), encoding="utf-8")
    found = checking.check((str(tmp_path),))
    assert [target.kind for target in found.targets] == ["pack"]
    assert any(problem.severity == "error" for problem in found.problems)
    assert all(problem.file != "(trial)" for problem in found.problems)


def test_what_leads_nowhere_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    found = checking.check(("nowhere", str(tmp_path)))
    assert (found.targets, len(found.unreadable)) == ((), 2)
