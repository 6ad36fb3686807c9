"""The rows of each verb of the closed list, apart from plain adding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sim.errors import Problem, closest
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.choices import of_choice
from sim.loading.effects import EffectCompiler, Row, word_of
from sim.loading.names import JUDGED, PICKED_DEMAND, PICKED_ISSUE, PLACES
from sim.loading.node import Node
from sim.loading.selection import hint_for, listed
from sim.loading.targets import TARGET, Wrong, cells_of, of_value, parties_of

Maker = Callable[[EffectCompiler, Node, Row], list[Row]]


def word(node: Node, key: str) -> Node:
    """The node under the verb itself; a verb is about one word."""
    found = node.value[key] if isinstance(node.value, dict) else node
    if isinstance(found.value, list | dict):
        raise Wrong(found.problem("NW103", f"`{key}` takes one name", f"write e.g. `{key}: name`"))
    return found


def needed(node: Node, verb: str, key: str, example: str) -> Node:
    """The node under a key that the verb cannot do without."""
    found = node.get(key)
    if found is None:
        own = node.value[verb] if isinstance(node.value, dict) else node
        raise Wrong(own.problem_of_key("NW105", f"`{verb}` lacks the key `{key}`", f"add e.g. `{key}: {example}`"))
    return found


def index_of(effects: EffectCompiler, node: Node, pool: dict[str, int], kind: str) -> int | None:
    """Position of an id; None when it is out of play."""
    if word_of(node) in pool:
        return pool[word_of(node)]
    if effects.compiler.names.is_absent(word_of(node), kind):
        return None
    raise Wrong(node.problem("NW202", f"there is no `{node.value}` in `{kind}`", hint_for(node.value, pool)))


def once_each(items: list[Node]) -> None:
    """A name may stand once in a list that is counted."""
    seen: set[str] = set()
    for item in items:
        if word_of(item) in seen:
            raise Wrong(item.problem("NW201", f"`{item.value}` stands here twice", "delete one of the two"))
        seen.add(word_of(item))


def one_party(effects: EffectCompiler, node: Node) -> int:
    """The one party that a word stands for."""
    found = parties_of(effects.compiler.names, word_of(node), of_value(node), effects.context)
    if len(found) != 1:
        raise Wrong(node.problem("NW203", f"`{node.value}` is more than one party", "name one party"))
    return found[0]


def argument(node: Node, function: str) -> Node | None:
    """The node of `arg` in a word `function(arg)`, None where it is another word."""
    match = TARGET.fullmatch(str(node.value))
    if match is None or match.group(1) != function or match.group(2) is None:
        return None
    line, column = node.spot(match.start(2))
    return replace(node, value=match.group(2), line=line, column=column, quoted=False)


def of_set(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{set: m_x, to: 50}`, `{set: posture(us), to: neighbour}`."""
    target, to = word(node, "set"), needed(node, "set", "to", "50")
    party = argument(target, "posture")
    if party is not None:
        if to.value != "neighbour":
            raise Wrong(to.problem("NW102", f"a posture is set to its neighbour, not to `{to.value}`", "write `to: neighbour`"))
        row[t.E_VERB], row[t.E_A] = t.VERB_POSTURE, one_party(effects, party)
        lonely = lonely_postures(effects, row[t.E_A])
        if lonely:
            text = f"the posture `{lonely[0]}` has no neighbour to turn to"
            raise Wrong(party.problem("NW202", text, "give every posture of the party a `neighbour`"))
        return [row]
    cells = cells_of(effects.compiler.names, of_value(target), effects.context)
    row[t.E_VERB], row[t.E_AMOUNT_EXPR] = t.VERB_SET, effects.amount(to)
    return [[*row[: t.E_TARGET], cell, *row[t.E_TARGET + 1 :]] for cell in cells]


def lonely_postures(effects: EffectCompiler, party: int) -> list[str]:
    """Postures of a party, if it has several, that have no neighbour."""
    names = effects.compiler.names
    own = [posture for posture in names.play.postures if names.parties.get(posture.party) == party]
    return [posture.id for posture in own if posture.neighbour is None] if len(own) > 1 else []


