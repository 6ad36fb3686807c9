"""Closing of Talks: executive moves and breaches (rule 4.12, R18)."""

from sim.kernel.appraise import judge_step
from sim.kernel.codes import (
    ACT_DECIDE,
    ACT_REOPEN,
    ALLOWED,
    IN_THE_ACCORD,
    ISSUE_MOVED,
    MOVE_USED,
    NEEDS_VOTE,
    NO_CAPITAL,
    NO_SUCH_ISSUE,
    NOT_AGAINST_THEM,
    NOT_FOR_THEM,
    NOT_YOURS_TO_MOVE,
    ONE_LEVEL_ONLY,
)
from sim.kernel.effects import run
from sim.kernel.expressions import holds
from sim.kernel.lasting import drop_lasting, find_lasting, lasting_sum
from sim.kernel.layout import (
    ACCORD,
    CAPITAL,
    CTX_PARTY,
    KIND_PLAY,
    LAST_GRANT_MOVE,
    LAST_PRICE_MOVE,
    LEVEL,
    MOVED_ISSUE,
    MOVED_KIND,
    MOVED_LEVEL,
    PAYOFF_OTHER,
    PAYOFF_STEP,
    STANDING,
    UNSET,
)
from sim.kernel.ledger import jot, put
from sim.kernel.locks import may_stand
from sim.kernel.tables import (
    T_BREACH_LIST,
    T_BREACH_NEEDS_EXPR,
    T_BREACH_PRICE,
    T_MOVE_NEEDS_EXPR,
    T_MOVE_PRICE,
    T_MOVED_BY,
    T_N_ISSUES,
    T_N_PARTIES,
    T_PLAY_CAUSE,
    T_SEAT_PARTY,
    T_VOTE_FROM,
    WORK_CLOSING,
)
from sim.kernel.turn import may_lead, pay


def note_steps_of_others(t, s, party):
    """The least payoff step of the other parties, for expressions that ask for `other`."""
    least = 0
    first = True
    for other in range(t[T_N_PARTIES]):
        if other != party and (first or s[PAYOFF_STEP + other] < least):
            least = s[PAYOFF_STEP + other]
            first = False
    jot(s, PAYOFF_OTHER, least)
    jot(s, CTX_PARTY, party)


def may_move(t, s, seat, kind, issue, level):
    """What decide and reopen have in common: one issue of the side's own, one level, not in the accord."""
    code = may_lead(t, s, seat, kind, WORK_CLOSING)
    if code != ALLOWED:
        return code
    party = t[T_SEAT_PARTY + seat]
    if issue < 0 or issue >= t[T_N_ISSUES]:
        return NO_SUCH_ISSUE
    if s[MOVED_KIND + party] != 0:
        return MOVE_USED
    if (t[T_MOVED_BY + issue] >> party) & 1 == 0:
        return NOT_YOURS_TO_MOVE
    if level != s[LEVEL + issue] + 1 and level != s[LEVEL + issue] - 1:
        return ONE_LEVEL_ONLY
    if s[ACCORD] == 1 and s[STANDING + issue] != UNSET:
        return IN_THE_ACCORD
    for other in range(t[T_N_PARTIES]):
        if s[MOVED_KIND + other] != 0 and s[MOVED_ISSUE + other] == issue:
            return ISSUE_MOVED
    return may_stand(t, s, issue, level)


def move_price(t, s, issue, level):
    """Price of an executive move: free where a card grants it upwards."""
    if level > s[LEVEL + issue] and find_lasting(s, LAST_GRANT_MOVE, issue) != UNSET:
        return 0
    price = t[T_MOVE_PRICE] + lasting_sum(s, LAST_PRICE_MOVE, 0, UNSET)
    return price if price > 0 else 0


def may_decide(t, s, seat, issue, level):
    """ALLOWED, or why a seat may not move this issue alone.

    Rule 4.12: In the closing a head may move one issue that is its own to give by one level, for political capital, if that serves the
    other sides and the level needs no vote; the move enters into force in Resolve.
    """
    code = may_move(t, s, seat, ACT_DECIDE, issue, level)
    if code != ALLOWED:
        return code
    party = t[T_SEAT_PARTY + seat]
    if t[T_VOTE_FROM + issue] != UNSET and level >= t[T_VOTE_FROM + issue]:
        return NEEDS_VOTE
    judge_step(t, s, issue, level)
    note_steps_of_others(t, s, party)
    if not holds(t, s, t[T_MOVE_NEEDS_EXPR]):
        return NOT_FOR_THEM
    return ALLOWED if move_price(t, s, issue, level) <= s[CAPITAL + party] else NO_CAPITAL


def do_decide(t, s, log, seat, issue, level):
    """Announced now, in force in Resolve (rule 4.12)."""
    party = t[T_SEAT_PARTY + seat]
    pay(t, s, log, party, move_price(t, s, issue, level), t[T_PLAY_CAUSE])
    granted = find_lasting(s, LAST_GRANT_MOVE, issue)
    if granted != UNSET and level > s[LEVEL + issue]:
        drop_lasting(t, s, log, granted, t[T_PLAY_CAUSE])
    note_move(t, s, log, party, issue, level, 1)


def note_move(t, s, log, party, issue, level, kind):
    """Keep the move of a party until Resolve."""
    put(t, s, log, MOVED_ISSUE + party, issue, 0, t[T_PLAY_CAUSE])
    put(t, s, log, MOVED_LEVEL + party, level, 0, t[T_PLAY_CAUSE])
    put(t, s, log, MOVED_KIND + party, kind, 0, t[T_PLAY_CAUSE])


def may_reopen(t, s, seat, issue, level):
    """R18: a lone move by one level against another's payoff, in place of the executive move."""
    code = may_move(t, s, seat, ACT_REOPEN, issue, level)
    if code != ALLOWED:
        return code
    party = t[T_SEAT_PARTY + seat]
    judge_step(t, s, issue, level)
    note_steps_of_others(t, s, party)
    if not holds(t, s, t[T_BREACH_NEEDS_EXPR]):
        return NOT_AGAINST_THEM
    return ALLOWED if t[T_BREACH_PRICE] <= s[CAPITAL + party] else NO_CAPITAL


def do_reopen(t, s, log, seat, issue, level):
    """Paid, and its cost in trust comes at once; the level changes in Resolve (R18)."""
    party = t[T_SEAT_PARTY + seat]
    pay(t, s, log, party, t[T_BREACH_PRICE], t[T_PLAY_CAUSE])
    note_move(t, s, log, party, issue, level, 2)
    run(t, s, log, t[T_BREACH_LIST + party], KIND_PLAY, UNSET, party, UNSET, issue)
