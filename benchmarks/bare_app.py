"""A bare Textual app of the size of the table: as many static panes, one list. What the screens are measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

LINE = "Ruling bloc 1234567890 abcdefghij klmnopqrst uvwxyz 1234567890"


class BareApp(App[None]):
    """Four static panes and a list of twelve; an arrow key moves the list and writes one line."""

    CSS = """
    #upper { height: 14; } #list { width: 48; border: none; } Static { height: 1fr; } #head, #keys { height: 1; }
    """

    def compose(self) -> ComposeResult:
        """The panes."""
        yield Static("bare head", id="head")
        with Horizontal(id="upper"):
            yield OptionList(*(f"T{number} {LINE[:38]}" for number in range(12)), id="list")
            with Vertical():
                yield Static("\n".join([LINE] * 5))
                yield Static("\n".join([LINE] * 9), id="strips")
        yield Static("\n".join([LINE] * 4))
        yield Static("\n".join([LINE] * 3))
        yield Static("bare keys: all keys", id="keys")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """What depends on the row is written anew."""
        self.query_one("#keys", Static).update(f"bare keys: {event.option_index} all keys")


if __name__ == "__main__":
    BareApp().run()
