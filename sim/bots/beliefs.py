"""What a bot makes of clues and moves: how heavily the other sides weigh each issue.

A side with several postures: evidence for each posture (hundredths of a natural logarithm), from bands shown
by clues, from the demand it plays out of a draw, and from its offers; believed weights are the mean over
postures. A side with one posture, whose weights are its secret: bands from clues, the rest shared out by
what its moves favour. Support that is not shown is followed through the levels that come into force.
"""

from sim.bots.memory import (
    B_ANSWER_ROUND,
    B_ASK_READ,
    B_CLUES,
    B_LEVEL,
    B_LIKING,
    B_OFFER_ROUND,
    B_OFFERS,
    B_OWN_POSTURE,
    B_POSTURE,
    B_SCORE,
    B_STALE,
    B_SURE_BAND,
)
from sim.kernel.appraise import payoff, weight
from sim.kernel.clues import HIGH, MIDDLE, band_of
from sim.kernel.demands import demand_at, gap_of
from sim.kernel.expressions import evaluate
from sim.kernel.layout import (
    ANSWER_COUNTER,
    CLUE_WIDTH,
    CLUES,
    D_ANSWER,
    D_CAME,
    D_CARD,
    D_FROM,
    D_LEVER,
    D_LINKED,
    DELTA,
    DEMAND_MET,
    GROUP_SHIFT,
    GROUP_SUPPORT,
    JUDGED,
    LEVEL,
    MAX_CLUES,
    MAX_ISSUES,
    N_CLUES,
    N_DEMANDS,
    OFFERS_MADE,
    POSTURE,
    PROPOSER,
    Q_ABOUT,
    Q_BAND,
    Q_ISSUE,
    Q_SURE,
    ROUND,
    STANDING,
    STEP,
    STEP_TALKS,
    UNSET,
)
from sim.kernel.tables import (
    T_BAND_HIGH,
    T_BAND_MIDDLE,
    T_CARD_ISSUE,
    T_DEMAND_BY,
    T_DEMAND_OF,
    T_GROUP_SHIFT_EXPR,
    T_GROUP_START,
    T_N_CARDS,
    T_N_GROUPS,
    T_N_ISSUES,
    T_N_PARTIES,
    T_N_POSTURES,
    T_POSTURE_PARTY,
    T_POSTURES_OF,
    T_STAYS_EXPR,
    T_SUPPORT_CELL,
)
from sim.kernel.workspace import W_GUESS, W_WEIGHT

SURE_WRONG = 600  # evidence against a posture that a sure clue contradicts
CLUE_WRONG = 150  # and one that may be false
OFFER_MOST = 150  # most that one offer says against a posture
OFFER_LOSS = 60  # an offer by which its own side would lose
SURE_ENOUGH = 450  # lead of one posture over the others with which probing ends
HALF = 70  # evidence that halves the chance of a posture: 100 times the logarithm of 2
LIKES, DISLIKES, LINKS_IT = 125, 88, 130  # per cent by which a move makes an issue look heavier
LEAST_LIKING, MOST_LIKING = 40, 300


def begin_beliefs(t, m, mem):
    """Before the first clue: all postures alike, all issues alike."""
    for posture in range(t[T_N_POSTURES]):
        mem[B_SCORE + posture] = 0
    for cell in range(t[T_N_PARTIES] * MAX_ISSUES):
        mem[B_LIKING + cell] = 100
        mem[B_SURE_BAND + cell] = 0
    for group in range(t[T_N_GROUPS]):
        mem[W_GUESS + group] = t[T_GROUP_START + group]
    for issue in range(t[T_N_ISSUES]):
        mem[B_LEVEL + issue] = m[LEVEL + issue]
    mem[B_OWN_POSTURE] = UNSET


def read_clue(t, m, mem, at):
    """One clue: a band of the weight of one issue."""
    about = m[at + Q_ABOUT]
    issue = m[at + Q_ISSUE]
    band = m[at + Q_BAND]
    if t[T_POSTURES_OF + about] == 1:
        mem[B_SURE_BAND + about * MAX_ISSUES + issue] = band + 1
        return
    for posture in range(t[T_N_POSTURES]):
        if t[T_POSTURE_PARTY + posture] == about and band_of(t, weight(t, posture, issue)) != band:
            mem[B_SCORE + posture] -= SURE_WRONG if m[at + Q_SURE] == 1 else CLUE_WRONG


def read_clues(t, m, mem, party):
    """The clues that have come since the last look; a rewind may have taken some back."""
    if mem[B_CLUES] > m[N_CLUES + party]:
        mem[B_CLUES] = m[N_CLUES + party]
    while mem[B_CLUES] < m[N_CLUES + party]:
        read_clue(t, m, mem, CLUES + (party * MAX_CLUES + mem[B_CLUES]) * CLUE_WIDTH)
        mem[B_CLUES] += 1
        mem[B_STALE] = 1


