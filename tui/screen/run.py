"""Runs the program in the terminal and gives back an exit code; whatever happens, the terminal is left as it was found."""

from __future__ import annotations

from tui import console
from tui.desk import Desk, kept
from tui.plain.table import Table
from tui.screen.app import NemawashiApp
from tui.screen.playing import Playing
from tui.seated import Seated


def playing_of(desk: Desk, seated: Seated) -> Playing:
    """A game at the screen."""
    table = Table(seated.game, dict(seated.people), seated.turns.bots, desk.language)
    return Playing(table, seated.turns, seated.record, seated.styles, seated.is_new)


def run_game(desk: Desk, seated: Seated) -> int:
    """Play a game at the screen."""
    return run(NemawashiApp(desk, playing_of(desk, seated)))


def run_alone(desk: Desk) -> int:
    """Open the first screen."""
    return run(NemawashiApp(desk))


def run(app: NemawashiApp) -> int:
    """Run the program; a fault is raised once the terminal is itself again."""
    code = app.run()
    if app.trouble is not None:
        raise app.trouble
    where = kept(app.desk)
    if where:
        console.note(where)
    return code or 0
