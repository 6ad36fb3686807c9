"""What is counted over many games: one vector of integers a pair of styles, filled from the results of single games.

Kernel style, as everything that runs compiled. Sums of counts are counts: batches may be counted anywhere and added up in
any order. Numbers that are shown with quartiles are histograms; one that lies outside its histogram is counted at its end.
"""

from sim.kernel.layout import MAX_CARDS, MAX_ISSUES, MAX_LEVELS, MAX_PARTIES, MAX_POSTURES, MAX_ROUNDS, MAX_SEATS, UNSET
from sim.kernel.tables import (
    MAX_AGENDAS,
    MAX_ENDINGS,
    T_N_CARDS,
    T_N_EVENTS,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_LEVERS,
    T_N_PARTIES,
    T_N_SEATS,
)
from sim.lab.results import (
    COMPLETED,
    R_ACCORDS,
    R_AGENDA,
    R_AGENDA_POINTS,
    R_ALLIANCE,
    R_BEST_SUM,
    R_CROSS,
    R_DECISIONS,
    R_EFFICIENCY,
    R_ENDING,
    R_EVENT,
    R_FAILED,
    R_FIRST,
    R_INITIATIVE,
    R_INITIATIVES,
    R_JOINT,
    R_LEVEL,
    R_MET,
    R_MISSED,
    R_NAMED_RIGHT,
    R_NOW_SUM,
    R_PAIR,
    R_POSTURE,
    R_RATIFIED,
    R_SIDE,
    R_START_SUM,
    R_USES,
    R_UTILITY,
    R_VOTES,
)

_next_count = 0


def _take(count: int) -> int:
    """The first of `count` new cells."""
    global _next_count
    start = _next_count
    _next_count += count
    return start


LOWEST = -100  # value of the first cell of a histogram of points
WIDTH = 401  # cells of a histogram of points
MOST_TIMES = 65  # cells of a histogram of how often

K_GAMES = _take(1)
K_DECISIONS = _take(1)
K_AGREED = _take(1)  # games with an accord
K_PASSED = _take(1)  # games with a ratified package
K_VOTED = _take(1)  # games with a vote
K_ACCORDS = _take(1)  # sums over games
K_VOTES = _take(1)
K_RATIFIED = _take(1)
K_CROSS = _take(1)
K_ENDING = _take(MAX_ENDINGS)
K_FIRST = _take(MAX_ROUNDS + 2)  # games by the round of their first ratified package, 0 = none
K_FAILED = _take(MAX_PARTIES)  # votes lost by each side
K_NAMED_RIGHT = _take(MAX_PARTIES)
K_POSTURE = _take(MAX_POSTURES)
K_LEVEL = _take(MAX_ISSUES * MAX_LEVELS)  # games that ended with the issue at the level
K_EVENT = _take(MAX_CARDS)  # games with the event
K_LEVER = _take(MAX_CARDS)  # games with the lever
K_USES = _take(MAX_CARDS)
K_INITIATIVE = _take(MAX_CARDS)  # games with the initiative completed
K_MET = _take(MAX_CARDS)  # demand cards met, missed
K_MISSED = _take(MAX_CARDS)
K_HAD_AGENDA = _take(MAX_SEATS * MAX_AGENDAS)  # games in which the seat had the agenda
K_AGENDA = _take(MAX_SEATS * MAX_AGENDAS)  # its points in them, added up
# Histograms of points, LOWEST first.
K_JOINT = _take(WIDTH)
K_EFFICIENCY = _take(WIDTH)
K_ALLIANCE = _take(WIDTH)
K_ROOM = _take(WIDTH)  # utility of all sides that the best package of the end would still have brought, points
K_GAINED = _take(WIDTH)  # utility gained by all sides since the start
K_SIDE = _take(WIDTH * MAX_PARTIES)
K_UTILITY = _take(WIDTH * MAX_PARTIES)  # whole points
# Histograms of how often.
K_N_RATIFIED = _take(MOST_TIMES)
K_N_ACCORDS = _take(MOST_TIMES)
K_N_INITIATIVES = _take(MOST_TIMES)
K_N_FAILED = _take(MOST_TIMES * MAX_PARTIES)
COUNTS_SIZE = _next_count


