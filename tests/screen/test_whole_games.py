"""Whole games through keys; and the same choices in plain mode, which must leave the same record."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from sim.table.record import read_record
from tests.properties.worlds import thorough
from tests.screen.driving import NARROW, WIDE, Driver, app_on, drive, no_line_is_too_wide
from tests.screen.playing import Person

ROOT = Path(__file__).resolve().parents[2]
LESSON = ("f9", "enter", "enter", "2", "f9", "o", "down", "down", "down", "left", "left", "up", "up", "right", "f9", "f9", "down", "right", "right", "right", "right", "f9", "f9", "a", "enter", "enter")  # fmt: skip


def lines_of(record: Path, seats: tuple[str, ...]) -> list[str]:
    """What persons did, as lines of notation."""
    return [line.text for line in read_record(record).lines if line.text.split()[0] in seats]


def in_plain_mode(folder: Path, lines: list[str], *arguments: str) -> Path:
    """Play the same choices in plain mode; the record."""
    record = folder / "plain.nemawashi"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    program = [sys.executable, "-m", "tui", "play", *arguments, "--plain", "--record", str(record)]
    done = subprocess.run(program, input="\n".join(lines) + "\n", capture_output=True, text=True, env=environment, check=False, timeout=120)
    assert "Traceback" not in done.stderr, done.stderr
    return record


def same_records(one: Path, other: Path) -> None:
    """Line for line the same, header included, but for the languages."""
    heads = [json.loads(path.read_text(encoding="utf-8").splitlines()[0]) for path in (one, other)]
    for head in heads:
        head.pop("digest", None)
        head.pop("languages", None)
    assert heads[0] == heads[1]
    assert [(line.n, line.round, line.step, line.text) for line in read_record(one).lines] == [
        (line.n, line.round, line.step, line.text) for line in read_record(other).lines
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("side", "language", "size"), [("jp", "en", NARROW), ("us", "ja", WIDE)])
def test_a_whole_game_through_keys_and_the_same_in_plain_mode(tmp_path: Path, side: str, language: str, size: tuple[int, int]) -> None:
    """The longest game for Japan, the first one for the United States, which leads the longest, too, when thorough."""

    async def script(driver: Driver) -> None:
        person = Person(driver, Random(3))
        await person.play()
        no_line_is_too_wide(driver.lines(), size[0])
        assert {"TableFace", "VoteFace", "ReportFace", "HomeFace"} <= person.seen
        assert ("ResponseFace" if side == "jp" else "DrawFace") in person.seen

    scenario = "spring-2025" if side == "jp" or thorough() else "spring-short"
    drive(app_on(tmp_path, scenario, side, seed=11, language=language), script, size)
    record = tmp_path / "game.nemawashi"
    plain = in_plain_mode(tmp_path, lines_of(record, (side,)), scenario, "--as", side, "--seed", "11", "--lang", language)
    same_records(record, plain)


def test_the_lesson_s_keys_lead_to_a_ratified_package(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        driver.app.show_briefing()
        await driver.settle()
        await driver.press(*LESSON)
        play = driver.app.play
        assert play is not None and play.view().ratified == 1 and play.view().round == 2
        assert lines_of(tmp_path / "game.nemawashi", ("jp",))[:3] == ["jp answer dm08 counter T1", "jp done", "jp done"]

    drive(app_on(tmp_path, "spring-short", "jp", seed=123), script)


def test_the_lesson_can_be_gone_through_with_hints_alone(tmp_path: Path) -> None:
    """Every hint of the first round is shown where its key is pressed, and falls silent when it has been followed."""

    async def script(driver: Driver) -> None:
        driver.app.show_briefing()
        await driver.settle()
        seen = []
        for key in LESSON:
            seen.append(driver.grid().replace("┃", " "))
            await driver.press(key)
        said = "\n".join(seen)
        for part in ("matters most to you", "News moves meters", "with a deadline", "2 counters", "it would fail at home", "until Tracker", "until Same sum", "F9 shows it once more", "One package, one vote", "Groundwork: on Opposition", "What moved, and why"):  # fmt: skip
            assert part in " ".join(said.split()), part

    drive(app_on(tmp_path, "spring-short", "jp", seed=123), script)
