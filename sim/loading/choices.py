"""What people, or chance, choose: the options of a choice, and what the user of a lever may name."""

from __future__ import annotations

from dataclasses import replace

from sim.domain import Option, Text
from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.codegen import Compiler
from sim.loading.documents import place_of
from sim.loading.effects import EffectCompiler, Row, word_of
from sim.loading.names import PICKED, PICKED_DEMAND, PICKED_GROUP, PICKED_ISSUE
from sim.loading.node import Node
from sim.loading.selection import hint_for, listed
from sim.loading.shape import shaped
from sim.loading.shape_base import Pick
from sim.loading.shape_entries import ChoiceOption
from sim.loading.targets import Wrong, of_value, parties_of
from sim.loading.wording import place_of_id, text


def of_choice(effects: EffectCompiler, node: Node, row: Row) -> list[Row]:
    """`{choice: jp, options: [...]}`: a party, or chance, takes one."""
    who, options = node.get("choice") or node, node.get("options")
    if options is None or not isinstance(options.value, list) or not options.value:
        place = (options or who).problem_of_key
        raise Wrong(place("NW105", "`choice` needs a list of `options`", "add `options: [{id: a, effects: {...}}, {id: b}]`"))
    name = word_of(who)
    parties = [s.UNSET] if name == "chance" else parties_of(effects.compiler.names, name, of_value(who), effects.context)
    if len(parties) != 1:
        raise Wrong(who.problem("NW203", f"`{who.value}` is more than one party", "name one party, or write `chance`"))
    found = shaped_options(effects, options.value)
    pools = effects.compiler.pools
    first = pools.option_rows(len(options.value), options)
    if len(found) < len(options.value) or first == s.UNSET:
        return []
    by_chance = parties[0] == s.UNSET
    for item in found:
        refuse_strangers(effects, item, by_chance)
    if not by_chance and found[-1].price != 0:
        text_, hint = "the last option must be free: it is taken when nothing else can be paid", "put an option without `price` last"
        effects.note(place_of(found[-1], "price").problem("NW307", text_, hint))
    for index, item in enumerate(found):
        pools.set_option(first + index, option_row(effects, item, found, first))
    row[t.E_VERB], row[t.E_A], row[t.E_B], row[t.E_TARGET] = t.VERB_CHOICE, parties[0], first, len(found)
    pools.options[first] = tuple(option_of(effects, item, index) for index, item in enumerate(found))
    return [row]


def shaped_options(effects: EffectCompiler, items: list[Node]) -> list[ChoiceOption]:
    """The options that have the right shape; each id once."""
    found: list[ChoiceOption] = []
    for item in items:
        option, problems = shaped(item, ChoiceOption)
        for problem in problems:
            effects.note(problem)
        if option is not None and any(other.id == option.id for other in found):
            effects.note(place_of(option, "id").problem("NW201", f"the option `{option.id}` stands here twice", "rename one of them"))
        if option is not None:
            found.append(option)
    return found


def refuse_strangers(effects: EffectCompiler, option: ChoiceOption, by_chance: bool) -> None:
    """A price is for a party; what is picked, and what comes once, for chance."""
    keys = ("price",) if by_chance else ("pick", "once", "otherwise")
    who = "chance" if by_chance else "a party"
    for key in keys:
        node = option.node.get(key)
        if node is not None:
            effects.note(node.problem_of_key("NW101", f"`{key}` means nothing where {who} chooses", "delete it"))
    if option.once != (option.otherwise is not None):
        node = option.node.get("once") or option.node.get("otherwise") or option.node
        other = "otherwise" if option.once else "once"
        effects.note(
            node.problem_of_key("NW105", f"option `{option.id}` lacks the key `{other}`", "`once: true` and `otherwise` go together")
        )
    if not by_chance and option.label is None:
        place = place_of(option, "id")
        effects.note(
            place.problem_of_key("NW105", f"option `{option.id}` lacks the key `label`", 'add e.g. `label: {en: "...", ja: "..."}`')
        )
    if isinstance(option.price, int) and option.price < 0:
        effects.note(place_of(option, "price").problem("NW307", f"a price cannot be negative: {option.price}", "move capital in `effects`"))


