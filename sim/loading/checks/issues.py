"""Issues with their levels and payoffs, postures with their weights, and the numbers of meters, courses and counters."""

from __future__ import annotations

from collections.abc import Iterator

from sim.errors import Fix, Problem, did_you_mean
from sim.kernel import tables as t
from sim.loading import shape_entries as kinds
from sim.loading.checks.common import Question, called, changed_inside, id_place, ids, missing_keys, outside, unknown_keys, unknown_value
from sim.loading.documents import place_of
from sim.loading.node import Node
from sim.loading.points import OCCASIONS
from sim.loading.ranges import bounded
from sim.loading.selection import Play, hint_for, meant_by

MOST_POINTS = 100


def levels_are_listed_once(play: Play) -> Iterator[Problem]:
    """Levels are unique, and every list has one number for each."""
    for issue in play.pack.issues:
        first: dict[str, int] = {}
        for index, name in enumerate(issue.levels):
            if first.setdefault(name, index) != index:
                yield level_twice(play, issue, index, first[name])
        for word, columns in (("payoff", issue.payoff), ("effects", issue.effects)):
            for key, numbers in columns.items():
                if len(numbers) != len(issue.levels):
                    count = f"{len(numbers)} number{'' if len(numbers) == 1 else 's'}"
                    text = f"{called(issue)} has {len(issue.levels)} levels, but `{word}.{key}` has {count}"
                    yield place_of(issue, word, key).problem("NW301", text, f"give one number for each of: {', '.join(issue.levels)}")


def level_twice(play: Play, issue: kinds.Issue, index: int, first: int) -> Problem:
    """NW201, at the second of two levels; texts that wait for a level say what it was probably called."""
    node, before = place_of(issue, "levels", index), place_of(issue, "levels", first)
    text = f"{called(issue)} has the level `{issue.levels[index]}` twice; first at {before.line}:{before.column}"
    own = [key.partition(".")[2] for key in play.pack.texts if key.startswith(f"{issue.id}.")]
    waiting = [name for name in own if name not in issue.levels]
    if len(waiting) != 1:
        return node.problem("NW201", text, "give one of them another id")
    return node.problem("NW201", text, f"give one of them another id, e.g. `{waiting[0]}`", fixes=node.to_write(waiting[0]))


def levels_exist(play: Play) -> Iterator[Problem]:
    """`start` and `locks` name levels; a lock closes the way up, so the first level has none."""
    for issue in play.pack.issues:
        if issue.start not in issue.levels:
            yield no_level(place_of(issue, "start"), issue.start, issue)
        for level in issue.locks:
            node = place_of(issue, "locks", level)
            if level not in issue.levels:
                yield node.problem_of_key("NW203", f"`{level}` is not a level of {called(issue)}", hint_for(level, issue.levels))
            elif level == issue.levels[0]:
                text = f"`{level}` is the lowest level of {called(issue)}; a lock bars only the way up"
                yield node.problem_of_key("NW306", text, f"lock one of: {', '.join(issue.levels[1:])}")
        top = len(issue.levels) - 1
        if issue.vote_from is not None and issue.vote_from > top:
            node = place_of(issue, "vote_from")
            yield node.problem(
                "NW306", f"`vote_from` of {called(issue)} is {issue.vote_from}, but its levels are 0 to {top}", f"use 0 to {top}"
            )


def no_level(node: Node, name: str, issue: kinds.Issue) -> Problem:
    """NW203 at a value that should be a level."""
    meant = meant_by(name, issue.levels)
    hint = f"{did_you_mean(name, issue.levels)} levels: {', '.join(issue.levels)}".strip()
    return node.problem("NW203", f"`{name}` is not a level of {called(issue)}", hint, fixes=node.to_write(meant) if meant else ())


def issues_name_what_exists(play: Play) -> Iterator[Problem]:
    """Tracks and parties of issues."""
    parties, tracks = ids(play.parties), ids(play.tracks)
    for issue in play.pack.issues:
        yield from unknown_value(play, issue, "track", "track", tracks)
        yield from unknown_value(play, issue, "demandeur", "party", parties)
        yield from unknown_value(play, issue, "moved_by", "party", parties)
        yield from unknown_keys(play, issue, ("payoff",), "party", parties)
        yield from missing_keys(play, issue, ("payoff",), parties, "[...]")


