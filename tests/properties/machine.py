"""A table at which anything may happen: allowed acts, near-misses, undo, a facilitator's word, questions why; checked all the while."""

from __future__ import annotations

from random import Random
from typing import ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sim.domain import Forced
from sim.errors import RuleBroken
from sim.kernel import chance
from sim.kernel import layout as s
from sim.table.actions import Action, force, rewind, undo
from sim.table.game import Game
from sim.table.keeping import header_of, lines_of
from sim.table.notation import read_action, write_action
from sim.table.record import Recorded
from tests.properties.books import bounds_broken, rebuilt, take_rows, unexplained
from tests.properties.memory import nobody_forgets
from tests.properties.near_misses import near_miss
from tests.properties.reasons import adds_up, ask, questions
from tests.properties.worlds import Hand, World, new_game, state_of, viewers

KEYS = st.integers(0, 2**32 - 1)


class TableMachine(RuleBasedStateMachine):
    """One game of one world. digests: of the state behind every line; cells: the state as the ledger tells it."""

    world: ClassVar[World]

    @initialize(seed=st.integers(0, 2**64 - 1))
    def begin(self, seed: int) -> None:
        self.game = new_game(self.world, seed)
        self.digests = [self.game.digest()]
        self.cells = rebuilt(self.game)

    @precondition(lambda self: not self.game.is_over)
    @rule(key=KEYS)
    def somebody_acts(self, key: int) -> None:
        """What is sampled is accepted, and its line reads back to it."""
        action = Hand(Random(key)).act(self.game)
        assert self.game.options(action.seat).contains(action)
        self.reads_back(action)
        self.take(action)

    @rule(key=KEYS, acts=st.integers(2, 30))
    def they_play_on(self, key: int, acts: int) -> None:
        """The same, faster, so that later rounds are reached."""
        hand = Hand(Random(key))
        for _ in range(acts):
            if not self.game.is_over:
                self.take(hand.act(self.game))

    @rule(key=KEYS)
    def somebody_tries(self, key: int) -> None:
        """The options, on what the seat knows, say the same as the game, on all there is; a refused act changes nothing."""
        random = Random(key)
        action = near_miss(random, self.game, random.choice(self.game.seating.seats).id)
        broken = self.game.why_not(action)
        assert self.game.options(action.seat).contains(action) is (broken is None), f"{action}: {broken and broken.code}"
        if broken is None:
            as_given = self.game.branch(len(self.game.lines))
            as_given.take(action)
            self.take(self.said(action))  # what an act does not need may stand in it, and is not in its line
            assert self.digests[-1] == as_given.digest(), f"the line of {action} says something else"
        else:
            self.is_refused(action, broken.code)

    @rule(key=KEYS)
    def somebody_takes_back(self, key: int) -> None:
        """An act taken back leaves the state as it was before it, and no one with more than they are left with."""
        seat = Random(key).choice(self.game.seating.seats).id
        number = self.game.undoable(seat)
        if number is None:
            last = Random(key).randrange(len(self.digests) + 2)
            self.is_refused(undo(seat, last))
            return
        before = {viewer: self.game.mask_for(viewer) for viewer in viewers(self.game)}
        entry = self.game.lines[number - 1]
        self.take(undo(seat, number))
        assert self.digests[-1] == self.digests[number - 1]
        nobody_forgets(self.game, before, seat, entry)

    @rule(key=KEYS)
    def somebody_asks_why(self, key: int) -> None:
        """A reason adds up, and asking changes nothing."""
        random = Random(key)
        viewer = random.choice(viewers(self.game))
        for what in random.sample(questions(self.game, random), 4):
            reason = ask(self.game, viewer, what)
            if reason is not None:
                adds_up(reason)
        assert self.game.digest() == self.digests[-1]

    @precondition(lambda self: not self.game.is_over)
    @rule(key=KEYS)
    def a_facilitator_decides_a_draw(self, key: int) -> None:
        """A draw decided beforehand stands in the record like any line."""
        random = Random(key)
        draw = Forced(self.game.round + random.randrange(2), chance.FOR_EVENT, 0, random.randrange(len(self.game.scenario.events)))
        action = force(draw.round, draw.purpose, draw.index, draw.value, "for the lesson")
        if state_of(self.game)[s.N_FORCED] < s.MAX_FORCED:
            self.reads_back(action)
            self.take(action)

    @precondition(lambda self: len(self.digests) > 4)
    @rule(key=KEYS)
    def a_facilitator_goes_back(self, key: int) -> None:
        """The state stands as it did behind that line."""
        to = len(self.digests) - 1 - Random(key).randrange(1, 4)
        self.take(rewind(to, "one more time"))
        assert self.digests[-1] == self.digests[to]

    def take(self, action: Action) -> None:
        """Do an act; the ledger must explain every difference that it made, with a cause for every number that people follow."""
        last = len(self.digests) - 1
        entry = self.game.take(action)
        self.digests.append(self.game.digest())
        if entry.before == last:
            take_rows(self.cells, entry.rows)
        else:
            self.cells = rebuilt(self.game)
        assert not list(unexplained(self.game, entry))

    def is_refused(self, action: Action, code: str = "") -> None:
        """An act is refused with a code, and nothing has changed: no cell, no line, no event."""
        told = {viewer: self.game.events_for(viewer) for viewer in viewers(self.game)}
        with pytest.raises(RuleBroken) as refusal:
            self.game.take(action)
        assert refusal.value.code == (code or refusal.value.code)
        assert self.game.digest() == self.digests[-1]
        assert len(self.game.lines) == len(self.digests) - 1
        assert told == {viewer: self.game.events_for(viewer) for viewer in viewers(self.game)}

    def said(self, action: Action) -> Action:
        """An act as its line says it."""
        scenario, seating, context = self.game.scenario, self.game.seating, self.game.context()
        return read_action(write_action(action, scenario, seating, context), scenario, seating, context)

    def reads_back(self, action: Action) -> None:
        """The line of an act is read as that act."""
        scenario, seating, context = self.game.scenario, self.game.seating, self.game.context()
        line = write_action(action, scenario, seating, context)
        assert read_action(line, scenario, seating, context) == action, line

    @invariant()
    def the_books_are_right(self) -> None:
        """Bounds hold, and the state is what the ledger says."""
        assert not list(bounds_broken(self.game))
        assert self.cells == state_of(self.game)

    @invariant()
    def somebody_can_act(self) -> None:
        """While the game is not over it waits for somebody who can say something."""
        for seat in self.game.to_move():
            assert self.game.options(seat).first() is not None, f"{seat} must act and may do nothing"
        assert self.game.is_over or self.game.to_move()

    def teardown(self) -> None:
        """The lines alone give the same game, at every point; a branch stands where the game stood."""
        if not hasattr(self, "game"):
            return
        again = replayed(self.game, self.digests)
        assert again.lines == self.game.lines
        for viewer in viewers(self.game):
            assert again.view_for(viewer) == self.game.view_for(viewer)
            assert again.events_for(viewer) == self.game.events_for(viewer)
        for at in range(0, len(self.digests), 7):
            assert self.game.branch(at).digest() == self.digests[at]


def replayed(game: Game, digests: list[str]) -> Game:
    """The game again from its record, with the digest behind every line compared."""
    found = Recorded(header_of(game), game.scenario.resolved, tuple(lines_of(game)), (), "", 0)
    again = Game.replay(game.scenario, found, 0)
    assert again.digest() == digests[0]
    for number, line in enumerate((line for line in found.lines if line.n > 0), 1):
        again.play(line.text)
        assert again.digest() == digests[number], f"line {number}, `{line.text}`"
    return again


def machine_of(world: World) -> type[TableMachine]:
    """The machine for one world."""
    return type("TableMachine", (TableMachine,), {"world": world})
