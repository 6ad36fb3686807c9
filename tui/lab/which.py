"""Which games: those behind a figure, by index and seed; and one of them as a record that can be replayed and looked back on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sim.domain import Scenario
    from sim.lab.measures import Measure
    from sim.lab.running import Found
    from sim.lab.sweep import Sweep


@dataclass(frozen=True, slots=True)
class One:
    """A game. seed: as `nemawashi play --seed` takes it; styles: of the bots, by side; value: of the measure."""

    index: int
    seed: int
    styles: tuple[str, ...]
    value: int


def games_with(found: Found, measure: Measure) -> list[One]:
    """The games in which a share holds; of a number all games, the largest first."""
    from sim.lab.measures import Kind
    from tui.lab.changes import values_of

    values = list(enumerate(values_of(measure, found, found.games)))
    if measure.kind is Kind.SHARE:
        values = [(index, value) for index, value in values if value]
    else:
        values.sort(key=lambda pair: (-pair[1], pair[0]))
    return [one_of(found.sweep, index, value) for index, value in values]


def one_of(sweep: Sweep, index: int, value: int = 0) -> One:
    """A game by its index."""
    return One(index, sweep.seed_of_game(index), sweep.pair_of(index), value)


def write_record(scenario: Scenario, sweep: Sweep, index: int, path: Path | None = None) -> Path:
    """Play a game again at the table and keep it. path: a new file; default: the next name in the data folder.

    Raises RecordError where it cannot be written.
    """
    from sim.table.keeping import start_record

    game = sweep.at_table(scenario, index)
    styles = {seat: bot.style for seat, bot in sweep.bots_of(scenario, index).items()}
    with start_record(game, path, styles) as keeper:
        return keeper.path


def record_of(scenario: Scenario, sweep: Sweep, index: int) -> Path:
    """The record of a game of the lab, written once: its name says rules, seed and index."""
    from sim.table.keeper import SUFFIX, records_folder

    path = records_folder() / f"lab-{scenario.id}-{scenario.rules_digest}-{sweep.seed}-{index}-{mix_of(sweep)}{SUFFIX}"
    return path if path.exists() else write_record(scenario, sweep, index, path)


def mix_of(sweep: Sweep) -> str:
    """A short name of the mix: games of one index differ from mix to mix."""
    from hashlib import sha256

    return sha256(repr(sweep.pairs).encode()).hexdigest()[:6]
