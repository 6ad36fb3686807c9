"""Where numbers stand that reach the table without a cause: payoffs, weights, points of groups, what things start at."""

from __future__ import annotations

from collections.abc import Iterator

from sim.loading.node import Node, node_at
from sim.loading.pools import place_of_node
from sim.loading.ranges import bounded
from sim.loading.selection import Play
from sim.loading.shape_base import Shape
from sim.places import CAPITAL, CREDIBILITY, GROUP_WEIGHT, PAYOFF, POINTS, STARTS, WEIGHT, Place

Key = tuple[str, ...]


def places_of(play: Play) -> dict[Key, Place]:
    """By kind and ids: payoff (party, issue, level index), weight (posture, issue), points (group, issue), start (id), and of what parties have."""
    found = [*payoffs(play), *weights(play), *groups(play), *starts(play), *assets(play)]
    return {key: place_of_node(node) for key, node in found if node is not None}


def payoffs(play: Play) -> Iterator[tuple[Key, Node | None]]:
    """Of every level to every party."""
    for issue in play.issues:
        for party, numbers in issue.payoff.items():
            for level in range(len(numbers)):
                yield (PAYOFF, party, issue.id, str(level)), node_at(issue.node, "payoff", party, level)


def weights(play: Play) -> Iterator[tuple[Key, Node | None]]:
    """Of every issue in play under every posture: those of the scenario come before those of the pack."""
    for posture in play.postures:
        own = node_at(play.scenario.node, "weights", posture.id)
        for issue in play.issues:
            here = own.get(issue.id) if own is not None else None
            yield (
                (WEIGHT, posture.id, issue.id),
                here or node_at(posture.node, "weights", issue.id) or node_at(posture.node, "pack_weight", issue.id),
            )


def groups(play: Play) -> Iterator[tuple[Key, Node | None]]:
    """Points a level, weight and start of every group."""
    for _, group in play.groups:
        yield (GROUP_WEIGHT, group.id), group.node.get("weight")
        yield (STARTS, group.id), start_of(play, group, "groups", group.id)
        for issue in group.points:
            yield (POINTS, group.id, issue), node_at(group.node, "points", issue)


def starts(play: Play) -> Iterator[tuple[Key, Node | None]]:
    """Of meters, courses and counters."""
    for entry in bounded(play):
        yield (STARTS, entry.id), start_of(play, entry, "meters", entry.id) or start_of(play, entry, "courses", entry.id)
    for counter in play.counters:
        yield (STARTS, counter.id), start_of(play, counter, "counters", counter.id)


def assets(play: Play) -> Iterator[tuple[Key, Node | None]]:
    """Start levels, credibility of levers, capital of parties."""
    for issue in play.issues:
        yield (STARTS, issue.id), node_at(play.scenario.node, "start", "levels", issue.id) or issue.node.get("start")
    for lever in play.levers:
        yield (CREDIBILITY, lever.id), node_at(play.scenario.node, "start", CREDIBILITY, lever.id) or lever.node.get(CREDIBILITY)
    shared = node_at(play.procedure.node, CAPITAL, "start")
    for party in play.parties:
        own = node_at(play.scenario.node, "start", CAPITAL, party.id)
        yield (CAPITAL, party.id), own or (shared.get(party.id) if shared is not None else None) or shared


def start_of(play: Play, entry: Shape, kind: str, name: str) -> Node | None:
    """The start that the scenario gives, else that of the pack."""
    return node_at(play.scenario.node, "start", kind, name) or entry.node.get("start")
