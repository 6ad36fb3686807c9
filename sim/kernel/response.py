"""Step 3, Response: every new demand gets one answer; courses are set (rules 3.1-3.5)."""

from sim.kernel.codes import (
    ACT_ANSWER,
    ACT_COURSE,
    ALLOWED,
    ALREADY_ANSWERED,
    GAME_OVER,
    NO_CAPITAL,
    NO_POINTS,
    NO_SUCH_DEMAND,
    NO_SUCH_ISSUE,
    NO_SUCH_OPTION,
    NOT_A_COURSE,
    NOT_A_LOWER_LEVEL,
    NOT_FACE_UP,
    NOT_THIS_SEAT,
    NOT_YOUR_TURN,
    NOTHING_TO_DECIDE,
    TOO_MANY_POINTS,
)
from sim.kernel.context import enter_cause
from sim.kernel.demands import demand_at
from sim.kernel.effects import run
from sim.kernel.expressions import evaluate, holds
from sim.kernel.layout import (
    ANSWER_ACCEPT,
    ANSWER_COUNTER,
    ANSWER_HOLD,
    ANSWER_NONE,
    ANSWER_REFRAME,
    ARGUMENT,
    C_ENTRY,
    C_ENTRY_KIND,
    C_KIND,
    C_PARTY,
    C_ROW,
    C_TRACK,
    CAPITAL,
    CHOICE_OPTION,
    CHOICE_PICK,
    CHOICE_WIDTH,
    CHOICES,
    COURSE_POINTS,
    D_ANSWER,
    D_ASKED,
    D_DOUBLE,
    D_FROM,
    D_INITIATIVE,
    D_ISSUE,
    D_LINKED,
    D_PLACE,
    INITIATIVE_STATUS,
    KIND_COURSE,
    KIND_PLAY,
    KIND_RULE,
    N_CHOICES,
    N_DEMANDS,
    OVER,
    REFRAME_INITIATIVE,
    REFRAME_ISSUE,
    REFRAME_LEVEL,
    REFRAMED,
    RESUME,
    UNSET,
    WAITING,
)
from sim.kernel.ledger import change, put
from sim.kernel.tables import (
    E_B,
    E_TARGET,
    O_LIST,
    O_PRICE_EXPR,
    OPTION_WIDTH,
    T_ANSWER_LIST,
    T_COURSE_CAUSE,
    T_COURSE_CELL,
    T_COURSE_LIMIT,
    T_COURSE_LIST,
    T_COURSE_PARTY,
    T_COURSE_POINTS,
    T_DECLINED_LIST,
    T_DEMAND_OF,
    T_HEAD,
    T_HIGH,
    T_ISSUE_TRACK,
    T_N_COURSES,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_OPEN_EXPR,
    T_OPTIONS,
    T_PLAY_CAUSE,
    T_RULE_LIST,
    T_SEAT_PARTY,
    WORK_ANSWER,
)
from sim.kernel.turn import has_track, may_lead, may_speak, pay, wait_for


def parties_that_respond(t, s):
    """Bit per party that has something to do in Response: the one asked, and those with courses."""
    parties = 0 if t[T_DEMAND_OF] == UNSET else 1 << t[T_DEMAND_OF]
    if holds(t, s, t[T_OPEN_EXPR + ACT_COURSE]):
        for course in range(t[T_N_COURSES]):
            parties = parties | (1 << t[T_COURSE_PARTY + course])
    return parties


def open_response(t, s, log):
    """The game waits for all that have something to do in Response.

    Rule 3.1: The side that is asked answers each new demand once, may play a lever and places its strategy points, until its head is
    done.
    """
    wait_for(t, s, log, parties_that_respond(t, s), t[T_PLAY_CAUSE])


