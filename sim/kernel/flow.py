"""From point to point through a round: what happens by itself, and where the game waits."""

from sim.kernel.appraise import utility_of
from sim.kernel.demand import open_draw, open_own_lever, open_second
from sim.kernel.effects import run_timers
from sim.kernel.home import hold_vote, open_home, reveal, settle_vote
from sim.kernel.lasting import expire
from sim.kernel.layout import (
    CARDS_DUE,
    CARDS_PLAYED,
    LEVEL,
    N_CHOICES,
    OVER,
    OWN_UTILITY,
    POINT,
    POSTURE,
    REFRAMED,
    ROUND,
    STAGE,
    STEP,
    STEP_END,
    UNSET,
    UTILITY_MOVED,
    WAITING,
)
from sim.kernel.ledger import jot, put
from sim.kernel.news import begin_round, count_cards, drift_meters, find_opportunities, next_event, pay_income
from sim.kernel.proposals import lapse_proposals
from sim.kernel.resolve import advance_initiatives, close_round, enforce, keep_shifts, settle_due
from sim.kernel.response import open_response
from sim.kernel.scoring import score_game
from sim.kernel.standing import pay_crossings, run_rules
from sim.kernel.start import start_game
from sim.kernel.tables import (
    AT_START,
    T_N_PARTIES,
    T_N_POINTS,
    T_N_ROUNDS,
    T_PLAY_CAUSE,
    T_POINT_STEP,
    WORK_ANSWER,
    WORK_CARD,
    WORK_CLOSING,
    WORK_DRAW,
    WORK_DRIFT,
    WORK_DUE,
    WORK_FORCE,
    WORK_HOME,
    WORK_INCOME,
    WORK_OFFERS,
    WORK_OPENING,
    WORK_OPPORTUNITY,
    WORK_OWN_LEVER,
    WORK_READY,
    WORK_RESULT,
    WORK_REVEAL,
    WORK_SECOND,
    WORK_SHIFTS,
    WORK_SHOW,
    WORK_VOTE,
)
from sim.kernel.talks import open_in_turn, open_offers
from sim.kernel.turn import work_now

TO_ENTER, ENTERED, LEFT = range(3)  # STAGE


def work_of_news(t, s, log, work):
    """The mechanism at the points of News."""
    if work == WORK_DRIFT:
        drift_meters(t, s, log)
    elif work == WORK_INCOME:
        pay_income(t, s, log)
    elif work == WORK_CARD:
        count_cards(t, s, log)
    elif work == WORK_OPPORTUNITY:
        find_opportunities(t, s, log)


def work_of_sides(t, s, log, work):
    """The mechanism at the points of Demand, Response and Talks."""
    if work == WORK_DRAW:
        open_draw(t, s, log)
    elif work == WORK_SECOND:
        open_second(t, s, log)
    elif work == WORK_OWN_LEVER:
        open_own_lever(t, s, log)
    elif work == WORK_ANSWER:
        open_response(t, s, log)
    elif work == WORK_OFFERS:
        open_offers(t, s, log)
    elif work == WORK_CLOSING:
        lapse_proposals(t, s, log)
        open_in_turn(t, s, log)
    elif work == WORK_OPENING:
        open_in_turn(t, s, log)


def work_of_home(t, s, log, work):
    """The mechanism at the points of Home and Resolve."""
    if work == WORK_HOME:
        open_home(t, s, log)
    elif work == WORK_REVEAL:
        reveal(t, s, log)
    elif work == WORK_VOTE:
        hold_vote(t, s, log)
    elif work == WORK_RESULT:
        settle_vote(t, s, log)
    elif work == WORK_FORCE:
        enforce(t, s, log)
    elif work == WORK_SHIFTS:
        keep_shifts(t, s, log)
    elif work == WORK_READY:
        advance_initiatives(t, s, log)
    elif work == WORK_DUE:
        settle_due(t, s, log)
    elif work == WORK_SHOW:
        close_round(t, s, log)


