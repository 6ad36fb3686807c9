"""How long the best ratifiable package takes to find, and how much of the search it takes.

    python -m benchmarks.ratifiable [SCENARIO ...] [--budget N]

Prints Markdown: a line a combination of postures and kind of question. `ready` is what it takes to bring the rules into the form of
a search, `search` the search alone; milliseconds, the best of three. `gap` is 0 where the answer is proved.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sim.analysis.ratifiable import best_ratifiable
from sim.analysis.space import status_quo
from sim.domain import Scenario
from sim.loading import load
from sim.study.opening import opening, posture_pairs
from sim.study.ratifiable import BUDGET, best_package, question_of, turning_change, win_sets_of

Found = TypeVar("Found")
KINDS = ("plain", "nobody worse off", "with groundwork")


def timed(work: Callable[[], Found]) -> tuple[Found, float]:
    """What came of some work, and the least milliseconds it took in three goes."""
    least, found = float("inf"), work()
    for _ in range(3):
        start = time.perf_counter()
        found = work()
        least = min(least, (time.perf_counter() - start) * 1000)
    return found, least


def line_of(scenario: Scenario, postures: tuple[int, ...], kind: str, budget: int) -> str:
    """One line of the table."""
    known = opening(scenario, postures)
    floor = status_quo(question_of(known).space) if kind == KINDS[1] else None
    question, ready = timed(lambda: question_of(opening(scenario, postures), reservation=floor, groundwork=kind == KINDS[2]))
    answer, search = timed(lambda: best_ratifiable(question, budget))
    names = " ".join(scenario.postures[posture].id for posture in postures)
    gap = "none found" if answer.gap is None else answer.gap
    return f"| {names} | {kind} | {question.space.size} | {answer.value} | {gap} | {answer.nodes} | {ready:.1f} | {search:.1f} |"


def others(scenario: Scenario, postures: tuple[int, ...], budget: int) -> str:
    """What the questions beside the search take."""
    best = best_package(scenario, postures, budget=budget)
    package = best.package
    sets, counting = timed(lambda: win_sets_of(best.question))
    turning = timed(lambda: turning_change(best.known, package))[1] if package else 0.0
    how = "counted" if sets.exact else "drawn"
    return (
        f"win sets of {sets.outcomes} packages ({sets.joint.of} {how}): {counting:.0f} ms; the change that turns a vote: {turning:.0f} ms"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", nargs="*", default=["spring-2025"])
    parser.add_argument("--budget", type=int, default=BUDGET)
    asked = parser.parse_args()
    for name in asked.scenario:
        scenario = load.scenario(name)
        print(
            f"\n{name}\n\n| postures | question | outcomes | value | gap | nodes | ready ms | search ms |\n|---|---|---|---|---|---|---|---|"
        )
        for postures in posture_pairs(scenario):
            for kind in KINDS:
                print(line_of(scenario, postures, kind, asked.budget))
        print(f"\n{others(scenario, posture_pairs(scenario)[0], asked.budget)}")


if __name__ == "__main__":
    main()
