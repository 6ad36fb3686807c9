"""The promises of `machine.py`, over every scenario."""

from __future__ import annotations

import pytest
from hypothesis.stateful import run_state_machine_as_test

from tests.properties.machine import machine_of
from tests.properties.profile import looked
from tests.properties.worlds import WORLDS, World


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_whatever_happens_at_a_table_the_promises_hold(world: World) -> None:
    run_state_machine_as_test(machine_of(world), settings=looked(examples=3, steps=30))