def option_row(effects: EffectCompiler, option: ChoiceOption, others: list[ChoiceOption], first: int) -> Row:
    """The row of one option in the pool."""
    compiler = effects.compiler
    row = [s.UNSET] * t.OPTION_WIDTH
    price = option.node.get("price")
    row[t.O_PRICE_EXPR] = (
        s.UNSET if price is None else compiler.compiled(option.price, price, effects.context, option.id, effects.owner.source)
    )
    row[t.O_PICK], row[t.O_PICK_ARG], places = pick_of(compiler, option.pick, by_chance=True)
    context = replace(effects.context, allows=effects.context.allows - PICKED - {PICKED_GROUP} | places)
    row[t.O_LIST] = effects.with_context(context).compiled(option.node.get("effects"))
    if option.once:
        row[t.O_ONCE] = compiler.pools.once_mark(option.node)
    if option.otherwise is not None:
        row[t.O_OTHERWISE] = first + other_option(effects, option, others)
    return row


def other_option(effects: EffectCompiler, option: ChoiceOption, others: list[ChoiceOption]) -> int:
    """Position of the option that comes in place of one that comes once."""
    known = {other.id: index for index, other in enumerate(others) if not other.once}
    if option.otherwise not in known:
        node = place_of(option, "otherwise")
        effects.note(
            node.problem("NW202", f"there is no option `{option.otherwise}` that may come again", hint_for(option.otherwise, known))
        )
    return known.get(option.otherwise or "", 0)


def option_of(effects: EffectCompiler, option: ChoiceOption, index: int) -> Option:
    """An option with its words; it comes from where its card comes from."""
    label = text(option.label) or Text(option.id, option.id)
    return Option(option.id, index, label, label, source=effects.owner.source, rule=effects.owner.rule, place=place_of_id(option.node))


def pick_of(compiler: Compiler, pick: Pick | None, by_chance: bool = False) -> tuple[int, int, frozenset[str]]:
    """(PICK_*, argument, places that it opens) of a `pick`."""
    if pick is None:
        return t.PICK_NONE, s.UNSET, frozenset()
    names, problems = compiler.names, compiler.pools.problems
    given = [key for key in ("group", "demand", "issue") if pick.node.get(key) is not None]
    if len(given) != 1 or (by_chance and given == ["issue"]):
        kinds = "a group or a demand" if by_chance else "a group, a demand or a list of issues"
        problems.append(pick.node.problem_of_key("NW103", f"`pick` names {kinds}", "write e.g. `pick: {demand: open}`"))
        return t.PICK_NONE, s.UNSET, frozenset({PICKED_GROUP, PICKED_DEMAND, PICKED_ISSUE})
    if pick.demand is not None:
        return t.PICK_DEMAND, s.UNSET, frozenset({PICKED_DEMAND, PICKED_ISSUE})
    if pick.group is not None:
        if pick.group not in names.parties:
            node = place_of(pick, "group")
            problems.append(node.problem("NW202", f"there is no party `{pick.group}`", hint_for(pick.group, names.parties)))
        return t.PICK_GROUP, names.parties.get(pick.group, 0), frozenset({PICKED_GROUP})
    mask = 0
    for item in listed(place_of(pick, "issue")):
        if item.value in names.issues:
            mask |= 1 << names.issues[str(item.value)]
        elif not names.is_absent(str(item.value), "issues"):
            problems.append(item.problem("NW202", f"there is no issue `{item.value}`", hint_for(item.value, names.issues)))
    return t.PICK_ISSUE, mask, frozenset({PICKED_ISSUE})
