"""What a change of the rules did: every measure of both versions, read pair by pair, since both played the same seeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.lab.measures import Measure
    from sim.lab.paired import Difference, Verdict
    from sim.lab.running import Found

MOST_PAIRS = 2000  # so many pairs say enough for a screen, and are read in a moment


@dataclass(frozen=True, slots=True)
class Change:
    """A measure before and after, and what may be said of it beside all others that are compared."""

    measure: Measure
    difference: Difference
    verdict: Verdict


def changes_between(old: Scenario, new: Scenario, before: Found, after: Found) -> dict[str, Change]:
    """Every measure that both versions have, over the games that both have played, by its id."""
    from sim.lab.compare import difference_of
    from sim.lab.holm import holm
    from sim.lab.measures import by_id

    games = min(before.games, after.games, MOST_PAIRS)
    if not games or before.sweep.seed != after.sweep.seed or before.sweep.pairs != after.sweep.pairs:
        return {}
    there, here = by_id(old), by_id(new)
    found = {id: difference_of(there[id], here[id], before, after, games) for id in here if id in there}
    survives = holm([each.p for each in found.values()])
    return {id: Change(here[id], each, each.verdict(good)) for (id, each), good in zip(found.items(), survives, strict=True)}


def values_of(measure: Measure, found: Found, games: int) -> list[int]:
    """The number of each of the first games."""
    from sim.lab.measures import Kind

    column = found.column(measure.column)[:games]
    if measure.kind is not Kind.SHARE:
        return [value // measure.scale for value in column]
    return [int(value > 0 if measure.wanted is None else value == measure.wanted) for value in column]


def games_changed(before: Found, after: Found) -> tuple[int, int]:
    """How many of the games that both have played ended with another result, and how many both have played."""
    games = min(before.games, after.games)
    return sum(before.row(index) != after.row(index) for index in range(games)), games
