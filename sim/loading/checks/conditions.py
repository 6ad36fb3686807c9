"""Conditions that can never hold, cards that can never come in time, quotas out of reach, cards that wait for each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sim.errors import Fix, Problem
from sim.loading.checks.common import Question, called, id_place
from sim.loading.documents import place_of
from sim.loading.expressions import Call, Name, Num, Op, Tree, as_written, parse, shown, start_of
from sim.loading.node import Node, line_seen_from
from sim.loading.ranges import FAR, Ranges
from sim.loading.reach import ENDLESS, OPPOSITE, boxes, is_never, rounds_of, smallest_never
from sim.loading.scalars import slipped_numbers
from sim.loading.selection import Play
from sim.loading.shape_base import Labelled, Shape

WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
CARD_WORDS = {"levers": "uses", "events": "played", "initiatives": "done"}
"""How an expression asks whether a card of a kind was used."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of an entry in play, read."""

    owner: Shape
    node: Node
    tree: Tree


def condition(owner: Shape, *keys: str) -> Iterator[Condition]:
    """The condition that stands under a key of an entry, if one does and it can be read."""
    node: Node | None = owner.node
    for key in keys:
        node = node.get(key) if node is not None else None
    if node is not None and isinstance(node.value, str):
        tree = parse(node.value, node)
        if not isinstance(tree, Problem):
            yield Condition(owner, node, tree)


def conditions(play: Play) -> Iterator[Condition]:
    """Every condition of the entries in play, but the quotas."""
    for entry in (*play.levers, *play.acts, *play.initiatives, *play.events):
        yield from condition(entry, "needs")
    for rule in play.rules:
        yield from condition(rule, "when")
    for issue in play.issues:
        yield from (each for level in issue.locks for each in condition(issue, "locks", level))
        yield from condition(issue, "may_rise")
    for card in play.demands:
        yield from condition(card, "state")
    for ending in play.pack.scoring.endings:
        yield from condition(ending, "when")


def ranges_of(play: Play, first_round: int = 1) -> Ranges:
    """The ranges of the names in play, with the named values that can be read."""
    values: dict[str, Tree] = {}
    for value in play.pack.values:
        tree = parse(value.is_, value.node.get("is") or value.node)
        if not isinstance(tree, Problem):
            values[value.id] = tree
    return Ranges(play, values, first_round)


def conditions_can_hold(play: Play) -> Iterator[Problem]:
    """NW309 where a condition never holds, NW308 where it would only after the last round."""
    ranges = ranges_of(play, first_round=0)
    for each in conditions(play):
        if not is_never(ranges, each.tree):
            continue
        if is_never(ranges, each.tree, ENDLESS):
            yield never_true(ranges, each)
        elif belongs_to_scenario(play, each.node):
            yield never_in_time(play, ranges, each)


def belongs_to_scenario(play: Play, node: Node) -> bool:
    """Whether an entry is the scenario's own: in its file, or in a pack beside it. Other packs serve longer games too."""
    folder = play.doc.path.parent
    return node.path == play.scenario.node.path or play.pack.folder.parent == folder or play.pack.folder == folder


def never_true(ranges: Ranges, found: Condition) -> Problem:
    """NW309, at the part that is to blame."""
    part = smallest_never(ranges, found.tree)
    line, column = start_of(part)
    text = f"`{as_written(part)}` is never true, so {called(found.owner)} {outcome(found.owner)}"
    hint, fixes = way_out(ranges, part)
    return Problem(found.node.path, line, column, "error", "NW309", text, hint, fixes)


def outcome(owner: Shape) -> str:
    """What never happens where a condition never holds."""
    return {
        "event": "never comes",
        "lever": "can never be used",
        "act": "can never be used",
        "initiative": "can never be agreed",
        "rule": "never applies",
        "ending": "is never reached",
        "issue": "never opens that level",
        "demand": "can never be met",
    }.get(owner.called, "never holds")


def way_out(ranges: Ranges, part: Tree) -> tuple[str, tuple[Fix, ...]]:
    """What was probably meant, and from where to where the names run."""
    spans = "; ".join(f"`{name}` runs from {low} to {high}" for name, (low, high) in spans_of(ranges, part).items())
    if isinstance(part, Op) and part.op == "and" and not is_never(ranges, Op("or", part.args)):
        return join("did you mean `or`?", spans), (Fix(part.line, part.column, "and", "or"),)
    meant = other_number(ranges, part)
    if meant is None:
        return spans or "let it hold somewhere, or delete the entry", ()
    number, better = meant
    return join(f"did you mean {better}?", spans), (Fix(number.line, number.column, str(number.value), str(better)),)


def join(*parts: str) -> str:
    """The parts of a hint that say something."""
    return "; ".join(part for part in parts if part).replace("?;", "?")


def spans_of(ranges: Ranges, tree: Tree) -> dict[str, tuple[int, int]]:
    """The names of a tree whose ends are known."""
    match tree:
        case Name(name):
            low, high = ranges.of(tree)
            return {name: (low, high)} if low > -FAR and high < FAR else {}
        case Op(_, args) | Call(_, args):
            found: dict[str, tuple[int, int]] = {}
            for arg in args:
                found |= spans_of(ranges, arg)
            return found
    return {}


