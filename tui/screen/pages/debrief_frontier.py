"""Debrief: the frontier. Value for one side across, for the other up; every offer, the end, the start, reality, the fair solutions."""

from __future__ import annotations

from sim.kernel.layout import UNSET
from tui.plain import debrief as plain
from tui.plain.chart import Mark
from tui.plain.names import points, value
from tui.screen.ink import Page, Row, Span, row
from tui.screen.look import Look
from tui.screen.pages.debrief_found import LaidOpen
from tui.screen.pages.debrief_parts import Column, Record, level_list, minus, reached, sides, started, tabled, told, values
from tui.screen.pages.plot import plot

SHORT = 8


def frontier_chart(look: Look, laid: LaidOpen, cells: int, lines: int, base: str) -> Page:
    """The drawing; with more than two sides the table has to do."""
    names = look.names
    if len(names.scenario.parties) != 2:
        return Page(look.say("views-frontier-chart-many"), tuple(told(look, [look.say("views-table-only")], cells)))
    inks = {look.signs.dot: "soft", plain.OFFER_MARKS[0]: "other", plain.OFFER_MARKS[1]: "own"}
    inks |= {letter: "strong" for letter, _, _ in plain.marks_of(names, laid.debrief)}
    rows = plot(marks_of(look, laid), cells, lines - 1, look.signs, inks)
    title = look.say("views-frontier-chart", across=names.party(1), up=names.party(0))
    return Page(title, (*rows, row(" ", Span(key_of_marks(look), "soft"))))


def marks_of(look: Look, laid: LaidOpen) -> list[Mark]:
    """Everything on the drawing, what is drawn over others last: the frontier, offers, named places."""
    found = laid.debrief
    dots = [Mark(look.signs.dot, point.points[1], point.points[0]) for point in found.yardsticks.frontier]
    offers = [Mark(plain.OFFER_MARKS[offer.party], offer.points[1], offer.points[0]) for offer in found.offers]
    named = [Mark(letter, at[1], at[0]) for letter, _, at in reversed(plain.marks_of(look.names, found))]
    return [*dots, *offers, *named]


def key_of_marks(look: Look) -> str:
    """What the small marks mean; the letters stand in the table."""
    made = [
        look.say("views-mark-offer", mark=plain.OFFER_MARKS[party.index], side=look.narrow(party.short))
        for party in look.names.scenario.parties
    ]
    return look.names.listed([look.say("views-mark-dot", mark=look.signs.dot), *made])


def axes(look: Look) -> Row:
    """Which side stands across and which up."""
    return row(" ", Span(look.say("views-axes", across=look.names.party(1), up=look.names.party(0)), "soft"))


def frontier_table(look: Look, laid: LaidOpen, cells: int, base: str) -> Page:
    """The named places, then every offer, each with its values and what it leaves to be had by all."""
    names, found = look.names, laid.debrief
    columns = [Column("", 3, ink="strong"), Column(look.say("debrief-head-what")), *sides(look)]
    columns.append(Column(look.say("views-head-short"), SHORT, right=True))
    short_of = {"E": found.left.gain}
    records = [
        Record((letter, what, *values(look, at), value(short_of[letter]) if letter in short_of else ""), f"mark {letter}")
        for letter, what, at in plain.marks_of(names, found)
    ]
    for number, (offer, short) in enumerate(zip(found.offers, found.yardsticks.short_by, strict=True)):
        what = look.say("views-offer-by", round=offer.round, side=names.player(offer.party))
        records.append(Record((plain.OFFER_MARKS[offer.party], what, *values(look, offer.points), value(short)), f"offer {number}"))
    lines = [look.say("views-frontier-count", count=len(found.yardsticks.frontier))]
    lines.append(names.say("debrief-fair-share", share=found.yardsticks.fair_share))
    return Page(look.say("views-frontier-table"), (*tabled(columns, records, cells), *told(look, lines, cells, ink="soft")))


def frontier_behind(look: Look, laid: LaidOpen, key: str) -> list[str]:
    """A named place with its levels, or an offer in full."""
    kind, _, what = key.partition(" ")
    if kind == "offer":
        return offer_behind(look, laid, key)
    letter, words, at = next(mark for mark in plain.marks_of(look.names, laid.debrief) if mark[0] == what)
    lines = [f"{letter}: {words}", *(f"{look.names.party(party)} {value(each)}" for party, each in enumerate(at))]
    if letter != "S":
        lines += [look.say("views-against-start"), *level_list(look, outcome_at(look, laid, letter), started(laid))]
    return [minus(look, text) for text in lines]


def outcome_at(look: Look, laid: LaidOpen, letter: str) -> tuple[int, ...]:
    """The levels of a named place."""
    sticks = laid.debrief.yardsticks
    if letter == "N" and sticks.nash is not None:
        return sticks.nash.outcome
    if letter == "K" and sticks.kalai_smorodinsky is not None:
        return sticks.kalai_smorodinsky.outcome
    history = look.names.scenario.history
    if letter == "H" and history is not None:
        pairs = zip(history.levels, started(laid), strict=True)
        return tuple(start if level == UNSET else level for level, start in pairs)
    return sticks.best_sum.outcome if letter == "M" else reached(laid)


def offer_behind(look: Look, laid: LaidOpen, key: str) -> list[str]:
    """An offer in full: its package, what it would have brought, what became of it, and why it was made."""
    number = int(key.split()[1])
    offer, names = laid.debrief.offers[number], look.names
    short = laid.debrief.yardsticks.short_by[number]
    package = [names.term(issue, level) for issue, level in enumerate(offer.levels) if level is not None]
    start = laid.debrief.yardsticks.start
    brings = [f"{names.party(party)} {value(each)} ({points(each - start[party])})" for party, each in enumerate(offer.points)]
    lines = [
        look.say("views-offer-head", round=offer.round, side=names.player(offer.party), line=offer.line),
        *(f"  {term}" for term in package),
    ]
    lines += [look.say("views-offer-worth", at=names.listed(brings)), look.say("views-offer-short", short=value(short))]
    lines.append(look.say("views-offer-fate", fate=names.say(f"debrief-fate-{offer.fate}")))
    reason = laid.reason(names, offer.line)
    if reason:
        lines.append(names.say("debrief-reason", reason=reason))
    return [minus(look, text) for text in lines]
