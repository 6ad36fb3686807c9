"""What a seeker says to demands, cards and questions: asks, answers, courses, options, the naming of the posture."""

from sim.bots.common import clear_cells, may_plain, may_say, next_unanswered, say, say_facts
from sim.bots.helping import say_done, say_lever
from sim.bots.memory import B_ANSWER_WORTH, B_COURSE_WORTH, B_PLAN, B_POSTURE, OUT_CELLS
from sim.bots.reasons import (
    WHY_ASKS_RETURN,
    WHY_BALANCED_COURSES,
    WHY_BEST_OPTION,
    WHY_HEAVIEST_ASK,
    WHY_HOLDS_OUT,
    WHY_JOINT_WORK,
    WHY_LESS_IS_NOTHING,
    WHY_LESS_IS_WELCOME,
    WHY_MEETS_IT,
    WHY_MORE_TIME,
    WHY_NOTHING_TO_DO,
    WHY_OFFERS_LESS,
    WHY_READS_POSTURE,
)
from sim.bots.seeking import make_plan
from sim.bots.worth import CAPITAL_UNIT, list_worth, play_context
from sim.kernel.appraise import weight
from sim.kernel.codes import (
    ACT_ANSWER,
    ACT_CHOOSE,
    ACT_COURSE,
    ACT_DECLINE,
    ACT_DEMAND,
    ACT_GUESS,
    ACT_POSTPONE,
    ACT_TAKE,
    ALLOWED,
)
from sim.kernel.demand import hand_at
from sim.kernel.demands import demand_at, gap_of
from sim.kernel.layout import (
    ANSWER_ACCEPT,
    ANSWER_COUNTER,
    ANSWER_HOLD,
    ANSWER_REFRAME,
    C_ENTRY,
    C_ENTRY_KIND,
    C_ROW,
    CHOICES,
    COURSE_POINTS,
    D_ASKED,
    D_DUE,
    D_ISSUE,
    LEVEL,
    MAX_HAND,
    MAX_ISSUES,
    MAX_LEVELS,
    N_DEMANDS,
    POSTURE,
    REFRAME_INITIATIVE,
    REFRAME_LEVEL,
    REFRAMED,
    ROUND,
    UNSET,
)
from sim.kernel.proposals import cost_of
from sim.kernel.response import option_price
from sim.kernel.tables import (
    E_B,
    E_TARGET,
    O_LIST,
    OPTION_WIDTH,
    T_CARD_ISSUE,
    T_COURSE_CELL,
    T_COURSE_LIMIT,
    T_COURSE_PARTY,
    T_COURSE_POINTS,
    T_DEMAND_OF,
    T_HIGH,
    T_N_COURSES,
    T_N_ISSUES,
    T_NAMING_OF,
    T_OPTIONS,
)
from sim.kernel.workspace import W_GAIN

HOLD_LEAST = 25  # a hold must be worth so much more than asking something in return
STEPS_A_ROUND = 2  # level steps of one issue that a round may bring


def say_heaviest_ask(t, m, party, out):
    """Of the cards in hand, the one with the highest weight times gap; the lower number where they are equal."""
    best = UNSET
    most = 0
    for card_in_hand in range(MAX_HAND):
        card = m[hand_at(t) + card_in_hand]
        if card == UNSET:
            continue
        ask = weight(t, m[POSTURE + party], t[T_CARD_ISSUE + card]) * gap_of(t, m, card)
        if ask > most or (ask == most and ask > 0 and card < best):
            best = card
            most = ask
    say(out, ACT_DEMAND, best, UNSET, UNSET, WHY_HEAVIEST_ASK)
    say_facts(out, best, UNSET, UNSET)


def issue_to_link(t, m, mem, party, beside):
    """The issue on which the own side would gain most by the plan; UNSET when there is none."""
    best = UNSET
    most = 0
    for issue in range(t[T_N_ISSUES]):
        gain = mem[W_GAIN + (party * MAX_ISSUES + issue) * MAX_LEVELS + mem[B_PLAN + issue]]
        if issue != beside and gain > most:
            best = issue
            most = gain
    return best


def say_to_demand(t, m, mem, party, row, out):
    """Accept what will be met in time, offer less where less is meant, else ask something in return, or hold."""
    at = demand_at(row)
    issue = m[at + D_ISSUE]
    asked = m[at + D_ASKED]
    now = m[LEVEL + issue]
    meant = mem[B_PLAN + issue]
    rounds = m[at + D_DUE] - m[ROUND] + 1
    if asked > now and meant >= asked and asked - now <= STEPS_A_ROUND * (rounds - 1):
        say(out, ACT_ANSWER, row, ANSWER_ACCEPT, UNSET, WHY_MEETS_IT)
        say_facts(out, issue, asked, UNSET)
    elif asked > now + 1 and meant > now:
        level = meant if meant < asked else asked - 1
        say(out, ACT_ANSWER, row, ANSWER_REFRAME, issue, WHY_OFFERS_LESS)
        out[OUT_CELLS] = level
        say_facts(out, issue, level, UNSET)
    else:
        linked = issue_to_link(t, m, mem, party, issue)
        if linked != UNSET and mem[B_ANSWER_WORTH + ANSWER_COUNTER] + HOLD_LEAST >= mem[B_ANSWER_WORTH + ANSWER_HOLD]:
            say(out, ACT_ANSWER, row, ANSWER_COUNTER, linked, WHY_ASKS_RETURN)
            say_facts(out, issue, linked, UNSET)
        else:
            say(out, ACT_ANSWER, row, ANSWER_HOLD, UNSET, WHY_HOLDS_OUT)
            say_facts(out, issue, UNSET, UNSET)


