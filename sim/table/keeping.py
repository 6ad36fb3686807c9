"""A game and its record together: start one, go on with one, say what is different since it was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sim.domain import Scenario
from sim.table import forcing
from sim.table.context import Context
from sim.table.game import Game
from sim.table.history import START, Entry
from sim.table.keeper import Keeper, next_path, records_folder
from sim.table.notation import write_action
from sim.table.record import Header, Line, Recorded, Trouble, differences

FROM_SOURCE = "source"  # engine version of a checkout that is not installed


def engine_version() -> str:
    """Version of the engine that plays."""
    try:
        return version("nemawashi")
    except PackageNotFoundError:
        return FROM_SOURCE


def header_of(game: Game, bots: Mapping[str, str] | None = None, languages: Mapping[str, str] | None = None) -> Header:
    """The header of a game's record. bots: style by seat; languages: by seat."""
    scenario = game.scenario
    return Header(
        scenario=scenario.id,
        engine=engine_version(),
        rules=scenario.rules_digest,
        texts=scenario.text_digest,
        seats=game.seating.held(),
        seed=game.seed,
        seed_known=game.seed_known,
        practice=game.practice,
        bots=dict(bots or {}),
        languages=dict(languages or {}),
    )


def lines_of(game: Game) -> list[Line]:
    """Everything that was done so far: the draws decided before the start, then the accepted lines."""
    scenario, seating = game.scenario, game.seating
    draws = [write_action(forcing.action_of_draw(draw), scenario, seating, Context()) for draw in game.forced]
    return [*(Line(START, 0, "start", text) for text in draws), *map(line_of, game.lines)]


def line_of(entry: Entry) -> Line:
    """The line of a record for an accepted line."""
    return Line(entry.number, entry.round, entry.step_name, entry.line)


def start_record(
    game: Game, path: Path | None = None, bots: Mapping[str, str] | None = None, languages: Mapping[str, str] | None = None
) -> Keeper:
    """Keep a game from here on, with all that was done before. path: a new file; default: the next name in the data folder."""
    where = path or next_path(records_folder(), game.scenario.id)
    keeper = Keeper.create(where, header_of(game, bots, languages), game.scenario.resolved, lines_of(game))
    game.keeper = keeper
    return keeper


def resume_record(
    path: Path, scenario_of: Callable[[Recorded], Scenario] | None = None, upto: int | None = None
) -> tuple[Game, Keeper, Recorded, tuple[Trouble, ...]]:
    """Go on with a record: the game, its keeper, the record, and what its reader should be told.

    scenario_of: where the rules come from; default: from the record itself. upto: go on behind so many lines. Raises RecordError.
    """
    keeper, found = Keeper.resume(path, upto)
    try:
        scenario = (scenario_of or rules_of)(found)
        game = Game.replay(scenario, found, upto)
    except BaseException:
        keeper.close()
        raise
    game.keeper = keeper
    return game, keeper, found, (*found.troubles, *differences_of(found, scenario))


def replay_record(found: Recorded, scenario: Scenario | None = None, upto: int | None = None) -> Game:
    """The game of a record that was read. scenario: default, the one that the record carries."""
    return Game.replay(scenario or rules_of(found), found, upto)


def rules_of(found: Recorded) -> Scenario:
    """The scenario that a record carries. Raises Broken where it cannot be played any more."""
    from sim.loading.load import from_resolved  # reading rules takes heavy imports that a game by itself does not need

    return from_resolved(found.resolved)


def differences_of(found: Recorded, scenario: Scenario) -> tuple[Trouble, ...]:
    """What is not as it was when the record was made."""
    return differences(found.header, scenario.rules_digest, scenario.text_digest, engine_version())