def may_reframe(t, s, row, issue):
    """ALLOWED, or why a reframe does not fit the demand in this row.

    Rule 3.3: A reframe offers a lower level of the same issue, or an initiative that is face up; the head of the asking side takes or
    declines it at once. Taken, the demand asks the lower level, or is met when the initiative is agreed, by the same deadline.
    Declined, the demand stands as it was.
    """
    at = demand_at(row)
    level = s[ARGUMENT]
    if level == UNSET:
        if issue < 0 or issue >= t[T_N_INITIATIVES] or s[INITIATIVE_STATUS + issue] != 1:
            return NOT_FACE_UP
        return ALLOWED
    if issue != s[at + D_ISSUE] or level < 0 or level >= s[at + D_ASKED]:
        return NOT_A_LOWER_LEVEL
    return ALLOWED


def may_answer(t, s, seat, row, how, what):
    """ALLOWED, or why a seat may not answer the demand in this row (rules 3.1-3.3).

    Rule 3.2: The head, or the seat of the track, accepts a demand in principle, counters with an issue to link, holds, or reframes. An
    answer binds nobody in Talks.

    what: the linked issue of a counter, the issue or initiative of a reframe; ARGUMENT holds its level.
    """
    code = may_speak(t, s, seat, ACT_ANSWER, WORK_ANSWER)
    if code != ALLOWED:
        return code
    if t[T_SEAT_PARTY + seat] != t[T_DEMAND_OF]:
        return NOT_YOUR_TURN
    if row < 0 or row >= s[N_DEMANDS]:
        return NO_SUCH_DEMAND
    at = demand_at(row)
    if s[at + D_ANSWER] != ANSWER_NONE:
        return ALREADY_ANSWERED
    if not has_track(t, seat, t[T_ISSUE_TRACK + s[at + D_ISSUE]]):
        return NOT_THIS_SEAT
    if how < ANSWER_ACCEPT or how > ANSWER_REFRAME:
        return NO_SUCH_OPTION
    if how == ANSWER_COUNTER and (what < 0 or what >= t[T_N_ISSUES] or what == s[at + D_ISSUE]):
        return NO_SUCH_ISSUE
    if how == ANSWER_REFRAME:
        return may_reframe(t, s, row, what)
    return ALLOWED


def do_answer(t, s, log, seat, row, how, what):
    """The answer stands; a reframe waits for the other side's word at once (rule 3.3)."""
    at = demand_at(row)
    cause = t[T_PLAY_CAUSE]
    put(t, s, log, at + D_ANSWER, how, 0, cause)
    if how == ANSWER_COUNTER:
        put(t, s, log, at + D_LINKED, what, 0, cause)
    if how == ANSWER_ACCEPT:
        put(t, s, log, at + D_DOUBLE, 1, 0, cause)
    if how == ANSWER_REFRAME:
        put(t, s, log, REFRAMED, row, 0, cause)
        put(t, s, log, REFRAME_LEVEL, s[ARGUMENT], 0, cause)
        put(t, s, log, REFRAME_ISSUE, what if s[ARGUMENT] != UNSET else UNSET, 0, cause)
        put(t, s, log, REFRAME_INITIATIVE, what if s[ARGUMENT] == UNSET else UNSET, 0, cause)
        put(t, s, log, RESUME, s[WAITING], 0, cause)
        wait_for(t, s, log, 1 << s[at + D_FROM], cause)
    run(t, s, log, t[T_ANSWER_LIST + how], KIND_PLAY, UNSET, t[T_SEAT_PARTY + seat], s[at + D_PLACE], s[at + D_ISSUE])


def may_settle_reframe(t, s, seat, row):
    """ALLOWED, or why a seat may not take or decline the reframe in this row (rule 3.3)."""
    if s[OVER] == 1:
        return GAME_OVER
    if s[REFRAMED] == UNSET or s[REFRAMED] != row:
        return NOTHING_TO_DECIDE
    party = t[T_SEAT_PARTY + seat]
    if party != s[demand_at(row) + D_FROM]:
        return NOT_YOUR_TURN
    if t[T_HEAD + party] != seat:
        return NOT_THIS_SEAT
    return ALLOWED


