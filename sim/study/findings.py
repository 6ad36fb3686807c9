"""What an exact solver finds in a scenario that can be played (NW5xx). Warnings and notes, never errors of form."""
from __future__ import annotations
from collections.abc import Iterator
from sim.domain import Scenario
from sim.errors import Problem
def findings(scenario: Scenario) -> Iterator[Problem]:
    return iter(())
