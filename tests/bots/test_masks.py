"""The rules say the same on a seat's mask as on the state, so that a bot may ask them what it is allowed to do."""

from __future__ import annotations

import pytest

from sim.bots import Bot
from sim.bots.common import ASKED_NOTHING, asked_of, begin_answer
from sim.bots.memory import MEM_SIZE, OUT_A, OUT_B, OUT_C, OUT_CELLS, OUT_KIND, OUT_SIZE, SAYS_NOTHING
from sim.bots.random_legal import draw_act
from sim.kernel import layout as s
from sim.kernel.acts import may_act
from tests.bots.playing import SHIPPED, Asked, moments

DRAWS = 3  # acts drawn at every moment, allowed or not


def answers(asked: Asked, mem: list[int]) -> list[tuple[list[int], int, int]]:
    """Drawn acts of the seat, with the answer of the rules on the state and on the mask."""
    game, index = asked.game, asked.index
    tables, state = list(game.tables_of(asked.seat)), list(game._s)
    party = game.seating.seats[index].party
    out = [0] * OUT_SIZE
    found = []
    for _ in range(DRAWS):
        mask = game.mask_for(asked.seat)
        begin_answer(out)
        wanted = asked_of(tables, mask, index)
        if wanted == ASKED_NOTHING:
            break
        draw_act(tables, mask, mem, 77, party, wanted, out)
        if out[OUT_KIND] != SAYS_NOTHING:
            act = (out[OUT_KIND], out[OUT_A], out[OUT_B], out[OUT_C])
            codes = []
            for t, cells in ((game._t, state), (tables, mask)):
                cells[s.ARGUMENT : s.ARGUMENT + s.MAX_ISSUES] = out[OUT_CELLS : OUT_CELLS + s.MAX_ISSUES]
                codes.append(may_act(t, cells, index, *act))
            found.append((list(out), codes[0], codes[1]))
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_rules_answer_alike_on_mask_and_state(name: str) -> None:
    mem = [0] * MEM_SIZE
    asked_in_all, refused = 0, 0
    for styles, seed in ((("tradeoff", "tradeoff"), 2), (("random_legal", "random_legal"), 3), (("conceder", "random_legal"), 4)):
        for asked in moments(name, styles, seed):
            for act, real, masked in answers(asked, mem):
                assert real == masked, act
                asked_in_all += 1
                refused += real != 0
    assert 0 < refused < asked_in_all


def test_a_bot_needs_no_working_space_that_is_empty() -> None:
    for asked in moments("spring-short", ("tradeoff", "tradeoff"), 6):
        tables = asked.game.tables_of(asked.seat)
        clean, dirty = asked.game.mask_for(asked.seat), asked.game.mask_for(asked.seat)
        dirty[s.SCRATCH :] = [5] * len(dirty[s.SCRATCH :])
        assert Bot("tradeoff").decide(tables, clean, asked.index) == Bot("tradeoff").decide(tables, dirty, asked.index)
