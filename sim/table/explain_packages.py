"""Why a package is worth what it is, why a group votes as it does, why a quota holds or not; and what would turn it.

Own numbers unfold to payoffs, weights, points and the causes of bonuses. Of another side only what the viewer can
conclude: a hidden part is an estimate, and its weights are those of a posture that is still possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sim.domain import Group, Package
from sim.errors import RuleBroken, closest
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.codes import ALLOWED, NO_SUCH_LEVEL
from sim.kernel.layout import UNSET
from sim.places import NOWHERE, PAYOFF, POINTS, STARTS, WEIGHT
from sim.table.appraisal import must_exist, payoff_steps
from sim.table.bench import Bench
from sim.table.cells import cells_by_name
from sim.table.explain_formulas import Asker, condition_turns, outwards, parts_of, smallest
from sim.table.forecast import NO, OPEN, YES, BodyForecast, GroupForecast, body_forecast, group_forecast, likely_value
from sim.table.formulas import is_known, tree_of
from sim.table.knowledge import Weights
from sim.table.known import Known
from sim.table.reason import (
    BONUS,
    BY_GROUNDWORK,
    BY_LEVEL,
    CHOICE,
    DRAW,
    ESTIMATE,
    GAIN,
    GROUNDWORK,
    GROUP_YES,
    LEAST_GAIN,
    MOOD,
    OF_ISSUE,
    QUOTA,
    RULE,
    SHIFT,
    START,
    SUPPORT,
    UTILITY,
    VOTE,
    Facts,
    Reason,
    Turn,
    facts,
    of_cause,
    of_entry,
    origin_at,
    origin_of,
    placed,
    shown,
)
from sim.table.refusals import NO_SUCH_NUMBER, REFUSALS


def gain(known: Known, party: int, package: Package) -> Reason:
    """What a package brings a party, in hundredths. Another side's: the least it can be, with the most among the facts."""
    must_exist(known, package)
    weights = known.weights_of(party)
    steps = payoff_steps(known.t, known.m, party, package)
    total = weights.total(steps)
    row = weights.harshest(steps)
    kind = RULE if party == known.party or weights.is_exact else ESTIMATE
    children = tuple(of_issue(known, party, issue, row[issue], steps[issue], level, kind) for issue, level in package.named())
    name = known.scenario.parties[party]
    more = facts(party=name.id, low=total.low, high=total.high, postures=len(weights.postures))
    return Reason(LEAST_GAIN if kind == ESTIMATE else GAIN, total.low, kind, name.label, f"gain.{name.id}", facts=more, children=children)


def of_issue(known: Known, party: int, issue: int, weight: int, step: int, level: int, kind: str) -> Reason:
    """Weight x what a level changes in the payoff. kind: an estimate where the weight is one of several possible."""
    more = facts(weight=weight, step=step, before=known.m[s.LEVEL + issue], after=level)
    entry = known.scenario.issues[issue]
    name = known.scenario.parties[party].id
    keys = (
        *weight_keys(known, party, issue, weight),
        (PAYOFF, name, entry.id, str(level)),
        (PAYOFF, name, entry.id, str(known.m[s.LEVEL + issue])),
    )
    return placed(of_entry(entry, OF_ISSUE, weight * step, kind, entry.id, more), known.scenario, *keys)


def weight_keys(known: Known, party: int, issue: int, weight: int) -> tuple[tuple[str, ...], ...]:
    """The place of a weight: under the first posture that the viewer holds possible and that gives it."""
    entry = known.scenario.issues[issue]
    for posture in known.weights_of(party).postures:
        if known.scenario.postures[posture].weights[issue] == weight:
            return ((WEIGHT, known.scenario.postures[posture].id, entry.id),)
    return ()


