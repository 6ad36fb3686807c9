"""Records: safe before they show, checked when they are read, explained when something is not as it was."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest

from sim.domain import Forced
from sim.errors import RuleBroken
from sim.kernel import chance
from sim.loading import load
from sim.table.game import Game
from sim.table.keeper import Keeper, next_path, records_folder
from sim.table.keeping import differences_of, header_of, replay_record, resume_record, start_record
from sim.table.record import HEAD_LINES, Recorded, RecordError, differences, read_record, recorded
from sim.table.seating import seating_for
from tests.table.tables import FULL, TABLES, THREE, new_game, steps, walk


def kept(folder: Path, name: str = THREE, seed: int = 1, rounds: int = 99) -> tuple[Path, Game]:
    """A record of a game played at random, and the game."""
    game = new_game(name, seed)
    with start_record(game, folder / "game.jsonl") as keeper:
        walk(game, seed, lambda game: game.round > rounds)
        game.keeper = None
    return keeper.path, game


def code_of(act: Callable[[], object]) -> str:
    """The code with which a record is refused."""
    with pytest.raises(RecordError) as caught:
        act()
    return caught.value.code


def codes_in(content: bytes) -> list[tuple[str, int]]:
    """What is wrong with the bytes of a record, with the line of the file."""
    return [(trouble.code, trouble.line) for trouble in recorded(content, "game").troubles]


@pytest.mark.parametrize(("name", "counts"), TABLES)
def test_a_replay_is_the_game_at_every_line(tmp_path: Path, name: str, counts: dict[str, int]) -> None:
    game, digests = new_game(name, 2, counts), []
    with start_record(game, tmp_path / "game.jsonl") as keeper:
        for _ in steps(game, 2):
            digests.append(game.digest())
        game.keeper = None
    found = read_record(keeper.path)
    assert found.is_whole and differences_of(found, game.scenario) == ()
    assert [line.text for line in found.lines] == [entry.line for entry in game.lines]
    again = Game.replay(game.scenario, found)
    assert [again.branch(at).digest() for at in range(len(digests))] == digests
    assert again.digest() == game.digest()
    assert again.lines == game.lines


def test_a_record_carries_its_rules(tmp_path: Path) -> None:
    path, game = kept(tmp_path)
    again = replay_record(read_record(path))
    assert again.scenario.rules_digest == game.scenario.rules_digest
    assert again.digest() == game.digest()


def test_the_first_lines_say_what_is_played(tmp_path: Path) -> None:
    game = Game.new(load.scenario(FULL), 77, seating_for(load.scenario(FULL), {"us": 2, "jp": 2}), seed_known=True, practice=True)
    with start_record(game, tmp_path / "game.jsonl", {"us": "conceder"}, {"jp": "ja"}) as keeper:
        first, second = (json.loads(line) for line in keeper.path.read_text(encoding="utf-8").splitlines())
    assert (first["format"], first["scenario"], first["seed"]) == (1, FULL, 77)
    assert (first["seed_known"], first["practice"]) == (True, True)
    assert (first["bots"], first["languages"]) == ({"us": "conceder"}, {"jp": "ja"})
    assert first["seats"][1] == ["s_ustr", "s_def", "s_cong"]
    assert json.loads(second["resolved"])["pack"]
    found = read_record(keeper.path)
    assert found.header == header_of(game, {"us": "conceder"}, {"jp": "ja"})
    again = Game.replay(game.scenario, found)
    assert (again.seed_known, again.practice, again.seating) == (True, True, game.seating)


def test_a_line_is_on_the_disk_before_anything_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    game, flushed = new_game(THREE, 1), []
    with start_record(game, tmp_path / "game.jsonl") as keeper:
        monkeypatch.setattr(os, "fsync", lambda _: flushed.append((len(game.lines), game.digest())))
        before = game.digest()
        game.play(f"{game.to_move()[0]} done")
        assert flushed == [(0, before)]
        assert keeper.path.read_bytes().count(b"\n") == HEAD_LINES + 1


def test_draws_decided_before_the_start_are_lines(tmp_path: Path) -> None:
    scenario = load.scenario(FULL)
    forced = (Forced(1, chance.FOR_EVENT, 0, 11), Forced(0, chance.FOR_MOOD, 3, 0))
    game = Game.new(scenario, 3, forced=forced)
    with start_record(game, tmp_path / "game.jsonl") as keeper:
        walk(game, 3, lambda game: game.round == 2)
        game.keeper = None
    found = read_record(keeper.path)
    assert [(line.n, line.text) for line in found.lines[:2]] == [
        (0, f"table force 1 event 0 {scenario.events[11].id}"),
        (0, f"table force 0 mood {scenario.groups[3].id} -4"),
    ]
    again = Game.replay(scenario, found)
    assert (again.digest(), again.forced) == (game.digest(), forced)


def test_undo_rewind_and_forced_draws_are_replayed(tmp_path: Path) -> None:
    game = new_game(FULL, 5, practice=True)
    with start_record(game, tmp_path / "game.jsonl") as keeper:
        walk(game, 5, lambda game: game.round == 2)
        game.play("table rewind 12 数え間違い")
        game.play("table force 3 event 0 ev12 to show it")
        walk(game, 6, lambda game: game.round == 4)
        last = max(entry.number for entry in game.history if entry.action is not None and entry.action.seat == "jp")
        game.play(f"jp undo {last}")
        walk(game, 7)
        game.keeper = None
    assert Game.replay(game.scenario, read_record(keeper.path)).digest() == game.digest()


# --- damage ---


def test_a_torn_last_line_is_dropped_and_named(tmp_path: Path) -> None:
    path, _ = kept(tmp_path)
    content = path.read_bytes()
    whole = content.count(b"\n")
    last = content.rstrip(b"\n").rindex(b"\n") + 1
    for end in range(last + 1, len(content) - 1):
        found = recorded(content[:end], "game")
        assert [(trouble.code, trouble.line) for trouble in found.troubles] == [("torn-line", whole)]
        assert (len(found.lines), found.size) == (whole - HEAD_LINES - 1, last)


def test_a_record_cut_anywhere_is_sound_as_far_as_it_goes(tmp_path: Path) -> None:
    path, game = kept(tmp_path, rounds=1)
    content = path.read_bytes()
    second = [at for at, byte in enumerate(content) if byte == 0x0A][HEAD_LINES - 1]
    texts = [entry.line for entry in game.lines]
    for end in range(0, len(content), 7):
        if end < second:
            assert code_of(partial(recorded, content[:end], "game")) == "not-a-record"
        else:
            found = recorded(content[:end], "game")
            assert [line.text for line in found.lines] == texts[: len(found.lines)]
            assert {trouble.code for trouble in found.troubles} <= {"torn-line"}


def test_a_last_line_without_its_end_is_whole(tmp_path: Path) -> None:
    path, game = kept(tmp_path, rounds=1)
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert read_record(path).is_whole
    again, keeper, _, troubles = resume_record(path)
    with keeper:
        assert (again.digest(), troubles) == (game.digest(), ())
        walk(again, 4, lambda game: len(game.lines) > len(read_record(path).lines) + 2)
    assert read_record(path).is_whole


def test_any_byte_that_was_changed_is_found(tmp_path: Path) -> None:
    path, _ = kept(tmp_path, rounds=1)
    content = path.read_bytes()
    ends = [at for at, byte in enumerate(content) if byte == 0x0A]
    choose = Random(1)
    places = [*range(ends[0] + 1), *choose.sample(range(ends[0] + 1, ends[1] + 1), 60), *range(ends[1] + 1, len(content))]
    for at in places[::3]:
        changed = bytearray(content)
        changed[at] ^= 1 << choose.randrange(7)
        try:
            troubles = recorded(bytes(changed), "game").troubles
        except RecordError as error:
            assert error.code in ("not-a-record", "newer-format")
        else:
            assert troubles, f"byte {at}"


def test_the_line_that_was_changed_is_named(tmp_path: Path) -> None:
    path, _ = kept(tmp_path)
    lines = path.read_bytes().split(b"\n")
    lines[6] = lines[6].replace(b'"round":1', b'"round":2')
    assert codes_in(b"\n".join(lines)) == [("changed-line", 7)]
    lines[9] = lines[9][:-5] + b'000"}'
    assert codes_in(b"\n".join(lines)) == [("changed-line", 7), ("changed-line", 10)]
    assert len(recorded(b"\n".join(lines), "game").lines) == 6 - HEAD_LINES


def test_damaged_rules_are_named_and_the_lines_still_read(tmp_path: Path) -> None:
    path, _ = kept(tmp_path, rounds=1)
    lines = path.read_bytes().split(b"\n")
    for damage in (b"\xff", b'"'):
        damaged = b"\n".join([lines[0], lines[1][:500] + damage + lines[1][501:], *lines[2:]])
        assert codes_in(damaged) == [("changed-line", 2)]


def test_a_line_left_out_or_put_in_is_found(tmp_path: Path) -> None:
    path, _ = kept(tmp_path)
    lines = path.read_bytes().split(b"\n")
    assert ("changed-line", 6) in codes_in(b"\n".join(lines[:5] + lines[6:]))
    assert ("changed-line", 7) in codes_in(b"\n".join(lines[:6] + lines[5:]))
    assert ("changed-line", 6) in codes_in(b"\n".join([*lines[:5], lines[6], lines[5], *lines[7:]]))


def test_line_ends_of_another_platform_are_no_change(tmp_path: Path) -> None:
    path, _ = kept(tmp_path)
    assert codes_in(path.read_bytes().replace(b"\n", b"\r\n")) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"hello\n",
        b"{}\n",
        b"[1,2]\n",
        b'{"record":"nemawashi-record"}\n',
        b"\xff\xfe\x00\n",
        b"\x89PNG\r\n",
        b"[" * 5000,
        b'{"record":"nemawashi-record","format":1,"digest":"' + b"0" * 64 + b'"}\n',
        b'{"record":"nemawashi-record","format":1,"seats":3,"bots":[],"digest":"' + b"0" * 64 + b'"}\n',
    ],
)
def test_what_is_no_record_is_called_none(content: bytes) -> None:
    assert code_of(lambda: recorded(content, "game")) == "not-a-record"


def test_a_newer_format_is_explained(tmp_path: Path) -> None:
    path, _ = kept(tmp_path, rounds=1)
    newer = path.read_bytes().replace(b'"format":1', b'"format":9', 1)
    with pytest.raises(RecordError) as caught:
        recorded(newer, "game")
    assert (caught.value.code, caught.value.facts["format"], caught.value.facts["known"]) == ("newer-format", 9, 1)


def test_another_engine_and_other_rules_are_explained(tmp_path: Path) -> None:
    path, _ = kept(tmp_path, rounds=1)
    header = read_record(path).header
    assert [trouble.code for trouble in differences(header, "x", header.texts, "9.9")] == ["other-engine", "other-rules"]
    assert [trouble.code for trouble in differences(header, header.rules, "x", header.engine)] == ["other-texts"]


def test_a_line_that_the_rules_now_refuse_is_named(tmp_path: Path) -> None:
    path, game = kept(tmp_path)
    found = read_record(path)
    other = Recorded(found.header, "", (found.lines[3], *found.lines), (), "", 0)
    with pytest.raises(RecordError) as caught:
        Game.replay(game.scenario, other)
    assert caught.value.code in ("line-refused", "line-unreadable")
    assert caught.value.facts["text"] == found.lines[3].text


# --- going on ---


def test_a_game_goes_on_where_it_was_left(tmp_path: Path) -> None:
    whole = walk(new_game(THREE, 1), 1)
    game = new_game(THREE, 1)
    with start_record(game, tmp_path / "game.jsonl") as keeper:
        for entry in whole.lines[:9]:
            game.play(entry.line)
    again, keeper, _, troubles = resume_record(keeper.path)
    with keeper:
        for entry in whole.lines[9:]:
            again.play(entry.line)
    assert (again.digest(), troubles) == (whole.digest(), ())
    assert [line.text for line in read_record(keeper.path).lines] == [entry.line for entry in whole.lines]


def test_a_torn_line_is_cut_off_when_the_game_goes_on(tmp_path: Path) -> None:
    path, game = kept(tmp_path, rounds=1)
    with path.open("ab") as file:
        file.write(b'{"n":99,"rou')
    again, keeper, _, troubles = resume_record(path)
    with keeper:
        assert [trouble.code for trouble in troubles] == ["torn-line"]
        assert again.digest() == game.digest()
        walk(again, 3)
    assert read_record(path).is_whole


def test_a_changed_record_goes_on_only_behind_its_sound_lines(tmp_path: Path) -> None:
    path, _ = kept(tmp_path)
    lines = path.read_bytes().split(b"\n")
    lines[9] = lines[9].replace(b'"n":8', b'"n":9')
    path.write_bytes(b"\n".join(lines))
    assert code_of(lambda: resume_record(path)) == "changed-line"
    again, keeper, _, _ = resume_record(path, upto=5)
    with keeper:
        assert len(again.lines) == 5
        walk(again, 4)
    assert read_record(path).is_whole


def test_a_record_is_open_once(tmp_path: Path) -> None:
    game = new_game(THREE)
    with start_record(game, tmp_path / "game.jsonl") as keeper:
        assert code_of(lambda: resume_record(keeper.path)) == "open-elsewhere"
        program = (
            "import sys; from pathlib import Path; from sim.table.keeper import Keeper; from sim.table.record import RecordError\n"
            "try:\n    Keeper.resume(Path(sys.argv[1]))\nexcept RecordError as error:\n    print(error.code)"
        )
        done = subprocess.run([sys.executable, "-c", program, str(keeper.path)], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "open-elsewhere"
        game.play(f"{game.to_move()[0]} done")
    again, keeper, _, _ = resume_record(keeper.path)
    keeper.close()
    assert again.digest() == game.digest()


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_text("something dear", encoding="utf-8")
    assert code_of(lambda: start_record(new_game(THREE), path)) == "cannot-write"
    assert path.read_text(encoding="utf-8") == "something dear"


def test_a_record_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    assert code_of(lambda: read_record(tmp_path / "none.jsonl")) == "cannot-read"
    assert code_of(lambda: Keeper.resume(tmp_path / "none.jsonl")) == "cannot-write"


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EIO, "cannot-write")])
def test_on_a_full_disk_the_act_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str) -> None:
    game = new_game(THREE)
    seat = game.to_move()[0]
    with start_record(game, tmp_path / "game.jsonl") as keeper:
        before, content = game.digest(), keeper.path.read_bytes()

        def full(_: int) -> None:
            raise OSError(number, os.strerror(number))

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            assert code_of(lambda: game.play(f"{seat} done")) == code
        assert (game.digest(), len(game.lines), keeper.path.read_bytes()) == (before, 0, content)
        game.play(f"{seat} done")
    assert read_record(keeper.path).is_whole


def test_a_disk_that_is_full_at_the_start_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert code_of(lambda: start_record(new_game(THREE), tmp_path / "game.jsonl")) == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_a_refused_act_leaves_no_line(tmp_path: Path) -> None:
    game = new_game(THREE)
    with start_record(game, tmp_path / "game.jsonl") as keeper:
        content = keeper.path.read_bytes()
        with pytest.raises(RuleBroken):
            game.play(f"{game.to_move()[0]} accept")
        assert keeper.path.read_bytes() == content


def test_records_have_a_folder_and_free_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert records_folder().name == "records"
    assert next_path(tmp_path / "records", "a").name == "a-0001.jsonl"
    (tmp_path / "a-0001.jsonl").touch()
    assert next_path(tmp_path, "a").name == "a-0002.jsonl"
