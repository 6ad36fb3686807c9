"""The best outcome that every body would ratify, by branch and bound. Exact while the budget of nodes lasts.

Utility is a sum over the issues and so is the support of most groups, but a quota is any question about who says yes: the outcomes
that pass are no convex set and no filter on the frontier, so they are searched. The issues are decided one after the other. At a
node the steps still to be had are known, and for every sum the most and the least that the open issues can add with them:

- what the aim can still become is a bound; a node that cannot beat the best found is left;
- a group says yes for sure, no for sure, or is open; a node where no set of yes votes between the sure ones and the possible ones
  fulfils a quota is left.

All sums of a node stand in one integer, a field each, biased so that the top bit of a field says whether its line is reached: two
additions ask every group and every reservation value at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from sim.analysis.space import Outcome, Points, Space, Table, total
from sim.analysis.votes import Body, Group, quota_holds, votes_on

Decides: TypeAlias = Callable[[Outcome], bool]
"""The exact word on one outcome."""

MOST_OPEN = 12
"""With more members open whose yes may break a quota, their sets are not tried: the quota counts as one that may hold."""


@dataclass(frozen=True, slots=True)
class Line:
    """A condition on a sum: met where the sum of `table` over the issues, at an outcome's levels, is `at_least` or more.

    lift: what may be added to the sum besides (groundwork). Within its reach the condition counts as open, never as not met.
    """

    table: Table
    at_least: int
    lift: int = 0


@dataclass(frozen=True, slots=True)
class Front:
    """A body as the search takes it.

    members: when each group says yes; None where that is no sum. holds: whether the quota holds, from the bit set of the members
    that say yes. rising: bit set of members whose yes never breaks the quota. decide: asked in place of all that for a single
    outcome; needed where a member is None or can be lifted (then `holds` must not deny what `decide` may grant).
    """

    members: tuple[Line | None, ...]
    holds: Callable[[int], bool]
    decide: Decides | None = None
    rising: int = 0

    def __post_init__(self) -> None:
        if self.decide is None and any(member is None or member.lift for member in self.members):
            raise ValueError("members that are no plain sums need somebody who decides")


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: of all outcomes but the one in force, that every body ratifies, one with the largest `aim`.

    aim: [issue][level]. reservation: the least each party is to have, None for no such wish. steps: the most level steps away from
    the levels in force, None without limit. barred: what else may not be proposed.
    """

    space: Space
    aim: Table
    fronts: tuple[Front, ...]
    reservation: Points | None = None
    steps: int | None = None
    barred: Decides | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. outcome, value: None where nothing was. bound: no outcome that passes has more; None where none can pass.

    proved: nothing better is there, or, with no outcome, nothing at all. nodes: how many were looked at.
    """

    outcome: Outcome | None
    value: int | None
    bound: int | None
    nodes: int
    proved: bool

    @property
    def gap(self) -> int | None:
        """How much better another outcome could be: 0 when proved, None where nothing was found and nothing is proved."""
        if self.proved:
            return 0
        return None if self.value is None or self.bound is None else self.bound - self.value

    @property
    def nothing(self) -> bool:
        """Whether it is proved that no outcome passes."""
        return self.proved and self.outcome is None


def best_ratifiable(question: Question, budget: int) -> Answer:
    """The best outcome that passes. budget: the most nodes looked at; the answer says what is left open by then."""
    search = Search(question, budget, *made_ready(question))
    search.visit(0, search.plan.steps, 0, search.plan.start)
    best, still = search.best, search.still_open
    bound = still if best is None else max(best, best if still is None else still)
    return Answer(search.outcome, best, bound, search.nodes, proved=bound == best)


# --- getting ready ---


@dataclass(frozen=True, slots=True)
class Choice:
    """A level of an issue: its steps from the level in force, what it adds to the aim and, packed, to every sum."""

    level: int
    steps: int
    value: int
    packed: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The tables of a search, by place in the order in which the issues are decided.

    hope, most, least: [place][steps left] what the issues from there on can add to the aim, and at most and least to every sum.
    start: the packed sums of nothing, less their lines. signs: the top bit of every field.
    """

    order: tuple[int, ...]
    steps: int
    choices: tuple[tuple[Choice, ...], ...]
    hope: tuple[tuple[int, ...], ...]
    most: tuple[tuple[int, ...], ...]
    least: tuple[tuple[int, ...], ...]
    start: int
    signs: int


