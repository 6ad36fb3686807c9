"""Conditions and amounts: text -> a tree of numbers, names, calls and operators, each with its place in the file.

The grammar stands in grammar.lark. Nothing is evaluated here, and no name is looked up.
Measured: grammar built once in a process in 20 ms (lark itself loads in 50 ms), 0.1 ms an expression.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sim.errors import Fix, Problem
from sim.loading.node import Node
from sim.loading.scalars import LARGEST
from sim.loading.slips import WORDS, Slip, misplaced_word, slip_of_character, slip_of_word, too_large_number

if TYPE_CHECKING:
    import lark

LONGEST = 1000
DEEPEST = 60

Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Num:
    """A whole number."""

    value: int
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A name without arguments: a meter, an issue, a named value, ..."""

    name: str
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the language (min max abs if every) or of the table: level(D1), delta(us), ...

    `a at least b` is max(a, b), `a at most b` is min(a, b), `a limited to b..c` is min(max(a, b), c).
    """

    name: str
    args: tuple[Tree, ...]
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Op:
    """An operator: + - * / // == != < <= > >= and or with two arguments, not neg with one. The place is the operator's."""

    op: str
    args: tuple[Tree, ...]
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)


Tree: TypeAlias = Num | Name | Call | Op


def parse(text: str | int, node: Node) -> Tree | Problem:
    """The tree of an expression that stands at `node`, or what is wrong with it."""
    if isinstance(text, int):
        return Num(text, node.line, node.column)
    parsed = parsed_text(text)
    if isinstance(parsed, Slip):
        line, column = node.spot(parsed.offset)
        fixes = (Fix(line, column, parsed.old, parsed.new),) if parsed.old else ()
        return node.problem_at(parsed.offset, parsed.code, parsed.text, parsed.hint, fixes)
    tree = placed(parsed, node)
    divisor = zero_divisor(tree)
    if divisor is None:
        return tree
    hint = "write a divisor that is never 0"
    return Problem(node.path, *start_of(divisor), "error", "NW313", "this divides by zero", hint)


def start_of(tree: Tree) -> Place:
    """Line and column where a tree begins; an operator between two parts stands behind the first of them."""
    while isinstance(tree, Op) and len(tree.args) == 2:
        tree = tree.args[0]
    return tree.line, tree.column


@lru_cache(maxsize=1)
def parser() -> lark.Lark:
    """The grammar, built once in a process."""
    import lark

    grammar = Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8")
    return lark.Lark(grammar, parser="lalr", lexer="contextual", maybe_placeholders=False)


@lru_cache(maxsize=4096)
def parsed_text(text: str) -> Tree | Slip:
    """The tree of a text on its own: `column` counts characters from 0, `line` is 0."""
    import lark

    if len(text) > LONGEST:
        return too_long(f"{len(text)} characters")
    try:
        return built(parser().parse(text), 0)
    except lark.exceptions.UnexpectedToken as trouble:
        expected = frozenset(trouble.accepts or trouble.expected)
        start = trouble.token.start_pos if trouble.token.type != "$END" else None
        return slip_of_word(text, trouble.token.type, str(trouble.token), start, expected)
    except lark.exceptions.UnexpectedCharacters as trouble:
        return slip_of_character(text, trouble.pos_in_stream or 0)
    except Refused as refused:
        return refused.slip


class Refused(Exception):
    """A tree that is right in form and yet refused."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.text)
        self.slip = slip


def too_long(what: str) -> Slip:
    """An expression nobody could read."""
    return Slip(0, "NW310", f"this expression is too long ({what})", "give a part of it a name under `values`")


def built(parsed: lark.Tree[lark.Token], depth: int) -> Tree:
    """Our tree of lark's tree; columns are offsets in the text."""
    if depth > DEEPEST:
        raise Refused(too_long(f"more than {DEEPEST} parts inside each other"))
    parts = [part if isinstance(part, str) else built(part, depth + 1) for part in parsed.children]
    match parsed.data, parts:
        case "start", [inner] if not isinstance(inner, str):
            return inner
        case "number", [token]:
            return number(token)
        case "name", [token]:
            return name(token)
        case "call", [token, *args]:
            return Call(str(token), trees(args), 0, offset_of(token))
        case "prefixed", [token, inner] if not isinstance(inner, str):
            return prefixed(token, inner)
        case (("at_least" | "at_most" | "limited_to"), _):
            return limited(str(parsed.data), trees(parts))
    return chained(parts, depth)


def trees(parts: Sequence[str | Tree]) -> tuple[Tree, ...]:
    """The parts that are trees."""
    return tuple(part for part in parts if not isinstance(part, str))


def offset_of(part: object) -> int:
    """Where a word of the text, or a part built from it, begins."""
    start = getattr(part, "start_pos", None)
    return start if isinstance(start, int) else getattr(part, "column", 0)


