"""What one viewer's numbers are reckoned from: the mask, and the tables as the viewer may know them. Nothing else.

Views, estimates and reasons during play are built on this value; whoever holds it can ask nothing about the game itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sim.domain import Scenario
from sim.kernel.layout import MAX_ISSUES, POSTURE, UNSET
from sim.kernel.ledger import audience_of
from sim.kernel.masking import TABLE, may_know
from sim.kernel.tables import T_N_ISSUES, T_WEIGHT
from sim.table.bench import Bench
from sim.table.knowledge import Weights, weights_known
from sim.table.seating import Seating


@dataclass(frozen=True, slots=True)
class Known:
    """scenario, seating: public. t: tables with other sides' secret weights left out; m: the mask of the viewer.

    Two of them are equal when the masks are: what is public about the rules does not change during a game.
    """

    viewer: int
    m: tuple[int, ...] = field(repr=False)
    t: Sequence[int] = field(repr=False, compare=False)
    scenario: Scenario = field(repr=False, compare=False)
    seating: Seating = field(repr=False, compare=False)
    sees_all: bool = False  # after the end, for debrief and "why"

    @property
    def party(self) -> int:
        """The viewer's own party; UNSET at the public table."""
        return UNSET if self.viewer == TABLE else self.seating.seats[self.viewer].party

    def bench(self) -> Bench:
        """A fresh working copy for questions."""
        return Bench.of(self.t, self.m)

    def may_know(self, cell: int) -> bool:
        """Whether the viewer belongs to the audience of a cell of the state."""
        return self.sees_all or bool(may_know(self.t, audience_of(self.t, cell), self.viewer))

    def weights_of(self, party: int) -> Weights:
        """What the viewer may conclude about a party's weights."""
        return weights_known(self.t, self.m, self.viewer, party)

    def own_weights(self) -> tuple[int, ...]:
        """The viewer's own weights by issue; empty at the public table."""
        if self.party == UNSET:
            return ()
        at = T_WEIGHT + self.m[POSTURE + self.party] * MAX_ISSUES
        return tuple(self.t[at : at + self.t[T_N_ISSUES]])
