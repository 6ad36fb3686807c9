"""A walk around a package: single levels and pairs of them, as long as that finds something better."""

from sim.kernel.forecast import look_at_package
from sim.kernel.judging import plain_worth, try_package
from sim.kernel.layout import LEVEL, MAX_ISSUES, MAX_LEVELS
from sim.kernel.tables import T_N_ISSUES, T_N_PARTIES
from sim.kernel.workspace import NOTHING, W_BUDGET, W_CAP, W_EXTRA, W_FOUND, W_FOUND_WORTH, W_GAIN, W_NODES, W_PACKAGE, W_SHARE


def step_worth(t, w, issue, level, from_):
    """What it adds to the plain worth to name `level` instead of `from_`."""
    at = issue * MAX_LEVELS
    worth = w[W_EXTRA + at + level] - w[W_EXTRA + at + from_]
    for party in range(t[T_N_PARTIES]):
        row = W_GAIN + party * MAX_ISSUES * MAX_LEVELS + at
        worth += w[W_SHARE + party] * (w[row + level] - w[row + from_]) // 100
    return worth


def set_from_found(t, s, w):
    """Start the walk from the best package so far, or from the levels in force; its worth."""
    found = w[W_FOUND_WORTH] > NOTHING
    for issue in range(t[T_N_ISSUES]):
        w[W_PACKAGE + issue] = w[W_FOUND + issue] if found else s[LEVEL + issue]
    return w[W_FOUND_WORTH] if found else 0


def steps_from_force(s, w, issue, level):
    """How many steps a level is from the one in force."""
    now = s[LEVEL + issue]
    return level - now if level > now else now - level


def can_step(s, w, issue, way, size):
    """True when the package may move an issue by one level up or down within the size limit."""
    level = w[W_PACKAGE + issue] + way
    if level < 0 or level > w[W_CAP + issue]:
        return False
    return size - steps_from_force(s, w, issue, w[W_PACKAGE + issue]) + steps_from_force(s, w, issue, level) <= w[W_BUDGET]


def package_steps(t, s, w):
    """Level steps of W_PACKAGE."""
    size = 0
    for issue in range(t[T_N_ISSUES]):
        size += steps_from_force(s, w, issue, w[W_PACKAGE + issue])
    return size


def walk_pair(t, s, w, issue, way, gain, bar):
    """Try every second step beside a first one that is made already; True when a better package was found."""
    size = package_steps(t, s, w)
    for other in range(t[T_N_ISSUES]):
        if other == issue:
            continue
        for other_way in (1, -1):
            if w[W_NODES] <= 0:
                return False
            if not can_step(s, w, other, other_way, size):
                continue
            level = w[W_PACKAGE + other]
            if gain + step_worth(t, w, other, level + other_way, level) <= bar:
                continue
            w[W_PACKAGE + other] = level + other_way
            if try_package(t, s, w):
                return True
            w[W_PACKAGE + other] = level
    return False


def walk_once(t, s, w):
    """One round of single steps and pairs around the best package; True when a better one was found."""
    worth = set_from_found(t, s, w)
    look_at_package(t, s, w)
    bar = worth - plain_worth(t, s, w)  # a step must add more than this to be worth judging
    for issue in range(t[T_N_ISSUES]):
        for way in (1, -1):
            level = w[W_PACKAGE + issue]
            if level + way < 0 or level + way > w[W_CAP + issue] or w[W_NODES] <= 0:
                continue
            gain = step_worth(t, w, issue, level + way, level)
            w[W_PACKAGE + issue] = level + way
            if gain > bar and package_steps(t, s, w) <= w[W_BUDGET] and try_package(t, s, w):
                return True
            if walk_pair(t, s, w, issue, way, gain, bar):
                return True
            w[W_PACKAGE + issue] = level
    return False
