"""Who plays the games of a sweep: compiled code on threads, or the same functions interpreted in processes.

A task is a range of indexes. Its results and counts depend on nothing else, so it does not matter who plays it, how many
there are, or in which order they end; another executor can stand behind the same calls. Counts are added up by whoever asked
for the games: results are a few hundred numbers a game, counts some thousands a pair of styles.
"""

from __future__ import annotations

import os
import pickle
import signal
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from multiprocessing import get_context
from queue import Empty, SimpleQueue
from typing import Protocol

from sim.bots.memory import MEM_SIZE, OUT_SIZE
from sim.kernel.layout import STATE_SIZE
from sim.kernel.ledger import LOG_HEAD, LOG_WIDTH
from sim.lab import playing as p
from sim.lab import store
from sim.lab.counts import COUNTS_SIZE, count_results
from sim.lab.machine import Machine
from sim.lab.results import ROW_SIZE
from sim.lab.sweep import Sweep
from sim.lab.vectors import Block, Vector

COMPILED_BATCH = 100  # games a task
INTERPRETED_BATCH = 5
AHEAD = 4  # tasks that are handed over before anybody could play them, for each one at once


@dataclass(frozen=True, slots=True)
class Part:
    """What came of the games of one task. results: ROW_SIZE cells a game; acts: submitted."""

    first: int
    results: array[int]
    acts: int

    @property
    def games(self) -> int:
        """How many there are."""
        return len(self.results) // ROW_SIZE

    def row(self, number: int) -> array[int]:
        """The result of one of them."""
        return self.results[number * ROW_SIZE : (number + 1) * ROW_SIZE]


class Players(Protocol):
    """Plays ranges of games. compiled: whether it is machine code; batch: games that make a good task; jobs: at once."""

    compiled: bool
    batch: int
    jobs: int

    def begin(self) -> None:
        """Be ready to play soon; what takes time goes on while the caller does something else."""
        ...

    def play(self, sweep: Sweep, first: int, count: int) -> Iterator[Part]:
        """The parts of a range, in the order of their indexes, each as soon as those before it are there."""
        ...

    def count(self, sweep: Sweep, results: array[int], tallies: Block) -> None:
        """Add results to tallies of COUNTS_SIZE cells, one for each pair of styles."""
        ...

    def close(self) -> None:
        """Stop; what is under way is not waited for longer than a task takes."""
        ...


def tasks_of(first: int, count: int, batch: int) -> list[tuple[int, int]]:
    """The range in tasks: (first, how many)."""
    return [(at, min(batch, first + count - at)) for at in range(first, first + count, batch)]


