"""From effect maps to rows of the effect pool: the closed list of verbs, targets, and when they happen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sim.domain import Named
from sim.errors import Problem, closest, did_you_mean
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading import scalars
from sim.loading.codegen import Compiler
from sim.loading.names import Context
from sim.loading.node import Node
from sim.loading.pools import place_of_key
from sim.loading.selection import hint_for, listed
from sim.loading.shape_base import ID
from sim.loading.targets import TIMING, VERBS, Wrong, of_key, targets_of

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
LASTING_VERBS = ("grant", "block", "price", "vote")
UNTIL = {"game": t.UNTIL_GAME, "step": t.UNTIL_STEP, "round": t.UNTIL_ROUND, "next_round": t.UNTIL_NEXT_ROUND}

Row = list[int]


def word_of(node: Node) -> str:
    """The one word at a node."""
    if isinstance(node.value, list | dict):
        raise Wrong(node.problem("NW103", "one word is expected here, not a list or keys", "write one name"))
    return str(node.value)


@dataclass
class EffectCompiler:
    """Effects of one entry at a time. owner: the entry, for causes; kind: of entry, for causes.

    point: number of the point of the round at which they happen, UNSET where that differs.
    """

    compiler: Compiler
    owner: Named
    kind: str
    context: Context
    bundle: Callable[[str, Node], int] = field(default=lambda name, node: s.UNSET)
    point: int = s.UNSET

    def with_context(self, context: Context) -> EffectCompiler:
        """The same in another context."""
        return replace(self, context=context)

    def note(self, problem: Problem) -> None:
        """Keep a problem."""
        self.compiler.pools.problems.append(problem)

    def compiled(self, node: Node | None) -> int:
        """A list of effects; its number, UNSET for none."""
        if node is None:
            return s.UNSET
        rows: list[Row] = []
        for item in listed(node):
            try:
                rows += self.rows_of(item)
            except Wrong as wrong:
                self.note(wrong.problem)
        return self.compiler.pools.effect_list(rows, node) if rows else s.UNSET

    def rows_of(self, node: Node) -> list[Row]:
        """The rows of one map; several under one condition, chance or mark share it."""
        from sim.loading import verbs

        if not isinstance(node.value, dict):
            raise Wrong(node.problem("NW103", "an effect is a map such as `{m_x: +1}`", "write `{target: amount}`"))
        verb = next((word for word in node.value if word in VERBS), "")
        base = self.base_row(node, verb)
        if not verb:
            return self.shared(self.of_adds(node, base), base, node)
        self.refuse_strangers(node, verb)
        base[t.E_CAUSE] = self.cause_of(node)
        return self.shared(verbs.ROWS[verb](self, node, list(base)), base, node)

    def refuse_strangers(self, node: Node, verb: str) -> None:
        """A verb takes its own keys and those of timing."""
        allowed = [verb, *EXTRA[verb], *(key for key in TIMING if key != "full" and (key != "until" or verb in LASTING_VERBS))]
        for key, value in node.value.items() if isinstance(node.value, dict) else ():
            if key not in allowed:
                hint = did_you_mean(key, allowed) or f"`{verb}` takes: {', '.join(allowed[1:])}"
                raise Wrong(value.problem_of_key("NW101", f"`{key}` does not belong to `{verb}`", hint))

    # --- when and how long ---

    def base_row(self, node: Node, verb: str) -> Row:
        """A row with what every effect may have: condition, chance, time, duration, mark."""
        row = [0] * t.EFFECT_WIDTH
        row[t.E_AMOUNT_EXPR] = row[t.E_LIST] = row[t.E_ONCE] = row[t.E_A] = row[t.E_B] = s.UNSET
        row[t.E_WHEN_EXPR] = self.expression(node, "when")
        row[t.E_CHANCE_EXPR] = self.expression(node, "chance")
        row[t.E_AFTER] = self.whole(node, "after", 0, 1)
        row[t.E_POINT] = self.point_of(node.get("at"), row[t.E_AFTER])
        row[t.E_UNTIL] = self.until_of(node, verb)
        row[t.E_FULL] = 1 if self.switch(node, "full") else 0
        own = node.get("id")
        if own is not None and not re.fullmatch(ID, word_of(own)):
            raise Wrong(own.problem("NW107", f"`{own.value}` is not an id", "an id has letters, digits and _, and begins with a letter"))
        if self.switch(node, "once"):
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

    def amount(self, node: Node, context: Context | None = None) -> int:
        """Program of an amount."""
        if isinstance(node.value, int):
            return self.compiler.amount(node.value, node)
        if not isinstance(node.value, str):
            self.note(node.problem("NW103", "an amount is a number or an expression", "write e.g. `+2`"))
            return s.UNSET
        if node.quoted and scalars.is_integer(node.value.strip()):
            text = f'an amount must be a number; "{node.value}" in quotes is text'
            bare = node.value.strip()
            self.note(node.problem("NW104", text, f"remove the quotes: {bare}", fixes=node.to_write(bare, safe=True)))
            return s.UNSET
        return self.compiler.compiled(node.value, node, context or self.context, self.owner.id, self.owner.source)

    def whole(self, node: Node, key: str, default: int, least: int) -> int:
        """A whole number under a key, at least `least`."""
        found = node.get(key)
        if found is None:
            return default
        if not isinstance(found.value, int):
            raise Wrong(found.problem("NW103", f"`{key}` must be a whole number", "write e.g. `1`"))
        if found.value < least:
            raise Wrong(found.problem("NW306", f"`{key}` must be at least {least}; found {found.value}", f"write e.g. `{key}: {least}`"))
        return found.value

    def switch(self, node: Node, key: str) -> bool:
        """Whether a switch is on; it is `true` or left out."""
        found = node.get(key)
        if found is not None and (found.value != "true" or found.quoted):
            raise Wrong(found.problem("NW103", f"`{key}` must be `true`, or be left out", "write `true`, or delete the key"))
        return found is not None

    def until_of(self, node: Node, verb: str) -> int:
        """How long it lasts; a free use lasts to the end of the next round where nothing is said."""
        found = node.get("until")
        if found is None:
            return t.UNTIL_NEXT_ROUND if verb == "grant" else t.UNTIL_GAME
        if word_of(found) not in UNTIL:
            hint = did_you_mean(str(found.value), UNTIL) or f"one of: {', '.join(UNTIL)}"
            raise Wrong(found.problem("NW102", f"unknown duration `{found.value}`", hint))
        return UNTIL[word_of(found)]

    def point_of(self, node: Node | None, after: int) -> int:
        """A point of the step order, later in the round than the effect where no rounds lie between."""
        points = self.compiler.names.points
        if node is None:
            return s.UNSET
        steps = {name: number for name, number in points.items() if number < t.AT_START}
        if word_of(node) not in points:
            raise Wrong(node.problem("NW202", f"there is no point `{node.value}` in the steps", hint_for(node.value, steps)))
        number = points[word_of(node)]
        if number >= t.AT_START:
            raise Wrong(node.problem("NW205", f"`{node.value}` is an occasion, not a point of the steps", "write e.g. `at: resolve.due`"))
        if after == 0 and number <= self.point:
            text = f"`{node.value}` is over in the round in which this is set, so it would never happen"
            raise Wrong(node.problem("NW308", text, "add `after: 1`, or name a later point"))
        return number

    def shared(self, rows: list[Row], base: Row, node: Node) -> list[Row]:
        """Several rows under one condition, chance or mark as one list of their own; those of later each for itself."""
        marked = base[t.E_CHANCE_EXPR] != s.UNSET or base[t.E_ONCE] != s.UNSET
        if len(rows) < 2 or (base[t.E_WHEN_EXPR] == s.UNSET and not marked):
            return rows
        if base[t.E_AFTER] or base[t.E_POINT] != s.UNSET:
            if marked:
                text = "several numbers that move later cannot share one `chance` or `once`"
                raise Wrong(node.problem("NW108", text, "write one effect for each of them"))
            return rows
        for row in rows:
            row[t.E_WHEN_EXPR] = row[t.E_CHANCE_EXPR] = row[t.E_ONCE] = s.UNSET
        wrapper = list(base)
        wrapper[t.E_VERB], wrapper[t.E_CAUSE] = t.VERB_DO, self.cause_of(node)
        wrapper[t.E_LIST] = self.compiler.pools.effect_list(rows, node)
        return [wrapper]

    # --- add ---

    def of_adds(self, node: Node, base: Row) -> list[Row]:
        """`{target: amount, ...}`: one row a cell."""
        rows: list[Row] = []
        adds = {key: value for key, value in node.value.items() if key not in TIMING} if isinstance(node.value, dict) else {}
        if not adds and node.value:
            raise Wrong(node.problem("NW105", "this effect says when, but not what", "add e.g. `m_x: +1`"))
        for key, value in adds.items():
            try:
                rows += self.of_add(key, value, base, node)
            except Wrong as wrong:
                self.note(wrong.problem)
                if closest(key, VERBS):
                    break
        return rows

    def of_add(self, key: str, value: Node, base: Row, node: Node) -> list[Row]:
        """One target."""
        found = targets_of(self.compiler.names, of_key(key, value), self.context)
        until = node.get("until")
        if until is not None and any(verb != t.VERB_INITIATIVE for verb, *_ in found):
            raise Wrong(
                until.problem_of_key("NW101", f"`until` means nothing for `{key}`", "meters and supports change for good; delete it")
            )
        full = node.get("full")
        if full is not None and self.kind != "lever":
            raise Wrong(full.problem_of_key("NW101", "`full` means something only in a lever: not scaled by credibility", "delete it"))
        program = self.amount(value)
        cause = self.compiler.pools.cause(self.owner, self.kind, place_of_key(value))
        rows = []
        for verb, target, a, b in found:
            row = list(base)
            row[t.E_VERB], row[t.E_TARGET], row[t.E_A], row[t.E_B] = verb, target, a, b
            row[t.E_AMOUNT_EXPR], row[t.E_CAUSE] = program, cause
            rows.append(row)
        return rows
