"""What must be true of every node of a reason, code by code: how its amount comes of its parts, and what stands at its place.

A sum alone proves little, for a reason refuses to exist without one. So each code says here what its parts may be, how they
follow on each other, and which product or limit its amount is; formulas are valued a second time from their text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from sim.domain import Scenario
from sim.kernel import tables as k
from sim.places import WEIGHT
from sim.table import reason as r
from sim.table.knowledge import ALL_WEIGHT
from sim.table.reason import Reason, shown
from tests.loading.helpers import ROOT
from tests.properties import formula

PLACE = re.compile(r"(?P<file>[^\s,()]+):(?P<line>\d+):(?P<column>\d+)(?: \((?P<old>.*?:\d+:\d+)\))?(?:, |$)")
TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9_]*|[0-9]+")
NUMBER = re.compile(r"[+-]?[0-9]+")
OPENERS = "\"'{[(+-"  # what may stand before the first word of a formula or an effect

PARTS: dict[str, tuple[str, ...]] = {
    r.NUMBER: (r.START_VALUE, r.IN_ROUND),
    r.IN_ROUND: (r.CHANGE,),
    r.CHANGE: (r.ASKED, r.MODIFIER, r.BOUND),
    r.TERM: (r.TERM, r.LIMIT),
    r.SCORE: (r.TERM, r.LIMIT),
    r.PRICE: (r.TERM, r.LASTING, r.MODIFIER, r.FREE, r.BOUND),
    r.CAP: (r.TOP, r.CAP, r.LOCK),
    r.VOTE: (r.SUPPORT, r.MOOD, r.SHIFT, r.GROUNDWORK, r.BONUS),
    r.SHIFT: (r.OF_ISSUE, r.TERM, r.LIMIT),
    r.BONUS: (r.BONUS,),
    r.GAIN: (r.OF_ISSUE,),
    r.LEAST_GAIN: (r.OF_ISSUE,),
    r.UTILITY: (r.OF_ISSUE,),
    r.QUOTA: (r.GROUP_YES,),
}
"""The parts that a code may have, in their order; a code that is not here has none."""


@dataclass
class Checked:
    """One reason under examination. seen: codes met; valued: terms whose text gave their amount once more; unvalued: the others."""

    scenario: Scenario
    seen: set[str] = field(default_factory=set)
    valued: int = 0
    unvalued: int = 0
    nodes: int = 0
    places: int = 0


def is_sound(reason: Reason, checked: Checked) -> None:
    """Every node keeps the rule of its code, has only parts that its code may have, and stands where it says."""
    for node in reason.walk():
        checked.nodes += 1
        checked.seen.add(node.code)
        order = [PARTS.get(node.code, ()).index(part.code) for part in node.children]
        assert order == sorted(order), f"parts of {node.code} in the order {[part.code for part in node.children]}"
        assert not node.children or node.amount == sum(part.amount for part in node.children), node
        RULES[node.code](node, checked)
        stands_there(node, checked)


# --- what each code's amount is ---


def is_leaf(node: Reason, checked: Checked) -> None:
    """An amount that the node above accounts for; nothing lies below it."""
    assert not node.children, node


def of_number(node: Reason, checked: Checked) -> None:
    """Sum: the start, then round by round; each change begins where the one before it ended, and the last ends at the amount."""
    start, *rounds = node.children
    assert start.code == r.START_VALUE
    numbers = [fact(each, "round") for each in rounds]
    assert numbers == sorted(set(numbers)), numbers
    at = start.amount
    for change in (change for each in rounds for change in each.children):
        assert fact(change, "before") == at, (node.what, change)
        at = fact(change, "after")
    assert at == node.amount, node


def of_round(node: Reason, checked: Checked) -> None:
    """Sum: the changes of one round, at least one."""
    assert node.children
    assert {fact(change, "round") for change in node.children} == {fact(node, "round")}


def of_change(node: Reason, checked: Checked) -> None:
    """Difference of two values; where it has parts: what was asked, what modifiers made of it, what a bound cut off."""
    before, after = fact(node, "before"), fact(node, "after")
    assert node.amount == after - before
    if not node.children:
        return
    asked, *rest = node.children
    assert asked.code == r.ASKED and rest
    free = made_by(asked.amount, [part for part in rest if part.code == r.MODIFIER])
    for bound in (part for part in rest if part.code == r.BOUND):
        low, high = fact(bound, "low"), fact(bound, "high")
        assert bound is node.children[-1] and not low <= before + free <= high
        assert after == min(max(before + free, low), high), node


def made_by(amount: int, modifiers: Sequence[Reason]) -> int:
    """What modifiers make of an amount, one after the other."""
    for modifier in modifiers:
        assert fact(modifier, "before") == amount, modifier
        amount = fact(modifier, "after")
    return amount


def of_modifier(node: Reason, checked: Checked) -> None:
    """Difference between what a modifier was given and what it made of it."""
    assert not node.children
    assert node.amount == fact(node, "after") - fact(node, "before")


def of_term(node: Reason, checked: Checked) -> None:
    """Sum of the terms of a formula, within its limits; a last term is the value of its own text."""
    if node.children:
        limited(node, node.children)
        return
    again = valued_again(node)
    checked.valued += again is not None
    checked.unvalued += again is None
    assert again is None or node.amount in (again, -again), f"{node.written} with {node.facts} is {again}, not {node.amount}"


def limited(node: Reason, parts: Sequence[Reason]) -> None:
    """What a limit did comes last, is not nothing, and brings the sum to a number that the formula names (or to the largest score)."""
    limits = [part for part in parts if part.code == r.LIMIT]
    if not limits:
        return
    (limit,) = limits
    named = {int(number) for number in NUMBER.findall(node.written)} | {-int(number) for number in re.findall(r"-(\d+)", node.written)}
    most = dict(limit.facts).get("most")
    assert limit is parts[-1] and limit.amount
    assert node.amount in named or -node.amount in named or node.amount == most, node


def of_score(node: Reason, checked: Checked) -> None:
    """Sum of the terms of a formula, within its limits and the largest score; without parts it is a plain number."""
    if node.children:
        limited(node, node.children)
    else:
        assert node.amount == int(node.written or 0), node


def of_issue(node: Reason, checked: Checked) -> None:
    """Product: weight x payoff, weight x what a level changes in it, or points x level steps."""
    assert not node.children
    known = dict(node.facts)
    forms = {
        frozenset({"weight", "payoff", "level"}): ("weight", lambda: fact(node, "payoff")),
        frozenset({"weight", "step", "before", "after"}): ("weight", lambda: fact(node, "step")),
        frozenset({"points", "before", "after"}): ("points", lambda: fact(node, "after") - fact(node, "before")),
    }
    each, times = forms[frozenset(known)]
    assert node.amount == fact(node, each) * times()


def of_gain(node: Reason, checked: Checked) -> None:
    """Sum over the issues that the package names, known exactly."""
    assert node.children or node.amount == 0
    assert fact(node, "low") == node.amount == fact(node, "high")


def of_least_gain(node: Reason, checked: Checked) -> None:
    """Limit: the least of what is possible; a sum under the weights that give it."""
    assert node.children or node.amount == 0
    assert fact(node, "low") == node.amount <= fact(node, "high")


def of_utility(node: Reason, checked: Checked) -> None:
    """Sum over every issue there is."""
    assert [part.what for part in node.children] == [issue.id for issue in checked.scenario.issues]


def of_vote(node: Reason, checked: Checked) -> None:
    """Sum of the five parts of a vote value, each of them there; the margin is what is left over the line."""
    assert [part.code for part in node.children] == list(PARTS[r.VOTE])
    assert fact(node, "low") <= node.amount <= fact(node, "high")
    assert fact(node, "margin") == node.amount - fact(node, "line")
    certain = {"yes": fact(node, "low") >= fact(node, "line"), "no": fact(node, "high") < fact(node, "line")}
    assert certain.get(str(dict(node.facts)["says"]), True) or dict(node.facts)["refuses"] == "yes"


def of_estimate(node: Reason, checked: Checked) -> None:
    """A number of its own, within its range where it has one."""
    assert not node.children
    if "low" in dict(node.facts):
        assert fact(node, "low") <= node.amount <= fact(node, "high")


def of_shift(node: Reason, checked: Checked) -> None:
    """Sum over issues of points x steps, or of the terms of the group's own formula within its limits; else an estimate."""
    if node.children:
        limited(node, node.children)
    elif node.kind == r.ESTIMATE:
        assert fact(node, "low") <= node.amount <= fact(node, "high")
    else:
        assert node.amount == 0 or node.amount == int(node.written), node


