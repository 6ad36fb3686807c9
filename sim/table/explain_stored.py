"""Why a stored number is what it is: its start, and every change that its viewer may know, round by round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sim.domain import Cause, Named, Scenario
from sim.kernel.layout import UNSET
from sim.kernel.ledger import G_CELL, G_MODIFIER
from sim.kernel.tables import T_HIGH, T_LOW
from sim.places import CAPITAL, CREDIBILITY, STARTS
from sim.table.cells import CellName
from sim.table.events import chain_of
from sim.table.known import Known
from sim.table.reason import (
    ASKED,
    BOUND,
    CHANGE,
    IN_ROUND,
    MODIFIER,
    NUMBER,
    RULE,
    START,
    START_VALUE,
    Reason,
    facts,
    of_cause,
    of_entry,
    origin_at,
    placed,
    shown,
)
from sim.table.shadow import Entry, Row


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one cell with the rows of modifiers that made it."""

    row: Row
    chain: tuple[Row, ...]


def changes_of(entries: Iterable[Entry], cell: int) -> Iterator[Change]:
    """Every change of a cell, in order, with the rows of modifiers right before it."""
    waiting: list[Row] = []
    for row in (row for entry in entries for row in entry.rows):
        is_change = row[G_CELL] > UNSET and row[G_MODIFIER] == UNSET
        if row[G_CELL] == cell and not is_change:
            waiting.append(Row.of(row))
        elif row[G_CELL] == cell:
            change = Row.of(row)
            yield Change(change, tuple(chain_of(waiting, change)))
        if is_change:
            waiting.clear()


def stored(known: Known, entries: Iterable[Entry], cell: int, name: CellName) -> Reason:
    """The number in a cell: start value, then the changes of each round. The viewer must be one who may know the cell."""
    changes = tuple(changes_of(entries, cell))
    first = [change for change in changes if change.row.round == 0]
    start = first[-1].row.after if first else 0
    rounds = sorted({change.row.round for change in changes if change.row.round > 0})
    children = [start_value(known.scenario, name, start)]
    for round_ in rounds:
        parts = tuple(reason_of(known, change) for change in changes if change.row.round == round_)
        children.append(Reason(IN_ROUND, sum(part.amount for part in parts), RULE, facts=facts(round=round_), children=parts))
    return Reason(NUMBER, known.m[cell], RULE, name.text, name.what, children=tuple(children))


def start_value(scenario: Scenario, name: CellName, start: int) -> Reason:
    """The value at the start of the game, with the entry that gives it where there is one."""
    entry = next((entry for entry in entries_of(scenario, name.kind) if entry.id == name.id), None)
    if entry is None:
        return Reason(START_VALUE, start, START)
    key = name.kind if name.kind in (CREDIBILITY, CAPITAL) else STARTS
    return placed(of_entry(entry, START_VALUE, start, START), scenario, (key, name.id))


def entries_of(scenario: Scenario, kind: str) -> Sequence[Named]:
    """The entries whose numbers have this kind of name."""
    pools: dict[str, Sequence[Named]] = {
        "meter": scenario.meters,
        "course": scenario.courses,
        "counter": scenario.counters,
        "support": scenario.groups,
        "level": scenario.issues,
        "credibility": scenario.levers,
        "capital": scenario.parties,
    }
    return pools.get(kind, ())


def reason_of(known: Known, change: Change) -> Reason:
    """One change: what was asked, what each modifier made of it, what a bound left of that."""
    row = change.row
    amount = row.after - row.before
    more = facts(round=row.round, step=row.step, before=row.before, after=row.after)
    return of_cause(cause_at(known.scenario, row.cause), CHANGE, amount, parts_of(known, change), more)


def parts_of(known: Known, change: Change) -> tuple[Reason, ...]:
    """The parts of a change; empty where it is as it was asked."""
    row, amount = change.row, change.row.after - change.row.before
    if change.chain:
        asked = change.chain[0].before
        made = [modifier(known.scenario, link) for link in change.chain]
    elif known.t[T_LOW + row.cell] <= row.asked <= known.t[T_HIGH + row.cell]:
        # Within the bounds nothing was cut off; acts that pay give no amount to compare with.
        return ()
    else:
        asked, made = row.asked - row.before, []
    left = amount - asked - sum(part.amount for part in made)
    cut = [Reason(BOUND, left, RULE, facts=facts(low=known.t[T_LOW + row.cell], high=known.t[T_HIGH + row.cell]))] if left else []
    return (Reason(ASKED, asked, RULE), *made, *cut) if made or cut else ()


def modifier(scenario: Scenario, link: Row) -> Reason:
    """What one modifier of the pack made of an amount."""
    entry = scenario.modifiers[link.modifier]
    cause = cause_at(scenario, link.cause)
    place = cause.place if cause else entry.place
    return Reason(
        MODIFIER,
        link.after - link.before,
        RULE,
        entry.label,
        place=shown(place),
        origin=origin_at(place, entry.source),
        facts=facts(id=entry.id, rule=entry.rule, before=link.before, after=link.after),
    )


def cause_at(scenario: Scenario, index: int) -> Cause | None:
    """The cause in a row of the ledger, None for bookkeeping."""
    return scenario.causes[index] if 0 <= index < len(scenario.causes) else None
