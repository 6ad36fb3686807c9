"""Names of the numbers of a game, as tests write them, and the cells in which they stand.

`m_tariff`, `post_close`, `friction` (a counter with one cell a side: `us.calm`), `D2` (level in force), `us_base` (support),
`us.capital`, `us.tokens`, `us_l01.credibility`. Indexes of everything else go by id.
"""

from __future__ import annotations

from sim.domain import Scenario
from sim.kernel import layout as s_
from sim.kernel import tables as t_


class Names:
    """Cells and indexes of a scenario by name."""

    def __init__(self, scenario: Scenario) -> None:
        self.cells: dict[str, int] = {}
        for entry in (*scenario.meters, *scenario.courses):
            self.cells[entry.id] = entry.cell
        t = scenario.tables
        per_party = {t[t_.T_COUNTER_CELL + k] for k in range(t[t_.T_N_COUNTERS]) if t[t_.T_COUNTER_PER_PARTY + k] == 1}
        for counter in scenario.counters:
            if counter.cell in per_party:
                self.cells |= {f"{party.id}.{counter.id}": counter.cell + party.index for party in scenario.parties}
            else:
                self.cells[counter.id] = counter.cell
        self.cells |= {issue.id: s_.LEVEL + issue.index for issue in scenario.issues}
        self.cells |= {group.id: group.support_cell for group in scenario.groups}
        for party in scenario.parties:
            self.cells |= {f"{party.id}.capital": s_.CAPITAL + party.index, f"{party.id}.tokens": s_.TOKENS + party.index}
        self.cells |= {f"{lever.id}.credibility": s_.CREDIBILITY + lever.index for lever in scenario.levers}
        self.names = {cell: name for name, cell in self.cells.items()}
        self.starts = {
            cell: t_.T_METER_START + cell - s_.METER for cell in self.cells.values() if s_.METER <= cell < s_.METER + s_.MAX_METERS
        }
        self.starts |= {s_.LEVEL + issue.index: t_.T_ISSUE_START + issue.index for issue in scenario.issues}
        self.starts |= {group.support_cell: t_.T_GROUP_START + group.index for group in scenario.groups}
        self.starts |= {s_.CAPITAL + party.index: t_.T_CAPITAL_START + party.index for party in scenario.parties}
        self.starts |= {s_.CREDIBILITY + lever.index: t_.T_LEVER_CREDIBILITY + lever.index for lever in scenario.levers}
        pools = (
            scenario.parties,
            scenario.issues,
            scenario.postures,
            scenario.groups,
            scenario.levers,
            scenario.initiatives,
            scenario.events,
            scenario.demands,
        )
        self.indexes: dict[str, int] = {entry.id: entry.index for pool in pools for entry in pool}

    def cell(self, name: str) -> int:
        """Cell of a named number."""
        return self.cells[name]

    def of_cell(self, cell: int) -> str:
        """Name of the number in a cell, "" where it has none."""
        return self.names.get(cell, "")

    def start_cell(self, name: str) -> int:
        """Cell of the tables that holds the start value of a named number."""
        return self.starts[self.cells[name]]

    def index(self, id_: str) -> int:
        """Index of an entry."""
        return self.indexes[id_]
