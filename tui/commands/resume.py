"""resume: go on with a game, also after a crash."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from tui.commands.options import lang
from tui.desk import Desk
from tui.program import helps, helps_of
from tui.seated import Seated, has_screen, play_plain
from tui.wording import LANGUAGES

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.table.game import Game


@click.command("resume", help=helps_of("help-resume", FILE="help-file"))
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--to", "upto", type=click.IntRange(0), default=None, help=helps("help-resume-to"))
@click.option("--plain", is_flag=True, help=helps("help-plain"))
@lang
@click.pass_obj
def command(desk: Desk, file: Path | None, upto: int | None, plain: bool, language: str) -> int:
    """Go on with a record, or with the newest unfinished one."""
    from tui.commands.records import newest

    return go_on(desk, file or newest(desk, finished=False), upto, plain)


def go_on(desk: Desk, file: Path, upto: int | None = None, plain: bool = False) -> int:
    """Open the record and play on."""
    if plain or not has_screen():
        return play_plain(desk, reopen(desk, file, upto))
    from tui.apart import scenario_of_text
    from tui.screen.run import run_game

    return run_game(desk, lambda: reopen(desk, file, upto, scenario_of_text))


def reopen(desk: Desk, file: Path, upto: int | None = None, scenario_of: Callable[[str], Scenario] | None = None) -> Seated:
    """The game of a record with everybody seated; what is odd about the record is said.

    scenario_of: who reads the rules that the record carries; default: the loader. Raises RecordError, Broken, Stop.
    """
    from sim.table.keeper import Keeper
    from sim.table.keeping import differences_of
    from tui.commands.records import read_sound, tell_troubles, with_bots
    from tui.troubles import Stop

    before = read_sound(file)
    game, turns = with_bots(before, upto, scenario_of)
    if game.is_over:
        raise Stop("cli-is-over", file=str(file))
    if upto is not None:
        shutil.copyfile(file, file.with_name(f"{file.name}.before"))
    keeper, found = Keeper.resume(file, upto)
    game.keeper, desk.record, desk.seed = keeper, file, game.seed
    tell_troubles(desk, found, file, (*found.troubles, *differences_of(found, game.scenario)))
    styles = dict(found.header.bots or {})
    languages = dict(found.header.languages or {})
    people = {seat.id: chosen(desk, languages.get(seat.id)) for seat in game.seating.seats if not is_bots(game, seat.party, styles)}
    desk.language = next(iter(people.values()), desk.language)
    return Seated(game, turns, people, styles, keeper, is_new=False)


def played_again(file: Path, scenario_of: Callable[[str], Scenario] | None = None) -> Seated:
    """A finished game with its bots as they were; nothing is written to its record any more."""
    from tui.commands.records import read_sound, with_bots
    from tui.troubles import Stop

    found = read_sound(file)
    game, turns = with_bots(found, None, scenario_of)
    if not game.is_over:
        raise Stop("cli-not-over", file=str(file))
    styles, languages = dict(found.header.bots or {}), dict(found.header.languages or {})
    people = {seat.id: languages.get(seat.id, "en") for seat in game.seating.seats if not is_bots(game, seat.party, styles)}
    return Seated(game, turns, people, styles, None, is_new=False)


def is_bots(game: Game, party: int, styles: dict[str, str]) -> bool:
    """Whether a bot leads a party."""
    return game.seating.head_of(party).id in styles


def chosen(desk: Desk, recorded: str | None) -> str:
    """The language asked for on the command line, else that of the record."""
    context = click.get_current_context(silent=True)
    asked = context is not None and context.get_parameter_source("language") is ParameterSource.COMMANDLINE
    return str(recorded) if not asked and recorded in LANGUAGES else desk.language
