"""Goal A of the balance: every style is worth more than the one before it, and none wins against all others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from statistics import fmean

from benchmarks.balance_figures import Figure, Range, Section, above, difference, mean, percent
from sim.lab import results as r
from sim.lab.running import Found
from sim.lab.sweep import FIELD

LADDER = ("random_legal", "conceder", "tit_for_tat", "tradeoff")
MOST_WINS = 65
NOTE = (
    "Own score: side score less the mean of that side over all games of the field, so that the two sides can be set side by side. "
    "Joint score: both sides of the same style. Held: the style against which it wins least (higher own score, even ones half, "
    "each style on both sides)."
)


def own_scores(found: Found) -> Mapping[str, list[float]]:
    """Own scores of every style in the whole field, on both sides."""
    sides = [fmean(found.column(r.R_SIDE + party)) for party in range(2)]
    scores: dict[str, list[float]] = {style: [] for style in FIELD}
    for index in range(found.games):
        row, pair = found.row(index), found.sweep.pair_of(index)
        for party, style in enumerate(pair):
            scores[style].append(row[r.R_SIDE + party] - sides[party])
    return scores


def joint_scores(found: Found, style: str) -> list[float]:
    """Joint scores of a style with itself."""
    same = found.sweep.pairs.index((style, style))
    return [float(score) for score in found.column(r.R_JOINT)[same :: len(found.sweep.pairs)]]


def leads(found: Found, first: str, second: str) -> Iterator[float]:
    """Own score of the first style less that of the second, in all games of the two."""
    sides = [fmean(found.column(r.R_SIDE + party)) for party in range(2)]
    for pair, sign in (((first, second), 1), ((second, first), -1)):
        at = found.sweep.pairs.index(pair)
        for index in range(at, found.games, len(found.sweep.pairs)):
            row = found.row(index)
            yield sign * ((row[r.R_SIDE] - sides[0]) - (row[r.R_SIDE + 1] - sides[1]))


def wins(found: Found, first: str, second: str) -> Range:
    """Per cent of their games that the first style wins. A draw counts as half a game won."""
    halves = [2 if lead > 0 else 1 if lead == 0 else 0 for lead in leads(found, first, second)]
    share = percent(sum(halves) // 2, len(halves))
    return Range(50 * fmean(halves), share.low, share.high)


def held(found: Found, style: str) -> Figure:
    """Who holds a style best."""
    best, other = min(((wins(found, style, other), other) for other in FIELD if other != style), key=lambda pair: pair[0].value)
    return Figure(f"{style} is held by {other}, % won", str(best), f"at most {MOST_WINS}", best.value <= MOST_WINS)


def ladder(found: Found) -> Section:
    """All of it."""
    own = own_scores(found)
    joint = {style: joint_scores(found, style) for style in FIELD}
    figures = [Figure(f"own score of {style}", str(mean(own[style]))) for style in FIELD]
    figures += [Figure(f"joint score of {style} with itself", str(mean(joint[style]))) for style in FIELD]
    figures += [above(f"own score, {low} to {high}", difference(own[low], own[high]), 0) for low, high in pairwise(LADDER)]
    figures += [above(f"joint score, {low} to {high}", difference(joint[low], joint[high]), 0) for low, high in pairwise(LADDER)]
    figures += [held(found, style) for style in FIELD]
    return Section("Ladder of styles", NOTE, tuple(figures))
