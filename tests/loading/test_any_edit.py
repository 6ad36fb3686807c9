"""Whatever is changed in a rule file, the answer is a scenario or a report, never a traceback, and never long in coming."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.errors import Problem
from sim.loading import finding, load
from sim.loading.documents import pack_of, scenario_of
from sim.loading.finding import Found
from sim.loading.load import Read
from sim.loading.reading import Reading, read_text
from tests.loading.helpers import PLAYABLE
from tests.properties.worlds import thorough

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|[0-9]+")
SIGNS = "{}[]:,-+ \t#\"'abc019_()*/<>=&|!%あ　"
LONGEST_SECONDS = 5
EDITS = 60 if thorough() else 20  # of each scenario


def without_character(text: str, luck: random.Random) -> str:
    """One character less."""
    at = luck.randrange(len(text))
    return text[:at] + text[at + 1 :]


def with_character(text: str, luck: random.Random) -> str:
    """One character more."""
    at = luck.randrange(len(text))
    return text[:at] + luck.choice(SIGNS) + text[at:]


def with_other_word(text: str, luck: random.Random) -> str:
    """A word in the place of another."""
    words = list(WORD.finditer(text))
    old, new = luck.choice(words), luck.choice(words)
    return text[: old.start()] + new.group() + text[old.end() :]


def with_slip(text: str, luck: random.Random) -> str:
    """A slip of the finger in a word."""
    old = luck.choice(list(WORD.finditer(text)))
    return text[: old.end() - 1] + luck.choice("axyz019") + text[old.end() :]


def without_line(text: str, luck: random.Random) -> str:
    """One line less."""
    lines = text.split("\n")
    del lines[luck.randrange(len(lines))]
    return "\n".join(lines)


def with_lines_swapped(text: str, luck: random.Random) -> str:
    """Two lines in each other's place."""
    lines = text.split("\n")
    a, b = luck.randrange(len(lines)), luck.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


EDITORS: tuple[Callable[[str, random.Random], str], ...] = (
    without_character,
    with_character,
    with_other_word,
    with_slip,
    without_line,
    with_lines_swapped,
)


def files_of(name: str) -> dict[str, str]:
    """The texts of a scenario (under "") and of its pack."""
    place = finding.find_scenario(name)
    assert isinstance(place, Found)
    source = load.read(place)
    assert source.pack is not None
    return {"": source.doc.source, **source.pack.sources}


@pytest.mark.parametrize("name", PLAYABLE)
def test_any_edit_is_read_or_reported(name: str) -> None:
    luck = random.Random(20250402)
    texts = files_of(name)
    sound = {file: read_text(text, file or "own.yaml") for file, text in texts.items()}
    for _ in range(EDITS):
        file = luck.choice(list(texts))
        edited = luck.choice(EDITORS)(texts[file], luck)
        began = time.perf_counter()
        found, problems = checked({**sound, file: read_text(edited, file or "own.yaml")})
        assert time.perf_counter() - began < LONGEST_SECONDS
        errors = [problem for problem in problems if problem.severity == "error"]
        assert (found is None) == bool(errors), edited
        assert all(problem.line >= 1 and problem.column >= 1 and problem.text for problem in problems)


def checked(readings: dict[str, Reading]) -> tuple[object, tuple[Problem, ...]]:
    """What comes of a scenario (under "") and the files of its pack."""
    doc = scenario_of(readings[""], Path("own.yaml"))
    pack = pack_of([reading for file, reading in readings.items() if file], "pack", Path("pack"))
    history, problems = load.history_of(doc)
    return load.compiled(
        Read(Found("own", Path("own.yaml"), "own.yaml", False), doc, pack, (*doc.problems, *pack.problems, *problems), history)
    )
