"""What was done in a game, line by line, and the state before each line: undo, branch and "why" live on it.

Lines are only ever appended. A line that takes others back (undo, rewind) leaves them in the list and out of what is in
force: every line knows the line in force before it, so that what is in force is a path through the list.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.kernel import codes
from sim.table.actions import Action

STEPS = ("news", "demand", "response", "talks", "home", "resolve", "end")  # in the order of STEP_* of the layout
START = 0  # number of the entry that holds the start of the game

RowCells = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An accepted line and the rows of the ledger it left; entry 0 is the start of the game, without line and action.

    number: from 1; round, step: when it was said; before: number of the entry in force before it.
    """

    number: int
    round: int
    step: int
    line: str
    action: Action | None
    rows: tuple[RowCells, ...] = field(repr=False)
    before: int = START

    @property
    def step_name(self) -> str:
        """The step in which it was said."""
        return STEPS[self.step]

    @property
    def is_play(self) -> bool:
        """True for an act of a seat that the kernel carried out."""
        return self.action is not None and self.action.kind < codes.N_ACT_KINDS


class History:
    """Entries in order, and a copy of the state before each. The states are lists of the cells before SCRATCH."""

    def __init__(self, start: Entry) -> None:
        self.entries: list[Entry] = [start]
        self._states: list[list[int]] = [[]]

    def add(self, entry: Entry, before: list[int]) -> None:
        """Append a line with the state before it."""
        self.entries.append(entry)
        self._states.append(before)

    @property
    def last(self) -> int:
        """Number of the last line."""
        return len(self.entries) - 1

    def in_force(self) -> list[Entry]:
        """The entries whose effects stand, from the start on."""
        path = [self.entries[-1]]
        while path[-1].number != START:
            path.append(self.entries[path[-1].before])
        return path[::-1]

    def last_play(self) -> Entry | None:
        """The last act of a seat that is in force, or None."""
        entry = self.entries[-1]
        while entry.number != START and not entry.is_play:
            entry = self.entries[entry.before]
        return entry if entry.is_play else None

    def state_after(self, number: int, now: list[int]) -> list[int]:
        """The state behind a line. now: the present one."""
        return self._states[number + 1] if number < self.last else now

    def state_before(self, number: int) -> list[int]:
        """The state before a line."""
        return self._states[number]

    def upto(self, number: int) -> History:
        """A history of its own, of the lines up to a number. Entries and states are shared: neither ever changes."""
        copy = History(self.entries[START])
        copy.entries = self.entries[: number + 1]
        copy._states = self._states[: number + 1]
        return copy
