"""What an entry would do: the same numbers that come when it is done."""

from __future__ import annotations

import pytest

from sim.kernel import layout as s
from sim.loading import load
from sim.table import foreseen
from sim.table.game import Game

SCENARIO = load.scenario("spring-2025")


def is_sure(effect: foreseen.Foreseen) -> bool:
    """Whether an effect comes at once and for certain."""
    return not effect.when and not effect.later and effect.step == s.UNSET and effect.chance is None


def foretold(effects: tuple[foreseen.Foreseen, ...]) -> dict[str, int]:
    """What is foreseen for meters, added up."""
    found: dict[str, int] = {}
    for effect in effects:
        if effect.name is not None and effect.name.kind in ("meter", "course") and effect.verb == "add" and is_sure(effect):
            found[effect.name.id] = found.get(effect.name.id, 0) + (effect.amount or 0)
    return {name: amount for name, amount in found.items() if amount}


@pytest.mark.parametrize("seed", range(3))
def test_levers_do_what_was_foreseen(seed: int) -> None:
    game = Game.new(SCENARIO, seed)
    while not any(option.action.kind == 2 for option in game.options("us").allowed):
        action = game.options(game.to_move()[0]).first()
        assert action is not None
        game.take(action)
    for option in game.options("us").allowed:
        lever = option.action.a
        if option.action.kind != 2 or SCENARIO.levers[lever].pick:
            continue
        known = game.view_for("us").known
        expected = foretold(foreseen.of_lever(known, lever))
        branch = game.branch(len(game.lines))
        before = {meter.id: meter.value for meter in branch.view_for("table").meters}
        branch.take(option.action)
        after = {meter.id: meter.value for meter in branch.view_for("table").meters}
        assert {name: after[name] - before[name] for name in expected} == expected


def test_answers_and_penalties() -> None:
    known = Game.new(SCENARIO, 1).view_for("jp").known
    assert foretold(foreseen.of_answer(known, s.ANSWER_ACCEPT, 0)) == {"m_leader_trust": 1, "m_cabinet": -1}
    card = next(card for card in SCENARIO.demands if card.id == "dm08")
    (effect,) = foreseen.of_missed(known, card.index, card.issue)
    assert (effect.asked, effect.amount) == (5, 2)  # softened by investors


def test_nothing_is_told_that_a_viewer_may_not_know() -> None:
    game = Game.new(SCENARIO, 1)
    for lever in SCENARIO.levers:
        assert foreseen.of_lever(game.view_for("table").known, lever.index) is not None
