"""Finished games for the tests of debrief and replay: bots play them out, and the program stands at the table of the end."""

from __future__ import annotations

from pathlib import Path

from tests.screen.driving import Driver, app_on
from tui.screen.app import NemawashiApp

SEED = 8417  # found nowhere on a screen by accident


def finished(folder: Path, scenario: str = "spring-short", language: str = "en", seed: int = SEED) -> NemawashiApp:
    """A game of bots, over and read, its record closed."""
    app = app_on(folder, scenario, "none", seed, language)
    assert app.play is not None
    while app.play.turns.act():
        pass
    app.play.follow()
    app.play.stops.clear()
    return app


async def open_sheet(driver: Driver, name: str) -> None:
    """Open a sheet by its name, and wait until it has reckoned."""
    driver.app.show_sheet(name)
    await driver.settle()
