"""What somebody who sees everything would know before the first round of a scenario: no draw is left open, nobody has played.

Only start values stand. The standing rules of the start are not run: what they bring is often drawn (clues), and who knows the
postures and moods learns nothing from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from sim.domain import Scenario
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.chance import FOR_POSTURE
from sim.kernel.flow import show_own_utility
from sim.kernel.masking import TABLE
from sim.kernel.start import clear_marks, set_start_values
from sim.table.known import Known
from sim.table.seating import seating_for, tables_for

NO_LOG: list[int] = []  # nobody will ask why a start value stands
FIRST_ROUND = 1


def opening(scenario: Scenario, postures: Sequence[int], levels: Sequence[int] | None = None) -> Known:
    """The opening with these postures (indexes, one a party), all moods 0. levels: in force in place of the start levels.

    Formulas that ask for the round or the step are answered as in the talks of the first round.
    """
    check(scenario, postures, levels)
    seating = seating_for(scenario)
    t, state = tables_for(scenario, seating), [0] * s.STATE_SIZE
    clear_marks(t, state, NO_LOG)
    set_start_values(t, state, NO_LOG)
    for party, posture in enumerate(postures):
        state[s.POSTURE + party] = posture
    for issue, level in enumerate(levels or ()):
        state[s.LEVEL + issue] = level
    state[s.ROUND], state[s.STEP], state[s.OPENER] = FIRST_ROUND, s.STEP_TALKS, t[k.T_OPENERS]
    at = s.LEVEL_AT + FIRST_ROUND * s.MAX_ISSUES
    state[at : at + s.MAX_ISSUES] = state[s.LEVEL : s.LEVEL + s.MAX_ISSUES]
    show_own_utility(t, state, NO_LOG)
    return Known(TABLE, tuple(state), t, scenario, seating, sees_all=True)


def check(scenario: Scenario, postures: Sequence[int], levels: Sequence[int] | None) -> None:
    """Raise ValueError for postures of other parties, or levels that there are not."""
    if [scenario.postures[posture].party for posture in postures] != [party.index for party in scenario.parties]:
        raise ValueError(f"one posture a party, in the order of the parties, got {tuple(postures)}")
    if levels is not None:
        pairs = zip(levels, scenario.issues, strict=True)
        if any(not 0 <= level < len(issue.levels) for level, issue in pairs):
            raise ValueError(f"a level that each issue has, got {tuple(levels)}")


def posture_pairs(scenario: Scenario) -> tuple[tuple[int, ...], ...]:
    """Every combination of postures that a game may start with, one a party; what the scenario decides itself is decided."""
    return tuple(product(*(postures_drawn(scenario, party.index) for party in scenario.parties)))


def postures_drawn(scenario: Scenario, party: int) -> tuple[int, ...]:
    """The postures that a party may have at the start."""
    forced = [draw.value for draw in scenario.forced if (draw.round, draw.purpose, draw.index) == (0, FOR_POSTURE, party)]
    if forced:
        return (forced[-1],)
    own = (posture.index for posture in scenario.postures if posture.party == party)
    return tuple(posture for posture in own if scenario.tables[k.T_POSTURE_DRAWN + posture] == 1)
