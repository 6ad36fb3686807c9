"""The demand draw: cards in hand, what the chosen one is worth, the chance of a second demand; then the lever of the step."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sim.domain import DemandCard, Package
from sim.kernel import codes as c
from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table import foreseen
from sim.table.actions import Action, plain
from sim.table.appraisal import appraise
from sim.table.option_values import Option
from sim.table.reason import Reason
from tui.plain.effects import effects_text
from tui.plain.guide import facts
from tui.plain.names import points
from tui.screen.ink import Page, Row, Span, fit, paragraph, row
from tui.screen.look import Look
from tui.screen.pages.choosing import MARGIN, chosen_lever, drawn, lever_action, now_titled
from tui.screen.pages.response import brief, may_end
from tui.screen.plans import Plan

CARD, LEVEL, DUE = 6, 9, 5


def is_draw(look: Look) -> bool:
    """Whether a card is to be played now; else the lever of the step."""
    return look.view.work in (k.WORK_DRAW, k.WORK_SECOND)


def card_options(look: Look) -> dict[int, Option]:
    """Cards that may be played."""
    found = look.options.of_kind(c.ACT_DEMAND) if look.options is not None else ()
    return {option.action.a: option for option in found if option.is_open}


def cards(look: Look) -> tuple[DemandCard, ...]:
    """The cards in hand; afterwards those that the own side has played in this round."""
    every = look.names.scenario.demands
    if is_draw(look):
        return tuple(every[card] for card in look.view.hand)
    played = (each for each in look.view.demands if each.came == look.view.round and each.by == look.party)
    return tuple(every[each.card] for each in played if each.card is not None)


def card_named(look: Look, name: str) -> DemandCard | None:
    """A card by its id."""
    return next((card for card in cards(look) if card.id == name), None)


def lines_to_send(look: Look, plan: Plan, card: DemandCard | None) -> tuple[Action, ...]:
    """The card, where one is to be played; else the lever, and `done`."""
    if is_draw(look):
        return (card_options(look)[card.index].action,) if card is not None and card.index in card_options(look) else ()
    return (*lever_action(look, plan), plain(look.seat, c.ACT_DONE)) if may_end(look) else lever_action(look, plan)


# --- pages ---


def cards_page(look: Look, cells: int) -> Page:
    """The cards."""
    found = cards(look)
    asks = min(29 + max(cells - 80, 0) // 2, 44)
    unmet = cells - 2 - CARD - asks - LEVEL - DUE
    heads = fit(look.say("draw-card"), CARD) + fit(look.say("draw-asks"), asks) + fit(look.say("draw-now"), LEVEL)
    first = row("  ", Span(heads + fit(look.say("draw-due"), DUE) + look.say("draw-unmet"), "soft"))
    rows = [card_row(look, card, asks, unmet) for card in found]
    if not is_draw(look):
        return Page(look.say("draw-title-played"), (first, *rows))
    code = "draw-title-second" if look.view.work == k.WORK_SECOND else "draw-title"
    return Page(look.say(code, count=len(found)), (first, *rows, *paragraph(look.say("draw-others"), cells, "  ", "soft")))


def card_row(look: Look, card: DemandCard, asks: int, unmet: int) -> Row:
    """One card."""
    issue = look.names.scenario.issues[card.issue]
    may = not is_draw(look) or card.index in card_options(look)
    ink = "strong" if may else "soft"
    text = f"{issue.id} {look.narrow(issue.short)} {asked_level(look, card)}"
    now = look.level(card.issue, look.view.issues[card.issue].level)
    due = look.say("draw-round", round=look.view.round + card.deadline)
    return row(
        "  ", Span(fit(card.id, CARD), ink), Span(fit(text, asks - 1) + " ", ink), fit(now, LEVEL), fit(due, DUE),
        unmet_text(look, card, unmet - 1), key=card.id, why=(issue.id,),
    )  # fmt: skip


def asked_level(look: Look, card: DemandCard) -> str:
    """What a card asks for, short."""
    return look.level(card.issue, card.asks) if card.asks != UNSET else card.state


def unmet_text(look: Look, card: DemandCard, cells: int) -> str:
    """What follows if it is not met, as far as there is room."""
    return brief(look, foreseen.of_missed(look.view.known, card.index, card.issue), cells)


def worth_page(look: Look, card: DemandCard | None, cells: int, reason: Reason | None) -> Page:
    """The chosen card for the own side: what it would bring, what follows when it is met or not; and a second demand."""
    if card is None:
        return Page(look.say("draw-worth-none"))
    rows: list[Row] = []
    if not is_draw(look) or card.index in card_options(look):
        rows += paragraph(worth_text(look, card), cells, MARGIN)
    else:
        rows += paragraph(look.say("draw-no-gap"), cells, MARGIN)
    if card.note is not None:
        rows += paragraph(look.names.text(card.note), cells, MARGIN, "soft")
    unmet = effects_text(look.names, foreseen.of_missed(look.view.known, card.index, card.issue))
    rows += paragraph(drawn(look, look.say("draw-if-unmet", round=look.view.round + card.deadline, effects=unmet)), cells, MARGIN)
    if reason is not None:
        first, *more = paragraph(drawn(look, chance_text(look, reason)), cells, MARGIN)
        rows += [Row(first.line, "chance", (reason.what,)), *more]
    return Page(look.say("draw-worth", name=card.id), tuple(rows))


def worth_text(look: Look, card: DemandCard) -> str:
    """What it is worth to the own side if it is met in full."""
    known = look.view.known
    met = effects_text(
        look.names, foreseen.of_list(known, known.t[k.T_MET_LIST], foreseen.Who(s.KIND_DEMAND, card.index, issue=card.issue))
    )
    if card.asks == UNSET or look.party is None:
        return drawn(look, look.say("draw-worth-state", effects=met))
    levels = tuple(card.asks if issue == card.issue else None for issue in range(len(look.view.issues)))
    gain = appraise(known, Package(levels)).worth_to(look.party).total
    return drawn(look, look.say(
        "draw-worth-level", before=look.level(card.issue, look.view.issues[card.issue].level), after=look.level(card.issue, card.asks),
        gain=points(gain.low), weight=look.view.issues[card.issue].weight or 0, effects=met,
    ))  # fmt: skip


def chance_text(look: Look, reason: Reason) -> str:
    """The chance of a second demand, with the parts that add up to it."""
    parts = []
    for number, part in enumerate(reason.children):
        name = look.names.text(part.text) or worded(look, part.written)
        sign = "" if number == 0 else "- " if part.amount < 0 else "+ "
        amount = f"{sign}{abs(part.amount) if number else part.amount}"
        parts.append(amount if name == str(part.amount) or not name else look.say("draw-chance-part", amount=amount, name=name))
    return look.say("draw-chance", chance=reason.amount, parts=" ".join(parts) or "none")


def worded(look: Look, written: str) -> str:
    """A formula with the names of what it reads in place of ids."""
    return re.sub(r"[A-Za-z_]\w*", lambda found: look.names.entry(found.group()), written)


def has_chance(look: Look) -> bool:
    """Whether a second demand may still follow by chance."""
    t = look.view.known.t
    return look.view.work == k.WORK_DRAW and t[k.T_SECOND_CHANCE_EXPR] != UNSET and look.view.known.bench().holds(t[k.T_OPEN_SECOND_EXPR])


def lever_later(look: Look) -> str:
    """While a card is to be played: whether a lever follows."""
    if not is_draw(look):
        return ""
    t = look.view.known.t
    return look.say("draw-lever-later" if look.view.known.bench().holds(t[k.T_OPEN_EXPR + c.ACT_LEVER]) else "draw-lever-closed")


def now_page(look: Look, plan: Plan, cells: int, acts: Sequence[tuple[str, str, str]]) -> Page:
    """The guiding line of the sheet."""
    option = chosen_lever(look, plan)
    own = look.view.parties[look.party or 0].capital - (option.price if option is not None else 0)
    may = bool(card_options(look)) if is_draw(look) else may_end(look)
    head = look.names.seating.head_of(look.party or 0).id
    if not may:
        text = look.say("draw-guide-seat", head=head)
    elif is_draw(look):
        text = look.say("draw-guide", who=look.say("guide-you"), cards=facts(look.names, look.view, look.party)["cards"])
    else:
        text = look.say("draw-guide-lever", who=look.say("guide-you"), capital=own)
    return now_titled(look, text, cells, acts)
