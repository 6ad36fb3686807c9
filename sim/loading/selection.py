"""What is in play: the entries of a pack that a scenario keeps, in the order of the kernel's tables.

What the pack knows but the scenario leaves out is "absent": an expression may still name it. What is written but could
not be read is "lost": nothing that names it is reported, for the fault has been told already.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from sim.errors import closest, did_you_mean
from sim.loading import node as nodes
from sim.loading import shape_entries as kinds
from sim.loading.documents import PackDoc, ScenarioDoc
from sim.loading.shape_base import Labelled, Shape
from sim.loading.shape_procedure import Procedure
from sim.loading.shape_scenario import Scenario, Selection

AnyEntry = TypeVar("AnyEntry", bound=Labelled)
MOST_LISTED = 12


@dataclass(frozen=True)
class Play:
    """A scenario put together with its pack; `pack` holds what the scenario adds as well.

    known: by kind, every id that is written, in play or not; lost: ids of entries that could not be used.
    """

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
    lost: dict[str, frozenset[str]]

    def has_lost(self, kind: str) -> bool:
        """Whether an entry of a kind could not be used, so that nothing can be said about what is missing."""
        return bool(self.lost.get(kind))

    @cached_property
    def lost_ids(self) -> frozenset[str]:
        """Ids of all entries that could not be used."""
        return frozenset().union(*self.lost.values())


def chosen(entries: list[AnyEntry], kind: str, scenario: Scenario) -> list[AnyEntry]:
    """The entries of a kind that `only`, `with` and `out` leave in play; an id that is used twice counts once."""
    only = ids_of(scenario.only, kind)
    brought = ids_of(scenario.with_, kind) or []
    out = ids_of(scenario.out, kind) or []

    def is_in(entry: AnyEntry) -> bool:
        wanted = entry.id in only if only is not None else entry.id in brought or not getattr(entry, "optional", False)
        return wanted and entry.id not in out

    return [entry for entry in once_each(entries) if is_in(entry)]


def once_each(entries: Iterable[AnyEntry]) -> list[AnyEntry]:
    """The entries, each id once."""
    return list({entry.id: entry for entry in reversed(list(entries))}.values())[::-1]


def ids_of(selection: Selection, kind: str) -> list[str] | None:
    """The ids a selection names for a kind, or None."""
    return getattr(selection, kind, None)


def put_together(pack: PackDoc, doc: ScenarioDoc, scenario: Scenario, procedure: Procedure) -> Play:
    """The entries in play. Broken references are left to the checks."""
    pack = with_additions(pack, doc)
    issues = chosen(pack.issues, "issues", scenario)
    in_play = {issue.id for issue in issues}
    parties = once_each(pack.pack.parties)
    bodies = once_each(pack.bodies)
    return Play(
        pack=pack,
        doc=doc,
        scenario=scenario,
        procedure=procedure,
        parties=parties,
        tracks=once_each(pack.pack.tracks),
        issues=issues,
        postures=once_each(pack.postures),
        meters=once_each(pack.meters),
        courses=once_each(pack.courses),
        counters=once_each(pack.counters),
        bodies=bodies,
        groups=[(body, group) for party in parties for body in bodies if body.id == party.id for group in once_each(body.groups)],
        levers=chosen(pack.levers, "levers", scenario),
        acts=chosen(pack.acts, "acts", scenario),
        initiatives=chosen(pack.initiatives, "initiatives", scenario),
        events=chosen(pack.events, "events", scenario),
        demands=[demand for demand in chosen(pack.demands, "demands", scenario) if issue_of(demand, in_play) in in_play],
        requests=pack.requests,
        seats=chosen(pack.seats, "seats", scenario),
        rules=chosen(pack.rules, "rules", scenario),
        known=known_ids(pack),
        lost=lost_ids(pack, doc),
    )


def with_additions(pack: PackDoc, doc: ScenarioDoc) -> PackDoc:
    """The pack with the entries that the scenario adds, behind its own."""
    if not doc.added and not doc.texts:
        return pack
    lists: dict[str, list[Shape]] = {key: [*pack.lists.get(key, []), *doc.added.get(key, [])] for key in [*pack.lists, *doc.added]}
    return replace(pack, lists=lists, texts={**pack.texts, **doc.texts})


def issue_of(demand: kinds.Demand, in_play: set[str]) -> str:
    """The issue a demand card is about: its own, or the one instead where that is out of play."""
    if demand.issue not in in_play and demand.instead is not None:
        return demand.instead
    return demand.issue


def known_ids(pack: PackDoc) -> dict[str, frozenset[str]]:
    """By kind, every id that the pack and what the scenario adds can be asked about."""
    known = {key: frozenset(entry.id for entry in entries if isinstance(entry, Labelled)) for key, entries in pack.lists.items()}
    known["groups"] = frozenset(group.id for body in pack.bodies for group in body.groups)
    return known


def lost_ids(pack: PackDoc, doc: ScenarioDoc) -> dict[str, frozenset[str]]:
    """By kind, ids of entries that are written and could not be used; the groups of a lost body are lost with it."""
    lost: dict[str, frozenset[str]] = {}
    for kind, found in [*pack.lost.items(), *doc.lost.items()]:
        lost[kind] = lost.get(kind, frozenset()) | frozenset(map(nodes.id_of, found))
    groups = [group for body in pack.lost.get("bodies", []) if (held := body.get("groups")) is not None for group in listed(held)]
    return lost | ({"groups": frozenset(map(nodes.id_of, groups))} if groups else {})


def listed(node: nodes.Node) -> list[nodes.Node]:
    """The items of a list, or the one value that stands in place of a list."""
    return node.value if isinstance(node.value, list) else [node]


def meant_by(name: object, known: Iterable[str]) -> str:
    """The one known name that was probably meant, "" where that is not clear."""
    near = closest(str(name), known)
    return near[0] if len(near) == 1 else ""


def hint_for(name: object, known: Iterable[str]) -> str:
    """A did-you-mean, else what exists."""
    names = sorted(known)
    listed_names = ", ".join(names[:MOST_LISTED]) + (", ..." if len(names) > MOST_LISTED else "")
    return did_you_mean(str(name), names) or (f"there are: {listed_names}" if names else "there are none")
