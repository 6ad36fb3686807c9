"""Tit for tat: gives as the other side gives, and asks for no more than that in return.

What an offer gives is the share it brings of the best gain that any package could bring. An offer of theirs is answered with
one that gives them the same share and a small step more; when they take something back, half of it is forgiven. Of the packages
that give so much it offers the one best for itself, so that it gives where the others are believed to want it most. It takes an
offer that brings nearly what its own answer would. Source: the behaviour-dependent tactics of Faratin, Sierra and Jennings
(1998), and Axelrod (1984), "The evolution of cooperation": begin well, answer in kind, forgive.
"""

from sim.bots.beliefs import begin_beliefs, learn
from sim.bots.common import (
    ASKED_ANSWER,
    ASKED_HOME,
    ASKED_NOTHING,
    ASKED_OFFERS,
    ASKED_OPENING,
    ASKED_STEP,
    clear_cells,
    has_offer,
    make_safe,
    may_say,
    next_unanswered,
    say,
    say_facts,
)
from sim.bots.conceder import asked_now, best_gain_of, best_own_gain, count_levels_only, say_besides, say_plain_answer
from sim.bots.helping import say_agreement, say_done, say_lever, say_probe, say_work
from sim.bots.homework import look_at_standing, say_home
from sim.bots.memory import B_GIFT, B_GIFTS, B_GIVEN, B_HEARD, B_STALE, B_STARTED, B_WAITED
from sim.bots.reasons import WHY_ABOVE_TARGET, WHY_ANSWERS_STEP, WHY_BELOW_TARGET, WHY_NOTHING_PASSES, WHY_WAITS_FOR_STEP
from sim.bots.seeking import know_homes, say_acceptance, write_found
from sim.kernel.codes import ACT_HOLD, ACT_OFFER, ALLOWED
from sim.kernel.forecast import expect_home, know_groups
from sim.kernel.layout import COURSE_POINTS, OFFERS_MADE, RATIFIED_IN, ROUND, UNSET, USES
from sim.kernel.search import find_package
from sim.kernel.tables import T_LEVER_PARTY, T_N_COURSES, T_N_LEVERS, T_N_PARTIES, T_OFFERS, T_SEAT_PARTY
from sim.kernel.workspace import NOTHING, W_BODIES, W_FLOOR, W_FOUND_GAIN, W_FOUND_WORTH, W_LACK, W_PARTY_GAIN, W_SHARE

FIRST_GIFT = 40  # per cent of their best gain that the first offer of a game gives
LEAST_GIFT, MOST_GIFT = 15, 70
STEP = 12  # per cent that an answer gives beyond what was given
NEARLY = 60  # per cent of what the own answer would bring, with which an offer is taken
THEIR_SHARE = 10  # per cent: beyond the gift their gain counts little
PARTS = 4  # a gift that no package can give is lowered by so many parts
KIND_NODES = 16  # packages judged in one search


def bounded_gift(gift):
    """A gift inside its bounds."""
    if gift < LEAST_GIFT:
        return LEAST_GIFT
    return MOST_GIFT if gift > MOST_GIFT else gift


