"""How the bots fare against each other: the tables of docs/balance.md, counted again.

    python benchmarks/balance.py [SCENARIO] [--games N] [--seed N] [--jobs N]

Every ordered pair of styles plays the same seeds. Prints Markdown.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sim.lab.batch import Counted, Plan, counted, play_batch
from sim.loading import load

STYLES = ("tradeoff", "conceder", "random_legal", "caretaker")


def pair_of(scenario: str, first: str, second: str, games: int, seed: int, jobs: int) -> Counted:
    """What came of one ordered pair."""
    plan = Plan(scenario, (first, second), games, seed)
    return counted(load.scenario(scenario), play_batch(plan, jobs))


def table(title: str, rows: dict[str, list[str]], columns: list[str]) -> None:
    """One table."""
    print(f"\n{title}\n")
    print("| | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    for name, cells in rows.items():
        print(f"| {name} | " + " | ".join(cells) + " |")


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="?", default="spring-2025")
    parser.add_argument("--games", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    scenario = load.scenario(options.scenario)
    pairs = {
        (second, first): pair_of(options.scenario, first, second, options.games, options.seed, options.jobs)
        for second in STYLES
        for first in STYLES
    }
    print(f"`{options.scenario}`, rules {scenario.rules_digest}, {options.games} games a pair, seed {options.seed}.")
    heads = [f"{scenario.parties[0].id} {style}" for style in STYLES]
    rows = {f"{scenario.parties[1].id} {second}": [f"{pairs[second, first].joint.mean:.1f}" for first in STYLES] for second in STYLES}
    table("Joint score, mean", rows, heads)
    endings = [ending.id for ending in scenario.endings]
    same = {style: pairs[style, style] for style in STYLES}
    shares = {style: [f"{100 * share.share:.0f}" for share in found.endings.values()] for style, found in same.items()}
    table("Same pairs: endings, % of games", shares, endings)
    figures = {style: figures_of(found) for style, found in same.items()}
    columns = ["utility", "side score", "ratified packages", "votes lost, %", "initiatives done", "efficiency"]
    table("Same pairs", figures, columns)


def figures_of(found: Counted) -> list[str]:
    """The figures of one pair, as section titles name them."""
    utilities = " / ".join(f"{mean.mean / 100:.1f}" for mean in found.utility.values())
    sides = " / ".join(f"{mean.mean:.1f}" for mean in found.side.values())
    lost = f"{100 - 100 * found.passed_votes.share:.1f}" if found.passed_votes is not None else "no vote"
    return [utilities, sides, f"{found.packages.mean:.1f}", lost, f"{found.initiatives.mean:.1f}", f"{found.efficiency.mean:.1f}"]


if __name__ == "__main__":
    main()
