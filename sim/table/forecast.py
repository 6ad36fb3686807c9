"""How a body at home would vote on a package, as far as one viewer can know: what is sure, what is open, what is likely.

A vote value is support + mood + shift + groundwork placed + bonus. Of these a viewer may not know: a mood that was not
consulted (within the band of the body), the support of a group that only shows a word, a shift that follows a posture.
Each group therefore has a likely value and the least and most it can be; a body is judged three times.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sim.analysis.ratification import MOST_SWINGS, Groundwork, Placement, cheapest_groundwork
from sim.analysis.votes import Body, Group, Vote
from sim.domain import Package
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table.bench import Bench
from sim.table.formulas import cells_of, is_known, tree_of
from sim.table.knowledge import Range, Weights
from sim.table.known import Known
from sim.table.reading import known_mood

YES, NO, OPEN = "yes", "no", "open"


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a vote value: the likely amount, and the least and most it can be."""

    likely: int
    low: int
    high: int

    @classmethod
    def exact(cls, amount: int) -> Term:
        """A part that is known."""
        return cls(amount, amount, amount)


@dataclass(frozen=True, slots=True)
class GroupForecast:
    """How one group would vote. value: the likely one; it and the bounds are the sums of the parts.

    is_support_known, is_mood_known: whether these two parts are exact. refuses: of the postures possible, never, always or
    some ("no", "yes", "open") make it say no whatever its value. says: yes, no, or open.
    """

    group: int
    weight: int
    support: Term
    mood: Term
    shift: Term
    groundwork: Term
    bonus: Term
    value: Term
    is_support_known: bool
    is_mood_known: bool
    refuses: str
    says: str
    likely_yes: bool


@dataclass(frozen=True, slots=True)
class BodyForecast:
    """How a body would take a package.

    yes_weight: likely, least (only what is sure) and most. passes: whether its quota holds for each of the three; None
    where the viewer does not know all that the quota asks. verdict: yes, no or open. groundwork: the cheapest with which
    the likely vote passes, safe: with which it passes whatever the moods are; both own only, without what is placed
    already, None where none does. capital: what the side has for it.
    """

    party: int
    groups: tuple[GroupForecast, ...]
    yes_weight: Term
    passes: tuple[bool, bool, bool] | None
    verdict: str
    groundwork: Placement | None
    safe: Placement | None
    capital: int


def body_forecast(known: Known, package: Package, party: int, weights: Sequence[Weights]) -> BodyForecast:
    """How the body of a party would take a package. weights: what is known of every party's, by party."""
    bench = known.bench()
    bench.judge(package.levels)
    groups = tuple(group_forecast(known, bench, group.index, weights) for group in known.scenario.groups if group.party == party)
    sets = [
        [group.group for group in groups if group.likely_yes],
        [group.group for group in groups if group.says == YES],
        [group.group for group in groups if group.says != NO],
    ]
    likely, least, most = (bench.quota(party, yes) for yes in sets)
    is_readable = is_known(known.t, bench.m, tree_of(known.t, known.t[k.T_QUOTA_EXPR + party]), known.may_know)
    passes = (likely[1], least[1], most[1]) if is_readable else None
    own = party == known.party
    return BodyForecast(
        party=party,
        groups=groups,
        yes_weight=Term(likely[0], least[0], most[0]),
        passes=passes,
        verdict=verdict(passes),
        groundwork=cheapest(known, bench, party, groups, likely_value) if own else None,
        safe=cheapest(known, bench, party, groups, least_value) if own else None,
        capital=known.m[s.CAPITAL + party],
    )


def with_groundwork(known: Known, steps: Mapping[int, int]) -> Known:
    """What the viewer would know if these steps of groundwork (by index of its own groups) stood now: for forecasts before they do."""
    m = list(known.m)
    for group, count in steps.items():
        m[s.GROUNDWORK + group] = count
    return replace(known, m=tuple(m))


def verdict(passes: tuple[bool, bool, bool] | None) -> str:
    """Yes or no where the least and the most agree with the likely vote, else open."""
    if passes is None or len(set(passes)) > 1:
        return OPEN
    return YES if passes[0] else NO


