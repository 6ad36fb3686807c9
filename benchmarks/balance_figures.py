"""Figures of a balance run: a number with its 95 % interval beside a limit, and whether the limit is met; and how they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pvariance

from sim.analysis.intervals import wilson_ends

Z = 1.96


@dataclass(frozen=True, slots=True)
class Range:
    """A number and the ends of its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.1f} [{self.low:.1f}, {self.high:.1f}]"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report. met: None where a figure has no limit and is shown for information."""

    name: str
    found: str
    limit: str = ""
    met: bool | None = None

    @property
    def verdict(self) -> str:
        """The last column."""
        return "" if self.met is None else "met" if self.met else "**not met**"


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the report. note: how its figures were taken."""

    title: str
    note: str
    figures: tuple[Figure, ...]


def mean(values: Sequence[float]) -> Range:
    """A mean of one or more numbers."""
    middle = fmean(values)
    half = Z * sqrt(pvariance(values, middle) / len(values))
    return Range(middle, middle - half, middle + half)


def difference(before: Sequence[float], after: Sequence[float]) -> Range:
    """By how much the mean of one sample lies above that of another that is independent of it."""
    middle = fmean(after) - fmean(before)
    half = Z * sqrt(pvariance(before) / len(before) + pvariance(after) / len(after))
    return Range(middle, middle - half, middle + half)


def percent(count: int, of: int) -> Range:
    """A share in per cent, at least one counted."""
    low, high = wilson_ends(count, of)
    return Range(100 * count / of, 100 * float(low), 100 * float(high))


def above(name: str, found: Range, least: float) -> Figure:
    """A figure whose whole interval has to lie above a number."""
    return Figure(name, str(found), f"interval > {least:g}", found.low > least)


def between(name: str, found: Range, least: float, most: float) -> Figure:
    """A figure that has to lie between two numbers."""
    return Figure(name, str(found), f"{least:g} to {most:g}", least <= found.value <= most)


def named(name: str, missing: Sequence[str], of: int) -> Figure:
    """A figure of which nothing may be missing."""
    found = f"all {of}" if not missing else f"{of - len(missing)} of {of}; never: {', '.join(missing)}"
    return Figure(name, found, "all", not missing)


def printed(section: Section) -> str:
    """A section as Markdown."""
    head = [f"\n## {section.title}\n", f"{section.note}\n", "| figure | found | limit | |", "|---|---|---|---|"]
    return "\n".join([*head, *(f"| {each.name} | {each.found} | {each.limit} | {each.verdict} |" for each in section.figures)])
