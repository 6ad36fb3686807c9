"""After the last round: the joint statement, the ending, the scores."""

from __future__ import annotations

from collections.abc import Iterator

from sim.table.debrief import AgendaDrawn, Debrief
from sim.table.statement import written
from tui.plain.names import Names, value


def ending_lines(names: Names, found: Debrief) -> Iterator[str]:
    """Statement, ending, scores; the sentence that this is a game stands last."""
    yield names.say("debrief-statement")
    yield from written(found.statement, names.language)
    yield ""
    ending = names.scenario.endings[found.results.ending]
    yield names.say("debrief-ending", label=names.text(ending.label), text=names.text(ending.text))
    yield from score_lines(names, found)
    yield names.say("report-note")


def score_lines(names: Names, found: Debrief) -> Iterator[str]:
    """Scores by side, joint success, and by seat."""
    for party in names.scenario.parties:
        yield side_line(names, found, party.index)
    yield joint_line(names, found)
    for drawn in found.agendas:
        yield seat_line(names, drawn)
    if not found.results.winners:
        yield names.say("debrief-no-common")


def side_line(names: Names, found: Debrief, party: int) -> str:
    """The score of a side."""
    results = found.results
    utility = value(results.utility[party])
    return names.say("debrief-side", side=names.player(party), utility=utility, gains=results.gains[party], score=results.side[party])


def joint_line(names: Names, found: Debrief) -> str:
    """What both sides reached together."""
    results = found.results
    return names.say("debrief-joint", efficiency=results.efficiency, alliance=results.alliance, joint=results.joint)


def seat_line(names: Names, drawn: AgendaDrawn) -> str:
    """The score of a seat, with its secret agenda where one was drawn."""
    label = names.agenda(drawn.seat, drawn.agenda) if drawn.agenda is not None else ""
    first = "yes" if drawn.is_first else "no"
    return names.say(
        "debrief-seat", seat=names.seat(drawn.seat_id), agenda=label or "none", points=drawn.points, score=drawn.score, first=first
    )
