"""A quota taken apart, and a forecast with groundwork that is only planned: the same numbers that the game then has."""

from __future__ import annotations

import pytest

from sim.domain import Package
from sim.kernel import codes as c
from sim.table import quotas
from sim.table.actions import plain
from sim.table.appraisal import appraise
from sim.table.forecast import OPEN, with_groundwork
from sim.table.game import Game
from sim.table.quotas import ANY, GROUP, NUMBER, WEIGHT
from tests.table.tables import FULL, THREE, at_home


@pytest.fixture(scope="module")
def game() -> Game:
    return at_home(FULL)


def test_planned_groundwork_gives_the_forecast_of_groundwork_that_stands(game: Game) -> None:
    seat = next(
        seat for seat in game.to_move() if (space := game.options(seat).groundwork) is not None and any(row.most for row in space.groups)
    )
    view = game.view_for(seat)
    assert view.offer is not None and view.options is not None and view.options.groundwork is not None
    row = next(row for row in view.options.groundwork.groups if row.most)
    steps = row.most if row.placed != row.most else 0
    planned = appraise(with_groundwork(view.known, {row.group: steps}), Package(view.offer.levels))
    branch = game.branch(len(game.lines))
    branch.take(plain(seat, c.ACT_GROUNDWORK, row.group, steps))
    placed = appraise(branch.view_for(seat).known, Package(view.offer.levels))
    assert planned.body_of(view.party or 0).groups == placed.body_of(view.party or 0).groups
    assert planned.body_of(view.party or 0).passes == placed.body_of(view.party or 0).passes
    assert view.known.m == game.view_for(seat).known.m


def test_the_conditions_of_a_quota_are_those_of_its_formula(game: Game) -> None:
    view = game.view_for("jp")
    found = appraise(view.known, Package((1, *[None] * 11)))
    weight, coalition, either = quotas.conditions(view.known, found.package, found.body_of(1))
    assert (weight.kind, weight.amount, coalition.kind, either.kind) == (WEIGHT, 51, GROUP, ANY)
    assert view.known.scenario.groups[coalition.about].id == "jp_coalition"
    assert [part.kind for part in either.parts] == [GROUP, NUMBER] and either.parts[1].amount == 50


@pytest.mark.parametrize("name", [FULL, THREE, "lantern-coast"])
def test_conditions_hold_together_exactly_when_the_likely_vote_passes(name: str) -> None:
    game = at_home(name)
    for seat in game.seating.seats:
        view = game.view_for(seat.id)
        found = appraise(view.known, Package(view.offer.levels if view.offer is not None else (None,)))
        for body in found.bodies:
            asked = quotas.conditions(view.known, found.package, body)
            if body.passes is None:
                assert asked == ()
            else:
                assert all(each.holds for each in asked) == body.passes[0]


def test_a_turning_group_turns_the_result_alone(game: Game) -> None:
    view = game.view_for("jp")
    assert view.offer is not None
    found = appraise(view.known, Package(view.offer.levels))
    body = found.body_of(1)
    bench = view.known.bench()
    bench.judge(found.package.levels)
    turning = quotas.turning(view.known, found.package, body)
    for group in body.groups:
        yes = {each.group for each in body.groups if each.likely_yes} ^ {group.group}
        assert body.passes is not None and (bench.quota(1, yes)[1] != body.passes[0]) == (group in turning)
    assert body.verdict == OPEN or body.passes is not None
