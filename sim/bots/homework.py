"""Home, for the styles that mean to ratify: consult where it matters, place the cheapest majority, submit or keep back."""

from sim.bots.common import may_plain, say, say_facts
from sim.bots.memory import B_HOME, B_HOME_COST, B_HOME_MARK, B_HOME_STEPS, B_KEEP_BACK
from sim.bots.reasons import WHY_EXPECTS_NO, WHY_EXPECTS_YES, WHY_MAKES_MAJORITY, WHY_MOOD_MATTERS
from sim.bots.worth import CAPITAL_UNIT
from sim.kernel.appraise import quota_holds
from sim.kernel.chance import mixed
from sim.kernel.codes import ACT_CONSULT, ACT_GROUNDWORK, ACT_KEEP_BACK, ACT_SUBMIT, ALLOWED
from sim.kernel.expressions import holds
from sim.kernel.forecast import expect_home, know_groups, look_at_package
from sim.kernel.layout import GROUNDWORK, GROUP_YES, KNOWN_MOOD, LEVEL, ROUND, STANDING, UNSET
from sim.kernel.search import note_caps, note_gains_of_levels
from sim.kernel.tables import T_GROUP_PARTY, T_GROUP_WEIGHT, T_MOOD, T_N_GROUPS, T_N_ISSUES, T_N_PARTIES, T_OPEN_MOOD_EXPR, T_YES_AT
from sim.kernel.workspace import (
    W_COST,
    W_LACK,
    W_LIFTED,
    W_PACKAGE,
    W_PARTY_GAIN,
    W_PRICE,
    W_STEP_SIZE,
    W_STEPS,
    W_VALUE_OF,
)

NEW, CONSULTED_ALREADY, PLANNED = range(3)  # B_HOME
LEAST_CHANCE = 45  # per cent of a yes at home below which a package is kept back
RECKONED = 50  # per cent of the range of moods that is reckoned with: homes are planned for usual moods, not for the worst
STAKE = 300  # what a failed vote costs beside the gains of the package, in hundredths of a point


def look_at_standing(t, m, mem):
    """Make the standing offer the package of the work vector."""
    note_caps(t, m, mem)
    for issue in range(t[T_N_ISSUES]):
        level = m[STANDING + issue]
        mem[W_PACKAGE + issue] = m[LEVEL + issue] if level == UNSET else level
    note_gains_of_levels(t, m, mem)
    look_at_package(t, m, mem)


def mood_doubt(t, m, mem, group):
    """How much a group's unknown mood matters: 0 when it is known or cannot turn the vote, else its weight."""
    if m[KNOWN_MOOD + group] > 0:
        return 0
    reach = t[T_MOOD + t[T_GROUP_PARTY + group]]
    value = mem[W_VALUE_OF + group] + mem[W_STEPS + group] * mem[W_STEP_SIZE]
    if value - reach >= t[T_YES_AT] or value + reach < t[T_YES_AT]:
        return 0
    return t[T_GROUP_WEIGHT + group] + (100 if mem[W_LIFTED + group] == 1 else 0)


def group_to_consult(t, m, mem, party):
    """The own group whose mood matters most for this vote, or UNSET."""
    if not holds(t, m, t[T_OPEN_MOOD_EXPR]):
        return UNSET
    know_groups(t, m, mem, party, 0, 0)
    expect_home(t, m, mem, party)
    best = UNSET
    most = 0
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == party:
            doubt = mood_doubt(t, m, mem, group)
            if doubt > most:
                best = group
                most = doubt
    return best


def reckoned_mood(t, party):
    """How far from 0 the mood of a group is thought to lie at most."""
    return (t[T_MOOD + party] * RECKONED + 50) // 100


def counts_on(mem, group):
    """True for a group that is expected to say yes: of itself, or by groundwork."""
    return mem[W_LIFTED + group] == 1 or mem[W_PRICE + group] == 0


def chance_of_group(t, mem, group, reach):
    """Per cent that a group of unknown mood says yes, over the moods it may have."""
    slack = mem[W_VALUE_OF + group] + mem[W_STEPS + group] * mem[W_STEP_SIZE] - t[T_YES_AT]
    chance = 100 * (slack + reach + 1) // (2 * reach + 1)
    if chance > 100:
        return 100
    return chance if chance > 0 else 0


