"""A formula written out again from its tree, with the names people use. For reasons; rule files are never written so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sim.domain import Named, Scenario
from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.table.cells import CellName, names_by_cell
from sim.table.formulas import Tree

SIGNS = {
    op.OP_ADD: "+",
    op.OP_SUB: "-",
    op.OP_MUL: "*",
    op.OP_DIV: "/",
    op.OP_FLOOR: "//",
    op.OP_EQ: "==",
    op.OP_NE: "!=",
    op.OP_LE: "<=",
    op.OP_GE: ">=",
    op.OP_LT: "<",
    op.OP_GT: ">",
    op.OP_AND: "and",
    op.OP_OR: "or",
}
FUNCTIONS = {
    op.OP_MIN: "min",
    op.OP_MAX: "max",
    op.OP_ABS: "abs",
    op.OP_IF: "if",
    op.OP_EVERY: "every",
    op.OP_RISE: "rise",
    op.OP_TO: "to",
    op.OP_CHANGES: "changes",
    op.OP_RAISES: "raises",
    op.OP_LOWERS: "lowers",
    op.OP_RAISED: "raised",
    op.OP_ASKED: "asked",
    op.OP_OPEN: "open",
    op.OP_PACKAGES: "packages",
    op.OP_SINCE: "rounds_since",
    op.OP_DIFFERS: "differs",
    op.OP_CREDIBILITY: "credibility",
}
WORDS = {
    s.JUDGED_STEPS: "steps",
    s.JUDGED_TRACKS: "tracks",
    s.GROUP_SHIFT: "shift",
    s.GROUP_SUPPORT: "support(this)",
    s.PARTY_YES_WEIGHT: "yes_weight",
    s.CTX_MEASURED: "measured",
    s.ASKED_AMOUNT: "asked",
    s.PRICE_NOW: "price",
    s.CTX_ESCALATION: "escalation",
    s.CTX_AGENDA: "agenda",
    s.CTX_SIDE: "side",
    s.CTX_ISSUE: "picked",
    s.CTX_ENTRY: "this",
    s.CTX_PARTY: "own",
    s.PAYOFF_OTHER: "payoff_step(other)",
}
OF_PARTY = {s.DELTA: "delta", s.PAYOFF_STEP: "payoff_step", s.N_CLUES: "clues", s.NAMED_RIGHT: "named_right", s.TOKENS: "tokens"}
TABLE_WORDS = {k.T_N_ROUNDS: "rounds", k.T_PLAYERS: "players"}


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the formulas of one scenario. names: of cells."""

    scenario: Scenario
    names: Mapping[int, CellName]

    @classmethod
    def of(cls, scenario: Scenario) -> Writer:
        """A writer with the names of a scenario."""
        return cls(scenario, names_by_cell(scenario))

    def text(self, tree: Tree) -> str:
        """A tree as a person would write it."""
        if tree.op == op.OP_NUM:
            return str(tree.arg)
        if tree.op == op.OP_CELL:
            return self.cell(tree.arg)
        if tree.op == op.OP_TABLE:
            return self.table(tree.arg)
        if tree.op == op.OP_DONE:
            return "done(all)"
        if tree.op == op.OP_AT:
            return f"{self.region(tree.arg)}({self.text(tree.parts[0])})"
        if tree.op in (op.OP_NEG, op.OP_NOT):
            return f"{'-' if tree.op == op.OP_NEG else 'not '}{self.bracketed(tree.parts[0])}"
        if tree.op in SIGNS:
            return f" {SIGNS[tree.op]} ".join(map(self.bracketed, tree.parts))
        return f"{FUNCTIONS[tree.op]}({', '.join(self.argument(tree.op, part) for part in tree.parts)})"

    def bracketed(self, tree: Tree) -> str:
        """A part of a larger expression."""
        return f"({self.text(tree)})" if tree.op in SIGNS else self.text(tree)

    def argument(self, code: int, tree: Tree) -> str:
        """What a function is about: an index becomes the id it stands for."""
        pool = self.pool(code)
        if tree.op == op.OP_NUM and 0 <= tree.arg < len(pool):
            return pool[tree.arg].id
        return self.text(tree)

    def pool(self, code: int) -> Sequence[Named]:
        """The entries that the argument of an operation counts."""
        if op.OP_RISE <= code <= op.OP_ASKED:
            return self.scenario.issues
        pools: dict[int, Sequence[Named]] = {
            op.OP_OPEN: self.scenario.demands,
            op.OP_SINCE: self.scenario.levers,
            op.OP_CREDIBILITY: self.scenario.levers,
            op.OP_DIFFERS: self.scenario.tracks,
        }
        return pools.get(code, ())

    def cell(self, cell: int) -> str:
        """A cell by the name that a rule file has for it."""
        if cell in WORDS:
            return WORDS[cell]
        name = self.names.get(cell)
        if name is not None and name.kind in ("meter", "course", "counter", "support", "level"):
            return name.id if "." not in name.id else "{}({})".format(*name.id.split("."))
        if name is not None:
            return f"{name.kind.removeprefix('final_')}({name.id})" if name.id else name.kind
        return self.row(cell)

    def row(self, cell: int) -> str:
        """A cell of a region that has one for each entry."""
        scenario = self.scenario
        regions: tuple[tuple[int, int, str, Sequence[Named]], ...] = (
            *((region, s.MAX_PARTIES, word, scenario.parties) for region, word in OF_PARTY.items()),
            (s.START_LEVEL, s.MAX_ISSUES, "start", scenario.issues),
            (s.GROUP_YES, s.MAX_GROUPS, "says_yes", scenario.groups),
            (s.EVENT_PLAYED, s.MAX_CARDS, "played", scenario.events),
            (s.USES, s.MAX_CARDS, "uses", scenario.levers),
            (s.BUNDLE_USES, s.MAX_RULES, "uses", scenario.rules),
            (s.DEMAND_MET, s.MAX_CARDS, "met", scenario.demands),
            (s.DEMAND_MISSED, s.MAX_CARDS, "missed", scenario.demands),
            (s.INITIATIVE_STATUS, s.MAX_CARDS, "status", scenario.initiatives),
        )
        for region, size, word, pool in regions:
            if region <= cell < region + size and cell - region < len(pool):
                return f"{word}({pool[cell - region].id})"
        return f"#{cell}"

    def region(self, base: int) -> str:
        """The name of a region of which one cell is picked."""
        if base == s.LEVEL:
            return "level"
        if base in OF_PARTY:
            return OF_PARTY[base]
        name = self.names.get(base)
        if name is None:
            return f"#{base}"
        return name.id.partition(".")[0] if name.kind == "counter" else name.kind

    def table(self, at: int) -> str:
        """A number of the tables."""
        if k.T_TOP <= at < k.T_TOP + len(self.scenario.issues):
            return f"top({self.scenario.issues[at - k.T_TOP].id})"
        return TABLE_WORDS.get(at, f"#{at}")