def of_bonus(node: Reason, checked: Checked) -> None:
    """Sum of single bonuses, each with its cause; a single one stands for itself."""
    assert node.children or node.amount == 0 or dict(node.facts).get("kind"), node


def of_quota(node: Reason, checked: Checked) -> None:
    """Sum over every group of the body, between what is sure and what is possible."""
    party = next(party for party in checked.scenario.parties if node.what == f"quota.{party.id}")
    groups = [f"vote {group.id}" for group in checked.scenario.groups if group.party == party.index]
    assert [part.what for part in node.children] == groups
    assert fact(node, "least") <= node.amount <= fact(node, "most")


def of_yes(node: Reason, checked: Checked) -> None:
    """All the weight of a group, or nothing; what is sure is counted so."""
    group = next(group for group in checked.scenario.groups if node.what == f"vote {group.id}")
    assert fact(node, "weight") == group.weight and node.amount in (0, group.weight)
    is_yes = {"yes": True, "no": False}.get(str(dict(node.facts)["says"]))
    assert is_yes is None or is_yes is (node.amount == group.weight)


def of_cap(node: Reason, checked: Checked) -> None:
    """Limit: the top, less what the formula of the cap takes away, less what the first closed lock does; each takes something."""
    if not node.children:
        assert node.amount < 0 and node.written, node
        return
    top, *taken = node.children
    assert top.code == r.TOP and all(part.amount < 0 for part in taken)
    for part, left in zip(taken, (top.amount + taken[0].amount, node.amount) if taken else (), strict=False):
        again = valued_again(part)
        assert again is None or again == (left if part.code == r.CAP else 0), part


