"""Now: whose turn it is, what can be done, what follows if nothing is done; then what it rests on, then every kind of act."""

from __future__ import annotations

from collections.abc import Sequence

from sim.kernel import layout as s
from tui.plain import guide
from tui.plain.names import STEPS
from tui.screen.ink import Page, Row, Span, paragraph
from tui.screen.look import Look


def now(look: Look, cells: int, acts: Sequence[tuple[str, str, str]], told: Sequence[str] = (), most: int = 6) -> Page:
    """The pane. acts: command, key, label of what can be done, the main one first; told: what there is to read; most: rows there is room for."""
    rows: list[Row] = paragraph(look.say(f"now-read-{look.stop.kind}") if look.stop is not None else guiding(look), cells)
    news = [each for text in told for each in paragraph(text, cells)]
    room = most - len(rows) - 1
    if len(news) > room:
        news = [*news[: max(room - 1, 0)], *paragraph(look.say("now-more"), cells)][: max(room, 0)]
    rows += [*news, act_row(look, acts)]
    return Page(look.say("now-title", step=look.say(f"word-step-{STEPS[step_of(look)]}")), tuple(rows))


def step_of(look: Look) -> int:
    """The step that the pane speaks of."""
    return look.stop.step if look.stop is not None else min(look.view.step, s.STEP_END)


def act_row(look: Look, acts: Sequence[tuple[str, str, str]]) -> Row:
    """What can be done, with the keys; the first is what Enter does."""
    spans = [Span(f" {look.signs.mark} " if acts else " ", "key")]
    for command, key, label in acts:
        spans += [Span(key, "key", f"do:{command}"), Span(f" {label}   ", "", f"do:{command}")]
    return Row(tuple(spans))


def guiding(look: Look) -> str:
    """The guiding line: one sentence for every state. A bot that thinks is named."""
    view = look.view
    if look.thinking:
        return look.say("now-thinking", seat=look.names.seat(look.thinking))
    if view.is_over:
        return look.say("now-over")
    party = look.party
    state, waited = guide.state_of(view), guide.waited_for(view)
    own = party is not None and party in waited
    who = look.say("guide-you") if view.party is not None else look.say("guide-side", side=look.names.party(party or 0))
    side = look.names.listed([look.names.player(index) for index in waited if index != party]) or look.say("word-nobody")
    if view.party is None and party is None:
        return look.say("now-watch", side=side)
    return look.say(f"now-{state}-{'own' if own else 'other'}", who=who, side=side, **guide.facts(look.names, view, party))