def enter_point(t, s, log):
    """Timers due here, rules that come first, then the mechanism of the point."""
    run_timers(t, s, log)
    run_rules(t, s, log, s[POINT], 1)
    work = work_now(t, s)
    if work <= WORK_OPPORTUNITY:
        work_of_news(t, s, log, work)
    elif work < WORK_HOME:
        work_of_sides(t, s, log, work)
    else:
        work_of_home(t, s, log, work)
    put(t, s, log, STAGE, ENTERED, 0, t[T_PLAY_CAUSE])


def leave_point(t, s, log):
    """Standing rules of the point and thresholds crossed; what they ask is answered before the next point."""
    put(t, s, log, STAGE, LEFT, 0, t[T_PLAY_CAUSE])
    run_rules(t, s, log, s[POINT], 0)
    pay_crossings(t, s, log)


def next_point(t, s, log):
    """The next point of the round, the first of the next round, or the end."""
    cause = t[T_PLAY_CAUSE]
    point = s[POINT] + 1
    put(t, s, log, STAGE, TO_ENTER, 0, cause)
    if point == t[T_N_POINTS]:
        if s[ROUND] >= t[T_N_ROUNDS]:
            end_game(t, s, log)
            return
        put(t, s, log, STEP, t[T_POINT_STEP], 0, cause)
        begin_round(t, s, log)
        point = 0
    put(t, s, log, POINT, point, 0, cause)
    if s[STEP] != t[T_POINT_STEP + point]:
        put(t, s, log, STEP, t[T_POINT_STEP + point], 0, cause)
        expire(t, s, log, cause)


def end_game(t, s, log):
    """Scores and ending; nothing more is played."""
    score_game(t, s, log)
    put(t, s, log, OVER, 1, 1, t[T_PLAY_CAUSE])
    put(t, s, log, STEP, STEP_END, 0, t[T_PLAY_CAUSE])


def is_waiting(s):
    """True when somebody must say something before the game goes on."""
    return s[WAITING] != 0 or s[N_CHOICES] > 0 or s[REFRAMED] != UNSET


def show_own_utility(t, s, log):
    """Keep each side's utility of the levels in force where its seats can see it."""
    if s[UTILITY_MOVED] == 0:
        return
    jot(s, UTILITY_MOVED, 0)
    for party in range(t[T_N_PARTIES]):
        value = utility_of(t, s, party, s[POSTURE + party], LEVEL)
        if value != s[OWN_UTILITY + party]:
            put(t, s, log, OWN_UTILITY + party, value, value, t[T_PLAY_CAUSE])


def advance(t, s, log):
    """Go on until somebody must decide, or the game is over.

    Rule 0.7: The game goes on by itself from point to point of a step, and waits only where somebody must decide.
    """
    while s[OVER] == 0 and not is_waiting(s):
        if s[STAGE] == TO_ENTER:
            enter_point(t, s, log)
        elif s[STAGE] == ENTERED and work_now(t, s) == WORK_CARD and s[CARDS_PLAYED] < s[CARDS_DUE]:
            next_event(t, s, log)
        elif s[STAGE] == ENTERED:
            leave_point(t, s, log)
        else:
            next_point(t, s, log)
    show_own_utility(t, s, log)


def begin_game(t, s, log, seed_low, seed_high):
    """Set the table, draw what is secret, run the rules of the start, and go to the first decision."""
    start_game(t, s, log, seed_low, seed_high)
    run_rules_of_start(t, s, log)
    put(t, s, log, STEP, t[T_POINT_STEP], 0, t[T_PLAY_CAUSE])
    begin_round(t, s, log)
    put(t, s, log, POINT, 0, 0, t[T_PLAY_CAUSE])
    put(t, s, log, STAGE, TO_ENTER, 0, t[T_PLAY_CAUSE])
    advance(t, s, log)


def run_rules_of_start(t, s, log):
    """Standing rules of the start, such as clues that a side has before the first round."""
    put(t, s, log, POINT, 0, 0, t[T_PLAY_CAUSE])
    run_rules(t, s, log, AT_START, 0)
