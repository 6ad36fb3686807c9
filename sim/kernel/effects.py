"""What a card, a lever, a rule does: a list of effects is run, one row after the other (rule 0.4).

An effect that plays another entry pushes it on a stack of frames in the scratch cells, so nothing
here calls itself. A delayed effect becomes a timer that keeps its cause, its amount and the round
whose levels its `rise()` reads.
"""

from sim.kernel.chance import FOR_CHANCE, FOR_FAMILY, FOR_SURPRISE_KIND, FOR_SURPRISE_PICK, draw_next, succeeds
from sim.kernel.clues import give_clue
from sim.kernel.demands import demand_at, place_plain, row_of_place, withdraw_of_lever, withdraw_second
from sim.kernel.expressions import evaluate, holds
from sim.kernel.lasting import keep_for_a_while
from sim.kernel.layout import (
    ASKED_AMOUNT,
    BUNDLE_USES,
    C_CAUSE,
    C_ENTRY,
    C_ENTRY_KIND,
    C_KIND,
    C_PARTY,
    C_ROUND,
    C_ROW,
    C_TRACK,
    CHOICE_OPTION,
    CHOICE_WIDTH,
    CHOICES,
    CTX_ENTRY,
    CTX_ISSUE,
    CTX_KIND,
    CTX_LEVER,
    CTX_PART,
    CTX_PARTY,
    CTX_PICKED,
    CTX_SINCE,
    CTX_UNDOABLE,
    D_DUE,
    D_MISSED_LIST,
    D_PLACE,
    EVENT_NEXT,
    EVENT_NEXT_ROUND,
    FRAME_WIDTH,
    FRAMES,
    INITIATIVE_STATUS,
    KIND_LEVER,
    LAST_BLOCK_LEVER,
    LAST_BLOCK_PACKAGE,
    LAST_BLOCK_VOTE,
    LAST_GRANT_LEVER,
    LAST_GRANT_MOVE,
    LAST_USE,
    LAST_VOTE,
    LAST_WAIVE_TOKEN,
    M_AMOUNT,
    M_EFFECT,
    M_ENTRY,
    M_ISSUE,
    M_KIND,
    M_PARTY,
    M_PICKED,
    M_POINT,
    M_ROUND,
    M_SINCE,
    MAX_CHOICES,
    MAX_TIMERS,
    N_CHOICES,
    N_DEMANDS,
    N_TIMERS,
    N_UNDO,
    ONCE,
    POINT,
    POSTURE,
    ROUND,
    TIMER_WIDTH,
    TIMERS,
    U_CELL,
    U_DELTA,
    U_LEVER,
    UNDO,
    UNDO_WIDTH,
    UNSET,
)
from sim.kernel.ledger import change, jot, modifier_applies, put, within
from sim.kernel.tables import (
    E_A,
    E_AFTER,
    E_AMOUNT_EXPR,
    E_B,
    E_CAUSE,
    E_CHANCE_EXPR,
    E_FULL,
    E_LIST,
    E_ONCE,
    E_POINT,
    E_TARGET,
    E_UNTIL,
    E_VERB,
    E_WHEN_EXPR,
    EFFECT_WIDTH,
    O_LIST,
    O_ONCE,
    O_OTHERWISE,
    O_PICK,
    O_PICK_ARG,
    OPTION_WIDTH,
    PICK_DEMAND,
    PICK_GROUP,
    PICK_NONE,
    T_EFFECTS,
    T_FRICTION_CAUSE,
    T_FRICTION_CELL,
    T_GROUP_PARTY,
    T_INIT_FAMILY,
    T_LEVER_ESCALATION,
    T_LEVER_PARTY,
    T_LEVER_PICK,
    T_LEVER_PICK_ARG,
    T_LEVER_TARGET_LIST,
    T_LEVER_USER_LIST,
    T_LIST_COUNT,
    T_LIST_FIRST,
    T_MOD_AMOUNT_EXPR,
    T_MOD_PART,
    T_N_GROUPS,
    T_N_INITIATIVES,
    T_N_MODIFIERS,
    T_OPTIONS,
    T_POSTURE_NEIGHBOUR,
    T_SUPPORT_CELL,
    TARGET_PICKED_GROUP,
    VERB_ADD,
    VERB_BLOCK_LEVER,
    VERB_BLOCK_PACKAGE,
    VERB_BLOCK_VOTE,
    VERB_CHOICE,
    VERB_CLUE,
    VERB_DEADLINE,
    VERB_DEMAND,
    VERB_DO,
    VERB_DO_LEVER,
    VERB_GRANT_LEVER,
    VERB_GRANT_MOVE,
    VERB_INITIATIVE,
    VERB_POSTURE,
    VERB_PRICE,
    VERB_REVEAL_EVENT,
    VERB_REVEAL_INITIATIVE,
    VERB_SET,
    VERB_VOTE,
    VERB_WITHDRAW,
)

