"""Why a number is what it is: a tree of amounts that add up exactly, each with its kind, its place and its origin.

No sentences: `code` names one in `tui/wording`, `text` are words that the data has, `written` is a formula as a rule file
has it. A Reason refuses to exist when its children do not add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sim.domain import Cause, Named, Place, Scenario, Text

RULE, EVENT, DRAW, CHOICE, ESTIMATE, START = "rule", "event", "draw", "choice", "estimate", "start"
SOURCE, ASSUMPTION, HOUSE = "source", "assumption", "house"
DESIGN = "D"  # tag of what the designers chose

# Who stands behind a cause of the rule files; what is not here is a rule.
KIND_OF_CAUSE = {
    "event": EVENT,
    "issue": CHOICE,
    "lever": CHOICE,
    "act": CHOICE,
    "course": CHOICE,
    "initiative": CHOICE,
    "answer": CHOICE,
    "breach": CHOICE,
    "naming": CHOICE,
    "play": CHOICE,
}

# Codes of reasons: each has a sentence in tui/wording.
START_VALUE, IN_ROUND, CHANGE, ASKED, MODIFIER, BOUND = "start-value", "in-round", "change", "asked", "modifier", "bound"
NUMBER, TERM, LIMIT, OF_ISSUE, GAIN, LEAST_GAIN = "number", "term", "limit", "of-issue", "gain", "least-gain"
VOTE, SUPPORT, MOOD, SHIFT, GROUNDWORK, BONUS = "vote", "support", "mood", "shift", "groundwork", "bonus"
QUOTA, GROUP_YES, CAP, TOP, LOCK, PRICE, FREE = "quota", "group-yes", "cap", "top", "lock", "price", "free"
LASTING, UTILITY, SCORE = "lasting", "utility", "score"
CODES = (
    *(START_VALUE, IN_ROUND, CHANGE, ASKED, MODIFIER, BOUND, NUMBER, TERM, LIMIT, OF_ISSUE, GAIN, LEAST_GAIN),
    *(VOTE, SUPPORT, MOOD, SHIFT, GROUNDWORK, BONUS, QUOTA, GROUP_YES, CAP, TOP, LOCK, PRICE, FREE),
    *(LASTING, UTILITY, SCORE),
)
TURN_CODES = BY_NUMBER, BY_LEVEL, BY_GROUNDWORK = "number", "level", "groundwork"

Facts = tuple[tuple[str, int | str], ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One change that alone would turn a result. what: the number, issue or group to change; before, after: of it.

    code: number (a cell), level (of a package), groundwork (steps, price in capital). size: for the order, smallest first.
    result: what the explained number would then be.
    """

    code: str
    what: str
    before: int
    after: int
    result: int
    size: int
    price: int = 0
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """A number with what it is made of.

    code: a sentence in the wording; kind: rule, event, draw, choice, estimate, start; what: name by which to ask further,
    "" where it ends; origin: source, assumption, house, or "". facts: what the sentence may name. turns: at most three.
    """

    code: str
    amount: int
    kind: str = RULE
    text: Text | None = None
    what: str = ""
    written: str = ""
    place: str = ""
    origin: str = ""
    facts: Facts = ()
    children: tuple[Reason, ...] = ()
    turns: tuple[Turn, ...] = ()

    def __post_init__(self) -> None:
        total = sum(child.amount for child in self.children)
        if self.children and total != self.amount:
            raise ValueError(f"{self.code} {self.what}: children add up to {total}, not {self.amount}")

    def walk(self) -> Iterable[Reason]:
        """This reason and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def facts(**named: int | str) -> Facts:
    """Facts in the order given."""
    return tuple(named.items())


def origin_of(tags: Sequence[str]) -> str:
    """Where a number comes from by its tags: what the designers chose is an assumption, also where an idea is sourced."""
    if not tags:
        return ""
    return ASSUMPTION if DESIGN in tags else SOURCE


def shown(place: Place) -> str:
    """A place as people read it, "" for none; of a house rule also what it took the place of."""
    if not place.file:
        return ""
    return f"{place} ({place.was})" if place.was else str(place)


def origin_at(place: Place, tags: Sequence[str]) -> str:
    """The same for something at a place: what an overlay says is a house rule."""
    return HOUSE if place.house else origin_of(tags)


def placed(reason: Reason, scenario: Scenario, *keys: tuple[str, ...]) -> Reason:
    """The reason at the places of the numbers it is made of, where they are known; one house rule among them makes it one."""
    found = [place for key in keys if (place := scenario.places.get(key)) is not None]
    if not found:
        return reason
    origin = HOUSE if any(place.house for place in found) else reason.origin
    return replace(reason, place=", ".join(map(shown, found)), origin=origin)


def of_cause(cause: Cause | None, code: str, amount: int, children: tuple[Reason, ...] = (), more: Facts = ()) -> Reason:
    """A reason that rests on a cause of the rule files."""
    if cause is None:
        return Reason(code, amount, children=children, facts=more)
    return Reason(
        code,
        amount,
        kind=KIND_OF_CAUSE.get(cause.kind, RULE),
        text=cause.label,
        place=shown(cause.place),
        origin=origin_at(cause.place, cause.source),
        facts=(*facts(kind=cause.kind, id=cause.id, rule=cause.rule), *more),
        children=children,
    )


def of_entry(
    entry: Named, code: str, amount: int, kind: str = RULE, what: str = "", more: Facts = (), children: tuple[Reason, ...] = ()
) -> Reason:
    """A reason that rests on an entry of the rule files."""
    return Reason(code, amount, kind, entry.label, what, "", shown(entry.place), origin_at(entry.place, entry.source), more, children)
