"""Rules that look odd and are right: nothing is said about them, they can be played, and they mean what plainer ones mean.

Each folder here is a scenario with its pack. Most are the smallest pack (tests/bad_rules/minimal) written in another way, so
that their rules have the same digest; those of `OTHERWISE` have other names or more entries.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from sim.domain import Scenario
from sim.loading import checking, load
from sim.table.game import Game

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/scenario.yaml"))
FEWEST = 25
OTHERWISE = {
    "brackets_and_signs": "its conditions are longer",
    "empty_parts": "it has keys with nothing under them",
    "ids_like_words": "its ids are other ones",
    "levels_in_quotes": "its levels have other ids",
    "levels_like_the_language": "its levels have other ids",
    "much_added": "it has more entries",
    "path_to_the_pack": "it names its pack by a path",
    "rules_beside": "it names no pack",
}
PLAIN = {"lantern_in_one": "lantern-coast"}
"""What a case is another way to write, where that is not the smallest pack."""
SMALLEST = str(HERE.parent / "bad_rules" / "minimal.yaml")

FORMS: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of the old Mac": lambda text: text.replace("\n", "\r"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "byte-order mark and line ends of Windows": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "no line end at the end": lambda text: text.rstrip("\n"),
}


@cache
def quiet(folder: Path) -> Scenario:
    """The scenario of a folder about which nothing is said at all."""
    found, problems = load.attempt(str(folder))
    assert not problems, "\n".join(map(str, problems))
    assert not checking.check((str(folder),)).problems
    assert found is not None
    return found


def test_there_are_many() -> None:
    assert len(CASES) >= FEWEST
    assert set(OTHERWISE) | set(PLAIN) <= set(CASES)


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_said_and_the_game_begins(case: str) -> None:
    game = Game.new(quiet(HERE / case), seed=1)
    assert any(game.options(seat) for seat in game.to_move())


def rewritten() -> list[str]:
    """The cases that are another way to write a known scenario."""
    return [case for case in CASES if case not in OTHERWISE]


@pytest.mark.parametrize("case", rewritten())
def test_another_way_to_write_means_the_same(case: str) -> None:
    assert quiet(HERE / case).rules_digest == load.scenario(PLAIN.get(case, SMALLEST)).rules_digest


@pytest.mark.parametrize("case", list(OTHERWISE))
def test_other_rules_have_another_digest(case: str) -> None:
    assert quiet(HERE / case).rules_digest != load.scenario(SMALLEST).rules_digest


def in_every_form() -> list[tuple[str, str]]:
    """Every case in every form."""
    return [(case, form) for case in CASES for form in FORMS]


@pytest.mark.parametrize(("case", "form"), in_every_form())
def test_the_form_of_the_file_does_not_count(case: str, form: str, tmp_path: Path) -> None:
    folder = tmp_path / case
    shutil.copytree(HERE / case, folder)
    for path in folder.rglob("*.yaml"):
        path.write_bytes(FORMS[form](path.read_bytes().decode("utf-8")).encode("utf-8"))
    now, before = quiet(folder), quiet(HERE / case)
    assert (now.rules_digest, now.text_digest) == (before.rules_digest, before.text_digest)
