"""From where to where an expression can run, roughly and on the safe side: used to find divisors that may be 0.

A range that is not known runs from -FAR to FAR; nothing here looks at which numbers go together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import TypeAlias

from sim.kernel.expressions import NEVER
from sim.loading import shape_entries as kinds
from sim.loading.expressions import Call, Name, Num, Op, Tree, shown
from sim.loading.selection import Play

Range: TypeAlias = tuple[int, int]

FAR = 10**12
UNKNOWN: Range = (-FAR, FAR)
NATURAL: Range = (0, FAR)
TRUTH: Range = (0, 1)
PER_CENT: Range = (0, 100)
MOST_SEATS = 16
WORDS: dict[str, Range] = {
    "ratified": NATURAL,
    "steps": NATURAL,
    "tracks": NATURAL,
    "yes_weight": PER_CENT,
    "measured": TRUTH,
    "now_sum": NATURAL,
    "start_sum": NATURAL,
    "best_sum": NATURAL,
    "players": (1, MOST_SEATS),
}
FUNCTIONS: dict[str, Range] = {
    "every": TRUTH,
    "packages": NATURAL,
    "asked": (-1, FAR),
    "changes": TRUTH,
    "raises": TRUTH,
    "lowers": TRUTH,
    "raised": TRUTH,
    "tokens": NATURAL,
    "utility": NATURAL,
    "named_right": TRUTH,
    "clues": NATURAL,
    "support": PER_CENT,
    "says_yes": TRUTH,
    "credibility": PER_CENT,
    "played": TRUTH,
    "uses": NATURAL,
    "rounds_since": (0, NEVER),
    "open": TRUTH,
    "met": TRUTH,
    "missed": TRUTH,
    "agreed": TRUTH,
    "done": NATURAL,
    "differs": TRUTH,
}
OF_ISSUE = frozenset({"level", "start", "to", "top"})


@dataclass
class Ranges:
    """Ranges of the names of one scenario. values: the trees of named values; first_round: 0 where rules run before round 1.

    supposed: narrower ranges of names and calls, as they are written, for a question "what if".
    """

    play: Play
    values: dict[str, Tree]
    first_round: int = 1
    open_values: list[str] = field(default_factory=list)
    supposed: Mapping[str, Range] = field(default_factory=dict)
    names: dict[str, Range] = field(default_factory=dict)

    def __post_init__(self) -> None:
        play = self.play
        self.names |= WORDS
        self.names |= {"round": (self.first_round, play.scenario.scenario.rounds), "rounds": (play.scenario.scenario.rounds,) * 2}
        self.names |= {issue.id: (0, len(issue.levels) - 1) for issue in play.issues}
        self.names |= {group.id: PER_CENT for _, group in play.groups}
        self.names |= {meter.id: (meter.min, meter.max) for meter in bounded(play)}
        self.names |= {counter.id: range_of_counter(counter) for counter in play.counters}

    def of(self, tree: Tree) -> Range:
        """The range of a tree."""
        if self.supposed and isinstance(tree, Name | Call) and (narrower := self.supposed.get(shown(tree))) is not None:
            return narrower
        match tree:
            case Num(value):
                return value, value
            case Name(name):
                return self.of_name(name)
            case Call(name, args):
                return self.of_call(name, args)
            case Op(op, args):
                return of_op(op, [self.of(arg) for arg in args])

    def of_name(self, name: str) -> Range:
        """The range of a name; a named value has that of its expression."""
        if name in self.names or name not in self.values or name in self.open_values:
            return self.names.get(name, UNKNOWN)
        self.open_values.append(name)
        found = self.of(self.values[name])
        self.open_values.pop()
        if not self.supposed:
            self.names[name] = found
        return found

    def within(self, supposed: Mapping[str, Range]) -> Ranges:
        """The same names, some of them in narrower ranges."""
        other = copy(self)
        other.supposed = supposed
        return other

    def of_call(self, name: str, args: tuple[Tree, ...]) -> Range:
        """The range of a function."""
        arg = args[0] if args else None
        if name in ("min", "max") and args:
            choose: Callable[..., int] = min if name == "min" else max
            found = [self.of(each) for each in args]
            return choose(low for low, _ in found), choose(high for _, high in found)
        if name == "if" and len(args) == 3:
            return union(self.of(args[1]), self.of(args[2]))
        if name == "abs" and arg is not None:
            low, high = self.of(arg)
            return (0 if low <= 0 <= high else min(abs(low), abs(high))), max(abs(low), abs(high))
        if name in OF_ISSUE and isinstance(arg, Name):
            low, high = self.names.get(arg.name, UNKNOWN)
            return (high, high) if name == "top" and high < FAR else (low, high)
        if name == "capital":
            return 0, self.play.procedure.capital.max
        if isinstance(arg, Name) and any(counter.id == name for counter in self.play.counters):
            return self.names[name]
        return FUNCTIONS.get(name, UNKNOWN)


def bounded(play: Play) -> list[kinds.Meter | kinds.Course]:
    """Meters and courses: what runs from a lowest to a highest value."""
    return [*play.pack.meters, *play.pack.courses]


def range_of_counter(counter: kinds.Counter) -> Range:
    """From where to where a counter runs."""
    return (0 if counter.min is None else counter.min), (FAR if counter.max is None else counter.max)


def union(a: Range, b: Range) -> Range:
    """The smallest range that holds both."""
    return min(a[0], b[0]), max(a[1], b[1])


def within_reach(low: int, high: int) -> Range:
    """Held to what counts as known."""
    return max(low, -FAR), min(high, FAR)


def of_op(op: str, args: list[Range]) -> Range:
    """The range of an operation on ranges."""
    if op == "neg":
        return -args[0][1], -args[0][0]
    if op == "not":
        return truth_of(args[0][0] == args[0][1] == 0, not args[0][0] <= 0 <= args[0][1])
    (a, b), (c, d) = args
    match op:
        case "+":
            return within_reach(a + c, b + d)
        case "-":
            return within_reach(a - d, b - c)
        case "*":
            products = (a * c, a * d, b * c, b * d)
            return within_reach(min(products), max(products))
        case "/" | "//":
            return quotient((a, b), (c, d))
    return of_test(op, (a, b), (c, d))


def quotient(dividend: Range, divisor: Range) -> Range:
    """The range of a division, one wider at each end, since the two divisions round in different ways."""
    if divisor[0] <= 0 <= divisor[1]:
        return UNKNOWN
    results = [a // c for a in dividend for c in divisor]
    low, high = min(results), max(results) + 1
    return within_reach(max(low, 0) if dividend[0] >= 0 and divisor[0] > 0 else low, high)


def truth_of(always: bool, never: bool) -> Range:
    """The range of a condition."""
    return (1, 1) if always else (0, 0) if never else TRUTH


def of_test(op: str, left: Range, right: Range) -> Range:
    """The range of a comparison, or of and, or."""
    (a, b), (c, d) = left, right
    same = a == b == c == d
    apart = b < c or d < a
    tests: dict[str, Callable[[], Range]] = {
        "==": lambda: truth_of(same, apart),
        "!=": lambda: truth_of(apart, same),
        "<": lambda: truth_of(b < c, a >= d),
        "<=": lambda: truth_of(b <= c, a > d),
        ">": lambda: truth_of(a > d, b <= c),
        ">=": lambda: truth_of(a >= d, b < c),
        "and": lambda: truth_of(not a <= 0 <= b and not c <= 0 <= d, a == b == 0 or c == d == 0),
        "or": lambda: truth_of(not a <= 0 <= b or not c <= 0 <= d, a == b == c == d == 0),
    }
    return tests[op]() if op in tests else UNKNOWN


def divisors(tree: Tree) -> Iterator[Tree]:
    """Every divisor of a tree."""
    if isinstance(tree, Op) and tree.op in ("/", "//"):
        yield tree.args[1]
    if isinstance(tree, Op | Call):
        for arg in tree.args:
            yield from divisors(arg)
