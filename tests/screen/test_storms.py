"""Storms: any keys at any time, any size at any moment. Nothing breaks, no line is wider than the screen, nothing accepted is lost."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.table.keeping import replay_record
from sim.table.record import read_record
from tests.screen.driving import Driver, app_on, drive, no_line_is_too_wide
from tui.screen.commands import EVERYWHERE, LOOKING, NEXT, TALKING, VALUES

THOROUGH = os.environ.get("NEMAWASHI_THOROUGH") == "1"
RUNS, LENGTH = (100, 200) if THOROUGH else (5, 50)  # 20,000 keys when thorough
SIZES = 500 if THOROUGH else 30
# Keys that leave the program are left out; everything else may come at any time.
LEAVING = {"ctrl+q", "q"}
KEYS = sorted(
    {key for each in (*EVERYWHERE, *LOOKING, *TALKING, NEXT, *VALUES) for key in each.keys} - LEAVING
    | {
        "up",
        "down",
        "tab",
        "shift+tab",
        "pageup",
        "pagedown",
        "home",
        "end",
        "delete",
        "backspace",
        "space",
        "c",
        "x",
        "v",
        "z",
        "Z",
        "a",
        "t",
        "s",
    }
    | {"f1", "f3", "f5", "f12", "ctrl+a", "ctrl+z", "あ", "ｗ", "[", "]", "{", "}", "0", "6", "7", "9"}
)
GAMES = (
    ("spring-short", None, None),
    ("spring-2025", "us", None),
    ("spring-short", "both", None),
    ("lantern-coast", "both", "lc:2,hm:2"),
    ("spring-short", "none", None),
)


@settings(max_examples=RUNS)
@given(
    keys=st.lists(st.sampled_from(KEYS), min_size=LENGTH, max_size=LENGTH),
    game=st.sampled_from(GAMES),
    language=st.sampled_from(("en", "ja")),
)
def test_any_keys_at_any_time(
    tmp_path_factory: pytest.TempPathFactory, keys: list[str], game: tuple[str, str | None, str | None], language: str
) -> None:
    folder = tmp_path_factory.mktemp("keys")
    name, side, seats = game

    async def script(driver: Driver) -> None:
        for key in keys:
            await driver.pilot.press(key)
        await driver.settle()
        no_line_is_too_wide(driver.lines(), 80)

    app = app_on(folder, name, side, seed=len(keys), language=language, seats=seats)
    app.pace = 0.0
    drive(app, script)
    the_record_is_whole(folder / "game.nemawashi")


def the_record_is_whole(record: Path) -> None:
    """Every line of the record replays."""
    found = read_record(record)
    assert not found.troubles
    replay_record(found)


@pytest.mark.parametrize("side", ["jp", "both"])
def test_any_size_at_any_moment(tmp_path: Path, side: str) -> None:
    random = Random(11)
    keys = [key for key in KEYS if key not in ("escape", ":", "ctrl+p")]

    async def script(driver: Driver) -> None:
        for count in range(SIZES):
            cells, lines = random.choice([(20, 5), (79, 23), (80, 24), (120, 40), (random.randint(1, 200), random.randint(1, 70))])
            await driver.pilot.resize_terminal(cells, lines)
            await driver.pilot.pause()
            no_line_is_too_wide(driver.lines(), cells)
            if count % 3 == 0:
                await driver.pilot.press(random.choice(keys))
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert driver.lines()[-1].strip()

    drive(app_on(tmp_path, "spring-2025", side), script)
    the_record_is_whole(tmp_path / "game.nemawashi")


def test_the_same_size_shows_the_same_table(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        before = driver.grid()
        await driver.pilot.resize_terminal(120, 40)
        await driver.settle()
        assert driver.grid() != before
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert driver.grid() == before

    drive(app_on(tmp_path, "spring-2025", "jp"), script)