def answer_silence(m, mem):
    """At the first word of a round: half a gift, after a round in which nothing was offered in return and nothing came of it."""
    if mem[B_WAITED] == m[ROUND]:
        return
    mem[B_WAITED] = m[ROUND]
    if m[ROUND] > 1 and mem[B_HEARD] < m[ROUND] - 1 and m[RATIFIED_IN + m[ROUND] - 1] == 0:
        mem[B_GIFT] = bounded_gift(mem[B_GIFT] // 2)


def note_given(m, mem, given):
    """B_GIFT: as much as their offer gives and a step more, or half-way down to that; True when they gave more than before."""
    before = mem[B_GIVEN]
    mem[B_HEARD] = m[ROUND]
    mem[B_GIVEN] = given
    kind = given + STEP
    mem[B_GIFT] = bounded_gift(kind if kind >= mem[B_GIFT] else (mem[B_GIFT] + kind) // 2)
    return given > before


def answer_in_kind(t, m, mem, party):
    """The gift of the own next offer, by what was offered or not; True when they gave more than before."""
    answer_silence(m, mem)
    if not has_offer(m, party):
        return False
    best = best_own_gain(t, m, mem, party)
    look_at_standing(t, m, mem)
    return note_given(m, mem, 100 * mem[W_PARTY_GAIN + party] // best if best > 0 else 0)


def note_gifts(t, m, mem, party):
    """B_GIFTS: the gift to every other side, in hundredths of a point."""
    best_own_gain(t, m, mem, party)
    for side in range(t[T_N_PARTIES]):
        if side != party:
            mem[B_GIFTS + side] = best_gain_of(t, m, mem, side) * mem[B_GIFT] // 100


def search_in_kind(t, m, mem, party):
    """The package best for the own side of those that give the others their gifts, or a part of them, and that all homes should carry."""
    note_gifts(t, m, mem, party)
    know_homes(t, m, mem, party, 1)
    mem[W_BODIES] = (1 << t[T_N_PARTIES]) - 1
    for less in range(PARTS):
        for side in range(t[T_N_PARTIES]):
            mem[W_SHARE + side] = 100 if side == party else THEIR_SHARE
            mem[W_FLOOR + side] = 0 if side == party else mem[B_GIFTS + side] * (PARTS - less) // PARTS
        find_package(t, m, mem, KIND_NODES)
        if mem[W_FOUND_WORTH] != NOTHING and mem[W_FOUND_GAIN + party] > 0:
            return
    mem[W_FOUND_WORTH] = NOTHING


def is_nearly_as_good(t, m, mem, party):
    """True when the offer that stands brings nearly what the own answer would, and should pass at home."""
    look_at_standing(t, m, mem)
    know_groups(t, m, mem, party, 0, 0)
    expect_home(t, m, mem, party)
    if mem[W_LACK + party] > 0 or mem[W_PARTY_GAIN + party] <= 0:
        return False
    return mem[W_FOUND_WORTH] == NOTHING or 100 * mem[W_PARTY_GAIN + party] >= NEARLY * mem[W_FOUND_GAIN + party]


def say_offer_in_kind(t, m, mem, party, seat, out):
    """The word in the offers: take what is nearly as good as the own answer, else give that answer, or hold."""
    gave = answer_in_kind(t, m, mem, party)
    search_in_kind(t, m, mem, party)
    target = 0 if mem[W_FOUND_WORTH] == NOTHING else mem[W_FOUND_GAIN + party]
    bar = target * NEARLY // 100
    standing = has_offer(m, party)
    if standing and is_nearly_as_good(t, m, mem, party):
        if say_acceptance(t, m, seat, WHY_ABOVE_TARGET, mem[W_PARTY_GAIN + party], bar, UNSET, out):
            return
    if m[OFFERS_MADE] < t[T_OFFERS] and mem[W_FOUND_WORTH] != NOTHING:
        say(out, ACT_OFFER, 0, UNSET, UNSET, WHY_ANSWERS_STEP if gave else WHY_WAITS_FOR_STEP)
        write_found(t, m, mem, out)
        say_facts(out, target, target, UNSET)
        if may_say(t, m, seat, out) == ALLOWED:
            return
    clear_cells(out)
    say(out, ACT_HOLD, UNSET, UNSET, UNSET, WHY_BELOW_TARGET if standing else WHY_NOTHING_PASSES)
    say_facts(out, mem[W_PARTY_GAIN + party] if standing else UNSET, bar if standing else UNSET, UNSET)


def owes_lever(t, m, party):
    """True when the others have played more levers than the own side."""
    balance = 0
    for lever in range(t[T_N_LEVERS]):
        balance += -m[USES + lever] if t[T_LEVER_PARTY + lever] == party else m[USES + lever]
    return balance > 0


def say_lever_in_kind(t, m, mem, party, seat, out):
    """A lever for a lever, one that pays; True when there is one."""
    return owes_lever(t, m, party) and say_lever(t, m, mem, party, seat, out)


def say_opening_in_kind(t, m, mem, party, seat, out):
    """Consent, a lever for a lever, a question, joint work, done."""
    if say_agreement(t, m, mem, party, seat, out) or say_lever_in_kind(t, m, mem, party, seat, out):
        return
    if say_probe(t, m, mem, party, seat, out) or say_work(t, m, mem, party, seat, out):
        return
    say_done(out)


def say_answer_in_kind(t, m, mem, party, seat, out):
    """Demands are held and courses kept level, as plain styles do; then a lever for a lever."""
    if next_unanswered(m) == UNSET and (t[T_N_COURSES] == 0 or m[COURSE_POINTS + party] > 0):
        if say_lever_in_kind(t, m, mem, party, seat, out):
            return
    say_plain_answer(t, m, mem, party, seat, out)


def decide_tit_for_tat(t, m, mem, key, seat, out):
    """One act in kind. key is not used: equal knowledge, equal act."""
    is_first = mem[B_STARTED] == 0
    asked = asked_now(t, m, mem, seat, out)
    if asked == ASKED_NOTHING:
        return
    party = t[T_SEAT_PARTY + seat]
    if is_first:
        mem[B_GIFT] = FIRST_GIFT
        mem[B_GIVEN] = 0
        begin_beliefs(t, m, mem)
    mem[B_STALE] = 1
    learn(t, m, mem, party)
    count_levels_only(mem, party)
    if asked == ASKED_OFFERS:
        if not say_agreement(t, m, mem, party, seat, out):
            say_offer_in_kind(t, m, mem, party, seat, out)
    elif asked == ASKED_OPENING:
        say_opening_in_kind(t, m, mem, party, seat, out)
    elif asked == ASKED_STEP:
        if not say_lever_in_kind(t, m, mem, party, seat, out):
            say_done(out)
    elif asked == ASKED_ANSWER:
        say_answer_in_kind(t, m, mem, party, seat, out)
    elif asked == ASKED_HOME:
        say_home(t, m, mem, party, seat, 1, out)
    else:
        say_besides(t, m, mem, party, seat, asked, out)
    make_safe(t, m, seat, out)
