"""Conditions and amounts of the rule files, as postfix programs over integers.

A program is a run of opcodes in the code pool of the tables, closed by OP_END. It reads the state,
the tables and the cells of the context (who plays, what was picked, which package is judged), and
never changes anything but its own stack in the scratch cells.
"""

from sim.kernel.layout import (
    BEFORE_PACKAGE,
    CREDIBILITY,
    CTX_ENTRY,
    CTX_KIND,
    CTX_SINCE,
    D_ASKED,
    D_CARD,
    D_ISSUE,
    DEMAND_WIDTH,
    DEMANDS,
    INITIATIVE_STATUS,
    JUDGED,
    KIND_LEVER,
    LAST_USE,
    LEVEL,
    LEVEL_AT,
    MAX_ISSUES,
    N_DEMANDS,
    PASSED_NOW,
    RATIFIED_IN,
    ROUND,
    STACK,
    STANDING,
    START_LEVEL,
    UNSET,
    USE_BEFORE,
)
from sim.kernel.tables import T_CODE, T_ISSUE_TRACK, T_N_INITIATIVES, T_N_ISSUES

(
    OP_END,
    OP_NUM,  # the number that follows
    OP_CELL,  # the cell of the state that follows
    OP_TABLE,  # the cell of the tables that follows
    OP_ADD,
    OP_SUB,
    OP_MUL,
    OP_DIV,  # rounds half away from zero
    OP_FLOOR,
    OP_NEG,
    OP_EQ,
    OP_NE,
    OP_LE,
    OP_GE,
    OP_LT,
    OP_GT,
    OP_AND,
    OP_OR,
    OP_NOT,
    OP_MIN,
    OP_MAX,
    OP_ABS,
    OP_IF,  # condition, then, else
    OP_AT,  # index -> cell at the base that follows
    OP_EVERY,  # n -> 1 in rounds n, 2n, ...
    OP_RISE,  # issue -> level now minus level when the entry was played
    OP_TO,  # issue -> its level in the judged package, or in force
    OP_CHANGES,
    OP_RAISES,
    OP_LOWERS,
    OP_RAISED,  # issue -> 1 when this round's ratified package raised it
    OP_ASKED,  # issue -> most that an open demand asks, or -1
    OP_OPEN,  # card -> 1 while a demand of it is on the table
    OP_PACKAGES,  # n -> packages ratified in the last n rounds, this one included
    OP_SINCE,  # lever -> rounds since its last use before this one, 99 when never
    OP_DONE,  # initiatives completed in all
    OP_DIFFERS,  # track -> 1 when a level of it differs from the start
    OP_CREDIBILITY,  # lever -> 0..100, 100 for one that has none
) = range(38)

NEVER = 99


