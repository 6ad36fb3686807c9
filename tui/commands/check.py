"""check: everything wrong with rule files and scenarios, in one run."""

from __future__ import annotations

import click

from tui.cli import DONE, PROBLEMS, USAGE
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps, helps_of

MOST_SHOWN = 20


@click.command("check", help=helps_of("help-check", PATHS="help-paths"))
@click.argument("paths", nargs=-1)
@click.option("--strict", is_flag=True, help=helps("help-strict"))
@as_json
@lang
@click.pass_obj
def command(desk: Desk, paths: tuple[str, ...], strict: bool, as_json: bool, language: str) -> int:
    """Check the named things, or everything shipped."""
    from sim.loading import checking
    from tui import console

    found = checking.check(paths)
    problems = (*found.unreadable, *found.problems)
    errors = sum(1 for problem in problems if problem.severity == "error")
    warnings = sum(1 for problem in problems if problem.severity == "warning")
    if as_json:
        counts = {"checked": len(found.targets), "errors": errors, "warnings": warnings}
        write_json({**counts, "problems": [problem.to_json() for problem in problems]})
    else:
        for problem in problems[:MOST_SHOWN]:
            console.put(str(problem))
        if len(problems) > MOST_SHOWN:
            console.put(desk.say("cli-more-problems", count=len(problems) - MOST_SHOWN))
        console.put(desk.say("cli-checked", targets=len(found.targets), errors=errors, warnings=warnings))
    if found.unreadable:
        return USAGE
    return PROBLEMS if errors or (strict and warnings) else DONE