FR_LIST, FR_POS, FR_KIND, FR_ENTRY, FR_PART, FR_PARTY, FR_PICKED, FR_SINCE, FR_UNDO = range(FRAME_WIDTH)


def push_frame(s, depth, list_, kind, entry, part, party, picked, since, undoable):
    """Put a list of effects on the stack; the new depth. A list that is not there changes nothing."""
    if list_ == UNSET or depth >= 24:
        return depth
    at = FRAMES + depth * FRAME_WIDTH
    jot(s, at + FR_LIST, list_)
    jot(s, at + FR_POS, 0)
    jot(s, at + FR_KIND, kind)
    jot(s, at + FR_ENTRY, entry)
    jot(s, at + FR_PART, part)
    jot(s, at + FR_PARTY, party)
    jot(s, at + FR_PICKED, picked)
    jot(s, at + FR_SINCE, since)
    jot(s, at + FR_UNDO, undoable)
    return depth + 1


def enter_context(s, kind, entry, part, party, picked, since, undoable):
    """Say who acts and why, for the expressions and modifiers that ask."""
    jot(s, CTX_KIND, kind)
    jot(s, CTX_ENTRY, entry)
    jot(s, CTX_PART, part)
    jot(s, CTX_PARTY, party)
    jot(s, CTX_PICKED, picked)
    jot(s, CTX_SINCE, since)
    jot(s, CTX_UNDOABLE, undoable)


def enter_frame(s, depth):
    """Make the top frame the context."""
    at = FRAMES + (depth - 1) * FRAME_WIDTH
    enter_context(
        s, s[at + FR_KIND], s[at + FR_ENTRY], s[at + FR_PART], s[at + FR_PARTY], s[at + FR_PICKED], s[at + FR_SINCE], s[at + FR_UNDO]
    )


def scaled(t, s, cell, amount):
    """An amount after the modifiers of a lever's target part only (credibility)."""
    for modifier in range(t[T_N_MODIFIERS]):
        if t[T_MOD_PART + modifier] == 1 and amount != 0 and modifier_applies(t, s, modifier, cell, amount):
            jot(s, ASKED_AMOUNT, amount)
            amount = evaluate(t, s, t[T_MOD_AMOUNT_EXPR + modifier])
    return amount