def of_top(node: Reason, checked: Checked) -> None:
    """The number of levels of an issue that stand above its lowest."""
    issue = next(issue for issue in checked.scenario.issues if issue.label == node.text)
    assert node.amount == len(issue.levels) - 1 and not node.children


def of_lock(node: Reason, checked: Checked) -> None:
    """What a closed lock takes away: its condition does not hold."""
    assert node.amount < 0 and not node.children and node.written


def of_price(node: Reason, checked: Checked) -> None:
    """Sum of the own price, cards and modifiers; a free use or the limit at 0 brings it to nothing. Never below 0."""
    assert node.children[0].code == r.TERM and node.amount >= 0
    plain = sum(part.amount for part in node.children if part.code in (r.TERM, r.LASTING))
    made = made_by(plain, [part for part in node.children if part.code == r.MODIFIER])
    last = node.children[-1]
    assert sum(part.code in (r.FREE, r.BOUND) for part in node.children) <= 1
    assert last.code not in (r.FREE, r.BOUND) or node.amount == 0
    assert last.code != r.BOUND or made < 0


RULES: dict[str, Callable[[Reason, Checked], None]] = {
    **dict.fromkeys((r.START_VALUE, r.ASKED, r.BOUND, r.LIMIT, r.FREE, r.LASTING, r.GROUNDWORK), is_leaf),
    r.NUMBER: of_number,
    r.IN_ROUND: of_round,
    r.CHANGE: of_change,
    r.MODIFIER: of_modifier,
    r.TERM: of_term,
    r.OF_ISSUE: of_issue,
    r.GAIN: of_gain,
    r.LEAST_GAIN: of_least_gain,
    r.UTILITY: of_utility,
    r.SCORE: of_score,
    r.VOTE: of_vote,
    r.SUPPORT: of_estimate,
    r.MOOD: of_estimate,
    r.SHIFT: of_shift,
    r.BONUS: of_bonus,
    r.QUOTA: of_quota,
    r.GROUP_YES: of_yes,
    r.CAP: of_cap,
    r.TOP: of_top,
    r.LOCK: of_lock,
    r.PRICE: of_price,
}
"""The rule of every code."""


