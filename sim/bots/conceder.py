"""Conceder: a target for the own side that falls with the rounds, and a blind guess about everybody else.

Time-dependent concession: the target is a share of the best own gain that a package could bring now, high at
first and lower every round. It offers, of the packages that reach it and that its own home should carry, the
one best for a side that would weigh all issues alike; and takes any offer above it that passes at home.
Source: the time-dependent tactics of Faratin, Sierra and Jennings (1998), "Negotiation decision functions for
autonomous agents", here with a straight line.
"""

from sim.bots.answering import say_best_option, say_courses, say_heaviest_ask, say_postponed, say_to_reframe
from sim.bots.common import (
    ASKED_AGREE,
    ASKED_ANSWER,
    ASKED_DEMAND,
    ASKED_HOME,
    ASKED_NOTHING,
    ASKED_OFFERS,
    ASKED_OPENING,
    ASKED_OPTION,
    ASKED_POSTPONE,
    ASKED_REFRAME,
    asked_of,
    begin_answer,
    clear_cells,
    has_offer,
    make_safe,
    may_say,
    next_unanswered,
    say,
    say_facts,
    start_round,
)
from sim.bots.helping import say_agreement, say_done, say_work
from sim.bots.homework import look_at_standing, say_home
from sim.bots.memory import B_STARTED, B_TARGET
from sim.bots.reasons import WHY_ABOVE_TARGET, WHY_BELOW_TARGET, WHY_HOLDS_OUT, WHY_NOTHING_PASSES, WHY_REACHES_TARGET
from sim.bots.seeking import bound_on_worth, say_acceptance, write_found
from sim.bots.worth import CAPITAL_UNIT, note_worths
from sim.kernel.appraise import weight
from sim.kernel.codes import ACT_ANSWER, ACT_HOLD, ACT_OFFER, ALLOWED
from sim.kernel.demands import demand_at
from sim.kernel.forecast import expect_home, know_groups
from sim.kernel.layout import (
    ANSWER_HOLD,
    D_ISSUE,
    MAX_ISSUES,
    MAX_LEVELS,
    OFFERS_MADE,
    POSTURE,
    ROUND,
    UNSET,
)
from sim.kernel.search import find_package, note_caps, note_gains_of_levels
from sim.kernel.tables import T_DEMAND_OF, T_N_ISSUES, T_N_PARTIES, T_N_ROUNDS, T_OFFERS, T_SEAT_PARTY
from sim.kernel.workspace import (
    NOTHING,
    W_BODIES,
    W_CAPITAL_WORTH,
    W_EXTRA,
    W_FAIR,
    W_FLOOR,
    W_FOUND_GAIN,
    W_FOUND_WORTH,
    W_LACK,
    W_PARTY_GAIN,
    W_SHARE,
    W_WEIGHT,
)

FIRST_TARGET = 75  # per cent of the best own gain, in the first round
LAST_TARGET = 25  # and in the last
OFFER_STEP = 4  # less with every offer of the round
BLIND_NODES = 16  # packages judged in one search
OWN_SHARE = 10  # per cent: beyond the target the own gain counts little


def guess_blindly(t, m, mem, party):
    """Own weights as they are; everybody else weighs all issues alike."""
    for side in range(t[T_N_PARTIES]):
        for issue in range(t[T_N_ISSUES]):
            alike = 1000 // t[T_N_ISSUES]
            mem[W_WEIGHT + side * MAX_ISSUES + issue] = alike if side != party else 10 * weight(t, m[POSTURE + party], issue)
    count_levels_only(mem, party)


def count_levels_only(mem, party):
    """What a level does beside its payoff counts nothing, and only the own home is asked."""
    for cell in range(MAX_ISSUES * MAX_LEVELS):
        mem[W_EXTRA + cell] = 0
    mem[W_CAPITAL_WORTH] = CAPITAL_UNIT
    mem[W_BODIES] = 1 << party


def set_target(t, m, mem, party, share):
    """B_TARGET: gain still asked for, a share (per cent) of the best own gain that any package could bring now."""
    mem[B_TARGET] = best_own_gain(t, m, mem, party) * share // 100


def best_own_gain(t, m, mem, party):
    """The best own gain that any package could bring now, whatever the homes say. Weights are noted."""
    note_caps(t, m, mem)
    note_gains_of_levels(t, m, mem)
    return best_gain_of(t, m, mem, party)


def best_gain_of(t, m, mem, of):
    """The best gain, as believed, that any package could bring one side. Caps and gains are noted."""
    for side in range(t[T_N_PARTIES]):
        mem[W_SHARE + side] = 100 if side == of else 0
        mem[W_FLOOR + side] = 0
        mem[W_FAIR + side] = 0
    return bound_on_worth(t, m, mem)


def share_asked(t, m):
    """Per cent of the best own gain that is asked for: falls with the square of the time left, early more than late."""
    rounds = t[T_N_ROUNDS] - 1 if t[T_N_ROUNDS] > 1 else 1
    left = t[T_N_ROUNDS] - m[ROUND]
    share = LAST_TARGET + (FIRST_TARGET - LAST_TARGET) * left * left // (rounds * rounds) - OFFER_STEP * m[OFFERS_MADE]
    return share if share > 0 else 0