def count_points(counts, histogram, points):
    """One more game with so many points."""
    cell = points - LOWEST
    if cell < 0:
        cell = 0
    counts[histogram + (cell if cell < WIDTH else WIDTH - 1)] += 1


def count_times(counts, histogram, times):
    """One more game in which something happened so often."""
    counts[histogram + (times if times < MOST_TIMES else MOST_TIMES - 1)] += 1


def count_course(result, counts):
    """How the game went: accords, votes, packages."""
    counts[K_GAMES] += 1
    counts[K_DECISIONS] += result[R_DECISIONS]
    counts[K_AGREED] += 1 if result[R_ACCORDS] > 0 else 0
    counts[K_PASSED] += 1 if result[R_RATIFIED] > 0 else 0
    counts[K_VOTED] += 1 if result[R_VOTES] > 0 else 0
    counts[K_ACCORDS] += result[R_ACCORDS]
    counts[K_VOTES] += result[R_VOTES]
    counts[K_RATIFIED] += result[R_RATIFIED]
    counts[K_CROSS] += result[R_CROSS]
    counts[K_FIRST + result[R_FIRST]] += 1
    if result[R_ENDING] != UNSET:
        counts[K_ENDING + result[R_ENDING]] += 1
    count_times(counts, K_N_RATIFIED, result[R_RATIFIED])
    count_times(counts, K_N_ACCORDS, result[R_ACCORDS])
    count_times(counts, K_N_INITIATIVES, result[R_INITIATIVES])


def count_scores(t, result, counts):
    """What it brought."""
    count_points(counts, K_JOINT, result[R_JOINT])
    count_points(counts, K_EFFICIENCY, result[R_EFFICIENCY])
    count_points(counts, K_ALLIANCE, result[R_ALLIANCE])
    count_points(counts, K_ROOM, (result[R_BEST_SUM] - result[R_NOW_SUM]) // 100)
    count_points(counts, K_GAINED, (result[R_NOW_SUM] - result[R_START_SUM]) // 100)
    for party in range(t[T_N_PARTIES]):
        count_points(counts, K_SIDE + WIDTH * party, result[R_SIDE + party])
        count_points(counts, K_UTILITY + WIDTH * party, result[R_UTILITY + party] // 100)
        count_times(counts, K_N_FAILED + MOST_TIMES * party, result[R_FAILED + party])
        counts[K_FAILED + party] += result[R_FAILED + party]
        counts[K_NAMED_RIGHT + party] += 1 if result[R_NAMED_RIGHT + party] == 1 else 0
        if result[R_POSTURE + party] != UNSET:
            counts[K_POSTURE + result[R_POSTURE + party]] += 1
    for seat in range(t[T_N_SEATS]):
        agenda = result[R_AGENDA + seat]
        if agenda != UNSET:
            counts[K_HAD_AGENDA + seat * MAX_AGENDAS + agenda] += 1
            counts[K_AGENDA + seat * MAX_AGENDAS + agenda] += result[R_AGENDA_POINTS + seat]


def count_cards(t, result, counts):
    """Levels at the end, and which cards mattered."""
    for issue in range(t[T_N_ISSUES]):
        counts[K_LEVEL + issue * MAX_LEVELS + result[R_LEVEL + issue]] += 1
    for card in range(t[T_N_EVENTS]):
        counts[K_EVENT + card] += 1 if result[R_EVENT + card] > 0 else 0
    for card in range(t[T_N_LEVERS]):
        counts[K_LEVER + card] += 1 if result[R_USES + card] > 0 else 0
        counts[K_USES + card] += result[R_USES + card]
    for card in range(t[T_N_INITIATIVES]):
        counts[K_INITIATIVE + card] += 1 if result[R_INITIATIVE + card] == COMPLETED else 0
    for card in range(t[T_N_CARDS]):
        counts[K_MET + card] += result[R_MET + card]
        counts[K_MISSED + card] += result[R_MISSED + card]


def count_results(t, results, first, count, tallies):
    """Add the games first .. first + count - 1 of the results to the counts of their pairs."""
    for k in range(first, first + count):
        count_course(results[k], tallies[results[k][R_PAIR]])
        count_scores(t, results[k], tallies[results[k][R_PAIR]])
        count_cards(t, results[k], tallies[results[k][R_PAIR]])
