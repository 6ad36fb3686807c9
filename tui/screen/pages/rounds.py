"""The round report: what moved in Resolve and why, by number; then what falls due."""

from __future__ import annotations

from rich.cells import cell_len

from sim.table import happened as h
from tui.plain import sheets
from tui.plain.report import SUPPORT, by_cell, cause_short, is_news, levels_line, support_text
from tui.screen.ink import BLANK, Page, Row, Span, fit, paragraph, row, wrapped
from tui.screen.look import Look
from tui.screen.stops import Stop

NAME, NUMBERS, MOVED = 18, 12, 6


def report(look: Look, cells: int, stop: Stop, with_support: bool) -> Page:
    """One number a row, with what moved it. with_support: the groups too, one by one."""
    names = look.names
    rows = paragraph(look.drawn(levels_line(names, [event for event in stop.events if isinstance(event, h.LevelChanged)])), cells)
    changes = by_cell([event for event in stop.events if isinstance(event, h.NumberChanged)])
    rows += [each for moved in changes if is_news(moved) and moved[0].name.kind != SUPPORT for each in number_rows(look, moved, cells)]
    support = [moved for moved in changes if moved[0].name.kind == SUPPORT]
    if with_support:
        rows += [each for moved in support for each in number_rows(look, moved, cells)]
    elif support:
        text = look.say("report-support", groups=names.listed([support_text(names, moved) for moved in support]))
        rows += paragraph(text, cells, ink="soft")
    return Page(look.say("rounds-title", round=stop.round), tuple(rows))


def number_rows(look: Look, changes: list[h.NumberChanged], cells: int) -> list[Row]:
    """A number from where to where, and every cause with its amount; a cause that moved it twice is told once."""
    moved: dict[str, int] = {}
    for change in changes:
        cause = cause_short(look.names, change.cause)
        moved[cause] = moved.get(cause, 0) + change.after - change.before
    first, last = changes[0], changes[-1]
    parts = look.names.listed([f"{cause} {look.signed(amount)}" for cause, amount in moved.items()])
    total = last.after - first.before
    head = (
        Span(f"  {fit(look.names.number(first.name), NAME)}"),
        Span(fit(f"{first.before} > {last.after}", NUMBERS, right=True), "strong"),
        Span(fit(look.signed(total), MOVED, right=True) + "   ", "good" if total > 0 else "bad" if total < 0 else "soft"),
    )
    room = cells - sum(cell_len(span.text) for span in head) - 1
    texts = wrapped(parts, max(room, 10))
    rest = [row(" " * (cells - room - 1), text) for text in texts[1:]]
    return [Row((*head, Span(texts[0])), key=f"{first.name.what}", why=(first.name.what,)), *rest]


def due(look: Look, cells: int, stop: Stop) -> Page:
    """Demands with their deadlines, joint work that gets ready, what may be named, what the next News step brings."""
    rows: list[Row] = []
    if not look.view.is_over:
        for text in sheets.due(look.names, look.view, stop.round):
            rows += paragraph(text, cells)
        drifting = [meter for meter in look.view.meters if meter.drift]
        if drifting:
            parts = [f"{sheets.meter_name(look.names, meter)} {look.signed(meter.drift)}" for meter in drifting]
            rows += paragraph(look.say("rounds-drift", parts=look.names.listed(parts)), cells, ink="soft")
    if not rows:
        rows = paragraph(look.say("rounds-nothing-due"), cells, ink="soft")
    return Page(look.say("rounds-due"), (*rows, BLANK, *paragraph(look.say("report-note"), cells, ink="soft")))
