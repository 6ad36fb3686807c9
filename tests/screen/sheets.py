"""What the tests of the own sheets share: a curtain that hears at once, games brought somewhere, what was sent."""

from __future__ import annotations

import pytest

from sim.table.notation import read_action
from tests.screen.driving import Driver
from tui.screen.app import NemawashiApp
from tui.screen.faces import curtain

TO_HOME = (
    "us demand dm08", "jp answer dm08 counter T1", "jp done", "us offer T1=1 T2=3", "jp offer D2=1 T1=1 T2=1", "us accept", "us submit",
)  # fmt: skip
SHORT_OF_HOME = TO_HOME[:-1]


def hear_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The curtain hears keys at once."""
    monkeypatch.setattr(curtain, "DEAF", 0.0)


def bring(app: NemawashiApp, *lines: str) -> NemawashiApp:
    """Play lines of all sides before the program is opened; what there was to read is read. `done` is said where nothing else is left."""
    play = app.play
    assert play is not None
    game = play.game
    for line in lines:
        action = read_action(line, game.scenario, game.seating, game.context())
        while action.seat not in game.to_move() or game.why_not(action) is not None:
            seat = game.to_move()[0]
            game.take(read_action("done", game.scenario, game.seating, game.context(), seat))
        game.take(action)
    play.follow()
    play.stops.clear()
    return app


def lines(driver: Driver) -> list[str]:
    """Every line that was accepted, as it stands in the record."""
    assert driver.app.play is not None
    return [entry.line for entry in driver.app.play.game.lines]


def since(driver: Driver, count: int, seat: str) -> list[str]:
    """The lines of a seat behind the first so many."""
    return [line for line in lines(driver)[count:] if line.startswith(f"{seat} ")]


def hint(driver: Driver) -> str:
    """What stands on the lines above the key bar."""
    from tui.screen.bars import Bar

    bar = driver.app.screen.query_one("#hint", Bar)
    return " ".join("".join(span.text for span in row.line).strip() for row in bar.page.rows)
