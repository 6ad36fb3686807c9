"""Starts and reopens games for the terminal: sets the table, opens the record, hands both to the program.

What cannot be opened is told on the face that asked, in the sentences of the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tui.seated import Seated

if TYPE_CHECKING:
    from tui.screen.app import NemawashiApp


@dataclass(slots=True)
class Plan:
    """A game that is about to be set up. side: a party, `both` or `none`; styles: "A,B" of bots; languages: by seat id."""

    scenario: str = ""
    side: str | None = None
    seats: str | None = None
    bots: str | None = None
    languages: dict[str, str] = field(default_factory=dict)
    briefing: bool = True


def begin(app: NemawashiApp, plan: Plan) -> None:
    """A new game at the table, its briefing on top."""
    from tui.commands.play import first_game, set_table

    def set_up() -> Seated:
        name = plan.scenario or first_game()
        return set_table(app.desk, name, plan.side, plan.seats, None, plan.bots, languages=plan.languages)

    seat_down(app, set_up)
    if app.play is not None and plan.briefing and not app.play.is_shared and app.play.table.people:
        app.show_briefing()


def reopen(app: NemawashiApp, record: Path) -> None:
    """A recorded game at the table, at the same prompt."""
    from tui.commands.resume import reopen as open_record

    seat_down(app, lambda: open_record(app.desk, record))


def seat_down(app: NemawashiApp, set_up: Callable[[], Seated]) -> None:
    """Open the table of a game; tell why where that cannot be."""
    from tui.screen.run import playing_of

    seated = told(app, set_up)
    if isinstance(seated, Seated):
        app.desk.record, app.desk.is_over = seated.record, False
        app.play = playing_of(app.desk, seated)
        app.open_table()


def told(app: NemawashiApp, work: Callable[[], object]) -> object:
    """What some work gives; None where something was in its way, which is then told on the face."""
    from tui.troubles import sentences_of

    try:
        return work()
    except Exception as trouble:
        found = sentences_of(trouble, app.desk)
        if found is None:
            raise
        app.face.tell(" ".join(found[0]))
        return None