@dataclass(slots=True)
class Quorum:
    """Which sets of members carry a body, asked when needed and kept. fields: the bit of each member in a packed sum; 0 for none."""

    front: Front
    fields: tuple[int, ...]
    kept: dict[tuple[int, int], bool] = field(default_factory=dict)

    def passable(self, sure: int, possible: int) -> bool:
        """Whether some set of yes votes holds, given the signs of what is sure and of what is possible."""
        low = high = 0
        for place, bit in enumerate(self.fields):
            low |= (1 << place) if bit and sure & bit else 0
            high |= (1 << place) if not bit or possible & bit else 0
        return self.between(low, high | low)

    def between(self, low: int, high: int) -> bool:
        """Whether the quota may hold for a set that has at least the members of `low` and at most those of `high`."""
        low |= high & self.front.rising
        if (low, high) not in self.kept:
            free = low ^ high
            self.kept[low, high] = self.tried(low, high, free & -free) if free.bit_count() <= MOST_OPEN else True
        return self.kept[low, high]

    def tried(self, low: int, high: int, one: int) -> bool:
        """The same by trying both votes of one open member; where none is open the quota is asked."""
        if one == 0:
            return self.front.holds(high)
        return self.between(low | one, high) or self.between(low, high ^ one)


def made_ready(question: Question) -> tuple[Plan, tuple[Quorum, ...], int]:
    """The tables of the search, the bodies, and the signs that every outcome needs (nobody below its reservation value)."""
    lines = [*reserved(question), *(line for front in question.fronts for line in front.members if line is not None)]
    width = width_for(lines)
    bits = [1 << width * place + width - 1 for place in range(len(lines))]
    needed = sum(bits[: len(lines) - sum(line is not None for front in question.fronts for line in front.members)])
    rest = iter(bits[needed.bit_count() :])
    quorums = tuple(Quorum(front, tuple(0 if line is None else next(rest) for line in front.members)) for front in question.fronts)
    return plan_of(question, lines, width, sum(bits)), quorums, needed


def reserved(question: Question) -> list[Line]:
    """The reservation values as conditions on sums."""
    if question.reservation is None:
        return []
    return [Line(table, least) for table, least in zip(question.space.worth, question.reservation, strict=True)]


def width_for(lines: Sequence[Line]) -> int:
    """Bits of a field in which every sum has room, whatever is added, with the line taken off and a bit for the sign."""
    sizes = [sum(max(map(abs, row)) for row in line.table) + abs(line.at_least) + line.lift for line in lines]
    return (2 * max(sizes, default=0) + 1).bit_length() + 1


def packed(amounts: Sequence[int], width: int) -> int:
    """Amounts side by side; sums of such integers are packed sums as long as every field ends up in its room."""
    return sum(amount << width * place for place, amount in enumerate(amounts))


def plan_of(question: Question, lines: Sequence[Line], width: int, signs: int) -> Plan:
    """The tables of a search: the issues on which the aim hangs most come first."""
    space, aim = question.space, question.aim
    order = sorted(range(len(space.issues)), key=lambda issue: -spread(aim[issue], space.allowed[issue]))
    steps = steps_to_have(question)
    choices = [choices_of(question, lines, width, issue) for issue in order]
    tables = [
        [{choice.level: line.table[issue][choice.level] for choice in row} for issue, row in zip(order, choices, strict=True)]
        for line in lines
    ]
    highest = [reach(choices, table, steps, max) for table in tables]
    lowest = [reach(choices, table, steps, min) for table in tables]
    lifts = [line.lift for line in lines]
    places = range(len(order) + 1)
    lefts = range(steps + 1)
    return Plan(
        order=tuple(order),
        steps=steps,
        choices=tuple(choices),
        hope=tuple(map(tuple, reach(choices, [{choice.level: choice.value for choice in row} for row in choices], steps, max))),
        most=tuple(
            tuple(packed([row[at][left] + up for row, up in zip(highest, lifts, strict=True)], width) for left in lefts) for at in places
        ),
        least=tuple(tuple(packed([row[at][left] for row in lowest], width) for left in lefts) for at in places),
        start=packed([(1 << width - 1) - line.at_least for line in lines], width),
        signs=signs,
    )


def spread(row: Sequence[int], allowed: Sequence[int]) -> int:
    """How much hangs on an issue."""
    values = [row[level] for level in allowed]
    return max(values) - min(values)


def steps_to_have(question: Question) -> int:
    """The most steps of an outcome; 0 stands for no limit, and then no step is counted."""
    if question.steps is None:
        return 0
    pairs = zip(question.space.allowed, question.space.in_force, strict=True)
    return min(question.steps, sum(max(abs(level - now) for level in levels) for levels, now in pairs))


def choices_of(question: Question, lines: Sequence[Line], width: int, issue: int) -> tuple[Choice, ...]:
    """The allowed levels of an issue."""
    now, row = question.space.in_force[issue], question.aim[issue]
    counted = 0 if question.steps is None else 1
    return tuple(
        Choice(level, counted * abs(level - now), row[level], packed([line.table[issue][level] for line in lines], width))
        for level in question.space.allowed[issue]
    )


