"""Working space for questions about packages: offsets into a vector `w` that belongs to whoever asks.

A bot's memory begins with it; analysis may use a fresh list of WORK_SIZE zeros. Nothing here is part
of a game. Gains and worths are in hundredths of a point of utility, believed weights in tenths of a per cent.
"""

from sim.kernel.layout import MAX_GROUPS, MAX_ISSUES, MAX_LEVELS, MAX_PARTIES

MAX_BUDGET = 24  # level steps that a search looks at in one package; a larger limit is read as this
MAJORITIES = 64  # yes sets of a body whose verdict is remembered: bodies of up to six groups

_next_cell = 0


def _take(count: int) -> int:
    """The offset of a new region of `count` cells behind the last one."""
    global _next_cell
    start = _next_cell
    _next_cell += count
    return start


# --- what the asker believes and wants ---
W_WEIGHT = _take(MAX_PARTIES * MAX_ISSUES)  # weights of every party as believed, 1000 in all
W_SHARE = _take(MAX_PARTIES)  # how much a party's gain counts, in per cent
W_FLOOR = _take(MAX_PARTIES)  # least gain of a party that a package must bring
W_FAIR = _take(MAX_PARTIES)  # least part of all gains that a party must have, in per cent
W_BODIES = _take(1)  # bit per party whose home must be expected to carry the package
W_EXTRA = _take(MAX_ISSUES * MAX_LEVELS)  # what a level is worth beside utility
W_PURSE = _take(MAX_PARTIES)  # capital that a home may be expected to spend on groundwork
W_CAPITAL_WORTH = _take(1)  # what one unit of political capital is worth
W_BUDGET = _take(1)  # level steps a package may have
W_NODES = _take(1)  # packages that may still be judged (a budget of thought, never a clock)

# --- what is known of the groups before a package is judged ---
W_GUESS = _take(MAX_GROUPS)  # support of a group that does not show it, as guessed
W_BASE = _take(MAX_GROUPS)  # support and known mood
W_MARGIN = _take(MAX_GROUPS)  # points wanted above the line, for a mood that is not known
W_HAS_BONUS = _take(MAX_GROUPS)  # 1 where a card or lever adds to some vote of the group
W_STEP_SIZE = _take(1)  # support that a step of groundwork buys now
W_BIT = _take(MAX_GROUPS)  # bit of the group among those of its party
W_MAJORITY = _take(MAX_PARTIES * MAJORITIES)  # by yes bits: 4 * mark of the package + 1 falls or 2 stands, 0 not asked yet
W_N_READ = _take(MAX_PARTIES)  # issues that the majority asks about, UNSET: it asks about more, so nothing is remembered
W_READ = _take(MAX_PARTIES * MAX_ISSUES)
W_MARK = _take(1)  # what the majority can see of the package looked at, as one number
W_BARS = _take(1)  # 1 while some card or lever bars packages

# --- one package and what it needs ---
W_PACKAGE = _take(MAX_ISSUES)  # a level for every issue, the one in force where the package is silent
W_N_MOVED = _take(1)
W_MOVED = _take(MAX_ISSUES)  # issues whose level changes
W_STEPS_USED = _take(1)
W_PARTY_GAIN = _take(MAX_PARTIES)
W_VALUE_OF = _take(MAX_GROUPS)  # vote value without groundwork
W_PRICE = _take(MAX_GROUPS)  # groundwork a yes of the group costs; NEVER_YES and more: it cannot be had
W_STEPS = _take(MAX_GROUPS)  # steps of groundwork the cheapest majority needs
W_LIFTED = _take(MAX_GROUPS)  # 1 when the group is short and the majority needs it
W_COST = _take(MAX_PARTIES)  # capital that the home of a party needs
W_LACK = _take(MAX_PARTIES)  # 0: the home can carry it; else how far it is from that

# --- the search ---
W_CAP = _take(MAX_ISSUES)
W_GAIN = _take(MAX_PARTIES * MAX_ISSUES * MAX_LEVELS)
W_SHARE_NOW = _take(MAX_PARTIES)
W_PULL = _take(MAX_GROUPS)  # what a point of support is worth while the search goes on
W_VALUE = _take(MAX_ISSUES * MAX_LEVELS)  # extras and shared gains of a level, without pulls
W_LIFT = _take(MAX_ISSUES)  # what the pulls add for every level up
W_LIKELY = _take(MAX_LEVELS)  # levels of one issue that are worth something
W_LIKELY_WORTH = _take(MAX_LEVELS)
W_TOP_OF = _take(MAX_BUDGET + 1)
W_CHOICE = _take(MAX_ISSUES * (MAX_BUDGET + 1))
W_FOUND = _take(MAX_ISSUES)
W_FOUND_WORTH = _take(1)  # of the best package; of the one nearest to being carried while W_FOUND_CARRIED is 0
W_FOUND_CARRIED = _take(1)
W_RAISED = _take(1)  # party whose share was raised last
W_RAISE = _take(1)  # per cent by which it is raised next
W_FOUND_GAIN = _take(MAX_PARTIES)
W_FOUND_COST = _take(MAX_PARTIES)
W_TRIED = _take(MAX_ISSUES)  # the package judged before this one
WORK_SIZE = _next_cell

NEVER_YES = 1000  # W_PRICE of a group that no groundwork can turn
NOTHING = -(10**9)  # W_FOUND_WORTH when no package was found
