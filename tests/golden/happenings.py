"""What happened, one short piece of text each: the event's own name, ids of the scenario, numbers. No sentences.

Numbers that moved by one cause stand together: `NumberChanged ev04: m_tariff 66>71 (+8 asked), m_momentum 55>50`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from sim.domain import Scenario
from sim.kernel import layout as s
from sim.table import happened as h
from sim.table.draws import DRAWS, index_pool, shift_of
from sim.table.history import STEPS

ANSWERS = ("open", "accepted", "countered", "held", "reframed")  # in the order of ANSWER_*
BANDS = ("low", "middle", "high")
STATUS = ("in pile", "face up", "agreed", "completed")
LASTING = {
    number: name.removeprefix("LAST_").lower().replace("_", " ")
    for name, number in vars(s).items()
    if name.startswith("LAST_") and name != "LAST_USE"
}
FOREVER = 99
WIDTH = 116
MOST = 1000  # bare numbers of what lasts

Write = Callable[[Scenario, Any], str]


def package(scenario: Scenario, levels: Sequence[int | None]) -> str:
    """`D2=1 T1=1`, as in an offer."""
    return " ".join(f"{issue.id}={level}" for issue, level in zip(scenario.issues, levels, strict=True) if level is not None)


def asks(scenario: Scenario, issue: int, level: int | None, due: int) -> str:
    """What a demand asks: `T2=3 by round 4`; an issue alone where a state is asked for."""
    wanted = "" if level is None else f"={level}"
    return f"{scenario.issues[issue].id}{wanted} by round {due}"


def number_changed(scenario: Scenario, event: h.NumberChanged) -> str:
    """`m_tariff 66>71 (+8 asked)`."""
    softened = "" if event.asked == event.after - event.before else f" ({event.asked:+d} asked)"
    return f"{event.name.what} {event.before}>{event.after}{softened}"


def demand_changed(scenario: Scenario, event: h.DemandChanged) -> str:
    """`dm08 countered (3 by round 4)`: the level it asks, where it asks for one, and its deadline."""
    level = "" if event.level is None else f"{event.level} "
    work = "" if event.initiative is None else f", met by {scenario.initiatives[event.initiative].id}"
    return f"{event.name} {ANSWERS[event.answer]} ({level}by round {event.due}{work})"


def lasting_began(scenario: Scenario, event: h.LastingBegan) -> str:
    """`vote jp_coalition on D1 -2 to round 2`: what holds, for whom, how much, how long."""
    of = "" if event.a == s.UNSET else f" {lasting_pool(scenario, event.kind)[event.a]}"
    on = "" if event.b == s.UNSET else f" on {scenario.issues[event.b].id if event.kind == s.LAST_VOTE else event.b}"
    until = "the end of the game" if event.until == FOREVER else f"round {event.until}" if event.until < FOREVER else "the end of the step"
    return f"{LASTING[event.kind]}{of}{on} {event.amount:+d} to {until}"


def lasting_pool(scenario: Scenario, kind: int) -> Sequence[str | int]:
    """What the first index of a lasting thing counts: groups, levers, or a bare number."""
    if kind == s.LAST_VOTE:
        return [group.id for group in scenario.groups]
    if kind in (s.LAST_PRICE_LEVER, s.LAST_GRANT_LEVER, s.LAST_BLOCK_LEVER, s.LAST_WAIVE_TOKEN):
        return [lever.id for lever in scenario.levers]
    return range(MOST)


def drawn(scenario: Scenario, event: h.Drawn) -> str:
    """`surprise 0 57/100`: name, index, value, how many values are equally likely. A card is its place among those left."""
    value = event.value + shift_of(scenario, event.purpose, event.index)
    indexes = index_pool(scenario, event.purpose)
    index = indexes[event.index].id if event.index < len(indexes) else event.index
    return f"{DRAWS[event.purpose]} {index} {value:d}/{event.sides}"


def link_moved(scenario: Scenario, event: h.LinkMoved) -> str:
    """`T1 T2 in force`."""
    return f"{scenario.issues[event.a].id} {scenario.issues[event.b].id} {'in force' if event.is_in_force else 'ended'}"


def body_voted(scenario: Scenario, event: h.BodyVoted) -> str:
    """`jp no 44`: the yes weight."""
    return f"{scenario.parties[event.party].id} {'yes' if event.approves else 'no'} {event.yes_weight}"


def proposed(scenario: Scenario, event: h.Proposed) -> str:
    """`in10 by jp`, `T1 T2 by us`."""
    pools: tuple[Sequence[Any], ...] = (scenario.initiatives, scenario.issues, scenario.issues, scenario.acts)
    ids = [pools[event.kind][index].id for index in (event.a, event.b) if index != s.UNSET]
    return f"{' '.join(ids)} by {scenario.parties[event.by].id}"


WRITERS: Mapping[type[h.Happened], Write] = {
    h.RoundBegan: lambda scenario, event: str(event.round),
    h.StepBegan: lambda scenario, event: STEPS[event.step],
    h.NumberChanged: number_changed,
    h.LevelChanged: lambda scenario, event: f"{scenario.issues[event.issue].id} {event.before}>{event.after}",
    h.EventPlayed: lambda scenario, event: scenario.events[event.card].id,
    h.CardCalled: lambda scenario, event: f"{scenario.events[event.card].id} for round {event.round}",
    h.InitiativeMoved: lambda scenario, event: f"{scenario.initiatives[event.card].id} {STATUS[event.status]}",
    h.DemandCame: lambda scenario, event: f"{event.name} {asks(scenario, event.issue, event.level, event.due)}",
    h.DemandChanged: demand_changed,
    h.DemandLeft: lambda scenario, event: f"{event.name} {event.how}",
    h.DemandShown: lambda scenario, event: scenario.demands[event.card].id,
    h.RequestMoved: lambda scenario, event: f"{scenario.requests[event.card].id} {'met' if event.is_met else 'face up'}",
    h.ChoiceAsked: lambda scenario, event: f"{scenario.parties[event.party].id} {event.entry}",
    h.Proposed: proposed,
    h.LinkMoved: link_moved,
    h.OfferTabled: lambda scenario, event: f"{package(scenario, event.levels)} by {scenario.parties[event.party].id}",
    h.AccordReached: lambda scenario, event: package(scenario, event.levels),
    h.AccordSent: lambda scenario, event: "",
    h.AccordLapsed: lambda scenario, event: "",
    h.GroundworkShown: lambda scenario, event: f"{scenario.groups[event.group].id} {event.steps}",
    h.GroupVoted: lambda scenario, event: f"{scenario.groups[event.group].id} {'yes' if event.yes else 'no'}",
    h.WordHeard: lambda scenario, event: f"{scenario.groups[event.group].id} word {event.word}",
    h.BodyVoted: body_voted,
    h.PackagePassed: lambda scenario, event: package(scenario, event.levels),
    h.PostureNamed: lambda scenario, event: f"{scenario.postures[event.posture].id} {'right' if event.is_right else 'wrong'}",
    h.GameEnded: lambda scenario, event: scenario.endings[event.ending].id,
    h.CardDrawn: lambda scenario, event: scenario.demands[event.card].id,
    h.ClueLearned: lambda scenario, event: f"{scenario.issues[event.clue.issue].id} {BANDS[event.clue.band]}{sure(event)}",
    h.MoodLearned: lambda scenario, event: f"{scenario.groups[event.group].id} {event.mood:+d}",
    h.PostureMoved: lambda scenario, event: scenario.postures[event.posture].id,
    h.LastingBegan: lasting_began,
    h.Drawn: drawn,
}


def sure(event: h.ClueLearned) -> str:
    """A mark at a clue that could not be false."""
    return " certain" if event.clue.sure else ""


def heading(event: h.Happened) -> str:
    """The name of an event; numbers that moved carry their cause in it."""
    name = type(event).__name__
    if not isinstance(event, h.NumberChanged | h.LastingBegan):
        return name
    cause = "" if event.cause is None else event.cause.id or event.cause.kind
    drifts = isinstance(event, h.NumberChanged) and event.name.kind == "meter" and cause == event.name.id
    return f"{name} {'drift' if drifts else cause}".rstrip() + ":"


def lines_of(scenario: Scenario, events: Sequence[tuple[h.Happened, str]]) -> list[str]:
    """Lines of events, each with the mark that says who is told of it ("" for everybody). Alike ones share a line."""
    found = []
    for (name, mark), group in groupby(events, key=lambda pair: (heading(pair[0]), pair[1])):
        pieces = [WRITERS[type(event)](scenario, event) for event, _ in group]
        found += wrapped(f"{mark} {name}".strip(), [piece for piece in pieces if piece])
    return found


def wrapped(head: str, pieces: Sequence[str]) -> list[str]:
    """One line, or several with the head in front of each, so that a change in one piece changes one short line."""
    lines = [head]
    for piece in pieces:
        fresh = lines[-1] == head
        if not fresh and len(lines[-1]) + len(piece) > WIDTH:
            lines.append(head)
            fresh = True
        lines[-1] += f" {piece}" if fresh else f", {piece}"
    return lines
