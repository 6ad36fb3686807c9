"""check: everything wrong with rule files and scenarios, in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli import DONE, PROBLEMS, USAGE
from tui.commands.options import as_json, lang
from tui.desk import Desk
from tui.program import helps, helps_of

if TYPE_CHECKING:
    from pathlib import Path

    from sim.errors import Problem
    from sim.loading.checking import Checked

MOST_SHOWN = 20


@click.command("check", help=helps_of("help-check", PATHS="help-paths"))
@click.argument("paths", nargs=-1)
@click.option("--strict", is_flag=True, help=helps("help-strict"))
@click.option("--all", "everything", is_flag=True, help=helps("help-all-problems"))
@click.option("--notes", is_flag=True, help=helps("help-notes"))
@click.option("--fix", "mend", is_flag=True, help=helps("help-fix"))
@click.option("--annotations", is_flag=True, help=helps("help-annotations"))
@as_json
@lang
@click.pass_obj
def command(
    desk: Desk,
    paths: tuple[str, ...],
    strict: bool,
    everything: bool,
    notes: bool,
    mend: bool,
    annotations: bool,
    as_json: bool,
    language: str,
) -> int:
    """Check the named things, or everything shipped; nothing is read where nothing has changed since it was asked last."""
    from tui import console, remembered

    question = ("check", language, *map(str, (strict, everything, notes, annotations, as_json)), *paths)
    known = None if mend else remembered.recalled(question)
    if known is None:
        found = checked(paths)
        if mend:
            from tui.mending import mended

            if mended(desk, found):
                found = checked(paths)
        if as_json:
            text = in_json(desk, found)
        else:
            text = in_annotations(desk, found) if annotations else in_lines(desk, found, everything, notes)
        known = remembered.Answer(text, exit_code(found, strict))
        if not found.unreadable and not any(problem.code == "NW603" for problem in found.problems):
            remembered.keep(question, known, files_of(found, paths))
    console.put(known.text)
    return known.code


def checked(paths: tuple[str, ...]) -> Checked:
    """What is wrong, with what an exact solver has to say of scenarios that can be played."""
    from sim.loading import checking
    from sim.study.findings import findings

    return checking.check(paths, findings)


def files_of(found: Checked, names: tuple[str, ...]) -> list[Path]:
    """Every file and folder an answer rests on, and the folders in which a nearer pack would be found."""
    from pathlib import Path

    from sim.loading import finding

    own = {path.parent for path in found.paths.values()} | {Path(name) for name in names}
    near = own | {folder / "rules" for folder in own}
    inner = {folder / name for folder in near for name in finding.names_in(folder) if finding.is_folder(folder / name)}
    return [*found.paths.values(), *near, *inner, *(root / part / "." for root in finding.roots() for part in ("rules", "seeds"))]


def exit_code(found: Checked, strict: bool) -> int:
    """2 where a name leads nowhere, 1 where something is wrong."""
    if found.unreadable:
        return USAGE
    return PROBLEMS if count(found, "error") or (strict and count(found, "warning")) else DONE


def count(found: Checked, severity: str) -> int:
    """How many problems are of a severity."""
    return sum(problem.severity == severity for problem in all_of(found))


def all_of(found: Checked) -> tuple[Problem, ...]:
    """Names that lead nowhere, then the problems of files."""
    return (*found.unreadable, *found.problems)


def in_json(desk: Desk, found: Checked) -> str:
    """For programs."""
    import json

    from tui import problems

    counts = {"checked": len(found.targets), "errors": count(found, "error"), "warnings": count(found, "warning")}
    listed = [problems.to_json(problems.in_words(problem, desk.language), found.sources) for problem in all_of(found)]
    return json.dumps({**counts, "problems": listed}, ensure_ascii=False, indent=2)


def in_annotations(desk: Desk, found: Checked) -> str:
    """For code hosts."""
    from tui import problems

    return "\n".join(problems.annotation(problems.in_words(problem, desk.language)) for problem in all_of(found))


def in_lines(desk: Desk, found: Checked, everything: bool, notes: bool) -> str:
    """For people: each problem with its line, then the counts; notes only where they are asked for."""
    from tui import problems

    wanted = [problem for problem in all_of(found) if notes or problem.severity != "info"]
    told = wanted if everything else wanted[:MOST_SHOWN]
    lines = [line for problem in told for line in problems.lines(problems.in_words(problem, desk.language), found.sources)]
    more = len(wanted) - len(told)
    if more:
        lines.append(desk.say("cli-more-problems", count=more))
    errors, warnings, remarks = (count(found, severity) for severity in ("error", "warning", "info"))
    lines.append(desk.say("cli-checked", targets=len(found.targets), errors=errors, warnings=warnings, notes=0 if notes else remarks))
    return "\n".join(lines)
