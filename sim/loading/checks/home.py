"""Who votes at home: bodies and their groups."""

from __future__ import annotations

from collections.abc import Iterator

from sim.errors import Problem
from sim.loading.checks.common import Question, called, changed_inside, id_place, ids, unknown_keys, unknown_value
from sim.loading.checks.issues import difference
from sim.loading.documents import place_of
from sim.loading.selection import Play

LARGEST_MOOD = 100  # what the kernel can keep of a mood that has been learned


def every_party_has_a_body(play: Play) -> Iterator[Problem]:
    """A body carries the id of its party; its groups have 100 votes."""
    parties = ids(play.parties)
    for body in play.pack.bodies:
        yield from unknown_value(play, body, "id", "party", parties)
        total = sum(group.weight for group in body.groups)
        if total != 100:
            parts = ", ".join(f"{group.id} {group.weight}" for group in body.groups)
            text = f"the weights of the groups of `{body.id}` sum to {total}, not 100 ({parts})"
            hint, fixes = difference(100 - total, place_of(body, "groups"), "weight")
            changed = changed_inside(place_of(body, "groups"))
            make = changed.problem if changed is not None else place_of(body, "groups").problem_of_key
            yield make("NW304", text, hint, fixes=fixes if changed is None else ())
        if body.mood > LARGEST_MOOD:
            yield place_of(body, "mood").problem(
                "NW306", f"the mood {body.mood} of {called(body)} is too large", f"use {LARGEST_MOOD} at most"
            )
    for party in play.parties:
        if not play.has_lost("bodies") and not any(body.id == party.id for body in play.bodies):
            yield id_place(party).problem("NW105", f"party `{party.id}` has no body at home", "add one to `bodies`")


def moods_can_be_kept(play: Play) -> Iterator[Problem]:
    """The mood that a scenario gives every group has the same limit."""
    mood = play.scenario.mood
    if mood is not None and mood > LARGEST_MOOD:
        yield place_of(play.scenario, "mood").problem("NW306", f"the mood {mood} is too large", f"use {LARGEST_MOOD} at most")


def groups_count_issues(play: Play) -> Iterator[Problem]:
    """Points of a group name issues; a group with a shift of its own has none."""
    issues = ids(play.pack.issues)
    for body in play.pack.bodies:
        for group in body.groups:
            yield from unknown_keys(play, group, ("points",), "issue", issues)
            if group.shift is not None and group.points:
                node = place_of(group, "points")
                yield node.problem_of_key("NW108", f"{called(group)} has both `points` and `shift`", "keep one of the two")


QUESTIONS: tuple[Question, ...] = (every_party_has_a_body, moods_can_be_kept, groups_count_issues)
