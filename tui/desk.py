"""What one run of the program knows about itself: its arguments, its language, and the record it keeps."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(slots=True)
class Desk:
    """arguments: as typed; language: of its own sentences; record: of the game at work, if there is one, its seed, and whether it is over."""

    arguments: tuple[str, ...] = ()
    language: str = field(default_factory=lambda: language_of(None))
    record: Path | None = None
    seed: int | None = None
    is_over: bool = False

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence in the language of this run."""
        from tui.wording import say

        return say(self.language, code, **facts)


def kept(desk: Desk) -> str:
    """What became of the game at work, "" where there is none."""
    if desk.record is None:
        return ""
    return desk.say("cli-kept-over" if desk.is_over else "cli-kept", record=str(desk.record))


def language_of(asked: str | None) -> str:
    """The language asked for, else that of the surroundings, else English."""
    if asked is not None:
        return asked
    named = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    return "ja" if named.lower().startswith("ja") else "en"


def data_folder() -> Path:
    """Where records and reports are kept unless told otherwise."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("nemawashi", appauthor=False))
