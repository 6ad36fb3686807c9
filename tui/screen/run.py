"""Runs the program in the terminal and gives back an exit code; whatever happens, the terminal is left as it was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui import console
from tui.desk import Desk, kept
from tui.screen.app import NemawashiApp

if TYPE_CHECKING:
    from tui.screen.playing import Playing
    from tui.seated import Seated


def playing_of(desk: Desk, seated: Seated) -> Playing:
    """A game at the screen."""
    from tui.plain.table import Table
    from tui.screen.playing import Playing

    desk.record, desk.is_over = seated.record, seated.game.is_over
    table = Table(seated.game, dict(seated.people), seated.turns.bots, desk.language)
    return Playing(table, seated.turns, seated.record, seated.styles, seated.is_new)


def run_game(desk: Desk, set_up: Callable[[], Seated]) -> int:
    """Play a game at the screen. set_up: reads it and seats everybody, on a thread, while the table is laid."""
    return run(NemawashiApp(desk, set_up=set_up))


def run_alone(desk: Desk) -> int:
    """Open the first screen."""
    return run(NemawashiApp(desk))


def run(app: NemawashiApp) -> int:
    """Run the program; what went wrong is raised once the terminal is itself again."""
    code = app.run()
    app.close_game()
    if app.trouble is not None:
        raise app.trouble
    where = kept(app.desk)
    if where:
        console.note(where)
    return code or 0
