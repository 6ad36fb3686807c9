"""A sweep under way: who plays, who takes over, in which order results come, and that nothing is left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from array import array
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path
from threading import active_count

import pytest

from sim.lab import running, store
from sim.lab.compiling import Compiling
from sim.lab.players import InterpretedPlayers, Line, Part, Players, count_interpreted, play_interpreted, tasks_of
from sim.lab.results import R_FAULT, R_INDEX, R_PAIR, ROW_SIZE
from sim.lab.running import BotStopped, Engine, Found, engine_for, run
from sim.lab.sweep import Sweep, setting_of
from sim.lab.vectors import Block
from tests.architecture.trees import ROOT
from tests.properties.worlds import THREE, scenario_of

GAMES = 23
SWEEP = Sweep(setting_of(scenario_of(THREE)), (("random_legal",) * 3, ("caretaker", "conceder", "random_legal")), 4)


class Counting:
    """Interpreted players that say which games they were asked for. compiled, batch, name: what they look like."""

    def __init__(self, compiled: bool, batch: int) -> None:
        self.compiled, self.batch, self.jobs = compiled, batch, 1
        self.asked: list[int] = []
        self.closed = False

    def play(self, sweep: Sweep, first: int, count: int) -> Iterator[Part]:
        """See `Players`."""
        for at, many in tasks_of(first, count, self.batch):
            self.asked += range(at, at + many)
            yield play_interpreted(sweep, at, many)

    def count(self, sweep: Sweep, results: array[int], tallies: Block) -> None:
        """See `Players`."""
        count_interpreted(sweep, results, tallies)

    def close(self) -> None:
        """See `Players`."""
        self.closed = True


def all_of(engine: Engine, games: int = GAMES) -> Found:
    """A whole sweep."""
    found = Found(SWEEP)
    for _ in run(engine, found, games):
        pass
    return found


@pytest.fixture(scope="module")
def whole() -> Found:
    """The sweep, played by one player in one go."""
    found = Found(SWEEP)
    found.take(play_interpreted(SWEEP, 0, GAMES))
    return found


def same(one: Found, other: Found) -> bool:
    """Whether two sweeps gave the same."""
    return (one.results, one.counts, one.acts) == (other.results, other.counts, other.acts)


# --- who plays ---


def test_without_the_extra_games_are_played_all_the_same(monkeypatch: pytest.MonkeyPatch, whole: Found) -> None:
    monkeypatch.setattr(running, "has_extra", lambda: False)
    engine = engine_for(1)
    assert (engine.why_slow, engine.is_compiled, engine.compiling) == ("no-extra", False, None)
    assert same(all_of(engine), whole)
    assert not engine.look_again()
    engine.close()


def test_the_extra_is_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "find_spec", lambda name: None if name == "llvmlite" else object())
    assert not running.has_extra()
    monkeypatch.setattr(running, "find_spec", lambda name: object())
    assert running.has_extra()


def test_code_that_is_kept_is_used(monkeypatch: pytest.MonkeyPatch, whole: Found) -> None:
    fast = Counting(True, 7)
    monkeypatch.setattr(running, "has_extra", lambda: True)
    monkeypatch.setattr(running, "compiled_players", lambda jobs: fast)
    engine = engine_for(1)
    assert engine.is_compiled and engine.why_slow == ""
    assert same(all_of(engine), whole) and fast.asked == list(range(GAMES))
    engine.close()
    assert fast.closed


def test_code_that_is_missing_is_made_only_where_it_may(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEMAWASHI_CODE", str(tmp_path))
    monkeypatch.setattr(running, "has_extra", lambda: True)
    started: list[Compiling] = []

    def start(compiling: Compiling) -> Compiling:
        started.append(compiling)
        return compiling

    monkeypatch.setattr(Compiling, "start", start)
    assert engine_for(1, compile_=False).why_slow == "not-compiled" and started == []
    engine = engine_for(1)
    assert engine.why_slow == "compiling" and [engine.compiling] == started


# --- the change-over ---


def changing(monkeypatch: pytest.MonkeyPatch, fast: Counting | None) -> tuple[Engine, Counting, Compiling]:
    """An engine that plays slowly while code is made; fast: who plays when it is there."""
    slow, compiling = Counting(False, 5), Compiling()
    monkeypatch.setattr(running, "compiled_players", lambda jobs: fast)
    return Engine(slow, 1, "compiling", compiling=compiling), slow, compiling


@pytest.mark.parametrize("at", [1, 5, 10, 20])
def test_a_change_over_changes_no_number(at: int, monkeypatch: pytest.MonkeyPatch, whole: Found) -> None:
    fast = Counting(True, 4)
    engine, slow, compiling = changing(monkeypatch, fast)
    found = Found(SWEEP)
    for so_far in run(engine, found, GAMES):
        compiling.ready = compiling.ready or so_far.games >= at
    assert same(found, whole)
    assert slow.asked + fast.asked == list(range(GAMES)) and slow.asked and fast.asked
    assert slow.closed and engine.is_compiled and engine.why_slow == "" and engine.compiling is None


@pytest.mark.parametrize("how", ["failed", "cannot be loaded"])
def test_code_that_cannot_be_made_leaves_the_games_interpreted(how: str, monkeypatch: pytest.MonkeyPatch, whole: Found) -> None:
    engine, slow, compiling = changing(monkeypatch, None)
    found = Found(SWEEP)
    for _ in run(engine, found, GAMES):
        if how == "failed":
            compiling.failed = "TypingError: no"
        else:
            compiling.ready = True
    assert same(found, whole) and slow.asked == list(range(GAMES))
    assert engine.why_slow == "failed" and not engine.is_compiled and engine.compiling is None
    assert engine.detail == ("TypingError: no" if how == "failed" else "")


def test_compiled_first_and_interpreted_behind_it_is_the_same(whole: Found) -> None:
    found = Found(SWEEP)
    for first in run(Engine(Counting(True, 4), 1), found, 9):
        assert first is found
    for _ in run(Engine(Counting(False, 5), 1), found, GAMES):
        pass
    assert same(found, whole)


def test_a_sweep_stops_when_enough_is_known() -> None:
    slow = Counting(False, 5)
    found = Found(SWEEP)
    told = [so_far.games for so_far in run(Engine(slow, 1), found, GAMES, lambda so_far: so_far.games < 10)]
    assert told == [5, 10] and slow.asked == list(range(10)) and found.games == 10


# --- compiling in a process of its own ---


def test_what_the_compiler_says_is_taken_in(monkeypatch: pytest.MonkeyPatch) -> None:
    said = 'import json\nprint(json.dumps({"done": 10, "of": 20}))\nprint("noise")\nprint(json.dumps({"ready": True}))'
    compiling = told_by(monkeypatch, said)
    assert (compiling.done, compiling.of, compiling.ready, compiling.failed) == (10, 20, True, "")
    assert told_by(monkeypatch, 'print(\'{"failed": "TypingError: x"}\'); raise SystemExit(1)').failed == "TypingError: x"
    killed = told_by(monkeypatch, "import os; os._exit(3)")
    assert killed.failed == "exit code 3" and not killed.ready


def told_by(monkeypatch: pytest.MonkeyPatch, program: str) -> Compiling:
    """A compilation whose process runs this program instead."""
    whole = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda command, **more: whole([sys.executable, "-c", program], **more))
    compiling = Compiling().start()
    compiling.wait(30)
    monkeypatch.setattr(subprocess, "Popen", whole)
    return compiling


def test_closing_the_engine_stops_the_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda command, **more: whole([sys.executable, "-c", "import time; time.sleep(60)"], **more))
    engine = Engine(InterpretedPlayers(1), 1, "compiling", compiling=Compiling().start())
    began = time.monotonic()
    engine.close()
    assert time.monotonic() - began < 10
    assert engine.compiling is not None and engine.compiling._process is not None
    assert engine.compiling._process.poll() is not None and not engine.compiling.ready
    engine.compiling.wait(10)


# --- order and number ---


def test_the_number_of_processes_changes_nothing(whole: Found) -> None:
    engine = Engine(InterpretedPlayers(2), 2)
    found = Found(SWEEP)
    sizes = [so_far.games for so_far in run(engine, found, GAMES)]
    assert sizes == [5, 10, 15, 20, 23]
    assert same(found, whole)
    assert len(active_children()) > 0
    engine.close()
    assert active_children() == []


def test_results_stand_in_the_order_of_their_indexes(whole: Found) -> None:
    assert whole.column(R_INDEX).tolist() == list(range(GAMES))
    assert whole.column(R_PAIR).tolist() == [index % 2 for index in range(GAMES)]
    assert [whole.played_by(pair) for pair in (0, 1)] == [12, 11] and not any(whole.column(R_FAULT))


def test_parts_come_in_order_whoever_ends_first() -> None:
    from concurrent.futures import ThreadPoolExecutor

    def call(first: int, count: int) -> Part:
        time.sleep(0.05 if first == 0 else 0)
        return play_interpreted(SWEEP, first, count)

    with ThreadPoolExecutor(3) as pool:
        assert [part.first for part in Line(pool, call, tasks_of(0, 8, 2), 2).parts()] == [0, 2, 4, 6]


@pytest.mark.parametrize(("first", "count", "batch"), [(0, 10, 5), (3, 11, 5), (0, 0, 5), (7, 1, 100)])
def test_tasks_are_the_range(first: int, count: int, batch: int) -> None:
    tasks = tasks_of(first, count, batch)
    assert [at + k for at, many in tasks for k in range(many)] == list(range(first, first + count))
    assert all(0 < many <= batch for _, many in tasks)


# --- nothing is left running ---


def test_a_generator_that_is_closed_leaves_no_process() -> None:
    engine = Engine(InterpretedPlayers(2), 2)
    playing = run(engine, Found(SWEEP), 400)
    next(playing)
    began = time.monotonic()
    playing.close()
    engine.close()
    assert active_children() == []
    assert time.monotonic() - began < 10, "what was not begun is dropped, not played to the end"


def test_tasks_that_nobody_waits_for_any_longer_are_dropped() -> None:
    from concurrent.futures import ThreadPoolExecutor

    begun: list[int] = []

    def call(first: int, count: int) -> Part:
        begun.append(first)
        time.sleep(0.01)
        return play_interpreted(SWEEP, first, count)

    with ThreadPoolExecutor(1) as pool, closing(Line(pool, call, tasks_of(0, 40, 1), 1)) as line:
        next(line.parts())
    assert len(begun) < 10


def test_a_task_that_fails_fails_the_sweep_and_leaves_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def call(first: int, count: int) -> Part:
        if first == 2:
            raise ValueError("broken")
        return play_interpreted(SWEEP, first, count)

    before = active_count()
    with ThreadPoolExecutor(2) as pool, pytest.raises(ValueError, match="broken"):
        list(Line(pool, call, tasks_of(0, 40, 2), 2).parts())
    assert active_count() == before


STOPPED = """
if __name__ == "__main__":
    import signal

    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what runs in the background without it
    from tests.lab.test_running import SWEEP
    from sim.lab.players import InterpretedPlayers
    from sim.lab.running import Engine, Found, run

    engine = Engine(InterpretedPlayers(2), 2)
    print("begins", flush=True)
    try:
        for found in run(engine, Found(SWEEP), 20_000):
            print(found.games, flush=True)
    except KeyboardInterrupt:
        print("stopped", flush=True)
    finally:
        engine.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="a whole group of processes is interrupted as a terminal does it")
