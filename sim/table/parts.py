"""The parts of a view: small frozen values, each built from cells that its viewer may know.

The comment at a field names the rule that makes it known: "public" where everybody knows it, "own" where a side does.
Everything is an index or a number of the scenario; ids, labels and sentences are looked up by who draws it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssueSeen:
    """An issue on the table. All of it is public (rules 4.4, R7) but the weight."""

    index: int
    level: int  # in force
    start: int
    cap: int  # highest that may be proposed now
    allowed: tuple[int, ...]  # levels that a package may name now, the level in force among them
    asked: int | None  # most that an open demand asks
    on_table: int | None  # what the standing offer or accord names
    weight: int | None  # own: per cent; None at the public table


@dataclass(frozen=True, slots=True)
class MeterSeen:
    """A meter, course or counter; public (rule 1.2). party: whose cell it is, where there is one a party.

    cell: of the state, so that "why" can be asked. drift: what the next News step will ask for; 0 for courses and counters.
    """

    kind: str
    id: str
    index: int
    cell: int
    value: int
    drift: int
    party: int | None = None


@dataclass(frozen=True, slots=True)
class GroupSeen:
    """A constituency. support is public, but for a group that shows a word only; that one's own side sees both."""

    index: int
    party: int
    weight: int  # public
    support: int | None  # public or own (rule 5.7)
    word: int | None  # public: index into the group's words
    mood: int | None  # own, once consulted (rule 5.2)
    band: int  # public: how far a hidden mood may be from 0
    groundwork: int | None  # own before the vote, public after it (rules 5.3, 5.6): steps
    voted: bool | None  # public (rule 5.7): in this round


@dataclass(frozen=True, slots=True)
class MoveSeen:
    """An executive move of the round, announced in Talks; public (rule 4.12). kind: 1 decide, 2 reopen."""

    issue: int
    level: int
    kind: int


@dataclass(frozen=True, slots=True)
class PartySeen:
    """A side. Capital, tokens, courses, levers and probes used are public (rules 1.3, 3.5, 4.1, 4.2)."""

    index: int
    capital: int
    income: int  # public: what the next News step will bring, as things stand
    tokens: int  # that any seat of the side may use
    course_points: int  # placed this round
    levers_in_step: int
    levers_in_talks: int
    probes: int
    move: MoveSeen | None
    ratifies: bool | None  # of this round's vote (rule 5.7)
    yes_weight: int | None
    failed: int  # votes lost in the game
    guess: int | None  # posture named (rule 6.9)
    named_right: bool
    consulted: int | None  # own: this round
    spent: int | None  # own: capital put on groups for the coming vote
    home: int | None  # own: 0 open, 1 submitted, 2 kept back (rule 5.5)


@dataclass(frozen=True, slots=True)
class LeverSeen:
    """A lever; public (rules 4.1, R10). credibility: None for one that always works in full. announced: round it is judged in."""

    index: int
    party: int
    price: int
    credibility: int | None
    uses: int
    last_use: int | None
    announced: int | None
    barred: bool
    free: bool


@dataclass(frozen=True, slots=True)
class DemandSeen:
    """A demand on the table; public (rule 2.1). name: as in the notation. level: None where a state is asked for."""

    row: int
    name: str
    card: int | None
    issue: int
    level: int | None
    due: int
    came: int
    answer: int
    linked: int | None
    doubled: bool
    initiative: int | None  # whose agreement meets it
    lever: int | None  # that put it on the table
    by: int
    is_met: bool  # if it were judged now


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """A request of the other side in its slot; public (rule 6.6)."""

    slot: int
    index: int
    issue: int
    asks: int


@dataclass(frozen=True, slots=True)
class OfferSeen:
    """The package on the table; public (rules 4.4, 4.9). is_accord: every bound party has accepted it."""

    levels: tuple[int | None, ...]
    by: int
    bound: tuple[int, ...]
    accepted: tuple[int, ...]
    is_accord: bool
    went_to_vote: bool
    passed: bool


@dataclass(frozen=True, slots=True)
class InitiativeSeen:
    """An initiative that is face up (1), agreed (2) or completed (3); public (rule 4.14). cost, gain: by party, as of now."""

    index: int
    status: int
    cost: tuple[int, ...]
    gain: tuple[int, ...]
    ready: int | None  # round in which it is completed
    may_start: bool  # its prerequisite holds


@dataclass(frozen=True, slots=True)
class ProposalSeen:
    """What waits for the other side's word; public (rules 4.14-4.17). kind: PROPOSE_*; a, b: its arguments."""

    row: int
    kind: int
    a: int
    b: int
    by: int
    agreed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """Two issues that a package names together or not at all; public (rule 4.15)."""

    a: int
    b: int
    by: int


@dataclass(frozen=True, slots=True)
class ChoiceSeen:
    """A choice that somebody must make now; public (rule 1.6, R14). options: id and price; entry: id of the card or rule."""

    kind: int
    party: int
    entry: str
    options: tuple[tuple[str, int], ...]
    track: int | None


@dataclass(frozen=True, slots=True)
class ReframeSeen:
    """A reframe that waits for take or decline; public (rule 3.3). level or initiative: what is offered instead."""

    row: int
    issue: int | None
    level: int | None
    initiative: int | None


@dataclass(frozen=True, slots=True)
class TimerSeen:
    """Something that comes later; public (rule 0.5). step: of its point; cause: row of the scenario's causes."""

    round: int
    step: int
    cause: int
    amount: int
    verb: int
    target: int


@dataclass(frozen=True, slots=True)
class LastingSeen:
    """Something that holds for a while; public (rule 0.4). kind: LAST_*; until: last round, 99 the game, 1000 and more the step."""

    kind: int
    a: int
    b: int
    amount: int
    until: int
    cause: int


@dataclass(frozen=True, slots=True)
class SeatSeen:
    """A seat in play; public (rule 1.3)."""

    index: int
    id: str
    party: int
    tokens: int


@dataclass(frozen=True, slots=True)
class WeightsSeen:
    """What the viewer may conclude about another side's weights (R8): postures left, and the bands left for each issue."""

    party: int
    postures: tuple[int, ...]
    bands: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Results:
    """Written after the last round and then public (rules 7.1-7.5). Utilities in hundredths; seats by index."""

    utility: tuple[int, ...]
    side: tuple[int, ...]
    gains: tuple[int, ...]
    efficiency: int
    alliance: int
    joint: int
    agenda_points: tuple[int, ...]
    seat_scores: tuple[int, ...]
    winners: tuple[int, ...]
    ending: int
