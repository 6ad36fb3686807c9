"""The state of a game in a test: its numbers by name, and what the ledger says about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from sim.domain import Scenario
from sim.kernel import layout as s_
from sim.kernel import tables as t_
from sim.kernel.layout import UNSET
from sim.kernel.ledger import LOG_HEAD, LOG_WIDTH
from sim.table.seating import seating_for, tables_for
from tests.rulebook.names import Names

LOG_ROWS = 6000
REGIONS = {"named_right": s_.NAMED_RIGHT, "mood": s_.MOOD, "home": s_.HOME, "gain": s_.INITIATIVE_GAIN, "status": s_.INITIATIVE_STATUS}
Row = tuple[int, ...]  # of the ledger: round, step, cell, before, after, asked, cause, modifier, audience


class State:
    """Tables, state and ledger of one game. Numbers are read by name: `state["m_tariff"]`, `state["us.capital"]`; see `names.py`."""

    def __init__(self, scenario: Scenario, counts: Mapping[str, int] | None) -> None:
        self.scenario = scenario
        self.names = Names(scenario)
        self.seating = seating_for(scenario, counts)
        self.t: list[int] = tables_for(scenario, self.seating)
        self.s: list[int] = [0] * s_.STATE_SIZE
        self.log: list[int] = [0] * (LOG_HEAD + LOG_WIDTH * LOG_ROWS)
        self.rows: list[Row] = []
        self.begun: list[int] = []

    def __getitem__(self, name: str) -> int:
        return self.s[self.names.cell(name)]

    def put(self, values: Mapping[str, int]) -> Self:
        """Set numbers, as a test may: no rule did it."""
        for name, value in values.items():
            self.s[self.names.cell(name)] = value
        return self

    def put_cell(self, region: str, id_: str, value: int) -> Self:
        """Set a cell of an entry in a region of the state that has no name of its own."""
        self.s[REGIONS[region] + self.names.index(id_)] = value
        return self

    def put_loosely(self, values: Mapping[str, int]) -> Self:
        """Set numbers, and what has no name of its own: "ratified" packages, initiatives "done", one's status, an event's round."""
        for name, value in values.items():
            if name in self.names.cells:
                self.s[self.names.cell(name)] = value
            elif name == "ratified":
                self.s[s_.RATIFIED] = value
            elif name.startswith("in"):
                self.s[s_.INITIATIVE_STATUS + self.names.index(name)] = value
            elif name == "done":
                self.s[s_.INITIATIVE_STATUS : s_.INITIATIVE_STATUS + value] = [3] * value
            else:
                self.s[s_.EVENT_PLAYED + self.names.index(name)] = value
        return self

    def gain_cell(self, initiative: str) -> int:
        """Cell of what an initiative brings the first side; those of the others follow."""
        return s_.INITIATIVE_GAIN + self.names.index(initiative) * s_.MAX_PARTIES

    def numbers(self) -> dict[str, int]:
        """Every number that has a name, as it stands."""
        return {name: self.s[cell] for name, cell in self.names.cells.items()}

    def since(self, before: Mapping[str, int]) -> dict[str, int]:
        """How far each number has moved since; those that stayed are left out."""
        return {name: value - before[name] for name, value in self.numbers().items() if value != before[name]}

    def state(self) -> list[int]:
        """Every cell of the state."""
        return self.s[: s_.STATE_END]

    def replayed(self) -> list[int]:
        """The state before the first round with every row of the ledger entered."""
        state = list(self.begun)
        for row in self.rows:
            if row[2] >= 0 and row[7] == UNSET:
                assert state[row[2]] == row[3], f"cell {row[2]} moved without a row"
                state[row[2]] = row[4]
        return state

    def asked(self, name: str, cause: str) -> list[tuple[int, int, int]]:
        """(before, after, wanted) of each change of a number by an entry."""
        cell = self.names.cell(name)
        return [(row[3], row[4], row[5]) for row in self.rows if row[2] == cell and row[7] == UNSET and self.is_by(row[6], cause)]

    def by(self, cause: str, round_: int = 0) -> dict[str, int]:
        """What an entry has moved so far (in one round, where it is named), by the causes in the ledger."""
        moved: dict[str, int] = {}
        for row in self.rows:
            name = self.names.of_cell(row[2])
            if name and row[7] == UNSET and self.is_by(row[6], cause) and round_ in (0, row[0]):
                moved[name] = moved.get(name, 0) + row[4] - row[3]
        return {name: amount for name, amount in moved.items() if amount}

    def resolve_of(self, cause: str, round_: int) -> dict[str, int]:
        """What an entry has moved in the Resolve of a round."""
        rows, self.rows = self.rows, [row for row in self.rows if row[1] == s_.STEP_RESOLVE]
        moved = self.by(cause, round_)
        self.rows = rows
        return moved

    def order_of(self, *causes: str) -> list[str]:
        """Names of the numbers that these entries moved in Resolve, in the order in which they moved."""
        rows = (row for row in self.rows if row[1] == s_.STEP_RESOLVE and any(self.is_by(row[6], cause) for cause in causes))
        return [self.names.of_cell(row[2]) for row in rows]

    def is_by(self, cause: int, id_: str) -> bool:
        """True for a row of the causes that belongs to this entry."""
        return 0 <= cause < len(self.scenario.causes) and self.scenario.causes[cause].id == id_

    def at_end_of(self, round_: int) -> dict[str, int]:
        """Every number that has a name, as it stood at the end of a round."""
        value = {cell: self.s[cell] for cell in self.names.cells.values()}
        for row in reversed(self.rows):
            if row[0] > round_ and row[2] in value and row[7] == UNSET:
                value[row[2]] = row[3]
        return {name: value[cell] for name, cell in self.names.cells.items()}

    def noted(self, round_: int, region: int, id_: str) -> int:
        """What was last written in a round into the cell of an entry, UNSET where nothing was but what begins a round."""
        cell = region + self.names.index(id_)
        return next((row[4] for row in reversed(self.rows) if row[0] == round_ and row[2] == cell), UNSET)

    def drain(self) -> None:
        """Take the new rows out of the log."""
        assert self.log[1] == 0, "the log is too small"
        for at in range(LOG_HEAD, LOG_HEAD + self.log[0] * LOG_WIDTH, LOG_WIDTH):
            self.rows.append(tuple(self.log[at : at + LOG_WIDTH]))
        self.log[0] = 0

    @property
    def round(self) -> int:
        """The round."""
        return self.s[s_.ROUND]

    @property
    def work(self) -> int:
        """What the mechanism does at the present point, WORK_*."""
        return self.t[t_.T_POINT_WORK + self.s[s_.POINT]]

    def program(self, text: str) -> int:
        """Program of an expression that stands somewhere in the rules, as written there."""
        return next(program for program, formula in self.scenario.formulas.items() if formula.text == text)
