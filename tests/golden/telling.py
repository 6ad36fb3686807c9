"""A game told for a diff: each line of notation, what happened by it, and what the seat that moves next may see and do.

A mark in front of an event says who is told of it: none for everybody, `[jp]` for one side, `[-]` for nobody before the end.
What a seat sees has a line only where it is not what that seat saw last; what it may do always has one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sim.domain import Package, Scenario
from sim.kernel.codes import ACT_PACK
from sim.table import appraisal
from sim.table import happened as h
from sim.table.events import of_entry
from sim.table.forms import FORMS
from sim.table.game import Game
from sim.table.history import Entry
from sim.table.seating import TABLE_ID
from sim.table.teller import ALL, Teller
from sim.table.view import View
from tests.golden.happenings import ANSWERS, asks, lines_of, package, wrapped

NOBODY = "[-]"
INDENT = "   "


def told(game: Game, lines: Iterable[str]) -> str:
    """Play lines on a game that stands at its first decision; its transcript."""
    teller = Teller.of(game.scenario, game.seating, game.tables_of(TABLE_ID), ALL)
    sight: dict[str, set[str]] = {}
    found = [f"# {game.scenario.id}, seed {game.seed}", *part(game, teller, game.history[0], "start", sight)]
    for line in lines:
        entry = game.play(line)
        found += part(game, teller, entry, entry.line, sight)
    return "\n".join([*found, *results(game)]) + "\n"


def part(game: Game, teller: Teller, entry: Entry, line: str, sight: dict[str, set[str]]) -> Iterator[str]:
    """A line, what happened by it, what the next seat sees. sight: by seat, what it saw last."""
    yield f"{entry.number:<3}{line}"
    events = [event for event in of_entry(teller, entry) if not isinstance(event, h.ActDone)]
    yield from (f"{INDENT}{text}" for text in lines_of(game.scenario, list(zip(events, marks(game, entry, events), strict=True))))
    for seat in game.to_move()[:1]:
        view = game.view_for(seat)
        lines = list(seen(game, view))
        fresh = [text for text in lines if text not in sight.get(seat, ())]
        sight[seat] = set(lines)
        yield from (f"{INDENT}{seat} {text}" for text in [*fresh, *wrapped("may", acts(game, view))])


def marks(game: Game, entry: Entry, events: Sequence[h.Happened]) -> list[str]:
    """Who is told of each event. Every event that anybody is told of is one that the whole story has, in the same words."""
    viewers = [*(seat.id for seat in game.seating.seats), TABLE_ID]
    heard = {viewer: [event for event in game.events_for(viewer, entry.number - 1) if event.number == entry.number] for viewer in viewers}
    own_words = [event for told_of in heard.values() for event in told_of if event not in events and not isinstance(event, h.ActDone)]
    assert not own_words, f"told to one viewer only, and not part of the whole: {own_words}"
    return [mark_of([viewer for viewer in viewers if event in heard[viewer]]) for event in events]


def mark_of(viewers: list[str]) -> str:
    """The mark of an event from those who are told of it."""
    if TABLE_ID in viewers:
        return ""
    return f"[{' '.join(viewers)}]" if viewers else NOBODY


def seen(game: Game, view: View) -> Iterator[str]:
    """What a seat sees, a line each; what is empty has none."""
    scenario = game.scenario
    yield "sees " + ", ".join(f"{scenario.parties[party.index].id} capital {party.capital}" for party in view.parties)
    assert view.posture is not None and view.utility is not None
    yield f"sees own posture {scenario.postures[view.posture].id}{agenda(game, view)}, value {view.utility / 100:.2f}"
    if view.offer is not None:
        worth = appraisal.appraise(view.known, Package(view.offer.levels)).worth_to(own(view)).total.low
        name = "accord" if view.offer.is_accord else "offer"
        yield f"sees {name} {package(scenario, view.offer.levels)} by {scenario.parties[view.offer.by].id}, worth {worth / 100:+.2f} to it"
    demands = [
        f"{demand.name} {asks(scenario, demand.issue, demand.level, demand.due)} {ANSWERS[demand.answer]}" for demand in view.demands
    ]
    yield from wrapped("sees demands", demands) if demands else ()
    if view.hand:
        yield "sees in hand " + " ".join(scenario.demands[card].id for card in view.hand)


def agenda(game: Game, view: View) -> str:
    """The seat's own agenda, "" where the scenario draws none."""
    if view.agenda is None:
        return ""
    drawn_from = game.seating.named(view.seat).agenda_seat
    seat = next(seat for seat in game.scenario.seats if seat.id == drawn_from)
    return f", agenda {seat.agendas[view.agenda].id}"


def own(view: View) -> int:
    """The viewer's party."""
    assert view.party is not None
    return view.party


def acts(game: Game, view: View) -> list[str]:
    """What the seat may do: verbs, with how many of each where there are several."""
    options = view.options
    assert options is not None
    verbs = Counter(verb_of(game.scenario, option.action.kind, option.action.a) for option in options.allowed)
    spaces = {"offer": options.offer, "groundwork": options.groundwork, "course": options.courses}
    return [
        *(verb if count == 1 else f"{verb} ({count})" for verb, count in verbs.items()),
        *(verb for verb in spaces if spaces[verb] is not None),
    ]


def verb_of(scenario: Scenario, kind: int, act: int) -> str:
    """The verb of an act, as in the notation."""
    return scenario.acts[act].word if kind == ACT_PACK else FORMS[kind].verb


def results(game: Game) -> Iterator[str]:
    """Ending and scores; nothing while the game goes on."""
    found = game.view_for(TABLE_ID).results
    if found is None:
        return
    scenario = game.scenario
    yield f"ending {scenario.endings[found.ending].id} {scenario.endings[found.ending].label.en}"
    yield f"joint {found.joint}: efficiency {found.efficiency}, alliance {found.alliance}"
    for party in scenario.parties:
        value = found.utility[party.index] / 100
        yield f"side {party.id} {found.side[party.index]}: value {value:.2f}, joint work {found.gains[party.index]}"
    for seat in game.seating.seats:
        yield f"seat {seat.id} {found.seat_scores[seat.index]}: agenda {found.agenda_points[seat.index]}"
    yield "highest " + (" ".join(game.seating.seats[seat].id for seat in found.winners) or "none: no common success")
