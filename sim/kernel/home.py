"""Step 5, Home: groundwork sealed from the other side, then every bound body votes (rules 5.1-5.9)."""

from sim.kernel.appraise import judge, look_at_group, quota_holds, says_yes, vote_value
from sim.kernel.codes import (
    ACT_CONSULT,
    ACT_GROUNDWORK,
    ACT_KEEP_BACK,
    ACT_SUBMIT,
    ALLOWED,
    ALREADY_CONSULTED,
    GROUP_LIMIT,
    GROUP_UNMOVED,
    NO_ACCORD,
    NO_CAPITAL,
    NOT_YOUR_GROUP,
    SIDE_LIMIT,
)
from sim.kernel.effects import run
from sim.kernel.expressions import evaluate, holds
from sim.kernel.lasting import find_lasting
from sim.kernel.layout import (
    ACCORD,
    BEFORE_PACKAGE,
    BOUND,
    CAPITAL,
    CONSULTED,
    FAILED,
    GROUNDWORK,
    GROUP_YES,
    HOME,
    KIND_PLAY,
    KNOWN_MOOD,
    LAST_BLOCK_VOTE,
    LEVEL,
    MOOD,
    PARTY_YES_WEIGHT,
    PASSED_NOW,
    RATIFIED,
    RATIFIED_IN,
    RATIFIES,
    ROUND,
    SENT,
    SHIFT_DUE,
    SHOWN_GROUNDWORK,
    SPENT,
    STANDING,
    UNSET,
    VOTE_VALUE,
    VOTED,
    VOTES,
    WORD,
    YES_WEIGHT,
)
from sim.kernel.ledger import jot, put
from sim.kernel.locks import locks_hold
from sim.kernel.standing import run_occasion
from sim.kernel.tables import (
    AT_PACKAGE_FAILED,
    AT_PACKAGE_PASSED,
    T_CONSULTS,
    T_FAILED_LIST,
    T_GROUNDWORK_NEEDS_EXPR,
    T_GROUP_MAX,
    T_GROUP_N_WORDS,
    T_GROUP_PARTY,
    T_GROUP_WORDS,
    T_N_GROUPS,
    T_N_ISSUES,
    T_N_PARTIES,
    T_OPEN_MOOD_EXPR,
    T_PLAY_CAUSE,
    T_SEAT_PARTY,
    T_SIDE_MAX,
    T_STAYS_EXPR,
    T_STEP_PRICE_EXPR,
    T_STEP_SIZE_EXPR,
    WORK_HOME,
)
from sim.kernel.turn import may_lead, pay, stop_waiting, wait_for

OPEN, SUBMITTED, KEPT_BACK = range(3)  # HOME
MOOD_OFFSET = 100  # KNOWN_MOOD is mood + this


def is_bound(s, party):
    """True when the accord binds this party."""
    return (s[BOUND] >> party) & 1 == 1


def mood_of(t, s, group):
    """Hidden mood of a group, 0 where moods are not in play yet."""
    return s[MOOD + group] if holds(t, s, t[T_OPEN_MOOD_EXPR]) else 0


def open_home(t, s, log):
    """The game waits for every bound side, where there is an accord.

    Rule 5.1: With an accord, every side it binds does its groundwork at home, out of sight of the others; without one, the step is
    empty.
    """
    if s[ACCORD] == 1:
        judge(t, s, STANDING)
        wait_for(t, s, log, s[BOUND], t[T_PLAY_CAUSE])


def is_own_group(t, seat, group):
    """True for a group of the seat's own body."""
    return 0 <= group < t[T_N_GROUPS] and t[T_GROUP_PARTY + group] == t[T_SEAT_PARTY + seat]


def may_consult(t, s, seat, group):
    """ALLOWED, or why a seat may not consult this group.

    Rule 5.2: The head consults a limited number of its own groups, at no price, and learns their mood.
    """
    code = may_lead(t, s, seat, ACT_CONSULT, WORK_HOME)
    if code != ALLOWED:
        return code
    if not is_own_group(t, seat, group):
        return NOT_YOUR_GROUP
    if s[CONSULTED + t[T_SEAT_PARTY + seat]] >= t[T_CONSULTS]:
        return ALREADY_CONSULTED
    return ALLOWED


def do_consult(t, s, log, seat, group):
    """The side learns the mood of the group (rule 5.2)."""
    party = t[T_SEAT_PARTY + seat]
    put(t, s, log, CONSULTED + party, s[CONSULTED + party] + 1, 0, t[T_PLAY_CAUSE])
    put(t, s, log, KNOWN_MOOD + group, mood_of(t, s, group) + MOOD_OFFSET, 0, t[T_PLAY_CAUSE])


