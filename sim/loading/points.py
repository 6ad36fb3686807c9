"""The step order of a procedure as points of the kernel, with what the mechanism does at each."""

from __future__ import annotations

from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.shape_procedure import Procedure

STEPS = {
    "news": s.STEP_NEWS,
    "demand": s.STEP_DEMAND,
    "response": s.STEP_RESPONSE,
    "talks": s.STEP_TALKS,
    "home": s.STEP_HOME,
    "resolve": s.STEP_RESOLVE,
}
WORKS = {
    "news.drift": t.WORK_DRIFT,
    "news.income": t.WORK_INCOME,
    "news.surprise": t.WORK_SURPRISE,
    "news.card": t.WORK_CARD,
    "news.opportunity": t.WORK_OPPORTUNITY,
    "demand.draw": t.WORK_DRAW,
    "demand.second": t.WORK_SECOND,
    "demand.lever": t.WORK_OWN_LEVER,
    "response.answer": t.WORK_ANSWER,
    "talks.levers": t.WORK_OPENING,
    "talks.offers": t.WORK_OFFERS,
    "talks.moves": t.WORK_CLOSING,
    "home.consult": t.WORK_HOME,
    "home.reveal": t.WORK_REVEAL,
    "home.vote": t.WORK_VOTE,
    "home.result": t.WORK_RESULT,
    "resolve.force": t.WORK_FORCE,
    "resolve.shifts": t.WORK_SHIFTS,
    "resolve.ready": t.WORK_READY,
    "resolve.due": t.WORK_DUE,
    "resolve.settle": t.WORK_SETTLE,
    "resolve.show": t.WORK_SHOW,
}
OCCASIONS = {
    "start": t.AT_START,
    "lever.played": t.AT_LEVER_PLAYED,
    "package.passed": t.AT_PACKAGE_PASSED,
    "package.failed": t.AT_PACKAGE_FAILED,
    "demand.met": t.AT_DEMAND_MET,
    "demand.missed": t.AT_DEMAND_MISSED,
    "initiative.done": t.AT_INITIATIVE_DONE,
}
NEEDED = (
    *("news.income", "talks.levers", "talks.offers", "talks.moves"),
    *("home.consult", "home.reveal", "home.vote", "home.result", "resolve.force", "resolve.show"),
)
NEEDED_FOR_DEMANDS = ("demand.draw", "response.answer", "resolve.due")
PLAIN_POINTS = ("response.lever", "response.course", "talks.probes", "talks.initiative", "home.groundwork")
"""Points that only say where something is done; the mechanism of another point of the step does it."""


def points_of(procedure: Procedure) -> list[str]:
    """All points of a round in order, as `step.point`."""
    return [f"{step}.{point}" for step in STEPS for point in procedure.steps.get(step, [])]


def numbered(points: list[str]) -> dict[str, int]:
    """Point or occasion -> its number in the kernel."""
    return {**{name: index for index, name in enumerate(points)}, **OCCASIONS}


def write_points(table: list[int], points: list[str]) -> None:
    """Step and work of every point."""
    table[t.T_N_POINTS] = len(points)
    for index, name in enumerate(points):
        table[t.T_POINT_STEP + index] = STEPS[name.partition(".")[0]]
        table[t.T_POINT_WORK + index] = WORKS.get(name, t.WORK_NOTHING)
