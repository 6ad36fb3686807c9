"""Where every number of the rules stands: offsets into the table vector `t`.

`sim/loading` writes the tables once; the kernel only reads them. `*_EXPR` cells hold the offset of
a postfix program in the code pool, UNSET where the rule has none; `*_LIST` cells hold the index of
a list of effects. Bounds are those of `layout.py`.
"""

from sim.kernel.layout import (
    MAX_CARDS,
    MAX_GROUPS,
    MAX_ISSUES,
    MAX_LEVELS,
    MAX_METERS,
    MAX_PARTIES,
    MAX_POSTURES,
    MAX_RULES,
    MAX_SEATS,
    PUBLIC_END,
    STATE_END,
)

MAX_POINTS = 48
MAX_OCCASIONS = 110  # points, and the occasions numbered behind them, AT_*
MAX_LISTS = 640
MAX_EFFECTS = 1280
MAX_OPTIONS = 64
MAX_LEVEL_ROWS = 160
MAX_CODE = 32768
MAX_MODIFIERS = 32
MAX_FROM = 8
MAX_COUNTERS = 16
MAX_AGENDAS = 4  # a seat
MAX_ENDINGS = 16
MAX_ACT_KINDS = 48

_next_cell = 0


def _take(count: int) -> int:
    """The offset of a new region of `count` cells behind the last one."""
    global _next_cell
    start = _next_cell
    _next_cell += count
    return start


# --- how many there are ---
T_N_PARTIES = _take(1)
T_N_SEATS = _take(1)
T_N_ISSUES = _take(1)
T_N_TRACKS = _take(1)
T_N_METERS = _take(1)
T_N_COURSES = _take(1)
T_N_COUNTERS = _take(1)  # those that count or reset by themselves
T_N_CELLS = _take(1)  # meters, courses and counters together, in cells
T_N_GROUPS = _take(1)
T_N_LEVERS = _take(1)
T_N_ACTS = _take(1)
T_N_INITIATIVES = _take(1)
T_N_FAMILIES = _take(1)
T_N_EVENTS = _take(1)
T_N_CARDS = _take(1)
T_N_REQUESTS = _take(1)
T_N_POSTURES = _take(1)
T_N_RULES = _take(1)
T_N_MODIFIERS = _take(1)
T_N_POINTS = _take(1)
T_N_ROUNDS = _take(1)
T_N_ENDINGS = _take(1)
T_PLAYERS = _take(1)

# --- parties, seats, postures ---
T_HEAD = _take(MAX_PARTIES)  # seat that leads the party
T_SEAT_PARTY = _take(MAX_SEATS)
T_SEAT_TRACKS = _take(MAX_SEATS)  # bit per track, merged seats added up
T_N_AGENDAS = _take(MAX_SEATS)
T_AGENDA_EXPR = _take(MAX_SEATS * MAX_AGENDAS)
T_POSTURE_PARTY = _take(MAX_POSTURES)
T_POSTURE_DRAWN = _take(MAX_POSTURES)  # 1 when it may be drawn at the start
T_POSTURE_NEIGHBOUR = _take(MAX_POSTURES)
T_POSTURES_OF = _take(MAX_PARTIES)  # how many a party has
T_WEIGHT = _take(MAX_POSTURES * MAX_ISSUES)  # per cent
T_PAYOFF = _take(MAX_PARTIES * MAX_ISSUES * MAX_LEVELS)  # 0..100

# --- issues ---
T_TOP = _take(MAX_ISSUES)
T_ISSUE_START = _take(MAX_ISSUES)
T_ISSUE_TRACK = _take(MAX_ISSUES)
T_MOVED_BY = _take(MAX_ISSUES)  # bit per party
T_VOTE_FROM = _take(MAX_ISSUES)  # level from which a vote is needed, UNSET = never
T_LOCK_EXPR = _take(MAX_ISSUES * MAX_LEVELS)
T_CAP_EXPR = _take(MAX_ISSUES)
T_MAY_RISE_EXPR = _take(MAX_ISSUES)
LEVEL_ROW_WIDTH = 2 + MAX_LEVELS  # cell, cause of the first number, totals by level
T_LEVEL_FIRST = _take(MAX_ISSUES)
T_LEVEL_COUNT = _take(MAX_ISSUES)
T_LEVEL_ROWS = _take(MAX_LEVEL_ROWS * LEVEL_ROW_WIDTH)