def utility(known: Known, party: int, cell: int) -> Reason:
    """Utility of the levels in force: weight x payoff, issue by issue. cell: where it is stored."""
    row = known.weights_of(party).rows[0]
    name = known.scenario.parties[party]
    children = []
    for issue in known.scenario.issues:
        level = known.m[s.LEVEL + issue.index]
        payoff = known.t[k.T_PAYOFF + (party * s.MAX_ISSUES + issue.index) * s.MAX_LEVELS + level]
        more = facts(weight=row[issue.index], payoff=payoff, level=level)
        keys = (*weight_keys(known, party, issue.index, row[issue.index]), (PAYOFF, name.id, issue.id, str(level)))
        children.append(placed(of_entry(issue, OF_ISSUE, row[issue.index] * payoff, what=issue.id, more=more), known.scenario, *keys))
    # Another side's is stored where the viewer may not look; sure clues may have told its weights all the same.
    amount = known.m[cell] if known.may_know(cell) else sum(child.amount for child in children)
    return Reason(UTILITY, amount, RULE, name.label, f"utility.{name.id}", children=tuple(children))


def all_weights(known: Known) -> list[Weights]:
    """What is known of every party's weights, by party."""
    return [known.weights_of(party) for party in range(known.t[k.T_N_PARTIES])]


def vote(known: Known, group: Group, package: Package) -> Reason:
    """The likely vote value of a group for a package, what it is made of, and what would turn the vote."""
    must_exist(known, package)
    weights = all_weights(known)
    asker = Asker.of(known)
    asker.bench.judge(package.levels)
    found = group_forecast(known, asker.bench, group.index, weights)
    children = (
        support(known, group, found),
        mood(known, group, found),
        shift(known, asker, group, found, package),
        Reason(GROUNDWORK, found.groundwork.likely, CHOICE),
        bonus(known, group, found, package),
    )
    return Reason(
        VOTE,
        found.value.likely,
        RULE if found.is_support_known else ESTIMATE,
        group.label,
        f"vote {group.id}",
        facts=vote_facts(known, found),
        children=children,
        turns=turns_of_vote(known, group, found, package, weights),
    )


def vote_facts(known: Known, found: GroupForecast) -> Facts:
    """What a sentence about a vote may name."""
    line = known.t[k.T_YES_AT]
    return facts(
        line=line, margin=found.value.likely - line, low=found.value.low, high=found.value.high, says=found.says, refuses=found.refuses
    )


def support(known: Known, group: Group, found: GroupForecast) -> Reason:
    """Support now; an estimate where only a word is heard."""
    if found.is_support_known:
        return placed(of_entry(group, SUPPORT, found.support.likely, START, group.id), known.scenario, (STARTS, group.id))
    more = facts(low=found.support.low, high=found.support.high, word=known.m[s.WORD + group.index])
    return Reason(SUPPORT, found.support.likely, ESTIMATE, group.label, facts=more)


def mood(known: Known, group: Group, found: GroupForecast) -> Reason:
    """Hidden mood: what a consult told, or nothing with its band."""
    kind = DRAW if found.is_mood_known else ESTIMATE
    return Reason(MOOD, found.mood.likely, kind, facts=facts(low=found.mood.low, high=found.mood.high))


def shift(known: Known, asker: Asker, group: Group, found: GroupForecast, package: Package) -> Reason:
    """Issue shift: points x level steps, or a formula of the group's own."""
    program = known.t[k.T_GROUP_SHIFT_EXPR + group.index]
    origin = origin_of(group.source)
    if program == UNSET:
        children = tuple(
            points(known, group, issue, level)
            for issue, level in package.named()
            if group.points[issue] and level != known.m[s.LEVEL + issue]
        )
        return Reason(SHIFT, found.shift.likely, RULE, place=shown(group.place), origin=origin, children=children)
    more = facts(low=found.shift.low, high=found.shift.high)
    formula = asker.formula(program)
    written = formula.text if formula else ""
    tree = tree_of(known.t, program)
    if found.shift.low != found.shift.high or not is_known(known.t, asker.bench.m, tree, known.may_know):
        return Reason(SHIFT, found.shift.likely, ESTIMATE, written=written, origin=origin, facts=more)
    place, origin = (shown(formula.place), origin_at(formula.place, group.source)) if formula else ("", origin)
    return Reason(
        SHIFT, found.shift.likely, RULE, written=written, place=place, origin=origin, children=parts_of(asker, tree, formula, group)
    )


