"""Goal B of the balance: what reading the posture is worth to Japan, and the agendas of all eight seats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.balance_figures import Figure, Range, Section, between, mean
from sim.domain import Scenario
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.masking import mask
from sim.lab import counts as c
from sim.lab import results as r
from sim.lab.running import Engine, Found, run
from sim.lab.sweep import FIELD, Pair, Setting, Sweep, all_pairs, setting_of
from sim.table.seating import PlayerSeat, Seating, masked_tables, seating_for, seats_of, tables_for

READER = "tradeoff"
OTHERS = ("conceder", "tit_for_tat", "tradeoff", "hardliner")
READING_LEAST = 5
AGENDA = (5, 14)


def played(engine: Engine, setting: Setting, pairs: tuple[Pair, ...], seed: int, games: int) -> Found:
    """Games of a setting."""
    found = Found(Sweep(setting, pairs, seed))
    for _ in run(engine, found, games):
        pass
    return found


def with_weights(t: Sequence[int], postures: Sequence[int], weights: Sequence[int]) -> tuple[int, ...]:
    """Tables in which all these postures weigh alike."""
    cells = list(t)
    for posture in postures:
        cells[k.T_WEIGHT + posture * s.MAX_ISSUES : k.T_WEIGHT + (posture + 1) * s.MAX_ISSUES] = weights
    return tuple(cells)


def weights_of(t: Sequence[int], posture: int) -> list[int]:
    """The weights of a posture."""
    return list(t[k.T_WEIGHT + posture * s.MAX_ISSUES : k.T_WEIGHT + (posture + 1) * s.MAX_ISSUES])


def known_and_blind(setting: Setting, postures: Sequence[int], true: int) -> tuple[Setting, Setting]:
    """The posture is certain for the second party, or all postures are one mixture to it whatever it sees; true: what it is."""
    rows = [weights_of(setting.t, posture) for posture in postures]
    mixture = [sum(cells) // len(rows) for cells in zip(*rows, strict=True)]
    weights = weights_of(setting.t, true)
    t, own, reader = with_weights(setting.t, postures, weights), setting.seen[0], setting.seen[1]
    own = with_weights(own, postures, weights)
    return tuple(replace(setting, t=t, seen=(own, with_weights(reader, postures, seen))) for seen in (weights, mixture))


def worth_of_reading(
    engine: Engine, setting: Setting, postures: Sequence[int], other: str, seed: int, games: int
) -> tuple[list[float], list[float]]:
    """Utility and side score of the reader, known less blind, game by game on the same seeds."""
    utility: list[float] = []
    side: list[float] = []
    for true in postures:
        known, blind = (played(engine, each, ((other, READER),), seed, games) for each in known_and_blind(setting, postures, true))
        utility += [(a - b) / 100 for a, b in zip(known.column(r.R_UTILITY + 1), blind.column(r.R_UTILITY + 1), strict=True)]
        side += [float(a - b) for a, b in zip(known.column(r.R_SIDE + 1), blind.column(r.R_SIDE + 1), strict=True)]
    return utility, side


def reading(engine: Engine, scenario: Scenario, seed: int, games: int) -> Section:
    """What it is worth against every style that means to ratify, and on average."""
    setting = setting_of(scenario)
    postures = [posture.index for posture in scenario.postures if posture.party == 0]
    worth = {other: worth_of_reading(engine, setting, postures, other, seed, games) for other in OTHERS}
    figures = []
    for what, n in (("utility", 0), ("side score", 1)):
        figures += [Figure(f"{what}, against {other}", str(mean(worth[other][n]))) for other in OTHERS]
        found = mean([value for other in OTHERS for value in worth[other][n]])
        figures.append(Figure(f"{what}, mean against all four", str(found), f"at least {READING_LEAST}", found.value >= READING_LEAST))
    note = (
        f"Japan is played by {READER}, each posture of the US side equally often, {games} seeds. Known: its weights are certain. Blind: "
        "Japan sees the mean of all postures, whatever the clues."
    )
    return Section("Worth of reading the posture to Japan, points", note, tuple(figures))


def full_table(scenario: Scenario) -> tuple[Setting, Seating]:
    """The setting with every seat in play, each with its own agenda; the heads decide alone."""
    seating = seating_for(scenario, {party.id: len(seats_of(scenario, party.index)) for party in scenario.parties})
    base, t = setting_of(scenario), tables_for(scenario, seating)
    heads = [seating.head_of(party.index).index for party in scenario.parties]
    blanks = []
    for head in heads:
        blank = [0] * s.STATE_SIZE
        mask(t, list(base.empty), head, blank)
        blanks.append(tuple(blank))
    seen = tuple(tuple(masked_tables(scenario, seating, head)) for head in heads)
    return replace(base, t=tuple(t), seen=seen, blanks=tuple(blanks)), seating


def agenda_figures(scenario: Scenario, counts: Sequence[int], seat: PlayerSeat) -> list[Figure]:
    """The mean of every agenda of a seat."""
    figures = []
    agendas = next(each.agendas for each in scenario.seats if each.id == seat.agenda_seat)
    for agenda in agendas:
        cell = seat.index * k.MAX_AGENDAS + agenda.index
        games = counts[c.K_HAD_AGENDA + cell]
        if games:
            points = counts[c.K_AGENDA + cell] / games
            figures.append(between(f"{seat.agenda_seat} {agenda.id}", Range(points, points, points), *AGENDA))
    return figures


def agendas(engine: Engine, scenario: Scenario, seed: int, games: int) -> Section | None:
    """Agendas of all seats; None where none is drawn."""
    if scenario.forced:
        return None
    setting, seating = full_table(scenario)
    counts = played(engine, setting, all_pairs(FIELD, setting.parties), seed, games).all()
    figures = [figure for seat in seating.seats for figure in agenda_figures(scenario, counts, seat)]
    note = (
        "Points of 20, mean. All seats in play, all pairs of the field; the heads decide for their sides, and nobody plays for an agenda."
    )
    return Section("Agendas", note, tuple(Figure(x.name, x.found.split()[0], x.limit, x.met) for x in figures)) if figures else None