# --- meters, courses, counters; bounds of every cell ---
T_DRIFT_EXPR = _take(MAX_METERS)
T_DRIFT_CAUSE = _take(MAX_METERS)
T_METER_START = _take(MAX_METERS)
T_COURSE_CELL = _take(MAX_METERS)
T_COURSE_PARTY = _take(MAX_METERS)
T_COURSE_POINTS = _take(MAX_METERS)  # a round, shared by the courses of the party
T_COURSE_LIMIT = _take(MAX_METERS)  # a round, on this course
T_COURSE_LIST = _take(MAX_METERS)
T_COURSE_CAUSE = _take(MAX_METERS)
T_COUNTER_CELL = _take(MAX_COUNTERS)
T_COUNTER_PER_PARTY = _take(MAX_COUNTERS)
T_COUNTER_POINT = _take(MAX_COUNTERS)
T_COUNTER_WHEN_EXPR = _take(MAX_COUNTERS)
T_COUNTER_RESETS = _take(MAX_COUNTERS)
T_COUNTER_CAUSE = _take(MAX_COUNTERS)
T_FRICTION_CELL = _take(1)  # counter that escalation goes to, UNSET = none
T_FRICTION_CAUSE = _take(1)
T_LOW = _take(STATE_END)
T_HIGH = _take(STATE_END)
T_AUDIENCE = _take(STATE_END - PUBLIC_END)
T_WATCHED = _take(STATE_END)  # 1 where a rule watches for a crossing

# --- bodies ---
T_GROUP_PARTY = _take(MAX_GROUPS)
T_GROUP_WEIGHT = _take(MAX_GROUPS)
T_GROUP_START = _take(MAX_GROUPS)
T_SUPPORT_CELL = _take(MAX_GROUPS)
T_GROUP_POINT = _take(MAX_GROUPS * MAX_ISSUES)
T_GROUP_SHIFT_EXPR = _take(MAX_GROUPS)
T_GROUP_REFUSES_EXPR = _take(MAX_GROUPS)
T_GROUP_N_WORDS = _take(MAX_GROUPS)
T_GROUP_WORDS = _take(MAX_GROUPS * 4)  # lowest vote value of each word, rising
T_GROUP_CAUSE = _take(MAX_GROUPS)
T_MOOD = _take(MAX_PARTIES)
T_QUOTA_EXPR = _take(MAX_PARTIES)
T_FAILED_LIST = _take(MAX_PARTIES)

# --- levers and acts ---
T_LEVER_PARTY = _take(MAX_CARDS)
T_LEVER_PRICE_EXPR = _take(MAX_CARDS)
T_LEVER_NEEDS_EXPR = _take(MAX_CARDS)
T_LEVER_KEPT_EXPR = _take(MAX_CARDS)
T_LEVER_CREDIBILITY = _take(MAX_CARDS)  # UNSET: works in full, never changes
T_LEVER_MEASURE = _take(MAX_CARDS)
T_LEVER_ESCALATION = _take(MAX_CARDS)
T_LEVER_PICK = _take(MAX_CARDS)
T_LEVER_PICK_ARG = _take(MAX_CARDS)
T_LEVER_TARGET_LIST = _take(MAX_CARDS)
T_LEVER_USER_LIST = _take(MAX_CARDS)
T_LEVER_UNDOABLE = _take(MAX_CARDS)
T_LEVER_TRACKS = _take(MAX_CARDS)  # bit per track whose seat may play it, 0 = head or any track seat
T_LEVER_CAUSE = _take(MAX_CARDS)
T_ACT_PARTY = _take(MAX_CARDS)  # UNSET = either
T_ACT_CONSENT = _take(MAX_CARDS)
T_ACT_NEEDS_EXPR = _take(MAX_CARDS)
T_ACT_PRICE = _take(MAX_CARDS * MAX_PARTIES)
T_ACT_PER_ROUND = _take(MAX_CARDS)
T_ACT_LIST = _take(MAX_CARDS)
T_ACT_CAUSE = _take(MAX_CARDS)

