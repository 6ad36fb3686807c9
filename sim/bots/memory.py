"""What a bot remembers: offsets into `mem`, which begins with the working space of `sim/kernel/workspace.py`.

And what it answers: offsets into `out`. A style is `decide_<style>(t, m, mem, key, seat, out)`: t the masked
tables, m the mask (its scratch cells may be used), key a number that is not the game's seed.
"""

from sim.kernel.layout import MAX_CARDS, MAX_GROUPS, MAX_ISSUES, MAX_LEVELS, MAX_METERS, MAX_PARTIES, MAX_POSTURES
from sim.kernel.workspace import WORK_SIZE

# --- the answer ---
OUT_KIND, OUT_A, OUT_B, OUT_C = range(4)  # OUT_KIND: ACT_*, or SAYS_NOTHING
OUT_CELLS = 4  # package, points or level of a reframe, MAX_ISSUES cells
OUT_REASON = OUT_CELLS + MAX_ISSUES  # index into REASONS
OUT_FACTS = OUT_REASON + 1  # three numbers that the reason names
N_FACTS = 3
OUT_SIZE = OUT_FACTS + N_FACTS
SAYS_NOTHING = -1

_next_cell = WORK_SIZE


def _take(count: int) -> int:
    """The offset of a new region of `count` cells behind the last one."""
    global _next_cell
    start = _next_cell
    _next_cell += count
    return start


B_STARTED = _take(1)
B_ROLLS = _take(1)  # random numbers drawn so far

# --- what things are worth, noted once a game (hundredths of a point of utility) ---
B_METER_WORTH = _take(MAX_METERS)  # a point of each meter, course or counter
B_GROUP_WORTH = _take(MAX_GROUPS)  # a point of support
B_LEVER_WORTH = _take(MAX_CARDS)
B_LEVEL_WORTH = _take(MAX_ISSUES * MAX_LEVELS)  # effects of each level
B_INIT_WORTH = _take(MAX_CARDS)  # effects of an initiative, without its gains
B_COURSE_WORTH = _take(MAX_METERS)
B_ANSWER_WORTH = _take(8)  # by ANSWER_*
B_MET_WORTH = _take(1)
B_UNMET_WORTH = _take(MAX_CARDS)
B_PLAIN_WORTH = _take(1)
B_LISTS = _take(16)  # stack of effect lists still to be valued

# --- what is believed of the others ---
B_SCORE = _take(MAX_POSTURES)  # evidence for each posture, in hundredths of a natural logarithm
B_POSTURE = _take(MAX_PARTIES)  # the likeliest posture of each party
B_OWN_POSTURE = _take(1)
B_SURE_BAND = _take(MAX_PARTIES * MAX_ISSUES)  # band + 1 that a clue showed of a party without postures, 0 = none
B_LIKING = _take(MAX_PARTIES * MAX_ISSUES)  # per cent by which moves make an issue look heavier
B_CLUES = _take(1)  # clues read so far
B_ASK_READ = _take(MAX_CARDS)  # round in which a demand card was last read
B_OFFER_ROUND = _take(1)
B_OFFERS = _take(1)  # offers of that round read so far
B_ANSWER_ROUND = _take(1)  # round whose answers have been read
B_LEVEL = _take(MAX_ISSUES)  # levels in force when last looked
B_STALE = _take(1)  # 1 when the beliefs have changed since the last search

# --- the plan of the round ---
B_ROUND = _take(1)  # round of the marks that follow
B_PLAN = _take(MAX_ISSUES)  # level that would be best for all, by what is believed
B_PLANNED = _take(1)
B_SEARCHED = _take(1)  # round and offers of the last search
B_OWN_OFFERS = _take(1)
B_GAVE = _take(MAX_PARTIES)  # gain of each side, as believed, by the last own offer
B_PROPOSED = _take(1)
B_TARGET = _take(1)  # gain that a conceder still asks for
B_GIFT = _take(1)  # per cent of their best gain that the next offer of tit for tat gives the others
B_GIFTS = _take(MAX_PARTIES)  # the same for each side, in hundredths of a point
B_GIVEN = _take(1)  # per cent of the best own gain that their last offer brought
B_HEARD = _take(1)  # last round in which the others offered something
B_WAITED = _take(1)  # last round at whose start tit for tat asked itself whether they had
B_HOME_MARK = _take(1)  # the accord that the plan is for
B_HOME = _take(1)  # 0 new, 1 consulted, 2 planned
B_HOME_STEPS = _take(MAX_GROUPS)
B_HOME_COST = _take(1)
B_KEEP_BACK = _take(1)
MEM_SIZE = _next_cell
