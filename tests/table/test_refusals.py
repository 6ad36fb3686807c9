"""The words of the kernel's refusals, and the facts they carry."""

from __future__ import annotations

import re
from random import Random

import pytest

from sim.kernel import codes
from sim.table.facts import fact_names
from sim.table.record import RECORD_CODES
from sim.table.refusals import REFUSALS, TABLE_REFUSALS
from sim.table.words import NOTATION_CODES
from tests.table.tables import FULL, any_action, new_game, steps

KEBAB = re.compile(r"[a-z]+(-[a-z]+)*")


def test_every_number_of_the_kernel_has_its_word() -> None:
    kinds = {name for name in vars(codes) if name.startswith("ACT_") or name == "N_ACT_KINDS"}
    numbers = {name: value for name, value in vars(codes).items() if name.isupper() and name not in kinds}
    assert {REFUSALS[value]: name for name, value in numbers.items()} == {name.lower().replace("_", "-"): name for name in numbers}
    assert len(REFUSALS) == len(numbers)


def test_codes_are_kebab_case_and_used_once() -> None:
    every = [*REFUSALS, *TABLE_REFUSALS, *NOTATION_CODES, *RECORD_CODES]
    assert all(KEBAB.fullmatch(code) for code in every)
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("seed", range(3))
def test_a_refusal_carries_the_facts_that_are_written_down_for_it(seed: int) -> None:
    game, choose, names = new_game(FULL, seed, {"us": 3, "jp": 2}), Random(seed), fact_names()
    seen = set()
    for _ in steps(game, seed):
        for seat in game.seating.seats:
            broken = game.why_not(any_action(choose, game, seat.id))
            if broken is not None:
                seen.add(broken.code)
                assert tuple(broken.facts) == names[broken.code]
    assert len(seen) > 15
