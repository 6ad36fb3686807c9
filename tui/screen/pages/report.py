"""The round report: what moved in Resolve and why, by number; then what falls due and what the next News step brings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from rich.cells import cell_len

from sim.table import happened as h
from tui.plain import sheets
from tui.plain.report import SUPPORT, by_cell, is_news, moved_by
from tui.screen.ink import Page, Row, Span, fit, paragraph, row, wrapped
from tui.screen.look import Look
from tui.screen.stops import Stop
from tui.wording import LANGUAGES, say

LEAST_NAME, MOST_NAME = 12, 21
NUMBERS, MOVED, GAP = 9, 6, 3
Changes = Sequence[h.NumberChanged]


# --- what moved ---


def report(look: Look, cells: int, stop: Stop, with_support: bool) -> Page:
    """One number a row, with what moved it. with_support: the groups too, one by one."""
    changes = by_cell([event for event in stop.events if isinstance(event, h.NumberChanged)])
    numbers = [moved for moved in changes if is_news(moved) and moved[0].name.kind != SUPPORT]
    support = [moved for moved in changes if moved[0].name.kind == SUPPORT]
    shown = [*numbers, *(support if with_support else ())]
    lengths = (cell_len(name_of(look, moved)) + 1 for moved in shown)
    width = max((length for length in lengths if length <= MOST_NAME), default=LEAST_NAME)
    rows = level_rows(look, cells, [event for event in stop.events if isinstance(event, h.LevelChanged)], width)
    rows += [each for moved in shown for each in number_rows(look, moved, cells, width)]
    if support and not with_support:
        text = look.say("rounds-support", groups=len(support))
        rows.append(row("  ", fit(look.say("rounds-support-name"), width), Span(f" {text}", "soft", "do:support"), key="support"))
    return Page(look.say("rounds-title", round=stop.round), tuple(rows))


def level_rows(look: Look, cells: int, levels: Sequence[h.LevelChanged], width: int) -> list[Row]:
    """The levels that entered into force, each kept in one piece."""
    head = f"  {fit(look.say('rounds-levels'), width)} "
    if not levels:
        return [row(head, Span(look.say("rounds-no-levels"), "soft"))]
    lines = in_lines([level_text(look, event) for event in levels], look.names.listed(["", ""]), cells - cell_len(head) - 1)
    why = tuple(look.names.scenario.issues[event.issue].id for event in levels)
    return [
        row(head if at == 0 else " " * cell_len(head), Span(text, "strong"), key=f"levels/{at}", why=why) for at, text in enumerate(lines)
    ]


def level_text(look: Look, event: h.LevelChanged) -> str:
    """One level that entered into force, as numbers are told."""
    before, after = look.level(event.issue, event.before), look.level(event.issue, event.after)
    return f"{look.names.scenario.issues[event.issue].id} {before} > {after}"


def number_rows(look: Look, changes: Changes, cells: int, width: int) -> list[Row]:
    """A number from where to where, and every cause with its amount; a name that is too long stands on a line of its own."""
    first, last, name = changes[0], changes[-1], name_of(look, changes)
    total = last.after - first.before
    numbers = Span(fit(f"{first.before} > {last.after}", NUMBERS, right=True), "strong")
    sign = Span(fit(look.signed(total), MOVED, right=True) + " " * GAP, "strong" if total else "soft")
    room = cells - 2 - width - NUMBERS - MOVED - GAP - 1
    texts = in_lines(causes(look, changes), look.names.listed(["", ""]), max(room, 10))
    key, why = first.name.what, (first.name.what,)
    rest = [row(" " * (cells - room - 1), text, key=f"{key}/{at}", why=why) for at, text in enumerate(texts[1:], 1)]
    if cell_len(name) < width:
        return [row(f"  {fit(name, width)}", numbers, sign, texts[0], key=key, why=why), *rest]
    return [row(f"  {name}", key=key, why=why), row(" " * (width + 2), numbers, sign, texts[0], key=f"{key}/0", why=why), *rest]


def name_of(look: Look, changes: Changes) -> str:
    """A number by its name; a group with its side, since sides may have groups of one name."""
    name = changes[0].name
    if name.kind != SUPPORT:
        return look.names.number(name)
    group = next(group for group in look.names.scenario.groups if group.id == name.id)
    return f"{look.names.party(group.party)} {look.names.text(group.short)}"


def causes(look: Look, changes: Changes) -> list[str]:
    """What moved a number: each cause with its amount; a single one by its name, since the amount stands beside it."""
    moved = moved_by(look.names, changes)
    return list(moved) if len(moved) == 1 else [f"{cause} {look.signed(amount)}" for cause, amount in moved.items()]


def in_lines(items: Sequence[str], joiner: str, cells: int) -> list[str]:
    """Items one after the other in lines of at most so many cells; each stays in one piece where it fits a line."""
    lines: list[str] = []
    for number, item in enumerate(items):
        text = item if number == len(items) - 1 else f"{item}{joiner.rstrip()}"
        space = joiner[len(joiner.rstrip()) :]
        if lines and cell_len(lines[-1] + space + text) <= cells:
            lines[-1] += space + text
        else:
            lines += wrapped(text, cells)
    return lines


# --- what falls due ---


def due(look: Look, cells: int, stop: Stop, later: Sequence[h.Happened]) -> Page:
    """Demands with their deadlines, joint work that gets ready, what may be named, what the next News step brings."""
    rows: list[Row] = []
    if not is_last(look, stop):
        for text in sheets.due(look.names, look.view, stop.round):
            rows += paragraph(look.drawn(text), cells)
        rows += coming_rows(look, cells, stop, later)
    if not rows:
        rows = paragraph(look.say("rounds-nothing-due"), cells, ink="soft")
    return Page(look.say("rounds-due"), tuple(rows))


def is_last(look: Look, stop: Stop) -> bool:
    """Whether no round follows."""
    return stop.round >= look.view.rounds or (look.view.is_over and stop.round >= look.view.round)


def coming_rows(look: Look, cells: int, stop: Stop, later: Sequence[h.Happened]) -> list[Row]:
    """Drift and income of the next round."""
    drift, income = coming(look, stop, later)
    rows: list[Row] = []
    for code, moved in (("rounds-next-drift", drift), ("rounds-next-income", income)):
        if moved:
            parts = [f"{name} {look.signed(amount)}" for name, amount in moved]
            text = look.say(code, round=stop.round + 1)
            lines = in_lines([f"{text} {parts[0]}", *parts[1:]], look.names.listed(["", ""]), cells - 2)
            rows += [row(" ", Span(line)) for line in lines]
    return rows


def coming(look: Look, stop: Stop, later: Sequence[h.Happened]) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Drift by meter and income by side: as they came, where the game has gone on meanwhile; else as the view foresees them."""
    came = of_next_round(stop, later)
    if came is None:
        drift = [(sheets.meter_name(look.names, meter), meter.drift) for meter in look.view.meters if meter.drift]
        parties = sorted(look.view.parties, key=lambda party: party.index != look.view.party)
        return drift, [(look.names.party(party.index), party.income) for party in parties if party.income]
    return (
        [(look.names.number(each.name), each.after - each.before) for each in came if is_by(each, "drift")],
        [(look.names.party_of_id(each.name.id), each.after - each.before) for each in own_first(look, came) if is_by(each, "income")],
    )


