"""Step 1, News: a round begins, meters drift, income comes, cards are turned (rules 1.1-1.5)."""

from sim.kernel.chance import FOR_EVENT, FOR_INITIATIVE, draw_next, forced_draw
from sim.kernel.context import enter_cause
from sim.kernel.effects import run
from sim.kernel.expressions import evaluate, holds
from sim.kernel.lasting import expire
from sim.kernel.layout import (
    ACCEPTED,
    ACCORD,
    BEFORE_PACKAGE,
    BOUND,
    CARDS_DUE,
    CARDS_PLAYED,
    CONSULTED,
    COURSE_POINTS,
    CTX_PARTY,
    DRAWS,
    EVENT_NEXT,
    EVENT_NEXT_ROUND,
    EVENT_NOW,
    EVENT_PLAYED,
    EVENT_STATUS,
    GROUNDWORK,
    HOLDS,
    HOME,
    INITIATIVE_STATUS,
    KIND_DRIFT,
    KIND_EVENT,
    LEVEL,
    LEVEL_AT,
    MAX_CARDS,
    MAX_ISSUES,
    METER,
    MOVED_ISSUE,
    MOVED_KIND,
    MOVED_LEVEL,
    N_PROPOSALS,
    N_UNDO,
    NEW_INITIATIVE,
    OFFERS_MADE,
    OPENER,
    PASSED_NOW,
    PLAYED_STEP,
    PLAYED_TALKS,
    PROBES,
    PROPOSER,
    RATIFIES,
    ROUND,
    SEAT_TOKENS,
    SECOND_CAME,
    SENT,
    SHOWN_GROUNDWORK,
    SPENT,
    STANDING,
    SUGGESTED,
    TESTED,
    TOKENS,
    UNSET,
    VOTE_VALUE,
    VOTED,
    YES_WEIGHT,
)
from sim.kernel.ledger import change, jot, put
from sim.kernel.standing import reset_counters
from sim.kernel.tables import (
    T_DRIFT_CAUSE,
    T_DRIFT_EXPR,
    T_EVENT_CAUSE,
    T_EVENT_FIXED,
    T_EVENT_LIST,
    T_EVENT_NEEDS_EXPR,
    T_INCOME_CAUSE,
    T_INCOME_EXPR,
    T_INIT_CAUSE,
    T_N_EVENTS,
    T_N_GROUPS,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_METERS,
    T_N_OPENERS,
    T_N_PARTIES,
    T_N_SEATS,
    T_NEWS_CARDS_EXPR,
    T_OPENERS,
    T_PLAY_CAUSE,
    T_PLAYERS,
    T_TOKENS_BELOW,
    T_TOKENS_CAUSE,
    T_TOKENS_EXTRA_EXPR,
    T_TOKENS_SEAT,
    T_TOKENS_SIDE,
    T_TURN_UP,
)
from sim.kernel.turn import give_capital

UNDER, PLAYED = 1, 2  # EVENT_STATUS


def clear_party(t, s, log, party, cause):
    """What a party did last round is over."""
    for cell in (PLAYED_STEP, PLAYED_TALKS, COURSE_POINTS, PROBES, CONSULTED, HOME, SPENT, MOVED_KIND, YES_WEIGHT):
        put(t, s, log, cell + party, 0, 0, cause)
    for cell in (MOVED_ISSUE, MOVED_LEVEL, RATIFIES):
        put(t, s, log, cell + party, UNSET, 0, cause)
    for issue in range(t[T_N_ISSUES]):
        put(t, s, log, SUGGESTED + party * MAX_ISSUES + issue, UNSET, 0, cause)


