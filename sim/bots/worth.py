"""What effects are worth to a side that looks for common gain, in hundredths of a point of utility.

No meter, lever or card is known by name: the worth of a meter is read off the pack's own scoring formulas
(what the joint score and the side scores would be at its two ends), the worth of a card off its effects.
Noted once a game; rough on purpose.
"""

from sim.bots.memory import (
    B_ANSWER_WORTH,
    B_COURSE_WORTH,
    B_GROUP_WORTH,
    B_INIT_WORTH,
    B_LEVEL_WORTH,
    B_LEVER_WORTH,
    B_LISTS,
    B_MET_WORTH,
    B_METER_WORTH,
    B_PLAIN_WORTH,
    B_UNMET_WORTH,
)
from sim.kernel.context import enter_context
from sim.kernel.expressions import evaluate
from sim.kernel.layout import (
    ALLIANCE,
    CAPITAL,
    CREDIBILITY,
    CTX_ISSUE,
    HIDDEN_SUPPORT,
    KIND_LEVER,
    KIND_PLAY,
    MAX_GROUPS,
    MAX_LEVELS,
    MAX_METERS,
    MAX_PARTIES,
    METER,
    ROUND,
    SUPPORT,
    UNSET,
)
from sim.kernel.tables import (
    E_A,
    E_AMOUNT_EXPR,
    E_CHANCE_EXPR,
    E_LIST,
    E_TARGET,
    E_VERB,
    E_WHEN_EXPR,
    EFFECT_WIDTH,
    LEVEL_ROW_WIDTH,
    T_ALLIANCE_EXPR,
    T_ANSWER_LIST,
    T_CARD_UNMET_LIST,
    T_COURSE_CELL,
    T_COURSE_LIST,
    T_EFFECTS,
    T_FRICTION_CELL,
    T_GROUP_PARTY,
    T_GROUP_WEIGHT,
    T_HIGH,
    T_INIT_LIST,
    T_JOINT_EXPR,
    T_LEVEL_COUNT,
    T_LEVEL_FIRST,
    T_LEVEL_ROWS,
    T_LEVER_ESCALATION,
    T_LEVER_PARTY,
    T_LEVER_TARGET_LIST,
    T_LEVER_USER_LIST,
    T_LIST_COUNT,
    T_LIST_FIRST,
    T_LOW,
    T_MET_LIST,
    T_N_CARDS,
    T_N_COURSES,
    T_N_GROUPS,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_LEVERS,
    T_N_METERS,
    T_N_PARTIES,
    T_PLAIN_LIST,
    T_SIDE_EXPR,
    T_TOP,
    TARGET_PICKED_GROUP,
    VERB_ADD,
    VERB_CLUE,
    VERB_DEMAND,
    VERB_DO,
    VERB_GRANT_MOVE,
    VERB_REVEAL_INITIATIVE,
    VERB_VOTE,
    VERB_WITHDRAW,
)

JOINT_POINT = 110  # what a point of the joint score is worth
SIDE_POINT = 33  # what a point of any side's score is worth beside its utility
CAPITAL_UNIT = 70  # what a unit of political capital is worth
CLUE = 40
NEW_JOINT_WORK = 40
FREE_MOVE = 100
NEW_DEMAND = -40
COURSE_POINT = 20
FRICTION_POINT = -15
SPREAD = 25  # a bonus at a threshold counts as spread over so many points of the meter
LISTS_DEEP = 16


def value_with(t, m, program, cell, value):
    """An expression as it would be with another value in one cell of the mask."""
    kept = m[cell]
    m[cell] = value
    found = evaluate(t, m, program)
    m[cell] = kept
    return found


def rise_with(t, m, program, cell, low, high):
    """What an expression gains when a cell goes from its low end to its high end; 0 where there is none."""
    if program == UNSET:
        return 0
    return value_with(t, m, program, cell, high) - value_with(t, m, program, cell, low)