def step_price(t, s, group):
    """Political capital that one step of groundwork on a group costs for the accord."""
    judge(t, s, STANDING)
    look_at_group(t, s, group)
    return evaluate(t, s, t[T_STEP_PRICE_EXPR])


def side_points(t, s, party):
    """Points of support that a side's groundwork adds up to."""
    steps = 0
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == party:
            steps += s[GROUNDWORK + group]
    return steps * evaluate(t, s, t[T_STEP_SIZE_EXPR])


def may_groundwork(t, s, seat, group, steps):
    """ALLOWED, or why a seat may not put this many steps on a group.

    Rule 5.3: The head puts political capital on groups of its own side, in whole steps; the support it gains counts for this vote only.
    Steps can be changed until the side has said its word, and are paid when the vote is held.

    Rule 5.4: Groundwork has a maximum for a group and for a side; a group with too little support cannot be moved.
    """
    code = may_lead(t, s, seat, ACT_GROUNDWORK, WORK_HOME)
    if code != ALLOWED:
        return code
    if not is_own_group(t, seat, group):
        return NOT_YOUR_GROUP
    party = t[T_SEAT_PARTY + seat]
    size = evaluate(t, s, t[T_STEP_SIZE_EXPR])
    if steps < 0 or steps * size > t[T_GROUP_MAX]:
        return GROUP_LIMIT
    if side_points(t, s, party) + (steps - s[GROUNDWORK + group]) * size > t[T_SIDE_MAX]:
        return SIDE_LIMIT
    price = step_price(t, s, group)
    if steps > 0 and not holds(t, s, t[T_GROUNDWORK_NEEDS_EXPR]):
        return GROUP_UNMOVED
    if s[SPENT + party] + (steps - s[GROUNDWORK + group]) * price > s[CAPITAL + party]:
        return NO_CAPITAL
    return ALLOWED


def do_groundwork(t, s, log, seat, group, steps):
    """The steps stand in place of those placed before (rule 5.3)."""
    party = t[T_SEAT_PARTY + seat]
    cost = (steps - s[GROUNDWORK + group]) * step_price(t, s, group)
    put(t, s, log, SPENT + party, s[SPENT + party] + cost, 0, t[T_PLAY_CAUSE])
    put(t, s, log, GROUNDWORK + group, steps, 0, t[T_PLAY_CAUSE])


def may_close_home(t, s, seat, kind):
    """ALLOWED, or why a seat may not say its side's word on the accord.

    Rule 5.5: The head submits the accord or keeps it back, unseen until all have said their word; if one keeps it back, the accord
    lapses and nothing is paid.
    """
    code = may_lead(t, s, seat, kind, WORK_HOME)
    if code != ALLOWED:
        return code
    return ALLOWED if s[ACCORD] == 1 else NO_ACCORD


def may_submit(t, s, seat):
    """ALLOWED, or why a seat may not submit (rule 5.5)."""
    return may_close_home(t, s, seat, ACT_SUBMIT)


def may_keep_back(t, s, seat):
    """ALLOWED, or why a seat may not keep back (rule 5.5)."""
    return may_close_home(t, s, seat, ACT_KEEP_BACK)


def do_submit(t, s, log, seat):
    """The side is ready for the vote; the others see it when all are."""
    close_home(t, s, log, t[T_SEAT_PARTY + seat], SUBMITTED)


def do_keep_back(t, s, log, seat):
    """The side will not have this accord voted on."""
    close_home(t, s, log, t[T_SEAT_PARTY + seat], KEPT_BACK)


def close_home(t, s, log, party, word):
    """A side has said its word, sealed until the reveal."""
    put(t, s, log, HOME + party, word, 0, t[T_PLAY_CAUSE])
    stop_waiting(t, s, log, party, t[T_PLAY_CAUSE])


def all_submit(t, s):
    """True when every bound side has submitted."""
    for party in range(t[T_N_PARTIES]):
        if is_bound(s, party) and s[HOME + party] != SUBMITTED:
            return False
    return True


def reveal(t, s, log):
    """Words and groundwork are shown; kept back or barred, the accord lapses unpaid (rule 5.5).

    Rule 5.6: Locks and bars are read again before the vote; if one stands in the way now, the accord lapses and nothing is paid.
    Otherwise groundwork is paid and shown.
    """
    if s[ACCORD] == 0:
        return
    if not all_submit(t, s) or not locks_hold(t, s, STANDING) or find_lasting(s, LAST_BLOCK_VOTE, 0) != UNSET:
        return
    put(t, s, log, SENT, 1, 1, t[T_PLAY_CAUSE])
    put(t, s, log, VOTES, s[VOTES] + 1, 0, t[T_PLAY_CAUSE])
    for party in range(t[T_N_PARTIES]):
        pay(t, s, log, party, s[SPENT + party], t[T_PLAY_CAUSE])
    for group in range(t[T_N_GROUPS]):
        if is_bound(s, t[T_GROUP_PARTY + group]):
            put(t, s, log, SHOWN_GROUNDWORK + group, s[GROUNDWORK + group], 0, t[T_PLAY_CAUSE])