def clear_round(t, s, log, cause):
    """Offers, votes and counts of the last round leave the table."""
    for cell in (OFFERS_MADE, HOLDS, BOUND, ACCEPTED, ACCORD, SENT, PASSED_NOW, NEW_INITIATIVE, N_PROPOSALS, N_UNDO, SECOND_CAME):
        put(t, s, log, cell, 0, 0, cause)
    for cell in (PROPOSER, EVENT_NOW):
        put(t, s, log, cell, UNSET, 0, cause)
    for issue in range(t[T_N_ISSUES]):
        put(t, s, log, STANDING + issue, UNSET, 0, cause)
        put(t, s, log, BEFORE_PACKAGE + issue, UNSET, 0, cause)
    for group in range(t[T_N_GROUPS]):
        put(t, s, log, GROUNDWORK + group, 0, 0, cause)
        put(t, s, log, SHOWN_GROUNDWORK + group, 0, 0, cause)
        put(t, s, log, VOTE_VALUE + group, 0, 0, cause)
        put(t, s, log, VOTED + group, UNSET, 0, cause)
    for purpose in range(MAX_CARDS):
        put(t, s, log, DRAWS + purpose, 0, 0, cause)


def begin_round(t, s, log):
    """A new round: the next opener, the levels it starts from, nothing on the table.

    Rule 1.1: A round begins with no offer on the table; what was placed for the last vote is gone, and the next side in the list opens.
    """
    cause = t[T_PLAY_CAUSE]
    put(t, s, log, ROUND, s[ROUND] + 1, 0, cause)
    clear_round(t, s, log, cause)
    for party in range(t[T_N_PARTIES]):
        clear_party(t, s, log, party, cause)
    reset_counters(t, s, log)
    expire(t, s, log, cause)
    for issue in range(t[T_N_ISSUES]):
        put(t, s, log, LEVEL_AT + s[ROUND] * MAX_ISSUES + issue, s[LEVEL + issue], 0, cause)
    put(t, s, log, OPENER, t[T_OPENERS + (s[ROUND] - 1) % t[T_N_OPENERS]], 0, cause)


def drift_meters(t, s, log):
    """Drift, each with its own cause.

    Rule 1.2: Every meter moves by its drift, in the order of the meters.
    """
    for meter in range(t[T_N_METERS]):
        if t[T_DRIFT_EXPR + meter] != UNSET:
            enter_cause(s, KIND_DRIFT, meter, UNSET)
            change(t, s, log, METER + meter, evaluate(t, s, t[T_DRIFT_EXPR + meter]), t[T_DRIFT_CAUSE + meter])


def pay_income(t, s, log):
    """Political capital and action tokens of the round.

    Rule 1.3: Each side receives political capital, up to a maximum, and new action tokens; tokens not used before are gone.
    """
    for party in range(t[T_N_PARTIES]):
        jot(s, CTX_PARTY, party)
        give_capital(t, s, log, party, evaluate(t, s, t[T_INCOME_EXPR + party]), t[T_INCOME_CAUSE + party])
        shared = t[T_TOKENS_SIDE] if t[T_PLAYERS] < t[T_TOKENS_BELOW] else 0
        if t[T_TOKENS_EXTRA_EXPR] != UNSET:
            shared += evaluate(t, s, t[T_TOKENS_EXTRA_EXPR])
        put(t, s, log, TOKENS + party, shared, 0, t[T_TOKENS_CAUSE])
    own = 0 if t[T_PLAYERS] < t[T_TOKENS_BELOW] else t[T_TOKENS_SEAT]
    for seat in range(t[T_N_SEATS]):
        put(t, s, log, SEAT_TOKENS + seat, own, 0, t[T_TOKENS_CAUSE])


def count_cards(t, s, log):
    """How many event cards this News step has; one called in for this round comes on top."""
    due = evaluate(t, s, t[T_NEWS_CARDS_EXPR])
    if s[EVENT_NEXT] != UNSET and s[EVENT_NEXT_ROUND] == s[ROUND]:
        due += 1
    put(t, s, log, CARDS_DUE, due, 0, t[T_PLAY_CAUSE])
    put(t, s, log, CARDS_PLAYED, 0, 0, t[T_PLAY_CAUSE])


def fixed_card(t, s):
    """The card placed for this round and not yet played, or UNSET."""
    for card in range(t[T_N_EVENTS]):
        if t[T_EVENT_FIXED + card] == s[ROUND] and s[EVENT_PLAYED + card] == 0:
            return card
    return UNSET


