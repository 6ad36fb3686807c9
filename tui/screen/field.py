"""Field: one line that is typed. Whatever is pasted becomes one short line; keys that mean something else still do."""

from __future__ import annotations

from textual.events import Key, Paste
from textual.widgets import Input

MOST_LETTERS = 400
MOST_PASTED = 10_000  # letters of a paste that are looked at
HELP = "?？"


class Field(Input):
    """A line of text without a frame."""

    DEFAULT_CSS = """
    Field, Field:focus { border: none; height: 1; padding: 0 1; background: $background; color: $foreground; }
    """

    def __init__(self, id: str, placeholder: str = "", value: str = "") -> None:
        super().__init__(value, placeholder, id=id, max_length=MOST_LETTERS, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def on_key(self, event: Key) -> None:
        """A question mark asks for all keys; nothing that is typed here has one."""
        if event.character is not None and event.character in HELP:
            event.stop()
            event.prevent_default()
            run = getattr(self.screen, "run", None)
            if run is not None:
                run("help")

    def on_paste(self, event: Paste) -> None:
        """The first line of what is pasted, without control characters, as far as there is room."""
        event.stop()
        event.prevent_default()
        room = MOST_LETTERS - len(self.value) + len(self.selected_text)
        self.replace(first_line(event.text)[: max(room, 0)], *self.selection)


def first_line(text: str) -> str:
    """The first line with something on it, as letters that can be seen."""
    lines = text[:MOST_PASTED].splitlines()
    found = next((line for line in lines if line.strip()), "")
    return "".join(letter if letter.isprintable() else " " for letter in found).strip()
