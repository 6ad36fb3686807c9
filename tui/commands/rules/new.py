"""rules new: rules of one's own to begin with, from three questions: over which scenario, under what name, in how many rounds.

The third is the number of rounds because a facilitator has an hour or an evening before anything else, and nothing else decides
how long a game takes; which issues are in play stands among the examples, where it can be seen and tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tui import console
from tui.cli import DONE, PROBLEMS
from tui.commands.options import lang
from tui.desk import Desk, language_of
from tui.wording import LANGUAGES, say

if TYPE_CHECKING:
    from sim.loading.edit.overlay_file import Sheet
    from sim.loading.edit.starting import Wanted
    from sim.loading.finding import Found

Answer = TypeVar("Answer")
HERE = language_of(None)
HELP = f"{say(HERE, 'edit-new-help')}\n\nFOLDER: {say(HERE, 'edit-new-help-folder')}"
ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
MOST_ROUNDS = 12
README = "README.txt"


@click.command("new", help=HELP)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--from", "base", default=None, metavar="SCENARIO", help=say(HERE, "edit-new-help-from"))
@click.option("--id", "name", default=None, metavar="ID", help=say(HERE, "edit-new-help-id"))
@click.option("--title", default=None, metavar="TEXT", help=say(HERE, "edit-new-help-title"))
@click.option("--rounds", type=click.IntRange(1, MOST_ROUNDS), default=None, help=say(HERE, "edit-new-help-rounds"))
@lang
@click.pass_obj
def command(
    desk: Desk, folder: Path | None, base: str | None, name: str | None, title: str | None, rounds: int | None, language: str
) -> int:
    """Ask what was not said, then write an overlay and a page about it."""
    from sim.loading.edit.starting import examples_for, id_of_title, started, whole

    if folder is not None:
        refuse_taken(folder)
    check_name(name)
    found = found_base(base if base is not None else ask_base(desk))
    title = title if title is not None else ask_title(desk, found)
    name = name if name is not None else id_of_title(title, found.name)
    folder = folder if folder is not None else Path(name)
    refuse_taken(folder)
    rounds = rounds if rounds is not None else ask_rounds(desk, found)
    sheet, wanted = started(desk.say, folder / f"{name}.yaml", found, name, dict.fromkeys(LANGUAGES, title), rounds)
    if has_errors(desk, sheet):
        return PROBLEMS
    examples = examples_for(desk.say, sheet, wanted)
    write_all(desk, folder, sheet, whole(desk.say, wanted, examples), wanted)
    return DONE


# --- what may not be ---


def check_name(name: str | None) -> None:
    """An id that files and commands can bear, and that is not taken."""
    from sim.loading import finding
    from tui.troubles import Stop

    if name is not None and not ID.fullmatch(name):
        raise Stop("edit-new-bad-id", name=name)
    if name in finding.shipped_scenarios():
        raise Stop("edit-new-taken-id", name=str(name))


def refuse_taken(folder: Path) -> None:
    """Nothing is written into a folder that holds something."""
    from sim.loading import finding
    from tui.troubles import Stop

    if finding.is_shipped(folder / README):
        raise Stop("edit-shipped", file=str(folder))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Stop("edit-new-not-empty", folder=str(folder))


def found_base(name: str) -> Found:
    """The scenario to start from. Raises Broken where it cannot be played."""
    from sim.errors import Broken, Problem
    from sim.loading import finding, load

    found = finding.find_scenario(name)
    if isinstance(found, Problem):
        raise Broken([found])
    load.scenario(name)
    return found


def has_errors(desk: Desk, sheet: Sheet) -> bool:
    """Whether the new rules would be wrong as they were asked for; then what is wrong is shown."""
    from sim.loading.edit.overlay_file import looked
    from tui.commands.rules.set import show_problems

    problems, sources = looked(sheet, lambda scenario: ())
    errors = [problem for problem in problems if problem.severity == "error"]
    show_problems(desk, errors, sources)
    if errors:
        console.put(desk.say("edit-new-refused", count=len(errors)))
    return bool(errors)


# --- the questions ---


def asked(desk: Desk, question: str, default: Answer, answer_of: Callable[[str], Answer | None], wrong: str) -> Answer:
    """An answer that will do. An empty line takes the default; so does the end of a script, while Ctrl+D at the keyboard stops."""
    console.put(question)
    while (line := console.typed("> ")) is not None:
        found = answer_of(line.strip()) if line.strip() else default
        if found is not None:
            return found
        console.put(wrong)
    if console.is_script():
        return default
    raise click.Abort


def ask_base(desk: Desk) -> str:
    """The scenario to start from, by number or id."""
    from sim.loading import finding, load
    from tui.commands.play import first_game

    names = list(finding.shipped_scenarios())
    default = first_game()
    for number, name in enumerate(names, 1):
        label = load.scenario(name).label[desk.language]
        console.put(desk.say("edit-new-choice", number=number, name=name, label=label))

    def answer_of(word: str) -> str | None:
        by_number = word.isascii() and word.isdigit() and 1 <= int(word) <= len(names)
        return names[int(word) - 1] if by_number else word if word in names else None

    question = desk.say("edit-new-which", default=names.index(default) + 1)
    return asked(desk, question, default, answer_of, desk.say("edit-new-which-wrong", last=len(names)))


def ask_title(desk: Desk, base: Found) -> str:
    """What players see as its name."""
    from sim.loading import load

    default = desk.say("edit-new-own-title", label=load.scenario(place_of(base)).label[desk.language])
    return asked(desk, desk.say("edit-new-title", default=default), default, lambda word: word, "")


def ask_rounds(desk: Desk, base: Found) -> int:
    """How many rounds."""
    from sim.loading import load

    scenario = load.scenario(place_of(base))
    default = scenario.rounds

    def answer_of(word: str) -> int | None:
        return int(word) if word.isascii() and word.isdigit() and 1 <= int(word) <= MOST_ROUNDS else None

    wrong = desk.say("edit-new-rounds-wrong", most=MOST_ROUNDS)
    question = desk.say("edit-new-rounds", default=default, minutes=scenario.minutes)
    return asked(desk, question, default, answer_of, wrong)


def place_of(base: Found) -> str:
    """How the loader is asked for it."""
    return base.name if base.shipped else str(base.path)


# --- writing ---


def write_all(desk: Desk, folder: Path, sheet: Sheet, text: str, wanted: Wanted) -> None:
    """The overlay and the page about it, each whole or not at all; then what to do next."""
    from tui.mending import write

    folder.mkdir(parents=True, exist_ok=True)
    write(sheet.found.path, text)
    file = sheet.found.path.name
    page = desk.say("edit-new-readme", title=wanted.titles[desk.language], folder=str(folder), file=file, base=wanted.extends)
    write(folder / README, page.rstrip("\n") + "\n")
    console.put(desk.say("edit-new-done", file=str(sheet.found.path), page=str(folder / README)))
    console.put(desk.say("edit-new-next", file=str(sheet.found.path)))
