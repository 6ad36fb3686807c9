"""Plays a game on with bots: asks the seats that must act in order, then the heads whose word on a proposal is out.

A bot is given the masked tables and the mask of its seat, nothing else. What it says is an action like any other; one
that the rules refuse is a fault of the bot, and stops the game with everything that is needed to play it again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from sim.kernel import codes
from sim.table.actions import Action, action_of
from sim.table.context import Context
from sim.table.game import Game

MOST_ACTS = 20_000  # of one game; more is a fault of a bot


class Decision(Protocol):
    """What a bot says: an act by number, its arguments, the cells of its package, points or level."""

    @property
    def kind(self) -> int: ...

    @property
    def a(self) -> int: ...

    @property
    def b(self) -> int: ...

    @property
    def c(self) -> int: ...

    @property
    def cells(self) -> Sequence[int]: ...


class Decider(Protocol):
    """Who decides for a seat. None: nothing to say."""

    def decide(self, t: Sequence[int], m: list[int], seat: int, /) -> Decision | None: ...


class BotFault(Exception):
    """A bot that must act and says nothing, says what is refused, or never comes to an end."""

    def __init__(self, game: Game, seat: str, said: str) -> None:
        self.game, self.seat, self.said = game, seat, said
        last = game.lines[-1].line if game.lines else "the start"
        super().__init__(f"{seat} said {said} (seed {game.seed}, line {len(game.lines)}, behind `{last}`)")


def play_out(game: Game, bots: Mapping[str, Decider], until: Callable[[Game], bool] | None = None) -> Game:
    """Play on until the game is over, `until` holds, or a seat without a bot must act. bots: by shown seat id."""
    asked: set[tuple[str, int, tuple[int, int, int]]] = set()
    for _ in range(MOST_ACTS):
        if game.is_over or (until is not None and until(game)):
            return game
        if not (consent(game, bots, asked) or act(game, bots)):
            return game
    raise BotFault(game, "a bot", f"{MOST_ACTS} acts without an end")


def act(game: Game, bots: Mapping[str, Decider]) -> bool:
    """Let the first seat that must act and has a bot do so; False where there is none."""
    for seat in game.to_move():
        if seat in bots:
            action = said(game, bots[seat], seat)
            if action is None:
                raise BotFault(game, seat, "nothing")
            carry_out(game, seat, action)
            return True
    return False


def consent(game: Game, bots: Mapping[str, Decider], asked: set[tuple[str, int, tuple[int, int, int]]]) -> bool:
    """Ask the heads whose word on a proposal is out, each once a proposal; True when one of them agreed."""
    waiting = game.may_agree()
    if not waiting:
        return False
    context: Context = game.context()
    movers = game.to_move()
    for seat in waiting:
        fresh = [(seat, game.round, proposal) for proposal in context.proposals if (seat, game.round, proposal) not in asked]
        asked.update(fresh)
        if seat in movers or seat not in bots or not fresh:
            continue
        action = said(game, bots[seat], seat)
        if action is not None and action.kind == codes.ACT_AGREE:
            carry_out(game, seat, action)
            return True
    return False


def said(game: Game, bot: Decider, seat: str) -> Action | None:
    """What a bot says on the mask of its seat."""
    decision = bot.decide(game.tables_of(seat), game.mask_for(seat), game.seating.named(seat).index)
    return None if decision is None else action_said(game, seat, decision)


def action_said(game: Game, seat: str, decision: Decision) -> Action:
    """The act behind what a bot wrote."""
    n_issues, n_courses = len(game.scenario.issues), len(game.scenario.courses)
    return action_of(seat, decision.kind, (decision.a, decision.b, decision.c), decision.cells, n_issues, n_courses)


def carry_out(game: Game, seat: str, action: Action) -> None:
    """Do what a bot said. Raises BotFault where a rule is in the way."""
    broken = game.why_not(action)
    if broken is not None:
        raise BotFault(game, seat, f"{action}, refused: {broken.code}")
    game.take(action)
