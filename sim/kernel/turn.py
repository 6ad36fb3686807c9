"""Whose word it is: what every `may_` asks first, and the small writes that every step shares."""

from sim.kernel.codes import (
    ALLOWED,
    CHOICE_FIRST,
    GAME_OVER,
    NOT_NOW,
    NOT_OPEN_YET,
    NOT_THIS_SEAT,
    NOT_YOUR_TURN,
)
from sim.kernel.expressions import holds
from sim.kernel.layout import (
    CAPITAL,
    CTX_PARTY,
    N_CHOICES,
    OVER,
    POINT,
    REFRAMED,
    UNSET,
    WAITING,
)
from sim.kernel.ledger import jot, put, within
from sim.kernel.tables import (
    T_HEAD,
    T_OPEN_EXPR,
    T_POINT_WORK,
    T_SEAT_PARTY,
    T_SEAT_TRACKS,
)


def work_now(t, s):
    """What the mechanism does at the present point, WORK_*."""
    return t[T_POINT_WORK + s[POINT]]


def is_waited_for(s, party):
    """True when the game waits for this party."""
    return (s[WAITING] >> party) & 1 == 1


def may_speak(t, s, seat, kind, work):
    """The first questions of every act: is it the time, the party's turn, and is the act open?"""
    if s[OVER] == 1:
        return GAME_OVER
    if s[N_CHOICES] > 0 or s[REFRAMED] != UNSET:
        return CHOICE_FIRST
    if work_now(t, s) != work:
        return NOT_NOW
    party = t[T_SEAT_PARTY + seat]
    if not is_waited_for(s, party):
        return NOT_YOUR_TURN
    jot(s, CTX_PARTY, party)
    if not holds(t, s, t[T_OPEN_EXPR + kind]):
        return NOT_OPEN_YET
    return ALLOWED


def may_lead(t, s, seat, kind, work):
    """As `may_speak`, for what only the head of a party does."""
    code = may_speak(t, s, seat, kind, work)
    if code == ALLOWED and t[T_HEAD + t[T_SEAT_PARTY + seat]] != seat:
        return NOT_THIS_SEAT
    return code


def has_track(t, seat, track):
    """True when a seat leads its party or has the track."""
    if t[T_HEAD + t[T_SEAT_PARTY + seat]] == seat:
        return True
    return (t[T_SEAT_TRACKS + seat] >> track) & 1 == 1


def has_any_track(t, seat):
    """True when a seat leads its party or has a track of its own."""
    return t[T_HEAD + t[T_SEAT_PARTY + seat]] == seat or t[T_SEAT_TRACKS + seat] != 0


def wait_for(t, s, log, parties, cause):
    """The game waits for these parties (bit each)."""
    put(t, s, log, WAITING, parties, 0, cause)


def stop_waiting(t, s, log, party, cause):
    """A party has done its part of the step."""
    put(t, s, log, WAITING, s[WAITING] & ~(1 << party), 0, cause)


def pay(t, s, log, party, price, cause):
    """Take political capital; `may_` has seen that it is there."""
    if price != 0:
        put(t, s, log, CAPITAL + party, s[CAPITAL + party] - price, 0, cause)


def give_capital(t, s, log, party, amount, cause):
    """Add political capital; what goes above the maximum is lost."""
    cell = CAPITAL + party
    put(t, s, log, cell, within(t, cell, s[cell] + amount), s[cell] + amount, cause)
