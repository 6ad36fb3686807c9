"""Values that are chosen from side to side, and the lever of a step: parts that several own sheets draw."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sim.kernel import codes as c
from sim.kernel.layout import UNSET
from sim.table.actions import Action, plain
from sim.table.option_values import Option
from tui.plain.acts import of_lever
from tui.plain.names import STEPS, refusal_text
from tui.screen.ink import Line, Page, Row, Span, fit, paragraph, row, wrapped
from tui.screen.look import Look
from tui.screen.pages.now import act_row, guiding, step_of
from tui.screen.plans import Plan

LEVER_CELLS = 22  # the longest label of a lever
MARGIN = "   "


def drawn(look: Look, text: str) -> str:
    """A sentence with the minus of its numbers as it is drawn; hyphens in words stay."""
    return re.sub(r"-(?=\d)", look.signs.minus, text)


def stepper(look: Look, text: str, cells: int, name: str, ink: str = "strong", right: bool = False) -> Line:
    """A value between two signs that a click changes; each is three cells wide. name: what is changed."""
    return (
        Span(f" {look.signs.less} ", "key", f"less:{name}"), Span(fit(text, cells, right), ink), Span(f" {look.signs.more} ", "key", f"more:{name}"),
    )  # fmt: skip


# --- levers ---


def lever_options(look: Look) -> tuple[Option, ...]:
    """The levers of the seat, open or closed, each on everything it may be played on."""
    return look.options.of_kind(c.ACT_LEVER) if look.options is not None else ()


def open_levers(look: Look) -> tuple[int, ...]:
    """Levers that may be played now."""
    return tuple(dict.fromkeys(option.action.a for option in lever_options(look) if option.is_open))


def picks_of(look: Look, lever: int) -> tuple[int, ...]:
    """What an open lever may be played on; (UNSET,) where it names nothing."""
    return tuple(option.action.b for option in lever_options(look) if option.is_open and option.action.a == lever)


def chosen_lever(look: Look, plan: Plan) -> Option | None:
    """The lever of the plan, as far as it may still be played."""
    found = [option for option in lever_options(look) if option.is_open and option.action.a == plan.lever]
    return next((option for option in found if option.action.b == plan.picks.get(plan.lever, UNSET)), found[0] if found else None)


def step_lever(look: Look, plan: Plan, by: int) -> None:
    """The next lever, or none."""
    every = (UNSET, *open_levers(look))
    at = every.index(plan.lever) if plan.lever in every else 0
    plan.lever = every[(at + by) % len(every)]


def step_pick(look: Look, plan: Plan, by: int) -> None:
    """The next thing that the lever is played on."""
    option, every = chosen_lever(look, plan), picks_of(look, plan.lever)
    if option is not None and len(every) > 1:
        plan.picks[plan.lever] = every[(every.index(option.action.b) + by) % len(every)]


def change_lever(look: Look, plan: Plan, key: str, by: int) -> None:
    """What a key does on a row of the pane: another lever, another pick, or the lever of that row."""
    if key == "pick":
        step_pick(look, plan, by)
    elif key.startswith("lever "):
        index = int(key.split()[1])
        if index in open_levers(look):
            plan.lever = UNSET if plan.lever == index else index
    else:
        step_lever(look, plan, by)


def lever_page(look: Look, plan: Plan, cells: int, lines: int, closed: str = "") -> Page:
    """One lever or none: label, price, effects; on what it is played. lines: there are; with enough of them every lever is listed.

    closed: why there is none to choose, where that is not what the rules say of the first lever.
    """
    title = look.say("response-lever-title")
    if not open_levers(look):
        return Page(title, tuple(paragraph(closed or no_lever(look), cells, MARGIN, "soft")))
    rows = chosen_rows(look, plan, cells)
    others = [each for index in levers(look) for each in listed_row(look, plan, index, cells)]
    if len(rows) + 2 <= lines:
        rows += others
    return Page(title, tuple(rows))


def levers(look: Look) -> tuple[int, ...]:
    """Every lever of the seat once: open ones first."""
    every = tuple(dict.fromkeys(option.action.a for option in lever_options(look)))
    is_open = open_levers(look)
    return (*is_open, *(index for index in every if index not in is_open))


def no_lever(look: Look) -> str:
    """Why no lever can be played."""
    first = next(iter(lever_options(look)), None)
    if first is None:
        return look.say("response-lever-nobody")
    return refusal_text(look.names, first.code, dict(first.facts))


def chosen_rows(look: Look, plan: Plan, cells: int) -> list[Row]:
    """The lever that is chosen, with its effects behind it and below."""
    option = chosen_lever(look, plan)
    if option is None:
        return [row(" ", *stepper(look, look.say("response-lever-none"), LEVER_CELLS, "lever", ""), key="lever")]
    entry = look.names.scenario.levers[option.action.a]
    head: Line = (Span(" "), *stepper(look, look.narrow(entry.short), LEVER_CELLS, "lever"), Span(" "))
    left = 2 + LEVER_CELLS + 6
    parts = wrapped(drawn(look, about_lever(look, option)), cells - left - 1)
    rows = [row(*head, parts[0], key="lever", why=(entry.id,)), *(row(" " * left, part) for part in parts[1:])]
    if entry.pick and option.action.b != UNSET:
        on = look.say("response-lever-on")
        rows.insert(1, row(" ", *stepper(look, f"{on} {picked(look, option)}", LEVER_CELLS, "pick"), " ", *parts[1:2], key="pick"))
        del rows[2:3]
    if not rows[-1].key:  # what is written below is reached with the arrows
        rows[-1] = Row(rows[-1].line, "about", (entry.id,))
    return rows


def picked(look: Look, option: Option) -> str:
    """On what a lever is played, short."""
    return str(of_lever(look.names, look.view, option.action)["picked"])


def about_lever(look: Look, option: Option) -> str:
    """Price, credibility and effects of a lever as they would be now."""
    facts = of_lever(look.names, look.view, option.action)
    return look.say("response-lever-about", price=option.price, credibility=facts["credibility"], effects=facts["effects"])


def listed_row(look: Look, plan: Plan, index: int, cells: int) -> list[Row]:
    """A lever in the list: open ones with what they do, closed ones with the reason."""
    option = next(each for each in lever_options(look) if each.action.a == index)
    entry = look.names.scenario.levers[index]
    sign = look.signs.done if plan.lever == index and option.is_open else " " if option.is_open else "x"
    if option.is_open:
        shown = chosen_lever(look, plan) if plan.lever == index else None
        text = drawn(look, about_lever(look, shown or option))
    else:
        text = refusal_text(look.names, option.code, dict(option.facts))
    ink = "" if option.is_open else "soft"
    first, *more = wrapped(text, max(cells - LEVER_CELLS - 8, 8))
    head = row(
        f"  {sign} ", Span(fit(look.narrow(entry.short), LEVER_CELLS), ink), "  ", Span(first, ink), key=f"lever {index}", why=(entry.id,)
    )
    return [head, *(row(" " * (LEVER_CELLS + 6), Span(part, ink)) for part in more)]


def lever_action(look: Look, plan: Plan) -> tuple[Action, ...]:
    """The act of the lever that is chosen, if one is."""
    option = chosen_lever(look, plan)
    return (plain(look.seat, c.ACT_LEVER, option.action.a, option.action.b),) if option is not None else ()


# --- Now ---


def now_titled(look: Look, text: str, cells: int, acts: Sequence[tuple[str, str, str]]) -> Page:
    """The pane "Now" of a sheet: its guiding line, that of a bot that thinks while it does, and what can be done."""
    rows = paragraph(guiding(look) if look.thinking else text, cells)
    return Page(look.say("now-title", step=look.say(f"word-step-{STEPS[step_of(look)]}")), (*rows, act_row(look, acts)))
