"""A quota taken apart into its conditions, and the groups whose vote decides it. Read under the likely vote, as one viewer knows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sim.domain import Package
from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table.bench import Bench
from sim.table.cells import CellName, names_by_cell
from sim.table.forecast import YES, BodyForecast, GroupForecast
from sim.table.formulas import Tree, is_known, tree_of, value_of
from sim.table.known import Known
from sim.table.written import Writer

WEIGHT, GROUP, NUMBER, VALUE, NOT, ANY, OTHER = "weight", "group", "number", "value", "not", "any", "other"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a quota, and whether it holds.

    WEIGHT: the groups that say yes weigh `amount` or more; GROUP: group `about` says yes; NUMBER: the number `name` is `amount` or
    more; VALUE: the named value `written` is not 0; NOT: its part does not hold; ANY: one of its parts holds; OTHER: as `written`.
    """

    kind: str
    holds: bool
    amount: int = 0
    about: int = UNSET
    name: CellName | None = None
    written: str = ""
    parts: tuple[Condition, ...] = ()


def conditions(known: Known, package: Package, body: BodyForecast) -> tuple[Condition, ...]:
    """What must hold together for the body to approve; empty where the viewer does not know all that its quota asks."""
    bench = judged(known, package)
    bench.quota(body.party, likely_yes(body))
    tree = tree_of(known.t, known.t[k.T_QUOTA_EXPR + body.party])
    if not is_known(known.t, bench.m, tree, known.may_know):
        return ()
    return tuple(condition(known, bench, part) for part in joined(tree, op.OP_AND))


def turning(known: Known, package: Package, body: BodyForecast) -> tuple[GroupForecast, ...]:
    """The groups whose other vote alone would turn the likely result, the one nearest to its line first."""
    if body.passes is None:
        return ()
    bench, line = judged(known, package), known.t[k.T_YES_AT]
    yes = likely_yes(body)
    found = []
    for group in body.groups:
        others = [each for each in yes if each != group.group] if group.likely_yes else [*yes, group.group]
        if group.refuses != YES and bench.quota(body.party, others)[1] != body.passes[0]:
            found.append(group)
    return tuple(sorted(found, key=lambda group: abs(group.value.likely - line)))


def judged(known: Known, package: Package) -> Bench:
    """A bench on which the package is judged."""
    bench = known.bench()
    bench.judge(package.levels)
    return bench


def likely_yes(body: BodyForecast) -> list[int]:
    """The groups that likely say yes."""
    return [group.group for group in body.groups if group.likely_yes]


def joined(tree: Tree, how: int) -> Iterator[Tree]:
    """The parts that an `and` or an `or` joins, from left to right; a tree that is neither is its only part."""
    if tree.op != how:
        yield tree
        return
    for part in tree.parts:
        yield from joined(part, how)


def condition(known: Known, bench: Bench, tree: Tree) -> Condition:
    """One condition."""
    holds = value_of(known.t, bench.m, tree) != 0
    named = value_named(known, tree)
    if named:
        return Condition(VALUE, holds, written=named)
    if tree.op == op.OP_OR:
        return Condition(ANY, holds, parts=tuple(condition(known, bench, part) for part in joined(tree, op.OP_OR)))
    if tree.op == op.OP_NOT:
        return Condition(NOT, holds, parts=(condition(known, bench, tree.parts[0]),))
    if tree.op == op.OP_CELL and s.GROUP_YES <= tree.arg < s.GROUP_YES + known.t[k.T_N_GROUPS]:
        return Condition(GROUP, holds, about=tree.arg - s.GROUP_YES)
    if tree.op == op.OP_GE and tree.parts[0].op == op.OP_CELL and tree.parts[1].op == op.OP_NUM:
        cell, amount = tree.parts[0].arg, tree.parts[1].arg
        name = names_by_cell(known.scenario).get(cell)
        if cell == s.PARTY_YES_WEIGHT:
            return Condition(WEIGHT, holds, amount)
        if name is not None:
            return Condition(NUMBER, holds, amount, name=name)
    return Condition(OTHER, holds, written=Writer.of(known.scenario).text(tree))


def value_named(known: Known, tree: Tree) -> str:
    """Id of the named value of the pack that a tree is, "" for none."""
    if not tree.parts:
        return ""
    programs = known.scenario.value_programs.items()
    return next((name for name, program in programs if program != UNSET and tree_of(known.t, program) == tree), "")
