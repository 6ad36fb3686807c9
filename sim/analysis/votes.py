"""How the groups of a body vote on one outcome, and whether the quota holds.

A quota is any question about the yes votes (their weights, and who is among them), so it is given as a function. That
is why a win set is no sum over issues: here one outcome is judged, none is searched for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sim.analysis.shares import rounded
from sim.analysis.space import Outcome, Space, total

Judge: TypeAlias = Callable[[Outcome], tuple[int, bool]]
"""A group's own way to judge an outcome: its shift in points, and whether it says no whatever its support."""

Quota: TypeAlias = Callable[[int, frozenset[str]], bool]
"""Whether an outcome is ratified, from the summed weights of the yes groups and their ids."""


@dataclass(frozen=True, slots=True)
class Group:
    """A constituency as it stands before a vote.

    support: 0..100, as stored. mood and bonus count in this vote only: what the group hides, and what cards and levers
    add. points_per_level: what a step up brings, one number an issue; not asked where the group has a `judge`.
    """

    id: str
    weight: int
    support: int
    points_per_level: tuple[int, ...] = ()
    mood: int = 0
    bonus: int = 0
    judge: Judge | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """Who ratifies for one party. yes_at: the least vote value with which a group says yes."""

    groups: tuple[Group, ...]
    quota: Quota
    yes_at: int


@dataclass(frozen=True, slots=True)
class Vote:
    """How one group votes on an outcome before any groundwork. value: support + mood + bonus + shift."""

    group: Group
    shift: int
    value: int
    refuses: bool
    says_yes: bool


def votes_on(body: Body, outcome: Outcome, in_force: Outcome) -> tuple[Vote, ...]:
    """The vote of every group on moving from the levels in force to an outcome, in the order of the body."""
    return tuple(vote_of(group, body.yes_at, outcome, in_force) for group in body.groups)


def vote_of(group: Group, yes_at: int, outcome: Outcome, in_force: Outcome) -> Vote:
    """The vote of one group."""
    shift, refuses = group.judge(outcome) if group.judge else (steps_weighed(group, outcome, in_force), False)
    value = group.support + group.mood + group.bonus + shift
    return Vote(group, shift, value, refuses, says_yes=value >= yes_at and not refuses)


def steps_weighed(group: Group, outcome: Outcome, in_force: Outcome) -> int:
    """The sum over the issues of points per level x levels moved."""
    moved = zip(group.points_per_level, outcome, in_force, strict=True)
    return sum(points * (level - now) for points, level, now in moved)


def quota_holds(body: Body, yes: frozenset[str]) -> bool:
    """Whether the groups with these ids suffice."""
    return body.quota(sum(group.weight for group in body.groups if group.id in yes), yes)


def follows_party(space: Space, party: int, limit: int, refused_below: int) -> Judge:
    """A judge that follows its party's own utility, as an executive does.

    The shift is the change of utility against the levels in force, in whole points, within -limit..limit. A change
    below `refused_below` (in hundredths, before rounding) is refused.
    """
    table, now = space.worth[party], total(space.worth[party], space.in_force)

    def judge(outcome: Outcome) -> tuple[int, bool]:
        change = total(table, outcome) - now
        return max(-limit, min(limit, rounded(change, 100))), change < refused_below

    return judge