def set_timer(t, s, log, effect, cause):
    """Keep an effect for later with its amount of now, scaled by credibility (rule 0.5)."""
    if s[N_TIMERS] >= MAX_TIMERS:
        return
    row = T_EFFECTS + effect * EFFECT_WIDTH
    amount = 0 if t[row + E_AMOUNT_EXPR] == UNSET else evaluate(t, s, t[row + E_AMOUNT_EXPR])
    if t[row + E_VERB] == VERB_ADD and t[row + E_FULL] == 0:
        amount = scaled(t, s, t[row + E_TARGET], amount)
    at = TIMERS + s[N_TIMERS] * TIMER_WIDTH
    put(t, s, log, at + M_ROUND, s[ROUND] + t[row + E_AFTER], 0, cause)
    put(t, s, log, at + M_POINT, s[POINT] if t[row + E_POINT] == UNSET else t[row + E_POINT], 0, cause)
    put(t, s, log, at + M_EFFECT, effect, 0, cause)
    put(t, s, log, at + M_SINCE, s[CTX_SINCE], 0, cause)
    put(t, s, log, at + M_AMOUNT, amount, 0, cause)
    put(t, s, log, at + M_KIND, s[CTX_KIND], 0, cause)
    put(t, s, log, at + M_ENTRY, s[CTX_ENTRY], 0, cause)
    put(t, s, log, at + M_PICKED, s[CTX_PICKED], 0, cause)
    put(t, s, log, at + M_PARTY, s[CTX_PARTY], 0, cause)
    put(t, s, log, at + M_ISSUE, s[CTX_ISSUE], 0, cause)
    put(t, s, log, N_TIMERS, s[N_TIMERS] + 1, 0, cause)


def drop_timer(t, s, log, row, cause):
    """Take a timer out; the rows behind it move up."""
    last = TIMERS + (s[N_TIMERS] - 1) * TIMER_WIDTH
    for cell in range(TIMERS + row * TIMER_WIDTH, last):
        put(t, s, log, cell, s[cell + TIMER_WIDTH], 0, cause)
    for cell in range(last, last + TIMER_WIDTH):
        put(t, s, log, cell, 0, 0, cause)
    put(t, s, log, N_TIMERS, s[N_TIMERS] - 1, 0, cause)


def chosen_by_chance(t, s, log, pick, arg):
    """A demand on the table or a group of a party, with equal chance; UNSET when there is none."""
    if pick == PICK_DEMAND:
        if s[N_DEMANDS] == 0:
            return UNSET
        row = draw_next(t, s, log, FOR_SURPRISE_PICK, s[N_DEMANDS])
        return s[demand_at(row) + D_PLACE]
    count = 0
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == arg:
            count += 1
    if pick != PICK_GROUP or count == 0:
        return UNSET
    n = draw_next(t, s, log, FOR_SURPRISE_PICK, count)
    for group in range(t[T_N_GROUPS]):
        if t[T_GROUP_PARTY + group] == arg:
            if n == 0:
                return group
            n -= 1
    return UNSET


def move_deadline(t, s, log, effect_row, amount):
    """Bring a demand's deadline nearer or put it off; `at_most` never lengthens it."""
    row = row_of_place(s, s[CTX_PICKED])
    if row == UNSET:
        return
    at = demand_at(row)
    due = s[at + D_DUE] + amount
    if t[effect_row + E_A] == 1:
        due = s[ROUND] + amount
        if s[at + D_DUE] < due:
            due = s[at + D_DUE]
    if due < s[ROUND]:
        due = s[ROUND]
    put(t, s, log, at + D_DUE, due, due, t[effect_row + E_CAUSE])
    if t[effect_row + E_LIST] != UNSET:
        put(t, s, log, at + D_MISSED_LIST, t[effect_row + E_LIST], 0, t[effect_row + E_CAUSE])


def take_back_use(t, s, log, lever, cause):
    """Undo one use of a lever made this round: its demand and its real changes of meters."""
    if s[LAST_USE + lever] != s[ROUND]:
        return False
    withdraw_of_lever(t, s, log, lever, cause)
    for row in range(s[N_UNDO]):
        at = UNDO + row * UNDO_WIDTH
        if s[at + U_LEVER] == lever and s[at + U_DELTA] != 0:
            cell = s[at + U_CELL]
            put(t, s, log, cell, within(t, cell, s[cell] - s[at + U_DELTA]), s[cell] - s[at + U_DELTA], cause)
            put(t, s, log, at + U_DELTA, 0, 0, cause)
    return True


