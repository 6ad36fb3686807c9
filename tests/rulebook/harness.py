"""A small table for tests: a scenario, start values, draws decided beforehand, acts in the notation of the game.

It stands straight on the kernel and the notation, so that a test may also begin in the middle: in a late round, with
any number at any value. Where a test says nothing the table is quiet: every mood is 0, no event card comes, nothing
surprises, no second demand follows, and the posture of the United States is the dealmaker's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sim.domain import Scenario
from sim.kernel import acts, appraise, chance, codes, expressions, flow, lasting, locks, masking, scoring
from sim.kernel import layout as s_
from sim.kernel import tables as t_
from sim.kernel.demand import renewed_issue
from sim.kernel.demands import GONE, IN_PILE, gap_of
from sim.kernel.layout import UNSET
from sim.kernel.ledger import LOG_HEAD, LOG_WIDTH
from sim.loading import load
from sim.table.actions import Action, argument_of
from sim.table.context import context_of, demand_names
from sim.table.draws import DRAWS, shift_of
from sim.table.notation import read_action
from sim.table.refusals import REFUSALS
from sim.table.seating import seating_for, tables_for
from tests.rulebook.names import Names

LOG_ROWS = 6000
SEED = 4711
ASIDE = 3  # an event card that is neither in the pile nor under it nor played: it comes only when a test calls it
NEVER = 99  # a roll of 100
BANDS = ("low", "middle", "high")
SURPRISES = ("post", "hurry", "pause", "turn")
WORKS = {
    "draw": t_.WORK_DRAW,
    "second": t_.WORK_SECOND,
    "lever": t_.WORK_OWN_LEVER,
    "response": t_.WORK_ANSWER,
    "opening": t_.WORK_OPENING,
    "offers": t_.WORK_OFFERS,
    "closing": t_.WORK_CLOSING,
    "home": t_.WORK_HOME,
    "show": t_.WORK_SHOW,
}
REGIONS = {"named_right": s_.NAMED_RIGHT, "mood": s_.MOOD, "home": s_.HOME, "gain": s_.INITIATIVE_GAIN, "status": s_.INITIATIVE_STATUS}
Row = tuple[int, ...]


class Table:
    """One game. Numbers are read by name: `table["m_tariff"]`, `table["D2"]`, `table["us.capital"]`; see `names.py`."""

    def __init__(self, scenario: Scenario, counts: Mapping[str, int] | None) -> None:
        self.scenario = scenario
        self.names = Names(scenario)
        self.seating = seating_for(scenario, counts)
        self.t: list[int] = tables_for(scenario, self.seating)
        self.s: list[int] = [0] * s_.STATE_SIZE
        self.log: list[int] = [0] * (LOG_HEAD + LOG_WIDTH * LOG_ROWS)
        self.rows: list[Row] = []
        self.begun: list[int] = []

    # --- before the first round ---

    def start_at(self, values: Mapping[str, int]) -> None:
        """Start values in place of those of the scenario."""
        for name, value in values.items():
            self.t[self.names.start_cell(name)] = value

    def force(self, round_: int, purpose: int, index: int, value: int) -> None:
        """Decide a draw."""
        at = s_.FORCED + self.s[s_.N_FORCED] * s_.FORCED_WIDTH
        self.s[at : at + s_.FORCED_WIDTH] = [round_, purpose, index, value]
        self.s[s_.N_FORCED] += 1

    def force_drawn(self, round_: int, draw: str, index: int, value: int | str) -> None:
        """Decide a draw by its name, with its value as rule files write it: an id, a roll of 1..n, a mood."""
        purpose = DRAWS.index(draw)
        drawn = self.names.index(value) if isinstance(value, str) else value - shift_of(self.scenario, purpose, index)
        self.force(round_, purpose, index, drawn)

    def force_list(self, cards: Mapping[int, Iterable[str]], purpose: int, first: int = 0) -> None:
        """Decide what is drawn in each round, in order."""
        for round_, ids in cards.items():
            for index, id_ in enumerate(ids):
                self.force(round_, purpose, first + index, self.names.index(id_))

    def begin(self, round_: int, seed: int) -> None:
        """To the first decision of the first round, or of a later one."""
        self.s[s_.ROUND] = round_ - 1
        self.begun = self.s[: s_.STATE_END]
        flow.begin_game(self.t, self.s, self.log, seed, 0)
        self.drain()

    # --- play ---

    def action(self, line: str) -> Action:
        """The action of a line."""
        return read_action(line, self.scenario, self.seating, context_of(self.scenario, self.s))

    def ask(self, action: Action) -> str:
        """What the rules say to an action: "allowed", or the refusal."""
        self.s[s_.ARGUMENT : s_.ARGUMENT + s_.MAX_ISSUES] = argument_of(action)
        seat = self.seating.named(action.seat).index
        return REFUSALS[acts.may_act(self.t, self.s, seat, action.kind, action.a, action.b, action.c)]

    def says(self, asked: str | Action) -> str:
        """What the rules say to a line or an action: "allowed", or the refusal. Asks and changes nothing."""
        before = self.s[: s_.STATE_END]
        code = self.ask(self.action(asked) if isinstance(asked, str) else asked)
        assert self.s[: s_.STATE_END] == before, f"`{asked}` was only asked about, and something changed"
        return code

    def do(self, seat: int, kind: int, a: int = UNSET, b: int = UNSET, c: int = UNSET) -> None:
        """Carry an act out, allowed or not; the caller has asked."""
        acts.do_act(self.t, self.s, self.log, seat, kind, a, b, c)
        self.drain()

    def play(self, *lines: str) -> Table:
        """Play lines that the rules allow."""
        for line in lines:
            action = self.action(line)
            code = self.ask(action)
            assert code == "allowed", f"`{line}` in round {self.round}: {code}"
            self.do(self.seating.named(action.seat).index, action.kind, action.a, action.b, action.c)
        return self

    def to(self, place: str, round_: int = 0) -> Table:
        """Everybody does the least until somebody must decide at a place of WORKS, or the game is over ("end")."""
        for _ in range(4000):
            if self.s[s_.OVER] == 1:
                assert place == "end", f"the game is over before {place} of round {round_}"
                return self
            if place != "end" and self.is_at(place, round_):
                return self
            self.do_least()
        raise AssertionError(f"never at {place} of round {round_}")

    def is_at(self, place: str, round_: int) -> bool:
        """True where the game waits at this place of this round (0: of any), or for the choice of a card ("choice")."""
        if round_ and self.round != round_:
            return False
        asks = self.s[s_.N_CHOICES] > 0
        return asks if place == "choice" else not asks and self.work == WORKS[place] and self.s[s_.WAITING] != 0

    def do_least(self) -> None:
        """The party that the game waits for does the least it can."""
        s = self.s
        if s[s_.N_CHOICES] > 0:
            seat = self.t[t_.T_HEAD + s[s_.CHOICES + s_.C_PARTY]]
            if s[s_.CHOICES + s_.C_KIND] == s_.CHOICE_PICK:
                self.do(seat, codes.ACT_POSTPONE)
            else:
                self.do(seat, codes.ACT_CHOOSE, self.t[s[s_.CHOICES + s_.C_ROW] + t_.E_TARGET] - 1)
            return
        party = next(party.index for party in self.scenario.parties if s[s_.WAITING] >> party.index & 1)
        seat = self.t[t_.T_HEAD + party]
        if s[s_.REFRAMED] != UNSET:
            self.do(seat, codes.ACT_DECLINE, s[s_.REFRAMED])
        elif self.work == t_.WORK_OFFERS:
            self.do(seat, codes.ACT_HOLD)
        elif self.work == t_.WORK_HOME:
            self.do(seat, codes.ACT_SUBMIT)
        elif (card := self.first_with_gap(party)) != UNSET:
            self.do(seat, codes.ACT_DEMAND, card)
        else:
            self.do(seat, codes.ACT_DONE)

    def first_with_gap(self, party: int) -> int:
        """The first card in a party's hand that asks for something, UNSET where there is none."""
        hand = s_.HAND + party * s_.MAX_HAND
        held = (card for card in self.s[hand : hand + s_.MAX_HAND] if card != UNSET)
        return next((card for card in held if gap_of(self.t, self.s, card) > 0), UNSET)

    def accord(self, package: str) -> Table:
        """The opener of the round offers a package, the others accept it, and nobody moves alone; now at Home."""
        self.to("offers")
        opener = self.scenario.parties[self.s[s_.OPENER]].id
        self.play(f"{opener} offer {package}")
        self.play(*(f"{party.id} accept" for party in self.scenario.parties if party.id != opener))
        return self.to("home")

    def vote(self, package: str) -> Table:
        """The accord on a package goes to the vote without any groundwork; now behind it, in the next step that waits."""
        self.accord(package)
        return self.play(*(f"{party.id} submit" for party in self.scenario.parties))

    def pass_(self, package: str) -> Table:
        """The accord on a package is ratified, whatever the groups think."""
        return self.accord(package).carried()

    def carried(self) -> Table:
        """The accord goes to the vote, and every group says yes."""
        self.put({group.id: 90 for group in self.scenario.groups})
        return self.play(*(f"{party.id} submit" for party in self.scenario.parties))

    def without_tracks(self, seat: str) -> Table:
        """A seat that leads no track."""
        self.t[t_.T_SEAT_TRACKS + self.seating.named(seat).index] = 0
        return self

    def weigh(self, weights: Mapping[str, int]) -> Table:
        """Other weights for some groups."""
        for name, weight in weights.items():
            self.t[t_.T_GROUP_WEIGHT + self.names.index(name)] = weight
        return self

    def without_refusal(self) -> Table:
        """No group refuses whatever its vote value."""
        for group in self.scenario.groups:
            self.t[t_.T_GROUP_REFUSES_EXPR + group.index] = UNSET
        return self

    def bar_votes(self) -> Table:
        """No package can be voted this round."""
        lasting.keep_for_a_while(self.t, self.s, self.log, s_.LAST_BLOCK_VOTE, 0, UNSET, 1, t_.UNTIL_ROUND, UNSET)
        return self

    # --- numbers ---

    def __getitem__(self, name: str) -> int:
        return self.s[self.names.cell(name)]

    def put(self, values: Mapping[str, int]) -> Table:
        """Set numbers, as a test may: no rule did it."""
        for name, value in values.items():
            self.s[self.names.cell(name)] = value
        return self

    def put_cell(self, region: str, id_: str, value: int) -> Table:
        """Set a cell of an entry in a region of the state that has no name of its own."""
        self.s[REGIONS[region] + self.names.index(id_)] = value
        return self

    def put_loosely(self, values: Mapping[str, int]) -> Table:
        """Set numbers, and what has no name of its own: "ratified" packages, initiatives "done", one's status, an event's round."""
        for name, value in values.items():
            if name in self.names.cells:
                self.s[self.names.cell(name)] = value
            elif name == "ratified":
                self.s[s_.RATIFIED] = value
            elif name.startswith("in"):
                self.s[s_.INITIATIVE_STATUS + self.names.index(name)] = value
            elif name == "done":
                self.s[s_.INITIATIVE_STATUS : s_.INITIATIVE_STATUS + value] = [3] * value
            else:
                self.s[s_.EVENT_PLAYED + self.names.index(name)] = value
        return self

    def gain_cell(self, initiative: str) -> int:
        """Cell of what an initiative brings the first side; those of the others follow."""
        return s_.INITIATIVE_GAIN + self.names.index(initiative) * s_.MAX_PARTIES

    def numbers(self) -> dict[str, int]:
        """Every number that has a name, as it stands."""
        return {name: self.s[cell] for name, cell in self.names.cells.items()}

    def since(self, before: Mapping[str, int]) -> dict[str, int]:
        """How far each number has moved since; those that stayed are left out."""
        return {name: value - before[name] for name, value in self.numbers().items() if value != before[name]}

    def effect_of(self, *lines: str) -> dict[str, int]:
        """Play lines; how far they have moved each number."""
        before = self.numbers()
        self.play(*lines)
        return self.since(before)

    def state(self) -> list[int]:
        """Every cell of the state."""
        return self.s[: s_.STATE_END]

    def replayed(self) -> list[int]:
        """The state before the first round with every row of the ledger entered."""
        state = list(self.begun)
        for row in self.rows:
            if row[2] >= 0 and row[7] == UNSET:
                assert state[row[2]] == row[3], f"cell {row[2]} moved without a row"
                state[row[2]] = row[4]
        return state

    def asked(self, name: str, cause: str) -> list[tuple[int, int, int]]:
        """(before, after, wanted) of each change of a number by an entry."""
        cell = self.names.cell(name)
        return [(row[3], row[4], row[5]) for row in self.rows if row[2] == cell and row[7] == UNSET and self.is_by(row[6], cause)]

    def moved_by(self, *lines: str) -> dict[str, int]:
        """As `effect_of`: meters, courses and supports only."""
        own = {entry.id for entry in (*self.scenario.meters, *self.scenario.courses, *self.scenario.groups)}
        return {name: amount for name, amount in self.effect_of(*lines).items() if name in own}

    def reseeded(self, seed: int) -> Table:
        """What is drawn from now on is drawn from another seed."""
        self.s[s_.SEED_LOW] = seed
        return self

    def by(self, cause: str, round_: int = 0) -> dict[str, int]:
        """What an entry has moved so far (in one round, where it is named), by the causes in the ledger."""
        moved: dict[str, int] = {}
        for row in self.rows:
            name = self.names.of_cell(row[2])
            if name and row[7] == UNSET and self.is_by(row[6], cause) and round_ in (0, row[0]):
                moved[name] = moved.get(name, 0) + row[4] - row[3]
        return {name: amount for name, amount in moved.items() if amount}

    def resolve_of(self, cause: str, round_: int) -> dict[str, int]:
        """What an entry has moved in the Resolve of a round."""
        rows, self.rows = self.rows, [row for row in self.rows if row[1] == s_.STEP_RESOLVE]
        moved = self.by(cause, round_)
        self.rows = rows
        return moved

    def order_of(self, *causes: str) -> list[str]:
        """Names of the numbers that these entries moved in Resolve, in the order in which they moved."""
        rows = (row for row in self.rows if row[1] == s_.STEP_RESOLVE and any(self.is_by(row[6], cause) for cause in causes))
        return [self.names.of_cell(row[2]) for row in rows]

    def is_by(self, cause: int, id_: str) -> bool:
        """True for a row of the causes that belongs to this entry."""
        return 0 <= cause < len(self.scenario.causes) and self.scenario.causes[cause].id == id_

    def at_end_of(self, round_: int) -> dict[str, int]:
        """Every number that has a name, as it stood at the end of a round."""
        value = {cell: self.s[cell] for cell in self.names.cells.values()}
        for row in reversed(self.rows):
            if row[0] > round_ and row[2] in value and row[7] == UNSET:
                value[row[2]] = row[3]
        return {name: value[cell] for name, cell in self.names.cells.items()}

    def drain(self) -> None:
        """Take the new rows out of the log."""
        assert self.log[1] == 0, "the log is too small"
        for at in range(LOG_HEAD, LOG_HEAD + self.log[0] * LOG_WIDTH, LOG_WIDTH):
            self.rows.append(tuple(self.log[at : at + LOG_WIDTH]))
        self.log[0] = 0

    @property
    def round(self) -> int:
        """The round."""
        return self.s[s_.ROUND]

    @property
    def work(self) -> int:
        """What the mechanism does at the present point, WORK_*."""
        return self.t[t_.T_POINT_WORK + self.s[s_.POINT]]

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
        """Cell of a part of a demand on the table: "asked", "due", "answer", "linked", "double"."""
        parts = {"asked": s_.D_ASKED, "due": s_.D_DUE, "answer": s_.D_ANSWER, "linked": s_.D_LINKED, "double": s_.D_DOUBLE}
        return s_.DEMANDS + list(self.demands).index(name) * s_.DEMAND_WIDTH + parts[part]

    def renewed(self) -> str:
        """Issue on which an ask would be renewed now, "" for none."""
        issue = renewed_issue(self.t, self.s)
        return "" if issue == UNSET else self.scenario.issues[issue].id

    def value(self, name: str) -> int:
        """A named number of the pack."""
        return expressions.evaluate(self.t, self.s, self.scenario.value_programs[name])

    def program(self, text: str) -> int:
        """Program of an expression that stands somewhere in the rules, as written there."""
        return next(program for program, formula in self.scenario.formulas.items() if formula.text == text)

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

    def gain_of(self, party: str, package: str) -> int:
        """What a package brings a side, in hundredths."""
        self.judge(package)
        return self.s[s_.DELTA + self.names.index(party)]

    def judge(self, package: str) -> None:
        """Make a package, written as in an offer, the one that questions are about."""
        self.s[s_.ARGUMENT : s_.ARGUMENT + s_.MAX_ISSUES] = argument_of(self.action(f"{self.seating.seats[0].id} offer {package}"))
        appraise.judge(self.t, self.s, s_.ARGUMENT)

    def bonus(self, group: str, package: str) -> int:
        """What cards and levers add to the vote value of a group for a package."""
        self.judge(package)
        return appraise.bonus_of(self.t, self.s, self.names.index(group))

    def shift(self, group: str, package: str) -> int:
        """Issue shift of a group by a package."""
        self.judge(package)
        return appraise.shift_of(self.t, self.s, self.names.index(group))

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

    def noted(self, round_: int, region: int, id_: str) -> int:
        """What was last written in a round into the cell of an entry, UNSET where nothing was but what begins a round."""
        cell = region + self.names.index(id_)
        return next((row[4] for row in reversed(self.rows) if row[0] == round_ and row[2] == cell), UNSET)

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

    def score(self) -> Table:
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
        """The mask of a seat: what it may know."""
        m = [0] * s_.STATE_SIZE
        masking.mask(self.t, self.s, self.seating.named(seat).index, m)
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


