"""Makes the machine code in a process of its own, so that interpreted games go on meanwhile: `python -m sim.lab.compiling`.

One line of JSON on standard output for each step: {"done": 40, "of": 535}, at last {"ready": true}; or {"failed": "..."}.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread
from types import FunctionType
from typing import cast

from sim.lab import store

STEP = 10  # functions between two lines


def main() -> int:
    """Translate, keep, and say how far it is."""

    def told(done: int, of: int) -> None:
        if done % STEP == 0 or done == of:
            print(json.dumps({"done": done, "of": of}), flush=True)

    key = store.key_now()
    try:
        from sim.lab.linking import machine_code
        from sim.lab.playing import play_and_count

        code, symbol = machine_code(cast(FunctionType, play_and_count), told)
        store.write_code(key, store.Code(code, symbol))
    except Exception as fault:  # whatever the compiler says: the games go on interpreted, and say so
        print(
            json.dumps({"failed": f"{type(fault).__name__}: {str(fault).strip().splitlines()[0] if str(fault).strip() else ''}"}),
            flush=True,
        )
        return 1
    print(json.dumps({"ready": True}), flush=True)
    return 0


@dataclass(slots=True)
class Compiling:
    """A compilation under way. done, of: functions translated; failed: what went wrong, "" if nothing."""

    done: int = 0
    of: int = 0
    ready: bool = False
    failed: str = ""
    told: Callable[[Compiling], None] | None = None
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)
    _thread: Thread | None = field(default=None, repr=False)

    def start(self) -> Compiling:
        """Begin; `told` is called from another thread at each step."""
        command = [sys.executable, "-m", "sim.lab.compiling"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()
        return self

    def wait(self, seconds: float | None = None) -> bool:
        """True when the code is there. seconds: the longest to wait."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self.ready

    def stop(self) -> None:
        """End it; what was half done is not kept."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()

    def _listen(self) -> None:
        """Take in what the process says."""
        process = self._process
        assert process is not None and process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                self._take(line)
        if process.wait() != 0 and not self.failed:
            self.failed = f"exit code {process.returncode}"
        if self.told is not None:
            self.told(self)

    def _take(self, line: str) -> None:
        """One line of the process."""
        try:
            said = json.loads(line)
        except ValueError:
            return
        self.done, self.of = said.get("done", self.done), said.get("of", self.of)
        self.ready = self.ready or bool(said.get("ready"))
        self.failed = said.get("failed", self.failed)
        if self.told is not None:
            self.told(self)


if __name__ == "__main__":
    sys.exit(main())
