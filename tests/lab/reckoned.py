"""What the solver says of a scenario, reckoned once for all tests."""

from __future__ import annotations

from sim.domain import Scenario
from tui.lab import exact

RECKON = exact.exact_of
KNOWN: dict[str, tuple[exact.Exact, ...]] = {}


def exact_once(scenario: Scenario) -> tuple[exact.Exact, ...]:
    """As `exact_of`, remembered by the rules."""
    if scenario.rules_digest not in KNOWN:
        KNOWN[scenario.rules_digest] = RECKON(scenario)
    return KNOWN[scenario.rules_digest]
