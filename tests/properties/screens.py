"""Everything that plain mode can put on a viewer's screen at one moment, as one text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from random import Random

from sim.errors import RuleBroken
from sim.table.actions import Action
from sim.table.game import Game
from sim.table.notation import NotationError, read_action
from sim.table.seating import TABLE_ID
from tests.properties.reasons import questions, terms
from tui.plain.guide import guiding_line
from tui.plain.menus import Menu, shown
from tui.plain.names import refusal
from tui.plain.session import Session, misread
from tui.plain.table import Table
from tui.plain.words import WORDS

LISTS = ("issues", "meters", "values", "demands", "groups", "acts", "clues", "brief", "offer?", "judge", "state", "words", "save", "help")
ASKED = 4  # questions why, and packages to be judged


def may_look(game: Game, viewer: str) -> bool:
    """Plain mode has a screen for the head of a side, and for the public table."""
    return viewer == TABLE_ID or game.seating.named(viewer).head


def screen_of(game: Game, viewer: str, language: str, random: Random) -> str:
    """What this viewer can be shown now: what was told so far, the guiding line, every list, and answers to questions."""
    people = {} if viewer == TABLE_ID else {viewer: language}
    session = Session(Table(game, people, {}, language), None, WORDS, lambda: False)
    with redirect_stdout(StringIO()) as out:
        session.tell()
        for word in LISTS:
            WORDS[word](session, [])
        for what in random.sample(questions(game, random), ASKED):
            WORDS["why"](session, what.split())
        for _ in range(ASKED):
            WORDS["judge"](session, terms(game, random).split())
        session.put(guiding_line(session.names, session.table.view()), *menus_of(session))
    return out.getvalue()


def menus_of(session: Session) -> Iterator[str]:
    """The lists that the seat which must act can pick from, and those behind them."""
    seat = session.table.acting()
    if seat:
        maker = session.maker(seat)
        for menu in (maker.top(), maker.details()):
            yield from shown(session.names, menu)
            yield from behind(session, menu)


def behind(session: Session, menu: Menu) -> Iterator[str]:
    """The lists one step behind a list."""
    for item in menu.items:
        if item.menu is not None:
            yield from shown(session.names, item.menu())


def said_no(game: Game, action: Action, language: str) -> str:
    """The sentence of a refusal, "" where the act is allowed."""
    broken = game.why_not(action)
    names = Table(game, {action.seat: language}, {}, language).names
    return "" if broken is None else refusal(names, RuleBroken(broken.code, broken.facts))


def said_unreadable(game: Game, line: str, seat: str, language: str) -> str:
    """The sentence for a line that cannot be read, "" where it can."""
    try:
        read_action(line, game.scenario, game.seating, game.context(), seat)
    except NotationError as error:
        return misread(Table(game, {seat: language}, {}, language).names, error)
    return ""
