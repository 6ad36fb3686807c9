"""Bots at the table of persons: made by style, keyed from the game's seed by hashing, and heard when they say why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sim.bots import STYLES, Bot
from sim.domain import Named, Scenario
from sim.lab.lesson import taught
from sim.lab.seeds import seed_of
from sim.lab.turns import Player, Why
from sim.table.refusals import REFUSALS
from sim.table.seating import Seating
from tui.plain.acts import ACT_WORDS
from tui.plain.names import Names, points


def styles() -> tuple[str, ...]:
    """Names of the styles."""
    return tuple(STYLES)


def make(by_seat: Mapping[str, str], seed: int, scenario: Scenario, seating: Seating) -> dict[str, Player]:
    """A bot for each seat. Its key comes from the seed by hashing, and is not the seed. In a first game it knows its first lines."""
    bots = {seat: Bot(style, seed_of(seed, 0, f"bot {seat}")) for seat, style in by_seat.items()}
    return {seat: taught(scenario, seating, seat, bot) for seat, bot in bots.items()}


def reason_text(names: Names, why: Why) -> str:
    """Why a bot moved as it did, as a sentence."""
    code, facts = why
    given = dict(facts)
    return names.say(f"bot-{code}", **{name: fact_text(names, given, name) for name in given})


def fact_text(names: Names, facts: Mapping[str, int], name: str) -> str | int:
    """A fact of a reason with a name in place of an index, points in place of hundredths."""
    number = facts[name]
    if name in POINTS:
        return points(number)
    if name == "level":
        return names.level(facts["issue"], number)
    if name == "kind":
        return ACT_WORDS.get(number, str(number))
    if name == "refusal":
        return REFUSALS[number] if 0 <= number < len(REFUSALS) else number
    pool = pools(names).get(name)
    if pool is None:
        return number
    if not 0 <= number < len(pool):
        return names.say("word-nothing")
    entry = pool[number]
    return entry.id if name == "demand" else names.issue(number) if name in ISSUES else names.text(entry.short)


POINTS = ("own_gain", "their_gain", "target", "worth")
ISSUES = ("issue", "linked")


def pools(names: Names) -> dict[str, Sequence[Named]]:
    """The entries that facts count."""
    scenario = names.scenario
    return {
        "issue": scenario.issues,
        "linked": scenario.issues,
        "demand": scenario.demands,
        "lever": scenario.levers,
        "initiative": scenario.initiatives,
        "course": scenario.courses,
        "group": scenario.groups,
        "posture": scenario.postures,
    }