def turn_up_family(t, s, log, family, cause):
    """Turn up a card of a family that is still in the pile, with equal chance."""
    count = 0
    for card in range(t[T_N_INITIATIVES]):
        if s[INITIATIVE_STATUS + card] == 0 and t[T_INIT_FAMILY + card] == family:
            count += 1
    if count == 0:
        return
    n = draw_next(t, s, log, FOR_FAMILY, count)
    for card in range(t[T_N_INITIATIVES]):
        if s[INITIATIVE_STATUS + card] == 0 and t[T_INIT_FAMILY + card] == family:
            if n == 0:
                put(t, s, log, INITIATIVE_STATUS + card, 1, 0, cause)
                return
            n -= 1


def queue_choice(t, s, log, kind, party, row, track):
    """Ask a party for a word; the game waits until it is given."""
    if s[N_CHOICES] >= MAX_CHOICES:
        return
    cause = t[row + E_CAUSE] if kind == CHOICE_OPTION else UNSET
    at = CHOICES + s[N_CHOICES] * CHOICE_WIDTH
    put(t, s, log, at + C_KIND, kind, 0, cause)
    put(t, s, log, at + C_PARTY, party, 0, cause)
    put(t, s, log, at + C_ROW, row, 0, cause)
    put(t, s, log, at + C_CAUSE, cause, 0, cause)
    put(t, s, log, at + C_ROUND, s[ROUND], 0, cause)
    put(t, s, log, at + C_TRACK, track, 0, cause)
    put(t, s, log, at + C_ENTRY, s[CTX_ENTRY], 0, cause)
    put(t, s, log, at + C_ENTRY_KIND, s[CTX_KIND], 0, cause)
    put(t, s, log, N_CHOICES, s[N_CHOICES] + 1, 0, cause)


def push_option(t, s, log, depth, option):
    """Put the effects of an option chosen by chance on the stack; a used one gives way to another."""
    at = T_OPTIONS + option * OPTION_WIDTH
    if t[at + O_ONCE] != UNSET and s[ONCE + t[at + O_ONCE]] == 1:
        at = T_OPTIONS + t[at + O_OTHERWISE] * OPTION_WIDTH
    if t[at + O_ONCE] != UNSET:
        put(t, s, log, ONCE + t[at + O_ONCE], 1, 0, UNSET)
    picked = s[CTX_PICKED]
    if t[at + O_PICK] != PICK_NONE:
        picked = chosen_by_chance(t, s, log, t[at + O_PICK], t[at + O_PICK_ARG])
        if picked == UNSET:
            return depth
    return push_frame(s, depth, t[at + O_LIST], s[CTX_KIND], s[CTX_ENTRY], 0, s[CTX_PARTY], picked, s[ROUND], UNSET)


def add_friction(t, s, log, points):
    """Escalation of a lever goes to the friction counter, never below 0."""
    if t[T_FRICTION_CELL] != UNSET and points != 0:
        cell = t[T_FRICTION_CELL]
        put(t, s, log, cell, within(t, cell, s[cell] + points), s[cell] + points, t[T_FRICTION_CAUSE])


def push_lever(t, s, log, depth, lever, picked):
    """Put a lever's effects on the stack, target part on top, as if it had been played (R9)."""
    if picked == UNSET and t[T_LEVER_PICK + lever] != PICK_NONE:
        picked = chosen_by_chance(t, s, log, t[T_LEVER_PICK + lever], t[T_LEVER_PICK_ARG + lever])
    add_friction(t, s, log, t[T_LEVER_ESCALATION + lever])
    party = t[T_LEVER_PARTY + lever]
    depth = push_frame(s, depth, t[T_LEVER_USER_LIST + lever], KIND_LEVER, lever, 0, party, picked, s[ROUND], UNSET)
    return push_frame(s, depth, t[T_LEVER_TARGET_LIST + lever], KIND_LEVER, lever, 1, party, picked, s[ROUND], UNSET)


