"""Names in a line of notation: what a word stands for in this scenario, at this moment, for this seat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sim.domain import Act, Issue, Lever, Named, Scenario
from sim.kernel.layout import UNSET
from sim.table.actions import Action
from sim.table.context import Context, demand_name, demand_row
from sim.table.seating import Seating
from sim.table.words import NAMED_TWICE, UNKNOWN_LEVEL, UNKNOWN_NAME, NotationError, Word, Words


@dataclass(frozen=True, slots=True)
class Scope:
    """A scenario, who sits where, what is on the table, and the seat whose act it is."""

    scenario: Scenario
    seating: Seating
    context: Context
    seat: str

    @property
    def party(self) -> int:
        """Index of the party of the seat, UNSET for the table."""
        return next((seat.party for seat in self.seating.seats if seat.id == self.seat), UNSET)

    def lever_with_word(self, word: str) -> Lever | None:
        """The lever of the own side that is typed by a word of its own."""
        own = (lever for lever in self.scenario.levers if lever.word and lever.party == self.party)
        return next((lever for lever in own if lever.word.casefold() == word.casefold()), None)

    def act_with_word(self, word: str) -> Act | None:
        """The act of the pack that is typed by a word of its own; one of the own side before one of another."""
        acts = [act for act in self.scenario.acts if act.word and act.word.casefold() == word.casefold()]
        return next((act for act in acts if act.party in (UNSET, self.party)), acts[0] if acts else None)

    def own_words(self) -> tuple[str, ...]:
        """Words of levers and acts that the seat may type as a verb."""
        levers = [lever.word for lever in self.scenario.levers if lever.word and lever.party == self.party]
        return (*levers, *(act.word for act in self.scenario.acts if act.word))

    def write_demand(self, row: int) -> str:
        """Name of the demand in a row. Raises ValueError where there is none."""
        name = demand_name(self.scenario, self.context, row)
        if not name:
            raise ValueError(f"no demand in row {row}")
        return name

    def read_demand(self, word: Word) -> int:
        """Row of a demand by name."""
        row = demand_row(self.scenario, self.context, word.text)
        if row is None:
            row = demand_row(self.scenario, self.context, word.text.casefold())
        if row is None:
            raise NotationError(UNKNOWN_NAME, word.column, word.text, self.context.demands)
        return row

    def read_level(self, issue: int, word: Word) -> int:
        """Index of a level of an issue, by index or id."""
        levels = self.scenario.issues[issue].levels
        known = {str(level.index): level.index for level in levels} | {level.id: level.index for level in levels}
        return word.one_of(known, UNKNOWN_LEVEL)

    def write_package(self, package: Sequence[int | None] | None) -> list[str]:
        """The terms of a package, `D2=1`, in the order of the issues. Raises ValueError for a level that there is not."""
        issues = self.scenario.issues
        return [write_term(issues, issue, level) for issue, level in enumerate(package or ()) if level is not None]

    def read_package(self, words: Words, stop: str = "") -> tuple[int | None, ...]:
        """Read terms to the end of the line, or to the word `stop`."""
        levels: list[int | None] = [None] * len(self.scenario.issues)
        known = ids(self.scenario.issues)
        while words and words.peek().casefold() != stop:
            name, level = words.next(tuple(known)).term(tuple(known))
            issue = name.one_of(known)
            if levels[issue] is not None:
                raise NotationError(NAMED_TWICE, name.column, name.text, hint=())
            levels[issue] = self.read_level(issue, level)
        return tuple(levels)


@dataclass(frozen=True, slots=True)
class Form:
    """How an act stands in a line: its verb, its words behind it, and back."""

    verb: str
    write: Callable[[Scope, Action], list[str]]
    read: Callable[[Scope, Words], Action]


def ids(entries: Sequence[Named]) -> dict[str, int]:
    """Index by id."""
    return {entry.id: entry.index for entry in entries}


def words_of(entries: Sequence[Named], words: Sequence[str]) -> dict[str, int]:
    """Index by id and by the word an entry is typed with."""
    return ids(entries) | {word: entry.index for entry, word in zip(entries, words, strict=True) if word}


def id_of(entries: Sequence[Named], index: int) -> str:
    """Id of an entry. Raises ValueError where there is none."""
    if not 0 <= index < len(entries):
        raise ValueError(f"nothing has the number {index} here")
    return entries[index].id


def issue_pair(scope: Scope, words: Words) -> tuple[int, int]:
    """Two issues."""
    known = ids(scope.scenario.issues)
    return words.next(tuple(known)).one_of(known), words.next(tuple(known)).one_of(known)


def write_term(issues: Sequence[Issue], issue: int, level: int) -> str:
    """`D2=1`. Raises ValueError where there is no such issue, or no such level."""
    name = id_of(issues, issue)
    if not 0 <= level < len(issues[issue].levels):
        raise ValueError(f"{name} has no level {level}")
    return f"{name}={level}"
