"""Where every number of a game stands: offsets into the state vector `s`.

The state is one flat vector of integers. Regions have fixed upper bounds, so that an offset is a
constant; loops run to the scenario's own counts (`t[T_N_ISSUES]`), never to the bounds.
Cells from SCRATCH on are working space: no part of the game, of its digest or of any view.
`sim/kernel/tables.py` does the same for the tables `t`; `audience.py` says who may know a cell.
"""

UNSET = -1
YES = 1
NO = 0

# Upper bounds. A scenario beyond one of them is refused when it is loaded, with the place.
MAX_PARTIES = 4
MAX_SEATS = 16
MAX_ISSUES = 32
MAX_LEVELS = 8
MAX_METERS = 64  # meters, courses and counters together
MAX_GROUPS = 32
MAX_CARDS = 64  # of each kind: levers, initiatives, events, demand cards
MAX_POSTURES = 8
MAX_ROUNDS = 16
MAX_RULES = 64
MAX_TRACKS = 8
MAX_OPEN_DEMANDS = 24
MAX_REQUESTS = 8
MAX_TIMERS = 64
MAX_LASTING = 64
MAX_CHOICES = 8
MAX_PROPOSALS = 8
MAX_LINKS = 16
MAX_CLUES = 32
MAX_UNDO = 48
MAX_FORCED = 64
MAX_HAND = 8
MAX_ONCE = 64
MAX_CHANGED = 1024  # cells listed as changed, so that a mask can catch up with a state without being copied whole

_next_cell = 0


def _take(count: int) -> int:
    """The offset of a new region of `count` cells behind the last one."""
    global _next_cell
    start = _next_cell
    _next_cell += count
    return start


# --- where the game stands (public) ---
ROUND = _take(1)
STEP = _take(1)  # index of the step, see STEP_*
POINT = _take(1)  # index into the flat list of points of the procedure
STAGE = _take(1)  # of the point: 0 to be entered, 1 entered, 2 its rules done
WAITING = _take(1)  # bit per party: who must act before the game goes on
SPEAKER = _take(1)  # party that has the word in Talks
OPENER = _take(1)  # party that opens the Talks of this round
OVER = _take(1)
OFFERS_MADE = _take(1)
HOLDS = _take(1)  # in a row
PROPOSER = _take(1)  # party of the standing offer
BOUND = _take(1)  # bit per party: whom the standing offer binds
ACCEPTED = _take(1)  # bit per party
ACCORD = _take(1)  # 1 from the acceptance to the end of the round
SENT = _take(1)  # 1 when the accord goes to the vote
PASSED_NOW = _take(1)  # 1 when a package was ratified this round
STANDING = _take(MAX_ISSUES)  # the standing offer, then the accord: a level or UNSET
LEVEL = _take(MAX_ISSUES)  # in force
START_LEVEL = _take(MAX_ISSUES)
LEVEL_AT = _take((MAX_ROUNDS + 2) * MAX_ISSUES)  # levels in force at the start of each round
BEFORE_PACKAGE = _take(MAX_ISSUES)  # level before this round's ratified package, else UNSET
METER = _take(MAX_METERS)
SUPPORT = _take(MAX_GROUPS)
WORD = _take(MAX_GROUPS)  # what others hear of a group that does not show its support
CAPITAL = _take(MAX_PARTIES)
TOKENS = _take(MAX_PARTIES)  # action tokens that any seat of the side may use
SEAT_TOKENS = _take(MAX_SEATS)
CREDIBILITY = _take(MAX_CARDS)  # a lever each
USES = _take(MAX_CARDS)
LAST_USE = _take(MAX_CARDS)  # round, 0 = never
USE_BEFORE = _take(MAX_CARDS)  # round of the use before the last
BUNDLE_USES = _take(MAX_RULES)
PLAYED_STEP = _take(MAX_PARTIES)  # levers played in the own step this round
PLAYED_TALKS = _take(MAX_PARTIES)
ANNOUNCED = _take(MAX_CARDS)  # round in which an announcement is judged, 0 = none
ANNOUNCED_IN = _take(MAX_CARDS)  # round in which it was made
ANNOUNCED_PICK = _take(MAX_CARDS)
MEASURED = _take(MAX_PARTIES)  # round of the side's last measure
MEASURES = _take(MAX_PARTIES)  # measures played so far
MEASURES_THEN = _take(MAX_CARDS)  # measures played when the announcement was made
COURSE_POINTS = _take(MAX_PARTIES)  # strategy points placed this round
PROBES = _take(MAX_PARTIES)  # this round
MOVED_ISSUE = _take(MAX_PARTIES)  # executive move of the round
MOVED_LEVEL = _take(MAX_PARTIES)
MOVED_KIND = _take(MAX_PARTIES)  # 1 decide, 2 reopen
ACT_ROUND = _take(MAX_CARDS)  # round in which an act of the pack was last done
NEW_INITIATIVE = _take(1)  # agreed this round
EVENT_PLAYED = _take(MAX_CARDS)  # round, 0 = never
EVENT_NOW = _take(1)
CARDS_DUE = _take(1)  # event cards of this News step
CARDS_PLAYED = _take(1)
INITIATIVE_STATUS = _take(MAX_CARDS)  # 0 pile, 1 face up, 2 agreed, 3 done
INITIATIVE_READY = _take(MAX_CARDS)  # rounds still to wait
INITIATIVE_GAIN = _take(MAX_CARDS * MAX_PARTIES)  # side points fixed at agreement
AHEAD = _take(1)  # demand card of the next round, already shown
SECOND_CAME = _take(1)  # place number of this round's second demand, 0 = none
SERIAL = _take(1)  # plain demands so far
RATIFIED_IN = _take(MAX_ROUNDS + 2)
RATIFIED = _take(1)
VOTES = _take(1)  # packages that went to the vote
FAILED = _take(MAX_PARTIES)  # votes lost by this side

