"""Sweeps: the same games whoever plays them, whatever the order; counts that add up."""

from __future__ import annotations

from sim.lab.counted import counted
from sim.lab.counts import COUNTS_SIZE
from sim.lab.measures import Kind, measures_of
from sim.lab.players import InterpretedPlayers, play_interpreted
from sim.lab.running import Engine, Found, run
from sim.lab.seeds import seed_of
from sim.lab.sweep import Sweep, setting_of
from sim.lab.turns import play_again
from sim.loading import load

SCENARIO = load.scenario("spring-short")
SWEEP = Sweep(setting_of(SCENARIO), (("conceder", "random_legal"), ("random_legal", "caretaker")), 2)


def played(games: int) -> Found:
    found = Found(SWEEP)
    for _ in run(Engine(InterpretedPlayers(1), 1), found, games):
        pass
    return found


def test_a_game_depends_on_its_index_only() -> None:
    whole, first, last = play_interpreted(SWEEP, 0, 6), play_interpreted(SWEEP, 0, 3), play_interpreted(SWEEP, 3, 3)
    assert whole.results == first.results + last.results
    assert whole.acts == first.acts + last.acts


def test_seeds_differ_by_sweep_index_and_purpose() -> None:
    seeds = {seed_of(sweep, index, purpose) for sweep in range(4) for index in range(4) for purpose in ("game", "bot us")}
    assert len(seeds) == 32
    assert all(0 <= seed < 2**64 for seed in seeds)


def test_games_and_bots_of_a_sweep_have_seeds_of_their_own() -> None:
    seeds = {SWEEP.seed_of_game(index) for index in range(50)} | {SWEEP.key_of_bot(index, party) for index in range(50) for party in (0, 1)}
    assert len(seeds) == 150
    assert all(0 <= seed < 2**64 for seed in seeds)


def test_another_sweep_gives_other_games() -> None:
    other = Sweep(SWEEP.setting, SWEEP.pairs, 3)
    assert play_interpreted(other, 0, 4).results != play_interpreted(SWEEP, 0, 4).results


def test_counts_add_up() -> None:
    found = played(6)
    table = counted(SCENARIO, found)
    assert table.games == found.games == 6
    assert sum(each.count for each in table.of_group("ending").values()) == 6
    for issue in SCENARIO.issues:
        assert sum(table.shares[f"level.{issue.id}.{level.id}"].count for level in issue.levels) == 6
    assert table.shares["ratification"].count <= table.shares["agreement"].count
    assert set(table.of_group("lever")) == {lever.id for lever in SCENARIO.levers}


def test_what_the_kernel_counts_is_what_the_games_say() -> None:
    found = played(6)
    counts = found.all()
    assert len(found.counts) == len(SWEEP.pairs) * COUNTS_SIZE
    for measure in measures_of(SCENARIO):
        values = [measure.of_game(found.row(index)) for index in range(6)]
        if measure.kind is Kind.SHARE:
            assert measure.share(counts).count == sum(values), measure.id
        else:
            histogram = measure.histogram(counts)
            assert histogram == {value: values.count(value) for value in set(values)}, measure.id


def test_games_come_in_order() -> None:
    told = [so_far.games for so_far in run(Engine(InterpretedPlayers(1), 1), Found(SWEEP), 12)]
    assert told == sorted(told) and told[-1] == 12


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
