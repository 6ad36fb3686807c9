"""Goal B of the balance: what the whole field makes of a scenario: endings, cards, levels, votes, trades across tracks, R1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.balance_figures import Figure, Range, Section, between, named, percent
from sim.analysis.missed import best_no_worse
from sim.analysis.space import Space, part
from sim.domain import Scenario
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.expressions import evaluate
from sim.kernel.locks import cap_of
from sim.lab import counts as c
from sim.lab import results as r
from sim.lab.running import Found
from sim.study.opening import opening, posture_pairs
from sim.table.bridge import space_of

AWARE = ("conceder", "tit_for_tat", "tradeoff", "hardliner")  # styles that mean to ratify
ENDING = (1, 40)
LOST = (5, 30)
CROSS_LEAST = 8
STEPS = range(0, 101, 10)
SUMMIT = ("m_momentum", "m_cohesion", "m_leader_trust", "m_unpredict", "m_cabinet")  # what a summit moves


def endings(found: Found, scenario: Scenario) -> Section:
    """How often each ending came."""
    counts = found.all()
    shares = {ending.id: percent(counts[c.K_ENDING + ending.index], found.games) for ending in scenario.endings}
    return Section("Endings, % of games", "All pairs of the field.", tuple(between(id_, share, *ENDING) for id_, share in shares.items()))


def locks_open(found: Found, issue: int, level: int) -> int:
    """Games at whose end the cap of an issue allowed a level."""
    setting = found.sweep.setting
    state, opened = list(setting.empty), 0
    for index in range(found.games):
        row = found.row(index)
        state[s.LEVEL : s.LEVEL + s.MAX_ISSUES] = row[r.R_LEVEL : r.R_LEVEL + s.MAX_ISSUES]
        state[s.METER : s.METER + s.MAX_METERS] = row[r.R_METER : r.R_METER + s.MAX_METERS]
        opened += cap_of(setting.t, state, issue) >= level
    return opened


def unsettled(found: Found, scenario: Scenario) -> Iterator[Figure]:
    """Levels with which no game ended, and how often their lock stood open."""
    counts = found.all()
    for issue in scenario.issues:
        for level in issue.levels:
            if counts[c.K_LEVEL + issue.index * s.MAX_LEVELS + level.index] == 0:
                opened = locks_open(found, issue.index, level.index)
                yield Figure(f"{issue.id} {level.id} never settled; games that end with its lock open", str(opened), "0", opened == 0)


def cards(found: Found, scenario: Scenario) -> Section:
    """Events, levers, initiatives and levels that came up at all."""
    counts = found.all()
    events = [each.id for each in scenario.events if counts[c.K_EVENT + each.index] == 0]
    levers = [each.id for each in scenario.levers if counts[c.K_LEVER + each.index] == 0]
    works = [each.id for each in scenario.initiatives if counts[c.K_INITIATIVE + each.index] == 0]
    missing = list(unsettled(found, scenario))
    levels = sum(len(issue.levels) for issue in scenario.issues)
    figures = (
        named("events that came", events, len(scenario.events)),
        named("levers that were played", levers, len(scenario.levers)),
        named("initiatives that were completed", works, len(scenario.initiatives)),
        Figure("levels with which games ended", f"{levels - len(missing)} of {levels}"),
        *missing,
    )
    return Section("Cards and levels", "Some game of the field is enough. Locks are read at the end of every game.", figures)


def lost_votes(counts: Sequence[int]) -> Range:
    """Per cent of the packages voted on that failed."""
    votes = counts[c.K_VOTES]
    return percent(votes - counts[c.K_RATIFIED], votes) if votes else Range(0, 0, 100)


def home(found: Found, scenario: Scenario) -> Section:
    """Votes lost where both sides mean to ratify."""
    pairs = [found.sweep.pairs.index((first, second)) for first in AWARE for second in AWARE]
    together = [sum(cells) for cells in zip(*(found.of_pair(pair) for pair in pairs), strict=True)]
    figures = [between("all of them among themselves", lost_votes(together), *LOST)]
    for style in AWARE:
        same = found.of_pair(found.sweep.pairs.index((style, style)))
        figures.append(Figure(f"{style} with itself", str(lost_votes(same))))
    for party in scenario.parties:
        refused = percent(together[c.K_FAILED + party.index], max(1, together[c.K_VOTES]))
        figures.append(Figure(f"refused at home, {party.id}", str(refused)))
    return Section("Votes lost, % of packages submitted", f"Both sides of {', '.join(AWARE)}.", tuple(figures))


def gain_no_worse(space: Space) -> int:
    """The largest sum of gains of one package that leaves nobody worse off, in hundredths of a point."""
    worth = [sum(table[issue][level] for issue, level in enumerate(space.in_force)) for table in space.worth]
    return best_no_worse(space, space.in_force).joint - sum(worth)


def cross_tracks(scenario: Scenario) -> Section:
    """What trades across tracks bring above the best of every track alone, exactly."""
    tracks = sorted({issue.track for issue in scenario.issues})
    figures = []
    for postures in posture_pairs(scenario):
        space = space_of(opening(scenario, postures), postures)
        whole = gain_no_worse(space)
        alone = [gain_no_worse(part(space, [x.index for x in scenario.issues if x.track == track])) for track in tracks]
        more = 100 * (whole - sum(alone)) / sum(alone)
        found = f"{more:.1f} % ({whole / 100:.1f} against {sum(alone) / 100:.1f} points)"
        names = ", ".join(scenario.postures[posture].id for posture in postures)
        figures.append(Figure(names, found, f"at least {CROSS_LEAST} %", more >= CROSS_LEAST))
    note = (
        "Exact, with the caps of the start: largest joint gain of one package no worse for either side, "
        "against the sum of the same for every track alone."
    )
    return Section("Packages across tracks", note, tuple(figures))


def chance_of_demand(scenario: Scenario) -> Section:
    """R1: nothing that a summit moves is asked for by the chance of a second demand."""
    known = opening(scenario, posture_pairs(scenario)[0])
    t, state, program = list(known.t), list(known.m), known.t[k.T_SECOND_CHANCE_EXPR]
    chances = set()
    for meter in scenario.meters:
        if meter.id in SUMMIT:
            cell = s.METER + meter.index
            start = state[cell]
            for value in STEPS:
                state[cell] = value
                chances.add(evaluate(t, state, program))
            state[cell] = start
    found = ", ".join(f"{chance} %" for chance in sorted(chances))
    note = "The formula, with every meter that a summit moves at 0, 10, .. 100."
    figure = Figure("chances of a second demand at the start", found, "one number", len(chances) == 1)
    return Section("A summit and the next demand (R1)", note, (figure,))
