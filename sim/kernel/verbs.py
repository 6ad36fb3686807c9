"""What each verb of an effect does by itself; `effects.py` says when, and runs what plays another entry."""

from sim.kernel.chance import FOR_FAMILY, FOR_SURPRISE_PICK, draw_next
from sim.kernel.clues import give_clue
from sim.kernel.demands import demand_at, place_plain, row_of_place, withdraw_of_lever, withdraw_second
from sim.kernel.lasting import keep_for_a_while
from sim.kernel.layout import (
    CTX_ISSUE,
    CTX_KIND,
    CTX_LEVER,
    CTX_PART,
    CTX_PICKED,
    D_DUE,
    D_MISSED_LIST,
    D_PLACE,
    EVENT_NEXT,
    EVENT_NEXT_ROUND,
    INITIATIVE_STATUS,
    KIND_LEVER,
    LAST_BLOCK_LEVER,
    LAST_BLOCK_PACKAGE,
    LAST_BLOCK_VOTE,
    LAST_GRANT_LEVER,
    LAST_GRANT_MOVE,
    LAST_USE,
    LAST_VOTE,
    LAST_WAIVE_TOKEN,
    N_DEMANDS,
    N_UNDO,
    POSTURE,
    ROUND,
    U_CELL,
    U_DELTA,
    U_LEVER,
    UNDO,
    UNDO_WIDTH,
    UNSET,
)
from sim.kernel.ledger import change, jot, put, within
from sim.kernel.tables import (
    E_A,
    E_B,
    E_CAUSE,
    E_FULL,
    E_LIST,
    E_TARGET,
    E_UNTIL,
    E_VERB,
    PICK_DEMAND,
    PICK_GROUP,
    T_FRICTION_CAUSE,
    T_FRICTION_CELL,
    T_GROUP_PARTY,
    T_INIT_FAMILY,
    T_N_GROUPS,
    T_N_INITIATIVES,
    T_POSTURE_NEIGHBOUR,
    T_SUPPORT_CELL,
    TARGET_PICKED_GROUP,
    VERB_ADD,
    VERB_BLOCK_LEVER,
    VERB_BLOCK_PACKAGE,
    VERB_BLOCK_VOTE,
    VERB_CLUE,
    VERB_DEADLINE,
    VERB_DEMAND,
    VERB_GRANT_LEVER,
    VERB_GRANT_MOVE,
    VERB_POSTURE,
    VERB_PRICE,
    VERB_REVEAL_EVENT,
    VERB_REVEAL_INITIATIVE,
    VERB_SET,
    VERB_VOTE,
    VERB_WITHDRAW,
)


def chosen_by_chance(t, s, log, pick, arg):
    """A demand on the table or a group of a party, with equal chance; UNSET when there is none."""
    if pick == PICK_DEMAND:
        if s[N_DEMANDS] == 0:
            return UNSET
        row = draw_next(t, s, log, FOR_SURPRISE_PICK, s[N_DEMANDS])
        return s[demand_at(row) + D_PLACE]
    count = 0
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == arg:
            count += 1
    if pick != PICK_GROUP or count == 0:
        return UNSET
    n = draw_next(t, s, log, FOR_SURPRISE_PICK, count)
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == arg:
            if n == 0:
                return group
            n -= 1
    return UNSET


def move_deadline(t, s, log, effect_row, amount):
    """Bring a demand's deadline nearer or put it off; `at_most` never lengthens it."""
    row = row_of_place(s, s[CTX_PICKED])
    if row == UNSET:
        return
    at = demand_at(row)
    due = s[at + D_DUE] + amount
    if t[effect_row + E_A] == 1:
        due = s[ROUND] + amount
        if s[at + D_DUE] < due:
            due = s[at + D_DUE]
    if due < s[ROUND]:
        due = s[ROUND]
    put(t, s, log, at + D_DUE, due, due, t[effect_row + E_CAUSE])
    if t[effect_row + E_LIST] != UNSET:
        put(t, s, log, at + D_MISSED_LIST, t[effect_row + E_LIST], 0, t[effect_row + E_CAUSE])


def take_back_use(t, s, log, lever, cause):
    """Undo one use of a lever made this round: its demand and its real changes of meters."""
    if s[LAST_USE + lever] != s[ROUND]:
        return False
    withdraw_of_lever(t, s, log, lever, cause)
    for row in range(s[N_UNDO]):
        at = UNDO + row * UNDO_WIDTH
        if s[at + U_LEVER] == lever and s[at + U_DELTA] != 0:
            cell = s[at + U_CELL]
            put(t, s, log, cell, within(t, cell, s[cell] - s[at + U_DELTA]), s[cell] - s[at + U_DELTA], cause)
            put(t, s, log, at + U_DELTA, 0, 0, cause)
    return True


