"""The screens against a bare Textual app of the same size, in a pty, in one run: `python benchmarks/screen.py`, `--json` for programs.

First paint: from the start of the process until the whole table stands. Key to repaint: from a key until the first bytes of the
answer, p95 over many keys. Memory: resident, of the process, with a game at the table. Exit code 1 when a limit is passed.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.run import Figure, row  # noqa: E402  # the checkout it stands in

RUNS = 7
KEYS = 120
CELLS, LINES = 120, 40
PATIENCE = 30.0
BARE = [sys.executable, str(ROOT / "benchmarks" / "bare_app.py")]
TABLE = [sys.executable, "-m", "tui", "play", "spring-2025", "--as", "jp", "--seed", "7"]
WELCOME = [sys.executable, "-m", "tui"]


class Program:
    """A program in a pty."""

    def __init__(self, command: list[str], home: str) -> None:
        self.began = time.perf_counter()
        self.master, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, CELLS, 0, 0))
        environment = os.environ | {
            "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONUTF8": "1",
            "HOME": home, "XDG_DATA_HOME": f"{home}/data", "XDG_CONFIG_HOME": f"{home}/config", "COLORTERM": "truecolor",
        }  # fmt: skip
        self.process = subprocess.Popen(
            command, stdin=child, stdout=child, stderr=child, env=environment, close_fds=True, start_new_session=True
        )
        os.close(child)

    def until(self, mark: str) -> float:
        """Seconds from the start until a text was drawn."""
        seen = b""
        while mark.encode() not in seen:
            if time.perf_counter() - self.began > PATIENCE or not self.ready(1.0):
                if time.perf_counter() - self.began > PATIENCE:
                    raise TimeoutError(f"{mark!r} never came")
                continue
            seen = seen[-4096:] + os.read(self.master, 65536)
        return time.perf_counter() - self.began

    def ready(self, seconds: float) -> bool:
        """Whether there is something to read."""
        return bool(select.select([self.master], [], [], seconds)[0])

    def quiet(self, seconds: float = 0.05) -> None:
        """Read until nothing comes any more."""
        while self.ready(seconds):
            os.read(self.master, 65536)

    def key(self, text: str) -> float:
        """Seconds from a key to the first bytes of the answer."""
        self.quiet()
        began = time.perf_counter()
        os.write(self.master, text.encode())
        if not self.ready(PATIENCE):
            raise TimeoutError("no answer to a key")
        answered = time.perf_counter() - began
        self.quiet(0.01)
        return answered

    def memory(self) -> float:
        """Resident memory in MB."""
        done = subprocess.run(["ps", "-o", "rss=", "-p", str(self.process.pid)], capture_output=True, text=True, check=True)
        return int(done.stdout) / 1024

    def end(self) -> None:
        """Stop it."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def first_paint(command: list[str], mark: str) -> float:
    """Median seconds to the whole screen."""
    times = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as home:
            program = Program(command, home)
            try:
                times.append(program.until(mark))
            finally:
                program.end()
    return median(times)


def keys_and_memory(command: list[str], mark: str, before: tuple[str, ...] = ()) -> tuple[float, float]:
    """p95 seconds from an arrow key to its repaint, and resident MB after that."""
    with tempfile.TemporaryDirectory() as home:
        program = Program(command, home)
        try:
            program.until(mark)
            for key in before:
                program.key(key)
                program.quiet(0.3)
            times = [program.key("\x1b[B" if number // 8 % 2 == 0 else "\x1b[A") for number in range(KEYS)]
            return quantiles(times, n=20)[-1], program.memory()
        finally:
            program.end()


def figures() -> list[Figure]:
    """Everything, in one run."""
    bare, table, welcome = first_paint(BARE, "all keys"), first_paint(TABLE, "all keys"), first_paint(WELCOME, "all keys")
    whole = first_paint([*TABLE, "--lang", "en"], "Japan seat")
    bare_key, bare_memory = keys_and_memory(BARE, "all keys")
    table_key, table_memory = keys_and_memory(TABLE, "all keys")
    composer_key, _ = keys_and_memory(TABLE, "all keys", ("o",))
    ms = f"{1000 * table:.0f} ms against {1000 * bare:.0f} ms"
    return [
        Figure("first paint of the table against a bare app", table / bare, "x", 1.4, detail=ms),
        Figure("first paint of the first screen against a bare app", welcome / bare, "x", None, 1.4, f"{1000 * welcome:.0f} ms"),
        Figure("until every number stands on the table", whole / bare, "x", detail=f"{1000 * whole:.0f} ms"),
        Figure(
            "key to repaint on the table, p95",
            table_key / bare_key,
            "x",
            1.5,
            detail=f"{1000 * table_key:.1f} against {1000 * bare_key:.1f} ms",
        ),
        Figure("key to repaint in the composer, p95", composer_key / bare_key, "x", None, 1.5, f"{1000 * composer_key:.1f} ms"),
        Figure("memory of a running game", table_memory / bare_memory, "x", 2.0, detail=f"{table_memory:.0f} against {bare_memory:.0f} MB"),
    ]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    found = figures()
    if parser.parse_args().json:
        print(json.dumps([asdict(figure) for figure in found], indent=2))
    else:
        print("\n".join(map(row, found)))
    return 0 if all(figure.kept for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
