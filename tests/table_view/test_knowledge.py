"""Estimates hold the truth: ranges, postures left, forecasts of votes."""

from __future__ import annotations

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.domain import Forced, Package
from sim.kernel import layout as s
from sim.kernel.chance import FOR_CLUE_ISSUE, FOR_POSTURE
from sim.loading import load
from sim.table.appraisal import Appraisal, appraise
from sim.table.forecast import NO, YES
from sim.table.game import Game
from sim.table.knowledge import Weights, postures_left, weighed
from tests.table_view.games import FULL, SHORT, games, known_of, new_game, packages, state_of, truth_of, viewers, walk

QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

SETTLED = {"D2": 1, "T1": 1, "T2": 1, "T4": 1}


def package(game: Game, levels: dict[str, int]) -> Package:
    """A package by issue ids."""
    return Package(tuple(levels.get(issue.id) for issue in game.scenario.issues))


@QUICK
@given(games(), st.integers(0, 10_000))
def test_a_range_holds_what_a_package_really_brings(game: Game, key: int) -> None:
    for viewer in viewers(game):
        for each in packages(game, key):
            truth = appraise(truth_of(game, viewer), each)
            for worth in appraise(known_of(game, viewer), each).worths:
                real = truth.worth_to(worth.party).total
                assert real.is_exact
                assert worth.total.holds(real.low)
                assert worth.total.is_exact or not worth.is_own


@QUICK
@given(games())
def test_the_true_posture_is_always_among_those_left(game: Game) -> None:
    for viewer in viewers(game):
        known = known_of(game, viewer)
        for party in game.scenario.parties:
            assert state_of(game)[s.POSTURE + party.index] in postures_left(known.t, known.m, known.party, party.index)


@QUICK
@given(games(), st.integers(0, 10_000))
def test_a_forecast_holds_the_real_vote(game: Game, key: int) -> None:
    for viewer in viewers(game):
        for each in packages(game, key, 2):
            truth, seen = appraise(truth_of(game, viewer), each), appraise(known_of(game, viewer), each)
            for body in seen.bodies:
                real = {group.group: group for group in truth.body_of(body.party).groups}
                for group in body.groups:
                    unseen = real[group.group].groundwork.likely - group.groundwork.likely
                    assert group.value.low <= real[group.group].value.likely - unseen <= group.value.high
                    assert group.value.likely == sum(
                        part.likely for part in (group.support, group.mood, group.shift, group.groundwork, group.bonus)
                    )
                    if unseen == 0 and group.says != "open":
                        assert real[group.group].says == group.says


@QUICK
@given(games(), st.integers(0, 10_000))
def test_a_verdict_that_is_sure_is_right(game: Game, key: int) -> None:
    for viewer in viewers(game):
        for each in packages(game, key, 2):
            truth, seen = appraise(truth_of(game, viewer), each), appraise(known_of(game, viewer), each)
            own = [body for body in seen.bodies if body.party == known_of(game, viewer).party]
            for body in own:
                real = truth.body_of(body.party)
                assert body.verdict not in (YES, NO) or body.verdict == real.verdict


def test_the_package_of_the_first_worked_round_as_japan_sees_it() -> None:
    found = first_view(SETTLED)
    japan = found.body_of(1)
    assert found.worth_to(1).total.low == 730
    assert (found.worth_to(0).total.low, found.worth_to(0).total.high) == (1155, 1640)
    assert japan.yes_weight.likely == 44
    assert (japan.passes, japan.verdict) == ((False, False, False), NO)
    assert japan.groundwork is not None
    assert (japan.groundwork.steps, japan.groundwork.price) == ((0, 4, 0, 0, 0, 0), 4)


def first_view(levels: dict[str, int]) -> Appraisal:
    """What Japan sees of a package in round 1, when two sure clues leave the postures that weigh T1 and T2 heavily."""
    scenario = load.scenario(FULL)
    issues = {issue.id: issue.index for issue in scenario.issues}
    forced = [
        Forced(0, FOR_POSTURE, 0, scenario.postures[0].index),
        *(Forced(0, FOR_CLUE_ISSUE, place, issues[name]) for place, name in enumerate(("T1", "T2"))),
    ]
    game = Game.new(scenario, 7, forced=forced)
    return appraise(known_of(game, "jp"), package(game, levels))


def test_a_higher_level_than_may_be_proposed_is_appraised_and_named() -> None:
    game = new_game(FULL, 3)
    found = appraise(known_of(game, "jp"), package(game, {"F2": 4}))
    assert found.code == "above-lock"
    assert found.worth_to(1).total.low > 0


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 60), st.integers(-100, 100)), min_size=3, max_size=3),
)
def test_bounds_of_weights_give_the_exact_extremes(rows: list[tuple[int, int, int]]) -> None:
    least = [low for low, _, _ in rows]
    most = [low + more for low, more, _ in rows]
    worths = [worth for _, _, worth in rows]
    possible = [
        weights
        for weights in product(*(range(low, high + 1, 1) for low, high in zip(least[:2], most[:2], strict=True)))
        if least[2] <= 100 - sum(weights) <= most[2]
    ]
    if not possible:
        return
    sums = [weighed((*weights, 100 - sum(weights)), worths) for weights in possible]
    total = Weights(0, (), (), tuple(least), tuple(most)).total(worths)
    assert (total.low, total.high) == (min(sums), max(sums))


def test_the_public_table_knows_no_more_than_the_rules_say() -> None:
    game = walk(new_game(SHORT, 4), 4, lambda game: game.round == 2)
    known = known_of(game, "table")
    assert len(postures_left(known.t, known.m, known.party, 0)) == 4
    assert known.weights_of(1).rows == ()


def test_a_naming_tells_everybody() -> None:
    game = walk(
        new_game(SHORT, 4), 4, lambda game: game.to_move() == ("jp",) and any(o.action.kind == 26 for o in game.options("jp").allowed)
    )
    if game.is_over:
        raise AssertionError("nobody was asked to name the posture")
    true = game.scenario.postures[state_of(game)[s.POSTURE]].id
    game.play(f"jp guess {true}")
    known = known_of(game, "table")
    assert postures_left(known.t, known.m, known.party, 0) == (state_of(game)[s.POSTURE],)
