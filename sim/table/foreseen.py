"""What an entry would do if it happened now, as far as a viewer can know: numbers after the modifiers of the pack.

A list of effects is read, not run: entries it plays are opened, choices and later effects are named as such. Only a copy of
the viewer's mask changes: scratch cells, and for a lever the count of its uses, which its conditions may ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.context import enter_context
from sim.kernel.layout import UNSET
from sim.kernel.ledger import modified
from sim.table.bench import Bench
from sim.table.cells import CellName, names_by_cell
from sim.table.formulas import is_known, tree_of
from sim.table.known import Known

DEEPEST = 8  # entries that play entries; the kernel's own stack is no deeper in any pack

VERB_WORDS = {
    k.VERB_ADD: "add",
    k.VERB_SET: "set",
    k.VERB_POSTURE: "posture",
    k.VERB_DEMAND: "demand",
    k.VERB_WITHDRAW: "withdraw",
    k.VERB_DEADLINE: "deadline",
    k.VERB_REVEAL_INITIATIVE: "reveal",
    k.VERB_REVEAL_EVENT: "card",
    k.VERB_CLUE: "clue",
    k.VERB_GRANT_LEVER: "grant",
    k.VERB_GRANT_MOVE: "grant",
    k.VERB_BLOCK_LEVER: "block",
    k.VERB_BLOCK_PACKAGE: "block",
    k.VERB_BLOCK_VOTE: "block",
    k.VERB_PRICE: "price",
    k.VERB_VOTE: "vote",
    k.VERB_CHOICE: "choice",
    k.VERB_DO_LEVER: "lever",
    k.VERB_INITIATIVE: "initiative",
}


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One effect. verb: add, set, clue, demand, ...; name: of the number it changes, or None.

    amount: what would be added or set now, after modifiers, before bounds; asked: as it stands in the rules; both None
    where the viewer cannot know. when: its condition as written, where that does not hold now or cannot be known; later: rounds;
    step: in which it then comes, UNSET for at once; chance: per cent, None for certain. group: the support of a group that its user picks; about: index of the party, lever, issue or group it is about.
    """

    verb: str
    name: CellName | None = None
    amount: int | None = None
    asked: int | None = None
    when: str = ""
    later: int = 0
    group: bool = False
    about: int = UNSET
    chance: int | None = None
    step: int = UNSET


@dataclass(frozen=True, slots=True)
class Who:
    """Who would cause it, and about what: kind of cause, entry, part of a lever, party, pick, issue."""

    kind: int
    entry: int = UNSET
    part: int = 0
    party: int = UNSET
    picked: int = UNSET
    issue: int = UNSET


def of_list(known: Known, list_: int, who: Who) -> tuple[Foreseen, ...]:
    """The effects of a list. list_: index, UNSET for none."""
    return tuple(effects(known, known.bench(), list_, who, DEEPEST))


def of_lever(known: Known, lever: int, picked: int = UNSET, issue: int = UNSET) -> tuple[Foreseen, ...]:
    """What a lever does: to the other side, then to its user."""
    t, bench = known.t, used(known, lever)
    party = t[k.T_LEVER_PARTY + lever]
    parts = ((t[k.T_LEVER_TARGET_LIST + lever], 1), (t[k.T_LEVER_USER_LIST + lever], 0))
    found = [effects(known, bench, list_, Who(s.KIND_LEVER, lever, part, party, picked, issue), DEEPEST) for list_, part in parts]
    return tuple(effect for each in found for effect in each)


def used(known: Known, lever: int) -> Bench:
    """A bench on which the lever counts as played in this round, as it does while its effects happen."""
    bench = known.bench()
    bench.m[s.USE_BEFORE + lever], bench.m[s.LAST_USE + lever] = bench.m[s.LAST_USE + lever], bench.m[s.ROUND]
    bench.m[s.USES + lever] += 1
    bench.m[s.CTX_LEVER] = lever
    return bench


def of_answer(known: Known, how: int, issue: int) -> tuple[Foreseen, ...]:
    """What an answer to a demand does. how: ANSWER_*."""
    return of_list(known, known.t[k.T_ANSWER_LIST + how], Who(s.KIND_PLAY, party=known.t[k.T_DEMAND_OF], issue=issue))


def of_missed(known: Known, card: int | None, issue: int) -> tuple[Foreseen, ...]:
    """What an unmet demand does at its deadline. card: None for a plain one."""
    list_ = known.t[k.T_PLAIN_LIST] if card is None else known.t[k.T_CARD_UNMET_LIST + card]
    return of_list(known, list_, Who(s.KIND_DEMAND, UNSET if card is None else card, issue=issue))


def of_initiative(known: Known, card: int) -> tuple[Foreseen, ...]:
    """What a completed initiative does."""
    return of_list(known, known.t[k.T_INIT_LIST + card], Who(s.KIND_INITIATIVE, card))


