"""debrief: what came of a finished game, what else was possible, and why."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli import DONE
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps_of
from tui.wording import say


@click.command("debrief", help=helps_of("help-debrief", FILE="help-file"))
@click.argument("file", type=click.Path(path_type=Path), required=False)
@as_json
@lang
@click.pass_obj
def command(desk: Desk, file: Path | None, as_json: bool, language: str) -> int:
    """The debrief of a record, or of the newest finished one."""
    from tui.commands.records import newest

    return look_back(desk, file or newest(desk, finished=True), as_json)


def look_back(desk: Desk, file: Path, as_json: bool = False) -> int:
    """Play the record again and print its debrief."""
    from sim.table.keeping import differences_of
    from tui.commands.records import read_sound, tell_troubles, with_bots
    from tui.plain.names import Names
    from tui.plain.run import finish
    from tui.troubles import Stop

    found = read_sound(file)
    game, turns = with_bots(found)
    if not game.is_over:
        raise Stop("cli-not-over", file=str(file))
    if as_json:
        from tui.plain.debrief_json import to_json

        write_json(to_json(game, turns, say("en", "report-note")))
        return DONE
    tell_troubles(desk, found, file, (*found.troubles, *differences_of(found, game.scenario)))
    finish(Names(game.scenario, game.seating, desk.language, frozenset(turns.bots)), game, turns)
    return DONE
