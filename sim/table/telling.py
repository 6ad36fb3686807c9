"""What a change of one cell tells, cell by cell and region by region. The shadow already stands behind the row."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sim.kernel import layout as s
from sim.kernel.home import MOOD_OFFSET
from sim.kernel.layout import UNSET
from sim.kernel.tables import T_POINT_STEP
from sim.table import happened as h
from sim.table.context import entry_id, rule_id
from sim.table.knowledge import clues_of
from sim.table.shadow import Row
from sim.table.teller import Teller

Told = Iterator[h.Happened]


def round_began(teller: Teller, row: Row) -> Told:
    """ROUND; its first step begins with it."""
    yield h.RoundBegan(teller.number, row.after)
    yield h.StepBegan(teller.number, row.after, teller.cells[s.STEP])


def step_began(teller: Teller, row: Row) -> Told:
    """STEP. An accord that comes out of Home without a vote has lapsed."""
    if row.after == s.STEP_RESOLVE and teller.cells[s.ACCORD] == 1 and teller.cells[s.SENT] == 0:
        yield h.AccordLapsed(teller.number)
    if row.after not in (s.STEP_END, teller.t[T_POINT_STEP]) and teller.cells[s.ROUND] > 0:
        yield h.StepBegan(teller.number, teller.cells[s.ROUND], row.after)


def game_ended(teller: Teller, row: Row) -> Told:
    """OVER."""
    yield h.GameEnded(teller.number, teller.cells[s.ENDING])


def event_played(teller: Teller, row: Row) -> Told:
    """EVENT_NOW."""
    if row.after != UNSET:
        yield h.EventPlayed(teller.number, row.after)


def card_called(teller: Teller, row: Row) -> Told:
    """EVENT_NEXT_ROUND, which is written behind the card."""
    if teller.cells[s.EVENT_NEXT] != UNSET:
        yield h.CardCalled(teller.number, teller.cells[s.EVENT_NEXT], row.after)


def demand_shown(teller: Teller, row: Row) -> Told:
    """AHEAD."""
    if row.after != UNSET and row.round > 0:
        yield h.DemandShown(teller.number, row.after)


def offer_tabled(teller: Teller, row: Row) -> Told:
    """OFFERS_MADE, which is written behind the package."""
    if row.after > row.before:
        yield h.OfferTabled(teller.number, teller.cells[s.PROPOSER], teller.package())


def accord_reached(teller: Teller, row: Row) -> Told:
    """ACCORD."""
    if row.after == 1:
        yield h.AccordReached(teller.number, teller.package())


def accord_sent(teller: Teller, row: Row) -> Told:
    """SENT."""
    if row.after == 1:
        yield h.AccordSent(teller.number)


def package_passed(teller: Teller, row: Row) -> Told:
    """PASSED_NOW."""
    if row.after == 1:
        yield h.PackagePassed(teller.number, teller.package())


def demand_met(teller: Teller, row: Row) -> Told:
    """MET_COUNT: the demand that leaves next was met."""
    teller.leaving = "met"
    yield from ()


def demand_missed(teller: Teller, row: Row) -> Told:
    """MISSED_COUNT: the demand that leaves next was not met."""
    teller.leaving = "missed"
    yield from ()


def choice_asked(teller: Teller, row: Row) -> Told:
    """N_CHOICES."""
    if row.after > row.before:
        at = s.CHOICES + row.before * s.CHOICE_WIDTH
        kind, party, where, cause = (teller.cells[at + part] for part in (s.C_KIND, s.C_PARTY, s.C_ROW, s.C_CAUSE))
        if kind == s.CHOICE_OPTION:
            entry = entry_id(teller.scenario, teller.cells[at + s.C_ENTRY_KIND], teller.cells[at + s.C_ENTRY], cause)
        else:
            entry = rule_id(teller.scenario, where)
        yield h.ChoiceAsked(teller.number, party, entry)


def proposed(teller: Teller, row: Row) -> Told:
    """N_PROPOSALS."""
    if row.after > row.before:
        at = s.PROPOSALS + row.before * s.PROPOSAL_WIDTH
        kind, a, b, by = (teller.cells[at + part] for part in (s.P_KIND, s.P_A, s.P_B, s.P_BY))
        yield h.Proposed(teller.number, kind, a, b, by)


def lasting_began(teller: Teller, row: Row) -> Told:
    """N_LASTING."""
    if row.after > row.before:
        at = s.LASTING + row.before * s.LASTING_WIDTH
        kind, a, b, amount, until = (teller.cells[at + part] for part in (s.L_KIND, s.L_A, s.L_B, s.L_AMOUNT, s.L_UNTIL))
        yield h.LastingBegan(teller.number, kind, a, b, amount, until, teller.cause(teller.cells[at + s.L_CAUSE]))


OF_CELL: dict[int, Callable[[Teller, Row], Told]] = {
    s.ROUND: round_began,
    s.STEP: step_began,
    s.OVER: game_ended,
    s.EVENT_NOW: event_played,
    s.EVENT_NEXT_ROUND: card_called,
    s.AHEAD: demand_shown,
    s.OFFERS_MADE: offer_tabled,
    s.ACCORD: accord_reached,
    s.SENT: accord_sent,
    s.PASSED_NOW: package_passed,
    s.MET_COUNT: demand_met,
    s.MISSED_COUNT: demand_missed,
    s.N_CHOICES: choice_asked,
    s.N_PROPOSALS: proposed,
    s.N_LASTING: lasting_began,
}


def level_changed(teller: Teller, row: Row, issue: int) -> Told:
    """LEVEL."""
    if row.round > 0:
        yield h.LevelChanged(teller.number, issue, row.before, row.after)


def initiative_moved(teller: Teller, row: Row, card: int) -> Told:
    """INITIATIVE_STATUS."""
    if row.round > 0:
        yield h.InitiativeMoved(teller.number, card, row.after)


def request_turned_up(teller: Teller, row: Row, slot: int) -> Told:
    """REQUESTS."""
    if row.after != UNSET and row.before == UNSET:
        yield h.RequestMoved(teller.number, row.after, is_met=False)


def request_met(teller: Teller, row: Row, card: int) -> Told:
    """REQUEST_MET."""
    yield h.RequestMoved(teller.number, card, is_met=True)


def groundwork_shown(teller: Teller, row: Row, group: int) -> Told:
    """SHOWN_GROUNDWORK."""
    if row.after > 0:
        yield h.GroundworkShown(teller.number, group, row.after)


def group_voted(teller: Teller, row: Row, group: int) -> Told:
    """VOTED."""
    if row.after != UNSET and row.round > 0:
        yield h.GroupVoted(teller.number, group, row.after == 1)


def word_heard(teller: Teller, row: Row, group: int) -> Told:
    """WORD."""
    if row.round > 0:
        yield h.WordHeard(teller.number, group, row.after)


def body_voted(teller: Teller, row: Row, party: int) -> Told:
    """RATIFIES, which is written behind the weight."""
    if row.after != UNSET:
        yield h.BodyVoted(teller.number, party, row.after == 1, teller.cells[s.YES_WEIGHT + party])


def posture_named(teller: Teller, row: Row, party: int) -> Told:
    """NAMED_RIGHT: what GUESS left open is settled."""
    yield h.PostureNamed(teller.number, party, teller.cells[s.GUESS + party], row.after == 1)


def card_drawn(teller: Teller, row: Row, place: int) -> Told:
    """HAND."""
    if row.after != UNSET and row.round > 0:
        yield h.CardDrawn(teller.number, place // s.MAX_HAND, row.after)


def clue_learned(teller: Teller, row: Row, party: int) -> Told:
    """N_CLUES, which is written behind the clue."""
    if row.after > row.before:
        yield h.ClueLearned(teller.number, party, clues_of(teller.cells, party)[-1])


def mood_learned(teller: Teller, row: Row, group: int) -> Told:
    """KNOWN_MOOD."""
    yield h.MoodLearned(teller.number, group, row.after - MOOD_OFFSET)


def posture_moved(teller: Teller, row: Row, party: int) -> Told:
    """POSTURE, once it has been drawn."""
    if row.round > 0:
        yield h.PostureMoved(teller.number, party, row.after)


OF_REGION: tuple[tuple[int, int, Callable[[Teller, Row, int], Told]], ...] = (
    (s.LEVEL, s.MAX_ISSUES, level_changed),
    (s.INITIATIVE_STATUS, s.MAX_CARDS, initiative_moved),
    (s.REQUESTS, s.MAX_REQUESTS, request_turned_up),
    (s.REQUEST_MET, s.MAX_CARDS, request_met),
    (s.SHOWN_GROUNDWORK, s.MAX_GROUPS, groundwork_shown),
    (s.VOTED, s.MAX_GROUPS, group_voted),
    (s.WORD, s.MAX_GROUPS, word_heard),
    (s.RATIFIES, s.MAX_PARTIES, body_voted),
    (s.NAMED_RIGHT, s.MAX_PARTIES, posture_named),
    (s.HAND, s.MAX_PARTIES * s.MAX_HAND, card_drawn),
    (s.N_CLUES, s.MAX_PARTIES, clue_learned),
    (s.KNOWN_MOOD, s.MAX_GROUPS, mood_learned),
    (s.POSTURE, s.MAX_PARTIES, posture_moved),
)


def of_cell(teller: Teller, row: Row) -> Told:
    """What a change of a cell tells, where it tells anything."""
    if row.cell in OF_CELL:
        yield from OF_CELL[row.cell](teller, row)
        return
    for region, size, tell in OF_REGION:
        if region <= row.cell < region + size:
            yield from tell(teller, row, row.cell - region)
            return
