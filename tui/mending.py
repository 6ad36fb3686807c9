"""`check --fix`: edits that cannot change what is meant, shown as a difference; the file as it was is kept beside it."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui.desk import Desk

if TYPE_CHECKING:
    from sim.loading.checking import Checked


def mended(desk: Desk, found: Checked) -> bool:
    """Make every safe edit; whether there was one."""
    from sim.loading import finding
    from sim.loading.fixing import fixed, safe_fixes
    from sim.loading.reading import marked_text
    from tui import console

    changed = False
    for name, fixes in safe_fixes(found.problems).items():
        path = found.paths.get(name)
        if path is None or finding.is_shipped(path):
            continue
        mark, before = marked_text(path, name)
        after, count = fixed(before, fixes)
        if not count:
            continue
        kept = backup(path)
        write(path, mark + after)
        changed = True
        for line in difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="", n=0):
            console.put(line)
        console.put(desk.say("cli-fixed", count=count, file=name, kept=str(kept)))
    if not changed:
        console.put(desk.say("cli-nothing-to-fix"))
    return changed


def backup(path: Path) -> Path:
    """A copy of a file beside it, under a name that is free."""
    number, kept = 0, path.with_name(f"{path.name}.bak")
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}.bak{number}")
    kept.write_bytes(path.read_bytes())
    return kept


def write(path: Path, text: str) -> None:
    """The whole file or nothing: first beside it, then in its place, with the rights it had."""
    own = path.with_name(f".{path.name}.{os.getpid()}.new")
    with open(own, "wb") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())
    own.chmod(path.stat().st_mode if path.exists() else 0o644)
    own.replace(path)
