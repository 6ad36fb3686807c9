"""Nash and Kalai-Smorodinsky packages: the best by listing, and the axioms in their finite form."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.bargaining import kalai_smorodinsky, misreading, nash
from sim.analysis.shares import product_of_gains
from sim.analysis.space import FrontierPoint, Outcome, Points, Space, Table, points, status_quo

from .spaces import every_outcome, frontier_by_listing, outcomes_of, reservations, shares_in_zone, spaces, zone_by_listing

Solution: TypeAlias = Callable[[Space, Points], FrontierPoint | None]

PARTIES = st.sampled_from([2, 3])
SOLUTIONS: st.SearchStrategy[Solution] = st.sampled_from([nash, kalai_smorodinsky])


def outcome_of(point: FrontierPoint | None) -> Outcome | None:
    """The outcome of a solution, None where there is none."""
    return point.outcome if point else None


def in_other_units(space: Space, factors: Points, zeros: Points) -> Space:
    """The same preferences with each party's points times its factor, plus its own zero (laid on the first issue)."""
    tables = []
    for table, factor, zero in zip(space.worth, factors, zeros, strict=True):
        scaled = [[value * factor for value in levels] for levels in table]
        scaled[0] = [value + zero for value in scaled[0]]
        tables.append(tuple(map(tuple, scaled)))
    return replace(space, worth=tuple(tables))


@given(PARTIES.flatmap(spaces), st.data())
def test_nash_has_the_largest_product_of_gains(space: Space, data: st.DataObject) -> None:
    reservation = data.draw(reservations(space))
    zone = zone_by_listing(space, reservation)
    best = max((product_of_gains(points(space, outcome), reservation) for outcome in zone), default=None)
    found = nash(space, reservation)
    assert (found and product_of_gains(found.points, reservation)) == best


@given(PARTIES.flatmap(spaces), st.data())
def test_kalai_smorodinsky_has_the_largest_smallest_share_of_hope(space: Space, data: st.DataObject) -> None:
    reservation = data.draw(reservations(space))
    shares = shares_in_zone(space, reservation)
    found = kalai_smorodinsky(space, reservation)
    assert (shares[found.outcome] if found else None) == max(shares.values(), default=None)


@given(PARTIES.flatmap(spaces), SOLUTIONS)
def test_a_solution_is_efficient(space: Space, solution: Solution) -> None:
    found = solution(space, status_quo(space))
    assert found is not None
    assert frontier_by_listing(space)[found.points] == found.outcome


@given(PARTIES.flatmap(spaces), SOLUTIONS, st.data())
def test_a_solution_does_not_ask_who_is_named_first(space: Space, solution: Solution, data: st.DataObject) -> None:
    reservation = data.draw(reservations(space))
    order = data.draw(st.permutations(range(len(space.parties))))
    renamed = replace(space, worth=tuple(space.worth[party] for party in order))
    there = solution(renamed, tuple(reservation[party] for party in order))
    assert outcome_of(there) == outcome_of(solution(space, reservation))


@given(PARTIES.flatmap(spaces), SOLUTIONS, st.data())
def test_a_solution_does_not_depend_on_units(space: Space, solution: Solution, data: st.DataObject) -> None:
    reservation = data.draw(reservations(space))
    factors = data.draw(st.tuples(*(st.integers(1, 7) for _ in space.parties)))
    zeros = data.draw(st.tuples(*(st.integers(-500, 500) for _ in space.parties)))
    there = in_other_units(space, factors, zeros)
    asked = tuple(least * factor + zero for least, factor, zero in zip(reservation, factors, zeros, strict=True))
    assert outcome_of(solution(there, asked)) == outcome_of(solution(space, reservation))


@given(PARTIES.flatmap(spaces), st.data())
def test_nash_does_not_depend_on_levels_nobody_would_choose(space: Space, data: st.DataObject) -> None:
    better_for_all = points(space, data.draw(outcomes_of(space)))
    asked = data.draw(reservations(space))
    reservation = tuple(min(least, value - 1) for least, value in zip(asked, better_for_all, strict=True))
    found = nash(space, reservation)
    assert found is not None
    kept = [data.draw(st.sets(st.sampled_from(levels))) for levels in space.allowed]
    fewer = tuple(tuple(sorted(some | {level})) for some, level in zip(kept, found.outcome, strict=True))
    narrowed = replace(space, allowed=fewer, in_force=found.outcome)
    assert nash(narrowed, reservation) == found


@given(spaces(), SOLUTIONS)
def test_no_zone_no_solution(space: Space, solution: Solution) -> None:
    beyond = 1 + max(points(space, outcome)[0] for outcome in every_outcome(space))
    assert solution(space, (beyond, 0)) is None


def test_equal_claims_to_one_issue_are_split_in_the_middle() -> None:
    pie = Space(("pie",), ("a", "b"), (((0, 30, 50, 70),), ((70, 60, 50, 0),)), ((0, 1, 2, 3),), (0,))
    assert nash(pie, (0, 0)) == kalai_smorodinsky(pie, (0, 0)) == FrontierPoint((2,), (50, 50))


def test_kalai_smorodinsky_looks_at_hopes_where_nash_looks_at_the_product() -> None:
    pie = Space(("pie",), ("a", "b"), (((0, 50, 60, 100),), ((50, 40, 32, 0),)), ((0, 1, 2, 3),), (0,))
    assert nash(pie, (0, 0)) == FrontierPoint((1,), (50, 40))  # 50 x 40 beats 60 x 32
    assert kalai_smorodinsky(pie, (0, 0)) == FrontierPoint((2,), (60, 32))  # 60 of 100 beats 50 of 100


@pytest.mark.parametrize("solution", [nash, kalai_smorodinsky])
@pytest.mark.parametrize("worths", [((0, 2, 3),), ((0, 3, 2),)])
def test_of_equally_good_outcomes_the_smallest_levels_are_the_answer(solution: Solution, worths: Table) -> None:
    mirror = tuple((first, *reversed(rest)) for first, *rest in worths)
    assert outcome_of(solution(Space(("pie",), ("a", "b"), (worths, mirror), ((0, 1, 2),), (0,)), (0, 0))) == (1,)


def test_a_party_without_hope_has_no_say_in_kalai_smorodinsky() -> None:
    tables = (((0, 1, 6, 9),), ((0, 9, 7, 1),), ((5, 5, 5, 5),))
    pie = Space(("pie",), ("a", "b", "c"), tables, ((0, 1, 2, 3),), (0,))
    assert outcome_of(kalai_smorodinsky(pie, (0, 0, 5))) == (2,)


def test_misreading_a_posture_costs_points() -> None:
    b = ((40, 0), (60, 0))
    wants_x = Space(("x", "y"), ("a", "b"), (((0, 90), (0, 10)), b), ((0, 1), (0, 1)), in_force=(0, 1))
    wants_y = replace(wants_x, worth=(((0, 10), (0, 90)), b))
    assert misreading([wants_x, wants_y]) == (((90, 60), (10, 40)), ((10, 60), (90, 40)))
