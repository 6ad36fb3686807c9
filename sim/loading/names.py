"""Names of the language of conditions and amounts, and what each stands for in state and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.selection import Play
from sim.loading.shape_base import Labelled

# Places in which a word means something that it does not mean elsewhere.
JUDGED = "judged"
GROUP = "group"
VOTES = "votes"
BODY = "body"
KEPT = "kept"
AMOUNT = "amount"
PRICE = "price"
ESCALATION = "escalation"
SINCE = "since"
ACTOR = "actor"
MOVE = "move"
LEVER = "lever"
START = "start"
SUMS = "sums"
EFFICIENCY = "efficiency"
ALLIANCE = "alliance"
JOINT = "joint"
SEAT = "seat"
PICKED_DEMAND = "picked demand"
PICKED_GROUP = "picked group"
PICKED_ISSUE = "picked issue"
PLACES: dict[str, str] = {
    JUDGED: "where a package or a move is judged: quotas, shifts, `that` of a bar, rules at package.passed and package.failed, moves",
    GROUP: "in price and needs of groundwork and in `stays` of the vote",
    VOTES: "in quotas and in rules at package.passed and package.failed",
    BODY: "in quotas",
    KEPT: "in `kept` of a lever",
    AMOUNT: "in `amount` of a modifier",
    PRICE: "in a modifier `of: price`",
    ESCALATION: "in a modifier `of: price`, and in rules and counters at lever.played",
    SINCE: "in effects, in levers, in standing rules and in modifiers",
    MOVE: "in `needs` of `move` and `breach`",
    LEVER: "in a lever, and in a modifier with `kinds: [lever]`",
    SUMS: "in scoring",
    EFFICIENCY: "in scoring, behind efficiency",
    ALLIANCE: "in scoring, behind alliance",
    JOINT: "in scoring, behind joint",
    SEAT: "in `seat` of scoring",
    PICKED_DEMAND: "where a demand is picked, answered, met or missed",
    PICKED_GROUP: "where a group is picked",
    PICKED_ISSUE: "where an issue or a demand is picked",
}
PICKED = frozenset({PICKED_DEMAND, PICKED_ISSUE})
EVERYWHERE = frozenset({*PLACES, ACTOR})
AT_OCCASION = {
    "start": frozenset({START}),
    "lever.played": frozenset({ACTOR, ESCALATION}),
    "package.passed": frozenset({JUDGED, VOTES}),
    "package.failed": frozenset({JUDGED, VOTES}),
}


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands. own: the party whose entry it is, or None when it is known only in play.

    allows: the places, see PLACES; ACTOR: the party that acts is known in play. this: index of the lever of the entry.
    """

    own: int | None = None
    allows: frozenset[str] = frozenset()
    this_kind: str = ""
    this: int = s.UNSET

    def with_places(self, *places: str) -> Context:
        """The same with more places."""
        return Context(self.own, self.allows | frozenset(places), self.this_kind, self.this)


ANYWHERE = Context()
EFFECTS = Context(allows=frozenset({SINCE}))


