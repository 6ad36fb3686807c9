"""Why? The one door to reasons: a name, and for packages their terms, gives a tree of amounts that add up exactly.

`m_tariff`, `friction`, `post_close`, `T1`, `jp_farm`, `capital`, `us_l01.credibility`: stored numbers, through the ledger.
`second_chance` and other named values, `drift.m_order`, `income.jp`, `cap.F2`, `us_l01` (its price): through formulas.
`utility`, `gain D2=1`, `gain.us D2=1`, `vote jp_farm D2=1 T1=1`, `quota.jp D2=1`: through weights, points and votes; without
terms they speak of the package on the table. `side.jp`, `joint`, `efficiency`, `alliance`, `seat.jp`, `agenda.jp`: after the end.

During play everything rests on the mask of who asks, and on rows of the ledger that it may know; after the end on all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sim.domain import Named, Package, Scenario
from sim.errors import RuleBroken, closest
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table import explain_packages, explain_prices, explain_scores
from sim.table.cells import CellName, cells_by_name, names_by_cell
from sim.table.explain_formulas import Asker, derived
from sim.table.explain_stored import stored
from sim.table.known import Known
from sim.table.reason import TERM, Reason, of_entry
from sim.table.refusals import NO_SUCH_NUMBER, NOT_YOURS_TO_KNOW
from sim.table.seating import Seating, tables_for
from sim.table.shadow import Entry, Shadow

__all__ = ["Explainable", "Reason", "explain", "explained", "known_to", "names"]


class Explainable(Protocol):
    """What a reason needs of a game; `Game` is one."""

    @property
    def scenario(self) -> Scenario: ...

    @property
    def seating(self) -> Seating: ...

    @property
    def history(self) -> Sequence[Entry]: ...

    @property
    def is_over(self) -> bool: ...

    def mask_for(self, viewer: str) -> Sequence[int]: ...

    def tables_of(self, viewer: str) -> Sequence[int]: ...


@dataclass(frozen=True, slots=True)
class Question:
    """A name that was asked about, in two parts (`cap.F2`), with the terms of a package behind it."""

    known: Known
    entries: Sequence[Entry]
    what: str
    first: str
    second: str
    terms: tuple[str, ...]

    def package(self, terms: Sequence[str]) -> Package:
        """The package that terms name; without terms the one on the table."""
        if terms:
            return explain_packages.package_of(self.known, terms)
        return Package(self.known.bench().standing())

    def party(self) -> int:
        """The party named, or the viewer's own."""
        if not self.second:
            return self.known.party
        return named(self, self.known.scenario.parties).index


def explain(game: Explainable, viewer: str, what: str) -> Reason:
    """Where a number comes from, as far as a viewer may know.

    Raises RuleBroken: `no-such-number`, `no-such-level`, `not-yours-to-know`, `game-not-over`.
    """
    return explained(known_to(game, viewer), game.history, what)


def explained(known: Known, entries: Sequence[Entry], what: str) -> Reason:
    """The same from what is known, and the history behind it. Raises RuleBroken as `explain`."""
    words = what.split()
    head, terms = (words[0], tuple(words[1:])) if words else ("", ())
    first, _, second = head.partition(".")
    question = Question(known, entries, head, first, second, terms)
    for answer in ANSWERS:
        reason = answer(question)
        if reason is not None:
            return reason
    raise no_such_number(question)


def known_to(game: Explainable, viewer: str) -> Known:
    """What a viewer's reasons rest on: its mask during play, everything after the end."""
    index = game.seating.viewer(viewer)
    if not game.is_over:
        return Known(index, tuple(game.mask_for(viewer)), game.tables_of(viewer), game.scenario, game.seating)
    shadow = Shadow.behind(game.history)
    return Known(index, tuple(shadow.cells), tables_for(game.scenario, game.seating), game.scenario, game.seating, sees_all=True)


def no_such_number(question: Question) -> RuleBroken:
    """Refuse a name that nothing has, with what was probably meant."""
    near = closest(question.what, names(question.known.scenario, question.known.seating))
    return RuleBroken(NO_SUCH_NUMBER, {"name": question.what, "near": " ".join(near)})


def named(question: Question, entries: Sequence[Named]) -> Named:
    """The entry that the second part of a name means. Raises RuleBroken `no-such-number`."""
    found = next((entry for entry in entries if entry.id == question.second), None)
    if found is None:
        raise no_such_number(question)
    return found


def of_package(question: Question) -> Reason | None:
    """`vote GROUP ...`, `gain ...`, `quota.PARTY ...`."""
    known = question.known
    if question.what == "vote":
        group = next((group for group in known.scenario.groups if group.id in question.terms[:1]), None)
        if group is None:
            near = closest("".join(question.terms[:1]), [group.id for group in known.scenario.groups])
            raise RuleBroken(NO_SUCH_NUMBER, {"name": " ".join(("vote", *question.terms[:1])), "near": " ".join(near)})
        return explain_packages.vote(known, group, question.package(question.terms[1:]))
    if question.first not in ("gain", "quota"):
        return None
    party = question.party()
    if party == UNSET:
        raise RuleBroken(NOT_YOURS_TO_KNOW, {"what": question.what})
    tell = explain_packages.gain if question.first == "gain" else explain_packages.quota
    return tell(known, party, question.package(question.terms))


