"""Outcomes worked out before there was an engine; each test has the name it had then."""

from __future__ import annotations

import pytest

from sim.analysis.missed import distance_to_frontier
from sim.analysis.space import Space, up_to, worth_of
from sim.loading import load
from tests.rulebook.harness import Table, table

pytestmark = pytest.mark.reference

POSTURES = ("dealmaker", "burden_sharer", "industrialist", "restrainer")


@pytest.mark.parametrize(("posture", "us"), list(zip(POSTURES, (2700, 1695, 3355, 2350), strict=True)))
def test_status_quo_utilities(posture: str, us: int) -> None:
    game = table(posture=posture)
    assert (game.utility("us"), game.utility("jp")) == (us, 2692)


def test_package_size() -> None:
    game = table().to("offers")
    assert game.says("jp offer D2=1 T1=2 T2=2 T4=2") == "too-large"
    assert game.says("jp offer D2=1 T1=2 T2=2 T4=1") == "allowed"


def test_package_size_of_a_short_game() -> None:
    game = table("spring-90").to("offers")
    assert game.says("jp offer D2=2 T1=3 T2=3 T4=3") == "too-large"
    assert game.says("jp offer D2=2 T1=3 T2=3 T4=2") == "allowed"


def test_no_action_order() -> None:
    assert table().to("end")["m_order"] == 23


def test_cap_f2_drift() -> None:
    game = table()
    assert [game.to("opening", number).cap("F2") for number in range(1, 9)] == [2, 2, 2, 2, 1, 1, 1, 1]


@pytest.mark.claim(18)
def test_summit_no_immunity() -> None:
    game = table().to("lever")
    before = game.chance_of_second
    game.play("us lever us_l10").to("response").play("jp summit")
    assert game.chance_of_second == before


@pytest.mark.claim(30)
@pytest.mark.parametrize("fdi", [0, 50, 100])
@pytest.mark.parametrize("asked", [1, 3, 5, 10])
def test_investor_floor(fdi: int, asked: int) -> None:
    game = table().to("lever").put({"m_fdi": fdi, "m_tariff": 40, "us_l01.credibility": 10 * asked})
    assert game.effect_of("us lever us_l01")["m_tariff"] >= 1


HISTORY = {"D1": 1, "D2": 0, "D3": 2, "D4": 3, "T1": 2, "T2": 4, "T3": 3, "T4": 3, "F1": 1, "F2": 2, "F3": 1, "F4": 2}


@pytest.mark.parametrize(("posture", "us"), list(zip(POSTURES, (696, 457, 731, 522), strict=True)))
def test_history_map(posture: str, us: int) -> None:
    game = table(posture=posture).put(HISTORY)
    assert (tenths(game.utility("us")), tenths(game.utility("jp"))) == (us, 540)


@pytest.mark.parametrize(("posture", "efficiency"), list(zip(POSTURES, (75, 54, 78, 62), strict=True)))
def test_history_map_efficiency(posture: str, efficiency: int) -> None:
    game = table(posture=posture)
    game.put(HISTORY).score()
    assert game.result("efficiency") == efficiency


@pytest.mark.parametrize(("posture", "unused"), list(zip(POSTURES, (230, 473, 185, 346), strict=True)))
def test_history_map_unused_joint_gain(posture: str, unused: int) -> None:
    game = table(posture=posture)
    outcome = tuple(HISTORY[issue.id] for issue in game.scenario.issues)
    assert tenths(distance_to_frontier(space_of(game), outcome)) == unused


def space_of(game: Table) -> Space:
    """What is worth what to whom, within the caps of the start."""
    issues, postures = game.scenario.issues, game.scenario.postures
    held = [game.posture, "japan"]
    weights = [next(posture.weights for posture in postures if posture.id == name) for name in held]
    return Space(
        issues=tuple(issue.id for issue in issues),
        parties=("us", "jp"),
        worth=tuple(worth_of(weights[party], [issue.payoff[party] for issue in issues]) for party in (0, 1)),
        allowed=tuple(up_to(game.cap(issue.id), issue.start) for issue in issues),
        in_force=tuple(issue.start for issue in issues),
    )


def tenths(hundredths: int) -> int:
    """To one decimal, half up."""
    return (hundredths + 5) // 10


def test_history_map_of_the_scenario() -> None:
    history = load.scenario("spring-2025").history
    assert history is not None
    issues = load.scenario("spring-2025").issues
    assert {issue.id: history.levels[issue.index] for issue in issues} == HISTORY
