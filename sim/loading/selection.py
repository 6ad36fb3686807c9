"""What is in play: the entries of a pack that a scenario keeps, in the order of the kernel's tables.

What the pack knows but the scenario leaves out is "absent": an expression may still name it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from sim.errors import Problem, did_you_mean
from sim.loading import shape_entries as kinds
from sim.loading.documents import PackDoc, ScenarioDoc
from sim.loading.shape_base import Labelled
from sim.loading.shape_procedure import Procedure
from sim.loading.shape_scenario import Scenario, Selection

AnyEntry = TypeVar("AnyEntry", bound=Labelled)


@dataclass(frozen=True)
class Play:
    """A scenario put together with its pack. known: by kind, every id the pack has, in play or not."""

    pack: PackDoc
    doc: ScenarioDoc
    scenario: Scenario
    procedure: Procedure
    parties: list[kinds.Party]
    tracks: list[kinds.Track]
    issues: list[kinds.Issue]
    postures: list[kinds.Posture]
    meters: list[kinds.Meter]
    courses: list[kinds.Course]
    counters: list[kinds.Counter]
    bodies: list[kinds.Body]
    groups: list[tuple[kinds.Body, kinds.Group]]
    levers: list[kinds.Lever]
    acts: list[kinds.Act]
    initiatives: list[kinds.Initiative]
    events: list[kinds.Event]
    demands: list[kinds.Demand]
    requests: list[kinds.Request]
    seats: list[kinds.Seat]
    rules: list[kinds.Rule]
    known: dict[str, frozenset[str]]


def chosen(entries: list[AnyEntry], kind: str, scenario: Scenario) -> list[AnyEntry]:
    """The entries of a kind that `only`, `with` and `out` leave in play."""
    only = ids_of(scenario.only, kind)
    brought = ids_of(scenario.with_, kind) or []
    out = ids_of(scenario.out, kind) or []

    def is_in(entry: AnyEntry) -> bool:
        wanted = entry.id in only if only is not None else entry.id in brought or not getattr(entry, "optional", False)
        return wanted and entry.id not in out

    return [entry for entry in entries if is_in(entry)]


def ids_of(selection: Selection, kind: str) -> list[str] | None:
    """The ids a selection names for a kind, or None."""
    return getattr(selection, kind, None)


def put_together(pack: PackDoc, doc: ScenarioDoc, scenario: Scenario, procedure: Procedure) -> Play:
    """The entries in play. Broken references are left to the checks."""
    added = doc.added

    def pick(entries: list[AnyEntry], kind: str, model: type[AnyEntry]) -> list[AnyEntry]:
        more = [entry for entry in added.get(kind, []) if isinstance(entry, model)]
        return chosen([*entries, *more], kind, scenario)

    issues = pick(pack.issues, "issues", kinds.Issue)
    in_play = {issue.id for issue in issues}
    demands = [demand for demand in pick(pack.demands, "demands", kinds.Demand) if issue_of(demand, in_play) in in_play]
    bodies = pack.bodies
    return Play(
        pack=pack,
        doc=doc,
        scenario=scenario,
        procedure=procedure,
        parties=pack.pack.parties,
        tracks=pack.pack.tracks,
        issues=issues,
        postures=pack.postures,
        meters=pack.meters,
        courses=pack.courses,
        counters=pack.counters,
        bodies=bodies,
        groups=[(body, group) for party in pack.pack.parties for body in bodies if body.id == party.id for group in body.groups],
        levers=pick(pack.levers, "levers", kinds.Lever),
        acts=pick(pack.acts, "acts", kinds.Act),
        initiatives=pick(pack.initiatives, "initiatives", kinds.Initiative),
        events=pick(pack.events, "events", kinds.Event),
        demands=demands,
        requests=pack.requests,
        seats=pick(pack.seats, "seats", kinds.Seat),
        rules=pick(pack.rules, "rules", kinds.Rule),
        known=known_ids(pack, doc),
    )


def issue_of(demand: kinds.Demand, in_play: set[str]) -> str:
    """The issue a demand card is about: its own, or the one instead where that is out of play."""
    if demand.issue not in in_play and demand.instead is not None:
        return demand.instead
    return demand.issue


def known_ids(pack: PackDoc, doc: ScenarioDoc) -> dict[str, frozenset[str]]:
    """By kind, every id of the pack and of what the scenario adds."""
    lists = {key: {entry.id for entry in entries if isinstance(entry, Labelled)} for key, entries in pack.lists.items()}
    for key, entries in doc.added.items():
        lists.setdefault(key, set()).update(entry.id for entry in entries if isinstance(entry, Labelled))
    known = {key: frozenset(ids) for key, ids in lists.items()}
    known["groups"] = frozenset(group.id for body in pack.bodies for group in body.groups)
    return known


def unknown_selections(play: Play) -> Iterator[Problem]:
    """NW202: `only`, `out` and `with` name entries that the pack has."""
    root = play.doc.node
    for word in ("only", "out", "with"):
        part = root.get(word) if root is not None else None
        for kind, node in part.value.items() if part is not None and isinstance(part.value, dict) else ():
            known = requests_of(play) if kind == "requests" else play.known.get(kind, frozenset())
            for item in node.value if isinstance(node.value, list) else ():
                if item.value not in known:
                    yield item.problem(
                        "NW202", f"`{word}` names `{item.value}`, but the pack has no such entry in `{kind}`", hint_for(item.value, known)
                    )


def requests_of(play: Play) -> frozenset[str]:
    """Issues that a request deck names."""
    return frozenset(issue for deck in play.requests for issue in deck.deck)


def hint_for(name: object, known: Iterable[str]) -> str:
    """A did-you-mean, else what exists."""
    names = sorted(known)
    listed = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
    return did_you_mean(str(name), names) or (f"there are: {listed}" if names else "there are none")
