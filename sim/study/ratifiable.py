"""Which package a scenario has that both homes carry: from rules and postures to the exact search, and back to a package.

Every question here is asked by somebody who knows all postures and moods: of the opening of a scenario, or of a game that is over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sim.analysis.ratifiable import Answer, Decides, Question, best_ratifiable
from sim.analysis.space import Points, Space, Table, joint_worth
from sim.analysis.winset import WinSets, win_sets
from sim.domain import Package, Scenario
from sim.kernel import codes
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.study.fronts import front_of
from sim.study.opening import opening
from sim.table.bench import Bench
from sim.table.bridge import package_to, postures_of, space_of
from sim.table.forecast import body_forecast
from sim.table.known import Known

BUDGET = 20_000
"""Nodes of a search where nobody asks for more."""

JOINT = UNSET
"""The aim that is no single party's: the sum over all."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best package found. package: None where none was; question: what was searched, for a look at other outcomes."""

    known: Known
    question: Question
    answer: Answer
    package: Package | None


def best_package(
    scenario: Scenario,
    postures: Sequence[int],
    levels: Sequence[int] | None = None,
    aim: int = JOINT,
    reservation: Points | None = None,
    groundwork: bool = False,
    budget: int = BUDGET,
) -> Best:
    """The best package that could be proposed and ratified at the opening with these postures. levels: in force, else the start.

    aim: a party, or JOINT. groundwork: each side may lift its groups as far as the rules and its capital go, else not at all.
    """
    known = opening(scenario, postures, levels)
    question = question_of(known, aim, reservation, groundwork)
    answer = best_ratifiable(question, budget)
    return Best(known, question, answer, None if answer.outcome is None else package_to(known, answer.outcome))


def win_sets_of(question: Question, samples: int = 2000, seed: int = 0) -> WinSets:
    """How many of the packages that may be proposed each body would ratify."""
    return win_sets(question.space, question.fronts, question.steps, samples, seed)


def question_of(known: Known, aim: int = JOINT, reservation: Points | None = None, groundwork: bool = False) -> Question:
    """The search for a moment that is known whole: every posture and mood."""
    bench, space = known.bench(), proposable(known)
    return Question(
        space=space,
        aim=joint_worth(space) if aim == JOINT else space.worth[aim],
        fronts=tuple(front_of(known, space, party.index, groundwork) for party in known.scenario.parties),
        reservation=reservation,
        steps=bench.value(known.t[k.T_PACKAGE_SIZE_EXPR]),
        barred=None if known.m[s.N_LINKS] == 0 and known.m[s.N_LASTING] == 0 else barred_by(known),
    )


def proposable(known: Known) -> Space:
    """The space of a moment with the levels that may be proposed now, whatever keeps the others out."""
    if UNSET in postures_of(known):
        raise ValueError("the best package is asked of somebody who knows every posture")
    bench, space = known.bench(), space_of(known, postures_of(known))
    levels = [range(len(issue.levels)) for issue in known.scenario.issues]
    allowed = (tuple(level for level in row if bench.code_to_stand(issue, level) == codes.ALLOWED) for issue, row in enumerate(levels))
    return replace(space, allowed=tuple(allowed))


def barred_by(known: Known) -> Decides:
    """Whether some rule keeps an outcome from being proposed."""
    bench = known.bench()
    return lambda outcome: bench.code_to_propose(package_to(known, outcome).levels) != codes.ALLOWED


# --- the smallest change that turns a vote ---


@dataclass(frozen=True, slots=True)
class Change:
    """A package that differs from another in one issue. loss: joint value given up, in hundredths; below 0 it brings some."""

    issue: int
    level: int
    package: Package
    steps: int
    loss: int


@dataclass(frozen=True, slots=True)
class Turning:
    """What turns the vote on a package. passes, by_body: as it stands; change: turns the whole vote, changes: each body's, by party."""

    passes: bool
    by_body: tuple[bool, ...]
    change: Change | None
    changes: tuple[Change | None, ...]


def turning_change(known: Known, package: Package) -> Turning:
    """The single change of one issue's level, still proposable, that turns the vote with the least loss of joint value.

    Of equal losses the one with fewer steps, then of the issue that stands first. A whole vote passes when every body's does.
    """
    bench, aim = known.bench(), joint_worth(proposable(known))
    now = verdicts(known, package)
    found = [(change, verdicts(known, change.package)) for change in changes_of(known, bench, package, aim)]
    found.sort(key=lambda pair: (pair[0].loss, pair[0].steps))
    return Turning(
        passes=all(now),
        by_body=now,
        change=next((change for change, then in found if all(then) != all(now)), None),
        changes=tuple(next((change for change, then in found if then[body] != now[body]), None) for body in range(len(now))),
    )


def verdicts(known: Known, package: Package) -> tuple[bool, ...]:
    """Whether each body would pass a package, by party."""
    weights = [known.weights_of(party.index) for party in known.scenario.parties]
    forecasts = (body_forecast(known, package, party.index, weights) for party in known.scenario.parties)
    return tuple(forecast.passes is not None and forecast.passes[0] for forecast in forecasts)


def changes_of(known: Known, bench: Bench, package: Package, aim: Table) -> list[Change]:
    """Every package that may be proposed and differs in the level of one issue."""
    found = []
    for issue in known.scenario.issues:
        now = known.m[s.LEVEL + issue.index]
        named = package.levels[issue.index]
        old = now if named is None else named
        for level in range(len(issue.levels)):
            other = Package(tuple(level_named(level, now) if place == issue.index else each for place, each in enumerate(package.levels)))
            if level != old and bench.code_to_propose(other.levels) == codes.ALLOWED:
                found.append(Change(issue.index, level, other, abs(level - old), aim[issue.index][old] - aim[issue.index][level]))
    return found


def level_named(level: int, now: int) -> int | None:
    """How a package names a level: not at all where it is in force."""
    return None if level == now else level
