"""The first game in a real terminal, from the first screen to a ratified package, in both languages; and what a terminal keeps of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sim.table.keeping import replay_record
from sim.table.record import read_record
from tests.terminal.test_faults import record_in
from tests.terminal.tmuxing import needs_tmux, terminal

pytestmark = needs_tmux
DEAF = 0.9  # seconds: longer than a curtain is deaf to keys
LESSON = (
    ("y", ""), ("Enter", "F9"), ("F9", "Enter"), ("Enter", "T2"), ("Enter", "dm08"), ("2", "T1"), ("F9", "2/4"), ("o", "T2"), ("Down", ""),
    ("Down", ""), ("Down", ""), ("Left", ""), ("Left", ""), ("Up", ""), ("Up", ""), ("Right", ""), ("F9", "D2=1"), ("F9", "0 ▸"), ("Down", ""),
    ("Right", ""), ("Right", ""), ("Right", ""), ("Right", "50"), ("F9", ""), ("F9", "26"), ("a", ""), ("Enter", ""), ("Enter", ""),
)  # fmt: skip


@pytest.mark.parametrize(("language", "round_"), [("en", "R2/4"), ("ja", "2/4回")])
def test_the_keys_of_the_lesson_lead_to_a_ratified_package(tmp_path: Path, language: str, round_: str) -> None:
    with terminal(tmp_path) as screen:
        screen.wait("Learn by playing")
        if language == "ja":
            screen.press("e", until="遊びながら学ぶ")
        for key, text in LESSON:
            screen.press(key, until=text)
        screen.wait(round_)
        assert len(screen.screen().splitlines()) == 24
    assert replay_record(read_record(record_in(tmp_path))).view_for("table").ratified == 1


def test_what_a_seat_saw_stays_neither_in_the_scrollback_nor_in_the_title(tmp_path: Path) -> None:
    with terminal(tmp_path, "play", "spring-short", "--as", "both", "--seed", "4") as screen:
        screen.wait("PUBLIC TABLE")
        screen.press("Enter", until="Type us")
        time.sleep(DEAF)
        screen.press("Escape", until="PUBLIC TABLE")
        screen.press("2", until="Type jp")
        time.sleep(DEAF)
        screen.press("j", "p", "Enter", until="Japan seat")
        screen.press("b", until="chapter 1")
        screen.press("2", until="37")
        title = screen.title()
        screen.press("Escape", "Escape", until="PUBLIC TABLE")
        assert "37" not in [word for line in screen.screen().splitlines() for word in line.split() if "T1" in line]
        screen.press("C-q")
        assert screen.ended() == 0
        kept = screen.screen(history=True)
        assert "weights" not in kept and "Relief" not in kept and "Japan" not in title
