"""What a card, a lever, a rule does: a list of effects is run, one row after the other (rule 0.4).

An effect that plays another entry pushes it on a stack of frames in the scratch cells, so nothing
here calls itself. A delayed effect becomes a timer that keeps its cause, its amount and the round
whose levels its `rise()` reads.
"""

from sim.kernel.chance import FOR_CHANCE, FOR_SURPRISE_KIND, draw_next, succeeds
from sim.kernel.context import enter_context
from sim.kernel.expressions import evaluate, holds
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
    CTX_PART,
    CTX_PARTY,
    CTX_PICKED,
    CTX_SINCE,
    CTX_UNDOABLE,
    FRAME_WIDTH,
    FRAMES,
    KIND_LEVER,
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
    N_TIMERS,
    ONCE,
    POINT,
    ROUND,
    TIMER_WIDTH,
    TIMERS,
    UNSET,
)
from sim.kernel.ledger import jot, modifier_applies, put
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
    E_VERB,
    E_WHEN_EXPR,
    EFFECT_WIDTH,
    O_LIST,
    O_ONCE,
    O_OTHERWISE,
    O_PICK,
    O_PICK_ARG,
    OPTION_WIDTH,
    PICK_NONE,
    T_EFFECTS,
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
    T_N_MODIFIERS,
    T_OPTIONS,
    VERB_ADD,
    VERB_CHOICE,
    VERB_DO,
    VERB_DO_LEVER,
)
from sim.kernel.verbs import add_friction, chosen_by_chance, perform

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
    """Keep an effect for later with its amount of now.

    Rule 0.5: An effect that comes later keeps the size it has when it is set, credibility included; its condition is read when it
    comes.
    """
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


def push_lever(t, s, log, depth, lever, picked):
    """Put a lever's effects on the stack, target part on top, as if it had been played (R9)."""
    if picked == UNSET and t[T_LEVER_PICK + lever] != PICK_NONE:
        picked = chosen_by_chance(t, s, log, t[T_LEVER_PICK + lever], t[T_LEVER_PICK_ARG + lever])
    add_friction(t, s, log, t[T_LEVER_ESCALATION + lever])
    party = t[T_LEVER_PARTY + lever]
    depth = push_frame(s, depth, t[T_LEVER_USER_LIST + lever], KIND_LEVER, lever, 0, party, picked, s[ROUND], UNSET)
    return push_frame(s, depth, t[T_LEVER_TARGET_LIST + lever], KIND_LEVER, lever, 1, party, picked, s[ROUND], UNSET)


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
        part = s[CTX_PART]
        if t[row + E_A] != UNSET:
            cell = BUNDLE_USES + t[row + E_A]
            put(t, s, log, cell, s[cell] + 1, 0, t[row + E_CAUSE])
            part = 0
        return push_frame(
            s, depth, t[row + E_LIST], s[CTX_KIND], s[CTX_ENTRY], part, s[CTX_PARTY], s[CTX_PICKED], s[CTX_SINCE], s[CTX_UNDOABLE]
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
    """Run a list of effects for an entry. picked: what its user chose; issue: what that is about.

    Rule 0.4: The effects of a card, a lever or a rule happen one after another, in the order in which they are written.
    """
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
