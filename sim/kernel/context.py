"""Who acts and why: what expressions and modifiers may ask about the cause at work. Scratch cells only."""

from sim.kernel.layout import (
    CTX_ENTRY,
    CTX_ISSUE,
    CTX_KIND,
    CTX_PART,
    CTX_PARTY,
    CTX_PICKED,
    CTX_SINCE,
    CTX_UNDOABLE,
    ROUND,
    UNSET,
)
from sim.kernel.ledger import jot


def enter_context(s, kind, entry, part, party, picked, since, undoable):
    """Say who acts and why. part: 1 in the target part of a lever; since: round whose levels `rise()` reads."""
    jot(s, CTX_KIND, kind)
    jot(s, CTX_ENTRY, entry)
    jot(s, CTX_PART, part)
    jot(s, CTX_PARTY, party)
    jot(s, CTX_PICKED, picked)
    jot(s, CTX_SINCE, since)
    jot(s, CTX_UNDOABLE, undoable)


def enter_cause(s, kind, entry, issue):
    """A cause that is no entry with a user: drift, a level that enters into force, a course, what stays of a shift."""
    enter_context(s, kind, entry, 0, UNSET, UNSET, s[ROUND], UNSET)
    jot(s, CTX_ISSUE, issue)
