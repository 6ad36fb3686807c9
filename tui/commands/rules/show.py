"""rules show: the rules of a scenario after all overlays, and what they changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli import DONE
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps, helps_of

if TYPE_CHECKING:
    from sim.loading.layers import Read


@click.command("show", help=helps_of("help-rules-show", SCENARIO="help-scenario", PATH="help-path"))
@click.argument("scenario")
@click.argument("path", default="")
@click.option("--resolved", is_flag=True, help=helps("help-resolved"))
@click.option("--changed", is_flag=True, help=helps("help-only-changed"))
@as_json
@lang
@click.pass_obj
def command(desk: Desk, scenario: str, path: str, resolved: bool, changed: bool, as_json: bool, language: str) -> int:
    """The rules, or a part of them; or only what overlays changed."""
    from sim.loading.showing import shown
    from tui import console
    from tui.troubles import Stop

    source = source_of(scenario)
    if as_json or changed:
        tell_changes(desk, source, as_json)
        return DONE
    lines = shown(source, path, resolved)
    if not lines:
        raise Stop("cli-no-such-name", scenario=scenario, name=path, near=near(source, path))
    for line in lines:
        console.put(line)
    return DONE


def source_of(scenario: str) -> Read:
    """The documents of a scenario. Raises Broken where it cannot be played."""
    from sim.errors import Broken, Problem
    from sim.loading import finding
    from sim.loading.load import compiled, read

    place = finding.find_scenario(scenario)
    if isinstance(place, Problem):
        raise Broken([place])
    source = read(place)
    errors = [problem for problem in compiled(source)[1] if problem.severity == "error"]
    if errors:
        raise Broken(errors)
    return source


def near(source: Read, path: str) -> str:
    """Paths like one that leads nowhere."""
    from sim.errors import closest
    from sim.loading.paths import names_of
    from sim.loading.showing import trees_of

    names = names_of(trees_of(source))
    return " ".join(closest(path, names) or sorted({name.partition(".")[0] for name in names}))


def tell_changes(desk: Desk, source: Read, as_json: bool) -> None:
    """What overlays changed, one a line."""
    from tui import console

    if as_json:
        write_json(
            {
                "overlays": [layer.found.shown for layer in source.overlays],
                "house_rules": [
                    {
                        "path": each.path,
                        "old": each.old,
                        "new": each.new,
                        "place": each.place,
                        "old_place": each.old_place,
                        "is_text": each.is_text,
                    }
                    for each in source.house
                ],
            }
        )
        return
    for each in source.house:
        console.put(desk.say("house-rule", path=each.path, old=each.old or "-", new=each.new or "-", place=each.place))
    if not source.house:
        console.put(desk.say("house-none"))
