"""Slow checks of the lab's statistics on real games, with compiled code: `python -m tests.lab.coverage`. Not collected by pytest.

The truth is what very many games of the same bots show. Then the same games are taken in small labs, one after the other, as if
each were all there is: of 1,000 such labs 93 to 97 % must have the truth within their 95 % interval. A planted change of about 5
points must be found about as often as the plan for its number of pairs says.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import ceil, sqrt
from pathlib import Path

from sim.domain import Scenario
from sim.lab.compare import Comparison, compared
from sim.lab.measures import Measure, by_id
from sim.lab.paired import paired_mean, paired_share
from sim.lab.running import Engine, Found, engine_for
from sim.lab.statistics import mean_of, wilson
from sim.lab.sweep import FIELD, Pair, Sweep, all_pairs, setting_of
from sim.loading import load

SCENARIO = "spring-short"
TRUTH, LABS, GAMES, PAIRS = 100_000, 1_000, 150, 250
ONE_PAIR: tuple[Pair, ...] = (("hardliner", "hardliner"),)
SHARES, MEANS = ("agreement", "ratification", "ending.E0", "ending.E2"), ("joint", "alliance")
LEAST, MOST = 0.93, 0.97
MOST_OF_PAIRS = 0.985  # few pairs differ in a small lab, where intervals of shares rather hold too often; and there are 400 labs
PLANTED = "nemawashi: 1\nextends: spring-short\nid: planted\nset:\n  bodies.jp.groups.jp_opposition.start: 41\n"
LABEL = 'nemawashi: 1\nextends: spring-short\nid: label\nlabel: {en: "Other words", ja: "別の名前"}\n'
NORMAL, AT_80_PERCENT = 1.959964, 0.841621
REPEATS = 100  # whole comparisons of the planted change


def compiled_engine() -> Engine:
    """Machine code, made first where it is missing."""
    engine = engine_for()
    while engine.compiling is not None and not engine.is_compiled:
        time.sleep(0.2)
        engine.look_again()
    if not engine.is_compiled:
        raise SystemExit(f"these checks need the compiler: {engine.why_slow} {engine.detail}")
    return engine


def overlaid(text: str) -> Scenario:
    """The scenario under an overlay."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "over.yaml"
        path.write_text(text, encoding="utf-8")
        return load.scenario(str(path))


def labs(engine: Engine, scenario: Scenario, pairs: tuple[Pair, ...], size: int, count: int, first: int = 0) -> Iterator[Found]:
    """Small labs, one after the other in one sweep, so that no game is in two of them."""
    sweep = Sweep(setting_of(scenario), pairs, 20_250)
    for lab in range(count):
        found = Found(sweep)
        for part in engine.players.play(sweep, first + lab * size, size):
            found.take(part, engine.players.count)
        yield found


@dataclass
class Held:
    """How many intervals held the truth."""

    name: str
    truth: float
    hits: int = 0
    tried: int = 0
    low: int = 0  # intervals wholly below the truth

    def take(self, low: float, high: float) -> None:
        """One interval."""
        self.tried += 1
        self.hits += low <= self.truth <= high
        self.low += high < self.truth

    @property
    def share(self) -> float:
        """The share that held it."""
        return self.hits / self.tried

    def told(self) -> str:
        """A line."""
        return f"  {self.name:34} truth {self.truth:8.4f}  held {100 * self.share:5.1f} %  (below {self.low}, above {self.tried - self.hits - self.low})"


def values(measure: Measure, found: Found) -> list[int]:
    """The number of every game."""
    return [measure.of_game(found.row(index)) for index in range(found.games)]


# --- one file ---


def coverage_of_one(engine: Engine, pairs: tuple[Pair, ...], games: int) -> list[Held]:
    """Wilson's interval of shares, and the interval of means."""
    scenario = load.scenario(SCENARIO)
    measures = by_id(scenario)
    sums = dict.fromkeys((*SHARES, *MEANS), 0)
    for found in labs(engine, scenario, pairs, 5_000, TRUTH // 5_000):
        for name in sums:
            sums[name] += sum(values(measures[name], found))
    held = {name: Held(name, total / TRUTH) for name, total in sums.items()}
    for found in labs(engine, scenario, pairs, games, LABS, TRUTH):
        for name in held:
            own = values(measures[name], found)
            interval = wilson(sum(own), len(own)) if name in SHARES else mean_of(own)
            held[name].take(float(interval.low), float(interval.high))
    return list(held.values())


# --- two files ---


@dataclass
class Pairs:
    """One measure in both files, pair by pair."""

    before: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)

    @property
    def difference(self) -> float:
        """The mean change."""
        return (sum(self.after) - sum(self.before)) / len(self.before)

    @property
    def changed(self) -> float:
        """The share of pairs that differ."""
        return sum(a != b for a, b in zip(self.before, self.after, strict=True)) / len(self.before)


def in_pairs(engine: Engine, scenario: Scenario, other: Scenario, size: int, count: int, first: int = 0) -> Iterator[tuple[Found, Found]]:
    """Small labs of both files with the same seeds and the usual mix."""
    mix = all_pairs(FIELD, 2)
    yield from zip(labs(engine, scenario, mix, size, count, first), labs(engine, other, mix, size, count, first), strict=True)


