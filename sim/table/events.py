"""From the ledger to what happened: each row of each accepted line, as its viewer may know it.

A row goes to its audience and to nobody else; an act that is sealed goes to its own side. Demands and links are compared
before and after their line, so that rows moving up in a list are no events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sim.domain import Scenario
from sim.kernel import codes
from sim.kernel import layout as s
from sim.table import happened as h
from sim.table.cells import is_shown_as_number
from sim.table.happened import Happened
from sim.table.seating import Seating
from sim.table.shadow import DemandRow, Entry, Row
from sim.table.teller import ALL, Teller, some
from sim.table.telling import of_cell

__all__ = ["ALL", "Happened", "chain_of", "events_from", "of_entry", "of_row"]

Told = Iterator[h.Happened]
ENDS = (h.StepBegan, h.RoundBegan, h.GameEnded)


def events_from(entries: Iterable[Entry], scenario: Scenario, seating: Seating, t: Sequence[int], viewer: int) -> tuple[Happened, ...]:
    """What a viewer was told by a whole game. entries: from the start of the game on: the ledger holds changes only."""
    teller = Teller.of(scenario, seating, t, viewer)
    return tuple(happened for entry in entries for happened in of_entry(teller, entry))


def of_entry(teller: Teller, entry: Entry) -> Told:
    """Everything of one accepted line."""
    teller.number = entry.number
    before, links = teller.shadow.demands(), teller.shadow.links()
    if entry.action is not None and teller.may_see_act(entry.action):
        yield h.ActDone(entry.number, entry.action, entry.line)
    for row in map(Row.of, entry.rows):
        for happened in of_row(teller, row):
            if isinstance(happened, ENDS):  # what a line did to demands is told before what comes behind it
                yield from changed_demands(teller, before)
                before = teller.shadow.demands()
            yield happened
    yield from changed_demands(teller, before)
    yield from changed_links(teller, links)
    yield from wrong_name(teller, entry)


def of_row(teller: Teller, row: Row) -> Told:
    """One row, and the shadow one row on."""
    if row.is_draw:
        if teller.viewer == ALL:
            yield h.Drawn(teller.number, -2 - row.cell, row.before, row.after, row.asked)
    elif not row.is_change:
        teller.modified.append(row)
    else:
        yield from of_change(teller, row)
        teller.modified = []


def of_change(teller: Teller, row: Row) -> Told:
    """A change of a cell. Start values, before the first round, are no events."""
    if row.cell == s.N_DEMANDS:
        yield from moved_demands(teller, row)
        return
    teller.shadow.take(row)
    if not teller.may_see(row):
        return
    if is_shown_as_number(teller.names.get(row.cell)):
        if row.round > 0:
            yield changed_number(teller, row)
    else:
        yield from of_cell(teller, row)


def changed_number(teller: Teller, row: Row) -> h.NumberChanged:
    """A number that people follow, with what modifiers made of the amount."""
    chain = chain_of(teller.modified, row)
    asked = chain[0].before if chain else row.after - row.before
    made = tuple(h.Modified(link.modifier, link.before, link.after) for link in chain)
    return h.NumberChanged(teller.number, teller.names[row.cell], row.cell, row.before, row.after, asked, teller.cause(row.cause), made)


def chain_of(modified: Sequence[Row], change: Row) -> list[Row]:
    """The rows of modifiers that belong to a change: right before it, each going on from the last.

    A change that a modifier brings to nothing, or that a bound stops, leaves modifier rows and no row of its own. Such a
    leftover is told by its amounts: the chain of a change begins with what the change asked.
    """
    chain: list[Row] = []
    asked = change.asked - change.before
    for row in reversed(modified):
        if row.cell != change.cell or (chain and row.after != chain[0].before):
            break
        chain.insert(0, row)
        if row.before == asked:
            return chain
    return []


def moved_demands(teller: Teller, row: Row) -> Told:
    """N_DEMANDS, written when a new row stands, or when the rows behind one that left have moved up."""
    known = teller.on_table
    teller.shadow.take(row)
    now = teller.shadow.demands()
    teller.on_table = now
    if row.after > row.before:
        cells = now[-1].cells
        level = some(cells[s.D_ASKED])
        yield h.DemandCame(teller.number, teller.name(now[-1]), cells[s.D_ISSUE], level, cells[s.D_DUE], cells[s.D_FROM])
        return
    left = {demand.key for demand in known} - {demand.key for demand in now}
    for demand in known:
        if demand.key in left:
            yield h.DemandLeft(teller.number, teller.name(demand), demand.cells[s.D_ISSUE], teller.leaving or "withdrawn")
    teller.leaving = ""


def changed_demands(teller: Teller, before: tuple[DemandRow, ...]) -> Told:
    """Demands that are there before and after this line, and say something else."""
    old = {demand.key: said(demand.cells) for demand in before}
    for demand in teller.shadow.demands():
        answer, asked, due, initiative = said(demand.cells)
        if old.get(demand.key, (answer, asked, due, initiative)) != (answer, asked, due, initiative):
            yield h.DemandChanged(teller.number, teller.name(demand), answer, some(asked), due, some(initiative))


def said(cells: tuple[int, ...]) -> tuple[int, int, int, int]:
    """What a demand says: answer, level asked, deadline, initiative."""
    return cells[s.D_ANSWER], cells[s.D_ASKED], cells[s.D_DUE], cells[s.D_INITIATIVE]


def changed_links(teller: Teller, before: tuple[tuple[int, int, int], ...]) -> Told:
    """Links that came and links that ended at this line."""
    now = teller.shadow.links()
    yield from (h.LinkMoved(teller.number, *link, is_in_force=True) for link in now if link not in before)
    yield from (h.LinkMoved(teller.number, *link, is_in_force=False) for link in before if link not in now)


def wrong_name(teller: Teller, entry: Entry) -> Told:
    """A naming that was not right leaves no mark but the guess itself."""
    if entry.action is not None and entry.action.kind == codes.ACT_GUESS:
        party = teller.seating.named(entry.action.seat).party
        if teller.cells[s.NAMED_RIGHT + party] == 0:
            yield h.PostureNamed(teller.number, party, teller.cells[s.GUESS + party], is_right=False)
