"""Functions of the language of conditions and amounts: how many arguments each takes, and its postfix code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from sim.errors import did_you_mean
from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.expressions import Call, Name, Num, Tree
from sim.loading.names import (
    ACTOR,
    FUNCTIONS,
    GROUP,
    ISSUE_FUNCTIONS,
    LEVER,
    PARTY_FUNCTIONS,
    PICKED_ISSUE,
    PLACES,
    TABLE_WORDS,
    VOTES,
    WORDS,
    Context,
)

if TYPE_CHECKING:
    from sim.loading.codegen import Compiler

Code: TypeAlias = list[int]
Maker: TypeAlias = "Callable[[Compiler, Name, Context], Code]"

ISSUE_OPS = {
    "rise": op.OP_RISE,
    "to": op.OP_TO,
    "changes": op.OP_CHANGES,
    "raises": op.OP_RAISES,
    "lowers": op.OP_LOWERS,
    "raised": op.OP_RAISED,
    "asked": op.OP_ASKED,
}
PLAIN = {"min": (op.OP_MIN, 2), "max": (op.OP_MAX, 2), "abs": (op.OP_ABS, 1), "if": (op.OP_IF, 3), "packages": (op.OP_PACKAGES, 1)}


class Unknown(Exception):
    """A name or argument that means nothing here; carries what to say about it."""

    def __init__(self, tree: Tree, code: str, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.tree, self.code, self.text, self.hint = tree, code, text, hint


class Told(Exception):
    """Something is wrong that has been told at another place."""


def needs_place(tree: Tree, name: str, place: str, context: Context) -> None:
    """Some words mean something in certain places only."""
    if place and place not in context.allows:
        raise Unknown(tree, "NW205", f"`{name}` means nothing here", f"it can be used {PLACES[place]}")


def unknown_name(compiler: Compiler, tree: Tree, name: str) -> Unknown:
    """NW202 with what may have been meant."""
    names = compiler.names
    known = [*names.cells, *names.issues, *names.groups, *compiler.values, *WORDS, *TABLE_WORDS]
    if name in names.parties:
        return Unknown(tree, "NW202", f"the party `{name}` is no number", f"write e.g. `capital({name})`")
    if name in names.per_party or name in FUNCTIONS:
        hint = f"write `{name}(...)` with what it is about"
    else:
        hint = did_you_mean(name, known)
    return Unknown(tree, "NW202", f"unknown name `{name}`", hint)


def of_call(compiler: Compiler, tree: Call, context: Context) -> Code:
    """A function with its arguments."""
    name, args = tree.name, tree.args
    if name in ("min", "max") and len(args) > 2:
        return [*compiler.codes(args, context), *[PLAIN[name][0]] * (len(args) - 1)]
    if name in PLAIN:
        needs_count(tree, PLAIN[name][1])
        return [*compiler.codes(args, context), PLAIN[name][0]]
    if name == "every":
        needs_count(tree, 1)
        if not (isinstance(args[0], Num) and args[0].value >= 1):
            raise Unknown(args[0], "NW313", "`every` needs a whole number from 1 on", "write e.g. `every(2)`")
        return [op.OP_NUM, args[0].value, op.OP_EVERY]
    if name not in FUNCTIONS and name not in compiler.names.per_party:
        if name in compiler.names.lost:
            raise Told
        raise Unknown(tree, "NW202", f"unknown function `{name}`", did_you_mean(name, [*FUNCTIONS, *compiler.names.per_party]))
    needs_count(tree, 1)
    if not isinstance(args[0], Name):
        raise Unknown(args[0], "NW103", f"`{name}(...)` takes one name", f"write e.g. `{name}({example(compiler, name)})`")
    return of_one_name(compiler, tree, args[0], context)


def example(compiler: Compiler, name: str) -> str:
    """Something that a function could be about, for a hint."""
    names = compiler.names
    pools: dict[str, dict[str, int]] = dict.fromkeys(PARTY_FUNCTIONS, names.parties) | dict.fromkeys(names.per_party, names.parties)
    pools |= {"support": names.groups, "says_yes": names.groups, "differs": names.tracks, "played": names.events}
    pools |= dict.fromkeys(("credibility", "uses", "rounds_since"), names.levers)
    pools |= dict.fromkeys(("open", "met", "missed"), names.demands) | dict.fromkeys(("agreed", "done"), names.initiatives)
    return next(iter(pools.get(name, names.issues)), "x")


def needs_count(tree: Call, count: int) -> None:
    """A function has its number of arguments."""
    if len(tree.args) != count:
        text = f"`{tree.name}` takes {count} argument{'s' if count > 1 else ''}, not {len(tree.args)}"
        raise Unknown(tree, "NW103", text, f"write `{tree.name}({', '.join('abc'[:count])})`")


def of_one_name(compiler: Compiler, tree: Call, arg: Name, context: Context) -> Code:
    """A function of one id."""
    name = tree.name
    if name in ISSUE_FUNCTIONS:
        needs_place(tree, name, ISSUE_FUNCTIONS[name], context)
        return of_issue(compiler, name, arg, context)
    if name in PARTY_FUNCTIONS:
        region, place = PARTY_FUNCTIONS[name]
        needs_place(tree, name, place, context)
        return of_party(compiler, name, region, arg, context)
    if name in compiler.names.per_party:
        return of_party(compiler, name, compiler.names.per_party[name], arg, context)
    return MAKERS[name](compiler, arg, context)


def found(compiler: Compiler, arg: Name, pool: dict[str, int], kind: str) -> int | None:
    """Position of an id; None when it is known and out of play."""
    if arg.name in pool:
        return pool[arg.name]
    if compiler.names.is_absent(arg.name, kind):
        return None
    raise Unknown(arg, "NW202", f"there is no `{arg.name}` in `{kind}`", did_you_mean(arg.name, pool))


def is_picked(arg: Name, context: Context) -> bool:
    """Whether the argument is the issue that was picked; where nothing is picked, that is a fault."""
    if arg.name == "picked":
        needs_place(arg, "picked", PICKED_ISSUE, context)
        return True
    return False


def of_issue(compiler: Compiler, name: str, arg: Name, context: Context) -> Code:
    """A function of an issue that the kernel computes."""
    if is_picked(arg, context):
        return [op.OP_CELL, s.CTX_ISSUE, ISSUE_OPS[name]]
    issue = found(compiler, arg, compiler.names.issues, "issues")
    if issue is None:
        return [op.OP_NUM, -1 if name == "asked" else 0]
    return [op.OP_NUM, issue, ISSUE_OPS[name]]


def of_level(compiler: Compiler, arg: Name, context: Context) -> Code:
    """Level in force."""
    if is_picked(arg, context):
        return [op.OP_CELL, s.CTX_ISSUE, op.OP_AT, s.LEVEL]
    return of_issue_cell(compiler, arg, op.OP_CELL, s.LEVEL)


def of_issue_cell(compiler: Compiler, arg: Name, code: int, region: int) -> Code:
    """One cell an issue."""
    issue = found(compiler, arg, compiler.names.issues, "issues")
    return [op.OP_NUM, 0] if issue is None else [code, region + issue]


def of_party(compiler: Compiler, name: str, region: int, arg: Name, context: Context) -> Code:
    """One cell a party; `own` and `other` are seen from the entry's party, or from the one that acts."""
    names = compiler.names
    if arg.name == "own" and context.own is not None:
        return [op.OP_CELL, region + context.own]
    if arg.name == "own" and ACTOR in context.allows:
        return [op.OP_CELL, s.CTX_PARTY, op.OP_AT, region]
    if arg.name == "other" and name == "payoff_step":
        return [op.OP_CELL, s.PAYOFF_OTHER]
    if arg.name == "other" and context.own is not None and len(names.parties) == 2:
        return [op.OP_CELL, region + names.others_of(context.own)[0]]
    if arg.name in ("own", "other"):
        raise Unknown(arg, "NW203", f"`{arg.name}` is not clear here", f"name the party: {', '.join(names.parties)}")
    party = found(compiler, arg, names.parties, "parties")
    return [op.OP_CELL, region + (party or 0)]


