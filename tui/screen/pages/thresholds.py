"""What a number triggers: the conditions of the rules that compare it with a plain number, and what hangs on them.

Everything is read from the tables of the scenario; a formula that only reckons with a number is known as one that reads it.
Event cards, demand cards and agendas are left out: they are not on the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sim.domain import Named, Scenario
from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table import foreseen
from sim.table.cells import CellName, names_by_cell
from sim.table.foreseen import Who
from sim.table.formulas import Tree, tree_of
from tui.plain.effects import effect_text
from tui.screen.look import Look

SIGNS = {op.OP_GE: ">=", op.OP_GT: ">", op.OP_LE: "<=", op.OP_LT: "<"}
TURNED = {op.OP_GE: op.OP_LE, op.OP_LE: op.OP_GE, op.OP_GT: op.OP_LT, op.OP_LT: op.OP_GT}  # seen from the other side
DENIED = {op.OP_GE: op.OP_LT, op.OP_LT: op.OP_GE, op.OP_GT: op.OP_LE, op.OP_LE: op.OP_GT}
HIDDEN_CAUSES = ("event", "demand")  # cards in a pile: what they ask for is met when they come

# Numbers of the procedure that have a formula of their own, by the word in the wording.
SINGLE = {
    "second": k.T_SECOND_CHANCE_EXPR, "ahead": k.T_AHEAD_EXPR, "size": k.T_PACKAGE_SIZE_EXPR, "tokens": k.T_TOKENS_EXTRA_EXPR,
    "cards": k.T_NEWS_CARDS_EXPR, "wrong": k.T_CLUE_WRONG_EXPR, "probe": k.T_PROBE_FREE_EXPR, "move": k.T_MOVE_NEEDS_EXPR,
    "breach": k.T_BREACH_NEEDS_EXPR, "step": k.T_STEP_SIZE_EXPR, "steps": k.T_STEP_PRICE_EXPR, "ground": k.T_GROUNDWORK_NEEDS_EXPR,
    "stays": k.T_STAYS_EXPR, "alliance": k.T_ALLIANCE_EXPR, "joint": k.T_JOINT_EXPR,
}  # fmt: skip
SCORES = ("alliance", "joint", "score", "ending")  # what counts at the end only


@dataclass(frozen=True, slots=True)
class Bar:
    """A comparison with a plain number. op: OP_GE, OP_GT, OP_LE or OP_LT."""

    op: int
    at: int

    @property
    def sign(self) -> str:
        """As a rule file writes it."""
        return SIGNS[self.op]

    @property
    def line(self) -> int:
        """The least value on the upper side."""
        return self.at if self.op in (op.OP_GE, op.OP_LT) else self.at + 1

    @property
    def denied(self) -> Bar:
        """The opposite."""
        return Bar(DENIED[self.op], self.at)

    def holds(self, value: int) -> bool:
        """Whether it holds for a value."""
        return (value >= self.line) == (self.op in (op.OP_GE, op.OP_GT))

    def gap(self, value: int) -> int:
        """How far a value is from the other side of it."""
        return self.line - value if value < self.line else value - self.line + 1


@dataclass(frozen=True, slots=True)
class Reader:
    """Something that reads a number. bar: None where it does not compare it; kind, index: what it is; each: it acts in every round."""

    bar: Bar | None
    kind: str
    index: int
    each: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """A value at which something changes, and what. holds: now."""

    bar: Bar
    text: str
    holds: bool
    gap: int
    at_end: bool


# --- from the tables ---


def bars_of(tree: Tree, cell: int, denied: bool = False) -> Iterator[Bar]:
    """The comparisons of a cell with plain numbers in a formula."""
    if tree.op in SIGNS:
        found = compared(tree, cell)
        if found is not None:
            yield found.denied if denied else found
            return
    for part in tree.parts:
        yield from bars_of(part, cell, denied != (tree.op == op.OP_NOT))


def compared(tree: Tree, cell: int) -> Bar | None:
    """The comparison that a tree is, where it is one of the cell with a plain number."""
    left, right = tree.parts
    for one, other, code in ((left, right, tree.op), (right, left, TURNED[tree.op])):
        if one.op == op.OP_CELL and one.arg == cell and other.op == op.OP_NUM:
            return Bar(code, other.arg)
    return None


def reads(tree: Tree) -> frozenset[int]:
    """The cells that stand in a formula by themselves."""
    return frozenset(part.arg for part in tree.walk() if part.op == op.OP_CELL)


@dataclass(frozen=True, slots=True)
class Built:
    """What is read from the tables once. names: of the cells."""

    scenario: Scenario
    readers: Mapping[int, tuple[Reader, ...]]
    names: Mapping[int, CellName]


_last: list[Built] = []  # of the scenario asked about last


def of(scenario: Scenario) -> Built:
    """What is known of a scenario."""
    if not _last or _last[0].scenario is not scenario:
        _last[:] = [Built(scenario, built(scenario), names_by_cell(scenario))]
    return _last[0]


def readers(scenario: Scenario, cell: int) -> tuple[Reader, ...]:
    """What reads a cell."""
    return of(scenario).readers.get(cell, ())


def built(scenario: Scenario) -> Mapping[int, tuple[Reader, ...]]:
    """What reads each cell, in the order of the tables."""
    found: dict[int, list[Reader]] = {}
    t = scenario.tables
    for program, kind, index, each in programs(scenario):
        if program == UNSET:
            continue
        tree = tree_of(t, program)
        for cell in reads(tree):
            bars: list[Bar | None] = [*bars_of(tree, cell)]
            found.setdefault(cell, []).extend([Reader(bar, kind, index, each) for bar in bars or [None]])
    for rule in range(t[k.T_N_RULES]):
        if t[k.T_RULE_CROSSED + rule] != UNSET:
            bar = Bar(op.OP_GE if t[k.T_RULE_CROSSED_UP + rule] else op.OP_LT, t[k.T_RULE_CROSSED_AT + rule])
            found.setdefault(t[k.T_RULE_CROSSED + rule], []).append(Reader(bar, "rule", rule))
    return {cell: tuple(dict.fromkeys(each)) for cell, each in found.items()}


def programs(scenario: Scenario) -> Iterator[tuple[int, str, int, bool]]:
    """Every formula with what it decides: (program, kind, index, whether in every round)."""
    t = scenario.tables
    yield from effect_programs(scenario)
    for rule in range(t[k.T_N_RULES]):
        yield t[k.T_RULE_WHEN_EXPR + rule], "rule", rule, is_each_round(t, rule)
        yield t[k.T_RULE_CHANCE_EXPR + rule], "chance", rule, False
    for issue in scenario.issues:
        for level in issue.levels:
            yield t[k.T_LOCK_EXPR + issue.index * s.MAX_LEVELS + level.index], "lock", issue.index * s.MAX_LEVELS + level.index, False
        yield t[k.T_CAP_EXPR + issue.index], "cap", issue.index, False
        yield t[k.T_MAY_RISE_EXPR + issue.index], "rise", issue.index, False
    for lever in scenario.levers:
        yield t[k.T_LEVER_NEEDS_EXPR + lever.index], "lever", lever.index, False
        yield t[k.T_LEVER_PRICE_EXPR + lever.index], "price", lever.index, False
    for act in scenario.acts:
        yield t[k.T_ACT_NEEDS_EXPR + act.index], "act", act.index, False
    for card in scenario.initiatives:
        yield t[k.T_INIT_NEEDS_EXPR + card.index], "initiative", card.index, False
    for modifier in scenario.modifiers:
        yield t[k.T_MOD_WHEN_EXPR + modifier.index], "modifier", modifier.index, False
        yield t[k.T_MOD_AMOUNT_EXPR + modifier.index], "modifier", modifier.index, False
    for meter in scenario.meters:
        yield t[k.T_DRIFT_EXPR + meter.index], "drift", meter.index, False
    for party in scenario.parties:
        yield t[k.T_INCOME_EXPR + party.index], "income", party.index, False
        yield t[k.T_QUOTA_EXPR + party.index], "quota", party.index, False
        yield t[k.T_SIDE_EXPR + party.index], "score", party.index, False
    for ending in scenario.endings:
        yield t[k.T_ENDING_EXPR + ending.index], "ending", ending.index, False
    for word, at in SINGLE.items():
        yield t[at], word, 0, False


def is_each_round(t: tuple[int, ...], rule: int) -> bool:
    """Whether a rule acts at a point that every round passes."""
    return bool(UNSET < t[k.T_RULE_POINT + rule] < k.AT_START)


def effect_programs(scenario: Scenario) -> Iterator[tuple[int, str, int, bool]]:
    """Conditions, chances and amounts of single effects."""
    t = scenario.tables
    standing = {t[k.T_RULE_LIST + rule] for rule in range(t[k.T_N_RULES]) if is_each_round(t, rule)}
    for list_ in range(k.MAX_LISTS):
        for effect in range(t[k.T_LIST_FIRST + list_], t[k.T_LIST_FIRST + list_] + t[k.T_LIST_COUNT + list_]):
            row = k.T_EFFECTS + effect * k.EFFECT_WIDTH
            cause = t[row + k.E_CAUSE]
            if 0 <= cause < len(scenario.causes) and scenario.causes[cause].kind in HIDDEN_CAUSES:
                continue
            for part in (k.E_WHEN_EXPR, k.E_CHANCE_EXPR, k.E_AMOUNT_EXPR):
                yield t[row + part], "effect", row, list_ in standing


# --- in words ---


def thresholds(look: Look, cell: int, value: int) -> tuple[Threshold, ...]:
    """The values at which something changes, the lowest first."""
    found = [of_reader(look, reader, value) for reader in readers(look.names.scenario, cell) if reader.bar is not None]
    told = {(each.bar, each.text): each for each in reversed(found) if each.text}
    return tuple(sorted(told.values(), key=lambda each: (each.bar.line, each.bar.sign, each.at_end, each.text)))


def of_reader(look: Look, reader: Reader, value: int) -> Threshold:
    """One value at which something changes."""
    assert reader.bar is not None
    return Threshold(reader.bar, text_of(look, reader), reader.bar.holds(value), reader.bar.gap(value), reader.kind in SCORES)


def nearest(look: Look, cell: int, value: int) -> Threshold | None:
    """The one that is reached first; what counts at the end only gives way to what counts at once."""
    barred = [(reader.bar.gap(value), reader.kind in SCORES, reader) for reader in readers(look.names.scenario, cell) if reader.bar]
    found = min(barred, key=lambda each: each[:2], default=None)
    return of_reader(look, found[2], value) if found is not None else None


def reading(look: Look, cell: int) -> tuple[str, ...]:
    """What reckons with a number without comparing it."""
    found = (text_of(look, reader) for reader in readers(look.names.scenario, cell) if reader.bar is None)
    return tuple(dict.fromkeys(text for text in found if text))


def text_of(look: Look, reader: Reader) -> str:
    """What something does, in a few words."""
    if reader.kind == "effect":
        return effect(look, reader)
    if reader.kind == "rule":
        return rule(look, reader)
    if reader.kind == "lock":
        issue, level = divmod(reader.index, s.MAX_LEVELS)
        return look.say("meter-use-lock", term=look.names.term(issue, level))
    if reader.kind in SINGLE:
        return look.say(f"meter-use-{reader.kind}")
    if reader.kind == "chance":
        return look.say("meter-use-chance", name=label(look, entry_of_rule(look, reader.index)))
    return look.say(f"meter-use-{reader.kind}", name=name_of(look, reader))


def name_of(look: Look, reader: Reader) -> str:
    """The entry that a formula belongs to."""
    scenario, names = look.names.scenario, look.names
    if reader.kind in ("income", "quota", "score"):
        return names.party(reader.index)
    if reader.kind in ("cap", "rise"):
        return names.issue(reader.index)
    pools: Mapping[str, tuple[Named, ...]] = {
        "lever": scenario.levers, "price": scenario.levers, "act": scenario.acts, "initiative": scenario.initiatives,
        "modifier": scenario.modifiers, "drift": scenario.meters, "ending": scenario.endings,
    }  # fmt: skip
    return label(look, pools[reader.kind][reader.index])


def label(look: Look, entry: Named | None) -> str:
    """A short name of an entry; the words of its rule where it has no name of its own."""
    return look.names.text(entry.short) if entry is not None else ""


def entry_of_rule(look: Look, rule: int) -> Named | None:
    """The entry of a standing rule: a rule of the pack, or the meter that it belongs to."""
    return look.names.find(cause_id(look, look.view.known.t[k.T_RULE_CAUSE + rule]))


def cause_id(look: Look, cause: int) -> str:
    """Id of the entry behind a cause."""
    causes = look.names.scenario.causes
    return causes[cause].id if 0 <= cause < len(causes) else ""


def rule(look: Look, reader: Reader) -> str:
    """A standing rule: its name, and what it does."""
    known = look.view.known
    found = foreseen.of_list(known, known.t[k.T_RULE_LIST + reader.index], Who(s.KIND_RULE, reader.index))
    effects = look.names.listed([effect_text(look.names, replace(each, when="")) for each in found])
    return each_round(look, look.say("meter-use-of", name=label(look, entry_of_rule(look, reader.index)), effects=effects), reader.each)


def effect(look: Look, reader: Reader) -> str:
    """One effect, after the name of what it belongs to."""
    known, names = look.view.known, look.names
    found = foreseen.one(known, known.bench(), reader.index, Who(s.KIND_RULE), of(names.scenario).names)
    text = effect_text(names, replace(found, when=""))
    entry = names.find(cause_id(look, known.t[reader.index + k.E_CAUSE]))
    if reader.bar is None:
        return label(look, entry)
    if entry is not None and entry not in names.scenario.meters:
        text = look.say("meter-use-of", name=label(look, entry), effects=text)
    return each_round(look, text, reader.each)


def each_round(look: Look, text: str, each: bool) -> str:
    """What acts in every round says so."""
    return look.say("meter-use-each", text=text) if each else text
