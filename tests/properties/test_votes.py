"""Every vote of many games comes out as a recount from the groups says, and nothing is ratified without one."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from sim.kernel import layout as s
from sim.kernel.ledger import G_CELL, G_MODIFIER
from sim.table.history import Entry
from tests.properties.books import take_rows
from tests.properties.recount import Recount
from tests.properties.worlds import WORLDS, Hand, World, new_game, state_of, thorough

SEEDS = 60 if thorough() else 2
OF_THE_VOTE = {
    *(region + at for region in (s.VOTE_VALUE, s.VOTED, s.WORD, s.SHIFT_DUE) for at in range(s.MAX_GROUPS)),
    *(region + at for region in (s.YES_WEIGHT, s.RATIFIES) for at in range(s.MAX_PARTIES)),
}
VOTED = range(s.VOTED, s.VOTED + s.MAX_GROUPS)


def votes_in(before: list[int], entry: Entry) -> Iterator[tuple[list[int], list[int]]]:
    """The state right before and right after each vote of an entry."""
    rows = [row for row in entry.rows if row[G_CELL] >= 0 and row[G_MODIFIER] == s.UNSET]
    cells, start = list(before), None
    for row in rows:
        is_vote = row[G_CELL] in OF_THE_VOTE and cells[s.SENT] == 1
        if is_vote and start is None:
            start = list(cells)
        elif start is not None and not is_vote:
            yield start, list(cells)
            return
        take_rows(cells, [row])


def is_as_recounted(world: World, before: list[int], after: list[int]) -> bool:
    """Each group, each quota; True where the package is ratified."""
    recount = Recount(new_game(world, 0).scenario, before)
    for group in recount.groups():
        recount.yes[group.id] = recount.votes(group)
        assert after[s.VOTE_VALUE + group.index] == recount.value(group), group.id
        assert after[s.VOTED + group.index] == int(recount.yes[group.id]), group.id
        assert after[s.SHIFT_DUE + group.index] == recount.stays(group), group.id
    for party in recount.bound():
        assert after[s.YES_WEIGHT + party] == recount.yes_weight(party)
        assert after[s.RATIFIES + party] == int(recount.ratifies(party))
    return all(recount.ratifies(party) for party in recount.bound())


@pytest.mark.parametrize("world", WORLDS, ids=str)
def test_every_vote_comes_out_as_a_recount_from_the_groups(world: World) -> None:
    held = 0
    for seed in range(SEEDS):
        game = new_game(world, seed)
        before = state_of(game)
        for _ in Hand(Random(seed), willing=8, chatty=1).play(game):
            entry, ratified = game.lines[-1], 0
            for start, after in votes_in(before, entry):
                held += 1
                ratified += is_as_recounted(world, start, after)
            assert state_of(game)[s.RATIFIED] == before[s.RATIFIED] + ratified, entry.line
            before = state_of(game)
    assert held >= SEEDS // 2, "too few votes to say anything"
