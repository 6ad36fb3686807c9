"""No more digits than an interval allows, never 0 or 100 per cent by rounding, and how many games would settle it."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.analysis.intervals import wilson_ends
from sim.lab.games_needed import more_games_needed
from sim.lab.histogram import mean_of_counts
from sim.lab.paired import paired_mean, paired_share
from sim.lab.rounding import Shown, at_most, shown_mean, shown_mean_difference, shown_share, shown_share_difference
from sim.lab.statistics import mean_of, wilson
from tests.lab.drawn import drawn, held

PAIR = st.integers(1, 20_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def texts(shown: Shown) -> tuple[str, str, str, str]:
    """Value, half-width and both ends as written."""
    return str(shown.value), str(shown.half), str(shown.low), str(shown.high)


# --- shares ---


@pytest.mark.parametrize(
    ("count", "of", "expected"),
    [
        (248, 400, ("62", "5", "57", "67")),  # the example of R-43: 62 % +- 5, not 62.3 %
        (249, 400, ("62", "5", "57", "67")),
        (500, 1000, ("50", "3", "46", "54")),
        (5000, 10_000, ("50", "1", "49", "51")),
        (9000, 10_000, ("90.0", "0.6", "89.4", "90.6")),
        (5, 10, ("50", "26", "23", "77")),
        (500_000, 1_000_000, ("50.0", "0.1", "49.9", "50.1")),
    ],
)
def test_digits_follow_the_half_width(count: int, of: int, expected: tuple[str, str, str, str]) -> None:
    assert texts(shown_share(wilson(count, of))) == expected


def test_what_was_seen_once_is_not_nought() -> None:
    once, all_but_once = shown_share(wilson(1, 250)), shown_share(wilson(249, 250))
    assert (texts(once), once.digits) == (("0.4", "1.1", "0.0", "2.3"), 1)
    assert texts(all_but_once) == ("99.6", "1.1", "97.7", "100.0")
    assert once.at_most is None and all_but_once.at_least is None


@pytest.mark.parametrize(
    ("of", "bound"), [(1000, "0.3"), (400, "0.8"), (200, "2"), (100, "3"), (20, "15"), (7000, "0.05"), (10**6, "0.0003"), (2, "100")]
)
def test_nothing_seen_is_at_most_three_in_n(of: int, bound: str) -> None:
    # 0 of 1,000 is below 0.3 %
    none, every = shown_share(wilson(0, of)), shown_share(wilson(of, of))
    assert (str(none.at_most), none.at_least, none.value) == (bound, None, 0)
    assert (every.at_most, every.at_least, every.value) == (None, 100 - Decimal(bound), 100)


@given(st.integers(1, 10**6))
def test_the_bound_is_three_in_n_rounded_up(of: int) -> None:
    bound, three = at_most(of), Fraction(300, of)
    assert bound == 100 or three <= Fraction(bound) < three * 2
    # Hanley and Lippman-Hand (1983): with that chance, n games without one happen once in twenty times or less
    assert (1 - float(bound) / 100) ** of <= 0.0501


@given(PAIR)
def test_shown_numbers_stay_in_order_and_say_no_less_than_the_interval(pair: tuple[int, int]) -> None:
    share = wilson(*pair)
    shown = shown_share(share)
    assert shown.low <= shown.value <= shown.high
    assert shown.low <= 100 * share.low and 100 * share.high <= shown.high
    assert (shown.value in (0, 100)) == (share.count in (0, share.of))
    assert {-int(number.as_tuple().exponent) for number in (shown.value, shown.half, shown.low, shown.high)} == {shown.digits}


@given(PAIR)
def test_a_share_and_the_rest_make_a_hundred(pair: tuple[int, int]) -> None:
    count, of = pair
    shown, rest = shown_share(wilson(count, of)), shown_share(wilson(of - count, of))
    assert shown.value + rest.value == 100
    assert (rest.low, rest.high, rest.half) == (100 - shown.high, 100 - shown.low, shown.half)


@given(PAIR)
def test_the_last_digit_shown_is_one_the_interval_reaches(pair: tuple[int, int]) -> None:
    count, of = pair
    shown = shown_share(wilson(count, of))
    assume(10 < shown.value < 90)
    assert shown.half >= Decimal(1).scaleb(-shown.digits)


# --- means and differences ---


def test_means() -> None:
    assert texts(shown_mean(mean_of_counts({10: 200, 55: 200}))) == ("32", "2", "30", "35")  # 32.5 goes to the even neighbour
    assert texts(shown_mean(mean_of_counts({-3: 500, -2: 500}))) == ("-2.50", "0.03", "-2.54", "-2.46")
    assert texts(shown_mean(mean_of([7]))) == ("7", "0", "7", "7")


def test_no_minus_nought() -> None:
    assert texts(shown_mean(mean_of_counts({-10: 51, 10: 49}))) == ("0", "2", "-3", "2")


def test_differences() -> None:
    share = shown_share_difference(paired_share(200, 5, 25, 170))
    assert texts(share) == ("5", "3", "2", "8")
    mean = shown_mean_difference(paired_mean({0: 380, 5: 14, -2: 6}, 0))
    assert texts(mean) == ("0.1", "0.1", "0.0", "0.3")


# --- games needed ---


def test_games_needed_of_a_worked_example() -> None:
    # 54 of 100 against a half: 1.96^2 * 0.25 / 0.04^2 = 600.2 games in all
    assert more_games_needed(wilson(54, 100), Decimal("0.5")) == 501
    assert more_games_needed(wilson(46, 100), Decimal("0.5")) == 501
    assert more_games_needed(wilson(70, 100), Decimal("0.5")) == 0


def test_a_share_at_the_threshold_is_never_decided() -> None:
    assert more_games_needed(wilson(50, 100), Decimal("0.5")) is None
    assert more_games_needed(wilson(1, 3), Fraction(1, 3)) is None
    assert more_games_needed(wilson(0, 10), Decimal(0)) is None


@given(st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), st.integers(0, 20))
def test_that_many_games_settle_it_and_fewer_do_not(pair: tuple[int, int], twentieths: int) -> None:
    count, of = pair
    threshold = Decimal(twentieths) / 20
    more = more_games_needed(wilson(count, of), threshold)
    assume(more is not None and more < 10**6)
    assert more is not None
    enough = -(-(of + more) // of)  # times as many games with the same share
    assert clear(count * enough, of * enough, threshold)
    assert enough == 1 or not clear(count * (enough - 1), of * (enough - 1), threshold)


def clear(count: int, of: int, threshold: Decimal) -> bool:
    """Whether Wilson's interval, without rounding, leaves out a threshold."""
    low, high = wilson_ends(count, of)
    return not low <= threshold <= high


@pytest.mark.parametrize("threshold", ["-0.01", "1.01"])
def test_a_threshold_is_a_share(threshold: str) -> None:
    with pytest.raises(ValueError, match=r"a threshold lies within 0\.\.1"):
        more_games_needed(wilson(1, 2), Decimal(threshold))


# --- Wilson's interval, on which all of this stands ---


def test_wilson_is_that_of_the_library() -> None:
    stats = pytest.importorskip("scipy.stats")
    for count, of in [(0, 20), (15, 148), (1, 400), (200, 400), (9999, 10_000)]:
        expected = stats.binomtest(count, of).proportion_ci(method="wilson")
        found = wilson(count, of)
        assert (float(found.low), float(found.high)) == pytest.approx((expected.low, expected.high), abs=6e-5)


def test_the_interval_of_a_share_holds_the_truth() -> None:
    hits = []
    for sample in drawn(6, 400, lambda byte: int(byte < 160)):
        found = wilson(Counter(sample)[1], 400)
        hits.append(found.low <= Decimal("0.625") <= found.high)
    assert 0.93 <= held(hits) <= 0.97
