"""What a package is worth and whether it would pass at home, as far as one viewer can know. Values only, no state.

Own numbers are exact. Those of another side are a range that holds the truth: over the postures still possible, or, where
a side's weights are its secret, over all weights that fit the sure clues. A forecast of a vote knows nothing of hidden
moods and of the other side's groundwork; it says what is certain and what is open. `forecast.py` does the votes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sim.domain import Package
from sim.errors import RuleBroken
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.codes import NO_SUCH_LEVEL
from sim.table.forecast import BodyForecast, body_forecast
from sim.table.knowledge import Range, Weights
from sim.table.known import Known
from sim.table.refusals import REFUSALS


@dataclass(frozen=True, slots=True)
class Worth:
    """What a package brings one party, in hundredths, against the levels in force.

    total: all of it; issues: by issue; tracks: by track. The ranges of the parts need not add up to the total's: each part
    has its own best and worst posture. postures: those it was reckoned over, empty where bounds of weights were used.
    """

    party: int
    is_own: bool
    total: Range
    issues: tuple[Range, ...]
    tracks: tuple[Range, ...]
    postures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Appraisal:
    """A package as one viewer sees it. code: "" or why it may not be offered now; steps: level steps it uses."""

    package: Package
    code: str
    steps: int
    worths: tuple[Worth, ...]
    bodies: tuple[BodyForecast, ...]

    def worth_to(self, party: int) -> Worth:
        """What it brings a party."""
        return next(worth for worth in self.worths if worth.party == party)

    def body_of(self, party: int) -> BodyForecast:
        """How the body of a party would take it."""
        return next(body for body in self.bodies if body.party == party)


def appraise(known: Known, package: Package) -> Appraisal:
    """A package as the viewer sees it. Raises RuleBroken `no-such-level` for one that names a level that does not exist."""
    must_exist(known, package)
    bench = known.bench()
    code = bench.code_to_propose(package.levels)
    bench.judge(package.levels)
    weights = [known.weights_of(party) for party in range(known.t[k.T_N_PARTIES])]
    return Appraisal(
        package=package,
        code=REFUSALS[code] if code else "",
        steps=bench.steps,
        worths=tuple(worth_to(known, package, each) for each in weights),
        bodies=tuple(body_forecast(known, package, each.party, weights) for each in weights),
    )


def must_exist(known: Known, package: Package) -> None:
    """Refuse a package with another number of issues, or with a level that does not exist."""
    tops = [known.t[k.T_TOP + issue] for issue in range(known.t[k.T_N_ISSUES])]
    if len(package.levels) != len(tops):
        raise ValueError(f"a package has a level or None for {len(tops)} issues, got {len(package.levels)}")
    for issue, level in package.named():
        if level > tops[issue]:
            facts = {"issue": known.scenario.issues[issue].id, "level": level, "top": tops[issue], "now": known.m[s.LEVEL + issue]}
            raise RuleBroken(REFUSALS[NO_SUCH_LEVEL], facts)


def worth_to(known: Known, package: Package, weights: Weights) -> Worth:
    """What a package brings one party, as far as its weights are known."""
    steps = payoff_steps(known.t, known.m, weights.party, package)
    tracks = known.t[k.T_ISSUE_TRACK : k.T_ISSUE_TRACK + len(steps)]
    return Worth(
        party=weights.party,
        is_own=weights.party == known.party,
        total=weights.total(steps),
        issues=tuple(weights.total(only(steps, [issue])) for issue in range(len(steps))),
        tracks=tuple(
            weights.total(only(steps, [issue for issue, of in enumerate(tracks) if of == track.index])) for track in known.scenario.tracks
        ),
        postures=weights.postures if weights.rows else (),
    )


def payoff_steps(t: Sequence[int], m: Sequence[int], party: int, package: Package) -> tuple[int, ...]:
    """By issue, what the package changes in a party's payoff; payoffs are public, weights may not be."""
    steps = [0] * t[k.T_N_ISSUES]
    for issue, level in package.named():
        at = k.T_PAYOFF + (party * s.MAX_ISSUES + issue) * s.MAX_LEVELS
        steps[issue] = t[at + level] - t[at + m[s.LEVEL + issue]]
    return tuple(steps)


def only(steps: Sequence[int], issues: Iterable[int]) -> tuple[int, ...]:
    """The steps of some issues alone."""
    wanted = set(issues)
    return tuple(step if issue in wanted else 0 for issue, step in enumerate(steps))
