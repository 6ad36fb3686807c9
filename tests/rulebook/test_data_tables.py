"""Levels, payoffs, weights, groups and start values, as the brief of the game gives them; nothing here is read from the rule files."""

from __future__ import annotations

import pytest

from sim.kernel import resolve
from tests.rulebook.harness import Table, table

pytestmark = pytest.mark.data

PAYOFFS = {
    "D1": ("0 20 42 64 86 100", "80 100 62 42 22 0"),
    "D2": ("0 35 48 72 100", "90 100 52 28 0"),
    "D3": ("0 25 46 78 100", "60 100 72 34 0"),
    "D4": ("0 20 42 78 100", "0 30 55 100 80"),
    "T1": ("80 100 68 42 20 0", "0 20 44 65 90 100"),
    "T2": ("0 25 42 64 90 100", "80 100 74 52 28 0"),
    "T3": ("45 75 60 100 0", "0 20 40 80 100"),
    "T4": ("0 25 42 70 100", "55 85 100 58 20"),
    "F1": ("30 85 100 55 20", "0 20 42 78 100"),
    "F2": ("80 100 72 42 0", "0 20 45 78 100"),
    "F3": ("80 100 66 40 0", "0 25 46 84 100"),
    "F4": ("60 100 68 45 15", "0 22 46 80 100"),
}


@pytest.mark.parametrize("issue", list(PAYOFFS))
def test_payoffs(issue: str) -> None:
    entry = next(entry for entry in table().scenario.issues if entry.id == issue)
    assert tuple(" ".join(map(str, payoffs)) for payoffs in entry.payoff) == PAYOFFS[issue]


def test_the_kernel_counts_with_these_payoffs() -> None:
    game = table(posture="dealmaker")
    before = game.utility("us"), game.utility("jp")
    game.put({"T1": 3})
    assert (game.utility("us") - before[0], game.utility("jp") - before[1]) == (15 * (42 - 80), 22 * 65)


STARTS = {"D1": 0, "D2": 0, "D3": 0, "D4": 0, "T1": 0, "T2": 0, "T3": 0, "T4": 0, "F1": 1, "F2": 1, "F3": 0, "F4": 1}
TRACKS = {"D": "D1 D2 D3 D4", "T": "T1 T2 T3 T4", "F": "F1 F2 F3 F4"}


def test_status_quo() -> None:
    assert {issue: table()[issue] for issue in STARTS} == STARTS


@pytest.mark.parametrize("track", list(TRACKS))
def test_tracks(track: str) -> None:
    scenario = table().scenario
    index = next(entry.index for entry in scenario.tracks if entry.id == track)
    assert [issue.id for issue in scenario.issues if issue.track == index] == TRACKS[track].split()


EFFECTS = {
    "D1": {"m_cohesion": "0 2 4 6 6 4", "m_deterrence": "0 2 4 8 9 10", "m_cabinet": "0 0 -1 -4 -8 -12", "m_us_support": "0 1 2 3 4 4"},
    "D2": {"m_cohesion": "0 3 3 4 2", "m_deterrence": "0 2 1 1 0", "m_cabinet": "0 1 -1 -4 -9", "m_us_support": "0 1 2 3 4"},
    "D3": {"m_cohesion": "0 3 5 5 2", "m_deterrence": "0 1 6 7 5", "m_diet": "0 0 -1 -6 -12", "m_leader_trust": "0 2 2 4 5"},
    "D4": {"m_industry": "0 3 7 12 15", "m_deterrence": "0 1 4 6 6", "m_cohesion": "0 1 3 4 4"},
    "T1": {
        "m_tariff": "0 -8 -18 -26 -34 -42",
        "m_momentum": "0 2 6 7 8 8",
        "m_cabinet": "0 2 5 6 7 8",
        "m_us_support": "0 1 0 -3 -6 -9",
        "m_protection": "0 0 0 -2 -4 -6",
    },
    "T2": {"m_fdi": "0 4 8 10 10 8", "m_us_support": "0 2 3 5 6 6", "m_cabinet": "0 1 1 -1 -4 -8", "m_industry": "0 1 3 4 4 4"},
    "T3": {"m_fdi": "0 1 2 6 8", "m_us_support": "0 1 1 2 -4", "m_industry": "0 1 2 6 5"},
    "T4": {"m_resource": "0 2 8 8 10", "m_us_support": "0 1 2 3 4", "m_cabinet": "0 0 1 0 -3"},
    "F1": {"m_regional": "-8 0 3 7 10", "m_goods": "-6 0 1 8 12", "m_deterrence": "-2 0 2 2 2", "m_order": "-4 0 1 3 4"},
    "F2": {"m_regional": "-6 0 4 8 12", "m_order": "-4 0 2 4 7", "m_protection": "2 0 -1 -3 -8", "m_us_support": "1 0 0 -3 -8"},
    "F3": {"m_goods": "0 3 7 12 16", "m_order": "0 1 2 4 6", "m_regional": "0 1 3 5 7", "m_us_support": "0 0 0 -2 -5"},
    "F4": {"m_order": "-6 0 4 9 14", "m_cohesion": "-4 0 2 3 4", "m_regional": "-3 0 2 4 5", "m_unpredict": "0 0 -1 -3 -5"},
}
LEVELS = [(issue, level) for issue in EFFECTS for level in range(len(PAYOFFS[issue][0].split())) if level != STARTS[issue]]


