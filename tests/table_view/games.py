"""Random games for the tests of views, events, reasons and the debrief; walked through what the options sample."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from random import Random

from hypothesis import strategies as st

from sim.domain import Forced, Package
from sim.kernel import layout as s
from sim.kernel.chance import FOR_AGENDA, FOR_MOOD, FOR_POSTURE
from sim.kernel.masking import mask
from sim.loading import load
from sim.table.actions import Action
from sim.table.game import Game
from sim.table.known import Known
from sim.table.seating import masked_tables, seating_for
from tests.table.tables import FULL, SHORT, TABLES, new_game, walk

__all__ = ["FULL", "SHORT", "Game", "finished", "games", "known_of", "new_game", "packages", "state_of", "twins", "viewers", "walk"]


@cache
def played(table: int, seed: int) -> Game:
    """A game at one of the tables of the tests, played to its end. Walking is what costs, so each is walked once."""
    name, counts = TABLES[table]
    return walk(new_game(name, seed, counts), seed)


@st.composite
def games(draw: st.DrawFn) -> Game:
    """A game at any table of the tests, somewhere between its start and its end."""
    game = draw(finished())
    return game.branch(draw(st.integers(0, len(game.lines))))


@st.composite
def finished(draw: st.DrawFn) -> Game:
    """A game at any table of the tests, played to its end. Not to be played on."""
    return played(draw(st.integers(0, len(TABLES) - 1)), draw(st.integers(0, 2)))


def viewers(game: Game) -> tuple[str, ...]:
    """Everybody who looks on: all seats, and the public table."""
    return (*(seat.id for seat in game.seating.seats), "table")


def state_of(game: Game) -> list[int]:
    """The state of a game, which tests alone may look at."""
    return game._s


def known_of(game: Game, viewer: str) -> Known:
    """What a viewer's numbers are reckoned from."""
    return Known(game.seating.viewer(viewer), tuple(game.mask_for(viewer)), game.tables_of(viewer), game.scenario, game.seating)


def truth_of(game: Game, viewer: str) -> Known:
    """The same questions asked of the whole state: what only tests and the debrief may do."""
    return Known(game.seating.viewer(viewer), tuple(state_of(game)), game._t, game.scenario, game.seating, sees_all=True)


def packages(game: Game, key: int, count: int = 3) -> Iterator[Package]:
    """Packages of levels that exist, fixed by the key; not all of them may be offered."""
    choose = Random(key)
    for _ in range(count):
        levels = [choose.randrange(len(issue.levels)) if choose.random() < 0.35 else None for issue in game.scenario.issues]
        yield Package(tuple(levels))


def hidden_cells(game: Game, viewer: str) -> list[int]:
    """Cells of the state that a viewer may not know."""
    numbered, shown = list(range(s.STATE_SIZE)), [0] * s.STATE_SIZE
    mask(game._t, numbered, game.seating.viewer(viewer), shown)
    return [cell for cell in range(s.SCRATCH) if shown[cell] != cell]


def mask_with_other_secrets(game: Game, viewer: str, key: int) -> list[int]:
    """The mask that a viewer would have if everything hidden from it were something else."""
    choose = Random(key)
    state = list(state_of(game))
    for cell in hidden_cells(game, viewer):
        state[cell] = choose.randrange(-1, 120)
    m = [0] * s.STATE_SIZE
    mask(game._t, state, game.seating.viewer(viewer), m)
    return m


def twins(name: str, seed: int, party: str, lines: Sequence[Action] = ()) -> tuple[Game, Game]:
    """Two games that differ in what a party hides at the start: posture, moods, agendas."""
    scenario = load.scenario(name)
    index = next(each.index for each in scenario.parties if each.id == party)
    seats = [seat.index for seat in seating_for(scenario).seats if seat.party == index]
    postures = [posture.index for posture in scenario.postures if posture.party == index]
    found = []
    for variant in (0, 1):
        forced = [Forced(0, FOR_POSTURE, index, postures[variant % len(postures)])]
        forced += [Forced(0, FOR_MOOD, group.index, variant * 5) for group in scenario.groups if group.party == index]
        forced += [Forced(0, FOR_AGENDA, seat, variant) for seat in seats]
        game = Game.new(scenario, seed, forced=forced)
        for action in lines:
            game.take(action)
        found.append(game)
    return found[0], found[1]


def tables_of(game: Game, viewer: str) -> list[int]:
    """Fresh masked tables of a viewer."""
    return masked_tables(game.scenario, game.seating, game.seating.viewer(viewer))