def add_to_target(t, s, log, row, amount):
    """VERB_ADD: a cell, or the support of the group picked."""
    cell = t[row + E_TARGET]
    if cell == TARGET_PICKED_GROUP:
        if s[CTX_PICKED] == UNSET:
            return
        cell = t[T_SUPPORT_CELL + s[CTX_PICKED]]
    part = s[CTX_PART]
    if t[row + E_FULL] == 1:
        jot(s, CTX_PART, 0)
    change(t, s, log, cell, amount, t[row + E_CAUSE])
    jot(s, CTX_PART, part)


def keep_effect(t, s, log, row, amount):
    """The verbs whose effect lasts for a while."""
    verb = t[row + E_VERB]
    a = t[row + E_A]
    b = t[row + E_B]
    until = t[row + E_UNTIL]
    cause = t[row + E_CAUSE]
    if verb == VERB_VOTE:
        keep_for_a_while(t, s, log, LAST_VOTE, a, b, amount, until, cause)
    elif verb == VERB_GRANT_LEVER:
        kind = LAST_WAIVE_TOKEN if b == 1 else LAST_GRANT_LEVER
        keep_for_a_while(t, s, log, kind, a, UNSET, 1, until, cause)
    elif verb == VERB_GRANT_MOVE:
        keep_for_a_while(t, s, log, LAST_GRANT_MOVE, a, UNSET, 1, until, cause)
    elif verb == VERB_BLOCK_LEVER:
        if b == 0 or not take_back_use(t, s, log, a, cause):
            keep_for_a_while(t, s, log, LAST_BLOCK_LEVER, a, UNSET, 1, until, cause)
    elif verb == VERB_BLOCK_PACKAGE:
        keep_for_a_while(t, s, log, LAST_BLOCK_PACKAGE, a, s[CTX_ISSUE], 1, until, cause)
    elif verb == VERB_BLOCK_VOTE:
        keep_for_a_while(t, s, log, LAST_BLOCK_VOTE, 0, UNSET, 1, until, cause)
    elif verb == VERB_PRICE:
        keep_for_a_while(t, s, log, a, b, UNSET, amount, until, cause)
    else:
        keep_for_a_while(t, s, log, t[row + E_TARGET], a, b, amount, until, cause)


def perform(t, s, log, row, amount):
    """One effect that needs no frame of its own."""
    verb = t[row + E_VERB]
    cause = t[row + E_CAUSE]
    if verb == VERB_ADD:
        add_to_target(t, s, log, row, amount)
    elif verb == VERB_SET:
        cell = t[row + E_TARGET]
        put(t, s, log, cell, within(t, cell, amount), amount, cause)
    elif verb == VERB_POSTURE:
        cell = POSTURE + t[row + E_A]
        put(t, s, log, cell, t[T_POSTURE_NEIGHBOUR + s[cell]], 0, cause)
    elif verb == VERB_DEMAND:
        lever = s[CTX_LEVER] if s[CTX_KIND] == KIND_LEVER else UNSET
        issue = s[CTX_ISSUE] if t[row + E_A] == UNSET else t[row + E_A]
        place_plain(t, s, log, issue, amount, lever, t[row + E_B], cause)
    elif verb == VERB_WITHDRAW:
        withdraw_second(t, s, log, cause)
    elif verb == VERB_DEADLINE:
        move_deadline(t, s, log, row, amount)
    elif verb == VERB_REVEAL_INITIATIVE:
        turn_up_family(t, s, log, t[row + E_A], cause)
    elif verb == VERB_REVEAL_EVENT:
        put(t, s, log, EVENT_NEXT, t[row + E_A], 0, cause)
        put(t, s, log, EVENT_NEXT_ROUND, s[ROUND] + t[row + E_B], 0, cause)
    elif verb == VERB_CLUE:
        for _ in range(amount):
            give_clue(t, s, log, t[row + E_A], t[row + E_B], t[row + E_FULL] == 1, cause)
    else:
        keep_effect(t, s, log, row, amount)


