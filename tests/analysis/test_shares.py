"""Percentages, and the one way they round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.shares import efficiency_percent, fair_share_percent, rounded

AMOUNTS = st.integers(-(10**9), 10**9)
DIVISORS = st.integers(1, 10**6)


@pytest.mark.parametrize(("amount", "divisor", "whole"), [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (5, 3, 2), (-4, 3, -1), (0, 7, 0), (1, 3, 0)])
def test_halves_round_away_from_zero(amount: int, divisor: int, whole: int) -> None:
    assert rounded(amount, divisor) == whole


@given(AMOUNTS, DIVISORS)
def test_rounding_is_never_off_by_more_than_half(amount: int, divisor: int) -> None:
    assert abs(2 * (rounded(amount, divisor) * divisor - amount)) <= divisor


@given(AMOUNTS, DIVISORS)
def test_a_loss_rounds_like_the_gain_of_the_same_size(amount: int, divisor: int) -> None:
    assert rounded(-amount, divisor) == -rounded(amount, divisor)


@pytest.mark.parametrize(("now", "percent"), [(5392, 0), (14658, 100), (10025, 50), (5000, 0), (15000, 100), (5438, 0), (5439, 1)])
def test_efficiency_is_the_part_of_the_possible_joint_gain(now: int, percent: int) -> None:
    assert efficiency_percent(now, start=5392, best=14658) == percent


def test_efficiency_where_nothing_can_be_gained() -> None:
    assert efficiency_percent(now=5000, start=5000, best=5000) == 0


@pytest.mark.parametrize(("values", "percent"), [((60, 60), 100), ((40, 60), 50), ((20, 90), 0), ((10, 90), 0), ((41, 60), 53)])
def test_fair_share_compares_the_products_of_gains(values: tuple[int, int], percent: int) -> None:
    assert fair_share_percent(values, reservation=(20, 20), nash_values=(60, 60)) == percent


def test_two_losses_do_not_make_a_fair_share() -> None:
    assert fair_share_percent((0, 0), reservation=(20, 20), nash_values=(60, 60)) == 0


def test_all_is_fair_where_there_was_nothing_to_share() -> None:
    assert fair_share_percent((20, 50), reservation=(20, 20), nash_values=(20, 60)) == 100
