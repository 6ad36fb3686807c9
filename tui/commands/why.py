"""why: where a number comes from - value, place, overlays, tags, the rule's sentence; or how it comes out at the opening, with a package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli import DONE
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps, helps_of

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.loading.numbers import Number
    from sim.study.ratifiable import Turning
    from sim.table.reason import Reason
    from tui.plain.names import Names


@click.command("why", help=helps_of("help-why", SCENARIO="help-scenario", NAME="help-name"))
@click.argument("scenario")
@click.argument("name")
@click.option("--package", default="", metavar="TERMS", help=helps("help-package"))
@click.option("--posture", "postures", multiple=True, metavar="PARTY=POSTURE", help=helps("help-posture"))
@as_json
@lang
@click.pass_obj
def command(desk: Desk, scenario: str, name: str, package: str, postures: tuple[str, ...], as_json: bool, language: str) -> int:
    """Every value under a name; what no rule file says by itself is reckoned at the opening."""
    from sim.loading.numbers import NoSuchName, numbers

    try:
        found = () if package else numbers(scenario, name)
    except NoSuchName as missing:
        reckon(desk, scenario, name, package, postures, as_json, missing.hint)
        return DONE
    if package:
        reckon(desk, scenario, name, package, postures, as_json, ())
        return DONE
    loaded = loaded_scenario(scenario)
    if as_json:
        write_json({"scenario": scenario, "name": name, "values": [to_json(number, loaded) for number in found]})
    else:
        show(desk, found, loaded)
    return DONE


def loaded_scenario(scenario: str) -> Scenario | None:
    """The scenario, None where it cannot be played."""
    from sim.loading import load

    return load.attempt(scenario)[0]


# --- what the rule files say ---


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


# --- what comes of it at the opening ---


def reckon(desk: Desk, name_of: str, name: str, package: str, postures: tuple[str, ...], as_json: bool, hint: tuple[str, ...]) -> None:
    """The reason of a number before the first round. Raises Stop for what nothing is called."""
    from sim.errors import RuleBroken
    from sim.loading import load
    from sim.study.why import postures_named, terms_of, turning, why
    from tui.troubles import Stop

    scenario = load.scenario(name_of)
    try:
        pairs = {party: posture for party, _, posture in (each.partition("=") for each in postures)}
        own = postures_named(scenario, pairs)
        reason = why(scenario, name, package, own)
        turn = turning(scenario, package, own) if package else None
        terms = terms_of(scenario, package)
    except RuleBroken as refused:
        near = " ".join(hint) or str(refused.facts.get("near", "")) or "-"
        raise Stop("cli-no-such-name", scenario=name_of, name=str(refused.facts.get("name", name)), near=near) from refused
    if as_json:
        write_json({"scenario": name_of, "name": name, "package": list(terms), "reason": reason_json(reason)})
        return
    tell(desk, scenario, own, reason, turn)


def tell(desk: Desk, scenario: Scenario, postures: tuple[int, ...], reason: Reason, turn: Turning | None) -> None:
    """The reason as text, under which postures, and what would turn the vote."""
    from sim.table.seating import seating_for
    from tui import console
    from tui.plain.names import Names
    from tui.plain.why import why_lines

    names = Names(scenario, seating_for(scenario), desk.language)
    labels = names.listed([names.text(scenario.postures[posture].label) for posture in postures])
    console.put(desk.say("cli-why-opening", postures=labels))
    for line in why_lines(names, reason):
        console.put(line)
    if turn is not None:
        console.put(turning_text(desk, names, scenario, turn))


def turning_text(desk: Desk, names: Names, scenario: Scenario, turn: Turning) -> str:
    """Whether both homes carry the package, and the one change of a level that would turn that."""
    verdict = desk.say("cli-why-passes" if turn.passes else "cli-why-fails")
    if turn.change is None:
        return f"{verdict} {desk.say('cli-why-no-turn')}"
    change = turn.change
    level = scenario.issues[change.issue].levels[change.level].id
    worth = f"{'-' if change.loss > 0 else '+'}{abs(change.loss) // 100}.{abs(change.loss) % 100:02d}"
    return f"{verdict} {desk.say('cli-why-turn', issue=names.issue(change.issue), level=level, worth=worth)}"


def reason_json(reason: Reason) -> dict[str, object]:
    """A reason for programs."""
    return {
        "code": reason.code,
        "amount": reason.amount,
        "label": {"en": reason.text.en, "ja": reason.text.ja} if reason.text is not None else None,
        "what": reason.what,
        "written": reason.written,
        "place": reason.place,
        "origin": reason.origin,
        "facts": dict(reason.facts),
        "turns": [
            {"code": each.code, "what": each.what, "before": each.before, "after": each.after, "result": each.result}
            for each in reason.turns
        ],
        "parts": [reason_json(child) for child in reason.children],
    }
