"""What a refusal may name: facts by code, read from what the acting seat may know and from nothing else.

FACTS says which facts each code of the kernel carries; a sentence in `tui/wording` uses no others. Ids stand for entries
of the scenario, whole numbers for amounts, levels and rounds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sim.domain import Named, Scenario
from sim.kernel import codes as c
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.appraise import judge
from sim.kernel.expressions import evaluate
from sim.kernel.locks import cap_of, may_stand
from sim.table.actions import Action
from sim.table.context import context_of, demand_name
from sim.table.history import STEPS
from sim.table.prices import price_of_action
from sim.table.refusals import REFUSALS
from sim.table.seating import PlayerSeat, Seating

Facts = dict[str, str | int]


class Case:
    """A refused act: who, what, and what the seat knows. m: a copy of its mask, with the act's argument in place."""

    def __init__(self, scenario: Scenario, seating: Seating, t: Sequence[int], m: list[int], seat: PlayerSeat, action: Action) -> None:
        self.scenario, self.seating, self.t, self.m, self.seat, self.action = scenario, seating, t, m, seat, action

    def package(self) -> int:
        """Offset of the package that the act is about: its own, or the standing offer."""
        return s.STANDING if self.action.kind == c.ACT_ACCEPT else s.ARGUMENT

    def issue_at_fault(self) -> int:
        """The issue of a move, or the first of a package that may not stand at its level."""
        if self.action.kind in (c.ACT_DECIDE, c.ACT_REOPEN):
            return self.action.a
        levels = self.m[self.package() : self.package() + len(self.scenario.issues)]
        pairs = [(issue, level) for issue, level in enumerate(levels) if level != s.UNSET]
        return next((issue for issue, level in pairs if may_stand(self.t, self.m, issue, level) != c.ALLOWED), s.UNSET)

    def level_at_fault(self) -> int:
        """The level asked for on that issue."""
        issue = self.issue_at_fault()
        if self.action.kind in (c.ACT_DECIDE, c.ACT_REOPEN):
            return self.action.b
        return self.m[self.package() + issue] if issue != s.UNSET else s.UNSET


def name_of(entries: Sequence[Named], index: int) -> str:
    """Id of an entry, "" where there is none."""
    return entries[index].id if 0 <= index < len(entries) else ""


def of_lever(case: Case) -> Facts:
    """The lever played."""
    return {"lever": name_of(case.scenario.levers, case.action.a)}


def of_entry(case: Case) -> Facts:
    """The lever, initiative or act whose prerequisite does not hold."""
    pools: Mapping[int, Sequence[Named]] = {c.ACT_LEVER: case.scenario.levers, c.ACT_PACK: case.scenario.acts}
    if case.action.kind == c.ACT_AGREE:
        at = s.PROPOSALS + case.action.a * s.PROPOSAL_WIDTH
        return {"entry": name_of(case.scenario.initiatives, case.m[at + s.P_A])}
    return {"entry": name_of(pools.get(case.action.kind, case.scenario.initiatives), case.action.a)}


def of_step(case: Case) -> Facts:
    """The step the game is in."""
    return {"step": STEPS[case.m[s.STEP]]}


def of_turn(case: Case) -> Facts:
    """The sides that the game waits for, by id, separated by blanks."""
    waited = [party.id for party in case.scenario.parties if case.m[s.WAITING] >> party.index & 1]
    return {"waited": " ".join(waited)}


def of_head(case: Case) -> Facts:
    """Who does this for the side."""
    return {"head": case.seating.head_of(case.seat.party).id}


def of_choice(case: Case) -> Facts:
    """Whose word comes first, and on what."""
    if case.m[s.N_CHOICES] > 0:
        party = case.m[s.CHOICES + s.C_PARTY]
        return {"party": name_of(case.scenario.parties, party), "card": context_of(case.scenario, case.m).asks}
    return {"party": str(of_turn(case)["waited"]), "card": ""}


