"""The guiding line: who has the word, what can be done, and what follows if nothing is done. One sentence for every state."""

from __future__ import annotations

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.codes import (
    ACT_AGREE,
    ACT_CONSULT,
    ACT_COURSE,
    ACT_DECIDE,
    ACT_INITIATIVE,
    ACT_LEVER,
    ACT_LINK,
    ACT_PACK,
    ACT_PROBE,
    ACT_REOPEN,
)
from sim.table.view import View
from tui.plain.names import Names

# What the game waits for, by the work of the point; every word has a sentence for the side itself and one for the others.
WORKS = {
    k.WORK_DRAW: "draw",
    k.WORK_SECOND: "draw",
    k.WORK_OWN_LEVER: "lever",
    k.WORK_ANSWER: "answer",
    k.WORK_OPENING: "opening",
    k.WORK_OFFERS: "offers",
    k.WORK_CLOSING: "closing",
    k.WORK_HOME: "home",
    k.WORK_SHOW: "name",
}
STATES = (*dict.fromkeys(WORKS.values()), "last", "choice", "pick", "reframe")


def guiding_line(names: Names, view: View, acting: int | None = None) -> str:
    """The guiding line for a viewer. acting: the side spoken to, where several share a keyboard; else the viewer's own."""
    if view.is_over:
        return names.say("guide-over")
    state = state_of(view)
    waited = waited_for(view)
    party = acting if acting is not None else view.party
    own = party is not None and party in waited
    who = (
        names.say("guide-you")
        if own and acting is None
        else names.say("guide-side", side=names.party(party))
        if own and party is not None
        else ""
    )
    side = names.listed([names.player(index) for index in waited if index != party]) or names.say("word-nobody")
    return names.say(f"guide-{state}-{'own' if own else 'other'}", who=who, side=side, **facts(names, view, party))


def state_of(view: View) -> str:
    """What the game waits for."""
    if view.choice is not None:
        return "choice" if view.choice.kind == s.CHOICE_OPTION else "pick"
    if view.reframe is not None:
        return "reframe"
    state = WORKS.get(view.work, "lever")
    return "last" if state == "offers" and view.offers_made >= view.offers else state


def waited_for(view: View) -> tuple[int, ...]:
    """The sides that the game waits for."""
    return (view.choice.party,) if view.choice is not None else view.waiting


def facts(names: Names, view: View, party: int | None) -> dict[str, str | int]:
    """What guiding lines name. party: the side spoken to."""
    t = view.known.t
    mine = party if party is not None else 0
    asked = party is not None and t[k.T_DEMAND_OF] == party
    unanswered = [demand for demand in view.demands if demand.answer == s.ANSWER_NONE] if asked else []
    return {
        "cards": max(len(view.hand), 1),
        "demands": len(unanswered),
        "points": points_left(view, party),
        "next": min(view.offers_made + 1, view.offers),
        "offers": view.offers,
        "holds": t[k.T_N_PARTIES],
        "price": t[k.T_MOVE_PRICE],
        "capital": view.parties[mine].capital,
        "acts": open_acts(names, view),
        "moves": "none" if has_no_move(view) else "some",
        "label": names.entry(view.choice.entry) if view.choice is not None else "",
        **reframe_facts(names, view),
    }


# Acts that a guiding line names one by one, because a scenario may open them later; each has a word.
NAMED_ACTS = {
    ACT_LEVER: "lever",
    ACT_PROBE: "probe",
    ACT_INITIATIVE: "initiative",
    ACT_AGREE: "agree",
    ACT_LINK: "link",
    ACT_PACK: "pack",
    ACT_CONSULT: "consult",
}


def open_acts(names: Names, view: View) -> str:
    """What else can be done now, by kind of act; "none" where nothing else can."""
    if view.options is None:
        return "none"
    kinds = {option.action.kind for option in view.options.allowed}
    return names.listed([names.say(f"guide-act-{word}") for kind, word in NAMED_ACTS.items() if kind in kinds]) or "none"


def has_no_move(view: View) -> bool:
    """Whether no executive move can be made now: none is left in this round, or none is open yet."""
    return view.options is not None and not any(option.action.kind in (ACT_DECIDE, ACT_REOPEN) for option in view.options.allowed)


def points_left(view: View, party: int | None) -> int:
    """Strategy points a side may still place in this step."""
    t = view.known.t
    own = [course for course in range(t[k.T_N_COURSES]) if t[k.T_COURSE_PARTY + course] == party]
    if not own or party is None or not is_course_open(view):
        return 0
    return max(0, t[k.T_COURSE_POINTS + own[0]] - view.parties[party].course_points)


def is_course_open(view: View) -> bool:
    """Whether strategy points are in play in this round."""
    return view.known.bench().holds(view.known.t[k.T_OPEN_EXPR + ACT_COURSE])


def reframe_facts(names: Names, view: View) -> dict[str, str | int]:
    """What is offered in place of a demand."""
    if view.reframe is None:
        return {"demand": "", "offered": ""}
    demand = view.demands[view.reframe.row]
    if view.reframe.initiative is not None:
        return {"demand": demand.name, "offered": names.text(names.scenario.initiatives[view.reframe.initiative].label)}
    return {"demand": demand.name, "offered": names.term(demand.issue, view.reframe.level or 0)}
