"""What many games between bots say about a scenario (NW7xx): one side ahead, levels, events and levers without use, stalemates.

Raised as clear only where the whole 95 % interval lies beyond its limit; where the interval holds the limit, with how many games
more may decide. Of what is looked for in vain a share of 0 is no proof, so it is clear only after enough games.

"Ahead" is the larger share of a side's own range: value of the levels in force at the end, between that of the levels at the
start (no deal) and that of the best package for this side which every home would ratify at the opening. All three are read from
payoffs and weights under the postures of the game, so they are in one unit; what a score adds for meters has no such range and
is left out. Only games with a ratified package count as deals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from sim.analysis.space import points
from sim.domain import Scenario
from sim.kernel.layout import UNSET
from sim.lab import counts as k
from sim.lab import results as r
from sim.lab.games_needed import more_games_needed
from sim.lab.measures import measures_of
from sim.lab.running import Found
from sim.lab.statistics import Share, wilson
from sim.study.ratifiable import best_package

NOBODY = -1
NEVER, ALWAYS = Decimal(0), Decimal(1)
FIRST_ROUND = 1
AHEAD, LEVEL, EVENT, STALEMATE = "NW701", "NW702", "NW703", "NW704"
EARLY, LEVER, FAILED, STYLE = "NW705", "NW706", "NW707", "NW708"


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on something is worth saying, all settings. never: games after which "not once" may be said."""

    ahead: Decimal = Decimal("0.80")
    stalemate: Decimal = Decimal("0.40")
    early: Decimal = Decimal("0.30")
    failed: Decimal = Decimal("0.30")
    beaten: Decimal = Decimal("0.50")
    never: int = 1000


