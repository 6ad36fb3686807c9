"""The search for the best outcome that passes, and win sets, against the same questions answered by listing every outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product
from random import Random

import pytest

from sim.analysis.ratifiable import Answer, Front, Line, Question, best_ratifiable, front_of_body, passes
from sim.analysis.space import Outcome, Space, joint_worth, no_worse, points, total
from sim.analysis.votes import Body, Group, quota_holds, votes_on
from sim.analysis.winset import ALL, MOST_LISTED, Ways, drawn, wilson, win_sets
from sim.lab.statistics import wilson as wilson_in_decimals

ENOUGH = 10**6


def random_space(choose: Random) -> Space:
    """Two parties, two to four issues of two to four levels; some levels may not be proposed."""
    levels = [choose.randint(2, 4) for _ in range(choose.randint(2, 4))]
    most = choose.choice([3, 40, 2400])
    allowed = [tuple(sorted(choose.sample(range(count), choose.randint(2, count)))) for count in levels]
    return Space(
        issues=tuple(f"i{place}" for place in range(len(levels))),
        parties=("p", "q"),
        worth=tuple(tuple(tuple(choose.randint(0, most) for _ in range(count)) for count in levels) for _ in range(2)),
        allowed=tuple(allowed),
        in_force=tuple(choose.choice(row) for row in allowed),
    )


def random_body(choose: Random, space: Space) -> Body:
    """Two to four groups and any quota at all: a list of which sets of yes votes carry it, or a plain weight."""
    count = choose.randint(2, 4)
    groups = [
        Group(
            f"g{place}", choose.randint(1, 60), choose.randint(38, 62), tuple(choose.randint(-6, 6) for _ in space.issues),
            mood=choose.randint(-4, 4), bonus=choose.choice([0, 0, 3]),
        )
        for place in range(count)
    ]  # fmt: skip
    if choose.random() < 0.3:
        limit = choose.randint(-6, 6)
        groups[0] = replace(groups[0], judge=lambda outcome: (sum(outcome) * limit % 13 - 6, outcome[0] == limit))
    if choose.random() < 0.4:
        least = choose.randint(1, sum(group.weight for group in groups))
        return Body(tuple(groups), lambda weight, yes: weight >= least, yes_at=50)
    carrying = {yes for yes in subsets([group.id for group in groups]) if choose.random() < choose.choice([0.1, 0.5])}
    return Body(tuple(groups), lambda weight, yes: yes in carrying, yes_at=50)


def subsets(ids: Sequence[str]) -> list[frozenset[str]]:
    """Every set of some of these, in a fixed order."""
    return [frozenset(id_ for id_, taken in zip(ids, row, strict=True) if taken) for row in product((0, 1), repeat=len(ids))]


def random_case(key: int) -> tuple[Question, tuple[Body, ...]]:
    """A small question with the bodies that it was made from, fixed by the key."""
    choose = Random(key)
    space = random_space(choose)
    bodies = tuple(random_body(choose, space) for _ in range(2))
    outcome = tuple(choose.choice(row) for row in space.allowed)
    question = Question(
        space=space,
        aim=choose.choice([joint_worth(space), space.worth[0], space.worth[1]]),
        fronts=tuple(front_of_body(body, space) for body in bodies),
        reservation=choose.choice([None, points(space, space.in_force), points(space, outcome)]),
        steps=choose.choice([None, None, 1, 2, 4, 30]),
        barred=choose.choice([None, None, lambda tried: tried[0] > tried[1]]),
    )
    return question, bodies


def listed(question: Question, bodies: Sequence[Body]) -> list[Outcome]:
    """Every outcome that would do."""
    space = question.space
    return [
        outcome
        for outcome in product(*space.allowed)
        if outcome != space.in_force
        and (question.steps is None or sum(abs(a - b) for a, b in zip(outcome, space.in_force, strict=True)) <= question.steps)
        and (question.reservation is None or no_worse(points(space, outcome), question.reservation))
        and (question.barred is None or not question.barred(outcome))
        and all(ratified(body, outcome, space) for body in bodies)
    ]


def ratified(body: Body, outcome: Outcome, space: Space) -> bool:
    """Whether a body passes an outcome, by its votes."""
    return quota_holds(body, frozenset(vote.group.id for vote in votes_on(body, outcome, space.in_force) if vote.says_yes))


def most(question: Question, outcomes: Sequence[Outcome]) -> int | None:
    """The largest aim, None where there is no outcome."""
    return max((total(question.aim, outcome) for outcome in outcomes), default=None)


@pytest.mark.parametrize("block", range(10))
def test_it_finds_what_listing_finds(block: int) -> None:
    for key in range(block * 40, block * 40 + 40):
        question, bodies = random_case(key)
        found, fitting = best_ratifiable(question, ENOUGH), listed(question, bodies)
        assert (found.value, found.nothing, found.gap, found.proved) == (most(question, fitting), not fitting, 0, True), key
        assert found.bound == found.value
        assert found.outcome is None or (found.outcome in fitting and total(question.aim, found.outcome) == found.value), key


def test_the_cases_hold_what_they_are_to_try() -> None:
    cases = [random_case(key) for key in range(400)]
    nothing = sum(not listed(question, bodies) for question, bodies in cases)
    assert 40 < nothing < 360  # both answers are tried
    assert any(None in front.members for question, _ in cases for front in question.fronts)
    assert any(breaks_by_a_yes(front) for question, _ in cases for front in question.fronts)


def breaks_by_a_yes(front: Front) -> bool:
    """Whether one more yes may break the quota."""
    size = len(front.members)
    return any(front.holds(yes) and not front.holds(yes | 1 << place) for yes in range(1 << size) for place in range(size))


@pytest.mark.parametrize("budget", [0, 1, 2, 4, 9])
def test_a_small_budget_claims_nothing_false(budget: int) -> None:
    stopped = 0
    for key in range(120):
        question, bodies = random_case(key)
        found, best = best_ratifiable(question, budget), most(question, listed(question, bodies))
        stopped += not found.proved
        assert found.nodes <= budget
        check_claims(found, best)
    assert stopped > 0


def check_claims(found: Answer, best: int | None) -> None:
    """What an answer says of the best outcome is true, however early it stopped."""
    if found.nothing:
        assert best is None
    if found.value is not None:
        assert best is not None
        assert found.bound is not None
        assert found.value <= best <= found.bound
        assert found.gap == found.bound - found.value >= 0
    elif best is not None:
        assert found.bound is not None
        assert best <= found.bound
        assert found.gap is None
    if found.proved:
        assert found.value == best


def test_a_search_looks_at_few_outcomes_of_many() -> None:
    issues, levels = 12, 5
    space = Space(
        issues=tuple(f"i{place}" for place in range(issues)),
        parties=("p", "q"),
        worth=(tuple((0, 3, 5, 6, 6) for _ in range(issues)), tuple((9, 7, 4, 2, 0) for _ in range(issues))),
        allowed=((0, 1, 2, 3, 4),) * issues,
        in_force=(0,) * issues,
    )
    group = Line(tuple(tuple(-level for level in range(levels)) for _ in range(issues)), at_least=-6)
    front = Front((group,), lambda yes: yes == 1)
    found = best_ratifiable(Question(space, joint_worth(space), (front,)), ENOUGH)
    assert (found.proved, found.value) == (True, 9 * issues + 6)  # six issues by a step: 1 more each
    assert found.nodes < 5000 < levels**issues


def test_what_can_be_lifted_is_asked_outcome_by_outcome() -> None:
    space = Space(("a", "b"), ("p",), (((0, 5, 9), (0, 4, 8)),), ((0, 1, 2), (0, 1, 2)), (0, 0))
    line = Line(((0, -2, -4), (0, -2, -4)), at_least=-2, lift=4)
    asked: list[Outcome] = []

    def decide(outcome: Outcome) -> bool:
        asked.append(outcome)
        return sum(outcome) <= 2

    found = best_ratifiable(Question(space, space.worth[0], (Front((line,), bool, decide),)), ENOUGH)
    assert (found.outcome, found.value) == ((2, 0), 9)
    assert (2, 2) not in asked  # no lift goes so far


def test_members_that_are_no_sums_need_somebody_who_decides() -> None:
    with pytest.raises(ValueError, match="decides"):
        Front((None,), bool)
    with pytest.raises(ValueError, match="decides"):
        Front((Line(((0,),), 0, lift=1),), bool)


# --- win sets ---


@pytest.mark.parametrize("steps", [None, 1, 3])
def test_win_sets_of_few_outcomes_are_counted(steps: int | None) -> None:
    for key in range(40):
        question, bodies = random_case(key)
        question = replace(question, reservation=None, barred=None, steps=steps)
        found = win_sets(question.space, question.fronts, steps)
        single = [len(listed(question, [body])) for body in bodies]
        assert found.exact
        assert found.outcomes == found.joint.of == len(listed(question, []))
        assert [each.count for each in found.bodies] == single
        assert found.joint.count == len(listed(question, bodies))
        assert found.joint.low == found.joint.share == found.joint.high


def test_every_number_is_one_outcome() -> None:
    for key in range(20):
        space = random_space(Random(key))
        for steps in (None, 2):
            ways = Ways.of(space, steps)
            found = [ways.outcome(number) for number in range(ways.outcomes)]
            fitting = [outcome for outcome in product(*space.allowed) if steps is None or away(outcome, space) <= steps]
            assert found == fitting


def away(outcome: Outcome, space: Space) -> int:
    """Steps from the levels in force."""
    return sum(abs(a - b) for a, b in zip(outcome, space.in_force, strict=True))


def wide_space() -> Space:
    """8 issues of 4 levels: too many to list."""
    return Space(tuple("abcdefgh"), ("p",), (((0, 1, 2, 3),) * 8,), ((0, 1, 2, 3),) * 8, (0,) * 8)


def test_win_sets_of_many_outcomes_are_drawn() -> None:
    space = wide_space()
    assert space.size > MOST_LISTED
    low = Front((Line(((1, 1, 0, 0),) + ((0,) * 4,) * 7, 1),), lambda yes: yes == 1)  # half of all
    rare = Front((Line(((1, 0, 0, 0),) * 2 + ((0,) * 4,) * 6, 2),), lambda yes: yes == 1)  # a sixteenth
    found = win_sets(space, (low, rare), samples=3000, seed=7)
    assert (found.exact, found.outcomes) == (False, 4**8 - 1)
    assert found.bodies[0].low <= ALL // 2 <= found.bodies[0].high
    assert found.bodies[1].low <= ALL // 16 <= found.bodies[1].high
    assert found.joint == found.bodies[1]  # the rare ones are among the others
    assert found == win_sets(space, (low, rare), samples=3000, seed=7)
    assert found != win_sets(space, (low, rare), samples=3000, seed=8)


def test_draws_spread_over_all_numbers() -> None:
    counts = [0] * 10
    for number in drawn(10, 5000, seed=3):
        counts[number] += 1
    assert min(counts) > 400
    assert max(counts) < 600


@pytest.mark.parametrize(("count", "of"), [(0, 1), (1, 1), (0, 50), (7, 50), (25, 50), (50, 50), (1, 3000), (1234, 3000), (2999, 3000)])
def test_the_interval_is_wilsons(count: int, of: int) -> None:
    low, high = wilson(count, of)
    known = wilson_in_decimals(count, of)
    assert abs(Decimal(low) - known.low * ALL) <= 1
    assert abs(Decimal(high) - known.high * ALL) <= 1
    assert low <= known.low * ALL + 1
    assert 0 <= low <= ALL * count // of <= high <= ALL


def test_passes_is_the_vote_of_the_body() -> None:
    for key in range(60):
        question, bodies = random_case(key)
        for front, body in zip(question.fronts, bodies, strict=True):
            for outcome in product(*question.space.allowed):
                assert passes(front, outcome) == ratified(body, outcome, question.space)
