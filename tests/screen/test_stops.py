"""Where the game pauses to be read: the stops of whole games, in order, whoever plays."""

from __future__ import annotations

import pytest

from sim.lab.turns import Turns
from sim.loading import load
from sim.table import happened as h
from sim.table.game import Game
from tui.plain.opponents import make
from tui.screen import stops
from tui.screen.stops import Follower, Stop


def stops_of(name: str, own: frozenset[int], seed: int = 3) -> tuple[Game, list[Stop]]:
    """The stops of a game that two bots play, as its public table sees them."""
    scenario = load.scenario(name)
    game = Game.new(scenario, seed)
    turns = Turns(game, make({seat.id: "tradeoff" for seat in game.seating.seats}, seed, scenario, game.seating))
    follower, found, upto = Follower(own), [], -1
    while True:
        found += follower.follow(game.events_for("table", upto))
        upto = game.lines[-1].number if game.lines else 0
        if not turns.act():
            return game, found


@pytest.mark.parametrize("name", ["spring-short", "spring-2025", "lantern-coast"])
def test_every_round_is_reported_once_in_order(name: str) -> None:
    game, found = stops_of(name, frozenset())
    rounds = list(range(1, game.scenario.rounds + 1))
    assert [stop.round for stop in found if stop.kind == stops.NEWS] == rounds
    assert [stop.round for stop in found if stop.kind == stops.REPORT] == rounds
    assert [stop.kind for stop in found][-2:] == [stops.REPORT, stops.END]
    assert [stop.number for stop in found] == sorted(stop.number for stop in found)


def test_votes_are_told_in_the_round_in_which_they_were_cast() -> None:
    game, found = stops_of("spring-2025", frozenset())
    votes = {stop.round for stop in found if stop.kind == stops.VOTE}
    assert votes and len(votes) == game.view_for("table").votes
    for stop in found:
        if stop.kind == stops.VOTE:
            groups = [event.group for event in stop.events if isinstance(event, h.GroupVoted)]
            assert sorted(groups) == list(range(len(game.scenario.groups)))


def test_one_s_own_demands_are_no_news() -> None:
    asked = stops_of("spring-2025", frozenset({1}))[1]
    asks = stops_of("spring-2025", frozenset({0}))[1]
    assert [stop for stop in asked if stop.kind == stops.DEMAND] and not [stop for stop in asks if stop.kind == stops.DEMAND]


def test_the_card_stands_before_what_drifted() -> None:
    found = stops_of("spring-short", frozenset())[1]
    news = next(stop for stop in found if stop.kind == stops.NEWS)
    kinds = [type(event) for event in news.events]
    card = kinds.index(h.EventPlayed)
    causes = {event.cause.kind for event in news.events[:card] if isinstance(event, h.NumberChanged) and event.cause is not None}
    assert causes == {"event"}
    drift = [
        place
        for place, event in enumerate(news.events)
        if isinstance(event, h.NumberChanged) and event.cause is not None and event.cause.kind == "drift"
    ]
    assert drift and min(drift) > card


def test_nothing_that_happened_is_in_two_stops() -> None:
    found = stops_of("spring-2025", frozenset())[1]
    every = [id(event) for stop in found for event in stop.events]
    assert len(every) == len(set(every))
