"""What the compiler fills: the table vector with its pools of code, effects, lists and options, and the causes.

Every number that is written here can say where it stands in a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.domain import Cause, Formula, Named, Option, Place, Term, Text
from sim.errors import Problem
from sim.kernel.layout import MAX_ONCE, UNSET
from sim.kernel.tables import (
    EFFECT_WIDTH,
    MAX_CODE,
    MAX_EFFECTS,
    MAX_LISTS,
    MAX_OPTIONS,
    OPTION_WIDTH,
    T_CODE,
    T_EFFECTS,
    T_LIST_COUNT,
    T_LIST_FIRST,
    T_OPTIONS,
    TABLE_SIZE,
)
from sim.loading.node import Node

NO_TEXT = Text("", "")


def place_of_node(node: Node) -> Place:
    """The place of a value."""
    return Place(node.path, node.line, node.column)


def place_of_key(node: Node) -> Place:
    """The place of the key in front of a value, or of the value itself."""
    if node.key_line:
        return Place(node.path, node.key_line, node.key_column)
    return place_of_node(node)


@dataclass
class Pools:
    """The tables being written, and what goes with them."""

    t: list[int] = field(default_factory=lambda: [0] * TABLE_SIZE)
    causes: list[Cause] = field(default_factory=list)
    formulas: dict[int, Formula] = field(default_factory=dict)
    options: dict[int, tuple[Option, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    programs: dict[tuple[int, ...], int] = field(default_factory=dict)
    code_end: int = 0
    n_effects: int = 0
    n_lists: int = 0
    n_options: int = 0
    n_once: int = 0

    def cause(self, owner: Named, kind: str, place: Place) -> int:
        """A row of the provenance table for something an entry does; its number."""
        self.causes.append(Cause(kind, owner.id, owner.label, place, owner.source, owner.rule))
        return len(self.causes) - 1

    def program(self, code: list[int], node: Node) -> int:
        """A postfix program in the pool; equal programs share one place."""
        key = tuple(code)
        if key in self.programs:
            return self.programs[key]
        if self.code_end + len(code) > MAX_CODE:
            self.problems.append(node.problem("NW330", "the rules are too large: no room for more expressions", "shorten the pack"))
            return UNSET
        self.t[T_CODE + self.code_end : T_CODE + self.code_end + len(code)] = code
        self.programs[key] = self.code_end
        self.code_end += len(code)
        return self.programs[key]

    def effect_list(self, rows: list[list[int]], node: Node) -> int:
        """A list of effects, its rows side by side; its number."""
        if self.n_lists >= MAX_LISTS or self.n_effects + len(rows) > MAX_EFFECTS:
            self.problems.append(node.problem("NW330", "the rules are too large: no room for more effects", "shorten the pack"))
            return UNSET
        self.t[T_LIST_FIRST + self.n_lists] = self.n_effects
        self.t[T_LIST_COUNT + self.n_lists] = len(rows)
        for row in rows:
            at = T_EFFECTS + self.n_effects * EFFECT_WIDTH
            self.t[at : at + EFFECT_WIDTH] = row
            self.n_effects += 1
        self.n_lists += 1
        return self.n_lists - 1

    def next_effect_at(self, position: int) -> int:
        """Offset in the tables of the effect that will stand `position` rows from now."""
        return T_EFFECTS + (self.n_effects + position) * EFFECT_WIDTH

    def option_rows(self, count: int, node: Node) -> int:
        """Room for the options of a choice, side by side; the number of the first."""
        first = self.n_options
        if first + count > MAX_OPTIONS:
            self.problems.append(node.problem("NW330", "the rules are too large: no room for more options", "shorten the pack"))
            return 0
        self.n_options += count
        return first

    def set_option(self, option: int, row: list[int]) -> None:
        """Write one option."""
        at = T_OPTIONS + option * OPTION_WIDTH
        self.t[at : at + OPTION_WIDTH] = row

    def once_mark(self, node: Node) -> int:
        """A mark for an effect that happens once a game."""
        if self.n_once >= MAX_ONCE:
            self.problems.append(node.problem("NW330", "too many effects happen once a game", f"{MAX_ONCE} at most"))
            return UNSET
        self.n_once += 1
        return self.n_once - 1


def one_term(text: str, program: int, place: Place) -> tuple[Term, ...]:
    """A formula that is no sum."""
    return (Term(1, text, program, place),)
