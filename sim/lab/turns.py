"""Whose word is next among bots, one act at a time, and why they said it; and a recorded game played again with its bots.

`drive.play_out` plays games that bots play alone. Here a person may sit at the table: a bot is asked only what it would be
asked there, in the same order, so that a game that is played again leaves every bot remembering what it remembered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sim.domain import Scenario
from sim.errors import RuleBroken
from sim.kernel import codes
from sim.table.actions import Action
from sim.table.drive import BotFault, Decider, Decision, action_said
from sim.table.game import Game
from sim.table.history import Entry
from sim.table.notation import write_action
from sim.table.record import Recorded


class Player(Decider, Protocol):
    """A bot that can say why it said what it said last: a code and its facts, or None."""

    @property
    def why(self) -> tuple[str, tuple[tuple[str, int], ...]] | None: ...


Why = tuple[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """What one bot is asked now. must: it has to act; else it is asked for its word on a proposal.

    It holds all that the bot may know, so that `decision` can be asked for anywhere, on another thread as well.
    """

    game: Game
    bot: Player
    seat: str
    must: bool
    t: Sequence[int]
    m: list[int]
    line: int

    def decision(self) -> Decision | None:
        """What the bot says."""
        return self.bot.decide(self.t, self.m, self.game.seating.named(self.seat).index)

    def action(self, decision: Decision | None) -> Action | None:
        """The act behind a decision; None where it has no word on what is proposed. Raises BotFault for one that must act."""
        if decision is None:
            if self.must:
                raise BotFault(self.game, self.seat, "nothing")
            return None
        action = action_said(self.game, self.seat, decision)
        return action if self.must or action.kind == codes.ACT_AGREE else None


@dataclass(slots=True)
class Turns:
    """The bots of a game. asked: proposals that each was asked about; reasons: by number of the line."""

    game: Game
    bots: Mapping[str, Player]
    asked: set[tuple[str, int, tuple[int, int, int]]] = field(default_factory=set)
    reasons: dict[int, Why] = field(default_factory=dict)

    def next(self) -> Action | None:
        """What a bot says next: first a word on what is proposed, then what must be done; None: a person is to move."""
        while (question := self.question()) is not None:
            action = question.action(question.decision())
            if action is not None:
                return action
        return None

    def question(self) -> Question | None:
        """Which bot is asked next; None: a person is to move, or nobody."""
        return self.on_proposals() or self.to_act()

    def on_proposals(self) -> Question | None:
        """Ask the bots whose word on a proposal is out, each once a proposal."""
        game = self.game
        waiting = game.may_agree()
        if not waiting:
            return None
        movers, proposals = game.to_move(), game.context().proposals
        for seat in waiting:
            fresh = {(seat, game.round, proposal) for proposal in proposals} - self.asked
            self.asked |= fresh
            if seat not in movers and seat in self.bots and fresh:
                return self.asking(seat, must=False)
        return None

    def to_act(self) -> Question | None:
        """Ask the first bot that must act."""
        seat = next((seat for seat in self.game.to_move() if seat in self.bots), None)
        return None if seat is None else self.asking(seat, must=True)

    def asking(self, seat: str, must: bool) -> Question:
        """A question to the bot of a seat, as things stand."""
        game = self.game
        return Question(game, self.bots[seat], seat, must, game.tables_of(seat), game.mask_for(seat), len(game.lines))

    def take(self, action: Action) -> Entry:
        """Do what a bot said, and keep why. Raises BotFault where a rule is in the way."""
        broken = self.game.why_not(action)
        if broken is not None:
            raise BotFault(self.game, action.seat, f"{action}, refused: {broken.code}")
        entry = self.game.take(action)
        why = self.bots[action.seat].why
        if why is not None:
            self.reasons[entry.number] = why
        return entry

    def act(self) -> bool:
        """Let one bot act; False where a person is to move, or nobody."""
        action = self.next()
        if action is None:
            return False
        self.take(action)
        return True


def play_again(scenario: Scenario, found: Recorded, bots: Mapping[str, Player], upto: int | None = None) -> tuple[Game, Turns]:
    """A recorded game with its bots as they were: each is asked again, and what the record says is done.

    Raises RecordError where the record cannot be replayed.
    """
    Game.replay(scenario, found, upto)  # says what is wrong with a line before a bot is asked
    game = Game.replay(scenario, found, 0)
    turns = Turns(game, bots)
    for line in [line for line in found.lines if line.n > 0][:upto]:
        action = asked_again(turns)
        if action is not None and write_action(action, scenario, game.seating, game.context()) == line.text:
            turns.take(action)
        else:
            game.play(line.text)
    return game, turns


def asked_again(turns: Turns) -> Action | None:
    """What the bots say now; an engine that has changed may make them say what is no longer allowed."""
    try:
        action = turns.next()
        return action if action is None or turns.game.why_not(action) is None else None
    except (BotFault, RuleBroken):
        return None