def of_support(compiler: Compiler, arg: Name, context: Context) -> Code:
    """Support now; `this` is the group looked at."""
    if arg.name == "this":
        needs_place(arg, "this", GROUP, context)
        return [op.OP_CELL, s.GROUP_SUPPORT]
    group = found(compiler, arg, compiler.names.groups, "groups")
    return [op.OP_NUM, 0] if group is None else [op.OP_CELL, compiler.names.group_cell[group]]


def of_yes(compiler: Compiler, arg: Name, context: Context) -> Code:
    """1 when a group says yes to the package judged."""
    needs_place(arg, "says_yes", VOTES, context)
    group = found(compiler, arg, compiler.names.groups, "groups")
    return [op.OP_NUM, 0] if group is None else [op.OP_CELL, s.GROUP_YES + group]


def of_credibility(compiler: Compiler, arg: Name, context: Context) -> Code:
    """0..100; `this` is the lever at work."""
    if arg.name == "this" and context.this_kind == "lever":
        return [op.OP_NUM, context.this, op.OP_CREDIBILITY]
    if arg.name == "this":
        needs_place(arg, "this", LEVER, context)
        return [op.OP_CELL, s.CTX_ENTRY, op.OP_CREDIBILITY]
    lever = found(compiler, arg, compiler.names.levers, "levers")
    return [op.OP_NUM, 100] if lever is None else [op.OP_NUM, lever, op.OP_CREDIBILITY]