def of_price(case: Case) -> Facts:
    """What it costs, and what the side has left to spend."""
    m, party = case.m, case.seat.party
    spent = m[s.SPENT + party] if case.action.kind == c.ACT_GROUNDWORK else 0
    price = price_of_action(case.scenario, case.t, m, case.seat, case.action)
    return {"price": price, "capital": m[s.CAPITAL + party] - max(0, spent)}


def of_card(case: Case) -> Facts:
    """The demand card."""
    return {"demand": name_of(case.scenario.demands, case.action.a)}


def of_demand(case: Case) -> Facts:
    """The demand on the table."""
    return {"demand": demand_name(case.scenario, context_of(case.scenario, case.m), case.action.a)}


def of_pick(case: Case) -> Facts:
    """The lever, and what it is played on: demand, group, issue, or "" for nothing."""
    lever = case.action.a
    return {**of_lever(case), "pick": case.scenario.levers[lever].pick if 0 <= lever < len(case.scenario.levers) else ""}


def of_reframe(case: Case) -> Facts:
    """The issue of the demand, and the level asked."""
    at = s.DEMANDS + case.action.a * s.DEMAND_WIDTH
    return {"issue": name_of(case.scenario.issues, case.m[at + s.D_ISSUE]), "asked": case.m[at + s.D_ASKED]}


def of_points(case: Case) -> Facts:
    """Strategy points of the round, and those placed."""
    party = case.seat.party
    own = [course for course in range(case.t[k.T_N_COURSES]) if case.t[k.T_COURSE_PARTY + course] == party]
    return {
        "limit": max((case.t[k.T_COURSE_POINTS + course] for course in own), default=0),
        "each": max((case.t[k.T_COURSE_LIMIT + course] for course in own), default=0),
        "placed": case.m[s.COURSE_POINTS + party],
    }


def of_initiative(case: Case) -> Facts:
    """The initiative."""
    return {"initiative": name_of(case.scenario.initiatives, case.action.a)}


def of_pair(case: Case) -> Facts:
    """Two issues."""
    return {"first": name_of(case.scenario.issues, case.action.a), "second": name_of(case.scenario.issues, case.action.b)}


def of_link(case: Case) -> Facts:
    """The first link of which the package names one issue only."""
    package = case.package()
    for row in range(case.m[s.N_LINKS]):
        at = s.LINKS + row * s.LINK_WIDTH
        a, b = case.m[at + s.K_A], case.m[at + s.K_B]
        if (case.m[package + a] == s.UNSET) != (case.m[package + b] == s.UNSET):
            return {"first": name_of(case.scenario.issues, a), "second": name_of(case.scenario.issues, b)}
    return {"first": "", "second": ""}


def of_issue(case: Case) -> Facts:
    """The issue at fault."""
    return {"issue": name_of(case.scenario.issues, case.issue_at_fault())}


def of_level(case: Case) -> Facts:
    """The issue at fault, the level asked for, the highest there is, and the level in force."""
    issue = case.issue_at_fault()
    known = 0 <= issue < len(case.scenario.issues)
    return {
        **of_issue(case),
        "level": case.level_at_fault(),
        "top": case.t[k.T_TOP + issue] if known else 0,
        "now": case.m[s.LEVEL + issue] if known else 0,
    }


def of_lock(case: Case) -> Facts:
    """The issue at fault, the level asked for, and the highest that may be proposed."""
    issue = case.issue_at_fault()
    known = 0 <= issue < len(case.scenario.issues)
    return {**of_issue(case), "level": case.level_at_fault(), "cap": cap_of(case.t, case.m, issue) if known else 0}


def of_size(case: Case) -> Facts:
    """Level steps of the package, and how many it may hold."""
    judge(case.t, case.m, case.package())
    return {"steps": case.m[s.JUDGED_STEPS], "limit": evaluate(case.t, case.m, case.t[k.T_PACKAGE_SIZE_EXPR])}


def of_group(case: Case) -> Facts:
    """The group."""
    return {"group": name_of(case.scenario.groups, case.action.a)}