@contextmanager
def interrupts_wait() -> Iterator[None]:
    """Ctrl+C is answered behind this. Processes that begin here never answer it, not even before they know why they are there."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Line:
    """Tasks that wait for a pool, a few at a time, and what they give, in their order. Close it when nobody waits any longer."""

    def __init__(self, pool: Executor, call: Callable[[int, int], Part], tasks: Sequence[tuple[int, int]], at_once: int) -> None:
        self._pool, self._call = pool, call
        self._tasks = iter(tasks)
        self._waiting: deque[Future[Part]] = deque()
        self._fill(AHEAD * at_once)

    def _fill(self, tasks: int) -> None:
        """Hand over more tasks."""
        with interrupts_wait():
            self._waiting += [self._pool.submit(self._call, *task) for task in islice(self._tasks, tasks)]

    def parts(self) -> Iterator[Part]:
        """Each part as soon as those before it are there."""
        while self._waiting:
            part = self._waiting.popleft().result()
            self._fill(1)
            yield part

    def close(self) -> None:
        """Drop the tasks that were not begun."""
        for future in self._waiting:
            future.cancel()


# --- compiled ---


class Desk:
    """The vectors that one thread plays with. log_rows: of the ledger that is kept of a game, 0 for none."""

    def __init__(self, parties: int, log_rows: int = 0) -> None:
        self.s = Vector([0] * STATE_SIZE)
        self.masks = Block(parties, STATE_SIZE)
        self.memories = Block(parties, MEM_SIZE)
        self.log = Vector([0] * (LOG_HEAD + log_rows * LOG_WIDTH) if log_rows else [])
        self.heard = Vector([0] * p.HEARD_SIZE)
        self.game = Vector([0] * p.GAME_SIZE)
        self.out = Vector([0] * OUT_SIZE)


class Board:
    """The vectors of a sweep that all threads read."""

    def __init__(self, sweep: Sweep) -> None:
        setting = sweep.setting
        self.sweep = sweep
        self.t = Vector(setting.t)
        self.seen = Block(setting.seen, len(setting.t))
        self.empty = Vector(setting.empty)
        self.blanks = Block(setting.blanks, STATE_SIZE)
        self.vector = Vector(sweep.vector)
        self.desks: SimpleQueue[Desk] = SimpleQueue()

    def desk(self) -> Desk:
        """A desk that is free, or a new one."""
        try:
            return self.desks.get_nowait()
        except Empty:
            return Desk(self.sweep.setting.parties)


def call_of(board: Board, desk: Desk, first: int, games: int, results: Block, counted: int, tallies: Block) -> tuple[int, ...]:
    """The words of a call of `play_and_count`."""
    before = (board.t, board.seen, board.empty, board.blanks, board.vector)
    behind = (desk.s, desk.masks, desk.memories, desk.log, desk.heard, desk.game, desk.out, results)
    return (*(each.address for each in before), first, games, *(each.address for each in behind), counted, tallies.address)


NO_TALLIES = Block(0, COUNTS_SIZE)


class CompiledPlayers:
    """Threads on machine code, one game at a time each; calls let other threads run."""

    compiled = True
    batch = COMPILED_BATCH

    def __init__(self, machine: Machine, jobs: int) -> None:
        self.jobs = jobs
        self._machine = machine
        self._pool = ThreadPoolExecutor(jobs)
        self._board: Board | None = None

    def begin(self) -> None:
        """See `Players`. Threads begin with their first task."""

    def play(self, sweep: Sweep, first: int, count: int) -> Iterator[Part]:
        """See `Players`."""
        tasks = tasks_of(first, count, self.batch)
        with closing(Line(self._pool, partial(self.part, sweep), tasks, self.jobs)) as line:
            yield from line.parts()

    def part(self, sweep: Sweep, first: int, count: int, own: Desk | None = None) -> Part:
        """One task. own: a desk on which state and ledger of the last game stay; default one that is free."""
        board = self._board_of(sweep)
        desk = own or board.desk()
        results = Block(count, ROW_SIZE)
        acts = self._machine.call(*call_of(board, desk, first, count, results, 0, NO_TALLIES))
        if own is None:
            board.desks.put(desk)
        return Part(first, results.cells, acts)

    def count(self, sweep: Sweep, results: array[int], tallies: Block) -> None:
        """See `Players`."""
        board = self._board_of(sweep)
        desk, rows = board.desk(), Block([results], ROW_SIZE)
        self._machine.call(*call_of(board, desk, 0, 0, rows, len(results) // ROW_SIZE, tallies))
        board.desks.put(desk)

    def _board_of(self, sweep: Sweep) -> Board:
        """The vectors of the sweep that is played now."""
        board = self._board
        if board is None or board.sweep is not sweep:
            board = self._board = Board(sweep)
        return board

    def close(self) -> None:
        """See `Players`."""
        self._pool.shutdown(wait=True, cancel_futures=True)


# --- interpreted ---


def play_interpreted(sweep: Sweep, first: int, count: int) -> Part:
    """One task, in whatever process this is."""
    setting = sweep.setting
    results = [[0] * ROW_SIZE for _ in range(count)]
    acts = p.play_range(
        setting.t,
        setting.seen,
        setting.empty,
        setting.blanks,
        sweep.vector,
        first,
        count,
        [0] * STATE_SIZE,
        [[0] * STATE_SIZE for _ in setting.seen],
        [[0] * MEM_SIZE for _ in setting.seen],
        [],
        [0] * p.HEARD_SIZE,
        [0] * p.GAME_SIZE,
        [0] * OUT_SIZE,
        results,
    )
    flat = array("q")
    for row in results:
        flat.extend(row)
    return Part(first, flat, int(acts))


def count_interpreted(sweep: Sweep, results: array[int], tallies: Block) -> None:
    """Add results to tallies, in this process."""
    rows = Block([results], ROW_SIZE).rows()
    count_results(sweep.setting.t, rows, 0, len(rows), tallies.rows())


def ignore_interrupts() -> None:
    """How a process of the pool begins: Ctrl+C is answered by the process that asked for the games."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@lru_cache(maxsize=1)
def sweep_in(told: bytes) -> Sweep:
    """The sweep that a process was told; the same one comes with every task."""
    sweep = pickle.loads(told)
    assert isinstance(sweep, Sweep)
    return sweep


def play_told(told: bytes, first: int, count: int) -> Part:
    """One task in a process of the pool."""
    return play_interpreted(sweep_in(told), first, count)


class InterpretedPlayers:
    """The same functions without a compiler, over processes; with one job, in this process."""

    compiled = False
    batch = INTERPRETED_BATCH

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def begin(self) -> None:
        """See `Players`."""
        if self.jobs > 1:
            with interrupts_wait():
                for _ in range(self.jobs):
                    self._processes().submit(os.getpid)

    def play(self, sweep: Sweep, first: int, count: int) -> Iterator[Part]:
        """See `Players`."""
        tasks = tasks_of(first, count, self.batch)
        if self.jobs <= 1 or len(tasks) <= 1:
            for task in tasks:
                yield play_interpreted(sweep, *task)
            return
        at_hand = tasks[: int(self._pool is None)]  # played here while the processes begin
        call = partial(play_told, pickle.dumps(sweep))
        with closing(Line(self._processes(), call, tasks[len(at_hand) :], self.jobs)) as line:
            for task in at_hand:
                yield play_interpreted(sweep, *task)
            yield from line.parts()

    def count(self, sweep: Sweep, results: array[int], tallies: Block) -> None:
        """See `Players`."""
        count_interpreted(sweep, results, tallies)

    def _processes(self) -> ProcessPoolExecutor:
        """The pool. Its processes are fresh ones on every platform: a fork of a program with threads may hang."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.jobs, mp_context=get_context("spawn"), initializer=ignore_interrupts)
        return self._pool

    def close(self) -> None:
        """See `Players`."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def usual_jobs() -> int:
    """As many as there are processors for this process."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def compiled_players(jobs: int, key: str | None = None) -> CompiledPlayers | None:
    """Players on the machine code that is kept for these sources; None where there is none or it cannot be loaded."""
    found = store.read_code(key or store.key_now())
    if found is None:
        return None
    try:
        return CompiledPlayers(Machine(found.code, found.symbol), jobs)
    except (ImportError, ValueError, RuntimeError, OSError):
        return None