def parties_watch_meters(play: Play) -> Iterator[Problem]:
    """Meters that a side sees first."""
    for party in play.parties:
        yield from unknown_value(play, party, "watch", "meter", ids(play.pack.meters))


def payoffs_are_points(play: Play) -> Iterator[Problem]:
    """Payoffs lie in 0..100, and each party has its best level."""
    for issue in play.pack.issues:
        for party, numbers in issue.payoff.items():
            beyond = [level for level, number in enumerate(numbers) if not 0 <= number <= MOST_POINTS]
            for level in beyond:
                at = place_of(issue, "payoff", party, level)
                yield outside(at, f"a payoff of {called(issue)} is", numbers[level], 0, MOST_POINTS)
            if numbers and not beyond and len(numbers) == len(issue.levels) and max(numbers) < MOST_POINTS:
                text = f"no level of {called(issue)} is worth 100 to `{party}` (the best is {max(numbers)})"
                hint = "give the best level 100; the weight says how much the issue counts"
                yield place_of(issue, "payoff", party).problem("NW390", text, hint, "warning")


def postures_are_whole(play: Play) -> Iterator[Problem]:
    """Every posture spreads 100 over the core issues; each party has one."""
    parties, known = ids(play.parties), {issue.id: issue for issue in play.pack.issues}
    for posture in play.pack.postures:
        yield from unknown_value(play, posture, "party", "party", parties)
        own = [other.id for other in play.pack.postures if other.party == posture.party]
        yield from unknown_value(play, posture, "neighbour", "posture of the same party", own)
        if posture.neighbour == posture.id:
            yield place_of(posture, "neighbour").problem("NW204", f"{called(posture)} is its own neighbour", "name another posture")
        yield from unknown_keys(play, posture, ("weights",), "issue", known)
        yield from unknown_keys(play, posture, ("pack_weight",), "issue", known)
        yield from weights_are_whole(play, posture, known)
    for party in play.parties:
        if not play.has_lost("postures") and not any(posture.party == party.id for posture in play.postures):
            yield id_place(party).problem("NW105", f"party `{party.id}` has no posture", "add one with its weights to `postures`")


def weights_are_whole(play: Play, posture: kinds.Posture, known: dict[str, kinds.Issue]) -> Iterator[Problem]:
    """The weights of one posture sum to 100; optional issues have theirs apart."""
    for key, is_core in (("weights", True), ("pack_weight", False)):
        for issue in getattr(posture, key):
            if issue in known and known[issue].optional == is_core:
                hint = "write it under `pack_weight`" if is_core else "write it under `weights`"
                what = "an optional issue" if is_core else "no optional issue"
                yield place_of(posture, key, issue).problem_of_key("NW303", f"`{issue}` in `{key}` of {called(posture)} is {what}", hint)
    total = sum(posture.weights.values())
    if total != 100 and set(posture.weights) <= set(known) and not play.has_lost("issues"):
        node = place_of(posture, "weights")
        text = f"the weights of {called(posture)} sum to {total}, not 100"
        hint, fixes = difference(100 - total, node)
        changed = changed_inside(node)
        make = changed.problem if changed is not None else node.problem_of_key
        yield make("NW303", text, hint, fixes=fixes if changed is None else ())
    if sum(posture.pack_weight.values()) >= 100:
        node = place_of(posture, "pack_weight")
        yield node.problem_of_key(
            "NW303", f"`pack_weight` of {called(posture)} leaves nothing for the other issues", "use less than 100 in all"
        )


def difference(amount: int, numbers: Node, key: str = "") -> tuple[str, tuple[Fix, ...]]:
    """What has to change in all, in words; and one number of a map, or of the entries of a list, that could carry it."""
    whole = f"add {amount} in all" if amount > 0 else f"take away {-amount} in all"
    items = numbers.value if isinstance(numbers.value, list) else [numbers]
    places = [(name, node) for item in items for name, node in of_map(item, key)]
    fitting = [(name, node) for name, node in places if isinstance(node.value, int) and 0 <= node.value + amount <= MOST_POINTS]
    if not fitting:
        return whole, ()
    name, node = fitting[-1]
    assert isinstance(node.value, int)
    return f"{whole}, e.g. `{name}: {node.value + amount}`", node.to_write(node.value + amount)


