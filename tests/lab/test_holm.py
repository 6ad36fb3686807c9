"""P-values against published counts and against counting by hand; Holm's correction against its definition."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import product
from math import erfc, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.intervals import Z
from sim.lab.holm import LEVEL, MOST_FLIPS, P_PLACES, both_tails, holm, mcnemar, p_value, patterns_beyond, sign_flip

DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]  # eighths of an inch
P = st.integers(0, 1000).map(lambda thousandths: Decimal(thousandths) / 1000)


# --- Holm ---


def test_holm_of_a_worked_example() -> None:
    # Wikipedia, "Holm-Bonferroni method", example: 0.01 and 0.005 are rejected, 0.04 and 0.03 are not
    assert holm([Decimal("0.01"), Decimal("0.04"), Decimal("0.03"), Decimal("0.005")]) == (True, False, False, True)


@given(st.lists(P | st.just(Decimal("0.01")), max_size=12))
def test_holm_is_as_defined_by_adjusted_p_values(p_values: list[Decimal]) -> None:
    # p.adjust of R: the largest, over all p-values up to this one, of p times how many are as large
    adjusted = [max(q * sum(r >= q for r in p_values) for q in p_values if q <= p) for p in p_values]
    assert holm(p_values) == tuple(p <= LEVEL for p in adjusted)


def test_one_comparison_needs_no_correction() -> None:
    assert holm([LEVEL]) == (True,) and holm([LEVEL + P_PLACES]) == (False,) and holm([]) == ()


def test_a_failure_stops_all_that_come_after() -> None:
    # 0.02 <= 0.05 / 3 fails, so 0.021 may not use 0.05 / 2
    assert holm([Decimal("0.02"), Decimal("0.021"), Decimal("0.9")]) == (False, False, False)


@pytest.mark.parametrize("p", ["-0.1", "1.1"])
def test_no_probability_no_answer(p: str) -> None:
    with pytest.raises(ValueError, match=r"a p-value lies within 0\.\.1"):
        holm([Decimal("0.5"), Decimal(p)])


# --- McNemar ---


@pytest.mark.parametrize(("only_a", "only_b", "p"), [(1, 7, "0.070"), (6, 16, "0.052")])
def test_mcnemar_of_worked_examples(only_a: int, only_b: int, p: str) -> None:
    # M. Fagerland, S. Lydersen and P. Laake (2013, BMC Medical Research Methodology 13:91), exact conditional test
    assert mcnemar(only_a, only_b).quantize(Decimal("0.001")) == Decimal(p)


def test_mcnemar_is_the_binomial_test() -> None:
    stats = pytest.importorskip("scipy.stats")
    for only_a, only_b in [(0, 1), (0, 6), (3, 3), (12, 30), (500, 560), (1000, 1200), (9000, 9400)]:
        expected = stats.binomtest(only_a, only_a + only_b).pvalue
        assert float(mcnemar(only_a, only_b)) == pytest.approx(expected, abs=6e-9)


@given(st.integers(0, 300), st.integers(0, 300))
def test_mcnemar_takes_no_side(only_a: int, only_b: int) -> None:
    assert mcnemar(only_a, only_b) == mcnemar(only_b, only_a) <= 1
    assert mcnemar(only_a, only_a) == 1


def test_pairs_are_not_below_nought() -> None:
    with pytest.raises(ValueError, match="pairs are 0 or more"):
        mcnemar(3, -1)


# --- flipping signs ---


def test_fisher_counted_darwin_s_plants() -> None:
    # R. A. Fisher (1935), The Design of Experiments, section 21: 863 of 32,768 are as high, 1,726 or 5.267 % either way
    assert patterns_beyond(Counter(DARWIN)) == 863
    assert sign_flip(Counter(DARWIN)) == p_value(Decimal(1726) / 32768)


@given(st.lists(st.integers(-6, 6), max_size=9))
def test_signs_are_flipped_in_every_pattern(differences: list[int]) -> None:
    found = abs(sum(differences))
    patterns = list(product((-1, 1), repeat=len(differences)))
    far = sum(abs(sum(s * d for s, d in zip(signs, differences, strict=True))) >= found for signs in patterns)
    assert sign_flip(Counter(differences)) == p_value(Decimal(far) / len(patterns))


@given(st.integers(0, 25), st.integers(0, 25), st.integers(1, 500), st.integers(0, 400))
def test_with_one_size_only_it_is_mcnemar_s(only_a: int, only_b: int, size: int, same: int) -> None:
    assert sign_flip({size: only_b, -size: only_a, 0: same}) == mcnemar(only_a, only_b)


@pytest.mark.parametrize("shift", [0, 4, 8, 12])
def test_many_pairs_are_as_good_as_normal(shift: int) -> None:
    differences = Counter({shift + value: 1 for value in range(-30, 31) if shift + value})
    changed = differences.total()
    assert changed > MOST_FLIPS
    exact = min(1.0, 2 * patterns_beyond(differences) / 2**changed)
    squares = sum(value * value for value in differences.elements())
    assert float(sign_flip(differences)) == pytest.approx(exact, abs=0.01)
    assert float(sign_flip(differences)) == pytest.approx(erfc(sum(differences.elements()) / sqrt(2 * squares)), abs=1e-8)


def test_the_normal_tail() -> None:
    # Abramowitz and Stegun (1964), table 26.1: 1 - P(1) = 0.158655253931457, P(3) = 0.998650101968370
    assert p_value(both_tails(Decimal(1))) == p_value(2 * Decimal("0.158655253931457"))
    assert p_value(both_tails(Decimal(3))) == p_value(2 - 2 * Decimal("0.998650101968370"))
    assert p_value(both_tails(Z)) == LEVEL
    assert (p_value(both_tails(Decimal(0))), both_tails(Decimal(11))) == (1, 0)


@given(st.integers(0, 10_000).map(lambda thousandths: Decimal(thousandths) / 1000))
def test_the_normal_tail_is_that_of_the_library(z: Decimal) -> None:
    assert float(both_tails(z)) == pytest.approx(erfc(float(z) / sqrt(2)), abs=1e-12)
