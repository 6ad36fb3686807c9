"""The course of play: steps, turns, capital, demands, prices; scoring and the joint statement."""

from __future__ import annotations

from collections.abc import Iterator

from sim.errors import Problem, closest
from sim.loading.checks.common import Question, called, ids, missing_keys, unknown_keys, unknown_value
from sim.loading.documents import place_of
from sim.loading.expressions import parse
from sim.loading.node import Node, node_at
from sim.loading.points import NEEDED, NEEDED_FOR_DEMANDS, PLAIN_POINTS, STEPS, WORKS, numbered, points_of
from sim.loading.ranges import Ranges
from sim.loading.selection import Play, hint_for, listed


def steps_are_complete(play: Play) -> Iterator[Problem]:
    """The step order has the points without which there is no game, and no other steps."""
    points = points_of(play.procedure)
    node = place_of(play.procedure, "steps")
    needed = [*NEEDED, *(NEEDED_FOR_DEMANDS if play.procedure.demand is not None else ())]
    strange = [step for step in procedure_steps(play) if step not in STEPS]
    misspelt = {near for step in strange for near in closest(step, STEPS)}
    for name in needed:
        step, _, point = name.partition(".")
        own = node.get(step) or node
        held = [str(item.value) for item in listed(own)] if own is not node else []
        if name not in points and step not in misspelt and not any(point in closest(word, [point]) for word in held):
            yield own.problem_of_key("NW105", f"`steps.{step}` lacks `{point}`", f"add `{point}` to `{step}`")
    for step in play.procedure.steps:
        if step not in STEPS:
            at = place_of(play.procedure, "steps", step)
            yield at.problem_of_key("NW101", f"there is no step `{step}`", hint_for(step, STEPS))


def procedure_steps(play: Play) -> list[str]:
    """The names of the steps as they are written."""
    return list(play.procedure.steps)


def points_mean_something(play: Play) -> Iterator[Problem]:
    """Each point once; one that is no mechanism is the place of a rule, or misspelt."""
    strange: list[tuple[str, Node]] = []
    for step in STEPS:
        node = node_at(play.procedure.node, "steps", step)
        seen: set[str] = set()
        for item in listed(node) if node is not None else ():
            name = str(item.value)
            if name in seen:
                yield item.problem("NW201", f"`{name}` stands in `{step}` twice", "delete one of the two")
            elif f"{step}.{name}" not in (*WORKS, *PLAIN_POINTS):
                strange.append((step, item))
            seen.add(name)
    used = set(points_of_rules(play)) if strange else set[str]()
    known_points = set(numbered(points_of(play.procedure)))
    misspelt = {near for name in used - known_points - {*WORKS, *PLAIN_POINTS} for near in closest(name, known_points)}
    for step, item in strange:
        if f"{step}.{item.value}" not in used | misspelt and not play.has_lost("rules"):
            known = [point.partition(".")[2] for point in [*WORKS, *PLAIN_POINTS] if point.startswith(f"{step}.")]
            meant = closest(str(item.value), known)
            text = f"`{item.value}` is no mechanism of `{step}`, and no rule stands there"
            yield item.problem("NW202", text, f"did you mean `{meant[0]}`?" if meant else "delete it, or let a rule stand `at` it")


def points_of_rules(play: Play) -> Iterator[str]:
    """Every point at which a rule stands, or at which an effect happens later."""
    for entries in play.pack.lists.values():
        for entry in entries:
            yield from words_at(entry.node)


def words_at(node: Node) -> Iterator[str]:
    """The words under every key `at` below a node."""
    for key, item in node.value.items() if isinstance(node.value, dict) else ():
        if key == "at":
            yield from (str(each.value) for each in listed(item))
        yield from words_at(item)
    for item in node.value if isinstance(node.value, list) else ():
        yield from words_at(item)


def turns_name_every_party(play: Play) -> Iterator[Problem]:
    """`order` names every party once; `opener` at least one."""
    parties, procedure = ids(play.parties), play.procedure
    yield from unknown_value(play, procedure, "order", "party", parties)
    yield from unknown_value(play, procedure, "opener", "party", parties)
    missing = [party for party in parties if party not in procedure.order]
    node = place_of(procedure, "order")
    if missing and set(procedure.order) <= set(parties):
        yield node.problem_of_key("NW105", f"`order` lacks the party `{missing[0]}`", "name every party once")
    if not procedure.opener:
        yield place_of(procedure, "opener").problem_of_key(
            "NW105", "`opener` names no party", f"write e.g. `opener: [{', '.join(parties)}]`"
        )


