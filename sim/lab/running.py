"""A sweep under way: games are played in tasks, counted as they come, and whoever looks sees what there is so far.

Compiled where code is at hand; else interpreted, while a process makes the code; then the rest is played compiled. Games of
one index are the same either way, so it never shows in a number which ones were played how.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec

from sim.lab import store
from sim.lab.compiling import Compiling
from sim.lab.counts import COUNTS_SIZE, K_GAMES
from sim.lab.measures import added
from sim.lab.players import CompiledPlayers, InterpretedPlayers, Part, Players, compiled_players, count_interpreted, usual_jobs
from sim.lab.results import R_FAULT, ROW_SIZE
from sim.lab.sweep import Sweep
from sim.lab.vectors import Block

Counting = Callable[[Sweep, "array[int]", Block], None]
EXTRA = ("numba", "llvmlite")


def has_extra() -> bool:
    """Whether the compiler is installed."""
    return all(find_spec(each) is not None for each in EXTRA)


class BotStopped(Exception):
    """A bot that said what the rules refuse, or nothing: a fault of ours, with what is needed to play the game again."""

    def __init__(self, sweep: Sweep, index: int, fault: int) -> None:
        styles = ", ".join(sweep.pair_of(index))
        super().__init__(f"fault {fault} in game {index} of sweep {sweep.seed} ({styles}; seed {sweep.seed_of_game(index)})")


@dataclass(slots=True)
class Found:
    """What a sweep gave so far. results: ROW_SIZE cells a game, in the order of indexes from 0; tallies: a row for each pair."""

    sweep: Sweep
    results: array[int] = field(default_factory=lambda: array("q"))
    tallies: Block = field(init=False)
    acts: int = 0

    def __post_init__(self) -> None:
        self.tallies = Block(len(self.sweep.pairs), COUNTS_SIZE)

    @property
    def games(self) -> int:
        """Games played."""
        return len(self.results) // ROW_SIZE

    @property
    def counts(self) -> array[int]:
        """The counts of all pairs, COUNTS_SIZE each, one behind the other."""
        return self.tallies.cells

    def take(self, part: Part, count: Counting = count_interpreted) -> None:
        """Add the next part. count: who adds up. Raises BotStopped for a game that did not come to its end."""
        for number, fault in enumerate(part.results[R_FAULT::ROW_SIZE]):
            if fault:
                raise BotStopped(self.sweep, part.first + number, fault)
        self.results.extend(part.results)
        count(self.sweep, part.results, self.tallies)
        self.acts += part.acts

    def row(self, index: int) -> array[int]:
        """The result of a game."""
        return self.results[index * ROW_SIZE : (index + 1) * ROW_SIZE]

    def column(self, column: int) -> array[int]:
        """One number of every game, in the order of indexes."""
        return self.results[column::ROW_SIZE]

    def of_pair(self, pair: int) -> array[int]:
        """The counts of one pair of styles."""
        return self.counts[pair * COUNTS_SIZE : (pair + 1) * COUNTS_SIZE]

    def all(self) -> list[int]:
        """The counts of all pairs together."""
        return added([self.of_pair(pair) for pair in range(len(self.sweep.pairs))])

    def played_by(self, pair: int) -> int:
        """Games of one pair of styles."""
        return self.of_pair(pair)[K_GAMES]


@dataclass(slots=True)
class Engine:
    """Who plays. why_slow: "" when compiled, else "no-extra", "no-folder", "failed", "compiling" or "not-compiled"."""

    players: Players
    jobs: int
    why_slow: str = ""
    detail: str = ""
    compiling: Compiling | None = None

    @property
    def is_compiled(self) -> bool:
        """Whether games are played by machine code."""
        return self.players.compiled

    def begin_compiling(self) -> None:
        """Make the code that is missing, while interpreted games go on."""
        self.why_slow, self.compiling = "compiling", Compiling().start()

    def look_again(self) -> bool:
        """Change over to machine code when it is there; True when that happened now."""
        if self.compiling is None or self.is_compiled:
            return False
        if self.compiling.failed:
            self.why_slow, self.detail, self.compiling = "failed", self.compiling.failed, None
            return False
        if not self.compiling.ready:
            return False
        fast = compiled_players(self.jobs)
        if fast is None:
            self.why_slow, self.compiling = "failed", None
            return False
        self.players.close()
        self.players, self.why_slow, self.compiling = fast, "", None
        return True

    def close(self) -> None:
        """Stop everything."""
        if self.compiling is not None:
            self.compiling.stop()
        self.players.close()


def engine_for(jobs: int | None = None, compile_: bool = True) -> Engine:
    """The fastest engine at hand. compile_: begin to make the code where it is missing."""
    jobs = jobs or usual_jobs()
    if not has_extra():
        return Engine(InterpretedPlayers(jobs), jobs, "no-extra")
    fast: CompiledPlayers | None = compiled_players(jobs)
    if fast is not None:
        return Engine(fast, jobs)
    fault = store.trouble()
    if fault:
        return Engine(InterpretedPlayers(jobs), jobs, "no-folder", f"{store.folder()}: {fault}")
    engine = Engine(InterpretedPlayers(jobs), jobs, "not-compiled")
    if compile_:
        engine.begin_compiling()
    return engine


def run(engine: Engine, found: Found, games: int, goes_on: Callable[[Found], bool] = lambda found: True) -> Iterator[Found]:
    """Play on to `games` games in all, or until `goes_on` says no; yields after every task."""
    while found.games < games:
        engine.look_again()
        for part in engine.players.play(found.sweep, found.games, games - found.games):
            found.take(part, engine.players.count)
            yield found
            if not goes_on(found):
                return
            if engine.compiling is not None and (engine.compiling.ready or engine.compiling.failed):
                break
