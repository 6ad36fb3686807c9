"""Payoffs in their order: levels run from least to most of what is demanded, and so do the payoffs of the one who demands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sim.errors import Problem
from sim.loading import shape_entries as kinds
from sim.loading.checks.common import Question, called
from sim.loading.checks.issues import MOST_POINTS
from sim.loading.documents import place_of
from sim.loading.selection import Play


def payoffs_follow_demands(play: Play) -> Iterator[Problem]:
    """Where one party demands, its payoffs rise from level to level (NW301), and those of all others do not (NW302)."""
    for issue in play.pack.issues:
        if len(issue.demandeur) != 1 or any(not 0 <= number <= MOST_POINTS for numbers in issue.payoff.values() for number in numbers):
            continue
        for party, numbers in issue.payoff.items():
            if len(numbers) == len(issue.levels) and party == issue.demandeur[0]:
                yield from rising(issue, party, numbers)
            elif len(numbers) == len(issue.levels) and len(numbers) > 2 and is_rising(numbers) and numbers[0] < numbers[-1]:
                yield same_direction(issue, party, numbers)


def is_rising(numbers: Sequence[int]) -> bool:
    """Whether no number is smaller than the one before."""
    return all(before <= after for before, after in pairwise(numbers))


def rising(issue: kinds.Issue, party: str, numbers: Sequence[int]) -> Iterator[Problem]:
    """NW301, at the first number that falls back."""
    falls = next((level for level in range(1, len(numbers)) if numbers[level] < numbers[level - 1]), None)
    if falls is None:
        return
    swapped = [*numbers[: falls - 1], numbers[falls], numbers[falls - 1], *numbers[falls + 1 :]]
    found = ", ".join(map(str, numbers))
    text = f"`{party}` demands {called(issue)}, so its payoffs must rise from level to level; found {found}"
    more = f"swap {numbers[falls - 1]} and {numbers[falls]}" if is_rising(swapped) else "correct the numbers, or the order of the levels"
    hint = f"{more}; levels run from least to most of what is demanded. If others want it too, name them in `demandeur`"
    if not is_rising(swapped):
        yield place_of(issue, "payoff", party, falls).problem("NW301", text, hint)
        return
    first, second = place_of(issue, "payoff", party, falls - 1), place_of(issue, "payoff", party, falls)
    yield first.problem("NW301", text, hint, fixes=(*first.to_write(second.written), *second.to_write(first.written)))


def same_direction(issue: kinds.Issue, party: str, numbers: Sequence[int]) -> Problem:
    """NW302: the others gain from the very levels that one party demands."""
    found = ", ".join(map(str, numbers))
    text = f"in {called(issue)} all sides gain from the same direction, but only `{issue.demandeur[0]}` demands it"
    turned = ", ".join(map(str, reversed(numbers)))
    hint = f"the payoffs {found} of `{party}` look reversed: write [{turned}], or name `{party}` in `demandeur` too"
    node = place_of(issue, "payoff", party)
    places = [place_of(issue, "payoff", party, level) for level in range(len(numbers))]
    fixes = [fix for place, other in zip(places, reversed(places), strict=True) for fix in place.to_write(other.written)]
    return node.problem_of_key("NW302", text, hint, "warning", tuple(fix for fix in fixes if fix.old != fix.new))


QUESTIONS: tuple[Question, ...] = (payoffs_follow_demands,)
