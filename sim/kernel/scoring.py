"""After the last round: utilities, side and joint scores, seats, the ending (rules 7.1-7.5)."""

from sim.kernel.appraise import payoff, utility_of, weight
from sim.kernel.expressions import evaluate, holds
from sim.kernel.layout import (
    AGENDA,
    AGENDA_POINTS,
    ALLIANCE,
    BEST_SUM,
    CTX_AGENDA,
    CTX_PARTY,
    CTX_SIDE,
    EFFICIENCY,
    ENDING,
    GAINS,
    INITIATIVE_GAIN,
    INITIATIVE_STATUS,
    JOINT,
    LEVEL,
    MAX_PARTIES,
    NOW_SUM,
    POSTURE,
    SEAT_SCORE,
    SIDE,
    START_LEVEL,
    START_SUM,
    TESTED,
    UNSET,
    UTILITY,
    WINNERS,
)
from sim.kernel.ledger import jot, put
from sim.kernel.locks import cap_of
from sim.kernel.tables import (
    MAX_AGENDAS,
    T_AGENDA_EXPR,
    T_ALLIANCE_EXPR,
    T_EFFICIENCY_EXPR,
    T_ENDING_EXPR,
    T_FAMILY_BEST,
    T_INIT_FAMILY,
    T_JOINT_EXPR,
    T_JOINT_MAX,
    T_N_ENDINGS,
    T_N_FAMILIES,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_PARTIES,
    T_N_SEATS,
    T_NO_WINNER_EXPR,
    T_SCORE_CAUSE,
    T_SEAT_EXPR,
    T_SEAT_PARTY,
    T_SIDE_EXPR,
)


def best_sum(t, s):
    """Largest sum of utilities within the caps of now (hundredths). The sum is separable by issue."""
    total = 0
    for issue in range(t[T_N_ISSUES]):
        cap = cap_of(t, s, issue)
        if cap < s[LEVEL + issue]:
            cap = s[LEVEL + issue]
        best = -1
        for level in range(cap + 1):
            worth = 0
            for party in range(t[T_N_PARTIES]):
                worth += weight(t, s[POSTURE + party], issue) * payoff(t, party, issue, level)
            if worth > best:
                best = worth
        total += best
    return total


def best_left(t, s, family, party):
    """Completed initiative of a family with the largest gain not yet counted, or UNSET."""
    best = UNSET
    for card in range(t[T_N_INITIATIVES]):
        if s[INITIATIVE_STATUS + card] == 3 and t[T_INIT_FAMILY + card] == family and s[TESTED + card] == 0:
            if best == UNSET or s[INITIATIVE_GAIN + card * MAX_PARTIES + party] > s[INITIATIVE_GAIN + best * MAX_PARTIES + party]:
                best = card
    return best


def gains_of(t, s, party):
    """Side points of completed initiatives.

    Rule 7.2: Of the completed initiatives of a family only the best count for a side, a limited number of them.
    """
    total = 0
    for card in range(t[T_N_INITIATIVES]):
        jot(s, TESTED + card, 0)
    for family in range(t[T_N_FAMILIES]):
        for _ in range(t[T_FAMILY_BEST]):
            card = best_left(t, s, family, party)
            if card != UNSET:
                jot(s, TESTED + card, 1)
                total += s[INITIATIVE_GAIN + card * MAX_PARTIES + party]
    return total


def score(t, s, log, cell, value):
    """Write one result."""
    put(t, s, log, cell, value, value, t[T_SCORE_CAUSE])


def score_sums(t, s, log):
    """Utilities of the levels in force, and the three sums.

    Rule 7.1: Scores are counted once, after the last round; the utility of the levels in force counts under the posture of the end.
    """
    now = 0
    start = 0
    for party in range(t[T_N_PARTIES]):
        utility = utility_of(t, s, party, s[POSTURE + party], LEVEL)
        score(t, s, log, UTILITY + party, utility)
        now += utility
        start += utility_of(t, s, party, s[POSTURE + party], START_LEVEL)
        score(t, s, log, GAINS + party, gains_of(t, s, party))
    score(t, s, log, NOW_SUM, now)
    score(t, s, log, START_SUM, start)
    score(t, s, log, BEST_SUM, best_sum(t, s))


def value_or_zero(t, s, program):
    """Value of an expression, 0 where the pack has none."""
    return 0 if program == UNSET else evaluate(t, s, program)


def score_sides(t, s, log):
    """Efficiency, alliance, sides and the joint score.

    Rule 7.3: The points of each side, efficiency, the state of the alliance and the joint score follow from the formulas of the pack;
    the joint score has a maximum.
    """
    score(t, s, log, EFFICIENCY, value_or_zero(t, s, t[T_EFFICIENCY_EXPR]))
    score(t, s, log, ALLIANCE, value_or_zero(t, s, t[T_ALLIANCE_EXPR]))
    for party in range(t[T_N_PARTIES]):
        jot(s, CTX_PARTY, party)
        score(t, s, log, SIDE + party, value_or_zero(t, s, t[T_SIDE_EXPR + party]))
    joint = value_or_zero(t, s, t[T_JOINT_EXPR])
    score(t, s, log, JOINT, joint if joint < t[T_JOINT_MAX] else t[T_JOINT_MAX])


def score_seats(t, s, log):
    """Agenda and score of every seat, and who has the first place.

    Rule 7.4: A seat scores by its agenda, its side and the joint score; the best has the first place, and nobody has where there was no
    common success.
    """
    best = -1
    for seat in range(t[T_N_SEATS]):
        points = 0
        if s[AGENDA + seat] != UNSET:
            points = value_or_zero(t, s, t[T_AGENDA_EXPR + seat * MAX_AGENDAS + s[AGENDA + seat]])
        score(t, s, log, AGENDA_POINTS + seat, points)
        jot(s, CTX_AGENDA, points)
        jot(s, CTX_SIDE, s[SIDE + t[T_SEAT_PARTY + seat]])
        total = value_or_zero(t, s, t[T_SEAT_EXPR])
        score(t, s, log, SEAT_SCORE + seat, total)
        if total > best:
            best = total
    winners = 0
    if t[T_NO_WINNER_EXPR] == UNSET or not holds(t, s, t[T_NO_WINNER_EXPR]):
        for seat in range(t[T_N_SEATS]):
            if s[SEAT_SCORE + seat] == best:
                winners = winners | (1 << seat)
    score(t, s, log, WINNERS, winners)


def choose_ending(t, s, log):
    """Write the ending.

    Rule 7.5: The ending is the first in the list whose condition holds.
    """
    for ending in range(t[T_N_ENDINGS]):
        if holds(t, s, t[T_ENDING_EXPR + ending]):
            score(t, s, log, ENDING, ending)
            return


def score_game(t, s, log):
    """All results, once, after the last round."""
    score_sums(t, s, log)
    score_sides(t, s, log)
    score_seats(t, s, log)
    choose_ending(t, s, log)
