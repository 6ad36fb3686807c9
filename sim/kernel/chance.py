"""Chance: drawn here and nowhere else, fixed by four keys, written to the log.

A draw depends on the seed, the round, its purpose and an index, so that one more event does not
shift the draws behind it. Forced draws (a tutorial, a test, a facilitator) are looked up first.
The mixing is Chris Wellons' 32-bit hash (multipliers 0x21f0aaad, 0x735a2d97), which stays inside
64-bit signed integers.
"""

from sim.kernel.layout import (
    DRAWS,
    F_INDEX,
    F_PURPOSE,
    F_ROUND,
    F_VALUE,
    FORCED,
    FORCED_WIDTH,
    N_FORCED,
    ROUND,
    SEED_HIGH,
    SEED_LOW,
    UNSET,
)
from sim.kernel.ledger import FOR_NOBODY, note, put

(
    FOR_POSTURE,
    FOR_AGENDA,
    FOR_MOOD,
    FOR_SURPRISE,
    FOR_SURPRISE_KIND,
    FOR_SURPRISE_PICK,
    FOR_EVENT,
    FOR_INITIATIVE,
    FOR_SECOND_DEMAND,
    FOR_DEMAND,
    FOR_REQUEST,
    FOR_CLUE_ISSUE,
    FOR_CLUE_FALSE,
    FOR_CLUE_BAND,
    FOR_CHANCE,
    FOR_FAMILY,
) = range(16)

MASK = 0xFFFFFFFF


def mixed(x):
    """A 32-bit hash of a 32-bit number."""
    x = x & MASK
    x = x ^ (x >> 16)
    x = (x * 0x21F0AAAD) & MASK
    x = x ^ (x >> 15)
    x = (x * 0x735A2D97) & MASK
    return x ^ (x >> 15)


def keyed(low, high, round_, purpose, index):
    """32 mixed bits of the five keys."""
    key = mixed(low ^ 0x9E3779B9)
    key = mixed(key ^ high ^ 0x85EBCA6B)
    key = mixed(key ^ (round_ * 0x01000193 + 1))
    key = mixed(key ^ (purpose * 0x00010003 + 7))
    return mixed(key ^ (index * 0x00000101 + 13))


def forced_draw(s, purpose, index):
    """What a forced draw says for this round, purpose and index, or UNSET."""
    for row in range(s[N_FORCED]):
        at = FORCED + row * FORCED_WIDTH
        if s[at + F_ROUND] == s[ROUND] and s[at + F_PURPOSE] == purpose and s[at + F_INDEX] == index:
            return s[at + F_VALUE]
    return UNSET


def draw(t, s, log, purpose, index, sides):
    """A number 0..sides-1, equally likely, unless a forced draw says otherwise.

    Rule 0.3: A draw depends on the seed, the round, its purpose and a count, and on nothing else; a draw fixed in advance comes first.
    """
    value = forced_draw(s, purpose, index)
    if value == UNSET or value >= sides:
        value = (keyed(s[SEED_LOW], s[SEED_HIGH], s[ROUND], purpose, index) * sides) >> 32
    if len(log) > 0:
        note(t, s, log, -2 - purpose, index, value, sides, UNSET, UNSET, FOR_NOBODY)
    return value


def draw_next(t, s, log, purpose, sides):
    """The next draw of this purpose in this round; the index counts from 0 each round."""
    index = s[DRAWS + purpose]
    put(t, s, log, DRAWS + purpose, index + 1, 0, UNSET)
    return draw(t, s, log, purpose, index, sides)


def succeeds(t, s, log, purpose, chance_percent):
    """True when a roll of 1..100 is not above the chance."""
    if chance_percent < 1:
        return False
    if chance_percent >= 100:
        return True
    return draw_next(t, s, log, purpose, 100) + 1 <= chance_percent
