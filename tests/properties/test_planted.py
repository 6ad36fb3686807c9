"""Planted values: every hidden cell holds a number, and every secret entry a label, that can be told from all others. Nobody reads one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import TypeVar

import pytest

from sim.domain import Agenda, Named, Posture, Scenario, Text
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.table.game import Game
from sim.table.seating import TABLE_ID, seating_for
from tests.properties.hiding import hidden_cells
from tests.properties.screens import may_look, screen_of
from tests.properties.worlds import WORLDS, Hand, World, scenario_of, thorough, viewers

PLANTED = 731_000_000  # + cell
NUMBER = re.compile(r"731[0-9]{6}|731,[0-9]{3},[0-9]{3}")
EVERY = 5 if thorough() else 53  # acts from one look to the next
Entry = TypeVar("Entry", Agenda, Posture)


def labelled(entries: Iterable[Entry], owner: str) -> tuple[Entry, ...]:
    """Entries with labels of their own, in both languages."""
    return tuple(replace(entry, label=label(owner, entry), short=label(owner, entry)) for entry in entries)


def label(owner: str, entry: Named) -> Text:
    """`PLANTED-owner-id`."""
    return Text(f"PLANTED-{owner}-{entry.id}", f"植えた-{owner}-{entry.id}")


def with_labels(scenario: Scenario) -> Scenario:
    """The scenario with planted labels of agendas and postures."""
    seats = tuple(replace(seat, agendas=labelled(seat.agendas, seat.id)) for seat in scenario.seats)
    postures = (replace(posture, label=label("posture", posture), short=label("posture", posture)) for posture in scenario.postures)
    return replace(scenario, seats=seats, postures=tuple(postures))


def planted(game: Game, viewer: str) -> Game:
    """The same game with a number in every cell that is hidden from the viewer; postures stay, since rules look weights up by them."""
    twin = game.branch(len(game.lines))
    for cell in hidden_cells(game, viewer):
        if not s.POSTURE <= cell < s.POSTURE + s.MAX_PARTIES:
            twin._s[cell] = PLANTED + cell
    return twin


def secret_labels(game: Game, viewer: str) -> list[Text]:
    """Labels that a viewer may not read: agendas of other seats, its own other agendas, postures of a side that has only one."""
    held = () if viewer == TABLE_ID else game.seating.named(viewer).holds[:1]
    own = [seat for seat in game.scenario.seats if seat.id in held]
    drawn = {own[0].agendas[game._s[s.AGENDA + game.seating.named(viewer).index]].id} if own and own[0].agendas else set()
    agendas = [agenda.label for seat in game.scenario.seats for agenda in seat.agendas if seat.id not in held or agenda.id not in drawn]
    party = None if viewer == TABLE_ID else game.seating.named(viewer).party
    alone = [posture for posture in game.scenario.postures if game._t[k.T_POSTURES_OF + posture.party] == 1 and posture.party != party]
    return [*agendas, *(posture.label for posture in alone)]


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_nobody_reads_what_was_planted_where_it_may_not_look(world: World) -> None:
    scenario = with_labels(scenario_of(world.scenario))
    game, random = Game.new(scenario, 37, seating_for(scenario, dict(world.counts))), Random(37)
    for count, _ in enumerate(Hand(random, willing=7).play(game)):
        if count % EVERY == 0 and not game.is_over:
            viewer = random.choice([viewer for viewer in viewers(game) if may_look(game, viewer)])
            screen = screen_of(planted(game, viewer), viewer, random.choice(("en", "ja")), random)
            assert not NUMBER.findall(screen)
            for text in secret_labels(game, viewer):
                assert text.en not in screen
                assert text.ja not in screen


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_what_was_planted_would_be_found(world: World) -> None:
    scenario = with_labels(scenario_of(world.scenario))
    game = Game.new(scenario, 37, seating_for(scenario, dict(world.counts)))
    seat = game.seating.seats[0]
    twin = planted(game, seat.id)
    own = scenario.postures[game._s[s.POSTURE + seat.party]]
    assert own.label.en in screen_of(game, seat.id, "en", Random(1))
    assert NUMBER.findall(repr(twin._s[: s.SCRATCH]))
    assert len(set(secret_labels(game, TABLE_ID))) == len(secret_labels(game, TABLE_ID)) > 0
