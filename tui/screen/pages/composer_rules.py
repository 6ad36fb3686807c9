"""Why something does not go in the composer: a level, a link, a package. Always a sentence, never a change."""

from __future__ import annotations

from collections.abc import Sequence

from sim.domain import Package
from sim.kernel import codes as c
from sim.table.actions import Action, offer, plain, suggest
from sim.table.facts import Case, facts_of
from sim.table.refusals import REFUSALS
from tui.plain.judge import why_closed
from tui.plain.names import refusal_text
from tui.screen.look import Look
from tui.screen.pages.composer import appraised


def reach(look: Look, issue: int) -> tuple[int, ...]:
    """Levels of an issue that a package may name now."""
    space = look.options.offer if look.options is not None else None
    return space.levels[issue] if space is not None else look.view.issues[issue].allowed


def no_level(look: Look, issue: int, level: int) -> str:
    """Why a level cannot be named: there is none, or something is in the way."""
    if not 0 <= level < len(look.names.scenario.issues[issue].levels):
        return look.say("composer-no-level", issue=look.names.issue(issue))
    alone = tuple(level if each == issue else None for each in range(len(look.view.issues)))
    code = appraised(look.view.known, alone).code
    return why_closed(look.names, look.view, Package(alone), code) if code else look.say("composer-no-level", issue=look.names.issue(issue))


def no_link(look: Look, issue: int) -> str:
    """Why no link can be proposed now; "" where one can, or one can be ended."""
    options = look.options
    if options is None or options.probe is None:
        return look.say("composer-no-link")
    if any(option.is_open for kind in (c.ACT_LINK, c.ACT_UNLINK) for option in options.of_kind(kind)):
        return ""
    pairs = [(min(issue, other), max(issue, other)) for other in range(len(look.view.issues)) if other != issue]
    for first, second in pairs[:1]:
        action = plain(options.seat, c.ACT_LINK, first, second)
        return closed(look, action, options.probe.code(action))
    return look.say("composer-no-link")


def closed(look: Look, action: Action, code: int) -> str:
    """Why an act is closed, by the code of the kernel."""
    known = look.view.known
    case = Case(known.scenario, known.seating, known.t, list(known.m), known.seating.named(action.seat), action)
    return refusal_text(look.names, REFUSALS[code], facts_of(code, case))


def not_sent(look: Look, levels: Sequence[int | None]) -> str:
    """Why a draft may be neither sent nor kept for later as it is; "" where it may."""
    if all(level is None for level in levels):
        return look.say("composer-empty")
    options = look.options
    space = None if options is None else options.offer or options.suggestion
    if space is not None:
        number = space.code(levels)
        code = REFUSALS[number] if number else ""
    else:
        code = appraised(look.view.known, levels).code
    return look.say("composer-not-sent", why=why_closed(look.names, look.view, Package(tuple(levels)), code)) if code else ""


def sending(look: Look, levels: Sequence[int | None]) -> Action | None:
    """The act that sends a draft now: an offer to all, for a seat that is not the head a suggestion; None while it can only be kept."""
    options = look.options
    if options is None or look.stop is not None:
        return None
    if options.offer is not None and options.offer.contains(levels):
        return offer(options.seat, levels)
    if options.suggestion is not None and options.suggestion.contains(levels):
        return suggest(options.seat, levels)
    return None


def not_now(look: Look, levels: Sequence[int | None]) -> str:
    """Why a draft cannot be sent now though nothing is wrong with it."""
    if look.stop is not None:
        return look.say("composer-read-first")
    code = look.options.closed.get(c.ACT_OFFER, "") if look.options is not None else ""
    return why_closed(look.names, look.view, Package(tuple(levels)), code) if code else look.say("composer-read-first")
