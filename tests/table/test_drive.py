"""Bots at the table: who is asked, in which order, and what becomes of a bot that is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

import pytest

from sim.domain import Scenario
from sim.kernel import codes
from sim.kernel.layout import MAX_ISSUES, UNSET
from sim.table.actions import Action, action_of, argument_of
from sim.table.drive import BotFault, play_out
from sim.table.options import options_for
from sim.table.seating import Seating
from tests.table.tables import FULL, SHORT, TABLES, new_game, steps


@dataclass
class Said:
    """What a bot says, as integers."""

    kind: int
    a: int = UNSET
    b: int = UNSET
    c: int = UNSET
    cells: Sequence[int] = field(default_factory=lambda: [UNSET] * MAX_ISSUES)


@dataclass
class Dabbler:
    """Takes what the options of its mask sample; agrees where it is asked."""

    scenario: Scenario
    seating: Seating
    choose: Random
    asked: int = 0

    def decide(self, t: Sequence[int], m: list[int], seat: int, /) -> Said | None:
        self.asked += 1
        options = options_for(self.scenario, self.seating, t, m, seat)
        action = options.sample(self.choose.randrange(2**32))
        return None if action is None else Said(action.kind, action.a, action.b, action.c, argument_of(action))


class Mute:
    """Never says anything."""

    def decide(self, t: Sequence[int], m: list[int], seat: int, /) -> Said | None:
        return None


class Blunderer:
    """Says what is never allowed."""

    def decide(self, t: Sequence[int], m: list[int], seat: int, /) -> Said | None:
        return Said(codes.ACT_ACCEPT)


@pytest.mark.parametrize(("name", "counts"), TABLES)
def test_bots_play_a_game_to_its_end(name: str, counts: dict[str, int]) -> None:
    game = new_game(name, 1, counts)
    bots = {seat.id: Dabbler(game.scenario, game.seating, Random(seat.index)) for seat in game.seating.seats}
    assert play_out(game, bots).is_over
    heads = {seat.id for seat in game.seating.seats if seat.head}
    assert {seat for seat, bot in bots.items() if bot.asked} == heads
    assert any(" agree " in entry.line for entry in game.lines) or name == SHORT


def test_a_person_is_waited_for() -> None:
    game = new_game(FULL, 1)
    play_out(game, {"us": Dabbler(game.scenario, game.seating, Random(1))})
    assert not game.is_over and game.to_move() == ("jp",)


def test_play_stops_where_it_is_told_to() -> None:
    game = new_game(FULL, 1)
    bots = {seat: Dabbler(game.scenario, game.seating, Random(2)) for seat in ("us", "jp")}
    play_out(game, bots, lambda game: game.round == 3)
    assert (game.round, game.is_over) == (3, False)


def test_a_bot_that_says_nothing_stops_the_game_with_what_is_needed_to_play_it_again() -> None:
    game = new_game(FULL, 42)
    with pytest.raises(BotFault, match=r"us said nothing \(seed 42, line 0, behind `the start`\)"):
        play_out(game, {"us": Mute(), "jp": Mute()})


def test_a_bot_that_breaks_a_rule_stops_the_game() -> None:
    game = new_game(FULL, 42)
    with pytest.raises(BotFault, match="refused: not-now"):
        play_out(game, {"us": Blunderer(), "jp": Mute()})
    assert game.lines == ()


@pytest.mark.parametrize(("name", "counts"), TABLES)
def test_what_a_bot_says_in_integers_is_the_action(name: str, counts: dict[str, int]) -> None:
    game = new_game(name, 4, counts)
    for action in steps(game, 4):
        parts, cells = (action.a, action.b, action.c), argument_of(action)
        assert said_again(game.scenario, action, parts, cells) == action


def said_again(scenario: Scenario, action: Action, parts: Sequence[int], cells: Sequence[int]) -> Action:
    """The action from its integers."""
    return action_of(action.seat, action.kind, parts, cells, len(scenario.issues), len(scenario.courses))
