"""Every figure of the project beside its limit: `python benchmarks/run.py`, `--json` for programs.

Ratios compare two things measured in one run, so they hold on other machines too; milliseconds do not. All medians. Work inside one
process is measured in its own CPU time, so that other programs count little. It measures the checkout it stands in. Exit code 1 when
a limit is passed; an aim may be.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from sim.analysis.space import Space
    from sim.domain import Scenario

RUNS = 7
GAMES = 7
SCENARIO = "spring-2025"
SMALL_ISSUES, SMALL_LEVELS = 6, 5
LOADING = """
from time import process_time
start = process_time()
from sim.loading import load
imported = process_time()
load.scenario({name!r})
print(1000 * (process_time() - start), 1000 * (process_time() - imported))
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. unit: ms, x (a ratio) or acts; limit: what it must not pass; aim: what it should not pass; detail: in words."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    aim: float | None = None
    detail: str = ""

    @property
    def kept(self) -> bool:
        """Whether the limit, if there is one, is kept."""
        return self.limit is None or self.value <= self.limit


def milliseconds(work: Callable[[], object], clock: Callable[[], float] = process_time) -> float:
    """How long a piece of work takes, once."""
    start = clock()
    work()
    return 1000 * (clock() - start)


def call_time(*arguments: str) -> float:
    """How long a call of Python takes, start and end included."""
    return milliseconds(lambda: ended(*arguments), perf_counter)


def ended(*arguments: str) -> str:
    """What Python prints when it is called like this in the checkout."""
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


def help_figures() -> list[Figure]:
    """`nemawashi --help` against importing the terminal library, in turns."""
    shows, imports = ("-m", "tui", "--help"), ("-c", "import textual.app")
    for warm in (shows, imports):
        ended(*warm)
    pairs = [(call_time(*shows), call_time(*imports)) for _ in range(RUNS)]
    shown, imported = median(first for first, _ in pairs), median(second for _, second in pairs)
    return [Figure("help / import textual.app", shown / imported, "x", limit=0.5, detail=f"{shown:.0f} ms / {imported:.0f} ms")]


def loading_figures() -> list[Figure]:
    """Loading the large pack in fresh processes, without and with what it imports."""
    pairs = [tuple(map(float, ended("-c", LOADING.format(name=SCENARIO)).split())) for _ in range(RUNS)]
    whole, pack = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    return [
        Figure("loading the alliance pack", pack, "ms", aim=500, detail="read, checked, compiled, in a fresh process"),
        Figure("the same with its imports", whole, "ms", detail="pydantic and the rest"),
    ]


def game_figures(scenario: Scenario, style: str, aim: float) -> list[Figure]:
    """A whole game, interpreted, one style on every seat."""
    from sim.bots import Bot
    from sim.table.drive import play_out
    from sim.table.game import Game
    from sim.table.seating import seating_for

    seats = [seat.id for seat in seating_for(scenario).seats]
    times, acts = [], []
    for seed in range(GAMES):
        start = process_time()
        game = play_out(Game.new(scenario, seed), {seat: Bot(style) for seat in seats})
        times.append(1000 * (process_time() - start))
        acts.append(len(game.lines))
    detail = f"{median(acts):.0f} acts, {median(times) / median(acts):.2f} ms an act; {min(times):.0f} to {max(times):.0f} ms"
    return [Figure(f"a game of {SCENARIO}, {style}", median(times), "ms", aim=aim, detail=detail)]


def whole_space(scenario: Scenario) -> Space:
    """All levels of all issues, with the first posture of every party."""
    from sim.analysis.space import Space, worth_of

    first = [next(posture for posture in scenario.postures if posture.party == party.index) for party in scenario.parties]
    worth = [worth_of(posture.weights, [issue.payoff[posture.party] for issue in scenario.issues]) for posture in first]
    return Space(
        issues=tuple(issue.id for issue in scenario.issues),
        parties=tuple(party.id for party in scenario.parties),
        worth=tuple(worth),
        allowed=tuple(tuple(range(len(issue.levels))) for issue in scenario.issues),
        in_force=tuple(issue.start for issue in scenario.issues),
    )


def brute_force(space: Space) -> list[tuple[int, int]]:
    """The undominated points of two parties, from every outcome there is."""
    from sim.analysis.space import points

    best, kept = -1, []
    for one, other in sorted((points(space, outcome)[:2] for outcome in product(*space.allowed)), reverse=True):
        if other > best:
            kept.append((one, other))
            best = other
    return kept


def frontier_figures(scenario: Scenario) -> list[Figure]:
    """The exact frontier of all issues against brute force on a few of them."""
    from sim.analysis.frontier import frontier
    from sim.analysis.space import part

    space = whole_space(scenario)
    fitting = [issue.index for issue in scenario.issues if len(issue.levels) == SMALL_LEVELS][:SMALL_ISSUES]
    small = part(space, fitting)
    if [point.points for point in frontier(small)] != brute_force(small):
        raise AssertionError("the frontier differs from brute force")
    exact = median(milliseconds(lambda: frontier.__wrapped__(space)) for _ in range(RUNS))
    brute = median(milliseconds(lambda: brute_force(small)) for _ in range(RUNS))
    detail = f"{exact:.1f} ms for {space.size:,} outcomes of {len(space.issues)} issues; {brute:.0f} ms for {small.size:,}"
    return [Figure("exact frontier / brute force on 6 issues", exact / brute, "x", limit=0.1, detail=detail)]


def measured() -> list[Figure]:
    """Every figure, in the order of the table in docs/benchmarks.md."""
    from sim.loading import load

    figures = help_figures()
    scenario = load.scenario(SCENARIO)
    figures += game_figures(scenario, "random_legal", 10) + game_figures(scenario, "tradeoff", 50)
    return figures + loading_figures() + frontier_figures(scenario)


def row(figure: Figure) -> str:
    """One line for people."""
    number = f"{figure.value:.3f} x" if figure.unit == "x" else f"{figure.value:.1f} {figure.unit}"
    bound = f"limit {figure.limit:g}" if figure.limit is not None else f"aim {figure.aim:g}" if figure.aim is not None else ""
    verdict = "" if figure.kept else "  PASSED THE LIMIT"
    return f"{figure.name:44} {number:>12}   {bound:10} {figure.detail}{verdict}"


def main() -> int:
    """Print the figures; 1 when a limit is passed."""
    parser = argparse.ArgumentParser(description="Measure and print every figure beside its limit.")
    parser.add_argument("--json", action="store_true", help="for programs")
    given = parser.parse_args()
    figures = measured()
    if given.json:
        print(json.dumps([asdict(figure) | {"kept": figure.kept} for figure in figures], indent=2))
    else:
        print("\n".join(map(row, figures)))
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
