"""A formula taken apart is the same formula."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from sim.kernel.expressions import evaluate
from sim.kernel.tables import T_GROUP_SHIFT_EXPR
from sim.loading import load
from sim.loading.expressions import parse
from sim.loading.node import Node
from sim.table.formulas import inside_limits, is_known, summands, tree_of, value_of
from sim.table.game import Game
from sim.table.written import Writer
from tests.table_view.games import games, known_of, new_game, truth_of

NAMES = ("spring-2025", "lantern-coast", "tests/packs/three.yaml")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(games())
def test_a_tree_has_the_value_of_its_program_and_so_have_its_parts(game: Game) -> None:
    bench = truth_of(game, "table").bench()
    bench.judge(bench.standing())
    for program in game.scenario.formulas:
        tree = tree_of(bench.t, program)
        whole = evaluate(bench.t, bench.m, program)
        assert value_of(bench.t, bench.m, tree) == whole
        assert sum(part.sign * value_of(bench.t, bench.m, part.tree) for part in summands(tree)) == whole
        inside = inside_limits(tree)
        assert inside is tree or tree.op != inside.op or len(inside.parts) > 0


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_out_reads_as_a_formula(name: str) -> None:
    scenario = load.scenario(name)
    writer = Writer.of(scenario)
    node = Node("", "test", 1, 1, 0, 0, False, ())
    for program in scenario.formulas:
        text = writer.text(tree_of(scenario.tables, program))
        assert "#" not in text, text
        assert type(parse(text, node)).__name__ != "Problem", text


def test_a_formula_that_reads_a_hidden_gain_is_closed_to_others() -> None:
    game = new_game("spring-2025", 1)
    group = next(group for group in game.scenario.groups if group.words)
    tree = tree_of(game.scenario.tables, game.scenario.tables[T_GROUP_SHIFT_EXPR + group.index])
    for viewer, expected in (("us", True), ("jp", False), ("table", False)):
        known = known_of(game, viewer)
        assert is_known(known.t, known.m, tree, known.may_know) is expected
