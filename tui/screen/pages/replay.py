"""Replay: the lines of a game one below the other, the agenda as it stood behind the chosen one, and what that line changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.cells import cell_len

from sim.table.draws import write_draw
from sim.table.happened import Drawn, NumberChanged
from tui.plain.names import Names
from tui.plain.report import by_cell, cause_short, is_news, levels_line
from tui.plain.telling import is_bookkeeping
from tui.screen.ink import BLANK, Page, Row, Span, beside, fit, line, paragraph, row, wrapped
from tui.screen.look import Look
from tui.screen.pages.agenda import agenda
from tui.screen.past import Moment

NUMBER, ROUND = 4, 4
NAME, FROM_TO, MOVED = 12, 11, 5


def lines_page(names: Names, moments: Sequence[Moment], cells: int) -> Page:
    """A row a line: its number, its round, the act; where that was not to be seen, the step."""
    rows = []
    for moment in moments:
        text = moment.line or names.say("scrub-start" if moment.number == 0 else "scrub-unseen", step=names.step(moment.step))
        head = fit(str(moment.number), NUMBER, right=True)
        rows.append(
            row(" ", Span(head, "soft"), " ", Span(fit(names.say("scrub-round", round=moment.round), ROUND), "strong" if moment.begins else "soft"),
                fit(text, cells - NUMBER - ROUND - 3), key=str(moment.number))
        )  # fmt: skip
    return Page(names.say("scrub-lines"), tuple(rows))


def agenda_then(look: Look, cells: int) -> Page:
    """The agenda as it stood. Nothing on it can be chosen: it is not how things are."""
    page = agenda(look, cells)
    rows = tuple(Row(tuple(replace(span, hit="") for span in each.line)) for each in page.rows)
    return Page(look.say("scrub-agenda", round=look.view.round), rows)


def changed(look: Look, moment: Moment, told: Sequence[str], cells: int) -> Page:
    """What a line did: told, then levels, then every number with its causes, then what chance decided."""
    rows = [each for text in told for each in paragraph(text, cells)]
    if moment.levels:
        rows += paragraph(levels_line(look.names, moment.levels), cells, ink="strong")
    news = [change for change in moment.changes if not is_bookkeeping(change)]
    moved = [each for changes in by_cell(news) if is_news(changes) for each in number_rows(look, changes, cells)]
    rows += [BLANK, *moved] if moved and rows else moved
    if moment.draws:
        rows += [BLANK, *(each for draw in moment.draws for each in paragraph(draw_text(look, draw), cells, ink="soft"))]
    if not rows:
        rows = paragraph(look.say("scrub-nothing"), cells, ink="soft")
    return Page(look.say("scrub-changed"), tuple(rows))


def number_rows(look: Look, changes: Sequence[NumberChanged], cells: int) -> list[Row]:
    """A number from where to where, and each cause with its amount; one that moved it twice is told once."""
    causes: dict[str, int] = {}
    for change in changes:
        cause = cause_short(look.names, change.cause)
        causes[cause] = causes.get(cause, 0) + change.after - change.before
    first, last = changes[0], changes[-1]
    total = last.after - first.before
    name = max(NAME, cells // 4)
    head = (
        Span(f" {fit(look.names.number(first.name), name - 1)} "),
        Span(fit(f"{first.before} > {last.after}", FROM_TO, right=True), "strong"),
        Span(fit(look.signed(total), MOVED, right=True) + "  ", "good" if total > 0 else "bad" if total < 0 else "soft"),
    )
    room = max(cells - sum(cell_len(span.text) for span in head) - 1, 10)
    parts = [cause if len(causes) == 1 else f"{cause} {look.signed(amount)}" for cause, amount in causes.items()]
    texts = wrapped(look.names.listed(parts), room)
    return [Row((*head, Span(texts[0], "soft"))), *(row(" " * (cells - room - 1), Span(text, "soft")) for text in texts[1:])]


def draw_text(look: Look, draw: Drawn) -> str:
    """What chance decided, in the words of the notation."""
    words = write_draw(look.names.scenario, draw.purpose, draw.index, draw.value)
    return look.say("scrub-drawn", draw=" ".join(words), sides=draw.sides)


def head(look: Look, moment: Moment, last: int, seen_as: str) -> tuple[Span, ...]:
    """Which line of how many, in which round and step, and as whom it is seen."""
    left = line(
        Span(f" {look.say('screen-name')}  ", "strong"), Span(look.say("face-replay"), "strong"), "  ",
        look.say("scrub-at", line=moment.number, lines=last, round=moment.round, step=look.names.step(moment.step)),
    )  # fmt: skip
    return beside(left, (Span(f" {seen_as} ", "own"),), look.cells)
