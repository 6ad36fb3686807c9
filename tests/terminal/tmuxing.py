"""A terminal of tmux: a server of its own, so that nothing of the person who runs the tests is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

TMUX = shutil.which("tmux")
needs_tmux = pytest.mark.skipif(TMUX is None, reason="tmux is not installed: the tests in a real terminal are left out")
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0  # seconds until something that must come is given up


class Terminal:
    """One terminal. socket: name of its server; code: file in which the exit code of the program will stand."""

    def __init__(self, socket: str, code: Path) -> None:
        self.socket, self.code = socket, code

    def tmux(self, *words: str) -> str:
        """A command of tmux, and what it says."""
        assert TMUX is not None
        done = subprocess.run([TMUX, "-u", "-L", self.socket, *words], capture_output=True, text=True, check=False, timeout=PATIENCE)
        return done.stdout

    def send(self, *keys: str) -> None:
        """Press keys, by their tmux names."""
        self.tmux("send-keys", "-t", "n", *keys)

    def press(self, *keys: str, until: str = "") -> None:
        """Press keys one by one, each once the screen has taken the one before; then wait for a text."""
        for key in keys:
            before = self.screen()
            self.send(key)
            deadline = time.monotonic() + 0.6
            while self.screen() == before and time.monotonic() < deadline:
                time.sleep(0.02)
        if until:
            self.wait(until)

    def screen(self, history: bool = False) -> str:
        """What is on the screen. history: and what has been scrolled away."""
        return self.tmux("capture-pane", "-p", "-t", "n", *(["-S", "-", "-E", "-"] if history else []))

    def title(self) -> str:
        """The title of the terminal."""
        return self.tmux("display-message", "-p", "-t", "n", "#{pane_title}").strip()

    def wait(self, text: str) -> str:
        """Wait until a text is on the screen. Raises AssertionError with the screen where it never comes."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            screen = self.screen()
            if text in screen:
                return screen
            time.sleep(0.05)
        raise AssertionError(f"{text!r} never came:\n{self.screen()}")

    def resize(self, cells: int, lines: int) -> None:
        """Another size."""
        self.tmux("resize-window", "-t", "n", "-x", str(cells), "-y", str(lines))

    def pid(self) -> int:
        """The process of the program."""
        shell = self.tmux("display-message", "-p", "-t", "n", "#{pane_pid}").strip()
        return int(subprocess.run(["pgrep", "-P", shell], capture_output=True, text=True, check=True).stdout.split()[0])

    def ended(self) -> int:
        """Wait until the program has ended; its exit code, 128 and its number for a signal."""
        deadline = time.monotonic() + PATIENCE
        while not self.code.is_file() or not self.code.read_text():
            if time.monotonic() > deadline:
                raise AssertionError(f"the program does not end:\n{self.screen()}")
            time.sleep(0.05)
        return int(self.code.read_text())


SHELL = '"$@"; echo $? > "$HOME/code.part"; mv "$HOME/code.part" "$HOME/code"; sleep 600'  # the terminal outlives the program


@contextmanager
def terminal(folder: Path, *arguments: str, size: tuple[int, int] = (80, 24), language: str = "en") -> Iterator[Terminal]:
    """The program in a terminal, with a home of its own in the folder. The terminal stays when the program ends."""
    assert TMUX is not None
    found = Terminal(f"nw-{os.getpid()}-{abs(hash(folder)) % 10_000_000}", folder / "code")
    found.code.unlink(missing_ok=True)
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }
    given = [f"{name}={value}" for name, value in environment.items()]
    program = [
        "env",
        "-i",
        *given,
        "TERM=tmux-256color",
        "sh",
        "-c",
        SHELL,
        "sh",
        sys.executable,
        "-m",
        "tui",
        *arguments,
        *(["--lang", language] if arguments else []),
    ]
    width, height = size
    base = [TMUX, "-u", "-f", os.devnull, "-L", found.socket]
    start = [*base, "new-session", "-d", "-s", "n", "-x", str(width), "-y", str(height), *program]
    subprocess.run(start, check=True, capture_output=True, timeout=PATIENCE)
    try:
        yield found
    finally:
        subprocess.run([*base, "kill-server"], capture_output=True, check=False, timeout=PATIENCE)