def of_map(item: Node, key: str) -> Iterator[tuple[str, Node]]:
    """The numbers of a map by their keys; with a key, the one number that stands under it."""
    if isinstance(item.value, dict):
        yield from item.value.items() if not key else [(key, item.value[key])] if key in item.value else []


def something_counts(play: Play) -> Iterator[Problem]:
    """There is an issue to talk about, and each posture has weight on one."""
    in_play = set(ids(play.issues))
    if not in_play and not play.has_lost("issues"):
        node = place_of(play.scenario, "only", "issues") if play.scenario.only.issues is not None else play.pack.pack.node
        yield node.problem_of_key("NW105", "no issue is in play", "leave at least one in play")
        return
    for posture in play.postures:
        own = play.scenario.weights.get(posture.id, posture.weights)
        weights = {**own, **({} if posture.id in play.scenario.weights else posture.pack_weight)}
        if not any(weights.get(issue, 0) for issue in in_play) and set(weights) & set(ids(play.pack.issues)):
            text = f"{called(posture)} gives no weight to any issue in play"
            yield id_place(posture).problem("NW303", text, "bring in an issue that counts for it, or give other weights")


def meters_start_inside(play: Play) -> Iterator[Problem]:
    """Meters and courses start within their bounds, counters too."""
    for entry in bounded(play):
        if entry.min > entry.max:
            node = place_of(entry, "min" if entry.node.get("min") else "max")
            yield node.problem("NW306", f"{called(entry)} runs from {entry.min} to {entry.max}", "let `min` be smaller than `max`")
        elif not entry.min <= entry.start <= entry.max:
            yield outside(place_of(entry, "start"), f"{called(entry)} starts at", entry.start, entry.min, entry.max)
    for counter in play.pack.counters:
        low, high = 0 if counter.min is None else counter.min, counter.max
        if high is not None and low > high:
            yield place_of(counter, "max").problem(
                "NW306", f"{called(counter)} runs from {low} to {high}", "let `min` be smaller than `max`"
            )
        elif counter.start < low or (high is not None and counter.start > high):
            text = f"{called(counter)} starts at {counter.start}, outside {low}..{'' if high is None else high}"
            yield place_of(counter, "start").problem("NW306", text, "start it within its bounds; without `min` a counter begins at 0")


def courses_belong_to_parties(play: Play) -> Iterator[Problem]:
    """A course belongs to a party; all of a party share one number of points."""
    for course in play.pack.courses:
        yield from unknown_value(play, course, "party", "party", ids(play.parties))
        first = next(other for other in play.pack.courses if other.party == course.party)
        if first.points != course.points:
            text = f"{called(course)} has {course.points} points a round, but {called(first)} of the same party {first.points}"
            yield place_of(course, "points").problem(
                "NW306", text, f"write `points: {first.points}`; they are shared by all courses of the party"
            )


def counters_count_occasions(play: Play) -> Iterator[Problem]:
    """`counts` names an occasion; a counter per party counts what a party does."""
    for counter in play.pack.counters:
        if counter.counts is not None and counter.counts not in OCCASIONS:
            text = f"{called(counter)} counts `{counter.counts}`, which is no occasion"
            yield place_of(counter, "counts").problem("NW202", text, hint_for(counter.counts, OCCASIONS))
        elif counter.per == "party" and counter.counts is not None and OCCASIONS[counter.counts] != t.AT_LEVER_PLAYED:
            text = f"{called(counter)} is kept for each party, but `{counter.counts}` belongs to none"
            yield place_of(counter, "counts").problem("NW205", text, "count lever.played, or delete `per: party`")
        if counter.when is not None and counter.counts is None:
            yield place_of(counter, "when").problem_of_key(
                "NW108", f"`when` of {called(counter)} means nothing without `counts`", "delete it"
            )
        if counter.resets is not None and counter.start != 0:
            text = f"{called(counter)} starts at {counter.start}, but is 0 again in every round"
            yield place_of(counter, "start").problem("NW306", text, "let it start at 0, or delete `resets`")


QUESTIONS: tuple[Question, ...] = (
    levels_are_listed_once,
    levels_exist,
    issues_name_what_exists,
    parties_watch_meters,
    payoffs_are_points,
    postures_are_whole,
    something_counts,
    meters_start_inside,
    courses_belong_to_parties,
    counters_count_occasions,
)
