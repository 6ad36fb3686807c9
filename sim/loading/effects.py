"""From effect maps to rows of the effect pool: the closed list of verbs, targets, and when they happen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sim.domain import Named, Option, Text
from sim.errors import Problem, did_you_mean
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.codegen import Compiler
from sim.loading.names import Context
from sim.loading.node import Node, id_of
from sim.loading.pools import NO_TEXT, place_of_key
from sim.loading.selection import hint_for

VERBS = ("set", "demand", "withdraw", "deadline", "reveal", "clue", "grant", "block", "price", "vote", "choice", "do")
TIMING = ("when", "after", "at", "until", "chance", "once", "full", "id")
EXTRA = {
    "set": ("to",),
    "demand": ("asks", "from"),
    "withdraw": (),
    "deadline": ("by", "at_most", "if_missed"),
    "reveal": ("family",),
    "clue": ("about", "sure", "times"),
    "grant": ("waives",),
    "block": ("undo", "that"),
    "price": ("add",),
    "vote": ("add", "raises"),
    "choice": ("options",),
    "do": (),
}
UNTIL = {"game": t.UNTIL_GAME, "step": t.UNTIL_STEP, "round": t.UNTIL_ROUND, "next_round": t.UNTIL_NEXT_ROUND}
TARGET = re.compile(r"([A-Za-z][A-Za-z0-9_]*)(?:\(([A-Za-z][A-Za-z0-9_]*)\))?")
LASTING_CELLS = {"gain": s.LAST_GAIN, "cost": s.LAST_COST, "delay": s.LAST_DELAY}

Row = list[int]


class Wrong(Exception):
    """An effect that means nothing; carries where and what to say."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem


@dataclass
class EffectCompiler:
    """Effects of one entry at a time. owner: the entry, for causes; kind: of entry, for causes."""

    compiler: Compiler
    owner: Named
    kind: str
    context: Context
    bundle: Callable[[str, Node], int] = field(default=lambda name, node: s.UNSET)

    def compiled(self, node: Node | None) -> int:
        """A list of effects; its number, UNSET for none."""
        if node is None:
            return s.UNSET
        maps = node.value if isinstance(node.value, list) else [node]
        rows: list[Row] = []
        for item in maps:
            try:
                rows += self.rows_of(item, len(rows))
            except Wrong as wrong:
                self.compiler.pools.problems.append(wrong.problem)
        return self.compiler.pools.effect_list(rows, node) if rows else s.UNSET

    def rows_of(self, node: Node, position: int) -> list[Row]:
        """The rows of one map."""
        if not isinstance(node.value, dict):
            raise Wrong(node.problem("NW103", "an effect is a map such as `{m_x: +1}`", "write `{target: amount}`"))
        verb = next((word for word in VERBS if word in node.value), "")
        base = self.base_row(node, verb)
        self.refuse_strangers(node, verb)
        if verb:
            return self.of_verb(verb, node, base)
        return self.of_adds(node, base)

    def refuse_strangers(self, node: Node, verb: str) -> None:
        """A verb takes its own keys and those of timing."""
        if not verb or not isinstance(node.value, dict):
            return
        allowed = (verb, *EXTRA[verb], *TIMING)
        for key, value in node.value.items():
            if key not in allowed:
                hint = did_you_mean(key, allowed) or f"`{verb}` takes: {', '.join(EXTRA[verb]) or 'nothing more'}"
                raise Wrong(value.problem_of_key("NW101", f"`{key}` does not belong to `{verb}`", hint))

    def base_row(self, node: Node, verb: str) -> Row:
        """A row with what every effect may have: condition, chance, time, duration, mark."""
        row = [0] * t.EFFECT_WIDTH
        row[t.E_AMOUNT_EXPR] = row[t.E_LIST] = row[t.E_ONCE] = row[t.E_POINT] = s.UNSET
        row[t.E_A] = row[t.E_B] = s.UNSET
        row[t.E_WHEN_EXPR] = self.expression(node, "when")
        row[t.E_CHANCE_EXPR] = self.expression(node, "chance")
        row[t.E_AFTER] = 0 if verb == "reveal" else self.whole(node, "after", 0)
        row[t.E_UNTIL] = self.until_of(node, verb)
        row[t.E_FULL] = 1 if node.get("full") is not None else 0
        row[t.E_CAUSE] = self.cause_of(node)
        at = node.get("at")
        if at is not None:
            row[t.E_POINT] = self.point(at)
        if node.get("once") is not None:
            row[t.E_ONCE] = self.compiler.pools.once_mark(node)
        return row

    def cause_of(self, node: Node) -> int:
        """The cause of an effect: where its first key stands."""
        first = next(iter(node.value.values()), node) if isinstance(node.value, dict) else node
        return self.compiler.pools.cause(self.owner, self.kind, place_of_key(first))

    def expression(self, node: Node, key: str) -> int:
        """Program of an expression under a key."""
        found = node.get(key)
        return s.UNSET if found is None else self.amount(found)

    def amount(self, node: Node) -> int:
        """Program of an amount."""
        if not isinstance(node.value, int | str):
            raise Wrong(node.problem("NW103", "an amount is a number or an expression", "write e.g. `+2`"))
        return self.compiler.compiled(node.value, node, self.context, self.owner.id)

    def whole(self, node: Node, key: str, default: int) -> int:
        """A whole number under a key."""
        found = node.get(key)
        if found is None:
            return default
        if not isinstance(found.value, int):
            raise Wrong(found.problem("NW103", f"`{key}` must be a whole number", "write e.g. `1`"))
        return found.value

    def until_of(self, node: Node, verb: str) -> int:
        """How long it lasts; a free use lasts to the end of the next round where nothing is said."""
        found = node.get("until")
        if found is None:
            return t.UNTIL_NEXT_ROUND if verb == "grant" else t.UNTIL_GAME
        if found.value not in UNTIL:
            hint = did_you_mean(str(found.value), UNTIL) or f"one of: {', '.join(UNTIL)}"
            raise Wrong(found.problem("NW102", f"unknown duration `{found.value}`", hint))
        return UNTIL[str(found.value)]

    def point(self, node: Node) -> int:
        """A point of the step order."""
        points = self.compiler.names.points
        if node.value not in points:
            raise Wrong(node.problem("NW202", f"there is no point `{node.value}` in the steps", hint_for(node.value, points)))
        return points[str(node.value)]

    # --- add ---

    def of_adds(self, node: Node, base: Row) -> list[Row]:
        """`{target: amount, ...}`: one row a cell; several under one condition share it."""
        rows: list[Row] = []
        assert isinstance(node.value, dict)
        for key, value in node.value.items():
            if key not in TIMING:
                rows += self.of_add(key, value, base)
        if not rows:
            return []
        shared = base[t.E_WHEN_EXPR] != s.UNSET or base[t.E_CHANCE_EXPR] != s.UNSET or base[t.E_ONCE] != s.UNSET
        if len(rows) == 1 or not shared or base[t.E_AFTER] or base[t.E_POINT] != s.UNSET:
            return rows
        return [self.wrapped(rows, base, node)]

    def wrapped(self, rows: list[Row], base: Row, node: Node) -> Row:
        """Several rows under one condition, as a list of their own."""
        for row in rows:
            row[t.E_WHEN_EXPR] = row[t.E_CHANCE_EXPR] = row[t.E_ONCE] = s.UNSET
        wrapper = list(base)
        wrapper[t.E_VERB] = t.VERB_DO
        wrapper[t.E_LIST] = self.compiler.pools.effect_list(rows, node)
        return wrapper

    def of_add(self, key: str, value: Node, base: Row) -> list[Row]:
        """One target."""
        match = TARGET.fullmatch(key)
        if match is None:
            raise Wrong(value.problem_of_key("NW101", f"`{key}` is not a target", "write a meter, a group, `capital(own)`, ..."))
        program = self.amount(value)
        cause = self.compiler.pools.cause(self.owner, self.kind, place_of_key(value))
        rows = []
        for verb, target, a, b in self.targets(match.group(1), match.group(2) or "", value):
            row = list(base)
            row[t.E_VERB], row[t.E_TARGET], row[t.E_A], row[t.E_B] = verb, target, a, b
            row[t.E_AMOUNT_EXPR], row[t.E_CAUSE] = program, cause
            rows.append(row)
        return rows

    def targets(self, name: str, arg: str, node: Node) -> list[tuple[int, int, int, int]]:
        """(verb, cell or kind, a, b) of every number that a target stands for."""
        names = self.compiler.names

        def cells(found: list[int]) -> list[tuple[int, int, int, int]]:
            return [(t.VERB_ADD, cell, s.UNSET, s.UNSET) for cell in found]

        if not arg and name in names.cells:
            return cells([names.cells[name]])
        if not arg and name in names.groups:
            return cells([names.group_cell[names.groups[name]]])
        if not arg and name == "picked":
            return cells([t.TARGET_PICKED_GROUP])
        if arg and name in names.per_party:
            return cells([names.per_party[name] + party for party in self.parties(arg, node)])
        if name == "support" and arg:
            return self.targets(arg, "", node)
        if name == "groups" and arg:
            parties = self.parties(arg, node)
            return cells([cell for cell, party in zip(names.group_cell, names.group_party, strict=True) if party in parties])
        if name in ("capital", "tokens") and arg:
            region = s.CAPITAL if name == "capital" else s.TOKENS
            return cells([region + party for party in self.parties(arg, node)])
        if name == "credibility" and arg:
            return cells([s.CREDIBILITY + lever for lever in self.levers(arg, node)])
        if name in LASTING_CELLS and arg:
            return self.initiative_cells(name, arg, node)
        if not arg and names.is_absent(name, "groups"):
            return []
        raise Wrong(self.unknown_target(name, arg, node))

    def unknown_target(self, name: str, arg: str, node: Node) -> Problem:
        """NW202 for a target."""
        names = self.compiler.names
        known = [*names.cells, *names.groups, *VERBS, *TIMING, "capital", "tokens", "credibility", "groups", *LASTING_CELLS]
        if name in names.issues:
            hint = "levels move by packages and executive moves; an effect may move meters, supports, demands"
            return node.problem_of_key("NW202", f"the issue `{name}` cannot be a target", hint)
        text = f"unknown target `{name}({arg})`" if arg else f"unknown target `{name}`"
        return node.problem_of_key("NW202", text, did_you_mean(name, known) or "write a meter, a group, or a verb")

    def parties(self, word: str, node: Node) -> list[int]:
        """The parties that own, other, each or an id stand for."""
        names = self.compiler.names
        if word == "each":
            return list(names.parties.values())
        if word in ("own", "other"):
            if self.context.own is None:
                raise Wrong(node.problem_of_key("NW203", f"`{word}` is not clear in this entry", "name the party, or write `each`"))
            return [self.context.own] if word == "own" else names.others_of(self.context.own)
        if word not in names.parties:
            raise Wrong(node.problem_of_key("NW202", f"there is no party `{word}`", hint_for(word, names.parties)))
        return [names.parties[word]]

    def levers(self, word: str, node: Node) -> list[int]:
        """The levers that own, this or an id stand for; only those that have a credibility."""
        names = self.compiler.names
        believed = [index for index, lever in enumerate(names.play.levers) if lever.credibility is not None]
        if word == "this" and self.context.this_kind == "lever":
            return [self.context.this]
        if word in ("own", "other", "each", *names.parties):
            parties = self.parties(word, node)
            return [lever for lever in believed if names.lever_party[lever] in parties]
        if word in names.levers:
            return [names.levers[word]] if names.levers[word] in believed else []
        if names.is_absent(word, "levers"):
            return []
        raise Wrong(node.problem_of_key("NW202", f"there is no lever `{word}`", hint_for(word, names.levers)))

    def initiative_cells(self, name: str, arg: str, node: Node) -> list[tuple[int, int, int, int]]:
        """Gain, cost or delay of an initiative for a while."""
        names = self.compiler.names
        if arg in names.initiatives:
            return [(t.VERB_INITIATIVE, LASTING_CELLS[name], names.initiatives[arg], s.UNSET)]
        if names.is_absent(arg, "initiatives"):
            return []
        raise Wrong(node.problem_of_key("NW202", f"there is no initiative `{arg}`", hint_for(arg, names.initiatives)))

    # --- the other verbs ---

    def of_verb(self, verb: str, node: Node, base: Row) -> list[Row]:
        """The rows of a map with a verb; what is about something out of play has none."""
        from sim.loading import verbs

        row = list(base)
        return verbs.ROWS[verb](self, node, row)

    def option(self, node: Node, index: int, first: int) -> Option:
        """One option of a choice: its row in the pool and its words."""
        pools = self.compiler.pools
        row = [s.UNSET] * t.OPTION_WIDTH
        row[t.O_PRICE_EXPR] = self.expression(node, "price")
        row[t.O_PICK], row[t.O_PICK_ARG] = pick_of(self.compiler, node.get("pick"))
        inner = replace(self, owner=replace(self.owner))
        row[t.O_LIST] = inner.compiled(node.get("effects"))
        if node.get("once") is not None:
            row[t.O_ONCE] = pools.once_mark(node)
        pools.set_option(first + index, row)
        label = text_of(node.get("label")) or Text(id_of(node), id_of(node))
        return Option(id_of(node), index, label, label, place=place_of_key(node))


