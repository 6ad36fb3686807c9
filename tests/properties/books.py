"""What must be true of the books of any game at any time: numbers within bounds, and every change in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.ledger import G_AFTER, G_BEFORE, G_CAUSE, G_CELL, G_MODIFIER
from sim.table.game import Game
from sim.table.history import Entry
from tests.properties.worlds import state_of


def bounds_broken(game: Game) -> Iterator[str]:
    """Every number of the game that is out of its bounds."""
    scenario, cells = game.scenario, state_of(game)
    for meter in (*scenario.meters, *scenario.courses):
        if not meter.low <= cells[meter.cell] <= meter.high:
            yield f"{meter.id} is {cells[meter.cell]}, not {meter.low}..{meter.high}"
    for group in scenario.groups:
        if not 0 <= cells[group.support_cell] <= 100:
            yield f"support of {group.id} is {cells[group.support_cell]}"
    for issue in scenario.issues:
        if not 0 <= cells[s.LEVEL + issue.index] < len(issue.levels):
            yield f"{issue.id} stands at {cells[s.LEVEL + issue.index]}"
    for lever in scenario.levers:
        if not -1 <= cells[s.CREDIBILITY + lever.index] <= 100:
            yield f"credibility of {lever.id} is {cells[s.CREDIBILITY + lever.index]}"
    yield from purses_broken(game, cells)


def purses_broken(game: Game, cells: list[int]) -> Iterator[str]:
    """Capital, tokens and groundwork of each party."""
    for party in game.scenario.parties:
        capital, spent = cells[s.CAPITAL + party.index], cells[s.SPENT + party.index]
        if not 0 <= capital <= game._t[k.T_HIGH + s.CAPITAL + party.index]:
            yield f"capital of {party.id} is {capital}"
        if not 0 <= spent <= capital and cells[s.STEP] == s.STEP_HOME:
            yield f"{party.id} has put {spent} of {capital} on groups"
        if cells[s.TOKENS + party.index] < 0:
            yield f"tokens of {party.id} are {cells[s.TOKENS + party.index]}"
    for seat in game.seating.seats:
        if cells[s.SEAT_TOKENS + seat.index] < 0:
            yield f"tokens of {seat.id} are {cells[s.SEAT_TOKENS + seat.index]}"


def take_rows(cells: list[int], rows: Iterable[tuple[int, ...]]) -> None:
    """Carry the changes of the ledger out on a copy of the state. A row that does not fit the state is a fault."""
    for row in rows:
        cell = row[G_CELL]
        if cell < 0 or row[G_MODIFIER] != s.UNSET:
            continue  # a draw, or what a modifier made of an amount
        assert cells[cell] == row[G_BEFORE], f"cell {cell} is {cells[cell]}, and a row of the ledger changes it from {row[G_BEFORE]}"
        cells[cell] = row[G_AFTER]


def rebuilt(game: Game) -> list[int]:
    """The state as the ledger tells it, from nothing on."""
    cells = [0] * s.SCRATCH
    for entry in game.history:
        take_rows(cells, entry.rows)
    return cells


def unexplained(game: Game, entry: Entry) -> Iterator[str]:
    """Changes of numbers that people follow which no entry of the rule files stands behind."""
    shown = numbers_people_follow(game)
    for row in entry.rows:
        cell = row[G_CELL]
        if cell in shown and row[G_MODIFIER] == s.UNSET and not 0 <= row[G_CAUSE] < len(game.scenario.causes):
            yield f"{shown[cell]} changed from {row[G_BEFORE]} to {row[G_AFTER]} at `{entry.line}` without a cause"


def numbers_people_follow(game: Game) -> dict[int, str]:
    """Cells of meters, courses, supports, levels, capital and credibility, with their names."""
    scenario = game.scenario
    return {
        **{meter.cell: meter.id for meter in (*scenario.meters, *scenario.courses)},
        **{group.support_cell: group.id for group in scenario.groups},
        **{s.LEVEL + issue.index: issue.id for issue in scenario.issues},
        **{s.CAPITAL + party.index: f"{party.id}.capital" for party in scenario.parties},
        **{s.CREDIBILITY + lever.index: lever.id for lever in scenario.levers},
    }