def other_number(ranges: Ranges, part: Tree) -> tuple[Num, int] | None:
    """The number of a comparison, and the one meant where a factor of 10 or a sign has slipped."""
    if not isinstance(part, Op) or part.op not in OPPOSITE:
        return None
    for place, arg in enumerate(part.args):
        if isinstance(arg, Num):
            for better in slipped_numbers(arg.value):
                args = tuple(Num(better) if k == place else other for k, other in enumerate(part.args))
                if not is_never(ranges, Op(part.op, args)):
                    return arg, better
    return None


def never_in_time(play: Play, ranges: Ranges, found: Condition) -> Problem:
    """NW308: it could hold, but only after the last round."""
    rounds = play.scenario.scenario.rounds
    low, high = rounds_of(ranges, found.tree) or (rounds + 1, FAR)
    when = f"from round {low} on" if high >= FAR else f"in round {low}" if low == high else f"in rounds {low} to {high}"
    line, column = start_of(found.tree)
    here = place_of(play.scenario, "scenario", "rounds")
    text = f"the condition of {called(found.owner)} can hold only {when}, but the game has {rounds} rounds ({here.path}, line {here.line})"
    most = low if high >= FAR else high
    return Problem(found.node.path, line, column, "error", "NW308", text, f"let it hold in rounds 1 to {rounds}, or write `rounds: {most}`")


def quotas_can_be_reached(play: Play) -> Iterator[Problem]:
    """NW305 where no votes at all suffice."""
    ranges = ranges_of(play)
    for body in play.bodies:
        for found in condition(body, "quota"):
            if boxes(ranges, found.tree) == []:
                yield quota_out_of_reach(play, ranges, found, str(body.id))


def quota_out_of_reach(play: Play, ranges: Ranges, found: Condition, name: str) -> Problem:
    """NW305, at the number to change where one is to blame."""
    part = smallest_never(ranges, found.tree)
    votes = sum(group.weight for body, group in play.groups if body.id == name)
    text = f"the quota of `{name}` can never be reached: `{as_written(part)}` is never true; all its votes together are {votes}"
    meant = other_number(ranges, part)
    line, column = start_of(part) if meant is None else (meant[0].line, meant[0].column)
    fixes = () if meant is None else (Fix(line, column, str(meant[0].value), str(meant[1])),)
    hint = join(f"did you mean {meant[1]}?" if meant is not None else "", "as it is, no package is ever ratified")
    return Problem(found.node.path, line, column, "error", "NW305", text, hint, fixes)


def cards_do_not_wait_for_each_other(play: Play) -> Iterator[Problem]:
    """NW204 where cards need each other first, so that none of them can ever be used."""
    ranges = ranges_of(play)
    needs = {
        f"{word}({entry.id})": found
        for kind, word in CARD_WORDS.items()
        for entry in getattr(play, kind)
        for found in condition(entry, "needs")
    }
    before = {name: [other for other in needs if waits_for(ranges, found, other)] for name, found in needs.items()}
    told: set[str] = set()
    for name, found in needs.items():
        circle = circle_from(name, before)
        if circle and not told & set(circle):
            told |= set(circle)
            yield waiting(circle, needs, found)


def waits_for(ranges: Ranges, found: Condition, card: str) -> bool:
    """Whether a condition cannot hold before a card was used."""
    return card in shown(found.tree) and is_never(ranges, found.tree, {card: (0, 0)}) and not is_never(ranges, found.tree)


def circle_from(name: str, before: dict[str, list[str]]) -> list[str]:
    """The shortest way from a card back to itself, [] where there is none."""
    ways = [[name]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for other in before.get(way[-1], []):
            if other == name:
                return way
            if other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []


def waiting(circle: list[str], needs: dict[str, Condition], found: Condition) -> Problem:
    """The problem of cards that wait for each other, at the condition of the first."""
    owners = [needs[name].owner for name in circle]
    names = [str(owner.id) for owner in owners if isinstance(owner, Labelled)]
    other = needs[circle[1]].node if circle[1:] else None
    others = f" ({line_seen_from(found.node.path, other.path, other.line)})" if other is not None else ""
    way = " -> ".join([*names, names[0]])
    kind = owners[0].called
    text = f"{kind} `{names[0]}` waits for itself" if len(names) == 1 else f"these cards need each other first: {way}{others}"
    return found.node.problem("NW204", f"{text}; none of them can ever be used", "let one of them come without the other")


def values_are_used(play: Play) -> Iterator[Problem]:
    """NW290: a named value that no expression reads."""
    words = {word for entries in play.pack.lists.values() for entry in entries for word in expression_words(entry.node)}
    words |= {word for root in (play.procedure.node, play.pack.scoring.node, play.scenario.node) for word in expression_words(root)}
    for value in play.pack.values:
        if value.id not in words:
            text = f"value `{value.id}` is defined, but nothing reads it"
            yield id_place(value).problem("NW290", text, "delete it, or use it in an expression", "warning")


def expression_words(node: Node) -> Iterator[str]:
    """The words of every single value below a node."""
    match node.value:
        case dict() as entries:
            for key, item in entries.items():
                if key != "id":
                    yield from expression_words(item)
        case list() as items:
            for item in items:
                yield from expression_words(item)
        case str() as text:
            yield from WORD.findall(text)


QUESTIONS: tuple[Question, ...] = (conditions_can_hold, quotas_can_be_reached, cards_do_not_wait_for_each_other, values_are_used)
