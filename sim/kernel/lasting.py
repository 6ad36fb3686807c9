"""What holds for a while: votes, prices, free uses, bars, changes of an initiative."""

from sim.kernel.expressions import evaluate
from sim.kernel.layout import (
    CTX_ISSUE,
    GAME_LONG,
    L_A,
    L_AMOUNT,
    L_B,
    L_CAUSE,
    L_KIND,
    L_UNTIL,
    LAST_BLOCK_PACKAGE,
    LASTING,
    LASTING_WIDTH,
    MAX_LASTING,
    N_LASTING,
    ROUND,
    STEP,
    UNSET,
)
from sim.kernel.ledger import jot, put
from sim.kernel.tables import UNTIL_GAME, UNTIL_NEXT_ROUND, UNTIL_ROUND

END_OF_STEP = 1000  # L_UNTIL of what ends with the step: this and the step's number


def last_round(s, until):
    """L_UNTIL for a duration: the last round in which it holds."""
    if until == UNTIL_GAME:
        return GAME_LONG
    if until == UNTIL_ROUND:
        return s[ROUND]
    if until == UNTIL_NEXT_ROUND:
        return s[ROUND] + 1
    return END_OF_STEP + s[STEP]


def keep_for_a_while(t, s, log, kind, a, b, amount, until, cause):
    """Add a row that holds for a while. With no room left the oldest gives way.

    Rule 0.12: What holds for a while ends with the step, the round, the next round or the game, as its entry says.
    """
    if s[N_LASTING] >= MAX_LASTING:
        drop_lasting(t, s, log, 0, cause)
    at = LASTING + s[N_LASTING] * LASTING_WIDTH
    put(t, s, log, at + L_KIND, kind, kind, cause)
    put(t, s, log, at + L_A, a, a, cause)
    put(t, s, log, at + L_B, b, b, cause)
    put(t, s, log, at + L_AMOUNT, amount, amount, cause)
    put(t, s, log, at + L_UNTIL, last_round(s, until), 0, cause)
    put(t, s, log, at + L_CAUSE, cause, 0, cause)
    put(t, s, log, N_LASTING, s[N_LASTING] + 1, 0, cause)


def drop_lasting(t, s, log, row, cause):
    """Take a row out; the rows behind it move up."""
    last = LASTING + (s[N_LASTING] - 1) * LASTING_WIDTH
    for cell in range(LASTING + row * LASTING_WIDTH, last):
        put(t, s, log, cell, s[cell + LASTING_WIDTH], 0, cause)
    for cell in range(last, last + LASTING_WIDTH):
        put(t, s, log, cell, 0, 0, cause)
    put(t, s, log, N_LASTING, s[N_LASTING] - 1, 0, cause)


def expire(t, s, log, cause):
    """Drop what ended with the round that is over, or with the step that is over."""
    row = s[N_LASTING] - 1
    while row >= 0:
        until = s[LASTING + row * LASTING_WIDTH + L_UNTIL]
        ended = until < s[ROUND]
        if until >= END_OF_STEP:
            ended = until - END_OF_STEP != s[STEP]
        if ended:
            drop_lasting(t, s, log, row, cause)
        row -= 1


def find_lasting(s, kind, a):
    """Row of the first lasting thing of a kind about `a`, or UNSET."""
    for row in range(s[N_LASTING]):
        at = LASTING + row * LASTING_WIDTH
        if s[at + L_KIND] == kind and s[at + L_A] == a:
            return row
    return UNSET


def lasting_sum(s, kind, a, b):
    """Sum of the amounts of a kind about `a`, and about `b` where the row names one."""
    total = 0
    for row in range(s[N_LASTING]):
        at = LASTING + row * LASTING_WIDTH
        if s[at + L_KIND] == kind and s[at + L_A] == a and (s[at + L_B] == UNSET or s[at + L_B] == b):
            total += s[at + L_AMOUNT]
    return total


def package_is_barred(t, s):
    """True when a card or lever bars the judged package.

    Rule 4.7: A card or a lever may bar some packages, or every vote, for a while; such a package is not offered.
    """
    for row in range(s[N_LASTING]):
        at = LASTING + row * LASTING_WIDTH
        if s[at + L_KIND] == LAST_BLOCK_PACKAGE:
            jot(s, CTX_ISSUE, s[at + L_B])
            if evaluate(t, s, s[at + L_A]) != 0:
                return True
    return False