def fact(node: Reason, name: str) -> int:
    """A number among the facts of a node."""
    return int(dict(node.facts)[name])


def valued_again(node: Reason) -> int | None:
    """The value of a node's text with the numbers among its facts; None where the text asks for more than arithmetic."""
    known = dict(node.facts)
    try:
        return formula.value(node.written, lambda name: int(known[name]), lambda function, name: int(known[f"{function}.{name}"]))
    except (KeyError, AssertionError, SyntaxError):
        return None


# --- what stands at a place ---


def stands_there(node: Reason, checked: Checked) -> None:
    """At every place a word or a number begins; where the node says which number, it is that one."""
    texts = texts_at(node.place)
    checked.places += len(texts)
    for text in texts:
        assert TOKEN.match(text.lstrip(OPENERS)), (node, text)
    wanted = numbers_wanted(node, checked.scenario)
    assert not wanted or not texts or len(texts) == len(wanted), node
    for text, number in zip(texts, wanted, strict=False):
        assert number is None or number_at(text) == number, f"{node.code} {node.what}: {number} at {node.place}, where stands {text[:40]}"
    if node.code in (r.QUOTA, r.LOCK, r.CAP) and node.written and texts:
        assert texts[0].lstrip(OPENERS).startswith(node.written.lstrip(OPENERS)), node


def numbers_wanted(node: Reason, scenario: Scenario) -> list[int | None]:
    """The numbers that stand at the places of a node, in order; None for one that the node does not tell; empty where none need be."""
    known = dict(node.facts)
    if node.code == r.OF_ISSUE and "points" in known:
        return [fact(node, "points")]
    if node.code == r.OF_ISSUE:
        payoffs = [number_at(text) for text in texts_at(node.place)][-1 if "payoff" in known else -2 :]
        assert payoffs[0] == known["payoff"] if "payoff" in known else payoffs[0] - payoffs[1] == known["step"], node
        return [*weight_wanted(node, scenario), *payoffs]
    if node.code == r.SUPPORT and node.place:
        group = next(group for group in scenario.groups if group.id == node.what)
        return [scenario.tables[k.T_GROUP_START + group.index]]
    if node.code == r.START_VALUE and node.place and is_number(texts_at(node.place)[0]):
        return [node.amount]
    if node.code == r.TERM and node.place and NUMBER.fullmatch(node.written) and is_number(texts_at(node.place)[0]):
        found = number_at(texts_at(node.place)[0])
        assert node.amount in (found, -found), node  # a term with a minus stands at its number, or at its sign
        return [found]
    return []


def weight_wanted(node: Reason, scenario: Scenario) -> list[int | None]:
    """The weight, where its place is told: as it stands; of a choice of issues, whose weights are scaled to 100, nearly its share."""
    key = next((key for key, place in scenario.places.items() if key[0] == WEIGHT and node.place.startswith(f"{shown(place)}, ")), None)
    if key is None:
        return []
    row = {issue.id: number_at(texts_at(shown(scenario.places[WEIGHT, key[1], issue.id]))[0]) for issue in scenario.issues}
    written, weight, total = row[key[2]], fact(node, "weight"), sum(row.values())
    if total == ALL_WEIGHT:
        return [weight]
    off = abs(weight * total - written * ALL_WEIGHT)
    assert 2 * off <= total or (written == max(row.values()) and off <= total * len(row)), node  # the largest takes what rounding leaves
    return [None]


def is_number(text: str) -> bool:
    """Whether a number stands at the beginning of a text."""
    return NUMBER.match(text.lstrip("\"' ")) is not None


def number_at(text: str) -> int:
    """The number at the beginning of a text."""
    found = NUMBER.match(text.lstrip("\"' "))
    assert found is not None, text[:40]
    return int(found.group())


def texts_at(place: str) -> list[str]:
    """What stands in the files at the places of a node, each to the end of its line."""
    found = list(PLACE.finditer(place))
    assert "".join(each.group() for each in found) == place, place
    return [lines_of(each["file"])[int(each["line"]) - 1][int(each["column"]) - 1 :] for each in found]


@cache
def lines_of(file: str) -> list[str]:
    """The lines of a rule file."""
    return (ROOT / file).read_text(encoding="utf-8").splitlines()
