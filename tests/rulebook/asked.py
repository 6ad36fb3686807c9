"""What a test may ask about a game, in the words of the rulebook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from sim.kernel import appraise, expressions, locks, masking, scoring
from sim.kernel import layout as s_
from sim.kernel import tables as t_
from sim.kernel.demand import renewed_issue
from sim.kernel.layout import UNSET
from sim.table.context import demand_names
from tests.rulebook.state import State

BANDS = ("low", "middle", "high")


class Asked(State):
    """Questions: what is on the table, who voted how, what everything is worth, how it ends."""

    @property
    def demands(self) -> dict[str, tuple[str, int]]:
        """(level asked, as `D2=1`; round in which it falls due) of the demands on the table, by name."""
        found = {}
        for row, name in enumerate(demand_names(self.scenario, self.s)):
            at = s_.DEMANDS + row * s_.DEMAND_WIDTH
            found[name] = (f"{self.scenario.issues[self.s[at + s_.D_ISSUE]].id}={self.s[at + s_.D_ASKED]}", self.s[at + s_.D_DUE])
        return found

    @property
    def hand(self) -> list[str]:
        """Ids of the demand cards in hand of the first side, which draws them."""
        return [self.scenario.demands[card].id for card in self.s[s_.HAND : s_.HAND + s_.MAX_HAND] if card != UNSET]

    def card(self, id_: str) -> str:
        """Where a demand card is: in the "pile", "under" it, on the "table" (or in hand), "gone"."""
        return ("pile", "under", "table", "gone")[self.s[s_.DEMAND_STATUS + self.names.index(id_)]]

    def demand_cell(self, name: str, part: str) -> int:
        """Cell of a part of a demand on the table: "asked", "due", "answer", "linked", "double", "missed"."""
        parts = {
            "asked": s_.D_ASKED,
            "due": s_.D_DUE,
            "answer": s_.D_ANSWER,
            "linked": s_.D_LINKED,
            "double": s_.D_DOUBLE,
            "missed": s_.D_MISSED_LIST,
        }
        return s_.DEMANDS + list(self.demands).index(name) * s_.DEMAND_WIDTH + parts[part]

    def renewed(self) -> str:
        """Issue on which an ask would be renewed now, "" for none."""
        issue = renewed_issue(self.t, self.s)
        return "" if issue == UNSET else self.scenario.issues[issue].id

    def value(self, name: str) -> int:
        """A named number of the pack."""
        return expressions.evaluate(self.t, self.s, self.scenario.value_programs[name])

    @property
    def package(self) -> dict[str, int]:
        """The package on the table: the level of each issue it names."""
        levels = {issue.id: self.s[s_.STANDING + issue.index] for issue in self.scenario.issues}
        return {issue: level for issue, level in levels.items() if level != UNSET}

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Ids of the parties that must act."""
        return tuple(party.id for party in self.scenario.parties if self.s[s_.WAITING] >> party.index & 1)

    def votes(self, round_: int, groups: Iterable[str]) -> list[tuple[int, int]]:
        """(vote value, 1 for yes) of some groups in the vote of a round."""
        return [(self.noted(round_, s_.VOTE_VALUE, group), self.noted(round_, s_.VOTED, group)) for group in groups]

    def yes_weights(self, round_: int) -> dict[str, int]:
        """Weight of the groups that said yes in the vote of a round, by side."""
        return {party.id: self.noted(round_, s_.YES_WEIGHT, party.id) for party in self.scenario.parties}

    @property
    def votes_held(self) -> int:
        """Packages that went to the vote so far."""
        return self.s[s_.VOTES]

    def ratified_by(self, party: str, round_: int) -> bool:
        """Whether the body of a side approved in the vote of a round."""
        return self.noted(round_, s_.RATIFIES, party) == 1

    def spent(self, party: str) -> int:
        """Capital that a side has put on groups for the coming vote."""
        return self.s[s_.SPENT + self.names.index(party)]

    def refuses_at(self, hundredths: int) -> bool:
        """Whether the first group refuses a package that brings its side this much."""
        self.s[s_.DELTA] = hundredths
        return bool(expressions.evaluate(self.t, self.s, self.t[t_.T_GROUP_REFUSES_EXPR]))

    @property
    def rows_ratified(self) -> list[int]:
        """Rounds in which a package was ratified."""
        return [number for number in range(1, s_.MAX_ROUNDS + 1) if self.s[s_.RATIFIED_IN + number]]

    def clues(self, party: str) -> list[tuple[str, str, bool]]:
        """(issue, band, marked as sure?) of the clues of a side."""
        index = self.names.index(party)
        rows = (s_.CLUES + (index * s_.MAX_CLUES + k) * s_.CLUE_WIDTH for k in range(self.s[s_.N_CLUES + index]))
        return [
            (self.scenario.issues[self.s[at + s_.Q_ISSUE]].id, BANDS[self.s[at + s_.Q_BAND]], self.s[at + s_.Q_SURE] == 1) for at in rows
        ]

    def initiatives(self, where: str) -> list[str]:
        """Ids of the initiatives that lie there: in the "pile", "up", "agreed" or "done"."""
        status = ("pile", "up", "agreed", "done").index(where)
        return [card.id for card in self.scenario.initiatives if self.s[s_.INITIATIVE_STATUS + card.index] == status]

    def utility(self, party: str) -> int:
        """Utility of the levels in force to a side, in hundredths."""
        index = self.names.index(party)
        return appraise.utility_of(self.t, self.s, index, self.s[s_.POSTURE + index], s_.LEVEL)

    def gain(self, party: str) -> int:
        """What the package on the table brings a side, in hundredths."""
        appraise.judge(self.t, self.s, s_.STANDING)
        return self.s[s_.DELTA + self.names.index(party)]

    def cap(self, issue: str) -> int:
        """Highest level of an issue that may be proposed now."""
        return locks.cap_of(self.t, self.s, self.names.index(issue))

    def score(self) -> Self:
        """Count the scores as things stand, as after the last round."""
        scoring.score_game(self.t, self.s, self.log)
        self.drain()
        return self

    @property
    def seat_formula(self) -> int:
        """Cell of the tables with the formula of a seat's score."""
        return t_.T_SEAT_EXPR

    def winners_at(self, joint: int) -> int:
        """Seats that win, bit each, where the joint score is this."""
        self.s[s_.JOINT] = joint
        scoring.score_seats(self.t, self.s, self.log)
        return self.s[s_.WINNERS]

    def ending_at(self, efficiency: int) -> str:
        """The ending where the efficiency is this."""
        self.s[s_.EFFICIENCY] = efficiency
        scoring.choose_ending(self.t, self.s, self.log)
        return self.ending

    def agenda_points(self, seat: int) -> int:
        """Points of the agenda of a seat."""
        return self.s[s_.AGENDA_POINTS + seat]

    def result(self, name: str, of: str = "") -> int:
        """A result: "efficiency", "alliance", "joint", or "side", "gains" of a party."""
        cells = {"efficiency": s_.EFFICIENCY, "alliance": s_.ALLIANCE, "joint": s_.JOINT, "side": s_.SIDE, "gains": s_.GAINS}
        return self.s[cells[name] + (self.names.index(of) if of else 0)]

    def knows(self, seat: str) -> list[int]:
        """The mask of a seat, or of the public "table": what it may know."""
        m = [0] * s_.STATE_SIZE
        masking.mask(self.t, self.s, self.seating.viewer(seat), m)
        return m

    def played(self, event: str) -> int:
        """Round in which an event card was played, 0 for none."""
        return self.s[s_.EVENT_PLAYED + self.names.index(event)]

    @property
    def chance_of_second(self) -> int:
        """Chance of a second demand, in per cent."""
        return expressions.evaluate(self.t, self.s, self.t[t_.T_SECOND_CHANCE_EXPR])

    @property
    def rounds_with_demand(self) -> list[int]:
        """Rounds in whose Demand step a demand came to the table, one entry a demand."""
        return [row[0] for row in self.rows if row[1] == s_.STEP_DEMAND and row[2] == s_.N_DEMANDS and row[4] > row[3]]

    @property
    def requests(self) -> list[str]:
        """Issues of the requests that lie open."""
        cards = self.s[s_.REQUESTS : s_.REQUESTS + self.t[t_.T_REQUEST_SLOTS]]
        return [self.scenario.issues[self.t[t_.T_REQUEST_ISSUE + card]].id for card in cards if card != UNSET]

    @property
    def choices_asked(self) -> int:
        """How often a side was asked for a choice so far."""
        return sum(row[2] == s_.N_CHOICES and row[4] > row[3] for row in self.rows)

    @property
    def posture(self) -> str:
        """Posture in force of the first side, which hides one."""
        return self.scenario.postures[self.s[s_.POSTURE]].id

    @property
    def friction(self) -> tuple[int, int]:
        """Friction points and markers."""
        return self["friction"], self["markers"]

    @property
    def ending(self) -> str:
        """Id of the ending."""
        return self.scenario.endings[self.s[s_.ENDING]].id
