"""The balance of a scenario: every figure that it is tuned for, beside its limit. Prints Markdown.

    python -m benchmarks.balance [SCENARIO] [--games N] [--seed N] [--jobs N]

All pairs of the five styles of the field take turns. Compiled where the compiler is installed (then 100,000 games are a few minutes).
The figures describe this model and these bots, not people and not governments.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.balance_figures import Section, printed
from benchmarks.balance_game import cards, chance_of_demand, cross_tracks, endings, home
from benchmarks.balance_ladder import ladder
from benchmarks.balance_reading import agendas, played, reading
from sim.lab.running import Engine, engine_for
from sim.lab.sweep import FIELD, all_pairs, setting_of
from sim.loading import load

READING_PART = 50  # one in so many games is played for a single question about the posture


def engine_at_hand(jobs: int | None) -> Engine:
    """The compiled engine, waited for where it is being made."""
    engine = engine_for(jobs)
    if engine.compiling is not None:
        engine.compiling.wait()
        engine.look_again()
    return engine


def sections(name: str, games: int, seed: int, jobs: int | None) -> tuple[Section, ...]:
    """The whole report."""
    scenario = load.scenario(name)
    engine = engine_at_hand(jobs)
    try:
        setting = setting_of(scenario)
        found = played(engine, setting, all_pairs(FIELD, setting.parties), seed, games)
        parts = [ladder(found), endings(found, scenario), cards(found, scenario), home(found, scenario), cross_tracks(scenario)]
        parts.append(reading(engine, scenario, seed, max(20, games // READING_PART)))
        drawn = agendas(engine, scenario, seed, games)
    finally:
        engine.close()
    return (*parts, *([drawn] if drawn else []), chance_of_demand(scenario))


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("scenario", nargs="?", default="spring-2025")
    parser.add_argument("--games", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=None)
    options = parser.parse_args()
    found = sections(options.scenario, options.games, options.seed, options.jobs)
    digest = load.scenario(options.scenario).rules_digest
    print(f"# Balance of `{options.scenario}`\n\nRules {digest}, {options.games} games, seed {options.seed}.")
    print("Ranges are 95 % intervals. The figures describe this model and these bots, not people and not governments.")
    for section in found:
        print(printed(section))
    limits = [figure for section in found for figure in section.figures if figure.met is not None]
    print(f"\n{sum(bool(figure.met) for figure in limits)} of {len(limits)} limits met.")


if __name__ == "__main__":
    main()