def end_reframe(t, s, log):
    """The answering side goes on."""
    cause = t[T_PLAY_CAUSE]
    put(t, s, log, WAITING, s[RESUME], 0, cause)
    for cell in (REFRAMED, REFRAME_ISSUE, REFRAME_LEVEL, REFRAME_INITIATIVE):
        put(t, s, log, cell, UNSET, 0, cause)


def do_take(t, s, log, seat, row):
    """The demand now asks the lower level, or is met when the initiative is agreed; same deadline."""
    at = demand_at(row)
    cause = t[T_PLAY_CAUSE]
    if s[REFRAME_LEVEL] != UNSET:
        put(t, s, log, at + D_ASKED, s[REFRAME_LEVEL], s[REFRAME_LEVEL], cause)
    else:
        put(t, s, log, at + D_INITIATIVE, s[REFRAME_INITIATIVE], 0, cause)
    end_reframe(t, s, log)


def do_decline(t, s, log, seat, row):
    """The demand stands as it was; what the pack says of a declined reframe comes (rule 3.3)."""
    at = demand_at(row)
    issue = s[at + D_ISSUE]
    place = s[at + D_PLACE]
    end_reframe(t, s, log)
    run(t, s, log, t[T_DECLINED_LIST], KIND_PLAY, UNSET, t[T_DEMAND_OF], place, issue)


def points_asked(t, s, party):
    """Strategy points in ARGUMENT in all, or -1 when one of them is not for a course of the party."""
    total = 0
    for course in range(t[T_N_COURSES]):
        points = s[ARGUMENT + course]
        if points < 0 or (points > 0 and t[T_COURSE_PARTY + course] != party):
            return -1
        total += points
    return total


def may_course(t, s, seat):
    """ALLOWED, or why a seat may not place these strategy points; ARGUMENT holds points per course.

    Rule 3.5: The head places the strategy points of the round on the courses of its side, and each has its effect at once; points not
    placed are gone, and a point on a full course is lost.
    """
    code = may_lead(t, s, seat, ACT_COURSE, WORK_ANSWER)
    if code != ALLOWED:
        return code
    party = t[T_SEAT_PARTY + seat]
    total = points_asked(t, s, party)
    if total < 0:
        return NOT_A_COURSE
    if total == 0:
        return NO_POINTS
    for course in range(t[T_N_COURSES]):
        if s[ARGUMENT + course] > t[T_COURSE_LIMIT + course]:
            return TOO_MANY_POINTS
        if s[ARGUMENT + course] > 0 and s[COURSE_POINTS + party] + total > t[T_COURSE_POINTS + course]:
            return TOO_MANY_POINTS
    return ALLOWED


def do_course(t, s, log, seat):
    """Each point moves its course by one and does what a point of it does; on a full course it is lost."""
    party = t[T_SEAT_PARTY + seat]
    put(t, s, log, COURSE_POINTS + party, s[COURSE_POINTS + party] + points_asked(t, s, party), 0, t[T_PLAY_CAUSE])
    for course in range(t[T_N_COURSES]):
        cell = t[T_COURSE_CELL + course]
        for _ in range(s[ARGUMENT + course]):
            if s[cell] < t[T_HIGH + cell]:
                enter_cause(s, KIND_COURSE, course, UNSET)
                change(t, s, log, cell, 1, t[T_COURSE_CAUSE + course])
                run(t, s, log, t[T_COURSE_LIST + course], KIND_COURSE, course, party, UNSET, UNSET)


def close_response(t, s, log, party):
    """The party is done with its answers.

    Rule 3.4: A demand left without an answer is held.
    """
    if party != t[T_DEMAND_OF]:
        return
    for row in range(s[N_DEMANDS]):
        at = demand_at(row)
        if s[at + D_ANSWER] == ANSWER_NONE:
            put(t, s, log, at + D_ANSWER, ANSWER_HOLD, 0, t[T_PLAY_CAUSE])
            run(t, s, log, t[T_ANSWER_LIST + ANSWER_HOLD], KIND_PLAY, UNSET, party, s[at + D_PLACE], s[at + D_ISSUE])


