"""Every action is one line, and the line reads back to the same action: `jp offer D2=1 T1=2`, `us demand dm08`.

The acts stand in the table FORMS of `forms.py`: verb, how its words are written, how they are read. Levers and acts of a
pack that have a `word` are typed by it (`jp summit`). A reader says the column of the first word it cannot read.
"""

from __future__ import annotations

from sim.domain import Scenario
from sim.kernel import codes
from sim.table.actions import Action
from sim.table.context import Context
from sim.table.forms import FORMS, VERBS
from sim.table.forms_early import read_pick, write_pick
from sim.table.scope import Scope
from sim.table.seating import SEAT_PREFIX, TABLE_ID, PlayerSeat, Seating
from sim.table.words import NO_ACT, SEAT_IS_HELD, UNKNOWN_ACT, UNKNOWN_SEAT, NotationError, Word, Words

__all__ = ["NotationError", "read_action", "write_action"]


def write_action(action: Action, scenario: Scenario, seating: Seating, context: Context) -> str:
    """The line of an action, such as `jp offer D2=1 T1=2`. Inverse of `read_action`. Raises ValueError for what no line says."""
    scope = Scope(scenario, seating, context, action.seat)
    words = own_word(action, scope)
    if words is None:
        form = FORMS.get(action.kind)
        if form is None:
            raise ValueError(f"no act has the number {action.kind}")
        words = [form.verb, *form.write(scope, action)]
    return " ".join([action.seat, *words])


def read_action(line: str, scenario: Scenario, seating: Seating, context: Context, seat: str = "") -> Action:
    """The action of a line. Inverse of `write_action`. seat: whose act it is where the line names no seat.

    Raises NotationError with the 1-based column at fault.
    """
    words = Words(line)
    if not words:
        raise NotationError(NO_ACT, 1)
    named = seat_in(words, scenario, seating)
    if named is None and not seat:
        raise unknown_seat(words, seating)
    scope = Scope(scenario, seating, context, named or seat)
    action = read_act(scope, words)
    words.close()
    return action


def read_act(scope: Scope, words: Words) -> Action:
    """The act behind the seat: a verb of the table, or the word of a lever or act of the pack."""
    verb = words.next(tuple(VERBS))
    kind = VERBS.get(verb.text.casefold())
    if kind is not None:
        return FORMS[kind].read(scope, words)
    lever = scope.lever_with_word(verb.text)
    if lever is not None:
        return Action(scope.seat, codes.ACT_LEVER, lever.index, read_pick(scope, words, lever))
    act = scope.act_with_word(verb.text)
    if act is not None:
        return Action(scope.seat, codes.ACT_PACK, act.index)
    raise NotationError(UNKNOWN_ACT, verb.column, verb.text, (*VERBS, *scope.own_words()))


def own_word(action: Action, scope: Scope) -> list[str] | None:
    """The words of a lever or act that is typed by its own word, None for any other."""
    if action.kind == codes.ACT_LEVER and 0 <= action.a < len(scope.scenario.levers):
        lever = scope.scenario.levers[action.a]
        return [lever.word, *write_pick(scope, lever, action.b)] if lever.word and scope.lever_with_word(lever.word) is lever else None
    if action.kind == codes.ACT_PACK and 0 <= action.a < len(scope.scenario.acts):
        act = scope.scenario.acts[action.a]
        return [act.word] if act.word and scope.act_with_word(act.word) is act else None
    return None


def seat_names(scenario: Scenario, seating: Seating) -> dict[str, str]:
    """Every way to write a seat in play, and what it stands for: `jp`, `jp.meti`, `jp.s_meti`."""
    names = {seat.id: seat.id for seat in seating.seats} | {TABLE_ID: TABLE_ID}
    for seat in seating.seats:
        party = scenario.parties[seat.party].id
        names[f"{party}.{seat.holds[0]}"] = seat.id
        names[f"{party}.{seat.holds[0].removeprefix(SEAT_PREFIX)}"] = seat.id
    return names


def seat_in(words: Words, scenario: Scenario, seating: Seating) -> str | None:
    """Take the seat at the start of a line; None, and nothing taken, where it starts with something else."""
    names = seat_names(scenario, seating)
    first = words.peek()
    alike = [names[first]] if first in names else [id_ for name, id_ in names.items() if name.casefold() == first.casefold()]
    if alike:
        words.next()
        return alike[0]
    holder = holder_of(first, scenario, seating)
    if holder is not None:
        raise NotationError(SEAT_IS_HELD, words.left[0].column, first, (holder.id,), (holder.id,))
    return None


def holder_of(name: str, scenario: Scenario, seating: Seating) -> PlayerSeat | None:
    """Who plays a seat of the scenario that has no player of its own."""
    party, dot, short = name.casefold().partition(".")
    for seat in seating.seats:
        ids = [id_.removeprefix(SEAT_PREFIX).casefold() for id_ in seat.holds[1:]]
        if dot and scenario.parties[seat.party].id.casefold() == party and short.removeprefix(SEAT_PREFIX) in ids:
            return seat
    return None


def unknown_seat(words: Words, seating: Seating) -> NotationError:
    """What is said of a line that must name a seat and does not."""
    first: Word = words.left[0]
    return NotationError(UNKNOWN_SEAT, first.column, first.text, tuple(seat.id for seat in seating.seats))
