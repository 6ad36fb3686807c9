"""list: scenarios, packs and bots."""

from __future__ import annotations

import click

from tui.cli import DONE
from tui.commands.options import as_json, lang, write_json
from tui.desk import Desk
from tui.program import helps


@click.command("list", help=helps("help-list"))
@as_json
@lang
@click.pass_obj
def command(desk: Desk, as_json: bool, language: str) -> int:
    """What can be played, and against whom."""
    scenarios = scenarios_known()
    packs = packs_known()
    bots = bots_known()
    if as_json:
        write_json({"scenarios": scenarios, "packs": packs, "bots": list(bots)})
        return DONE
    show(desk, scenarios, packs, bots)
    return DONE


def scenarios_known() -> list[dict[str, object]]:
    """Every shipped scenario with what one wants to know before a game."""
    from sim.loading import finding, load

    found: list[dict[str, object]] = []
    for name in finding.shipped_scenarios():
        loaded, problems = load.attempt(name)
        if loaded is None:
            found.append({"id": name, "problems": sum(1 for problem in problems if problem.severity == "error")})
            continue
        found.append(
            {
                "id": name,
                "label": {"en": loaded.label.en, "ja": loaded.label.ja},
                "pack": loaded.pack,
                "rounds": loaded.rounds,
                "issues": len(loaded.issues),
                "parties": [party.id for party in loaded.parties],
                "players": loaded.players,
                "minutes": loaded.minutes,
                "first_game": loaded.tutorial,
                "rules": loaded.rules_digest,
            }
        )
    return found


def packs_known() -> list[dict[str, object]]:
    """Every shipped pack."""
    from sim.loading import finding

    return [{"id": name, "folder": found.shown} for name, found in finding.shipped_packs().items()]


def bots_known() -> tuple[str, ...]:
    """The bot styles."""
    from sim.bots import STYLES

    return tuple(STYLES)


def show(desk: Desk, scenarios: list[dict[str, object]], packs: list[dict[str, object]], bots: tuple[str, ...]) -> None:
    """The lists as text."""
    from tui import console

    console.put(desk.say("cli-list-scenarios"))
    for entry in scenarios:
        console.put(f"  {entry['id']}: {scenario_line(desk, entry)}")
    console.put(desk.say("cli-list-packs"))
    for entry in packs:
        console.put(f"  {entry['id']}: {entry['folder']}")
    console.put(desk.say("cli-list-bots"))
    for style in bots:
        console.put(f"  {style}: {desk.say(f'word-style-{style.replace(chr(95), chr(45))}')}")


def scenario_line(desk: Desk, entry: dict[str, object]) -> str:
    """One scenario."""
    if "problems" in entry:
        return desk.say("cli-list-broken", problems=int(str(entry["problems"])), name=str(entry["id"]))
    label, parties = entry["label"], entry["parties"]
    assert isinstance(label, dict) and isinstance(parties, list)
    line = desk.say(
        "cli-list-scenario",
        label=str(label[desk.language]),
        issues=int(str(entry["issues"])),
        rounds=int(str(entry["rounds"])),
        sides=" ".join(parties),
        players=str(entry["players"]),
        minutes=int(str(entry["minutes"])),
    )
    return desk.say("cli-list-first", line=line) if entry["first_game"] else line
