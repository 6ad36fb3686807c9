"""A game walked through again by its ledger: the cells as they stood at every row, without playing a rule.

The ledger holds changes only; who wants to know what a row of demands said, or what a group's support was at a vote, walks
with the shadow. Scratch cells and forced draws are not in the ledger, so they are not in the shadow either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from sim.kernel import layout as s
from sim.kernel.layout import STATE_SIZE, UNSET
from sim.kernel.ledger import G_AFTER, G_CELL, G_MODIFIER
from sim.table.actions import Action


class Row(NamedTuple):
    """A row of the ledger with names. cell: below -1 for a draw (its purpose is -2 - cell); modifier: UNSET for a change."""

    round: int
    step: int
    cell: int
    before: int
    after: int
    asked: int
    cause: int
    modifier: int
    audience: int

    @classmethod
    def of(cls, row: Sequence[int]) -> Row:
        """From the nine integers of the ledger, which stand in this order (`sim/kernel/ledger.py`)."""
        return cls._make(row)

    @property
    def is_draw(self) -> bool:
        """Whether chance decided something here."""
        return self.cell < UNSET

    @property
    def is_change(self) -> bool:
        """Whether a cell was written; other rows tell of draws, and of what a modifier made of an amount."""
        return self.cell > UNSET and self.modifier == UNSET


class Entry(Protocol):
    """An accepted line of a game with the rows it left. number 0 is the start of the game: no line, no action."""

    @property
    def number(self) -> int: ...

    @property
    def line(self) -> str: ...

    @property
    def action(self) -> Action | None: ...

    @property
    def rows(self) -> Sequence[Sequence[int]]: ...


@dataclass(frozen=True, slots=True)
class DemandRow:
    """A demand on the table as its cells stand."""

    key: tuple[int, ...]  # place, card, serial, round in which it came: what stays the same while it is there
    row: int
    cells: tuple[int, ...]


@dataclass(slots=True)
class Shadow:
    """The cells of a game at one moment of its ledger."""

    cells: list[int] = field(default_factory=lambda: [0] * STATE_SIZE)

    @classmethod
    def behind(cls, entries: Iterable[Entry]) -> Shadow:
        """The cells behind these entries, the start of the game among them."""
        shadow = cls()
        for entry in entries:
            for row in entry.rows:
                if row[G_CELL] > UNSET and row[G_MODIFIER] == UNSET:
                    shadow.cells[row[G_CELL]] = row[G_AFTER]
        return shadow

    def take(self, row: Row) -> None:
        """Go one row on."""
        if row.is_change:
            self.cells[row.cell] = row.after

    def demands(self) -> tuple[DemandRow, ...]:
        """The demands on the table."""
        found = []
        for row in range(self.cells[s.N_DEMANDS]):
            at = s.DEMANDS + row * s.DEMAND_WIDTH
            cells = tuple(self.cells[at : at + s.DEMAND_WIDTH])
            found.append(DemandRow((cells[s.D_PLACE], cells[s.D_CARD], cells[s.D_SERIAL], cells[s.D_CAME]), row, cells))
        return tuple(found)

    def links(self) -> tuple[tuple[int, int, int], ...]:
        """The links in force: two issues and who proposed it."""
        rows = range(s.LINKS, s.LINKS + self.cells[s.N_LINKS] * s.LINK_WIDTH, s.LINK_WIDTH)
        return tuple((self.cells[at + s.K_A], self.cells[at + s.K_B], self.cells[at + s.K_BY]) for at in rows)

    def package(self, issues: int) -> tuple[int | None, ...]:
        """The standing offer, or the accord."""
        return tuple(None if level == UNSET else level for level in self.cells[s.STANDING : s.STANDING + issues])

    def levels(self, issues: int) -> tuple[int, ...]:
        """The levels in force."""
        return tuple(self.cells[s.LEVEL : s.LEVEL + issues])