@dataclass
class Names:
    """Positions of everything that is in play, by id."""

    play: Play
    parties: dict[str, int] = field(default_factory=dict)
    tracks: dict[str, int] = field(default_factory=dict)
    families: dict[str, int] = field(default_factory=dict)
    issues: dict[str, int] = field(default_factory=dict)
    postures: dict[str, int] = field(default_factory=dict)
    cells: dict[str, int] = field(default_factory=dict)  # meters, courses, counters
    per_party: dict[str, int] = field(default_factory=dict)  # counters with a cell a party
    groups: dict[str, int] = field(default_factory=dict)
    group_party: list[int] = field(default_factory=list)
    group_cell: list[int] = field(default_factory=list)
    levers: dict[str, int] = field(default_factory=dict)
    lever_party: list[int] = field(default_factory=list)
    acts: dict[str, int] = field(default_factory=dict)
    initiatives: dict[str, int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)
    demands: dict[str, int] = field(default_factory=dict)
    bundles: dict[str, int] = field(default_factory=dict)
    points: dict[str, int] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        play = self.play
        self.parties = positions(play.parties)
        self.tracks = positions(play.tracks)
        self.families = positions(play.pack.pack.families)
        self.issues = positions(play.issues)
        self.postures = positions(play.postures)
        self.levers = positions(play.levers)
        self.lever_party = [self.parties.get(lever.party, 0) for lever in play.levers]
        self.acts = positions(play.acts)
        self.initiatives = positions(play.initiatives)
        self.events = positions(play.events)
        self.demands = positions(play.demands)
        self.lost = play.lost_ids
        self.place_cells()
        self.place_groups()

    def place_cells(self) -> None:
        """Meters first, then courses, then counters; a counter per party takes a cell for each."""
        at = s.METER
        for entry in [*self.play.meters, *self.play.courses]:
            self.cells[entry.id] = at
            at += 1
        for counter in self.play.counters:
            if counter.per == "party":
                self.per_party[counter.id] = at
                at += len(self.parties)
            else:
                self.cells[counter.id] = at
                at += 1

    def place_groups(self) -> None:
        """A group with a rule of its own in place of points keeps its support to its side."""
        for index, (body, group) in enumerate(self.play.groups):
            self.groups[group.id] = index
            self.group_party.append(self.parties[body.id])
            region = s.HIDDEN_SUPPORT if group.shift is not None else s.SUPPORT
            self.group_cell.append(region + index)

    def is_absent(self, name: str, *kinds: str) -> bool:
        """True for an id that the pack knows and the scenario leaves out, and for one whose entry is broken."""
        return name in self.lost or any(name in self.play.known.get(kind, frozenset()) for kind in kinds)

    def others_of(self, party: int) -> list[int]:
        """The other parties, in the order of the list."""
        return [other for other in self.parties.values() if other != party]


def positions(entries: Sequence[Labelled]) -> dict[str, int]:
    """Id -> position in the list."""
    return {entry.id: index for index, entry in enumerate(entries)}


# Words without an argument that are one cell of the state, and the place in which each is known, "" for everywhere.
WORDS: dict[str, tuple[int, str]] = {
    "round": (s.ROUND, ""),
    "ratified": (s.RATIFIED, ""),
    "steps": (s.JUDGED_STEPS, JUDGED),
    "tracks": (s.JUDGED_TRACKS, JUDGED),
    "shift": (s.GROUP_SHIFT, GROUP),
    "yes_weight": (s.PARTY_YES_WEIGHT, BODY),
    "measured": (s.CTX_MEASURED, KEPT),
    "asked": (s.ASKED_AMOUNT, AMOUNT),
    "price": (s.PRICE_NOW, PRICE),
    "escalation": (s.CTX_ESCALATION, ESCALATION),
    "now_sum": (s.NOW_SUM, SUMS),
    "start_sum": (s.START_SUM, SUMS),
    "best_sum": (s.BEST_SUM, SUMS),
    "efficiency": (s.EFFICIENCY, EFFICIENCY),
    "alliance": (s.ALLIANCE, ALLIANCE),
    "joint": (s.JOINT, JOINT),
    "agenda": (s.CTX_AGENDA, SEAT),
    "side": (s.CTX_SIDE, SEAT),
}
TABLE_WORDS: dict[str, int] = {"rounds": t.T_N_ROUNDS, "players": t.T_PLAYERS}

# Functions of an issue that the kernel computes, and the place in which each is known.
ISSUE_FUNCTIONS: dict[str, str] = {
    "rise": SINCE,
    "to": JUDGED,
    "changes": JUDGED,
    "raises": JUDGED,
    "lowers": JUDGED,
    "raised": "",
    "asked": "",
}

# Functions of a party that are one cell a party.
PARTY_FUNCTIONS: dict[str, tuple[int, str]] = {
    "capital": (s.CAPITAL, ""),
    "tokens": (s.TOKENS, ""),
    "delta": (s.DELTA, JUDGED),
    "utility": (s.UTILITY, SUMS),
    "gains": (s.GAINS, SUMS),
    "named_right": (s.NAMED_RIGHT, ""),
    "clues": (s.N_CLUES, ""),
    "payoff_step": (s.PAYOFF_STEP, MOVE),
}
ARITHMETIC = ("min", "max", "abs", "if", "every", "packages")
FUNCTIONS = frozenset(
    {
        *ISSUE_FUNCTIONS,
        *PARTY_FUNCTIONS,
        *ARITHMETIC,
        *("level", "start", "top", "support", "says_yes", "credibility", "played", "uses", "rounds_since"),
        *("open", "met", "missed", "agreed", "done", "differs"),
    }
)
SEEN_FROM_HERE = frozenset({"own", "other", "each", "this", "picked", "all", "any", "chance", "none", "neighbour"})
