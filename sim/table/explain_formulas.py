"""Why a derived number is what it is: the parts of its formula, valued one by one, and what would turn it.

A part is valued by the operations of the kernel, so the parts add up exactly. Where a formula stands inside limits
(`limited to`, `at least`), the parts of what is inside come first and then what the limit did to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sim.domain import Formula, Named, Place
from sim.errors import RuleBroken
from sim.kernel import expressions as op
from sim.kernel.layout import UNSET
from sim.kernel.tables import T_HIGH, T_LOW
from sim.places import NOWHERE
from sim.table.bench import Bench
from sim.table.cells import CellName
from sim.table.formulas import Part, Tree, cells_of, inside_limits, is_known, summands, tree_of, value_of
from sim.table.known import Known
from sim.table.reason import BY_NUMBER, LIMIT, RULE, TERM, Reason, Turn, facts, origin_at, shown
from sim.table.refusals import NOT_YOURS_TO_KNOW
from sim.table.written import Writer

MOST_TURNS = 3
LARGEST_STEP = 100  # counters have no upper bound
LIFE_SIZE = ("meter", "course", "counter", "support", "level", "capital")  # kinds of numbers that people can move


@dataclass(frozen=True, slots=True)
class Asker:
    """What reasons about formulas need: what the viewer knows, a bench with the context set, a writer of formulas."""

    known: Known
    bench: Bench
    writer: Writer

    @classmethod
    def of(cls, known: Known) -> Asker:
        """An asker with a fresh bench."""
        return cls(known, known.bench(), Writer.of(known.scenario))

    def value(self, tree: Tree) -> int:
        """The value of a tree on the bench."""
        return value_of(self.known.t, self.bench.m, tree)

    def formula(self, program: int) -> Formula | None:
        """The formula of a program as it stands in a file."""
        return self.known.scenario.formulas.get(program)


def known_tree(asker: Asker, program: int, what: str) -> Tree:
    """The tree of a program. Raises RuleBroken `not-yours-to-know` where it reads what is hidden from the viewer."""
    tree = tree_of(asker.known.t, program)
    if not is_known(asker.known.t, asker.bench.m, tree, asker.known.may_know):
        raise RuleBroken(NOT_YOURS_TO_KNOW, {"what": what})
    return tree


def derived(asker: Asker, program: int, code: str, what: str, owner: Named | None, kind: str = RULE) -> Reason:
    """The value of a formula with its parts. owner: the entry it belongs to, for words, origin and place."""
    tree = known_tree(asker, program, what)
    formula = asker.formula(program)
    place = place_of(formula, owner)
    return Reason(
        code,
        asker.value(tree),
        kind,
        owner.label if owner is not None else None,
        what,
        formula.text if formula and formula.text != what else asker.writer.text(tree),
        shown(place),
        origin_at(place, owner.source if owner is not None else ()),
        children=parts_of(asker, tree, formula, owner),
        turns=turns_of_number(asker, tree),
    )


def parts_of(asker: Asker, tree: Tree, formula: Formula | None, owner: Named | None) -> tuple[Reason, ...]:
    """The parts of a formula that add up to its value; empty where it is one number and nothing more."""
    inside = inside_limits(tree)
    parts = list(summands(inside))
    whole, inner = asker.value(tree), asker.value(inside)
    if len(parts) == 1 and whole == inner and not cells_of(asker.known.t, asker.bench.m, inside):
        return ()
    found = [of_part(asker, part, owner, place) for part, place in zip(parts, places_of(formula, owner, tree, len(parts)), strict=True)]
    if whole != inner:
        found.append(Reason(LIMIT, whole - inner, RULE, written=asker.writer.text(tree) if len(parts) == 1 else ""))
    return tuple(found)


def place_of(formula: Formula | None, owner: Named | None) -> Place:
    """Where a formula stands. Equal formulas share one program, so the place counts only with its owner; else the owner's."""
    if formula is not None and (owner is None or formula.owner in ("", owner.id)):
        return formula.place
    return owner.place if owner is not None else NOWHERE


def places_of(formula: Formula | None, owner: Named | None, tree: Tree, count: int) -> list[Place]:
    """Where each part of a sum stands; that of the whole where the parts are not known one by one."""
    whole = place_of(formula, owner)
    if formula is None or not whole.file or inside_limits(tree) is not tree or len(formula.terms) != count:
        return [whole] * count
    return [term.place for term in formula.terms]


def of_part(asker: Asker, part: Part, owner: Named | None, place: Place) -> Reason:
    """One signed part of a sum, with the numbers it reads."""
    name = asker.writer.names.get(part.tree.arg) if part.tree.op == op.OP_CELL else None
    reads = named_cells(asker, part.tree)
    return Reason(
        TERM,
        part.sign * asker.value(part.tree),
        RULE,
        name.text if name is not None else None,
        name.what if name is not None else "",
        asker.writer.text(part.tree),
        shown(place),
        origin_at(place, owner.source if owner is not None else ()),
        facts(**{found.what: asker.bench.m[cell] for cell, found in reads.items()}),
    )


def named_cells(asker: Asker, tree: Tree) -> dict[int, CellName]:
    """The numbers with names that a tree reads, in the order of the cells."""
    cells = sorted(cells_of(asker.known.t, asker.bench.m, tree))
    return {cell: name for cell in cells if (name := asker.writer.names.get(cell)) is not None}


def turns_of_number(asker: Asker, tree: Tree) -> tuple[Turn, ...]:
    """The smallest single changes that alter the value of a formula."""
    now = asker.value(tree)
    return turns(asker, tree, lambda: asker.value(tree) != now, lambda: asker.value(tree))


def turns(asker: Asker, tree: Tree, has_turned: Callable[[], bool], result: Callable[[], int]) -> tuple[Turn, ...]:
    """At most three single changes of numbers that a tree reads which turn a result, the smallest first."""
    found = [
        turn for cell, name in named_cells(asker, tree).items() if (turn := turn_of(asker, cell, name, has_turned, result)) is not None
    ]
    return smallest(found)


def smallest(found: Sequence[Turn]) -> tuple[Turn, ...]:
    """At most three, the cheapest first: by size, then by price, then in the order found."""
    return tuple(sorted(found, key=lambda turn: (turn.size, turn.price))[:MOST_TURNS])


def turn_of(asker: Asker, cell: int, name: CellName, has_turned: Callable[[], bool], result: Callable[[], int]) -> Turn | None:
    """The smallest change of one number that turns a result, within its bounds; None where none does."""
    if name.kind not in LIFE_SIZE:
        return None
    m, now = asker.bench.m, asker.bench.m[cell]
    try:
        for value in outwards(now, asker.known.t[T_LOW + cell], asker.known.t[T_HIGH + cell]):
            m[cell] = value
            if has_turned():
                return Turn(BY_NUMBER, name.what, now, value, result(), abs(value - now), text=name.text)
    finally:
        m[cell] = now
    return None


def outwards(now: int, low: int, high: int) -> Iterator[int]:
    """The values of a range from the nearest on, without the present one; none further away than people would go."""
    for step in range(1, min(LARGEST_STEP, max(high - now, now - low)) + 1):
        yield from (value for value in (now + step, now - step) if low <= value <= high)


def condition_turns(asker: Asker, program: int, result: Callable[[], int]) -> tuple[Turn, ...]:
    """The smallest single changes of numbers that turn a condition."""
    if program == UNSET:
        return ()
    tree = tree_of(asker.known.t, program)
    now = asker.value(tree) != 0
    return turns(asker, tree, lambda: (asker.value(tree) != 0) != now, result)
