"""What the lab knows at one moment, as one value that pages are drawn from: it does not change while it is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sim.domain import Scenario
from sim.lab import counts as k
from sim.lab import results as r
from sim.lab.measures import Kind, Measure, by_id
from sim.lab.statistics import Share, wilson

if TYPE_CHECKING:
    from sim.lab.findings import Finding
    from sim.lab.running import Found
    from tui.lab.changes import Change
    from tui.lab.exact import Exact


AXIS, STEP = 100, 20  # points: where an axis ends at least, and by how much it grows


@dataclass(frozen=True, slots=True)
class Engine:
    """Who plays. slow: why not compiled, "" where it is; done, of: how far the compiler is; detail: what the system said."""

    slow: str = ""
    detail: str = ""
    done: int = 0
    of: int = 0


@dataclass(frozen=True)
class Figures:
    """counts: of all pairs together; pairs: counts of each pair; ahead: games each side was ahead, then games level.

    wanted: games asked for, 0 where time decides; is_playing: more games are coming; stopped: it was cut short; exact: None while
    it is reckoned; changes: against the version before, by id of the measure; before: its figures; broken: the first problem of the file as it is now,
    while these figures are of the version before; unchanged: it was saved, and means the same.
    """

    scenario: Scenario
    found: Found
    games: int
    counts: Sequence[int]
    pairs: Sequence[Sequence[int]]
    ahead: tuple[int, ...]
    engine: Engine = Engine()
    wanted: int = 0
    is_playing: bool = False
    stopped: bool = False
    exact: tuple[Exact, ...] | None = None
    changes: Mapping[str, Change] = field(default_factory=dict)
    changed: tuple[int, int] = (0, 0)
    before: Figures | None = None
    broken: str = ""
    unchanged: bool = False
    findings: tuple[Finding, ...] = ()
    is_settled: bool = False

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """Everything that is measured, by id."""
        return by_id(self.scenario)

    @property
    def styles(self) -> tuple[str, ...]:
        """The styles of the mix, in the order in which they were named."""
        return tuple(dict.fromkeys(pair[0] for pair in self.found.sweep.pairs))

    def share(self, id: str) -> Share:
        """A share of games by the id of its measure."""
        return self.measures[id].share(self.counts)

    def histogram(self, id: str) -> dict[int, int]:
        """A number of points or times by the id of its measure."""
        return self.measures[id].histogram(self.counts)

    @cached_property
    def axis(self) -> int:
        """Where the axis of the strips ends: 100, or further where nine games of ten in some score go further."""
        tops = [measure.mean(self.counts).p90 for measure in self.measures.values() if measure.kind is Kind.POINTS]
        return max(AXIS, -(-max(tops, default=0) // STEP) * STEP)

    @property
    def room(self) -> dict[int, int]:
        """Points that the best package of the end would still have brought both sides together -> games."""
        cells = self.counts[k.K_ROOM : k.K_ROOM + k.WIDTH]
        return {k.LOWEST + number: count for number, count in enumerate(cells) if count}

    @property
    def first(self) -> dict[int, int]:
        """Round of the first ratified package -> games, 0 for none."""
        return {round_: self.counts[k.K_FIRST + round_] for round_ in range(self.scenario.rounds + 1)}

    @property
    def failed(self) -> Share | None:
        """Votes that did not ratify, None where there was no vote."""
        votes = self.counts[k.K_VOTES]
        return wilson(votes - self.counts[k.K_RATIFIED], votes) if votes else None


def figures_of(scenario: Scenario, found: Found) -> Figures:
    """The figures of the games so far."""
    return Figures(
        scenario,
        found,
        found.games,
        found.all(),
        [found.of_pair(pair) for pair in range(len(found.sweep.pairs))],
        ahead_in(scenario, found),
    )


def ahead_in(scenario: Scenario, found: Found) -> tuple[int, ...]:
    """In how many games each side alone had the most of its own range; at last, in how many nobody alone had."""
    counts = [0] * (len(scenario.parties) + 1)
    columns = [found.column(r.R_SIDE + party.index) for party in scenario.parties]
    for scores in zip(*columns, strict=True):
        most = max(scores)
        counts[scores.index(most) if scores.count(most) == 1 else -1] += 1
    return tuple(counts)
