"""From a state of the game to the values that exact analysis asks about. For the debrief, which sees everything.

During play nothing calls this with another side's posture: what a seat may know of it is in `knowledge.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sim.analysis.ratification import Groundwork
from sim.analysis.space import Outcome, Space, up_to, worth_of
from sim.analysis.votes import Body, Group, Vote
from sim.domain import Package
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.table.forecast import BodyForecast, body_forecast, likely_value, rules_of_groundwork, vote_at
from sim.table.known import Known


def space_of(known: Known, postures: Sequence[int]) -> Space:
    """The space of a moment: the caps and the levels in force of `known`, the weights of these postures, one a party."""
    scenario, t = known.scenario, known.t
    bench = known.bench()
    issues = range(len(scenario.issues))
    return Space(
        issues=tuple(issue.id for issue in scenario.issues),
        parties=tuple(party.id for party in scenario.parties),
        worth=tuple(
            worth_of(
                [t[k.T_WEIGHT + posture * s.MAX_ISSUES + issue] for issue in issues], [payoffs(known, party, issue) for issue in issues]
            )
            for party, posture in enumerate(postures)
        ),
        allowed=tuple(up_to(bench.cap(issue), known.m[s.LEVEL + issue]) for issue in issues),
        in_force=levels_of(known),
    )


def payoffs(known: Known, party: int, issue: int) -> tuple[int, ...]:
    """Payoffs of the levels of an issue to a party."""
    at = k.T_PAYOFF + (party * s.MAX_ISSUES + issue) * s.MAX_LEVELS
    return tuple(known.t[at : at + known.t[k.T_TOP + issue] + 1])


def levels_of(known: Known) -> Outcome:
    """The levels in force."""
    return tuple(known.m[s.LEVEL : s.LEVEL + len(known.scenario.issues)])


def postures_of(known: Known) -> tuple[int, ...]:
    """The postures in force; UNSET for one that is not known."""
    return tuple(known.m[s.POSTURE : s.POSTURE + len(known.scenario.parties)])


def package_to(known: Known, outcome: Outcome) -> Package:
    """The package that leads from the levels in force to an outcome: it names the issues that change."""
    pairs = zip(outcome, levels_of(known), strict=True)
    return Package(tuple(None if level == now else level for level, now in pairs))


def bodies_of(known: Known, outcome: Outcome) -> tuple[BodyForecast, ...]:
    """How every body would take an outcome. A quota may ask what a package changes, so this is a question for each."""
    weights = [known.weights_of(party) for party in range(len(known.scenario.parties))]
    package = package_to(known, outcome)
    return tuple(body_forecast(known, package, party, weights) for party in range(len(known.scenario.parties)))


def front_of(known: Known, party: int, outcome: Outcome) -> tuple[Body, Groundwork]:
    """A body with its groundwork as `sim.analysis.ratification` takes them, for this outcome and no other."""
    forecast = bodies_of(known, outcome)[party]
    bench = known.bench()
    bench.judge(package_to(known, outcome).levels)
    line = known.t[k.T_YES_AT]
    votes = tuple(vote_at(known, group, likely_value(group), line) for group in forecast.groups)
    indexes = {vote.group.id: group.group for vote, group in zip(votes, forecast.groups, strict=True)}

    def quota(_: int, yes: frozenset[str]) -> bool:
        return bench.quota(party, [indexes[name] for name in yes])[1]

    return Body(tuple(map(judging, votes)), quota, line), rules_of_groundwork(known, bench)


def judging(vote: Vote) -> Group:
    """A group that judges as it was found to do."""
    return replace(vote.group, judge=lambda _: (vote.shift, vote.refuses))
