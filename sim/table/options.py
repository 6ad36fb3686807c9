"""Puts a seat's options together from its mask: candidates by kind, each asked of the kernel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sim.domain import Lever, Scenario
from sim.kernel import codes as c
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.demand import hand_at
from sim.kernel.expressions import evaluate
from sim.kernel.home import step_price
from sim.kernel.locks import cap_of, may_stand
from sim.table.actions import Action, answer, courses, offer, plain, suggest
from sim.table.context import context_of
from sim.table.facts import Case, facts_of
from sim.table.option_values import Option, Options
from sim.table.prices import price_of_action
from sim.table.refusals import REFUSALS
from sim.table.seating import PlayerSeat, Seating
from sim.table.spaces import CourseSpace, GroundworkSpace, GroupSteps, PackageSpace, Probe

__all__ = ["Option", "Options", "options_for"]

# Acts that are listed with their reason when they are closed.
BARE = (c.ACT_DONE, c.ACT_ACCEPT, c.ACT_HOLD, c.ACT_BREAK, c.ACT_SUBMIT, c.ACT_KEEP_BACK)
# Reasons that close a kind of act altogether, whatever its argument.
NOT_IN_PLACE = (c.NOT_NOW, c.NOT_YOUR_TURN, c.GAME_OVER, c.CHOICE_FIRST, c.NOTHING_TO_DECIDE, c.NOT_OPEN_YET, c.ACCORD_STANDS)


class Desk:
    """Where options are put together: the seat, the tables and the mask that it may know."""

    def __init__(self, scenario: Scenario, seating: Seating, t: Sequence[int], m: list[int], seat: PlayerSeat) -> None:
        self.scenario, self.seating, self.t, self.m, self.seat = scenario, seating, t, m, seat
        self.probe = Probe(scenario, t, m, seat.index)

    def option(self, action: Action) -> Option:
        """An act with its price, and the reason where it is closed."""
        code = self.probe.code(action)
        price = price_of_action(self.scenario, self.t, self.m, self.seat, action)
        if code == c.ALLOWED:
            return Option(action, price)
        self.probe.code(action)  # the price has used the scratch cells
        case = Case(self.scenario, self.seating, self.t, self.m, self.seat, action)
        return Option(action, price, REFUSALS[code], facts_of(code, case))

    def if_open(self, candidates: Iterable[Action]) -> Iterator[Option]:
        """The candidates of one kind that are allowed; none is asked further once the whole kind is closed."""
        for action in candidates:
            code = self.probe.code(action)
            if code in NOT_IN_PLACE:
                return
            if code == c.ALLOWED:
                yield self.option(action)

    def rows(self) -> range:
        """Rows of the demands on the table."""
        return range(self.m[s.N_DEMANDS])


def options_for(scenario: Scenario, seating: Seating, t: Sequence[int], mask: Sequence[int], viewer: int) -> Options:
    """What the seat of an index may do now. Pure: equal masks give equal options. t: its masked tables; mask: is copied."""
    seat = seating.seats[viewer]
    desk = Desk(scenario, seating, t, list(mask), seat)
    offering, why_offer = package_space(desk, c.ACT_OFFER)
    suggestion, why_suggest = package_space(desk, c.ACT_SUGGEST)
    groundwork, why_groundwork = groundwork_space(desk)
    course, why_course = course_space(desk)
    reasons = {c.ACT_OFFER: why_offer, c.ACT_SUGGEST: why_suggest, c.ACT_GROUNDWORK: why_groundwork, c.ACT_COURSE: why_course}
    closed = {kind: REFUSALS[code] for kind, code in reasons.items() if code != c.ALLOWED}
    return Options(seat.id, tuple(listed(desk)), offering, suggestion, groundwork, course, closed, desk.probe)


def listed(desk: Desk) -> Iterator[Option]:
    """Every act that is listed, in the order of a round; `done` and the like come last."""
    scenario, seat = desk.scenario, desk.seat.id
    yield from (desk.option(plain(seat, c.ACT_CHOOSE, option)) for option in choices(desk))
    yield from desk.if_open(plain(seat, c.ACT_POSTPONE, row) for row in desk.rows())
    yield from desk.if_open(plain(seat, kind, desk.m[s.REFRAMED]) for kind in (c.ACT_TAKE, c.ACT_DECLINE))
    yield from desk.if_open(plain(seat, c.ACT_DEMAND, card) for card in hand_of(desk))
    for row in desk.rows():
        yield from desk.if_open(answers(desk, row))
    for lever in scenario.levers:
        if lever.party == desk.seat.party:
            yield from lever_options(desk, lever)
    yield from (desk.option(plain(seat, c.ACT_PROBE, with_token)) for with_token in (0, 1))
    yield from (desk.option(plain(seat, c.ACT_INITIATIVE, card.index)) for card in scenario.initiatives if is_face_up(desk, card.index))
    own_acts = (act for act in scenario.acts if act.party in (s.UNSET, desk.seat.party))
    yield from (desk.option(plain(seat, c.ACT_PACK, act.index)) for act in own_acts)
    yield from (desk.option(plain(seat, c.ACT_AGREE, row)) for row in range(desk.m[s.N_PROPOSALS]) if not has_agreed(desk, row))
    yield from desk.if_open(plain(seat, c.ACT_LINK, a, b) for a, b in combinations(range(len(scenario.issues)), 2))
    yield from desk.if_open(plain(seat, c.ACT_UNLINK, a, b) for a, b in links(desk))
    yield from desk.if_open(moves(desk, c.ACT_DECIDE))
    yield from desk.if_open(moves(desk, c.ACT_REOPEN))
    yield from desk.if_open(plain(seat, c.ACT_CONSULT, group.index) for group in scenario.groups if group.party == desk.seat.party)
    yield from desk.if_open(plain(seat, c.ACT_GUESS, posture.index) for posture in scenario.postures)
    yield from (desk.option(plain(seat, kind)) for kind in BARE)


def choices(desk: Desk) -> range:
    """The options of the choice that waits, where it is the side's to make."""
    own = desk.m[s.N_CHOICES] > 0 and desk.m[s.CHOICES + s.C_PARTY] == desk.seat.party
    return range(len(context_of(desk.scenario, desk.m).options) if own else 0)


