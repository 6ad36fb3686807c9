"""Every number that can be asked about, asked of a game at every stage by everybody: the answer adds up and is the number shown."""

from __future__ import annotations

from random import Random

import pytest

from sim.table.game import Game
from sim.table.seating import TABLE_ID
from sim.table.view import View
from tests.properties.reasons import adds_up, ask, questions
from tests.properties.worlds import WORLDS, Hand, World, new_game, thorough, viewers

EVERY = 23  # acts from one round of questions to the next
ASKED = 300 if thorough() else 40  # questions of one round


def shown_numbers(game: Game, view: View) -> dict[str, int]:
    """Numbers of a view by the name under which "why" explains them."""
    scenario = game.scenario
    groups = {scenario.groups[group.index].id: group.support for group in view.groups}
    prices = {scenario.levers[lever.index].id: lever.price for lever in view.levers}
    credible = {f"{scenario.levers[lever.index].id}.credibility": lever.credibility for lever in view.levers}
    numbers = {
        **{meter.id: meter.value for meter in view.meters if meter.party is None},
        **{scenario.issues[issue.index].id: issue.level for issue in view.issues},
        **{f"cap.{scenario.issues[issue.index].id}": issue.cap for issue in view.issues},
        **{f"capital.{scenario.parties[party.index].id}": party.capital for party in view.parties},
        **{f"income.{scenario.parties[party.index].id}": party.income for party in view.parties},
        **groups,
        **prices,
        **credible,
        **dict(view.values),
        "utility": view.utility,
    }
    return {what: number for what, number in numbers.items() if number is not None}


def is_answered_by(game: Game, viewer: str, random: Random) -> None:
    """What this viewer may ask about adds up, and is the number it sees."""
    shown = shown_numbers(game, game.view_for(viewer))
    every = questions(game, random)
    for what in random.sample(every, min(len(every), ASKED)):
        reason = ask(game, viewer, what)
        if reason is not None:
            adds_up(reason)
        if what in shown:
            assert reason is not None, f"{viewer} sees {what} and may not ask about it"
            assert reason.amount == shown[what], what


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_every_number_unfolds_to_parts_that_add_up_to_it(world: World) -> None:
    game = new_game(world, 23)
    random = Random(23)
    for count, _ in enumerate(Hand(random).play(game)):
        if count % EVERY == 0:
            is_answered_by(game, random.choice(viewers(game)), random)
    for viewer in viewers(game)[:2]:
        is_answered_by(game, viewer, random)


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_after_the_end_everybody_is_told_every_score(world: World) -> None:
    game = new_game(world, 31)
    for _ in Hand(Random(31)).play(game):
        pass
    results = game.view_for(TABLE_ID).results
    assert results is not None
    sides = {f"side.{party.id}": results.side[party.index] for party in game.scenario.parties}
    scores = {f"seat.{seat.id}": results.seat_scores[seat.index] for seat in game.seating.seats}
    agendas = {f"agenda.{seat.id}": results.agenda_points[seat.index] for seat in game.seating.seats}
    whole = {"joint": results.joint, "efficiency": results.efficiency, "alliance": results.alliance}
    for what, amount in {**sides, **scores, **agendas, **whole}.items():
        reason = game.explain(TABLE_ID, what)
        adds_up(reason)
        assert reason.amount == amount, what
