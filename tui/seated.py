"""A game with everybody seated: ready to be played at the screen or in plain mode."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui import console
from tui.desk import Desk

if TYPE_CHECKING:
    from sim.lab.turns import Turns
    from sim.table.game import Game
    from sim.table.keeper import Keeper


@dataclass(frozen=True, slots=True)
class Seated:
    """people: language by shown seat id of those played by persons; styles: of bots; is_new: nothing was done in it before.

    keeper: its record, open; None for a game that is only looked at.
    """

    game: Game
    turns: Turns
    people: dict[str, str]
    styles: dict[str, str]
    keeper: Keeper | None
    is_new: bool

    @property
    def record(self) -> Path | None:
        """Where the game is kept."""
        return self.keeper.path if self.keeper is not None else None


def play_plain(desk: Desk, seated: Seated) -> int:
    """Play it in plain mode."""
    from tui.plain.run import Seats, play

    with seated.keeper or nullcontext():
        desk.record = seated.record
        play(desk, seated.game, seated.turns, Seats(seated.people, seated.styles), seated.record, is_new=seated.is_new)
    return 0


def has_screen() -> bool:
    """Whether a full screen can be drawn: a terminal on both sides that can be addressed, and UTF-8."""
    import os
    import sys

    if os.environ.get("TERM", "") in ("dumb", "unknown") and os.name != "nt":
        return False
    if not (console.is_terminal(sys.stdin) and console.is_terminal(sys.stdout)):
        return False
    return str(getattr(sys.stdout, "encoding", "")).lower() in console.UTF8
