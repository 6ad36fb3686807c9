"""The words of a scenario: parties, seats, issues, levels, meters, groups, cards. Frozen values with names.

Never turns, files or sentences for people: turns are in `sim/kernel`, files in `sim/loading`.
Every entry knows its index, which is its position in the kernel's tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sim.kernel.layout import UNSET
from sim.places import NOWHERE
from sim.places import HouseRule as HouseRule
from sim.places import Place as Place

LANGUAGES = ("en", "ja")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages. narrow: the Japanese for narrow columns, "" where there is none."""

    en: str
    ja: str
    narrow: str = ""

    def __getitem__(self, language: str) -> str:
        return self.ja if language == "ja" else self.en


@dataclass(frozen=True, slots=True)
class Named:
    """What every entry has: id, position, texts, and where it comes from.

    label: full name; short: for narrow columns (the label where none is given); source, idea: tags A1..A7, S, O, D of what it
    comes from, and of an idea that is not reported as such; rule: the rule of the rulebook it carries, or ""; claims: of the article.
    """

    id: str
    index: int
    label: Text
    short: Text
    brief: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: Text | None = None
    source: tuple[str, ...] = ()
    rule: str = ""
    place: Place = NOWHERE
    idea: tuple[str, ...] = ()
    claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Party(Named):
    """A side. adjective: its name in sentences such as "the US side asks", or None; watch: meters its seats see first."""

    adjective: Text | None = None
    watch: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Track(Named):
    """A field of the talks."""


@dataclass(frozen=True, slots=True)
class Level(Named):
    """A level of an issue; index from 0. phrase: its words in the joint statement."""

    phrase: Text | None = None


@dataclass(frozen=True, slots=True)
class Issue(Named):
    """An issue with ordered levels. payoff: by party index, 0..100 a level. moved_by, demandeur: party indexes."""

    track: int = 0
    levels: tuple[Level, ...] = ()
    start: int = 0
    payoff: tuple[tuple[int, ...], ...] = ()
    moved_by: tuple[int, ...] = ()
    demandeur: tuple[int, ...] = ()

    def level(self, word: str) -> Level | None:
        """A level by its index or its id."""
        return next((level for level in self.levels if word in (level.id, str(level.index))), None)


@dataclass(frozen=True, slots=True)
class Posture(Named):
    """True weights of a party, in per cent, by issue index (they sum to 100)."""

    party: int = 0
    weights: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Meter(Named):
    """A meter, course or counter. words: (from value, word) of a counter; per_party: it has a cell for each, the first at `cell`."""

    cell: int = 0
    low: int = 0
    high: int = 100
    good: str = ""
    kind: str = "meter"
    party: int = UNSET
    word: str = ""
    words: tuple[tuple[int, Text], ...] = ()
    per_party: bool = False


@dataclass(frozen=True, slots=True)
class Group(Named):
    """A constituency. words: what others hear of its vote value, rising; empty where its support is public."""

    party: int = 0
    weight: int = 0
    support_cell: int = 0
    points: tuple[int, ...] = ()
    words: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Body(Named):
    """Who votes at home for a party. quota: the formula; mood: largest hidden mood of a group."""

    party: int = 0
    quota: int = UNSET
    mood: int = 0


@dataclass(frozen=True, slots=True)
class Lever(Named):
    """An act outside the package. pick: "", "demand", "group" or "issue" - what its user names; word: in the notation."""

    party: int = 0
    pick: str = ""
    pick_from: tuple[int, ...] = ()
    word: str = ""


@dataclass(frozen=True, slots=True)
class Act(Named):
    """Another act that the pack declares. consent: the other sides must agree."""

    party: int = UNSET
    consent: bool = False
    word: str = ""


@dataclass(frozen=True, slots=True)
class Initiative(Named):
    """Joint work. cost, gain: by party index."""

    family: int = 0
    track: int = 0
    cost: tuple[int, ...] = ()
    gain: tuple[int, ...] = ()
    delay: int = 1


@dataclass(frozen=True, slots=True)
class Option(Named):
    """One way to answer the choice of a card. index: its number in the choice."""


@dataclass(frozen=True, slots=True)
class Event(Named):
    """An event card. tag: kind of card; fixed: round in which it is the first card, 0 = drawn."""

    tag: str = ""
    fixed: int = 0


@dataclass(frozen=True, slots=True)
class DemandCard(Named):
    """A demand card: a level asked for, or (asks UNSET) a state that must hold at the deadline."""

    issue: int = 0
    asks: int = UNSET
    deadline: int = 1
    state: str = ""


@dataclass(frozen=True, slots=True)
class RequestCard(Named):
    """A request of the other side: an issue and the level hoped for."""

    issue: int = 0
    asks: int = 0


@dataclass(frozen=True, slots=True)
class Agenda(Named):
    """A secret agenda of a seat. formulas: programs of its lines of points; texts: their conditions as written."""

    formula: int = UNSET


