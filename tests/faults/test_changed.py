"""A record in which a byte was changed: the change is recognised, its line named, and what stands before it recovered."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from sim.table.keeping import resume_record
from sim.table.record import (
    CHANGED_LINE,
    NEWER_FORMAT,
    NOT_A_RECORD,
    OTHER_ENGINE,
    OTHER_RULES,
    OTHER_TEXTS,
    TORN_LINE,
    Recorded,
    RecordError,
    differences,
    read_record,
    recorded,
)
from tests.faults.scripts import SHORT, TOWNS, Script, script
from tests.properties.worlds import scenario_of

FLIPS = 500


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> tuple[Script, bytes]:
    """A game of three towns with the bytes of its record."""
    known = script(TOWNS, 4)
    return known, known.record(tmp_path_factory.mktemp("towns") / "whole.jsonl").read_bytes()


def flipped(content: bytes, at: int, bits: int) -> bytes:
    """The bytes with some bits of one turned over."""
    return content[:at] + bytes([content[at] ^ bits]) + content[at + 1 :]


def line_of(content: bytes, at: int) -> int:
    """Number of the line in which a byte stands, from 1."""
    return content.count(b"\n", 0, at) + 1


def is_recognised(known: Script, content: bytes, at: int, bits: int) -> str:
    """The fault is said and named, and the lines before it are there; how it was said."""
    line = line_of(content, at)
    try:
        found = recorded(flipped(content, at, bits), "x")
    except RecordError as trouble:
        assert line <= 2
        assert trouble.code in (NOT_A_RECORD, NEWER_FORMAT)
        assert trouble.code == NEWER_FORMAT or trouble.facts["line"] == line
        return trouble.code
    assert found.troubles[0].code in (CHANGED_LINE, TORN_LINE)
    assert found.troubles[0].line == line
    assert [entry.text for entry in found.lines] == list(known.lines[: max(line - 3, 0)])
    return found.troubles[0].code


def test_a_flip_at_random_bytes_is_recognised_named_and_the_rest_recovered(towns: tuple[Script, bytes]) -> None:
    known, content = towns
    random = Random(20250402)
    behind = content.index(b"\n", content.index(b"\n") + 1) + 1
    for count in range(FLIPS):
        start = behind if count % 5 else 0  # most of the bytes are the rules; most of the flips are in the acts
        is_recognised(known, content, random.randrange(start, len(content)), random.randrange(1, 256))


def test_a_flip_of_every_bit_of_one_line_is_recognised(towns: tuple[Script, bytes]) -> None:
    known, content = towns
    start = content.index(known.lines[9].encode()) - 40
    for at in range(start, start + 130):
        for bit in range(8):
            assert is_recognised(known, content, at, 1 << bit) == CHANGED_LINE


def test_a_line_taken_out_put_in_or_moved_is_named(towns: tuple[Script, bytes]) -> None:
    known, content = towns
    lines = content.splitlines(keepends=True)
    out = lines[:10] + lines[11:]
    twice = [*lines[:10], lines[9], *lines[10:]]
    moved = [*lines[:10], lines[11], lines[10], *lines[12:]]
    for changed in (out, twice, moved):
        found = recorded(b"".join(changed), "x")
        assert (found.troubles[0].code, found.troubles[0].line) == (CHANGED_LINE, 11)
        assert [entry.text for entry in found.lines] == list(known.lines[:8])


def test_an_act_in_place_of_another_is_named_though_it_would_be_allowed(towns: tuple[Script, bytes]) -> None:
    known, content = towns
    number = next(at for at, line in enumerate(known.lines) if line.endswith("done"))
    other = content.replace(json.dumps(known.lines[number])[1:-1].encode(), known.lines[number].replace("done", "DONE").encode(), 1)
    found = recorded(other, "x")
    assert other != content
    assert found.troubles[0].code == CHANGED_LINE


def test_a_changed_record_is_resumed_only_when_told_how_far(tmp_path: Path, towns: tuple[Script, bytes]) -> None:
    known, content = towns
    path = tmp_path / "changed.jsonl"
    path.write_bytes(flipped(content, content.index(known.lines[12].encode()) + 1, 2))
    before = path.read_bytes()
    with pytest.raises(RecordError) as trouble:
        resume_record(path)
    assert (trouble.value.code, trouble.value.facts["line"]) == (CHANGED_LINE, 15)
    assert path.read_bytes() == before
    game, keeper, _, _ = resume_record(path, lambda _: scenario_of(known.world.scenario), upto=12)
    with keeper:
        assert game.digest() == known.digests[12]
        for line in known.lines[12:]:
            game.play(line)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"\x00" * 100, b"{}", b"[]\n[]\n", b"\xff\xfe", b'{"record":"nemawashi-record"}\n', b"us offer D1=1\n", b"{" * 5000],
)
def test_what_is_no_record_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(RecordError) as trouble:
        recorded(content, "letter.txt")
    assert trouble.value.code == NOT_A_RECORD


def test_a_newer_format_is_explained(towns: tuple[Script, bytes]) -> None:
    _, content = towns
    with pytest.raises(RecordError) as trouble:
        recorded(content.replace(b'"format":1', b'"format":2', 1), "x")
    assert trouble.value.code == NEWER_FORMAT
    assert (trouble.value.facts["format"], trouble.value.facts["known"]) == (2, 1)


def test_another_engine_and_other_rules_are_told_and_the_game_goes_on(tmp_path: Path) -> None:
    known = script(SHORT, 3)
    found = read_record(known.record(tmp_path / "old.jsonl", 10))
    codes = [trouble.code for trouble in differences(found.header, "other", "other", "0.0.0")]
    assert codes == [OTHER_ENGINE, OTHER_RULES, OTHER_TEXTS]
    assert is_unchanged(found)


def is_unchanged(found: Recorded) -> bool:
    """True where nothing is different since the record was made."""
    header = found.header
    return differences(header, header.rules, header.texts, header.engine) == ()
