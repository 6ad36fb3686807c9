"""Why the results are what they are, after the end: formulas of the scores, valued on the last state."""

from __future__ import annotations

from sim.domain import Scenario
from sim.errors import RuleBroken
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.places import NOWHERE
from sim.table.explain_formulas import Asker, parts_of
from sim.table.formulas import tree_of
from sim.table.known import Known
from sim.table.reason import LIMIT, RULE, SCORE, Reason, facts, origin_at, shown
from sim.table.refusals import GAME_NOT_OVER
from sim.table.seating import PlayerSeat

WHOLE = {
    "efficiency": (s.EFFICIENCY, k.T_EFFICIENCY_EXPR),
    "alliance": (s.ALLIANCE, k.T_ALLIANCE_EXPR),
    "joint": (s.JOINT, k.T_JOINT_EXPR),
}


def must_be_over(known: Known) -> None:
    """Raises RuleBroken `game-not-over` during play."""
    if known.m[s.OVER] != 1:
        raise RuleBroken(GAME_NOT_OVER, {})


def whole(known: Known, what: str) -> Reason:
    """Efficiency, alliance or joint score."""
    cell, at = WHOLE[what]
    return score(Asker.of(known), what, cell, known.t[at])


def side(known: Known, party: int) -> Reason:
    """The score of a side."""
    asker = Asker.of(known)
    asker.bench.m[s.CTX_PARTY] = party
    return score(asker, f"side.{known.scenario.parties[party].id}", s.SIDE + party, known.t[k.T_SIDE_EXPR + party])


def seat(known: Known, player: PlayerSeat) -> Reason:
    """The score of one seat: agenda, side and joint success."""
    asker = Asker.of(known)
    asker.bench.m[s.CTX_AGENDA] = known.m[s.AGENDA_POINTS + player.index]
    asker.bench.m[s.CTX_SIDE] = known.m[s.SIDE + player.party]
    return score(asker, f"seat.{player.id}", s.SEAT_SCORE + player.index, known.t[k.T_SEAT_EXPR])


def agenda(known: Known, player: PlayerSeat) -> Reason:
    """The points of a seat's agenda."""
    drawn = known.m[s.AGENDA + player.index]
    program = UNSET if drawn == UNSET else known.t[k.T_AGENDA_EXPR + player.index * k.MAX_AGENDAS + drawn]
    return score(Asker.of(known), f"agenda.{player.id}", s.AGENDA_POINTS + player.index, program)


def score(asker: Asker, what: str, cell: int, program: int) -> Reason:
    """A stored result with the parts of its formula; what a largest score cut off is told last."""
    must_be_over(asker.known)
    amount = asker.known.m[cell]
    if program == UNSET:
        return Reason(SCORE, amount, RULE, what=what)
    tree, formula = tree_of(asker.known.t, program), asker.formula(program)
    children = parts_of(asker, tree, formula, None)
    cut = amount - asker.value(tree)
    if cut and children:
        children = (*children, Reason(LIMIT, cut, RULE, facts=facts(most=amount)))
    written = formula.text if formula else ""
    place = formula.place if formula else NOWHERE
    return Reason(SCORE, amount, RULE, None, what, written, shown(place), origin_at(place, ()), children=children)


def names(scenario: Scenario, seats: tuple[PlayerSeat, ...]) -> tuple[str, ...]:
    """The names of everything that is explained here."""
    sides = tuple(f"side.{party.id}" for party in scenario.parties)
    return (*WHOLE, *sides, *(f"{kind}.{player.id}" for kind in ("seat", "agenda") for player in seats))
