"""The first lines of a first game: a bot says what the scenario has written for its side, as long as that fits; then its style.

Every line is asked of the kernel on the bot's own mask, like any act. The style is asked as well, so that it remembers the
game as if it had been playing all along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.domain import Scenario
from sim.kernel import codes
from sim.kernel import layout as s
from sim.lab.turns import Player, Why
from sim.table.actions import Action, argument_of
from sim.table.context import context_of
from sim.table.drive import Decision
from sim.table.judging import may
from sim.table.notation import NotationError, read_action
from sim.table.seating import Seating

LESSON = "lesson"  # code of the reason
WAIT = (codes.NOT_NOW, codes.NOT_YOUR_TURN, codes.NOTHING_TO_DECIDE, codes.NOT_OPEN_YET)  # its moment is still to come
LAST_ROUND = 1


@dataclass(frozen=True, slots=True)
class Said:
    """A written line as a decision."""

    kind: int
    a: int
    b: int
    c: int
    cells: Sequence[int]


class Pupil:
    """A bot that begins with written lines. lines: (line, package it answers or "") in their order."""

    def __init__(self, style: Player, scenario: Scenario, seating: Seating, seat: str, lines: Sequence[tuple[str, str]]) -> None:
        self.style, self.scenario, self.seating, self.seat = style, scenario, seating, seat
        self.left = list(lines)
        self.why: Why | None = None

    def decide(self, t: Sequence[int], m: list[int], seat: int) -> Decision | None:
        """The next written line where it may be said now; else what the style says."""
        written = self.written(t, m, seat)
        of_style = self.style.decide(t, m, seat)
        if written is None:
            self.why = self.style.why
            return of_style
        self.why = (LESSON, ())
        return Said(written.kind, written.a, written.b, written.c, argument_of(written))

    def written(self, t: Sequence[int], m: list[int], seat: int) -> Action | None:
        """The next written line; None where it cannot be said now. One that will never fit ends the lesson."""
        if not self.left or m[s.ROUND] > LAST_ROUND:
            return None
        line, on = self.left[0]
        try:
            action = read_action(line, self.scenario, self.seating, context_of(self.scenario, m), self.seat)
            code = may(t, m, seat, action)
        except (NotationError, ValueError):
            self.left.clear()
            return None
        if code == codes.ALLOWED and self.answers(m, on):
            self.left.pop(0)
            return action
        if code not in WAIT:
            self.left.clear()
        return None

    def answers(self, m: Sequence[int], on: str) -> bool:
        """Whether the package on the table is the one that a line answers."""
        if not on:
            return True
        wanted = {part.partition("=")[0]: int(part.partition("=")[2]) for part in on.split()}
        issues = self.scenario.issues
        standing = {issue.id: m[s.STANDING + issue.index] for issue in issues if m[s.STANDING + issue.index] != s.UNSET}
        return m[s.PROPOSER] != s.UNSET and standing == wanted


def taught(scenario: Scenario, seating: Seating, seat: str, style: Player) -> Player:
    """The bot of a seat, with the lines that the scenario has written for its side, if there are any and it leads."""
    player = seating.named(seat)
    party = scenario.parties[player.party].id
    lines = [(says, on) for side, says, on in scenario.lesson if side == party]
    return Pupil(style, scenario, seating, seat, lines) if lines and player.head else style