def group_forecast(known: Known, bench: Bench, group: int, weights: Sequence[Weights]) -> GroupForecast:
    """How one group would vote on the judged package."""
    support, is_support_known = support_term(known, group)
    mood, is_mood_known = mood_term(known, bench, group)
    shift, refuses = shift_term(known, bench, group, weights)
    ground = Term.exact(placed(known, bench, group))
    bonus = Term.exact(bench.bonus(group))
    parts = (support, mood, shift, ground, bonus)
    value = Term(sum(part.likely for part in parts), sum(part.low for part in parts), sum(part.high for part in parts))
    line = known.t[k.T_YES_AT]
    return GroupForecast(
        group=group,
        weight=known.t[k.T_GROUP_WEIGHT + group],
        support=support,
        mood=mood,
        shift=shift,
        groundwork=ground,
        bonus=bonus,
        value=value,
        is_support_known=is_support_known,
        is_mood_known=is_mood_known,
        refuses=refuses,
        says=says(value, refuses, line),
        likely_yes=value.likely >= line and refuses != YES,
    )


def says(value: Term, refuses: str, line: int) -> str:
    """What a group says for sure, or open."""
    if value.high < line or refuses == YES:
        return NO
    return YES if value.low >= line and refuses == NO else OPEN


def support_term(known: Known, group: int) -> tuple[Term, bool]:
    """Support now. Where it is hidden: likely the start value, brought to where the last word places it."""
    cell = known.t[k.T_SUPPORT_CELL + group]
    if known.may_know(cell):
        return Term.exact(known.m[cell]), True
    low, high = known.t[k.T_LOW + cell], known.t[k.T_HIGH + cell]
    heard = word_range(known, group, low, high)
    return Term(min(max(known.t[k.T_GROUP_START + group], heard.low), heard.high), low, high), False


def word_range(known: Known, group: int, low: int, high: int) -> Range:
    """The vote values that the word heard last stands for."""
    lines = [known.t[k.T_GROUP_WORDS + group * 4 + word] for word in range(known.t[k.T_GROUP_N_WORDS + group])]
    word = known.m[s.WORD + group]
    if not 0 <= word < len(lines):
        return Range(low, high)
    first = low if word == 0 else max(low, lines[word])
    last = high if word + 1 == len(lines) else min(high, lines[word + 1] - 1)
    return Range(first, max(first, last))


def mood_term(known: Known, bench: Bench, group: int) -> tuple[Term, bool]:
    """Hidden mood: 0 where moods are not in play, exact once consulted, else anything within the band."""
    reach = known.t[k.T_MOOD + known.t[k.T_GROUP_PARTY + group]] if bench.moods_are_open() else 0
    mood = known.m[s.MOOD + group] if known.sees_all else known_mood(known.m, group)
    if reach == 0:
        return Term.exact(0), True
    return (Term(0, -reach, reach), False) if mood is None else (Term.exact(mood), True)


def placed(known: Known, bench: Bench, group: int) -> int:
    """Groundwork on a group for the vote that comes: the own side's in Home, everybody's once it is shown."""
    if known.m[s.STEP] != s.STEP_HOME:
        return 0
    own = known.t[k.T_GROUP_PARTY + group] == known.party
    steps = known.m[(s.GROUNDWORK if own else s.SHOWN_GROUNDWORK) + group]
    return max(0, steps) * bench.step_size()


def shift_term(known: Known, bench: Bench, group: int, weights: Sequence[Weights]) -> tuple[Term, str]:
    """Issue shift, and whether the group refuses; over all that a party may gain, where a formula asks for a hidden gain."""
    hidden = hidden_gains(known, bench, group)
    if not hidden:
        return Term.exact(bench.shift(group)), YES if refuses_now(known, bench, group) else NO
    party = hidden[0]
    found = []
    for gain in gains_possible(bench, weights[party]):
        bench.suppose_gain(party, gain)
        found.append((bench.shift(group), refuses_now(known, bench, group)))
    bench.suppose_gain(party, 0)
    shifts, refusals = [shift for shift, _ in found], {refusal for _, refusal in found}
    likely = (min(shifts) + max(shifts)) // 2
    return Term(likely, min(shifts), max(shifts)), OPEN if len(refusals) > 1 else YES if refusals == {True} else NO


