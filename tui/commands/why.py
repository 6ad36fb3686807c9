"""why: where a number of the rules comes from - value, place, tags, the rule's sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli import DONE
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps_of

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.loading.numbers import Number


@click.command("why", help=helps_of("help-why", SCENARIO="help-scenario", NAME="help-name"))
@click.argument("scenario")
@click.argument("name")
@as_json
@lang
@click.pass_obj
def command(desk: Desk, scenario: str, name: str, as_json: bool, language: str) -> int:
    """Every value under a name."""
    from sim.loading import load
    from sim.loading.numbers import NoSuchName, numbers
    from tui.troubles import Stop

    try:
        found = numbers(scenario, name)
    except NoSuchName as missing:
        near = " ".join(missing.hint)
        raise Stop("cli-no-such-name", scenario=scenario, name=name, near=near) from missing
    loaded, _ = load.attempt(scenario)
    if as_json:
        write_json({"scenario": scenario, "name": name, "values": [to_json(number, loaded) for number in found]})
    else:
        show(desk, found, loaded)
    return DONE


def show(desk: Desk, found: tuple[Number, ...], loaded: Scenario | None) -> None:
    """The values, then the rules they stand in."""
    from tui import console

    for number in found:
        console.put(desk.say("cli-why-number", path=number.path, value=str(number.value)))
        tags = "".join(f", {tag}" for tag in number.source)
        origin = desk.say(f"word-origin-{number.origin}")
        console.put("  " + desk.say("cli-why-place", place=number.place, origin=origin, tags=tags))
        for old in number.was:
            console.put("  " + desk.say("cli-why-was", old=old))
        if number.by_scenario:
            console.put("  " + desk.say("cli-why-scenario"))
    for rule in dict.fromkeys(number.rule for number in found if number.rule):
        text = rule_text(loaded, rule, desk.language)
        if text:
            console.put(f"{desk.say('cli-why-rule', rule=rule)} {text}")


def rule_text(loaded: Scenario | None, rule: str, language: str) -> str:
    """The sentence of a rule, "" where the scenario has none."""
    entry = next((entry for entry in loaded.rulebook if entry.id == rule), None) if loaded is not None else None
    return entry.text[language] if entry is not None else ""


def to_json(number: Number, loaded: Scenario | None) -> dict[str, object]:
    """A value for programs."""
    return {
        "path": number.path,
        "value": number.value,
        "file": number.file,
        "line": number.line,
        "col": number.column,
        "source": list(number.source),
        "origin": number.origin,
        "by_scenario": number.by_scenario,
        "was": list(number.was),
        "rule": number.rule,
        "rule_text": {language: rule_text(loaded, number.rule, language) for language in ("en", "ja")} if number.rule else {},
    }
