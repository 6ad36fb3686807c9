"""Seats, their agendas, and who holds which seats."""

from __future__ import annotations

from collections.abc import Iterator

from sim.errors import Problem, closest
from sim.loading.checks.common import Question, called, id_place, ids, unknown_value
from sim.loading.documents import place_of
from sim.loading.node import Node, node_at
from sim.loading.selection import Play, hint_for, listed, meant_by
from sim.loading.shape_procedure import SeatTable

BESIDE = "none"  # party of a seat beside the table
FEWEST, MOST = 2, 12


def seats_name_what_exists(play: Play) -> Iterator[Problem]:
    """Parties and tracks of seats."""
    for seat in play.pack.seats:
        yield from unknown_value(play, seat, "party", "party", [*ids(play.parties), BESIDE])
        yield from unknown_value(play, seat, "tracks", "track", ids(play.tracks))


def parties_have_heads(play: Play) -> Iterator[Problem]:
    """Every party has exactly one seat that leads it."""
    for party in play.parties:
        heads = [seat for seat in play.seats if seat.party == party.id and seat.head]
        if not heads and not play.has_lost("seats"):
            yield id_place(party).problem("NW105", f"no seat leads the party `{party.id}`", "mark one of its seats with `head: true`")
        for seat in heads[1:]:
            text = f"{called(seat)} is a second head of `{party.id}`"
            yield place_of(seat, "head").problem_of_key("NW201", text, f"`{heads[0].id}` leads it already")
    for seat in play.pack.seats:
        if seat.head and seat.party == BESIDE:
            yield place_of(seat, "head").problem_of_key(
                "NW108", f"{called(seat)} stands beside the table and leads no party", "delete `head`"
            )


def agendas_have_points(play: Play) -> Iterator[Problem]:
    """An agenda that is drawn counts something."""
    for seat in play.pack.seats:
        for agenda in seat.agendas:
            if not agenda.points and seat.party != BESIDE:
                yield id_place(agenda).problem_of_key("NW105", f"{called(agenda)} has no points", "add e.g. `points: [{add: 10}]`")


def seat_tables_are_whole(play: Play) -> Iterator[Problem]:
    """Each table seats as many as it says, every party with its head, each seat once, sides apart."""
    first: dict[int, int] = {}
    for index, table in enumerate(play.procedure.seat_tables):
        node = place_of(play.procedure, "seat_tables", index)
        if first.setdefault(table.players, index) != index:
            yield place_of(table, "players").problem(
                "NW201", f"there are two seat tables for {table.players} players", "delete one of the two"
            )
        count = len(table.seats) + len(table.others)
        if count != table.players:
            text = f"this table is for {table.players} players, but seats {count}"
            yield place_of(table, "players").problem("NW306", text, f"write `players: {count}`, or change the seats")
        yield from seats_of_table(play, table, node)


def seats_of_table(play: Play, table: SeatTable, node: Node) -> Iterator[Problem]:
    """The seats that one table names."""
    known = {seat.id: seat for seat in play.seats}
    taken: set[str] = set()
    for item, is_beside in named_seats(node):
        name = str(item.value)
        if name not in known:
            if name not in play.lost_ids:
                absent = " in play here" if name in ids(play.pack.seats) else ""
                yield item.problem(
                    "NW202", f"the seat table for {table.players} names `{name}`, which is no seat{absent}", hint_for(name, known)
                )
        elif name in taken:
            yield item.problem("NW201", f"`{name}` is held twice with {table.players} players", "delete one of the two")
        elif (known[name].party == BESIDE) != is_beside:
            where = "a seat beside the table belongs into `others`" if not is_beside else "only seats beside the table stand in `others`"
            yield item.problem("NW205", f"`{name}` stands at the wrong place: {where}", "move it")
        taken.add(name)
    strange = {str(item.value) for item, _ in named_seats(node)} - set(known)
    strange |= {name for name in table.seats if name not in known and name not in play.lost_ids}
    for name, held in table.seats.items():
        if name not in {*known, *held} and name not in play.lost_ids and (place := node_at(node, "seats", name)) is not None:
            meant = meant_by(name, known)
            text = f"the seat table for {table.players} names `{name}`, which is no seat in play"
            yield place.problem_of_key("NW202", text, hint_for(name, known), fixes=place.to_rename(name, meant) if meant else ())
    yield from sides_stay_apart(play, table, node, strange)
    heads = {seat.party: seat.id for seat in reversed(play.seats) if seat.head}
    for party in ids(play.parties):
        if party in heads and heads[party] not in taken and not any(heads[party] in closest(name, known) for name in strange):
            yield place_of(table, "seats").problem_of_key("NW105", f"nobody holds `{heads[party]}`, which leads `{party}`", "add it")


def named_seats(node: Node) -> Iterator[tuple[Node, bool]]:
    """The seats held, then those beside the table (True)."""
    seats, others = node_at(node, "seats"), node_at(node, "others")
    for held in seats.value.values() if seats is not None and isinstance(seats.value, dict) else ():
        for item in listed(held):
            yield item, False
    for item in listed(others) if others is not None else ():
        yield item, True


def sides_stay_apart(play: Play, table: SeatTable, node: Node, strange: set[str]) -> Iterator[Problem]:
    """A person holds at least one seat, the one named in front first, and all of one party. strange: names told as unknown."""
    party_of = {seat.id: seat.party for seat in play.seats}
    for name, held in table.seats.items():
        place = node_at(node, "seats", name) or node
        if name not in held[:1] and not strange & {name, *held}:
            text = f"`{name}` must be the first of the seats it holds"
            yield place.problem_of_key("NW205", text, f"write `{name}: [{', '.join([name, *(seat for seat in held if seat != name)])}]`")
        parties = {party_of[seat] for seat in held if seat in party_of}
        if len(parties) > 1:
            yield place.problem_of_key(
                "NW205", f"`{name}` holds seats of {' and '.join(sorted(parties))}", "give a person seats of one side"
            )


QUESTIONS: tuple[Question, ...] = (seats_name_what_exists, parties_have_heads, agendas_have_points, seat_tables_are_whole)