# --- demands on the table, in the order in which they came (public) ---
DEMAND_WIDTH = 14
D_CARD, D_SERIAL, D_ISSUE, D_ASKED, D_DUE, D_CAME, D_ANSWER, D_LINKED, D_DOUBLE, D_INITIATIVE, D_MISSED_LIST, D_LEVER, D_FROM, D_PLACE = (
    range(DEMAND_WIDTH)
)
N_DEMANDS = _take(1)
DEMANDS = _take(MAX_OPEN_DEMANDS * DEMAND_WIDTH)
DEMAND_MET = _take(MAX_CARDS)  # times met, by card
DEMAND_MISSED = _take(MAX_CARDS)
MET_COUNT = _take(1)
MISSED_COUNT = _take(1)
REQUESTS = _take(MAX_REQUESTS)  # index into the deck, UNSET = empty slot
REQUEST_MET = _take(MAX_CARDS)
REFRAMED = _take(1)  # row of the demand that waits for take or decline
REFRAME_ISSUE = _take(1)
REFRAME_LEVEL = _take(1)
REFRAME_INITIATIVE = _take(1)
RESUME = _take(1)  # parties that go on after an answer given at once

# --- what waits for a word (public) ---
CHOICE_WIDTH = 8
C_KIND, C_PARTY, C_ROW, C_CAUSE, C_ROUND, C_TRACK, C_ENTRY, C_ENTRY_KIND = range(CHOICE_WIDTH)
N_CHOICES = _take(1)
CHOICES = _take(MAX_CHOICES * CHOICE_WIDTH)
PROPOSAL_WIDTH = 5
P_KIND, P_A, P_B, P_BY, P_AGREED = range(PROPOSAL_WIDTH)
N_PROPOSALS = _take(1)
PROPOSALS = _take(MAX_PROPOSALS * PROPOSAL_WIDTH)
LINK_WIDTH = 3
K_A, K_B, K_BY = range(LINK_WIDTH)
N_LINKS = _take(1)
LINKS = _take(MAX_LINKS * LINK_WIDTH)

