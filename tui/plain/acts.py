"""Every act in one sentence: what it does, what it costs, what follows. For lists that are picked from by number."""

from __future__ import annotations

from collections.abc import Callable

from sim.kernel import codes as c
from sim.kernel import layout as s
from sim.table import foreseen
from sim.table.actions import ACT_FORCE, ACT_REWIND, ACT_UNDO, Action
from sim.table.view import View
from tui.plain.effects import effects_text
from tui.plain.names import Names
from tui.plain.phrases import asks_text

# The word of every kind of act; each has a sentence `act-<word>`.
ACT_WORDS = {
    c.ACT_DONE: "done",
    c.ACT_DEMAND: "demand",
    c.ACT_LEVER: "lever",
    c.ACT_ANSWER: "answer",
    c.ACT_TAKE: "take",
    c.ACT_DECLINE: "decline",
    c.ACT_COURSE: "course",
    c.ACT_CHOOSE: "choose",
    c.ACT_POSTPONE: "postpone",
    c.ACT_PROBE: "probe",
    c.ACT_INITIATIVE: "initiative",
    c.ACT_LINK: "link",
    c.ACT_UNLINK: "unlink",
    c.ACT_PACK: "pack",
    c.ACT_AGREE: "agree",
    c.ACT_OFFER: "offer",
    c.ACT_ACCEPT: "accept",
    c.ACT_HOLD: "hold",
    c.ACT_BREAK: "break",
    c.ACT_DECIDE: "decide",
    c.ACT_REOPEN: "reopen",
    c.ACT_SUGGEST: "suggest",
    c.ACT_CONSULT: "consult",
    c.ACT_GROUNDWORK: "groundwork",
    c.ACT_SUBMIT: "submit",
    c.ACT_KEEP_BACK: "keep-back",
    c.ACT_GUESS: "guess",
    ACT_UNDO: "undo",
    ACT_FORCE: "force",
    ACT_REWIND: "rewind",
}
ANSWER_WORDS = {s.ANSWER_ACCEPT: "accept", s.ANSWER_COUNTER: "counter", s.ANSWER_HOLD: "hold", s.ANSWER_REFRAME: "reframe"}

Facts = dict[str, str | int]


def sentence(names: Names, view: View, action: Action, price: int = 0) -> str:
    """What an act does."""
    word = ACT_WORDS[action.kind]
    if action.kind == c.ACT_ANSWER:
        word = f"answer-{ANSWER_WORDS[action.b]}"
    facts: Facts = {"price": price}
    build = FACTS.get(action.kind)
    if build is not None:
        facts |= build(names, view, action)
    return names.say(f"act-{word}", **facts)


def of_demand_card(names: Names, view: View, action: Action) -> Facts:
    """A demand card in hand."""
    card = names.scenario.demands[action.a]
    asks = asks_text(names, view, card.issue, None if card.asks == s.UNSET else card.asks, card.index)
    return {"asks": asks, "deadline": card.deadline, "effects": effects_text(names, foreseen.of_missed(view.known, card.index, card.issue))}


def of_lever(names: Names, view: View, action: Action) -> Facts:
    """A lever, on what it is played."""
    lever = names.scenario.levers[action.a]
    credibility = view.levers[action.a].credibility
    effects = foreseen.of_lever(view.known, action.a, action.b if lever.pick == "group" else s.UNSET, picked_issue(view, action))
    return {
        "label": names.text(lever.label),
        "picked": picked(names, view, action),
        "credibility": credibility if credibility is not None else "none",
        "effects": effects_text(names, effects),
    }


def picked(names: Names, view: View, action: Action) -> str:
    """What a lever is played on; "none" for nothing."""
    lever = names.scenario.levers[action.a]
    if action.b == s.UNSET or not lever.pick:
        return "none"
    if lever.pick == "demand":
        return view.demands[action.b].name if action.b < len(view.demands) else "none"
    return names.text(names.scenario.groups[action.b].short) if lever.pick == "group" else names.issue(action.b)


def picked_issue(view: View, action: Action) -> int:
    """The issue that a lever's pick is about."""
    pick = view.known.scenario.levers[action.a].pick
    if pick == "demand" and 0 <= action.b < len(view.demands):
        return view.demands[action.b].issue
    return action.b if pick == "issue" else s.UNSET


def of_answer(names: Names, view: View, action: Action) -> Facts:
    """An answer to a demand."""
    demand = view.demands[action.a]
    effects = effects_text(names, foreseen.of_answer(view.known, action.b, demand.issue))
    what = ""
    if action.b == s.ANSWER_COUNTER:
        what = names.issue(action.c)
    elif action.b == s.ANSWER_REFRAME:
        what = names.term(action.c, action.d) if action.d != s.UNSET else names.text(names.scenario.initiatives[action.c].label)
    return {"name": demand.name, "effects": effects, "what": what}


def of_reframed(names: Names, view: View, action: Action) -> Facts:
    """A reframe that is taken or declined."""
    return {"name": view.demands[action.a].name if 0 <= action.a < len(view.demands) else ""}


