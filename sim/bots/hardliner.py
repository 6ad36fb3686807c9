"""Hardliner: asks for most of its best gain until the end is near, gives nothing away beside it, and presses with its levers.

Time-dependent like the conceder, with a curve that stays high and falls late. Source: the Boulware tactics of Faratin,
Sierra and Jennings (1998), here in whole numbers: what is given up grows with the fourth power of the time gone.
"""

from sim.bots.common import (
    ASKED_AGREE,
    ASKED_NOTHING,
    ASKED_OFFERS,
    ASKED_OPENING,
    ASKED_STEP,
    make_safe,
)
from sim.bots.conceder import asked_now, guess_blindly, say_besides, say_conceding
from sim.bots.helping import say_agreement, say_done, say_lever, say_lever_or_done
from sim.bots.reasons import WHY_STANDS_FIRM
from sim.kernel.layout import ROUND
from sim.kernel.tables import T_N_ROUNDS, T_SEAT_PARTY

FIRST_SHARE = 85  # per cent of the best own gain, in the first round
LAST_SHARE = 45  # and in the last


def share_held(t, m):
    """Per cent of the best own gain that is asked for: high for most of the game, lower only near its end."""
    rounds = t[T_N_ROUNDS] - 1 if t[T_N_ROUNDS] > 1 else 1
    gone = m[ROUND] - 1
    return FIRST_SHARE - (FIRST_SHARE - LAST_SHARE) * gone * gone * gone * gone // (rounds * rounds * rounds * rounds)


def decide_hardliner(t, m, mem, key, seat, out):
    """One act that gives as little as possible. key is not used: equal knowledge, equal act."""
    asked = asked_now(t, m, mem, seat, out)
    if asked == ASKED_NOTHING:
        return
    party = t[T_SEAT_PARTY + seat]
    if asked == ASKED_OFFERS:
        if not say_agreement(t, m, mem, party, seat, out):
            guess_blindly(t, m, mem, party)
            say_conceding(t, m, mem, party, seat, share_held(t, m), WHY_STANDS_FIRM, out)
    elif asked == ASKED_OPENING:
        if not say_lever(t, m, mem, party, seat, out):
            say_done(out)
    elif asked == ASKED_STEP:
        say_lever_or_done(t, m, mem, party, seat, out)
    elif asked == ASKED_AGREE:
        say_agreement(t, m, mem, party, seat, out)
    else:
        say_besides(t, m, mem, party, seat, asked, out)
    make_safe(t, m, seat, out)
