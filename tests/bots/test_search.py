"""The package search against every package there is, and the forecast of a vote against the vote."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from sim.bots.homework import look_at_standing
from sim.bots.memory import MEM_SIZE
from sim.bots.seeking import set_aims
from sim.bots.worth import note_worths
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel import workspace as w
from sim.kernel.appraise import judge, vote_value
from sim.kernel.forecast import expect_home, know_groups, look_at_package
from sim.kernel.judging import try_package
from sim.kernel.search import fill_knapsack, find_package, note_caps, note_gains_of_levels, unpack_knapsack, weigh_levels
from tests.bots.playing import Asked, moments

Work = tuple[list[int], list[int], list[int]]  # tables, a state that hides nothing, the working space


def laid_out(asked: Asked) -> Work:
    """The working space of a seeker that knows all weights, at one moment."""
    t, state = asked.game._t, list(asked.game._s)
    mem = [0] * MEM_SIZE
    party = asked.game.seating.seats[asked.index].party
    note_worths(t, state, mem, party)
    for side in asked.game.scenario.parties:
        posture = asked.game.scenario.postures[state[s.POSTURE + side.index]]
        for issue, weight in enumerate(posture.weights):
            mem[w.W_WEIGHT + side.index * s.MAX_ISSUES + issue] = 10 * weight
    set_aims(t, state, mem, party, 0)
    know_groups(t, state, mem, party, 0, 0)
    return t, state, mem


def at_offers(name: str, seed: int) -> list[Asked]:
    """The first word in the offers of every round, with everything as it stood then (the game goes on meanwhile)."""
    found: list[Asked] = []
    for asked in moments(name, ("tradeoff", "tradeoff"), seed):
        rounds = {one.game.round for one in found}
        if asked.decision.reason in ("most-for-all", "nothing-passes") and asked.game.round not in rounds:
            found.append(Asked(asked.game.branch(asked.number), asked.seat, asked.index, asked.decision, asked.number))
    return found


def packages(t: list[int], state: list[int], mem: list[int]) -> Iterator[tuple[int, ...]]:
    """Every package within caps and size."""
    issues = range(t[k.T_N_ISSUES])
    now = [state[s.LEVEL + issue] for issue in issues]
    for levels in product(*(range(mem[w.W_CAP + issue] + 1) for issue in issues)):
        if 0 < sum(abs(a - b) for a, b in zip(levels, now, strict=True)) <= mem[w.W_BUDGET]:
            yield levels


def best_of_all(t: list[int], state: list[int], mem: list[int]) -> int:
    """Worth of the best package that can be carried, by trying every one; NOTHING where there is none."""
    mem[w.W_FOUND_WORTH], mem[w.W_FOUND_CARRIED] = w.NOTHING, 0
    for levels in packages(t, state, mem):
        mem[w.W_PACKAGE : w.W_PACKAGE + len(levels)] = levels
        try_package(t, state, mem)
    return mem[w.W_FOUND_WORTH] if mem[w.W_FOUND_CARRIED] else w.NOTHING


@pytest.mark.parametrize("seed", [1, 5])
def test_the_search_finds_nearly_the_best_package(seed: int) -> None:
    for asked in at_offers("spring-short", seed):
        t, state, mem = laid_out(asked)
        find_package(t, state, mem, 24)
        found = mem[w.W_FOUND_WORTH]
        best = best_of_all(t, state, mem)
        assert found == w.NOTHING if best == w.NOTHING else 100 * found >= 85 * best, (asked.game.round, found, best)


def test_a_package_that_is_found_is_allowed_and_carried() -> None:
    for asked in at_offers("spring-2025", 3):
        t, state, mem = laid_out(asked)
        find_package(t, state, mem, 24)
        if mem[w.W_FOUND_WORTH] != w.NOTHING:
            issues = t[k.T_N_ISSUES]
            mem[w.W_PACKAGE : w.W_PACKAGE + issues] = mem[w.W_FOUND : w.W_FOUND + issues]
            look_at_package(t, state, mem)
            assert 0 < mem[w.W_STEPS_USED] <= mem[w.W_BUDGET]
            for party in range(t[k.T_N_PARTIES]):
                expect_home(t, state, mem, party)
                assert mem[w.W_LACK + party] == 0
                assert mem[w.W_PARTY_GAIN + party] >= mem[w.W_FLOOR + party]


def test_the_knapsack_is_exact() -> None:
    t, state, mem = laid_out(at_offers("spring-short", 4)[0])
    note_caps(t, state, mem)
    note_gains_of_levels(t, state, mem)
    weigh_levels(t, state, mem)
    fill_knapsack(t, state, mem)
    unpack_knapsack(t, state, mem)

    def value(levels: tuple[int, ...]) -> int:
        return sum(mem[w.W_VALUE + issue * s.MAX_LEVELS + level] for issue, level in enumerate(levels))

    chosen = tuple(mem[w.W_PACKAGE : w.W_PACKAGE + t[k.T_N_ISSUES]])
    assert value(chosen) == mem[w.W_TOP_OF + mem[w.W_BUDGET]] == max(map(value, packages(t, state, mem)))


def test_a_forecast_values_groups_as_the_vote_does() -> None:
    for asked in moments("spring-2025", ("tradeoff", "tradeoff"), 2):
        if asked.game._s[s.ACCORD] == 1 and asked.decision.reason == "expects-yes":
            t, state, mem = laid_out(asked)
            look_at_accord(t, state, mem)
            forecast = [mem[w.W_VALUE_OF + group] for group in range(t[k.T_N_GROUPS])]
            judge(t, state, s.STANDING)
            assert forecast == [vote_value(t, state, group, 0, 0) for group in range(t[k.T_N_GROUPS])]


def look_at_accord(t: list[int], state: list[int], mem: list[int]) -> None:
    """Forecast both bodies for the accord."""
    know_groups(t, state, mem, s.UNSET, 0, 0)
    look_at_standing(t, state, mem)
    for party in range(t[k.T_N_PARTIES]):
        expect_home(t, state, mem, party)


def test_groundwork_that_is_asked_for_can_be_paid() -> None:
    for asked in at_offers("spring-2025", 6):
        t, state, mem = laid_out(asked)
        find_package(t, state, mem, 24)
        if mem[w.W_FOUND_WORTH] != w.NOTHING:
            for party in range(t[k.T_N_PARTIES]):
                assert mem[w.W_FOUND_COST + party] <= state[s.CAPITAL + party]
