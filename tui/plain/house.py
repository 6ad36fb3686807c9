"""Which rules a game is played by: their digests, and what an overlay changed in them."""

from __future__ import annotations

from collections.abc import Iterator

from sim.domain import Scenario
from tui.plain.names import Names


def digest_line(names: Names) -> str:
    """The digests of rules and texts."""
    return names.say("house-digests", rules=names.scenario.rules_digest, texts=names.scenario.text_digest)


def house_lines(names: Names) -> Iterator[str]:
    """The house rules, one a line; none where everything is as it was written first."""
    rules = [rule for rule in names.scenario.house if not rule.is_text]
    if not names.scenario.house:
        return
    yield names.say("house-head", count=len(rules), texts=len(names.scenario.house) - len(rules))
    for rule in rules:
        yield "  " + names.say("house-rule", path=rule.path, old=rule.old or "-", new=rule.new or "-", place=rule.place)


def house_json(scenario: Scenario) -> list[dict[str, object]]:
    """The same for programs, texts too."""
    return [{"path": rule.path, "old": rule.old, "new": rule.new, "place": rule.place, "is_text": rule.is_text} for rule in scenario.house]
