"""Every scenario with every seed keeps the bargain: it ends within its rounds, sampled is accepted, refused is unchanged."""

from __future__ import annotations

from random import Random

import pytest

from sim.errors import RuleBroken
from sim.table.actions import Action
from sim.table.game import Game
from sim.table.history import STEPS
from sim.table.seating import TABLE_ID
from tests.properties.near_misses import near_miss
from tests.properties.worlds import MOST_ACTS, WORLDS, Hand, World, least, new_game, thorough

SEEDS = range(101, 401 if thorough() else 103)
MOST_LEAST = 60  # acts of a round in which everybody does the least, more than any rule asks for
PLACES = {name: place for place, name in enumerate(STEPS)}


def stands_at(game: Game) -> tuple[int, int]:
    """Round and step, to be compared: a game never goes back by itself."""
    return game.round, PLACES[game.step]


def ends_by_doing_the_least(game: Game) -> None:
    """From here on everybody does the least: the game comes to its end all the same."""
    for _ in range(MOST_LEAST * game.scenario.rounds):
        if game.is_over:
            return
        game.take(least(game, game.to_move()[0]))
    raise AssertionError(f"no end in sight in round {game.round}, {game.step}")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_a_game_ends_within_its_rounds(world: World, seed: int) -> None:
    game, random = new_game(world, seed), Random(seed)
    before = stands_at(game)
    for acts, action in enumerate(Hand(random).play(game)):
        assert before <= stands_at(game), f"`{game.lines[-1].line}` led back"
        assert game.round <= game.scenario.rounds
        assert acts < MOST_ACTS
        before = stands_at(game)
        if acts % 20 == 0 and not game.is_over:
            refused_leaves_everything(game, near_miss(random, game, action.seat))
    assert game.is_over
    nothing_can_be_done(game)


def refused_leaves_everything(game: Game, action: Action) -> None:
    """An act that is refused leaves no trace."""
    before = game.digest(), len(game.lines), game.view_for(TABLE_ID)
    twin = game.branch(len(game.lines))
    try:
        twin.take(action)
    except RuleBroken:
        assert (twin.digest(), len(twin.lines), twin.view_for(TABLE_ID)) == before


def nothing_can_be_done(game: Game) -> None:
    """After the last round nobody waits, nobody may act, and the results are there for everybody."""
    assert game.to_move() == ()
    assert game.may_agree() == ()
    for seat in game.seating.seats:
        assert not game.options(seat.id)
        assert game.options(seat.id).sample(7) is None
        assert game.view_for(seat.id).results is not None


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_doing_the_least_always_leads_to_the_end(world: World) -> None:
    game = new_game(world, 7)
    for acts, _ in enumerate(Hand(Random(7)).play(game)):
        if acts % 25 == 0:
            ends_by_doing_the_least(game.branch(len(game.lines)))


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_the_first_option_is_always_accepted(world: World) -> None:
    game, random = new_game(world, 3), Random(3)
    for _ in Hand(random).play(game, 150 if thorough() else 60):
        for seat in game.seating.seats:
            first = game.options(seat.id).first()
            if first is not None:
                assert game.why_not(first) is None, first