def number(token: object) -> Num:
    """A number; too large ones are refused."""
    digits = str(token)
    if len(digits.lstrip("0")) > len(str(LARGEST)):
        raise Refused(too_large_number(offset_of(token), digits))
    return Num(int(digits), 0, offset_of(token))


def name(token: object) -> Name:
    """A name; the words of the language are none."""
    if str(token) in WORDS:
        raise Refused(misplaced_word(offset_of(token), str(token)))
    return Name(str(token), 0, offset_of(token))


def prefixed(token: object, tree: Tree) -> Tree:
    """`not a`, `-a`, `+a`; a sign in front of a number belongs to it."""
    match str(token), tree:
        case "+", _:
            return tree
        case "-", Num(value):
            return Num(-value, 0, offset_of(token))
        case "-", _:
            return Op("neg", (tree,), 0, offset_of(token))
    return Op("not", (tree,), 0, offset_of(token))


def limited(kind: str, parts: tuple[Tree, ...]) -> Tree:
    """The spoken limits as min and max."""
    _, start = start_of(parts[0])
    if kind == "at_most":
        return Call("min", parts, 0, start)
    low = Call("max", parts[:2], 0, start)
    return low if kind == "at_least" else Call("min", (low, parts[2]), 0, start)


def chained(parts: Sequence[str | Tree], depth: int) -> Tree:
    """`a + b - c` from the left."""
    if depth + len(parts) // 2 > DEEPEST:
        raise Refused(too_long(f"more than {DEEPEST} parts"))
    values = trees(parts)
    tree = values[0]
    operators = [part for part in parts if isinstance(part, str)]
    for operator, right in zip(operators, values[1:], strict=True):
        tree = Op(str(operator), (tree, right), 0, offset_of(operator))
    return tree


def placed(tree: Tree, node: Node) -> Tree:
    """The same tree with lines and columns of the file."""
    line, column = node.spot(tree.column)
    match tree:
        case Num(value):
            return Num(value, line, column)
        case Name(word):
            return Name(word, line, column)
        case Call(word, args):
            return Call(word, tuple(placed(arg, node) for arg in args), line, column)
        case Op(op, args):
            return Op(op, tuple(placed(arg, node) for arg in args), line, column)


def zero_divisor(tree: Tree) -> Tree | None:
    """The first divisor that is always 0."""
    if isinstance(tree, Num | Name):
        return None
    if isinstance(tree, Op) and tree.op in {"/", "//"} and constant(tree.args[1]) == 0:
        return tree.args[1]
    return next((found for arg in tree.args if (found := zero_divisor(arg)) is not None), None)


def constant(tree: Tree) -> int | None:
    """The value of a tree of numbers, signs, + - *; None for anything else."""
    match tree:
        case Num(value):
            return value
        case Op("neg", (inner,)):
            value_of_inner = constant(inner)
            return None if value_of_inner is None else -value_of_inner
        case Op(("+" | "-" | "*") as op, (left, right)):
            a, b = constant(left), constant(right)
            if a is None or b is None:
                return None
            return a + b if op == "+" else a - b if op == "-" else a * b
    return None


def shown(tree: Tree) -> str:
    """A tree as a person would write it."""
    match tree:
        case Num(value):
            return str(value)
        case Name(name):
            return name
        case Call(name, args):
            return f"{name}({', '.join(map(shown, args))})"
        case Op("neg", (inner,)):
            return f"-{bracketed(inner)}"
        case Op("not", (inner,)):
            return f"not {bracketed(inner)}"
        case Op(operator, args):
            return f" {operator} ".join(map(bracketed, args))


def bracketed(tree: Tree) -> str:
    """A part of a larger expression, in brackets where it is one itself."""
    return f"({shown(tree)})" if isinstance(tree, Op) else shown(tree)


STRENGTH = {"or": 1, "and": 2, "not": 3, "+": 5, "-": 5, "*": 6, "/": 6, "//": 6, "neg": 7}
OF_TESTS = 4


def as_written(tree: Tree, inside: int = 0) -> str:
    """A tree with no more brackets than it needs. inside: how strongly the operator around it binds."""
    if not isinstance(tree, Op):
        return shown(tree) if not isinstance(tree, Call) else f"{tree.name}({', '.join(map(as_written, tree.args))})"
    own = STRENGTH.get(tree.op, OF_TESTS)
    if len(tree.args) == 1:
        text = f"{'not ' if tree.op == 'not' else '-'}{as_written(tree.args[0], own)}"
    else:
        text = f"{as_written(tree.args[0], own)} {tree.op} {as_written(tree.args[1], own + 1)}"
    return f"({text})" if own < inside else text
