"""What a package is worth and whether it would pass: questions, no changes.

Shared by the vote, by bots and by analysis. Utility is in hundredths of a point (0..10000).
"""

from sim.kernel.expressions import evaluate, holds, judged_level
from sim.kernel.layout import (
    DELTA,
    GROUP_SHIFT,
    GROUP_SUPPORT,
    GROUP_YES,
    JUDGED,
    JUDGED_STEPS,
    JUDGED_TRACKS,
    L_A,
    L_AMOUNT,
    L_B,
    L_KIND,
    LAST_VOTE,
    LASTING,
    LASTING_WIDTH,
    LEVEL,
    MAX_ISSUES,
    MAX_LEVELS,
    N_LASTING,
    PARTY_YES_WEIGHT,
    PAYOFF_STEP,
    POSTURE,
    UNSET,
)
from sim.kernel.ledger import jot
from sim.kernel.tables import (
    T_GROUP_PARTY,
    T_GROUP_POINT,
    T_GROUP_REFUSES_EXPR,
    T_GROUP_SHIFT_EXPR,
    T_GROUP_WEIGHT,
    T_ISSUE_TRACK,
    T_N_GROUPS,
    T_N_ISSUES,
    T_N_PARTIES,
    T_PAYOFF,
    T_QUOTA_EXPR,
    T_SUPPORT_CELL,
    T_WEIGHT,
    T_YES_AT,
)


def payoff(t, party, issue, level):
    """Payoff 0..100 of a level to a party."""
    return t[T_PAYOFF + (party * MAX_ISSUES + issue) * MAX_LEVELS + level]


def weight(t, posture, issue):
    """Weight of an issue in per cent under a posture."""
    return t[T_WEIGHT + posture * MAX_ISSUES + issue]


def utility_of(t, s, party, posture, levels):
    """Utility in hundredths of the levels that stand at an offset of `s`."""
    total = 0
    for issue in range(t[T_N_ISSUES]):
        total += weight(t, posture, issue) * payoff(t, party, issue, s[levels + issue])
    return total


def gain_of(t, s, party, posture):
    """Utility of the judged package less that of the levels in force, in hundredths."""
    total = 0
    for issue in range(t[T_N_ISSUES]):
        level = s[JUDGED + issue]
        if level != UNSET:
            total += weight(t, posture, issue) * (payoff(t, party, issue, level) - payoff(t, party, issue, s[LEVEL + issue]))
    return total


def judge(t, s, package):
    """Make the package at an offset the judged one: its steps, tracks and each party's gain."""
    steps = 0
    tracks = 0
    for issue in range(t[T_N_ISSUES]):
        level = s[package + issue]
        jot(s, JUDGED + issue, level)
        if level != UNSET and level != s[LEVEL + issue]:
            steps += abs(level - s[LEVEL + issue])
            tracks = tracks | (1 << t[T_ISSUE_TRACK + issue])
    jot(s, JUDGED_STEPS, steps)
    jot(s, JUDGED_TRACKS, bits_of(tracks))
    note_gains(t, s)


def note_gains(t, s):
    """Put each party's gain from the judged package into DELTA; 0 for a posture that is not known."""
    for party in range(t[T_N_PARTIES]):
        posture = s[POSTURE + party]
        jot(s, DELTA + party, 0 if posture == UNSET else gain_of(t, s, party, posture))


def judge_step(t, s, issue, level):
    """Make a move of one issue the judged package, with the payoff step of every party."""
    for other in range(t[T_N_ISSUES]):
        jot(s, JUDGED + other, UNSET)
    jot(s, JUDGED + issue, level)
    steps = abs(level - s[LEVEL + issue])
    jot(s, JUDGED_STEPS, steps)
    jot(s, JUDGED_TRACKS, 1 if steps > 0 else 0)
    for party in range(t[T_N_PARTIES]):
        jot(s, PAYOFF_STEP + party, payoff(t, party, issue, level) - payoff(t, party, issue, s[LEVEL + issue]))
    note_gains(t, s)


def bits_of(mask):
    """How many bits of a mask are set."""
    count = 0
    while mask != 0:
        count += mask & 1
        mask = mask >> 1
    return count


def shift_of(t, s, group):
    """Issue shift of a group under the judged package (points of support)."""
    if t[T_GROUP_SHIFT_EXPR + group] != UNSET:
        return evaluate(t, s, t[T_GROUP_SHIFT_EXPR + group])
    total = 0
    for issue in range(t[T_N_ISSUES]):
        total += t[T_GROUP_POINT + group * MAX_ISSUES + issue] * (judged_level(t, s, issue) - s[LEVEL + issue])
    return total


def bonus_of(t, s, group):
    """Support from cards and levers that counts for this group in a vote on the judged package."""
    total = 0
    for row in range(s[N_LASTING]):
        at = LASTING + row * LASTING_WIDTH
        if s[at + L_KIND] == LAST_VOTE and s[at + L_A] == group:
            issue = s[at + L_B]
            if issue == UNSET or judged_level(t, s, issue) > s[LEVEL + issue]:
                total += s[at + L_AMOUNT]
    return total


def support_of(t, s, group):
    """Support now of a group, where it stands for those who may know it."""
    return s[t[T_SUPPORT_CELL + group]]


def vote_value(t, s, group, mood, groundwork):
    """Support, mood, shift, groundwork and bonuses of a group for the judged package."""
    return support_of(t, s, group) + mood + shift_of(t, s, group) + groundwork + bonus_of(t, s, group)


def says_yes(t, s, group, value):
    """1 when a vote value is a yes: at or above the line, and nothing makes the group refuse."""
    if t[T_GROUP_REFUSES_EXPR + group] != UNSET and evaluate(t, s, t[T_GROUP_REFUSES_EXPR + group]) != 0:
        return 0
    return 1 if value >= t[T_YES_AT] else 0


def quota_holds(t, s, party):
    """True when the yes groups in GROUP_YES carry the party's body for the judged package."""
    total = 0
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == party and s[GROUP_YES + group] == 1:
            total += t[T_GROUP_WEIGHT + group]
    jot(s, PARTY_YES_WEIGHT, total)
    return holds(t, s, t[T_QUOTA_EXPR + party])


def look_at_group(t, s, group):
    """Put shift and support of a group into the context, for expressions that ask for them."""
    jot(s, GROUP_SHIFT, shift_of(t, s, group))
    jot(s, GROUP_SUPPORT, support_of(t, s, group))
