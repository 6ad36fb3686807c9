"""A record that was cut off anywhere: every whole line before the cut is kept, the torn one is dropped and named, the game goes on."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from sim.table.game import Game
from sim.table.keeping import resume_record
from sim.table.record import NOT_A_RECORD, TORN_LINE, Recorded, RecordError, read_record, recorded
from tests.faults.scripts import SHORT, TOWNS, Script, script
from tests.properties.worlds import World, scenario_of

HEAD = 2  # lines: header and rules
CUTS_IN_HEAD = 500


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> tuple[Script, bytes]:
    """A game of three towns with the bytes of its record."""
    return with_bytes(TOWNS, tmp_path_factory.mktemp("towns"))


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> tuple[Script, bytes]:
    """A game of two allies with the bytes of its record."""
    return with_bytes(SHORT, tmp_path_factory.mktemp("short"))


def with_bytes(world: World, folder: Path) -> tuple[Script, bytes]:
    """A script and the bytes of its record."""
    known = script(world, 2)
    return known, known.record(folder / "whole.jsonl").read_bytes()


def ends_of(content: bytes) -> list[int]:
    """Where each line ends, its line end included."""
    return [at + 1 for at, byte in enumerate(content) if byte == 0x0A]


def is_cut_as_it_should(known: Script, content: bytes, ends: list[int], at: int) -> None:
    """The lines that end before the cut are there, and nothing else; a torn one is named."""
    found = recorded(content[:at], "x")
    whole = sum(end <= at for end in ends) - HEAD
    is_only_line_end_missing = at + 1 in ends
    kept = whole + is_only_line_end_missing
    assert [line.text for line in found.lines] == list(known.lines[:kept])
    is_clean = at in ends or is_only_line_end_missing
    assert [trouble.code for trouble in found.troubles] == ([] if is_clean else [TORN_LINE])
    if not is_clean:
        assert found.troubles[0].line == HEAD + whole + 1


def test_a_record_cut_at_any_byte_behind_its_head_keeps_what_is_whole(towns: tuple[Script, bytes]) -> None:
    known, content = towns
    ends = ends_of(content)
    for at in range(ends[HEAD - 1], len(content) + 1):
        is_cut_as_it_should(known, content, ends, at)


def test_a_longer_record_cut_at_random_keeps_what_is_whole(short: tuple[Script, bytes]) -> None:
    known, content = short
    ends, random = ends_of(content), Random(500)
    for _ in range(200):
        is_cut_as_it_should(known, content, ends, random.randrange(ends[HEAD - 1], len(content) + 1))


def test_a_record_cut_in_its_head_is_none(short: tuple[Script, bytes], towns: tuple[Script, bytes]) -> None:
    random = Random(501)
    for _, content in (short, towns):
        head = ends_of(content)[HEAD - 1] - 1
        for at in (0, 1, head - 1, *(random.randrange(head) for _ in range(CUTS_IN_HEAD // 2))):
            with pytest.raises(RecordError) as trouble:
                recorded(content[:at], "cut.jsonl")
            assert trouble.value.code == NOT_A_RECORD
            assert trouble.value.facts["file"] == "cut.jsonl"


@pytest.mark.parametrize("world", [SHORT, TOWNS], ids=str)
def test_a_record_loads_at_the_end_of_every_line(world: World, tmp_path: Path) -> None:
    known, content = with_bytes(world, tmp_path)
    game: Game | None = None
    for number, end in enumerate(ends_of(content)[HEAD - 1 :]):
        found = recorded(content[:end], "x")
        assert found.is_whole
        game = loaded(known, found, game)
        assert game.digest() == known.digests[number]
    assert game is not None
    assert game.is_over


def loaded(known: Script, found: Recorded, before: Game | None) -> Game:
    """The whole game of a record. before: of the line before, None for the first."""
    again = Game.replay(scenario_of(known.world.scenario), found)
    assert before is None or len(again.lines) == len(before.lines) + 1
    return again


@pytest.mark.parametrize("cut", [1, 30, 77])
def test_a_torn_record_is_resumed_and_written_on(short: tuple[Script, bytes], tmp_path: Path, cut: int) -> None:
    known, content = short
    ends = ends_of(content)
    path = tmp_path / "torn.jsonl"
    path.write_bytes(content[: ends[HEAD + 20] + cut])
    game, keeper, _, troubles = resume_record(path)  # the rules are those in the record
    with keeper:
        assert [trouble.code for trouble in troubles] == [TORN_LINE]
        assert game.digest() == known.digests[21]
        for line in known.lines[21:]:
            game.play(line)
    assert path.read_bytes() == content
    assert read_record(path).is_whole


def test_a_record_without_its_last_line_end_is_whole(short: tuple[Script, bytes], tmp_path: Path) -> None:
    known, content = short
    end = ends_of(content)[HEAD + 9]
    path = tmp_path / "no-end.jsonl"
    path.write_bytes(content[: end - 1])
    game, keeper, _, troubles = resume_record(path, lambda _: scenario_of(known.world.scenario))
    with keeper:
        assert not troubles
        game.play(known.lines[10])
    assert path.read_bytes() == content[: ends_of(content)[HEAD + 10]]
