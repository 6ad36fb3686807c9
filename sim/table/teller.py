"""Who tells one viewer of one game: the scenario, the shadow of the cells, and what rows may be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sim.domain import Cause, Scenario
from sim.kernel import codes
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.kernel.masking import TABLE, may_know
from sim.table.actions import ACT_FORCE, ACT_REWIND, Action
from sim.table.cells import CellName, names_by_cell
from sim.table.context import PLAIN_PREFIX
from sim.table.seating import Seating
from sim.table.shadow import DemandRow, Row, Shadow

ALL = -2  # a viewer who sees everything: the debrief, after the end

SEALED = (codes.ACT_CONSULT, codes.ACT_GROUNDWORK, codes.ACT_SUBMIT, codes.ACT_KEEP_BACK, codes.ACT_SUGGEST)


@dataclass(slots=True)
class Teller:
    """Walks one game for one viewer (a seat, TABLE, or ALL). modified: rows of modifiers that wait for their change.

    number: of the line being told. leaving: why the next demand leaves the table; on_table: the demands when their number
    last changed.
    """

    scenario: Scenario
    seating: Seating
    t: Sequence[int]
    viewer: int
    names: Mapping[int, CellName]
    shadow: Shadow = field(default_factory=Shadow)
    number: int = 0
    modified: list[Row] = field(default_factory=list)
    leaving: str = ""
    on_table: tuple[DemandRow, ...] = ()

    @classmethod
    def of(cls, scenario: Scenario, seating: Seating, t: Sequence[int], viewer: int) -> Teller:
        """A teller at the start of a game."""
        return cls(scenario, seating, t, viewer, names_by_cell(scenario))

    @property
    def party(self) -> int:
        """The viewer's party; UNSET at the public table and for the debrief."""
        return UNSET if self.viewer < 0 else self.seating.seats[self.viewer].party

    @property
    def cells(self) -> list[int]:
        """The cells as they stand."""
        return self.shadow.cells

    def may_see(self, row: Row) -> bool:
        """Whether a row is for this viewer."""
        return self.viewer == ALL or bool(may_know(self.t, row.audience, self.viewer))

    def may_see_act(self, action: Action) -> bool:
        """Whether an act is for this viewer: a sealed one is its own side's, a draw that is forced is nobody's."""
        if self.viewer == ALL or action.kind == ACT_REWIND:
            return True
        if action.kind == ACT_FORCE:
            return False
        if action.kind not in SEALED:
            return True
        return self.viewer != TABLE and self.seating.named(action.seat).party == self.party

    def cause(self, index: int) -> Cause | None:
        """The cause of a row, None for bookkeeping."""
        return self.scenario.causes[index] if 0 <= index < len(self.scenario.causes) else None

    def name(self, demand: DemandRow) -> str:
        """A demand as the notation names it."""
        card = demand.cells[s.D_CARD]
        return f"{PLAIN_PREFIX}{demand.cells[s.D_SERIAL]}" if card == UNSET else self.scenario.demands[card].id

    def package(self) -> tuple[int | None, ...]:
        """The package on the table."""
        return self.shadow.package(self.t[k.T_N_ISSUES])


def some(value: int) -> int | None:
    """A number, or None where the cell says that there is nothing."""
    return None if value == UNSET else value