def meter_worth(t, m, cell, alliance_percent):
    """Thousandths of a point of utility for one point of a meter. alliance_percent: its part in the joint score."""
    low = t[T_LOW + cell]
    high = t[T_HIGH + cell]
    span = high - low if high > low else 1
    worth = rise_with(t, m, t[T_ALLIANCE_EXPR], cell, low, high) * alliance_percent * JOINT_POINT * 10 // (100 * span)
    bonus = rise_with(t, m, t[T_JOINT_EXPR], cell, low, high) * JOINT_POINT // 2
    for party in range(t[T_N_PARTIES]):
        bonus += rise_with(t, m, t[T_SIDE_EXPR + party], cell, low, high) * SIDE_POINT
    return worth + bonus * 10 // SPREAD


def note_meters(t, m, mem):
    """Worth of a point of every meter, course and friction counter, and of a point of support."""
    share = rise_with(t, m, t[T_JOINT_EXPR], ALLIANCE, 0, 100)
    for k in range(MAX_METERS):
        mem[B_METER_WORTH + k] = 0
    for meter in range(t[T_N_METERS]):
        mem[B_METER_WORTH + meter] = meter_worth(t, m, METER + meter, share)
    for course in range(t[T_N_COURSES]):
        mem[B_METER_WORTH + t[T_COURSE_CELL + course] - METER] = COURSE_POINT * 10
    if t[T_FRICTION_CELL] != UNSET:
        mem[B_METER_WORTH + t[T_FRICTION_CELL] - METER] = FRICTION_POINT * 10


def note_groups(t, mem, party):
    """Thousandths for a point of support of each group; support at home counts most."""
    for group in range(t[T_N_GROUPS]):
        mem[B_GROUP_WORTH + group] = t[T_GROUP_WEIGHT + group] * (4 if t[T_GROUP_PARTY + group] == party else 3)


def cell_worth(mem, cell, party):
    """Thousandths for one more in a cell of the state."""
    if METER <= cell < METER + MAX_METERS:
        return mem[B_METER_WORTH + cell - METER]
    if SUPPORT <= cell < SUPPORT + MAX_GROUPS:
        return mem[B_GROUP_WORTH + cell - SUPPORT]
    if HIDDEN_SUPPORT <= cell < HIDDEN_SUPPORT + MAX_GROUPS:
        return mem[B_GROUP_WORTH + cell - HIDDEN_SUPPORT]
    if cell == TARGET_PICKED_GROUP:
        return 50
    if CAPITAL <= cell < CAPITAL + MAX_PARTIES:
        return CAPITAL_UNIT * 10 if cell == CAPITAL + party else CAPITAL_UNIT * 5
    return 0


def effect_worth(t, m, mem, party, row):
    """Thousandths for one effect; one that has a condition counts half, one that has a chance by its chance."""
    verb = t[row + E_VERB]
    amount = 0 if t[row + E_AMOUNT_EXPR] == UNSET else evaluate(t, m, t[row + E_AMOUNT_EXPR])
    worth = 0
    if verb == VERB_ADD:
        worth = amount * cell_worth(mem, t[row + E_TARGET], party)
    elif verb == VERB_CLUE:
        worth = amount * CLUE * (10 if t[row + E_A] == party else 3)
    elif verb == VERB_VOTE:
        worth = amount * mem[B_GROUP_WORTH + t[row + E_A]]
    elif verb == VERB_REVEAL_INITIATIVE:
        worth = NEW_JOINT_WORK * 10
    elif verb == VERB_GRANT_MOVE:
        worth = FREE_MOVE * 10
    elif verb == VERB_DEMAND:
        worth = NEW_DEMAND * 10
    elif verb == VERB_WITHDRAW:
        worth = -NEW_DEMAND * 10
    if t[row + E_WHEN_EXPR] != UNSET:
        worth = worth // 2
    if t[row + E_CHANCE_EXPR] != UNSET:
        worth = worth * evaluate(t, m, t[row + E_CHANCE_EXPR]) // 100
    return worth


