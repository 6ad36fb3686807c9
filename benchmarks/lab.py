"""How fast the balance lab is, beside its limits and beside other projects: `python -m benchmarks.lab`, `--json` for programs.

A decision is one submitted act. Rates are per second of this process's CPU time on one thread, medians of RUNS runs, all in one
run of this command; peers are driven as peers.py says. `--no-peers` leaves them out, `--growth` adds how the time of a game grows.
Needs the extra `lab`. Exit code 1 when a limit is missed; an aim may be.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, thread_time

from benchmarks.growing import Size, write_scenario
from benchmarks.peers import Rate, measured
from benchmarks.run import Figure
from sim.lab import running
from sim.lab.players import CompiledPlayers, Desk, compiled_players, play_interpreted
from sim.lab.running import Found, has_extra
from sim.lab.sweep import Setting, Sweep, setting_of
from sim.loading import load

RUNS = 7
SCENARIO = "spring-2025"
GAMES = 2000  # of the warm lab
LEDGER_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Reached(Figure):
    """A figure whose limit is what it must reach."""

    @property
    def kept(self) -> bool:
        """Whether the limit, if there is one, is reached."""
        return self.limit is None or self.value >= self.limit


def pair(setting: Setting, style: str) -> Sweep:
    """A style against itself."""
    return Sweep(setting, (tuple([style] * setting.parties),), 1)


def seconds(work: Callable[[], object], clock: Callable[[], float] = thread_time) -> float:
    """Median over the runs."""
    times = []
    for _ in range(RUNS):
        start = clock()
        work()
        times.append(clock() - start)
    return median(times)


def acts_per_second(players: CompiledPlayers, sweep: Sweep, games: int, desk: Desk | None = None) -> float:
    """Decisions a second on this thread."""
    acts = players.part(sweep, 0, games, desk).acts  # also the warm-up
    return acts / seconds(lambda: players.part(sweep, 0, games, desk))


def speed(players: CompiledPlayers, setting: Setting) -> tuple[float, list[Figure]]:
    """Random-legal decisions a second; the seekers against the interpreted run; the ledger; two threads."""
    random, seekers = pair(setting, "random_legal"), pair(setting, "tradeoff")
    decisions = acts_per_second(players, random, 2000)
    with_ledger = acts_per_second(players, random, 2000, Desk(setting.parties, LEDGER_ROWS))
    compiled = seconds(lambda: players.part(seekers, 0, 300)) / 300
    start = process_time()
    play_interpreted(seekers, 0, 20)
    interpreted = (process_time() - start) / 20
    own = compiled_players(2)
    assert own is not None
    threads = median(two_threads(players, own, seekers) for _ in range(RUNS))
    return decisions, [
        Figure("random-legal against random-legal, ledger off", decisions, "decisions/s"),
        Reached("trade-off seekers, compiled against interpreted", interpreted / compiled, "x", 50, detail=f"{1 / compiled:,.0f} games/s"),
        Reached("ledger on against off", with_ledger / decisions, "x", 0.6),
        Reached("two threads against one", threads, "x", 1.5),
    ]


def two_threads(one: CompiledPlayers, two: CompiledPlayers, sweep: Sweep) -> float:
    """How much sooner two threads are done; both on the clock of the wall, one behind the other."""
    times = []
    for players in (one, two):
        start = perf_counter()
        for _ in players.play(sweep, 0, 1000):
            pass
        times.append(perf_counter() - start)
    return times[0] / times[1]


def against_peers(decisions: float, rates: list[Rate]) -> Iterator[Figure]:
    """Our decisions a second as a multiple of each peer's steps or offers; limits on the way each is usually driven fastest."""
    limits = {"OpenSpiel": 1.0, "NegMAS": 1000.0, "PettingZoo": 300.0}
    seen: set[str] = set()
    for rate in rates:
        peer = rate.name.split()[0].rstrip(",")
        limit = limits.get(peer) if peer not in seen else None
        seen.add(peer)
        detail = f"{rate.per_second:,.0f} {rate.unit}/s, {rate.how}, {rate.version}"
        yield Reached(f"decisions/s against {rate.name}", decisions / rate.per_second, "x", limit, detail=detail)


