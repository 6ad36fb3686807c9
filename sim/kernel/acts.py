"""Every act by its number: one `may_act` that answers and one `do_act` that carries it out.

a, b, c: the arguments of the kind, see `codes.py`; packages and points stand in ARGUMENT.
"""

from sim.kernel.codes import (
    ACT_ACCEPT,
    ACT_AGREE,
    ACT_ANSWER,
    ACT_BREAK,
    ACT_CHOOSE,
    ACT_CONSULT,
    ACT_COURSE,
    ACT_DECIDE,
    ACT_DECLINE,
    ACT_DEMAND,
    ACT_DONE,
    ACT_GROUNDWORK,
    ACT_HOLD,
    ACT_INITIATIVE,
    ACT_KEEP_BACK,
    ACT_LEVER,
    ACT_LINK,
    ACT_OFFER,
    ACT_PACK,
    ACT_POSTPONE,
    ACT_PROBE,
    ACT_REOPEN,
    ACT_SUBMIT,
    ACT_SUGGEST,
    ACT_TAKE,
    ACT_UNLINK,
    ALLOWED,
    CHOICE_FIRST,
    GAME_OVER,
    MUST_CHOOSE,
    NOT_NOW,
    NOT_THIS_SEAT,
    NOT_YOUR_TURN,
)
from sim.kernel.demand import do_demand, hand_size, may_demand
from sim.kernel.flow import advance
from sim.kernel.home import (
    do_consult,
    do_groundwork,
    do_keep_back,
    do_submit,
    may_consult,
    may_groundwork,
    may_keep_back,
    may_submit,
)
from sim.kernel.layout import C_KIND, C_PARTY, CHOICE_PICK, CHOICES, N_CHOICES, OVER, REFRAMED, UNSET
from sim.kernel.levers import do_lever, may_lever
from sim.kernel.moves import do_decide, do_reopen, may_decide, may_reopen
from sim.kernel.proposals import (
    do_agree,
    do_initiative,
    do_link,
    do_pack_act,
    do_unlink,
    may_agree,
    may_initiative,
    may_link,
    may_pack_act,
    may_unlink,
)
from sim.kernel.resolve import do_guess, may_guess
from sim.kernel.response import (
    close_response,
    do_answer,
    do_choose,
    do_course,
    do_decline,
    do_postpone,
    do_take,
    may_answer,
    may_choose,
    may_course,
    may_postpone,
    may_settle_reframe,
)
from sim.kernel.tables import T_DEMAND_BY, T_HEAD, T_SEAT_PARTY, WORK_ANSWER, WORK_HOME, WORK_OFFERS
from sim.kernel.talks import (
    do_accept,
    do_break,
    do_hold,
    do_offer,
    do_probe,
    do_suggest,
    end_part,
    may_accept,
    may_break,
    may_hold,
    may_offer,
    may_probe,
    may_suggest,
)
from sim.kernel.turn import is_waited_for, work_now


def may_done(t, s, seat):
    """ALLOWED, or why a seat may not end its side's part of the step.

    Rule 0.8: The head of a side ends its part of a step; what must be chosen is chosen first.
    """
    if s[OVER] == 1:
        return GAME_OVER
    party = t[T_SEAT_PARTY + seat]
    if s[N_CHOICES] > 0:
        if s[CHOICES + C_KIND] == CHOICE_PICK and s[CHOICES + C_PARTY] == party:
            return may_postpone(t, s, seat, UNSET)
        return CHOICE_FIRST
    if s[REFRAMED] != UNSET:
        return CHOICE_FIRST
    if not is_waited_for(s, party):
        return NOT_YOUR_TURN
    if t[T_HEAD + party] != seat:
        return NOT_THIS_SEAT
    work = work_now(t, s)
    if work == WORK_OFFERS or work == WORK_HOME:
        return NOT_NOW
    if party == t[T_DEMAND_BY] and hand_size(t, s) > 0:
        return MUST_CHOOSE
    return ALLOWED


def do_done(t, s, log, seat):
    """The party's part of the step is over."""
    if s[N_CHOICES] > 0:
        do_postpone(t, s, log, seat, UNSET)
        return
    party = t[T_SEAT_PARTY + seat]
    if work_now(t, s) == WORK_ANSWER:
        close_response(t, s, log, party)
    end_part(t, s, log, party)


def may_early(t, s, seat, kind, a, b, c):
    """Acts of News, Demand and Response."""
    if kind == ACT_DEMAND:
        return may_demand(t, s, seat, a)
    if kind == ACT_LEVER:
        return may_lever(t, s, seat, a, b)
    if kind == ACT_ANSWER:
        return may_answer(t, s, seat, a, b, c)
    if kind == ACT_TAKE or kind == ACT_DECLINE:
        return may_settle_reframe(t, s, seat, a)
    if kind == ACT_COURSE:
        return may_course(t, s, seat)
    if kind == ACT_CHOOSE:
        return may_choose(t, s, seat, a)
    return may_postpone(t, s, seat, a)


