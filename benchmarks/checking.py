"""What checking costs beside loading, and a repeated check beside `--help`: `python benchmarks/checking.py`, `--json` for programs.

Merely loading: every file of the pack and the scenario read into nodes with places, shaped and compiled, nothing kept from before.
Work inside this process is measured in its own CPU time, processes by the clock; what is compared runs in turns. All medians.
Exit code 1 when a limit is passed; an aim may be.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import json
import os
import pstats
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.run import Figure, milliseconds, row  # noqa: E402  # the checkout it stands in
from sim.loading import checking, finding, load  # noqa: E402
from sim.study.findings import findings  # noqa: E402

RUNS, PROCESSES, COLD = 9, 15, 5
PACK, SCENARIO = "alliance", "spring-2025"
SETTLED = 0.3
"""Seconds until the files of a fresh folder count as old, so that an answer about them is kept."""
HOT_SPOTS = 25


def loaded() -> object:
    """The scenario with its pack read and compiled, from the files."""
    place = finding.find_scenario(SCENARIO)
    assert isinstance(place, finding.Found)
    return load.compiled(load.read(place))


def only_read() -> object:
    """The scenario with its pack read into nodes and shaped."""
    place = finding.find_scenario(SCENARIO)
    assert isinstance(place, finding.Found)
    return load.read(place)


def in_turns(works: list[Callable[[], object]], runs: int) -> list[float]:
    """The median milliseconds of each piece of work; they take turns, so that a busy moment falls on all of them."""
    for work in works:
        work()
    rounds = [[milliseconds(work) for work in works] for _ in range(runs)]
    return [median(times) for times in zip(*rounds, strict=True)]


def static_figures() -> list[Figure]:
    """The check of the pack and of a scenario against loading, without and with what the solver says."""
    read, whole, pack, scenario, advised = in_turns(
        [
            only_read,
            loaded,
            lambda: checking.check((PACK,)),
            lambda: checking.check((SCENARIO,)),
            lambda: checking.check((SCENARIO,), findings),
        ],
        RUNS,
    )
    return [
        Figure("loading the pack with a scenario", whole, "ms", detail=f"read {read:.0f} ms, compiled {whole - read:.0f} ms"),
        Figure("check of the pack / loading", pack / whole, "x", limit=3, detail=f"{pack:.0f} ms / {whole:.0f} ms"),
        Figure("check of a scenario / loading", scenario / whole, "x", limit=3, detail=f"{scenario:.0f} ms / {whole:.0f} ms"),
        Figure("check of the pack", pack, "ms", aim=300),
        Figure("check of a scenario", scenario, "ms", aim=300),
        Figure("check of a scenario with the solver", advised, "ms", aim=1000, detail=f"the solver alone {advised - scenario:.0f} ms"),
    ]


def process(environment: dict[str, str], *arguments: str) -> float:
    """Milliseconds of a call of the program, start and end included."""
    begin = perf_counter()
    subprocess.run([sys.executable, "-m", "tui", *arguments], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return 1000 * (perf_counter() - begin)


def process_figures() -> list[Figure]:
    """A check that has been asked before against `--help`, and one that has not."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"XDG_CACHE_HOME": home}
        sleep(SETTLED)
        cold = []
        for _ in range(COLD):
            for kept in Path(home).rglob("*.json"):
                kept.unlink()
            cold.append(process(environment, "check"))
        if not list(Path(home).rglob("*.json")):
            raise AssertionError("no answer was kept")
        process(environment, "--help")
        pairs = [(process(environment, "check"), process(environment, "--help")) for _ in range(PROCESSES)]
    again, shown = median(first for first, _ in pairs), median(second for _, second in pairs)
    return [
        Figure("check again / --help", again / shown, "x", limit=1.5, detail=f"{again:.0f} ms / {shown:.0f} ms"),
        Figure(
            "check of everything, never asked before",
            median(cold),
            "ms",
            detail=f"{len(checking.everything_shipped())} packs and scenarios",
        ),
    ]


def package_figures() -> list[Figure]:
    """The best package that both homes ratify, under every combination of postures."""
    from benchmarks.ratifiable import KINDS
    from sim.analysis.ratifiable import best_ratifiable
    from sim.study.opening import opening, posture_pairs
    from sim.study.ratifiable import BUDGET, question_of

    scenario = load.scenario(SCENARIO)
    questions = [question_of(opening(scenario, postures), groundwork=True) for postures in posture_pairs(scenario)]
    times = [median(milliseconds(partial(best_ratifiable, at, BUDGET)) for _ in range(RUNS)) for at in questions]
    proved = sum(best_ratifiable(question, BUDGET).proved for question in questions)
    detail = f"{min(times):.1f} to {max(times):.1f} ms; {proved} of {len(questions)} proved, {KINDS[2]}"
    return [Figure("best ratifiable package", median(times), "ms", detail=detail)]


def measured() -> list[Figure]:
    """Every figure, in one run."""
    return [*static_figures(), *process_figures(), *package_figures()]


def hot_spots() -> str:
    """Where a check of the pack and of a scenario with the solver spends its time."""
    profile = cProfile.Profile()
    works: list[Callable[[], object]] = [lambda: checking.check((PACK,)), lambda: checking.check((SCENARIO,), findings)]
    for work in works:
        work()
        profile.runcall(work)
    text = io.StringIO()
    pstats.Stats(profile, stream=text).strip_dirs().sort_stats("tottime").print_stats(HOT_SPOTS)
    return text.getvalue()


def main() -> int:
    """Print the figures; 1 when a limit is passed."""
    parser = argparse.ArgumentParser(description="Measure what checking rule files costs.")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--profile", action="store_true", help="where the time goes, in place of the figures")
    given = parser.parse_args()
    if given.profile:
        print(hot_spots())
        return 0
    figures = measured()
    if given.json:
        print(json.dumps([asdict(figure) | {"kept": figure.kept} for figure in figures], indent=2))
    else:
        print("\n".join(map(row, figures)))
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
