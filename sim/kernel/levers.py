"""Levers: acts outside the package that move meters and support, and what a threat is worth (R10)."""

from sim.kernel.codes import (
    ACT_LEVER,
    ALLOWED,
    LEVER_BARRED,
    LEVER_PLAYED,
    LEVER_SLOT_USED,
    NEEDS_NOT_MET,
    NO_CAPITAL,
    NO_TOKEN,
    NOT_NOW,
    NOT_THIS_SEAT,
    NOT_YOUR_LEVER,
    WRONG_PICK,
)
from sim.kernel.context import enter_context
from sim.kernel.demands import demand_at
from sim.kernel.effects import push_frame, run_frames
from sim.kernel.expressions import evaluate, holds
from sim.kernel.lasting import drop_lasting, find_lasting, lasting_sum
from sim.kernel.layout import (
    ANNOUNCED,
    ANNOUNCED_IN,
    ANNOUNCED_PICK,
    CAPITAL,
    CREDIBILITY,
    CTX_ESCALATION,
    CTX_ISSUE,
    CTX_LEVER,
    CTX_MEASURED,
    D_ISSUE,
    D_PLACE,
    KIND_LEVER,
    LAST_BLOCK_LEVER,
    LAST_GRANT_LEVER,
    LAST_PRICE_LEVER,
    LAST_USE,
    LAST_WAIVE_TOKEN,
    MEASURES,
    MEASURES_THEN,
    N_DEMANDS,
    PLAYED_STEP,
    PLAYED_TALKS,
    PRICE_NOW,
    ROUND,
    SEAT_TOKENS,
    TOKENS,
    UNSET,
    USE_BEFORE,
    USES,
)
from sim.kernel.ledger import jot, modifier_applies, put, within
from sim.kernel.standing import run_occasion
from sim.kernel.tables import (
    AT_LEVER_PLAYED,
    OF_PRICE,
    PICK_DEMAND,
    PICK_GROUP,
    PICK_ISSUE,
    PICK_NONE,
    T_BROKEN_LOSS,
    T_CREDIBILITY_CAUSE,
    T_DEMAND_BY,
    T_GROUP_PARTY,
    T_JUDGED_AFTER,
    T_KEPT_GAIN,
    T_LEVER_CAUSE,
    T_LEVER_ESCALATION,
    T_LEVER_KEPT_EXPR,
    T_LEVER_MEASURE,
    T_LEVER_NEEDS_EXPR,
    T_LEVER_PARTY,
    T_LEVER_PICK,
    T_LEVER_PICK_ARG,
    T_LEVER_PRICE_EXPR,
    T_LEVER_TARGET_LIST,
    T_LEVER_UNDOABLE,
    T_LEVER_USER_LIST,
    T_LEVERS_OWN,
    T_LEVERS_TALKS,
    T_MEASURE_GAIN,
    T_MOD_AMOUNT_EXPR,
    T_MOD_OF,
    T_N_GROUPS,
    T_N_ISSUES,
    T_N_LEVERS,
    T_N_MODIFIERS,
    T_SEAT_PARTY,
    WORK_ANSWER,
    WORK_OPENING,
    WORK_OWN_LEVER,
)
from sim.kernel.turn import has_any_track, may_speak, pay, work_now
from sim.kernel.verbs import add_friction


def price_of(t, s, lever):
    """Price of a lever now: its own, cards that change it, a free use, the pack's modifiers (R10, R12)."""
    party = t[T_LEVER_PARTY + lever]
    enter_context(s, KIND_LEVER, lever, 0, party, UNSET, s[ROUND], UNSET)
    jot(s, CTX_ESCALATION, t[T_LEVER_ESCALATION + lever])
    if find_lasting(s, LAST_GRANT_LEVER, lever) != UNSET:
        return 0
    price = evaluate(t, s, t[T_LEVER_PRICE_EXPR + lever]) + lasting_sum(s, LAST_PRICE_LEVER, lever, UNSET)
    jot(s, PRICE_NOW, price)
    for modifier in range(t[T_N_MODIFIERS]):
        if t[T_MOD_OF + modifier] == OF_PRICE and modifier_applies(t, s, modifier, OF_PRICE, price):
            price = evaluate(t, s, t[T_MOD_AMOUNT_EXPR + modifier])
            jot(s, PRICE_NOW, price)
    return price if price > 0 else 0