def flag(kind: str, region: int, above: int = 0) -> Maker:
    """A function that is 1 when the cell of an entry is above a number."""

    def make(compiler: Compiler, arg: Name, context: Context) -> Code:
        pools = {"events": compiler.names.events, "demands": compiler.names.demands, "initiatives": compiler.names.initiatives}
        index = found(compiler, arg, pools[kind], kind)
        return [op.OP_NUM, 0] if index is None else [op.OP_CELL, region + index, op.OP_NUM, above, op.OP_GT]

    return make


def of_uses(compiler: Compiler, arg: Name, context: Context) -> Code:
    """Uses of a lever or of a bundle of effects in the game."""
    names = compiler.names
    if arg.name in names.bundles:
        return [op.OP_CELL, s.BUNDLE_USES + names.bundles[arg.name]]
    if arg.name not in names.levers and names.is_absent(arg.name, "rules"):
        return [op.OP_NUM, 0]
    lever = found(compiler, arg, names.levers, "levers")
    return [op.OP_NUM, 0] if lever is None else [op.OP_CELL, s.USES + lever]


def of_since(compiler: Compiler, arg: Name, context: Context) -> Code:
    """Rounds since the last use of a lever."""
    if arg.name == "this" and context.this_kind == "lever":
        return [op.OP_NUM, context.this, op.OP_SINCE]
    lever = found(compiler, arg, compiler.names.levers, "levers")
    return [op.OP_NUM, op.NEVER] if lever is None else [op.OP_NUM, lever, op.OP_SINCE]


def of_open(compiler: Compiler, arg: Name, context: Context) -> Code:
    """1 while a demand is on the table."""
    card = found(compiler, arg, compiler.names.demands, "demands")
    return [op.OP_NUM, 0] if card is None else [op.OP_NUM, card, op.OP_OPEN]


def of_done(compiler: Compiler, arg: Name, context: Context) -> Code:
    """1 when an initiative is completed; `all` counts them."""
    if arg.name == "all":
        return [op.OP_DONE]
    return flag("initiatives", s.INITIATIVE_STATUS, 2)(compiler, arg, context)


def of_track(compiler: Compiler, arg: Name, context: Context) -> Code:
    """1 when a level of the track differs from the start."""
    track = found(compiler, arg, compiler.names.tracks, "tracks")
    return [op.OP_NUM, track or 0, op.OP_DIFFERS]


MAKERS: dict[str, Maker] = {
    "level": of_level,
    "start": lambda compiler, arg, context: of_issue_cell(compiler, arg, op.OP_CELL, s.START_LEVEL),
    "top": lambda compiler, arg, context: of_issue_cell(compiler, arg, op.OP_TABLE, t.T_TOP),
    "support": of_support,
    "says_yes": of_yes,
    "credibility": of_credibility,
    "played": flag("events", s.EVENT_PLAYED),
    "uses": of_uses,
    "rounds_since": of_since,
    "open": of_open,
    "met": flag("demands", s.DEMAND_MET),
    "missed": flag("demands", s.DEMAND_MISSED),
    "agreed": flag("initiatives", s.INITIATIVE_STATUS, 1),
    "done": of_done,
    "differs": of_track,
}
