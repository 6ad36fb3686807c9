"""What may be proposed: levels, caps, locks, size, links. A lock bars only the way up (R4, R7)."""

from sim.kernel.appraise import judge
from sim.kernel.codes import (
    ABOVE_LOCK,
    ALLOWED,
    EMPTY_PACKAGE,
    LINK_BROKEN,
    MAY_NOT_RISE,
    NO_SUCH_LEVEL,
    PACKAGE_BARRED,
    TOO_LARGE,
)
from sim.kernel.expressions import evaluate, holds
from sim.kernel.lasting import package_is_barred
from sim.kernel.layout import (
    JUDGED_STEPS,
    K_A,
    K_B,
    LEVEL,
    LINK_WIDTH,
    LINKS,
    MAX_LEVELS,
    N_LINKS,
    UNSET,
)
from sim.kernel.tables import (
    T_CAP_EXPR,
    T_LOCK_EXPR,
    T_MAY_RISE_EXPR,
    T_N_ISSUES,
    T_PACKAGE_SIZE_EXPR,
    T_TOP,
)


def cap_of(t, s, issue):
    """Highest level of an issue that may be proposed now, by its cap and its locks (R4, R7)."""
    highest = t[T_TOP + issue]
    if t[T_CAP_EXPR + issue] != UNSET:
        cap = evaluate(t, s, t[T_CAP_EXPR + issue])
        if cap < highest:
            highest = cap
    level = 1
    while level <= highest:
        program = t[T_LOCK_EXPR + issue * MAX_LEVELS + level]
        if program != UNSET and evaluate(t, s, program) == 0:
            return level - 1
        level += 1
    return highest


def may_stand(t, s, issue, level):
    """ALLOWED, or why a level may not be proposed (R7).

    Rule 4.5: A level above a lock or a cap is not proposed; a level in force stays allowed when its lock closes.
    """
    if level < 0 or level > t[T_TOP + issue]:
        return NO_SUCH_LEVEL
    if level <= s[LEVEL + issue]:
        return ALLOWED
    if level > cap_of(t, s, issue):
        return ABOVE_LOCK
    if not holds(t, s, t[T_MAY_RISE_EXPR + issue]):
        return MAY_NOT_RISE
    return ALLOWED


def links_hold(t, s, package):
    """True when a package respects every link.

    Rule 4.8: A package names both issues of a link, or neither.
    """
    for row in range(s[N_LINKS]):
        at = LINKS + row * LINK_WIDTH
        a = s[package + s[at + K_A]] != UNSET
        b = s[package + s[at + K_B]] != UNSET
        if a != b:
            return False
    return True


def may_propose(t, s, package):
    """ALLOWED, or the first rule that a package at an offset breaks (rules 4.5-4.8). Judges it.

    Rule 4.6: A package changes at least one level, and its steps together are no more than the size of a package.
    """
    for issue in range(t[T_N_ISSUES]):
        if s[package + issue] != UNSET:
            code = may_stand(t, s, issue, s[package + issue])
            if code != ALLOWED:
                return code
    judge(t, s, package)
    if s[JUDGED_STEPS] == 0:
        return EMPTY_PACKAGE
    if s[JUDGED_STEPS] > evaluate(t, s, t[T_PACKAGE_SIZE_EXPR]):
        return TOO_LARGE
    if not links_hold(t, s, package):
        return LINK_BROKEN
    if package_is_barred(t, s):
        return PACKAGE_BARRED
    return ALLOWED


def locks_hold(t, s, package):
    """True when every level a package names may still be proposed (R7, read again at the vote)."""
    for issue in range(t[T_N_ISSUES]):
        if s[package + issue] != UNSET and may_stand(t, s, issue, s[package + issue]) != ALLOWED:
            return False
    return True


def same_package(t, s, a, b):
    """True when two packages name the same levels."""
    for issue in range(t[T_N_ISSUES]):
        if s[a + issue] != s[b + issue]:
            return False
    return True