def reach(choices: Sequence[tuple[Choice, ...]], table: Sequence[dict[int, int]], steps: int, pick: Callable[..., int]) -> list[list[int]]:
    """[place][steps left]: the most (or least, by `pick`) that the issues from a place on can add to a sum."""
    found = [[0] * (steps + 1)]
    for row, values in zip(reversed(choices), reversed(table), strict=True):
        behind = found[-1]
        found.append(
            [pick(values[each.level] + behind[left - each.steps] for each in row if each.steps <= left) for left in range(steps + 1)]
        )
    return found[::-1]


# --- the search ---


@dataclass(slots=True)
class Search:
    """The search as it goes on. best, outcome: the best found; still_open: the largest bound of what the budget left open."""

    question: Question
    budget: int
    plan: Plan
    quorums: tuple[Quorum, ...]
    needed: int
    best: int | None = None
    outcome: Outcome | None = None
    still_open: int | None = None
    nodes: int = 0
    kept: dict[tuple[int, int], bool] = field(default_factory=dict)
    path: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.path = [0] * len(self.plan.order)

    def visit(self, place: int, left: int, value: int, sums: int) -> None:
        """Decide the issues from a place on, the most promising level first; no level is looked at that cannot lead further."""
        if place == len(self.plan.order):
            self.judge(value)
            return
        for bound, choice in self.ways(place, left, value, sums):
            if self.best is not None and bound <= self.best:
                return
            if self.nodes >= self.budget:
                self.still_open = bound if self.still_open is None else max(self.still_open, bound)
                return
            self.nodes += 1
            self.path[self.plan.order[place]] = choice.level
            self.visit(place + 1, left - choice.steps, value + choice.value, sums + choice.packed)

    def ways(self, place: int, left: int, value: int, sums: int) -> list[tuple[int, Choice]]:
        """The levels of an issue that may lead to something better, with their bounds, the largest first."""
        plan, found = self.plan, []
        hope, most, least = plan.hope[place + 1], plan.most[place + 1], plan.least[place + 1]
        for choice in plan.choices[place]:
            rest = left - choice.steps
            if rest < 0:
                continue
            bound, now = value + choice.value + hope[rest], sums + choice.packed
            if self.best is not None and bound <= self.best:
                continue
            if self.may_pass((now + least[rest]) & plan.signs, (now + most[rest]) & plan.signs):
                found.append((bound, choice))
        found.sort(key=lambda way: -way[0])
        return found

    def may_pass(self, sure: int, possible: int) -> bool:
        """Whether all bodies can still be won and no party needs fall below its reservation value."""
        key = (sure, possible)
        if key not in self.kept:
            reserved_ = possible & self.needed == self.needed
            self.kept[key] = reserved_ and all(quorum.passable(sure, possible) for quorum in self.quorums)
        return self.kept[key]

    def judge(self, value: int) -> None:
        """An outcome that the sums let pass: keep it if it is a change, may be proposed, and passes where more is asked."""
        outcome = tuple(self.path)
        if outcome == self.question.space.in_force or (self.question.barred is not None and self.question.barred(outcome)):
            return
        if all(front.decide is None or front.decide(outcome) for front in self.question.fronts):
            self.best, self.outcome = value, outcome


# --- from bodies as they vote ---


def front_of_body(body: Body, space: Space) -> Front:
    """A body of `votes` for the search. A group with a judge of its own is no sum: then the whole body decides at the end."""
    ids = [group.id for group in body.groups]

    def holds(yes: int) -> bool:
        return quota_holds(body, frozenset(id_ for place, id_ in enumerate(ids) if yes >> place & 1))

    def decide(outcome: Outcome) -> bool:
        votes = votes_on(body, outcome, space.in_force)
        return quota_holds(body, frozenset(vote.group.id for vote in votes if vote.says_yes))

    members = tuple(line_of_group(group, body.yes_at, space) for group in body.groups)
    return Front(members, holds, decide if None in members else None)


def line_of_group(group: Group, yes_at: int, space: Space) -> Line | None:
    """When a group with points per level says yes."""
    if group.judge is not None:
        return None
    rows = zip(group.points_per_level, space.in_force, space.worth[0], strict=True)
    table = tuple(tuple(points * (level - now) for level in range(len(levels))) for points, now, levels in rows)
    return Line(table, yes_at - group.support - group.mood - group.bonus)


def passes(front: Front, outcome: Outcome) -> bool:
    """Whether a body ratifies one outcome."""
    if front.decide is not None:
        return front.decide(outcome)
    return front.holds(sum(1 << place for place, line in enumerate(front.members) if line and total(line.table, outcome) >= line.at_least))