def word_of(t, group, value):
    """Index of the word that others hear for a vote value."""
    word = 0
    for k in range(t[T_GROUP_N_WORDS + group]):
        if value >= t[T_GROUP_WORDS + group * 4 + k]:
            word = k
    return word


def vote_of_group(t, s, log, group, size):
    """One group votes: value, yes or no, the word others hear, and what will stay of its shift."""
    cause = t[T_PLAY_CAUSE]
    value = vote_value(t, s, group, mood_of(t, s, group), s[GROUNDWORK + group] * size)
    put(t, s, log, VOTE_VALUE + group, value, value, cause)
    put(t, s, log, VOTED + group, says_yes(t, s, group, value), 0, cause)
    jot(s, GROUP_YES + group, s[VOTED + group])
    if t[T_GROUP_N_WORDS + group] > 0:
        put(t, s, log, WORD + group, word_of(t, group, value), 0, cause)
    look_at_group(t, s, group)
    put(t, s, log, SHIFT_DUE + group, evaluate(t, s, t[T_STAYS_EXPR]), 0, cause)


def hold_vote(t, s, log):
    """All groups of the bound bodies vote at once; then each quota is read.

    Rule 5.7: All groups of the bound sides vote at once. Support, mood, shift by the package, groundwork and bonuses make the vote
    value; from the yes line on a group says yes, unless it refuses. Then the quota of each side is read.
    """
    if s[SENT] == 0:
        return
    judge(t, s, STANDING)
    size = evaluate(t, s, t[T_STEP_SIZE_EXPR])
    for group in range(t[T_N_GROUPS]):
        if is_bound(s, t[T_GROUP_PARTY + group]):
            vote_of_group(t, s, log, group, size)
    for party in range(t[T_N_PARTIES]):
        if is_bound(s, party):
            passes = quota_holds(t, s, party)
            put(t, s, log, YES_WEIGHT + party, s[PARTY_YES_WEIGHT], 0, t[T_PLAY_CAUSE])
            put(t, s, log, RATIFIES + party, 1 if passes else 0, 0, t[T_PLAY_CAUSE])


def is_ratified(t, s):
    """True when every bound body has approved."""
    for party in range(t[T_N_PARTIES]):
        if is_bound(s, party) and s[RATIFIES + party] != 1:
            return False
    return True


def pass_package(t, s, log):
    """Ratified; what a passed package brings comes at once.

    Rule 5.8: A package that the body of every bound side approves is ratified and enters into force in Resolve.
    """
    cause = t[T_PLAY_CAUSE]
    put(t, s, log, PASSED_NOW, 1, 1, cause)
    put(t, s, log, RATIFIED, s[RATIFIED] + 1, 0, cause)
    put(t, s, log, RATIFIED_IN + s[ROUND], s[RATIFIED_IN + s[ROUND]] + 1, 0, cause)
    for issue in range(t[T_N_ISSUES]):
        if s[STANDING + issue] != UNSET:
            put(t, s, log, BEFORE_PACKAGE + issue, s[LEVEL + issue], 0, cause)
    run_occasion(t, s, log, AT_PACKAGE_PASSED, UNSET, UNSET)


def fail_package(t, s, log):
    """Not ratified: each body that refused costs its side.

    Rule 5.9: If a body refuses, the package is void and levels stay; each side whose body refused bears the loss.
    """
    for group in range(t[T_N_GROUPS]):
        put(t, s, log, SHIFT_DUE + group, 0, 0, t[T_PLAY_CAUSE])
    for party in range(t[T_N_PARTIES]):
        if is_bound(s, party) and s[RATIFIES + party] == 0:
            put(t, s, log, FAILED + party, s[FAILED + party] + 1, 0, t[T_PLAY_CAUSE])
            run(t, s, log, t[T_FAILED_LIST + party], KIND_PLAY, UNSET, party, UNSET, UNSET)
    run_occasion(t, s, log, AT_PACKAGE_FAILED, UNSET, UNSET)


def settle_vote(t, s, log):
    """What follows from the vote, before Resolve (rules 5.8, 5.9)."""
    if s[SENT] == 0:
        return
    judge(t, s, STANDING)
    for group in range(t[T_N_GROUPS]):
        jot(s, GROUP_YES + group, 1 if s[VOTED + group] == 1 else 0)
    if is_ratified(t, s):
        pass_package(t, s, log)
    else:
        fail_package(t, s, log)
