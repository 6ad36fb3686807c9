"""Whether one outcome passes at home, and the cheapest groundwork with which it does. Exact.

Groundwork only ever raises a group, and a group says yes or no: so it gets exactly the steps that make it say yes, or
none. What is left to choose is the set of groups to win, and every set is tried: 2^k quotas for k groups that say no
and can be won. That holds for every quota, also for one that a further yes would break.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from sim.analysis.space import Outcome
from sim.analysis.votes import Body, Group, Vote, quota_holds, votes_on

Price: TypeAlias = Callable[[Group, int], int | None]
"""Capital a step costs for a group with this shift; None where the group cannot be moved."""

MOST_SWINGS = 16
"""Up to so many groups that can be won every set is tried (65536 quotas)."""


@dataclass(frozen=True, slots=True)
class Groundwork:
    """What groundwork may do in one vote. All but the price in points of support; whole steps only."""

    step: int
    group_max: int
    side_max: int
    price: Price


@dataclass(frozen=True, slots=True)
class Placement:
    """Groundwork as it is placed. steps: one number a group, in the order of the body; price: capital in all."""

    steps: tuple[int, ...]
    price: int


@dataclass(frozen=True, slots=True)
class Ratification:
    """How a body takes one outcome.

    votes, yes, passes: without groundwork. groundwork: the cheapest that makes it pass (no steps where it passes
    anyway), None where none within the rules does. Whether the capital is there is for the caller to compare.
    """

    votes: tuple[Vote, ...]
    yes: frozenset[str]
    passes: bool
    groundwork: Placement | None


@dataclass(frozen=True, slots=True, order=True)
class Swing:
    """A group that says no and can be won. place: its index in the body; price: of all its steps."""

    place: int
    steps: int
    price: int
    id: str


def ratification(body: Body, outcome: Outcome, in_force: Outcome, rules: Groundwork) -> Ratification:
    """How the groups vote on an outcome, whether the quota holds, and the cheapest groundwork with which it does."""
    votes = votes_on(body, outcome, in_force)
    yes = frozenset(vote.group.id for vote in votes if vote.says_yes)
    return Ratification(votes, yes, quota_holds(body, yes), cheapest_groundwork(body, votes, rules))


def cheapest_groundwork(body: Body, votes: tuple[Vote, ...], rules: Groundwork) -> Placement | None:
    """The groundwork with the lowest price that makes the quota hold; None where none does.

    Of several: the one with fewest steps, then fewest groups, then the groups that stand first in the body.
    """
    yes = frozenset(vote.group.id for vote in votes if vote.says_yes)
    passing = [
        (sum(swing.price for swing in won), sum(swing.steps for swing in won), len(won), won)
        for won in affordable(swings(body, votes, rules), rules.side_max // rules.step)
        if quota_holds(body, yes | {swing.id for swing in won})
    ]
    if not passing:
        return None
    price, _, _, won = min(passing)
    steps = {swing.place: swing.steps for swing in won}
    return Placement(tuple(steps.get(place, 0) for place in range(len(body.groups))), price)


def swings(body: Body, votes: tuple[Vote, ...], rules: Groundwork) -> list[Swing]:
    """The groups that say no and would say yes after as many steps as a group may get."""
    found = []
    for place, vote in enumerate(votes):
        price = rules.price(vote.group, vote.shift)
        steps = -((vote.value - body.yes_at) // rules.step)  # rounded up: a step cannot be bought in part
        if not vote.says_yes and not vote.refuses and price is not None and steps * rules.step <= rules.group_max:
            found.append(Swing(place, steps, steps * price, vote.group.id))
    return found


def affordable(found: list[Swing], side_steps: int) -> Iterator[tuple[Swing, ...]]:
    """Every set of swings that needs no more steps than a side may place in all; the empty set too."""
    if len(found) > MOST_SWINGS:
        raise ValueError(f"groundwork is exact for up to {MOST_SWINGS} groups that can be won, got {len(found)}")
    for size in range(len(found) + 1):
        for won in combinations(found, size):
            if sum(swing.steps for swing in won) <= side_steps:
                yield won
