"""rules: look at rules, change them, compare them. Each command stands in a file of its own, which is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from tui.desk import Desk
from tui.program import helps

COMMANDS = ("show", "set", "diff", "new", "fmt")


class Group(click.Group):
    """The commands about rule files."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"tui.commands.rules.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name and line of every command."""
        with formatter.section(helps("help-commands")):
            formatter.write_dl([(name, helps(f"help-rules-{name}")) for name in COMMANDS])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command meant, or a fault that offers what was probably meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from sim.errors import closest

            near = " ".join(f"`{word}`" for word in closest(name, COMMANDS)) or " ".join(COMMANDS)
            raise click.UsageError(Desk().say("cli-no-such-command", name=f"rules {name}", near=near), ctx)
        return super().resolve_command(ctx, args)


command = Group("rules", help=helps("help-rules"))
