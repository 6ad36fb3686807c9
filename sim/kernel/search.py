"""The search for a package: worth most to those it is for, and expected to be carried at home.

Worth is a sum over issues, so the best package of so many level steps is found exactly (a knapsack).
Majorities are no such sum: each short group that a majority needs pulls on the levels that would lift it,
and each party below its floor gains in share, until the package found can be carried (a price for every
constraint, raised while it is broken). A last walk tries single levels and pairs around the best package.
Thought is counted in packages judged (W_NODES), never in time.
"""

from sim.kernel.codes import ALLOWED
from sim.kernel.expressions import evaluate
from sim.kernel.judging import below_floor, try_package
from sim.kernel.layout import LEVEL, MAX_ISSUES, MAX_LEVELS, UNSET
from sim.kernel.locks import cap_of, may_stand
from sim.kernel.tables import (
    T_GROUP_PARTY,
    T_GROUP_POINT,
    T_GROUP_SHIFT_EXPR,
    T_N_GROUPS,
    T_N_ISSUES,
    T_N_PARTIES,
    T_PACKAGE_SIZE_EXPR,
    T_PAYOFF,
)
from sim.kernel.walking import walk_once
from sim.kernel.workspace import (
    MAX_BUDGET,
    NOTHING,
    W_BODIES,
    W_BUDGET,
    W_CAP,
    W_CAPITAL_WORTH,
    W_CHOICE,
    W_EXTRA,
    W_FOUND_CARRIED,
    W_FOUND_WORTH,
    W_GAIN,
    W_LACK,
    W_LIFT,
    W_LIFTED,
    W_LIKELY,
    W_LIKELY_WORTH,
    W_N_MOVED,
    W_NODES,
    W_PACKAGE,
    W_PULL,
    W_RAISE,
    W_RAISED,
    W_SHARE,
    W_SHARE_NOW,
    W_STEP_SIZE,
    W_TOP_OF,
    W_TRIED,
    W_VALUE,
    W_WEIGHT,
)

MOST_PULLS = 10  # knapsacks in one search
FIRST_RAISE = 60  # per cent by which the share of a party below its floor is raised first


def note_gains_of_levels(t, s, w):
    """Gain of every party from every level of every issue, against the level in force, as believed."""
    for party in range(t[T_N_PARTIES]):
        for issue in range(t[T_N_ISSUES]):
            weight = w[W_WEIGHT + party * MAX_ISSUES + issue]
            row = (party * MAX_ISSUES + issue) * MAX_LEVELS
            now = t[T_PAYOFF + row + s[LEVEL + issue]]
            top = w[W_CAP + issue]
            for level in range(top + 1):
                w[W_GAIN + row + level] = weight * (t[T_PAYOFF + row + level] - now) // 10


def note_caps(t, s, w):
    """Highest level of every issue that a package may name now, and the size a package may have."""
    for issue in range(t[T_N_ISSUES]):
        now = s[LEVEL + issue]
        cap = cap_of(t, s, issue)
        if cap > now and may_stand(t, s, issue, now + 1) != ALLOWED:
            cap = now
        w[W_CAP + issue] = cap if cap > now else now
    size = evaluate(t, s, t[T_PACKAGE_SIZE_EXPR])
    w[W_BUDGET] = size if size < MAX_BUDGET else MAX_BUDGET


def weigh_levels(t, s, w):
    """W_VALUE from extras and shares as asked for; nothing pulls yet."""
    for group in range(t[T_N_GROUPS]):
        w[W_PULL + group] = 0
    for issue in range(t[T_N_ISSUES]):
        w[W_LIFT + issue] = 0
        at = issue * MAX_LEVELS
        for level in range(w[W_CAP + issue] + 1):
            w[W_VALUE + at + level] = w[W_EXTRA + at + level] - w[W_EXTRA + at + s[LEVEL + issue]]
    for party in range(t[T_N_PARTIES]):
        w[W_SHARE_NOW + party] = 0
        add_share(t, w, party, w[W_SHARE + party])


def add_share(t, w, party, percent):
    """The gain of a party counts for so much more."""
    w[W_SHARE_NOW + party] += percent
    row = W_GAIN + party * MAX_ISSUES * MAX_LEVELS
    for issue in range(t[T_N_ISSUES]):
        at = issue * MAX_LEVELS
        for cell in range(at, at + w[W_CAP + issue] + 1):
            w[W_VALUE + cell] += percent * w[row + cell] // 100


def add_pull(t, w, group, worth):
    """A point of support of the group is worth so much more."""
    w[W_PULL + group] += worth
    row = T_GROUP_POINT + group * MAX_ISSUES
    for issue in range(t[T_N_ISSUES]):
        if t[row + issue] != 0:
            w[W_LIFT + issue] += worth * t[row + issue]


def list_likely(s, w, issue):
    """Note the levels of an issue that are worth something now, and what; how many there are."""
    now = s[LEVEL + issue]
    at = W_VALUE + issue * MAX_LEVELS
    count = 0
    for level in range(w[W_CAP + issue] + 1):
        worth = w[at + level] + w[W_LIFT + issue] * (level - now)
        if worth > 0 and level != now:
            w[W_LIKELY + count] = level
            w[W_LIKELY_WORTH + count] = worth
            count += 1
    return count


