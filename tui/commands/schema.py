"""schema: the form of rule files as JSON Schema, for editors and for programs that write rules."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli import DONE
from tui.commands.options import lang, write_json
from tui.desk import Desk, language_of
from tui.program import helps
from tui.wording import say

HERE = language_of(None)
FIRST_LINE = "# yaml-language-server: $schema={name}"
"""What an editor looks for in a rule file; the name is read from the folder of that file."""


@click.command("schema", help=helps("help-schema"))
@click.option("--write", "folder", metavar="DIR", default=None, help=say(HERE, "schema-help-write"))
@lang
@click.pass_obj
def command(desk: Desk, folder: str | None, language: str) -> int:
    """Print the schema, or write it into a folder."""
    from sim.loading.schema import schema

    found = schema(language)
    if folder is None:
        write_json(found)
    else:
        tell(desk, written(found, Path(folder)))
    return DONE


def written(found: dict[str, object], folder: Path) -> Path:
    """The file with the schema in a folder. Raises Stop where there is no such folder, OSError where it may not be written."""
    import json

    from sim.loading.schema import FILE_NAME
    from tui.troubles import Stop

    if not folder.is_dir():
        raise Stop("schema-no-folder", folder=str(folder))
    place = folder / FILE_NAME
    place.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    return place


def tell(desk: Desk, place: Path) -> None:
    """Where it is, and what makes an editor use it."""
    from tui import console

    console.put(desk.say("schema-written", file=str(place)))
    console.put(desk.say("schema-use"))
    console.put(f"  {FIRST_LINE.format(name=place.name)}")
    console.put(desk.say("schema-elsewhere"))
