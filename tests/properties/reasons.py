"""Questions why, for any game, and what must be true of every answer."""

from __future__ import annotations

from random import Random

from sim.errors import RuleBroken
from sim.table.explain import names
from sim.table.game import Game
from sim.table.reason import Reason

CLOSED = ("not-yours-to-know", "game-not-over", "no-such-level", "no-such-number")


def questions(game: Game, random: Random) -> list[str]:
    """Every name that can be asked about, and some packages."""
    packages = [terms(game, random) for _ in range(4)]
    about = ["gain", *(f"gain.{party.id}" for party in game.scenario.parties), *(f"quota.{party.id}" for party in game.scenario.parties)]
    votes = [f"vote {group.id}" for group in game.scenario.groups]
    return [*names(game.scenario, game.seating), *(f"{what} {package}".strip() for what in (*about, *votes) for package in packages)]


def terms(game: Game, random: Random) -> str:
    """A package of up to three issues, as terms."""
    issues = random.sample(game.scenario.issues, random.randrange(4))
    return " ".join(f"{issue.id}={random.randrange(len(issue.levels))}" for issue in issues)


def ask(game: Game, viewer: str, what: str) -> Reason | None:
    """The reason, or None where it is refused for a reason of its own."""
    try:
        return game.explain(viewer, what)
    except RuleBroken as broken:
        assert broken.code in CLOSED, f"{what}: {broken.code}"
        return None


def adds_up(reason: Reason) -> None:
    """Every amount is the sum of its parts, down to the leaves."""
    for part in reason.walk():
        if part.children:
            assert part.amount == sum(child.amount for child in part.children), f"{reason.what}: {part}"
