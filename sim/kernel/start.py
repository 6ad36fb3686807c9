"""The beginning: start values, then what is drawn in secret."""

from sim.kernel.chance import FOR_AGENDA, FOR_MOOD, FOR_POSTURE, draw, forced_draw
from sim.kernel.home import word_of
from sim.kernel.layout import (
    AGENDA,
    AHEAD,
    CAPITAL,
    CREDIBILITY,
    ENDING,
    EVENT_NEXT,
    EVENT_NOW,
    GUESS,
    HAND,
    INITIATIVE_STATUS,
    LEVEL,
    LEVEL_AT,
    MAX_CARDS,
    MAX_HAND,
    MAX_ISSUES,
    MAX_PARTIES,
    METER,
    MOOD,
    MOVED_ISSUE,
    MOVED_LEVEL,
    POINT,
    POSTURE,
    PROPOSER,
    RATIFIES,
    REFRAME_INITIATIVE,
    REFRAME_ISSUE,
    REFRAME_LEVEL,
    REFRAMED,
    REQUESTS,
    SEED_HIGH,
    SEED_LOW,
    START_LEVEL,
    SUGGESTED,
    UNSET,
    VOTED,
    WORD,
)
from sim.kernel.ledger import put
from sim.kernel.resolve import fill_requests
from sim.kernel.tables import (
    T_CAPITAL_START,
    T_GROUP_N_WORDS,
    T_GROUP_PARTY,
    T_GROUP_START,
    T_INIT_FACE_UP,
    T_ISSUE_START,
    T_LEVER_CREDIBILITY,
    T_METER_START,
    T_MOOD,
    T_N_AGENDAS,
    T_N_CELLS,
    T_N_GROUPS,
    T_N_INITIATIVES,
    T_N_ISSUES,
    T_N_LEVERS,
    T_N_PARTIES,
    T_N_POSTURES,
    T_N_SEATS,
    T_PLAY_CAUSE,
    T_POSTURE_DRAWN,
    T_POSTURE_PARTY,
    T_REQUEST_SLOTS,
    T_SUPPORT_CELL,
)


def write(t, s, log, cell, value):
    """Set a start value."""
    put(t, s, log, cell, value, value, t[T_PLAY_CAUSE])


def clear_marks(t, s, log):
    """Cells in which UNSET, not 0, means that there is nothing."""
    for cell in (PROPOSER, EVENT_NOW, EVENT_NEXT, AHEAD, ENDING, REFRAMED, REFRAME_ISSUE, REFRAME_LEVEL, REFRAME_INITIATIVE):
        write(t, s, log, cell, UNSET)
    for party in range(MAX_PARTIES):
        for cell in (POSTURE, MOVED_ISSUE, MOVED_LEVEL, RATIFIES, GUESS):
            write(t, s, log, cell + party, UNSET)
        for k in range(MAX_HAND):
            write(t, s, log, HAND + party * MAX_HAND + k, UNSET)
        for issue in range(MAX_ISSUES):
            write(t, s, log, SUGGESTED + party * MAX_ISSUES + issue, UNSET)
    for slot in range(t[T_REQUEST_SLOTS]):
        write(t, s, log, REQUESTS + slot, UNSET)
    for seat in range(t[T_N_SEATS]):
        write(t, s, log, AGENDA + seat, UNSET)
    for card in range(MAX_CARDS):
        write(t, s, log, CREDIBILITY + card, UNSET)


def set_start_values(t, s, log):
    """Levels, meters, support, capital, credibility, what lies face up."""
    for issue in range(t[T_N_ISSUES]):
        write(t, s, log, LEVEL + issue, t[T_ISSUE_START + issue])
        write(t, s, log, START_LEVEL + issue, t[T_ISSUE_START + issue])
        write(t, s, log, LEVEL_AT + issue, t[T_ISSUE_START + issue])
    for meter in range(t[T_N_CELLS]):
        write(t, s, log, METER + meter, t[T_METER_START + meter])
    for group in range(t[T_N_GROUPS]):
        write(t, s, log, t[T_SUPPORT_CELL + group], t[T_GROUP_START + group])
        write(t, s, log, VOTED + group, UNSET)
        if t[T_GROUP_N_WORDS + group] > 0:
            write(t, s, log, WORD + group, word_of(t, group, t[T_GROUP_START + group]))
    for party in range(t[T_N_PARTIES]):
        write(t, s, log, CAPITAL + party, t[T_CAPITAL_START + party])
    for lever in range(t[T_N_LEVERS]):
        write(t, s, log, CREDIBILITY + lever, t[T_LEVER_CREDIBILITY + lever])
    for card in range(t[T_N_INITIATIVES]):
        write(t, s, log, INITIATIVE_STATUS + card, t[T_INIT_FACE_UP + card])


def drawn_posture(t, s, log, party):
    """One of the postures of a party that may be drawn, with equal chance."""
    wanted = forced_draw(s, FOR_POSTURE, party)
    count = 0
    for posture in range(t[T_N_POSTURES]):
        if t[T_POSTURE_PARTY + posture] == party and t[T_POSTURE_DRAWN + posture] == 1:
            count += 1
    n = draw(t, s, log, FOR_POSTURE, party, count)
    for posture in range(t[T_N_POSTURES]):
        if t[T_POSTURE_PARTY + posture] == party and (posture == wanted or t[T_POSTURE_DRAWN + posture] == 1):
            if posture == wanted or (wanted == UNSET and n == 0):
                return posture
            n -= 1
    return UNSET


def draw_secrets(t, s, log):
    """Postures, agendas and moods.

    Rule 0.6: At the start the posture of each side, the agenda of each seat and the mood of each group are drawn in secret.
    """
    for party in range(t[T_N_PARTIES]):
        write(t, s, log, POSTURE + party, drawn_posture(t, s, log, party))
    for seat in range(t[T_N_SEATS]):
        if t[T_N_AGENDAS + seat] > 0:
            write(t, s, log, AGENDA + seat, draw(t, s, log, FOR_AGENDA, seat, t[T_N_AGENDAS + seat]))
    for group in range(t[T_N_GROUPS]):
        reach = t[T_MOOD + t[T_GROUP_PARTY + group]]
        if reach > 0:
            write(t, s, log, MOOD + group, draw(t, s, log, FOR_MOOD, group, 2 * reach + 1) - reach)


def start_game(t, s, log, seed_low, seed_high):
    """Set up the state of a new game; the first News step is still to come."""
    clear_marks(t, s, log)
    write(t, s, log, SEED_LOW, seed_low)
    write(t, s, log, SEED_HIGH, seed_high)
    write(t, s, log, POINT, UNSET)
    set_start_values(t, s, log)
    draw_secrets(t, s, log)
    fill_requests(t, s, log)
