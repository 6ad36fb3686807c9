"""What an act costs a seat now, in political capital, asked of the kernel on what the seat may know."""

from __future__ import annotations

from collections.abc import Sequence

from sim.domain import Scenario
from sim.kernel import codes as c
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.home import step_price
from sim.kernel.levers import price_of
from sim.kernel.moves import move_price
from sim.kernel.proposals import cost_of, price_to
from sim.kernel.response import option_price
from sim.kernel.talks import probe_price
from sim.table.actions import Action
from sim.table.seating import PlayerSeat


def price_of_action(scenario: Scenario, t: Sequence[int], m: list[int], seat: PlayerSeat, action: Action) -> int:
    """Political capital that an act would take now. m: a mask whose scratch cells may change."""
    a, party = action.a, seat.party
    price = 0
    if action.kind == c.ACT_LEVER and 0 <= a < len(scenario.levers):
        price = price_of(t, m, a)
    elif action.kind == c.ACT_CHOOSE and m[s.N_CHOICES] > 0:
        price = option_price(t, m, a)
    elif action.kind == c.ACT_PROBE:
        price = price_of_probe(t, m, party, a)
    elif action.kind == c.ACT_INITIATIVE and 0 <= a < len(scenario.initiatives):
        price = cost_of(t, m, a, party)
    elif action.kind == c.ACT_PACK and 0 <= a < len(scenario.acts):
        price = t[k.T_ACT_PRICE + a * s.MAX_PARTIES + party]
    elif action.kind == c.ACT_AGREE and 0 <= a < m[s.N_PROPOSALS]:
        price = price_to(t, m, a, party)
    elif action.kind == c.ACT_DECIDE and 0 <= a < len(scenario.issues):
        price = move_price(t, m, a, action.b)
    elif action.kind == c.ACT_REOPEN:
        price = t[k.T_BREACH_PRICE]
    elif action.kind == c.ACT_GROUNDWORK and 0 <= a < len(scenario.groups):
        price = (action.b - max(0, m[s.GROUNDWORK + a])) * step_price(t, m, a)
    return price


def price_of_probe(t: Sequence[int], m: Sequence[int], party: int, with_token: int) -> int:
    """Free with a token, and as the further probe that a rule grants."""
    return 0 if with_token == 1 or m[s.PROBES + party] >= t[k.T_PROBE_ROUND] else int(probe_price(t, m))
