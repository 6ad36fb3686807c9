"""Formulas of a rule file taken apart: from the postfix program back to a tree that can be valued part by part.

The parts of a sum add up to its value exactly, because every part is valued by the operations of the kernel. Which cells
a formula reads says who may see its value: what reads a cell that a viewer does not know has no value for that viewer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sim.kernel import expressions as op
from sim.kernel.expressions import initiatives_done, of_one, of_two
from sim.kernel.layout import DELTA, MAX_PARTIES, POSTURE, SCRATCH, UNSET
from sim.kernel.tables import T_CODE

WITH_ARGUMENT = (op.OP_NUM, op.OP_CELL, op.OP_TABLE, op.OP_AT)
LEAVES = (op.OP_NUM, op.OP_CELL, op.OP_TABLE, op.OP_DONE)
OF_ISSUE_JUDGED = (op.OP_TO, op.OP_CHANGES, op.OP_RAISES, op.OP_LOWERS)


@dataclass(frozen=True, slots=True)
class Tree:
    """An operation with its parts. arg: the number, cell or base that follows the operation in the code, else UNSET."""

    op: int
    arg: int = UNSET
    parts: tuple[Tree, ...] = ()

    def walk(self) -> Iterator[Tree]:
        """This operation and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def tree_of(t: Sequence[int], program: int) -> Tree:
    """The tree of a postfix program. program: offset into the code pool, not UNSET."""
    at = T_CODE + program
    stack: list[Tree] = []
    while t[at] != op.OP_END:
        code, arg = t[at], UNSET
        at += 1
        if code in WITH_ARGUMENT:
            arg = t[at]
            at += 1
        count = parts_of(code)
        parts = tuple(stack[len(stack) - count :])
        del stack[len(stack) - count :]
        stack.append(Tree(code, arg, parts))
    return stack[-1]


def parts_of(code: int) -> int:
    """How many numbers an operation takes."""
    if code in LEAVES:
        return 0
    if code == op.OP_IF:
        return 3
    one = code in (op.OP_NEG, op.OP_NOT, op.OP_ABS, op.OP_AT) or code >= op.OP_EVERY
    return 1 if one else 2


def value_of(t: Sequence[int], m: Sequence[int], tree: Tree) -> int:
    """The value of a tree, by the operations of the kernel."""
    if tree.op == op.OP_NUM:
        return tree.arg
    if tree.op == op.OP_CELL:
        return m[tree.arg]
    if tree.op == op.OP_TABLE:
        return t[tree.arg]
    if tree.op == op.OP_DONE:
        return int(initiatives_done(t, m))
    values = [value_of(t, m, part) for part in tree.parts]
    if tree.op == op.OP_IF:
        return values[1] if values[0] != 0 else values[2]
    if tree.op == op.OP_AT:
        return m[tree.arg + values[0]]
    if len(values) == 1:
        return int(of_one(t, m, tree.op, values[0]))
    return int(of_two(tree.op, values[0], values[1]))


def cells_of(t: Sequence[int], m: Sequence[int], tree: Tree) -> frozenset[int]:
    """The cells that a tree reads by themselves (OP_CELL, OP_AT); all others that operations read are public."""
    cells = {part.arg for part in tree.walk() if part.op == op.OP_CELL}
    cells |= {part.arg + value_of(t, m, part.parts[0]) for part in tree.walk() if part.op == op.OP_AT}
    return frozenset(cells)


def is_known(t: Sequence[int], m: Sequence[int], tree: Tree, may_know: Callable[[int], bool]) -> bool:
    """Whether a viewer may know every cell that a tree reads. may_know: of the viewer, for cells of the state."""
    return all(may_read(m, cell, may_know) for cell in cells_of(t, m, tree))


def may_read(m: Sequence[int], cell: int, may_know: Callable[[int], bool]) -> bool:
    """Whether one cell may be read: working space is the viewer's own, a gain is known with the posture it comes from."""
    if DELTA <= cell < DELTA + MAX_PARTIES:
        return m[POSTURE + cell - DELTA] != UNSET
    return cell >= SCRATCH or may_know(cell)


def needs_a_package(tree: Tree) -> bool:
    """Whether a tree means something only while a package, a group or an entry is judged."""
    return any(part.op in OF_ISSUE_JUDGED or (part.op == op.OP_CELL and part.arg >= SCRATCH) for part in tree.walk())


@dataclass(frozen=True, slots=True)
class Part:
    """A signed part of a sum."""

    sign: int
    tree: Tree


def summands(tree: Tree, sign: int = 1) -> Iterator[Part]:
    """The parts of a sum, from left to right; they add up to its value. A tree that is no sum is its only part."""
    if tree.op == op.OP_ADD:
        yield from summands(tree.parts[0], sign)
        yield from summands(tree.parts[1], sign)
    elif tree.op == op.OP_SUB:
        yield from summands(tree.parts[0], sign)
        yield from summands(tree.parts[1], -sign)
    elif tree.op == op.OP_NEG:
        yield from summands(tree.parts[0], -sign)
    else:
        yield Part(sign, tree)


def inside_limits(tree: Tree) -> Tree:
    """What stands inside `limited to`, `at least`, `at most`: the part that is no plain number; else the tree itself."""
    while tree.op in (op.OP_MIN, op.OP_MAX):
        inner = [part for part in tree.parts if not is_number(part)]
        if len(inner) != 1:
            return tree
        tree = inner[0]
    return tree


def is_number(tree: Tree) -> bool:
    """Whether a tree is a plain number."""
    return tree.op == op.OP_NUM or (tree.op == op.OP_NEG and tree.parts[0].op == op.OP_NUM)
