"""Which acts may be taken back: a party's own last, while nobody else has seen it and chance has not decided in it.

Two conditions hold for the own side too: what an act has revealed (a clue, the mood of a group) stays revealed. In solo
practice a party may take back any act of its own, with all that came after it; the record is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sim.errors import RuleBroken
from sim.kernel.layout import KNOWN_MOOD, MAX_GROUPS, MAX_PARTIES, N_CLUES, UNSET
from sim.kernel.masking import TABLE
from sim.kernel.tables import WORK_HOME
from sim.kernel.turn import work_now
from sim.table.history import Entry, History
from sim.table.masks import Masks
from sim.table.refusals import ACTS_CAME_AFTER, CHANCE_DECIDED, IT_REVEALED, NO_SUCH_LINE, NOT_YOUR_ACT, OTHERS_SAW_IT
from sim.table.seating import PlayerSeat, Seating

REVEALING = (*range(KNOWN_MOOD, KNOWN_MOOD + MAX_GROUPS), *range(N_CLUES, N_CLUES + MAX_PARTIES))


def entry_to_undo(history: History, seating: Seating, seat: PlayerSeat, number: int) -> Entry:
    """The act of a line that is in force and was this side's. Raises RuleBroken.

    It is taken back by the seat that did it, or by the head of its side.
    """
    entry = next((entry for entry in history.in_force() if entry.number == number and entry.action is not None), None)
    if entry is None or entry.action is None:
        raise RuleBroken(NO_SUCH_LINE, {"line": number})
    if not entry.is_play:
        raise RuleBroken(NOT_YOUR_ACT, {"line": number, "seat": entry.action.seat})
    doer = seating.named(entry.action.seat)
    if doer.party != seat.party or not (doer.index == seat.index or seat.head):
        raise RuleBroken(NOT_YOUR_ACT, {"line": number, "seat": doer.id})
    return entry


def may_take_back(t: Sequence[int], history: History, masks: Masks, seating: Seating, entry: Entry, now: Sequence[int]) -> str:
    """ "" or the code of what is in the way of taking back an own act. A sealed act may be taken back until its reveal."""
    if history.last_play() is not entry or any(is_facilitators(other) for other in history.entries[entry.number + 1 :]):
        return ACTS_CAME_AFTER
    if any(row[2] < UNSET for row in entry.rows):
        return CHANCE_DECIDED
    before = history.state_before(entry.number)
    assert entry.action is not None
    party = seating.named(entry.action.seat).party
    others = [TABLE, *(seat.index for seat in seating.seats if seat.party != party)]
    sealed = work_now(t, before) == WORK_HOME == work_now(t, now)  # others see no more of it than that the side is ready
    if not sealed and any(masks.of(before, viewer) != masks.of(now, viewer) for viewer in others):
        return OTHERS_SAW_IT
    return IT_REVEALED if reveals(masks, before, now, (seat.index for seat in seating.of_party(party))) else ""


def is_facilitators(entry: Entry) -> bool:
    """True for a line that decides a draw: an act stays when the table was changed behind it."""
    return bool(entry.rows) and not entry.is_play


def reveals(masks: Masks, before: Sequence[int], now: Sequence[int], viewers: Iterable[int]) -> bool:
    """True when one of these seats has learned a mood or a clue since."""
    for viewer in viewers:
        old, new = masks.of(before, viewer), masks.of(now, viewer)
        if any(old[cell] != new[cell] for cell in REVEALING):
            return True
    return False
