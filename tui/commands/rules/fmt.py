"""rules fmt: rule files in one layout. What they mean is the same before and after, or they are left alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import console
from tui.cli import DONE, PROBLEMS
from tui.commands.options import lang
from tui.desk import Desk, language_of
from tui.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = language_of(None)
HELP = f"{say(HERE, 'edit-fmt-help')}\n\nFILE: {say(HERE, 'edit-fmt-help-files')}"
SUFFIX = ".yaml"


@click.command("fmt", help=HELP)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--check", "only_check", is_flag=True, help=say(HERE, "edit-fmt-help-check"))
@click.option("--diff", "with_diff", is_flag=True, help=say(HERE, "edit-fmt-help-diff"))
@lang
@click.pass_obj
def command(desk: Desk, files: tuple[Path, ...], only_check: bool, with_diff: bool, language: str) -> int:
    """Each file; one that cannot be laid out is named, and the others are done all the same."""
    from sim.loading import finding
    from tui.troubles import Stop

    writes = not only_check and not with_diff
    paths = list(dict.fromkeys(path for file in files for path in paths_of(file)))
    shipped = [path for path in paths if finding.is_shipped(path)]
    if writes and shipped:
        raise Stop("edit-fmt-shipped", file=finding.shown(shipped[0]))
    done = [laid_out(desk, path, writes, with_diff) for path in paths]
    changed, failed = done.count(True), done.count(None)
    console.put(desk.say("edit-fmt-done" if writes else "edit-fmt-checked", files=len(paths), changed=changed, failed=failed))
    return PROBLEMS if failed or (changed and only_check) else DONE


def paths_of(file: Path) -> Iterable[Path]:
    """A file, or the rule files of a folder and of all folders in it."""
    return sorted(file.rglob(f"*{SUFFIX}")) if file.is_dir() else [file]


def laid_out(desk: Desk, path: Path, writes: bool, with_diff: bool) -> bool | None:
    """Lay out one file; whether anything is different, None where it could not be done."""
    from sim.errors import Broken
    from sim.loading import finding
    from sim.loading.edit.formatting import formatted
    from sim.loading.edit.overlay_file import CannotEdit
    from sim.loading.reading import marked_text
    from tui.commands.rules.set import show_problems

    shown, text = finding.shown(path), ""
    try:
        mark, text = marked_text(path, shown)
        new = formatted(text, shown)
    except Broken as broken:
        show_problems(desk, list(broken.problems), {shown: text})
        return None
    except CannotEdit as refused:
        console.put(desk.say(f"edit-{refused.code}", **{**refused.facts, "file": shown}))
        return None
    if new != text:
        show_or_write(desk, path, shown, (text, new), mark, writes, with_diff)
    return new != text


def show_or_write(desk: Desk, path: Path, shown: str, texts: tuple[str, str], mark: str, writes: bool, with_diff: bool) -> None:
    """What is different in a file, or that it is; written where that was asked for."""
    from tui.mending import write

    if with_diff:
        show_diff(shown, *texts)
    else:
        console.put(desk.say("edit-fmt-written" if writes else "edit-fmt-would", file=shown))
    if writes:
        write(path, mark + texts[1])


def show_diff(name: str, before: str, after: str) -> None:
    """The lines that are different; a line end of another kind is shown as a sign."""
    import difflib

    old, new = ([line.replace("\r", "␍") for line in text.removesuffix("\n").split("\n")] for text in (before, after))
    for line in difflib.unified_diff(old, new, name, name, lineterm=""):
        console.put(line)