@dataclass(frozen=True, slots=True)
class Seat(Named):
    """A seat of a party. party UNSET: beside the table."""

    party: int = UNSET
    head: bool = False
    tracks: tuple[int, ...] = ()
    agendas: tuple[Agenda, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending(Named):
    """An ending; text says what it means."""

    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Paragraph(Named):
    """A paragraph of the joint statement. issues: indexes; when: program or UNSET."""

    text: Text = Text("", "")
    issues: tuple[int, ...] = ()
    when: int = UNSET
    initiatives: bool = False
    otherwise: bool = False
    standing: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Word(Named):
    """A word of the glossary. kind: term, word or core; text: its definition, or None."""

    kind: str = "term"
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class RuleText(Named):
    """A rule of the rulebook in the sentences players read."""

    text: Text = Text("", "")


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a number changed: the entry (kind and id), and where the number or effect stands."""

    kind: str
    id: str
    label: Text
    place: Place
    source: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One signed part of a formula: its text as written, its program, its place."""

    sign: int
    text: str
    program: int
    place: Place


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression of a rule file. terms add up to its value; one term where it is no sum."""

    text: str
    place: Place
    program: int
    terms: tuple[Term, ...]
    owner: str = ""
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forced:
    """A draw that a scenario decides: round, purpose, index, value (numbers of `sim/kernel/chance.py`)."""

    round: int
    purpose: int
    index: int
    value: int


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that really happened. cards: ids of cards or levers that resemble it."""

    date: str
    text: Text
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What really happened, mapped on levels (UNSET where nothing is said), for the debrief."""

    label: Text
    note: Text
    as_of: Text
    levels: tuple[int, ...]
    why: tuple[Text | None, ...]
    events: tuple[Happening, ...]
    questions: tuple[Text, ...]
    goals: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class SeatTable:
    """Who holds which seats: player seats in order, each with the ids of the seats it holds (its own first)."""

    players: int
    seats: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything that a game is played from. Frozen; `tables` are the kernel's, without the seats in play."""

    id: str
    pack: str
    label: Text
    brief: Mapping[str, tuple[str, ...]]
    rounds: int
    minutes: int
    players: str
    tutorial: bool
    parties: tuple[Party, ...]
    tracks: tuple[Track, ...]
    issues: tuple[Issue, ...]
    postures: tuple[Posture, ...]
    meters: tuple[Meter, ...]  # meters only
    courses: tuple[Meter, ...]
    counters: tuple[Meter, ...]
    bodies: tuple[Body, ...]
    groups: tuple[Group, ...]
    levers: tuple[Lever, ...]
    acts: tuple[Act, ...]
    families: tuple[Named, ...]
    initiatives: tuple[Initiative, ...]
    tags: tuple[Named, ...]
    events: tuple[Event, ...]
    demands: tuple[DemandCard, ...]
    requests: tuple[RequestCard, ...]
    seats: tuple[Seat, ...]
    seat_tables: tuple[SeatTable, ...]
    rules: tuple[Named, ...]
    modifiers: tuple[Named, ...]
    endings: tuple[Ending, ...]
    statement: tuple[Paragraph, ...]
    glossary: tuple[Word, ...]
    rulebook: tuple[RuleText, ...]
    values: tuple[Named, ...]
    value_programs: Mapping[str, int]
    options: Mapping[int, tuple[Option, ...]]  # by number of the first option of a choice (E_B of its effect row)
    causes: tuple[Cause, ...]
    formulas: Mapping[int, Formula]  # by program
    forced: tuple[Forced, ...]
    lesson: tuple[tuple[str, str, str], ...]  # party id, line without its seat, package it answers or ""
    history: History | None
    tables: tuple[int, ...]
    files: tuple[str, ...]
    rules_digest: str = ""
    text_digest: str = ""
    resolved: str = ""  # the rules as they were read, for records (JSON)
    short: Text | None = None
    source: tuple[str, ...] = ()
    pack_label: Text = Text("", "")
    place: Place = NOWHERE
    house: tuple[HouseRule, ...] = ()
    places: Mapping[tuple[str, ...], Place] = field(default_factory=dict)  # of numbers without a cause: payoffs, weights, points, starts


@dataclass(frozen=True, slots=True)
class Package:
    """A level for some issues, the others stay as they are. levels: an index per issue of the scenario, None where it is silent."""

    levels: tuple[int | None, ...]

    def __post_init__(self) -> None:
        if any(level is not None and level < 0 for level in self.levels):
            raise ValueError(f"levels start at 0, got {self.levels}")

    def named(self) -> tuple[tuple[int, int], ...]:
        """(issue index, level) of every issue it names."""
        return tuple((issue, level) for issue, level in enumerate(self.levels) if level is not None)
