"""Names and numbers of the draws that may be decided beforehand, as rule files write them too.

Rolls are written 1..n and drawn 0..n-1; a mood is written as the mood; an id stands for an index where there is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from sim.domain import Named, Scenario
from sim.kernel import chance
from sim.kernel.tables import T_MOOD
from sim.table.words import NOT_A_NUMBER, NotationError, Word

DRAWS: tuple[str, ...] = (
    "posture",
    "agenda",
    "mood",
    "surprise",
    "surprise_kind",
    "surprise_pick",
    "event",
    "initiative",
    "second_demand",
    "demand",
    "request",
    "clue_issue",
    "clue_false",
    "clue_band",
    "chance",
    "family",
)  # in the order of sim/kernel/chance.py
ROLLS = (chance.FOR_SURPRISE, chance.FOR_SURPRISE_KIND, chance.FOR_SECOND_DEMAND, chance.FOR_CLUE_FALSE, chance.FOR_CHANCE)


def index_pool(scenario: Scenario, purpose: int) -> Sequence[Named]:
    """The entries that the index of a draw counts; empty where it is a bare number."""
    if purpose == chance.FOR_POSTURE:
        return scenario.parties
    return scenario.groups if purpose == chance.FOR_MOOD else ()


def value_pool(scenario: Scenario, purpose: int) -> Sequence[Named]:
    """The entries that a draw chooses from; empty where it gives a bare number."""
    pools: dict[int, Sequence[Named]] = {
        chance.FOR_POSTURE: scenario.postures,
        chance.FOR_EVENT: scenario.events,
        chance.FOR_INITIATIVE: scenario.initiatives,
        chance.FOR_DEMAND: scenario.demands,
        chance.FOR_CLUE_ISSUE: scenario.issues,
    }
    return pools.get(purpose, ())


def shift_of(scenario: Scenario, purpose: int, index: int) -> int:
    """What is added to a number as drawn to get the number as written."""
    if purpose in ROLLS:
        return 1
    if purpose == chance.FOR_MOOD and 0 <= index < len(scenario.groups):
        return -scenario.tables[T_MOOD + scenario.groups[index].party]
    return 0


def write_draw(scenario: Scenario, purpose: int, index: int, value: int) -> list[str]:
    """Name, index and value of a draw as words."""
    indexes, values = index_pool(scenario, purpose), value_pool(scenario, purpose)
    shown = values[value].id if 0 <= value < len(values) else str(value + shift_of(scenario, purpose, index))
    return [DRAWS[purpose], indexes[index].id if 0 <= index < len(indexes) else str(index), shown]


def read_index(scenario: Scenario, purpose: int, word: Word) -> int:
    """Inverse of the index in `write_draw`."""
    pool = index_pool(scenario, purpose)
    return word.one_of({entry.id: entry.index for entry in pool}) if pool else word.number()


def read_value(scenario: Scenario, purpose: int, index: int, word: Word) -> int:
    """Inverse of the value in `write_draw`."""
    pool = value_pool(scenario, purpose)
    if pool:
        return word.one_of({entry.id: entry.index for entry in pool})
    value = word.number(low=-1) - shift_of(scenario, purpose, index)
    if value < 0:
        raise NotationError(NOT_A_NUMBER, word.column, word.text)
    return value
