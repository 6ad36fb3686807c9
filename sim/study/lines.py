"""When a group says yes, as a condition on one sum over the issues, so that a search can reckon with it beforehand.

Three kinds of rules come to such a sum: points per level; formulas whose parts ask about one issue each; and a formula that only
rises with what a party gains, which comes to a least gain. Of any other nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sim.analysis.ratifiable import Line
from sim.analysis.space import Space, Table
from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table.bench import Bench
from sim.table.forecast import mood_term, placed, support_term
from sim.table.formulas import OF_ISSUE_JUDGED, Tree, summands, tree_of, value_of
from sim.table.known import Known
from sim.table.quotas import joined

NEVER = 10**7  # more than any sum of support comes to: what a group that refuses lacks
WHOLE = UNSET  # stands for "more than one issue" where the issues that a formula reads are listed
TRUTHS = (op.OP_EQ, op.OP_NE, op.OP_LE, op.OP_GE, op.OP_LT, op.OP_GT, op.OP_AND, op.OP_OR, op.OP_NOT)  # come to 1 or 0
VOTES = range(s.GROUP_YES, s.PARTY_YES_WEIGHT + 1)  # who says yes, and with what weight: known without the package


@dataclass(frozen=True, slots=True)
class Case:
    """A group under question. bench: no package is judged on it yet; levels: [issue] the levels that there are."""

    known: Known
    bench: Bench
    space: Space
    group: int
    shift: Tree | None
    refuses: Tree | None

    def alone(self, issue: int, level: int) -> None:
        """Judge the package that sets this issue alone."""
        self.bench.judge(level if place == issue else None for place in range(len(self.space.issues)))

    def value(self, tree: Tree) -> int:
        """Value of a formula under the judged package."""
        return value_of(self.known.t, self.bench.m, tree)


def issues_read(tree: Tree, but: int = UNSET) -> set[int]:
    """The issues of the judged package that a formula reads; WHOLE among them where it is not one by one. but: a cell left out.

    Who says yes to the package is no such question.
    """
    found: set[int] = set()
    for part in tree.walk():
        if part.op in OF_ISSUE_JUDGED:
            found.add(part.parts[0].arg if part.parts[0].op == op.OP_NUM else WHOLE)
        elif part.op == op.OP_AT or (part.op == op.OP_CELL and part.arg >= s.SCRATCH and part.arg not in VOTES and part.arg != but):
            found.add(WHOLE)
    return found


def line_of(known: Known, space: Space, group: int) -> Line | None:
    """When a group says yes, None where that is no condition on one sum."""
    bench = known.bench()
    bench.judge(None for _ in space.issues)
    programs = (known.t[k.T_GROUP_SHIFT_EXPR + group], known.t[k.T_GROUP_REFUSES_EXPR + group])
    shift, refuses = (None if program == UNSET else tree_of(known.t, program) for program in programs)
    case = Case(known, bench, space, group, shift, refuses)
    return line_of_gain(case) or line_of_issues(case)


def lacking(case: Case) -> int:
    """What the shift must bring for a yes, before bonuses: the line less what stands already."""
    support, mood = support_term(case.known, case.group)[0], mood_term(case.known, case.bench, case.group)[0]
    return case.known.t[k.T_YES_AT] - support.likely - mood.likely - placed(case.known, case.bench, case.group)


# --- a sum of what each issue brings ---


def line_of_issues(case: Case) -> Line | None:
    """The line of a group whose shift and refusal come from issues one by one."""
    parts = [] if case.shift is None else [(part.sign, part.tree) for part in summands(case.shift)]
    against = [] if case.refuses is None else list(joined(case.refuses, op.OP_OR))
    if any(len(issues_read(tree)) > 1 or WHOLE in issues_read(tree) for tree in (*(tree for _, tree in parts), *against)):
        return None
    base = case.bench.bonus(case.group)
    fixed = sum(sign * case.value(tree) for sign, tree in parts if not issues_read(tree))
    refused = NEVER if any(case.value(tree) for tree in against if not issues_read(tree)) else 0
    table = tuple(
        tuple(brought(case, issue, level, parts, against) - base for level in range(len(row)))
        for issue, row in enumerate(case.space.worth[0])
    )
    return Line(table, lacking(case) - base - fixed + refused)


def brought(case: Case, issue: int, level: int, parts: Sequence[tuple[int, Tree]], against: Sequence[Tree]) -> int:
    """What an issue at a level brings a group, bonuses that wait for it included."""
    case.alone(issue, level)
    points = case.known.t[k.T_GROUP_POINT + case.group * s.MAX_ISSUES + issue]
    plain = points * (level - case.space.in_force[issue]) if case.shift is None else 0
    told = sum(sign * case.value(tree) for sign, tree in parts if issues_read(tree) == {issue})
    refused = any(case.value(tree) for tree in against if issues_read(tree) == {issue})
    return plain + told + case.bench.bonus(case.group) - (NEVER if refused else 0)


# --- what a party gains ---


def line_of_gain(case: Case) -> Line | None:
    """The line of a group that follows what one party gains: the least gain with which it says yes."""
    trees = [tree for tree in (case.shift, case.refuses) if tree is not None]
    parties = {party for tree in trees for party in gains_read(tree)}
    if case.shift is None or len(parties) != 1 or waits_for_an_issue(case):
        return None
    party = parties.pop()
    cell = s.DELTA + party
    if any(issues_read(tree, but=cell) for tree in trees):
        return None
    if way(case.shift, cell) not in (0, 1) or (case.refuses is not None and way(case.refuses, cell) not in (0, -1)):
        return None
    table = gain_table(case.space, party)
    least, most = sum(map(min, table)), sum(map(max, table))
    return Line(table, first_yes(lambda gain: says_yes(case, party, gain), least, most))


def gains_read(tree: Tree) -> Iterator[int]:
    """Parties whose gain a formula reads."""
    return (part.arg - s.DELTA for part in tree.walk() if part.op == op.OP_CELL and s.DELTA <= part.arg < s.DELTA + s.MAX_PARTIES)


def waits_for_an_issue(case: Case) -> bool:
    """Whether a bonus of the group counts only where the package raises some issue."""
    rows = range(s.LASTING, s.LASTING + case.known.m[s.N_LASTING] * s.LASTING_WIDTH, s.LASTING_WIDTH)
    m = case.known.m
    return any(m[at + s.L_KIND] == s.LAST_VOTE and m[at + s.L_A] == case.group and m[at + s.L_B] != UNSET for at in rows)


def gain_table(space: Space, party: int) -> Table:
    """[issue][level] what a party gains against the levels in force, in hundredths."""
    return tuple(tuple(worth - row[now] for worth in row) for row, now in zip(space.worth[party], space.in_force, strict=True))


def says_yes(case: Case, party: int, gain: int) -> bool:
    """The vote of the group if the package brings the party this much."""
    case.bench.suppose_gain(party, gain)
    if case.shift is None or (case.refuses is not None and case.value(case.refuses)):
        return False
    return case.value(case.shift) + case.bench.bonus(case.group) >= lacking(case)


def first_yes(yes: Callable[[int], bool], least: int, most: int) -> int:
    """The least gain that is a yes, of a question that stays yes once it is; most + 1 where none is."""
    low, high = least, most + 1
    while low < high:
        middle = (low + high) // 2
        if yes(middle):
            high = middle
        else:
            low = middle + 1
    return low


def way(tree: Tree, cell: int) -> int | None:
    """How a formula goes with a cell: 1 never down as it rises, -1 never up, 0 not at all, None where that cannot be said."""
    if tree.op == op.OP_CELL and tree.arg == cell:
        return 1
    ways = [way(part, cell) for part in tree.parts]
    if all(each == 0 for each in ways):
        return 0
    if None in ways:
        return None
    known = [each or 0 for each in ways]
    if tree.op in (op.OP_NOT, op.OP_AND, op.OP_OR) and any(
        each and not is_truth(part) for each, part in zip(ways, tree.parts, strict=True)
    ):
        return None  # any number but 0 counts as true, so a sum that rises may turn false on its way
    if tree.op in (op.OP_NEG, op.OP_NOT):
        return -known[0]
    if tree.op in (op.OP_ADD, op.OP_MIN, op.OP_MAX, op.OP_AND, op.OP_OR):
        return agreed(known)
    if tree.op in (op.OP_SUB, op.OP_GE, op.OP_GT):
        return agreed([known[0], -known[1]])
    if tree.op in (op.OP_LE, op.OP_LT):
        return agreed([-known[0], known[1]])
    return way_scaled(tree, known)


def is_truth(tree: Tree) -> bool:
    """Whether a formula comes to 1 or 0 and nothing else."""
    return tree.op in TRUTHS or (tree.op == op.OP_CELL and s.GROUP_YES <= tree.arg < s.GROUP_YES + s.MAX_GROUPS)


def way_scaled(tree: Tree, ways: Sequence[int]) -> int | None:
    """The same for a product or a quotient with a plain number."""
    if tree.op in (op.OP_MUL, op.OP_DIV, op.OP_FLOOR) and tree.parts[1].op == op.OP_NUM and tree.parts[1].arg > 0:
        return ways[0]
    if tree.op == op.OP_MUL and tree.parts[0].op == op.OP_NUM and tree.parts[0].arg >= 0:
        return ways[1]
    return None


def agreed(ways: Sequence[int]) -> int | None:
    """The way of parts that pull together."""
    if all(each >= 0 for each in ways):
        return 1
    return -1 if all(each <= 0 for each in ways) else None
