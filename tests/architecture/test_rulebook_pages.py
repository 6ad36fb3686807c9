"""Every mechanism has one number, one sentence and its Japanese; the printed rulebook is up to date."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from sim.loading import load
from tests.architecture.trees import ROOT, python_files
from tui import rulebook

SCENARIO = "spring-2025"
NUMBER = re.compile(r"\d+\.\d+")
REFERENCE = re.compile(r"[Rr]ules? ((?:\d+\.\d+(?:-\d+\.\d+)?(?:, )?)+)")


def test_no_number_is_used_twice() -> None:
    counted = Counter(rule.key for rule in rulebook.mechanisms())
    assert [key for key, count in counted.items() if count > 1] == []


def test_numbers_of_a_chapter_have_no_hole() -> None:
    for chapter in range(rulebook.CHAPTERS):
        numbers = [rule.number for rule in rulebook.mechanisms() if rule.chapter == chapter]
        assert numbers == list(range(1, len(numbers) + 1)), chapter


def test_every_sentence_ends_as_one() -> None:
    assert [rule.key for rule in rulebook.mechanisms() if not rule.sentence.endswith(".") or not rule.sentence[0].isupper()] == []


def test_every_mechanism_has_its_japanese_and_no_other() -> None:
    assert set(rulebook.japanese()) == {rule.key for rule in rulebook.mechanisms()}


def test_japanese_sentences_are_japanese() -> None:
    assert [key for key, text in rulebook.japanese().items() if not re.search("[぀-ヿ]", text) or not text.endswith("。")] == []


@pytest.mark.parametrize("folder", ["sim", "tui"])
def test_references_lead_to_a_rule(folder: str) -> None:
    known = {rule.key for rule in rulebook.mechanisms()}
    named = {
        number
        for path in python_files(folder)
        for group in REFERENCE.findall(path.read_text(encoding="utf-8"))
        for number in NUMBER.findall(group)
    }
    assert named - known == set()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_printed_rulebook_is_up_to_date(language: str) -> None:
    printed = (ROOT / "docs" / f"rules.{language}.md").read_text(encoding="utf-8")
    assert printed == rulebook.rulebook(load.scenario(SCENARIO), language), f"run: python -m tui.rulebook {SCENARIO} --write docs"


def test_the_rulebook_of_a_pack_without_one_has_the_mechanisms() -> None:
    assert "**4.9**" in rulebook.rulebook(load.scenario("lantern-coast"), "en")


def test_a_scenario_that_does_not_exist_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert rulebook.main(["spring-2052"]) == 1
    assert "NW" in capsys.readouterr().err


def test_writing_gives_one_page_a_language(tmp_path: Path) -> None:
    assert rulebook.main([SCENARIO, "--write", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rules.en.md", "rules.ja.md"]
