"""The one way a number of a game changes, and the log of every change with its cause.

A row of the log: round, step, cell, before, after, asked, cause, modifier, audience. `log` is empty
when nobody will ask "why?"; else log[0] counts its rows and log[1] those that found no room.
A row with a modifier says what the modifier made of an amount (before -> after); the row of the
change itself follows it and has modifier UNSET.
"""

from sim.kernel.expressions import evaluate, holds
from sim.kernel.layout import (
    ASKED_AMOUNT,
    CHANGED,
    CROSSED,
    CTX_ENTRY,
    CTX_ISSUE,
    CTX_KIND,
    CTX_PART,
    CTX_UNDOABLE,
    HIDDEN_SUPPORT,
    LEVEL,
    MAX_CARDS,
    MAX_CHANGED,
    MAX_GROUPS,
    MAX_ISSUES,
    MAX_METERS,
    MAX_PARTIES,
    MAX_UNDO,
    METER,
    N_CHANGED,
    N_UNDO,
    POSTURE,
    PUBLIC_END,
    ROUND,
    STEP,
    SUPPORT,
    U_CELL,
    U_DELTA,
    U_LEVER,
    UNDO,
    UNDO_WIDTH,
    UNSET,
    UTILITY_MOVED,
)
from sim.kernel.tables import (
    MAX_FROM,
    OF_ANY,
    T_AUDIENCE,
    T_END_CROSSING,
    T_FIRST_CROSSING,
    T_HIGH,
    T_LOW,
    T_MOD_ABOUT,
    T_MOD_AMOUNT_EXPR,
    T_MOD_CAUSE,
    T_MOD_FROM,
    T_MOD_KINDS,
    T_MOD_N_FROM,
    T_MOD_OF,
    T_MOD_PART,
    T_MOD_WAY,
    T_MOD_WHEN_EXPR,
    T_N_MODIFIERS,
    T_RULE_CROSSED,
    T_RULE_CROSSED_AT,
    T_RULE_CROSSED_UP,
    T_WATCHED,
)

LOG_HEAD = 2
LOG_WIDTH = 9
G_ROUND, G_STEP, G_CELL, G_BEFORE, G_AFTER, G_ASKED, G_CAUSE, G_MODIFIER, G_AUDIENCE = range(LOG_WIDTH)
FOR_ALL = 0  # audience of a public cell; 1 + party, 10 + seat, 99 nobody
FOR_NOBODY = 99


def audience_of(t, cell):
    """Who may know a cell of the state: FOR_ALL, 1 + party, 10 + seat, or FOR_NOBODY."""
    if cell < PUBLIC_END:
        return FOR_ALL
    return t[T_AUDIENCE + cell - PUBLIC_END]


def note(t, s, log, cell, before, after, asked, cause, modifier, audience):
    """Append one row to the log; a full log counts what it had to leave out."""
    at = LOG_HEAD + log[0] * LOG_WIDTH
    if at + LOG_WIDTH > len(log):
        log[1] += 1
        return
    log[at + G_ROUND] = s[ROUND]
    log[at + G_STEP] = s[STEP]
    log[at + G_CELL] = cell
    log[at + G_BEFORE] = before
    log[at + G_AFTER] = after
    log[at + G_ASKED] = asked
    log[at + G_CAUSE] = cause
    log[at + G_MODIFIER] = modifier
    log[at + G_AUDIENCE] = audience
    log[0] += 1


def put(t, s, log, cell, value, asked, cause):
    """Set a cell of the state; the only assignment to a part of the game.

    Rule 0.1: A number of the game changes in one way only, and every change is noted with its cause.

    asked: what the rule wanted before modifiers and bounds. cause: row of the provenance table.
    """
    if s[cell] == value:
        return
    if len(log) > 0:
        note(t, s, log, cell, s[cell], value, asked, cause, UNSET, audience_of(t, cell))
    s[cell] = value
    if LEVEL <= cell < LEVEL + MAX_ISSUES or POSTURE <= cell < POSTURE + MAX_PARTIES:
        s[UTILITY_MOVED] = 1
    if s[N_CHANGED] < MAX_CHANGED:
        s[CHANGED + s[N_CHANGED]] = cell
        s[N_CHANGED] += 1


def jot(s, cell, value):
    """Set a cell of the scratch space, which is no part of the game."""
    s[cell] = value


def within(t, cell, value):
    """A value held to the bounds of its cell."""
    if value < t[T_LOW + cell]:
        return t[T_LOW + cell]
    if value > t[T_HIGH + cell]:
        return t[T_HIGH + cell]
    return value


