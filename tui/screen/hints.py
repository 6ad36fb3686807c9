"""Hints of the first game: one line above the keys, at most one at a time, silent as soon as they are no longer needed.

What they point at comes from the scenario's lesson and from what the person may know; a person who goes another way than
the lesson hears no more of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sim.domain import Package
from sim.kernel import tables as k
from sim.table.appraisal import appraise
from sim.table.forecast import BodyForecast
from tui.plain.names import points
from tui.screen import stops
from tui.screen.look import Look

LAST_ROUND = 1


def hint(face: str, look: Look) -> str:
    """The hint for a face (by its class), "" for none."""
    scenario = look.names.scenario
    if not scenario.tutorial or not look.is_own or look.view.is_over:
        return ""
    if look.view.round > LAST_ROUND and look.stop is None:
        return ""
    make = HINTS.get(face)
    return make(look) if make is not None else ""


def target(look: Look) -> dict[int, int]:
    """The package that the lesson leads to: level by issue; empty where it leads to none."""
    issues = {issue.id: issue.index for issue in look.names.scenario.issues}
    answers = next((answers for _, _, answers in look.names.scenario.lesson if answers), "")
    pairs = (part.partition("=") for part in answers.split())
    return {issues[name]: int(level) for name, _, level in pairs if name in issues and level.isdigit()}


def on_table(look: Look) -> str:
    """At the table: news, a demand, an offer that would fail at home."""
    if look.stop is not None:
        code = {stops.NEWS: "news", stops.DEMAND: "demand", stops.VOTE: "vote"}.get(look.stop.kind)
        if code is None or look.stop.round > LAST_ROUND:
            return later(look) if look.stop.kind == stops.NEWS else ""
        return look.say(f"hint-{code}", **demand_facts(look))
    offer = look.view.offer
    if look.view.work != k.WORK_OFFERS or look.view.party not in look.view.waiting or offer is None or offer.by == look.view.party:
        return ""
    found = appraise(look.view.known, Package(offer.levels))
    body = found.body_of(look.view.party or 0)
    gain = look.drawn(points(found.worth_to(look.view.party or 0).total.low))
    if body.passes is not None and not body.passes[0]:
        return look.say("hint-fails", gain=gain, group=weakest(look, body), weight=body.yes_weight.likely)
    return look.say("hint-offer", gain=gain)


def later(look: Look) -> str:
    """What is new in a later round."""
    assert look.stop is not None
    return look.say(f"hint-round-{look.stop.round}") if look.stop.round in (2, 3, 4) else ""


def demand_facts(look: Look) -> dict[str, str | int]:
    """The first open demand."""
    demand = next(iter(look.view.demands), None)
    if demand is None:
        return {"term": look.say("word-nothing")}
    names = look.names
    return {"term": names.term(demand.issue, demand.level) if demand.level is not None else names.issue(demand.issue)}


def weakest(look: Look, body: BodyForecast) -> str:
    """The group that would refuse and comes closest to deciding the vote: the heaviest of them."""
    line = look.view.known.t[k.T_YES_AT]
    refusing = [group for group in body.groups if group.value.likely < line]
    group = max(refusing or body.groups, key=lambda each: each.weight)
    entry = look.names.scenario.groups[group.group]
    return f"{look.narrow(entry.short)} {look.signed(group.value.likely - line)}"


def on_briefing(look: Look) -> str:
    """What matters most to the own side."""
    weights = [issue for issue in look.view.issues if issue.weight]
    if not weights or look.view.party is None:
        return ""
    best = max(weights, key=lambda issue: issue.weight or 0)
    return look.say("hint-briefing", side=look.names.party(look.view.party), issue=look.names.issue(best.index))


def on_response(look: Look) -> str:
    """Countering names what one wants for it."""
    weights = [issue for issue in look.view.issues if issue.weight]
    best = max(weights, key=lambda issue: issue.weight or 0)
    return look.say("hint-response", issue=look.names.issue(best.index))


def on_composer(look: Look) -> str:
    """From their offer to the package of the lesson, one issue at a time."""
    wanted = target(look)
    if not wanted:
        return ""
    for issue, level in wanted.items():
        now = look.draft[issue]
        if now is not None and now > level:
            return look.say("hint-less", issue=look.names.issue(issue), level=look.level(issue, level))
    for issue, level in wanted.items():
        now = look.draft[issue] if look.draft[issue] is not None else look.view.issues[issue].level
        if (now or 0) < level:
            return look.say("hint-more", issue=look.names.issue(issue), level=look.level(issue, level))
    extra = next((issue for issue, level in enumerate(look.draft) if level is not None and issue not in wanted), None)
    return "" if extra is not None else look.say("hint-review")


def on_home(look: Look) -> str:
    """Groundwork where it decides."""
    view = look.view
    if view.offer is None or view.party is None:
        return ""
    body = appraise(view.known, Package(view.offer.levels)).body_of(view.party)
    if body.groundwork is None or not any(body.groundwork.steps):
        return look.say("hint-home-free")
    placed = list(zip(body.groups, body.groundwork.steps, strict=True))
    group, steps = max(placed, key=lambda pair: pair[1])
    return look.say(
        "hint-home", group=look.narrow(look.names.scenario.groups[group.group].short), steps=steps, capital=body.groundwork.price
    )


HINTS: Mapping[str, Callable[[Look], str]] = {
    "BriefingFace": on_briefing,
    "TableFace": on_table,
    "ResponseFace": on_response,
    "ComposerFace": on_composer,
    "ReviewFace": lambda look: look.say("hint-offer-it"),
    "HomeFace": on_home,
    "VoteFace": lambda look: look.say("hint-vote-next") if look.stop is not None and look.stop.round <= LAST_ROUND else "",
    "ReportFace": lambda look: look.say("hint-report") if look.stop is not None and look.stop.round <= LAST_ROUND else "",
}
