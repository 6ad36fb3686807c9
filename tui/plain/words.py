"""What can be typed beside notation: help, why, lists to look at, and how to leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sim.domain import Package
from sim.errors import RuleBroken
from sim.table.notation import NotationError, read_action
from tui.plain import judge, sheets
from tui.plain.names import refusal
from tui.plain.session import LEFT, Leave, Session, misread
from tui.plain.why import why_lines
from tui.wording import LANGUAGES

Word = Callable[[Session, list[str]], None]


def list_word(lines: Callable[..., Iterable[str]]) -> Word:
    """A word that prints one of the lists."""
    return lambda session, rest: session.put(*lines(session.names, session.table.view()))


def help_word(session: Session, rest: list[str]) -> None:
    """What can be typed, and what each open act does."""
    session.put(*session.names.say("plain-help").splitlines())
    seat = session.table.acting()
    if seat:
        session.pick(0)


def details_word(session: Session, rest: list[str]) -> None:
    """The first list, with what each act does."""
    session.pick(0)


def issues_word(session: Session, rest: list[str]) -> None:
    """All issues, or the levels of one."""
    view = session.table.view()
    known = {issue.id.casefold(): issue.index for issue in session.names.scenario.issues}
    if rest and rest[0].casefold() in known:
        session.put(*sheets.levels(session.names, view, known[rest[0].casefold()]))
    else:
        session.put(*sheets.issues(session.names, view))


def why_word(session: Session, rest: list[str]) -> None:
    """Where a number comes from."""
    if not rest:
        session.say("plain-why-what")
        return
    try:
        reason = session.table.game.explain(session.table.viewer, " ".join(rest))
    except RuleBroken as broken:
        session.put(refusal(session.names, broken))
        return
    session.put(*why_lines(session.names, reason))


def judge_word(session: Session, rest: list[str]) -> None:
    """What a package would bring, and whether it would pass."""
    game = session.table.game
    seat = session.table.acting() or next(iter(session.table.people), game.seating.seats[0].id)
    try:
        action = read_action(" ".join(["offer", *rest]), game.scenario, game.seating, game.context(), seat)
        view = session.table.view()
        levels = action.package or ()
        if not rest and view.offer is not None:
            levels = view.offer.levels
        session.put(*judge.judged(session.names, view, Package(tuple(levels))))
    except NotationError as error:
        session.put(misread(session.names, error))
    except RuleBroken as broken:
        session.put(refusal(session.names, broken))


def language_word(session: Session, rest: list[str]) -> None:
    """Another language from here on."""
    if not rest or rest[0].casefold() not in LANGUAGES:
        session.say("plain-languages", known=" ".join(LANGUAGES))
        return
    session.table.set_language(rest[0].casefold())


def save_word(session: Session, rest: list[str]) -> None:
    """Where the game is kept; there is nothing to do for it."""
    if session.record is None:
        session.say("plain-not-kept")
    else:
        session.say("plain-kept", record=str(session.record))


def quit_word(session: Session, rest: list[str]) -> None:
    """Leave; the game stays as it is."""
    raise Leave(LEFT)


def undo_word(session: Session, rest: list[str]) -> None:
    """Take back the own last act."""
    session.take_back(session.table.acting())


def report_word(session: Session, rest: list[str]) -> None:
    """Everything that may be looked at, in one go."""
    for lines in (sheets.issues, sheets.meters, sheets.demands, sheets.groups):
        session.put(*lines(session.names, session.table.view()))


def words_word(session: Session, rest: list[str]) -> None:
    """The words of the game."""
    session.put(*sheets.words(session.names))


def sheet_word(session: Session, rest: list[str]) -> None:
    """Open the own sheet, where several sides share the keyboard; with a name, let that seat have a look at its own."""
    if rest:
        session.peek(rest[0])
        return
    seat = session.table.acting()
    if session.table.is_shared and session.table.sheet != seat:
        session.curtain(seat, is_looking=True)
    else:
        session.put(*sheets.briefing(session.names, session.table.view()))


def table_word(session: Session, rest: list[str]) -> None:
    """Put the own sheet away."""
    if not session.table.is_secret():
        session.close_sheet()


def debrief_word(session: Session, rest: list[str]) -> None:
    """The debrief waits for the end."""
    session.say("plain-no-debrief-yet")


WORDS: dict[str, Word] = {
    "help": help_word,
    "?": help_word,
    "list": details_word,
    "why": why_word,
    "issues": issues_word,
    "meters": list_word(sheets.meters),
    "values": list_word(sheets.values_shown),
    "demands": list_word(sheets.demands),
    "groups": list_word(sheets.groups),
    "acts": list_word(sheets.acts),
    "clues": list_word(sheets.clues),
    "brief": list_word(sheets.briefing),
    "offer?": list_word(sheets.space),
    "judge": judge_word,
    "state": report_word,
    "words": words_word,
    "undo": undo_word,
    "lang": language_word,
    "save": save_word,
    "sheet": sheet_word,
    "table": table_word,
    "debrief": debrief_word,
    "quit": quit_word,
    "exit": quit_word,
}
