"""A package as one side sees it: what it brings, what it may bring the others, whether it passes at home, and at what groundwork."""

from __future__ import annotations

from collections.abc import Iterator

from sim.domain import Package
from sim.kernel import layout as s
from sim.table.actions import argument_of, offer
from sim.table.appraisal import Appraisal, Worth, appraise
from sim.table.facts import Case, facts_of
from sim.table.forecast import NO, OPEN, YES, BodyForecast, GroupForecast
from sim.table.refusals import REFUSALS
from sim.table.view import View
from tui.plain.names import Names, points, refusal_text, sentence, signed

VERDICTS = {YES: "yes", NO: "no", OPEN: "open"}


def judged(names: Names, view: View, package: Package) -> Iterator[str]:
    """All that can be said of a package. Raises RuleBroken for a level that does not exist."""
    found = appraise(view.known, package)
    yield names.say("judge-title", package=names.package(package.levels), steps=found.steps, size=view.package_size)
    if found.code:
        yield names.say("judge-closed", why=why_closed(names, view, package, found.code))
    if view.party is not None:
        yield names.say("judge-line", text=sentence(worth_line(names, view, found)))
        yield from track_lines(names, found)
    for body in sorted(found.bodies, key=lambda body: body.party != view.party):
        yield from body_lines(names, view, body)


def why_closed(names: Names, view: View, package: Package, code: str) -> str:
    """Why a package may not be offered now."""
    seat = view.known.seating.seats[max(view.viewer, 0)]
    action = offer(seat.id, package.levels)
    m = list(view.known.m)
    m[s.ARGUMENT : s.ARGUMENT + s.MAX_ISSUES] = argument_of(action)
    case = Case(view.known.scenario, view.known.seating, view.known.t, m, seat, action)
    return refusal_text(names, code, facts_of(REFUSALS.index(code), case))


def short(names: Names, view: View, package: Package) -> str:
    """A package in one line: own gain, the others' range, the vote at home."""
    found = appraise(view.known, package)
    home = next(body for body in found.bodies if body.party == view.party)
    return names.say("judge-line", text=sentence(names.listed([worth_line(names, view, found), home_short(names, home)])))


def worth_line(names: Names, view: View, found: Appraisal) -> str:
    """What a package brings each side, the own side first."""
    ordered = sorted(found.worths, key=lambda worth: worth.party != view.party)
    return names.listed([worth_text(names, worth) for worth in ordered])


def worth_text(names: Names, worth: Worth) -> str:
    """What a package brings one side."""
    if worth.is_own:
        return names.say("judge-own", gain=points(worth.total.low))
    if worth.total.is_exact:
        return names.say("judge-them", side=names.party(worth.party), gain=points(worth.total.low))
    return names.say("judge-range", side=names.party(worth.party), low=points(worth.total.low), high=points(worth.total.high))


def track_lines(names: Names, found: Appraisal) -> Iterator[str]:
    """What a package brings by track, own and others'."""
    for track in names.scenario.tracks:
        parts = [
            f"{names.party(worth.party)} {range_text(names, worth.tracks[track.index].low, worth.tracks[track.index].high)}"
            for worth in found.worths
        ]
        yield names.say("judge-track", track=names.text(track.short), parts=names.listed(parts))


def range_text(names: Names, low: int, high: int) -> str:
    """A range of points, or the one value there is."""
    return points(low) if low == high else names.say("judge-span", low=points(low), high=points(high))


def at_home(names: Names, view: View) -> Iterator[str]:
    """How the accord stands at home, with what the own side has placed and learned; nothing where there is no accord."""
    if view.party is None or view.offer is None or not view.offer.is_accord:
        return
    body = appraise(view.known, Package(view.offer.levels)).body_of(view.party)
    yield names.say("judge-line", text=sentence(home_short(names, body)))
    yield names.say("judge-groups", groups=names.listed([group_text(names, group) for group in body.groups]))
    yield names.say("judge-placed", spent=view.parties[view.party].spent or 0, capital=view.parties[view.party].capital)


def home_short(names: Names, body: BodyForecast) -> str:
    """The vote at home in a few words."""
    likely = body.yes_weight
    verdict = names.say(f"judge-verdict-{VERDICTS[body.verdict]}")
    if likely.low == likely.high:
        return names.say("judge-home", side=names.party(body.party), weight=likely.likely, verdict=verdict)
    return names.say(
        "judge-home-span", side=names.party(body.party), weight=likely.likely, low=likely.low, high=likely.high, verdict=verdict
    )


def body_lines(names: Names, view: View, body: BodyForecast) -> Iterator[str]:
    """How one body would vote: the verdict, its groups, and the groundwork that would carry it."""
    yield names.say("judge-line", text=sentence(home_short(names, body)))
    yield names.say("judge-groups", groups=names.listed([group_text(names, group) for group in body.groups]))
    if body.party == view.party:
        yield groundwork_line(names, body)


def group_text(names: Names, group: GroupForecast) -> str:
    """One group: its likely value and what it would say."""
    name = names.text(names.scenario.groups[group.group].short)
    value = (
        str(group.value.likely) if group.value.low == group.value.high else f"{group.value.likely} ({group.value.low}..{group.value.high})"
    )
    if group.says == OPEN:
        says = names.say("word-lean-yes" if group.likely_yes else "word-lean-no")
    else:
        says = names.say(f"word-{group.says}")
    return names.say("judge-group", name=name, value=value, shift=signed(group.shift.likely), says=says)


def groundwork_line(names: Names, body: BodyForecast) -> str:
    """The cheapest groundwork with which the own side likely passes, and the one that is safe."""
    if body.groundwork is None:
        return names.say("judge-groundwork-none", capital=body.capital)
    names_of = [names.text(names.scenario.groups[group.group].short) for group in body.groups]
    placed = [
        names.say("tell-groundwork-group", group=name, steps=steps)
        for name, steps in zip(names_of, body.groundwork.steps, strict=True)
        if steps
    ]
    if not placed:
        return names.say("judge-groundwork-free")
    return names.say("judge-groundwork", price=body.groundwork.price, steps=names.listed(placed), capital=body.capital)
