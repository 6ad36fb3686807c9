"""Intervals without drawing, against those that are drawn, against published ranks, and against the truth."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.lab.bootstrap import mean_interval, median_interval, quartile_interval, ranks
from sim.lab.statistics import mean_of
from tests.lab.drawn import drawn, held

VALUES = st.lists(st.integers(-100, 100), min_size=1, max_size=40)
# Joint efficiency as the lab sees it: deals at the frontier, and a long tail below.
SKEWED = {100: 30, 97: 12, 90: 8, 75: 5, 40: 3, 0: 2}


def test_the_mean_agrees_with_bca_by_drawing() -> None:
    stats = pytest.importorskip("scipy.stats")
    numpy = pytest.importorskip("numpy")
    sample = numpy.array(sorted(Counter(SKEWED).elements()))
    drawing = stats.bootstrap((sample,), numpy.mean, method="BCa", n_resamples=20000, rng=numpy.random.default_rng(1))
    found = mean_interval(SKEWED)
    # 20,000 resamples leave about 0.1 points of noise in an end; the plain interval is off by 0.9 below.
    assert float(found.low) == pytest.approx(drawing.confidence_interval.low, abs=0.3)
    assert float(found.high) == pytest.approx(drawing.confidence_interval.high, abs=0.3)
    assert float(mean_of(sample.tolist()).low) - drawing.confidence_interval.low > 0.6


def test_the_mean_of_a_symmetric_sample_lies_in_the_middle() -> None:
    # 1, 2, 3: no skew, plug-in spread of the mean sqrt(2 / 9), times 1.96 = 0.9239
    found = mean_interval({1: 1, 2: 1, 3: 1})
    assert (found.middle, found.low, found.high, found.method) == (Decimal(2), Decimal("1.0761"), Decimal("2.9239"), "abc")


@given(VALUES)
def test_the_other_way_round_the_interval_is_mirrored(values: list[int]) -> None:
    found, mirrored = mean_interval(Counter(values)), mean_interval(Counter(-value for value in values))
    assert (mirrored.low, mirrored.middle, mirrored.high) == (-found.high, -found.middle, -found.low)


@given(VALUES, st.integers(-50, 50))
def test_points_more_for_everybody_move_the_interval(values: list[int], more: int) -> None:
    found, moved = mean_interval(Counter(values)), mean_interval(Counter(value + more for value in values))
    assert moved.low - found.low == pytest.approx(more, abs=Decimal("0.0001"))
    assert moved.high - found.high == pytest.approx(more, abs=Decimal("0.0001"))


@given(VALUES)
def test_an_interval_holds_its_measure_and_stays_among_the_values(values: list[int]) -> None:
    sample = Counter(values)
    for found in (mean_interval(sample), *(quartile_interval(sample, quarter) for quarter in (1, 2, 3))):
        assert min(values) <= found.low <= found.middle <= found.high <= max(values)


def test_a_mean_never_reaches_past_the_most_there_is() -> None:
    # 99 of 100: the formula alone would end at 1.0007
    assert mean_interval({0: 1, 1: 99}).high == 1


def test_equal_values_leave_no_doubt() -> None:
    found = mean_interval({7: 30})
    assert (found.low, found.middle, found.high) == (7, 7, 7)


@pytest.mark.parametrize(("of", "low", "high"), [(6, 1, 6), (10, 2, 9), (20, 6, 15), (50, 18, 33), (100, 40, 61)])
def test_published_ranks_of_the_median(of: int, low: int, high: int) -> None:
    # M. Campbell and M. Gardner (1988, British Medical Journal 296, 1454-1456), table of ranks, 95 %
    assert ranks(of, Fraction(1, 2)) == (low, high)


@given(st.integers(13, 200), st.sampled_from([1, 2, 3]))
def test_ranks_are_the_closest_that_cover(of: int, quarter: int) -> None:
    low, high = ranks(of, Fraction(quarter, 4))
    ways = [comb(of, below) * quarter**below * (4 - quarter) ** (of - below) for below in range(of + 1)]
    whole = 4**of
    assert 40 * sum(ways[:low]) <= whole < 40 * sum(ways[: low + 1])
    assert 40 * sum(ways[high:]) <= whole < 40 * sum(ways[high - 1 :])


def test_values_stand_at_their_ranks() -> None:
    found = median_interval({10 * rank: 1 for rank in range(1, 21)})
    assert (found.middle, found.low, found.high, found.method) == (100, 60, 150, "order-statistic")
    assert quartile_interval({10 * rank: 1 for rank in range(1, 21)}, 1).middle == 50


@pytest.mark.parametrize(("quarter", "enough"), [(1, 13), (2, 6), (3, 13)])
def test_too_few_values_are_said_to_be(quarter: int, enough: int) -> None:
    few, more = (dict.fromkeys(range(of), 1) for of in (enough - 1, enough))
    assert quartile_interval(few, quarter).method == "range"
    assert quartile_interval(more, quarter).method == "order-statistic"


def test_there_are_three_quartiles() -> None:
    with pytest.raises(ValueError, match="a quartile is 1, 2 or 3, got 4"):
        quartile_interval({1: 1}, 4)
    with pytest.raises(ValueError, match="a mean needs a value"):
        mean_interval({})


def test_no_array_library_is_asked_for() -> None:
    modules = "bootstrap, games_needed, histogram, holm, paired, rounding"
    code = f"import sys; from sim.lab import {modules}; print(sorted({{'numpy', 'scipy', 'numba'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def efficiency(byte: int) -> int:
    """A skewed value: 100 in nine draws of ten (230 of 256), otherwise 0..125 in steps of five."""
    return 100 if byte < 230 else 5 * (byte - 230)


def test_the_interval_of_a_skewed_mean_holds_the_truth() -> None:
    truth = Decimal(sum(map(efficiency, range(256)))) / 256
    above, below = 0, 0
    for sample in drawn(2, 100, efficiency):
        found = mean_interval(sample)
        above += found.low > truth
        below += found.high < truth
    assert 0.93 <= 1 - (above + below) / 1000 <= 0.97
    assert min(above, below) >= 10  # both sides miss


def test_the_interval_of_a_median_holds_the_truth() -> None:
    hits = []
    for sample in drawn(3, 400, int):
        found = median_interval(sample)
        hits.append(found.low <= 127 and found.high >= 128)  # the median of 0..255 is any number between
    assert 0.93 <= held(hits) <= 0.97
