"""Where the game pauses so that people can read: news, demands, a vote, a round report, the end. Made from what was told.

The engine goes on by itself where nobody has to decide; a person does not. A stop is no act and leaves no line in the record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sim.kernel import layout as s
from sim.table import happened as h

NEWS, DEMAND, VOTE, REPORT, END = "news", "demand", "vote", "report", "end"
OF_VOTE = (h.GroupVoted, h.BodyVoted, h.WordHeard, h.PackagePassed, h.GroundworkShown, h.AccordSent)


@dataclass(frozen=True, slots=True)
class Stop:
    """Something to read. events: what happened, in order; number: of the last line that belongs to it."""

    kind: str
    round: int
    step: int
    events: tuple[h.Happened, ...]
    number: int


@dataclass(slots=True)
class Follower:
    """Follows what happens and says where to stop. own: parties played at this screen."""

    own: frozenset[int]
    round: int = 0
    step: int = s.STEP_NEWS
    kept: list[h.Happened] = field(default_factory=list)
    votes: list[h.Happened] = field(default_factory=list)
    found: list[Stop] = field(default_factory=list)

    def follow(self, events: Iterable[h.Happened]) -> list[Stop]:
        """The stops that these events make."""
        for event in events:
            self.one(event)
        found, self.found = self.found, []
        return found

    def one(self, event: h.Happened) -> None:
        """One event: it ends a part of the round, or belongs to it."""
        if isinstance(event, h.RoundBegan):
            if self.round:
                self.close()
            self.round, self.step = event.round, s.STEP_NEWS
        elif isinstance(event, h.StepBegan):
            if event.step != s.STEP_NEWS:
                self.close()
            self.round, self.step = event.round, event.step
        elif isinstance(event, h.GameEnded):
            self.close()
            self.found.append(Stop(END, self.round, s.STEP_END, (event,), event.number))
        elif isinstance(event, OF_VOTE):
            self.votes.append(event)
        else:
            self.kept.append(event)

    def close(self) -> None:
        """A part of the round is over."""
        if any(isinstance(event, h.GroupVoted) for event in self.votes):
            self.add(VOTE, self.votes)
        kind = {s.STEP_NEWS: NEWS, s.STEP_DEMAND: DEMAND, s.STEP_RESOLVE: REPORT}.get(self.step)
        if kind == DEMAND and not any(isinstance(event, h.DemandCame) and event.by not in self.own for event in self.kept):
            kind = None
        if kind is not None and self.kept:
            self.add(kind, card_first(self.kept) if kind == NEWS else self.kept)
        self.kept, self.votes = [], []

    def add(self, kind: str, events: list[h.Happened]) -> None:
        """A stop of what was kept."""
        self.found.append(Stop(kind, self.round, self.step, tuple(events), events[-1].number))


def card_first(events: list[h.Happened]) -> list[h.Happened]:
    """News: what the card did, the card itself, then the rest, and what drifted before it."""
    at = next((place for place, event in enumerate(events) if isinstance(event, h.EventPlayed)), None)
    if at is None:
        return events
    end = next((place for place in range(at + 1, len(events)) if not isinstance(events[place], h.NumberChanged)), len(events))
    return [*events[at + 1 : end], events[at], *events[end:], *events[:at]]
