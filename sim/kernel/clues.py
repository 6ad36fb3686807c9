"""Clues: how heavily the other side weighs one issue, sometimes false (rule 4.19, R8)."""

from sim.kernel.appraise import weight
from sim.kernel.chance import FOR_CLUE_BAND, FOR_CLUE_FALSE, FOR_CLUE_ISSUE, draw_next, forced_draw, succeeds
from sim.kernel.expressions import evaluate, holds
from sim.kernel.layout import (
    CLUE_WIDTH,
    CLUES,
    DRAWS,
    MAX_CLUES,
    N_CLUES,
    POSTURE,
    Q_ABOUT,
    Q_BAND,
    Q_ISSUE,
    Q_ROUND,
    Q_SURE,
    ROUND,
    UNSET,
)
from sim.kernel.ledger import put
from sim.kernel.tables import (
    T_BAND_HIGH,
    T_BAND_MIDDLE,
    T_CLUE_WRONG_EXPR,
    T_N_ISSUES,
    T_N_PARTIES,
    T_N_POSTURES,
    T_OPEN_CLUE_EXPR,
    T_POSTURE_PARTY,
    T_POSTURES_OF,
)

LOW, MIDDLE, HIGH = range(3)


def band_of(t, weight_percent):
    """Band of a weight: 0 low, 1 middle, 2 high."""
    if weight_percent >= t[T_BAND_HIGH]:
        return HIGH
    if weight_percent >= t[T_BAND_MIDDLE]:
        return MIDDLE
    return LOW


def read_by(t, party):
    """The party that another party's clues are about: the next one in the list."""
    return (party + 1) % t[T_N_PARTIES]


def drawn_issue(t, s, log, about):
    """An issue with equal chance, of those in the bit mask `about` (0: any)."""
    count = 0
    for issue in range(t[T_N_ISSUES]):
        if about == 0 or (about >> issue) & 1 == 1:
            count += 1
    if count == 0:
        return UNSET
    wanted = forced_draw(s, FOR_CLUE_ISSUE, s[DRAWS + FOR_CLUE_ISSUE])
    pick = draw_next(t, s, log, FOR_CLUE_ISSUE, count)
    if wanted != UNSET and (about == 0 or (about >> wanted) & 1 == 1):
        return wanted
    for issue in range(t[T_N_ISSUES]):
        if about == 0 or (about >> issue) & 1 == 1:
            if pick == 0:
                return issue
            pick -= 1
    return UNSET


def other_posture(t, s, log, party):
    """Another posture of the party, with equal chance; it must have more than one."""
    pick = draw_next(t, s, log, FOR_CLUE_BAND, t[T_POSTURES_OF + party] - 1)
    for posture in range(t[T_N_POSTURES]):
        if t[T_POSTURE_PARTY + posture] == party and posture != s[POSTURE + party]:
            if pick == 0:
                return posture
            pick -= 1
    return s[POSTURE + party]


def false_band(t, s, log, party, issue):
    """What a false clue shows: the band under another posture, or one of the two other bands."""
    if t[T_POSTURES_OF + party] > 1:
        return band_of(t, weight(t, other_posture(t, s, log, party), issue))
    true_band = band_of(t, weight(t, s[POSTURE + party], issue))
    return (true_band + 1 + draw_next(t, s, log, FOR_CLUE_BAND, 2)) % 3


def give_clue(t, s, log, party, about, sure, cause):
    """Write one clue into what a party knows. about: bit per issue, 0 = any. sure: never false.

    Rule 4.19: A clue tells of one issue, drawn with equal chance, whether the other side weighs it high, middle or low. It may be
    false; one that cannot be false is marked as sure.

    It is marked as sure when it could not be false: the chance of that is a public number.
    """
    if s[N_CLUES + party] >= MAX_CLUES or not holds(t, s, t[T_OPEN_CLUE_EXPR]):
        return
    read = read_by(t, party)
    issue = drawn_issue(t, s, log, about)
    if issue == UNSET:
        return
    band = band_of(t, weight(t, s[POSTURE + read], issue))
    wrong = 0 if sure or t[T_CLUE_WRONG_EXPR] == UNSET else evaluate(t, s, t[T_CLUE_WRONG_EXPR])
    if succeeds(t, s, log, FOR_CLUE_FALSE, wrong):
        band = false_band(t, s, log, read, issue)
    at = CLUES + (party * MAX_CLUES + s[N_CLUES + party]) * CLUE_WIDTH
    put(t, s, log, at + Q_ABOUT, read, 0, cause)
    put(t, s, log, at + Q_ISSUE, issue, issue, cause)
    put(t, s, log, at + Q_BAND, band, band, cause)
    put(t, s, log, at + Q_SURE, 1 if wrong < 1 else 0, 0, cause)
    put(t, s, log, at + Q_ROUND, s[ROUND], 0, cause)
    put(t, s, log, N_CLUES + party, s[N_CLUES + party] + 1, 0, cause)
