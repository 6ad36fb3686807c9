"""The rows of each verb of the closed list, apart from plain adding."""

from __future__ import annotations

from collections.abc import Callable

from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.effects import EffectCompiler, Row, Wrong
from sim.loading.node import Node, id_of
from sim.loading.selection import hint_for

Maker = Callable[[EffectCompiler, Node, Row], list[Row]]


def word(node: Node, key: str) -> Node:
    """The node under the verb itself."""
    found = node.get(key)
    assert found is not None
    return found


def index_of(effects: EffectCompiler, node: Node, pool: dict[str, int], kind: str) -> int | None:
    """Position of an id; None when it is out of play; a problem when nobody knows it."""
    if node.value in pool:
        return pool[str(node.value)]
    if effects.compiler.names.is_absent(str(node.value), kind):
        return None
    raise Wrong(node.problem("NW202", f"there is no `{node.value}` in `{kind}`", hint_for(node.value, pool)))


def of_set(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{set: m_x, to: 50}`, `{set: posture(us), to: neighbour}`."""
    target, to = word(node, "set"), node.get("to")
    if to is None:
        raise Wrong(target.problem("NW105", "`set` needs `to`", "add e.g. `to: 50`"))
    name = str(target.value)
    if name.startswith("posture(") and name.endswith(")"):
        row[t.E_VERB] = t.VERB_POSTURE
        row[t.E_A] = effects.parties(name[8:-1], target)[0]
        return [row]
    made = []
    match_name, _, arg = name.partition("(")
    for _verb, cell, _a, _b in effects.targets(match_name, arg.rstrip(")"), target):
        one = list(row)
        one[t.E_VERB], one[t.E_TARGET], one[t.E_AMOUNT_EXPR] = t.VERB_SET, cell, effects.amount(to)
        made.append(one)
    return made


def of_demand(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{demand: T2, asks: T2 + 1}`: a plain demand."""
    issue_node, asks, from_ = word(node, "demand"), node.get("asks"), node.get("from")
    names = effects.compiler.names
    procedure = names.play.procedure
    if procedure.demand is None:
        return []
    if asks is None:
        raise Wrong(issue_node.problem("NW105", "`demand` needs `asks`", "add e.g. `asks: level(X) + 1`"))
    row[t.E_VERB] = t.VERB_DEMAND
    if issue_node.value == "picked":
        row[t.E_A] = s.UNSET
    else:
        issue = index_of(effects, issue_node, names.issues, "issues")
        if issue is None:
            return []
        row[t.E_A] = issue
    row[t.E_B] = effects.parties(str(from_.value), from_)[0] if from_ is not None else names.parties.get(procedure.demand.by, 0)
    row[t.E_AMOUNT_EXPR] = effects.amount(asks)
    return [row]


def of_withdraw(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{withdraw: second_demand}`."""
    what = word(node, "withdraw")
    if what.value != "second_demand":
        raise Wrong(what.problem("NW102", f"`withdraw` knows only `second_demand`, not `{what.value}`", "write `second_demand`"))
    row[t.E_VERB] = t.VERB_WITHDRAW
    return [row]


def of_deadline(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{deadline: picked, by: -1}` or `at_most: 2`, with what follows if it is missed."""
    what, by, at_most = word(node, "deadline"), node.get("by"), node.get("at_most")
    amount = by if by is not None else at_most
    if amount is None:
        raise Wrong(what.problem("NW105", "`deadline` needs `by` or `at_most`", "add e.g. `by: +1`"))
    row[t.E_VERB] = t.VERB_DEADLINE
    row[t.E_A] = 0 if by is not None else 1
    row[t.E_AMOUNT_EXPR] = effects.amount(amount)
    row[t.E_LIST] = effects.compiled(node.get("if_missed"))
    return [row]


def of_reveal(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{reveal: initiative, family: energy}` or `{reveal: ev33, after: 1}`."""
    what, family = word(node, "reveal"), node.get("family")
    names = effects.compiler.names
    if what.value == "initiative":
        if family is None or family.value not in names.families:
            place = family or what
            raise Wrong(place.problem("NW202", "`reveal: initiative` needs a family of the pack", hint_for(place.value, names.families)))
        row[t.E_VERB], row[t.E_A] = t.VERB_REVEAL_INITIATIVE, names.families[str(family.value)]
        return [row]
    event = index_of(effects, what, names.events, "events")
    if event is None:
        return []
    row[t.E_VERB], row[t.E_A], row[t.E_B] = t.VERB_REVEAL_EVENT, event, effects.whole(node, "after", 1)
    return [row]


def of_clue(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{clue: jp, about: [T2, T3], sure: true, times: 2}`."""
    who, about = word(node, "clue"), node.get("about")
    names = effects.compiler.names
    mask = 0
    for item in about.value if about is not None and isinstance(about.value, list) else ():
        issue = index_of(effects, item, names.issues, "issues")
        mask |= 0 if issue is None else 1 << issue
    row[t.E_VERB] = t.VERB_CLUE
    row[t.E_B] = mask
    row[t.E_FULL] = 1 if node.get("sure") is not None else 0
    times = node.get("times")
    row[t.E_AMOUNT_EXPR] = effects.compiler.compiled(1 if times is None else effects.whole(node, "times", 1), times or who)
    return [[*row[: t.E_A], party, *row[t.E_A + 1 :]] for party in effects.parties(str(who.value), who)]


def of_grant(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{grant: us_l01}`, `{grant: us_l12, waives: token}`, `{grant: move(T3)}`."""
    what, waives = word(node, "grant"), node.get("waives")
    names = effects.compiler.names
    text = str(what.value)
    if text.startswith("move(") and text.endswith(")"):
        issue = index_of(effects, Node(text[5:-1], what.path, what.line, what.column), names.issues, "issues")
        row[t.E_VERB], row[t.E_A] = t.VERB_GRANT_MOVE, s.UNSET if issue is None else issue
        return [] if issue is None else [row]
    lever = index_of(effects, what, names.levers, "levers")
    if lever is None:
        return []
    if waives is not None and waives.value != "token":
        raise Wrong(waives.problem("NW102", f"`waives` knows only `token`, not `{waives.value}`", "write `waives: token`"))
    row[t.E_VERB], row[t.E_A], row[t.E_B] = t.VERB_GRANT_LEVER, lever, 1 if waives is not None else 0
    return [row]


def of_block(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{block: us_l05, undo: true}`, `{block: package, that: ...}`, `{block: vote}`."""
    what, that = word(node, "block"), node.get("that")
    if what.value == "vote":
        row[t.E_VERB] = t.VERB_BLOCK_VOTE
        return [row]
    if what.value == "package":
        if that is None:
            raise Wrong(what.problem("NW105", "`block: package` needs `that`", "add e.g. `that: raises(X)`"))
        row[t.E_VERB], row[t.E_A] = t.VERB_BLOCK_PACKAGE, judged(effects, that)
        return [row]
    lever = index_of(effects, what, effects.compiler.names.levers, "levers")
    if lever is None:
        return []
    row[t.E_VERB], row[t.E_A], row[t.E_B] = t.VERB_BLOCK_LEVER, lever, 1 if node.get("undo") is not None else 0
    return [row]


def judged(effects: EffectCompiler, node: Node) -> int:
    """Program of a condition about a package."""
    context = effects.context
    inner = type(context)(context.own, context.allows | {"judged"}, context.this_kind, context.this)
    if not isinstance(node.value, int | str):
        raise Wrong(node.problem("NW103", "`that` is a condition about a package", "write e.g. `that: raises(X)`"))
    return effects.compiler.compiled(node.value, node, inner, effects.owner.id)


def of_price(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{price: family(minerals), add: -1}`, or of a lever, `probe`, `move`."""
    what, add = word(node, "price"), node.get("add")
    names = effects.compiler.names
    text = str(what.value)
    if add is None:
        raise Wrong(what.problem("NW105", "`price` needs `add`", "add e.g. `add: -1`"))
    row[t.E_VERB], row[t.E_AMOUNT_EXPR] = t.VERB_PRICE, effects.amount(add)
    if text in ("probe", "move"):
        row[t.E_A], row[t.E_B] = (s.LAST_PRICE_PROBE if text == "probe" else s.LAST_PRICE_MOVE), 0
        return [row]
    if text.startswith("family(") and text.endswith(")"):
        inner = Node(text[7:-1], what.path, what.line, what.column)
        family = index_of(effects, inner, names.families, "families")
        row[t.E_A], row[t.E_B] = s.LAST_PRICE_FAMILY, family or 0
        return [row]
    lever = index_of(effects, what, names.levers, "levers")
    row[t.E_A], row[t.E_B] = s.LAST_PRICE_LEVER, lever or 0
    return [] if lever is None else [row]


def listed(node: Node) -> list[Node]:
    """One word, or a list of words."""
    return node.value if isinstance(node.value, list) else [node]


def of_vote(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{vote: us_congress, add: +2, raises: D4}`: a row for each group and each raised issue."""
    who, add, raises = word(node, "vote"), node.get("add"), node.get("raises")
    names = effects.compiler.names
    if add is None:
        raise Wrong(who.problem("NW105", "`vote` needs `add`", "add e.g. `add: +2`"))
    groups = [index_of(effects, item, names.groups, "groups") for item in listed(who)]
    issues: list[int | None] = [s.UNSET] if raises is None else [index_of(effects, item, names.issues, "issues") for item in listed(raises)]
    row[t.E_VERB], row[t.E_AMOUNT_EXPR] = t.VERB_VOTE, effects.amount(add)
    made = []
    for group in groups:
        for issue in issues:
            if group is not None and issue is not None:
                one = list(row)
                one[t.E_A], one[t.E_B] = group, issue
                made.append(one)
    return made


def of_choice(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{choice: jp, options: [...]}`: a party, or chance, takes one."""
    who, options = word(node, "choice"), node.get("options")
    if options is None or not isinstance(options.value, list) or not options.value:
        raise Wrong((options or who).problem("NW105", "`choice` needs `options`", "add `options: [{id: a, effects: ...}, {id: b}]`"))
    pools = effects.compiler.pools
    first = pools.option_rows(len(options.value), options)
    made = tuple(effects.option(item, index, first) for index, item in enumerate(options.value))
    for index, item in enumerate(options.value):
        other = item.get("otherwise")
        if other is not None:
            target = next((k for k, option in enumerate(options.value) if id_of(option) == other.value), None)
            if target is None:
                raise Wrong(
                    other.problem("NW202", f"there is no option `{other.value}` here", hint_for(other.value, map(id_of, options.value)))
                )
            pools.t[t.T_OPTIONS + (first + index) * t.OPTION_WIDTH + t.O_OTHERWISE] = first + target
    row[t.E_VERB], row[t.E_B], row[t.E_TARGET] = t.VERB_CHOICE, first, len(made)
    row[t.E_A] = s.UNSET if who.value == "chance" else effects.parties(str(who.value), who)[0]
    row[t.E_LIST] = s.UNSET
    pools.options[first] = made
    return [row]


def of_do(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{do: us_l03}` plays a lever's effects, `{do: summit}` those of a bundle."""
    what = word(node, "do")
    names = effects.compiler.names
    name = str(what.value)
    if name in names.bundles:
        row[t.E_VERB], row[t.E_LIST], row[t.E_A] = t.VERB_DO, effects.bundle(name, what), names.bundles[name]
        return [row]
    if names.is_absent(name, "rules"):
        return []
    lever = index_of(effects, what, names.levers, "levers")
    row[t.E_VERB], row[t.E_A] = t.VERB_DO_LEVER, s.UNSET if lever is None else lever
    return [] if lever is None else [row]


ROWS: dict[str, Maker] = {
    "set": of_set,
    "demand": of_demand,
    "withdraw": of_withdraw,
    "deadline": of_deadline,
    "reveal": of_reveal,
    "clue": of_clue,
    "grant": of_grant,
    "block": of_block,
    "price": of_price,
    "vote": of_vote,
    "choice": of_choice,
    "do": of_do,
}
