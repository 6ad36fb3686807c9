"""Games brought to what has to be read: a vote, a round report, the end. Written lines, or bots that play by themselves."""

from __future__ import annotations

from pathlib import Path

from sim.kernel import codes as c
from sim.table.notation import read_action
from tests.screen.driving import app_on
from tests.screen.sheets import TO_HOME
from tui.screen.app import NemawashiApp
from tui.screen.stops import Stop

RATIFIED = (*TO_HOME, "jp groundwork jp_opposition=4", "jp submit")
REFUSED = (*TO_HOME, "jp submit")
NOTHING: tuple[str, ...] = ()
THREE = str(Path(__file__).parents[1] / "packs" / "three.yaml")


def at_stop(folder: Path, kind: str, lines: tuple[str, ...] = RATIFIED, language: str = "en", side: str = "jp") -> NemawashiApp:
    """A short game with the first stop of a kind to be read next. lines: of all sides; for the end everybody then only lets time pass."""
    app = app_on(folder, "spring-short", side, language=language)
    assert app.play is not None
    game = app.play.game
    for line in lines:
        action = read_action(line, game.scenario, game.seating, game.context())
        while action.seat not in game.to_move() or game.why_not(action) is not None:
            game.take(read_action("done", game.scenario, game.seating, game.context(), game.to_move()[0]))
        game.take(action)
    while kind == "end" and not game.is_over:
        options = game.options(game.to_move()[0])
        idle = (option.action for wanted in (c.ACT_DONE, c.ACT_HOLD) for option in options.allowed if option.action.kind == wanted)
        chosen = next(idle, None) or options.sample(1)
        assert chosen is not None
        game.take(chosen)
    app.play.follow()
    return only(app, kind)


def of_bots(folder: Path, scenario: str, kind: str, seed: int, language: str = "en") -> NemawashiApp:
    """A game that bots play up to the first stop of a kind."""
    app = app_on(folder, scenario, "none", seed=seed, language=language)
    assert app.play is not None
    while not any(stop.kind == kind for stop in app.play.stops) and app.play.turns.act():
        app.play.follow()
    return only(app, kind)


def only(app: NemawashiApp, kind: str) -> NemawashiApp:
    """What comes before the stop counts as read."""
    assert app.play is not None
    while app.play.stops[0].kind != kind:
        app.play.has_read()
    return app


def stop_of(app: NemawashiApp) -> Stop:
    """What waits to be read."""
    assert app.play is not None
    return app.play.stops[0]