# --- what comes later or holds for a while (public) ---
TIMER_WIDTH = 10
M_ROUND, M_POINT, M_EFFECT, M_SINCE, M_AMOUNT, M_KIND, M_ENTRY, M_PICKED, M_PARTY, M_ISSUE = range(TIMER_WIDTH)
N_TIMERS = _take(1)
TIMERS = _take(MAX_TIMERS * TIMER_WIDTH)
LASTING_WIDTH = 6
L_KIND, L_A, L_B, L_AMOUNT, L_UNTIL, L_CAUSE = range(LASTING_WIDTH)  # L_UNTIL: last round, 99 = the game
N_LASTING = _take(1)
LASTING = _take(MAX_LASTING * LASTING_WIDTH)
UNDO_WIDTH = 3
U_LEVER, U_CELL, U_DELTA = range(UNDO_WIDTH)
N_UNDO = _take(1)
UNDO = _take(MAX_UNDO * UNDO_WIDTH)
ONCE = _take(MAX_ONCE)  # marks of effects that happen once a game
CROSSED = _take(MAX_RULES)  # crossings counted, not yet paid
EVENT_NEXT = _take(1)  # card that is the first of a coming News step
EVENT_NEXT_ROUND = _take(1)

# --- the vote (public once shown) ---
SHOWN_GROUNDWORK = _take(MAX_GROUPS)  # steps
VOTED = _take(MAX_GROUPS)  # 1 yes, 0 no, UNSET no vote this round
RATIFIES = _take(MAX_PARTIES)  # 1, 0 or UNSET
YES_WEIGHT = _take(MAX_PARTIES)

# --- results, written after the last round (public) ---
UTILITY = _take(MAX_PARTIES)  # hundredths
NOW_SUM = _take(1)
START_SUM = _take(1)
BEST_SUM = _take(1)
EFFICIENCY = _take(1)
ALLIANCE = _take(1)
JOINT = _take(1)
SIDE = _take(MAX_PARTIES)
GAINS = _take(MAX_PARTIES)
SEAT_SCORE = _take(MAX_SEATS)
AGENDA_POINTS = _take(MAX_SEATS)
ENDING = _take(1)
WINNERS = _take(1)  # bit per seat
NAMED_RIGHT = _take(MAX_PARTIES)
GUESS = _take(MAX_PARTIES)  # posture named, UNSET = none

PUBLIC_END = _next_cell

# --- one party's own (audience: the party at the same index) ---
POSTURE = _take(MAX_PARTIES)  # the true one, index over all postures
OWN_UTILITY = _take(MAX_PARTIES)  # of the levels in force, hundredths
HIDDEN_SUPPORT = _take(MAX_GROUPS)  # support of groups that do not show it
HOME = _take(MAX_PARTIES)  # 0 open, 1 submit, 2 keep back
CONSULTED = _take(MAX_PARTIES)  # groups consulted this round
GROUNDWORK = _take(MAX_GROUPS)  # steps placed for the coming vote
SPENT = _take(MAX_PARTIES)  # capital put on groups for the coming vote
KNOWN_MOOD = _take(MAX_GROUPS)  # mood + 100 once consulted, 0 before
VOTE_VALUE = _take(MAX_GROUPS)
SHIFT_DUE = _take(MAX_GROUPS)  # what stays of this round's shifts, to be added in Resolve
HAND = _take(MAX_PARTIES * MAX_HAND)
N_CLUES = _take(MAX_PARTIES)
CLUE_WIDTH = 5
Q_ABOUT, Q_ISSUE, Q_BAND, Q_SURE, Q_ROUND = range(CLUE_WIDTH)
CLUES = _take(MAX_PARTIES * MAX_CLUES * CLUE_WIDTH)
SUGGESTED = _take(MAX_PARTIES * MAX_ISSUES)
SUGGESTED_BY = _take(MAX_PARTIES)

# --- one seat's own ---
AGENDA = _take(MAX_SEATS)

