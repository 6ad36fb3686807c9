"""Keeps a transcript, or compares it with the kept one and says what is different as a diff."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

WRITES = "GOLDEN"  # set to "write" in the environment: transcripts are written, not compared
MOST = 60  # lines of a diff that are shown


def compare(path: Path, found: str) -> None:
    """Fail with a diff where a transcript is not the kept one."""
    if os.environ.get(WRITES) == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
        return
    kept = path.read_text(encoding="utf-8") if path.is_file() else ""
    if found != kept:
        pytest.fail(difference(path, kept, found), pytrace=False)


def difference(path: Path, kept: str, found: str) -> str:
    """What a person reads: the file, the changed lines, what to do."""
    name = f"{path.parent.name}/{path.name}"
    lines = list(difflib.unified_diff(kept.splitlines(), found.splitlines(), f"{name}, kept", f"{name}, now", lineterm="", n=2))
    more = [f"... and {len(lines) - MOST} lines more"] if len(lines) > MOST else []
    return "\n".join([*lines[:MOST], *more, "If the change is meant: python -m tests.golden, and read what it changed."])
