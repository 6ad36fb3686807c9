"""One game four ways: interpreted, compiled, at the table, and from its lines. State and ledger must be the same to the last cell.

`python -m tests.lab.equal` plays so many seeds of every scenario, and of rule files made at random; see `--help`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, fields
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sim.bots.memory import MEM_SIZE, OUT_SIZE
from sim.domain import Scenario
from sim.kernel import layout as s
from sim.kernel.ledger import LOG_HEAD, LOG_WIDTH
from sim.lab import playing as p
from sim.lab import results as r
from sim.lab.counts import COUNTS_SIZE
from sim.lab.players import CompiledPlayers, Desk, compiled_players, count_interpreted
from sim.lab.running import Found
from sim.lab.sweep import STYLE_NAMES, Sweep, all_pairs, setting_of
from sim.lab.vectors import Block
from sim.loading import load
from sim.table import forcing
from sim.table.drive import BotFault
from sim.table.game import LOG_ROWS, Game
from sim.table.history import RowCells
from tests.bots.playing import SHIPPED
from tests.lab.generated import rule_file
from tests.properties.worlds import THREE

SCENARIOS = (*SHIPPED, THREE)
SEED = 20_250_403  # of the sweeps
ROWS = 16_000  # of the ledger of a game; the longest so far had some 6,000
TASK = 20  # games
THREADS = (1, 2, 4)
SEEDS_A_FILE = 50  # games of a rule file made at random

AsVector = Callable[[list[int]], Any]


@dataclass(frozen=True, slots=True)
class Played:
    """What is left of a game: the cells that are part of it, every row of the ledger, and the row of results ([] at the table)."""

    cells: list[int]
    rows: list[RowCells]
    result: list[int]


@dataclass(slots=True)
class Tally:
    """What was compared. differences: one line each, at most MOST_TOLD are kept."""

    games: int = 0
    cells: int = 0
    rows: int = 0
    acts: int = 0
    stopped: int = 0
    compiled: int = 0
    differences: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Both together."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    def __str__(self) -> str:
        compiled = f"{self.compiled} of them compiled too" if self.compiled != self.games else "each compiled too"
        counted = f"{self.games} games ({compiled}), {self.acts} acts, {self.cells} cells, {self.rows} rows of the ledger"
        return f"{counted}; {self.stopped} stopped by a bot; {len(self.differences)} differences"


def everybody(parties: int) -> tuple[tuple[str, ...], ...]:
    """All pairs of the six styles, in an order in which any few in a row show many of them."""
    pairs = all_pairs(STYLE_NAMES, parties)
    return tuple(pairs[at * 7 % len(pairs)] for at in range(len(pairs)))


def sweep_of(scenario: Scenario, seed: int = SEED) -> Sweep:
    """A sweep in which every style plays against every style."""
    return Sweep(setting_of(scenario), everybody(len(scenario.parties)), seed)


# --- the four ways ---


class NoRoom(Exception):
    """A log that was too small. rows: what it should have held."""

    def __init__(self, rows: int) -> None:
        super().__init__(rows)
        self.rows = rows


def rows_in(log: Sequence[int]) -> list[RowCells]:
    """The rows of a log of the kernel. It must have had room for all."""
    if log[1] > 0:
        raise NoRoom(log[0] + log[1])
    return [tuple(log[at : at + LOG_WIDTH]) for at in range(LOG_HEAD, LOG_HEAD + log[0] * LOG_WIDTH, LOG_WIDTH)]


def interpreted(sweep: Sweep, index: int, as_vector: AsVector = list, rows: int = ROWS) -> Played:
    """The game of an index by the functions of the lab over lists, or whatever `as_vector` makes of lists. rows: of the log."""
    setting = sweep.setting
    parties = range(setting.parties)
    state, log = as_vector([0] * s.STATE_SIZE), as_vector([0] * (LOG_HEAD + rows * LOG_WIDTH))
    result = as_vector([0] * r.ROW_SIZE)
    p.play_and_count(
        as_vector(list(setting.t)),
        [as_vector(list(each)) for each in setting.seen],
        as_vector(list(setting.empty)),
        [as_vector(list(each)) for each in setting.blanks],
        as_vector(list(sweep.vector)),
        index,
        1,
        state,
        [as_vector([0] * s.STATE_SIZE) for _ in parties],
        [as_vector([0] * MEM_SIZE) for _ in parties],
        log,
        as_vector([0] * p.HEARD_SIZE),
        as_vector([0] * p.GAME_SIZE),
        as_vector([0] * OUT_SIZE),
        [result],
        1,
        [as_vector([0] * COUNTS_SIZE) for _ in sweep.pairs],
    )
    cells, kept, row = ([vector[at] for at in range(size)] for vector, size in ((state, s.SCRATCH), (log, len(log)), (result, r.ROW_SIZE)))
    return Played(cells, rows_in(kept), row)


def compiled(players: CompiledPlayers, sweep: Sweep, index: int, desk: Desk) -> Played:
    """The game of an index by machine code, on a desk with a log."""
    part = players.part(sweep, index, 1, desk)
    return Played(desk.s.values()[: s.SCRATCH], rows_in(desk.log.values()), part.row(0).tolist())


def at_table(sweep: Sweep, scenario: Scenario, index: int) -> tuple[Game, bool]:
    """The game of an index at the table, and whether it came to its end; else it stands where a bot stopped it."""
    try:
        return sweep.at_table(scenario, index), True
    except BotFault as fault:
        return fault.game, False


def replayed(scenario: Scenario, game: Game) -> Game:
    """The game again, from its lines."""
    again = Game.new(scenario, game.seed)
    for entry in game.lines:
        again.play(entry.line)
    return again


def left_by(game: Game) -> Played:
    """What is left of a game at the table."""
    return Played(game._s[: s.SCRATCH], [row for entry in game.history for row in entry.rows], [])


def rows_of_draws(scenario: Scenario, sweep: Sweep) -> list[RowCells]:
    """What the table writes down before a game begins: draws decided in advance. The lab has them on its empty table."""
    state, log = [0] * s.STATE_SIZE, [0] * (LOG_HEAD + LOG_ROWS * LOG_WIDTH)
    for draw in forcing.merged(scenario.forced):
        forcing.write_draw(sweep.setting.t, state, log, draw)
    return rows_in(log)


# --- compared ---


def first_difference(what: str, one: Sequence[Any], other: Sequence[Any]) -> str:
    """Where two lists differ, "" where they do not."""
    if list(one) == list(other):
        return ""
    at = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))
    return f"{what} {at}: {list(one[at : at + 1])} is {list(other[at : at + 1])} (lengths {len(one)}, {len(other)})"


def differences(name: str, one: Played, other: Played) -> list[str]:
    """How two ways to play a game differ."""
    found = [first_difference("cell", one.cells, other.cells), first_difference("row", one.rows, other.rows)]
    if one.result and other.result:
        found.append(first_difference("result", one.result, other.result))
    return [f"{name}: {each}" for each in found if each]


def compare(scenario: Scenario, sweep: Sweep, index: int, players: CompiledPlayers | None, desk: Desk | None) -> Tally:
    """One game in every way that there is."""
    try:
        lab = interpreted(sweep, index)
    except NoRoom as full:  # rules made at random may let a game go on until its acts are counted out
        lab, desk = interpreted(sweep, index, rows=full.rows), Desk(sweep.setting.parties, full.rows)
    game, ended = at_table(sweep, scenario, index)
    table = left_by(game)
    before = rows_of_draws(scenario, sweep)
    lab_as_told = Played(lab.cells, [*before, *lab.rows], lab.result)
    found = differences("interpreted, table", lab_as_told, table)
    found += differences("table, replayed", table, left_by(replayed(scenario, game)))
    if ended != (lab.result[r.R_FAULT] == 0) or game.is_over != ended:
        found.append(f"fault: {lab.result[r.R_FAULT]} in the lab, ended {ended} at the table")
    if lab.result[r.R_DECISIONS] != len(game.lines):
        found.append(f"acts: {lab.result[r.R_DECISIONS]} in the lab, {len(game.lines)} at the table")
    if players is not None and desk is not None:
        found += differences("interpreted, compiled", lab, compiled(players, sweep, index, desk))
    told = [f"{scenario.id} game {index} {'-'.join(sweep.pair_of(index))}: {each}" for each in found]
    return Tally(1, len(lab.cells), len(table.rows), len(game.lines), int(not ended), int(players is not None), told)


def found_by(players: CompiledPlayers, sweep: Sweep, games: int) -> Found:
    """What players give, played and counted by machine code."""
    found = Found(sweep)
    for part in players.play(sweep, 0, games):
        found.take(part, players.count)
    return found


def digest_of(found: Found) -> str:
    """A digest of all results, in order, and of all counts."""
    return hashlib.sha256(found.results.tobytes() + found.counts.tobytes() + str(found.acts).encode()).hexdigest()


def counts_agree(found: Found) -> bool:
    """Whether the interpreter counts the same games as the machine code did."""
    tallies = Block(len(found.sweep.pairs), COUNTS_SIZE)
    count_interpreted(found.sweep, found.results, tallies)
    return tallies.cells == found.counts


# --- the command ---


@lru_cache(maxsize=1)
def machine() -> CompiledPlayers | None:
    """The kept code, loaded once in a process."""
    return compiled_players(1)


@lru_cache(maxsize=1)
def prepared(name: str) -> tuple[Scenario, Sweep, Desk]:
    """A scenario ready to be played."""
    scenario = load.scenario(name)
    return scenario, sweep_of(scenario), Desk(len(scenario.parties), ROWS)


def play_task(name: str, first: int, count: int) -> Tally:
    """Games of one scenario, in any process."""
    scenario, sweep, desk = prepared(name)
    found = Tally()
    for index in range(first, first + count):
        found.add(compare(scenario, sweep, index, machine(), desk))
    return found


def play_generated(number: int, count: int) -> Tally:
    """The games of one rule file made at random."""
    with tempfile.TemporaryDirectory() as folder:
        return play_task(str(rule_file(number, Path(folder))), 0, count)


def told_by(calls: Sequence[tuple[Callable[..., Tally], tuple[Any, ...]]], jobs: int) -> Iterator[Tally]:
    """What the tasks give, as they end."""
    if jobs <= 1:
        yield from (call(*arguments) for call, arguments in calls)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for future in [pool.submit(call, *arguments) for call, arguments in calls]:
            yield future.result()


def run(title: str, calls: Sequence[tuple[Callable[..., Tally], tuple[Any, ...]]], jobs: int) -> Tally:
    """All tasks of one title, with a line of progress now and then and the sum at the end."""
    found, began, told = Tally(), time.monotonic(), time.monotonic()
    for done, each in enumerate(told_by(calls, jobs), 1):
        found.add(each)
        for line in each.differences:
            print(line, file=sys.stderr, flush=True)
        if time.monotonic() - told > 10:
            told = time.monotonic()
            print(f"{title}: {done} of {len(calls)} tasks, {found.games} games, {told - began:.0f} s", file=sys.stderr, flush=True)
    print(f"{title}: {found}; {time.monotonic() - began:.0f} s", flush=True)
    return found


def threads_agree(name: str, games: int) -> list[str]:
    """Whether one, two and four threads give the same results and counts, and the interpreter the same counts."""
    fast = [players for jobs in THREADS if (players := compiled_players(jobs)) is not None]
    sweep = sweep_of(load.scenario(name))
    found = [found_by(players, sweep, games) for players in fast]
    digests = [digest_of(each) for each in found]
    for players in fast:
        players.close()
    print(f"{Path(name).stem}: {games} games by {THREADS} threads: {', '.join(digest[:12] for digest in digests) or 'no code'}", flush=True)
    differing = [f"{name}: {digests}"] if len(set(digests)) > 1 else []
    return differing + [f"{name}: counts of {each.games} games" for each in found if not counts_agree(each)]


def main(words: Sequence[str]) -> int:
    """Compare, print figures, 1 if anything differs."""
    ask = argparse.ArgumentParser(prog="python -m tests.lab.equal", description=__doc__)
    ask.add_argument("--seeds", type=int, default=10_000, help="games of each scenario")
    ask.add_argument("--scenarios", nargs="*", default=list(SCENARIOS))
    ask.add_argument("--generated", type=int, default=200, help="rule files made at random")
    ask.add_argument("--seeds-a-file", type=int, default=SEEDS_A_FILE, help="games of each of them")
    ask.add_argument("--jobs", type=int, default=2, help="processes")
    asked = ask.parse_args(words)
    if machine() is None:
        print("no machine code is kept for these sources: `python -m sim.lab.compiling` makes it; compared without it", flush=True)
    whole = Tally()
    for name in asked.scenarios:
        calls = [(play_task, (name, first, min(TASK, asked.seeds - first))) for first in range(0, asked.seeds, TASK)]
        whole.add(run(Path(name).stem, calls, asked.jobs))
        whole.differences += threads_agree(name, asked.seeds)
    if asked.generated:
        whole.add(run("generated", [(play_generated, (number, asked.seeds_a_file)) for number in range(asked.generated)], asked.jobs))
    print(f"in all: {whole}")
    return 1 if whole.differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
