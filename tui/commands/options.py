"""Options that several commands share, and what a person may write behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from tui.desk import Desk, language_of
from tui.program import helps
from tui.wording import LANGUAGES

Function = TypeVar("Function", bound=Callable[..., Any])  # Any: click calls a command with whatever its options are


def set_language(context: click.Context, parameter: click.Parameter, language: str | None) -> str:
    """The language of this run; sentences of the program follow it too."""
    found = language_of(language)
    if isinstance(context.obj, Desk):
        context.obj.language = found
    return found


lang = click.option(
    "--lang", "language", type=click.Choice(LANGUAGES), default=None, callback=set_language, is_eager=True, help=helps("help-lang")
)
as_json = click.option("--json", "as_json", is_flag=True, help=helps("help-json"))


def write_json(value: object) -> None:
    """A value as JSON, keys in the order given, Japanese as it is."""
    import json

    from tui import console

    console.put(json.dumps(value, ensure_ascii=False, indent=2))