def turn_up_family(t, s, log, family, cause):
    """Turn up a card of a family that is still in the pile, with equal chance."""
    count = 0
    for card in range(t[T_N_INITIATIVES]):
        if s[INITIATIVE_STATUS + card] == 0 and t[T_INIT_FAMILY + card] == family:
            count += 1
    if count == 0:
        return
    n = draw_next(t, s, log, FOR_FAMILY, count)
    for card in range(t[T_N_INITIATIVES]):
        if s[INITIATIVE_STATUS + card] == 0 and t[T_INIT_FAMILY + card] == family:
            if n == 0:
                put(t, s, log, INITIATIVE_STATUS + card, 1, 0, cause)
                return
            n -= 1


def add_friction(t, s, log, points):
    """Escalation of a lever goes to the friction counter, never below 0."""
    if t[T_FRICTION_CELL] != UNSET and points != 0:
        cell = t[T_FRICTION_CELL]
        put(t, s, log, cell, within(t, cell, s[cell] + points), s[cell] + points, t[T_FRICTION_CAUSE])


def add_to_target(t, s, log, row, amount):
    """VERB_ADD: a cell, or the support of the group picked."""
    cell = t[row + E_TARGET]
    if cell == TARGET_PICKED_GROUP:
        if s[CTX_PICKED] == UNSET:
            return
        cell = t[T_SUPPORT_CELL + s[CTX_PICKED]]
    part = s[CTX_PART]
    if t[row + E_FULL] == 1:
        jot(s, CTX_PART, 0)
    change(t, s, log, cell, amount, t[row + E_CAUSE])
    jot(s, CTX_PART, part)


def keep_effect(t, s, log, row, amount):
    """The verbs whose effect lasts for a while."""
    verb = t[row + E_VERB]
    a = t[row + E_A]
    b = t[row + E_B]
    until = t[row + E_UNTIL]
    cause = t[row + E_CAUSE]
    if verb == VERB_VOTE:
        keep_for_a_while(t, s, log, LAST_VOTE, a, b, amount, until, cause)
    elif verb == VERB_GRANT_LEVER:
        kind = LAST_WAIVE_TOKEN if b == 1 else LAST_GRANT_LEVER
        keep_for_a_while(t, s, log, kind, a, UNSET, 1, until, cause)
    elif verb == VERB_GRANT_MOVE:
        keep_for_a_while(t, s, log, LAST_GRANT_MOVE, a, UNSET, 1, until, cause)
    elif verb == VERB_BLOCK_LEVER:
        if b == 0 or not take_back_use(t, s, log, a, cause):
            keep_for_a_while(t, s, log, LAST_BLOCK_LEVER, a, UNSET, 1, until, cause)
    elif verb == VERB_BLOCK_PACKAGE:
        keep_for_a_while(t, s, log, LAST_BLOCK_PACKAGE, a, s[CTX_ISSUE], 1, until, cause)
    elif verb == VERB_BLOCK_VOTE:
        keep_for_a_while(t, s, log, LAST_BLOCK_VOTE, 0, UNSET, 1, until, cause)
    elif verb == VERB_PRICE:
        keep_for_a_while(t, s, log, a, b, UNSET, amount, until, cause)
    else:
        keep_for_a_while(t, s, log, t[row + E_TARGET], a, b, amount, until, cause)


def perform(t, s, log, row, amount):
    """One effect that needs no frame of its own."""
    verb = t[row + E_VERB]
    cause = t[row + E_CAUSE]
    if verb == VERB_ADD:
        add_to_target(t, s, log, row, amount)
    elif verb == VERB_SET:
        cell = t[row + E_TARGET]
        put(t, s, log, cell, within(t, cell, amount), amount, cause)
    elif verb == VERB_POSTURE:
        cell = POSTURE + t[row + E_A]
        put(t, s, log, cell, t[T_POSTURE_NEIGHBOUR + s[cell]], 0, cause)
    elif verb == VERB_DEMAND:
        lever = s[CTX_LEVER] if s[CTX_KIND] == KIND_LEVER else UNSET
        issue = s[CTX_ISSUE] if t[row + E_A] == UNSET else t[row + E_A]
        place_plain(t, s, log, issue, amount, lever, t[row + E_B], cause)
    elif verb == VERB_WITHDRAW:
        withdraw_second(t, s, log, cause)
    elif verb == VERB_DEADLINE:
        move_deadline(t, s, log, row, amount)
    elif verb == VERB_REVEAL_INITIATIVE:
        turn_up_family(t, s, log, t[row + E_A], cause)
    elif verb == VERB_REVEAL_EVENT:
        put(t, s, log, EVENT_NEXT, t[row + E_A], 0, cause)
        put(t, s, log, EVENT_NEXT_ROUND, s[ROUND] + t[row + E_B], 0, cause)
    elif verb == VERB_CLUE:
        for _ in range(amount):
            give_clue(t, s, log, t[row + E_A], t[row + E_B], t[row + E_FULL] == 1, cause)
    else:
        keep_effect(t, s, log, row, amount)
