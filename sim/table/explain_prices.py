"""Why a lever costs what it does, and why a level may or may not be proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sim.domain import Issue, Lever
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.kernel.ledger import modifier_applies
from sim.places import NOWHERE
from sim.table.explain_formulas import Asker, named_cells, parts_of, smallest, turn_of
from sim.table.formulas import Tree, tree_of
from sim.table.known import Known
from sim.table.reason import (
    BOUND,
    CAP,
    CHOICE,
    FREE,
    LASTING,
    LOCK,
    MODIFIER,
    PRICE,
    RULE,
    TERM,
    TOP,
    Reason,
    Turn,
    facts,
    of_cause,
    of_entry,
    origin_at,
    shown,
)


def price(known: Known, lever: Lever) -> Reason:
    """The price of a lever now: its own, cards that change it, modifiers of the pack, a free use, never below 0."""
    asker = Asker.of(known)
    total = asker.bench.lever_price(lever.index)  # sets the context that the parts below are valued in
    free = has_free_use(known, lever.index)
    parts = [own_price(asker, lever), *changed_by_cards(known, lever)]
    if not free:
        parts += modified_prices(asker, lever, sum(part.amount for part in parts))
    left = total - sum(part.amount for part in parts)
    if left:
        parts.append(Reason(FREE if free else BOUND, left, CHOICE if free else RULE))
    return of_entry(lever, PRICE, total, what=lever.id, children=tuple(parts))


def has_free_use(known: Known, lever: int) -> bool:
    """Whether a free use of a lever waits."""
    rows = range(s.LASTING, s.LASTING + known.m[s.N_LASTING] * s.LASTING_WIDTH, s.LASTING_WIDTH)
    return any(known.m[at + s.L_KIND] == s.LAST_GRANT_LEVER and known.m[at + s.L_A] == lever for at in rows)


def own_price(asker: Asker, lever: Lever) -> Reason:
    """The price as the lever's own entry has it."""
    program = asker.known.t[k.T_LEVER_PRICE_EXPR + lever.index]
    if program == UNSET:
        return of_entry(lever, TERM, 0)
    tree, formula = tree_of(asker.known.t, program), asker.formula(program)
    written = formula.text if formula else asker.writer.text(tree)
    children = parts_of(asker, tree, formula, lever)
    place = formula.place if formula and formula.owner == lever.id else lever.place
    origin = origin_at(place, lever.source)
    return Reason(TERM, asker.value(tree), RULE, lever.label, "", written, shown(place), origin, children=children)


def changed_by_cards(known: Known, lever: Lever) -> list[Reason]:
    """What cards have added to the price for a while."""
    found = []
    for row in range(known.m[s.N_LASTING]):
        at = s.LASTING + row * s.LASTING_WIDTH
        kind, a, _, amount, until, cause = known.m[at : at + s.LASTING_WIDTH]
        if kind == s.LAST_PRICE_LEVER and a == lever.index:
            found.append(of_cause(known.scenario.causes[cause], LASTING, amount, more=facts(until=until)))
    return found


def modified_prices(asker: Asker, lever: Lever, amount: int) -> list[Reason]:
    """What each modifier of prices makes of it, in their order."""
    t, m = asker.known.t, asker.bench.m
    asker.bench.lever_price(lever.index)
    m[s.PRICE_NOW] = amount
    found = []
    for modifier in asker.known.scenario.modifiers:
        if t[k.T_MOD_OF + modifier.index] == k.OF_PRICE and modifier_applies(t, m, modifier.index, k.OF_PRICE, amount):
            new = asker.bench.value(t[k.T_MOD_AMOUNT_EXPR + modifier.index])
            if new != amount:
                found.append(of_entry(modifier, MODIFIER, new - amount, more=facts(id=modifier.id, before=amount, after=new)))
            amount = m[s.PRICE_NOW] = new
    return found


def cap(known: Known, issue: Issue) -> Reason:
    """The highest level that may be proposed now: the top, less what the cap and the first closed lock take away."""
    asker = Asker.of(known)
    top, found = known.t[k.T_TOP + issue.index], asker.bench.cap(issue.index)
    parts = [of_entry(issue, TOP, top)]
    program = known.t[k.T_CAP_EXPR + issue.index]
    lowered = top
    if program != UNSET and asker.bench.value(program) < top:
        lowered = asker.bench.value(program)
        parts.append(barrier(asker, issue, program, CAP, lowered - top))
    lock = closed_lock(known, asker, issue, lowered)
    if lock is not None:
        parts.append(barrier(asker, issue, lock, LOCK, found - lowered))
    programs = [each for each in (program, lock) if each is not None and each != UNSET]
    more = facts(level=known.m[s.LEVEL + issue.index])
    reason = of_entry(issue, CAP, found, what=f"cap.{issue.id}", children=tuple(parts), more=more)
    return replace(reason, turns=turns_of_cap(asker, issue, programs))


def closed_lock(known: Known, asker: Asker, issue: Issue, highest: int) -> int | None:
    """Program of the first closed lock up to a level, or None."""
    for level in range(1, highest + 1):
        program = known.t[k.T_LOCK_EXPR + issue.index * s.MAX_LEVELS + level]
        if program != UNSET and asker.bench.value(program) == 0:
            return program
    return None


def barrier(asker: Asker, issue: Issue, program: int, code: str, amount: int) -> Reason:
    """What a cap or a lock takes away, with its condition as written and the numbers it reads."""
    formula = asker.formula(program)
    tree = tree_of(asker.known.t, program)
    written = formula.text if formula else asker.writer.text(tree)
    place = formula.place if formula else NOWHERE
    return Reason(code, amount, RULE, issue.label, "", written, shown(place), origin_at(place, issue.source), reads(asker, tree))


def reads(asker: Asker, tree: Tree) -> tuple[tuple[str, int | str], ...]:
    """The numbers with names that a formula reads, as facts."""
    return facts(**{name.what: asker.bench.m[cell] for cell, name in named_cells(asker, tree).items()})


def turns_of_cap(asker: Asker, issue: Issue, programs: Sequence[int]) -> tuple[Turn, ...]:
    """The smallest changes of numbers after which another level would be the highest."""
    now = asker.bench.cap(issue.index)
    cells = {cell: name for program in programs for cell, name in named_cells(asker, tree_of(asker.known.t, program)).items()}

    def result() -> int:
        return asker.bench.cap(issue.index)

    found = [turn_of(asker, cell, name, lambda: result() != now, result) for cell, name in cells.items()]
    return smallest([turn for turn in found if turn is not None])