def list_worth(t, m, mem, party, list_):
    """Thousandths for a list of effects and the lists it plays."""
    if list_ == UNSET:
        return 0
    total = 0
    mem[B_LISTS] = list_
    depth = 1
    played = 0
    while depth > 0 and played < LISTS_DEEP:
        depth -= 1
        played += 1
        current = mem[B_LISTS + depth]
        for k in range(t[T_LIST_COUNT + current]):
            row = T_EFFECTS + (t[T_LIST_FIRST + current] + k) * EFFECT_WIDTH
            total += effect_worth(t, m, mem, party, row)
            if t[row + E_VERB] == VERB_DO and t[row + E_LIST] != UNSET and depth < LISTS_DEEP:
                mem[B_LISTS + depth] = t[row + E_LIST]
                depth += 1
    return total


def play_context(m, kind, entry, party):
    """The context in which lists are valued: this round, nothing picked."""
    enter_context(m, kind, entry, 0, party, UNSET, m[ROUND], UNSET)
    m[CTX_ISSUE] = UNSET


def note_levers(t, m, mem, party):
    """Worth of each own lever: target part by its credibility, user part in full, friction."""
    for lever in range(t[T_N_LEVERS]):
        if t[T_LEVER_PARTY + lever] != party:
            continue
        play_context(m, KIND_LEVER, lever, party)
        trust = 100 if m[CREDIBILITY + lever] == UNSET else m[CREDIBILITY + lever]
        worth = list_worth(t, m, mem, party, t[T_LEVER_TARGET_LIST + lever]) * trust // 100
        worth += list_worth(t, m, mem, party, t[T_LEVER_USER_LIST + lever])
        mem[B_LEVER_WORTH + lever] = worth // 10 + t[T_LEVER_ESCALATION + lever] * FRICTION_POINT


def note_cards(t, m, mem, party):
    """Worth of what initiatives, courses, answers and demands bring."""
    play_context(m, KIND_PLAY, UNSET, party)
    for card in range(t[T_N_INITIATIVES]):
        mem[B_INIT_WORTH + card] = list_worth(t, m, mem, party, t[T_INIT_LIST + card]) // 10
    for course in range(t[T_N_COURSES]):
        mem[B_COURSE_WORTH + course] = list_worth(t, m, mem, party, t[T_COURSE_LIST + course]) // 10
    for how in range(5):
        mem[B_ANSWER_WORTH + how] = list_worth(t, m, mem, party, t[T_ANSWER_LIST + how]) // 10
    mem[B_MET_WORTH] = list_worth(t, m, mem, party, t[T_MET_LIST]) // 10
    mem[B_PLAIN_WORTH] = list_worth(t, m, mem, party, t[T_PLAIN_LIST]) // 10
    for card in range(t[T_N_CARDS]):
        mem[B_UNMET_WORTH + card] = list_worth(t, m, mem, party, t[T_CARD_UNMET_LIST + card]) // 10


def note_level_effects(t, mem, party):
    """B_LEVEL_WORTH: what the effects of every level are worth."""
    for issue in range(t[T_N_ISSUES]):
        for level in range(t[T_TOP + issue] + 1):
            worth = 0
            for k in range(t[T_LEVEL_COUNT + issue]):
                row = T_LEVEL_ROWS + (t[T_LEVEL_FIRST + issue] + k) * LEVEL_ROW_WIDTH
                worth += t[row + 2 + level] * cell_worth(mem, t[row], party)
            mem[B_LEVEL_WORTH + issue * MAX_LEVELS + level] = worth // 10


def note_worths(t, m, mem, party):
    """All of it, once a game."""
    note_meters(t, m, mem)
    note_groups(t, mem, party)
    note_cards(t, m, mem, party)
    note_levers(t, m, mem, party)
    note_level_effects(t, mem, party)
