"""Where something stands in the rule files, and what a house rule put in its place."""

from __future__ import annotations

from dataclasses import dataclass

PAYOFF, WEIGHT, POINTS, STARTS, GROUP_WEIGHT = "payoff", "weight", "points", "start", "group_weight"
CREDIBILITY, CAPITAL = "credibility", "capital"
"""Kinds of numbers whose places a scenario keeps."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a rule file. Lines and columns from 1. house: a house rule; was: what it replaced, and where."""

    file: str
    line: int
    column: int
    house: bool = False
    was: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("", 0, 0)


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One thing that an overlay changes in the rules it extends.

    path: with dots; old, new: as they are written, "" for what was not there or is no more; place: of the change;
    old_place: of what it changes; is_text: it changes words for people only.
    """

    path: str
    old: str
    new: str
    place: str
    old_place: str = ""
    is_text: bool = False
