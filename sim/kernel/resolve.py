"""Step 6, Resolve: levels enter into force, what is due falls due, the round closes (rules 6.1-6.10)."""

from sim.kernel.appraise import judge_step, look_at_group
from sim.kernel.chance import FOR_REQUEST, draw_next, forced_draw
from sim.kernel.codes import ACT_GUESS, ALLOWED, CHOICE_FIRST, GAME_OVER, NO_SUCH_POSTURE, NOT_NOW, NOT_THIS_SEAT, NOT_YOUR_NAMING
from sim.kernel.context import enter_cause
from sim.kernel.demand import open_ahead
from sim.kernel.demands import GONE, RETURNED, demand_at, drop_demand, is_met, return_card, row_of_place
from sim.kernel.effects import run
from sim.kernel.expressions import evaluate, holds
from sim.kernel.lasting import lasting_sum
from sim.kernel.layout import (
    CTX_PARTY,
    D_CARD,
    D_DOUBLE,
    D_DUE,
    D_ISSUE,
    D_MISSED_LIST,
    D_PLACE,
    DEMAND_MET,
    DEMAND_MISSED,
    GUESS,
    INITIATIVE_READY,
    INITIATIVE_STATUS,
    KIND_DEMAND,
    KIND_INITIATIVE,
    KIND_PACKAGE,
    KIND_PLAY,
    LAST_DELAY,
    LEVEL,
    MET_COUNT,
    MISSED_COUNT,
    MOVED_ISSUE,
    MOVED_KIND,
    MOVED_LEVEL,
    N_CHOICES,
    N_DEMANDS,
    NAMED_RIGHT,
    OVER,
    PASSED_NOW,
    POSTURE,
    REQUEST_MET,
    REQUEST_STATUS,
    REQUESTS,
    ROUND,
    SHIFT_DUE,
    STANDING,
    UNSET,
    WAITING,
)
from sim.kernel.ledger import change, jot, put
from sim.kernel.levers import judge_announcements
from sim.kernel.standing import run_occasion
from sim.kernel.tables import (
    AT_DEMAND_MET,
    AT_DEMAND_MISSED,
    AT_INITIATIVE_DONE,
    LEVEL_ROW_WIDTH,
    T_ACCEPTED_UNMET,
    T_CARD_UNMET_LIST,
    T_HEAD,
    T_INIT_CAUSE,
    T_INIT_DELAY,
    T_INIT_LIST,
    T_INIT_TRACK,
    T_ISSUE_TRACK,
    T_LEAST_DELAY,
    T_LEVEL_COUNT,
    T_LEVEL_FIRST,
    T_LEVEL_ROWS,
    T_MET_LIST,
    T_N_GROUPS,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_PARTIES,
    T_N_POSTURES,
    T_N_REQUESTS,
    T_NAMING_BY,
    T_NAMING_LIST,
    T_NAMING_OF,
    T_NAMING_ROUND,
    T_OPEN_EXPR,
    T_ORDER,
    T_PLAIN_LIST,
    T_PLAY_CAUSE,
    T_POSTURE_PARTY,
    T_REQUEST_ASKS,
    T_REQUEST_ISSUE,
    T_REQUEST_LIST,
    T_REQUEST_PARTY,
    T_REQUEST_SLOTS,
    T_SEAT_PARTY,
    T_STAYS_CAUSE,
    T_STAYS_EXPR,
    T_SUPPORT_CELL,
    WORK_SHOW,
)
from sim.kernel.turn import stop_waiting, wait_for, work_now


def enter_level(t, s, log, issue, level):
    """A level enters into force: its totals less those of the old one, cell by cell (rule 6.1)."""
    old = s[LEVEL + issue]
    if old == level:
        return
    put(t, s, log, LEVEL + issue, level, level, t[T_PLAY_CAUSE])
    enter_cause(s, KIND_PACKAGE, issue, issue)
    for k in range(t[T_LEVEL_COUNT + issue]):
        row = T_LEVEL_ROWS + (t[T_LEVEL_FIRST + issue] + k) * LEVEL_ROW_WIDTH
        amount = t[row + 2 + level] - t[row + 2 + old]
        if amount != 0:
            change(t, s, log, t[row], amount, t[row + 1] + level)


def note_shifts(t, s, log, issue, level):
    """What will stay of every group's shift from one executive move (rule 6.2)."""
    judge_step(t, s, issue, level)
    for group in range(t[T_N_GROUPS]):
        look_at_group(t, s, group)
        stays = evaluate(t, s, t[T_STAYS_EXPR])
        put(t, s, log, SHIFT_DUE + group, s[SHIFT_DUE + group] + stays, 0, t[T_STAYS_CAUSE])