def may_happen(t, s, log, row):
    """True when an effect's mark, condition and chance let it happen; a mark is set at once."""
    mark = t[row + E_ONCE]
    if mark != UNSET and s[ONCE + mark] == 1:
        return False
    if not holds(t, s, t[row + E_WHEN_EXPR]):
        return False
    chance = t[row + E_CHANCE_EXPR]
    if chance != UNSET and not succeeds(t, s, log, FOR_CHANCE, evaluate(t, s, chance)):
        return False
    if mark != UNSET:
        put(t, s, log, ONCE + mark, 1, 1, t[row + E_CAUSE])
    return True


def start_effect(t, s, log, depth, row, amount):
    """Let an effect happen; the new depth of the stack, for those that play another entry."""
    verb = t[row + E_VERB]
    if verb == VERB_DO:
        if t[row + E_A] != UNSET:
            cell = BUNDLE_USES + t[row + E_A]
            put(t, s, log, cell, s[cell] + 1, 0, t[row + E_CAUSE])
        return push_frame(
            s, depth, t[row + E_LIST], s[CTX_KIND], s[CTX_ENTRY], 0, s[CTX_PARTY], s[CTX_PICKED], s[CTX_SINCE], s[CTX_UNDOABLE]
        )
    if verb == VERB_DO_LEVER:
        return push_lever(t, s, log, depth, t[row + E_A], UNSET)
    if verb == VERB_CHOICE and t[row + E_A] == UNSET:
        n = draw_next(t, s, log, FOR_SURPRISE_KIND, t[row + E_TARGET])
        return push_option(t, s, log, depth, t[row + E_B] + n)
    if verb == VERB_CHOICE:
        queue_choice(t, s, log, CHOICE_OPTION, t[row + E_A], row, UNSET)
        return depth
    perform(t, s, log, row, amount)
    return depth


def run_frames(t, s, log, depth):
    """Run the lists on the stack until none is left."""
    while depth > 0:
        at = FRAMES + (depth - 1) * FRAME_WIDTH
        list_ = s[at + FR_LIST]
        pos = s[at + FR_POS]
        if pos >= t[T_LIST_COUNT + list_]:
            depth -= 1
            continue
        jot(s, at + FR_POS, pos + 1)
        enter_frame(s, depth)
        effect = t[T_LIST_FIRST + list_] + pos
        row = T_EFFECTS + effect * EFFECT_WIDTH
        if t[row + E_AFTER] > 0 or t[row + E_POINT] != UNSET:
            set_timer(t, s, log, effect, t[row + E_CAUSE])
        elif may_happen(t, s, log, row):
            amount = 0 if t[row + E_AMOUNT_EXPR] == UNSET else evaluate(t, s, t[row + E_AMOUNT_EXPR])
            depth = start_effect(t, s, log, depth, row, amount)


def run(t, s, log, list_, kind, entry, party, picked, issue):
    """Run a list of effects for an entry. picked: what its user chose; issue: what that is about."""
    jot(s, CTX_ISSUE, issue)
    run_frames(t, s, log, push_frame(s, 0, list_, kind, entry, 0, party, picked, s[ROUND], UNSET))


def run_timers(t, s, log):
    """Run the timers that fall due at this point of this round, in the order they were set."""
    row = 0
    while row < s[N_TIMERS]:
        at = TIMERS + row * TIMER_WIDTH
        if s[at + M_ROUND] != s[ROUND] or s[at + M_POINT] != s[POINT]:
            row += 1
            continue
        effect_row = T_EFFECTS + s[at + M_EFFECT] * EFFECT_WIDTH
        amount = s[at + M_AMOUNT]
        enter_context(s, s[at + M_KIND], s[at + M_ENTRY], 0, s[at + M_PARTY], s[at + M_PICKED], s[at + M_SINCE], UNSET)
        jot(s, CTX_ISSUE, s[at + M_ISSUE])
        drop_timer(t, s, log, row, t[effect_row + E_CAUSE])
        if may_happen(t, s, log, effect_row):
            run_frames(t, s, log, start_effect(t, s, log, 0, effect_row, amount))

