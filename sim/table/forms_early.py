"""Forms of what is done in News, Demand and Response: levers, answers, courses, choices of a card."""

from __future__ import annotations

from collections.abc import Mapping

from sim.domain import Lever
from sim.kernel import codes
from sim.kernel.layout import ANSWER_ACCEPT, ANSWER_COUNTER, ANSWER_HOLD, ANSWER_REFRAME, UNSET
from sim.table import actions
from sim.table.actions import Action
from sim.table.scope import Form, Scope, id_of, ids, words_of, write_term
from sim.table.words import NAMED_TWICE, NO_SUCH_CHOICE, NotationError, Word, Words

ANSWERS: Mapping[str, int] = {"accept": ANSWER_ACCEPT, "counter": ANSWER_COUNTER, "hold": ANSWER_HOLD, "reframe": ANSWER_REFRAME}
ANSWER_WORDS: Mapping[int, str] = {number: word for word, number in ANSWERS.items()}


def write_pick(scope: Scope, lever: Lever, picked: int) -> list[str]:
    """What a lever is played on, where it is played on something."""
    if picked == UNSET:
        return []
    if lever.pick == "demand":
        return [scope.write_demand(picked)]
    if lever.pick == "group":
        return [id_of(scope.scenario.groups, picked)]
    if lever.pick == "issue":
        return [id_of(scope.scenario.issues, picked)]
    raise ValueError(f"{lever.id} is played on nothing")


def read_pick(scope: Scope, words: Words, lever: Lever) -> int:
    """Inverse of `write_pick`; UNSET where the line names nothing."""
    if not words or not lever.pick:
        return UNSET
    word = words.next()
    if lever.pick == "demand":
        return scope.read_demand(word)
    return word.one_of(ids(scope.scenario.groups if lever.pick == "group" else scope.scenario.issues))


def write_lever(scope: Scope, action: Action) -> list[str]:
    """`lever us_l02 dm08`."""
    name = id_of(scope.scenario.levers, action.a)
    return [name, *write_pick(scope, scope.scenario.levers[action.a], action.b)]


def read_lever(scope: Scope, words: Words) -> Action:
    """Inverse of `write_lever`."""
    levers = scope.scenario.levers
    known = {lever.id: lever.index for lever in levers if lever.party == scope.party} | ids(levers)
    lever = levers[words.next(tuple(known)).one_of(known)]
    return Action(scope.seat, codes.ACT_LEVER, lever.index, read_pick(scope, words, lever))


def write_answer(scope: Scope, action: Action) -> list[str]:
    """`answer dm08 accept`, `counter T1`, `hold`, `reframe D2=1`, `reframe in10`."""
    name = scope.write_demand(action.a)
    if action.b not in ANSWER_WORDS:
        raise ValueError(f"no answer has the number {action.b}")
    words = [name, ANSWER_WORDS[action.b]]
    if action.b == ANSWER_COUNTER:
        return [*words, id_of(scope.scenario.issues, action.c)]
    if action.b != ANSWER_REFRAME:
        return words
    if action.d == UNSET:
        return [*words, id_of(scope.scenario.initiatives, action.c)]
    return [*words, write_term(scope.scenario.issues, action.c, action.d)]


def read_answer(scope: Scope, words: Words) -> Action:
    """Inverse of `write_answer`."""
    row = scope.read_demand(words.next(scope.context.demands))
    how = words.next(tuple(ANSWERS)).one_of(ANSWERS)
    if how == ANSWER_COUNTER:
        known = ids(scope.scenario.issues)
        return actions.answer(scope.seat, row, how, words.next(tuple(known)).one_of(known))
    if how == ANSWER_REFRAME:
        return actions.answer(scope.seat, row, how, *read_reframe(scope, words.next()))
    return actions.answer(scope.seat, row, how)


def read_reframe(scope: Scope, word: Word) -> tuple[int, int]:
    """A lower level `D2=1`, or an initiative by id: what, and the level or UNSET."""
    if "=" not in word.text:
        return word.one_of(ids(scope.scenario.initiatives)), UNSET
    name, level = word.term()
    issue = name.one_of(ids(scope.scenario.issues))
    return issue, scope.read_level(issue, level)


def course_names(scope: Scope) -> list[str]:
    """What each course is called in a line: its word, else its id."""
    return [course.word or course.id for course in scope.scenario.courses]


def write_courses(scope: Scope, action: Action) -> list[str]:
    """`course partners=1 norms=1`."""
    if any(points < 0 for points in action.points or ()):
        raise ValueError(f"points are not taken away: {action.points}")
    return [f"{name}={points}" for name, points in zip(course_names(scope), action.points or (), strict=False) if points]


def read_courses(scope: Scope, words: Words) -> Action:
    """Inverse of `write_courses`."""
    points = [0] * len(scope.scenario.courses)
    known = words_of(scope.scenario.courses, [course.word for course in scope.scenario.courses])
    seen: set[int] = set()
    while words:
        name, number = words.next().term(course_names(scope))
        course = name.one_of(known)
        if course in seen:
            raise NotationError(NAMED_TWICE, name.column, name.text, hint=())
        seen.add(course)
        points[course] = number.number()
    return actions.courses(scope.seat, points)


def write_choice(scope: Scope, action: Action) -> list[str]:
    """`choose ev14 pay`."""
    if not 0 <= action.a < len(scope.context.options):
        raise ValueError(f"the choice that waits has no option {action.a}")
    return [scope.context.asks, scope.context.options[action.a]]


def read_choice(scope: Scope, words: Words) -> Action:
    """Inverse of `write_choice`. The card must be the one that asks, lest another is answered by mistake."""
    card = words.next((scope.context.asks,) if scope.context.asks else ())
    if not scope.context.asks or card.text.casefold() != scope.context.asks.casefold():
        raise NotationError(NO_SUCH_CHOICE, card.column, card.text, (scope.context.asks,) if scope.context.asks else ())
    known = {option: index for index, option in enumerate(scope.context.options)}
    return Action(scope.seat, codes.ACT_CHOOSE, words.next(tuple(known)).one_of(known))


def write_postpone(scope: Scope, action: Action) -> list[str]:
    """`postpone dm03`; `postpone none` lets the chance pass."""
    return ["none" if action.a == UNSET else scope.write_demand(action.a)]


def read_postpone(scope: Scope, words: Words) -> Action:
    """Inverse of `write_postpone`."""
    word = words.next(scope.context.demands)
    return Action(scope.seat, codes.ACT_POSTPONE, UNSET if word.text.casefold() == "none" else scope.read_demand(word))


def read_demand_act(kind: int, scope: Scope, words: Words) -> Action:
    """`take dm08`, `decline dm08`."""
    return Action(scope.seat, kind, scope.read_demand(words.next(scope.context.demands)))


EARLY_FORMS: Mapping[int, Form] = {
    codes.ACT_LEVER: Form("lever", write_lever, read_lever),
    codes.ACT_ANSWER: Form("answer", write_answer, read_answer),
    codes.ACT_TAKE: Form(
        "take", lambda scope, action: [scope.write_demand(action.a)], lambda scope, words: read_demand_act(codes.ACT_TAKE, scope, words)
    ),
    codes.ACT_DECLINE: Form(
        "decline",
        lambda scope, action: [scope.write_demand(action.a)],
        lambda scope, words: read_demand_act(codes.ACT_DECLINE, scope, words),
    ),
    codes.ACT_COURSE: Form("course", write_courses, read_courses),
    codes.ACT_CHOOSE: Form("choose", write_choice, read_choice),
    codes.ACT_POSTPONE: Form("postpone", write_postpone, read_postpone),
}
