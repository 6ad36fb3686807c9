"""Draws that are decided beforehand: by a scenario, a test, or a facilitator during the game. Written to cells of the state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sim.domain import Forced, Scenario
from sim.errors import RuleBroken
from sim.kernel import chance
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.ledger import put
from sim.table.actions import Action, force
from sim.table.draws import DRAWS, value_pool
from sim.table.refusals import NO_SUCH_DRAW, TOO_MANY_FORCED


def merged(draws: Iterable[Forced]) -> tuple[Forced, ...]:
    """One forced draw for each round, purpose and index: the last that was said, in the order of the first."""
    by_key: dict[tuple[int, int, int], Forced] = {}
    for draw in draws:
        by_key[(draw.round, draw.purpose, draw.index)] = draw
    if len(by_key) > s.MAX_FORCED:
        raise RuleBroken(TOO_MANY_FORCED, {"most": s.MAX_FORCED})
    return tuple(by_key.values())


def action_of_draw(draw: Forced, reason: str = "") -> Action:
    """The act of a facilitator that decides this draw."""
    return force(draw.round, draw.purpose, draw.index, draw.value, reason)


def draw_of_action(action: Action) -> Forced:
    """Inverse of `action_of_draw`."""
    return Forced(action.a, action.b, action.c, action.d)


def check_draw(scenario: Scenario, draw: Forced) -> None:
    """Raise RuleBroken for a draw that there is not, or that cannot give this."""
    pool = value_pool(scenario, draw.purpose)
    known = 0 <= draw.purpose < len(DRAWS) and draw.round >= 0 and draw.index >= 0 and draw.value >= 0
    fits = known and (not pool or draw.value < len(pool))
    if fits and draw.purpose == chance.FOR_POSTURE:
        fits = scenario.postures[draw.value].party == draw.index
    if not fits:
        raise RuleBroken(NO_SUCH_DRAW, {"draw": DRAWS[draw.purpose] if 0 <= draw.purpose < len(DRAWS) else ""})


def row_of(state: Sequence[int], draw: Forced) -> int:
    """The row in which a forced draw stands, or the next free one. Raises RuleBroken where there is none."""
    for row in range(state[s.N_FORCED]):
        at = s.FORCED + row * s.FORCED_WIDTH
        if (state[at + s.F_ROUND], state[at + s.F_PURPOSE], state[at + s.F_INDEX]) == (draw.round, draw.purpose, draw.index):
            return row
    if state[s.N_FORCED] >= s.MAX_FORCED:
        raise RuleBroken(TOO_MANY_FORCED, {"most": s.MAX_FORCED})
    return state[s.N_FORCED]


def write_draw(t: Sequence[int], state: list[int], log: list[int], draw: Forced) -> None:
    """Let a draw give this. An earlier word on the same draw gives way."""
    row = row_of(state, draw)
    at = s.FORCED + row * s.FORCED_WIDTH
    cause = t[k.T_PLAY_CAUSE]
    for part, value in ((s.F_ROUND, draw.round), (s.F_PURPOSE, draw.purpose), (s.F_INDEX, draw.index), (s.F_VALUE, draw.value)):
        put(t, state, log, at + part, value, value, cause)
    if row == state[s.N_FORCED]:
        put(t, state, log, s.N_FORCED, row + 1, 0, cause)