def may_talk(t, s, seat, kind, a, b):
    """Acts of Talks."""
    if kind == ACT_PROBE:
        return may_probe(t, s, seat, a)
    if kind == ACT_INITIATIVE:
        return may_initiative(t, s, seat, a)
    if kind == ACT_LINK:
        return may_link(t, s, seat, a, b)
    if kind == ACT_UNLINK:
        return may_unlink(t, s, seat, a, b)
    if kind == ACT_PACK:
        return may_pack_act(t, s, seat, a)
    if kind == ACT_AGREE:
        return may_agree(t, s, seat, a)
    if kind == ACT_OFFER:
        return may_offer(t, s, seat, a)
    if kind == ACT_ACCEPT:
        return may_accept(t, s, seat)
    if kind == ACT_HOLD:
        return may_hold(t, s, seat)
    if kind == ACT_BREAK:
        return may_break(t, s, seat)
    if kind == ACT_DECIDE:
        return may_decide(t, s, seat, a, b)
    if kind == ACT_REOPEN:
        return may_reopen(t, s, seat, a, b)
    return may_suggest(t, s, seat)


def may_act(t, s, seat, kind, a, b, c):
    """ALLOWED, or the first rule in the way of an act. Changes nothing."""
    if kind == ACT_DONE:
        return may_done(t, s, seat)
    if kind <= ACT_POSTPONE:
        return may_early(t, s, seat, kind, a, b, c)
    if kind <= ACT_SUGGEST:
        return may_talk(t, s, seat, kind, a, b)
    if kind == ACT_CONSULT:
        return may_consult(t, s, seat, a)
    if kind == ACT_GROUNDWORK:
        return may_groundwork(t, s, seat, a, b)
    if kind == ACT_SUBMIT:
        return may_submit(t, s, seat)
    if kind == ACT_KEEP_BACK:
        return may_keep_back(t, s, seat)
    return may_guess(t, s, seat, a)


def do_early(t, s, log, seat, kind, a, b, c):
    """Acts of News, Demand and Response."""
    if kind == ACT_DEMAND:
        do_demand(t, s, log, seat, a)
    elif kind == ACT_LEVER:
        do_lever(t, s, log, seat, a, b)
    elif kind == ACT_ANSWER:
        do_answer(t, s, log, seat, a, b, c)
    elif kind == ACT_TAKE:
        do_take(t, s, log, seat, a)
    elif kind == ACT_DECLINE:
        do_decline(t, s, log, seat, a)
    elif kind == ACT_COURSE:
        do_course(t, s, log, seat)
    elif kind == ACT_CHOOSE:
        do_choose(t, s, log, seat, a)
    else:
        do_postpone(t, s, log, seat, a)


def do_talk(t, s, log, seat, kind, a, b):
    """Acts of Talks."""
    if kind == ACT_PROBE:
        do_probe(t, s, log, seat, a)
    elif kind == ACT_INITIATIVE:
        do_initiative(t, s, log, seat, a)
    elif kind == ACT_LINK:
        do_link(t, s, log, seat, a, b)
    elif kind == ACT_UNLINK:
        do_unlink(t, s, log, seat, a, b)
    elif kind == ACT_PACK:
        do_pack_act(t, s, log, seat, a)
    elif kind == ACT_AGREE:
        do_agree(t, s, log, seat, a)
    elif kind == ACT_OFFER:
        do_offer(t, s, log, seat, a)
    elif kind == ACT_ACCEPT:
        do_accept(t, s, log, seat)
    elif kind == ACT_HOLD:
        do_hold(t, s, log, seat)
    elif kind == ACT_BREAK:
        do_break(t, s, log, seat)
    elif kind == ACT_DECIDE:
        do_decide(t, s, log, seat, a, b)
    elif kind == ACT_REOPEN:
        do_reopen(t, s, log, seat, a, b)
    else:
        do_suggest(t, s, log, seat)


def do_act(t, s, log, seat, kind, a, b, c):
    """Carry out an act that `may_act` allows, then go on to the next decision."""
    if kind == ACT_DONE:
        do_done(t, s, log, seat)
    elif kind <= ACT_POSTPONE:
        do_early(t, s, log, seat, kind, a, b, c)
    elif kind <= ACT_SUGGEST:
        do_talk(t, s, log, seat, kind, a, b)
    elif kind == ACT_CONSULT:
        do_consult(t, s, log, seat, a)
    elif kind == ACT_GROUNDWORK:
        do_groundwork(t, s, log, seat, a, b)
    elif kind == ACT_SUBMIT:
        do_submit(t, s, log, seat)
    elif kind == ACT_KEEP_BACK:
        do_keep_back(t, s, log, seat)
    else:
        do_guess(t, s, log, seat, a)
    advance(t, s, log)
