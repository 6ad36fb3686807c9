"""Starts games for the terminal: sets the table, opens the record, hands both to the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screen.app import NemawashiApp


def start_game(app: NemawashiApp, name: str = "", side: str | None = None) -> None:
    """A new game against bots."""
    from tui.commands.play import first_game, set_table
    from tui.screen.run import playing_of

    seated = set_table(app.desk, name or first_game(), side)
    app.desk.record = seated.record
    app.play = playing_of(app.desk, seated)
    app.open_table()