def slot_of(t, s, party):
    """Which lever slot a party uses now: 1 its own step, 2 Talks, 0 none."""
    work = work_now(t, s)
    if work == WORK_OPENING:
        return 2
    if work == WORK_OWN_LEVER and party == t[T_DEMAND_BY]:
        return 1
    if work == WORK_ANSWER and party != t[T_DEMAND_BY]:
        return 1
    return 0


def has_token(s, seat, party):
    """True when the seat or its side has an action token left."""
    return s[SEAT_TOKENS + seat] > 0 or s[TOKENS + party] > 0


def spend_token(t, s, log, seat, party, cause):
    """Take a token: the seat's own first, then the side's."""
    cell = SEAT_TOKENS + seat if s[SEAT_TOKENS + seat] > 0 else TOKENS + party
    put(t, s, log, cell, s[cell] - 1, 0, cause)


def pick_fits(t, s, lever, picked):
    """True when the argument names what this lever lets its user choose. A demand is named by its row."""
    pick = t[T_LEVER_PICK + lever]
    if pick == PICK_NONE:
        return picked == UNSET
    if picked < 0:
        return False
    if pick == PICK_DEMAND:
        return picked < s[N_DEMANDS]
    if pick == PICK_GROUP:
        return picked < t[T_N_GROUPS] and t[T_GROUP_PARTY + picked] == t[T_LEVER_PICK_ARG + lever]
    return picked < t[T_N_ISSUES] and (t[T_LEVER_PICK_ARG + lever] >> picked) & 1 == 1


def may_lever(t, s, seat, lever, picked):
    """ALLOWED, or why a seat may not play this lever. picked: what it is about, UNSET for none.

    Rule 2.8: A seat plays levers of its side in the side's own step and in the opening of Talks, a limited number each time and the
    same lever once a round, for political capital and an action token.
    """
    party = t[T_SEAT_PARTY + seat]
    code = may_speak(t, s, seat, ACT_LEVER, work_now(t, s))
    if code != ALLOWED:
        return code
    slot = slot_of(t, s, party)
    if slot == 0:
        return NOT_NOW
    if lever < 0 or lever >= t[T_N_LEVERS] or t[T_LEVER_PARTY + lever] != party:
        return NOT_YOUR_LEVER
    if not has_any_track(t, seat):
        return NOT_THIS_SEAT
    if (slot == 1 and s[PLAYED_STEP + party] >= t[T_LEVERS_OWN]) or (slot == 2 and s[PLAYED_TALKS + party] >= t[T_LEVERS_TALKS]):
        return LEVER_SLOT_USED
    if s[LAST_USE + lever] == s[ROUND]:
        return LEVER_PLAYED
    if find_lasting(s, LAST_BLOCK_LEVER, lever) != UNSET:
        return LEVER_BARRED
    enter_context(s, KIND_LEVER, lever, 0, party, UNSET, s[ROUND], UNSET)
    if not holds(t, s, t[T_LEVER_NEEDS_EXPR + lever]):
        return NEEDS_NOT_MET
    if not pick_fits(t, s, lever, picked):
        return WRONG_PICK
    if price_of(t, s, lever) > s[CAPITAL + party]:
        return NO_CAPITAL
    if find_lasting(s, LAST_WAIVE_TOKEN, lever) == UNSET and not has_token(s, seat, party):
        return NO_TOKEN
    return ALLOWED


def issue_of_pick(t, s, lever, picked):
    """The issue that a lever's argument is about, or UNSET. A demand is named by its row."""
    if t[T_LEVER_PICK + lever] == PICK_DEMAND:
        return s[demand_at(picked) + D_ISSUE]
    if t[T_LEVER_PICK + lever] == PICK_ISSUE:
        return picked
    return UNSET


def pay_for_lever(t, s, log, seat, party, lever, cause):
    """Price, token, and the free use if there was one."""
    price = price_of(t, s, lever)
    pay(t, s, log, party, price, cause)
    free = find_lasting(s, LAST_GRANT_LEVER, lever)
    if free != UNSET:
        drop_lasting(t, s, log, free, cause)
    waived = find_lasting(s, LAST_WAIVE_TOKEN, lever)
    if waived != UNSET:
        drop_lasting(t, s, log, waived, cause)
    else:
        spend_token(t, s, log, seat, party, cause)


