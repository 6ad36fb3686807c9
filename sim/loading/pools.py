"""What the compiler fills: the table vector with its pools of code, effects, lists and options, and the causes.

Every number that is written here can say where it stands in a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sim.domain import Cause, Formula, Named, Option, Place, Text
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
    return place_at(node, node.line, node.column)


def place_of_key(node: Node) -> Place:
    """The place of the key in front of a value, or of the value itself."""
    if node.key_line:
        return place_at(node, node.key_line, node.key_column)
    return place_of_node(node)


def place_at(node: Node, line: int, column: int) -> Place:
    """A place in the file of a node, with what the node took the place of."""
    return Place(node.path, line, column, node.was is not None, "; ".join(node.was or ()))


@dataclass
class Pools:
    """The tables being written, and what goes with them."""

    t: list[int] = field(default_factory=lambda: [0] * TABLE_SIZE)
    causes: list[Cause] = field(default_factory=list)
    formulas: dict[int, Formula] = field(default_factory=dict)
    options: dict[int, tuple[Option, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    programs: dict[tuple[int, ...], int] = field(default_factory=dict)
    list_nodes: list[Node] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    told_full: set[str] = field(default_factory=set)
    code_end: int = 0
    n_effects: int = 0
    n_lists: int = 0
    n_options: int = 0
    n_once: int = 0

    def cause(self, owner: Named, kind: str, place: Place) -> int:
        """A row of the provenance table for something an entry does; its number."""
        self.causes.append(Cause(kind, owner.id, owner.label, place, owner.source, owner.rule))
        return len(self.causes) - 1

    def program(self, code: list[int], node: Node, is_shared: bool = False) -> int:
        """A postfix program in the pool. is_shared: equal programs of this kind share one place.

        A formula has a program of its own, so that "why" finds where it stands.
        """
        key = tuple(code)
        if is_shared and key in self.programs:
            return self.programs[key]
        if self.code_end + len(code) > MAX_CODE:
            self.full(node, "expressions")
            return UNSET
        program = self.code_end
        self.t[T_CODE + program : T_CODE + program + len(code)] = code
        self.code_end += len(code)
        self.ends[program] = self.code_end
        if is_shared:
            self.programs[key] = program
        return program

    def code_of(self, program: int) -> list[int]:
        """The code of a program, without its end."""
        end = self.ends[program]
        return self.t[T_CODE + program : T_CODE + end - 1]

    def full(self, node: Node, what: str) -> None:
        """NW332, once for each pool."""
        if what not in self.told_full:
            self.told_full.add(what)
            self.problems.append(node.problem("NW332", f"the rules are too large: there is no room for more {what}", "shorten the pack"))

    def effect_list(self, rows: list[list[int]], node: Node) -> int:
        """A list of effects, its rows side by side; its number."""
        if self.n_lists >= MAX_LISTS or self.n_effects + len(rows) > MAX_EFFECTS:
            self.full(node, "effects")
            return UNSET
        self.t[T_LIST_FIRST + self.n_lists] = self.n_effects
        self.t[T_LIST_COUNT + self.n_lists] = len(rows)
        for row in rows:
            at = T_EFFECTS + self.n_effects * EFFECT_WIDTH
            self.t[at : at + EFFECT_WIDTH] = row
            self.n_effects += 1
        self.list_nodes.append(node)
        self.n_lists += 1
        return self.n_lists - 1

    def option_rows(self, count: int, node: Node) -> int:
        """Room for the options of a choice, side by side; the number of the first, UNSET where there is none."""
        first = self.n_options
        if first + count > MAX_OPTIONS:
            self.full(node, "options of choices")
            return UNSET
        self.n_options += count
        return first

    def set_option(self, option: int, row: list[int]) -> None:
        """Write one option."""
        at = T_OPTIONS + option * OPTION_WIDTH
        self.t[at : at + OPTION_WIDTH] = row

    def once_mark(self, node: Node) -> int:
        """A mark for an effect that happens once a game."""
        if self.n_once >= MAX_ONCE:
            self.full(node, "effects that happen once a game")
            return UNSET
        self.n_once += 1
        return self.n_once - 1
