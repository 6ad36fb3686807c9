"""The debrief: only after the end, and everything in it holds together."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from sim.analysis.ratification import ratification
from sim.analysis.space import points
from sim.domain import Forced
from sim.errors import RuleBroken
from sim.kernel import layout as s
from sim.kernel.chance import FOR_POSTURE
from sim.kernel.tables import T_YES_AT
from sim.loading import load
from sim.table.bridge import bodies_of, front_of, postures_of, space_of
from sim.table.debrief import Debrief, debrief
from sim.table.explain import known_to
from sim.table.game import Game
from tests.table_view.games import FULL, SHORT, finished, new_game, state_of, truth_of, walk

QUICK = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def test_before_the_end_there_is_no_debrief() -> None:
    with pytest.raises(RuleBroken) as refused:
        debrief(new_game(SHORT, 1))
    assert refused.value.code == "game-not-over"


@QUICK
@given(finished())
def test_every_vote_adds_up(game: Game) -> None:
    told = debrief(game)
    line = game.scenario.tables[T_YES_AT]
    for vote in told.votes:
        assert vote.bodies
        for group in vote.groups:
            parts = (group.support, group.mood, group.shift, group.groundwork, group.bonus)
            assert sum(parts) == group.value
            assert group.value >= line or not group.yes
        for party, _, weight in vote.bodies:
            members = [group for group in vote.groups if game.scenario.groups[group.group].party == party]
            assert weight == sum(game.scenario.groups[group.group].weight for group in members if group.yes)


@QUICK
@given(finished())
def test_concessions_lead_from_the_start_to_the_end(game: Game) -> None:
    told = debrief(game)
    for issue in told.issues:
        moves = [move for move in told.concessions if move.issue == issue.issue]
        levels = [issue.start, *(move.after for move in moves)]
        assert [move.before for move in moves] == levels[:-1]
        assert levels[-1] == issue.reached
    gained = [sum(move.gains[party.index] for move in told.concessions) for party in game.scenario.parties]
    reached, start = told.yardsticks.reached, told.yardsticks.start
    assert gained == [now - then for now, then in zip(reached, start, strict=True)]
    assert told.results.utility == reached


@QUICK
@given(finished())
def test_what_was_left_is_no_worse_for_anybody_and_its_swaps_lead_there(game: Game) -> None:
    told = debrief(game)
    reached = told.yardsticks.reached
    assert all(better >= now for better, now in zip(told.left.point.points, reached, strict=True))
    assert told.left.gain == sum(told.left.point.points) - sum(reached) >= 0
    assert told.left.chain is not None
    if told.left.changed:
        assert told.left.chain.swaps[-1].outcome == told.left.point.outcome
    assert all(short >= 0 for short in told.yardsticks.short_by)


@QUICK
@given(finished())
def test_fates_of_offers_agree_with_votes(game: Game) -> None:
    told = debrief(game)
    assert len([offer for offer in told.offers if offer.fate == "ratified"]) == game.view_for("table").ratified
    assert len([vote for vote in told.votes if vote.passed]) == game.view_for("table").ratified
    assert len(told.votes) == game.view_for("table").votes


@QUICK
@given(finished())
def test_meters_are_followed_to_their_last_value(game: Game) -> None:
    for run in debrief(game).meters:
        assert len(run.by_round) == game.scenario.rounds
        assert run.by_round[-1] == state_of(game)[run.cell]


@QUICK
@given(finished())
def test_a_sure_clue_was_true(game: Game) -> None:
    assert all(clue.is_true for clue in debrief(game).clues if clue.clue.sure)


@pytest.mark.parametrize(("posture", "us"), [("dealmaker", 6960), ("burden_sharer", 4570), ("industrialist", 7310), ("restrainer", 5220)])
def test_what_really_happened_in_the_points_of_this_game(posture: str, us: int) -> None:
    told = of_posture(posture)
    assert told.yardsticks.history is not None
    rounded = tuple((value + 5) // 10 * 10 for value in told.yardsticks.history)
    assert rounded == (us, 5400)


def of_posture(name: str) -> Debrief:
    """The debrief of a game with this posture of the first party, to its end."""
    scenario = load.scenario(FULL)
    posture = next(each for each in scenario.postures if each.id == name)
    for seed in range(20):
        game = walk(Game.new(scenario, seed, forced=[Forced(0, FOR_POSTURE, 0, posture.index)]), seed)
        told = debrief(game)
        if [held.posture for held in told.postures if held.party == 0] == [posture.index]:
            return told
    raise AssertionError(f"the posture moved in twenty games with {name}")


def test_reasons_of_bots_stand_with_their_offers() -> None:
    game = walk(new_game(SHORT, 11), 11)
    lines = [offer.line for offer in debrief(game).offers]
    told = debrief(game, {lines[0]: "concedes"})
    assert [offer.reason for offer in told.offers] == ["concedes", *[""] * (len(lines) - 1)]


def test_the_space_of_a_moment_speaks_for_the_state() -> None:
    game = walk(new_game(FULL, 6), 6)
    known = known_to(game, "table")
    space = space_of(known, postures_of(known))
    assert points(space, space.in_force) == tuple(state_of(game)[s.UTILITY : s.UTILITY + 2])


def test_a_front_is_what_the_analysis_of_ratification_takes() -> None:
    game = new_game(FULL, 6)
    known = truth_of(game, "jp")
    space = space_of(known, postures_of(known))
    outcome = tuple(1 if name in ("D2", "T1", "T2", "T4") else now for name, now in zip(space.issues, space.in_force, strict=True))
    body, rules = front_of(known, 1, outcome)
    found = ratification(body, outcome, space.in_force, rules)
    seen = bodies_of(known, outcome)[1]
    assert seen.passes is not None
    assert (found.passes, found.groundwork) == (seen.passes[0], seen.groundwork)
    assert [vote.value for vote in found.votes] == [group.value.likely for group in seen.groups]
