"""Whole games as lines of notation, and the digest that each ends with: what a record must come back to after any fault."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from sim.table.game import Game
from sim.table.keeping import start_record
from tests.properties.worlds import THREE, Hand, World, new_game

SHORT = World("spring-short")
LONG = World("spring-2025")
TOWNS = World(THREE)


@dataclass(frozen=True)
class Script:
    """One game. lines: in the notation; digests: of the state, the first before the first line."""

    world: World
    seed: int
    lines: tuple[str, ...]
    digests: tuple[str, ...]

    def game(self, lines: int = 0) -> Game:
        """The game after its first lines."""
        game = new_game(self.world, self.seed)
        for line in self.lines[:lines]:
            game.play(line)
        return game

    def record(self, path: Path, lines: int | None = None) -> Path:
        """The record of its first lines, on the disk."""
        with start_record(self.game(len(self.lines) if lines is None else lines), path):
            return path


@cache
def script(world: World, seed: int) -> Script:
    """The game of a seed, played by a random hand that takes nothing back."""
    game = new_game(world, seed)
    digests = [game.digest()]
    for _ in Hand(Random(seed), willing=6).play(game):
        digests.append(game.digest())
    return Script(world, seed, tuple(entry.line for entry in game.lines), tuple(digests))
