"""The spaces and bodies of the alliance pack, read from its rule files, for the tables of domain.md 3.14."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sim.analysis.ratification import Groundwork
from sim.analysis.space import Outcome, Space, up_to, worth_of
from sim.analysis.votes import Body, Group, follows_party

PACK = Path(__file__).parents[2] / "rules" / "alliance"
START_CAPS = {"D3": 3, "T1": 4, "T3": 3, "F1": 3, "F2": 2, "F3": 3, "F4": 3}  # domain.md R7: locks on 31 March 2025
NO_CAPS: Mapping[str, int] = {}
PARTIES = ("us", "jp")


@cache
def entries(file: str) -> tuple[dict[str, Any], ...]:
    """The entries of a rule file that holds one list under its own name."""
    return tuple(yaml.safe_load((PACK / f"{file}.yaml").read_text(encoding="utf-8"))[file])


def weights(posture: str) -> dict[str, int]:
    """The weights of a posture: one number for each core issue."""
    return dict(next(entry["weights"] for entry in entries("postures") if entry["id"] == posture))


def japan() -> str:
    """The only posture of Japan."""
    return next(str(entry["id"]) for entry in entries("postures") if entry["party"] == "jp")


def core_issues() -> list[dict[str, Any]]:
    """The issues that every posture weighs; the optional ones are left out."""
    return [issue for issue in entries("issues") if issue["id"] in weights(japan())]


def space(posture: str, caps: Mapping[str, int] = START_CAPS) -> Space:
    """The twelve issues at the start, the United States in this posture, with caps on some issues."""
    issues = core_issues()
    start = tuple(issue["levels"].index(issue["start"]) for issue in issues)
    tops = [caps.get(issue["id"], len(issue["levels"]) - 1) for issue in issues]
    return Space(
        issues=tuple(issue["id"] for issue in issues),
        parties=PARTIES,
        worth=tuple(
            worth_of([weights(of)[issue["id"]] for issue in issues], [issue["payoff"][party] for issue in issues])
            for party, of in zip(PARTIES, (posture, japan()), strict=True)
        ),
        allowed=tuple(up_to(cap, level) for cap, level in zip(tops, start, strict=True)),
        in_force=start,
    )


def tracks() -> tuple[str, ...]:
    """The track of each core issue."""
    return tuple(issue["track"] for issue in core_issues())


def outcome(code: str) -> Outcome:
    """The outcome of a package code such as 141445343233."""
    return tuple(map(int, code))


@dataclass(frozen=True, slots=True)
class Front:
    """Who ratifies on one side at the start, with the groundwork that domain.md 3.14 grants it."""

    body: Body
    rules: Groundwork


def group(entry: dict[str, Any], its_space: Space) -> Group:
    """A group of a body file at its start; the one without points follows the utility of the United States."""
    base = Group(entry["id"], entry["weight"], entry["start"])
    if "points" in entry:
        return replace(base, points_per_level=tuple(entry["points"].get(issue, 0) for issue in its_space.issues))
    return replace(base, judge=follows_party(its_space, 0, limit=20, refused_below=-300))


def front(party: str, its_space: Space, proposed: Outcome) -> Front:
    """The home front of a party; its quota as domain.md section 5 has it, for a package from the start."""
    entry = next(body for body in entries("bodies") if body["id"] == party)
    groups = tuple(group(member, its_space) for member in entry["groups"])
    if party == "jp":  # m_diet starts at 42, below the 50 that would stand in for the opposition
        return Front(
            Body(groups, lambda weight, yes: weight >= 51 and {"jp_coalition", "jp_opposition"} <= yes, 50),
            Groundwork(step=3, group_max=12, side_max=18, price=lambda _, shift: 1 + (shift <= -12)),
        )
    needed = {"us_president"} | ({"us_congress"} if congress_is_asked(its_space, proposed) else set())
    movable = {"us_congress", "us_base", "us_industry"}
    return Front(
        Body(groups, lambda weight, yes: weight >= 55 and needed <= yes, 50),
        Groundwork(step=3, group_max=6, side_max=18, price=lambda member, _: 1 if member.id in movable else None),
    )


def congress_is_asked(its_space: Space, proposed: Outcome) -> bool:
    """Whether a package from the start changes F2 to 3 or more, F3 to 4, or T1 to 4 or more."""
    level = dict(zip(its_space.issues, proposed, strict=True))
    return level["F2"] >= 3 or level["F3"] == 4 or level["T1"] >= 4