def own_first(look: Look, changes: Sequence[h.NumberChanged]) -> list[h.NumberChanged]:
    """Changes with those of the own side first."""
    own = look.names.scenario.parties[look.view.party].id if look.view.party is not None else ""
    return sorted(changes, key=lambda change: change.name.id != own)


def of_next_round(stop: Stop, later: Sequence[h.Happened]) -> list[h.NumberChanged] | None:
    """The changes of numbers in the round behind a report; None where it has not begun."""
    at = next((place for place, event in enumerate(later) if isinstance(event, h.RoundBegan) and event.round > stop.round), None)
    if at is None:
        return None
    of_round: Iterable[h.Happened] = takewhile(lambda event: not isinstance(event, h.RoundBegan), later[at + 1 :])
    return [event for event in of_round if isinstance(event, h.NumberChanged)]


def is_by(change: h.NumberChanged, kind: str) -> bool:
    """Whether a change comes from a kind of cause."""
    return change.cause is not None and change.cause.kind == kind


# --- now ---


def now(look: Look, cells: int, stop: Stop) -> Page:
    """The guiding line; that this is no forecast, in every language; what Enter does."""
    guide = look.say("rounds-guide-end") if is_last(look, stop) else look.say("rounds-guide", round=stop.round + 1)
    rows = [*paragraph(guide, cells), *notes(look, cells)]
    act = (Span(f" {look.signs.mark} ", "key"), Span("Enter", "key", "do:next"), Span(f" {next_label(look, stop)}", "", "do:next"))
    last = rows.pop()
    if sum(cell_len(span.text) for span in (*last.line, *act)) < cells:
        return Page(look.say("rounds-now"), (*rows, Row((*last.line, Span("  "), *act))))
    return Page(look.say("rounds-now"), (*rows, last, Row(act)))


def notes(look: Look, cells: int) -> list[Row]:
    """That this is the outcome of a game and no forecast: in every language, that of who looks last."""
    others = [language for language in LANGUAGES if language != look.names.language]
    return [each for language in (*others, look.names.language) for each in paragraph(say(language, "report-note"), cells, ink="soft")]


def next_label(look: Look, stop: Stop) -> str:
    """Where Enter leads."""
    return look.say("rounds-go-end") if is_last(look, stop) else look.say("rounds-go", round=stop.round + 1)
