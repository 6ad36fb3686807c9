"""Messages about rule files in Japanese: every sentence of the sources has one, and whole messages come out whole."""

from __future__ import annotations

import random
import re

import pytest

from sim.errors import Problem
from sim.loading.checking import check
from sim.loading.reading import read_text
from tests.loading.helpers import ROOT
from tests.loading.test_any_edit import EDITORS, checked, files_of
from tests.properties.worlds import thorough
from tui.wording import problems
from tui.wording.problems import PER_WORD, in_language, japanese, sentence

BAD = sorted(path.stem for path in (ROOT / "tests/bad_rules").glob("*.expected"))
EDITED = ((str(ROOT / "tests/bad_rules/minimal.yaml"), 120), (str(ROOT / "tests/packs/three.yaml"), 60), ("spring-2025", 20))
AS_WRITTEN = re.compile(r"`[^`]*`|\"[^\"]*\"|\{[^{}]*\}|\[[^\[\]]*\]")
SEVERAL_WORDS = re.compile(r"[A-Za-z]{2,}(?: +[A-Za-z]+)+")
KANA_OR_KANJI = re.compile("[぀-ヿ一-鿿]")
ONLY_ORDER = {"the {0}", "{0} `{1}`", "{0}s: {1}"}
"""Entries that only say how parts follow each other."""
OWN_HOLES = {problems.FRONT, problems.BACK}


def holes(text: str) -> set[str]:
    """The numbers of the holes of a sentence."""
    return {hole[1] for hole in problems.HOLE.finditer(text)} - OWN_HOLES


def not_japanese(found: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """The texts and hints that come out with English in them, or as they were."""
    texts = [text for problem in found for text in (problem.text, problem.hint) if text]
    return [(text, sentence(text, "ja")) for text in texts if problems.translated(text)[1] >= PER_WORD or is_mixed(sentence(text, "ja"))]


def is_mixed(said: str) -> bool:
    """Whether a sentence has two English words in a row outside quotes, or no Japanese at all."""
    return bool(SEVERAL_WORDS.search(AS_WRITTEN.sub("", said))) or not KANA_OR_KANJI.search(said)


def problems_of_bad(name: str) -> tuple[Problem, ...]:
    """Everything that checking says of one of the broken scenarios, a file or a folder."""
    file = ROOT / f"tests/bad_rules/{name}.yaml"
    found = check((str(file if file.is_file() else file.with_suffix("")),))
    return (*found.problems, *found.unreadable)


def test_every_sentence_has_its_japanese() -> None:
    assert problems.lacking() == {}


def test_no_japanese_is_left_over() -> None:
    assert problems.left_over() == []


def test_japanese_has_the_holes_of_its_english() -> None:
    assert [english for english, text in japanese().items() if holes(english) != holes(text)] == []


def test_every_entry_is_japanese() -> None:
    own = {english: problems.HOLE.sub("", text) for english, text in japanese().items()}
    assert {english for english, text in own.items() if not KANA_OR_KANJI.search(text)} == ONLY_ORDER


def test_every_sentence_is_recognised_as_itself() -> None:
    whole = {english: text for english, text in japanese().items() if problems.is_whole(english)}
    said = {english: sentence(with_numbers(english), "ja") for english in whole}
    assert said == {english: problems.spaced(with_numbers(text)) for english, text in whole.items()}


def with_numbers(text: str) -> str:
    """A sentence with a number in each of its holes."""
    return problems.HOLE.sub(lambda hole: str(71 + int(hole[1])), text)


@pytest.mark.parametrize("name", BAD)
def test_reports_of_broken_rules_are_japanese(name: str) -> None:
    assert not_japanese(problems_of_bad(name)) == []


def test_the_broken_rules_have_problems() -> None:
    assert sum(len(problems_of_bad(name)) for name in ("traps", "effects", "numbers")) > 30


@pytest.mark.parametrize(("name", "edits"), EDITED)
def test_whatever_is_edited_is_told_in_japanese(name: str, edits: int) -> None:
    """So many edits when thorough, a third of them by default."""
    luck = random.Random(814)
    texts = files_of(name)
    sound = {file: read_text(text, file or "own.yaml") for file, text in texts.items()}
    for _ in range(edits if thorough() else edits // 3):
        file = luck.choice(list(texts))
        edited = luck.choice(EDITORS)(texts[file], luck)
        _, found = checked({**sound, file: read_text(edited, file or "own.yaml")})
        assert not_japanese(found) == []


def test_only_text_and_hint_change() -> None:
    problem = Problem("play.yaml", 3, 5, "error", "NW105", "lever `horn` lacks the key `id`", "add e.g. `id: my_id`")
    said = in_language(problem, "ja")
    assert (said.text, said.hint) == ("交渉手段 `horn` にキー `id` がない", "例えば `id: my_id` を加える")
    assert (said.file, said.line, said.column, said.severity, said.code) == ("play.yaml", 3, 5, "error", "NW105")
    assert in_language(problem, "en") == problem


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("did you mean `a` or `b`?; the same: line 10", "近いもの：`a` または `b`。同じ問題のある箇所：10行目"),
        (
            "`price` of `move` of the procedure must be at most 1; found the number 2",
            "進行の `move` の `price` に書けるのは1以下の数である。今の値：数 2",
        ),
        ("`s_x` holds seats of ax and bx", "`s_x` が複数の当事者の席を担当している：ax と bx"),
        ("the same: line 3; a.yaml, line 4 and 2 more", "同じ問題のある箇所：3行目、a.yaml の4行目、ほか2か所"),
    ],
)
def test_parts_are_translated_where_they_stand(english: str, said: str) -> None:
    assert sentence(english, "ja") == said


def test_ids_are_kept_even_where_they_are_words() -> None:
    assert sentence("there are: issue, party, nothing", "ja").endswith("issue, party, nothing")
    assert sentence("there is no lever `a list`", "ja") == "交渉手段 `a list` は存在しない"


@pytest.mark.parametrize("text", ["", "nobody has written this one", "50%", "no such thing `a`; and no such thing `b`", "stray ` sign"])
def test_what_is_not_known_stays_as_it_is(text: str) -> None:
    assert sentence(text, "ja") == text


def test_a_stray_backquote_does_no_harm() -> None:
    assert sentence("a value cannot begin with ```", "ja") == "値を ``` で始めることはできない"
