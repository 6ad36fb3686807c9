"""Step 2, Demand: cards are drawn, one is played, sometimes a second (rules 2.1-2.4)."""

from sim.kernel.appraise import weight
from sim.kernel.chance import FOR_DEMAND, FOR_SECOND_DEMAND, draw_next, forced_draw, succeeds
from sim.kernel.codes import ACT_LEVER, ALLOWED, CHOICE_FIRST, GAME_OVER, NO_GAP, NOT_IN_HAND, NOT_NOW, NOT_THIS_SEAT, NOT_YOUR_TURN
from sim.kernel.demands import (
    IN_PILE,
    IN_USE,
    RETURNED,
    demand_at,
    gap_of,
    place_card,
    place_plain,
)
from sim.kernel.expressions import evaluate, holds, most_asked
from sim.kernel.layout import (
    AHEAD,
    D_PLACE,
    DEMAND_STATUS,
    HAND,
    LEVEL,
    MAX_HAND,
    N_CHOICES,
    N_DEMANDS,
    OVER,
    POSTURE,
    REFRAMED,
    ROUND,
    SECOND_CAME,
    TESTED,
    UNSET,
    WAITING,
)
from sim.kernel.ledger import jot, put
from sim.kernel.tables import (
    T_AHEAD_EXPR,
    T_CARD_CAUSE,
    T_DEMAND_BY,
    T_DEMAND_DRAW,
    T_HEAD,
    T_N_CARDS,
    T_N_RENEWED,
    T_N_ROUNDS,
    T_OPEN_EXPR,
    T_OPEN_SECOND_EXPR,
    T_PLAY_CAUSE,
    T_RENEWED,
    T_SEAT_PARTY,
    T_SECOND_CHANCE_EXPR,
    T_SECOND_DRAW,
    T_TOP,
    WORK_DRAW,
    WORK_SECOND,
    WORK_SHOW,
)
from sim.kernel.turn import is_waited_for, stop_waiting, wait_for, work_now


def hand_at(t):
    """Offset of the cards that the demanding party has drawn."""
    return HAND + t[T_DEMAND_BY] * MAX_HAND


def hand_size(t, s):
    """How many cards are in hand."""
    count = 0
    for k in range(MAX_HAND):
        if s[hand_at(t) + k] != UNSET:
            count += 1
    return count


def is_in_hand(t, s, card):
    """True when a demand card is in hand."""
    for k in range(MAX_HAND):
        if s[hand_at(t) + k] == card:
            return True
    return False


def has_gap(t, s):
    """True when some card in hand still asks for something."""
    for k in range(MAX_HAND):
        card = s[hand_at(t) + k]
        if card != UNSET and gap_of(t, s, card) > 0:
            return True
    return False


def demand_of_pool(t, s, log, status):
    """A demand card with this status that was not seen in this draw, with equal chance, or UNSET."""
    count = 0
    for card in range(t[T_N_CARDS]):
        if s[DEMAND_STATUS + card] == status and s[TESTED + card] == 0:
            count += 1
    if count == 0:
        return UNSET
    n = draw_next(t, s, log, FOR_DEMAND, count)
    for card in range(t[T_N_CARDS]):
        if s[DEMAND_STATUS + card] == status and s[TESTED + card] == 0:
            if n == 0:
                return card
            n -= 1
    return UNSET


def drawn_demand(t, s, log, index):
    """The next demand card of the pile, then of those returned; UNSET when neither has one."""
    wanted = forced_draw(s, FOR_DEMAND, index)
    if wanted != UNSET and wanted < t[T_N_CARDS] and s[DEMAND_STATUS + wanted] <= RETURNED and s[TESTED + wanted] == 0:
        return wanted
    card = demand_of_pool(t, s, log, IN_PILE)
    if card == UNSET:
        card = demand_of_pool(t, s, log, RETURNED)
    return card


def take_to_hand(t, s, log, slot, card):
    """A drawn card goes to the hand; only its party sees it."""
    jot(s, TESTED + card, 1)
    put(t, s, log, DEMAND_STATUS + card, IN_USE, 0, t[T_CARD_CAUSE + card])
    put(t, s, log, hand_at(t) + slot, card, 0, t[T_CARD_CAUSE + card])


def empty_hand(t, s, log, kept):
    """Cards drawn and not played go under the pile."""
    for k in range(MAX_HAND):
        card = s[hand_at(t) + k]
        if card != UNSET:
            if card != kept:
                put(t, s, log, DEMAND_STATUS + card, RETURNED, 0, t[T_CARD_CAUSE + card])
            put(t, s, log, hand_at(t) + k, UNSET, 0, t[T_CARD_CAUSE + card])


def draw_hand(t, s, log, count, first_index):
    """Draw cards to the hand until one of them has a gap; False when none is left that has.

    Rule 2.2: A demand card is played only if it has a gap, that is, if what it asks for is not so already. Where no card drawn has one,
    further cards are drawn one at a time.
    """
    for card in range(t[T_N_CARDS]):
        jot(s, TESTED + card, 0)
    for k in range(count):
        card = drawn_demand(t, s, log, first_index + k)
        if card != UNSET:
            take_to_hand(t, s, log, k, card)
    for k in range(t[T_N_CARDS]):
        if has_gap(t, s):
            return True
        card = drawn_demand(t, s, log, first_index + count + k)
        empty_hand(t, s, log, UNSET)
        if card == UNSET:
            return False
        take_to_hand(t, s, log, 0, card)
    empty_hand(t, s, log, UNSET)
    return False


