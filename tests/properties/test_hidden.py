"""Whatever stands in the cells that are hidden from somebody: what that somebody sees, may do and is told stays the same."""

from __future__ import annotations

from random import Random

import pytest

from tests.properties.hiding import cannot_be_told_apart, hidden_cells, scrambled
from tests.properties.worlds import WORLDS, Hand, World, new_game, thorough, viewers

EVERY = 5 if thorough() else 29  # acts from one look to the next
SEEDS = 10 if thorough() else 1


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_overwriting_what_is_hidden_changes_nothing_for_its_viewer(world: World) -> None:
    for seed in range(SEEDS):
        game, random = new_game(world, seed + 41), Random(seed + 41)
        for count, _ in enumerate(Hand(random, willing=7).play(game)):
            if count % EVERY == 0 and not game.is_over:
                viewer = random.choice(viewers(game))
                cannot_be_told_apart(game, scrambled(game, viewer, random), viewer, random)


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_there_is_something_to_hide_from_everybody(world: World) -> None:
    game = new_game(world, 1)
    for viewer in viewers(game):
        assert len(hidden_cells(game, viewer)) > 100
        assert scrambled(game, viewer, Random(1)).digest() != game.digest()
