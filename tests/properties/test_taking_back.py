"""Every act of whole games: where it may be taken back, the state is as it was and nobody has to forget; else undo is refused."""

from __future__ import annotations

from random import Random

import pytest

from sim.errors import RuleBroken
from sim.kernel import codes
from sim.table.actions import undo
from sim.table.game import Game
from sim.table.seating import seating_for
from tests.properties.memory import nobody_forgets
from tests.properties.worlds import MOST_ACTS, WORLDS, Hand, World, new_game, scenario_of, thorough, viewers

SEEDS = range(61, 81 if thorough() else 62)
MOST = MOST_ACTS if thorough() else 120  # acts of a game


def take_back_last(game: Game, before: str) -> bool:
    """Take the last act back in a branch where that may be; whether it may."""
    entry = game.lines[-1]
    assert entry.action is not None
    twin = game.branch(entry.number)
    masks = {viewer: twin.mask_for(viewer) for viewer in viewers(twin)}
    if game.undoable(entry.action.seat) is None:
        with pytest.raises(RuleBroken):
            twin.take(undo(entry.action.seat, entry.number))
        assert twin.digest() == game.digest()
        return False
    twin.take(undo(entry.action.seat, entry.number))
    assert twin.digest() == before
    nobody_forgets(twin, masks, entry.action.seat, entry)
    twin.take(entry.action)  # and done again it leads where it led
    assert twin.digest() == game.digest()
    return True


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_an_act_is_taken_back_whole_or_not_at_all(world: World) -> None:
    taken_back: set[int] = set()
    for seed in SEEDS:
        game = new_game(world, seed)
        before = game.digest()
        for action in Hand(Random(seed), willing=7).play(game, MOST):
            if take_back_last(game, before):
                taken_back.add(action.kind)
            before = game.digest()
    assert taken_back & {codes.ACT_GROUNDWORK, codes.ACT_SUBMIT, codes.ACT_KEEP_BACK}
    assert not taken_back & {codes.ACT_PROBE, codes.ACT_DEMAND, codes.ACT_OFFER}


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_in_practice_any_own_act_may_be_taken_back_with_all_that_came_after(world: World) -> None:
    scenario = scenario_of(world.scenario)
    game = Game.new(scenario, 9, seating_for(scenario, dict(world.counts)), practice=True)
    random, digests = Random(9), [game.digest()]
    for _ in Hand(random, willing=7).play(game, 40):
        digests.append(game.digest())
    for number in random.sample(range(1, len(game.lines) + 1), 6):
        twin, action = game.branch(len(game.lines)), game.lines[number - 1].action
        assert action is not None
        twin.take(undo(action.seat, number))
        assert twin.digest() == digests[number - 1]
        assert [entry.number for entry in twin.history] == [*range(number), len(game.lines) + 1]


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_nobody_takes_back_what_another_side_did(world: World) -> None:
    game = new_game(world, 5)
    for _ in Hand(Random(5), willing=7).play(game, 60):
        entry = game.lines[-1]
        assert entry.action is not None
        party = game.seating.named(entry.action.seat).party
        for seat in game.seating.seats:
            if seat.party != party:
                assert game.undoable(seat.id) is None
                with pytest.raises(RuleBroken):
                    game.take(undo(seat.id, entry.number))
    assert all(entry.is_play for entry in game.lines)