@pytest.mark.parametrize("behind", ["begins", "5"])
def test_ctrl_c_leaves_no_process_and_no_word(behind: str, tmp_path: Path) -> None:
    (tmp_path / "stopped.py").write_text(STOPPED, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(tmp_path / "stopped.py")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, env=environment)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "begins"
    if behind != "begins":
        assert process.stdout.readline().strip() == behind
    time.sleep(0.1)  # the processes are there, and at work or still waking up
    os.killpg(process.pid, signal.SIGINT)
    said, complaints = process.communicate(timeout=30)
    assert said.split()[-1] == "stopped" and process.returncode == 0
    assert complaints == ""
    assert ends_soon(process.pid)


def ends_soon(group: int) -> bool:
    """Whether no process of a group is left in a moment: the one that tidies up behind the others is the last to go."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_players_are_what_an_engine_wants() -> None:
    everyone: list[Players] = [InterpretedPlayers(1), Counting(True, 3)]
    assert [each.compiled for each in everyone] == [False, True]
    assert store.MOST_KEPT > 1


def test_a_game_that_a_bot_stopped_is_a_fault_of_ours_and_counts_nowhere() -> None:
    part = play_interpreted(SWEEP, 0, 3)
    part.results[2 * ROW_SIZE + R_FAULT] = 2
    found = Found(SWEEP)
    with pytest.raises(BotStopped, match=f"game 2 of sweep 4 .*seed {SWEEP.seed_of_game(2)}"):
        found.take(part)
    assert found.games == 0
