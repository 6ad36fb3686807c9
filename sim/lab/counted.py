"""A sweep as one table of shares and means, all games together: what `simulate` prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sim.domain import Scenario
from sim.lab import results as r
from sim.lab.measures import Kind, Measure, measures_of
from sim.lab.running import Found
from sim.lab.statistics import Mean, Share, mean_of, wilson


@dataclass(frozen=True, slots=True)
class Counted:
    """What a sweep gave. Shares are of all games but `passed_votes`, which is of all votes (None where none was held)."""

    games: int
    passed_votes: Share | None
    shares: Mapping[str, Share]
    means: Mapping[str, Mean]
    uses: Mapping[str, Mean]

    def of_group(self, group: str) -> dict[str, Share]:
        """The shares of a group of measures, by what they are about."""
        start = f"{group}."
        return {name.removeprefix(start): each for name, each in self.shares.items() if name.startswith(start)}


def counted(scenario: Scenario, found: Found) -> Counted:
    """Count a sweep; at least one game. Utilities are in hundredths."""
    measures = measures_of(scenario)
    votes, passed = sum(found.column(r.R_VOTES)), sum(found.column(r.R_RATIFIED))
    return Counted(
        games=found.games,
        passed_votes=wilson(passed, votes) if votes else None,
        shares={each.id: share_of_games(found, each) for each in measures if each.kind is Kind.SHARE},
        means={each.id: mean_of(found.column(each.column)) for each in measures if each.kind is not Kind.SHARE},
        uses={lever.id: mean_of(found.column(r.R_USES + lever.index)) for lever in scenario.levers},
    )


def share_of_games(found: Found, measure: Measure) -> Share:
    """The share of games of which a measure is true."""
    values = found.column(measure.column)
    count = sum(1 for value in values if value > 0) if measure.wanted is None else values.count(measure.wanted)
    return wilson(count, found.games)
