"""After the end, and only then: everything that the ten views of the debrief show, as one frozen value.

Nothing is hidden any more: postures, agendas, moods, clues that were false. The figures are those of a game under stated
assumptions; nothing here ranks anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sim.analysis.bargaining import kalai_smorodinsky, nash
from sim.analysis.frontier import frontier
from sim.analysis.missed import best_no_worse
from sim.analysis.shares import fair_share_percent
from sim.analysis.space import FrontierPoint, Points, Space, points
from sim.analysis.swaps import Chain, chain_of_swaps
from sim.analysis.yardsticks import sum_max
from sim.domain import Text
from sim.errors import RuleBroken
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.clues import band_of
from sim.kernel.layout import UNSET
from sim.table.bridge import bodies_of, levels_of, package_to, postures_of, space_of
from sim.table.cells import names_by_cell
from sim.table.debrief_story import (
    ActCount,
    Concession,
    LinkUsed,
    MeterRun,
    OfferMade,
    PostureHeld,
    Story,
    VoteHeld,
)
from sim.table.explain import Explainable, known_to
from sim.table.forecast import BodyForecast
from sim.table.happened import NumberChanged
from sim.table.knowledge import Clue, clues_of
from sim.table.known import Known
from sim.table.parts import Results
from sim.table.refusals import GAME_NOT_OVER
from sim.table.seating import TABLE_ID
from sim.table.shadow import Row, Shadow
from sim.table.statement import Printed, statement_of
from sim.table.view import results_of


@dataclass(frozen=True, slots=True)
class IssueResult:
    """An issue at the end. asked: most that a demand asked in the game, or None; history: what really happened, or None.

    worth: by party, weight x payoff in hundredths at the start, at the end, and at the level of history.
    """

    issue: int
    start: int
    asked: int | None
    reached: int
    history: int | None
    why: Text | None
    worth_start: tuple[int, ...]
    worth_reached: tuple[int, ...]
    worth_history: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class LeftOver:
    """The best outcome that is no worse for anybody than what was reached; the same where nothing better is allowed.

    gain: what both sides together could still have had. bodies: how each body would take the package that leads there;
    chain: swaps that lead there, nobody below the reached outcome on the way.
    """

    point: FrontierPoint
    gain: int
    changed: tuple[int, ...]
    bodies: tuple[BodyForecast, ...]
    chain: Chain | None


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """What the result is measured with, by party in hundredths, weights of the posture at the end, caps of the end.

    history: of what really happened, None where the scenario says nothing of it; fair_share: per cent of the Nash product.
    """

    start: Points
    reached: Points
    history: Points | None
    frontier: tuple[FrontierPoint, ...]
    nash: FrontierPoint | None
    kalai_smorodinsky: FrontierPoint | None
    best_sum: FrontierPoint
    fair_share: int
    short_by: tuple[int, ...]  # of each offer, in order: what it leaves to be had by both


@dataclass(frozen=True, slots=True)
class AgendaDrawn:
    """The secret agenda of a seat. agenda: index among those of its seat, None where none was drawn."""

    seat: int
    seat_id: str
    agenda: int | None
    points: int
    score: int
    is_first: bool


@dataclass(frozen=True, slots=True)
class ClueRead:
    """A clue that a side had, and whether it was true when it came."""

    party: int
    clue: Clue
    is_true: bool


@dataclass(frozen=True, slots=True)
class Debrief:
    """A finished game, laid open."""

    issues: tuple[IssueResult, ...]
    yardsticks: Yardsticks
    left: LeftOver
    offers: tuple[OfferMade, ...]
    votes: tuple[VoteHeld, ...]
    concessions: tuple[Concession, ...]
    links: tuple[LinkUsed, ...]
    meters: tuple[MeterRun, ...]
    changes: tuple[NumberChanged, ...]
    acts: tuple[ActCount, ...]
    postures: tuple[PostureHeld, ...]
    agendas: tuple[AgendaDrawn, ...]
    moods: tuple[int, ...]
    clues: tuple[ClueRead, ...]
    statement: tuple[Printed, ...]
    results: Results
    reasons: Mapping[int, str]


def debrief(game: Explainable, reasons: Mapping[int, str] | None = None) -> Debrief:
    """Lay a finished game open. reasons: codes of why bots did what they did, by number of the line.

    Raises RuleBroken `game-not-over` before the end.
    """
    if not game.is_over:
        raise RuleBroken(GAME_NOT_OVER, {})
    known = known_to(game, TABLE_ID)
    results = results_of(known)
    assert results is not None
    postures = postures_of(known)
    story = Story.of(known, game.history, postures)
    space = space_of(known, postures)
    given = dict(reasons or {})
    return Debrief(
        issues=issues_of(known, story),
        yardsticks=yardsticks_of(known, story, space),
        left=left_over(known, space),
        offers=tuple(replace(offer, reason=given.get(offer.line, "")) for offer in story.offers),
        votes=tuple(story.votes),
        concessions=tuple(story.concessions),
        links=tuple(story.links),
        meters=runs_of(known, story),
        changes=tuple(story.changes),
        acts=tuple(ActCount(*key, count) for key, count in sorted(story.acts.items())),
        postures=tuple(story.held),
        agendas=agendas_of(known, results),
        moods=tuple(known.m[s.MOOD + group.index] for group in known.scenario.groups),
        clues=clues_read(known, story),
        statement=statement_of(known),
        results=results,
        reasons=given,
    )


def issues_of(known: Known, story: Story) -> tuple[IssueResult, ...]:
    """Every issue: start, asked, reached, and what really happened."""
    history = known.scenario.history
    found = []
    for issue in known.scenario.issues:
        start, reached = known.m[s.START_LEVEL + issue.index], known.m[s.LEVEL + issue.index]
        real = history.levels[issue.index] if history is not None else UNSET
        found.append(
            IssueResult(
                issue=issue.index,
                start=start,
                asked=story.asked.get(issue.index),
                reached=reached,
                history=None if real == UNSET else real,
                why=history.why[issue.index] if history is not None else None,
                worth_start=worths(story, issue.index, start),
                worth_reached=worths(story, issue.index, reached),
                worth_history=None if real == UNSET else worths(story, issue.index, real),
            )
        )
    return tuple(found)


def worths(story: Story, issue: int, level: int) -> tuple[int, ...]:
    """What a level is worth to each party."""
    return tuple(story.worth(party, issue, level) for party in range(len(story.postures)))


def yardsticks_of(known: Known, story: Story, space: Space) -> Yardsticks:
    """Frontier, fair solutions and shares, from the start of the game as the plan without agreement."""
    start = points(space, tuple(known.m[s.START_LEVEL + issue.index] for issue in known.scenario.issues))
    reached = points(space, levels_of(known))
    fair = nash(space, start)
    return Yardsticks(
        start=start,
        reached=reached,
        history=history_points(known, space),
        frontier=frontier(space),
        nash=fair,
        kalai_smorodinsky=kalai_smorodinsky(space, start),
        best_sum=sum_max(space),
        fair_share=fair_share_percent(reached, start, fair.points if fair else start),
        short_by=tuple(best_no_worse(space, offer.outcome).joint - sum(offer.points) for offer in story.offers),
    )


def history_points(known: Known, space: Space) -> Points | None:
    """What really happened, in the points of this game; issues that history says nothing of stay at their start."""
    history = known.scenario.history
    if history is None:
        return None
    pairs = zip(history.levels, known.scenario.issues, strict=True)
    return points(space, tuple(known.m[s.START_LEVEL + issue.index] if level == UNSET else level for level, issue in pairs))


def left_over(known: Known, space: Space) -> LeftOver:
    """What was left on the table."""
    now = levels_of(known)
    best = best_no_worse(space, now)
    changed = tuple(issue for issue, (old, new) in enumerate(zip(now, best.outcome, strict=True)) if old != new)
    return LeftOver(
        point=best,
        gain=best.joint - sum(points(space, now)),
        changed=changed,
        bodies=bodies_of(known, best.outcome) if package_to(known, best.outcome).named() else (),
        chain=chain_of_swaps(space, now, best.outcome),
    )


def runs_of(known: Known, story: Story) -> tuple[MeterRun, ...]:
    """Meters, courses and counters by round."""
    names = names_by_cell(known.scenario)
    starts = start_cells(story)
    return tuple(MeterRun(cell, names[cell].what, starts[cell], tuple(values)) for cell, values in story.runs.items())


def start_cells(story: Story) -> list[int]:
    """The cells before the first round."""
    shadow = Shadow()
    for row in map(Row.of, story.entries[0].rows):
        if row.round == 0:
            shadow.take(row)
    return shadow.cells


def agendas_of(known: Known, results: Results) -> tuple[AgendaDrawn, ...]:
    """The secret agendas with their points."""
    return tuple(
        AgendaDrawn(
            seat=seat.index,
            seat_id=seat.id,
            agenda=None if known.m[s.AGENDA + seat.index] == UNSET else known.m[s.AGENDA + seat.index],
            points=results.agenda_points[seat.index],
            score=results.seat_scores[seat.index],
            is_first=seat.index in results.winners,
        )
        for seat in known.seating.seats
    )


def clues_read(known: Known, story: Story) -> tuple[ClueRead, ...]:
    """Every clue, held against the posture of its round."""
    return tuple(
        ClueRead(party.index, clue, is_true(known, story, clue))
        for party in known.scenario.parties
        for clue in clues_of(known.m, party.index)
    )


def is_true(known: Known, story: Story, clue: Clue) -> bool:
    """Whether a clue was true: under the posture that was in force in its round, at its beginning or by its end."""
    held = [each for each in story.held if each.party == clue.about and each.round <= clue.round]
    of_round = [each.posture for each in held if each.round == clue.round] or [held[-1].posture]
    before = [each.posture for each in held if each.round < clue.round][-1:]
    weights = [known.t[k.T_WEIGHT + posture * s.MAX_ISSUES + clue.issue] for posture in (*before, *of_round)]
    return any(int(band_of(known.t, weight)) == clue.band for weight in weights)
