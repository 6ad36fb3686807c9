"""The opening of a scenario, against the games that are played from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sim.domain import Forced
from sim.kernel import layout as s
from sim.kernel.chance import FOR_POSTURE
from sim.loading import load
from sim.study.opening import opening, posture_pairs
from sim.table.bridge import bodies_of, levels_of, postures_of
from sim.table.game import Game
from sim.table.shadow import Row, Shadow
from tests.study.places import FULL, MINIMAL, SCENARIOS, THREE


@pytest.mark.parametrize("name", SCENARIOS)
def test_it_is_where_every_game_starts(name: str) -> None:
    scenario = load.scenario(name)
    start = Shadow()
    game = Game.new(scenario, seed=5)
    for row in map(Row.of, game.history[0].rows):
        if row.round == 0:
            start.take(row)
    known = opening(scenario, start.cells[s.POSTURE : s.POSTURE + len(scenario.parties)])
    for first, count in ((s.LEVEL, s.MAX_ISSUES), (s.METER, s.MAX_METERS), (s.SUPPORT, s.MAX_GROUPS), (s.POSTURE, s.MAX_PARTIES)):
        assert known.m[first : first + count] == tuple(start.cells[first : first + count])
    for first, count in ((s.CAPITAL, s.MAX_PARTIES), (s.HIDDEN_SUPPORT, s.MAX_GROUPS), (s.CREDIBILITY, s.MAX_CARDS)):
        assert known.m[first : first + count] == tuple(start.cells[first : first + count])
    assert not any(known.m[s.MOOD : s.MOOD + s.MAX_GROUPS])


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_is_open(name: str) -> None:
    scenario = load.scenario(name)
    for postures in posture_pairs(scenario):
        known = opening(scenario, postures)
        assert postures_of(known)[: len(postures)] == postures
        for body in bodies_of(known, tuple(0 for _ in scenario.issues)):
            assert body.verdict in ("yes", "no")
            assert all(group.is_mood_known and group.is_support_known and group.mood.likely == 0 for group in body.groups)


def test_other_levels_may_be_in_force() -> None:
    scenario = load.scenario(MINIMAL)
    known = opening(scenario, (1, 0), (2, 1))
    assert levels_of(known) == (2, 1)
    assert known.m[s.START_LEVEL : s.START_LEVEL + 2] == (0, 0)
    assert known.m[s.OWN_UTILITY : s.OWN_UTILITY + 2] == (60 * 70, 70 * 100 + 30 * 80)


@pytest.mark.parametrize(("postures", "levels"), [((0, 1), None), ((1,), None), ((1, 0), (3, 0)), ((1, 0), (0,)), ((1, 0), (-1, 0))])
def test_what_does_not_fit_is_refused(postures: tuple[int, ...], levels: tuple[int, ...] | None) -> None:
    with pytest.raises(ValueError):
        opening(load.scenario(MINIMAL), postures, levels)


def test_every_combination_that_may_be_drawn_is_named() -> None:
    assert posture_pairs(load.scenario(THREE)) == ((0, 1, 2),)
    assert posture_pairs(load.scenario(FULL)) == ((0, 4), (1, 4), (2, 4), (3, 4))


def test_a_posture_that_the_scenario_decides_is_the_only_one() -> None:
    scenario = load.scenario(FULL)
    decided = replace(scenario, forced=(*scenario.forced, Forced(0, FOR_POSTURE, 0, 2)))
    assert posture_pairs(decided) == ((2, 4),)
    assert {postures_in(Game.new(decided, seed)) for seed in range(6)} == {(2, 4)}


def postures_in(game: Game) -> tuple[int, ...]:
    """The postures of a game, which tests alone may look at."""
    return tuple(game._s[s.POSTURE : s.POSTURE + 2])
