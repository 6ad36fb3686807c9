"""From the tree of an expression to a postfix program: names are looked up here, and only here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from sim.domain import Formula, Term
from sim.errors import Problem
from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.loading import functions
from sim.loading.expressions import Call, Name, Num, Op, Tree, parse, shown, start_of
from sim.loading.functions import Code, Told, Unknown, needs_place, unknown_name
from sim.loading.names import ANYWHERE, EVERYWHERE, START, TABLE_WORDS, WORDS, Context, Names
from sim.loading.node import Node
from sim.loading.pools import Pools, place_at, place_of_node
from sim.loading.ranges import Ranges, divisors
from sim.loading.sizes import Sizes, TooLarge

OPERATORS = {
    "+": op.OP_ADD,
    "-": op.OP_SUB,
    "*": op.OP_MUL,
    "/": op.OP_DIV,
    "//": op.OP_FLOOR,
    "==": op.OP_EQ,
    "!=": op.OP_NE,
    "<=": op.OP_LE,
    ">=": op.OP_GE,
    "<": op.OP_LT,
    ">": op.OP_GT,
    "and": op.OP_AND,
    "or": op.OP_OR,
    "neg": op.OP_NEG,
    "not": op.OP_NOT,
}
LONGEST = 2000  # words of one program
DEEPEST = 16  # values inside each other
STACK_SIZE = s.TESTED - s.STACK
WITH_OPERAND = frozenset({op.OP_NUM, op.OP_CELL, op.OP_TABLE, op.OP_AT})
PUSHING = frozenset({op.OP_NUM, op.OP_CELL, op.OP_TABLE, op.OP_DONE})
IN_PLACE = frozenset({op.OP_NEG, op.OP_NOT, op.OP_ABS, op.OP_AT, *range(op.OP_EVERY, op.OP_DONE), op.OP_DIFFERS, op.OP_CREDIBILITY})


@dataclass
class Compiler:
    """Expressions of one scenario into its pools. values: named expressions, read where they are used."""

    names: Names
    pools: Pools
    values: dict[str, Tree] = field(default_factory=dict)
    bad_values: set[str] = field(default_factory=set)
    value_codes: dict[tuple[str, Context], Code] = field(default_factory=dict)
    value_depths: dict[str, int] = field(default_factory=dict)
    programs_of_values: dict[str, int] = field(default_factory=dict)

    # --- named values ---

    def read_values(self) -> None:
        """Parse the named values of the pack; each is compiled once by itself, so that its faults are told there."""
        nodes: dict[str, Node] = {}
        for value in self.names.play.pack.values:
            node = value.node.get("is") or value.node
            tree = parse(value.is_, node)
            if isinstance(tree, Problem):
                self.pools.problems.append(tree)
                self.bad_values.add(value.id)
            elif value.id not in self.values:
                self.values[value.id], nodes[value.id] = tree, node
        for name in self.values:
            self.measure(name, (), nodes)
        for name in sorted(self.values, key=lambda name: self.value_depths[name]):
            if name not in self.bad_values:
                self.compile_value(name, nodes[name])

    def compile_value(self, name: str, node: Node) -> None:
        """The program of a value by itself, for "why"."""
        source = next((tuple(value.source) for value in self.names.play.pack.values if value.id == name), ())
        program = self.of_tree(self.values[name], node, Context(allows=EVERYWHERE), name, source, str(node.value))
        if program == s.UNSET:
            self.bad_values.add(name)
        self.programs_of_values[name] = program

    def measure(self, name: str, above: tuple[str, ...], nodes: dict[str, Node]) -> int:
        """How many values stand inside each other; circles (NW204) and towers (NW331) are told once and put aside."""
        if name in above:
            circle = above[above.index(name) :]
            if not self.bad_values & set(circle):
                text = f"the value `{circle[0]}` refers to itself ({' > '.join([*circle, name])})"
                self.pools.problems.append(nodes[circle[0]].problem("NW204", text, "write one of them without the other"))
            self.bad_values |= set(circle)
            self.value_depths |= dict.fromkeys(circle, 0)
            return 0
        if name not in self.value_depths:
            inside = dict.fromkeys(inner for inner in names_in(self.values[name]) if inner in self.values)
            found = [self.measure(inner, (*above, name), nodes) for inner in inside] if len(above) < DEEPEST else [DEEPEST]
            self.value_depths[name] = 1 + max(found, default=0)
            if self.bad_values & set(inside):
                self.bad_values.add(name)
                self.value_depths[name] = 0
            if self.value_depths[name] > DEEPEST and name not in self.bad_values:
                text = f"`{name}` stands on more than {DEEPEST} values inside each other"
                self.pools.problems.append(nodes[name].problem("NW331", text, "write some of them out"))
                self.bad_values.add(name)
                self.value_depths[name] = 0
        return self.value_depths[name]

    # --- expressions ---

    def compiled(
        self, raw: int | str | None, node: Node, context: Context = ANYWHERE, owner: str = "", source: tuple[str, ...] = ()
    ) -> int:
        """Program of an expression, UNSET where there is none or where it is wrong (then a problem is noted)."""
        if raw is None:
            return s.UNSET
        tree = parse(raw, node)
        if isinstance(tree, Problem):
            self.pools.problems.append(tree)
            return s.UNSET
        return self.of_tree(tree, node, context, owner, source, str(raw))

    def of_tree(self, tree: Tree, node: Node, context: Context, owner: str = "", source: tuple[str, ...] = (), text: str = "") -> int:
        """Program of a tree, with its formula kept for "why"."""
        try:
            code = self.checked_code(tree, context)
            program = self.pools.program(code, node)
            if program != s.UNSET:
                terms = tuple(self.terms(tree, node, context, program))
                self.pools.formulas[program] = Formula(text or shown(tree), place_of_node(node), program, terms, owner, source)
        except Told:
            return s.UNSET
        except Unknown as unknown:
            line, column = start_of(unknown.tree) if unknown.tree.line else (node.line, node.column)
            self.pools.problems.append(Problem(node.path, line, column, "error", unknown.code, unknown.text, unknown.hint))
            return s.UNSET
        return program

    def both(self, first: int, second: int, node: Node) -> int:
        """Program of two conditions in one; UNSET where one of them is wrong."""
        if s.UNSET in (first, second):
            return s.UNSET
        return self.pools.program([*self.pools.code_of(first), *self.pools.code_of(second), op.OP_AND, op.OP_END], node)

    def most(self, raw: int | str, node: Node) -> int:
        """The largest number that an expression without a fault may give."""
        tree = parse(raw, node)
        return 0 if isinstance(tree, Problem) else self.sizes.of(tree)[1]

    def amount(self, number: int, node: Node) -> int:
        """Program of a plain number; equal numbers share one, since what they belong to says where it stands."""
        return self.pools.program([op.OP_NUM, number, op.OP_END], node, is_shared=True)

    def checked_code(self, tree: Tree, context: Context) -> Code:
        """Code of a tree with its end; too large ones and those that may divide by 0 are refused."""
        code = [*self.code(tree, context), op.OP_END]
        if len(code) > LONGEST or depth_of(code) > STACK_SIZE:
            raise Unknown(tree, "NW331", "this expression is too large", "name a part of it under `values`, and write it in a shorter way")
        ranges = self.ranges_of_start if START in context.allows else self.ranges
        for divisor in divisors(tree):
            low, high = ranges.of(divisor)
            if low <= 0 <= high:
                text = f"`{shown(divisor)}` may be 0, and nothing can be divided by 0"
                raise Unknown(divisor, "NW313", text, f"write `({shown(divisor)} at least 1)`")
        try:
            (self.sizes_of_start if ranges is not self.ranges else self.sizes).check(tree, context.allows)
        except TooLarge as large:
            text = f"`{shown(large.tree)}` may become too large a number"
            raise Unknown(tree, "NW306", text, "hold its parts to bounds, e.g. `(m_x limited to -1000..1000)`") from None
        return code

    @cached_property
    def ranges(self) -> Ranges:
        """From where to where names run in play."""
        return Ranges(self.names.play, self.values)

    @cached_property
    def ranges_of_start(self) -> Ranges:
        """The same before the first round."""
        return Ranges(self.names.play, self.values, first_round=0)

    @cached_property
    def sizes(self) -> Sizes:
        """How large numbers can become in play."""
        return Sizes(self.ranges)

    @cached_property
    def sizes_of_start(self) -> Sizes:
        """The same before the first round."""
        return Sizes(self.ranges_of_start)

    def terms(self, tree: Tree, node: Node, context: Context, whole: int) -> Iterator[Term]:
        """The signed parts of a sum, each with a program of its own; whole: the program of all of it."""
        for sign, part in signed_parts(tree, 1):
            program = whole
            if part is not tree:
                program = self.pools.program([*self.code(part, context), op.OP_END], node, is_shared=True)
            line, column = start_of(part) if part.line else (node.line, node.column)
            yield Term(sign, shown(part), program, place_at(node, line, column))

    def code(self, tree: Tree, context: Context) -> Code:
        """Postfix code of a tree, without its end."""
        match tree:
            case Num(value):
                return [op.OP_NUM, value]
            case Op(operator, args):
                return [*self.codes(args, context), OPERATORS[operator]]
            case Name(name):
                return self.of_name(tree, name, context)
            case Call():
                return functions.of_call(self, tree, context)

    def codes(self, args: tuple[Tree, ...], context: Context) -> Code:
        """Code of all arguments, one after the other."""
        return [word for arg in args for word in self.code(arg, context)]

    def of_name(self, tree: Name, name: str, context: Context) -> Code:
        """A word without an argument."""
        names = self.names
        if name in names.cells:
            return [op.OP_CELL, names.cells[name]]
        if name in names.issues:
            return [op.OP_CELL, s.LEVEL + names.issues[name]]
        if name in names.groups:
            return [op.OP_CELL, names.group_cell[names.groups[name]]]
        if name in self.values or name in self.bad_values:
            return self.of_value(tree, name, context)
        if name in TABLE_WORDS:
            return [op.OP_TABLE, TABLE_WORDS[name]]
        if name in WORDS:
            cell, place = WORDS[name]
            needs_place(tree, name, place, context)
            return [op.OP_CELL, cell]
        if names.is_absent(name, "issues", "groups"):
            return [op.OP_NUM, 0]
        raise unknown_name(self, tree, name)

    def of_value(self, tree: Name, name: str, context: Context) -> Code:
        """A named value stands for its expression. What is wrong with that has been told; here only that it does not fit."""
        if name in self.bad_values:
            raise Told
        key = (name, context)
        if key not in self.value_codes:
            try:
                self.value_codes[key] = self.code(self.values[name], context)
            except Unknown as inner:
                raise Unknown(tree, inner.code, f"`{name}` cannot be used here: {inner.text}", inner.hint) from None
        if len(self.value_codes[key]) > LONGEST:
            raise Unknown(tree, "NW331", f"`{name}` is too large", "write it in a shorter way")
        return self.value_codes[key]


def names_in(tree: Tree) -> Iterator[str]:
    """Every plain name of a tree."""
    match tree:
        case Name(name):
            yield name
        case Call(_, args) | Op(_, args):
            for arg in args:
                yield from names_in(arg)


def signed_parts(tree: Tree, sign: int) -> Iterator[tuple[int, Tree]]:
    """The parts of a sum with their signs; anything else is one part."""
    match tree:
        case Op("+", (left, right)):
            yield from signed_parts(left, sign)
            yield from signed_parts(right, sign)
        case Op("-", (left, right)):
            yield from signed_parts(left, sign)
            yield from signed_parts(right, -sign)
        case _:
            yield sign, tree


def depth_of(code: Code) -> int:
    """How many cells of the stack a program needs."""
    deepest = top = at = 0
    while at < len(code):
        word = code[at]
        at += 2 if word in WITH_OPERAND else 1
        if word in PUSHING:
            top += 1
        elif word == op.OP_IF:
            top -= 2
        elif word != op.OP_END and word not in IN_PLACE:
            top -= 1
        deepest = max(deepest, top)
    return deepest