def enforce(t, s, log):
    """Levels of the package, then of executive moves.

    Rule 6.1: The ratified package enters into force first, issue by issue, then executive moves in the order of the sides; a level
    brings its effects on the meters in place of those of the level before.
    """
    if s[PASSED_NOW] == 1:
        for issue in range(t[T_N_ISSUES]):
            if s[STANDING + issue] != UNSET:
                enter_level(t, s, log, issue, s[STANDING + issue])
    for k in range(t[T_N_PARTIES]):
        party = t[T_ORDER + k]
        if s[MOVED_KIND + party] != 0:
            note_shifts(t, s, log, s[MOVED_ISSUE + party], s[MOVED_LEVEL + party])
            enter_level(t, s, log, s[MOVED_ISSUE + party], s[MOVED_LEVEL + party])


def keep_shifts(t, s, log):
    """Part of every issue shift is added to support.

    Rule 6.2: A part of the shift of each group stays as support after a ratified package or an executive move; groundwork does not
    stay.
    """
    enter_cause(s, KIND_PACKAGE, UNSET, UNSET)
    for group in range(t[T_N_GROUPS]):
        if s[SHIFT_DUE + group] != 0:
            change(t, s, log, t[T_SUPPORT_CELL + group], s[SHIFT_DUE + group], t[T_STAYS_CAUSE])
            put(t, s, log, SHIFT_DUE + group, 0, 0, t[T_STAYS_CAUSE])


def delay_of(t, s, card):
    """Rounds from the agreement of an initiative to its completion, at least the least delay."""
    delay = t[T_INIT_DELAY + card] + lasting_sum(s, LAST_DELAY, card, UNSET)
    return delay if delay > t[T_LEAST_DELAY] else t[T_LEAST_DELAY]


def advance_initiatives(t, s, log):
    """Initiatives whose time has come are completed.

    Rule 6.3: An initiative whose delay is over is completed and has its effects.
    """
    for card in range(t[T_N_INITIATIVES]):
        if s[INITIATIVE_STATUS + card] == 2 and s[ROUND] >= s[INITIATIVE_READY + card] + delay_of(t, s, card):
            put(t, s, log, INITIATIVE_STATUS + card, 3, 0, t[T_INIT_CAUSE + card])
            run(t, s, log, t[T_INIT_LIST + card], KIND_INITIATIVE, card, UNSET, UNSET, UNSET)
            run_occasion(t, s, log, AT_INITIATIVE_DONE, UNSET, t[T_INIT_TRACK + card])


def meet_demand(t, s, log, row):
    """A demand is met: its thanks, its card leaves the game (rule 6.4)."""
    at = demand_at(row)
    card = s[at + D_CARD]
    if card != UNSET:
        put(t, s, log, DEMAND_MET + card, s[DEMAND_MET + card] + 1, 0, t[T_PLAY_CAUSE])
    put(t, s, log, MET_COUNT, s[MET_COUNT] + 1, 0, t[T_PLAY_CAUSE])
    run(t, s, log, t[T_MET_LIST], KIND_PLAY, UNSET, UNSET, s[at + D_PLACE], s[at + D_ISSUE])
    run_occasion(t, s, log, AT_DEMAND_MET, UNSET, t[T_ISSUE_TRACK + s[at + D_ISSUE]])


def miss_demand(t, s, log, row):
    """A deadline passes.

    Rule 6.5: A demand that is not met at its deadline brings its penalty, more than once where it was accepted in principle; its card
    goes under the pile.
    """
    at = demand_at(row)
    card = s[at + D_CARD]
    place = s[at + D_PLACE]
    issue = s[at + D_ISSUE]
    list_ = t[T_PLAIN_LIST] if card == UNSET else t[T_CARD_UNMET_LIST + card]
    if card != UNSET:
        put(t, s, log, DEMAND_MISSED + card, s[DEMAND_MISSED + card] + 1, 0, t[T_PLAY_CAUSE])
    put(t, s, log, MISSED_COUNT, s[MISSED_COUNT] + 1, 0, t[T_PLAY_CAUSE])
    for _ in range(t[T_ACCEPTED_UNMET] if s[at + D_DOUBLE] == 1 else 1):
        run(t, s, log, list_, KIND_DEMAND, card, UNSET, place, issue)
    if s[at + D_MISSED_LIST] != UNSET:
        run(t, s, log, s[at + D_MISSED_LIST], KIND_DEMAND, card, UNSET, place, issue)
    run_occasion(t, s, log, AT_DEMAND_MISSED, UNSET, t[T_ISSUE_TRACK + issue])


def settle_demands(t, s, log):
    """Demands are met or fall due, in the order in which they came to the table (rules 6.4, 6.5)."""
    row = 0
    while row < s[N_DEMANDS]:
        at = demand_at(row)
        due = s[at + D_DUE] <= s[ROUND]
        place = s[at + D_PLACE]
        status = GONE
        if is_met(t, s, row, due):
            meet_demand(t, s, log, row)
        elif due:
            miss_demand(t, s, log, row)
            status = RETURNED
        else:
            row += 1
            continue
        row = row_of_place(s, place)
        return_card(t, s, log, row, status, t[T_PLAY_CAUSE])
        drop_demand(t, s, log, row, t[T_PLAY_CAUSE])


