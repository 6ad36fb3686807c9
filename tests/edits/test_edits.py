"""A small sample of the measurement of `python -m tests.edits`: wrong edits are told where they are, and any edit is answered.

One wrong edit of each kind and 8 blind ones of each sort; 5 and 25 when thorough.
"""

from __future__ import annotations

import random
from functools import cache

import pytest

from tests.edits.blind import EDITORS, blind_edits
from tests.edits.desk import Desk
from tests.edits.edit import TRACEBACK, Answer
from tests.edits.report import KINDS, miss, wrong_edits
from tests.properties.worlds import thorough

PACK = "alliance"
FEWEST_KINDS = 25
PER_KIND, BLIND = (5, 25) if thorough() else (1, 8)
TOLD_PER_CENT = 98


@cache
def desk() -> Desk:
    """The pack, read once."""
    return Desk(PACK)


@cache
def sample() -> tuple[Answer, ...]:
    """The answers to a few edits of each kind."""
    return tuple(wrong_edits(desk(), PER_KIND))


def test_the_sound_files_are_clean() -> None:
    """A pack is the same whichever of its sound files is read anew: one of them, and every scenario; when thorough each file."""
    files = list(desk().texts) if thorough() else [next(iter(desk().packed.sources)), *desk().scenarios]
    assert not [problem for file in files for problem in desk().problems(file, desk().texts[file])]


def test_every_kind_finds_edits_to_make() -> None:
    assert len(KINDS) >= FEWEST_KINDS
    assert {answer.kind for answer in sample()} == {kind.name for kind in KINDS}


def test_the_edited_text_differs_only_where_the_edit_is() -> None:
    for answer in sample():
        text = desk().texts[answer.edit.file]
        edited = answer.edit.applied(text)
        assert text.startswith(answer.edit.old, answer.edit.start)
        assert edited != text
        assert edited[: answer.edit.start] == text[: answer.edit.start]


@pytest.mark.slow
def test_wrong_edits_are_told_where_they_are() -> None:
    missed = [answer for answer in sample() if not answer.is_told]
    assert len(missed) * 100 <= len(sample()) * (100 - TOLD_PER_CENT), "\n".join(map(miss, missed))


MOST_DIFFERENCES = {"characters": 1, "words": 1, "blocks": 2}
"""What `rules diff` may show for an edit that leaves a clean file: a block that is moved is missing here and new there."""


@pytest.mark.slow
@pytest.mark.parametrize("sort", list(EDITORS))
def test_any_edit_is_answered(sort: str) -> None:
    outcomes = list(blind_edits(desk(), EDITORS[sort][0], BLIND, random.Random(sort)))
    assert len(outcomes) == BLIND
    assert not [problem.text for outcome in outcomes for problem in outcome.problems if problem.code == TRACEBACK]
    assert all(problem.line >= 1 and problem.column >= 1 for outcome in outcomes for problem in outcome.problems)
    assert all(len(outcome.differences) <= MOST_DIFFERENCES[sort] for outcome in outcomes)
