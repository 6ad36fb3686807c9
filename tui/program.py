"""The commands by name. Each stands in a file of its own, which is imported when the command is called."""

from __future__ import annotations

from importlib import import_module

import click

from tui.desk import Desk, language_of
from tui.wording import bare_lines

COMMANDS = {
    "play": "tui.commands.play",
    "resume": "tui.commands.resume",
    "replay": "tui.commands.replay",
    "debrief": "tui.commands.debrief",
    "list": "tui.commands.catalog",
    "simulate": "tui.commands.simulate",
    "lab": "tui.commands.lab",
    "compare": "tui.commands.compare",
    "check": "tui.commands.check",
    "explain": "tui.commands.explain",
    "why": "tui.commands.why",
    "rules": "tui.commands.rules.group",
    "schema": "tui.commands.schema",
}
MENU = "tui.commands.menu"


def helps(code: str) -> str:
    """A line of the help, in the language of the surroundings."""
    return bare_lines(language_of(None), "help")[code]


def helps_of(code: str, **arguments: str) -> str:
    """The help of a command: its line, then what each of its arguments is. arguments: codes by name."""
    return "\n\n".join([helps(code), *(f"{name}: {helps(line)}" for name, line in arguments.items())])


class Commands(click.Group):
    """Commands that are imported when they are needed; `--help` needs only their lines in the wording."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None where there is none."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        command = import_module(place).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name and line of every command."""
        with formatter.section(helps("help-commands")):
            formatter.write_dl([(name, helps(f"help-{name}")) for name in COMMANDS])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command meant, or a fault that offers what was probably meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from sim.errors import closest

            near = " ".join(f"`{word}`" for word in closest(name, COMMANDS)) or " ".join(COMMANDS)
            raise click.UsageError(Desk().say("cli-no-such-command", name=name, near=near), ctx)
        return super().resolve_command(ctx, args)


def show_version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        from sim.table.keeping import engine_version

        click.echo(f"nemawashi {engine_version()}")
        context.exit()


@click.group(cls=Commands, invoke_without_command=True, help=helps("help-program"), epilog=helps("help-more"))
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version, help=helps("help-version"))
@click.pass_context
def program(context: click.Context) -> int | None:
    """The group itself: without a command it opens the menu."""
    if context.invoked_subcommand is not None:
        return None
    result = import_module(MENU).run(context.obj)
    return int(result)
