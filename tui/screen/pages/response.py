"""Response: the demands to answer, the four answers to one of them, strategy points; and the lines that send what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from sim.kernel import codes as c
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table import foreseen
from sim.table.actions import Action, answer, plain
from sim.table.foreseen import Foreseen
from sim.table.option_values import Option
from sim.table.parts import DemandSeen
from tui.plain.effects import effects_text
from tui.plain.guide import facts
from tui.screen.ink import ELLIPSIS, Line, Page, Row, Span, fit, paragraph, row, wrapped
from tui.screen.look import Look
from tui.screen.pages.choosing import MARGIN, chosen_lever, drawn, lever_action, now_titled, stepper
from tui.screen.plans import Plan

HOWS = (s.ANSWER_ACCEPT, s.ANSWER_COUNTER, s.ANSWER_HOLD, s.ANSWER_REFRAME)  # answers 1 to 4
LEVEL, DUE, ANSWER, LABEL, WHAT = 9, 5, 14, 20, 20


# --- what may be chosen ---


def options_of(look: Look, demand: DemandSeen) -> tuple[Option, ...]:
    """The answers to a demand that the seat may give."""
    found = look.options.of_kind(c.ACT_ANSWER) if look.options is not None else ()
    return tuple(option for option in found if option.is_open and option.action.a == demand.row)


def demands_here(look: Look) -> tuple[DemandSeen, ...]:
    """Demands without an answer, and those that came in this round."""
    return tuple(each for each in look.view.demands if each.answer == s.ANSWER_NONE or each.came == look.view.round)


def demand_named(look: Look, name: str) -> DemandSeen | None:
    """A demand by its name."""
    return next((each for each in demands_here(look) if each.name == name), None)


def hows_of(look: Look, demand: DemandSeen) -> tuple[int, ...]:
    """Kinds of answer that may be given."""
    kinds = {option.action.b for option in options_of(look, demand)}
    return tuple(how for how in HOWS if how in kinds)


def counters_of(look: Look, demand: DemandSeen) -> tuple[int, ...]:
    """Issues that a counter may link."""
    return tuple(option.action.c for option in options_of(look, demand) if option.action.b == s.ANSWER_COUNTER)


def reframes_of(look: Look, demand: DemandSeen) -> tuple[tuple[int, int], ...]:
    """What a reframe may offer: (issue, level), then (initiative, UNSET)."""
    return tuple((option.action.c, option.action.d) for option in options_of(look, demand) if option.action.b == s.ANSWER_REFRAME)


def counter_of(look: Look, plan: Plan, demand: DemandSeen) -> int:
    """The issue that a counter would link: the one chosen, else the one that weighs most for the own side."""
    every = counters_of(look, demand)
    chosen = plan.counters.get(demand.name, UNSET)
    if chosen in every or not every:
        return chosen if chosen in every else UNSET
    return max(every, key=lambda issue: (look.view.issues[issue].weight or 0, -issue))


def reframe_of(look: Look, plan: Plan, demand: DemandSeen) -> tuple[int, int]:
    """What a reframe would offer: what is chosen, else the first level above the one in force."""
    every = reframes_of(look, demand)
    chosen = plan.reframes.get(demand.name)
    if chosen in every or not every:
        return chosen if chosen is not None and chosen in every else (UNSET, UNSET)
    now = look.view.issues[demand.issue].level
    return next((pair for pair in every if pair[1] > now), every[0])


def action_of(look: Look, plan: Plan, demand: DemandSeen, how: int) -> Action:
    """The act of an answer."""
    if how == s.ANSWER_COUNTER:
        return answer(look.seat, demand.row, how, counter_of(look, plan, demand))
    if how == s.ANSWER_REFRAME:
        return answer(look.seat, demand.row, how, *reframe_of(look, plan, demand))
    return answer(look.seat, demand.row, how)


# --- choosing ---


def set_answer(look: Look, plan: Plan, demand: DemandSeen, how: int) -> None:
    """Give an answer; the same one again leaves the demand out."""
    if how in hows_of(look, demand):
        if plan.answers.get(demand.name) == how:
            del plan.answers[demand.name]
        else:
            plan.answers[demand.name] = how


def step_answer(look: Look, plan: Plan, demand: DemandSeen, by: int) -> None:
    """The next answer; between the last and the first, none."""
    every = (s.ANSWER_NONE, *hows_of(look, demand))
    now = plan.answers.get(demand.name, s.ANSWER_NONE)
    how = every[((every.index(now) if now in every else 0) + by) % len(every)]
    if how == s.ANSWER_NONE:
        plan.answers.pop(demand.name, None)
    else:
        plan.answers[demand.name] = how


def step_what(look: Look, plan: Plan, demand: DemandSeen, how: int, by: int) -> None:
    """What else a counter links or a reframe offers; that answer is then given."""
    if how not in hows_of(look, demand):
        return
    if how == s.ANSWER_COUNTER:
        issues = counters_of(look, demand)
        plan.counters[demand.name] = issues[(issues.index(counter_of(look, plan, demand)) + by) % len(issues)]
    elif how == s.ANSWER_REFRAME:
        pairs = reframes_of(look, demand)
        plan.reframes[demand.name] = pairs[(pairs.index(reframe_of(look, plan, demand)) + by) % len(pairs)]
    plan.answers[demand.name] = how


def points_of(look: Look, plan: Plan) -> dict[int, int]:
    """Points placed on courses, as far as they may be placed."""
    space = look.options.courses if look.options is not None else None
    return {course: count for course, count in plan.points.items() if count and space is not None and course in space.courses}


def step_points(look: Look, plan: Plan, course: int, by: int) -> None:
    """A point more or less on a course, within what there is to place."""
    space = look.options.courses if look.options is not None else None
    if space is None or course not in space.courses:
        return
    placed = points_of(look, plan)
    others = sum(placed.values()) - placed.get(course, 0)
    most = min(space.limits[space.courses.index(course)], space.left - others)
    plan.points[course] = max(0, min(most, placed.get(course, 0) + by))


def lines_to_send(look: Look, plan: Plan) -> tuple[Action, ...]:
    """Answers, points, lever, and `done` where the seat may say it: in this order."""
    found = [
        action_of(look, plan, demand, plan.answers[demand.name])
        for demand in demands_here(look)
        if plan.answers.get(demand.name) in hows_of(look, demand)
    ]
    points, space = points_of(look, plan), look.options.courses if look.options is not None else None
    if points and space is not None:
        found.append(space.action(points))
    found += lever_action(look, plan)
    return (*found, plain(look.seat, c.ACT_DONE)) if may_end(look) else tuple(found)


def may_end(look: Look) -> bool:
    """Whether the seat may end the step."""
    return look.options is not None and any(option.is_open for option in look.options.of_kind(c.ACT_DONE))


# --- pages ---


def demands_page(look: Look, plan: Plan, cells: int) -> Page:
    """Every demand with what it asks, until when, what follows, and the answer chosen."""
    every = demands_here(look)
    if not every:
        return Page(look.say("response-demands-none"), tuple(paragraph(look.say("response-no-demand"), cells, MARGIN, "soft")))
    asks = min(27 + max(cells - 80, 0) // 2, 38)
    unmet = cells - asks - LEVEL - DUE - ANSWER - 8
    heads = fit(look.say("response-asks"), asks) + fit(look.say("response-now"), LEVEL) + fit(look.say("response-due"), DUE)
    first = row(" ", Span(heads + fit(look.say("response-unmet"), unmet) + "   " + look.say("response-answer"), "soft"))
    rows = [demand_row(look, plan, demand, asks, unmet) for demand in every]
    waiting = sum(bool(options_of(look, demand)) for demand in every)
    return Page(look.say("response-demands", count=waiting), (first, *rows))


def demand_row(look: Look, plan: Plan, demand: DemandSeen, asks: int, unmet: int) -> Row:
    """One demand."""
    entry = look.names.scenario.issues[demand.issue]
    level = look.level(demand.issue, demand.level) if demand.level is not None else state_of(look, demand)
    text = f"{demand.name} {entry.id} {look.narrow(entry.short)} {level}"
    may = bool(options_of(look, demand))
    chosen: Line = (Span(f"   {answered(look, demand)}", "soft"),)
    if may:
        chosen = stepper(look, answer_text(look, plan, demand), ANSWER, demand.name, "strong" if demand.name in plan.answers else "soft")
    return row(
        " ", Span(fit(text, asks - 1) + " ", "strong" if may else ""), fit(look.level(demand.issue, look.view.issues[demand.issue].level), LEVEL),
        fit(look.say("response-round", round=demand.due), DUE), fit(unmet_text(look, demand, unmet - 1), unmet), *chosen,
        key=demand.name, why=(entry.id,),
    )  # fmt: skip


def state_of(look: Look, demand: DemandSeen) -> str:
    """What a demand asks for that asks for no level."""
    return look.names.scenario.demands[demand.card].state if demand.card is not None else ""


def unmet_text(look: Look, demand: DemandSeen, cells: int) -> str:
    """What follows if it is not met, as far as there is room."""
    return brief(look, foreseen.of_missed(look.view.known, demand.card, demand.issue), cells)


def brief(look: Look, effects: Sequence[Foreseen], cells: int) -> str:
    """Effects for a narrow column: in full, else without what was asked, else as many as there is room for; no number is cut."""
    full = drawn(look, effects_text(look.names, effects))
    if cell_len(full) <= cells:
        return full
    texts = [drawn(look, bare(look, effect)) for effect in effects]
    for count in range(len(texts), 0, -1):
        shown = look.names.listed([*texts[:count], *([ELLIPSIS] if count < len(texts) else [])])
        if cell_len(shown) <= cells:
            return shown
    return ELLIPSIS


def bare(look: Look, effect: Foreseen) -> str:
    """An effect as it would be now, without what was asked."""
    if effect.name is None or effect.amount is None or effect.verb != "add":
        return effects_text(look.names, [effect])
    return look.say("word-effect-add", name=look.names.number(effect.name), amount=f"{effect.amount:+d}")


def answered(look: Look, demand: DemandSeen) -> str:
    """The answer that stands, or who gives it."""
    return look.say("response-others") if demand.answer == s.ANSWER_NONE else look.say(f"word-answer-{demand.answer}")


def answer_text(look: Look, plan: Plan, demand: DemandSeen) -> str:
    """The answer chosen, short."""
    how = plan.answers.get(demand.name, s.ANSWER_NONE)
    what = ""
    if how == s.ANSWER_COUNTER:
        what = look.names.scenario.issues[counter_of(look, plan, demand)].id
    elif how == s.ANSWER_REFRAME:
        one, level = reframe_of(look, plan, demand)
        scenario = look.names.scenario
        what = scenario.initiatives[one].id if level == UNSET else f"{scenario.issues[one].id}={level}"
    return look.say(f"response-short-{how}", what=what)


def answers_page(look: Look, plan: Plan, demand: DemandSeen | None, cells: int, lines: int) -> Page:
    """The four answers to a demand with what each does. lines: there are; with enough of them nothing is cut."""
    if demand is None:
        return Page(look.say("response-answers-none"))
    rows: list[Row] = []
    for number, how in enumerate(HOWS, 1):
        rows += how_rows(look, plan, demand, number, how, cells)
    effects = drawn(look, effects_text(look.names, foreseen.of_missed(look.view.known, demand.card, demand.issue)))
    more = paragraph(look.say("response-if-unmet", round=demand.due, effects=effects), cells, MARGIN, "soft")
    if len(rows) + len(more) <= lines:
        rows += more
    return Page(look.say("response-answers", name=demand.name), tuple(rows))


def how_rows(look: Look, plan: Plan, demand: DemandSeen, number: int, how: int, cells: int) -> list[Row]:
    """One answer: its number, what it is called, what is chosen in it, what it does; the last on a second row where it is long."""
    may = how in hows_of(look, demand)
    sign = look.signs.done if may and plan.answers.get(demand.name) == how else " "
    ink = "strong" if sign != " " else "" if may else "soft"
    what = what_text(look, plan, demand, how) if may else ""
    if what:
        wide = WHAT + 10 * look.is_wide
        head: Line = (Span(fit(look.say(f"response-how-{how}"), LABEL - 8), ink), *stepper(look, what, wide, str(number)))
        left = 5 + LABEL - 8 + wide + 6
    else:
        head, left = (Span(fit(look.say(f"response-how-{how}"), LABEL), ink),), 5 + LABEL
    parts = wrapped(effect_of(look, demand, how), cells - left - 2)
    why = [effect.name.what for effect in foreseen.of_answer(look.view.known, how, demand.issue) if effect.name is not None]
    digit = Span(f"{number} ", "key", f"answer:{number}")
    first = row(" ", Span(sign, "good"), " ", digit, *head, " ", parts[0], key=str(number), why=why)
    return [first, *(row(" " * (left + 1), part) for part in parts[1:])]


def what_text(look: Look, plan: Plan, demand: DemandSeen, how: int) -> str:
    """What a counter links, or a reframe offers."""
    if how == s.ANSWER_COUNTER:
        issue = look.names.scenario.issues[counter_of(look, plan, demand)]
        return f"{issue.id} {look.narrow(issue.short)}"
    if how == s.ANSWER_REFRAME:
        one, level = reframe_of(look, plan, demand)
        if level != UNSET:
            return f"{look.names.scenario.issues[one].id} {look.level(one, level)}"
        card = look.names.scenario.initiatives[one]
        return f"{card.id} {look.narrow(card.short)}"
    return ""


def effect_of(look: Look, demand: DemandSeen, how: int) -> str:
    """What an answer does now, and later."""
    known = look.view.known
    effects = foreseen.of_answer(known, how, demand.issue)
    if how == s.ANSWER_REFRAME:
        who = foreseen.Who(s.KIND_PLAY, party=known.t[k.T_DEMAND_OF], issue=demand.issue)
        effects = foreseen.of_list(known, known.t[k.T_DECLINED_LIST], who)
    told = "none" if how == s.ANSWER_COUNTER and not effects else effects_text(look.names, effects)
    return drawn(look, look.say(f"response-does-{how}", effects=told, round=demand.due, times=known.t[k.T_ACCEPTED_UNMET]))


def courses_page(look: Look, plan: Plan, cells: int) -> Page | None:
    """Strategy points; None where none can be placed."""
    space = look.options.courses if look.options is not None else None
    if space is None:
        return None
    placed = points_of(look, plan)
    rows = []
    for course in space.courses:
        entry = look.names.scenario.courses[course]
        value = next((each.value for each in look.view.meters if each.id == entry.id), 0)
        effects = drawn(look, effects_text(look.names, foreseen.of_course(look.view.known, course)))
        text = fit(look.say("response-course", value=value, effects=effects), max(cells - 26, 8))
        steps = stepper(look, str(placed.get(course, 0)), 2, entry.id, right=True)
        rows.append(row(" ", fit(look.narrow(entry.short), 14), *steps, "  ", text, key=entry.id, why=(entry.id,)))
    left = space.left - sum(placed.values())
    return Page(look.say("response-courses", points=space.left), tuple(rows), look.say("response-left", left=left))


def capital_after(look: Look, plan: Plan) -> int:
    """Capital that is left when everything chosen is sent."""
    capital = look.view.parties[look.party].capital if look.party is not None else 0
    option = chosen_lever(look, plan)
    return capital - (option.price if option is not None else 0)


def now_page(look: Look, plan: Plan, cells: int, acts: Sequence[tuple[str, str, str]]) -> Page:
    """The guiding line of the sheet: what can be done, what follows for what is left out, what is left of the capital."""
    found = facts(look.names, look.view, look.party)
    out = sum(1 for each in demands_here(look) if options_of(look, each) and each.name not in plan.answers)
    text = look.say(
        "response-guide" if may_end(look) else "response-guide-seat",
        who=look.say("guide-you"), demands=found["demands"], points=found["points"], out=out, capital=capital_after(look, plan),
        head=look.names.seating.head_of(look.party or 0).id,
    )  # fmt: skip
    return now_titled(look, text, cells, acts)
