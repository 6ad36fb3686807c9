"""How the trade-off seeker bargains: the package with the largest common gain that all homes should carry.

Common gain: what each side gains as believed, the effects of the levels, demands met, less groundwork.
"""

from sim.bots.common import clear_cells, has_offer, may_say, say, say_facts
from sim.bots.homework import look_at_standing
from sim.bots.memory import (
    B_GAVE,
    B_LEVEL_WORTH,
    B_MET_WORTH,
    B_OWN_OFFERS,
    B_PLAIN_WORTH,
    B_PLAN,
    B_PLANNED,
    B_SEARCHED,
    B_UNMET_WORTH,
    OUT_CELLS,
)
from sim.bots.reasons import (
    WHY_GOOD_FOR_ALL,
    WHY_LAST_CHANCE,
    WHY_MORE_FOR_THEM,
    WHY_MOST_FOR_ALL,
    WHY_NOTHING_PASSES,
    WHY_TOO_LITTLE,
)
from sim.bots.worth import CAPITAL_UNIT
from sim.kernel.codes import ACT_ACCEPT, ACT_HOLD, ACT_OFFER, ALLOWED
from sim.kernel.demands import demand_at
from sim.kernel.forecast import expect_home, know_groups, look_at_package
from sim.kernel.judging import cost_of_homes, expect_homes, plain_worth
from sim.kernel.layout import (
    BOUND,
    D_ASKED,
    D_CARD,
    D_DUE,
    D_INITIATIVE,
    D_ISSUE,
    FAILED,
    K_A,
    K_B,
    LEVEL,
    LINK_WIDTH,
    LINKS,
    MAX_ISSUES,
    MAX_LEVELS,
    N_DEMANDS,
    N_LINKS,
    OFFERS_MADE,
    RATIFIED_IN,
    ROUND,
    UNSET,
    VOTES,
)
from sim.kernel.search import (
    fill_knapsack,
    find_package,
    note_caps,
    note_gains_of_levels,
    weigh_levels,
)
from sim.kernel.tables import (
    T_GROUP_POINT,
    T_GROUP_SHIFT_EXPR,
    T_N_GROUPS,
    T_N_ISSUES,
    T_N_PARTIES,
    T_N_ROUNDS,
    T_OFFERS,
    T_TOP,
)
from sim.kernel.workspace import (
    NOTHING,
    W_BODIES,
    W_BUDGET,
    W_CAP,
    W_CAPITAL_WORTH,
    W_COST,
    W_EXTRA,
    W_FAIR,
    W_FLOOR,
    W_FOUND,
    W_FOUND_COST,
    W_FOUND_GAIN,
    W_FOUND_WORTH,
    W_GAIN,
    W_LIFTED,
    W_PACKAGE,
    W_PARTY_GAIN,
    W_PURSE,
    W_SHARE,
    W_STEP_SIZE,
    W_TOP_OF,
)

NODES = 24  # packages judged in one search
OWN_FLOOR = 0  # least own gain of a package, in hundredths
THEIR_FLOOR = 50  # least gain, as believed, that makes a package acceptable to another
OWN_PART = 30  # least part of all gains of a package for the own side, in per cent
THEIR_PART = 15  # and for every other side, as believed
MARGIN = 2  # points above the line for a mood that is not known
GIVE_MORE = 250  # a further offer of the round gives the others so much more, in hundredths
LOOK_AHEAD = 4  # rounds in which support at home is thought to be needed again
ENOUGH = 75  # per cent of the best common gain at which an offer is taken at once
LESS_EACH = 15  # and so much less with every offer made


