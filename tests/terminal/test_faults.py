"""The program is killed, the terminal goes away, sizes storm: nothing accepted is lost, and the game goes on at the same prompt."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from random import Random

import pytest

from sim.table.keeping import replay_record
from sim.table.record import read_record
from tests.terminal.tmuxing import Terminal, needs_tmux, terminal

pytestmark = needs_tmux
THOROUGH = os.environ.get("NEMAWASHI_THOROUGH") == "1"
MOMENTS = 25 if THOROUGH else 2  # for each signal
SIZES = 60 if THOROUGH else 12
KEYS = (
    "Enter",
    "Enter",
    "F9",
    "2",
    "F9",
    "o",
    "Down",
    "Right",
    "F9",
    "F9",
    "h",
    "y",
    "F9",
    "a",
    "Right",
    "Escape",
    "m",
    "Escape",
    "w",
    "Escape",
    "p",
    "Escape",
)


def play_a_while(screen: Terminal, random: Random) -> None:
    """Some keys, one quickly after the other."""
    for _ in range(random.randrange(5, 30)):
        screen.send(random.choice(KEYS))
        time.sleep(random.random() * 0.05)


def record_in(folder: Path) -> Path:
    """The record of the one game that was played in a home."""
    return next((folder / "data" / "nemawashi" / "records").glob("*"))


@pytest.mark.parametrize("name", ["SIGKILL", "SIGHUP", "SIGTERM"])
@pytest.mark.parametrize("moment", range(MOMENTS))
def test_whatever_ends_the_program_the_game_goes_on(tmp_path: Path, name: str, moment: int) -> None:
    random = Random(f"{name} {moment}")
    with terminal(tmp_path, "play", "spring-short", "--seed", str(moment)) as screen:
        screen.wait("? all keys")
        screen.wait("Japan seat")
        play_a_while(screen, random)
        os.kill(screen.pid(), getattr(signal, name))
        code = screen.ended()
        assert code in (0, 128 + signal.SIGKILL)  # keys may have left the program before it was killed
        assert "Traceback" not in screen.screen(history=True)
    before = read_record(record_in(tmp_path))
    game = replay_record(before)
    with terminal(tmp_path, "resume") as screen:
        screen.wait("Japan seat")
        assert f"R{game.round}/4" in screen.screen()
        screen.send("C-q")
    after = read_record(record_in(tmp_path))
    assert [line.text for line in after.lines][: len(before.lines)] == [line.text for line in before.lines]
    assert all("done" in line.text or line.text.startswith("us ") for line in after.lines[len(before.lines) :])


def test_a_terminal_that_goes_away_leaves_the_game_whole(tmp_path: Path) -> None:
    with terminal(tmp_path, "play", "spring-short", "--seed", "4") as screen:
        screen.wait("Japan seat")
        screen.press("F9", "Enter", "Enter")
        screen.tmux("kill-server")
        time.sleep(1.0)
    assert [line.text for line in read_record(record_in(tmp_path)).lines][:1] == ["us demand dm08"]


def test_sizes_storm_over_a_draft(tmp_path: Path) -> None:
    random = Random(8)
    with terminal(tmp_path, "play", "spring-short", "--seed", "4") as screen:
        screen.wait("Japan seat")
        screen.press("F9", "Enter", "Enter", "2", "F9", until="offer 2/4")
        screen.press("o", "Down", "Right", until="Same sum")
        for _ in range(SIZES):
            screen.resize(random.choice((20, 40, 79, 80, 120, 200)), random.choice((5, 10, 23, 24, 40, 60)))
        screen.resize(80, 24)
        screen.wait("? all keys")
        assert "Same sum" in screen.wait("Same sum") and "Traceback" not in screen.screen(history=True)


def test_a_suspended_program_comes_back(tmp_path: Path) -> None:
    with terminal(tmp_path, "play", "spring-short", "--seed", "4") as screen:
        screen.wait("Japan seat")
        screen.press("F9", until="Enter Next")
        os.kill(screen.pid(), signal.SIGTSTP)
        time.sleep(0.3)
        os.kill(screen.pid(), signal.SIGCONT)
        screen.wait("? all keys")
        screen.press("Enter", until="2 Demand")
