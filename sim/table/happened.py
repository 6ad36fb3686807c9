"""What can have happened at the table: past tense, one frozen value each, all indexes of the scenario. No sentences.

`number` of every one is that of the accepted line it belongs to (0: the start of the game).
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.domain import Cause
from sim.table.actions import Action
from sim.table.cells import CellName
from sim.table.knowledge import Clue


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened, at an accepted line."""

    number: int


@dataclass(frozen=True, slots=True)
class ActDone(Happened):
    """Somebody acted. line: the act in the notation."""

    action: Action
    line: str


@dataclass(frozen=True, slots=True)
class RoundBegan(Happened):
    """A round began."""

    round: int


@dataclass(frozen=True, slots=True)
class StepBegan(Happened):
    """A step began. step: STEP_*."""

    round: int
    step: int


@dataclass(frozen=True, slots=True)
class Modified:
    """What one modifier of the pack made of an amount. modifier: index."""

    modifier: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class NumberChanged(Happened):
    """A meter, course, counter, support, capital or credibility changed. asked: the amount before modifiers and bounds."""

    name: CellName
    cell: int
    before: int
    after: int
    asked: int
    cause: Cause | None
    modified: tuple[Modified, ...]


@dataclass(frozen=True, slots=True)
class LevelChanged(Happened):
    """A level entered into force."""

    issue: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class EventPlayed(Happened):
    """An event card happened."""

    card: int


@dataclass(frozen=True, slots=True)
class CardCalled(Happened):
    """An event card was called in for a round."""

    card: int
    round: int


@dataclass(frozen=True, slots=True)
class InitiativeMoved(Happened):
    """An initiative was turned up (1), agreed (2) or completed (3)."""

    card: int
    status: int


@dataclass(frozen=True, slots=True)
class DemandCame(Happened):
    """A demand came to the table. level: None where a state is asked for."""

    name: str
    issue: int
    level: int | None
    due: int
    by: int


@dataclass(frozen=True, slots=True)
class DemandChanged(Happened):
    """What stands in a demand changed: its answer, what it asks, its deadline, the initiative that meets it."""

    name: str
    answer: int
    level: int | None
    due: int
    initiative: int | None


@dataclass(frozen=True, slots=True)
class DemandLeft(Happened):
    """A demand left the table. how: met, missed or withdrawn."""

    name: str
    issue: int
    how: str


@dataclass(frozen=True, slots=True)
class DemandShown(Happened):
    """The demand of the next round was shown ahead."""

    card: int


@dataclass(frozen=True, slots=True)
class RequestMoved(Happened):
    """A request was turned up, or met."""

    card: int
    is_met: bool


@dataclass(frozen=True, slots=True)
class ChoiceAsked(Happened):
    """A party was asked to choose. entry: id of the card or rule."""

    party: int
    entry: str


@dataclass(frozen=True, slots=True)
class Proposed(Happened):
    """Something waits for the other side's word. kind: PROPOSE_*."""

    kind: int
    a: int
    b: int
    by: int


@dataclass(frozen=True, slots=True)
class LinkMoved(Happened):
    """Two issues were linked, or their link ended."""

    a: int
    b: int
    by: int
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class OfferTabled(Happened):
    """A package was put forward."""

    party: int
    levels: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class AccordReached(Happened):
    """Every bound party has accepted the package."""

    levels: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class AccordSent(Happened):
    """Every bound side has submitted the accord: it goes to the vote."""


@dataclass(frozen=True, slots=True)
class AccordLapsed(Happened):
    """The accord did not go to the vote: kept back, or barred meanwhile."""


@dataclass(frozen=True, slots=True)
class GroundworkShown(Happened):
    """Groundwork was shown with the vote. steps on a group."""

    group: int
    steps: int


@dataclass(frozen=True, slots=True)
class GroupVoted(Happened):
    """A group said yes or no."""

    group: int
    yes: bool


@dataclass(frozen=True, slots=True)
class WordHeard(Happened):
    """What others hear of a group that does not show its support. word: index into its words."""

    group: int
    word: int


@dataclass(frozen=True, slots=True)
class BodyVoted(Happened):
    """A body approved the accord, or not."""

    party: int
    approves: bool
    yes_weight: int


@dataclass(frozen=True, slots=True)
class PackagePassed(Happened):
    """The accord was ratified by all whom it binds."""

    levels: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class PostureNamed(Happened):
    """A party named the posture of another, rightly or not."""

    party: int
    posture: int
    is_right: bool


@dataclass(frozen=True, slots=True)
class GameEnded(Happened):
    """The last round is over. ending: index."""

    ending: int


@dataclass(frozen=True, slots=True)
class CardDrawn(Happened):
    """A demand card came to a hand; its side's own."""

    party: int
    card: int


@dataclass(frozen=True, slots=True)
class ClueLearned(Happened):
    """A side learned a clue; its own."""

    party: int
    clue: Clue


@dataclass(frozen=True, slots=True)
class MoodLearned(Happened):
    """A side consulted a group; its own."""

    group: int
    mood: int


@dataclass(frozen=True, slots=True)
class PostureMoved(Happened):
    """The posture of a party is now another; its own."""

    party: int
    posture: int


@dataclass(frozen=True, slots=True)
class LastingBegan(Happened):
    """Something holds for a while. kind: LAST_*."""

    kind: int
    a: int
    b: int
    amount: int
    until: int
    cause: Cause | None


@dataclass(frozen=True, slots=True)
class Drawn(Happened):
    """Chance decided something; nobody's until the end. purpose: FOR_*; one of `sides` equally likely values."""

    purpose: int
    index: int
    value: int
    sides: int
