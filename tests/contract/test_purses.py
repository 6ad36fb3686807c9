"""At home a side puts on its groups what it has and no more, whatever its purse; limits of group and side hold."""

from __future__ import annotations

from random import Random

import pytest

from sim.kernel import layout as s
from sim.table.game import Game
from tests.properties.worlds import WORLDS, Hand, World, least, new_game


def at_home(world: World) -> Game:
    """A game of a world in which every side does groundwork, and nobody has said a word yet."""
    for seed in range(200):
        game = new_game(world, seed)
        for _ in Hand(Random(seed), willing=9, chatty=0).play(game):
            if game._s[s.ACCORD] == 1 and game._s[s.STEP] == s.STEP_HOME and len(game.to_move()) == len(game.scenario.parties):
                return game
    raise AssertionError("no game of this world comes to an accord of all")


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_groundwork_never_costs_more_than_there_is(world: World) -> None:
    home = at_home(world)
    for purse in range(4):
        game = home.branch(len(home.lines))
        for party in game.scenario.parties:
            game._s[s.CAPITAL + party.index] = purse
        for key in range(60):
            seat = game.seating.head_of(key % len(game.scenario.parties))
            space = game.options(seat.id).groundwork
            assert space is not None
            assert space.budget == purse - game._s[s.SPENT + seat.party]
            action = space.sample(key)
            if action is not None:
                game.take(action)
            assert 0 <= game._s[s.SPENT + seat.party] <= purse
            holds_limits(game, seat.party, space.step, space.group_max, space.side_max)
        while not game.is_over:  # what was placed is paid at the vote, and never more than there is
            game.take(least(game, game.to_move()[0]))
            assert all(capital >= 0 for capital in game._s[s.CAPITAL : s.CAPITAL + len(game.scenario.parties)])


def holds_limits(game: Game, party: int, step: int, group_max: int, side_max: int) -> None:
    """No group and no side has more points of support than may be bought."""
    placed = [game._s[s.GROUNDWORK + group.index] * step for group in game.scenario.groups if group.party == party]
    assert max(placed) <= group_max
    assert sum(placed) <= side_max
