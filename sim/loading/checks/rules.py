"""Standing rules, modifiers, and which rule of the rulebook an entry carries."""

from __future__ import annotations

from collections.abc import Iterator

from sim.errors import Problem, closest
from sim.kernel import tables as t
from sim.loading import shape_entries as kinds
from sim.loading.checks.common import Question, called, ids, unknown_value
from sim.loading.documents import place_of
from sim.loading.node import Node
from sim.loading.points import OCCASIONS, PLAIN_POINTS, WORKS, numbered, points_of
from sim.loading.ranges import bounded
from sim.loading.selection import Play, hint_for, listed
from sim.loading.shape_base import Labelled, Shape

WITH_TRACK = (t.AT_INITIATIVE_DONE, t.AT_DEMAND_MET, t.AT_DEMAND_MISSED)


def rules_have_one_place(play: Play) -> Iterator[Problem]:
    """A rule stands at points, or watches a meter, or is a bundle; each takes its own keys."""
    points = numbered(points_of(play.procedure))
    for rule in play.pack.rules:
        node = rule.node.get("at")
        for item in listed(node) if node is not None else ():
            if item.value not in points and not is_misspelt_there(play, str(item.value)):
                text = f"there is no point `{item.value}` in the steps, and no such occasion"
                yield item.problem("NW202", text, hint_for(item.value, points))
        if rule.crossed is not None:
            yield from strangers(rule, ("at", "first", "when", "chance", "pick"), "a rule with `crossed`")
            yield from crossing_can_happen(play, rule)
            continue
        yield from strangers(rule, ("up", "down"), "a rule without `crossed`")
        if rule.at is None:
            yield from strangers(rule, ("first", "when", "chance", "pick"), "a bundle, which has neither `at` nor `crossed`")
        if rule.first and any(name in OCCASIONS for name in rule.at or []):
            text = f"`first` of {called(rule)} means nothing at an occasion"
            yield place_of(rule, "first").problem_of_key("NW101", text, "delete it; rules of an occasion come in the order of the list")
        yield from pick_can_be_asked(play, rule)


def is_misspelt_there(play: Play, name: str) -> bool:
    """Whether a point is missing because it is misspelt in the steps, which is told there."""
    step, _, point = name.partition(".")
    return name in {*WORKS, *PLAIN_POINTS} and any(point in closest(word, [point]) for word in play.procedure.steps.get(step, []))


def strangers(rule: kinds.Rule, keys: tuple[str, ...], where: str) -> Iterator[Problem]:
    """Keys that a rule of this form does not read."""
    for key in keys:
        node = rule.node.get(key)
        if node is not None:
            yield node.problem_of_key(
                "NW108", f"`{key}` of {called(rule)} means nothing in {where}", "delete it, or write it into `effects`"
            )


def crossing_can_happen(play: Play, rule: kinds.Rule) -> Iterator[Problem]:
    """A meter or course is watched, in one direction, at a value that it can cross."""
    watched: dict[str, kinds.Meter | kinds.Course] = {entry.id: entry for entry in bounded(play)}
    if rule.crossed not in watched:
        is_counter = rule.crossed in ids(play.pack.counters)
        text = f"{called(rule)} watches `{rule.crossed}`, which is {'a counter' if is_counter else 'no meter or course'}"
        hint = "write a rule with `when` in its place" if is_counter else hint_for(rule.crossed, watched)
        if rule.crossed not in play.lost_ids:
            yield place_of(rule, "crossed").problem("NW202", text, hint)
        return
    if (rule.up is None) == (rule.down is None):
        yield place_of(rule, "crossed").problem_of_key("NW105", f"{called(rule)} needs `up` or `down`", "add e.g. `up: 80`, one of the two")
        return
    meter, key = watched[rule.crossed], "up" if rule.up is not None else "down"
    line = rule.up if rule.up is not None else rule.down or 0
    low, high = (meter.min + 1, meter.max) if key == "up" else (meter.min, meter.max - 1)
    if not low <= line <= high:
        text = f"`{rule.crossed}` runs from {meter.min} to {meter.max} and never crosses {line} {key}wards"
        yield place_of(rule, key).problem("NW306", text, f"use {low} to {high}")


def pick_can_be_asked(play: Play, rule: kinds.Rule) -> Iterator[Problem]:
    """A party is asked; a demand of the same track only where there is a track."""
    if rule.pick is None:
        return
    yield from unknown_value(play, rule.pick, "by", "party", ids(play.parties), called(rule))
    tracks = [OCCASIONS.get(name) in WITH_TRACK for name in rule.at or []]
    if rule.pick.demand == "same_track" and rule.at is not None and not all(tracks):
        text = f"{called(rule)} picks a demand of the same track, but there is no track at `{', '.join(rule.at)}`"
        yield place_of(rule.pick, "demand").problem("NW205", text, "write `demand: open`, or let it come at initiative.done")


def modifiers_name_what_exists(play: Play) -> Iterator[Problem]:
    """Issues of modifiers. Targets and causes are read by the compiler."""
    for modifier in play.pack.modifiers:
        yield from unknown_value(play, modifier, "about", "issue", ids(play.pack.issues))


def rules_are_told(play: Play) -> Iterator[Problem]:
    """A `rule:` names a rule of the rulebook."""
    known = ids(play.pack.rulebook)
    holders: list[Shape] = [entry for entries in play.pack.lists.values() for entry in entries]
    holders += [group for body in play.pack.bodies for group in body.groups]
    holders += [play.pack.scoring, *play.pack.scoring.endings, *parts_of(play)]
    for holder in holders:
        node: Node | None = holder.node.get("rule")
        if node is not None and isinstance(node.value, str) and node.value not in known and node.value not in play.lost_ids:
            text = f"{called(holder)} carries the rule `{node.value}`, which the rulebook lacks"
            yield node.problem("NW202", text, hint_for(node.value, known))


def parts_of(play: Play) -> Iterator[Shape]:
    """The parts of the procedure."""
    for name in type(play.procedure).model_fields:
        part = getattr(play.procedure, name)
        if isinstance(part, Shape) and not isinstance(part, Labelled):
            yield part


QUESTIONS: tuple[Question, ...] = (rules_have_one_place, modifiers_name_what_exists, rules_are_told)
