"""NW330: more of something than the kernel has room for. Bounds are those of `sim/kernel/layout.py` and `tables.py`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sim.errors import Problem
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.checks.common import Question, called, id_place
from sim.loading.documents import place_of
from sim.loading.node import Node
from sim.loading.points import points_of
from sim.loading.selection import Play
from sim.loading.shape_base import Shape

MOST_WORDS = 4  # of a group, see T_GROUP_WORDS
MOST_TIMES = 100  # that a penalty counts or a point is placed: each is done one by one, and a game must go on
CODE = "NW330"


def entries_fit(play: Play) -> Iterator[Problem]:
    """No more entries of a kind than there is room for."""
    limits: tuple[tuple[str, Sequence[Shape], int], ...] = (
        ("issues", play.issues, s.MAX_ISSUES),
        ("postures", play.postures, s.MAX_POSTURES),
        ("levers", play.levers, s.MAX_CARDS),
        ("acts", play.acts, s.MAX_CARDS),
        ("initiatives", play.initiatives, s.MAX_CARDS),
        ("events", play.events, s.MAX_CARDS),
        ("demands", play.demands, s.MAX_CARDS),
        ("parties", play.parties, s.MAX_PARTIES),
        ("tracks", play.tracks, s.MAX_TRACKS),
        ("courses", play.courses, s.MAX_ISSUES),
        ("groups", [group for _, group in play.groups], s.MAX_GROUPS),
        ("seats of parties", [seat for seat in play.seats if seat.party != "none"], s.MAX_SEATS),
        ("modifiers", play.pack.modifiers, t.MAX_MODIFIERS),
        ("endings", play.pack.scoring.endings, t.MAX_ENDINGS),
        ("counters that count or reset", [c for c in play.counters if c.counts or c.resets], t.MAX_COUNTERS),
        ("forced draws", play.scenario.forced, s.MAX_FORCED),
        ("request decks", play.requests, 1),
    )
    for word, entries, most in limits:
        if len(entries) > most:
            yield too_many(id_place(entries[most]), word, len(entries), most)


def too_many(node: Node, what: str, count: int, most: int) -> Problem:
    """The problem of the first that finds no room."""
    return node.problem(CODE, f"there are too many {what}: {count}", f"{most} at most")


def cells_fit(play: Play) -> Iterator[Problem]:
    """Meters, courses and counters share one region; a counter per party takes a cell for each."""
    cells = 0
    for entry in [*play.meters, *play.courses, *play.counters]:
        cells += len(play.parties) if getattr(entry, "per", None) == "party" else 1
        if cells > s.MAX_METERS:
            yield too_many(id_place(entry), "meters, courses and counters together", cells, s.MAX_METERS)
            return


def rules_fit(play: Play) -> Iterator[Problem]:
    """Standing rules, once for each of their points, and the thresholds of meters."""
    rows = sum(meter.each_resolve is not None for meter in play.meters)
    for rule in play.rules:
        rows += len(rule.at or [""])
        if rows > s.MAX_RULES:
            yield too_many(id_place(rule), "rules, with the meters that have `each_resolve`", rows, s.MAX_RULES)
            return


def lists_fit(play: Play) -> Iterator[Problem]:
    """Lists inside entries."""
    for issue in play.pack.issues:
        yield from list_fits(issue, "levels", len(issue.levels), s.MAX_LEVELS)
    for _, group in play.groups:
        yield from list_fits(group, "words", len(group.words), MOST_WORDS)
    for seat in play.pack.seats:
        yield from list_fits(seat, "agendas", len(seat.agendas), t.MAX_AGENDAS)
    for modifier in play.pack.modifiers:
        yield from list_fits(modifier, "from", len(modifier.from_ or []), t.MAX_FROM)
    for deck in play.requests:
        yield from list_fits(deck, "deck", len(deck.deck), s.MAX_CARDS)
        yield from number_fits(deck, "slots", deck.slots, s.MAX_REQUESTS)


def list_fits(entry: Shape, key: str, count: int, most: int) -> Iterator[Problem]:
    """A list or map of an entry."""
    if count > most:
        yield place_of(entry, key).problem_of_key(CODE, f"`{key}` of {called(entry)} has {count} entries", f"{most} at most")


def number_fits(entry: Shape, key: str, number: int, most: int) -> Iterator[Problem]:
    """A number that counts places of the table."""
    if number > most:
        yield place_of(entry, key).problem(
            CODE, f"`{key}` of {called(entry)} is {number}; there is no room for more than {most}", f"use {most} at most"
        )


def procedure_fits(play: Play) -> Iterator[Problem]:
    """Points of a round, cards in hand, links, turns."""
    procedure = play.procedure
    points = points_of(procedure)
    if len(points) > t.MAX_POINTS:
        yield place_of(procedure, "steps").problem_of_key(CODE, f"a round has {len(points)} points", f"{t.MAX_POINTS} at most")
    yield from list_fits(procedure, "opener", len(procedure.opener), s.MAX_PARTIES * 4)
    if procedure.demand is not None:
        yield from number_fits(procedure.demand, "draw", procedure.demand.draw, s.MAX_HAND)
        if procedure.demand.second is not None:
            yield from number_fits(procedure.demand.second, "draw", procedure.demand.second.draw, s.MAX_HAND)
    if procedure.answers is not None:
        yield from number_fits(procedure.answers, "accepted_unmet", procedure.answers.accepted_unmet, MOST_TIMES)
    if procedure.news is not None:
        yield from number_fits(procedure.news, "turn_up", procedure.news.turn_up, s.MAX_CARDS)
    if procedure.initiatives is not None:
        yield from number_fits(procedure.initiatives, "best", procedure.initiatives.best, s.MAX_CARDS)
    for course in play.courses:
        yield from number_fits(course, "points", course.points, MOST_TIMES)
    if procedure.links is not None:
        yield from number_fits(procedure.links, "max", procedure.links.max, s.MAX_LINKS // max(len(play.parties), 1))


QUESTIONS: tuple[Question, ...] = (entries_fit, cells_fit, rules_fit, lists_fit, procedure_fits)
