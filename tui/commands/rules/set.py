"""rules set: another value in a rule file of one's own; nothing else in the file changes, and nothing that would be wrong is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import console
from tui.cli import DONE, PROBLEMS, USAGE
from tui.commands.options import lang
from tui.desk import Desk, language_of
from tui.wording import say

if TYPE_CHECKING:
    from sim.errors import Problem
    from sim.loading.edit.changing import Edit
    from sim.loading.edit.overlay_file import CannotEdit, Sheet
    from tui.troubles import Stop

HERE = language_of(None)
HELP = f"{say(HERE, 'edit-set-help')}\n\nPATH=VALUE: {say(HERE, 'edit-set-help-values')}"
MOST_SHOWN = 20


@click.command("set", help=HELP)
@click.argument("values", nargs=-1, required=True, metavar="PATH=VALUE...")
@click.option("--into", type=click.Path(path_type=Path), required=True, metavar="FILE", help=say(HERE, "edit-set-help-into"))
@click.option("--extends", default=None, metavar="SCENARIO", help=say(HERE, "edit-set-help-extends"))
@click.option("--from", "with_from", is_flag=True, help=say(HERE, "edit-set-help-from"))
@lang
@click.pass_obj
def command(desk: Desk, values: tuple[str, ...], into: Path, extends: str | None, with_from: bool, language: str) -> int:
    """Change the text, check it, then write it."""
    from sim.loading.edit.changing import with_values
    from sim.loading.edit.overlay_file import CannotEdit

    wanted = [assignment(word) for word in values]
    try:
        before = opened(desk, into, extends)
        after, edits = with_values(before, wanted, with_from)
    except CannotEdit as refused:
        raise stop_of(refused, desk) from refused
    if all(edit.is_same for edit in edits):
        show_edits(desk, edits)
        console.put(desk.say("edit-set-nothing", file=after.found.shown))
        return DONE
    return checked_and_written(desk, before, after, edits)


def assignment(word: str) -> tuple[str, str]:
    """A path and a value."""
    from tui.troubles import Stop

    path, equals, value = (part.strip() for part in word.partition("="))
    if not path or not equals or not value:
        raise Stop("edit-no-value", word=word)
    return path, value


def opened(desk: Desk, into: Path, extends: str | None) -> Sheet:
    """The file, or a new overlay in its place."""
    from sim.loading import finding
    from sim.loading.edit import starting
    from sim.loading.edit.overlay_file import opened
    from tui.commands.play import first_game
    from tui.troubles import Stop

    if str(into) in finding.shipped_scenarios():
        raise Stop("edit-shipped", file=str(into))
    is_new = not finding.is_file(into)
    if extends is not None and not is_new:
        raise Stop("edit-extends-already", file=str(into))
    return opened(into, (extends or first_game()) if is_new else "", partial(starting.head, desk.say))


def stop_of(refused: CannotEdit, desk: Desk) -> Stop:
    """What is said of an edit that cannot be made."""
    from tui.problems import in_words
    from tui.troubles import Stop

    problem = refused.problem
    hint = in_words(problem, desk.language).hint if problem is not None else ""
    return Stop(f"edit-{refused.code}", USAGE, **{**refused.facts, "hint": hint})


def checked_and_written(desk: Desk, before: Sheet, after: Sheet, edits: tuple[Edit, ...]) -> int:
    """Write what has no errors; where there are some, show them and leave the file alone."""
    from sim.loading.edit.overlay_file import looked
    from sim.study.findings import findings
    from tui.mending import write

    problems, sources = looked(after, findings)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        show_problems(desk, errors, sources)
        console.put(desk.say("edit-set-refused", file=after.found.shown, count=len(errors)))
        return PROBLEMS
    write(after.found.path, after.mark + after.text)
    show_edits(desk, edits)
    console.put(desk.say("edit-set-begun" if before.is_new else "edit-set-written", file=after.found.shown))
    show_problems(desk, [problem for problem in problems if problem.severity == "warning"], sources)
    return DONE


def show_edits(desk: Desk, edits: tuple[Edit, ...]) -> None:
    """Old and new value of each, and where they stand."""
    for edit in edits:
        if edit.is_same:
            console.put(desk.say("edit-set-same", path=edit.path, old=edit.old, place=edit.old_place))
            continue
        console.put(desk.say("edit-set-changed", path=edit.path, old=edit.old, new=edit.new))
        code = "edit-set-place" if edit.was_here else "edit-set-place-base"
        console.put("  " + desk.say(code, place=edit.place, base=edit.old_place))


def show_problems(desk: Desk, found: list[Problem], sources: dict[str, str]) -> None:
    """Problems as `check` shows them."""
    from tui import problems

    for problem in found[:MOST_SHOWN]:
        for line in problems.lines(problems.in_words(problem, desk.language), sources):
            console.put(line)
    if len(found) > MOST_SHOWN:
        console.put(desk.say("cli-more-problems", count=len(found) - MOST_SHOWN))
