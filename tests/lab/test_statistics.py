"""Intervals against published values and by their own properties."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.lab.statistics import mean_of, nth, share_of, wilson


def test_wilson_of_a_worked_example() -> None:
    # 15 of 148: Newcombe (1998, Statistics in Medicine 17, 857-872), table I: 0.0624 to 0.1605
    found = wilson(15, 148)
    assert (found.share, found.low, found.high) == (Decimal("0.1014"), Decimal("0.0624"), Decimal("0.1605"))


def test_wilson_at_the_ends() -> None:
    # 0 of 20: Newcombe (1998), table I: 0 to 0.1611
    none, every = wilson(0, 20), wilson(20, 20)
    assert (none.low, none.high) == (Decimal("0.0000"), Decimal("0.1611"))
    assert (every.low, every.high) == (Decimal("0.8389"), Decimal("1.0000"))


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilson_holds_its_share_and_mirrors(pair: tuple[int, int]) -> None:
    count, of = pair
    found, mirrored = wilson(count, of), wilson(of - count, of)
    assert 0 <= found.low <= found.share <= found.high <= 1
    assert abs(found.low + mirrored.high - 1) <= Decimal("0.0001")


@pytest.mark.parametrize(("count", "of"), [(1, 0), (-1, 5), (6, 5)])
def test_a_share_of_nothing_is_none(count: int, of: int) -> None:
    with pytest.raises(ValueError, match="a share is of 1 or more"):
        wilson(count, of)


def test_the_mean_of_a_worked_example() -> None:
    found = mean_of([2, 4, 4, 4, 5, 5, 7, 9])
    # mean 5, s = sqrt(32 / 7); 1.96 s / sqrt(8) = 1.4816
    assert (found.mean, found.low, found.high) == (Decimal("5.0000"), Decimal("3.5184"), Decimal("6.4816"))
    assert (found.least, found.p10, found.p50, found.p90, found.most) == (2, 2, 4, 9, 9)


def test_one_value_has_no_spread() -> None:
    found = mean_of([7])
    assert (found.mean, found.low, found.high) == (7, 7, 7)
    with pytest.raises(ValueError, match="a mean needs a value"):
        mean_of([])


def test_nearest_rank() -> None:
    assert [nth(list(range(1, 11)), percent) for percent in (10, 50, 90, 100)] == [1, 5, 9, 10]


def test_flags() -> None:
    assert share_of([True, False, True, True]).count == 3