def hand_of(desk: Desk) -> list[int]:
    """Demand cards in hand."""
    if desk.t[k.T_DEMAND_BY] != desk.seat.party:
        return []
    at = hand_at(desk.t)
    return [card for card in desk.m[at : at + s.MAX_HAND] if card != s.UNSET]


def answers(desk: Desk, row: int) -> Iterator[Action]:
    """Every answer to the demand in a row."""
    seat, at = desk.seat.id, s.DEMANDS + row * s.DEMAND_WIDTH
    asked_of = desk.m[at + s.D_ISSUE]
    yield answer(seat, row, s.ANSWER_ACCEPT)
    yield answer(seat, row, s.ANSWER_HOLD)
    for issue in range(len(desk.scenario.issues)):
        yield answer(seat, row, s.ANSWER_COUNTER, issue)
    for level in range(desk.m[at + s.D_ASKED]):
        yield answer(seat, row, s.ANSWER_REFRAME, asked_of, level)
    for card in desk.scenario.initiatives:
        if is_face_up(desk, card.index):
            yield answer(seat, row, s.ANSWER_REFRAME, card.index)


def lever_options(desk: Desk, lever: Lever) -> Iterator[Option]:
    """A lever on everything it may be played on; where nothing is allowed, once, with the reason."""
    picks = picks_of(desk, lever)
    every = [desk.option(plain(desk.seat.id, c.ACT_LEVER, lever.index, picked)) for picked in picks]
    is_open = [option for option in every if option.is_open]
    yield from is_open or every[:1]


def picks_of(desk: Desk, lever: Lever) -> Sequence[int]:
    """What a lever may be played on: rows, groups or issues; one UNSET where it names nothing."""
    if not lever.pick:
        return (s.UNSET,)
    every = tuple(desk.rows()) if lever.pick == "demand" else lever.pick_from
    return every or (s.UNSET,)


def is_face_up(desk: Desk, card: int) -> bool:
    """True for an initiative that is face up."""
    return desk.m[s.INITIATIVE_STATUS + card] == 1


def has_agreed(desk: Desk, row: int) -> bool:
    """True when the own side has said its word on a proposal."""
    return bool(desk.m[s.PROPOSALS + row * s.PROPOSAL_WIDTH + s.P_AGREED] >> desk.seat.party & 1)


def links(desk: Desk) -> list[tuple[int, int]]:
    """The links in force, as pairs of issues."""
    rows = range(s.LINKS, s.LINKS + desk.m[s.N_LINKS] * s.LINK_WIDTH, s.LINK_WIDTH)
    return [(desk.m[at + s.K_A], desk.m[at + s.K_B]) for at in rows]


