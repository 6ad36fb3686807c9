"""The mask of a viewer: exactly the cells that a seat, or the public table, may know.

Views, bots, exports and "why" during play are built from it and from nothing else. A cell belongs
to nobody until `sim/loading` has written its audience; the working space is never copied.
"""

from sim.kernel.layout import CHANGED, MAX_CHANGED, N_CHANGED, PUBLIC_END, SCRATCH, STATE_SIZE, UNSET
from sim.kernel.ledger import FOR_ALL
from sim.kernel.tables import T_AUDIENCE, T_SEAT_PARTY

TABLE = -1  # the public table as a viewer
SEAT_AUDIENCE = 10  # audience of a seat's own cell: this + seat


def may_know(t, audience, viewer):
    """True when a viewer (a seat, or TABLE) belongs to an audience."""
    if audience == FOR_ALL:
        return True
    if viewer == TABLE:
        return False
    return audience == 1 + t[T_SEAT_PARTY + viewer] or audience == SEAT_AUDIENCE + viewer


def mask(t, s, viewer, m):
    """Write into `m` what a viewer may know of `s`; what it may not know is UNSET."""
    for cell in range(PUBLIC_END):
        m[cell] = s[cell]
    for cell in range(PUBLIC_END, SCRATCH):
        m[cell] = s[cell] if may_know(t, t[T_AUDIENCE + cell - PUBLIC_END], viewer) else UNSET
    for cell in range(SCRATCH, STATE_SIZE):
        m[cell] = 0


def renew_mask(t, s, viewer, m):
    """Let a mask catch up with its state: `m` was the mask of `s` when the list of changed cells was last empty.

    The working space of `m` is left as it is. A list that is full has not room for all: then every cell is read again.
    """
    if s[N_CHANGED] >= MAX_CHANGED:
        mask(t, s, viewer, m)
        return
    for k in range(s[N_CHANGED]):
        cell = s[CHANGED + k]
        if cell < PUBLIC_END or may_know(t, t[T_AUDIENCE + cell - PUBLIC_END], viewer):
            m[cell] = s[cell]