def warm_lab() -> Iterator[Figure]:
    """From a changed file to 2,000 seeker games counted and written, on all processors, in a process that has played before."""
    engine = running.engine_for()
    parts: dict[str, list[float]] = {"load": [], "play": [], "count": [], "paint": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "house.yaml"
        for run in range(RUNS + 1):
            path.write_text(
                f"nemawashi: 1\nextends: {SCENARIO}\nid: house\nset:\n  meters.m_tariff.start: {40 + run}\n",
                encoding="utf-8",
            )
            for name, took in one_look(engine, str(path)).items():
                parts[name].append(took)
    engine.close()
    middle = {name: median(times[1:]) for name, times in parts.items()}
    detail = ", ".join(f"{name} {1000 * took:.0f} ms" for name, took in middle.items())
    whole = median(sum(times) for times in list(zip(*parts.values(), strict=True))[1:])
    yield Figure(f"warm lab: saved change to {GAMES:,} seeker games", whole, "s", aim=1.0, detail=detail)


def one_look(engine: running.Engine, path: str) -> dict[str, float]:
    """Seconds of each part."""
    from tui.lab.figures import figures_of
    from tui.lab.text import text_lines

    marks = [perf_counter()]
    scenario, _ = load.attempt(path)  # `load.scenario` would remember the file as it was
    assert scenario is not None
    sweep = pair(setting_of(scenario), "tradeoff")
    marks.append(perf_counter())
    found = Found(sweep)
    for _ in running.run(engine, found, GAMES):
        pass
    marks.append(perf_counter())
    figures = figures_of(scenario, found)
    marks.append(perf_counter())
    text_lines(figures, "en")
    marks.append(perf_counter())
    return dict(zip(("load", "play", "count", "paint"), (b - a for a, b in pairwise(marks)), strict=True))


def whole_command(*arguments: str) -> float:
    """Seconds from the start of a process to its end."""
    environment = {**os.environ, "PYTHONUTF8": "1"}

    def call() -> None:
        subprocess.run([sys.executable, "-m", "tui", "lab", SCENARIO, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)

    call()
    return seconds(call, perf_counter)


def commands() -> Iterator[Figure]:
    """What somebody waits for who starts the command."""
    from benchmarks.screen import first_paint  # a pseudo-terminal is not to be had everywhere

    cold = whole_command("--plain", "--games", str(GAMES), "--bots", "tradeoff")
    yield Figure(f"cold process, warm cache, {GAMES:,} seeker games", cold, "s", aim=2.5)
    slow = first_paint([sys.executable, "-m", "tui", "lab", SCENARIO, "--no-compile", "--games", "50"], "From 50 games")
    yield Figure("without the compiler, first 50 games of the mix on the screen", slow, "s", 3.0)
    whole = whole_command("--plain", "--no-compile", "--games", "50")
    yield Figure("... as text, with what is exact and the findings, to the end of the command", whole, "s")


def growth(players: CompiledPlayers) -> Iterator[Figure]:
    """Microseconds a game, seekers on both sides, with one part of a made scenario one, two and four times as large."""
    for what in ("rounds", "issues", "groups", "events"):
        for factor in (1, 2, 4):
            with tempfile.TemporaryDirectory() as folder:
                scenario = load.scenario(str(write_scenario(Path(folder), Size().times(what, factor))))
            sweep = pair(setting_of(scenario), "tradeoff")
            players.part(sweep, 0, 50)
            took = seconds(lambda sweep=sweep: players.part(sweep, 0, 200)) / 200  # type: ignore[misc]
            yield Figure(f"growth: {what} x{factor}", 1_000_000 * took, "us a game")


def line_of(figure: Figure) -> str:
    """A figure beside its limit."""
    value = f"{figure.value:,.0f}" if figure.value >= 100 else f"{figure.value:.2f}"
    sign = "at least" if isinstance(figure, Reached) else "at most"
    mark = f"{sign} {figure.limit:g}: {'kept' if figure.kept else 'MISSED'}" if figure.limit is not None else ""
    mark = mark or (f"aim {figure.aim:g}" if figure.aim is not None else "")
    return f"| {figure.name} | {value} {figure.unit} | {mark} | {figure.detail} |"


def chart(found: list[Figure]) -> list[str]:
    """Bars of the growth figures, each part against its own smallest size."""
    grown = [figure for figure in found if figure.name.startswith("growth: ")]
    lines, smallest = [], 1.0
    for figure in grown:
        smallest = figure.value if figure.name.endswith("x1") else smallest
        lines.append(
            f"{figure.name.removeprefix('growth: '):<12} {'#' * round(10 * figure.value / smallest)} {figure.value / smallest:.1f}"
        )
    return lines


def figures(options: argparse.Namespace) -> Iterator[Figure]:
    """All figures, one after the other."""
    players = compiled_players(1)
    if players is None:
        engine = running.engine_for(1)
        if engine.compiling is None or not engine.compiling.wait():
            raise SystemExit("The machine code could not be made: " + (engine.detail or engine.why_slow))
        engine.close()
        players = compiled_players(1)
    assert players is not None
    decisions, found = speed(players, setting_of(load.scenario(SCENARIO)))
    yield from found
    if not options.no_peers:
        yield from against_peers(decisions, measured(options.env, options.runs))
    yield from warm_lab()
    yield from commands()
    if options.growth:
        yield from growth(players)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--env", type=Path, default=None, help="environment of the peers, kept for the next time")
    parser.add_argument("--runs", type=int, default=5, help="runs of each peer")
    options = parser.parse_args()
    if not has_extra():
        raise SystemExit("This needs the extra: pip install '.[lab]'")
    found = []
    for figure in figures(options):
        found.append(figure)
        if not options.json:
            print(line_of(figure), flush=True)
    if not options.json and options.growth:
        print("", *chart(found), sep="\n")
    if options.json:
        print(json.dumps([asdict(figure) | {"kept": figure.kept} for figure in found], indent=1))
    return 0 if all(figure.kept for figure in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
