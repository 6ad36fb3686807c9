"""Whether a condition can ever hold: the ranges of its names are narrowed comparison by comparison, and the rest is asked of them.

On the safe side: where too much goes together to be told apart, the condition counts as possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from sim.loading.expressions import Call, Name, Op, Tree, shown
from sim.loading.ranges import FAR, Range, Ranges

Box: TypeAlias = Mapping[str, Range]
"""What a condition asks of names and calls, as they are written: the range that is left to each."""

MOST_BOXES = 64
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
ANYWHERE: Box = {}
ENDLESS: Box = {"round": (1, FAR)}


class Unclear(Exception):
    """The condition has too many branches to follow."""


def boxes(ranges: Ranges, tree: Tree, box: Box = ANYWHERE) -> list[Box] | None:
    """The boxes within which a condition can hold; [] where it never can, None where that is not clear."""
    try:
        return holding(ranges, tree, True, box)
    except Unclear:
        return None


def is_never(ranges: Ranges, tree: Tree, box: Box = ANYWHERE) -> bool:
    """Whether a condition holds nowhere in a box."""
    return boxes(ranges, tree, box) == []


def holding(ranges: Ranges, tree: Tree, wanted: bool, box: Box) -> list[Box]:
    """The parts of a box in which a condition holds, or does not (wanted False). Raises Unclear."""
    match tree:
        case Op("not", (inner,)):
            return holding(ranges, inner, not wanted, box)
        case Op(("and" | "or") as op, (left, right)):
            if (op == "and") == wanted:
                return [each for first in holding(ranges, left, wanted, box) for each in holding(ranges, right, wanted, first)]
            return few([*holding(ranges, left, wanted, box), *holding(ranges, right, wanted, box)])
        case Op(op, (left, right)) if op in OPPOSITE:
            return compared(ranges, op if wanted else OPPOSITE[op], left, right, box)
        case Name(name) if name in ranges.values and name not in ranges.names:
            return holding(ranges, ranges.values[name], wanted, box)
    low, high = range_of(ranges, tree, box)
    never = low == high == 0 if wanted else not low <= 0 <= high
    return [] if never else [box]


def few(found: list[Box]) -> list[Box]:
    """The boxes, as long as they can be followed."""
    if len(found) > MOST_BOXES:
        raise Unclear
    return found


def compared(ranges: Ranges, op: str, left: Tree, right: Tree, box: Box) -> list[Box]:
    """The part of a box in which a comparison holds."""
    test = Op(op, (left, right))
    if range_of(ranges, test, box) == (0, 0):
        return []
    for one, other, sign in ((left, right, op), (right, left, MIRRORED[op])):
        if isinstance(one, Name | Call):
            narrowed = narrower(range_of(ranges, one, box), sign, range_of(ranges, other, box))
            if narrowed is None:
                return []
            box = {**box, shown(one): narrowed}
    return [box]


def narrower(own: Range, op: str, other: Range) -> Range | None:
    """What is left of a range that stands in a relation to another; None for nothing."""
    low, high = own
    match op:
        case "<":
            high = min(high, other[1] - 1)
        case "<=":
            high = min(high, other[1])
        case ">":
            low = max(low, other[0] + 1)
        case ">=":
            low = max(low, other[0])
        case "==":
            low, high = max(low, other[0]), min(high, other[1])
        case "!=" if other[0] == other[1]:
            low, high = (low + 1, high) if other[0] == low else (low, high - 1) if other[0] == high else (low, high)
    return (low, high) if low <= high else None


def range_of(ranges: Ranges, tree: Tree, box: Box) -> Range:
    """The range of a tree within a box."""
    return ranges.within(box).of(tree) if box else ranges.of(tree)


def smallest_never(ranges: Ranges, tree: Tree) -> Tree:
    """The part of a condition that never holds: the innermost one that is to blame for the whole."""
    if isinstance(tree, Op) and tree.op in ("and", "or"):
        for part in tree.args:
            if is_never(ranges, part):
                return smallest_never(ranges, part)
    return tree


def rounds_of(ranges: Ranges, tree: Tree) -> Range | None:
    """From which to which round a condition could hold if the game had no end; None where that is in no round, or not clear."""
    found = boxes(ranges, tree, ENDLESS)
    spans = [box.get("round", (1, FAR)) for box in found or ()]
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None
