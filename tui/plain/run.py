"""One run of plain mode: set the table, play, and after the end say what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sim.lab.turns import Turns
from sim.table.debrief import debrief
from sim.table.game import Game
from tui import console
from tui.desk import Desk
from tui.plain.debrief import debrief_lines
from tui.plain.ending import ending_lines
from tui.plain.house import digest_line, house_lines
from tui.plain.names import Names
from tui.plain.opponents import reason_text
from tui.plain.session import ENDED_INPUT, LEFT, PLAYED, Session
from tui.plain.sheets import briefing
from tui.plain.table import Table
from tui.plain.words import WORDS


@dataclass(frozen=True, slots=True)
class Seats:
    """Who plays what. people: language by shown seat id; styles: of bots, by shown seat id."""

    people: dict[str, str]
    styles: dict[str, str]


def play(desk: Desk, game: Game, turns: Turns, seats: Seats, record: Path | None, is_new: bool) -> str:
    """Play in plain mode; how it ended."""
    table = Table(game, dict(seats.people), turns.bots, desk.language)
    session = Session(table, record, WORDS, turns.act)
    begin(session, seats, is_new)
    how = session.run()
    if how == PLAYED:
        desk.is_over = True
        finish(table.names, game, turns)
    else:
        left(session, how)
    return how


def begin(session: Session, seats: Seats, is_new: bool) -> None:
    """The first lines: which game, who plays, where it is kept. Never the seed."""
    table, names = session.table, session.names
    scenario = table.game.scenario
    session.say("plain-welcome", label=names.text(scenario.label), rounds=scenario.rounds, issues=len(scenario.issues))
    session.put(digest_line(names), *house_lines(names))
    for seat in table.game.seating.seats:
        if seat.id in seats.people and not table.is_shared:
            session.say("plain-you", seat=names.seat(seat.id))
        elif seat.id in seats.styles:
            session.say("plain-seat-bot", seat=names.party(seat.party), style=style_text(names, seats.styles[seat.id]))
    if table.is_shared:
        session.say("plain-shared")
    if not seats.people:
        session.say("plain-watch")
    if is_new:
        session.put(*briefing(names, table.view()))
    else:
        told_before(session)
    if session.record is not None:
        session.say("plain-how", record=str(session.record))
    else:
        session.say("plain-how-unkept")


def style_text(names: Names, style: str) -> str:
    """A bot style in words."""
    return names.say(f"word-style-{style.replace('_', '-')}")


def told_before(session: Session) -> None:
    """What was told before a game was left is not told again."""
    table = session.table
    last = table.game.lines[-1].number if table.game.lines else -1
    for viewer in (*table.people, "table"):
        table.told[viewer] = last
    view = table.view()
    session.say("plain-resumed", round=view.round, step=session.names.step(view.step), lines=max(last, 0))
    if view.offer is not None and not view.is_over:
        code = "tell-accord" if view.offer.is_accord else "plain-on-table"
        session.put(session.names.say(code, side=session.names.player(view.offer.by), package=session.names.package(view.offer.levels)))


def finish(names: Names, game: Game, turns: Turns) -> None:
    """Statement, ending, scores and debrief."""
    console.put()
    reasons = {number: reason_text(names, why) for number, why in turns.reasons.items()}
    found = debrief(game, {number: code for number, (code, _) in turns.reasons.items()})
    for line in ending_lines(names, found):
        console.put(line)
    console.put()
    for line in debrief_lines(names, found, game.history, reasons):
        console.put(line)
    lines = len(game.lines)
    console.put(names.say("debrief-seed", seed=str(game.seed), rules=game.scenario.rules_digest, lines=lines))


def left(session: Session, how: str) -> None:
    """The game was left, or the input ended; how to go on."""
    assert how in (LEFT, ENDED_INPUT)
    if session.record is None:
        session.say("plain-left-unkept" if how == LEFT else "plain-ended-input-unkept")
    else:
        session.say("plain-left" if how == LEFT else "plain-ended-input", record=str(session.record))
