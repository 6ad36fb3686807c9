"""Demands on the table: how they come, change and leave. One row each, in order of arrival."""

from sim.kernel.expressions import holds, most_asked
from sim.kernel.layout import (
    ANSWER_NONE,
    D_ANSWER,
    D_ASKED,
    D_CAME,
    D_CARD,
    D_DOUBLE,
    D_DUE,
    D_FROM,
    D_INITIATIVE,
    D_ISSUE,
    D_LEVER,
    D_LINKED,
    D_MISSED_LIST,
    D_PLACE,
    D_SERIAL,
    DEMAND_STATUS,
    DEMAND_WIDTH,
    DEMANDS,
    INITIATIVE_STATUS,
    LEVEL,
    MAX_OPEN_DEMANDS,
    N_DEMANDS,
    ROUND,
    SECOND_CAME,
    SERIAL,
    UNSET,
)
from sim.kernel.ledger import put
from sim.kernel.tables import (
    T_CARD_ASKS,
    T_CARD_DEADLINE,
    T_CARD_ISSUE,
    T_CARD_STATE_EXPR,
    T_N_ISSUES,
    T_PLAIN_DEADLINE,
    T_TOP,
)

IN_PILE, RETURNED, IN_USE, GONE = range(4)  # DEMAND_STATUS


def demand_at(row):
    """Offset of a row of the demands on the table."""
    return DEMANDS + row * DEMAND_WIDTH


def gap_of(t, s, card):
    """What a demand card still asks for: levels missing, or 1 and 0 for a state (rule 2.2)."""
    if t[T_CARD_STATE_EXPR + card] != UNSET:
        return 0 if holds(t, s, t[T_CARD_STATE_EXPR + card]) else 1
    gap = t[T_CARD_ASKS + card] - s[LEVEL + t[T_CARD_ISSUE + card]]
    return gap if gap > 0 else 0


def next_place(s):
    """A number for a new demand that no demand on the table has."""
    place = 0
    for row in range(s[N_DEMANDS]):
        if s[demand_at(row) + D_PLACE] > place:
            place = s[demand_at(row) + D_PLACE]
    return place + 1


def add_demand(t, s, log, card, serial, issue, asked, due, lever, from_, cause):
    """A demand comes to the table, behind those already there.

    Rule 2.6: Demands stay on the table in the order in which they came, until they are met, fall due or are withdrawn; a deadline
    counts from the round in which the demand came.
    """
    place = next_place(s)
    at = demand_at(s[N_DEMANDS])
    put(t, s, log, at + D_CARD, card, card, cause)
    put(t, s, log, at + D_SERIAL, serial, serial, cause)
    put(t, s, log, at + D_ISSUE, issue, issue, cause)
    put(t, s, log, at + D_ASKED, asked, asked, cause)
    put(t, s, log, at + D_DUE, due, due, cause)
    put(t, s, log, at + D_CAME, s[ROUND], 0, cause)
    put(t, s, log, at + D_ANSWER, ANSWER_NONE, 0, cause)
    put(t, s, log, at + D_LINKED, UNSET, 0, cause)
    put(t, s, log, at + D_DOUBLE, 0, 0, cause)
    put(t, s, log, at + D_INITIATIVE, UNSET, 0, cause)
    put(t, s, log, at + D_MISSED_LIST, UNSET, 0, cause)
    put(t, s, log, at + D_LEVER, lever, 0, cause)
    put(t, s, log, at + D_FROM, from_, from_, cause)
    put(t, s, log, at + D_PLACE, place, 0, cause)
    put(t, s, log, N_DEMANDS, s[N_DEMANDS] + 1, 0, cause)


def place_card(t, s, log, card, from_, cause):
    """A demand card comes to the table with its own deadline."""
    put(t, s, log, DEMAND_STATUS + card, IN_USE, 0, cause)
    if s[N_DEMANDS] < MAX_OPEN_DEMANDS:
        due = s[ROUND] + t[T_CARD_DEADLINE + card]
        add_demand(t, s, log, card, 0, t[T_CARD_ISSUE + card], t[T_CARD_ASKS + card], due, UNSET, from_, cause)


def place_plain(t, s, log, issue, asked, lever, from_, cause):
    """A demand without a card, from a lever, a card or a renewed ask.

    Rule 2.5: A demand without a card is not made if the level is in force, does not exist, or is asked already.
    """
    if issue < 0 or issue >= t[T_N_ISSUES] or asked > t[T_TOP + issue] or asked <= s[LEVEL + issue]:
        return
    if most_asked(t, s, issue) >= asked or s[N_DEMANDS] >= MAX_OPEN_DEMANDS:
        return
    put(t, s, log, SERIAL, s[SERIAL] + 1, 0, cause)
    add_demand(t, s, log, UNSET, s[SERIAL], issue, asked, s[ROUND] + t[T_PLAIN_DEADLINE], lever, from_, cause)


def drop_demand(t, s, log, row, cause):
    """A demand leaves the table; those behind it move up."""
    last = demand_at(s[N_DEMANDS] - 1)
    for cell in range(demand_at(row), last):
        put(t, s, log, cell, s[cell + DEMAND_WIDTH], 0, cause)
    for cell in range(last, last + DEMAND_WIDTH):
        put(t, s, log, cell, 0, 0, cause)
    put(t, s, log, N_DEMANDS, s[N_DEMANDS] - 1, 0, cause)


def return_card(t, s, log, row, status, cause):
    """The card of a demand row, if it has one, goes under the pile or out of the game."""
    card = s[demand_at(row) + D_CARD]
    if card != UNSET:
        put(t, s, log, DEMAND_STATUS + card, status, 0, cause)


def row_of_place(s, place):
    """Row of the demand with this place number, or UNSET when it has left the table."""
    for row in range(s[N_DEMANDS]):
        if s[demand_at(row) + D_PLACE] == place:
            return row
    return UNSET


def is_met(t, s, row, at_deadline):
    """True when a demand is met now.

    Rule 6.4: A demand is met when the level in force is at least what it asks, or when the initiative it was reframed to is agreed; one
    that asks for a state is judged at its deadline only. A card that is met leaves the game.
    """
    at = demand_at(row)
    if s[at + D_INITIATIVE] != UNSET:
        return s[INITIATIVE_STATUS + s[at + D_INITIATIVE]] >= 2
    card = s[at + D_CARD]
    if card != UNSET and t[T_CARD_STATE_EXPR + card] != UNSET and s[at + D_ASKED] == t[T_CARD_ASKS + card]:
        return at_deadline and holds(t, s, t[T_CARD_STATE_EXPR + card])
    return s[LEVEL + s[at + D_ISSUE]] >= s[at + D_ASKED]


def withdraw_second(t, s, log, cause):
    """The second demand of this round goes under the pile.

    Rule 2.7: A demand that is withdrawn counts as never made.
    """
    row = row_of_place(s, s[SECOND_CAME])
    if s[SECOND_CAME] == 0 or row == UNSET:
        return
    return_card(t, s, log, row, RETURNED, cause)
    drop_demand(t, s, log, row, cause)


def withdraw_of_lever(t, s, log, lever, cause):
    """Take back the demand that a use of this lever put on the table this round."""
    for row in range(s[N_DEMANDS]):
        at = demand_at(row)
        if s[at + D_LEVER] == lever and s[at + D_CAME] == s[ROUND]:
            drop_demand(t, s, log, row, cause)
            return
