"""The game at the table: what goes in, what comes out, and that nothing half happens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.errors import RuleBroken
from sim.kernel import codes
from sim.kernel.layout import SCRATCH
from sim.loading import load
from sim.table.actions import plain
from sim.table.game import Game, digest_of
from sim.table.seating import TABLE_ID
from tests.properties.worlds import thorough
from tests.table.tables import FULL, SHORT, TABLES, THREE, any_action, new_game, steps, walk

ROOT = Path(__file__).parents[2]
SEEDS, ANY_SEEDS = (3, 120) if thorough() else (1, 6)


@pytest.mark.parametrize(("name", "counts"), TABLES)
def test_a_game_played_at_random_ends_within_its_rounds(name: str, counts: dict[str, int]) -> None:
    for seed in range(SEEDS):
        game = walk(new_game(name, seed, counts), seed)
        assert game.is_over and game.step == "end"
        assert game.round == game.scenario.rounds
        assert (game.to_move(), game.may_agree()) == ((), ())


@settings(max_examples=ANY_SEEDS, deadline=None)
@given(st.integers(0, 2**64 - 1), st.sampled_from(TABLES), st.integers(0, 2**16))
def test_any_seed_plays_to_the_end(seed: int, table: tuple[str, dict[str, int]], key: int) -> None:
    name, counts = table
    assert walk(new_game(name, seed, counts), key).is_over


@pytest.mark.parametrize("seed", [-1, 2**64])
def test_a_seed_has_64_bits(seed: int) -> None:
    with pytest.raises(ValueError, match="a seed is 0"):
        new_game(SHORT, seed)


def test_the_high_half_of_a_seed_counts() -> None:
    assert new_game(FULL, 1).digest() != new_game(FULL, 1 + 2**32).digest()


@pytest.mark.parametrize(("name", "counts"), TABLES)
def test_the_same_lines_give_the_same_game(name: str, counts: dict[str, int]) -> None:
    game = walk(new_game(name, 3, counts), 3)
    twin = new_game(name, 3, counts)
    for entry in game.lines:
        assert twin.play(entry.line).rows == entry.rows
    assert twin.digest() == game.digest()


def test_a_branch_stands_where_the_game_stood_and_goes_on_by_itself() -> None:
    game, digests = new_game(FULL, 7), []
    for _ in steps(game, 7):
        digests.append(game.digest())
    whole = [*digests, game.digest()]
    for at in (0, 1, len(game.lines) // 2, len(game.lines)):
        branch = game.branch(at)
        assert branch.digest() == whole[at]
        assert branch.lines == game.lines[:at]
        for entry in game.lines[at:]:
            branch.play(entry.line)
        assert branch.digest() == game.digest()
        assert [entry.rows for entry in branch.history] == [entry.rows for entry in game.history]
    assert game.digest() == whole[-1]
    with pytest.raises(RuleBroken):
        game.branch(len(game.lines) + 1)


@pytest.mark.parametrize(("name", "counts"), [(SHORT, {}), (FULL, {"us": 3, "jp": 2}), (THREE, {})])
def test_a_refused_act_changes_nothing(name: str, counts: dict[str, int]) -> None:
    game, choose, refused = new_game(name, 2, counts), Random(2), 0
    for _ in steps(game, 2):
        before, lines = game.digest(), len(game.lines)
        for seat in game.seating.seats:
            action = any_action(choose, game, seat.id)
            if game.why_not(action) is not None:
                with pytest.raises(RuleBroken):
                    game.submit(action)
                refused += 1
        assert (game.digest(), len(game.lines)) == (before, lines)
    assert refused > 50


def test_asking_changes_nothing() -> None:
    game = walk(new_game(FULL, 4), 4, lambda game: game.round == 3)
    before = game.digest()
    for viewer in ("us", "jp", TABLE_ID):
        game.mask_for(viewer)
        game.view_for(viewer)
        game.events_for(viewer)
    for seat in ("us", "jp"):
        assert game.options(seat).sample(1) is None or game.options(seat).first() is not None
        game.undoable(seat)
    assert game.digest() == before


def test_the_rows_of_the_history_lead_to_the_state() -> None:
    game = walk(new_game(FULL, 5), 5)
    cells = [0] * SCRATCH
    for entry in game.history:
        for row in entry.rows:
            _, _, cell, before, after, _, _, modifier, _ = row
            if cell >= 0 and modifier < 0:
                assert cells[cell] == before
                cells[cell] = after
    assert digest_of(cells) == game.digest()


def test_a_side_answers_what_only_it_may_answer() -> None:
    game = new_game(FULL, 1)
    assert game.to_move() == ("us",)
    with pytest.raises(RuleBroken) as caught:
        game.play("jp done")
    assert (caught.value.code, caught.value.facts) == ("not-your-turn", {"waited": "us"})
    with pytest.raises(RuleBroken) as caught:
        game.play("us done")
    assert caught.value.code == "must-choose"
    with pytest.raises(RuleBroken) as caught:
        game.play("us offer D2=1")
    assert (caught.value.code, caught.value.facts) == ("not-now", {"step": "demand"})


def test_the_table_plays_no_seat() -> None:
    game = new_game()
    with pytest.raises(RuleBroken) as caught:
        game.play("table done")
    assert caught.value.code == "not-a-player"
    with pytest.raises(RuleBroken) as caught:
        game.take(plain("xx", codes.ACT_DONE))
    assert caught.value.code == "no-such-seat"


@pytest.mark.parametrize("kind", [-1, codes.N_ACT_KINDS, 99, 103])
def test_an_act_without_a_number_is_a_fault_of_the_program(kind: int) -> None:
    with pytest.raises((ValueError, RuleBroken)):
        new_game().take(plain("us", kind))


def test_heads_are_asked_for_their_word_on_a_proposal() -> None:
    game = walk(new_game(FULL, 6), 6, lambda game: bool(game.may_agree()))
    heads = {seat.id for seat in game.seating.seats if seat.head}
    assert set(game.may_agree()) < heads
    assert game.context().proposals


def test_what_a_seat_is_told_grows_line_by_line() -> None:
    game = new_game(FULL, 8)
    told, seen = list(game.events_for("jp")), 0
    for _ in steps(game, 8, lambda game: game.round == 3):
        told += game.events_for("jp", seen)
        seen = len(game.lines)
    told += game.events_for("jp", seen)
    assert told == list(game.branch(len(game.lines)).events_for("jp"))


def test_every_scenario_that_is_shipped_is_walked() -> None:
    assert {path.stem for path in (ROOT / "seeds").glob("*.yaml")} <= {name for name, _ in TABLES}


def test_a_game_is_played_without_what_reads_rules() -> None:
    program = (
        "import sys, sim.table.game, sim.table.keeping, sim.table.drive; print(*sorted({'pydantic', 'lark', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == ""


def test_a_scenario_may_be_shared_by_games() -> None:
    tables = load.scenario(SHORT).tables
    walk(new_game(SHORT, 1), 1)
    assert load.scenario(SHORT).tables is tables
    assert isinstance(Game.new(load.scenario(SHORT), 1), Game)
