"""A histogram says what the list it stands for says, to the last digit."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.lab.histogram import Quartiles, at_rank, mean_of_counts, moments, quartiles
from sim.lab.statistics import mean_of, nth
from tests.lab.drawn import drawn, held

VALUES = st.lists(st.integers(-1000, 1000), min_size=1, max_size=60)


@given(VALUES)
def test_the_mean_of_counts_is_that_of_the_list(values: list[int]) -> None:
    assert mean_of_counts(Counter(values)) == mean_of(values)


@given(VALUES)
def test_quartiles_are_those_of_the_list(values: list[int]) -> None:
    ordered = sorted(values)
    assert quartiles(Counter(values)) == Quartiles(nth(ordered, 25), nth(ordered, 50), nth(ordered, 75))


def test_the_mean_of_a_worked_example() -> None:
    found = mean_of_counts({9: 1, 2: 1, 4: 3, 5: 2, 7: 1})
    # mean 5, s = sqrt(32 / 7); 1.96 s / sqrt(8) = 1.4816
    assert (found.mean, found.low, found.high) == (Decimal("5.0000"), Decimal("3.5184"), Decimal("6.4816"))
    assert (found.least, found.p10, found.p50, found.p90, found.most) == (2, 2, 4, 9, 9)


def test_student_s_hours_of_sleep() -> None:
    # Student (1908, Biometrika 6, 1-25), table of additional hours, here in tenths: mean 1.58, standard error 0.39
    found = moments(Counter([12, 24, 13, 13, 0, 10, 18, 8, 46, 14]))
    assert found.mean == Decimal("15.8")
    assert round(float(found.of_mean) ** 0.5 / 10, 2) == 0.39


def test_values_that_never_occur_do_not_count() -> None:
    assert mean_of_counts({-50: 0, 3: 2, 99: 0}) == mean_of([3, 3])


def test_ranks_past_the_ends_give_the_ends() -> None:
    assert [at_rank({1: 2, 5: 1}, rank) for rank in (0, 1, 2, 3, 4)] == [1, 1, 1, 5, 5]


@pytest.mark.parametrize("values", [{}, {4: 0}])
def test_nothing_has_no_mean(values: dict[int, int]) -> None:
    with pytest.raises(ValueError, match="a mean needs a value"):
        mean_of_counts(values)


def test_no_count_is_below_nought() -> None:
    with pytest.raises(ValueError, match="a value occurs 0 times or more, got -1"):
        quartiles({1: 3, 2: -1})


def test_a_million_games_take_no_longer_than_their_values() -> None:
    found = mean_of_counts({0: 10**9, 1: 10**9})
    assert (found.mean, found.p10, found.p50, found.p90) == (Decimal("0.5000"), 0, 0, 1)


def test_the_interval_of_a_mean_holds_the_truth() -> None:
    # 0..255 equally likely: mean 127.5
    hits = []
    for sample in drawn(1, 400, int):
        found = mean_of_counts(sample)
        hits.append(found.low <= Decimal("127.5") <= found.high)
    assert 0.93 <= held(hits) <= 0.97
