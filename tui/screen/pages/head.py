"""The first line: round, steps, offers, and who sits here."""

from __future__ import annotations

from rich.cells import cell_len

from sim.kernel import layout as s
from sim.kernel import tables as k
from tui.plain.names import STEPS
from tui.screen.ink import Line, Span, beside, fit, line, width_of
from tui.screen.look import Look

TALKS = (k.WORK_OPENING, k.WORK_OFFERS, k.WORK_CLOSING)


def head(look: Look) -> Line:
    """The head of every face of a game. While something is read, it stands where that happened."""
    view = look.view
    round_, step = (look.stop.round, look.stop.step) if look.stop is not None else (view.round, view.step)
    left: list[str | Span] = [
        Span(f" {look.say('screen-name')}  ", "strong"),
        look.say("head-round", round=round_, rounds=view.rounds),
        "  ",
    ]
    left += steps(look, step)
    if view.work in TALKS and look.stop is None and not view.is_over:
        left.append(f"  {look.say('head-offer', made=min(view.offers_made + 1, view.offers), offers=view.offers)}")
    here = seat(look)
    room = max(look.cells - width_of(line(*left)) - 2, 12)
    if cell_len(here.text) > room:
        here = Span(fit(here.text, room), here.ink)
    rules = digest(look)
    if cell_len(here.text) + cell_len(rules) + 2 > room:
        return beside(line(*left), line(" ", here, " "), look.cells)
    return beside(line(*left), line(" ", Span(f"{rules}  ", "soft"), here, " "), look.cells)


def digest(look: Look) -> str:
    """Which rules are played; a star behind them where an overlay has changed something."""
    scenario = look.names.scenario
    return look.say("head-rules", rules=scenario.rules_digest) + ("*" if scenario.house else "")


def steps(look: Look, step: int) -> list[str | Span]:
    """The six steps: those that are over, the present one in brackets, the others by number."""
    found: list[str | Span] = []
    for number in range(s.STEP_END):
        name = look.say(f"word-step-{STEPS[number]}")
        if number == step:
            found.append(Span(f"[{number + 1} {name}]", "strong own"))
        elif number < step:
            found.append(Span(f"{look.signs.done}{name}", "soft"))
        else:
            found.append(Span(str(number + 1) if not look.is_wide else f"{number + 1} {name}", "soft"))
        found.append(" ")
    return found


def seat(look: Look) -> Span:
    """Who looks."""
    if look.view.party is not None:
        return Span(look.say("head-seat", seat=look.names.seat(look.viewer)), "own")
    return Span(look.say("head-public" if look.is_shared else "head-watch"), "strong")
