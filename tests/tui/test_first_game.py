"""What the menu and `play` without a name start: the scenario that says it is made for a first game."""

from __future__ import annotations

from sim.loading import load
from tui.commands.play import first_game


def test_the_first_game_is_the_one_made_for_it() -> None:
    assert first_game() == "spring-short"
    assert load.scenario(first_game()).tutorial