def search_above_target(t, m, mem, party):
    """The package that reaches the target and, by the weights noted, is best for the others."""
    for side in range(t[T_N_PARTIES]):
        mem[W_SHARE + side] = OWN_SHARE if side == party else 100
        mem[W_FLOOR + side] = mem[B_TARGET] if side == party else 0
    know_groups(t, m, mem, party, 1, 0)
    find_package(t, m, mem, BLIND_NODES)


def is_above_target(t, m, mem, party):
    """True when the offer that stands brings the target and should pass at home."""
    look_at_standing(t, m, mem)
    know_groups(t, m, mem, party, 0, 0)
    expect_home(t, m, mem, party)
    return mem[W_LACK + party] == 0 and mem[W_PARTY_GAIN + party] > 0 and mem[W_PARTY_GAIN + party] >= mem[B_TARGET]


def say_conceding(t, m, mem, party, seat, share, why, out):
    """The word in the offers: accept what is above the target, offer what reaches it, or hold. Weights are noted.

    share: per cent of the best own gain that is asked for; why: reason of an own offer.
    """
    set_target(t, m, mem, party, share)
    reason = WHY_NOTHING_PASSES
    if has_offer(m, party):
        reason = WHY_BELOW_TARGET
        if is_above_target(t, m, mem, party):
            gain = mem[W_PARTY_GAIN + party]
            if say_acceptance(t, m, seat, WHY_ABOVE_TARGET, gain, mem[B_TARGET], UNSET, out):
                return
    if m[OFFERS_MADE] < t[T_OFFERS]:
        search_above_target(t, m, mem, party)
        if mem[W_FOUND_WORTH] != NOTHING:
            say(out, ACT_OFFER, 0, UNSET, UNSET, why)
            write_found(t, m, mem, out)
            say_facts(out, mem[W_FOUND_GAIN + party], mem[B_TARGET], UNSET)
            if may_say(t, m, seat, out) == ALLOWED:
                return
    clear_cells(out)
    say(out, ACT_HOLD, UNSET, UNSET, UNSET, reason)
    say_facts(out, UNSET, UNSET, UNSET)
    if reason == WHY_BELOW_TARGET:
        look_at_standing(t, m, mem)
        say_facts(out, mem[W_PARTY_GAIN + party], mem[B_TARGET], UNSET)


def say_plain_answer(t, m, mem, party, seat, out):
    """Demands are held; courses are kept level."""
    row = next_unanswered(m)
    if row != UNSET and party == t[T_DEMAND_OF]:
        say(out, ACT_ANSWER, row, ANSWER_HOLD, UNSET, WHY_HOLDS_OUT)
        say_facts(out, m[demand_at(row) + D_ISSUE], UNSET, UNSET)
    elif not say_courses(t, m, mem, party, seat, out):
        say_done(out)


def say_by_the_way(t, m, mem, party, seat, asked, out):
    """What is asked outside the offers."""
    if asked == ASKED_AGREE:
        say_agreement(t, m, mem, party, seat, out)
    elif asked == ASKED_OPENING:
        if not say_agreement(t, m, mem, party, seat, out) and not say_work(t, m, mem, party, seat, out):
            say_done(out)
    elif asked == ASKED_OPTION:
        say_best_option(t, m, mem, party, seat, out)
    elif asked == ASKED_POSTPONE:
        say_postponed(t, m, mem, party, seat, out)
    elif asked == ASKED_REFRAME:
        say_to_reframe(t, m, party, out)
    elif asked == ASKED_DEMAND:
        say_heaviest_ask(t, m, party, out)
    elif asked == ASKED_ANSWER:
        say_plain_answer(t, m, mem, party, seat, out)
    else:
        say_done(out)


def say_besides(t, m, mem, party, seat, asked, out):
    """Everything but the offers, for styles that ask for a share of their best gain."""
    if asked == ASKED_HOME:
        guess_blindly(t, m, mem, party)
        say_home(t, m, mem, party, seat, 0, out)
    else:
        say_by_the_way(t, m, mem, party, seat, asked, out)


def asked_now(t, m, mem, seat, out):
    """What is asked of a seat. The answer is begun; at the first word of a game, what things are worth is noted."""
    begin_answer(out)
    asked = asked_of(t, m, seat)
    if asked != ASKED_NOTHING:
        if mem[B_STARTED] == 0:
            mem[B_STARTED] = 1
            note_worths(t, m, mem, t[T_SEAT_PARTY + seat])
        start_round(m, mem)
    return asked


def decide_conceder(t, m, mem, key, seat, out):
    """One act towards a falling target. key is not used."""
    asked = asked_now(t, m, mem, seat, out)
    if asked == ASKED_NOTHING:
        return
    party = t[T_SEAT_PARTY + seat]
    if asked == ASKED_OFFERS:
        if not say_agreement(t, m, mem, party, seat, out):
            guess_blindly(t, m, mem, party)
            say_conceding(t, m, mem, party, seat, share_asked(t, m), WHY_REACHES_TARGET, out)
    else:
        say_besides(t, m, mem, party, seat, asked, out)
    make_safe(t, m, seat, out)