def renewed_issue(t, s):
    """Issue of a renewed ask: the heaviest that can rise and has no open demand above its level."""
    best = UNSET
    best_weight = -1
    posture = s[POSTURE + t[T_DEMAND_BY]]
    for k in range(t[T_N_RENEWED]):
        issue = t[T_RENEWED + k]
        if s[LEVEL + issue] < t[T_TOP + issue] and most_asked(t, s, issue) <= s[LEVEL + issue]:
            if weight(t, posture, issue) > best_weight:
                best = issue
                best_weight = weight(t, posture, issue)
    return best


def renew_ask(t, s, log):
    """The demand of a round in which no card fits.

    Rule 2.3: With no card left that has a gap, the asking side renews an ask: one level more on the issue that weighs most for it, of
    those in the list that can rise and of which no more is asked already.
    """
    issue = renewed_issue(t, s)
    if issue != UNSET:
        place_plain(t, s, log, issue, s[LEVEL + issue] + 1, UNSET, t[T_DEMAND_BY], t[T_PLAY_CAUSE])


def open_draw(t, s, log):
    """The first demand of the round: shown ahead, drawn now, or a renewed ask (rules 2.1-2.3, 6.8)."""
    if t[T_DEMAND_BY] == UNSET:
        return
    ahead = s[AHEAD]
    if ahead != UNSET:
        put(t, s, log, AHEAD, UNSET, 0, t[T_CARD_CAUSE + ahead])
        place_card(t, s, log, ahead, t[T_DEMAND_BY], t[T_CARD_CAUSE + ahead])
    elif draw_hand(t, s, log, t[T_DEMAND_DRAW], 0):
        wait_for(t, s, log, 1 << t[T_DEMAND_BY], t[T_PLAY_CAUSE])
    else:
        renew_ask(t, s, log)


def open_second(t, s, log):
    """Sometimes a second demand; its chance is the pack's (R1).

    Rule 2.4: By chance a second demand follows, drawn and played like the first.
    """
    if t[T_DEMAND_BY] == UNSET or t[T_SECOND_CHANCE_EXPR] == UNSET or not holds(t, s, t[T_OPEN_SECOND_EXPR]):
        return
    chance = evaluate(t, s, t[T_SECOND_CHANCE_EXPR])
    if succeeds(t, s, log, FOR_SECOND_DEMAND, chance) and draw_hand(t, s, log, t[T_SECOND_DRAW], 100):
        wait_for(t, s, log, 1 << t[T_DEMAND_BY], t[T_PLAY_CAUSE])


def open_own_lever(t, s, log):
    """The demanding party may play a lever before it ends its step."""
    if t[T_DEMAND_BY] != UNSET and holds(t, s, t[T_OPEN_EXPR + ACT_LEVER]):
        wait_for(t, s, log, 1 << t[T_DEMAND_BY], t[T_PLAY_CAUSE])


def open_ahead(t, s, log):
    """The first demand of the next round, at the end of this one.

    Rule 6.8: In calm times the first demand of the next round is drawn and shown at the end of this one.
    """
    if t[T_DEMAND_BY] == UNSET or t[T_AHEAD_EXPR] == UNSET or s[ROUND] >= t[T_N_ROUNDS]:
        return
    if evaluate(t, s, t[T_AHEAD_EXPR]) != 0 and draw_hand(t, s, log, t[T_DEMAND_DRAW], 200):
        wait_for(t, s, log, 1 << t[T_DEMAND_BY], t[T_PLAY_CAUSE])


def may_demand(t, s, seat, card):
    """ALLOWED, or why a seat may not play this demand card (rule 2.2).

    Rule 2.1: The head of the asking side draws demand cards and plays one of them; the others go under the pile, unseen.
    """
    if s[OVER] == 1:
        return GAME_OVER
    if s[N_CHOICES] > 0 or s[REFRAMED] != UNSET:
        return CHOICE_FIRST
    work = work_now(t, s)
    if work != WORK_DRAW and work != WORK_SECOND and work != WORK_SHOW:
        return NOT_NOW
    party = t[T_SEAT_PARTY + seat]
    if party != t[T_DEMAND_BY] or not is_waited_for(s, party) or hand_size(t, s) == 0:
        return NOT_YOUR_TURN
    if t[T_HEAD + party] != seat:
        return NOT_THIS_SEAT
    if card == UNSET or not is_in_hand(t, s, card):
        return NOT_IN_HAND
    if gap_of(t, s, card) == 0:
        return NO_GAP
    return ALLOWED


def do_demand(t, s, log, seat, card):
    """The card comes to the table; the others drawn go under the pile (rule 2.1)."""
    party = t[T_SEAT_PARTY + seat]
    cause = t[T_CARD_CAUSE + card]
    empty_hand(t, s, log, card)
    work = work_now(t, s)
    if work == WORK_SHOW:
        put(t, s, log, AHEAD, card, 0, cause)
    else:
        place_card(t, s, log, card, party, cause)
        if work == WORK_SECOND:
            put(t, s, log, SECOND_CAME, s[demand_at(s[N_DEMANDS] - 1) + D_PLACE], 0, cause)
    stop_waiting(t, s, log, party, cause)


def is_demand_due(t, s):
    """True while the game waits for a demand to be played."""
    return t[T_DEMAND_BY] != UNSET and s[WAITING] != 0 and hand_size(t, s) > 0