def of_utility(question: Question) -> Reason | None:
    """`utility`, `utility.jp`: own during play."""
    if question.first != "utility":
        return None
    party = question.party()
    if party == UNSET or not question.known.weights_of(party).is_exact:
        raise RuleBroken(NOT_YOURS_TO_KNOW, {"what": question.what})
    return explain_packages.utility(question.known, party, s.OWN_UTILITY + party)


def of_formula(question: Question) -> Reason | None:
    """Named values, the chance of a second demand, drift and income."""
    known, asker = question.known, Asker.of(question.known)
    value = next((value for value in known.scenario.values if value.id == question.what), None)
    if value is not None:
        asker.bench.judge(question.package(question.terms).levels)
        return drawn(known, derived(asker, known.scenario.value_programs[value.id], TERM, value.id, value))
    program: int = UNSET
    owner: Named | None = None
    if question.what == "second_chance":
        program = known.t[k.T_SECOND_CHANCE_EXPR]
    elif question.first == "drift" and question.second:
        owner = named(question, known.scenario.meters)
        program = known.t[k.T_DRIFT_EXPR + owner.index]
    elif question.first == "income" and question.party() != UNSET:
        owner = known.scenario.parties[question.party()]
        program = known.t[k.T_INCOME_EXPR + owner.index]
        asker.bench.m[s.CTX_PARTY] = owner.index
    if program == UNSET:
        return None if owner is None else of_entry(owner, TERM, 0, what=question.what)
    return drawn(known, derived(asker, program, TERM, question.what, owner))


def drawn(known: Known, reason: Reason) -> Reason:
    """The chance of a second demand also says whether one came this round; any other reason stays as it is."""
    chance = known.t[k.T_SECOND_CHANCE_EXPR]
    if reason.what != "second_chance" and known.scenario.value_programs.get(reason.what) != chance:
        return reason
    return replace(reason, facts=(*reason.facts, ("came", 1 if known.m[s.SECOND_CAME] > 0 else 0), ("round", known.m[s.ROUND])))


def of_price(question: Question) -> Reason | None:
    """`us_l01`: its price; `cap.F2`: the highest level that may be proposed."""
    scenario = question.known.scenario
    lever = next((lever for lever in scenario.levers if lever.id == question.what), None)
    if lever is not None:
        return explain_prices.price(question.known, lever)
    if question.first != "cap" or not question.second:
        return None
    issue = next((issue for issue in scenario.issues if issue.id == question.second), None)
    return None if issue is None else explain_prices.cap(question.known, issue)


def of_score(question: Question) -> Reason | None:
    """Results, after the end."""
    known = question.known
    if question.what in explain_scores.WHOLE:
        explain_scores.must_be_over(known)
        return explain_scores.whole(known, question.what)
    if question.first == "side" and question.second:
        explain_scores.must_be_over(known)
        return explain_scores.side(known, question.party())
    if question.first in ("seat", "agenda") and question.second:
        explain_scores.must_be_over(known)
        player = next((seat for seat in known.seating.seats if seat.id == question.second), None)
        tell: Callable[..., Reason] = explain_scores.seat if question.first == "seat" else explain_scores.agenda
        return None if player is None else tell(known, player)
    return None


def of_cell(question: Question) -> Reason | None:
    """A stored number: meters, levels, support, capital, credibility, and what else has a cell with a name."""
    known = question.known
    what = question.what
    if what in ("capital", "tokens"):
        if known.party == UNSET:
            raise RuleBroken(NOT_YOURS_TO_KNOW, {"what": what})
        what = f"{what}.{known.scenario.parties[known.party].id}"
    cell = cells_by_name(known.scenario).get(what)
    if cell is None:
        return None
    if not known.may_know(cell):
        raise RuleBroken(NOT_YOURS_TO_KNOW, {"what": question.what})
    name: CellName = names_by_cell(known.scenario)[cell]
    return stored(known, question.entries, cell, name)


ANSWERS: tuple[Callable[[Question], Reason | None], ...] = (of_package, of_utility, of_formula, of_price, of_score, of_cell)


def names(scenario: Scenario, seating: Seating) -> tuple[str, ...]:
    """Every name that can be asked about, without the terms of a package."""
    parties = [party.id for party in scenario.parties]
    chance = ("second_chance",) if scenario.tables[k.T_SECOND_CHANCE_EXPR] != UNSET else ()
    return (
        *cells_by_name(scenario),
        *("capital", "tokens", "utility", "gain", "vote"),
        *chance,
        *(f"{kind}.{party}" for kind in ("utility", "gain", "quota", "income") for party in parties),
        *(value.id for value in scenario.values),
        *(f"drift.{meter.id}" for meter in scenario.meters),
        *(f"cap.{issue.id}" for issue in scenario.issues),
        *(lever.id for lever in scenario.levers),
        *explain_scores.names(scenario, seating.seats),
    )