# --- initiatives, events, demand cards, requests ---
T_INIT_FAMILY = _take(MAX_CARDS)
T_INIT_TRACK = _take(MAX_CARDS)
T_INIT_NEEDS_EXPR = _take(MAX_CARDS)
T_INIT_COST = _take(MAX_CARDS * MAX_PARTIES)
T_INIT_GAIN = _take(MAX_CARDS * MAX_PARTIES)
T_INIT_DELAY = _take(MAX_CARDS)
T_INIT_LIST = _take(MAX_CARDS)
T_INIT_FACE_UP = _take(MAX_CARDS)
T_INIT_CAUSE = _take(MAX_CARDS)
T_FAMILY_BEST = _take(1)  # how many of a family count
T_INIT_PER_ROUND = _take(1)
T_LEAST_DELAY = _take(1)
T_EVENT_NEEDS_EXPR = _take(MAX_CARDS)
T_EVENT_LIST = _take(MAX_CARDS)
T_EVENT_FIXED = _take(MAX_CARDS)  # round, 0 = drawn
T_EVENT_CAUSE = _take(MAX_CARDS)
T_CARD_ISSUE = _take(MAX_CARDS)
T_CARD_ASKS = _take(MAX_CARDS)
T_CARD_STATE_EXPR = _take(MAX_CARDS)
T_CARD_DEADLINE = _take(MAX_CARDS)
T_CARD_UNMET_LIST = _take(MAX_CARDS)
T_CARD_CAUSE = _take(MAX_CARDS)
T_REQUEST_ISSUE = _take(MAX_CARDS)
T_REQUEST_ASKS = _take(MAX_CARDS)
T_REQUEST_PARTY = _take(1)
T_REQUEST_SLOTS = _take(1)
T_REQUEST_LIST = _take(1)

# --- standing rules and modifiers ---
T_RULE_POINT = _take(MAX_RULES)  # UNSET for a bundle
T_RULE_FIRST = _take(MAX_RULES)
T_RULE_WHEN_EXPR = _take(MAX_RULES)
T_RULE_CHANCE_EXPR = _take(MAX_RULES)
T_RULE_LIST = _take(MAX_RULES)
T_RULE_PICK = _take(MAX_RULES)
T_RULE_PICK_ARG = _take(MAX_RULES)
T_RULE_BY = _take(MAX_RULES)
T_RULE_CROSSED = _take(MAX_RULES)  # cell watched, UNSET = none
T_RULE_CROSSED_AT = _take(MAX_RULES)
T_RULE_CROSSED_UP = _take(MAX_RULES)
T_RULE_CAUSE = _take(MAX_RULES)
T_RULES_AT = _take(2 * MAX_OCCASIONS)  # how many rules come at a point or occasion: after the mechanism, before it
T_FIRST_CROSSING, T_END_CROSSING = _take(1), _take(1)  # the rules with thresholds stand from here to before there
T_MOD_OF = _take(MAX_MODIFIERS)  # cell, OF_ANY or OF_PRICE
T_MOD_WAY = _take(MAX_MODIFIERS)  # 0 both, 1 up, 2 down
T_MOD_KINDS = _take(MAX_MODIFIERS)  # bit per KIND_*, 0 = all
T_MOD_N_FROM = _take(MAX_MODIFIERS)
T_MOD_FROM = _take(MAX_MODIFIERS * MAX_FROM)  # kind * MAX_CARDS + entry
T_MOD_ABOUT = _take(MAX_MODIFIERS)  # bit per issue, 0 = any
T_MOD_PART = _take(MAX_MODIFIERS)  # 1: target part of a lever only
T_MOD_WHEN_EXPR = _take(MAX_MODIFIERS)
T_MOD_AMOUNT_EXPR = _take(MAX_MODIFIERS)
T_MOD_CAUSE = _take(MAX_MODIFIERS)