def comes_from(t, s, modifier):
    """True when the cause at work is one that the modifier names, or it names none."""
    count = t[T_MOD_N_FROM + modifier]
    if count == 0:
        return True
    code = s[CTX_KIND] * MAX_CARDS + s[CTX_ENTRY]
    for k in range(count):
        if t[T_MOD_FROM + modifier * MAX_FROM + k] == code:
            return True
    return False


def is_meter(cell):
    """True for the cell of a meter, course or counter."""
    return METER <= cell < METER + MAX_METERS


def is_support(cell):
    """True for the cell of a group's support, shown or not."""
    return SUPPORT <= cell < SUPPORT + MAX_GROUPS or HIDDEN_SUPPORT <= cell < HIDDEN_SUPPORT + MAX_GROUPS


def is_of(t, modifier, cell):
    """True when a modifier looks at this cell: its own, or any meter, course, counter or support."""
    of = t[T_MOD_OF + modifier]
    if of == OF_ANY:
        return is_meter(cell) or is_support(cell)
    return of == cell


def modifier_applies(t, s, modifier, cell, amount):
    """True when a modifier is about this change: its cell, direction, cause and condition."""
    if not is_of(t, modifier, cell):
        return False
    way = t[T_MOD_WAY + modifier]
    if (way == 1 and amount <= 0) or (way == 2 and amount >= 0):
        return False
    kinds = t[T_MOD_KINDS + modifier]
    if kinds != 0 and (kinds >> s[CTX_KIND]) & 1 == 0:
        return False
    if t[T_MOD_PART + modifier] == 1 and s[CTX_PART] != 1:
        return False
    about = t[T_MOD_ABOUT + modifier]
    if about != 0 and (s[CTX_ISSUE] == UNSET or (about >> s[CTX_ISSUE]) & 1 == 0):
        return False
    return comes_from(t, s, modifier) and holds(t, s, t[T_MOD_WHEN_EXPR + modifier])


def modified(t, s, log, cell, amount):
    """An amount after the modifiers of the pack, in their order (R3, R10, R12)."""
    for modifier in range(t[T_N_MODIFIERS]):
        if amount != 0 and modifier_applies(t, s, modifier, cell, amount):
            jot(s, ASKED_AMOUNT, amount)
            new = evaluate(t, s, t[T_MOD_AMOUNT_EXPR + modifier])
            if len(log) > 0 and new != amount:
                note(t, s, log, cell, amount, new, amount, t[T_MOD_CAUSE + modifier], modifier, audience_of(t, cell))
            amount = new
    return amount


def remember_for_undo(t, s, log, cell, delta, cause):
    """Keep what a lever really changed in the meters, should a later act take it back."""
    if s[CTX_UNDOABLE] == UNSET or delta == 0 or not is_meter(cell) or s[N_UNDO] >= MAX_UNDO:
        return
    at = UNDO + s[N_UNDO] * UNDO_WIDTH
    put(t, s, log, at + U_LEVER, s[CTX_UNDOABLE], 0, cause)
    put(t, s, log, at + U_CELL, cell, 0, cause)
    put(t, s, log, at + U_DELTA, delta, 0, cause)
    put(t, s, log, N_UNDO, s[N_UNDO] + 1, 0, cause)


def count_crossings(t, s, log, cell, before, after, cause):
    """Count each standing rule whose threshold one single change has crossed; it is paid later."""
    for rule in range(t[T_FIRST_CROSSING], t[T_END_CROSSING]):
        if t[T_RULE_CROSSED + rule] != cell:
            continue
        line = t[T_RULE_CROSSED_AT + rule]
        up = t[T_RULE_CROSSED_UP + rule] == 1
        if (up and before < line and after >= line) or (not up and before > line and after <= line):
            put(t, s, log, CROSSED + rule, s[CROSSED + rule] + 1, 0, cause)


def change(t, s, log, cell, amount, cause):
    """Add `amount` to a number. A change starts no other: a threshold it crosses is counted here and paid later (rule 0.11).

    Rule 0.2: The size of a change passes the modifiers of the pack in their order; the result stays within the bounds of the number.
    """
    before = s[cell]
    after = within(t, cell, before + modified(t, s, log, cell, amount))
    put(t, s, log, cell, after, before + amount, cause)
    if before != after:
        remember_for_undo(t, s, log, cell, after - before, cause)
        if t[T_WATCHED + cell] == 1:
            count_crossings(t, s, log, cell, before, after, cause)
