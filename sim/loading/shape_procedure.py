"""The course of play and the counting of points: every number of both stands in the file, none here."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sim.loading.shape_base import Count, Effects, Expr, Id, One, Percent, Round, Shape, Tag, Term
from sim.loading.shape_entries import Ending


class Part(Shape):
    """A part of the procedure; it may name the rule of the rulebook it carries."""

    called = "part of the procedure"
    rule: Id | None = None


class Capital(Part):
    """Political capital. income: a round, for each party."""

    start: Count | dict[Id, Count]
    max: Count
    income: dict[Id, Expr]


class Tokens(Part):
    """Action tokens a round. side: instead of seat, with fewer than seats_below seats in play; extra: when a side has one more."""

    seat: Count
    side: Count
    seats_below: Count
    extra: Expr = 0


class News(Part):
    """cards: event cards a round; face_up: initiatives open at the start; turn_up: initiatives turned up a round."""

    cards: Expr = 1
    face_up: list[Id] = Field(default_factory=list)
    turn_up: Count = 1


class Initiatives(Part):
    """best: so many of a family count for the gains of a side."""

    per_round: Count = 1
    best: Count = 3
    least_delay: Count = 1


class Second(Part):
    """The second demand of a round."""

    draw: Round
    chance: Expr


class PlainDemand(Part):
    """A demand a lever or event puts without a card."""

    deadline: Round
    unmet: Effects


class Demands(Part):
    """Who demands of whom, and how cards are drawn. ahead: when the next demand is drawn at the end of the round."""

    by: Id
    of: Id
    draw: Round
    second: Second | None = None
    ahead: Expr | None = None
    renewed: list[Id] = Field(default_factory=list)
    met: Effects | None = None
    plain: PlainDemand


class Answers(Part):
    """What an answer does by itself. accepted_unmet: how often the penalty of an accepted demand counts."""

    accept: Effects | None = None
    counter: Effects | None = None
    hold: Effects | None = None
    reframe: Effects | None = None
    declined: Effects | None = None
    accepted_unmet: Count = 1


class Levers(Part):
    """How many levers, and how credibility moves. escalation: the counter that the escalation of levers goes to.

    judged: an announcement is judged at the end of the round so many rounds later.
    """

    own_step: Count = 0
    talks: Count = 0
    per_round: One = 1
    tokens: One = 1
    judged: Count = 1
    measure: int = 0
    kept: int = 0
    broken: int = 0
    escalation: Id | None = None


class Scale(Part):
    """Deadlines of demand cards and plain demands times num/den, rounded half away from zero, at least 1 round."""

    num: Round
    den: Round


class Probe(Part):
    """A probe for a clue. free: when one more costs nothing."""

    price: Count
    or_tokens: One | None = None
    per_round: Count = 1
    free: Expr = 0


class Bands(Part):
    """Weight from which each word for a weight holds."""

    high: Count
    middle: Count
    low: Annotated[int, Field(ge=0, le=0)] = 0


class Clues(Part):
    """Words for weights, and when they are wrong (per cent)."""

    bands: Bands
    wrong: Expr = 0
    probe: Probe | None = None


class Naming(Part):
    """Naming the posture of the other side."""

    by: Id
    round: Round
    right: Effects | None = None


class Move(Part):
    """A move of one level without a package."""

    price: Count
    per_round: One = 1
    needs: Expr | None = None


class Breach(Part):
    """A move of one level against another's payoff, in place of the executive move."""

    price: Count
    needs: Expr | None = None
    effects: Effects | None = None


class Links(Part):
    """Open links of one side."""

    max: Count


class Consult(Part):
    """Consultations of one side in a round."""

    per_round: Count = 1


class Groundwork(Part):
    """Capital put on groups before the vote."""

    step: Expr
    price: Expr
    group_max: Count
    side_max: Count
    needs: Expr | None = None


class Vote(Part):
    """yes_at: support at which a group says yes; stays: what remains of a shift."""

    yes_at: Percent
    stays: Expr


class SeatTable(Shape):
    """Who holds which seats with so many players; the first seat named gives the agenda."""

    called = "seat table"
    players: Round
    seats: dict[Id, list[Id]]
    others: list[Id] = Field(default_factory=list)


class Procedure(Part):
    """The course of play. A part left out is not played."""

    called = "procedure"
    source: list[Tag] = Field(default_factory=list)
    package_size: Expr
    order: list[Id]
    opener: list[Id]
    offers: Round
    links: Links | None = None
    capital: Capital
    tokens: Tokens | None = None
    steps: dict[Id, list[Id]]
    news: News | None = None
    initiatives: Initiatives | None = None
    demand: Demands | None = None
    answers: Answers | None = None
    levers: Levers | None = None
    clues: Clues | None = None
    naming: Naming | None = None
    move: Move | None = None
    breach: Breach | None = None
    consult: Consult | None = None
    groundwork: Groundwork | None = None
    vote: Vote
    deadline_scale: Scale | None = None
    seat_tables: list[SeatTable] = Field(default_factory=list)


class Scoring(Shape):
    """Points at the end and the endings, the first that holds."""

    called = "scoring"
    source: list[Tag] = Field(default_factory=list)
    rule: Id | None = None
    side: dict[Id, list[Term]]
    efficiency: Expr
    alliance: Expr
    joint: list[Term]
    joint_max: Count | None = None
    seat: list[Term] = Field(default_factory=list)
    no_winner: Expr | None = None
    endings: Annotated[list[Ending], Field(min_length=1)]
