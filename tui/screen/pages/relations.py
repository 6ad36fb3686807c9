"""Relations: the meters a side watches, capital, and how many demands are open; at the public table, both sides' means."""

from __future__ import annotations

from sim.table.parts import MeterSeen
from tui.screen.ink import Page, Row, Span, fit, row
from tui.screen.look import Look

NAME, VALUE = 11, 4


def relations(look: Look, cells: int) -> Page:
    """Four lines at a glance."""
    rows = [meter_row(look, look.view.meters[index]) for index in watched(look)]
    if look.view.party is None:
        rows += [party_row(look, index) for index in range(len(look.view.parties))]
    else:
        rows.append(capital_row(look, look.view.party))
        rows.append(demands_row(look))
    return Page(look.say("relations-title"), tuple(rows[:4]))


def watched(look: Look) -> tuple[int, ...]:
    """The meters that stand first for who looks."""
    party = look.party if look.party is not None else 0
    return look.names.scenario.parties[party].watch or tuple(range(min(2, len(look.names.scenario.meters))))


def meter_row(look: Look, meter: MeterSeen) -> Row:
    """A meter: value, change in this round, drift."""
    entry = look.names.scenario.meters[meter.index]
    moved = look.moved.get(meter.cell, 0)
    drift = look.say("relations-drift", drift=look.signed(meter.drift)) if meter.drift else ""
    return row(
        " ", fit(look.narrow(entry.short), NAME), Span(fit(str(meter.value), VALUE, right=True), "strong", f"why:{meter.id}"),
        Span(fit(look.signed(moved) if moved else "", 5, right=True), "flash" if moved else ""), "  ", Span(drift, "soft"),
        key=meter.id, why=(meter.id, f"drift.{meter.id}"),
    )  # fmt: skip


def capital_row(look: Look, party: int) -> Row:
    """Capital of the own side, and what comes next round."""
    seen, id_ = look.view.parties[party], look.names.scenario.parties[party].id
    income = look.say("relations-drift", drift=look.signed(seen.income))
    return row(
        " ", fit(look.say("relations-capital"), NAME), Span(fit(str(seen.capital), VALUE, right=True), "strong", f"why:capital.{id_}"),
        " " * 7, Span(income, "soft"), key="capital", why=(f"capital.{id_}", f"income.{id_}"),
    )  # fmt: skip


def party_row(look: Look, party: int) -> Row:
    """Capital of a side, at the public table."""
    seen, entry = look.view.parties[party], look.names.scenario.parties[party]
    return row(
        " ", fit(look.say("relations-capital-of", side=look.names.party(party)), NAME + 4),
        Span(fit(str(seen.capital), VALUE, right=True), "strong"), key=f"capital {entry.id}", why=(f"capital.{entry.id}",),
    )  # fmt: skip


def demands_row(look: Look) -> Row:
    """Open demands and the nearest deadline."""
    due = [demand.due for demand in look.view.demands if not demand.is_met]
    text = look.say("relations-due", round=min(due)) if due else ""
    return row(
        " ", fit(look.say("relations-demands"), NAME), Span(fit(str(len(due)), VALUE, right=True), "strong"), " " * 7, text, key="demands"
    )