def heavier_cards(t, m, posture, card):
    """Per cent of the demand cards with a gap that a posture would rather play than this one."""
    own = weight(t, posture, t[T_CARD_ISSUE + card]) * gap_of(t, m, card)
    count = 1
    heavier = 0
    for other in range(t[T_N_CARDS]):
        if other != card and m[DEMAND_MET + other] == 0:
            gap = gap_of(t, m, other)
            if gap > 0:
                count += 1
                if weight(t, posture, t[T_CARD_ISSUE + other]) * gap > own:
                    heavier += 1
    return 100 * heavier // count


def read_ask(t, m, mem, at):
    """A card played out of a draw: the fewer cards a posture would rather play, the likelier it is."""
    card = m[at + D_CARD]
    by = m[at + D_FROM]
    mem[B_ASK_READ + card] = m[ROUND]
    for posture in range(t[T_N_POSTURES]):
        if t[T_POSTURE_PARTY + posture] == by:
            heavier = heavier_cards(t, m, posture, card)
            mem[B_SCORE + posture] -= heavier + heavier * heavier // 100
    mem[B_STALE] = 1


def read_asks(t, m, mem, party):
    """Demand cards that another side has played this round."""
    by = t[T_DEMAND_BY]
    if by == UNSET or by == party or t[T_POSTURES_OF + by] == 1:
        return
    for row in range(m[N_DEMANDS]):
        at = demand_at(row)
        if m[at + D_CAME] == m[ROUND] and m[at + D_CARD] != UNSET and m[at + D_FROM] == by and m[at + D_LEVER] == UNSET:
            if mem[B_ASK_READ + m[at + D_CARD]] != m[ROUND]:
                read_ask(t, m, mem, at)


def gain_under(t, m, party, posture):
    """Gain of a party from the standing offer if this were its posture, in hundredths."""
    total = 0
    for issue in range(t[T_N_ISSUES]):
        level = m[STANDING + issue]
        if level != UNSET and level != m[LEVEL + issue]:
            total += weight(t, posture, issue) * (payoff(t, party, issue, level) - payoff(t, party, issue, m[LEVEL + issue]))
    return total


def read_offer_of_many(t, m, mem, by):
    """An offer says something for the postures that gain most by it."""
    best = UNSET
    for posture in range(t[T_N_POSTURES]):
        if t[T_POSTURE_PARTY + posture] == by:
            gain = gain_under(t, m, by, posture)
            if best == UNSET or gain > best:
                best = gain
    for posture in range(t[T_N_POSTURES]):
        if t[T_POSTURE_PARTY + posture] == by:
            gain = gain_under(t, m, by, posture)
            against = (best - gain) // 12
            if against > OFFER_MOST:
                against = OFFER_MOST
            mem[B_SCORE + posture] -= against + (OFFER_LOSS if gain < 0 else 0)


def like(mem, by, issue, percent):
    """An issue looks heavier, or lighter, for a side without postures."""
    cell = B_LIKING + by * MAX_ISSUES + issue
    liking = mem[cell] * percent // 100
    if liking < LEAST_LIKING:
        liking = LEAST_LIKING
    mem[cell] = liking if liking < MOST_LIKING else MOST_LIKING


def read_offer_of_one(t, m, mem, by):
    """An offer favours the issues on which its side gains, and tells that it can give on the others."""
    for issue in range(t[T_N_ISSUES]):
        level = m[STANDING + issue]
        if level != UNSET and level != m[LEVEL + issue]:
            step = payoff(t, by, issue, level) - payoff(t, by, issue, m[LEVEL + issue])
            if step != 0:
                like(mem, by, issue, LIKES if step > 0 else DISLIKES)


def read_offers(t, m, mem, party):
    """A new offer of another side."""
    by = m[PROPOSER]
    if by == UNSET or by == party:
        return
    if mem[B_OFFER_ROUND] == m[ROUND] and mem[B_OFFERS] == m[OFFERS_MADE]:
        return
    mem[B_OFFER_ROUND] = m[ROUND]
    mem[B_OFFERS] = m[OFFERS_MADE]
    if t[T_POSTURES_OF + by] > 1:
        read_offer_of_many(t, m, mem, by)
    else:
        read_offer_of_one(t, m, mem, by)
    mem[B_STALE] = 1


def read_answers(t, m, mem, party):
    """What the side asked wants in return for this round's demands."""
    by = t[T_DEMAND_OF]
    if by == UNSET or by == party or m[STEP] < STEP_TALKS or mem[B_ANSWER_ROUND] == m[ROUND]:
        return
    mem[B_ANSWER_ROUND] = m[ROUND]
    for row in range(m[N_DEMANDS]):
        at = demand_at(row)
        if m[at + D_CAME] == m[ROUND] and m[at + D_ANSWER] == ANSWER_COUNTER and m[at + D_LINKED] != UNSET:
            like(mem, by, m[at + D_LINKED], LINKS_IT)
            mem[B_STALE] = 1