def say_answer(t, m, mem, party, seat, out):
    """Response: answers, then courses, then a lever, then done."""
    row = next_unanswered(m)
    if row != UNSET and party == t[T_DEMAND_OF]:
        make_plan(t, m, mem, party)
        say_to_demand(t, m, mem, party, row, out)
        return
    if say_courses(t, m, mem, party, seat, out) or say_lever(t, m, mem, party, seat, out):
        return
    say_done(out)


def lowest_course(t, m, mem, party, out):
    """The own course that stands lowest with the points placed so far, and may take another; UNSET: none."""
    best = UNSET
    for course in range(t[T_N_COURSES]):
        if t[T_COURSE_PARTY + course] != party or out[OUT_CELLS + course] >= t[T_COURSE_LIMIT + course]:
            continue
        stands = m[t[T_COURSE_CELL + course]] + out[OUT_CELLS + course]
        if stands >= t[T_HIGH + t[T_COURSE_CELL + course]]:
            continue
        if best == UNSET or course_before(t, m, mem, course, stands, best, out):
            best = course
    return best


def course_before(t, m, mem, course, stands, best, out):
    """True when a course stands lower than the best so far, or as low and a point of it is worth more."""
    other = m[t[T_COURSE_CELL + best]] + out[OUT_CELLS + best]
    if stands != other:
        return stands < other
    return mem[B_COURSE_WORTH + course] > mem[B_COURSE_WORTH + best]


def say_courses(t, m, mem, party, seat, out):
    """Place the round's points so that the courses stay level; True when they are placed."""
    if m[COURSE_POINTS + party] > 0 or t[T_N_COURSES] == 0:
        return False
    for cell in range(MAX_ISSUES):
        out[OUT_CELLS + cell] = 0
    first = UNSET
    for course in range(t[T_N_COURSES]):
        if t[T_COURSE_PARTY + course] == party and first == UNSET:
            first = course
    if first != UNSET:
        for _ in range(t[T_COURSE_POINTS + first]):
            course = lowest_course(t, m, mem, party, out)
            if course != UNSET:
                out[OUT_CELLS + course] += 1
                first = course
    say(out, ACT_COURSE, UNSET, UNSET, UNSET, WHY_BALANCED_COURSES)
    say_facts(out, first, UNSET, UNSET)
    if may_say(t, m, seat, out) == ALLOWED:
        return True
    clear_cells(out)
    return False


def say_best_option(t, m, mem, party, seat, out):
    """The option of a card whose effects are worth most above its price; the last where they are equal."""
    row = m[CHOICES + C_ROW]
    best = UNSET
    most = 0
    for option in range(t[row + E_TARGET]):
        if may_plain(t, m, seat, ACT_CHOOSE, option, UNSET) != ALLOWED:
            continue
        price = option_price(t, m, option)
        play_context(m, m[CHOICES + C_ENTRY_KIND], m[CHOICES + C_ENTRY], party)
        worth = list_worth(t, m, mem, party, t[T_OPTIONS + (t[row + E_B] + option) * OPTION_WIDTH + O_LIST]) // 10
        worth -= price * CAPITAL_UNIT
        if best == UNSET or worth >= most:
            best = option
            most = worth
    say(out, ACT_CHOOSE, best, UNSET, UNSET, WHY_BEST_OPTION)
    if best != UNSET:
        say_facts(out, best, option_price(t, m, best), UNSET)


def say_postponed(t, m, mem, party, seat, out):
    """More time for the demand that falls due first, of those that may be put off."""
    best = UNSET
    for row in range(m[N_DEMANDS]):
        if may_plain(t, m, seat, ACT_POSTPONE, row, UNSET) == ALLOWED:
            if best == UNSET or m[demand_at(row) + D_DUE] < m[demand_at(best) + D_DUE]:
                best = row
    if best == UNSET:
        say(out, ACT_POSTPONE, UNSET, UNSET, UNSET, WHY_NOTHING_TO_DO)
        return
    say(out, ACT_POSTPONE, best, UNSET, UNSET, WHY_MORE_TIME)
    say_facts(out, m[demand_at(best) + D_ISSUE], UNSET, UNSET)


def say_to_reframe(t, m, party, out):
    """Take joint work, or less than was asked when it is more than what is in force; else decline."""
    row = m[REFRAMED]
    issue = m[demand_at(row) + D_ISSUE]
    level = m[REFRAME_LEVEL]
    if level == UNSET:
        say(out, ACT_TAKE, row, UNSET, UNSET, WHY_JOINT_WORK)
        say_facts(out, m[REFRAME_INITIATIVE], cost_of(t, m, m[REFRAME_INITIATIVE], party), UNSET)
    elif level > m[LEVEL + issue]:
        say(out, ACT_TAKE, row, UNSET, UNSET, WHY_LESS_IS_WELCOME)
        say_facts(out, issue, level, UNSET)
    else:
        say(out, ACT_DECLINE, row, UNSET, UNSET, WHY_LESS_IS_NOTHING)
        say_facts(out, issue, UNSET, UNSET)


def say_posture(t, mem, out):
    """Name the posture that the evidence speaks for."""
    posture = mem[B_POSTURE + t[T_NAMING_OF]]
    say(out, ACT_GUESS, posture, UNSET, UNSET, WHY_READS_POSTURE)
    say_facts(out, posture, UNSET, UNSET)