def count_use(t, s, log, party, lever, cause):
    """Note the use: its round, the round of the one before, the slot."""
    slot = PLAYED_TALKS if work_now(t, s) == WORK_OPENING else PLAYED_STEP
    put(t, s, log, slot + party, s[slot + party] + 1, 0, cause)
    put(t, s, log, USE_BEFORE + lever, s[LAST_USE + lever], 0, cause)
    put(t, s, log, LAST_USE + lever, s[ROUND], 0, cause)
    put(t, s, log, USES + lever, s[USES + lever] + 1, 0, cause)


def change_credibility(t, s, log, lever, amount):
    """Credibility of a lever moves within 0..100 (R10)."""
    cell = CREDIBILITY + lever
    if s[cell] != UNSET:
        put(t, s, log, cell, within(t, cell, s[cell] + amount), s[cell] + amount, t[T_CREDIBILITY_CAUSE])


def note_word(t, s, log, party, lever, issue, cause):
    """A measure is carried out by being played; an announcement is judged a round later (R10)."""
    if t[T_LEVER_MEASURE + lever] == 1:
        put(t, s, log, MEASURES + party, s[MEASURES + party] + 1, 0, cause)
        change_credibility(t, s, log, lever, t[T_MEASURE_GAIN])
    elif t[T_LEVER_KEPT_EXPR + lever] != UNSET and s[ANNOUNCED + lever] == 0:
        put(t, s, log, ANNOUNCED + lever, s[ROUND] + t[T_JUDGED_AFTER], 0, cause)
        put(t, s, log, ANNOUNCED_IN + lever, s[ROUND], 0, cause)
        put(t, s, log, ANNOUNCED_PICK + lever, issue, 0, cause)
        put(t, s, log, MEASURES_THEN + lever, s[MEASURES + party], 0, cause)


def do_lever(t, s, log, seat, lever, picked):
    """Pay, count, run both parts, and note what was said or done (R10).

    Rule 2.9: The whole effect of a lever comes at once, first what it does to the other side, then what it does to its own.
    """
    party = t[T_SEAT_PARTY + seat]
    cause = t[T_LEVER_CAUSE + lever]
    issue = issue_of_pick(t, s, lever, picked)
    if t[T_LEVER_PICK + lever] == PICK_DEMAND:
        picked = s[demand_at(picked) + D_PLACE]
    pay_for_lever(t, s, log, seat, party, lever, cause)
    count_use(t, s, log, party, lever, cause)
    undoable = lever if t[T_LEVER_UNDOABLE + lever] == 1 else UNSET
    jot(s, CTX_ISSUE, issue)
    jot(s, CTX_LEVER, lever)
    depth = push_frame(s, 0, t[T_LEVER_USER_LIST + lever], KIND_LEVER, lever, 0, party, picked, s[ROUND], UNSET)
    depth = push_frame(s, depth, t[T_LEVER_TARGET_LIST + lever], KIND_LEVER, lever, 1, party, picked, s[ROUND], undoable)
    run_frames(t, s, log, depth)
    note_word(t, s, log, party, lever, issue, cause)
    add_friction(t, s, log, t[T_LEVER_ESCALATION + lever])
    jot(s, CTX_ESCALATION, t[T_LEVER_ESCALATION + lever])
    run_occasion(t, s, log, AT_LEVER_PLAYED, party, UNSET)


def judge_announcements(t, s, log):
    """Announcements whose time has come were kept, or not (R10).

    Rule 6.7: An announcement is judged at the end of a later round; kept or not, it moves the credibility of its lever.
    """
    for lever in range(t[T_N_LEVERS]):
        if s[ANNOUNCED + lever] == 0 or s[ANNOUNCED + lever] > s[ROUND]:
            continue
        party = t[T_LEVER_PARTY + lever]
        enter_context(s, KIND_LEVER, lever, 0, party, UNSET, s[ANNOUNCED_IN + lever], UNSET)
        jot(s, CTX_ISSUE, s[ANNOUNCED_PICK + lever])
        jot(s, CTX_MEASURED, 1 if s[MEASURES + party] > s[MEASURES_THEN + lever] else 0)
        kept = evaluate(t, s, t[T_LEVER_KEPT_EXPR + lever]) != 0
        change_credibility(t, s, log, lever, t[T_KEPT_GAIN] if kept else -t[T_BROKEN_LOSS])
        put(t, s, log, ANNOUNCED + lever, 0, 0, t[T_CREDIBILITY_CAUSE])