def planted(engine: Engine) -> dict[str, Pairs]:
    """The planted change, pair by pair, in a few measures."""
    scenario, other = load.scenario(SCENARIO), overlaid(PLANTED)
    found = {name: Pairs() for name in ("agreement", "ratification", "joint")}
    for old, new in in_pairs(engine, scenario, other, 5_000, TRUTH // 5_000):
        for name, pairs in found.items():
            pairs.before += values(by_id(scenario)[name], old)
            pairs.after += values(by_id(other)[name], new)
    return found


def pairs_planned(truth: Pairs) -> int:
    """Pairs for 80 % power at 5 %, two-sided, from the share of pairs that differ and the difference.

    n = (z_a sqrt(c) + z_b sqrt(c - d^2))^2 / d^2 (R. J. Connor, 1987, Biometrics 43, 207-211).
    """
    c, d = truth.changed, truth.difference
    return ceil((NORMAL * sqrt(c) + AT_80_PERCENT * sqrt(c - d * d)) ** 2 / (d * d))


def interval(name: str, old: list[int], new: list[int]) -> tuple[float, float, float]:
    """Both ends of the interval of a difference, and its p."""
    if name == "joint":
        steps: dict[int, int] = {}
        for a, b in zip(old, new, strict=True):
            steps[b - a] = steps.get(b - a, 0) + 1
        found = paired_mean(steps, sum(old))
    else:
        both = list(zip(old, new, strict=True))
        found = paired_share(both.count((1, 1)), both.count((1, 0)), both.count((0, 1)), both.count((0, 0)))
    return float(found.low), float(found.high), float(found.p)


def coverage_of_two(truth: dict[str, Pairs]) -> list[Held]:
    """The intervals of differences, from the pairs of the truth cut into small labs."""
    held = [Held(f"change of {name}", pairs.difference) for name, pairs in truth.items()]
    for each, (name, pairs) in zip(held, truth.items(), strict=True):
        for at in range(0, len(pairs.before) - PAIRS + 1, PAIRS):
            low, high, _ = interval(name, pairs.before[at : at + PAIRS], pairs.after[at : at + PAIRS])
            each.take(low, high)
    return held


def power(name: str, truth: Pairs, planned: int) -> tuple[int, int]:
    """How often the change is found with so many pairs, alone, and in how many tries; cut from the pairs of the truth."""
    tries = range(0, len(truth.before) - planned + 1, planned)
    hits = sum(interval(name, truth.before[at : at + planned], truth.after[at : at + planned])[2] <= 0.05 for at in tries)
    return hits, len(tries)


def found_in_labs(engine: Engine, planned: int, repeats: int) -> tuple[int, int]:
    """In how many whole comparisons ratification is `up`: alone, and after Holm over everything compared."""
    scenario, other = load.scenario(SCENARIO), overlaid(PLANTED)
    alone = corrected = 0
    for old, new in in_pairs(engine, scenario, other, planned, repeats, 10 * TRUTH):
        row = next(row for row in compared(scenario, old, other, new).rows if row.after.id == "ratification")
        alone += row.alone == "up"
        corrected += row.verdict == "up"
    return alone, corrected


def same(engine: Engine, other: Scenario) -> Comparison:
    """The scenario against one that must play alike."""
    scenario = load.scenario(SCENARIO)
    ((old, new),) = in_pairs(engine, scenario, other, 2_000, 1)
    return compared(scenario, old, other, new)


def main() -> int:
    """All checks; 1 where one fails."""
    engine, faults = compiled_engine(), []

    def check(good: bool, what: str) -> None:
        print(f"  {'ok  ' if good else 'FAIL'}  {what}", flush=True)
        faults.extend([] if good else [what])

    try:
        print(f"{SCENARIO}, {ONE_PAIR[0]}: {LABS} labs of {GAMES} games, truth from {TRUTH} games", flush=True)
        for held in coverage_of_one(engine, ONE_PAIR, GAMES):
            check(LEAST <= held.share <= MOST, held.told())
        print("the same in every game, 2000 games of the usual mix", flush=True)
        check(same(engine, load.scenario(SCENARIO)).is_same, "a file with itself")
        check(same(engine, overlaid(LABEL)).is_same, "a changed label")
        truth = planted(engine)
        print(f"a planted change, {TRUTH} pairs of the usual mix", flush=True)
        for name, pairs in truth.items():
            print(f"  {name:14} {pairs.difference:+8.4f}, {100 * pairs.changed:.2f} % of pairs differ", flush=True)
        print(f"intervals of changes: labs of {PAIRS} pairs", flush=True)
        for held in coverage_of_two(truth):
            check(LEAST <= held.share <= MOST_OF_PAIRS, held.told())
        report_power(engine, truth, check)
    finally:
        engine.close()
    return 1 if faults else 0


def report_power(engine: Engine, truth: dict[str, Pairs], check: Callable[[bool, str], None]) -> None:
    """How often the planted change is found with the pairs that the plan says."""
    for name in ("agreement", "ratification"):
        planned = pairs_planned(truth[name])
        hits, tries = power(name, truth[name], planned)
        check(abs(hits / tries - 0.80) <= 0.10, f"{name}: {planned} pairs planned for 80 %, found in {100 * hits / tries:.1f} % of {tries}")
    planned = pairs_planned(truth["ratification"])
    for size in (planned, 2 * planned, 1000):
        alone, corrected = found_in_labs(engine, size, REPEATS)
        print(f"  whole comparisons of {size} pairs: up alone in {alone}, after Holm in {corrected}, of {REPEATS}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