# --- procedure ---
T_POINT_STEP = _take(MAX_POINTS)
T_POINT_WORK = _take(MAX_POINTS)  # what the mechanism does there, WORK_*
T_DUE_POINT = _take(1)
T_PACKAGE_SIZE_EXPR = _take(1)
T_ORDER = _take(MAX_PARTIES)
T_N_OPENERS = _take(1)
T_OPENERS = _take(MAX_PARTIES * 4)
T_OFFERS = _take(1)
T_LINKS_MAX = _take(1)
T_CAPITAL_START = _take(MAX_PARTIES)
T_INCOME_EXPR = _take(MAX_PARTIES)
T_INCOME_CAUSE = _take(MAX_PARTIES)
T_TOKENS_SEAT = _take(1)
T_TOKENS_SIDE = _take(1)
T_TOKENS_BELOW = _take(1)
T_TOKENS_EXTRA_EXPR = _take(1)
T_TOKENS_CAUSE = _take(1)
T_NEWS_CARDS_EXPR = _take(1)
T_TURN_UP = _take(1)
T_DEMAND_BY = _take(1)  # UNSET: no demands in this scenario
T_DEMAND_OF = _take(1)
T_DEMAND_DRAW = _take(1)
T_SECOND_DRAW = _take(1)
T_SECOND_CHANCE_EXPR = _take(1)
T_AHEAD_EXPR = _take(1)
T_N_RENEWED = _take(1)
T_RENEWED = _take(MAX_ISSUES)
T_MET_LIST = _take(1)
T_PLAIN_DEADLINE = _take(1)
T_PLAIN_LIST = _take(1)
T_ANSWER_LIST = _take(5)
T_DECLINED_LIST = _take(1)
T_ACCEPTED_UNMET = _take(1)
T_LEVERS_OWN = _take(1)
T_LEVERS_TALKS = _take(1)
T_MEASURE_GAIN = _take(1)
T_KEPT_GAIN = _take(1)
T_JUDGED_AFTER = _take(1)  # rounds until an announcement is judged
T_BROKEN_LOSS = _take(1)
T_CREDIBILITY_CAUSE = _take(1)
T_BAND_HIGH = _take(1)
T_BAND_MIDDLE = _take(1)
T_CLUE_WRONG_EXPR = _take(1)
T_PROBE_PRICE = _take(1)
T_PROBE_TOKENS = _take(1)
T_PROBE_ROUND = _take(1)
T_PROBE_FREE_EXPR = _take(1)
T_NAMING_BY = _take(1)
T_NAMING_OF = _take(1)
T_NAMING_ROUND = _take(1)
T_NAMING_LIST = _take(1)
T_MOVE_PRICE = _take(1)
T_MOVE_NEEDS_EXPR = _take(1)
T_BREACH_PRICE = _take(1)
T_BREACH_NEEDS_EXPR = _take(1)
T_BREACH_LIST = _take(MAX_PARTIES)
T_STEP_SIZE_EXPR = _take(1)  # support a step of groundwork buys
T_STEP_PRICE_EXPR = _take(1)
T_CONSULTS = _take(1)  # a side and round
T_GROUP_MAX = _take(1)
T_SIDE_MAX = _take(1)
T_GROUNDWORK_NEEDS_EXPR = _take(1)
T_YES_AT = _take(1)
T_STAYS_EXPR = _take(1)
T_STAYS_CAUSE = _take(1)
T_PLAY_CAUSE = _take(1)  # an act of a person, with no rule of the pack behind it
T_OPEN_EXPR = _take(MAX_ACT_KINDS)  # by act kind, UNSET = always open
T_OPEN_SURPRISE_EXPR = _take(1)
T_OPEN_SECOND_EXPR = _take(1)
T_OPEN_CLUE_EXPR = _take(1)
T_OPEN_MOOD_EXPR = _take(1)

# --- scoring ---
T_SIDE_EXPR = _take(MAX_PARTIES)
T_EFFICIENCY_EXPR = _take(1)
T_ALLIANCE_EXPR = _take(1)
T_JOINT_EXPR = _take(1)
T_JOINT_MAX = _take(1)
T_SEAT_EXPR = _take(1)
T_NO_WINNER_EXPR = _take(1)
T_ENDING_EXPR = _take(MAX_ENDINGS)
T_SCORE_CAUSE = _take(1)