def points(known: Known, group: Group, issue: int, level: int) -> Reason:
    """Points of support a level step x level steps."""
    now = known.m[s.LEVEL + issue]
    each = group.points[issue]
    entry = known.scenario.issues[issue]
    more = facts(points=each, before=now, after=level)
    found = Reason(OF_ISSUE, each * (level - now), RULE, entry.label, entry.id, "", shown(group.place), origin_of(group.source), more)
    return placed(found, known.scenario, (POINTS, group.id, entry.id))


def bonus(known: Known, group: Group, found: GroupForecast, package: Package) -> Reason:
    """Support that counts in votes only, row by row with its cause."""
    rows = []
    for row in range(known.m[s.N_LASTING]):
        at = s.LASTING + row * s.LASTING_WIDTH
        kind, a, b, amount, _, cause = known.m[at : at + s.LASTING_WIDTH]
        level = package.levels[b] if b != UNSET else None
        counts = b == UNSET or (level is not None and level > known.m[s.LEVEL + b])
        if kind == s.LAST_VOTE and a == group.index and counts:
            rows.append(of_cause(known.scenario.causes[cause], BONUS, amount))
    return Reason(BONUS, found.bonus.likely, RULE, children=tuple(rows))


def turns_of_vote(known: Known, group: Group, found: GroupForecast, package: Package, weights: Sequence[Weights]) -> tuple[Turn, ...]:
    """What alone would turn the vote of a group: groundwork on it, another level of one issue."""
    bench = known.bench()
    turned = [turn_by_level(known, bench, found, package, issue, weights) for issue in range(len(package.levels))]
    return smallest([turn for turn in (turn_by_groundwork(known, group, found), *turned) if turn is not None])


