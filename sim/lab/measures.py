"""What the lab measures, each thing once: where its count stands, and how it is read from the result of a single game.

A share is of games; a mean is of points or of times a game. The same list serves the first screen, comparisons and exports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from sim.domain import Scenario
from sim.kernel.layout import MAX_LEVELS
from sim.lab import counts as k
from sim.lab import results as r
from sim.lab.histogram import mean_of_counts
from sim.lab.statistics import Mean, Share, wilson


class Kind(Enum):
    """How a measure is counted."""

    SHARE = "share"  # of games
    POINTS = "points"  # mean of a score
    TIMES = "times"  # mean of how often


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. id: `ending.E1`; group: its first part; names: ids of what it is about.

    cell: where `counts` has it, the count of a share or the first cell of a histogram of `width` cells from `lowest` on.
    column: where a result has it, in units of 1/`scale`; wanted: the value that makes a share true, None for any above 0.
    """

    id: str
    group: str
    names: tuple[str, ...]
    kind: Kind
    cell: int
    column: int
    wanted: int | None = None
    width: int = 0
    lowest: int = 0
    scale: int = 1

    def of_game(self, result: Sequence[int]) -> int:
        """The number of one game; of a share 1 or 0."""
        value = result[self.column]
        if self.kind is not Kind.SHARE:
            return value // self.scale
        return int(value > 0 if self.wanted is None else value == self.wanted)

    def share(self, counts: Sequence[int]) -> Share:
        """The share of games, at least one game counted."""
        return wilson(counts[self.cell], counts[k.K_GAMES])

    def histogram(self, counts: Sequence[int]) -> dict[int, int]:
        """Value -> games."""
        cells = counts[self.cell : self.cell + self.width]
        return {self.lowest + number: count for number, count in enumerate(cells) if count}

    def mean(self, counts: Sequence[int]) -> Mean:
        """Mean and spread over games, at least one game counted."""
        return mean_of_counts(self.histogram(counts))


def share(group: str, names: tuple[str, ...], cell: int, column: int, wanted: int | None = None) -> Measure:
    """A share of games."""
    return Measure(".".join((group, *names)), group, names, Kind.SHARE, cell, column, wanted)


def points(group: str, names: tuple[str, ...], cell: int, column: int, scale: int = 1) -> Measure:
    """A mean of points."""
    return Measure(".".join((group, *names)), group, names, Kind.POINTS, cell, column, None, k.WIDTH, k.LOWEST, scale)


def times(group: str, names: tuple[str, ...], cell: int, column: int) -> Measure:
    """A mean of how often."""
    return Measure(".".join((group, *names)), group, names, Kind.TIMES, cell, column, None, k.MOST_TIMES, 0)


def main_measures(scenario: Scenario) -> list[Measure]:
    """Agreement, ratification, endings, scores."""
    found = [
        share("agreement", (), k.K_AGREED, r.R_ACCORDS),
        share("ratification", (), k.K_PASSED, r.R_RATIFIED),
        times("accords", (), k.K_N_ACCORDS, r.R_ACCORDS),
        times("packages", (), k.K_N_RATIFIED, r.R_RATIFIED),
        times("initiatives", (), k.K_N_INITIATIVES, r.R_INITIATIVES),
        points("joint", (), k.K_JOINT, r.R_JOINT),
        points("efficiency", (), k.K_EFFICIENCY, r.R_EFFICIENCY),
        points("alliance", (), k.K_ALLIANCE, r.R_ALLIANCE),
    ]
    for party in scenario.parties:
        n = party.index
        found.append(points("side", (party.id,), k.K_SIDE + n * k.WIDTH, r.R_SIDE + n))
        found.append(points("utility", (party.id,), k.K_UTILITY + n * k.WIDTH, r.R_UTILITY + n, 100))
        found.append(times("failed", (party.id,), k.K_N_FAILED + n * k.MOST_TIMES, r.R_FAILED + n))
    found += [share("ending", (each.id,), k.K_ENDING + each.index, r.R_ENDING, each.index) for each in scenario.endings]
    return found


def card_measures(scenario: Scenario) -> list[Measure]:
    """Levels at the end, events, levers, initiatives."""
    found = [
        share("level", (issue.id, level.id), k.K_LEVEL + issue.index * MAX_LEVELS + level.index, r.R_LEVEL + issue.index, level.index)
        for issue in scenario.issues
        for level in issue.levels
    ]
    found += [share("event", (each.id,), k.K_EVENT + each.index, r.R_EVENT + each.index) for each in scenario.events]
    found += [share("lever", (each.id,), k.K_LEVER + each.index, r.R_USES + each.index) for each in scenario.levers]
    found += [
        share("initiative", (each.id,), k.K_INITIATIVE + each.index, r.R_INITIATIVE + each.index, r.COMPLETED)
        for each in scenario.initiatives
    ]
    return found


def measures_of(scenario: Scenario) -> tuple[Measure, ...]:
    """Everything that is measured in a scenario."""
    return (*main_measures(scenario), *card_measures(scenario))


def by_id(scenario: Scenario) -> Mapping[str, Measure]:
    """The measures by their ids."""
    return {measure.id: measure for measure in measures_of(scenario)}


def added(tallies: Iterable[Sequence[int]]) -> list[int]:
    """Counts of several pairs or parts together."""
    return [sum(cells) for cells in zip(*tallies, strict=True)]