def fill_knapsack(t, s, w):
    """W_TOP_OF: most that so many level steps can be worth; W_CHOICE: the level each issue then takes."""
    budget = w[W_BUDGET]
    for b in range(budget + 1):
        w[W_TOP_OF + b] = 0
    for issue in range(t[T_N_ISSUES]):
        now = s[LEVEL + issue]
        row = W_CHOICE + issue * (MAX_BUDGET + 1)
        count = list_likely(s, w, issue)
        for b in range(budget, -1, -1):
            best = w[W_TOP_OF + b]
            choice = now
            for k in range(count):
                level = w[W_LIKELY + k]
                left = b - level + now if level > now else b + level - now
                if left >= 0 and w[W_TOP_OF + left] + w[W_LIKELY_WORTH + k] > best:
                    best = w[W_TOP_OF + left] + w[W_LIKELY_WORTH + k]
                    choice = level
            w[row + b] = choice
            w[W_TOP_OF + b] = best


def unpack_knapsack(t, s, w):
    """Put the best package of the knapsack into W_PACKAGE."""
    left = w[W_BUDGET]
    issue = t[T_N_ISSUES] - 1
    while issue >= 0:
        level = w[W_CHOICE + issue * (MAX_BUDGET + 1) + left]
        w[W_PACKAGE + issue] = level
        now = s[LEVEL + issue]
        left -= level - now if level > now else now - level
        issue -= 1


def same_as_tried(t, w):
    """True when W_PACKAGE is the package judged before; remembers it."""
    same = True
    for issue in range(t[T_N_ISSUES]):
        if w[W_TRIED + issue] != w[W_PACKAGE + issue]:
            same = False
            w[W_TRIED + issue] = w[W_PACKAGE + issue]
    return same


def pull_groups(t, w, push):
    """Short groups that a majority needs pull harder; True when some group pulls harder than before."""
    changed = False
    point = w[W_CAPITAL_WORTH] // (w[W_STEP_SIZE] if w[W_STEP_SIZE] > 0 else 1)
    for group in range(t[T_N_GROUPS]):
        party = t[T_GROUP_PARTY + group]
        if (w[W_BODIES] >> party) & 1 == 0 or w[W_LIFTED + group] != 1:
            continue
        if t[T_GROUP_SHIFT_EXPR + group] != UNSET:
            if w[W_LACK + party] > 0:
                add_share(t, w, party, w[W_SHARE + party] * push // 4)
                changed = True
        elif w[W_PULL + group] == 0:
            add_pull(t, w, group, point)
            changed = True
        elif w[W_LACK + party] > 0:
            add_pull(t, w, group, point * push // 2)
            changed = True
    return changed


def raise_shares(t, w):
    """The party furthest below its floor gains in share; True when there is one. Steps get smaller as parties take turns."""
    worst = UNSET
    most = 0
    for party in range(t[T_N_PARTIES]):
        below = below_floor(t, w, party)
        if below > most:
            worst = party
            most = below
    if worst == UNSET:
        return False
    if w[W_RAISED] != UNSET and w[W_RAISED] != worst:
        w[W_RAISE] = w[W_RAISE] * 6 // 10
    w[W_RAISED] = worst
    add_share(t, w, worst, 10 + w[W_SHARE_NOW + worst] * w[W_RAISE] // 100)
    return True


def pull_towards_homes(t, s, w):
    """Knapsacks with rising pulls and shares, until a package needs nothing more."""
    push = 1
    weigh_levels(t, s, w)
    for _ in range(MOST_PULLS):
        fill_knapsack(t, s, w)
        unpack_knapsack(t, s, w)
        if same_as_tried(t, w):
            push += 1
            if push > 6:
                return
        else:
            try_package(t, s, w)
        if w[W_N_MOVED] == 0:
            return
        pulled = pull_groups(t, w, push)
        raised = raise_shares(t, w)
        if not pulled and not raised:
            return


def find_package(t, s, w, nodes):
    """The package worth most that all homes asked about are expected to carry; W_FOUND_WORTH tells whether there is one.

    Before: weights, shares, floors, extras and groups are in `w` (`know_groups`), caps and gains are noted here.
    """
    note_caps(t, s, w)
    note_gains_of_levels(t, s, w)
    w[W_FOUND_WORTH] = NOTHING
    w[W_FOUND_CARRIED] = 0
    w[W_RAISED] = UNSET
    w[W_RAISE] = FIRST_RAISE
    w[W_NODES] = nodes
    for group in range(t[T_N_GROUPS]):
        w[W_LIFTED + group] = 0
    for issue in range(t[T_N_ISSUES]):
        w[W_TRIED + issue] = UNSET
    pull_towards_homes(t, s, w)
    while w[W_NODES] > 0 and walk_once(t, s, w):
        continue
    if w[W_FOUND_CARRIED] == 0:
        w[W_FOUND_WORTH] = NOTHING
