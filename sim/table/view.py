"""What one seat, or the public table, knows at one moment: built up from its mask, never cut down from a state.

A View is the only thing that screens and exports are given. Equal masks give equal views; a cell that nobody has given
an audience is in no view. The comment at a field names the rule that makes it known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.domain import Scenario
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.kernel.masking import TABLE
from sim.kernel.turn import work_now
from sim.table import reading
from sim.table.bench import Bench
from sim.table.formulas import is_known, needs_a_package, tree_of
from sim.table.knowledge import Clue, bands, clues_of, parties_but
from sim.table.known import Known
from sim.table.options import Options, options_for
from sim.table.parts import (
    ChoiceSeen,
    DemandSeen,
    GroupSeen,
    InitiativeSeen,
    IssueSeen,
    LastingSeen,
    LeverSeen,
    LinkSeen,
    MeterSeen,
    OfferSeen,
    PartySeen,
    ProposalSeen,
    ReframeSeen,
    RequestSeen,
    Results,
    SeatSeen,
    TimerSeen,
    WeightsSeen,
)
from sim.table.reading import bits, some
from sim.table.seating import Seating

IN_TALKS = (k.WORK_OPENING, k.WORK_OFFERS, k.WORK_CLOSING)


@dataclass(frozen=True, slots=True)
class View:
    """What one viewer knows at one moment. Parties, issues, cards: indexes of the scenario."""

    viewer: int  # seat index, or TABLE
    seat: str  # shown id of the viewer
    party: int | None  # own; None at the public table

    round: int  # public: where the game stands (rule 0.7)
    rounds: int
    step: int
    work: int
    is_over: bool
    waiting: tuple[int, ...]  # public: parties that must act
    speaker: int | None  # public (rule 4.1): who has the word in Talks
    opener: int  # public (rule 1.1)
    offers_made: int  # public (rule 4.3)
    offers: int
    holds: int

    issues: tuple[IssueSeen, ...]
    package_size: int  # public (rule 4.6): level steps
    offer: OfferSeen | None
    meters: tuple[MeterSeen, ...]
    values: tuple[tuple[str, int], ...]  # public: named values of the pack that rest on what the viewer knows
    parties: tuple[PartySeen, ...]
    seats: tuple[SeatSeen, ...]
    groups: tuple[GroupSeen, ...]
    levers: tuple[LeverSeen, ...]
    demands: tuple[DemandSeen, ...]
    requests: tuple[RequestSeen, ...]
    initiatives: tuple[InitiativeSeen, ...]
    proposals: tuple[ProposalSeen, ...]
    links: tuple[LinkSeen, ...]
    choice: ChoiceSeen | None
    reframe: ReframeSeen | None
    timers: tuple[TimerSeen, ...]
    lasting: tuple[LastingSeen, ...]
    event_now: int | None  # public (rule 1.4): card played last in this round
    events_played: tuple[tuple[int, int], ...]  # public: (card, round), in the order of the cards
    event_next: tuple[int, int] | None  # public: card called in, and its round
    ahead: int | None  # public (rule 6.8): demand card of the next round
    ratified: int  # public (rule 5.8): packages in all
    votes: int

    posture: int | None  # own (rule 0.6)
    utility: int | None  # own: of the levels in force, hundredths (rule 7.1)
    hand: tuple[int, ...]  # own (rule 2.1): demand cards drawn
    clues: tuple[Clue, ...]  # own (R8)
    weights: tuple[WeightsSeen, ...]  # own: what sure clues leave possible, by other side
    suggested: tuple[tuple[int | None, ...], int] | None  # own side (rule 4.13): package, and the seat that suggests it
    agenda: int | None  # the seat's own (rule 0.6): index among the agendas of its seat

    results: Results | None  # public once the game is over (rules 7.1-7.5)
    options: Options | None  # what the seat may do now; None at the public table
    known: Known  # what estimates and reasons are reckoned from


def build(scenario: Scenario, seating: Seating, t: Sequence[int], m: Sequence[int], viewer: int) -> View:
    """Build what the owner of a mask may know. t: tables as this viewer may know them. Pure: equal masks, equal views."""
    known = Known(viewer, tuple(m), t, scenario, seating)
    bench = known.bench()
    party = known.party
    count = t[k.T_N_PARTIES]
    work = work_now(t, m)
    return View(
        viewer=viewer,
        seat=seating.id_of(viewer),
        party=some(party),
        round=m[s.ROUND],
        rounds=t[k.T_N_ROUNDS],
        step=m[s.STEP],
        work=work,
        is_over=m[s.OVER] == 1,
        waiting=bits(m[s.WAITING], count),
        speaker=m[s.SPEAKER] if work in IN_TALKS and m[s.WAITING] != 0 else None,
        opener=m[s.OPENER],
        offers_made=m[s.OFFERS_MADE],
        offers=t[k.T_OFFERS],
        holds=m[s.HOLDS],
        issues=reading.issues_seen(known, bench),
        package_size=bench.value(t[k.T_PACKAGE_SIZE_EXPR]),
        offer=reading.offer_seen(known, bench),
        meters=reading.meters_seen(known, bench),
        values=values_of(known, bench),
        parties=reading.parties_seen(known, bench),
        seats=reading.seats_seen(known),
        groups=reading.groups_seen(known, bench),
        levers=reading.levers_seen(known, bench),
        demands=reading.demands_seen(known, bench),
        requests=reading.requests_seen(known),
        initiatives=reading.initiatives_seen(known, bench),
        proposals=reading.proposals_seen(known),
        links=reading.links_seen(m),
        choice=reading.choice_seen(known, bench),
        reframe=reading.reframe_seen(m),
        timers=reading.timers_seen(known),
        lasting=reading.lasting_seen(m),
        event_now=some(m[s.EVENT_NOW]),
        events_played=events_played(known),
        event_next=None if m[s.EVENT_NEXT] == UNSET else (m[s.EVENT_NEXT], m[s.EVENT_NEXT_ROUND]),
        ahead=some(m[s.AHEAD]),
        ratified=m[s.RATIFIED],
        votes=m[s.VOTES],
        posture=None if party == UNSET else m[s.POSTURE + party],
        utility=None if party == UNSET else m[s.OWN_UTILITY + party],
        hand=hand_of(m, party),
        clues=() if party == UNSET else clues_of(m, party),
        weights=weights_seen(known),
        suggested=suggested_to(known),
        agenda=None if viewer == TABLE else some(m[s.AGENDA + viewer]),
        results=results_of(known),
        options=None if viewer == TABLE else options_for(scenario, seating, t, m, viewer),
        known=known,
    )


def values_of(known: Known, bench: Bench) -> tuple[tuple[str, int], ...]:
    """Named values of the pack: those that need no package, and read nothing that is hidden from the viewer."""
    trees = ((name, tree_of(known.t, program)) for name, program in known.scenario.value_programs.items() if program != UNSET)
    shown = (name for name, tree in trees if not needs_a_package(tree) and is_known(known.t, known.m, tree, known.may_know))
    return tuple((name, bench.value(known.scenario.value_programs[name])) for name in shown)


def events_played(known: Known) -> tuple[tuple[int, int], ...]:
    """Event cards that have left the game, with their rounds."""
    rounds = ((event.index, known.m[s.EVENT_PLAYED + event.index]) for event in known.scenario.events)
    return tuple((card, round_) for card, round_ in rounds if round_ > 0)


def hand_of(m: Sequence[int], party: int) -> tuple[int, ...]:
    """Demand cards in the hand of a party."""
    if party == UNSET:
        return ()
    at = s.HAND + party * s.MAX_HAND
    return tuple(card for card in m[at : at + s.MAX_HAND] if card != UNSET)


def weights_seen(known: Known) -> tuple[WeightsSeen, ...]:
    """What the viewer may conclude about every other side."""
    found = (known.weights_of(party) for party in parties_but(known.t, known.party))
    return tuple(WeightsSeen(weights.party, weights.postures if weights.rows else (), bands(known.t, weights)) for weights in found)


def suggested_to(known: Known) -> tuple[tuple[int | None, ...], int] | None:
    """The package that a seat of the own side suggests, and that seat."""
    if known.party == UNSET:
        return None
    at = s.SUGGESTED + known.party * s.MAX_ISSUES
    levels = tuple(some(level) for level in known.m[at : at + known.t[k.T_N_ISSUES]])
    return None if all(level is None for level in levels) else (levels, known.m[s.SUGGESTED_BY + known.party])


def results_of(known: Known) -> Results | None:
    """The results, once they have been written."""
    m = known.m
    if m[s.OVER] != 1:
        return None
    parties, seats = range(known.t[k.T_N_PARTIES]), range(known.t[k.T_N_SEATS])
    return Results(
        utility=tuple(m[s.UTILITY + party] for party in parties),
        side=tuple(m[s.SIDE + party] for party in parties),
        gains=tuple(m[s.GAINS + party] for party in parties),
        efficiency=m[s.EFFICIENCY],
        alliance=m[s.ALLIANCE],
        joint=m[s.JOINT],
        agenda_points=tuple(m[s.AGENDA_POINTS + seat] for seat in seats),
        seat_scores=tuple(m[s.SEAT_SCORE + seat] for seat in seats),
        winners=bits(m[s.WINNERS], known.t[k.T_N_SEATS]),
        ending=m[s.ENDING],
    )
