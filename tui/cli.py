"""The entry of the program: whatever happens, people read one sentence and programs a number.

0 done; 1 problems found, or the work could not be finished; 2 wrong usage or unreadable input; 130 stopped by Ctrl+C.
Nothing heavy is imported here, so that Ctrl+C finds its way to `main` as soon as there is anything to stop.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from tui.desk import Desk

DONE, PROBLEMS, USAGE, STOPPED = 0, 1, 2, 130


def main() -> NoReturn:
    """Run the program and end it with its exit code."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = STOPPED
    leave(code)


def run(arguments: list[str]) -> int:
    """Exit code of one call of the program; every fault has been said when it returns."""
    from tui import console, desk

    table = desk.Desk(tuple(arguments))
    try:
        console.prepare()
        code = called(arguments, table)
        console.flush()
    except BaseException as trouble:
        return ended(trouble, table)
    return code


def called(arguments: list[str], table: Desk) -> int:
    """Carry out the command that the arguments name."""
    from click.exceptions import Exit

    from tui.program import program

    try:
        with program.make_context("nemawashi", list(arguments), obj=table) as context:
            result = program.invoke(context)
    except Exit as left:
        return left.exit_code
    return result if isinstance(result, int) else DONE


def ended(trouble: BaseException, table: Desk) -> int:
    """Say what kept the program from going on. A second Ctrl+C cannot cut the sentence short."""
    import signal

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        from tui import troubles

        return troubles.told(trouble, table)
    finally:
        signal.signal(signal.SIGINT, before)


def leave(code: int) -> NoReturn:
    """End at once; what the interpreter would still write on its way out has nowhere to go."""
    from tui import console

    console.let_go()
    raise SystemExit(code)