def of_demand(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{demand: T2, asks: T2 + 1}`: a plain demand."""
    issue_node, asks, from_ = word(node, "demand"), needed(node, "demand", "asks", "2"), node.get("from")
    names = effects.compiler.names
    demands = names.play.procedure.demand
    if demands is None:
        raise Wrong(issue_node.problem_of_key("NW205", "this pack has no demands", "add `demand` to its procedure, or delete the effect"))
    row[t.E_VERB] = t.VERB_DEMAND
    row[t.E_B] = one_party(effects, from_) if from_ is not None else names.parties.get(demands.by, 0)
    row[t.E_AMOUNT_EXPR] = effects.amount(asks)
    if issue_node.value == "picked":
        if PICKED_ISSUE not in effects.context.allows:
            raise Wrong(issue_node.problem("NW205", "no issue is picked here", f"`picked` is an issue {PLACES[PICKED_ISSUE]}"))
        return [row]
    issue = index_of(effects, issue_node, names.issues, "issues")
    if issue is None:
        return []
    if isinstance(asks.value, int):
        top = len(names.play.issues[issue].levels) - 1
        if not 1 <= asks.value <= top:
            raise Wrong(asks.problem("NW306", f"`{issue_node.value}` has levels 0 to {top}; found {asks.value}", f"use 1 to {top}"))
    row[t.E_A] = issue
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
    if what.value != "picked" or PICKED_DEMAND not in effects.context.allows:
        text = (
            "no demand is picked here" if what.value == "picked" else f"`deadline` is about the demand that was picked, not `{what.value}`"
        )
        raise Wrong(
            what.problem("NW205" if what.value == "picked" else "NW102", text, "write `deadline: picked`, with `pick: {demand: open}`")
        )
    if by is not None and at_most is not None:
        raise Wrong(at_most.problem_of_key("NW108", "`by` and `at_most` do not go together", "keep one of the two"))
    amount = by if by is not None else needed(node, "deadline", "by", "+1") if at_most is None else at_most
    row[t.E_VERB] = t.VERB_DEADLINE
    row[t.E_A] = 0 if by is not None else 1
    row[t.E_AMOUNT_EXPR] = effects.amount(amount)
    row[t.E_LIST] = effects.compiled(node.get("if_missed"))
    return [row]


def of_reveal(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{reveal: initiative, family: energy}` or `{reveal: ev33, after: 1}`, the first card of the News so many rounds later."""
    what, family = word(node, "reveal"), node.get("family")
    names = effects.compiler.names
    if what.value == "initiative":
        found = index_of(effects, needed(node, "reveal", "family", "..."), names.families, "families")
        row[t.E_VERB], row[t.E_A] = t.VERB_REVEAL_INITIATIVE, s.UNSET if found is None else found
        return [] if found is None else [row]
    if family is not None and closest(str(what.value), ("initiative",)):
        raise Wrong(misspelt(what, "initiative"))
    if family is not None:
        raise Wrong(family.problem_of_key("NW101", "`family` belongs to `reveal: initiative`", "delete it"))
    event = index_of(effects, what, names.events, "events")
    row[t.E_VERB], row[t.E_A], row[t.E_B] = t.VERB_REVEAL_EVENT, s.UNSET if event is None else event, row[t.E_AFTER] or 1
    row[t.E_AFTER] = 0
    return [] if event is None else [row]


def misspelt(what: Node, meant: str) -> Problem:
    """NW202 of a word whose other keys say what it should be."""
    return what.problem("NW202", f"`{what.value}` is no word of this verb", f"did you mean `{meant}`?", fixes=what.to_write(meant))


def of_clue(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{clue: jp, about: [T2, T3], sure: true, times: 2}`."""
    who, about, times = word(node, "clue"), node.get("about"), node.get("times")
    names = effects.compiler.names
    if names.play.procedure.clues is None:
        raise Wrong(who.problem_of_key("NW205", "this pack has no clues", "add `clues` to its procedure, or delete the effect"))
    found = [index_of(effects, item, names.issues, "issues") for item in listed(about)] if about is not None else []
    issues = [issue for issue in found if issue is not None]
    row[t.E_VERB], row[t.E_FULL] = t.VERB_CLUE, 1 if effects.switch(node, "sure") else 0
    row[t.E_B] = sum(1 << issue for issue in set(issues))
    often = min(effects.whole(node, "times", 1, 1), s.MAX_CLUES)  # no side keeps more
    row[t.E_AMOUNT_EXPR] = effects.compiler.amount(often, times or who)
    parties = parties_of(names, str(who.value), of_value(who), effects.context)
    return [] if about is not None and not issues else [[*row[: t.E_A], party, *row[t.E_A + 1 :]] for party in parties]


def of_grant(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{grant: us_l01}`, `{grant: us_l12, waives: token}`, `{grant: move(T3)}`."""
    what, waives = word(node, "grant"), node.get("waives")
    names = effects.compiler.names
    if waives is not None and waives.value != "token":
        raise Wrong(waives.problem("NW102", f"`waives` knows only `token`, not `{waives.value}`", "write `waives: token`"))
    moved = argument(what, "move")
    if moved is not None:
        if waives is not None:
            raise Wrong(waives.problem_of_key("NW101", "`waives` belongs to the grant of a lever", "delete it"))
        issue = index_of(effects, moved, names.issues, "issues")
        row[t.E_VERB], row[t.E_A] = t.VERB_GRANT_MOVE, s.UNSET if issue is None else issue
        return [] if issue is None else [row]
    lever = index_of(effects, what, names.levers, "levers")
    row[t.E_VERB], row[t.E_A], row[t.E_B] = t.VERB_GRANT_LEVER, s.UNSET if lever is None else lever, 1 if waives is not None else 0
    return [] if lever is None else [row]


def of_block(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{block: us_l05, undo: true}`, `{block: package, that: ...}`, `{block: vote}`."""
    what, that, undo = word(node, "block"), node.get("that"), node.get("undo")
    is_lever = what.value not in ("vote", "package")
    if that is not None and closest(str(what.value), ("package",)):
        raise Wrong(misspelt(what, "package"))
    if that is not None and what.value != "package":
        raise Wrong(that.problem_of_key("NW101", "`that` belongs to `block: package`", "delete it"))
    if undo is not None and not is_lever:
        raise Wrong(undo.problem_of_key("NW101", "`undo` belongs to the block of a lever", "delete it"))
    if what.value == "vote":
        row[t.E_VERB] = t.VERB_BLOCK_VOTE
        return [row]
    if what.value == "package":
        condition = needed(node, "block", "that", "raises(X)")
        row[t.E_VERB], row[t.E_A] = t.VERB_BLOCK_PACKAGE, condition_about_package(effects, condition)
        return [row]
    lever = index_of(effects, what, effects.compiler.names.levers, "levers")
    row[t.E_VERB], row[t.E_A] = t.VERB_BLOCK_LEVER, s.UNSET if lever is None else lever
    row[t.E_B] = 1 if effects.switch(node, "undo") else 0
    return [] if lever is None else [row]


def condition_about_package(effects: EffectCompiler, node: Node) -> int:
    """Program of a condition about a package; it is read later, when a package is offered."""
    context = replace(effects.context, allows=(effects.context.allows & {PICKED_ISSUE}) | {JUDGED})
    if isinstance(node.value, int):
        return effects.compiler.compiled(node.value, node, context, effects.owner.id, effects.owner.source)
    return effects.amount(node, context)


def of_price(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{price: family(minerals), add: -1}`, or of a lever, `probe`, `move`."""
    what, add = word(node, "price"), needed(node, "price", "add", "-1")
    names = effects.compiler.names
    row[t.E_VERB], row[t.E_AMOUNT_EXPR], row[t.E_B] = t.VERB_PRICE, effects.amount(add), 0
    family = argument(what, "family")
    if what.value in ("probe", "move"):
        row[t.E_A] = s.LAST_PRICE_PROBE if what.value == "probe" else s.LAST_PRICE_MOVE
        return [row]
    kind = s.LAST_PRICE_LEVER if family is None else s.LAST_PRICE_FAMILY
    pool, word_for = (names.levers, "levers") if family is None else (names.families, "families")
    found = index_of(effects, family or what, pool, word_for)
    row[t.E_A], row[t.E_B] = kind, s.UNSET if found is None else found
    return [] if found is None else [row]


def of_vote(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{vote: us_congress, add: +2, raises: D4}`: a row for each group and each raised issue."""
    add, raises = needed(node, "vote", "add", "+2"), node.get("raises")
    names = effects.compiler.names
    who = listed(node.value["vote"]) if isinstance(node.value, dict) else []
    for items in (who, listed(raises) if raises is not None else []):
        once_each(items)
    groups = [index_of(effects, item, names.groups, "groups") for item in who]
    issues = [s.UNSET] if raises is None else [index_of(effects, item, names.issues, "issues") for item in listed(raises)]
    row[t.E_VERB], row[t.E_AMOUNT_EXPR] = t.VERB_VOTE, effects.amount(add)
    pairs = [(group, issue) for group in groups for issue in issues if group is not None and issue is not None]
    return [[*row[: t.E_A], group, issue, *row[t.E_B + 1 :]] for group, issue in pairs]


def of_do(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{do: us_l03}` plays a lever's effects, `{do: summit}` those of a bundle."""
    what = word(node, "do")
    names = effects.compiler.names
    name = str(what.value)
    if name in names.bundles:
        row[t.E_VERB], row[t.E_LIST], row[t.E_A] = t.VERB_DO, effects.bundle(name, what), names.bundles[name]
        return [row]
    if name not in names.levers and names.is_absent(name, "rules", "levers"):
        return []
    if name not in names.levers:
        known = [*names.levers, *names.bundles]
        raise Wrong(what.problem("NW202", f"`{name}` is neither a lever nor a bundle of effects", hint_for(name, known)))
    row[t.E_VERB], row[t.E_A] = t.VERB_DO_LEVER, names.levers[name]
    return [row]


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