@pytest.mark.parametrize(("issue", "level"), LEVELS)
def test_what_a_level_does_to_the_meters(issue: str, level: int) -> None:
    totals = {name: [int(total) for total in row.split()] for name, row in EFFECTS[issue].items()}
    expected = {name: row[level] - row[STARTS[issue]] for name, row in totals.items()}
    assert entered(issue, level) == [(name, amount) for name, amount in expected.items() if amount]


def entered(issue: str, level: int) -> list[tuple[str, int]]:
    """What a level moves when it enters into force in a game whose meters all stand at 50, in the order in which it does."""
    game = table()
    game.put({meter.id: 50 for meter in game.scenario.meters})
    seen = len(game.rows)
    resolve.enter_level(game.t, game.s, game.log, game.names.index(issue), level)
    game.drain()
    rows = [(game.names.of_cell(row[2]), row[4] - row[3]) for row in game.rows[seen:]]
    return [(name, amount) for name, amount in rows if name != issue]


WEIGHTS = {
    "dealmaker": "5 9 3 6 15 24 9 17 3 4 3 2",
    "burden_sharer": "24 18 16 10 7 7 3 4 4 3 2 2",
    "industrialist": "6 3 3 17 20 16 12 10 3 6 2 2",
    "restrainer": "20 12 19 6 7 8 2 7 4 3 7 5",
    "japan": "7 5 6 5 22 6 8 4 9 10 7 11",
}


@pytest.mark.parametrize("posture", list(WEIGHTS))
def test_weights(posture: str) -> None:
    entry = next(entry for entry in table().scenario.postures if entry.id == posture)
    assert " ".join(map(str, entry.weights)) == WEIGHTS[posture]
    assert sum(entry.weights) == 100


GROUPS = {
    "us_president": (30, 52, {}),
    "us_congress": (18, 50, {"D1": 1, "D2": 1, "D3": 1, "D4": 2, "T1": 1, "T2": 1, "F1": 2, "F3": 1, "F4": 2}),
    "us_base": (18, 54, {"D1": 2, "D2": 2, "D3": 2, "T1": -4, "T2": 3, "T3": -2, "T4": 1, "F2": -5, "F3": -4, "F4": -1}),
    "us_industry": (16, 52, {"D4": 3, "T1": -5, "T2": 3, "T3": 1, "F2": -4}),
    "us_importers": (10, 44, {"T1": 6, "T4": 1, "F2": 3}),
    "us_security": (8, 56, {"D1": 2, "D2": 1, "D3": 3, "D4": 3, "F1": 2, "F3": 1, "F4": 2}),
    "jp_coalition": (26, 58, {"D1": -1, "D2": -2, "D3": -1, "D4": 1, "T1": 4, "T2": -1, "T3": 1, "F4": 1}),
    "jp_opposition": (22, 40, {"D1": -3, "D2": -4, "D3": -4, "T1": 5, "T2": -3, "F1": 1, "F3": 2, "F4": 3}),
    "jp_business": (18, 52, {"D4": 2, "T1": 6, "T2": -2, "T3": 4, "T4": 1, "F2": 3}),
    "jp_public": (14, 44, {"D1": -2, "D2": -3, "D3": -2, "T1": 4, "T2": -3, "F1": 1, "F3": 1, "F4": 2}),
    "jp_farm": (10, 48, {"T1": 1, "F2": -2}),
    "jp_bases": (10, 46, {"D1": -1, "D2": 1, "D3": -3, "D4": 2, "F4": 1}),
}


@pytest.mark.parametrize("group", list(GROUPS))
def test_weight_and_support_of_a_group(group: str) -> None:
    game = table()
    entry = next(entry for entry in game.scenario.groups if entry.id == group)
    assert (entry.weight, game[group]) == GROUPS[group][:2]


@pytest.mark.parametrize("group", [name for name in GROUPS if name != "us_president"])
def test_points_of_a_group_per_level(group: str) -> None:
    game = table()
    points = {issue: game.shift(group, f"{issue}={STARTS[issue] + 1}") for issue in STARTS}
    assert {issue: value for issue, value in points.items() if value} == GROUPS[group][2]


