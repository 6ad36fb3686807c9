"""Parts of sentences that several screens need: what a demand asks, what a clue tells."""

from __future__ import annotations

from sim.kernel.tables import T_REQUEST_PARTY
from sim.table.view import View
from tui.plain.names import Names


def asks_text(names: Names, view: View, issue: int, level: int | None, card: int | None) -> str:
    """What a demand asks: a level, or a state."""
    now = names.level(issue, view.issues[issue].level)
    if level is not None:
        return names.say("tell-demand-level", issue=names.issue(issue), level=names.level(issue, level), now=now)
    state = names.scenario.demands[card].state if card is not None else ""
    return names.say("tell-demand-state", issue=names.issue(issue), state=state, now=now)


def card_of(names: Names, name: str) -> int | None:
    """Index of the card of a demand, None for a plain one."""
    return next((card.index for card in names.scenario.demands if card.id == name), None)


def requester(view: View) -> int:
    """The side whose requests these are: the one that is asked."""
    return view.known.t[T_REQUEST_PARTY]


def clue_text(names: Names, about: int, issue: int, band: int, sure: bool) -> str:
    """A clue."""
    return names.say("tell-clue-sure" if sure else "tell-clue", side=names.party(about), issue=names.issue(issue), band=names.band(band))
