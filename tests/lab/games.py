"""Games for tests of the lab: played by the interpreter, or made up number by number."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from sim.domain import Scenario
from sim.kernel.layout import MAX_PARTIES, UNSET
from sim.lab import results as r
from sim.lab.players import InterpretedPlayers, Part
from sim.lab.running import Engine, Found
from sim.lab.sweep import Pair, Sweep, all_pairs, setting_of

UNKNOWN = dict.fromkeys(range(r.R_POSTURE, r.R_POSTURE + MAX_PARTIES), UNSET)
QUICK = ("random_legal", "caretaker")


def engine() -> Engine:
    """The interpreter, in this process."""
    return Engine(InterpretedPlayers(1), 1)


def nothing_yet(scenario: Scenario, pairs: tuple[Pair, ...] = all_pairs(QUICK, 2), seed: int = 1) -> Found:
    """A sweep without a game."""
    return Found(Sweep(setting_of(scenario), pairs, seed))


def played(scenario: Scenario, games: int, pairs: tuple[Pair, ...] = all_pairs(QUICK, 2), seed: int = 1) -> Found:
    """Games of bots that think little."""
    found = nothing_yet(scenario, pairs, seed)
    for part in engine().players.play(found.sweep, 0, games):
        found.take(part)
    return found


def made_up(scenario: Scenario, rows: Iterable[Mapping[int, int]], pairs: tuple[Pair, ...] = all_pairs(QUICK, 2)) -> Found:
    """Games with these results, by column; every other number is 0, no posture is known, and the pairs take turns."""
    found = nothing_yet(scenario, pairs)
    results = []
    for index, own in enumerate(rows):
        row = [0] * r.ROW_SIZE
        for column, number in {**UNKNOWN, r.R_INDEX: index, r.R_PAIR: index % len(pairs), **own}.items():
            row[column] = number
        results.append(row)
    found.take(Part(0, array("q", [cell for row in results for cell in row]), 0))
    return found