def capital_is_for_parties(play: Play) -> Iterator[Problem]:
    """Every party has an income, and a start where they differ, within the largest."""
    capital, parties = play.procedure.capital, ids(play.parties)
    for key in ("start", "income"):
        yield from unknown_keys(play, capital, (key,), "party", parties, "`capital`")
        yield from missing_keys(play, capital, (key,), parties, "2")
    starts = capital.start if isinstance(capital.start, dict) else {"": capital.start}
    for party, start in starts.items():
        if start > capital.max:
            node = place_of(capital, "start", party) if party else place_of(capital, "start")
            yield node.problem("NW306", f"capital starts at {start}, above its `max` {capital.max}", f"use 0 to {capital.max}")


def parts_name_what_exists(play: Play) -> Iterator[Problem]:
    """Parties, issues, cards and counters that the procedure names."""
    procedure, parties = play.procedure, ids(play.parties)
    if procedure.news is not None:
        yield from unknown_value(play, procedure.news, "face_up", "initiative", ids(play.pack.initiatives), "`news`")
    if procedure.demand is not None:
        yield from unknown_value(play, procedure.demand, "by", "party", parties, "`demand`")
        yield from unknown_value(play, procedure.demand, "of", "party", parties, "`demand`")
        yield from unknown_value(play, procedure.demand, "renewed", "issue", ids(play.pack.issues), "`demand`")
        if procedure.demand.by == procedure.demand.of:
            yield place_of(procedure.demand, "of").problem("NW205", "a party cannot make demands of itself", "name another party")
    if procedure.naming is not None:
        yield from unknown_value(play, procedure.naming, "by", "party", parties, "`naming`")
    levers = procedure.levers
    if levers is not None and levers.escalation is not None:
        shared = [counter.id for counter in play.pack.counters if counter.per is None]
        yield from unknown_value(play, levers, "escalation", "counter of the table", shared, "`levers`")


def numbers_make_sense(play: Play) -> Iterator[Problem]:
    """Bands in order, limits that can be reached."""
    procedure = play.procedure
    if procedure.clues is not None and not 0 < procedure.clues.bands.middle < procedure.clues.bands.high:
        bands = procedure.clues.bands
        text = f"the bands must rise: found middle {bands.middle}, high {bands.high}"
        yield place_of(bands, "middle").problem("NW306", text, "let `middle` be above 0 and below `high`")
    if procedure.naming is not None and procedure.naming.round > play.scenario.scenario.rounds:
        text = f"the posture is named in round {procedure.naming.round}, but the game has {play.scenario.scenario.rounds} rounds"
        yield place_of(procedure.naming, "round").problem("NW308", text, "name an earlier round", "warning")


def scores_are_for_parties(play: Play) -> Iterator[Problem]:
    """Every side has its points, and some ending always holds."""
    scoring, parties = play.pack.scoring, ids(play.parties)
    yield from unknown_keys(play, scoring, ("side",), "party", parties, "`side`")
    yield from missing_keys(play, scoring, ("side",), parties, "[{add: ...}]")
    last = scoring.endings[-1]
    tree = parse(last.when, place_of(last, "when"))
    if not isinstance(tree, Problem):
        low, high = Ranges(play, {}).of(tree)
        if low <= 0 <= high:
            text = f"{called(last)} is the last, but does not always hold, so a game could end without one"
            yield place_of(last, "when").problem("NW309", text, "let the last ending have `when: 1 == 1`")


def statement_names_issues(play: Play) -> Iterator[Problem]:
    """Paragraphs of the joint statement name issues, and say where the list of what was agreed goes."""
    for entry in play.pack.statement:
        yield from unknown_value(play, entry, "issues", "issue", ids(play.pack.issues))
        has_list = entry.issues is not None or entry.initiatives
        for language in ("en", "ja") if has_list else ():
            if "{L}" not in getattr(entry.text, language):
                node = place_of(entry, "text", language)
                yield node.problem("NW105", f"the text of {called(entry)} does not say where the list goes", "put {L} where it belongs")


QUESTIONS: tuple[Question, ...] = (
    steps_are_complete,
    points_mean_something,
    turns_name_every_party,
    capital_is_for_parties,
    parts_name_what_exists,
    numbers_make_sense,
    scores_are_for_parties,
    statement_names_issues,
)
