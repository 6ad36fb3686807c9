"""The formulas of rule files a second time, in plain Python, from their text: what the kernel's programs are held against.

Only what quotas, shifts and groundwork are written with. `/` rounds half away from zero, `//` down; truth is 1 or 0.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable

Word = Callable[[str], int]
Call = Callable[[str, str], int]

LIMITED = re.compile(r"^(.*) limited to (\S+)\.\.(\S+)$")
COMPARISONS: dict[type[ast.cmpop], Callable[[int, int], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def half_away(a: int, b: int) -> int:
    """a / b, rounded half away from zero."""
    whole, rest = divmod(abs(a), abs(b))
    rounded = whole + (1 if 2 * rest >= abs(b) else 0)
    return rounded if (a >= 0) == (b > 0) else -rounded


ARITHMETIC: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: half_away,
    ast.FloorDiv: operator.floordiv,
}


def value(text: str, word: Word, call: Call) -> int:
    """The value of a formula. word: what a name stands for; call: what a function of one name gives."""
    limited = LIMITED.match(text)
    if limited:
        inner, low, high = limited.groups()
        return min(max(value(inner, word, call), int(low)), int(high))
    return of_node(ast.parse(text, mode="eval").body, word, call)


def of_node(node: ast.expr, word: Word, call: Call) -> int:
    """The value of a part of a formula."""
    match node:
        case ast.Constant(value=int(number)):
            return number
        case ast.Name(id=name):
            return word(name)
        case ast.Call(func=ast.Name(id=function), args=[ast.Name(id=name)]):
            return call(function, name)
        case ast.BinOp(left, op, right):
            return ARITHMETIC[type(op)](of_node(left, word, call), of_node(right, word, call))
        case ast.Compare(left, [op], [right]):
            return int(COMPARISONS[type(op)](of_node(left, word, call), of_node(right, word, call)))
        case ast.BoolOp(op, parts):
            found = [of_node(part, word, call) != 0 for part in parts]
            return int(all(found) if isinstance(op, ast.And) else any(found))
        case ast.UnaryOp(ast.Not(), inner):
            return int(of_node(inner, word, call) == 0)
        case ast.UnaryOp(ast.USub(), inner):
            return -of_node(inner, word, call)
    raise AssertionError(f"no rule file of ours is written with {ast.unparse(node)}")
