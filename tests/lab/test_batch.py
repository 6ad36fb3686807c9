"""Batches: the same games whoever plays them, whatever the order; counts that add up."""

from __future__ import annotations

from sim.lab.batch import Plan, counted, play_batch, play_task, seed_of
from sim.lab.turns import play_again
from sim.loading import load

PLAN = Plan("spring-short", ("conceder", "random_legal"), 6, 2)


def test_a_game_depends_on_its_index_only() -> None:
    whole = play_task((PLAN, 0, 6))
    parts = play_task((PLAN, 3, 6)), play_task((PLAN, 0, 3))
    assert whole == [*parts[1], *parts[0]] == play_batch(PLAN)


def test_seeds_differ_by_sweep_index_and_purpose() -> None:
    seeds = {seed_of(sweep, index, purpose) for sweep in range(4) for index in range(4) for purpose in ("game", "bot us")}
    assert len(seeds) == 32
    assert all(0 <= seed < 2**64 for seed in seeds)


def test_another_sweep_gives_other_games() -> None:
    other = Plan(PLAN.scenario, PLAN.styles, PLAN.games, 3)
    assert play_batch(other) != play_batch(PLAN)


def test_counts_add_up() -> None:
    scenario = load.scenario(PLAN.scenario)
    games = play_batch(PLAN)
    found = counted(scenario, games)
    assert found.games == 6
    assert sum(share.count for share in found.endings.values()) == 6
    assert all(sum(share.count for share in levels.values()) == 6 for levels in found.levels.values())
    assert found.ratification.count <= found.agreement.count
    assert set(found.levers) == {lever.id for lever in scenario.levers}


def test_progress_is_told_in_order() -> None:
    told: list[int] = []
    play_batch(PLAN, progress=told.append)
    assert told == sorted(told) and told[-1] == PLAN.games


def test_a_game_played_again_knows_why(tmp_path) -> None:  # type: ignore[no-untyped-def]  # a folder of pytest
    from sim.bots import Bot
    from sim.lab.turns import Turns
    from sim.table.game import Game
    from sim.table.keeping import start_record
    from sim.table.record import read_record

    scenario = load.scenario("spring-short")
    game = Game.new(scenario, 4)
    turns = Turns(game, {"us": Bot("tradeoff", 1), "jp": Bot("conceder", 2)})
    with start_record(game, tmp_path / "game.jsonl"):
        while turns.act():
            pass
    again, heard = play_again(scenario, read_record(tmp_path / "game.jsonl"), {"us": Bot("tradeoff", 1), "jp": Bot("conceder", 2)})
    assert game.is_over
    assert again.digest() == game.digest()
    assert heard.reasons == turns.reasons
    assert len(heard.reasons) == len(game.lines)