def table(
    scenario: str = "spring-2025",
    posture: str = "dealmaker",
    *,
    seed: int = SEED,
    as_shipped: bool = False,
    fixed: Mapping[int, str] | None = None,
    start: Mapping[str, int] | None = None,
    round_: int = 1,
    rounds: int = 0,
    news: Mapping[int, str] | None = None,
    pile: Iterable[str] = (),
    cards: Iterable[str] | None = None,
    hand: Mapping[int, Iterable[str]] | None = None,
    second: Mapping[int, Iterable[str]] | None = None,
    surprise: Mapping[int, str] | None = None,
    turned_up: Mapping[int, str] | None = None,
    requests: Iterable[int] = (0, 1),
    clues: Iterable[str] = (),
    moods: Mapping[str, int] | None = None,
    seats: Mapping[str, int] | None = None,
    draws: Iterable[tuple[int, str, int, int | str]] = (),
) -> Table:
    """A quiet game at its first decision.

    posture: "" for one that is drawn; as_shipped: event cards as the scenario has them; fixed: event cards placed, by round;
    start: start values by name; round_: round it begins in; rounds: how many it has; news: event card by round; pile: event
    cards that may be drawn; cards: demand cards in the game (all); hand, second: those drawn by round; surprise: by round; turned_up: initiative by round;
    requests: those face up, by place in the deck; clues: their issues, in order; moods: by group; seats: how many, by party; draws: any other
    draw, as (round, name, index, value).
    """
    game = Table(load.scenario(scenario), seats)
    names, first = game.names, round_ - 1
    game.start_at(start or {})
    if rounds:
        game.t[t_.T_N_ROUNDS] = rounds
        game.scenario = replace(game.scenario, rounds=rounds)
    for draw in draws:
        game.force_drawn(*draw)
    for party in game.scenario.parties:
        game.t[t_.T_MOOD + party.index] = 4 if moods else 0
    for group in game.scenario.groups if moods else ():
        game.force(first, chance.FOR_MOOD, group.index, 4 + (moods or {}).get(group.id, 0))
    if posture in names.indexes:
        game.force(first, chance.FOR_POSTURE, game.scenario.postures[names.index(posture)].party, names.index(posture))
    for event in game.scenario.events if not as_shipped else ():
        game.s[s_.EVENT_STATUS + event.index] = 0 if event.id in pile else ASIDE
        game.t[t_.T_EVENT_FIXED + event.index] = 0
    for number, card in (fixed or {}).items():
        game.t[t_.T_EVENT_FIXED + names.index(card)] = number
    for demand in game.scenario.demands if cards is not None else ():
        game.s[s_.DEMAND_STATUS + demand.index] = IN_PILE if demand.id in (cards or ()) else GONE
    for slot, request in enumerate(requests):
        game.force(first, chance.FOR_REQUEST, slot, request)
    for index, issue in enumerate(clues):
        game.force(first, chance.FOR_CLUE_ISSUE, index, names.index(issue))
    game.force_list({number: (card,) for number, card in (news or {}).items()}, chance.FOR_EVENT)
    game.force_list({number: (card,) for number, card in (turned_up or {}).items()}, chance.FOR_INITIATIVE)
    game.force_list(hand or {}, chance.FOR_DEMAND)
    game.force_list(second or {}, chance.FOR_DEMAND, 100)
    for number in range(round_, game.t[t_.T_N_ROUNDS] + 1):
        game.force(number, chance.FOR_SECOND_DEMAND, 0, 0 if number in (second or {}) else NEVER)
        game.force(number, chance.FOR_SURPRISE, 0, 0 if number in (surprise or {}) else NEVER)
    for number, kind in (surprise or {}).items():
        game.force(number, chance.FOR_SURPRISE_KIND, 0, SURPRISES.index(kind))
    game.begin(round_, seed)
    return game
