"""What the numbers of a game are called: a cell of the state as kind and id, and back.

Bookkeeping (rows of demands, timers, marks) has no name of its own here; events tell of it in their own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sim.domain import Meter, Scenario, Text
from sim.kernel import layout as s


@dataclass(frozen=True, slots=True)
class CellName:
    """A number with a name. kind: meter, course, counter, support, level, capital, tokens, credibility, utility, a score.

    id: of the entry it belongs to (`m_tariff`, `jp_farm`, `T1`, a party, a lever, a seat's index). text: its words where the data has some.
    """

    kind: str
    id: str
    text: Text | None = None

    @property
    def what(self) -> str:
        """The name by which "why" is asked for it."""
        if self.kind in ("meter", "course", "counter", "support", "level"):
            return self.id
        return f"{self.id}.credibility" if self.kind == "credibility" else f"{self.kind}.{self.id}" if self.id else self.kind


PARTY_CELLS = {
    "capital": s.CAPITAL,
    "tokens": s.TOKENS,
    "utility": s.OWN_UTILITY,
    "final_utility": s.UTILITY,
    "gains": s.GAINS,
    "side": s.SIDE,
    "failed": s.FAILED,
    "yes_weight": s.YES_WEIGHT,
    "named_right": s.NAMED_RIGHT,
}
SINGLE_CELLS = {
    "now_sum": s.NOW_SUM,
    "start_sum": s.START_SUM,
    "best_sum": s.BEST_SUM,
    "efficiency": s.EFFICIENCY,
    "alliance": s.ALLIANCE,
    "joint": s.JOINT,
    "ratified": s.RATIFIED,
    "round": s.ROUND,
}
SEAT_CELLS = {"agenda": s.AGENDA_POINTS, "seat": s.SEAT_SCORE, "seat_tokens": s.SEAT_TOKENS}


def names_by_cell(scenario: Scenario) -> Mapping[int, CellName]:
    """The name of every cell that has one."""
    names: dict[int, CellName] = {}
    for kind, entries in (("meter", scenario.meters), ("course", scenario.courses)):
        names |= {entry.cell: CellName(kind, entry.id, entry.short) for entry in entries}
    names |= counter_names(scenario)
    names |= {group.support_cell: CellName("support", group.id, group.short) for group in scenario.groups}
    names |= {s.LEVEL + issue.index: CellName("level", issue.id, issue.short) for issue in scenario.issues}
    names |= {s.CREDIBILITY + lever.index: CellName("credibility", lever.id, lever.short) for lever in scenario.levers}
    for kind, region in PARTY_CELLS.items():
        names |= {region + party.index: CellName(kind, party.id, party.short) for party in scenario.parties}
    names |= {cell: CellName(kind, "") for kind, cell in SINGLE_CELLS.items()}
    for kind, region in SEAT_CELLS.items():
        names |= {region + seat: CellName(kind, str(seat)) for seat in range(s.MAX_SEATS)}
    return names


def counter_names(scenario: Scenario) -> dict[int, CellName]:
    """Counters: one cell, or one a party, named `calm.us`."""
    names: dict[int, CellName] = {}
    for counter in scenario.counters:
        for party, cell in counter_cells(scenario, counter):
            name = counter.id if party is None else f"{counter.id}.{scenario.parties[party].id}"
            names[cell] = CellName("counter", name, counter.short)
    return names


def counter_cells(scenario: Scenario, counter: Meter) -> tuple[tuple[int | None, int], ...]:
    """(party, cell) of a counter that has a cell for each party, else (None, cell)."""
    if not counter.per_party:
        return ((None, counter.cell),)
    return tuple((party.index, counter.cell + party.index) for party in scenario.parties)


def cells_by_name(scenario: Scenario) -> Mapping[str, int]:
    """The cell of each number by the name people use: `m_tariff`, `T1`, `capital.jp`, `us_l01.credibility`."""
    return {name.what: cell for cell, name in names_by_cell(scenario).items()}


def is_shown_as_number(name: CellName | None) -> bool:
    """Whether a change of it is told as a change of a number; levels and scores are told otherwise."""
    return name is not None and name.kind in ("meter", "course", "counter", "support", "capital", "credibility")
