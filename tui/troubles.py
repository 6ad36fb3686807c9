"""What kept the program from going on, as one sentence with a way out, and an exit code. Never a traceback on the screen.

A fault of ours is written to a report file with everything needed to see it again.
"""

from __future__ import annotations

import errno
import traceback
from pathlib import Path

from sim.errors import Broken, RuleBroken
from sim.table.record import CANNOT_WRITE, CHANGED_LINE, DISK_FULL, HEAD_LINES, RecordError
from tui import console
from tui.cli import PROBLEMS, STOPPED, USAGE
from tui.desk import Desk, data_folder, kept

MOST_SHOWN = 20
FULL = (errno.ENOSPC, errno.EDQUOT)


class Stop(Exception):
    """The work ends here with one sentence. code: of the sentence; exit: exit code."""

    def __init__(self, code: str, /, exit: int = USAGE, **facts: str | int) -> None:
        self.code = code
        self.exit = exit
        self.facts = facts
        super().__init__(code)


def told(trouble: BaseException, desk: Desk) -> int:
    """Say it on standard error and return the exit code."""
    from click.exceptions import Abort, ClickException

    if isinstance(trouble, SystemExit):
        return trouble.code if isinstance(trouble.code, int) else PROBLEMS
    if isinstance(trouble, KeyboardInterrupt | Abort):
        return stopped(desk)
    if isinstance(trouble, ClickException):
        return misused(trouble)
    found = sentences_of(trouble, desk)
    lines, code = found if found is not None else fault(trouble, desk)
    for line in lines:
        console.note(line)
    return code


def sentences_of(trouble: BaseException, desk: Desk) -> tuple[list[str], int] | None:
    """What is to be said about a trouble that is no fault of ours, and the exit code; None for any other."""
    if isinstance(trouble, Stop):
        return [desk.say(trouble.code, **trouble.facts)], trouble.exit
    if isinstance(trouble, Broken):
        return broken(trouble, desk)
    if isinstance(trouble, RecordError):
        return of_record(trouble, desk)
    if isinstance(trouble, OSError) and trouble.errno is not None:
        return system(trouble, desk)
    return None


def stopped(desk: Desk) -> int:
    """Ctrl+C: what was accepted is kept."""
    console.note(f"\n{desk.say('cli-stopped')} {kept(desk)}".rstrip())
    return STOPPED


def misused(trouble: Exception) -> int:
    """A wrong command, option or argument: usage, what is wrong, where to read on."""
    from click.exceptions import ClickException, UsageError

    assert isinstance(trouble, ClickException)
    if isinstance(trouble, UsageError) and trouble.ctx is not None:
        console.note(trouble.ctx.get_usage())
        console.note(f"{trouble.ctx.command_path} --help")
    console.note(trouble.format_message())
    return USAGE


def broken(trouble: Broken, desk: Desk) -> tuple[list[str], int]:
    """Rule files that cannot be used; a name that leads nowhere is wrong usage."""
    from tui.problems import in_words

    lines = [str(in_words(problem, desk.language)) for problem in trouble.problems[:MOST_SHOWN]]
    files = len({problem.file for problem in trouble.problems})
    lines.append(desk.say("cli-broken", problems=len(trouble.problems), files=files))
    lost = all(problem.code in ("NW020", "NW026", "NW202") and problem.line == 1 for problem in trouble.problems)
    return lines, USAGE if lost else PROBLEMS


def of_record(trouble: RecordError, desk: Desk) -> tuple[list[str], int]:
    """A record that cannot be used, or written."""
    facts = {
        "file": str(desk.record or "-"),
        "upto": max(int(trouble.facts.get("n", trouble.facts.get("line", 1))) - 1, 0),
        **trouble.facts,
    }
    code = f"record-{trouble.code}"
    if trouble.code == CHANGED_LINE:
        line = int(trouble.facts.get("line", 0))
        facts["upto"] = max(line - HEAD_LINES - 1, 0)
        code = code if line > HEAD_LINES else "record-changed-head"
    return [desk.say(code, **facts)], PROBLEMS if trouble.code in (DISK_FULL, CANNOT_WRITE) else USAGE


def system(trouble: OSError, desk: Desk) -> tuple[list[str], int]:
    """The system refuses: a reader that left, a full disk, a file that may not be written."""
    if isinstance(trouble, BrokenPipeError) or trouble.errno == errno.EPIPE:
        sentence = desk.say("cli-pipe-closed")
    elif trouble.errno in FULL:
        sentence = desk.say("cli-disk-full", file=str(trouble.filename or "-"))
    else:
        sentence = desk.say("cli-system", file=str(trouble.filename or "-"), what=trouble.strerror or "-")
    return [f"{sentence} {kept(desk)}".rstrip()], PROBLEMS


def fault(trouble: BaseException, desk: Desk) -> tuple[list[str], int]:
    """A fault of the program: the report says where, the screen says where the report is."""
    place = report(trouble, desk)
    sentence = desk.say("cli-fault", report=str(place)) if place else desk.say("cli-fault-unreported", what=type(trouble).__name__)
    return [f"{sentence} {kept(desk)}".rstrip()], PROBLEMS


def report(trouble: BaseException, desk: Desk) -> Path | None:
    """Write the report: call, seed, record, traceback. None where it cannot be written."""
    import datetime
    import platform

    stamp = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S%f")
    parts = [
        f"arguments: {list(desk.arguments)}",
        f"python: {platform.python_version()} on {platform.platform()}",
        f"seed: {desk.seed}",
        f"record: {desk.record}",
        *(facts_of(trouble)),
        "".join(traceback.format_exception(trouble)),
        record_text(desk.record),
    ]
    try:
        folder = data_folder() / "reports"
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / f"fault-{stamp}.txt"
        place.write_text("\n".join(parts), encoding="utf-8", errors="backslashreplace")
    except (OSError, ImportError):
        return None
    return place


def facts_of(trouble: BaseException) -> list[str]:
    """What a refusal that nobody caught was about."""
    return [f"refused: {trouble.code} {trouble.facts}"] if isinstance(trouble, RuleBroken) else []


def record_text(path: Path | None) -> str:
    """The record as far as it was kept."""
    try:
        return path.read_text(encoding="utf-8", errors="backslashreplace") if path else ""
    except OSError:
        return ""