def of_courses(names: Names, view: View, action: Action) -> Facts:
    """Strategy points."""
    placed = [(course, count) for course, count in enumerate(action.points or ()) if count]
    texts = [f"{names.text(names.scenario.courses[course].short)} +{count}" for course, count in placed]
    effects = [effects_text(names, foreseen.of_course(view.known, course)) for course, _ in placed]
    return {"points": names.listed(texts), "effects": "; ".join(effects)}


def of_option(names: Names, view: View, action: Action) -> Facts:
    """An option of a card."""
    options = [option for entries in names.scenario.options.values() for option in entries]
    chosen = view.choice.options[action.a][0] if view.choice is not None and action.a < len(view.choice.options) else ""
    label = next((names.text(option.label) for option in options if option.id == chosen), chosen)
    return {"label": label, "effects": effects_text(names, foreseen.of_option(view.known, action.a))}


def of_postponed(names: Names, view: View, action: Action) -> Facts:
    """A demand that is put off; none is named where the chance passes."""
    return {"name": view.demands[action.a].name if 0 <= action.a < len(view.demands) else "none"}


def of_probe(names: Names, view: View, action: Action) -> Facts:
    """A probe for capital or a token."""
    return {"token": "token" if action.a == 1 else "capital"}


def of_initiative(names: Names, view: View, action: Action) -> Facts:
    """Joint work."""
    card = names.scenario.initiatives[action.a]
    return {"label": names.text(card.label), "effects": effects_text(names, foreseen.of_initiative(view.known, card.index))}


def of_pair(names: Names, view: View, action: Action) -> Facts:
    """Two issues."""
    return {"first": names.issue(action.a), "second": names.issue(action.b)}


def of_pack_act(names: Names, view: View, action: Action) -> Facts:
    """Another act of the pack."""
    act = names.scenario.acts[action.a]
    return {"label": names.text(act.label), "effects": effects_text(names, foreseen.of_act(view.known, act.index))}


def of_proposal(names: Names, view: View, action: Action) -> Facts:
    """What is agreed to."""
    seen = next((each for each in view.proposals if each.row == action.a), None)
    if seen is None:
        return {"what": ""}
    if seen.kind == s.PROPOSE_INITIATIVE:
        return {"what": names.text(names.scenario.initiatives[seen.a].label)}
    if seen.kind == s.PROPOSE_ACT:
        return {"what": names.text(names.scenario.acts[seen.a].label)}
    code = "act-link-what" if seen.kind == s.PROPOSE_LINK else "act-unlink-what"
    return {"what": names.say(code, first=names.issue(seen.a), second=names.issue(seen.b))}


def of_package(names: Names, view: View, action: Action) -> Facts:
    """A package."""
    return {"package": names.package(action.package or ())}


def of_standing(names: Names, view: View, action: Action) -> Facts:
    """The offer that is accepted."""
    return {"package": names.package(view.offer.levels) if view.offer is not None else names.say("word-nothing")}


def of_move(names: Names, view: View, action: Action) -> Facts:
    """A lone move on one issue."""
    return {"term": names.term(action.a, action.b), "now": names.level(action.a, view.issues[action.a].level)}


def of_group(names: Names, view: View, action: Action) -> Facts:
    """A group at home, and the steps placed on it."""
    return {"group": names.text(names.scenario.groups[action.a].short), "steps": max(action.b, 0)}


def of_posture(names: Names, view: View, action: Action) -> Facts:
    """The posture named."""
    posture = names.scenario.postures[action.a]
    brief = " ".join(posture.brief.get(names.language, ()))
    return {"label": names.text(posture.label), "brief": brief}


def of_line(names: Names, view: View, action: Action) -> Facts:
    """The line taken back."""
    return {"line": action.a}


FACTS: dict[int, Callable[[Names, View, Action], Facts]] = {
    c.ACT_DEMAND: of_demand_card,
    c.ACT_LEVER: of_lever,
    c.ACT_ANSWER: of_answer,
    c.ACT_TAKE: of_reframed,
    c.ACT_DECLINE: of_reframed,
    c.ACT_COURSE: of_courses,
    c.ACT_CHOOSE: of_option,
    c.ACT_POSTPONE: of_postponed,
    c.ACT_PROBE: of_probe,
    c.ACT_INITIATIVE: of_initiative,
    c.ACT_LINK: of_pair,
    c.ACT_UNLINK: of_pair,
    c.ACT_PACK: of_pack_act,
    c.ACT_AGREE: of_proposal,
    c.ACT_OFFER: of_package,
    c.ACT_ACCEPT: of_standing,
    c.ACT_DECIDE: of_move,
    c.ACT_REOPEN: of_move,
    c.ACT_SUGGEST: of_package,
    c.ACT_CONSULT: of_group,
    c.ACT_GROUNDWORK: of_group,
    c.ACT_GUESS: of_posture,
    ACT_UNDO: of_line,
    ACT_REWIND: of_line,
}
