"""The streams of the program: text goes out as UTF-8, or as far as the console can show it; and it may always fail."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

UTF8 = ("utf-8", "utf8", "utf_8", "cp65001")
BOM = "\ufeff"
BLANK_LINES = 60  # for a terminal that does not know how to clear


def prepare() -> None:
    """UTF-8 on every stream. A console of another encoding, or one that was asked for, keeps it and shows `?` for the rest."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if keeps_encoding(stream):
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper):
        if keeps_encoding(sys.stdin):
            sys.stdin.reconfigure(errors="replace")
        else:
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def keeps_encoding(stream: TextIOWrapper) -> bool:
    """Whether a stream has an encoding of its own that is not ours to change."""
    if stream.encoding.lower() in UTF8:
        return False
    return bool(os.environ.get("PYTHONIOENCODING")) or is_terminal(stream)


def is_terminal(stream: object) -> bool:
    """Whether a person looks at the stream; never raises."""
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]  # any object may stand in for a stream
    except (AttributeError, ValueError, OSError):
        return False


def is_script() -> bool:
    """Whether lines come from a file or a pipe, not from a keyboard."""
    return not is_terminal(sys.stdin)


def is_watched() -> bool:
    """Whether a person looks at standard output."""
    return is_terminal(sys.stdout)


def put(text: str = "") -> None:
    """A line to standard output."""
    sys.stdout.write(f"{text}\n")


def wipe() -> None:
    """What a terminal shows leaves it, what it has scrolled away too: the next person must not read it. Nothing elsewhere."""
    if is_watched():
        sys.stdout.write("\n" * BLANK_LINES + "\x1b[H\x1b[2J\x1b[3J")
        flush()


def note(text: str) -> None:
    """A line to standard error; where nobody listens, nothing."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return


def flush() -> None:
    """All that was written goes out now. Raises OSError where it cannot."""
    if sys.stdout is not None:
        sys.stdout.flush()


def typed(prompt: str) -> str | None:
    """The next line of standard input without its end, or None at its end. The prompt is for people, so not for a script."""
    if is_terminal(sys.stdin):
        sys.stdout.write(prompt)
    flush()
    line = sys.stdin.readline()
    return line.removeprefix(BOM).rstrip("\r\n") if line else None


def let_go() -> None:
    """Before the end: what can still be written is; a stream that fails is taken away, so that nothing complains later."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            silence(stream)
            setattr(sys, name, None)


def silence(stream: object) -> None:
    """Point a broken stream at nothing: what it still holds must go somewhere when it is closed."""
    try:
        number = stream.fileno()  # type: ignore[attr-defined]  # any object may stand in for a stream
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, number)
        os.close(nothing)
    except (OSError, ValueError, AttributeError):
        return