def of_course(known: Known, course: int) -> tuple[Foreseen, ...]:
    """What a strategy point on a course does, beside moving the course."""
    return of_list(known, known.t[k.T_COURSE_LIST + course], Who(s.KIND_COURSE, course, party=known.t[k.T_COURSE_PARTY + course]))


def of_act(known: Known, act: int) -> tuple[Foreseen, ...]:
    """What another act of the pack does."""
    return of_list(known, known.t[k.T_ACT_LIST + act], Who(s.KIND_PLAY, party=known.party))


def of_option(known: Known, option: int) -> tuple[Foreseen, ...]:
    """What an option of the choice that waits does. option: its position."""
    m, t = known.m, known.t
    if m[s.N_CHOICES] == 0 or m[s.CHOICES + s.C_KIND] != s.CHOICE_OPTION:
        return ()
    first = t[m[s.CHOICES + s.C_ROW] + k.E_B]
    who = Who(m[s.CHOICES + s.C_ENTRY_KIND], m[s.CHOICES + s.C_ENTRY], party=m[s.CHOICES + s.C_PARTY])
    return of_list(known, t[k.T_OPTIONS + (first + option) * k.OPTION_WIDTH + k.O_LIST], who)


def effects(known: Known, bench: Bench, list_: int, who: Who, depth: int) -> Iterator[Foreseen]:
    """The effects of a list, with those of the entries it plays."""
    if list_ == UNSET or depth == 0:
        return
    names = names_by_cell(known.scenario)
    first = known.t[k.T_LIST_FIRST + list_]
    for effect in range(first, first + known.t[k.T_LIST_COUNT + list_]):
        row = k.T_EFFECTS + effect * k.EFFECT_WIDTH
        if has_happened(known, row):
            continue
        if known.t[row + k.E_VERB] == k.VERB_DO and known.t[row + k.E_WHEN_EXPR] == UNSET and known.t[row + k.E_AFTER] == 0:
            yield from effects(known, bench, known.t[row + k.E_LIST], who, depth - 1)
        elif known.t[row + k.E_VERB] != k.VERB_DO:
            yield one(known, bench, row, who, names)


def has_happened(known: Known, row: int) -> bool:
    """Whether an effect that comes once a game has come."""
    mark = known.t[row + k.E_ONCE]
    return mark != UNSET and known.m[s.ONCE + mark] == 1


def one(known: Known, bench: Bench, row: int, who: Who, names: Mapping[int, CellName]) -> Foreseen:
    """One effect."""
    t = known.t
    enter_context(bench.m, who.kind, who.entry, who.part, who.party, who.picked, bench.m[s.ROUND], UNSET)
    bench.m[s.CTX_ISSUE] = who.issue
    verb = t[row + k.E_VERB]
    cell = target_of(known, row, who)
    asked = value_known(known, bench, t[row + k.E_AMOUNT_EXPR])
    amount = asked
    if asked is not None and verb == k.VERB_ADD and cell is not None:
        bench.m[s.CTX_PART] = 0 if t[row + k.E_FULL] == 1 else who.part
        amount = int(modified(t, bench.m, [], cell, asked))
    return Foreseen(
        verb=VERB_WORDS.get(verb, "other"),
        name=names.get(cell) if cell is not None else None,
        amount=amount,
        asked=asked,
        when=condition(known, bench, row),
        later=t[row + k.E_AFTER],
        group=verb == k.VERB_ADD and cell is None,
        about=t[row + k.E_A],
        chance=value_known(known, bench, t[row + k.E_CHANCE_EXPR]),
        step=UNSET if t[row + k.E_POINT] == UNSET else t[k.T_POINT_STEP + t[row + k.E_POINT]],
    )


def target_of(known: Known, row: int, who: Who) -> int | None:
    """The cell an effect changes; None where it changes none, or one that is not picked yet."""
    if known.t[row + k.E_VERB] not in (k.VERB_ADD, k.VERB_SET):
        return None
    cell = known.t[row + k.E_TARGET]
    if cell != k.TARGET_PICKED_GROUP:
        return cell
    return None if who.picked == UNSET else known.t[k.T_SUPPORT_CELL + who.picked]


def value_known(known: Known, bench: Bench, program: int) -> int | None:
    """The value of an amount, None where there is none or the viewer cannot know it."""
    if program == UNSET or not is_known(known.t, bench.m, tree_of(known.t, program), known.may_know):
        return None
    return bench.value(program)


def condition(known: Known, bench: Bench, row: int) -> str:
    """The condition of an effect as it is written; "" where there is none, or one that is read now and holds."""
    program = known.t[row + k.E_WHEN_EXPR]
    if program == UNSET:
        return ""
    at_once = known.t[row + k.E_AFTER] == 0 and known.t[row + k.E_POINT] == UNSET
    if at_once and is_known(known.t, bench.m, tree_of(known.t, program), known.may_know) and bench.holds(program):
        return ""
    formula = known.scenario.formulas.get(program)
    return formula.text if formula is not None else "?"
