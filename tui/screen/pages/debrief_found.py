"""What the debrief of the screen is drawn from: reckoned once, on a thread, after the end; plain values only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sim.lab.turns import Why
from sim.table.bridge import bodies_of
from sim.table.debrief import Debrief, debrief
from sim.table.explain import Explainable, known_to
from sim.table.forecast import BodyForecast
from sim.table.history import Entry
from sim.table.seating import TABLE_ID
from tui.plain.names import Names
from tui.plain.opponents import reason_text


@dataclass(frozen=True, slots=True)
class LaidOpen:
    """A finished game. on_the_way: how every body takes what stands after each swap; whys: of bots, by number of the line.

    seed, rules: by which the game can be drawn again, told here for the first time.
    """

    debrief: Debrief
    entries: tuple[Entry, ...]
    whys: Mapping[int, Why]
    on_the_way: tuple[tuple[BodyForecast, ...], ...]
    seed: int
    rules: str

    def reason(self, names: Names, line: int) -> str:
        """Why a bot said a line, as a sentence; "" for a person's."""
        why = self.whys.get(line)
        return "" if why is None else reason_text(names, why)


class Finished(Explainable, Protocol):
    """What is laid open; a `Game` that is over is one."""

    @property
    def seed(self) -> int: ...

    @property
    def history(self) -> Sequence[Entry]: ...


def lay_open(game: Finished, whys: Mapping[int, Why]) -> LaidOpen:
    """Reckon everything. Raises RuleBroken before the end."""
    found = debrief(game, {number: code for number, (code, _) in whys.items()})
    swaps = found.left.chain.swaps if found.left.chain is not None else ()
    known = known_to(game, TABLE_ID)
    return LaidOpen(
        debrief=found,
        entries=tuple(game.history),
        whys=dict(whys),
        on_the_way=tuple(bodies_of(known, swap.outcome) for swap in swaps),
        seed=game.seed,
        rules=game.scenario.rules_digest,
    )
