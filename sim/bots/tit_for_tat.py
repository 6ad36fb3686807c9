"""Tit for tat: gives as the other side gives. A step of theirs is answered by a step as large; a step back by half of one.

Begins with a small step of its own, so that somebody does. What counts is what their offers bring the own side, as a share of
the best that any package could bring. What it gives, it gives where the others are believed to want it most. Source: the
behaviour-dependent tactics of Faratin, Sierra and Jennings (1998), and Axelrod (1984), "The evolution of cooperation": begin
well, answer in kind, forgive half.
"""

from sim.bots.beliefs import begin_beliefs, learn
from sim.bots.common import ASKED_NOTHING, ASKED_OFFERS, ASKED_OPENING, has_offer, make_safe
from sim.bots.conceder import asked_now, best_own_gain, count_levels_only, say_besides, say_conceding
from sim.bots.helping import say_agreement, say_done, say_probe, say_work
from sim.bots.homework import look_at_standing
from sim.bots.memory import B_ASKS, B_GIVEN, B_STALE, B_STARTED
from sim.bots.reasons import WHY_ANSWERS_STEP, WHY_WAITS_FOR_STEP
from sim.kernel.layout import OFFERS_MADE, RATIFIED_IN, ROUND
from sim.kernel.tables import T_SEAT_PARTY
from sim.kernel.workspace import W_PARTY_GAIN

FIRST_SHARE = 75  # per cent of the best own gain that is asked for at first
LEAST_SHARE, MOST_SHARE = 20, 85
GOOD_WILL = 4  # per cent given with the own first word of a round, so that somebody begins


def bounded_share(share):
    """A share inside its bounds."""
    if share < LEAST_SHARE:
        return LEAST_SHARE
    return MOST_SHARE if share > MOST_SHARE else share


def answer_in_kind(t, m, mem, party):
    """B_ASKS: lower by what they gave since their last offer, higher by half of what they took back; True when they gave."""
    if m[OFFERS_MADE] <= 1 and m[RATIFIED_IN + m[ROUND] - 1] == 0:
        mem[B_ASKS] = bounded_share(mem[B_ASKS] - GOOD_WILL)
    if not has_offer(m, party):
        return False
    best = best_own_gain(t, m, mem, party)
    look_at_standing(t, m, mem)
    given = 100 * mem[W_PARTY_GAIN + party] // best if best > 0 else 0
    before = mem[B_GIVEN]
    mem[B_GIVEN] = given
    if given >= before:
        mem[B_ASKS] = bounded_share(mem[B_ASKS] - (given - before))
        return given > before
    mem[B_ASKS] = bounded_share(mem[B_ASKS] + (before - given) // 2)
    return False


def say_offer_in_kind(t, m, mem, party, seat, out):
    """The word in the offers, at the share that their last step asks for."""
    gave = answer_in_kind(t, m, mem, party)
    say_conceding(t, m, mem, party, seat, mem[B_ASKS], WHY_ANSWERS_STEP if gave else WHY_WAITS_FOR_STEP, out)


def say_opening_in_kind(t, m, mem, party, seat, out):
    """Consent, a question, joint work, done."""
    if say_agreement(t, m, mem, party, seat, out) or say_probe(t, m, mem, party, seat, out):
        return
    if not say_work(t, m, mem, party, seat, out):
        say_done(out)


def decide_tit_for_tat(t, m, mem, key, seat, out):
    """One act in kind. key is not used: equal knowledge, equal act."""
    is_first = mem[B_STARTED] == 0
    asked = asked_now(t, m, mem, seat, out)
    if asked == ASKED_NOTHING:
        return
    party = t[T_SEAT_PARTY + seat]
    if is_first:
        mem[B_ASKS] = FIRST_SHARE
        mem[B_GIVEN] = 0
        begin_beliefs(t, m, mem)
    mem[B_STALE] = 1  # a home is planned with blind weights
    learn(t, m, mem, party)
    count_levels_only(mem, party)
    if asked == ASKED_OFFERS:
        if not say_agreement(t, m, mem, party, seat, out):
            say_offer_in_kind(t, m, mem, party, seat, out)
    elif asked == ASKED_OPENING:
        say_opening_in_kind(t, m, mem, party, seat, out)
    else:
        say_besides(t, m, mem, party, seat, asked, out)
    make_safe(t, m, seat, out)
