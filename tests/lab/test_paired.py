"""Differences of paired games: published intervals, sides that can be swapped, verdicts, and how often the truth is held."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.lab.bootstrap import mean_interval
from sim.lab.holm import mcnemar
from sim.lab.paired import GRID, Difference, paired_mean, paired_share, score
from tests.lab.drawn import drawn, held

COUNT = st.integers(0, 300)
TABLE = st.tuples(COUNT, st.integers(0, 60), st.integers(0, 60), COUNT).filter(any)
DIFFERENCES = st.dictionaries(st.integers(-40, 40), st.integers(1, 30), min_size=1, max_size=12)
FINER = Decimal("0.0001")


# --- shares ---


def test_tango_s_worked_example() -> None:
    # T. Tango (1998, Statistics in Medicine 17, 891-908), section 6.1: 0 and 1 of 44, statistic 1.709 at -0.1
    found, variance = score(0, 1, 44, -GRID // 10)
    assert (found / variance.sqrt()).quantize(Decimal("0.001")) == Decimal("1.709")


@pytest.mark.parametrize(
    ("table", "low", "high"),
    [
        # M. Fagerland, S. Lydersen and P. Laake (2014, Statistics in Medicine 33, 2850-2875), airway data: -0.517 to -0.026
        ((1, 7, 1, 12), "-0.517", "-0.026"),
        # R package PropCIs, scoreci.mp(0, 7, 14): 0.177034 to 0.732008
        ((3, 0, 7, 4), "0.177", "0.732"),
    ],
)
def test_published_intervals(table: tuple[int, int, int, int], low: str, high: str) -> None:
    found = paired_share(*table)
    assert (found.low.quantize(Decimal("0.001")), found.high.quantize(Decimal("0.001"))) == (Decimal(low), Decimal(high))


def test_a_share_before_and_after() -> None:
    found = paired_share(both=59, only_a=16, only_b=6, neither=80)
    assert (found.before, found.after, found.difference) == (Decimal("0.4658"), Decimal("0.4037"), Decimal("-0.0621"))
    assert (found.changed, found.of, found.p) == (22, 161, mcnemar(16, 6))


@pytest.mark.parametrize(("of", "half"), [(400, 2.2), (1000, 1.4), (10000, 0.44)])
def test_as_wide_as_planned_for_when_one_pair_of_twenty_differs(of: int, half: float) -> None:
    # 1.96 sqrt(0.05 / n) in percentage points; the score interval allows a little more where few pairs differ
    changed = of // 40
    found = paired_share(of // 2, changed, changed, of - of // 2 - 2 * changed)
    assert half * 0.98 < 50 * float(found.high - found.low) < half * 1.1


def test_no_difference_seen_leaves_a_little_room() -> None:
    # +- z^2 / (n + z^2) = 3.8415 / 403.8415
    found = paired_share(300, 0, 0, 100)
    assert (found.low, found.difference, found.high) == (Decimal("-0.0095"), 0, Decimal("0.0095"))


def test_every_pair_differs() -> None:
    found = paired_share(0, 0, 5, 0)
    # lower end n / (n + z^2) of Wilson's interval of 5 of 5 = 0.5655, as a difference 2 * 0.5655 - 1
    assert (found.low, found.high) == (Decimal("0.1310"), Decimal(1))


@given(TABLE)
def test_swapped_sides_negate_a_share(table: tuple[int, int, int, int]) -> None:
    both, only_a, only_b, neither = table
    found, swapped = paired_share(*table), paired_share(both, only_b, only_a, neither)
    assert (swapped.before, swapped.after) == (found.after, found.before)
    assert (swapped.difference, swapped.low, swapped.high) == (-found.difference, -found.high, -found.low)
    assert (swapped.p, swapped.changed) == (found.p, found.changed)


@given(TABLE)
def test_an_interval_holds_its_difference(table: tuple[int, int, int, int]) -> None:
    found = paired_share(*table)
    assert -1 <= found.low <= found.difference <= found.high <= 1
    assert abs(found.after - found.before - found.difference) <= FINER


@given(st.integers(0, 60), st.integers(0, 60), COUNT)
def test_what_the_exact_test_refuses_the_interval_leaves_out(only_a: int, only_b: int, same: int) -> None:
    found = paired_share(same + 1, only_a, only_b, 0)
    if found.p <= Decimal("0.05"):
        assert found.low > 0 or found.high < 0


@given(st.integers(0, 60), st.integers(1, 60), COUNT)
def test_at_no_difference_the_score_is_mcnemar_s(only_a: int, only_b: int, same: int) -> None:
    # Tango (1998), section 6.2: (b - c) / sqrt(b + c)
    found, variance = score(only_b, only_a, only_a + only_b + same, 0)
    assert found == only_b - only_a
    assert float(variance) == pytest.approx(only_a + only_b)


@pytest.mark.parametrize("table", [(0, 0, 0, 0), (5, -1, 0, 9)])
def test_a_share_of_no_pairs_is_none(table: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="a share is of 1 pair or more"):
        paired_share(*table)


# --- means ---


def test_darwin_s_plants() -> None:
    # R. A. Fisher (1935), The Design of Experiments, sections 17 and 21: mean 20.93 eighths of an inch, 1,726 of 32,768
    found = paired_mean(Counter([49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]), total_before=15 * 140)
    assert (found.before, found.after, found.difference) == (140, Decimal("160.9333"), Decimal("20.9333"))
    assert (found.changed, found.of, found.p) == (15, 15, Decimal("0.05267334"))


def test_the_interval_is_that_of_a_mean() -> None:
    differences = {0: 380, 5: 14, -2: 6}
    found, expected = paired_mean(differences, 20_000), mean_interval(differences)
    assert (found.low, found.difference, found.high) == (expected.low, expected.middle, expected.high)
    assert (found.changed, found.of) == (20, 400)


@given(DIFFERENCES, st.integers(-5000, 5000))
def test_swapped_sides_negate_a_mean(differences: dict[int, int], before: int) -> None:
    after = before + sum(value * pairs for value, pairs in differences.items())
    found, swapped = paired_mean(differences, before), paired_mean({-value: pairs for value, pairs in differences.items()}, after)
    assert (swapped.before, swapped.after) == (found.after, found.before)
    assert (swapped.difference, swapped.low, swapped.high) == (-found.difference, -found.high, -found.low)
    assert swapped.p == found.p


@given(st.integers(0, 25), st.integers(0, 25), COUNT)
def test_a_share_is_a_mean_of_noughts_and_ones(only_a: int, only_b: int, same: int) -> None:
    share, mean = paired_share(same + 1, only_a, only_b, 0), paired_mean({1: only_b, -1: only_a, 0: same + 1}, same + 1 + only_a)
    assert (share.before, share.after, share.difference, share.p) == (mean.before, mean.after, mean.difference, mean.p)
    assert (share.changed, share.of) == (mean.changed, mean.of)


def test_a_mean_of_no_pairs_is_none() -> None:
    with pytest.raises(ValueError, match="a mean needs a value"):
        paired_mean({}, 0)


# --- verdicts ---


def test_verdicts() -> None:
    up, down, same = paired_share(50, 0, 20, 30), paired_share(50, 20, 0, 30), paired_share(50, 0, 0, 30)
    assert (up.verdict(True), down.verdict(True)) == ("up", "down")
    assert (up.verdict(False), down.verdict(False)) == ("no-clear-change", "no-clear-change")
    assert (same.verdict(True), same.verdict(False)) == ("same-in-every-game", "same-in-every-game")


def test_equal_numbers_both_ways_are_not_the_same_in_every_game() -> None:
    assert paired_share(50, 7, 7, 30).verdict(False) == "no-clear-change"
    assert paired_mean({3: 2, -3: 2, 0: 90}, 0).verdict(False) == "no-clear-change"
    assert paired_mean({0: 94}, 0).verdict(False) == "same-in-every-game"


@pytest.mark.parametrize(("low", "high"), [("0.0000", "0.2000"), ("-0.2000", "0.0000"), ("-0.1000", "0.3000")])
def test_no_verdict_against_the_interval_beside_it(low: str, high: str) -> None:
    found: Difference = replace(paired_share(50, 0, 20, 30), low=Decimal(low), high=Decimal(high))
    assert found.verdict(True) == "no-clear-change"


# --- how often the truth is held ---


def test_the_interval_of_a_paired_share_holds_the_truth() -> None:
    # of 256 draws 6 are only before, 13 only after: 7.4 % of pairs differ, by 2.7 points
    hits = []
    for sample in drawn(4, 400, lambda byte: -1 if byte < 6 else int(byte < 19)):
        found = paired_share(200, sample[-1], sample[1], sample[0] - 200)
        hits.append(found.low <= Decimal(7) / 256 <= found.high)
    assert 0.93 <= held(hits) <= 0.97


def test_the_interval_of_a_paired_mean_holds_the_truth() -> None:
    # of 256 draws 12 differ, by 1..12 points and mostly up: about 19 pairs of 400
    def change(byte: int) -> int:
        return 0 if byte >= 12 else (byte + 1) * (1 if byte % 4 else -1)

    truth = Decimal(sum(map(change, range(256)))) / 256
    hits = []
    for sample in drawn(5, 400, change):
        found = paired_mean(sample, 0)
        hits.append(found.low <= truth <= found.high)
    assert 0.93 <= held(hits) <= 0.97