DEFAULTS = Limits()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say. names: ids of what it is about; limit: what `share` is held against, 0 for never and 1 for always.

    more_games: 0 where it is clear; else how many more may make it so, None where no number would.
    """

    code: str
    names: tuple[str, ...]
    share: Share
    limit: Decimal
    clear: bool
    more_games: int | None

    @property
    def reach(self) -> Fraction:
        """How far beyond the limit, as a part of what could be: orders findings that are equally clear."""
        if self.limit in (NEVER, ALWAYS):
            return Fraction(0)
        return (Fraction(self.share.count, self.share.of) - Fraction(self.limit)) / (1 - Fraction(self.limit))


def findings(scenario: Scenario, found: Found, limits: Limits = DEFAULTS) -> tuple[Finding, ...]:
    """Everything that can be said of the games played so far, worst first: clear before unclear, then the farthest beyond."""
    if not found.games:
        return ()
    games = Games(scenario, found, limits)
    every = [*games.ahead(), *games.deals(), *games.votes(), *games.styles(), *games.unused()]
    return tuple(sorted(every, key=lambda each: (not each.clear, -each.reach, each.code)))


@dataclass
class Games:
    """The games played so far, asked for one thing after the other."""

    scenario: Scenario
    found: Found
    limits: Limits
    ranges: dict[tuple[int, ...], tuple[tuple[int, int], ...] | None] = field(default_factory=dict)
    known: dict[tuple[tuple[int, ...], tuple[int, ...]], int | None] = field(default_factory=dict)

    @cached_property
    def counts(self) -> list[int]:
        """The counts of all pairs together."""
        return self.found.all()

    @property
    def played(self) -> int:
        """How many games."""
        return self.found.games

    # --- shares held against a limit ---

    def above(self, code: str, names: tuple[str, ...], share: Share, limit: Decimal) -> Iterator[Finding]:
        """A share that lies above its limit, or may do so."""
        if share.high < limit:
            return
        clear = share.low > limit
        more = 0 if clear else self.games_for(more_games_needed(share, limit), share)
        yield Finding(code, names, share, limit, clear, more)

    def games_for(self, more: int | None, share: Share) -> int | None:
        """Games in which there is so much more of what the share is of."""
        return None if more is None else -(-more * self.played // share.of)

    def never(self, code: str, names: tuple[str, ...], count: int, limit: Decimal = NEVER) -> Iterator[Finding]:
        """What was seen in none of the games, or with another limit in all."""
        if count == (0 if limit == NEVER else self.played):
            lacking = max(0, self.limits.never - self.played)
            yield Finding(code, names, wilson(count, self.played), limit, not lacking, lacking)

    # --- who is ahead ---

    def range_of(self, postures: tuple[int, ...]) -> tuple[tuple[int, int], ...] | None:
        """For each party the value without a deal, and what the best ratifiable package adds; None where that is not known."""
        if postures not in self.ranges:
            best = [best_package(self.scenario, postures, aim=party.index, groundwork=True) for party in self.scenario.parties]
            start = points(best[0].question.space, best[0].question.space.in_force)
            ends = [points(each.question.space, each.answer.outcome) if each.answer.outcome and each.answer.proved else () for each in best]
            spans = [end[party] - start[party] if end else 0 for party, end in enumerate(ends)]
            self.ranges[postures] = tuple(zip(start, spans, strict=True)) if all(span > 0 for span in spans) else None
        return self.ranges[postures]

    def leader(self, postures: tuple[int, ...], values: tuple[int, ...]) -> int | None:
        """The party ahead with these values at the end, NOBODY where two are level; None where no range is known."""
        key = (postures, values)
        if key not in self.known:
            ends = self.range_of(postures)
            self.known[key] = None if ends is None else first_of([Fraction(v - e[0], e[1]) for v, e in zip(values, ends, strict=True)])
        return self.known[key]

    @cached_property
    def leaders(self) -> list[int | None]:
        """The party ahead in every game."""
        n = len(self.scenario.parties)
        postures = zip(*(self.found.column(r.R_POSTURE + party) for party in range(n)), strict=True)
        values = zip(*(self.found.column(r.R_UTILITY + party) for party in range(n)), strict=True)
        return [None if UNSET in own else self.leader(own, value) for own, value in zip(postures, values, strict=True)]

    def ahead(self) -> Iterator[Finding]:
        """NW701: one side ahead in too many deals."""
        ratified = self.found.column(r.R_RATIFIED)
        deals = Counter(leader for leader, packages in zip(self.leaders, ratified, strict=True) if packages and leader is not None)
        for party in self.scenario.parties if deals else ():
            yield from self.above(AHEAD, (party.id,), wilson(deals[party.index], deals.total()), self.limits.ahead)

    # --- deals and votes ---

    def deals(self) -> Iterator[Finding]:
        """NW704, NW705: too many games without a ratified package, or with one in the first round."""
        none = wilson(self.played - self.counts[k.K_PASSED], self.played)
        yield from self.above(STALEMATE, (), none, self.limits.stalemate)
        early = wilson(self.counts[k.K_FIRST + FIRST_ROUND], self.played)
        yield from self.above(EARLY, (), early, self.limits.early)

    def votes(self) -> Iterator[Finding]:
        """NW707: too many votes that do not ratify."""
        votes = self.counts[k.K_VOTES]
        if votes:
            yield from self.above(FAILED, (), wilson(votes - self.counts[k.K_RATIFIED], votes), self.limits.failed)

    # --- styles ---

    def styles(self) -> Iterator[Finding]:
        """NW708: a style that is ahead of each other one in most games. Only where every two styles met on both sides."""
        pairs = self.found.sweep.pairs
        names = tuple(dict.fromkeys(style for pair in pairs for style in pair))
        met = {(pair[0], pair[1]) for pair in pairs if len(set(pair[1:])) == 1}
        if len(names) < 2 or any((one, other) not in met for one in names for other in names if one != other):
            return
        tally = self.tally()
        for style in names:
            shares = [
                wilson(tally[style, other, True], total) for other in names if other != style and (total := total_of(tally, style, other))
            ]
            if len(shares) == len(names) - 1:
                yield from self.above(STYLE, (style,), min(shares, key=lambda share: share.low), self.limits.beaten)

    def tally(self) -> Counter[tuple[str, str, bool]]:
        """By style, other style and whether the first was ahead: games between the two, whoever sat where."""
        found: Counter[tuple[str, str, bool]] = Counter()
        for number, leader in zip(self.found.column(r.R_PAIR), self.leaders, strict=True):
            pair = self.found.sweep.pairs[number]
            one, other = pair[0], pair[-1]
            if one != other and leader is not None:
                front = pair[leader] if leader != NOBODY else ""
                found[one, other, front == one] += 1
                found[other, one, front == other] += 1
        return found

    # --- what is never, or always, used ---

    def unused(self) -> Iterator[Finding]:
        """NW702, NW703, NW706. A level whose lock can never open is an error of the files (NW309), so none is asked for here.

        Settled is a level that stands at the end; the one at the start is the status quo and counts as no settlement.
        """
        starts = {(issue.id, issue.levels[issue.start].id) for issue in self.scenario.issues}
        for measure in measures_of(self.scenario):
            count = self.counts[measure.cell]
            if measure.group == "level" and measure.names not in starts:
                yield from self.never(LEVEL, measure.names, count)
            elif measure.group == "event":
                yield from self.never(EVENT, measure.names, count)
            elif measure.group == "lever":
                yield from self.never(LEVER, measure.names, count)
                yield from self.never(LEVER, measure.names, count, ALWAYS)


def first_of(shares: list[Fraction]) -> int:
    """Who has the largest share, NOBODY where two have it."""
    most = max(shares)
    return shares.index(most) if shares.count(most) == 1 else NOBODY


def total_of(tally: Counter[tuple[str, str, bool]], style: str, other: str) -> int:
    """Games between two styles."""
    return tally[style, other, True] + tally[style, other, False]