def test_points_count_per_level_and_backwards() -> None:
    game: Table = table(start={"T2": 2})
    assert (game.shift("jp_opposition", "D2=3"), game.shift("jp_opposition", "T2=0"), game.shift("jp_opposition", "D2=1 T1=2")) == (
        -12,
        6,
        6,
    )


@pytest.mark.parametrize(
    ("package", "shift"),
    [("T2=5 T4=4", 20), ("T1=3 T2=1", 0), ("T1=1", 3), ("T1=5 F2=4", -16), ("T1=5 T3=4 F2=4 F3=4", -20), ("T2=2 T4=1 D4=1", 16)],
)
def test_the_shift_of_the_white_house_is_held_between_minus_20_and_20(package: str, shift: int) -> None:
    assert table(posture="dealmaker").shift("us_president", package) == shift


METERS = {
    "m_cohesion": 64,
    "m_deterrence": 58,
    "m_momentum": 55,
    "m_leader_trust": 60,
    "m_tariff": 65,
    "m_protection": 70,
    "m_fdi": 60,
    "m_industry": 35,
    "m_resource": 45,
    "m_regional": 60,
    "m_goods": 42,
    "m_order": 55,
    "m_cabinet": 36,
    "m_diet": 42,
    "m_us_support": 54,
    "m_unpredict": 65,
    "post_close": 2,
    "post_partners": 1,
    "post_norms": 1,
    "friction": 0,
    "markers": 0,
    "dry_rounds": 0,
    "us.capital": 6,
    "jp.capital": 6,
}


@pytest.mark.parametrize("name", list(METERS))
def test_start_values(name: str) -> None:
    game = table()
    assert game.t[game.names.start_cell(name)] == METERS[name]


def test_meters_in_the_order_in_which_their_thresholds_act() -> None:
    assert [meter.id for meter in table().scenario.meters] == list(METERS)[:16]


@pytest.mark.parametrize(
    ("tariff", "trust", "unpredict", "pressure"),
    [(65, 60, 65, 59), (100, 100, 0, 50), (0, 0, 0, 25), (0, 100, 100, 25), (0, 99, 0, 0), (0, 98, 0, 1), (70, 50, 80, 68)],
)
def test_pressure_is_half_tariffs_a_quarter_distrust_and_a_quarter_unpredictability(
    tariff: int, trust: int, unpredict: int, pressure: int
) -> None:
    game = table().put({"m_tariff": tariff, "m_leader_trust": trust, "m_unpredict": unpredict})
    assert game.value("pressure") == pressure


def test_the_main_scenario_has_eight_rounds_and_the_short_ones_four() -> None:
    assert [table(name).scenario.rounds for name in ("spring-2025", "spring-90", "spring-short")] == [8, 4, 4]


@pytest.mark.parametrize(
    ("rounds", "fits", "too_large"),
    [
        (8, "D1=5 T2=1", "D1=5 T2=2"),
        (6, "D1=5 T2=1", "D1=5 T2=2"),
        (5, "D1=5 T2=5", "D1=5 T2=5 T4=1"),
        (4, "D1=5 T2=5", "D1=5 T2=5 T4=1"),
    ],
)
def test_size_of_a_package_by_rounds(rounds: int, fits: str, too_large: str) -> None:
    game = table(rounds=rounds).to("offers")
    assert game.says(f"jp offer {fits}") == "allowed"
    assert game.says(f"jp offer {too_large}") == "too-large"


SEATS = {
    2: ("s_pres s_ustr s_def s_cong", "s_pm s_meti s_mod s_mofa"),
    4: ("s_pres", "s_ustr s_def s_cong", "s_pm", "s_meti s_mod s_mofa"),
    6: ("s_pres s_cong", "s_ustr", "s_def", "s_pm s_mod", "s_meti", "s_mofa"),
    8: ("s_pres", "s_ustr", "s_def", "s_cong", "s_pm", "s_meti", "s_mod", "s_mofa"),
}


@pytest.mark.parametrize("players", list(SEATS))
def test_who_holds_which_seats(players: int) -> None:
    game = table(seats={"us": players // 2, "jp": players // 2})
    assert tuple(" ".join(seat.holds) for seat in game.seating.seats) == SEATS[players]


def test_deadlines_of_the_short_main_scenario_are_halved() -> None:
    cards = ("dm01", "dm04", "dm07", "dm08")
    dues = [table("spring-90", hand={1: (card,) * 3}).play(f"us demand {card}").demands[card][1] for card in cards]
    assert dues == [1 + 2, 1 + 2, 1 + 1, 1 + 2]