# --- pools ---
T_LIST_FIRST = _take(MAX_LISTS)
T_LIST_COUNT = _take(MAX_LISTS)
EFFECT_WIDTH = 14
(
    E_VERB,
    E_TARGET,
    E_AMOUNT_EXPR,
    E_WHEN_EXPR,
    E_CHANCE_EXPR,
    E_AFTER,
    E_POINT,
    E_UNTIL,
    E_ONCE,
    E_FULL,
    E_A,
    E_B,
    E_LIST,
    E_CAUSE,
) = range(EFFECT_WIDTH)
T_EFFECTS = _take(MAX_EFFECTS * EFFECT_WIDTH)
OPTION_WIDTH = 6
O_PRICE_EXPR, O_LIST, O_ONCE, O_OTHERWISE, O_PICK, O_PICK_ARG = range(OPTION_WIDTH)
T_OPTIONS = _take(MAX_OPTIONS * OPTION_WIDTH)
T_CODE = _take(MAX_CODE)
TABLE_SIZE = _next_cell

# What a modifier is of, when it is not one cell.
OF_ANY = -2
OF_PRICE = -3

# How long something lasts (E_UNTIL).
UNTIL_GAME, UNTIL_STEP, UNTIL_ROUND, UNTIL_NEXT_ROUND = range(4)

# What an entry lets its user choose.
PICK_NONE, PICK_DEMAND, PICK_GROUP, PICK_ISSUE, PICK_TRACK_DEMAND = range(5)

# The closed list of verbs. VERB_ADD with several cells is one row a cell.
(
    VERB_ADD,
    VERB_SET,
    VERB_POSTURE,  # E_A party: to the neighbour of the posture in force
    VERB_DEMAND,  # E_A issue, amount: level asked, E_B from
    VERB_WITHDRAW,  # the second demand of the round
    VERB_DEADLINE,  # of the demand picked; E_A 0: by amount, 1: at most amount rounds ahead; E_LIST if missed
    VERB_REVEAL_INITIATIVE,  # E_A family
    VERB_REVEAL_EVENT,  # E_A card, E_B rounds ahead
    VERB_CLUE,  # E_A party, E_B bit per issue (0 any), E_FULL 1: sure, amount: how many
    VERB_GRANT_LEVER,  # E_A lever, E_B 1: the token is waived, not the price
    VERB_GRANT_MOVE,  # E_A issue
    VERB_BLOCK_LEVER,  # E_A lever, E_B 1: with undo
    VERB_BLOCK_PACKAGE,  # E_A program of the condition
    VERB_BLOCK_VOTE,
    VERB_PRICE,  # E_A kind LAST_PRICE_*, E_B lever or family, amount
    VERB_VOTE,  # E_A group, E_B issue or UNSET, amount
    VERB_CHOICE,  # E_A party or UNSET for chance, E_B first option, E_TARGET how many
    VERB_DO,  # E_LIST, E_A bundle counted as used or UNSET
    VERB_DO_LEVER,  # E_A lever: its effects as if played
    VERB_INITIATIVE,  # E_TARGET kind LAST_GAIN..LAST_DELAY, E_A initiative, E_B party or UNSET, amount
) = range(20)

# Targets of VERB_ADD that are not one fixed cell.
TARGET_PICKED_GROUP = -10  # support of the group picked

# What the mechanism does at a point of the procedure.
(
    WORK_NOTHING,
    WORK_DRIFT,
    WORK_INCOME,
    WORK_SURPRISE,
    WORK_CARD,
    WORK_OPPORTUNITY,
    WORK_DRAW,
    WORK_SECOND,
    WORK_OWN_LEVER,
    WORK_ANSWER,
    WORK_OPENING,
    WORK_OFFERS,
    WORK_CLOSING,
    WORK_HOME,
    WORK_REVEAL,
    WORK_VOTE,
    WORK_RESULT,
    WORK_FORCE,
    WORK_SHIFTS,
    WORK_READY,
    WORK_DUE,
    WORK_SETTLE,
    WORK_SHOW,
) = range(23)

# Occasions: points of no step, numbered behind those of the procedure.
(
    AT_START,
    AT_LEVER_PLAYED,
    AT_PACKAGE_PASSED,
    AT_PACKAGE_FAILED,
    AT_DEMAND_MET,
    AT_DEMAND_MISSED,
    AT_INITIATIVE_DONE,
) = range(100, 107)
