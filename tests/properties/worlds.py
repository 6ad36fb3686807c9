"""Every scenario with every seating that the promises are tested on, and a hand that plays it at random.

The hand plays what the options of a seat sample; now and then it says yes where it may, so that packages come to a vote.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

from sim.domain import Forced, Scenario
from sim.kernel import codes
from sim.kernel import layout as s
from sim.loading import load
from sim.table.actions import Action, plain
from sim.table.game import Game
from sim.table.options import Options
from sim.table.seating import TABLE_ID, seating_for

THREE = str(Path(__file__).parents[1] / "packs" / "three.yaml")
MOST_ACTS = 4000  # of a whole game of any world; a hand needs 30 to 300
YES_ACTS = (codes.ACT_ACCEPT, codes.ACT_SUBMIT, codes.ACT_AGREE)
NO_ACTS = (codes.ACT_BREAK, codes.ACT_KEEP_BACK, codes.ACT_HOLD, codes.ACT_DONE)


@dataclass(frozen=True)
class World:
    """A scenario and how many sit at each side. scenario: its id, or the path of its file."""

    scenario: str
    counts: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        players = "-".join(f"{party}{count}" for party, count in self.counts)
        return "-".join(filter(None, (Path(self.scenario).stem, players)))


EIGHT = (("us", 4), ("jp", 4))
SCENARIOS = ("spring-2025", "spring-short", "spring-90", "lantern-coast", THREE)
ALLIANCE = ("spring-2025", "spring-short", "spring-90")
WORLDS = (
    *(World(name, counts) for name in ALLIANCE for counts in ((), EIGHT)),
    World("lantern-coast"),
    World("lantern-coast", (("lc", 2), ("hm", 2))),
    World(THREE),
)


@cache
def scenario_of(name: str) -> Scenario:
    """A scenario by id or path, read once."""
    return load.scenario(name)


def new_game(world: World, seed: int, forced: Iterable[Forced] = ()) -> Game:
    """A new game of a world."""
    scenario = scenario_of(world.scenario)
    return Game.new(scenario, seed, seating_for(scenario, dict(world.counts)), forced)


def viewers(game: Game) -> tuple[str, ...]:
    """Everybody who looks on: every seat, and the public table."""
    return (*(seat.id for seat in game.seating.seats), TABLE_ID)


def state_of(game: Game) -> list[int]:
    """The cells of the state that are part of the game. The tests look where players may not."""
    return game._s[: s.SCRATCH]


@dataclass
class Hand:
    """Plays a game at random. willing: how often in ten it says yes where it may; chatty: how often a seat speaks unasked."""

    random: Random
    willing: int = 4
    chatty: int = 2

    def seat(self, game: Game) -> str:
        """A seat that must act; now and then any other."""
        if self.random.randrange(10) < self.chatty:
            return self.random.choice(game.seating.seats).id
        return self.random.choice(game.to_move())

    def act(self, game: Game) -> Action:
        """An act that the options of some seat allow. At least one seat that must act has one."""
        asked = self.seat(game)
        for seat in dict.fromkeys((asked, *game.to_move())):
            action = self.choice(game.options(seat))
            if action is not None:
                return self.narrower(game, self.kinder(game, action)) if action.kind == codes.ACT_OFFER else action
        raise AssertionError(f"nobody can act: {game.to_move()} of {game.lines[-5:]}")

    def choice(self, options: Options) -> Action | None:
        """One allowed act; a yes where it is willing, and a no less often than chance would have it."""
        is_willing = self.random.randrange(10) < self.willing
        yes = [option.action for option in options.allowed if option.action.kind in YES_ACTS]
        if yes and is_willing:
            return self.random.choice(yes)
        action = options.sample(self.random.getrandbits(30))
        if action is not None and action.kind in NO_ACTS and is_willing:
            return options.offer.sample(self.random.getrandbits(30)) if options.offer else options.sample(self.random.getrandbits(30))
        return action

    def kinder(self, game: Game, action: Action) -> Action:
        """Of a few offers, this one among them, the one that the groups at home mind least: it may come through a vote."""
        if self.random.randrange(10) >= self.willing:
            return action
        offering = game.options(action.seat).offer
        others = [offering.sample(self.random.getrandbits(30)) for _ in range(12)] if offering is not None else []
        return max((action, *filter(None, others)), key=lambda one: liked(game, one))

    def narrower(self, game: Game, action: Action) -> Action:
        """Where there are more than two sides, an offer often binds only some of them."""
        parties = range(len(game.scenario.parties))
        own = game.seating.named(action.seat).party
        other = self.random.choice([party for party in parties if party != own])
        narrow = replace(action, a=1 << own | 1 << other)
        if len(parties) == 2 or self.random.randrange(2) or not game.options(action.seat).contains(narrow):
            return action
        return narrow

    def play(self, game: Game, most: int = MOST_ACTS) -> Iterator[Action]:
        """Play on, act by act; each is given out after it was done."""
        for _ in range(most):
            if game.is_over:
                return
            action = self.act(game)
            game.take(action)
            yield action


def liked(game: Game, action: Action) -> int:
    """How much the least pleased body likes a package, in points of support."""
    levels = state_of(game)[s.LEVEL : s.LEVEL + len(game.scenario.issues)]
    steps = [0 if level is None else level - now for level, now in zip(action.package or (), levels, strict=True)]
    totals = [0] * len(game.scenario.parties)
    for group in game.scenario.groups:
        totals[group.party] += sum(point * step for point, step in zip(group.points, steps, strict=False))
    return min(totals)


def played(world: World, seed: int, acts: int = MOST_ACTS, willing: int = 4) -> Game:
    """A game of a world after so many random acts, or at its end."""
    game = new_game(world, seed)
    for _ in Hand(Random(seed), willing).play(game, acts):
        pass
    return game


def least(game: Game, seat: str) -> Action:
    """The least that a seat which must act can say: the first of what ends its part, else its first option."""
    endings = (codes.ACT_DONE, codes.ACT_HOLD, codes.ACT_KEEP_BACK)
    options = game.options(seat)
    for kind in endings:
        if options.contains(plain(seat, kind)):
            return plain(seat, kind)
    first = options.first()
    assert first is not None, f"{seat} must act and may do nothing, behind {game.lines[-3:]}"
    return first


def thorough() -> bool:
    """True where the long run was asked for: NEMAWASHI_THOROUGH=1."""
    return os.environ.get("NEMAWASHI_THOROUGH", "") not in ("", "0")
