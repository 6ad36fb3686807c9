"""What a seat's options say of any act, from what the seat knows, is what the game says, from all there is; asking changes nothing."""

from __future__ import annotations

from random import Random

import pytest

from sim.errors import RuleBroken
from sim.kernel import codes
from sim.table.actions import Action
from sim.table.game import Game
from sim.table.refusals import REFUSALS
from tests.properties.near_misses import any_act, near_miss
from tests.properties.worlds import MOST_ACTS, WORLDS, Hand, World, new_game, state_of, thorough

TRIES = 12 if thorough() else 2  # near-misses behind each act
MOST = MOST_ACTS if thorough() else 120  # acts of a game


def is_answered_alike(game: Game, action: Action) -> str:
    """The answer of the kernel on the mask, and that of the game, are the same; the code."""
    before = state_of(game)
    broken = game.why_not(action)
    options = game.options(action.seat)
    assert options.probe is not None
    code = REFUSALS[options.probe.code(action)]
    assert code == (broken.code if broken is not None else REFUSALS[codes.ALLOWED]), action
    assert options.contains(action) is (broken is None)
    assert state_of(game) == before
    return code


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_options_answer_near_misses_as_the_game_does(world: World) -> None:
    game, random = new_game(world, 83), Random(83)
    answers: set[str] = set()
    for _ in Hand(random, willing=6).play(game, MOST):
        for _ in range(TRIES):
            seat = random.choice(game.seating.seats).id
            answers.add(is_answered_alike(game, near_miss(random, game, seat)))
    assert len(answers) > 8, f"only {sorted(answers)}"


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_an_act_of_no_form_or_of_nobody_is_refused_before_the_rules_are_asked(world: World) -> None:
    game, random = new_game(world, 89), Random(89)
    digest = game.digest()
    action = any_act(random, game, game.to_move()[0])
    with pytest.raises(RuleBroken) as refusal:
        game.take(Action("nobody", action.kind))
    assert refusal.value.code == "no-such-seat"
    with pytest.raises(RuleBroken) as refusal:
        game.take(Action("table", codes.ACT_DONE))
    assert refusal.value.code == "not-a-player"
    for shapeless in (Action(action.seat, 99), Action(action.seat, -1), Action(action.seat, codes.ACT_OFFER, package=(1,))):
        with pytest.raises(ValueError, match=r"no act|a package"):
            game.take(shapeless)
    assert game.digest() == digest