def drop_choice(t, s, log):
    """The first choice in the queue has been made; the others move up."""
    cause = s[CHOICES + C_ROW]
    last = CHOICES + (s[N_CHOICES] - 1) * CHOICE_WIDTH
    for cell in range(CHOICES, last):
        put(t, s, log, cell, s[cell + CHOICE_WIDTH], 0, t[T_PLAY_CAUSE])
    put(t, s, log, N_CHOICES, s[N_CHOICES] - 1, 0, t[T_PLAY_CAUSE])
    return cause


def option_price(t, s, option):
    """Price of an option of the choice that waits."""
    row = s[CHOICES + C_ROW]
    program = t[T_OPTIONS + (t[row + E_B] + option) * OPTION_WIDTH + O_PRICE_EXPR]
    return 0 if program == UNSET else evaluate(t, s, program)


def may_choose(t, s, seat, option):
    """ALLOWED, or why a seat may not take an option of the choice that waits.

    Rule 1.6: Where a card gives a side a choice, its head takes one option and pays for it. That comes after everything else on the
    card, and the game waits for it.
    """
    if s[OVER] == 1:
        return GAME_OVER
    if s[N_CHOICES] == 0 or s[CHOICES + C_KIND] != CHOICE_OPTION:
        return NOTHING_TO_DECIDE
    party = t[T_SEAT_PARTY + seat]
    if s[CHOICES + C_PARTY] != party:
        return NOT_YOUR_TURN
    if t[T_HEAD + party] != seat:
        return NOT_THIS_SEAT
    if option < 0 or option >= t[s[CHOICES + C_ROW] + E_TARGET]:
        return NO_SUCH_OPTION
    if option_price(t, s, option) > s[CAPITAL + party]:
        return NO_CAPITAL
    return ALLOWED


def do_choose(t, s, log, seat, option):
    """The option is paid and happens."""
    party = t[T_SEAT_PARTY + seat]
    kind = s[CHOICES + C_ENTRY_KIND]
    entry = s[CHOICES + C_ENTRY]
    price = option_price(t, s, option)
    row = drop_choice(t, s, log)
    pay(t, s, log, party, price, t[T_PLAY_CAUSE])
    run(t, s, log, t[T_OPTIONS + (t[row + E_B] + option) * OPTION_WIDTH + O_LIST], kind, entry, party, UNSET, UNSET)


def may_postpone(t, s, seat, row):
    """ALLOWED, or why a seat may not put off the demand in this row; row UNSET declines the offer (R6, R14).

    Rule 6.10: Where a rule lets a side put off a deadline, its head names one open demand, or passes.
    """
    if s[OVER] == 1:
        return GAME_OVER
    if s[N_CHOICES] == 0 or s[CHOICES + C_KIND] != CHOICE_PICK:
        return NOTHING_TO_DECIDE
    party = t[T_SEAT_PARTY + seat]
    if s[CHOICES + C_PARTY] != party:
        return NOT_YOUR_TURN
    if t[T_HEAD + party] != seat:
        return NOT_THIS_SEAT
    if row == UNSET:
        return ALLOWED
    if row < 0 or row >= s[N_DEMANDS]:
        return NO_SUCH_DEMAND
    track = s[CHOICES + C_TRACK]
    if track != UNSET and t[T_ISSUE_TRACK + s[demand_at(row) + D_ISSUE]] != track:
        return NO_SUCH_DEMAND
    return ALLOWED


def do_postpone(t, s, log, seat, row):
    """The rule that made the offer is run for the demand named; or the offer passes."""
    party = t[T_SEAT_PARTY + seat]
    rule = drop_choice(t, s, log)
    if row != UNSET:
        at = demand_at(row)
        run(t, s, log, t[T_RULE_LIST + rule], KIND_RULE, rule, party, s[at + D_PLACE], s[at + D_ISSUE])