def card_of_pool(t, s, log, status):
    """A card with this status that was not tried in this step, with equal chance, or UNSET."""
    count = 0
    for card in range(t[T_N_EVENTS]):
        if s[EVENT_STATUS + card] == status and t[T_EVENT_FIXED + card] == 0 and s[TESTED + card] == 0:
            count += 1
    if count == 0:
        return UNSET
    n = draw_next(t, s, log, FOR_EVENT, count)
    for card in range(t[T_N_EVENTS]):
        if s[EVENT_STATUS + card] == status and t[T_EVENT_FIXED + card] == 0 and s[TESTED + card] == 0:
            if n == 0:
                return card
            n -= 1
    return UNSET


def drawn_card(t, s, log):
    """The next event card of the pile whose condition holds, or UNSET (rule 1.4)."""
    wanted = forced_draw(s, FOR_EVENT, s[CARDS_PLAYED])
    if wanted != UNSET and wanted < t[T_N_EVENTS] and s[EVENT_STATUS + wanted] != PLAYED:
        return wanted
    for card in range(t[T_N_EVENTS]):
        jot(s, TESTED + card, 0)
    for _ in range(t[T_N_EVENTS]):
        card = card_of_pool(t, s, log, 0)
        if card == UNSET:
            card = card_of_pool(t, s, log, UNDER)
        if card == UNSET:
            return UNSET
        if holds(t, s, t[T_EVENT_NEEDS_EXPR + card]):
            return card
        jot(s, TESTED + card, 1)
        put(t, s, log, EVENT_STATUS + card, UNDER, 0, t[T_EVENT_CAUSE + card])
    return UNSET


def play_event(t, s, log, card):
    """An event card happens and leaves the game."""
    put(t, s, log, EVENT_PLAYED + card, s[ROUND], 0, t[T_EVENT_CAUSE + card])
    put(t, s, log, EVENT_STATUS + card, PLAYED, 0, t[T_EVENT_CAUSE + card])
    put(t, s, log, EVENT_NOW, card, 0, t[T_EVENT_CAUSE + card])
    run(t, s, log, t[T_EVENT_LIST + card], KIND_EVENT, card, UNSET, UNSET, UNSET)


def next_event(t, s, log):
    """One event card of this News step: called in, placed, or drawn.

    Rule 1.4: Event cards are drawn; one whose condition does not hold goes under the pile, and another is drawn. A card placed for the
    round comes instead of a drawn one, a card called in comes on top.
    """
    called = s[EVENT_NEXT]
    card = UNSET
    if called != UNSET and s[EVENT_NEXT_ROUND] == s[ROUND]:
        put(t, s, log, EVENT_NEXT, UNSET, 0, t[T_EVENT_CAUSE + called])
        if s[EVENT_PLAYED + called] == 0:
            card = called
    else:
        card = fixed_card(t, s)
        if card == UNSET:
            card = drawn_card(t, s, log)
    put(t, s, log, CARDS_PLAYED, s[CARDS_PLAYED] + 1, 0, t[T_PLAY_CAUSE])
    if card != UNSET:
        play_event(t, s, log, card)


def turn_up_initiative(t, s, log):
    """One initiative of the pile is turned up; none left: nothing.

    Rule 1.5: Initiatives are turned up from the pile, all with equal chance.
    """
    wanted = forced_draw(s, FOR_INITIATIVE, 0)
    if wanted >= t[T_N_INITIATIVES] or (wanted != UNSET and s[INITIATIVE_STATUS + wanted] != 0):
        wanted = UNSET  # a forced draw that the pile cannot give
    count = 0
    for card in range(t[T_N_INITIATIVES]):
        if s[INITIATIVE_STATUS + card] == 0:
            count += 1
    if count == 0:
        return
    n = draw_next(t, s, log, FOR_INITIATIVE, count)
    for card in range(t[T_N_INITIATIVES]):
        if s[INITIATIVE_STATUS + card] == 0:
            if (wanted == UNSET and n == 0) or wanted == card:
                put(t, s, log, INITIATIVE_STATUS + card, 1, 0, t[T_INIT_CAUSE + card])
                return
            n -= 1


def find_opportunities(t, s, log):
    """Turn up as many initiatives as the procedure says."""
    for _ in range(t[T_TURN_UP]):
        turn_up_initiative(t, s, log)
