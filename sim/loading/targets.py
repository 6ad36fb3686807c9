"""What a target of an effect stands for: one cell of the state, or several, or a number of an initiative for a while."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from sim.errors import Problem, did_you_mean
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.names import PICKED_GROUP, PLACES, Context, Names
from sim.loading.node import Node
from sim.loading.selection import hint_for

TARGET = re.compile(r"([A-Za-z][A-Za-z0-9_]*)(?:\(([A-Za-z][A-Za-z0-9_]*)\))?")
LASTING_CELLS = {"gain": s.LAST_GAIN, "cost": s.LAST_COST, "delay": s.LAST_DELAY}
VERBS = ("set", "demand", "withdraw", "deadline", "reveal", "clue", "grant", "block", "price", "vote", "choice", "do")
TIMING = ("when", "after", "at", "until", "chance", "once", "full", "id")
REGIONS = {"capital": s.CAPITAL, "tokens": s.TOKENS}

Target: TypeAlias = tuple[int, int, int, int]
"""verb, cell (or kind of number), a, b"""


class Wrong(Exception):
    """Something that means nothing; carries where and what to say."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Written:
    """A target as it is written: a key of a map, or a value."""

    text: str
    node: Node
    is_key: bool

    def problem(self, code: str, text: str, hint: str = "", offset: int = 0) -> Problem:
        """A fault at a character of it."""
        if not self.is_key:
            return self.node.problem_at(offset, code, text, hint)
        return Problem(self.node.path, self.node.key_line, self.node.key_column + offset, "error", code, text, hint)


def of_key(key: str, node: Node) -> Written:
    """The target that stands as the key of a value."""
    return Written(key, node, True)


def of_value(node: Node) -> Written:
    """The target that stands as a value."""
    return Written(str(node.value) if isinstance(node.value, str | int) else "...", node, False)


def cells_of(names: Names, written: Written, context: Context) -> list[int]:
    """The cells of the state a target stands for. Raises Wrong where it is something else."""
    found = targets_of(names, written, context)
    for verb, cell, _, _ in found:
        if verb != t.VERB_ADD or cell < 0:
            raise Wrong(written.problem("NW205", f"`{written.text}` cannot stand here", "write a meter, a course, a counter or a group"))
    return [cell for _, cell, _, _ in found]


def targets_of(names: Names, written: Written, context: Context) -> list[Target]:
    """Every number that a target stands for; none where it is about something out of play."""
    match = TARGET.fullmatch(written.text)
    if match is None:
        raise Wrong(written.problem("NW101", f"`{written.text}` is not a target", "write a meter, a group, `capital(own)`, ..."))
    name, arg, at = match.group(1), match.group(2), match.start(2)
    if arg is None:
        return plain_target(names, written, context)
    if name in LASTING_CELLS:
        return of_initiative(names, LASTING_CELLS[name], written, arg, at)
    found: list[int] | None = None
    if name in names.per_party:
        found = [names.per_party[name] + party for party in parties_of(names, arg, written, context, at)]
    elif name in REGIONS:
        found = [REGIONS[name] + party for party in parties_of(names, arg, written, context, at)]
    elif name == "groups":
        parties = parties_of(names, arg, written, context, at)
        found = [cell for cell, party in zip(names.group_cell, names.group_party, strict=True) if party in parties]
    elif name == "credibility":
        found = [s.CREDIBILITY + lever for lever in believed_levers(names, arg, written, context, at)]
    elif name == "support" and arg in names.groups:
        found = [names.group_cell[names.groups[arg]]]
    if found is None and names.is_absent(arg if name == "support" else name, "groups"):
        return []
    if found is None:
        raise Wrong(unknown_target(names, written, name))
    return [(t.VERB_ADD, cell, s.UNSET, s.UNSET) for cell in found]


def plain_target(names: Names, written: Written, context: Context) -> list[Target]:
    """A target without an argument: a meter, course, counter or group, or the group that was picked."""
    name = written.text
    if name in names.cells:
        return [(t.VERB_ADD, names.cells[name], s.UNSET, s.UNSET)]
    if name in names.groups:
        return [(t.VERB_ADD, names.group_cell[names.groups[name]], s.UNSET, s.UNSET)]
    if name == "picked":
        if PICKED_GROUP not in context.allows:
            raise Wrong(written.problem("NW205", "no group is picked here", f"`picked` is a target {PLACES[PICKED_GROUP]}"))
        return [(t.VERB_ADD, t.TARGET_PICKED_GROUP, s.UNSET, s.UNSET)]
    if names.is_absent(name, "groups"):
        return []
    raise Wrong(unknown_target(names, written, name))


def unknown_target(names: Names, written: Written, name: str) -> Problem:
    """NW202 for a target."""
    known = [*names.cells, *names.per_party, *names.groups, *VERBS, *TIMING, *REGIONS, "credibility", "groups", "support", *LASTING_CELLS]
    if name in names.issues:
        hint = "levels move by packages and executive moves; an effect may move meters, supports, demands"
        return written.problem("NW202", f"the issue `{name}` cannot be a target", hint)
    if name in names.per_party:
        return written.problem("NW202", f"`{name}` is kept for each party", f"write `{name}(own)`, or with the id of a party")
    if name in REGIONS or name in LASTING_CELLS or name in ("groups", "credibility"):
        return written.problem("NW202", f"`{name}` needs to say whose", f"write e.g. `{name}(own)`")
    return written.problem("NW202", f"unknown name `{written.text}`", did_you_mean(name, known) or "write a meter, a group, or a verb")


def parties_of(names: Names, word: str, written: Written, context: Context, offset: int = 0) -> list[int]:
    """The parties that own, other, each or an id stand for."""
    if word == "each":
        return list(names.parties.values())
    if word in ("own", "other"):
        if context.own is None:
            hint = f"name the party ({', '.join(names.parties)}), or write `each`"
            raise Wrong(written.problem("NW203", f"`{word}` is not clear in this entry", hint, offset))
        return [context.own] if word == "own" else names.others_of(context.own)
    if word not in names.parties:
        raise Wrong(written.problem("NW202", f"there is no party `{word}`", hint_for(word, names.parties), offset))
    return [names.parties[word]]


def believed_levers(names: Names, word: str, written: Written, context: Context, offset: int) -> list[int]:
    """The levers that own, this, a party or an id stand for; only those that have a credibility."""
    believed = [index for index, lever in enumerate(names.play.levers) if lever.credibility is not None]
    if word == "this" and context.this_kind == "lever":
        return [context.this] if context.this in believed else []
    if word in ("own", "other", "each", *names.parties):
        parties = parties_of(names, word, written, context, offset)
        return [lever for lever in believed if names.lever_party[lever] in parties]
    if word in names.levers:
        return [names.levers[word]] if names.levers[word] in believed else []
    if names.is_absent(word, "levers"):
        return []
    raise Wrong(written.problem("NW202", f"there is no lever `{word}`", hint_for(word, names.levers), offset))


def of_initiative(names: Names, kind: int, written: Written, arg: str, offset: int) -> list[Target]:
    """Gain, cost or delay of an initiative for a while."""
    if arg in names.initiatives:
        return [(t.VERB_INITIATIVE, kind, names.initiatives[arg], s.UNSET)]
    if names.is_absent(arg, "initiatives"):
        return []
    raise Wrong(written.problem("NW202", f"there is no initiative `{arg}`", hint_for(arg, names.initiatives), offset))