def of_groundwork(case: Case) -> Facts:
    """The group, points of support a step buys, and the most for a group and for a side."""
    size = evaluate(case.t, case.m, case.t[k.T_STEP_SIZE_EXPR])
    return {**of_group(case), "size": size, "group_limit": case.t[k.T_GROUP_MAX], "side_limit": case.t[k.T_SIDE_MAX]}


def limit_in(cell: int) -> Callable[[Case], Facts]:
    """A limit that stands in the tables."""
    return lambda case: {"limit": case.t[cell]}


FACTS: Mapping[int, tuple[tuple[str, ...], Callable[[Case], Facts]]] = {
    c.NOT_NOW: (("step",), of_step),
    c.NOT_YOUR_TURN: (("waited",), of_turn),
    c.NOT_THIS_SEAT: (("head",), of_head),
    c.CHOICE_FIRST: (("party", "card"), of_choice),
    c.NO_CAPITAL: (("price", "capital"), of_price),
    c.NOT_IN_HAND: (("demand",), of_card),
    c.NO_GAP: (("demand",), of_card),
    c.NOT_YOUR_LEVER: (("lever",), of_lever),
    c.LEVER_PLAYED: (("lever",), of_lever),
    c.LEVER_SLOT_USED: (("lever",), of_lever),
    c.LEVER_BARRED: (("lever",), of_lever),
    c.NEEDS_NOT_MET: (("entry",), of_entry),
    c.WRONG_PICK: (("lever", "pick"), of_pick),
    c.NO_SUCH_DEMAND: (("demand",), of_demand),
    c.ALREADY_ANSWERED: (("demand",), of_demand),
    c.NOT_A_LOWER_LEVEL: (("issue", "asked"), of_reframe),
    c.TOO_MANY_POINTS: (("limit", "each", "placed"), of_points),
    c.ONE_INITIATIVE: (("limit",), limit_in(k.T_INIT_PER_ROUND)),
    c.ALREADY_LINKED: (("first", "second"), of_pair),
    c.NOT_LINKED: (("first", "second"), of_pair),
    c.TOO_MANY_LINKS: (("limit",), limit_in(k.T_LINKS_MAX)),
    c.ABOVE_LOCK: (("issue", "level", "cap"), of_lock),
    c.NO_SUCH_LEVEL: (("issue", "level", "top", "now"), of_level),
    c.TOO_LARGE: (("steps", "limit"), of_size),
    c.LINK_BROKEN: (("first", "second"), of_link),
    c.NOT_YOURS_TO_MOVE: (("issue",), of_issue),
    c.ONE_LEVEL_ONLY: (("issue", "level", "top", "now"), of_level),
    c.NEEDS_VOTE: (("issue", "level", "top", "now"), of_level),
    c.IN_THE_ACCORD: (("issue",), of_issue),
    c.ISSUE_MOVED: (("issue",), of_issue),
    c.MAY_NOT_RISE: (("issue",), of_issue),
    c.ALREADY_CONSULTED: (("limit",), limit_in(k.T_CONSULTS)),
    c.NOT_YOUR_GROUP: (("group",), of_group),
    c.GROUP_LIMIT: (("group", "size", "group_limit", "side_limit"), of_groundwork),
    c.SIDE_LIMIT: (("group", "size", "group_limit", "side_limit"), of_groundwork),
    c.GROUP_UNMOVED: (("group",), of_group),
    c.NO_OFFERS_LEFT: (("limit",), limit_in(k.T_OFFERS)),
}


def facts_of(code: int, case: Case) -> Facts:
    """The facts of a refusal of the kernel."""
    entry = FACTS.get(code)
    return entry[1](case) if entry is not None else {}


def fact_names() -> dict[str, tuple[str, ...]]:
    """Which facts each code of the kernel carries."""
    return {word: FACTS[code][0] if code in FACTS else () for code, word in enumerate(REFUSALS)}
