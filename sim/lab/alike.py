"""Whether a game ended alike under two rule files: every number of its result, by what it is about and not by where it stands.

A rule file with one event more numbers its cards otherwise, so results are held against each other by id. Where nothing was
added, taken away, moved or renamed, rows are compared as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sim.domain import Named, Scenario
from sim.kernel.layout import METER
from sim.lab import results as r
from sim.lab.running import Found
from sim.loading.diff import Change

Names: TypeAlias = Mapping[tuple[str, ...], str]
"""What an id is called in the second file: by the id, or for a level by its issue, as that is called after, and the level."""

LEVELS = "levels"
PLAIN = range(r.R_FAULT, r.R_ENDING), range(r.R_JOINT, r.R_INITIATIVES + 1)
"""Columns that are about no entry."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of results. words: what its numbers stand for, () where they are numbers; optional: 0 is as good as no column."""

    at: int
    words: tuple[str, ...] = ()
    optional: bool = False

    def said(self, number: int) -> int | str:
        """A number of this column as it can be held against another file's."""
        return self.words[number] if 0 <= number < len(self.words) else number


Key: TypeAlias = tuple[str | int, ...]


def alike(before: Scenario, old: Found, after: Scenario, new: Found, names: Names, games: int) -> list[bool]:
    """For each game whether anything in its two results differs."""
    first, second = dict(columns(before, names)), dict(columns(after, {}))
    if list(first.items()) == list(second.items()):
        return [old.row(index) != new.row(index) for index in range(games)]
    differ = [False] * games
    for key in dict.fromkeys([*first, *second]):
        for index, differs in enumerate(held(first.get(key), old, second.get(key), new, games)):
            differ[index] = differ[index] or differs
    return differ


def held(first: Column | None, old: Found, second: Column | None, new: Found, games: int) -> Iterator[bool]:
    """One column against the other; what only one file has counts where something came of it."""
    if first is not None and second is not None:
        for a, b in zip(old.column(first.at)[:games], new.column(second.at)[:games], strict=True):
            yield first.said(a) != second.said(b)
        return
    for column, found in ((first, old), (second, new)):
        if column is not None and column.optional:
            yield from (number != 0 for number in found.column(column.at)[:games])


def columns(scenario: Scenario, names: Names) -> Iterator[tuple[Key, Column]]:
    """Every column that results of a scenario use, by what it is about."""
    for span in PLAIN:
        yield from (((at,), Column(at)) for at in span)
    yield ("ending",), Column(r.R_ENDING, ids(scenario.endings, names))
    postures = ids(scenario.postures, names)
    for party, name in enumerate(ids(scenario.parties, names)):
        for at in (r.R_UTILITY, r.R_SIDE, r.R_FAILED, r.R_NAMED_RIGHT):
            yield (at, name), Column(at + party)
        yield ("posture", name), Column(r.R_POSTURE + party, postures)
        yield ("guess", name), Column(r.R_GUESS + party, postures)
    for issue, name in zip(scenario.issues, ids(scenario.issues, names), strict=True):
        yield ("level", name), Column(r.R_LEVEL + issue.index, ids(issue.levels, names, name))
    yield from cards(scenario, names)
    yield from meters_of(scenario, names)


def cards(scenario: Scenario, names: Names) -> Iterator[tuple[Key, Column]]:
    """Columns of events, levers, initiatives and demands."""
    groups: tuple[tuple[str, Sequence[Named], tuple[int, ...]], ...] = (
        ("event", scenario.events, (r.R_EVENT,)),
        ("lever", scenario.levers, (r.R_USES,)),
        ("initiative", scenario.initiatives, (r.R_INITIATIVE,)),
        ("demand", scenario.demands, (r.R_MET, r.R_MISSED)),
    )
    for kind, entries, starts in groups:
        for index, name in enumerate(ids(entries, names)):
            yield from (((kind, at, name), Column(at + index, optional=True)) for at in starts)


def meters_of(scenario: Scenario, names: Names) -> list[tuple[Key, Column]]:
    """Columns of meters, courses and counters."""
    found: list[tuple[Key, Column]] = []
    for kind in (scenario.meters, scenario.courses, scenario.counters):
        for meter, name in zip(kind, ids(kind, names), strict=True):
            cells = range(len(scenario.parties) if meter.per_party else 1)
            found += [(("meter", name, cell), Column(r.R_METER + meter.cell - METER + cell)) for cell in cells]
    return found


def ids(entries: Sequence[Named], names: Names, *above: str) -> tuple[str, ...]:
    """Ids of entries, as they are called after."""
    return tuple(names.get((*above, each.id), each.id) for each in entries)


def names_of(renames: Iterable[Change]) -> Names:
    """What `differences` found to go by another name."""
    found: dict[tuple[str, ...], str] = {}
    for change in renames:
        steps = change.path.split(".")
        issue = steps[steps.index(LEVELS) - 1 :][:1] if LEVELS in steps[1:] else []
        found[*issue, str(change.old)] = str(change.new)
    return found
