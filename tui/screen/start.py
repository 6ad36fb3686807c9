"""Starts and reopens games for the terminal: the table is laid at once, the game is read on a thread, and then it is seated.

What cannot be opened is told on the face that asked, in the sentences of the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screen.app import NemawashiApp
    from tui.screen.host import Host
    from tui.screen.playing import Playing
    from tui.seated import Seated


@dataclass(slots=True)
class Plan:
    """A game that is about to be set up. side: parties with commas, `both` or `none`; bots: styles; languages: by seat id."""

    scenario: str = ""
    side: str | None = None
    seats: str | None = None
    bots: str | None = None
    languages: dict[str, str] = field(default_factory=dict)


def begin(app: NemawashiApp, plan: Plan) -> None:
    """A new game at the table, its briefing on top."""

    def set_up() -> Seated:
        from tui.apart import scenario
        from tui.commands.play import first_game, set_table

        name = plan.scenario or first_game()
        return set_table(app.desk, name, plan.side, plan.seats, None, plan.bots, languages=plan.languages, scenario_of=scenario)

    app.seat_down(set_up)


def reopen(app: NemawashiApp, record: Path) -> None:
    """A recorded game at the table, at the same prompt."""

    def set_up() -> Seated:
        from tui.apart import scenario_of_text
        from tui.commands.resume import reopen as open_record

        return open_record(app.desk, record, None, scenario_of_text)

    app.seat_down(set_up)


def seated_at(app: Host, set_up: Callable[[], Seated]) -> Playing:
    """On a thread: read the game and seat everybody. Raises what is in the way."""
    from tui.screen.run import playing_of

    seated = set_up()
    playing = playing_of(app.desk, seated)
    playing.view()  # made here, so that the first drawing need not wait for it
    return playing


def sentence(app: Host, trouble: BaseException) -> str:
    """What is said about a trouble that is no fault of ours; "" for one that is."""
    from tui.troubles import sentences_of

    found = sentences_of(trouble, app.desk)
    return " ".join(found[0]) if found is not None else ""
