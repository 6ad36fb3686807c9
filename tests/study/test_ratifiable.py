"""The best package of a scenario, against the forecast of the table and against listing; and what turns a vote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.analysis.ratifiable import Question, best_ratifiable, passes
from sim.analysis.ratification import ratification
from sim.analysis.space import Outcome, Points, no_worse, points, status_quo, total
from sim.analysis.winset import Ways
from sim.domain import Package, Scenario
from sim.kernel import layout as s
from sim.loading import load
from sim.study.fronts import front_of
from sim.study.opening import opening, posture_pairs
from sim.study.ratifiable import JOINT, Best, best_package, proposable, question_of, turning_change, win_sets_of
from sim.table.bridge import front_of as front_of_table
from sim.table.bridge import package_to
from sim.table.known import Known
from tests.study.places import FULL, MINIMAL, SCENARIOS, THREE, every_outcome, joint, may_be_proposed, table_says, three_towns
from tests.table_view.games import games, truth_of

# (when the weavers say yes, whether that is a condition on one sum)
WEAVERS = [
    ("points: {Q2: +2, Z1: +1}", True),
    ("shift: 3 * raises(Q1) - 2 * to(Q2) + 1", True),
    ("shift: 2", True),
    ("shift: z_peace / 10 - 4 * changes(Z1)", True),
    ("shift: delta(cx) / 100 limited to -20..20", True),
    ("shift: delta(ax) / 300 - 2\n         refuses: delta(ax) < -500", True),
    ("shift: 4 - delta(bx) / 100", False),
    ("shift: delta(bx) / 100 - delta(ax) / 100", False),
    ("shift: delta(cx) / 100 + raises(Z1)", False),
    ("shift: delta(cx) / 100\n         refuses: delta(cx) > 2000", False),
    ("shift: 5 * (raises(Q1) and raises(Q2)) - 3", False),
    ("shift: delta(cx) / 100\n         refuses: delta(ax) < -800", False),
    ("shift: 1\n         refuses: to(Q1) >= 2 or lowers(Z1) or z_peace < 10", True),
    ("shift: 1\n         refuses: z_peace >= 10", True),
    ("points: {Q2: +2}\n         refuses: delta(cx) < 300", False),
]

# (a quota, whether it is known from who says yes and from conditions on one issue each, the groups whose yes never breaks it)
QUOTAS = [
    ("yes_weight >= 60", True, 0b11),
    ("yes_weight >= 40 and not says_yes(cx_folk)", True, 0b10),
    ("says_yes(cx_weavers) or z_peace < 20", True, 0b11),
    ("yes_weight >= 40 and not raises(Q2)", True, 0b11),
    ("yes_weight >= 40 + 60 * (to(Q1) == 2)", True, 0b11),
    ("yes_weight == 40", True, 0),
    ("yes_weight >= 40 and (says_yes(cx_folk) or not (changes(Q1) and to(Q1) >= 2 or to(Z1) == 2))", True, 0b11),
    ("yes_weight - 50", True, 0),
    ("not (100 - yes_weight)", True, 0),
    ("not (yes_weight - 100)", True, 0),
    ("yes_weight >= 20 * to(Q2)", False, 0),
    ("yes_weight >= 40 and (raises(Q1) or tracks >= 2)", False, 0),
    ("yes_weight >= 40 and delta(cx) > 500", False, 0),
]


def best_by_listing(known: Known, reservation: Points | None = None) -> int | None:
    """The largest joint worth of all packages that may be proposed and that every body passes."""
    space = proposable(known)
    fitting = [
        joint(space, outcome)
        for outcome in every_outcome(known)
        if may_be_proposed(known, outcome)
        and (reservation is None or no_worse(points(space, outcome), reservation))
        and all(table_says(known, outcome))
    ]
    return max(fitting, default=None)


def check(scenario: Scenario, found: Best, reservation: Points | None = None) -> None:
    """The answer is that of listing, and the package is one that the table lets pass."""
    best = best_by_listing(found.known, reservation)
    assert (found.answer.value, found.answer.gap, found.answer.nothing) == (best, 0, best is None)
    if found.package is not None and found.answer.outcome is not None:
        assert may_be_proposed(found.known, found.answer.outcome)
        assert all(table_says(found.known, found.answer.outcome))
        assert joint(found.question.space, found.answer.outcome) == best


@pytest.mark.parametrize("name", [MINIMAL, THREE])
def test_small_packs_from_every_state(name: str) -> None:
    scenario = load.scenario(name)
    postures = posture_pairs(scenario)[0]
    for levels in every_outcome(opening(scenario, postures)):
        found = best_package(scenario, postures, levels)
        check(scenario, found)
        floor = status_quo(found.question.space)
        check(scenario, best_package(scenario, postures, levels, reservation=floor), floor)


@pytest.mark.parametrize(("weavers", "is_sum"), WEAVERS)
def test_formulas_of_a_group(weavers: str, is_sum: bool, tmp_path: Path) -> None:
    scenario = three_towns(tmp_path, as_block(weavers), "says_yes(cx_weavers)")
    for levels in ((0, 0, 0), (1, 2, 1), (2, 1, 2)):
        found = best_package(scenario, (0, 1, 2), levels)
        assert (None not in found.question.fronts[2].members) == is_sum
        check_fronts(found.known, found.question)
        check(scenario, found)


def as_block(weavers: str) -> str:
    """A group stands in braces, where lines are parted by commas and no value may hold one."""
    lines = [line.strip().partition(": ") for line in weavers.split("\n")]
    return ", ".join(
        f"{key}: {value}" if value[0] in "{0123456789" and "(" not in value else f'{key}: "{value}"' for key, _, value in lines
    )


@pytest.mark.parametrize(("quota", "is_known", "rising"), QUOTAS)
def test_quotas_of_a_body(quota: str, is_known: bool, rising: int, tmp_path: Path) -> None:
    scenario = three_towns(tmp_path, quota=quota)
    for levels in ((0, 0, 0), (1, 2, 1), (2, 1, 2)):
        found = best_package(scenario, (0, 1, 2), levels)
        front = found.question.fronts[2]
        assert (front.decide is None, front.rising) == (is_known, rising)
        check_fronts(found.known, found.question)
        check(scenario, found)


@pytest.mark.parametrize("size", ["1", "2", "0", "z_peace / 10"])
def test_sizes_of_a_package(size: str, tmp_path: Path) -> None:
    scenario = three_towns(tmp_path, size=size)
    for levels in ((0, 0, 0), (1, 2, 1)):
        check(scenario, best_package(scenario, (0, 1, 2), levels))


def check_fronts(known: Known, question: Question) -> None:
    """For every outcome the bodies of the search say what the table says."""
    for outcome in every_outcome(known):
        assert tuple(passes(front, outcome) for front in question.fronts) == table_says(known, outcome), outcome


@settings(max_examples=25, deadline=None)
@given(games(), st.integers(0, 10**6))
def test_in_any_game_the_bodies_of_the_search_are_those_of_the_table(game, key: int) -> None:  # type: ignore[no-untyped-def]
    known = truth_of(game, "table")
    space, choose = proposable(known), Random(key)
    fronts = [front_of(known, space, party.index, groundwork=False) for party in known.scenario.parties]
    for _ in range(12):
        outcome = tuple(
            choose.choice(levels) if choose.random() < 0.4 else now for levels, now in zip(space.allowed, space.in_force, strict=True)
        )
        assert tuple(passes(front, outcome) for front in fronts) == table_says(known, outcome)


@settings(max_examples=25, deadline=None)
@given(games(), st.booleans())
def test_in_any_game_the_best_package_may_be_proposed_and_passes(game, groundwork: bool) -> None:  # type: ignore[no-untyped-def]
    known = truth_of(game, "table")
    found = best_ratifiable(question_of(known, groundwork=groundwork), budget=3000)
    if found.outcome is not None:
        assert may_be_proposed(known, found.outcome)
        assert groundwork or all(table_says(known, found.outcome))


def test_the_body_of_the_debrief_agrees() -> None:
    scenario = load.scenario(FULL)
    for postures in posture_pairs(scenario):
        found = best_package(scenario, postures, groundwork=True)
        assert found.answer.outcome is not None
        for party in scenario.parties:
            body, rules = front_of_table(found.known, party.index, found.answer.outcome)
            told = ratification(body, found.answer.outcome, found.question.space.in_force, rules)
            assert told.groundwork is not None
            assert told.groundwork.price <= found.known.m[s.CAPITAL + party.index]


@pytest.mark.parametrize("budget", [0, 1, 5, 15, 40, 20_000])
def test_the_gap_is_told_and_never_negative(budget: int) -> None:
    scenario = load.scenario(FULL)
    for postures in posture_pairs(scenario):
        best = best_package(scenario, postures).answer
        found = best_package(scenario, postures, budget=budget).answer
        assert best.proved
        assert found.nodes <= budget
        assert found.bound is not None
        assert best.value is not None
        assert found.bound >= best.value
        assert found.gap is None if found.value is None else found.gap == found.bound - found.value >= 0
        assert found.proved == (found.value == best.value == found.bound)
        assert found.proved or budget < 20_000


def test_the_best_of_the_main_scenario_is_that_of_listing() -> None:
    scenario = load.scenario(FULL)
    for postures in posture_pairs(scenario):
        found = best_package(scenario, postures)
        ways = Ways.of(found.question.space, found.question.steps)
        packages = (ways.outcome(number) for number in range(ways.outcomes))
        best = found.answer.value
        assert best is not None
        better = [outcome for outcome in packages if total(found.question.aim, outcome) > best]
        assert len(better) > 10  # the votes are what keeps them out
        assert not [outcome for outcome in better if all(passes(front, outcome) for front in found.question.fronts)]


@pytest.mark.parametrize("capital", [0, 1, 2, 6])
def test_groundwork_goes_as_far_as_the_capital(capital: int) -> None:
    rich = opening(load.scenario(THREE), (0, 1, 2))
    purses = range(s.CAPITAL, s.CAPITAL + len(rich.scenario.parties))
    known = replace(rich, m=tuple(capital if cell in purses else value for cell, value in enumerate(rich.m)))
    space = proposable(known)
    fitting = [
        outcome for outcome in every_outcome(known) if may_be_proposed(known, outcome) and all(prices_within(known, outcome, capital))
    ]
    found = best_ratifiable(question_of(known, groundwork=True), budget=1000)
    assert (found.value, found.proved) == (max(joint(space, outcome) for outcome in fitting), True)


def prices_within(known: Known, outcome: Outcome, capital: int) -> Iterator[bool]:
    """Whether each side can pay the cheapest groundwork with which its body passes an outcome."""
    for party in known.scenario.parties:
        body, rules = front_of_table(known, party.index, outcome)
        groundwork = ratification(body, outcome, proposable(known).in_force, rules).groundwork
        yield groundwork is not None and groundwork.price <= capital


@pytest.mark.parametrize("name", SCENARIOS)
def test_only_levels_that_may_stand_are_tried(name: str) -> None:
    scenario = load.scenario(name)
    known = opening(scenario, posture_pairs(scenario)[0])
    question = question_of(known)
    barred = 0
    for issue, now in enumerate(question.space.in_force):
        for level in range(len(scenario.issues[issue].levels)):
            outcome = tuple(level if place == issue else old for place, old in enumerate(question.space.in_force))
            if level != now and question.steps is not None and abs(level - now) <= question.steps:
                assert (level in question.space.allowed[issue]) == may_be_proposed(known, outcome)
                barred += level not in question.space.allowed[issue]
    assert barred > 0 or name in (THREE, MINIMAL)


def test_support_that_waits_for_an_issue_counts_with_it_only() -> None:
    plain = opening(load.scenario(FULL), (0, 4))
    row = {s.L_KIND: s.LAST_VOTE, s.L_A: 0, s.L_B: 4, s.L_AMOUNT: 9, s.L_UNTIL: s.GAME_LONG}
    m, seen = list(plain.m), set()
    for group in (2, 0):  # by points, and by what its party gains
        for part, value in (row | {s.L_A: group}).items():
            m[s.LASTING + m[s.N_LASTING] * s.LASTING_WIDTH + part] = value
        m[s.N_LASTING] += 1
    known = replace(plain, m=tuple(m))
    fronts, space, choose = question_of(known).fronts, proposable(known), Random(1)
    for _ in range(300):
        outcome = tuple(
            choose.choice(levels) if choose.random() < 0.3 else now for levels, now in zip(space.allowed, space.in_force, strict=True)
        )
        told = table_says(known, outcome)
        assert tuple(passes(front, outcome) for front in fronts) == told
        seen.add(told == table_says(plain, outcome))
    assert seen == {True, False}


def test_more_may_be_asked_for() -> None:
    scenario = load.scenario(FULL)
    for postures in posture_pairs(scenario):
        plain = best_package(scenario, postures)
        helped = best_package(scenario, postures, groundwork=True)
        assert plain.answer.value is not None
        assert helped.answer.value is not None
        assert helped.answer.value >= plain.answer.value
        for party in scenario.parties:
            own = best_package(scenario, postures, aim=party.index).answer
            assert own.outcome is not None
            assert plain.answer.outcome is not None
            assert own.value == points(plain.question.space, own.outcome)[party.index]
            assert own.value >= points(plain.question.space, plain.answer.outcome)[party.index]


@pytest.mark.parametrize("name", SCENARIOS)
def test_win_sets_are_those_of_the_table(name: str) -> None:
    scenario = load.scenario(name)
    known = opening(scenario, posture_pairs(scenario)[0])
    found = win_sets_of(question_of(known), samples=200, seed=1)
    assert all(found.joint.count <= each.count <= each.of for each in found.bodies)
    if found.exact and found.outcomes < 100:
        fitting = [outcome for outcome in every_outcome(known) if may_be_proposed(known, outcome)]
        told = [table_says(known, outcome) for outcome in fitting]
        assert [each.count for each in found.bodies] == [sum(column) for column in zip(*told, strict=True)]
        assert (found.outcomes, found.joint.count) == (len(fitting), sum(map(all, told)))


# --- what turns a vote ---


def turning_by_listing(known: Known, package: Package, body: int | None) -> tuple[int, int] | None:
    """Loss and steps of the best single change that turns a body, or the whole vote."""
    space = proposable(known)

    def verdict(outcome: tuple[int, ...]) -> bool:
        told = table_says(known, outcome)
        return all(told) if body is None else told[body]

    now = tuple(level if level is not None else old for level, old in zip(package.levels, space.in_force, strict=True))
    near = [other for other in every_outcome(known) if sum(a != b for a, b in zip(other, now, strict=True)) == 1]
    found = [
        (joint(space, now) - joint(space, other), sum(abs(a - b) for a, b in zip(other, now, strict=True)))
        for other in near
        if may_be_proposed(known, other) and verdict(other) != verdict(now)
    ]
    return min(found, default=None)


@pytest.mark.parametrize("name", [MINIMAL, THREE])
def test_the_change_that_turns_a_vote_is_the_cheapest(name: str) -> None:
    scenario = load.scenario(name)
    known = opening(scenario, posture_pairs(scenario)[0])
    space, turned = proposable(known), 0
    for outcome in every_outcome(known):
        package = package_to(known, outcome)
        if not package.named():
            continue
        found = turning_change(known, package)
        assert found.by_body == table_says(known, outcome)
        assert found.passes == all(found.by_body)
        for body, change in ((None, found.change), *enumerate(found.changes)):
            best = turning_by_listing(known, package, body)
            assert (None if change is None else (change.loss, change.steps)) == best
            turned += best is not None
            if change is not None:
                assert change.package.levels[change.issue] == (None if change.level == space.in_force[change.issue] else change.level)
    assert turned > 0


def test_a_change_of_the_best_package_can_only_cost() -> None:
    scenario = load.scenario(FULL)
    for postures in posture_pairs(scenario):
        found = best_package(scenario, postures)
        assert found.package is not None
        turning = turning_change(found.known, found.package)
        assert turning.passes
        assert turning.change is not None


def test_who_does_not_know_the_postures_cannot_ask() -> None:
    known = opening(load.scenario(MINIMAL), (1, 0))
    blind = replace(known, m=tuple(-1 if cell == s.POSTURE else value for cell, value in enumerate(known.m)))
    with pytest.raises(ValueError, match="every posture"):
        question_of(blind, JOINT)
