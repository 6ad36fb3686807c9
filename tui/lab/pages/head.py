"""What always stands above the figures: how many games, which seeds, rules, bots and engine; and that bots are not people."""

from __future__ import annotations

from sim.table.keeping import engine_version
from tui.lab.pages.parts import Draw
from tui.screen.ink import Line, Span, beside, line

PAGES = ("overview", "endings", "levels", "cards", "bots", "findings")


def title(draw: Draw) -> Line:
    """Scenario, games, seed, rules."""
    figures = draw.figures
    facts = {"seed": str(figures.found.sweep.seed), "rules": figures.scenario.rules_digest}
    left = line(Span(f" {draw.say('lab-title')}  ", "strong"), Span(figures.scenario.id, "strong"), "  ", games_text(draw))
    return beside(left, line("  ", draw.say("lab-facts", **facts), " "), draw.cells)


def games_text(draw: Draw) -> str:
    """How many games, and of how many."""
    figures = draw.figures
    if figures.stopped:
        return draw.say("lab-games-stopped", games=figures.games, wanted=max(figures.wanted, figures.games))
    if figures.is_playing and figures.wanted > figures.games:
        return draw.say("lab-games-of", games=figures.games, wanted=figures.wanted)
    return draw.say("lab-games-more" if figures.is_playing else "lab-games", games=figures.games)


def under(draw: Draw) -> Line:
    """Bots, engine, and what bots are not."""
    return line(" ", mix(draw), "  ", engine(draw), "  ", Span(draw.say("lab-not-people"), "warn"))


def mix(draw: Draw) -> str:
    """Which bots play, by the names that `--bots` takes."""
    styles = draw.figures.styles
    pairs = len(draw.figures.found.sweep.pairs)
    if len(styles) == 1:
        return draw.say("lab-mix-one", style=draw.words.style(styles[0]))
    return draw.say("lab-mix", styles=len(styles), pairs=pairs)


def engine(draw: Draw) -> str:
    """Version, and compiled or not."""
    code = "lab-compiled" if not draw.figures.engine.slow else "lab-interpreted"
    return draw.say(code, version=engine_version())


def why_slow(draw: Draw) -> str:
    """Why the games are interpreted, in a sentence; "" where they are compiled."""
    engine = draw.figures.engine
    if not engine.slow:
        return ""
    if engine.slow == "compiling" and not engine.of:
        return draw.say("lab-slow-beginning")
    return draw.say(f"lab-slow-{engine.slow}", detail=engine.detail, done=engine.done, of=engine.of)


def news(draw: Draw) -> str:
    """What came of the last save; "" where nothing was saved."""
    figures = draw.figures
    if figures.broken:
        return draw.say("lab-broken", problem=figures.broken)
    if figures.unchanged:
        return draw.say("lab-unchanged")
    if figures.before is not None:
        changed, of = figures.changed
        return draw.say("lab-changed", before=figures.before.scenario.rules_digest, changed=changed, of=of)
    return ""


def tabs(draw: Draw, page: str) -> Line:
    """The pages with their digits, the open one in brackets."""
    spans: list[str | Span] = [" "]
    for number, name in enumerate(PAGES, 1):
        text = f"{number} {draw.say(f'lab-page-{name}')}"
        spans.append(Span(f"[{text}]" if name == page else f" {text} ", "strong" if name == page else "", f"do:lab{number}"))
    return line(*spans)