def divided(a, b):
    """a / b, rounded half away from zero: -3 / 2 is -2. b is not 0 (the loader sees to it)."""
    if b < 0:
        a = -a
        b = -b
    if a >= 0:
        return (2 * a + b) // (2 * b)
    return -((b - 2 * a) // (2 * b))


def most_asked(t, s, issue):
    """The highest level that an open demand asks of an issue, or -1."""
    most = -1
    for row in range(s[N_DEMANDS]):
        at = DEMANDS + row * DEMAND_WIDTH
        if s[at + D_ISSUE] == issue and s[at + D_ASKED] > most:
            most = s[at + D_ASKED]
    return most


def is_open_card(t, s, card):
    """1 while a demand made from this card is on the table."""
    for row in range(s[N_DEMANDS]):
        if s[DEMANDS + row * DEMAND_WIDTH + D_CARD] == card:
            return 1
    return 0


def ratified_lately(t, s, rounds):
    """Packages ratified in the last `rounds` rounds, this one included."""
    total = 0
    first = s[ROUND] - rounds + 1
    if first < 1:
        first = 1
    for round_ in range(first, s[ROUND] + 1):
        total += s[RATIFIED_IN + round_]
    return total


def rounds_since_use(t, s, lever):
    """Rounds since a lever was last used; inside its own effects, since the use before this one."""
    last = s[LAST_USE + lever]
    if s[CTX_KIND] == KIND_LEVER and s[CTX_ENTRY] == lever:
        last = s[USE_BEFORE + lever]
    if last == 0:
        return NEVER
    return s[ROUND] - last


def initiatives_done(t, s):
    """Initiatives completed so far."""
    total = 0
    for card in range(t[T_N_INITIATIVES]):
        if s[INITIATIVE_STATUS + card] == 3:
            total += 1
    return total


def differs_from_start(t, s, track):
    """1 when a level of the track differs from the start of the game."""
    for issue in range(t[T_N_ISSUES]):
        if t[T_ISSUE_TRACK + issue] == track and s[LEVEL + issue] != s[START_LEVEL + issue]:
            return 1
    return 0


def judged_level(t, s, issue):
    """Level of an issue under the judged package: what it names, else what is in force."""
    if s[JUDGED + issue] == UNSET:
        return s[LEVEL + issue]
    return s[JUDGED + issue]


def was_raised(t, s, issue):
    """1 when the package ratified this round names the issue at a higher level than before."""
    if s[PASSED_NOW] == 1 and s[BEFORE_PACKAGE + issue] != UNSET and s[STANDING + issue] > s[BEFORE_PACKAGE + issue]:
        return 1
    return 0


def of_issue(t, s, op, issue):
    """Operations that take an issue and give a number."""
    if op == OP_RISE:
        return s[LEVEL + issue] - s[LEVEL_AT + s[CTX_SINCE] * MAX_ISSUES + issue]
    if op == OP_TO:
        return judged_level(t, s, issue)
    if op == OP_ASKED:
        return most_asked(t, s, issue)
    if op == OP_RAISED:
        return was_raised(t, s, issue)
    step = judged_level(t, s, issue) - s[LEVEL + issue]
    if op == OP_CHANGES:
        return 1 if step != 0 else 0
    if op == OP_RAISES:
        return 1 if step > 0 else 0
    return 1 if step < 0 else 0


def of_one(t, s, op, value):
    """Operations that take one number off the stack and put one on it."""
    if op >= OP_RISE and op <= OP_ASKED:
        return of_issue(t, s, op, value)
    if op == OP_NEG:
        return -value
    if op == OP_NOT:
        return 1 if value == 0 else 0
    if op == OP_ABS:
        return abs(value)
    if op == OP_EVERY:
        return 1 if s[ROUND] % value == 0 else 0
    if op == OP_OPEN:
        return is_open_card(t, s, value)
    if op == OP_PACKAGES:
        return ratified_lately(t, s, value)
    if op == OP_SINCE:
        return rounds_since_use(t, s, value)
    if op == OP_CREDIBILITY:
        return 100 if s[CREDIBILITY + value] == UNSET else s[CREDIBILITY + value]
    return differs_from_start(t, s, value)


def of_two(op, a, b):
    """Arithmetic, comparison and logic; truth is 1 or 0."""
    if op < OP_EQ:
        return of_sum(op, a, b)
    if op == OP_AND:
        return 1 if a != 0 and b != 0 else 0
    if op == OP_GE:
        return 1 if a >= b else 0
    if op == OP_OR:
        return 1 if a != 0 or b != 0 else 0
    if op == OP_EQ:
        return 1 if a == b else 0
    if op == OP_NE:
        return 1 if a != b else 0
    if op == OP_LE:
        return 1 if a <= b else 0
    if op == OP_LT:
        return 1 if a < b else 0
    if op == OP_GT:
        return 1 if a > b else 0
    if op == OP_MIN:
        return a if a < b else b
    return a if a > b else b


def of_sum(op, a, b):
    """Arithmetic with two numbers."""
    if op == OP_ADD:
        return a + b
    if op == OP_SUB:
        return a - b
    if op == OP_MUL:
        return a * b
    if op == OP_DIV:
        return divided(a, b)
    return a // b


def evaluate(t, s, program):
    """The value of a postfix program. program: offset into the code pool. The commonest operations are asked for first."""
    at = T_CODE + program
    top = STACK - 1
    while True:
        op = t[at]
        at += 1
        if op == OP_CELL:
            top += 1
            s[top] = s[t[at]]
            at += 1
        elif op == OP_NUM:
            top += 1
            s[top] = t[at]
            at += 1
        elif op >= OP_ADD and op <= OP_MAX and op != OP_NEG and op != OP_NOT:
            top -= 1
            s[top] = of_two(op, s[top], s[top + 1])
        elif op == OP_END:
            return s[top]
        elif op == OP_IF:
            top -= 2
            s[top] = s[top + 1] if s[top] != 0 else s[top + 2]
        elif op == OP_TABLE:
            top += 1
            s[top] = t[t[at]]
            at += 1
        elif op == OP_AT:
            s[top] = s[t[at] + s[top]]
            at += 1
        elif op == OP_DONE:
            top += 1
            s[top] = initiatives_done(t, s)
        else:
            s[top] = of_one(t, s, op, s[top])


def holds(t, s, program):
    """True when a condition is met; a condition that is not there always is."""
    return program == UNSET or evaluate(t, s, program) != 0
