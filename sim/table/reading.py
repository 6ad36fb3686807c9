"""From the cells of a mask to the parts of a view, one function a part. Nothing here looks at anything but the mask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.codes import ALLOWED
from sim.kernel.demands import is_met
from sim.kernel.home import MOOD_OFFSET
from sim.kernel.lasting import find_lasting, lasting_sum
from sim.kernel.layout import UNSET
from sim.kernel.resolve import delay_of
from sim.kernel.response import option_price
from sim.table.bench import Bench
from sim.table.cells import counter_cells
from sim.table.context import demand_names, entry_id, rule_id
from sim.table.known import Known
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
    MoveSeen,
    OfferSeen,
    PartySeen,
    ProposalSeen,
    ReframeSeen,
    RequestSeen,
    SeatSeen,
    TimerSeen,
)


def some(value: int) -> int | None:
    """A number, or None where the cell says that there is nothing."""
    return None if value == UNSET else value


def bits(mask: int, count: int) -> tuple[int, ...]:
    """The positions of the bits that are set, among the first `count`."""
    return tuple(index for index in range(count) if mask >> index & 1)


def rows_of(m: Sequence[int], count: int, region: int, width: int) -> Iterator[tuple[int, int]]:
    """(row, offset) of the rows in use of a region."""
    return ((row, region + row * width) for row in range(m[count]))


def issues_seen(known: Known, bench: Bench) -> tuple[IssueSeen, ...]:
    """Levels in force, what may be proposed, what is asked, what is on the table."""
    m, asked = known.m, most_asked(known.m)
    weights = known.own_weights()
    found = []
    for issue in bench.issues:
        levels = range(known.t[k.T_TOP + issue] + 1)
        found.append(
            IssueSeen(
                index=issue,
                level=m[s.LEVEL + issue],
                start=m[s.START_LEVEL + issue],
                cap=bench.cap(issue),
                allowed=tuple(level for level in levels if bench.code_to_stand(issue, level) == ALLOWED),
                asked=asked.get(issue),
                on_table=some(m[s.STANDING + issue]),
                weight=weights[issue] if weights else None,
            )
        )
    return tuple(found)


def most_asked(m: Sequence[int]) -> dict[int, int]:
    """The highest level that an open demand asks, by issue."""
    asked: dict[int, int] = {}
    for _, at in rows_of(m, s.N_DEMANDS, s.DEMANDS, s.DEMAND_WIDTH):
        issue, level = m[at + s.D_ISSUE], m[at + s.D_ASKED]
        if level != UNSET:
            asked[issue] = max(level, asked.get(issue, level))
    return asked


def meters_seen(known: Known, bench: Bench) -> tuple[MeterSeen, ...]:
    """Meters with their drift, then courses and counters."""
    scenario, m = known.scenario, known.m
    found = [
        MeterSeen("meter", meter.id, meter.index, meter.cell, m[meter.cell], bench.value(known.t[k.T_DRIFT_EXPR + place]))
        for place, meter in enumerate(scenario.meters)
    ]
    found += [MeterSeen("course", course.id, course.index, course.cell, m[course.cell], 0) for course in scenario.courses]
    for counter in scenario.counters:
        cells = counter_cells(scenario, counter)
        found += [MeterSeen("counter", counter.id, counter.index, cell, m[cell], 0, party) for party, cell in cells]
    return tuple(found)


def groups_seen(known: Known, bench: Bench) -> tuple[GroupSeen, ...]:
    """Every constituency, as the viewer may know it."""
    return tuple(group_seen(known, bench, group.index) for group in known.scenario.groups)


def group_seen(known: Known, bench: Bench, group: int) -> GroupSeen:
    """One constituency."""
    t, m = known.t, known.m
    party = t[k.T_GROUP_PARTY + group]
    support = t[k.T_SUPPORT_CELL + group]
    has_words = t[k.T_GROUP_N_WORDS + group] > 0
    placed = m[s.GROUNDWORK + group]
    return GroupSeen(
        index=group,
        party=party,
        weight=t[k.T_GROUP_WEIGHT + group],
        support=m[support] if known.may_know(support) else None,
        word=m[s.WORD + group] if has_words else None,
        mood=known_mood(m, group),
        band=t[k.T_MOOD + party] if bench.moods_are_open() else 0,
        groundwork=placed if party == known.party else m[s.SHOWN_GROUNDWORK + group] if m[s.SENT] == 1 else None,
        voted=None if m[s.VOTED + group] == UNSET else m[s.VOTED + group] == 1,
    )


def known_mood(m: Sequence[int], group: int) -> int | None:
    """Mood of a group that the viewer's side has consulted, else None. Where it is not the viewer's, the cell is UNSET."""
    return m[s.KNOWN_MOOD + group] - MOOD_OFFSET if m[s.KNOWN_MOOD + group] > 0 else None


def parties_seen(known: Known, bench: Bench) -> tuple[PartySeen, ...]:
    """Every side."""
    return tuple(party_seen(known, bench, party.index) for party in known.scenario.parties)


def party_seen(known: Known, bench: Bench, party: int) -> PartySeen:
    """One side."""
    m, own = known.m, party == known.party
    bench.m[s.CTX_PARTY] = party
    moved = m[s.MOVED_KIND + party]
    ratifies = m[s.RATIFIES + party]
    return PartySeen(
        index=party,
        capital=m[s.CAPITAL + party],
        income=bench.value(known.t[k.T_INCOME_EXPR + party]),
        tokens=m[s.TOKENS + party],
        course_points=m[s.COURSE_POINTS + party],
        levers_in_step=m[s.PLAYED_STEP + party],
        levers_in_talks=m[s.PLAYED_TALKS + party],
        probes=m[s.PROBES + party],
        move=MoveSeen(m[s.MOVED_ISSUE + party], m[s.MOVED_LEVEL + party], moved) if moved else None,
        ratifies=None if ratifies == UNSET else ratifies == 1,
        yes_weight=None if ratifies == UNSET else m[s.YES_WEIGHT + party],
        failed=m[s.FAILED + party],
        guess=some(m[s.GUESS + party]),
        named_right=m[s.NAMED_RIGHT + party] == 1,
        consulted=m[s.CONSULTED + party] if own else None,
        spent=m[s.SPENT + party] if own else None,
        home=m[s.HOME + party] if own else None,
    )


def levers_seen(known: Known, bench: Bench) -> tuple[LeverSeen, ...]:
    """Every lever of every side."""
    m = known.m
    return tuple(
        LeverSeen(
            index=lever.index,
            party=lever.party,
            price=bench.lever_price(lever.index),
            credibility=some(m[s.CREDIBILITY + lever.index]),
            uses=m[s.USES + lever.index],
            last_use=m[s.LAST_USE + lever.index] or None,
            announced=m[s.ANNOUNCED + lever.index] or None,
            barred=find_lasting(m, s.LAST_BLOCK_LEVER, lever.index) != UNSET,
            free=find_lasting(m, s.LAST_GRANT_LEVER, lever.index) != UNSET,
        )
        for lever in known.scenario.levers
    )


def demands_seen(known: Known, bench: Bench) -> tuple[DemandSeen, ...]:
    """The demands on the table, in the order in which they came."""
    m, names = known.m, demand_names(known.scenario, known.m)
    return tuple(
        DemandSeen(
            row=row,
            name=names[row],
            card=some(m[at + s.D_CARD]),
            issue=m[at + s.D_ISSUE],
            level=some(m[at + s.D_ASKED]),
            due=m[at + s.D_DUE],
            came=m[at + s.D_CAME],
            answer=m[at + s.D_ANSWER],
            linked=some(m[at + s.D_LINKED]),
            doubled=m[at + s.D_DOUBLE] == 1,
            initiative=some(m[at + s.D_INITIATIVE]),
            lever=some(m[at + s.D_LEVER]),
            by=m[at + s.D_FROM],
            is_met=bool(is_met(known.t, bench.m, row, True)),
        )
        for row, at in rows_of(m, s.N_DEMANDS, s.DEMANDS, s.DEMAND_WIDTH)
    )


def requests_seen(known: Known) -> tuple[RequestSeen, ...]:
    """The requests that are turned up."""
    slots = ((slot, known.m[s.REQUESTS + slot]) for slot in range(known.t[k.T_REQUEST_SLOTS]))
    return tuple(
        RequestSeen(slot, card, known.t[k.T_REQUEST_ISSUE + card], known.t[k.T_REQUEST_ASKS + card])
        for slot, card in slots
        if card != UNSET
    )


def offer_seen(known: Known, bench: Bench) -> OfferSeen | None:
    """The standing offer or the accord of this round."""
    m, count = known.m, known.t[k.T_N_PARTIES]
    if m[s.PROPOSER] == UNSET:
        return None
    return OfferSeen(
        levels=bench.standing(),
        by=m[s.PROPOSER],
        bound=bits(m[s.BOUND], count),
        accepted=bits(m[s.ACCEPTED], count),
        is_accord=m[s.ACCORD] == 1,
        went_to_vote=m[s.SENT] == 1,
        passed=m[s.PASSED_NOW] == 1,
    )


def initiatives_seen(known: Known, bench: Bench) -> tuple[InitiativeSeen, ...]:
    """Initiatives that are no longer in the pile."""
    indexes = (entry.index for entry in known.scenario.initiatives if known.m[s.INITIATIVE_STATUS + entry.index] > 0)
    return tuple(initiative_seen(known, bench, index) for index in indexes)


def initiative_seen(known: Known, bench: Bench, card: int) -> InitiativeSeen:
    """One initiative. Its gain is fixed when it is agreed."""
    t, m = known.t, known.m
    status = m[s.INITIATIVE_STATUS + card]
    parties = range(t[k.T_N_PARTIES])
    fixed = tuple(m[s.INITIATIVE_GAIN + card * s.MAX_PARTIES + party] for party in parties)
    now = tuple(t[k.T_INIT_GAIN + card * s.MAX_PARTIES + party] + int(lasting_sum(m, s.LAST_GAIN, card, party)) for party in parties)
    return InitiativeSeen(
        index=card,
        status=status,
        cost=tuple(bench.initiative_cost(card, party) for party in parties),
        gain=fixed if status >= 2 else now,
        ready=m[s.INITIATIVE_READY + card] + int(delay_of(t, m, card)) if status == 2 else None,
        may_start=bench.holds(t[k.T_INIT_NEEDS_EXPR + card]),
    )


def proposals_seen(known: Known) -> tuple[ProposalSeen, ...]:
    """What waits for consent."""
    m, count = known.m, known.t[k.T_N_PARTIES]
    return tuple(
        ProposalSeen(row, m[at + s.P_KIND], m[at + s.P_A], m[at + s.P_B], m[at + s.P_BY], bits(m[at + s.P_AGREED], count))
        for row, at in rows_of(m, s.N_PROPOSALS, s.PROPOSALS, s.PROPOSAL_WIDTH)
    )


def links_seen(m: Sequence[int]) -> tuple[LinkSeen, ...]:
    """The links in force."""
    rows = rows_of(m, s.N_LINKS, s.LINKS, s.LINK_WIDTH)
    return tuple(LinkSeen(m[at + s.K_A], m[at + s.K_B], m[at + s.K_BY]) for _, at in rows)


def choice_seen(known: Known, bench: Bench) -> ChoiceSeen | None:
    """The choice that waits first."""
    m, at = known.m, s.CHOICES
    if m[s.N_CHOICES] == 0:
        return None
    options: tuple[tuple[str, int], ...] = ()
    if m[at + s.C_KIND] == s.CHOICE_OPTION:
        named = known.scenario.options.get(known.t[m[at + s.C_ROW] + k.E_B], ())
        options = tuple((option.id, int(option_price(known.t, bench.m, place))) for place, option in enumerate(named))
        entry = entry_id(known.scenario, m[at + s.C_ENTRY_KIND], m[at + s.C_ENTRY], m[at + s.C_CAUSE])
    else:
        entry = rule_id(known.scenario, m[at + s.C_ROW])
    return ChoiceSeen(m[at + s.C_KIND], m[at + s.C_PARTY], entry, options, some(m[at + s.C_TRACK]))


def reframe_seen(m: Sequence[int]) -> ReframeSeen | None:
    """The reframe that waits for the asking side."""
    if m[s.REFRAMED] == UNSET:
        return None
    return ReframeSeen(m[s.REFRAMED], some(m[s.REFRAME_ISSUE]), some(m[s.REFRAME_LEVEL]), some(m[s.REFRAME_INITIATIVE]))


def timers_seen(known: Known) -> tuple[TimerSeen, ...]:
    """What comes later, in the order in which it was set."""
    t, m = known.t, known.m
    found = []
    for _, at in rows_of(m, s.N_TIMERS, s.TIMERS, s.TIMER_WIDTH):
        row = k.T_EFFECTS + m[at + s.M_EFFECT] * k.EFFECT_WIDTH
        step = t[k.T_POINT_STEP + m[at + s.M_POINT]]
        found.append(TimerSeen(m[at + s.M_ROUND], step, t[row + k.E_CAUSE], m[at + s.M_AMOUNT], t[row + k.E_VERB], t[row + k.E_TARGET]))
    return tuple(found)


def lasting_seen(m: Sequence[int]) -> tuple[LastingSeen, ...]:
    """What holds for a while."""
    rows = rows_of(m, s.N_LASTING, s.LASTING, s.LASTING_WIDTH)
    return tuple(LastingSeen(*(m[at + part] for part in (s.L_KIND, s.L_A, s.L_B, s.L_AMOUNT, s.L_UNTIL, s.L_CAUSE))) for _, at in rows)


def seats_seen(known: Known) -> tuple[SeatSeen, ...]:
    """The seats in play."""
    return tuple(SeatSeen(seat.index, seat.id, seat.party, known.m[s.SEAT_TOKENS + seat.index]) for seat in known.seating.seats)
