"""The entries of a pack: one model a kind. What is left out has the default named here."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from sim.loading.shape_base import (
    Count,
    Effects,
    Entry,
    Expr,
    FileName,
    Id,
    Labelled,
    LevelId,
    Lines,
    One,
    Percent,
    Pick,
    Point,
    Round,
    RulePick,
    Selectable,
    Shape,
    Tag,
    Term,
    Text,
    as_list,
)

Points: TypeAlias = Annotated[list[Point], BeforeValidator(as_list), Field(min_length=1)]
CauseKind: TypeAlias = Literal["event", "lever", "demand", "rule", "drift", "package", "course", "initiative"]


class Track(Labelled):
    """A field of the talks; issues and families belong to one."""

    called = "track"


class Party(Labelled):
    """A side. watch: meters that its seats always see first."""

    called = "party"
    adjective: Text | None = None
    watch: list[Id] = Field(default_factory=list, max_length=2)


class Family(Labelled):
    """A kind of initiatives."""

    called = "family"
    track: Id


class CardTag(Labelled):
    """A kind of event cards."""

    called = "tag"


class Pack(Shape):
    """The pack itself: parties, tracks, families and tags."""

    called = "pack"
    id: FileName
    label: Text
    short: Text | None = None
    source: list[Tag] = Field(default_factory=list)
    tracks: list[Track]
    parties: Annotated[list[Party], Field(min_length=2)]
    families: list[Family] = Field(default_factory=list)
    tags: list[CardTag] = Field(default_factory=list)


class Issue(Selectable):
    """An issue with ordered levels. effects: totals of each level relative to the first, applied in this order."""

    called = "issue"
    track: Id
    demandeur: list[Id]
    moved_by: list[Id]
    vote_from: Count | None = None
    start: LevelId
    levels: Annotated[list[LevelId], Field(min_length=2)]
    payoff: dict[Id, list[int]]
    effects: dict[str, list[int]] = Field(default_factory=dict)
    locks: dict[LevelId, Expr] = Field(default_factory=dict)
    cap: Expr | None = None
    may_rise: Expr | None = None


class Posture(Entry):
    """True weights of a party; neighbour: the posture it may turn to."""

    called = "posture"
    party: Id
    neighbour: Id | None = None
    weights: dict[Id, Count]
    pack_weight: dict[Id, Count] = Field(default_factory=dict)


class Meter(Entry):
    """A number of the state. drift: in News; each_resolve: a standing rule at the end of the round."""

    called = "meter"
    start: int
    min: int = 0
    max: int = 100
    drift: Expr = 0
    good: Literal["up", "down"]
    each_resolve: Effects | None = None


class Course(Entry):
    """A course a party puts points on. points: a round, shared by the courses of the party; word: its name in the notation."""

    called = "course"
    party: Id
    start: int = 0
    min: int = 0
    max: int
    points: Count
    per_point: Effects
    word: Id | None = None


class Counter(Entry):
    """A number the rules keep. counts: an occasion that adds 1; resets: round, it is 0 again with every round.

    words: what it is called from each number on.
    """

    called = "counter"
    start: int = 0
    min: int | None = None
    max: int | None = None
    per: Literal["party"] | None = None
    counts: Point | None = None
    when: Expr | None = None
    resets: Literal["round"] | None = None
    words: dict[Id, int] = Field(default_factory=dict)


class NamedValue(Entry):
    """An expression with a name."""

    called = "value"
    is_: Expr = Field(alias="is")


class Group(Labelled):
    """A group at home. Either points a level, or a shift and a refusal with words for the other side."""

    called = "group"
    weight: Count
    start: Percent
    points: dict[Id, int] = Field(default_factory=dict)
    shift: Expr | None = None
    refuses: Expr | None = None
    words: dict[Id, int] = Field(default_factory=dict)


class Body(Entry):
    """Who votes at home. mood: the largest hidden mood of a group, 0 for none."""

    called = "body"
    quota: Expr
    mood: Count = 0
    failed: Effects | None = None
    groups: Annotated[list[Group], Field(min_length=1)]


class Lever(Selectable):
    """What a party may do beside the package. No credibility: it works in full and never changes.

    word: how it is typed, where that is not `lever` and its id.
    """

    called = "lever"
    party: Id
    price: Expr = 0
    needs: Expr | None = None
    pick: Pick | None = None
    target: Effects | None = None
    user: Effects | None = None
    escalation: int = 0
    credibility: Percent | None = None
    measure: bool = False
    kept: Expr | None = None
    word: Id | None = None


class Act(Selectable):
    """Another thing a side may do in the opening of Talks; no token and no lever slot. price: of its party, or of each party named.

    word: how it is typed, default its id.
    """

    called = "act"
    party: Id | None = None
    at: Literal["talks.levers"]
    consent: Literal["each"] | None = None
    price: Count | dict[Id, Count] = 0
    needs: Expr | None = None
    per_round: One | None = None
    effects: Effects
    word: Id | None = None


class Initiative(Selectable):
    """Joint work both sides agree to and pay for; delay: rounds until it is completed."""

    called = "initiative"
    family: Id
    needs: Expr | None = None
    cost: dict[Id, Count]
    gain: dict[Id, int]
    delay: Count
    effects: Effects | None = None


class Event(Selectable):
    """A card of the News. needs not fulfilled: under the pile."""

    called = "event"
    needs: Expr | None = None
    effects: Effects
    tag: Id | None = None


class Demand(Selectable):
    """A demand card: a level asked for, or a state that must hold at the deadline."""

    called = "demand"
    issue: Id
    instead: Id | None = None
    asks: Expr | None = None
    state: Expr | None = None
    deadline: Round
    unmet: Effects


class Request(Entry):
    """The requests of a party: how many are open, and the deck they come from."""

    called = "request deck"
    slots: Round
    deck: dict[Id, Count]
    met: Effects


class Agenda(Labelled):
    """A secret agenda of a seat."""

    called = "agenda"
    points: list[Term] = Field(default_factory=list)


class Seat(Selectable):
    """A seat of a party (party `none`: beside the table, without points)."""

    called = "seat"
    party: Id
    head: bool = False
    tracks: list[Id] = Field(default_factory=list)
    agendas: list[Agenda] = Field(default_factory=list)


class Rule(Selectable):
    """A standing rule at a point or when a meter crosses a value; without either, a bundle for `do`."""

    called = "rule"
    at: Points | None = None
    crossed: Id | None = None
    up: int | None = None
    down: int | None = None
    first: bool = False
    when: Expr | None = None
    chance: Expr | None = None
    pick: RulePick | None = None
    effects: Effects


class ChoiceOption(Shape):
    """One way to answer a choice. price, for a party; pick, once and otherwise, for chance.

    once: it comes once a game; otherwise: the option in its place after that.
    """

    called = "option"
    id: Id
    label: Text | None = None
    price: Expr = 0
    pick: Pick | None = None
    once: bool = False
    otherwise: Id | None = None
    effects: Effects | None = None


class Modifier(Entry):
    """What becomes of the amounts other entries ask for. of: a target, `any`, or `price`."""

    called = "modifier"
    of: str
    way: Literal["up", "down"] | None = None
    kinds: list[CauseKind] | None = None
    from_: list[Id] | None = Field(default=None, alias="from")
    about: list[Id] | None = None
    part: Literal["target"] | None = None
    when: Expr | None = None
    amount: Expr


class Ending(Entry):
    """An ending; the first of the list that holds is the one."""

    called = "ending"
    when: Expr
    text: Text | None = None


class Paragraph(Entry):
    """A paragraph of the joint statement. {L}: the phrases of the levels above the start.

    standing: does not count as something agreed; continues: goes on with the sentence before;
    otherwise: printed when nothing else was agreed.
    """

    called = "paragraph"
    issues: list[Id] | None = None
    initiatives: bool = False
    when: Expr | None = None
    otherwise: bool = False
    standing: bool = False
    continues: bool = False
    text: Text


class Texts(Shape):
    """Texts of something that has no room for them in its entry: a level, a word. phrase: of a level, in the joint statement."""

    called = "texts"
    label: Text | None = None
    short: Text | None = None
    phrase: Text | None = None
    brief: Lines | None = None
    note: Text | None = None


class GlossaryWord(Labelled):
    """A word of the glossary."""

    called = "word"
    kind: Literal["term", "word", "core"] | None = None
    text: Text | None = None


class RuleText(Labelled):
    """A rule of the rulebook, in the sentences the players read."""

    called = "rule of the rulebook"
    label: Text
    text: Text
    source: list[Tag]
