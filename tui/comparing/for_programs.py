"""A comparison for programs: everything that was counted, in English words of its own, the same whatever the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands.simulate import plain, share
from tui.wording import say

if TYPE_CHECKING:
    from sim.lab.compare import Comparison, Row
    from tui.commands.compare import Asked, Played
    from tui.comparing.attribute import Effect


def to_json(asked: Asked, played: Played, attribute: bool) -> dict[str, object]:
    """The whole comparison."""
    from tui.commands.rules import diff

    comparison = played.comparison
    assert comparison is not None
    whole: dict[str, object] = {
        "note": say("en", "report-note"),
        "before": {"name": asked.before, "scenario": played.scenarios[0].id, "rules": played.scenarios[0].rules_digest},
        "after": {"name": asked.after, "scenario": played.scenarios[1].id, "rules": played.scenarios[1].rules_digest},
        "games": comparison.games,
        "games_asked": asked.games,
        "stopped": played.stopped,
        "seed": asked.seed,
        "pairs": [list(pair) for pair in played.found[0].sweep.pairs],
        "rules": diff.to_json(played.changes),
        "same": comparison.is_same,
        "changed": share(comparison.changed),
        "compared": comparison.compared,
        "measures": [measure(row) for row in comparison.rows],
        "only_before": [each.id for each in comparison.only_before],
        "only_after": [each.id for each in comparison.only_after],
        "first_changed": comparison.first,
        "flip": flip(played, comparison),
    }
    return whole | ({"alone": [effect(each) for each in played.effects if each.what]} if attribute else {})


def measure(row: Row) -> dict[str, object]:
    """One measure. clear_alone: what might be said had nothing else been looked at."""
    found = row.difference
    numbers = {name: plain(getattr(found, name)) for name in ("before", "after", "difference", "low", "high")}
    return {
        "id": row.after.id,
        "id_before": row.before.id,
        "kind": row.after.kind.value,
        **numbers,
        "changed": found.changed,
        "of": found.of,
        "survives": row.survives,
        "verdict": row.verdict,
        "clear_alone": row.alone,
    }


def flip(played: Played, comparison: Comparison) -> dict[str, object] | None:
    """The first game whose outcome flips, with all lines of both."""
    index = comparison.flip
    if index is None:
        return None
    sweep = played.found[0].sweep
    games = [found.sweep.at_table(scenario, index) for scenario, found in zip(played.scenarios, played.found, strict=True)]
    sides = ({"lines": [{"round": entry.round, "line": entry.line} for entry in game.lines]} for game in games)
    before, after = sides
    return {"index": index, "seed": sweep.seed_of_game(index), "bots": list(sweep.pair_of(index)), "before": before, "after": after}


def effect(each: Effect) -> dict[str, object]:
    """What one change does alone; or that it cannot stand alone."""
    if each.found is None:
        return {"change": each.what, "problem": each.problem.to_json() if each.problem is not None else None, "measures": None}
    return {"change": each.what, "changed": share(each.found.changed), "measures": [measure(row) for row in each.rows]}
