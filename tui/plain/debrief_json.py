"""The debrief for programs: the same facts with ids, points in hundredths."""

from __future__ import annotations

from collections.abc import Sequence

from sim.domain import Scenario
from sim.lab.turns import Turns
from sim.table.debrief import Debrief, debrief
from sim.table.game import Game
from tui.plain.house import house_json


def to_json(game: Game, turns: Turns, note: str) -> dict[str, object]:
    """A finished game laid open. note: the sentence that it is a game."""
    found = debrief(game, {number: code for number, (code, _) in turns.reasons.items()})
    scenario, sticks = game.scenario, found.yardsticks
    nash, kalai = sticks.nash, sticks.kalai_smorodinsky
    return {
        "note": note,
        "scenario": scenario.id,
        "rules": scenario.rules_digest,
        "texts": scenario.text_digest,
        "house_rules": house_json(scenario),
        "seed": game.seed,
        "ending": scenario.endings[found.results.ending].id,
        "scores": scores(scenario, found),
        "issues": issues(scenario, found),
        "values": {
            "start": of_parties(scenario, sticks.start),
            "reached": of_parties(scenario, sticks.reached),
            "history": of_parties(scenario, sticks.history) if sticks.history is not None else None,
            "nash": of_parties(scenario, nash.points) if nash is not None else None,
            "kalai_smorodinsky": of_parties(scenario, kalai.points) if kalai is not None else None,
            "largest_sum": of_parties(scenario, sticks.best_sum.points),
            "fair_share_percent": sticks.fair_share,
        },
        "frontier": [
            {"levels": levels(scenario, point.outcome), "points": of_parties(scenario, point.points)} for point in sticks.frontier
        ],
        "left_on_the_table": left(scenario, found),
        "offers": offers(scenario, found, turns),
        "votes": votes(scenario, found),
        "reasons": [reason(game, turns, number) for number in sorted(turns.reasons)],
        "postures": [
            {"party": scenario.parties[held.party].id, "posture": scenario.postures[held.posture].id, "from_round": held.round}
            for held in found.postures
        ],
        "moods": {group.id: mood for group, mood in zip(scenario.groups, found.moods, strict=True)},
    }


def of_parties(scenario: Scenario, numbers: Sequence[int]) -> dict[str, int]:
    """A number a party, by id."""
    return {party.id: numbers[party.index] for party in scenario.parties}


def levels(scenario: Scenario, outcome: Sequence[int | None]) -> dict[str, int]:
    """Levels by the id of their issue."""
    return {issue.id: level for issue, level in zip(scenario.issues, outcome, strict=True) if level is not None}


def scores(scenario: Scenario, found: Debrief) -> dict[str, object]:
    """Scores by side, joint, and by seat."""
    results = found.results
    return {
        "utility": of_parties(scenario, results.utility),
        "side": of_parties(scenario, results.side),
        "efficiency": results.efficiency,
        "alliance": results.alliance,
        "joint": results.joint,
        "seats": [
            {"seat": drawn.seat_id, "agenda_points": drawn.points, "score": drawn.score, "highest": drawn.is_first}
            for drawn in found.agendas
        ],
    }


def issues(scenario: Scenario, found: Debrief) -> list[dict[str, object]]:
    """Every issue."""
    return [
        {
            "issue": scenario.issues[result.issue].id,
            "start": result.start,
            "asked": result.asked,
            "reached": result.reached,
            "history": result.history,
            "worth_start": of_parties(scenario, result.worth_start),
            "worth_reached": of_parties(scenario, result.worth_reached),
        }
        for result in found.issues
    ]


def left(scenario: Scenario, found: Debrief) -> dict[str, object]:
    """What was missed, swap by swap."""
    chain = found.left.chain.swaps if found.left.chain is not None else ()
    return {
        "gain": found.left.gain,
        "levels": levels(scenario, found.left.point.outcome),
        "points": of_parties(scenario, found.left.point.points),
        "swaps": [{"levels": levels(scenario, swap.outcome), "points": of_parties(scenario, swap.points)} for swap in chain],
    }


def offers(scenario: Scenario, found: Debrief, turns: Turns) -> list[dict[str, object]]:
    """Every offer."""
    return [
        {
            "line": offer.line,
            "round": offer.round,
            "by": scenario.parties[offer.party].id,
            "package": levels(scenario, offer.levels),
            "points": of_parties(scenario, offer.points),
            "short_of_frontier": short,
            "fate": offer.fate,
        }
        for offer, short in zip(found.offers, found.yardsticks.short_by, strict=True)
    ]


def votes(scenario: Scenario, found: Debrief) -> list[dict[str, object]]:
    """Every vote."""
    return [
        {
            "round": vote.round,
            "package": levels(scenario, vote.levels),
            "passed": vote.passed,
            "bodies": [
                {"party": scenario.parties[party].id, "approves": approves, "yes_weight": weight} for party, approves, weight in vote.bodies
            ],
            "groups": [
                {
                    "group": scenario.groups[group.group].id,
                    "support": group.support,
                    "mood": group.mood,
                    "shift": group.shift,
                    "groundwork": group.groundwork,
                    "bonus": group.bonus,
                    "value": group.value,
                    "yes": group.yes,
                }
                for group in vote.groups
            ],
        }
        for vote in found.votes
    ]


def reason(game: Game, turns: Turns, number: int) -> dict[str, object]:
    """Why a bot did what a line says."""
    code, facts = turns.reasons[number]
    return {"line": number, "act": game.lines[number - 1].line, "reason": code, "facts": dict(facts)}
