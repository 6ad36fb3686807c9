"""What is kept of a finished game between bots: one row of integers, its columns by name.

Columns have the same fixed bounds as the state, so a column is a constant. Kernel style: the loops run interpreted over
lists and compiled over arrays.
"""

from sim.kernel.layout import (
    AGENDA,
    AGENDA_POINTS,
    ALLIANCE,
    BEST_SUM,
    DEMAND_MET,
    DEMAND_MISSED,
    EFFICIENCY,
    ENDING,
    EVENT_PLAYED,
    FAILED,
    GUESS,
    INITIATIVE_STATUS,
    JOINT,
    LEVEL,
    MAX_CARDS,
    MAX_ISSUES,
    MAX_METERS,
    MAX_PARTIES,
    MAX_SEATS,
    METER,
    NAMED_RIGHT,
    NOW_SUM,
    POSTURE,
    RATIFIED,
    RATIFIED_IN,
    SIDE,
    START_SUM,
    USES,
    UTILITY,
    VOTES,
)
from sim.kernel.tables import (
    T_N_CARDS,
    T_N_CELLS,
    T_N_EVENTS,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_LEVERS,
    T_N_PARTIES,
    T_N_ROUNDS,
    T_N_SEATS,
)

_next_column = 0


def _take(count: int) -> int:
    """The first of `count` new columns."""
    global _next_column
    start = _next_column
    _next_column += count
    return start


R_INDEX = _take(1)  # of the game in its sweep
R_PAIR = _take(1)  # which styles played, see `Mix`
R_FAULT = _take(1)  # 0, or what a bot said that it may not: see FAULT_*
R_DECISIONS = _take(1)  # acts submitted
R_ACCORDS = _take(1)
R_VOTES = _take(1)
R_RATIFIED = _take(1)
R_CROSS = _take(1)  # ratified packages with issues of more than one track
R_FIRST = _take(1)  # round of the first ratified package, 0 = none
R_ENDING = _take(1)
R_JOINT = _take(1)
R_EFFICIENCY = _take(1)
R_ALLIANCE = _take(1)
R_NOW_SUM = _take(1)  # hundredths, as all utilities
R_START_SUM = _take(1)
R_BEST_SUM = _take(1)
R_INITIATIVES = _take(1)  # completed
R_UTILITY = _take(MAX_PARTIES)
R_SIDE = _take(MAX_PARTIES)
R_FAILED = _take(MAX_PARTIES)
R_POSTURE = _take(MAX_PARTIES)
R_GUESS = _take(MAX_PARTIES)
R_NAMED_RIGHT = _take(MAX_PARTIES)
R_AGENDA = _take(MAX_SEATS)
R_AGENDA_POINTS = _take(MAX_SEATS)
R_LEVEL = _take(MAX_ISSUES)
R_EVENT = _take(MAX_CARDS)  # round, 0 = never
R_USES = _take(MAX_CARDS)
R_INITIATIVE = _take(MAX_CARDS)  # 3 = completed
R_MET = _take(MAX_CARDS)  # demand cards met, missed
R_MISSED = _take(MAX_CARDS)
R_METER = _take(MAX_METERS)
ROW_SIZE = _next_column

FAULT_SILENT, FAULT_REFUSED, FAULT_ENDLESS = 1, 2, 3  # R_FAULT % 10; the rest is act * 1000 + refusal code
COMPLETED = 3  # INITIATIVE_STATUS


def write_counts(t, s, result):
    """Packages, votes and scores."""
    result[R_VOTES] = s[VOTES]
    result[R_RATIFIED] = s[RATIFIED]
    result[R_FIRST] = 0
    for round_ in range(1, t[T_N_ROUNDS] + 1):
        if s[RATIFIED_IN + round_] > 0 and result[R_FIRST] == 0:
            result[R_FIRST] = round_
    result[R_ENDING] = s[ENDING]
    result[R_JOINT] = s[JOINT]
    result[R_EFFICIENCY] = s[EFFICIENCY]
    result[R_ALLIANCE] = s[ALLIANCE]
    result[R_NOW_SUM] = s[NOW_SUM]
    result[R_START_SUM] = s[START_SUM]
    result[R_BEST_SUM] = s[BEST_SUM]


def write_parties(t, s, result):
    """What each side and each seat has."""
    for party in range(t[T_N_PARTIES]):
        result[R_UTILITY + party] = s[UTILITY + party]
        result[R_SIDE + party] = s[SIDE + party]
        result[R_FAILED + party] = s[FAILED + party]
        result[R_POSTURE + party] = s[POSTURE + party]
        result[R_GUESS + party] = s[GUESS + party]
        result[R_NAMED_RIGHT + party] = s[NAMED_RIGHT + party]
    for seat in range(t[T_N_SEATS]):
        result[R_AGENDA + seat] = s[AGENDA + seat]
        result[R_AGENDA_POINTS + seat] = s[AGENDA_POINTS + seat]


def write_cards(t, s, result):
    """Levels, meters, and what became of every card."""
    for issue in range(t[T_N_ISSUES]):
        result[R_LEVEL + issue] = s[LEVEL + issue]
    for cell in range(t[T_N_CELLS]):
        result[R_METER + cell] = s[METER + cell]
    for card in range(t[T_N_EVENTS]):
        result[R_EVENT + card] = s[EVENT_PLAYED + card]
    for card in range(t[T_N_LEVERS]):
        result[R_USES + card] = s[USES + card]
    result[R_INITIATIVES] = 0
    for card in range(t[T_N_INITIATIVES]):
        result[R_INITIATIVE + card] = s[INITIATIVE_STATUS + card]
        if s[INITIATIVE_STATUS + card] == COMPLETED:
            result[R_INITIATIVES] += 1
    for card in range(t[T_N_CARDS]):
        result[R_MET + card] = s[DEMAND_MET + card]
        result[R_MISSED + card] = s[DEMAND_MISSED + card]


def write_row(t, s, result):
    """The row of a finished game, but for what is counted while it is played."""
    write_counts(t, s, result)
    write_parties(t, s, result)
    write_cards(t, s, result)
