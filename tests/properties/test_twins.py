"""Twin games: the same seed and the same acts, but one secret differs. Outsiders see the same until a rule reveals something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from random import Random

import pytest

from sim.domain import Forced, Scenario
from sim.kernel import chance, codes
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.ledger import G_CAUSE, G_CELL
from sim.table.actions import Action
from sim.table.draws import DRAWS
from sim.table.game import Game
from sim.table.history import RowCells
from sim.table.seating import TABLE_ID
from tests.properties.hiding import cannot_be_told_apart, rows_of_last
from tests.properties.worlds import MOST_ACTS, WORLDS, Hand, World, new_game, thorough

SEEDS = 6 if thorough() else 1
MOST = MOST_ACTS if thorough() else 60  # acts of a pair of twins
EVERY = 3 if thorough() else 13  # acts from one whole look to the next; masks are compared after each


def cells_of(*regions: tuple[int, int]) -> frozenset[int]:
    """The cells of regions: start and size."""
    return frozenset(start + at for start, size in regions for at in range(size))


BY_VOTE = cells_of((s.VOTED, s.MAX_GROUPS), (s.WORD, s.MAX_GROUPS), (s.YES_WEIGHT, s.MAX_PARTIES), (s.RATIFIES, s.MAX_PARTIES))
BY_CLUE = cells_of((s.CLUES, s.MAX_PARTIES * s.MAX_CLUES * s.CLUE_WIDTH), (s.N_CLUES, s.MAX_PARTIES))
AT_THE_END = frozenset(range(s.UTILITY, s.GUESS))


@dataclass(frozen=True)
class Secret:
    """One draw, and what it may give. party: whose it is; seat: UNSET where the whole side knows. reveals: cells that may tell it."""

    draw: int
    index: int
    values: tuple[int, ...]
    party: int
    seat: int
    reveals: frozenset[int]


def secrets_of(scenario: Scenario, game: Game) -> Iterator[Secret]:
    """Every posture, mood and agenda that is drawn in secret."""
    t = game._t
    for party in scenario.parties:
        own = (posture.index for posture in scenario.postures if posture.party == party.index)
        drawn = tuple(posture for posture in own if t[k.T_POSTURE_DRAWN + posture] == 1)
        if len(drawn) > 1:
            yield Secret(chance.FOR_POSTURE, party.index, drawn, party.index, s.UNSET, BY_VOTE | BY_CLUE | AT_THE_END)
    for group in scenario.groups:
        reach = t[k.T_MOOD + group.party]
        if reach > 0:
            yield Secret(chance.FOR_MOOD, group.index, (0, 2 * reach), group.party, s.UNSET, BY_VOTE)
    for seat in game.seating.seats:
        if t[k.T_N_AGENDAS + seat.index] > 1:
            yield Secret(chance.FOR_AGENDA, seat.index, (0, 1), seat.party, seat.index, AT_THE_END)


def outsiders(game: Game, secret: Secret) -> list[str]:
    """Viewers that may not know a secret."""
    seats = [seat for seat in game.seating.seats if seat.party != secret.party or secret.seat not in (s.UNSET, seat.index)]
    return [TABLE_ID, *(seat.id for seat in seats)]


def play_twins(world: World, seed: int, secret: Secret) -> int:
    """Play both until everybody outside was told something or the game is over; how many acts the last of them saw no difference."""
    random = Random(seed)
    one, other = (new_game(world, seed, [Forced(0, secret.draw, secret.index, value)]) for value in random.sample(secret.values, 2))
    assert one.digest() != other.digest()
    watched = untold(one, other, outsiders(one, secret), secret)  # a side may begin with a clue
    for count, action in enumerate(Hand(random, willing=7).play(one, MOST)):
        if other.why_not(action) is not None:
            assert one.seating.named(action.seat).party == secret.party, f"`{action}` is refused to an outsider"
            return count
        other.take(action)
        watched = untold(one, other, watched, secret)
        if not watched or one.is_over:
            return count
        if count % EVERY == 0:
            cannot_be_told_apart(one, other, random.choice(watched), random)
        else:
            assert all(one.mask_for(viewer) == other.mask_for(viewer) for viewer in watched)
    return len(one.lines)


def reveals(game: Game, secret: Secret, row: RowCells) -> bool:
    """True for a row of the ledger that tells on purpose: by its cell, or by a rule of the pack that looks at what a side gained."""
    if row[G_CELL] in secret.reveals:
        return True
    cause = game.scenario.causes[row[G_CAUSE]].id if 0 <= row[G_CAUSE] < len(game.scenario.causes) else ""
    return any(formula.owner == cause and "delta(" in formula.text for formula in game.scenario.formulas.values())


def untold(one: Game, other: Game, watched: list[str], secret: Secret) -> list[str]:
    """Viewers to whom the last line told the same in both games. What it told others differently, a rule reveals on purpose."""
    left = []
    for viewer in watched:
        rows, twins = rows_of_last(one, viewer), rows_of_last(other, viewer)
        if rows == twins:
            left.append(viewer)
            continue
        first = next(pair for pair in zip_longest(rows, twins) if pair[0] != pair[1])
        last = one.history[-1]
        named = last.action is not None and last.action.kind == codes.ACT_GUESS
        assert named or any(reveals(one, secret, row) for row in first if row is not None), f"{viewer} was told by {first} at `{last.line}`"
    return left


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_nobody_outside_can_tell_twin_games_apart_before_a_rule_reveals_it(world: World) -> None:
    game = new_game(world, 0)
    secrets = list(secrets_of(game.scenario, game))
    chosen = secrets if thorough() else Random(str(world)).sample(secrets, min(len(secrets), 2))
    for secret in {secrets[0], *chosen}:
        for seed in range(71, 71 + (3 * SEEDS if secret.draw == chance.FOR_POSTURE else SEEDS)):
            assert play_twins(world, seed, secret) >= 8, f"{DRAWS[secret.draw]} {secret.index} was told at once"


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_what_a_side_does_at_home_is_seen_by_nobody_else_before_the_vote(world: World) -> None:
    game = at_home(world)
    mover = game.seating.named(game.to_move()[0])
    twin = game.branch(len(game.lines))
    quiet = [TABLE_ID, *(seat.id for seat in game.seating.seats if seat.party != mover.party)]
    random = Random(5)
    for key in range(6):
        space = game.options(mover.id).groundwork
        action = space.sample(key) if space is not None else None
        if action is not None:
            game.take(action)
        cannot_be_told_apart(game, twin, random.choice(quiet), random)
    game.take(Action(mover.id, codes.ACT_SUBMIT))
    twin.take(Action(mover.id, codes.ACT_KEEP_BACK))
    for viewer in quiet:
        assert game.mask_for(viewer)[s.HOME + mover.party] == s.UNSET
        assert game.view_for(viewer) == twin.view_for(viewer)


def at_home(world: World) -> Game:
    """A game of a world in which somebody does groundwork, and nobody has said a word yet."""
    for seed in range(200):
        game = new_game(world, seed)
        for _ in Hand(Random(seed), willing=9, chatty=0).play(game):
            if game._s[s.ACCORD] == 1 and game._s[s.STEP] == s.STEP_HOME and len(game.to_move()) > 1:
                return game
    raise AssertionError("no game of this world comes to an accord")
