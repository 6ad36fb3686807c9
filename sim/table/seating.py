"""Who sits where: player seats with what they hold, and the kernel's tables for them.

A player seat holds one or more seats of the scenario. The seat that holds the head of its party is shown as the party
(`jp`), another as party and seat (`jp.meti`). Its index is its position, the number the kernel knows it by.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sim.domain import Scenario, Seat, SeatTable
from sim.errors import RuleBroken
from sim.kernel import tables as k
from sim.kernel.layout import MAX_ISSUES, MAX_SEATS, UNSET
from sim.kernel.masking import TABLE
from sim.table.refusals import NO_SUCH_SEAT, NO_SUCH_SEATING

TABLE_ID = "table"  # the public table as a viewer, and the name under which a facilitator acts
SEAT_PREFIX = "s_"


@dataclass(frozen=True, slots=True)
class PlayerSeat:
    """A seat that somebody plays. party: index; holds: seat ids, the one that gives the agenda first; tracks: indexes."""

    index: int
    id: str
    party: int
    holds: tuple[str, ...]
    head: bool
    tracks: tuple[int, ...]

    @property
    def agenda_seat(self) -> str:
        """Id of the seat whose agendas are drawn from."""
        return self.holds[0]


@dataclass(frozen=True, slots=True)
class Seating:
    """The player seats in play, in order; one head a party."""

    seats: tuple[PlayerSeat, ...]

    def named(self, id_: str) -> PlayerSeat:
        """A seat by its shown id. Raises RuleBroken `no-such-seat`."""
        for seat in self.seats:
            if seat.id == id_:
                return seat
        raise RuleBroken(NO_SUCH_SEAT, {"seat": id_})

    def viewer(self, id_: str) -> int:
        """Index of a seat as a viewer, TABLE for the public table. Raises RuleBroken `no-such-seat`."""
        return TABLE if id_ == TABLE_ID else self.named(id_).index

    def id_of(self, viewer: int) -> str:
        """Shown id of a viewer."""
        return TABLE_ID if viewer == TABLE else self.seats[viewer].id

    def head_of(self, party: int) -> PlayerSeat:
        """The seat that leads a party (by index)."""
        return next(seat for seat in self.seats if seat.party == party and seat.head)

    def of_party(self, party: int) -> tuple[PlayerSeat, ...]:
        """The seats of a party (by index)."""
        return tuple(seat for seat in self.seats if seat.party == party)

    def held(self) -> tuple[tuple[str, ...], ...]:
        """What each seat holds: all that a record keeps of a seating."""
        return tuple(seat.holds for seat in self.seats)


def short_id(seat: Seat) -> str:
    """The id of a seat as it is typed: `meti` for `s_meti`."""
    return seat.id.removeprefix(SEAT_PREFIX)


def seats_of(scenario: Scenario, party: int) -> tuple[Seat, ...]:
    """The seats of a party that are played, its head first."""
    own = [seat for seat in scenario.seats if seat.party == party]
    return tuple(sorted(own, key=lambda seat: not seat.head))


def seating_of(scenario: Scenario, held: Iterable[Sequence[str]]) -> Seating:
    """The seating in which each player seat holds these seats. Raises RuleBroken where that is no seating."""
    known = {seat.id: seat for seat in scenario.seats}
    seats: list[PlayerSeat] = []
    for ids in held:
        if not ids or any(id_ not in known for id_ in ids):
            raise RuleBroken(NO_SUCH_SEAT, {"seat": next((id_ for id_ in ids if id_ not in known), "")})
        seats.append(player_seat(scenario, len(seats), [known[id_] for id_ in ids]))
    if any(sum(seat.head for seat in seats if seat.party == party.index) != 1 for party in scenario.parties):
        raise RuleBroken(NO_SUCH_SEATING, {"party": "", "seats": len(seats), "most": len(known)})
    return Seating(tuple(seats))


def player_seat(scenario: Scenario, index: int, held: list[Seat]) -> PlayerSeat:
    """One player seat that holds these seats of one party."""
    party = held[0].party
    head = any(seat.head for seat in held)
    name = scenario.parties[party].id
    shown = name if head else f"{name}.{short_id(held[0])}"
    tracks = tuple(sorted({track for seat in held for track in seat.tracks}))
    return PlayerSeat(index, shown, party, tuple(seat.id for seat in held), head, tracks)


def seating_for(scenario: Scenario, counts: Mapping[str, int] | None = None) -> Seating:
    """A seating with so many seats a party (default one): by the scenario's seat tables, else shared out.

    counts: by party id; a party left out has one seat. Raises RuleBroken where a party has too few seats, or none.
    """
    wanted = {party.id: 1 for party in scenario.parties} | dict(counts or {})
    for name, count in wanted.items():
        party = next((party for party in scenario.parties if party.id == name), None)
        most = len(seats_of(scenario, party.index)) if party else 0
        if not 1 <= count <= most:
            raise RuleBroken(NO_SUCH_SEATING, {"party": name, "seats": count, "most": most})
    for table in scenario.seat_tables:
        if counts_of(scenario, table) == wanted:
            return seating_of(scenario, [held for _, held in table.seats])
    shares = [shared_out(seats_of(scenario, party.index), wanted[party.id]) for party in scenario.parties]
    return seating_of(scenario, [held for share in shares for held in share])


def counts_of(scenario: Scenario, table: SeatTable) -> dict[str, int]:
    """Player seats a party in a seat table of the scenario."""
    party_of = {seat.id: seat.party for seat in scenario.seats}
    parties = [party_of[id_] for id_, _ in table.seats]
    return {party.id: parties.count(party.index) for party in scenario.parties}


def shared_out(seats: tuple[Seat, ...], count: int) -> list[tuple[str, ...]]:
    """Share the seats of a party out: the head leads, the others take turns from the second player seat on."""
    shares: list[list[str]] = [[] for _ in range(count)]
    for position, seat in enumerate(seats):
        turn = position if position < count else 1 + (position - count) % (count - 1) if count > 1 else 0
        shares[turn].append(seat.id)
    return [tuple(share) for share in shares]


def tables_for(scenario: Scenario, seating: Seating) -> list[int]:
    """The kernel's tables with these seats in play."""
    t = list(scenario.tables)
    known = {seat.id: seat for seat in scenario.seats}
    t[k.T_N_SEATS] = t[k.T_PLAYERS] = len(seating.seats)
    for index in range(MAX_SEATS):
        t[k.T_N_AGENDAS + index] = 0
    for seat in seating.seats:
        t[k.T_SEAT_PARTY + seat.index] = seat.party
        t[k.T_SEAT_TRACKS + seat.index] = sum(1 << track for track in seat.tracks)
        if seat.head:
            t[k.T_HEAD + seat.party] = seat.index
        agendas = known[seat.agenda_seat].agendas
        t[k.T_N_AGENDAS + seat.index] = len(agendas)
        for agenda in agendas:
            t[k.T_AGENDA_EXPR + seat.index * k.MAX_AGENDAS + agenda.index] = agenda.formula
    return t


def masked_tables(scenario: Scenario, seating: Seating, viewer: int) -> list[int]:
    """The tables as a viewer (seat index or TABLE) may know them.

    The weights of another party with a single posture are its secret; of several postures all weights are public.
    """
    t = tables_for(scenario, seating)
    own = UNSET if viewer == TABLE else seating.seats[viewer].party
    for posture in scenario.postures:
        if posture.party != own and t[k.T_POSTURES_OF + posture.party] == 1:
            at = k.T_WEIGHT + posture.index * MAX_ISSUES
            t[at : at + MAX_ISSUES] = [UNSET] * MAX_ISSUES
    return t