def believe_postures(t, mem, side):
    """Believed weights of a side with several postures: the mean over them; and the likeliest."""
    best = UNSET
    for posture in range(t[T_N_POSTURES]):
        if t[T_POSTURE_PARTY + posture] == side and (best == UNSET or mem[B_SCORE + posture] > mem[B_SCORE + best]):
            best = posture
    mem[B_POSTURE + side] = best
    for issue in range(t[T_N_ISSUES]):
        total = 0
        chances = 0
        for posture in range(t[T_N_POSTURES]):
            if t[T_POSTURE_PARTY + posture] == side:
                halvings = (mem[B_SCORE + best] - mem[B_SCORE + posture]) // HALF
                chance = 1024 >> halvings if halvings < 11 else 0
                chances += chance
                total += chance * weight(t, posture, issue)
        mem[W_WEIGHT + side * MAX_ISSUES + issue] = 10 * total // chances


def weight_in_band(t, band):
    """Tenths of a per cent that an issue of a band is taken to weigh."""
    if band == HIGH:
        return 10 * t[T_BAND_HIGH] + 40
    if band == MIDDLE:
        return 5 * (t[T_BAND_HIGH] + t[T_BAND_MIDDLE])
    return 5 * t[T_BAND_MIDDLE]


def believe_bands(t, mem, side):
    """Believed weights of a side without postures: known bands, the rest by liking."""
    row = side * MAX_ISSUES
    left = 1000
    likings = 0
    for issue in range(t[T_N_ISSUES]):
        if mem[B_SURE_BAND + row + issue] > 0:
            mem[W_WEIGHT + row + issue] = weight_in_band(t, mem[B_SURE_BAND + row + issue] - 1)
            left -= mem[W_WEIGHT + row + issue]
        else:
            likings += mem[B_LIKING + row + issue]
    if left < 0:
        left = 0
    for issue in range(t[T_N_ISSUES]):
        if mem[B_SURE_BAND + row + issue] == 0:
            mem[W_WEIGHT + row + issue] = left * mem[B_LIKING + row + issue] // likings


def follow_support(t, m, mem):
    """Levels that came into force move support that is not shown; guess by how much."""
    moved = False
    for issue in range(t[T_N_ISSUES]):
        if mem[B_LEVEL + issue] != m[LEVEL + issue]:
            moved = True
    if not moved:
        return
    for side in range(t[T_N_PARTIES]):
        gain = 0
        for issue in range(t[T_N_ISSUES]):
            step = payoff(t, side, issue, m[LEVEL + issue]) - payoff(t, side, issue, mem[B_LEVEL + issue])
            gain += mem[W_WEIGHT + side * MAX_ISSUES + issue] * step // 10
        m[DELTA + side] = gain
    for issue in range(t[T_N_ISSUES]):
        m[JUDGED + issue] = UNSET
        mem[B_LEVEL + issue] = m[LEVEL + issue]
    for group in range(t[T_N_GROUPS]):
        if m[t[T_SUPPORT_CELL + group]] == UNSET and t[T_GROUP_SHIFT_EXPR + group] != UNSET:
            m[GROUP_SHIFT] = evaluate(t, m, t[T_GROUP_SHIFT_EXPR + group])
            m[GROUP_SUPPORT] = mem[W_GUESS + group]
            mem[W_GUESS + group] += evaluate(t, m, t[T_STAYS_EXPR])


def learn(t, m, mem, party):
    """Take in what has happened since the last look; believed weights stand in W_WEIGHT."""
    read_clues(t, m, mem, party)
    read_asks(t, m, mem, party)
    read_offers(t, m, mem, party)
    read_answers(t, m, mem, party)
    follow_support(t, m, mem)
    if mem[B_OWN_POSTURE] != m[POSTURE + party]:
        mem[B_OWN_POSTURE] = m[POSTURE + party]
        mem[B_STALE] = 1
    if mem[B_STALE] == 0:
        return
    mem[B_STALE] = 0
    for side in range(t[T_N_PARTIES]):
        if side == party:
            for issue in range(t[T_N_ISSUES]):
                mem[W_WEIGHT + side * MAX_ISSUES + issue] = 10 * weight(t, m[POSTURE + party], issue)
        elif t[T_POSTURES_OF + side] > 1:
            believe_postures(t, mem, side)
        else:
            believe_bands(t, mem, side)


def knows_enough(t, mem, side):
    """True when one more clue about a side would hardly change what is believed of it."""
    if t[T_POSTURES_OF + side] == 1:
        for issue in range(t[T_N_ISSUES]):
            if mem[B_SURE_BAND + side * MAX_ISSUES + issue] == 0:
                return False
        return True
    best = mem[B_POSTURE + side]
    for posture in range(t[T_N_POSTURES]):
        if posture != best and t[T_POSTURE_PARTY + posture] == side and mem[B_SCORE + best] - mem[B_SCORE + posture] < SURE_ENOUGH:
            return False
    return True