def turn_up_request(t, s, log, slot):
    """A request of the pile takes an empty slot (rule 6.6)."""
    wanted = forced_draw(s, FOR_REQUEST, slot)
    if wanted >= t[T_N_REQUESTS] or (wanted != UNSET and s[REQUEST_STATUS + wanted] != 0):
        wanted = UNSET  # a forced draw that the pile cannot give
    count = 0
    for card in range(t[T_N_REQUESTS]):
        if s[REQUEST_STATUS + card] == 0:
            count += 1
    if count == 0:
        return
    n = draw_next(t, s, log, FOR_REQUEST, count)
    for card in range(t[T_N_REQUESTS]):
        if s[REQUEST_STATUS + card] == 0:
            if card == wanted or (wanted == UNSET and n == 0):
                put(t, s, log, REQUEST_STATUS + card, 1, 0, t[T_PLAY_CAUSE])
                put(t, s, log, REQUESTS + slot, card, 0, t[T_PLAY_CAUSE])
                return
            n -= 1


def settle_requests(t, s, log):
    """Requests that are met bring their effects; their slots are filled again.

    Rule 6.6: A request that is fulfilled has its effects, and another is turned up in its place, with equal chance.
    """
    for slot in range(t[T_REQUEST_SLOTS]):
        card = s[REQUESTS + slot]
        if card != UNSET and s[LEVEL + t[T_REQUEST_ISSUE + card]] >= t[T_REQUEST_ASKS + card]:
            put(t, s, log, REQUEST_MET + card, s[ROUND], 0, t[T_PLAY_CAUSE])
            put(t, s, log, REQUESTS + slot, UNSET, 0, t[T_PLAY_CAUSE])
            run(t, s, log, t[T_REQUEST_LIST], KIND_PLAY, UNSET, t[T_REQUEST_PARTY], UNSET, t[T_REQUEST_ISSUE + card])
    fill_requests(t, s, log)


def fill_requests(t, s, log):
    """Every empty slot turns up a request while the pile has one."""
    for slot in range(t[T_REQUEST_SLOTS]):
        if s[REQUESTS + slot] == UNSET:
            turn_up_request(t, s, log, slot)


def settle_due(t, s, log):
    """Demands, then requests."""
    settle_demands(t, s, log)
    settle_requests(t, s, log)


def close_round(t, s, log):
    """Announcements are judged, the posture may be named, the next demand may be shown (rules 6.7-6.9)."""
    judge_announcements(t, s, log)
    open_ahead(t, s, log)
    party = t[T_NAMING_BY]
    if party != UNSET and s[ROUND] == t[T_NAMING_ROUND] and s[GUESS + party] == UNSET:
        jot(s, CTX_PARTY, party)
        if holds(t, s, t[T_OPEN_EXPR + ACT_GUESS]):
            wait_for(t, s, log, s[WAITING] | (1 << party), t[T_PLAY_CAUSE])


def may_guess(t, s, seat, posture):
    """ALLOWED, or why a seat may not name this posture (R8).

    Rule 6.9: At the end of the round that the pack names, the head of the side that reads a hidden posture may name it, once.
    """
    if s[OVER] == 1:
        return GAME_OVER
    if s[N_CHOICES] > 0:
        return CHOICE_FIRST
    if work_now(t, s) != WORK_SHOW or s[ROUND] != t[T_NAMING_ROUND]:
        return NOT_NOW
    party = t[T_SEAT_PARTY + seat]
    if party != t[T_NAMING_BY] or s[GUESS + party] != UNSET or (s[WAITING] >> party) & 1 == 0:
        return NOT_YOUR_NAMING
    if t[T_HEAD + party] != seat:
        return NOT_THIS_SEAT
    if posture < 0 or posture >= t[T_N_POSTURES] or t[T_POSTURE_PARTY + posture] != t[T_NAMING_OF]:
        return NO_SUCH_POSTURE
    return ALLOWED


def do_guess(t, s, log, seat, posture):
    """Right: it counts at the end, and has its effect now; wrong: nothing (R8)."""
    party = t[T_SEAT_PARTY + seat]
    put(t, s, log, GUESS + party, posture, 0, t[T_PLAY_CAUSE])
    if s[POSTURE + t[T_NAMING_OF]] == posture:
        put(t, s, log, NAMED_RIGHT + party, 1, 1, t[T_PLAY_CAUSE])
        run(t, s, log, t[T_NAMING_LIST], KIND_PLAY, UNSET, party, UNSET, UNSET)
    stop_waiting(t, s, log, party, t[T_PLAY_CAUSE])
