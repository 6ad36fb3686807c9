"""Records in the data folder: the newest that fits, and a record with its bots as they were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.desk import Desk

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.lab.turns import Turns
    from sim.table.game import Game
    from sim.table.record import Recorded, Trouble


def newest(desk: Desk, finished: bool) -> Path:
    """The record of the data folder that was written last, of a game that is over, or of one that is not."""
    from sim.table.keeper import SUFFIX, records_folder
    from tui.troubles import Stop

    folder = records_folder()
    for path in sorted(folder.glob(f"*{SUFFIX}"), key=written_at, reverse=True) if folder.is_dir() else ():
        over = is_over(path)
        if over is not None and over == finished:
            return path
    raise Stop("cli-no-finished" if finished else "cli-no-record", folder=str(folder))


def written_at(path: Path) -> tuple[int, str]:
    """When a file was written last; its name decides between equals."""
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:
        return 0, path.name


def read_sound(path: Path) -> Recorded:
    """A record whose header and rules are as they were written. Raises RecordError."""
    from sim.table.record import CHANGED_LINE, HEAD_LINES, RecordError, read_record

    found = read_record(path)
    for trouble in found.troubles:
        if trouble.line <= HEAD_LINES:
            raise RecordError(CHANGED_LINE, trouble.facts)
    return found


def is_over(path: Path) -> bool | None:
    """Whether the game of a record is over; None where the record cannot be read or replayed."""
    from sim.errors import Broken
    from sim.table.keeping import replay_record
    from sim.table.record import RecordError, read_record

    try:
        return replay_record(read_record(path)).is_over
    except (RecordError, Broken, ValueError, KeyError):
        return None


def with_bots(found: Recorded, upto: int | None = None, scenario_of: Callable[[str], Scenario] | None = None) -> tuple[Game, Turns]:
    """The game of a record, with its bots as they were."""
    from sim.lab.turns import play_again
    from sim.table.keeping import rules_of
    from sim.table.seating import seating_of
    from tui.plain.opponents import make, styles
    from tui.troubles import Stop

    by_seat = dict(found.header.bots or {})
    for style in by_seat.values():
        if style not in styles():
            raise Stop("cli-not-a-bot", name=style, known=" ".join(styles()))
    scenario = rules_of(found) if scenario_of is None else scenario_of(found.resolved)
    bots = make(by_seat, found.header.seed, scenario, seating_of(scenario, found.header.seats))
    return play_again(scenario, found, bots, upto)


def tell_troubles(desk: Desk, found: Recorded, file: Path, troubles: tuple[Trouble, ...]) -> None:
    """What the reader of a record should know, on standard error."""
    from tui import console

    upto = sum(1 for line in found.lines if line.n > 0)
    for trouble in troubles:
        facts = {"file": str(file), "upto": upto, **trouble.facts}
        console.note(desk.say(f"record-{trouble.code}", **facts))
