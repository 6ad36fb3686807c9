"""The first command in a real terminal: the first screen comes up, keys work, and the terminal is left as it was found."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.tmuxing import needs_tmux, terminal

pytestmark = needs_tmux


def test_without_arguments_the_first_screen_comes_up(tmp_path: Path) -> None:
    with terminal(tmp_path) as screen:
        screen.wait("? all keys")
        lines = screen.wait("Learn by playing").splitlines()
        assert len(lines) == 24 and "Learn by playing" in "\n".join(lines)
        screen.press("e", until="遊びながら学ぶ")
        screen.press("e", until="Learn by playing")


def test_leaving_restores_the_terminal(tmp_path: Path) -> None:
    with terminal(tmp_path) as screen:
        screen.wait("? all keys")
        screen.press("q")
        assert screen.ended() == 0
        assert "Learn by playing" not in screen.screen(history=True)


def test_ctrl_c_twice_leaves_and_says_how_to_go_on(tmp_path: Path) -> None:
    with terminal(tmp_path, "play", "spring-short") as screen:
        screen.wait("? all keys")
        screen.press("C-c", until="Ctrl+C")
        screen.send("C-c")
        text = screen.wait("nemawashi resume")
        assert screen.ended() == 0 and "Traceback" not in text


def test_a_small_terminal_says_what_it_needs(tmp_path: Path) -> None:
    with terminal(tmp_path, "play", "spring-short") as screen:
        screen.wait("? all keys")
        screen.resize(60, 20)
        assert "--plain" in screen.wait("80x24").replace("\n", " ")
        screen.resize(80, 24)
        screen.wait("? all keys")