def turn_by_groundwork(known: Known, group: Group, found: GroupForecast) -> Turn | None:
    """Steps of groundwork with which an own group would say yes, with their price."""
    if found.likely_yes or group.party != known.party or found.refuses == YES:
        return None
    bench = known.bench()
    size = max(1, bench.step_size())
    short = known.t[k.T_YES_AT] - likely_value(found)
    steps = -(-short // size)
    bench.look_at_group(found.shift.likely, found.support.likely)
    if steps * size > known.t[k.T_GROUP_MAX] or not bench.holds(known.t[k.T_GROUNDWORK_NEEDS_EXPR]):
        return None
    price = steps * bench.value(known.t[k.T_STEP_PRICE_EXPR])
    return Turn(BY_GROUNDWORK, group.id, 0, steps, likely_value(found) + steps * size, price, price, group.label)


def turn_by_level(
    known: Known, bench: Bench, found: GroupForecast, package: Package, issue: int, weights: Sequence[Weights]
) -> Turn | None:
    """The nearest other level of one issue with which the likely vote is another; only levels that may be proposed."""
    named = package.levels[issue]
    level = known.m[s.LEVEL + issue] if named is None else named
    entry = known.scenario.issues[issue]
    for other in outwards(level, 0, len(entry.levels) - 1):
        if bench.code_to_stand(issue, other) != ALLOWED:
            continue
        levels = [*package.levels]
        levels[issue] = other
        bench.judge(levels)
        new = group_forecast(known, bench, found.group, weights)
        if new.likely_yes != found.likely_yes:
            return Turn(BY_LEVEL, entry.id, level, other, new.value.likely, abs(other - level), text=entry.label)
    return None


def quota(known: Known, party: int, package: Package) -> Reason:
    """The likely yes weight of a body for a package, group by group, and what would turn the result."""
    must_exist(known, package)
    body = body_forecast(known, package, party, all_weights(known))
    name = known.scenario.parties[party]
    program = known.t[k.T_QUOTA_EXPR + party]
    asker = Asker.of(known)
    formula = asker.formula(program)
    passes = OPEN if body.passes is None else YES if body.passes[0] else NO
    children = tuple(yes_of(known, group) for group in body.groups)
    return Reason(
        QUOTA,
        body.yes_weight.likely,
        RULE if party == known.party else ESTIMATE,
        name.label,
        f"quota.{name.id}",
        formula.text if formula else "",
        shown(formula.place) if formula else "",
        origin_at(formula.place if formula else NOWHERE, known.scenario.bodies[party].source),
        facts(passes=passes, verdict=body.verdict, least=body.yes_weight.low, most=body.yes_weight.high),
        children,
        turns_of_quota(known, asker, body, package),
    )


def yes_of(known: Known, group: GroupForecast) -> Reason:
    """The weight that a group adds: all of it or nothing."""
    entry = known.scenario.groups[group.group]
    weight = group.weight if group.likely_yes else 0
    kind = RULE if group.says != OPEN else ESTIMATE
    more = facts(weight=group.weight, value=group.value.likely, says=group.says)
    return Reason(
        GROUP_YES, weight, kind, entry.label, f"vote {entry.id}", "", shown(entry.place), origin_at(entry.place, entry.source), more
    )


def turns_of_quota(known: Known, asker: Asker, body: BodyForecast, package: Package) -> tuple[Turn, ...]:
    """What alone would turn the result: the cheapest groundwork on one group, or a number that the quota reads."""
    asker.bench.judge(package.levels)
    asker.bench.quota(body.party, [group.group for group in body.groups if group.likely_yes])
    program = known.t[k.T_QUOTA_EXPR + body.party]
    if body.passes is None:
        return ()
    found = [turned for turn in condition_turns(asker, program, lambda: 0) if (turned := with_votes(known, body, package, turn))]
    if not body.passes[0]:
        found += [turn for group in body.groups if (turn := turn_by_one_group(known, asker, body, group)) is not None]
    return smallest(found)


def with_votes(known: Known, body: BodyForecast, package: Package, turn: Turn) -> Turn | None:
    """The turn of a quota's condition with the yes weight then; None where the groups vote otherwise by that number, and nothing turns."""
    m = list(known.m)
    m[cells_by_name(known.scenario)[turn.what]] = turn.after
    then = replace(known, m=tuple(m))
    new = body_forecast(then, package, body.party, all_weights(then))
    if new.passes is None or body.passes is None or new.passes[0] == body.passes[0]:
        return None
    return replace(turn, result=new.yes_weight.likely)


def turn_by_one_group(known: Known, asker: Asker, body: BodyForecast, group: GroupForecast) -> Turn | None:
    """Groundwork on one group with which the whole body would pass."""
    turn = turn_by_groundwork(known, known.scenario.groups[group.group], group)
    yes = [each.group for each in body.groups if each.likely_yes or each.group == group.group]
    weight, passes = asker.bench.quota(body.party, yes)
    if turn is None or not passes:
        return None
    return Turn(turn.code, turn.what, turn.before, turn.after, weight, turn.size, turn.price, turn.text)


def package_of(known: Known, words: Sequence[str]) -> Package:
    """A package from words like `D2=1`. Raises RuleBroken `no-such-number` or `no-such-level`."""
    levels: list[int | None] = [None] * len(known.scenario.issues)
    for word in words:
        name, _, value = word.partition("=")
        issue = next((each for each in known.scenario.issues if each.id == name), None)
        if issue is None:
            raise RuleBroken(NO_SUCH_NUMBER, {"name": word, "near": " ".join(closest(name, [each.id for each in known.scenario.issues]))})
        level = issue.level(value)
        if level is None:
            top, now = len(issue.levels) - 1, known.m[s.LEVEL + issue.index]
            raise RuleBroken(REFUSALS[NO_SUCH_LEVEL], {"issue": issue.id, "level": value, "top": top, "now": now})
        levels[issue.index] = level.index
    return Package(tuple(levels))
