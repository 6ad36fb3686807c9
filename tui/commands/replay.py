"""replay: a record line by line, or verified to its final digest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import DONE, PROBLEMS
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps, helps_of

if TYPE_CHECKING:
    from sim.table.game import Game
    from sim.table.record import Recorded, Trouble


@click.command("replay", help=helps_of("help-replay", FILE="help-file"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "upto", type=click.IntRange(0), default=None, help=helps("help-to"))
@click.option("--check", "verify", is_flag=True, help=helps("help-verify"))
@as_json
@lang
@click.pass_obj
def command(desk: Desk, file: Path, upto: int | None, verify: bool, as_json: bool, language: str) -> int:
    """Replay a record. What the public table saw is told, unless only the digest is asked for."""
    from sim.table.keeping import differences_of, replay_record, rules_of
    from tui import console
    from tui.commands.records import read_sound, tell_troubles
    from tui.troubles import Stop

    found = read_sound(file)
    count = sum(1 for line in found.lines if line.n > 0)
    if upto is not None and upto > count:
        raise Stop("cli-no-such-line", lines=count, line=upto)
    scenario = rules_of(found)
    game = replay_record(found, scenario, upto)
    troubles = (*found.troubles, *differences_of(found, scenario))
    if as_json:
        write_json(to_json(found, game, troubles))
    else:
        tell_troubles(desk, found, file, troubles)
        console.put(desk.say("cli-replay-head", scenario=scenario.id, lines=count, rules=scenario.rules_digest))
        if verify:
            console.put(desk.say("cli-replay-verified", lines=len(game.lines), digest=game.digest()))
        else:
            tell(desk, game)
    return PROBLEMS if found.troubles else DONE


def tell(desk: Desk, game: Game) -> None:
    """What the public table saw, line by line."""
    from sim.table.seating import TABLE_ID
    from tui import console
    from tui.plain.names import Names
    from tui.plain.telling import Telling

    names = Names(game.scenario, game.seating, desk.language)
    telling = Telling(names, game.branch(0).view_for(TABLE_ID))
    for entry in game.history:
        telling.view = game.branch(entry.number).view_for(TABLE_ID)
        for line in telling.tell(event for event in game.events_for(TABLE_ID, entry.number - 1) if event.number == entry.number):
            console.put(line)
    for line in telling.report():
        console.put(line)


def to_json(found: Recorded, game: Game, troubles: tuple[Trouble, ...]) -> dict[str, object]:
    """A record for programs; the seed, and what was sealed, only of a game that is over."""
    from sim.table.happened import ActDone
    from sim.table.seating import TABLE_ID

    header = found.header
    public = {event.number for event in game.events_for(TABLE_ID) if isinstance(event, ActDone)}
    return {
        "scenario": header.scenario,
        "engine": header.engine,
        "rules": header.rules,
        "seats": [list(held) for held in header.seats],
        "bots": dict(header.bots or {}),
        "seed": header.seed if game.is_over else None,
        "seed_known": header.seed_known,
        "round": game.round,
        "step": game.step,
        "is_over": game.is_over,
        "digest": game.digest(),
        "lines": [
            {"n": entry.number, "round": entry.round, "line": entry.line} for entry in game.lines if game.is_over or entry.number in public
        ],
        "troubles": [{"code": each.code, "line": each.line} for each in troubles],
    }
