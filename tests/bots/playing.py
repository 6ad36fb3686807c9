"""Games between bots, at the table and one act at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sim.bots import Bot, Decision
from sim.domain import Scenario
from sim.kernel import layout as s
from sim.loading import load
from sim.table.actions import action_of
from sim.table.game import Game
from sim.table.seating import seating_for
from tests.architecture.trees import ROOT

SHIPPED = ("spring-2025", "spring-short", "spring-90", "lantern-coast")
SCENARIOS = (*SHIPPED, str(ROOT / "tests" / "packs" / "three.yaml"), str(ROOT / "tests" / "bad_rules" / "demo"))


@lru_cache(maxsize=8)
def scenario(name: str) -> Scenario:
    """A scenario, loaded once."""
    return load.scenario(name)


@dataclass(slots=True)
class Asked:
    """One moment: what a bot was given and what it said, before it is done. number: of the line."""

    game: Game
    seat: str
    index: int
    decision: Decision
    number: int


def moments(name: str, styles: tuple[str, ...], seed: int, seats: dict[str, int] | None = None) -> Iterator[Asked]:
    """Every act of a game between bots, in order; styles: one a party. The game goes on when the next is asked for."""
    known = scenario(name)
    seating = seating_for(known, seats)
    game = Game.new(known, seed, seating)
    bots = {seat.id: Bot(styles[seat.party], seed * 101 + seat.index) for seat in seating.seats}
    while not game.is_over:
        yield from one_act(game, bots)


def one_act(game: Game, bots: dict[str, Bot]) -> Iterator[Asked]:
    """One act of a seat that must act, then the word of those it is proposed to."""
    seat = game.to_move()[0]
    yield from said(game, seat, bots[seat], must=True)
    for other in game.may_agree():
        if not game.is_over and other not in game.to_move():
            yield from said(game, other, bots[other], must=False)


def said(game: Game, seat: str, bot: Bot, must: bool) -> Iterator[Asked]:
    """What the bot of a seat says now, and then it is done."""
    index = game.seating.named(seat).index
    decision = bot.decide(game.tables_of(seat), game.mask_for(seat), index)
    if decision is None:
        assert not must, f"{seat} ({bot.style}) said nothing"
        return
    yield Asked(game, seat, index, decision, len(game.lines))
    known = game.scenario
    parts = (decision.a, decision.b, decision.c)
    game.take(action_of(seat, decision.kind, parts, decision.cells, len(known.issues), len(known.courses)))


def finished(name: str, styles: tuple[str, ...], seed: int, seats: dict[str, int] | None = None) -> Game:
    """The game at its end."""
    last = None
    for asked in moments(name, styles, seed, seats):
        last = asked.game
    assert last is not None and last.is_over
    return last


def joint(game: Game) -> int:
    """The joint score of a finished game."""
    return game._s[s.JOINT]