def moves(desk: Desk, kind: int) -> Iterator[Action]:
    """Executive moves by one level of the issues that the side may move."""
    for issue in desk.scenario.issues:
        now = desk.m[s.LEVEL + issue.index]
        for level in (now - 1, now + 1):
            if desk.seat.party in issue.moved_by and 0 <= level < len(issue.levels):
                yield plain(desk.seat.id, kind, issue.index, level)


def package_space(desk: Desk, kind: int) -> tuple[PackageSpace | None, int]:
    """The space of offers or suggestions, or the reason why it is closed. An empty package tells which."""
    empty = (None,) * len(desk.scenario.issues)
    is_offer = kind == c.ACT_OFFER
    code = desk.probe.code(offer(desk.seat.id, empty) if is_offer else suggest(desk.seat.id, empty))
    if code != (c.EMPTY_PACKAGE if is_offer else c.NO_SUCH_ISSUE):
        return None, code
    m, t = desk.m, desk.t
    issues = range(len(desk.scenario.issues))
    return PackageSpace(
        seat=desk.seat.id,
        kind=kind,
        levels=tuple(levels_of(desk, issue, is_offer) for issue in issues),
        in_force=tuple(m[s.LEVEL : s.LEVEL + len(desk.scenario.issues)]),
        size=evaluate(t, m, t[k.T_PACKAGE_SIZE_EXPR]) if is_offer else s.UNSET,
        links=tuple(links(desk)) if is_offer else (),
        standing=standing_of(desk) if is_offer else None,
        offers_left=t[k.T_OFFERS] - m[s.OFFERS_MADE],
        probe=desk.probe,
    ), c.ALLOWED


def levels_of(desk: Desk, issue: int, locked: bool) -> tuple[int, ...]:
    """Levels of an issue that may stand in a package. locked: no higher than its cap and locks allow."""
    now = desk.m[s.LEVEL + issue]
    if may_stand(desk.t, desk.m, issue, now + 1) in (c.MAY_NOT_RISE, c.NO_SUCH_LEVEL):
        return tuple(range(now + 1))
    top: int = cap_of(desk.t, desk.m, issue) if locked else desk.t[k.T_TOP + issue]
    return tuple(range(max(now, top) + 1))


def standing_of(desk: Desk) -> tuple[int | None, ...] | None:
    """The standing offer."""
    if desk.m[s.PROPOSER] == s.UNSET:
        return None
    cells = desk.m[s.STANDING : s.STANDING + len(desk.scenario.issues)]
    return tuple(None if cell == s.UNSET else cell for cell in cells)


def groundwork_space(desk: Desk) -> tuple[GroundworkSpace | None, int]:
    """Groundwork that may be placed, or the reason why none may."""
    own = [group.index for group in desk.scenario.groups if group.party == desk.seat.party]
    code = desk.probe.code(plain(desk.seat.id, c.ACT_GROUNDWORK, own[0], 0)) if own else c.NOT_NOW
    if code != c.ALLOWED:
        return None, code
    m, t, party = desk.m, desk.t, desk.seat.party
    size = evaluate(t, m, t[k.T_STEP_SIZE_EXPR])
    groups = tuple(GroupSteps(group, step_price(t, m, group), most_steps(desk, group, size), m[s.GROUNDWORK + group]) for group in own)
    budget = m[s.CAPITAL + party] - m[s.SPENT + party]
    return GroundworkSpace(desk.seat.id, groups, size, budget, t[k.T_GROUP_MAX], t[k.T_SIDE_MAX], desk.probe), c.ALLOWED


def most_steps(desk: Desk, group: int, size: int) -> int:
    """Most steps that may stand on a group now."""
    steps = 0
    limit = desk.t[k.T_GROUP_MAX] // size if size > 0 else 0
    while steps < limit and desk.probe.allows(plain(desk.seat.id, c.ACT_GROUNDWORK, group, steps + 1)):
        steps += 1
    return steps


def course_space(desk: Desk) -> tuple[CourseSpace | None, int]:
    """Strategy points that may be placed, or the reason why none may."""
    t, party, every = desk.t, desk.seat.party, len(desk.scenario.courses)
    own = tuple(course for course in range(every) if t[k.T_COURSE_PARTY + course] == party)
    if not own:
        return None, c.NOT_NOW
    code = desk.probe.code(courses(desk.seat.id, [1 if course == own[0] else 0 for course in range(every)]))
    if code != c.ALLOWED:
        return None, code
    left = t[k.T_COURSE_POINTS + own[0]] - desk.m[s.COURSE_POINTS + party]
    return CourseSpace(desk.seat.id, own, tuple(t[k.T_COURSE_LIMIT + course] for course in own), left, every, desk.probe), c.ALLOWED
