"""What would have turned a vote that failed: the one change of a level that loses least. For the debrief."""

from __future__ import annotations

from collections.abc import Sequence

from sim.domain import Package
from sim.kernel.layout import UNSET
from sim.study.ratifiable import turning_change
from sim.table.debrief_story import VoteHeld
from sim.table.history import Entry
from sim.table.known import Known
from sim.table.seating import tables_for
from sim.table.shadow import Shadow
from tui.plain.names import Names, points


def turning_line(names: Names, vote: VoteHeld, entries: Sequence[Entry]) -> str:
    """The sentence about a failed vote; "" for one that passed, and where what was hidden then makes the reckoning differ."""
    if vote.passed:
        return ""
    before = Shadow.behind([entry for entry in entries if entry.number < vote.line])
    known = Known(UNSET, tuple(before.cells), tables_for(names.scenario, names.seating), names.scenario, names.seating, sees_all=True)
    turn = turning_change(known, Package(vote.levels))
    if turn.passes:
        return ""
    if turn.change is None:
        return names.say("debrief-turn-none")
    change = turn.change
    return names.say("debrief-turn", term=names.term(change.issue, change.level), worth=points(-change.loss))
