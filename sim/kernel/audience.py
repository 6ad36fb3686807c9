"""Who may know each cell behind the public ones. What is not named here belongs to nobody (rule 0.9)."""

from sim.kernel.layout import (
    AGENDA,
    CLUE_WIDTH,
    CLUES,
    CONSULTED,
    GROUNDWORK,
    HAND,
    HIDDEN_SUPPORT,
    HOME,
    KNOWN_MOOD,
    MAX_CLUES,
    MAX_GROUPS,
    MAX_HAND,
    MAX_ISSUES,
    MAX_PARTIES,
    MAX_SEATS,
    N_CLUES,
    OWN_UTILITY,
    POSTURE,
    PUBLIC_END,
    SCRATCH,
    SHIFT_DUE,
    SPENT,
    SUGGESTED,
    SUGGESTED_BY,
)
from sim.kernel.ledger import FOR_NOBODY
from sim.kernel.masking import SEAT_AUDIENCE
from sim.kernel.tables import T_AUDIENCE, T_GROUP_PARTY, T_N_GROUPS


def give_region(t, start, count, audience):
    """The cells start .. start + count - 1 belong to an audience."""
    for cell in range(start, start + count):
        t[T_AUDIENCE + cell - PUBLIC_END] = audience


def give_to_party(t, party):
    """What a side knows alone: its posture and what it drew, learned, placed and spent."""
    audience = 1 + party
    for start in (POSTURE, OWN_UTILITY, HOME, CONSULTED, SPENT, N_CLUES, SUGGESTED_BY):
        give_region(t, start + party, 1, audience)
    give_region(t, HAND + party * MAX_HAND, MAX_HAND, audience)
    give_region(t, CLUES + party * MAX_CLUES * CLUE_WIDTH, MAX_CLUES * CLUE_WIDTH, audience)
    give_region(t, SUGGESTED + party * MAX_ISSUES, MAX_ISSUES, audience)


def give_to_body(t, group):
    """What a side knows of its own group: support that is not shown, mood once consulted, groundwork, what stays."""
    audience = 1 + t[T_GROUP_PARTY + group]
    for start in (HIDDEN_SUPPORT, GROUNDWORK, KNOWN_MOOD, SHIFT_DUE):
        give_region(t, start + group, 1, audience)


def set_audiences(t):
    """Write the audience of every cell that is not public. Vote values, moods, piles and the seed stay nobody's.

    Rule 0.9: A seat knows what is public, what its own side knows, and its own agenda; everything else stays hidden from it.
    """
    give_region(t, PUBLIC_END, SCRATCH - PUBLIC_END, FOR_NOBODY)
    for party in range(MAX_PARTIES):
        give_to_party(t, party)
    for group in range(min(t[T_N_GROUPS], MAX_GROUPS)):
        give_to_body(t, group)
    for seat in range(MAX_SEATS):
        give_region(t, AGENDA + seat, 1, SEAT_AUDIENCE + seat)
