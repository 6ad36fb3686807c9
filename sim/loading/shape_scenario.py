"""A scenario file: which pack, how long, what is in play, what is forced, what really happened."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from sim.loading.shape_base import Count, Expr, FileName, Id, LevelId, Lines, Round, Shape, Tag, Text, Words, as_list


class Head(Shape):
    """What a scenario is called and how long it lasts. pack: an id, or a folder relative to the file."""

    called = "scenario"
    id: FileName
    pack: Words | None = None
    rounds: Annotated[int, Field(ge=1, le=12)]
    minutes: Round | None = None
    players: Words | None = None
    label: Text
    short: Text | None = None
    brief: Lines | None = None
    tutorial: bool = False
    source: list[Tag]


class Start(Shape):
    """Start values in place of those of the pack. postures: those that may be drawn."""

    called = "start"
    meters: dict[Id, int] = Field(default_factory=dict)
    levels: dict[Id, LevelId] = Field(default_factory=dict)
    groups: dict[Id, Count] = Field(default_factory=dict)
    courses: dict[Id, int] = Field(default_factory=dict)
    counters: dict[Id, int] = Field(default_factory=dict)
    capital: dict[Id, Count] = Field(default_factory=dict)
    credibility: dict[Id, Count] = Field(default_factory=dict)
    postures: list[Id] | None = None


class Selection(Shape):
    """Entries by kind; a kind left out is not touched."""

    called = "selection"
    issues: list[Id] | None = None
    levers: list[Id] | None = None
    acts: list[Id] | None = None
    initiatives: list[Id] | None = None
    events: list[Id] | None = None
    demands: list[Id] | None = None
    requests: list[Id] | None = None
    seats: list[Id] | None = None
    rules: list[Id] | None = None


class Forced(Shape):
    """A draw that is not left to chance. index: which of several of its kind in the round."""

    called = "forced draw"
    round: Count
    draw: Literal[
        "posture",
        "agenda",
        "mood",
        "surprise",
        "surprise_kind",
        "surprise_pick",
        "event",
        "initiative",
        "second_demand",
        "demand",
        "request",
        "clue_issue",
        "clue_false",
        "clue_band",
        "chance",
    ]
    index: Count = 0
    gives: Id | int


class Lesson(Shape):
    """What a bot that leads a side says in the first game. answers: only while this package is on the table."""

    called = "line of the lesson"
    party: Id
    says: Words
    answers: Words | None = None


class Happening(Shape):
    """Something that really happened, on a date. cards: cards or levers that resemble it."""

    called = "date"
    date: Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
    text: Text
    cards: list[Id] = Field(default_factory=list)
    source: Annotated[list[Tag], BeforeValidator(as_list)]


class History(Shape):
    """What really happened, for the debrief. from: the id of the scenario whose history is taken over as a whole."""

    called = "history"
    from_: FileName | None = Field(default=None, alias="from")
    label: Text | None = None
    note: Text | None = None
    as_of: Text | None = None
    levels: dict[Id, LevelId] = Field(default_factory=dict)
    why: dict[Id, Text] = Field(default_factory=dict)
    events: list[Happening] = Field(default_factory=list)
    questions: list[Text] = Field(default_factory=list)
    goals: list[Text] = Field(default_factory=list)
    source: list[Tag] = Field(default_factory=list)


class Scenario(Shape):
    """A scenario file.

    procedure: single values in place of the pack's, same nesting; checked once they are put together.
    add: further entries by kind, and texts, checked like those of the pack.
    """

    called = "file"
    nemawashi: int
    scenario: Head
    start: Start = Start()
    mood: Count | None = None
    fixed: dict[Id, Round] = Field(default_factory=dict)
    only: Selection = Selection()
    out: Selection = Selection()
    with_: Selection = Field(default=Selection(), alias="with")
    add: dict[str, Any] = Field(default_factory=dict)
    open: dict[Id, Expr] = Field(default_factory=dict)
    procedure: dict[str, Any] = Field(default_factory=dict)
    weights: dict[Id, dict[Id, Count]] = Field(default_factory=dict)
    forced: list[Forced] = Field(default_factory=list)
    lesson: list[Lesson] = Field(default_factory=list)
    history: History | None = None
