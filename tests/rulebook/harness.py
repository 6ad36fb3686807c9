"""A small table for tests: a scenario, start values, draws decided beforehand, acts in the notation of the game.

It stands straight on the kernel and the notation, so that a test may also begin in the middle: in a late round, with
any number at any value. Where a test says nothing the table is quiet: every mood is 0, no event card comes, nothing
surprises, no second demand follows, and the posture of the United States is the dealmaker's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sim.kernel import acts, appraise, chance, codes, flow, lasting
from sim.kernel import layout as s_
from sim.kernel import tables as t_
from sim.kernel.demands import GONE, IN_PILE, gap_of
from sim.kernel.layout import UNSET
from sim.loading import load
from sim.table.actions import Action, argument_of
from sim.table.context import context_of
from sim.table.draws import DRAWS, shift_of
from sim.table.notation import read_action
from sim.table.refusals import REFUSALS
from tests.rulebook.asked import Asked

SEED = 4711
ASIDE = 3  # an event card that is neither in the pile nor under it nor played: it comes only when a test calls it
NEVER = 99  # a roll of 100
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


class Table(Asked):
    """One game that is played."""

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

    def effect_of(self, *lines: str) -> dict[str, int]:
        """Play lines; how far they have moved each number."""
        before = self.numbers()
        self.play(*lines)
        return self.since(before)

    def moved_by(self, *lines: str) -> dict[str, int]:
        """As `effect_of`: meters, courses and supports only."""
        own = {entry.id for entry in (*self.scenario.meters, *self.scenario.courses, *self.scenario.groups)}
        return {name: amount for name, amount in self.effect_of(*lines).items() if name in own}

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

    def reseeded(self, seed: int) -> Table:
        """What is drawn from now on is drawn from another seed."""
        self.s[s_.SEED_LOW] = seed
        return self

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

    posture: "" for one that is drawn; as_shipped: event cards and moods as the scenario has them; fixed: event cards placed, by round;
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
    for party in game.scenario.parties if not as_shipped else ():
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
