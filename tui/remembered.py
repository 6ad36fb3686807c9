"""What a command said when it was last asked the same, as long as no file it rests on has changed. Light on purpose: no rule is read.

The answer is kept with the size and time of every file it was made from, of the folders around them, and of the program itself.
A damaged or foreign entry counts as none; nothing depends on the folder being there.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Stamp = list[int] | None
PROGRAM = Path(__file__).resolve().parents[1]
PARTS = ("sim", "tui")
MOST_KEPT = 40
FRESH_SECONDS = 0.1
"""A file that was written just now may be written again within the same tick of the clock, so its answer is not kept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said, and the exit code."""

    text: str
    code: int


def recalled(question: tuple[str, ...]) -> Answer | None:
    """The answer to the same question, if nothing has changed since."""
    try:
        whole = json.loads(place_of(question).read_text(encoding="utf-8"))
        if whole["program"] != program_stamp() or any(stamp(path) != found for path, found in whole["files"].items()):
            return None
        return Answer(str(whole["text"]), int(whole["code"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError, RecursionError):
        return None


def keep(question: tuple[str, ...], answer: Answer, files: Iterable[Path]) -> None:
    """Keep an answer and what it rests on; where that is not possible, nothing happens."""
    paths = {str(path.absolute()) for path in files}
    stamps = {path: stamp(path) for path in sorted(paths)}
    newest = max((found[0] for found in stamps.values() if found is not None), default=0)
    if time.time() - newest / 1e9 < FRESH_SECONDS:
        return
    whole = {"program": program_stamp(), "files": stamps, "text": answer.text, "code": answer.code}
    try:
        place = place_of(question)
        place.parent.mkdir(parents=True, exist_ok=True)
        own = place.with_suffix(f".{os.getpid()}")
        own.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
        own.replace(place)
        make_room(place.parent)
    except (OSError, ImportError):
        return


def make_room(folder: Path) -> None:
    """The oldest answers go."""
    kept = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    for path in kept[:-MOST_KEPT]:
        path.unlink(missing_ok=True)


def place_of(question: tuple[str, ...]) -> Path:
    """Where the answer to a question is kept; the folder one asks from belongs to the question."""
    from platformdirs import user_cache_dir

    name = hashlib.sha256("\0".join((os.getcwd(), *question)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return Path(user_cache_dir("nemawashi", appauthor=False)) / "answers" / f"{name}.json"


def stamp(path: str) -> Stamp:
    """When a file or folder was changed, its size and which it is; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return [found.st_mtime_ns, found.st_size, found.st_ino]


def program_stamp() -> list[int]:
    """The newest change and the number of the program's own files."""
    found = [entry.stat().st_mtime_ns for part in PARTS for entry in files_in(PROGRAM / part)]
    return [max(found), len(found)]


def files_in(folder: Path) -> Iterator[os.DirEntry[str]]:
    """The files of the program in a folder and in those below it."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from files_in(Path(entry.path))
        elif entry.name.endswith((".py", ".ftl", ".yaml", ".lark")):
            yield entry
