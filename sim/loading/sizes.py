"""How large the numbers of a game can become. Machine code counts in 64 bits and does not notice when that is not enough, so no
expression may come near: what it gives stays within a bound by its place, and every step on the way within LARGEST_STEP.

A number of a rule file has nine digits, and so has every cell that an entry can change (see `write_bounds`). What another
expression gave may be larger: each word for such a thing has the bound of the place where that is written.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from sim.loading.expressions import Call, Name, Num, Op, Tree
from sim.loading.names import ALLIANCE, AMOUNT, EFFICIENCY, JOINT, SEAT
from sim.loading.ranges import Range, Ranges, union

LARGEST_CELL = 10**9
LARGEST_RESULT = 10**12
LARGEST_STEP = 10**18  # 2**63 is nine times that; a rounded division doubles what it divides
IN_SCORING = ((SEAT, 10**18), (JOINT, 10**16), (ALLIANCE, 10**15), (EFFICIENCY, 10**13))
"""Bounds of results by what may be asked there: of a seat, of agendas, of sides and the joint score, of the alliance."""
GIVEN = {
    "shift": LARGEST_RESULT,
    "efficiency": LARGEST_RESULT,
    "alliance": 10**13,
    "joint": 10**15,
    "side": 10**15,
    "agenda": 10**16,
}
"""Words for what another expression gave, with the bound of its place."""
PASSED_ON = frozenset({"asked", "price"})
"""Words for an amount that passes the modifiers, one behind the other."""


class TooLarge(Exception):
    """A part of an expression that may leave its bounds."""

    def __init__(self, tree: Tree) -> None:
        super().__init__()
        self.tree = tree


@dataclass
class Sizes:
    """Ranges without a limit of their own, from the ranges of names. passed: the largest amount that a modifier may be given."""

    ranges: Ranges
    passed: int = 100 * LARGEST_RESULT  # a price adds up what lasts
    known: dict[str, Range] = field(default_factory=dict)

    def check(self, tree: Tree, allows: Set[str]) -> None:
        """Whether a whole expression stays within its bounds. allows: what may be asked where it stands. Raises TooLarge."""
        if AMOUNT in allows and SEAT not in allows:  # both: a named value by itself, which is measured again where it is used
            self.pass_on(*self.of(tree))
        else:
            held(tree, self.of(tree), next((most for place, most in IN_SCORING if place in allows), LARGEST_RESULT))

    def pass_on(self, low: int, high: int) -> None:
        """What a modifier makes of an amount is given to the modifiers behind it."""
        if max(-low, high) > self.passed:
            self.passed = max(-low, high)
            self.known.clear()

    def of(self, tree: Tree) -> Range:
        """The range of a tree, of which no part leaves LARGEST_STEP. Raises TooLarge."""
        match tree:
            case Num(value):
                return value, value
            case Op(op, args):
                return held(tree, self.of_op(op, [self.of(arg) for arg in args]), LARGEST_STEP)
            case Call("min" | "max" | "if" | "abs", args):
                return self.of_call(tree, [self.of(arg) for arg in args])
            case Name(name) if name in PASSED_ON:
                return -self.passed, self.passed
            case Name(name) if name in self.ranges.values:
                return self.of_value(name)
        return self.of_word(tree)

    def of_value(self, name: str) -> Range:
        """A named value: that of its expression. Values that stand on each other in a circle are refused before."""
        if name not in self.known:
            self.known[name] = self.of(self.ranges.values[name])
        return self.known[name]

    def of_word(self, tree: Tree) -> Range:
        """A cell of the state, or a count."""
        if isinstance(tree, Name) and tree.name in GIVEN:
            return -GIVEN[tree.name], GIVEN[tree.name]
        low, high = self.ranges.of(tree)
        return max(low, -LARGEST_CELL), min(high, LARGEST_CELL)

    def of_op(self, op: str, args: list[Range]) -> Range:
        """An operation, without the limits of `ranges`."""
        if op == "neg":
            return -args[0][1], -args[0][0]
        if op == "not" or op not in ("+", "-", "*", "/", "//"):
            return 0, 1
        (a, b), (c, d) = args
        if op == "+":
            return a + c, b + d
        if op == "-":
            return a - d, b - c
        if op == "*":
            products = (a * c, a * d, b * c, b * d)
            return min(products), max(products)
        most = max(abs(a), abs(b))
        if c <= 0 <= d:
            return -most, most
        results = [each // divisor for each in (a, b) for divisor in (c, d)]
        return min(results), max(results) + 1

    def of_call(self, tree: Call, args: list[Range]) -> Range:
        """The functions whose value is one of their arguments, with its sign or without."""
        if tree.name == "abs" and args:
            low, high = args[0]
            return 0, max(abs(low), abs(high))
        if tree.name == "if" and len(args) == 3:
            return union(args[1], args[2])
        if not args:
            return 0, 0
        choose = min if tree.name == "min" else max
        return choose(low for low, _ in args), choose(high for _, high in args)


def held(tree: Tree, found: Range, most: int) -> Range:
    """A range that stays within a bound. Raises TooLarge."""
    if found[0] < -most or found[1] > most:
        raise TooLarge(tree)
    return found