# --- nobody's ---
SEED_LOW = _take(1)
SEED_HIGH = _take(1)
MOOD = _take(MAX_GROUPS)
EVENT_STATUS = _take(MAX_CARDS)  # 0 in the pile, 1 put under it, 2 gone
DEMAND_STATUS = _take(MAX_CARDS)  # 0 in the pile, 1 returned, 2 on the table or in hand, 3 gone
REQUEST_STATUS = _take(MAX_CARDS)
DRAWS = _take(MAX_CARDS)  # how often each purpose was drawn this round
FORCED_WIDTH = 4
F_ROUND, F_PURPOSE, F_INDEX, F_VALUE = range(FORCED_WIDTH)
N_FORCED = _take(1)
FORCED = _take(MAX_FORCED * FORCED_WIDTH)

STATE_END = _next_cell

# --- scratch: not part of the game ---
SCRATCH = STATE_END
JUDGED = _take(MAX_ISSUES)  # the package under judgement, UNSET where silent
ARGUMENT = _take(MAX_ISSUES)  # a package or a list of points that comes with an act
DELTA = _take(MAX_PARTIES)  # utility of the judged package against the levels in force, hundredths
JUDGED_STEPS = _take(1)
JUDGED_TRACKS = _take(1)
GROUP_SHIFT = _take(1)  # issue shift of the group judged
GROUP_SUPPORT = _take(1)
GROUP_YES = _take(MAX_GROUPS)
PARTY_YES_WEIGHT = _take(1)
PAYOFF_STEP = _take(MAX_PARTIES)
PAYOFF_OTHER = _take(1)  # the least payoff step of the other parties
ASKED_AMOUNT = _take(1)
PRICE_NOW = _take(1)
CTX_KIND = _take(1)  # kind of cause, see KIND_*
CTX_ENTRY = _take(1)
CTX_PART = _take(1)  # 1 target part of a lever
CTX_PARTY = _take(1)
CTX_PICKED = _take(1)
CTX_ISSUE = _take(1)  # issue that `picked` or a demand is about
CTX_SINCE = _take(1)  # round in which the entry was played
CTX_ESCALATION = _take(1)
CTX_LEVER = _take(1)
CTX_UNDOABLE = _take(1)
CTX_MEASURED = _take(1)  # 1 when a measure was played since the announcement judged
CTX_SEAT = _take(1)
CTX_AGENDA = _take(1)
CTX_SIDE = _take(1)
FRAME_WIDTH = 9
FRAMES = _take(24 * FRAME_WIDTH)
STACK = _take(48)
TESTED = _take(MAX_CARDS)
DRAFT_LEVEL = _take(MAX_ISSUES)
UTILITY_MOVED = _take(1)  # 1 when a level or a posture has changed since own utilities were shown
N_CHANGED = _take(1)  # cells changed since this was last set to 0; MAX_CHANGED: more than are listed
CHANGED = _take(MAX_CHANGED)
STATE_SIZE = _next_cell

# Steps of a round.
STEP_NEWS, STEP_DEMAND, STEP_RESPONSE, STEP_TALKS, STEP_HOME, STEP_RESOLVE, STEP_END = range(7)

# Kinds of cause, for modifiers and for "why".
KIND_EVENT, KIND_LEVER, KIND_DEMAND, KIND_RULE, KIND_DRIFT, KIND_PACKAGE, KIND_COURSE, KIND_INITIATIVE, KIND_PLAY = range(9)

# Kinds of a lasting row.
LAST_VOTE, LAST_PRICE_LEVER, LAST_PRICE_FAMILY, LAST_PRICE_PROBE, LAST_PRICE_MOVE, LAST_GRANT_LEVER, LAST_GRANT_MOVE = range(7)
LAST_BLOCK_LEVER, LAST_BLOCK_PACKAGE, LAST_BLOCK_VOTE, LAST_GAIN, LAST_COST, LAST_DELAY, LAST_WAIVE_TOKEN = range(7, 14)

# Kinds of a pending choice and of a proposal.
CHOICE_OPTION, CHOICE_PICK, CHOICE_NAME = range(3)
PROPOSE_INITIATIVE, PROPOSE_LINK, PROPOSE_UNLINK, PROPOSE_ACT = range(4)

# Answers to a demand.
ANSWER_NONE, ANSWER_ACCEPT, ANSWER_COUNTER, ANSWER_HOLD, ANSWER_REFRAME = range(5)

GAME_LONG = 99  # L_UNTIL of what holds to the end of the game
