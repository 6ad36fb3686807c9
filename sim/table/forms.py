"""The acts of the notation, one form each: its verb, how its words are written, how they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sim.domain import Named, Scenario
from sim.kernel import codes
from sim.table import actions
from sim.table.actions import ACT_FORCE, ACT_REWIND, ACT_UNDO, Action
from sim.table.draws import DRAWS, read_index, read_value, write_draw
from sim.table.forms_early import EARLY_FORMS
from sim.table.forms_talks import TALKS_FORMS
from sim.table.scope import Form, Scope, id_of, ids
from sim.table.words import Words


def bare(kind: int, verb: str, second: str = "") -> Form:
    """An act that needs no further word. second: a word that may stand behind the verb and is written."""

    def write(scope: Scope, action: Action) -> list[str]:
        return [second] if second else []

    def read(scope: Scope, words: Words) -> Action:
        if second and words.peek().casefold() == second:
            words.next()
        return Action(scope.seat, kind)

    return Form(verb, write, read)


def named(kind: int, verb: str, pool: Callable[[Scenario], Sequence[Named]]) -> Form:
    """An act with one entry of the scenario, by id."""

    def write(scope: Scope, action: Action) -> list[str]:
        return [id_of(pool(scope.scenario), action.a)]

    def read(scope: Scope, words: Words) -> Action:
        known = ids(pool(scope.scenario))
        return Action(scope.seat, kind, words.next(tuple(known)).one_of(known))

    return Form(verb, write, read)


def write_line_number(scope: Scope, action: Action) -> list[str]:
    """`undo 14`; `rewind 12 REASON`."""
    return [str(action.a), action.reason] if action.reason else [str(action.a)]


def read_undo(scope: Scope, words: Words) -> Action:
    """Inverse of `write_line_number`."""
    return actions.undo(scope.seat, words.next().number())


def read_rewind(scope: Scope, words: Words) -> Action:
    """Inverse of `write_line_number`, with a reason."""
    return Action(scope.seat, ACT_REWIND, words.next().number(), reason=words.rest())


def write_force(scope: Scope, action: Action) -> list[str]:
    """`force 3 event 0 ev12 REASON`: round, draw, index, what it gives."""
    if not 0 <= action.b < len(DRAWS):
        raise ValueError(f"no draw has the number {action.b}")
    words = [str(action.a), *write_draw(scope.scenario, action.b, action.c, action.d)]
    return [*words, action.reason] if action.reason else words


def read_force(scope: Scope, words: Words) -> Action:
    """Inverse of `write_force`."""
    round_ = words.next().number()
    purpose = words.next(DRAWS).one_of({name: number for number, name in enumerate(DRAWS)})
    index = read_index(scope.scenario, purpose, words.next())
    value = read_value(scope.scenario, purpose, index, words.next())
    return Action(scope.seat, ACT_FORCE, round_, purpose, index, value, reason=words.rest())


FORMS: Mapping[int, Form] = {
    codes.ACT_DONE: bare(codes.ACT_DONE, "done"),
    codes.ACT_DEMAND: named(codes.ACT_DEMAND, "demand", lambda scenario: scenario.demands),
    **EARLY_FORMS,
    codes.ACT_INITIATIVE: named(codes.ACT_INITIATIVE, "initiative", lambda scenario: scenario.initiatives),
    **TALKS_FORMS,
    codes.ACT_ACCEPT: bare(codes.ACT_ACCEPT, "accept"),
    codes.ACT_HOLD: bare(codes.ACT_HOLD, "hold"),
    codes.ACT_BREAK: bare(codes.ACT_BREAK, "break"),
    codes.ACT_CONSULT: named(codes.ACT_CONSULT, "consult", lambda scenario: scenario.groups),
    codes.ACT_SUBMIT: bare(codes.ACT_SUBMIT, "submit"),
    codes.ACT_KEEP_BACK: bare(codes.ACT_KEEP_BACK, "keep", "back"),
    codes.ACT_GUESS: named(codes.ACT_GUESS, "guess", lambda scenario: scenario.postures),
    ACT_UNDO: Form("undo", write_line_number, read_undo),
    ACT_FORCE: Form("force", write_force, read_force),
    ACT_REWIND: Form("rewind", write_line_number, read_rewind),
}
VERBS: Mapping[str, int] = {form.verb: kind for kind, form in FORMS.items()}
