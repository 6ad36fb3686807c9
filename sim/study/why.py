"""Why a number is what it is before anybody has played: the reasons of the table, asked of the opening of a scenario."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sim.domain import Scenario
from sim.errors import RuleBroken, closest
from sim.kernel import layout as s
from sim.kernel.layout import UNSET
from sim.study.opening import opening, posture_pairs
from sim.study.ratifiable import Turning, turning_change
from sim.table.explain import Reason, explained
from sim.table.explain_packages import package_of
from sim.table.known import Known
from sim.table.refusals import NO_SUCH_NUMBER

SEPARATORS = re.compile(r"[\s,+]+")
OF_A_PARTY = ("gain", "utility", "quota", "income")
"""Names that say nothing without a party: at a table it is the viewer's own."""


def why(scenario: Scenario, name: str, package: str = "", postures: Sequence[int] | None = None) -> Reason:
    """The reason of a number at the opening; with a package, how it is under it. Raises RuleBroken for what nothing is called.

    name: as at the table; with a package also the bare id of a group or party. postures: indexes, default the first that may be drawn.
    """
    own = postures or posture_pairs(scenario)[0]
    known = nothing_offered(opening(scenario, own))
    terms = terms_of(scenario, package)
    if name in OF_A_PARTY:
        raise RuleBroken(NO_SUCH_NUMBER, {"name": name, "near": " ".join(f"{name}.{party.id}" for party in scenario.parties)})
    if terms and name.startswith("utility."):
        levels = [now if level is None else level for level, now in zip(package_of(known, terms).levels, starts(known), strict=False)]
        return explained(nothing_offered(opening(scenario, own, levels)), (), name)
    if any(group.id == name for group in scenario.groups) and terms:
        return explained(known, (), " ".join(("vote", name, *terms)))
    if any(party.id == name for party in scenario.parties) and terms:
        return explained(known, (), " ".join((f"quota.{name}", *terms)))
    return explained(known, (), " ".join((name, *terms)))


def nothing_offered(known: Known) -> Known:
    """The opening with no package on the table: a level of 0 would be one, and change what has another level at the start."""
    empty = [UNSET] * s.MAX_ISSUES
    return replace(known, m=(*known.m[: s.STANDING], *empty, *known.m[s.STANDING + s.MAX_ISSUES :]))


def starts(known: Known) -> list[int]:
    """The levels in force."""
    return [known.m[s.LEVEL + issue.index] for issue in known.scenario.issues]


def turning(scenario: Scenario, package: str, postures: Sequence[int] | None = None) -> Turning:
    """The smallest single change of a level that turns the vote on a package at the opening."""
    known = opening(scenario, postures or posture_pairs(scenario)[0])
    return turning_change(known, package_of(known, terms_of(scenario, package)))


def terms_of(scenario: Scenario, package: str) -> tuple[str, ...]:
    """The terms of a package as the table writes them; a level id alone means the one issue that has it."""
    written = (term for term in SEPARATORS.split(package.strip()) if term)
    return tuple(level_there(scenario, term) if "=" in term else f"{owner_of(scenario, term)}={term}" for term in written)


def level_there(scenario: Scenario, term: str) -> str:
    """A term whose issue has the level. Raises RuleBroken with the levels that there are; an issue that is none is found later."""
    name, _, level = term.partition("=")
    issue = next((issue for issue in scenario.issues if issue.id == name), None)
    if issue is not None and issue.level(level) is None:
        raise RuleBroken(NO_SUCH_NUMBER, {"name": term, "near": " ".join(f"{name}={own.id}" for own in issue.levels)})
    return term


def owner_of(scenario: Scenario, level: str) -> str:
    """The issue with a level of this id. Raises RuleBroken where none has it, or several do."""
    owners = [issue.id for issue in scenario.issues if any(own.id == level for own in issue.levels)]
    if len(owners) == 1:
        return owners[0]
    names = [f"{issue.id}={own.id}" for issue in scenario.issues for own in issue.levels]
    near = [f"{owner}={level}" for owner in owners] or list(closest(level, [name.partition("=")[2] for name in names]))
    raise RuleBroken(NO_SUCH_NUMBER, {"name": level, "near": " ".join(near)})


def postures_named(scenario: Scenario, wanted: Mapping[str, str]) -> tuple[int, ...]:
    """One posture a party: the one named for it, else the first that may be drawn. Raises RuleBroken for a name that is none."""
    first = posture_pairs(scenario)[0]
    found = list(first)
    for party, name in wanted.items():
        posture = next((each for each in scenario.postures if each.id == name and scenario.parties[each.party].id == party), None)
        if posture is None:
            raise RuleBroken(NO_SUCH_NUMBER, {"name": f"{party}={name}", "near": " ".join(each.id for each in scenario.postures)})
        found[posture.party] = posture.index
    return tuple(found)
