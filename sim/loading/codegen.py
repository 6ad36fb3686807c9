"""From the tree of an expression to a postfix program: names are looked up here, and only here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sim.domain import Formula, Place, Term
from sim.errors import Problem, did_you_mean
from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.expressions import Call, Name, Num, Op, Tree, parse
from sim.loading.names import ANYWHERE, FUNCTIONS, ISSUE_FUNCTIONS, PARTY_FUNCTIONS, TABLE_WORDS, WORDS, Context, Names
from sim.loading.node import Node
from sim.loading.pools import Pools, place_of_node

OPERATORS = {
    "+": op.OP_ADD,
    "-": op.OP_SUB,
    "*": op.OP_MUL,
    "/": op.OP_DIV,
    "//": op.OP_FLOOR,
    "==": op.OP_EQ,
    "!=": op.OP_NE,
    "<=": op.OP_LE,
    ">=": op.OP_GE,
    "<": op.OP_LT,
    ">": op.OP_GT,
    "and": op.OP_AND,
    "or": op.OP_OR,
    "neg": op.OP_NEG,
    "not": op.OP_NOT,
}
ISSUE_OPS = {
    "rise": op.OP_RISE,
    "to": op.OP_TO,
    "changes": op.OP_CHANGES,
    "raises": op.OP_RAISES,
    "lowers": op.OP_LOWERS,
    "raised": op.OP_RAISED,
    "asked": op.OP_ASKED,
}
DEEPEST = 12  # named values inside each other

Code = list[int]


class Unknown(Exception):
    """A name or argument that means nothing here; carries what to say about it."""

    def __init__(self, tree: Tree, code: str, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.tree, self.code, self.text, self.hint = tree, code, text, hint


@dataclass
class Compiler:
    """Expressions of one scenario into its pools. values: named expressions, read where they are used."""

    names: Names
    pools: Pools
    values: dict[str, tuple[Tree, Node]] = field(default_factory=dict)
    open_values: list[str] = field(default_factory=list)

    def read_values(self) -> None:
        """Parse the named values of the pack."""
        for value in self.names.play.pack.values:
            node = value.node.get("is") or value.node
            tree = parse(value.is_, node)
            if isinstance(tree, Problem):
                self.pools.problems.append(tree)
            else:
                self.values[value.id] = (tree, node)

    def compiled(self, raw: int | str | None, node: Node, context: Context = ANYWHERE, owner: str = "") -> int:
        """Program of an expression, UNSET where there is none or where it is wrong (then a problem is noted)."""
        if raw is None:
            return s.UNSET
        tree = parse(raw, node)
        if isinstance(tree, Problem):
            self.pools.problems.append(tree)
            return s.UNSET
        return self.of_tree(tree, node, context, owner, str(raw))

    def of_tree(self, tree: Tree, node: Node, context: Context, owner: str = "", text: str = "") -> int:
        """Program of a tree, with its formula kept for "why"."""
        try:
            program = self.pools.program([*self.code(tree, context), op.OP_END], node)
            terms = tuple(self.terms(tree, node, context, 1))
        except Unknown as unknown:
            place = (unknown.tree.line or node.line, unknown.tree.column or node.column)
            self.pools.problems.append(Problem(node.path, *place, "error", unknown.code, unknown.text, unknown.hint))
            return s.UNSET
        if program not in self.pools.formulas or isinstance(tree, Op):
            self.pools.formulas.setdefault(program, Formula(text or shown(tree), place_of_node(node), program, terms, owner))
        return program

    def terms(self, tree: Tree, node: Node, context: Context, sign: int) -> Iterator[Term]:
        """The signed parts of a sum, each with a program of its own."""
        match tree:
            case Op("+", (left, right)):
                yield from self.terms(left, node, context, sign)
                yield from self.terms(right, node, context, sign)
            case Op("-", (left, right)):
                yield from self.terms(left, node, context, sign)
                yield from self.terms(right, node, context, -sign)
            case _:
                program = self.pools.program([*self.code(tree, context), op.OP_END], node)
                place = Place(node.path, tree.line or node.line, tree.column or node.column)
                yield Term(sign, shown(tree), program, place)

    def code(self, tree: Tree, context: Context) -> Code:
        """Postfix code of a tree, without its end."""
        match tree:
            case Num(value):
                return [op.OP_NUM, value]
            case Op(operator, args):
                return [*self.codes(args, context), OPERATORS[operator]]
            case Name(name):
                return self.of_name(tree, name, context)
            case Call(name, args):
                return self.of_call(tree, name, args, context)

    def codes(self, args: tuple[Tree, ...], context: Context) -> Code:
        """Code of all arguments, one after the other."""
        return [word for arg in args for word in self.code(arg, context)]

    def of_name(self, tree: Name, name: str, context: Context) -> Code:
        """A word without an argument."""
        names = self.names
        if name in self.values:
            return self.of_value(tree, name, context)
        if name in names.cells:
            return [op.OP_CELL, names.cells[name]]
        if name in names.issues:
            return [op.OP_CELL, s.LEVEL + names.issues[name]]
        if name in names.groups:
            return [op.OP_CELL, names.group_cell[names.groups[name]]]
        if name in TABLE_WORDS:
            return [op.OP_TABLE, TABLE_WORDS[name]]
        if name in WORDS:
            cell, place = WORDS[name]
            self.needs_place(tree, name, place, context)
            return [op.OP_CELL, cell]
        if names.is_absent(name, "issues", "groups"):
            return [op.OP_NUM, 0]
        raise self.unknown_name(tree, name)

    def of_value(self, tree: Name, name: str, context: Context) -> Code:
        """A named value stands for its expression; no circles."""
        if name in self.open_values or len(self.open_values) > DEEPEST:
            circle = " > ".join([*self.open_values, name])
            raise Unknown(tree, "NW204", f"the value `{name}` refers to itself ({circle})", "write one of them without the other")
        self.open_values.append(name)
        try:
            return self.code(self.values[name][0], context)
        finally:
            self.open_values.pop()

    def needs_place(self, tree: Tree, name: str, place: str, context: Context) -> None:
        """Some words mean something in certain places only."""
        if place and place not in context.allows:
            where = {
                "judged": "where a package is judged (locks of a vote, quotas, bars)",
                "group": "in groundwork and vote",
                "body": "in a quota",
                "kept": "in `kept` of a lever",
                "modifier": "in a modifier",
                "scoring": "in scoring",
                "move": "in move and breach",
            }[place]
            raise Unknown(tree, "NW205", f"`{name}` means something only {where}", "use another name here")

    def unknown_name(self, tree: Tree, name: str) -> Unknown:
        """NW202 with what may have been meant."""
        known = [*self.names.cells, *self.names.issues, *self.names.groups, *self.values, *WORDS, *TABLE_WORDS]
        hint = did_you_mean(name, known)
        if name in FUNCTIONS:
            hint = f"write `{name}(...)` with what it is about"
        elif self.names.is_absent(name, "meters", "courses", "counters"):
            hint = "it is out of play here; take its readers out too"
        return Unknown(tree, "NW202", f"unknown name `{name}`", hint)

    def of_call(self, tree: Call, name: str, args: tuple[Tree, ...], context: Context) -> Code:
        """A function."""
        plain = {"min": (op.OP_MIN, 0), "max": (op.OP_MAX, 0), "abs": (op.OP_ABS, 1), "if": (op.OP_IF, 3), "every": (op.OP_EVERY, 1)}
        if name in ("min", "max") and len(args) >= 2:
            code = self.code(args[0], context)
            for arg in args[1:]:
                code += [*self.code(arg, context), plain[name][0]]
            return code
        if name in plain:
            self.needs_count(tree, name, args, plain[name][1] or 2)
            if name == "every" and not (isinstance(args[0], Num) and args[0].value >= 1):
                raise Unknown(args[0], "NW313", "`every` needs a whole number from 1 on", "write e.g. `every(2)`")
            return [*self.codes(args, context), plain[name][0]]
        if name == "packages":
            self.needs_count(tree, name, args, 1)
            return [*self.code(args[0], context), op.OP_PACKAGES]
        self.needs_count(tree, name, args, 1)
        if not isinstance(args[0], Name):
            raise Unknown(args[0], "NW103", f"`{name}(...)` takes one name", f"write e.g. `{name}({self.example(name)})`")
        return self.of_one_name(tree, name, args[0], context)

    def example(self, name: str) -> str:
        """Something that a function could be about, for a hint."""
        pool = self.names.parties if name in PARTY_FUNCTIONS else self.names.issues
        return next(iter(pool), "x")

    def needs_count(self, tree: Tree, name: str, args: tuple[Tree, ...], count: int) -> None:
        """A function has its number of arguments."""
        if len(args) != count:
            text = f"`{name}` takes {count} argument{'s' if count > 1 else ''}, not {len(args)}"
            raise Unknown(tree, "NW103", text, "see the list of functions in the tuning guide")

    def of_one_name(self, tree: Call, name: str, arg: Name, context: Context) -> Code:
        """A function of one id."""
        if name in ISSUE_FUNCTIONS:
            self.needs_place(tree, name, ISSUE_FUNCTIONS[name], context)
            return self.of_issue(name, arg)
        if name in PARTY_FUNCTIONS:
            cell, place = PARTY_FUNCTIONS[name]
            self.needs_place(tree, name, place, context)
            return self.of_party(name, cell, arg, context)
        if name in self.names.per_party:
            return self.of_party(name, self.names.per_party[name], arg, context)
        makers: dict[str, Callable[[Name, Context], Code]] = {
            "level": self.of_level,
            "start": lambda a, c: self.of_issue_cell(a, op.OP_CELL, s.START_LEVEL),
            "top": lambda a, c: self.of_issue_cell(a, op.OP_TABLE, t.T_TOP),
            "support": self.of_support,
            "says_yes": lambda a, c: self.of_group(a, s.GROUP_YES),
            "credibility": self.of_credibility,
            "played": lambda a, c: self.of_flag(a, self.names.events, "events", s.EVENT_PLAYED, 0),
            "uses": lambda a, c: self.of_uses(a),
            "rounds_since": self.of_since,
            "open": lambda a, c: self.of_open(a),
            "met": lambda a, c: self.of_flag(a, self.names.demands, "demands", s.DEMAND_MET, 0),
            "missed": lambda a, c: self.of_flag(a, self.names.demands, "demands", s.DEMAND_MISSED, 0),
            "agreed": lambda a, c: self.of_flag(a, self.names.initiatives, "initiatives", s.INITIATIVE_STATUS, 1),
            "done": lambda a, c: self.of_done(a),
            "differs": lambda a, c: self.of_track(a),
        }
        if name not in makers:
            known = [*FUNCTIONS, *self.names.per_party]
            raise Unknown(tree, "NW202", f"unknown function `{name}`", did_you_mean(name, known))
        return makers[name](arg, context)

    def found(self, arg: Name, pool: dict[str, int], kind: str) -> int | None:
        """Position of an id; None when it is known and out of play."""
        if arg.name in pool:
            return pool[arg.name]
        if self.names.is_absent(arg.name, kind):
            return None
        raise Unknown(arg, "NW202", f"there is no `{arg.name}` in `{kind}`", did_you_mean(arg.name, pool))

    def of_issue(self, name: str, arg: Name) -> Code:
        """A function of an issue that the kernel computes; `picked` is the issue chosen."""
        if arg.name == "picked":
            return [op.OP_CELL, s.CTX_ISSUE, ISSUE_OPS[name]]
        issue = self.found(arg, self.names.issues, "issues")
        if issue is None:
            return [op.OP_NUM, -1 if name == "asked" else 0]
        return [op.OP_NUM, issue, ISSUE_OPS[name]]

    def of_level(self, arg: Name, context: Context) -> Code:
        """Level in force."""
        if arg.name == "picked":
            return [op.OP_CELL, s.CTX_ISSUE, op.OP_AT, s.LEVEL]
        return self.of_issue_cell(arg, op.OP_CELL, s.LEVEL)

    def of_issue_cell(self, arg: Name, code: int, region: int) -> Code:
        """One cell an issue."""
        issue = self.found(arg, self.names.issues, "issues")
        return [op.OP_NUM, 0] if issue is None else [code, region + issue]

    def of_party(self, name: str, region: int, arg: Name, context: Context) -> Code:
        """One cell a party; `own` and `other` are seen from the entry's party."""
        if arg.name == "own":
            if context.own is not None:
                return [op.OP_CELL, region + context.own]
            return [op.OP_CELL, s.CTX_PARTY, op.OP_AT, region]
        if arg.name == "other":
            if name == "payoff_step":
                return [op.OP_CELL, s.PAYOFF_OTHER]
            if context.own is not None and len(self.names.parties) == 2:
                return [op.OP_CELL, region + self.names.others_of(context.own)[0]]
            raise Unknown(arg, "NW203", "`other` is not clear here", "name the party")
        party = self.found(arg, self.names.parties, "parties")
        return [op.OP_CELL, region + (party or 0)]

    def of_support(self, arg: Name, context: Context) -> Code:
        """Support now; `this` is the group looked at."""
        if arg.name == "this":
            return [op.OP_CELL, s.GROUP_SUPPORT]
        group = self.found(arg, self.names.groups, "groups")
        return [op.OP_NUM, 0] if group is None else [op.OP_CELL, self.names.group_cell[group]]

    def of_group(self, arg: Name, region: int) -> Code:
        """One cell a group."""
        group = self.found(arg, self.names.groups, "groups")
        return [op.OP_NUM, 0] if group is None else [op.OP_CELL, region + group]

    def of_credibility(self, arg: Name, context: Context) -> Code:
        """0..100; `this` is the lever at work."""
        if arg.name == "this":
            own = [op.OP_NUM, context.this] if context.this_kind == "lever" else [op.OP_CELL, s.CTX_ENTRY]
            return [*own, op.OP_CREDIBILITY]
        lever = self.found(arg, self.names.levers, "levers")
        return [op.OP_NUM, 100] if lever is None else [op.OP_NUM, lever, op.OP_CREDIBILITY]

    def of_flag(self, arg: Name, pool: dict[str, int], kind: str, region: int, above: int) -> Code:
        """1 when a cell is above a number."""
        index = self.found(arg, pool, kind)
        return [op.OP_NUM, 0] if index is None else [op.OP_CELL, region + index, op.OP_NUM, above, op.OP_GT]

    def of_uses(self, arg: Name) -> Code:
        """Uses of a lever or of a bundle of effects in the game."""
        if arg.name in self.names.bundles:
            return [op.OP_CELL, s.BUNDLE_USES + self.names.bundles[arg.name]]
        lever = self.found(arg, self.names.levers, "levers")
        return [op.OP_NUM, 0] if lever is None else [op.OP_CELL, s.USES + lever]

    def of_since(self, arg: Name, context: Context) -> Code:
        """Rounds since the last use of a lever."""
        if arg.name == "this" and context.this_kind == "lever":
            return [op.OP_NUM, context.this, op.OP_SINCE]
        lever = self.found(arg, self.names.levers, "levers")
        return [op.OP_NUM, op.NEVER] if lever is None else [op.OP_NUM, lever, op.OP_SINCE]

    def of_open(self, arg: Name) -> Code:
        """1 while a demand is on the table."""
        card = self.found(arg, self.names.demands, "demands")
        return [op.OP_NUM, 0] if card is None else [op.OP_NUM, card, op.OP_OPEN]

    def of_done(self, arg: Name) -> Code:
        """1 when an initiative is completed; `all` counts them."""
        if arg.name == "all":
            return [op.OP_DONE]
        return self.of_flag(arg, self.names.initiatives, "initiatives", s.INITIATIVE_STATUS, 2)

    def of_track(self, arg: Name) -> Code:
        """1 when a level of the track differs from the start."""
        track = self.found(arg, self.names.tracks, "tracks")
        return [op.OP_NUM, track or 0, op.OP_DIFFERS]


def shown(tree: Tree) -> str:
    """A tree as a person would write it."""
    match tree:
        case Num(value):
            return str(value)
        case Name(name):
            return name
        case Call(name, args):
            return f"{name}({', '.join(map(shown, args))})"
        case Op("neg", (inner,)):
            return f"-{bracketed(inner)}"
        case Op("not", (inner,)):
            return f"not {bracketed(inner)}"
        case Op(operator, args):
            return f" {operator} ".join(map(bracketed, args))


def bracketed(tree: Tree) -> str:
    """A part of a larger expression, in brackets where it is one itself."""
    return f"({shown(tree)})" if isinstance(tree, Op) else shown(tree)
