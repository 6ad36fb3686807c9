"""What happened in a game, read again from its ledger after the end: offers, votes, concessions, links, meters, acts.

Points are those of the posture in force at the end, so that all of a game stands on one scale.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.home import mood_of
from sim.kernel.layout import UNSET
from sim.table import happened as h
from sim.table.bench import Bench
from sim.table.cells import names_by_cell
from sim.table.events import ALL, changed_links, of_row
from sim.table.known import Known
from sim.table.shadow import Entry, Row
from sim.table.teller import Teller

BY_PACKAGE, BY_DECISION, BY_REOPENING = "package", "decide", "reopen"
OPEN, ACCORD, LAPSED, REFUSED, RATIFIED = "open", "accord", "lapsed", "refused", "ratified"


@dataclass(frozen=True, slots=True)
class OfferMade:
    """An offer. line: number of the accepted line; outcome: all levels if it came into force then; points: by party, hundredths.

    fate: open (no accord), accord, lapsed, refused or ratified. reason: code of a bot's reason, "" for a person.
    """

    line: int
    round: int
    party: int
    levels: tuple[int | None, ...]
    outcome: tuple[int, ...]
    points: tuple[int, ...]
    fate: str = OPEN
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GroupVote:
    """How a group voted, with all that was hidden. The parts add up to the value."""

    group: int
    support: int
    mood: int
    shift: int
    groundwork: int
    bonus: int
    value: int
    yes: bool


@dataclass(frozen=True, slots=True)
class VoteHeld:
    """A vote at home. bodies: (party, approves, yes weight)."""

    line: int
    round: int
    levels: tuple[int | None, ...]
    groups: tuple[GroupVote, ...]
    bodies: tuple[tuple[int, bool, int], ...]
    passed: bool


@dataclass(frozen=True, slots=True)
class Concession:
    """A level that entered into force. gains: what it brought each party, hundredths; by: package, decide or reopen."""

    line: int
    round: int
    issue: int
    before: int
    after: int
    gains: tuple[int, ...]
    by: str
    party: int | None  # whose move it was, None for a package


@dataclass(frozen=True, slots=True)
class LinkUsed:
    """A link: rounds from its agreement to its end (None: it held), and how many offers named both issues meanwhile."""

    a: int
    b: int
    by: int
    made: int
    ended: int | None
    offers: int


@dataclass(frozen=True, slots=True)
class MeterRun:
    """A meter, course or counter: its start and its value at the end of each round."""

    cell: int
    what: str
    start: int
    by_round: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ActCount:
    """How often a party did a kind of act in a step. step: STEP_*; kind: ACT_*."""

    step: int
    party: int
    kind: int
    count: int


@dataclass(frozen=True, slots=True)
class PostureHeld:
    """A posture and the round from which it was in force (0: the start)."""

    party: int
    posture: int
    round: int


@dataclass(slots=True)
class Story:
    """Walks a finished game once and collects what the debrief tells. known: everything, as it stands at the end."""

    known: Known
    entries: Sequence[Entry]
    postures: tuple[int, ...]
    teller: Teller
    offers: list[OfferMade] = field(default_factory=list)
    votes: list[VoteHeld] = field(default_factory=list)
    concessions: list[Concession] = field(default_factory=list)
    links: list[LinkUsed] = field(default_factory=list)
    runs: dict[int, list[int]] = field(default_factory=dict)
    acts: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    held: list[PostureHeld] = field(default_factory=list)
    asked: dict[int, int] = field(default_factory=dict)
    ballot: list[GroupVote] = field(default_factory=list)
    changes: list[h.NumberChanged] = field(default_factory=list)

    @classmethod
    def of(cls, known: Known, entries: Sequence[Entry], postures: tuple[int, ...]) -> Story:
        """The story of a finished game."""
        story = cls(known, entries, postures, Teller.of(known.scenario, known.seating, known.t, ALL))
        story.tell()
        return story

    @property
    def cells(self) -> list[int]:
        """The cells as they stand at the row being looked at."""
        return self.teller.cells

    def tell(self) -> None:
        """Walk the game, row by row."""
        for entry in self.entries:
            self.count_act(entry)
            self.teller.number = entry.number
            links = self.teller.shadow.links()
            for row in map(Row.of, entry.rows):
                self.look_at(row, entry.number)
                for happened in of_row(self.teller, row):
                    self.note(happened)
            for happened in changed_links(self.teller, links):
                self.note(happened)
        self.end_round()

    def points(self, outcome: Sequence[int]) -> tuple[int, ...]:
        """What an outcome is worth to each party, in hundredths."""
        return tuple(sum(self.worth(party, issue, level) for issue, level in enumerate(outcome)) for party in range(len(self.postures)))

    def worth(self, party: int, issue: int, level: int) -> int:
        """Weight x payoff of one level."""
        weight = self.known.t[k.T_WEIGHT + self.postures[party] * s.MAX_ISSUES + issue]
        return weight * self.known.t[k.T_PAYOFF + (party * s.MAX_ISSUES + issue) * s.MAX_LEVELS + level]

    def count_act(self, entry: Entry) -> None:
        """Count an act in the step in which it was done."""
        if entry.action is not None and 0 <= entry.action.kind < 100:
            party = self.known.seating.named(entry.action.seat).party
            self.acts[self.cells[s.STEP], party, entry.action.kind] += 1

    def look_at(self, row: Row, line: int) -> None:
        """What is read off a row before it is taken."""
        if not row.is_change:
            return
        if row.cell == s.ROUND and row.before > 0:
            self.end_round()
        elif s.LEVEL <= row.cell < s.LEVEL + s.MAX_ISSUES and row.round > 0:
            self.concessions.append(self.concession(row, line))
        elif s.VOTED <= row.cell < s.VOTED + s.MAX_GROUPS and row.after != UNSET and row.round > 0:
            self.ballot.append(self.group_vote(row))
        elif s.POSTURE <= row.cell < s.POSTURE + s.MAX_PARTIES and row.after != UNSET:
            self.held.append(PostureHeld(row.cell - s.POSTURE, row.after, row.round))

    def end_round(self) -> None:
        """Keep the numbers as they stand at the end of a round."""
        for cell in run_cells(self.known):
            self.runs.setdefault(cell, []).append(self.cells[cell])

    def concession(self, row: Row, line: int) -> Concession:
        """A level that enters into force: by the package, or by a side's own move."""
        cells, issue = self.cells, row.cell - s.LEVEL
        gains = tuple(self.worth(party, issue, row.after) - self.worth(party, issue, row.before) for party in range(len(self.postures)))
        if cells[s.PASSED_NOW] == 1 and cells[s.STANDING + issue] == row.after:
            return Concession(line, row.round, issue, row.before, row.after, gains, BY_PACKAGE, None)
        party = next(
            (party for party in range(len(self.postures)) if cells[s.MOVED_KIND + party] and cells[s.MOVED_ISSUE + party] == issue), None
        )
        reopened = party is not None and cells[s.MOVED_KIND + party] == 2
        return Concession(line, row.round, issue, row.before, row.after, gains, BY_REOPENING if reopened else BY_DECISION, party)

    def group_vote(self, row: Row) -> GroupVote:
        """A group's vote, taken apart on the cells as they stood."""
        group = row.cell - s.VOTED
        bench = Bench.of(self.known.t, self.cells)
        bench.judge(bench.standing())
        support = bench.m[self.known.t[k.T_SUPPORT_CELL + group]]
        mood = int(mood_of(self.known.t, bench.m, group))
        groundwork = bench.m[s.GROUNDWORK + group] * bench.step_size()
        shift, bonus = bench.shift(group), bench.bonus(group)
        return GroupVote(group, support, mood, shift, groundwork, bonus, bench.m[s.VOTE_VALUE + group], row.after == 1)

    def note(self, happened: h.Happened) -> None:
        """What is taken from the events of a line, once its rows are taken."""
        round_ = self.cells[s.ROUND]
        match happened:
            case h.OfferTabled(number, party, levels):
                self.offers.append(self.offer(number, round_, party, levels))
            case h.AccordReached():
                self.settle(ACCORD)
            case h.AccordLapsed():
                self.settle(LAPSED)
            case h.PackagePassed():
                self.settle(RATIFIED)
            case h.BodyVoted(number, party, approves, weight):
                self.body_voted(number, party, approves, weight)
            case h.LinkMoved(_, a, b, by, True):
                self.links.append(LinkUsed(a, b, by, round_, None, 0))
            case h.LinkMoved(_, a, b, _, False):
                self.links = [replace(link, ended=round_) if (link.a, link.b, link.ended) == (a, b, None) else link for link in self.links]
            case h.NumberChanged():
                self.changes.append(happened)
            case h.DemandCame(_, _, issue, level) if level is not None:
                self.asked[issue] = max(level, self.asked.get(issue, level))

    def offer(self, line: int, round_: int, party: int, levels: tuple[int | None, ...]) -> OfferMade:
        """An offer with its outcome; the links in force that it names are used."""
        now = self.teller.shadow.levels(len(levels))
        outcome = tuple(level if wanted is None else wanted for wanted, level in zip(levels, now, strict=True))
        in_force = [link for link in self.links if link.ended is None and levels[link.a] is not None and levels[link.b] is not None]
        self.links = [replace(link, offers=link.offers + 1) if link in in_force else link for link in self.links]
        return OfferMade(line, round_, party, levels, outcome, self.points(outcome))

    def settle(self, fate: str) -> None:
        """What became of the offer made last, and of its vote."""
        if self.offers:
            self.offers[-1] = replace(self.offers[-1], fate=fate)
        if fate == RATIFIED and self.votes:
            self.votes[-1] = replace(self.votes[-1], passed=True)

    def body_voted(self, line: int, party: int, approves: bool, weight: int) -> None:
        """A body's result; with the first one of a vote the groups that voted go on its record."""
        if self.ballot:
            levels = self.teller.shadow.package(len(self.known.scenario.issues))
            self.votes.append(VoteHeld(line, self.cells[s.ROUND], levels, tuple(self.ballot), (), False))
            self.ballot = []
        if self.votes:
            self.votes[-1] = replace(self.votes[-1], bodies=(*self.votes[-1].bodies, (party, approves, weight)))
        if not approves:
            self.settle(REFUSED)


def run_cells(known: Known) -> tuple[int, ...]:
    """Cells of the meters, courses and counters that the debrief follows round by round."""
    named = names_by_cell(known.scenario).items()
    return tuple(cell for cell, name in named if name.kind in ("meter", "course", "counter"))
