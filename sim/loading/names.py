"""Names of the language of conditions and amounts, and what each stands for in state and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sim.kernel import layout as s
from sim.kernel import tables as t
from sim.loading.selection import Play
from sim.loading.shape_base import Labelled


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands. own: the party whose entry it is, or None when it is known only in play.

    allows: words of the places that open further names: judged (a package), group, scoring, lever, pick, modifier.
    this: index of the lever or group of the entry itself.
    """

    own: int | None = None
    allows: frozenset[str] = frozenset()
    this_kind: str = ""
    this: int = s.UNSET


ANYWHERE = Context()


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
        """True for an id that the pack knows and the scenario leaves out."""
        return any(name in self.play.known.get(kind, frozenset()) for kind in kinds)

    def others_of(self, party: int) -> list[int]:
        """The other parties, in the order of the list."""
        return [other for other in self.parties.values() if other != party]


def positions(entries: Sequence[Labelled]) -> dict[str, int]:
    """Id -> position in the list."""
    return {entry.id: index for index, entry in enumerate(entries)}


# Words without an argument that are one cell of the state, and the places in which they are known.
WORDS: dict[str, tuple[int, str]] = {
    "round": (s.ROUND, ""),
    "ratified": (s.RATIFIED, ""),
    "steps": (s.JUDGED_STEPS, "judged"),
    "tracks": (s.JUDGED_TRACKS, "judged"),
    "shift": (s.GROUP_SHIFT, "group"),
    "yes_weight": (s.PARTY_YES_WEIGHT, "body"),
    "measured": (s.CTX_MEASURED, "kept"),
    "asked": (s.ASKED_AMOUNT, "modifier"),
    "price": (s.PRICE_NOW, "modifier"),
    "escalation": (s.CTX_ESCALATION, "modifier"),
    "now_sum": (s.NOW_SUM, "scoring"),
    "start_sum": (s.START_SUM, "scoring"),
    "best_sum": (s.BEST_SUM, "scoring"),
    "efficiency": (s.EFFICIENCY, "scoring"),
    "alliance": (s.ALLIANCE, "scoring"),
    "joint": (s.JOINT, "scoring"),
    "agenda": (s.CTX_AGENDA, "scoring"),
    "side": (s.CTX_SIDE, "scoring"),
}
TABLE_WORDS: dict[str, int] = {"rounds": t.T_N_ROUNDS, "players": t.T_PLAYERS}

# Functions of an issue that the kernel computes.
ISSUE_FUNCTIONS: dict[str, str] = {
    "rise": "",
    "to": "judged",
    "changes": "judged",
    "raises": "judged",
    "lowers": "judged",
    "raised": "",
    "asked": "",
}

# Functions of a party that are one cell a party.
PARTY_FUNCTIONS: dict[str, tuple[int, str]] = {
    "capital": (s.CAPITAL, ""),
    "tokens": (s.TOKENS, ""),
    "delta": (s.DELTA, "judged"),
    "utility": (s.UTILITY, "scoring"),
    "gains": (s.GAINS, "scoring"),
    "named_right": (s.NAMED_RIGHT, ""),
    "clues": (s.N_CLUES, ""),
    "payoff_step": (s.PAYOFF_STEP, "move"),
}

FUNCTIONS = frozenset(
    {
        *ISSUE_FUNCTIONS,
        *PARTY_FUNCTIONS,
        *("level", "start", "top", "support", "says_yes", "credibility", "played", "uses", "rounds_since"),
        *("open", "met", "missed", "agreed", "done", "packages", "differs", "every", "min", "max", "abs", "if"),
    }
)
