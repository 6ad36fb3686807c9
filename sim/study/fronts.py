"""A body at home in the form that the search for packages takes: who says yes, what the quota makes of it, and who has the last word.

A quota may ask about the package too ("if T1 goes beyond level 3, one more group must agree"). Such a condition on one issue is taken
for one more member of the body, which "says yes" where the condition is met. Any other quota is left to the table's own forecast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from sim.analysis.ratifiable import Decides, Front, Line
from sim.analysis.space import Outcome, Space
from sim.domain import Package
from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.study.lines import TRUTHS, VOTES, is_truth, issues_read, line_of, way
from sim.table.bench import Bench
from sim.table.bridge import package_to
from sim.table.forecast import body_forecast, cheapest, likely_value
from sim.table.formulas import Tree, tree_of, value_of
from sim.table.known import Known

TRUE_OF_ISSUE = (op.OP_CHANGES, op.OP_RAISES, op.OP_LOWERS)


def front_of(known: Known, space: Space, party: int, groundwork: bool = False) -> Front:
    """The body of a party. groundwork: it may lift its groups as far as the rules and the capital of the side go."""
    lift = max(0, min(known.t[k.T_GROUP_MAX], known.t[k.T_SIDE_MAX])) if groundwork else 0
    quota = Quota.of(known, party)
    groups = tuple(lifted(line_of(known, space, group), lift) for group in quota.groups)
    if issues_read(answered(quota.tree, dict.fromkeys(quota.conditions, True))):  # it asks more of the package
        return Front(groups, lambda yes: True, asked(known, party, groundwork))
    members = (*groups, *(line_of_condition(known, space, tree) for tree in quota.conditions))
    return Front(members, cache(quota.holds), asked(known, party, groundwork) if lift or None in groups else None, quota.rising())


def lifted(line: Line | None, lift: int) -> Line | None:
    """A member that groundwork can reach."""
    return None if line is None else replace(line, lift=lift)


# --- the quota ---


@dataclass(frozen=True, slots=True)
class Quota:
    """The quota of a body. groups: its members; conditions: parts of the formula that ask about one issue of the package each."""

    bench: Bench
    party: int
    tree: Tree
    groups: tuple[int, ...]
    conditions: tuple[Tree, ...]

    @classmethod
    def of(cls, known: Known, party: int) -> Quota:
        """The quota as the rules have it."""
        tree = tree_of(known.t, known.t[k.T_QUOTA_EXPR + party])
        groups = tuple(group.index for group in known.scenario.groups if group.party == party)
        return cls(known.bench(), party, tree, groups, tuple(dict.fromkeys(conditions_in(tree))))

    def holds(self, yes: int) -> bool:
        """Whether it holds when these members say yes, the conditions behind the groups."""
        said = [bool(yes >> place & 1) for place in range(len(self.groups) + len(self.conditions))]
        self.bench.quota(self.party, [group for group, says in zip(self.groups, said, strict=False) if says])
        answers = dict(zip(self.conditions, said[len(self.groups) :], strict=True))
        return value_of(self.bench.t, self.bench.m, answered(self.tree, answers)) != 0

    def rising(self) -> int:
        """The groups whose yes never breaks it, whatever the others say. Any number but 0 carries, so a sum that rises may break it."""
        if not is_truth(self.tree) or way(self.tree, s.PARTY_YES_WEIGHT) not in (0, 1):
            return 0
        return sum(1 << place for place, group in enumerate(self.groups) if way(self.tree, s.GROUP_YES + group) in (0, 1))


def conditions_in(tree: Tree) -> Iterator[Tree]:
    """The largest parts of a formula that are true or not by the level of one issue alone."""
    issues = issues_read(tree)
    if len(issues) == 1 and min(issues) >= 0 and tree.op in (*TRUTHS, *TRUE_OF_ISSUE) and not asks_votes(tree):
        yield tree
    else:
        for part in tree.parts:
            yield from conditions_in(part)


def asks_votes(tree: Tree) -> bool:
    """Whether a formula asks who says yes."""
    return any(part.op == op.OP_CELL and part.arg in VOTES for part in tree.walk())


def answered(tree: Tree, answers: Mapping[Tree, bool]) -> Tree:
    """A formula with the answers put in for some of its parts."""
    if tree in answers:
        return Tree(op.OP_NUM, int(answers[tree]))
    return Tree(tree.op, tree.arg, tuple(answered(part, answers) for part in tree.parts))


def line_of_condition(known: Known, space: Space, tree: Tree) -> Line:
    """When a condition on one issue is met."""
    bench, (about,) = known.bench(), issues_read(tree)
    table = [[0] * len(row) for row in space.worth[0]]
    for level in range(len(table[about])):
        bench.judge(level if issue == about else None for issue in range(len(table)))
        table[about][level] = int(value_of(known.t, bench.m, tree) != 0)
    return Line(tuple(map(tuple, table)), 1)


# --- the last word ---


def asked(known: Known, party: int, groundwork: bool) -> Decides:
    """The table's own forecast of a body, for one outcome at a time."""
    weights = [known.weights_of(each.index) for each in known.scenario.parties]

    def decide(outcome: Outcome) -> bool:
        package = package_to(known, outcome)
        forecast = body_forecast(known, package, party, weights)
        if forecast.passes is not None and forecast.passes[0]:
            return True
        return groundwork and is_affordable(package)

    def is_affordable(package: Package) -> bool:
        """Whether groundwork that the side can pay carries the package."""
        bench = known.bench()
        bench.judge(package.levels)
        found = cheapest(known, bench, party, body_forecast(known, package, party, weights).groups, likely_value)
        return found is not None and found.price <= known.m[s.CAPITAL + party]

    return decide
