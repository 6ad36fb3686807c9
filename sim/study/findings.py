"""What an exact solver finds in a scenario that can be played (NW5xx): levels, issues and seats without a point, no zone, no way home.

All is asked of the opening, under every combination of postures that may be drawn, without moods and before any lever. Payoffs are
exact; that nothing can be ratified is said only where the search has proved it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sim.analysis.frontier import frontier
from sim.analysis.ratifiable import Question, best_ratifiable
from sim.analysis.space import FrontierPoint, Points, Space, status_quo
from sim.analysis.zone import efficient_zone, zone_size
from sim.domain import Issue, Scenario
from sim.errors import Problem
from sim.places import Place
from sim.study.change import points_of
from sim.study.opening import opening, posture_pairs
from sim.study.ratifiable import BUDGET, question_of

NARROW, WIDE = 2, 60
"""Per cent of the packages in the zone, below and above which a game has few deals, or nearly every one."""
FEWEST_PACKAGES = 12
"""With fewer packages a share says nothing."""


def findings(scenario: Scenario) -> Iterator[Problem]:
    """Everything that can be said, each once."""
    openings = [question_of(opening(scenario, postures), groundwork=True) for postures in posture_pairs(scenario)]
    yield from dominated_levels(scenario)
    yield from idle_issues(scenario)
    yield from idle_seats(scenario)
    without_zone = list(no_zone(scenario, openings))
    yield from without_zone
    if not without_zone:
        yield from width_of_zone(scenario, openings)
        yield from no_way_home(scenario, openings)
        yield from nothing_to_trade(scenario, openings)


def problem(place: Place, severity: str, code: str, text: str, hint: str = "") -> Problem:
    """A problem at a place of the rule files."""
    return Problem(place.file, place.line, place.column, severity, code, text, hint)


# --- levels, issues, seats ---


def dominated_levels(scenario: Scenario) -> Iterator[Problem]:
    """NW501: a level above the start that is worth no more than the start to anybody, and less to somebody."""
    for issue in scenario.issues:
        for level in issue.levels[issue.start + 1 :]:
            here = [column[level.index] for column in issue.payoff]
            there = [column[issue.start] for column in issue.payoff]
            if all(a <= b for a, b in zip(here, there, strict=True)) and here != there:
                start = issue.levels[issue.start]
                gives = ", ".join(
                    f"{party.id} {a} {'=' if a == b else '<'} {b}" for party, a, b in zip(scenario.parties, here, there, strict=True)
                )
                text = f"no one has a reason to choose `{level.id}` of issue `{issue.id}`: against the start `{start.id}` it gives {gives}"
                hint = f"give a side more than {min(there)} for `{level.id}`, or delete the level"
                yield problem(worst_number(scenario, issue, level.index, here, there), "warning", "NW501", text, hint)


def worst_number(scenario: Scenario, issue: Issue, level: int, here: list[int], there: list[int]) -> Place:
    """Where the payoff stands that gives the demanding side no gain, else the level."""
    wanting = [party for party in issue.demandeur if here[party] <= there[party]] or [0]
    place = scenario.places.get(("payoff", scenario.parties[wanting[0]].id, issue.id, str(level)))
    return place or issue.levels[level].place


def idle_issues(scenario: Scenario) -> Iterator[Problem]:
    """NW508: an issue without weight for anybody, whatever the postures."""
    for issue in scenario.issues:
        if not any(posture.weights[issue.index] for posture in scenario.postures):
            text = f"nobody cares about issue `{issue.id}`: its weight is 0 under every posture"
            yield problem(issue.place, "warning", "NW508", text, "give it weight under a posture, or leave it out")


def idle_seats(scenario: Scenario) -> Iterator[Problem]:
    """NW507: a seat whose issues have no weight for its own side, whatever its posture."""
    for seat in scenario.seats:
        own = [issue for issue in scenario.issues if issue.track in seat.tracks]
        weights = [posture.weights[issue.index] for posture in scenario.postures if posture.party == seat.party for issue in own]
        if own and weights and not any(weights):
            text = f"the issues of seat `{seat.id}` do not matter to its side: their weight is 0 under every posture"
            yield problem(seat.place, "warning", "NW507", text, "give one of them weight, or give the seat another track")


# --- zone, votes, trades ---


def no_zone(scenario: Scenario, openings: list[Question]) -> Iterator[Problem]:
    """NW502: no package leaves every side at least as well off as no deal, under any postures."""
    if any(has_zone(each.space) for each in openings):
        return
    space = openings[0].space
    name, gains = nearest(scenario, space)
    least = status_quo(space)
    values = ", ".join(f"{party} {points_of(value)}" for party, value in zip(space.parties, least, strict=True))
    text = f"no package gives every side at least what it has without a deal ({values}; {space.size} packages looked at)"
    hint = f"nearest: {name} = {gains} | give more points to a side that is short, or let one of its issues start elsewhere"
    yield problem(scenario.place, "error", "NW502", text, hint)


def has_zone(space: Space) -> bool:
    """Whether some package besides the levels in force makes nobody worse off."""
    least = status_quo(space)
    if len(space.parties) == 2:
        return zone_size(space, least) > 1
    return any(point.outcome != space.in_force for point in efficient_zone(space, least))


def nearest(scenario: Scenario, space: Space) -> tuple[str, str]:
    """The efficient package that leaves the least lacking in all, in words; and what each side has and lacks with it."""
    least = status_quo(space)
    others = [point for point in frontier(space) if point.outcome != space.in_force]
    if not others:
        return "none", "nothing changes"
    best = min(others, key=lambda point: (lack(point.points, least), point.outcome))
    moved = [
        f"{issue.id}={issue.levels[level].id}"
        for issue, level in zip(scenario.issues, best.outcome, strict=True)
        if level != space.in_force[issue.index]
    ]
    gains = [
        f"{party} {points_of(has)}" + (f" ({points_of(needs - has)} short)" if has < needs else "")
        for party, has, needs in zip(space.parties, best.points, least, strict=True)
    ]
    return " ".join(moved), ", ".join(gains)


def lack(points: Points, least: Points) -> int:
    """What is lacking in all, in hundredths."""
    return sum(max(0, needs - has) for has, needs in zip(points, least, strict=True))


def width_of_zone(scenario: Scenario, openings: list[Question]) -> Iterator[Problem]:
    """NW504: under every combination of postures the zone is a small, or a very large, part of the packages."""
    sizes = [(zone_size(each.space, status_quo(each.space)), each.space.size) for each in openings if len(each.space.parties) == 2]
    if not sizes or min(size for _, size in sizes) < FEWEST_PACKAGES:
        return
    shares = [100 * count // size for count, size in sizes]
    if max(shares) < NARROW or min(shares) > WIDE:
        span = f"{min(shares)} %" if min(shares) == max(shares) else f"{min(shares)} to {max(shares)} %"
        what = "few packages are better than no deal" if max(shares) < NARROW else "nearly any package is better than no deal"
        text = f"{what}: {span} of them leave no side worse off"
        hint = f"usual is {NARROW} to {WIDE} %; if it is meant so, write `# nw: allow NW504` on this line"
        yield problem(scenario.place, "info", "NW504", text, hint)


def no_way_home(scenario: Scenario, openings: list[Question]) -> Iterator[Problem]:
    """NW503 where it is proved that nothing can be ratified, NW505 for levels that stand in no package that can."""
    answers = [best_ratifiable(each, BUDGET) for each in openings]
    if all(answer.nothing for answer in answers):
        text = f"no package can be ratified at the opening, whatever the postures, even with groundwork (proved; {openings[0].space.size} packages)"
        hint = "lower a quota, raise the support of a group at the start, or give a group more points for a level"
        place = scenario.place if scenario.house else scenario.bodies[0].place
        yield problem(place, "error", "NW503", text, hint)
        return
    for issue in scenario.issues:
        for level in issue.levels:
            if level.index != openings[0].space.in_force[issue.index] and all(
                is_barred(each, issue.index, level.index) for each in openings
            ):
                text = f"level `{level.id}` of issue `{issue.id}` stands in no package that can be ratified at the opening"
                yield problem(level.place, "info", "NW505", text, "levers, meters and groundwork of later rounds may change that")


def is_barred(each: Question, issue: int, level: int) -> bool:
    """Whether it is proved that no package with a level can be ratified; not where it may not be proposed yet anyway."""
    space = each.space
    if level not in space.allowed[issue]:
        return False
    allowed = tuple(
        tuple(sorted({level, space.in_force[place]})) if place == issue else levels for place, levels in enumerate(space.allowed)
    )
    aim = tuple(tuple(int(place == issue and at == level) for at in range(len(row))) for place, row in enumerate(each.aim))
    answer = best_ratifiable(replace(each, space=replace(space, allowed=allowed), aim=aim), BUDGET)
    return answer.proved and not answer.value


def nothing_to_trade(scenario: Scenario, openings: list[Question]) -> Iterator[Problem]:
    """NW506: under every combination of postures what one side gains the other loses."""
    lines = [frontier(each.space) for each in openings if len(each.space.parties) == 2]
    if lines and all(is_one_line(points) for points in lines) and max(map(len, lines)) > 2:
        text = "there is nothing to trade: on the whole frontier what one side gains the other loses"
        yield problem(scenario.place, "info", "NW506", text, "let the sides weigh the issues differently")


def is_one_line(points: Sequence[FrontierPoint]) -> bool:
    """Whether all efficient packages bring the same in all."""
    return len({point.joint for point in points}) == 1
