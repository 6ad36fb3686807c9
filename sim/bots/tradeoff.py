"""Trade-off seeker: gives way where the other side cares more, and asks where it cares more itself.

Reads the others from clues and moves (`beliefs`), offers the largest common gain that the homes should carry
(`seeking`), does its homework (`homework`), and uses joint work, levers and moves that pay (`helping`).
"""

from sim.bots.answering import (
    say_answer,
    say_best_option,
    say_heaviest_ask,
    say_postponed,
    say_posture,
    say_to_reframe,
)
from sim.bots.beliefs import begin_beliefs, learn
from sim.bots.common import (
    ASKED_AGREE,
    ASKED_ANSWER,
    ASKED_CLOSING,
    ASKED_DEMAND,
    ASKED_HOME,
    ASKED_NAME,
    ASKED_NOTHING,
    ASKED_OFFERS,
    ASKED_OPENING,
    ASKED_OPTION,
    ASKED_POSTPONE,
    ASKED_REFRAME,
    ASKED_STEP,
    asked_of,
    begin_answer,
    make_safe,
    start_round,
)
from sim.bots.helping import say_agreement, say_closing_move, say_lever_or_done, say_opening
from sim.bots.homework import say_home
from sim.bots.memory import B_ROUND, B_STARTED
from sim.bots.seeking import count_refusals, say_seeking
from sim.bots.worth import note_worths
from sim.kernel.layout import ROUND
from sim.kernel.tables import T_SEAT_PARTY


def begin_tradeoff(t, m, mem, party):
    """First word of a game: what things are worth, and nothing believed yet."""
    mem[B_STARTED] = 1
    note_worths(t, m, mem, party)
    begin_beliefs(t, m, mem)


def say_in_talks(t, m, mem, party, seat, asked, out):
    """What the phases of Talks ask."""
    if asked == ASKED_AGREE:
        say_agreement(t, m, mem, party, seat, out)
    elif asked == ASKED_OPENING:
        say_opening(t, m, mem, party, seat, out)
    elif asked == ASKED_OFFERS:
        if not say_agreement(t, m, mem, party, seat, out):
            say_seeking(t, m, mem, party, seat, out)
    else:
        say_closing_move(t, m, mem, party, seat, out)


def say_elsewhere(t, m, mem, party, seat, asked, out):
    """What the other steps ask."""
    if asked == ASKED_OPTION:
        say_best_option(t, m, mem, party, seat, out)
    elif asked == ASKED_POSTPONE:
        say_postponed(t, m, mem, party, seat, out)
    elif asked == ASKED_REFRAME:
        say_to_reframe(t, m, party, out)
    elif asked == ASKED_DEMAND:
        say_heaviest_ask(t, m, party, out)
    elif asked == ASKED_STEP:
        say_lever_or_done(t, m, mem, party, seat, out)
    elif asked == ASKED_ANSWER:
        say_answer(t, m, mem, party, seat, out)
    elif asked == ASKED_HOME:
        say_home(t, m, mem, party, seat, 1, out)
    elif asked == ASKED_NAME:
        say_posture(t, mem, out)


def decide_tradeoff(t, m, mem, key, seat, out):
    """One act that serves the common gain. key is not used: equal knowledge, equal act."""
    begin_answer(out)
    asked = asked_of(t, m, seat)
    if asked == ASKED_NOTHING:
        return
    party = t[T_SEAT_PARTY + seat]
    if mem[B_STARTED] == 0:
        begin_tradeoff(t, m, mem, party)
    if mem[B_ROUND] != m[ROUND]:
        count_refusals(t, m, mem)
    start_round(m, mem)
    learn(t, m, mem, party)
    if asked == ASKED_AGREE or asked == ASKED_OPENING or asked == ASKED_OFFERS or asked == ASKED_CLOSING:
        say_in_talks(t, m, mem, party, seat, asked, out)
    else:
        say_elsewhere(t, m, mem, party, seat, asked, out)
    make_safe(t, m, seat, out)