def wish_levels(t, m, mem):
    """W_EXTRA: effects of the levels, and the demands on the table that a level would meet."""
    for issue in range(t[T_N_ISSUES]):
        at = issue * MAX_LEVELS
        for level in range(t[T_TOP + issue] + 1):
            mem[W_EXTRA + at + level] = mem[B_LEVEL_WORTH + at + level]
    for row in range(m[N_DEMANDS]):
        at = demand_at(row)
        asked = m[at + D_ASKED]
        if m[at + D_INITIATIVE] != UNSET or asked <= 0:
            continue
        unmet = mem[B_PLAIN_WORTH] if m[at + D_CARD] == UNSET else mem[B_UNMET_WORTH + m[at + D_CARD]]
        worth = mem[B_MET_WORTH] - (unmet if m[at + D_DUE] <= m[ROUND] else unmet // 2)
        for level in range(asked, t[T_TOP + m[at + D_ISSUE]] + 1):
            mem[W_EXTRA + m[at + D_ISSUE] * MAX_LEVELS + level] += worth


def wish_support(t, m, mem, party):
    """W_EXTRA: half of a shift stays, and groups that a majority lacks now will be needed again in the rounds to come."""
    rounds = t[T_N_ROUNDS] - m[ROUND]
    if rounds <= 0:
        return
    if rounds > LOOK_AHEAD:
        rounds = LOOK_AHEAD
    know_groups(t, m, mem, party, 0, 0)
    if mem[W_STEP_SIZE] <= 0:
        return
    for issue in range(t[T_N_ISSUES]):
        mem[W_PACKAGE + issue] = m[LEVEL + issue]
    look_at_package(t, m, mem)
    for side in range(t[T_N_PARTIES]):
        expect_home(t, m, mem, side)
    for group in range(t[T_N_GROUPS]):
        if mem[W_LIFTED + group] == 1 and t[T_GROUP_SHIFT_EXPR + group] == UNSET:
            wish_points(t, m, mem, group, CAPITAL_UNIT * rounds // (4 * mem[W_STEP_SIZE]))


def wish_points(t, m, mem, group, worth):
    """W_EXTRA: so much for every point of shift of a group."""
    for issue in range(t[T_N_ISSUES]):
        points = t[T_GROUP_POINT + group * MAX_ISSUES + issue]
        if points != 0:
            for level in range(t[T_TOP + issue] + 1):
                mem[W_EXTRA + issue * MAX_LEVELS + level] += worth * points * (level - m[LEVEL + issue])


def set_aims(t, m, mem, party, bound):
    """Everybody's gain counts, and nobody loses; the bodies of those bound must carry the package."""
    for side in range(t[T_N_PARTIES]):
        mem[W_SHARE + side] = 100
        mem[W_FAIR + side] = OWN_PART if side == party else THEIR_PART
        mem[W_FLOOR + side] = OWN_FLOOR if side == party else THEIR_FLOOR
    mem[W_BODIES] = bound if bound != 0 else (1 << t[T_N_PARTIES]) - 1
    mem[W_CAPITAL_WORTH] = CAPITAL_UNIT
    wish_levels(t, m, mem)
    wish_support(t, m, mem, party)


def make_plan(t, m, mem, party):
    """B_PLAN: for every issue the level that would be best for all, whatever the homes say. Once a round."""
    if mem[B_PLANNED] == 1:
        return
    mem[B_PLANNED] = 1
    set_aims(t, m, mem, party, 0)
    note_caps(t, m, mem)
    note_gains_of_levels(t, m, mem)
    for issue in range(t[T_N_ISSUES]):
        best = m[LEVEL + issue]
        for level in range(mem[W_CAP + issue] + 1):
            if common_gain(t, mem, issue, level) > common_gain(t, mem, issue, best):
                best = level
        mem[B_PLAN + issue] = best


def common_gain(t, mem, issue, level):
    """Gain of all sides from a level, with its effects."""
    worth = mem[W_EXTRA + issue * MAX_LEVELS + level]
    for side in range(t[T_N_PARTIES]):
        worth += mem[W_GAIN + (side * MAX_ISSUES + issue) * MAX_LEVELS + level]
    return worth


def bound_on_worth(t, m, mem):
    """No package is worth more: the best of the size allowed, whatever the homes say. Caps and gains are noted."""
    weigh_levels(t, m, mem)
    fill_knapsack(t, m, mem)
    return mem[W_TOP_OF + mem[W_BUDGET]]


def others_gain(t, mem, base, party):
    """Gain of all other sides together. base: W_PARTY_GAIN or W_FOUND_GAIN."""
    total = 0
    for side in range(t[T_N_PARTIES]):
        if side != party:
            total += mem[base + side]
    return total


def count_refusals(t, m, mem):
    """At the first word of a round: after one without a ratified package, start from half of what was offered in vain."""
    for side in range(t[T_N_PARTIES]):
        if mem[B_OWN_OFFERS] == 0 or m[RATIFIED_IN + m[ROUND] - 1] > 0:
            mem[B_GAVE + side] = 0
        else:
            mem[B_GAVE + side] = mem[B_GAVE + side] // 2


def know_homes(t, m, mem, party, margin):
    """Groups as they are known; a home that has mostly failed so far is not expected to do its groundwork."""
    know_groups(t, m, mem, party, margin, margin)
    for side in range(t[T_N_PARTIES]):
        if side != party and 2 * m[FAILED + side] > m[VOTES]:
            mem[W_PURSE + side] = 0


def search_best(t, m, mem, party):
    """Search for the own offer; every further one of the round gives the others more than the last."""
    stamp = 1 + m[ROUND] * 64 + m[OFFERS_MADE]
    if mem[B_SEARCHED] == stamp:
        return
    mem[B_SEARCHED] = stamp
    set_aims(t, m, mem, party, 0)
    for side in range(t[T_N_PARTIES]):
        if side != party and mem[B_GAVE + side] > 0:
            mem[W_FLOOR + side] = mem[B_GAVE + side] + (GIVE_MORE if mem[B_OWN_OFFERS] > 0 else 0)
    know_homes(t, m, mem, party, MARGIN)
    find_package(t, m, mem, NODES)


def write_found(t, m, mem, out):
    """The package found, named only where a level changes or a link asks for it."""
    for issue in range(t[T_N_ISSUES]):
        if mem[W_FOUND + issue] != m[LEVEL + issue]:
            out[OUT_CELLS + issue] = mem[W_FOUND + issue]
    for _ in range(m[N_LINKS]):
        for row in range(m[N_LINKS]):
            at = LINKS + row * LINK_WIDTH
            name_linked(m, m[at + K_A], m[at + K_B], out)
            name_linked(m, m[at + K_B], m[at + K_A], out)


def name_linked(m, named, other, out):
    """Of two linked issues the second is named, at its level in force, when the first one is."""
    if out[OUT_CELLS + named] != UNSET and out[OUT_CELLS + other] == UNSET:
        out[OUT_CELLS + other] = m[LEVEL + other]


def say_own_offer(t, m, mem, party, seat, out):
    """Offer what was found, unless it is nothing or may not be offered; True when it is said."""
    if mem[W_FOUND_WORTH] == NOTHING:
        return False
    reason = WHY_MOST_FOR_ALL if mem[B_OWN_OFFERS] == 0 else WHY_MORE_FOR_THEM
    say(out, ACT_OFFER, 0, UNSET, UNSET, reason)
    write_found(t, m, mem, out)
    if may_say(t, m, seat, out) != ALLOWED:
        return False
    say_facts(out, mem[W_FOUND_GAIN + party], others_gain(t, mem, W_FOUND_GAIN, party), mem[W_FOUND_COST + party])
    mem[B_OWN_OFFERS] += 1
    for side in range(t[T_N_PARTIES]):
        mem[B_GAVE + side] = mem[W_FOUND_GAIN + side]
    return True


def weigh_standing(t, m, mem, party):
    """Worth of the offer that stands, by what is believed; NOTHING when it should not be taken."""
    set_aims(t, m, mem, party, m[BOUND])
    look_at_standing(t, m, mem)
    know_homes(t, m, mem, party, 0)
    carried = expect_homes(t, m, mem)
    if not carried or mem[W_PARTY_GAIN + party] < OWN_FLOOR:
        return NOTHING
    return plain_worth(t, m, mem) - cost_of_homes(t, mem)


def say_acceptance(t, m, seat, reason, own, theirs, cost, out):
    """Accept the offer that stands; True when the rules allow it."""
    say(out, ACT_ACCEPT, UNSET, UNSET, UNSET, reason)
    say_facts(out, own, theirs, cost)
    return may_say(t, m, seat, out) == ALLOWED


def answer_standing(t, m, mem, party, seat, out):
    """Accept the offer that stands when it is good enough for the moment; True when it is said.

    The bar is a share of the best that any package could bring, lower with every offer made.
    """
    worth = weigh_standing(t, m, mem, party)
    if worth <= 0:
        return False
    own = mem[W_PARTY_GAIN + party]
    theirs = others_gain(t, mem, W_PARTY_GAIN, party)
    cost = mem[W_COST + party]
    if m[OFFERS_MADE] >= t[T_OFFERS]:
        return say_acceptance(t, m, seat, WHY_LAST_CHANCE, own, theirs, cost, out)
    share = ENOUGH - LESS_EACH * (m[OFFERS_MADE] - 1)
    if 100 * worth < share * bound_on_worth(t, m, mem):
        search_best(t, m, mem, party)
        if mem[W_FOUND_WORTH] != NOTHING and 100 * worth < share * mem[W_FOUND_WORTH]:
            return False
    return say_acceptance(t, m, seat, WHY_GOOD_FOR_ALL, own, theirs, cost, out)


def say_seeking(t, m, mem, party, seat, out):
    """The word in the offers: accept, offer, or hold."""
    standing = has_offer(m, party)
    if standing and answer_standing(t, m, mem, party, seat, out):
        return
    if m[OFFERS_MADE] < t[T_OFFERS]:
        search_best(t, m, mem, party)
        if say_own_offer(t, m, mem, party, seat, out):
            return
    say_pause(t, m, mem, party, standing, out)


def say_pause(t, m, mem, party, standing, out):
    """Nothing better is known: hold."""
    clear_cells(out)
    say(out, ACT_HOLD, UNSET, UNSET, UNSET, WHY_TOO_LITTLE if standing else WHY_NOTHING_PASSES)
    say_facts(out, UNSET, UNSET, UNSET)
    if standing:
        look_at_standing(t, m, mem)
        say_facts(out, mem[W_PARTY_GAIN + party], others_gain(t, mem, W_PARTY_GAIN, party), UNSET)
