"""Every command of the screens by name: its keys and how much room it deserves in the key bar.

What a command does is the method `do_<name>` of a face. Its short label is `key-<name>`, its sentence `key-<name>-more`.
Key bar, help and palette are made from this table, so a key is told wherever it works.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """keys: as Textual names them, the one that is shown first. weight: larger ones stay longer in a narrow key bar; 0: never shown there."""

    name: str
    keys: tuple[str, ...]
    weight: int = 0


def command(name: str, keys: str, weight: int = 0) -> Command:
    """A command with its keys in one string."""
    return Command(name, tuple(keys.split()), weight)


EVERYWHERE = (
    command("main", "f9 ctrl+enter ctrl+j", 90),
    command("back", "escape", 20),
    command("why", "w f8", 60),
    command("language", "e", 0),
    command("words", "g", 0),
    command("palette", ": ctrl+p", 0),
    command("table", "f2", 0),
    command("quit", "ctrl+q", 0),
    command("help", "? f1", 0),
)
LOOKING = (
    command("compose", "o f4", 80),
    command("acts", "p", 58),
    command("meters", "m", 50),
    command("demands", "d", 45),
    command("clues", "i", 30),
    command("briefing", "b", 20),
    command("log", "l", 15),
    command("replay", "r", 10),
    command("undo", "u", 12),
    command("type", ";", 5),
    *(command(f"sheet{number}", str(number), 0) for number in range(1, 9)),
)
TALKING = (
    command("accept", "y", 78),
    command("hold", "h", 76),
    command("break", "q", 74),
    command("link", "k", 40),
)
NEXT = command("next", "enter", 88)
ALL_SHOWN = command("all", "a", 70)
VALUES = (
    command("less", "left", 84),
    command("more", "right", 84),
)


def shown(key: str) -> str:
    """A key as people read it on a keyboard."""
    names = {"escape": "Esc", "enter": "Enter", "left": "←", "right": "→", "up": "↑", "down": "↓", "space": "Space", "delete": "Del", "home": "Home", "end": "End", "tab": "Tab"}  # fmt: skip
    if key in names:
        return names[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{shown(key[5:]).upper()}" if len(key) == 6 else f"Ctrl+{shown(key[5:])}"
    return key.upper() if len(key) in (2, 3) and key[0] == "f" and key[1:].isdigit() else key


def typed(key: str, character: str | None) -> str:
    """What was typed, as the table has it: letters by their character, full-width ones folded; other keys by their name."""
    if character and character.isprintable() and len(character) == 1 and character != " ":
        return unicodedata.normalize("NFKC", character)
    return key