def text_of(node: Node | None) -> Text | None:
    """A text that stands in an effect."""
    if node is None:
        return None
    en, ja = node.get("en"), node.get("ja")
    words = [str(part.value) for part in (en, ja) if part is not None]
    return Text(words[0], words[-1]) if words else NO_TEXT


def pick_of(compiler: Compiler, node: Node | None) -> tuple[int, int]:
    """(PICK_*, argument) of a `pick` map."""
    if node is None or not isinstance(node.value, dict):
        return t.PICK_NONE, s.UNSET
    names = compiler.names
    group, demand, issue = node.get("group"), node.get("demand"), node.get("issue")
    if group is not None:
        if group.value not in names.parties:
            compiler.pools.problems.append(
                group.problem("NW202", f"there is no party `{group.value}`", hint_for(group.value, names.parties))
            )
        return t.PICK_GROUP, names.parties.get(str(group.value), 0)
    if demand is not None:
        return (t.PICK_TRACK_DEMAND if demand.value == "same_track" else t.PICK_DEMAND), s.UNSET
    if issue is not None and isinstance(issue.value, list):
        mask = 0
        for item in issue.value:
            if item.value in names.issues:
                mask |= 1 << names.issues[str(item.value)]
            elif not names.is_absent(str(item.value), "issues"):
                compiler.pools.problems.append(
                    item.problem("NW202", f"there is no issue `{item.value}`", hint_for(item.value, names.issues))
                )
        return t.PICK_ISSUE, mask
    compiler.pools.problems.append(
        node.problem("NW103", "`pick` names a group, a demand or a list of issues", "write e.g. `pick: {demand: open}`")
    )
    return t.PICK_NONE, s.UNSET
