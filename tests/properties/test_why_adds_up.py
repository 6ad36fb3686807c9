"""Why adds up, for every number on the table, after every act, for everybody; and the change it names really turns the result."""

from __future__ import annotations

from collections import Counter

import pytest

from sim.table import reason as r
from tests.properties.why_rules import PARTS, RULES
from tests.properties.why_walks import PLACES, TURNS, ask_a_game
from tests.properties.worlds import World, thorough

MOST = None if thorough() else 9  # questions of each viewer after each act
SEEDS = range(len(PLACES), len(PLACES) + 20) if thorough() else range(1)
SEEN: set[str] = set()
COUNTED: Counter[str] = Counter()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("world", PLACES, ids=str)
def test_everything_that_is_asked_adds_up_and_its_turns_turn(world: World, seed: int) -> None:
    checked, counts = ask_a_game(world, seed, MOST)
    assert counts["reasons"] > counts["steps"] and checked.nodes > counts["reasons"]
    assert checked.places and checked.valued
    assert all(counts[f"turns by {code}"] for code in (r.BY_LEVEL,))


def test_no_code_is_without_a_rule() -> None:
    assert set(RULES) == set(r.CODES)
    assert {code for codes in (PARTS, *PARTS.values()) for code in codes} == set(r.CODES)
    assert set(TURNS) == set(r.TURN_CODES)