def hidden_gains(known: Known, bench: Bench, group: int) -> list[int]:
    """Parties whose gain a group's formulas read and the viewer does not know."""
    programs = (known.t[k.T_GROUP_SHIFT_EXPR + group], known.t[k.T_GROUP_REFUSES_EXPR + group])
    trees = [tree_of(known.t, program) for program in programs if program != UNSET]
    read = {cell - s.DELTA for tree in trees for cell in cells_of(known.t, bench.m, tree)}
    return [party for party in range(known.t[k.T_N_PARTIES]) if party in read and known.m[s.POSTURE + party] == UNSET]


def gains_possible(bench: Bench, weights: Weights) -> list[int]:
    """What the judged package may bring a party: by posture; or least, nothing and most, where weights are bounded only."""
    if weights.rows:
        return [bench.gain(weights.party, posture) for posture in weights.postures]
    steps = [step_of(bench, weights.party, issue) for issue in bench.issues]
    total = weights.total(steps)
    return sorted({total.low, min(max(0, total.low), total.high), total.high})


def step_of(bench: Bench, party: int, issue: int) -> int:
    """What the judged package changes in a party's payoff on one issue."""
    level = bench.m[s.JUDGED + issue]
    at = k.T_PAYOFF + (party * s.MAX_ISSUES + issue) * s.MAX_LEVELS
    return 0 if level == UNSET else bench.t[at + level] - bench.t[at + bench.m[s.LEVEL + issue]]


def refuses_now(known: Known, bench: Bench, group: int) -> bool:
    """Whether a group refuses the judged package whatever its value."""
    program = known.t[k.T_GROUP_REFUSES_EXPR + group]
    return program != UNSET and bench.value(program) != 0


def likely_value(group: GroupForecast) -> int:
    """The likely vote value without groundwork."""
    return group.value.likely - group.groundwork.likely


def least_value(group: GroupForecast) -> int:
    """The least vote value without groundwork."""
    return group.value.low - group.groundwork.low


def cheapest(
    known: Known, bench: Bench, party: int, groups: Sequence[GroupForecast], value: Callable[[GroupForecast], int]
) -> Placement | None:
    """The cheapest groundwork with which the own body passes the judged package, if the groups stand at these values."""
    line = known.t[k.T_YES_AT]
    votes = tuple(vote_at(known, group, value(group), line) for group in groups)
    if sum(not vote.says_yes and not vote.refuses for vote in votes) > MOST_SWINGS:
        return None
    indexes = {known.scenario.groups[group.group].id: group.group for group in groups}
    body = Body(
        groups=tuple(vote.group for vote in votes),
        quota=lambda _, yes: bench.quota(party, [indexes[name] for name in yes])[1],
        yes_at=line,
    )
    return cheapest_groundwork(body, votes, rules_of_groundwork(known, bench))


def vote_at(known: Known, group: GroupForecast, value: int, line: int) -> Vote:
    """A group's vote at a value, in the words of the analysis."""
    entry = known.scenario.groups[group.group]
    refuses = group.refuses == YES
    member = Group(
        entry.id, group.weight, group.support.likely, mood=value - group.support.likely - group.shift.likely - group.bonus.likely
    )
    return Vote(replace(member, bonus=group.bonus.likely), group.shift.likely, value, refuses, value >= line and not refuses)


def rules_of_groundwork(known: Known, bench: Bench) -> Groundwork:
    """The rules of groundwork as they stand now."""

    def price(group: Group, shift: int) -> int | None:
        bench.look_at_group(shift, group.support)
        return bench.value(known.t[k.T_STEP_PRICE_EXPR]) if bench.holds(known.t[k.T_GROUNDWORK_NEEDS_EXPR]) else None

    return Groundwork(max(1, bench.step_size()), known.t[k.T_GROUP_MAX], known.t[k.T_SIDE_MAX], price)