def chance_at_home(t, m, mem, party):
    """Rough per cent of a yes: every group in doubt without which the majority falls must say yes."""
    chance = 100
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == party:
            m[GROUP_YES + group] = 1 if counts_on(mem, group) else 0
            if mem[W_PRICE + group] == 0:
                mem[W_STEPS + group] = 0
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] != party or m[GROUP_YES + group] == 0 or m[KNOWN_MOOD + group] > 0:
            continue
        likely = chance_of_group(t, mem, group, reckoned_mood(t, party))
        if likely < 100:
            m[GROUP_YES + group] = 0
            if not quota_holds(t, m, party):
                chance = chance * likely // 100
            m[GROUP_YES + group] = 1
    return chance


def plan_home(t, m, mem, party):
    """Plan the groundwork: the margin against unknown moods whose chance is worth its price; or keep back."""
    mem[B_KEEP_BACK] = 1
    at_stake = STAKE
    for side in range(t[T_N_PARTIES]):
        at_stake += mem[W_PARTY_GAIN + side]
    most = UNSET
    for margin in range(reckoned_mood(t, party) + 1):
        know_groups(t, m, mem, party, margin, 0)
        expect_home(t, m, mem, party)
        if mem[W_LACK + party] > 0:
            return
        chance = 100
        if holds(t, m, t[T_OPEN_MOOD_EXPR]):
            chance = chance_at_home(t, m, mem, party)
        worth = chance * at_stake // 100 - mem[W_COST + party] * CAPITAL_UNIT
        if chance >= LEAST_CHANCE and (mem[B_KEEP_BACK] == 1 or worth > most):
            most = worth
            keep_home_plan(t, mem, party)
        if chance == 100:
            return


def keep_home_plan(t, mem, party):
    """This plan can be paid: remember its steps and what they cost."""
    mem[B_KEEP_BACK] = 0
    mem[B_HOME_COST] = mem[W_COST + party]
    for group in range(t[T_N_GROUPS]):
        mem[B_HOME_STEPS + group] = 0
        if t[T_GROUP_PARTY + group] == party and mem[W_LIFTED + group] == 1:
            mem[B_HOME_STEPS + group] = mem[W_STEPS + group]


def say_next_step(t, m, mem, party, out):
    """The next group whose groundwork is not yet placed as planned; True when there is one."""
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == party and m[GROUNDWORK + group] != mem[B_HOME_STEPS + group]:
            say(out, ACT_GROUNDWORK, group, mem[B_HOME_STEPS + group], UNSET, WHY_MAKES_MAJORITY)
            say_facts(out, group, mem[B_HOME_STEPS + group], UNSET)
            return True
    return False


def mark_of_accord(t, m):
    """A number that another accord, or the same one in another round, would hardly have."""
    mark = m[ROUND] + 1
    for issue in range(t[T_N_ISSUES]):
        mark = mixed(mark * 31 + m[STANDING + issue] + 1)
    return mark


def say_home(t, m, mem, party, seat, consults, out):
    """Consult (1 for a style that does), plan, place, submit: one act a call; a new accord begins anew, also after a rewind."""
    if mem[B_HOME_MARK] != mark_of_accord(t, m):
        mem[B_HOME_MARK] = mark_of_accord(t, m)
        mem[B_HOME] = NEW
    if mem[B_HOME] == NEW:
        mem[B_HOME] = CONSULTED_ALREADY
        look_at_standing(t, m, mem)
        group = group_to_consult(t, m, mem, party) if consults == 1 else UNSET
        if group != UNSET and may_plain(t, m, seat, ACT_CONSULT, group, UNSET) == ALLOWED:
            say(out, ACT_CONSULT, group, UNSET, UNSET, WHY_MOOD_MATTERS)
            say_facts(out, group, UNSET, UNSET)
            return
    if mem[B_HOME] == CONSULTED_ALREADY:
        mem[B_HOME] = PLANNED
        look_at_standing(t, m, mem)
        plan_home(t, m, mem, party)
    if mem[B_KEEP_BACK] == 1:
        say(out, ACT_KEEP_BACK, UNSET, UNSET, UNSET, WHY_EXPECTS_NO)
        return
    if not say_next_step(t, m, mem, party, out):
        say(out, ACT_SUBMIT, UNSET, UNSET, UNSET, WHY_EXPECTS_YES)
        say_facts(out, mem[B_HOME_COST], UNSET, UNSET)
