"""Sixth page: what is doubtful about the balance, worst first, as far as the lab can say."""

from __future__ import annotations

from decimal import Decimal

from sim.lab.findings import ALWAYS, EVENT, LEVEL, LEVER, NEVER, STYLE, Finding
from tui.lab.figures import Figures
from tui.lab.pages.parts import Draw, heading, note
from tui.lab.words import number
from tui.screen.ink import Row, Span, fit, paragraph, row


def found(draw: Draw) -> list[Row]:
    """The page."""
    rows = [heading(draw.say("lab-head-findings"))]
    every = draw.figures.findings
    if not draw.figures.is_settled:
        return [*rows, *note(draw, draw.say("lab-findings-coming"))]
    if not every:
        return [*rows, *note(draw, draw.say("lab-findings-none"))]
    loud = [(place, each) for place, each in enumerate(every) if each.clear or each.limit not in (NEVER, ALWAYS)]
    for place, each in loud:
        rows += finding_rows(draw, each, place)
    return [*rows, *quiet_rows(draw, [each for each in every if not each.clear and each.limit in (NEVER, ALWAYS)])]


def quiet_rows(draw: Draw, every: list[Finding]) -> list[Row]:
    """What was never, or always, seen in too few games to say so: counted, since most of it goes away with more games."""
    if not every:
        return []
    counts = {code: sum(1 for each in every if each.code == code) for code in (LEVEL, EVENT, LEVER)}
    texts = [draw.say(f"lab-quiet-{code.casefold()}", count=count) for code, count in counts.items() if count]
    more = max(each.more_games or 0 for each in every)
    return note(draw, draw.say("lab-quiet", what=draw.words.listed(texts), games=more))


def finding_rows(draw: Draw, each: Finding, place: int) -> list[Row]:
    """A finding: its code, its sentence, its number, and whether more games are needed to be sure."""
    texts = [sentence(draw, each) if each.clear else draw.say("lab-finding-perhaps", text=sentence(draw, each))]
    if each.limit not in (NEVER, ALWAYS):
        limit = number((each.limit * 100).quantize(Decimal(1)))
        texts.append(draw.say("lab-finding-share", share=draw.words.share(each.share), limit=limit))
    if not each.clear:
        more = each.more_games
        texts.append(draw.say("lab-finding-unsure") if more is None else draw.say("lab-finding-more", games=more))
    first, *rest = paragraph(draw.words.joined(texts), draw.cells - 9, "")
    code = Span(fit(each.code, 8), "warn" if each.clear else "soft")
    rows = [row("  ", code, *first.line, key=f"finding.{place}")]
    return [*rows, *(row(" " * 10, *more_.line) for more_ in rest)]


def sentence(draw: Draw, each: Finding) -> str:
    """What was found, with the names of what it is about."""
    code = each.code.casefold()
    if each.code == STYLE:
        return draw.say(f"lab-finding-{code}", names=draw.words.style(each.names[0]))
    if each.code == LEVER and each.limit == ALWAYS:
        return draw.say("lab-finding-always", names=named(draw, each.names[0]))
    if each.code == LEVEL:
        return draw.say(f"lab-finding-{code}", names=draw.words.label(draw.figures, "level." + ".".join(each.names)))
    return draw.say(f"lab-finding-{code}", names=draw.words.listed(named(draw, name) for name in each.names) if each.names else "")


def measure_behind(figures: Figures, place: str) -> str:
    """The measure behind a finding by its place, "" where it is none that games can be listed by."""
    groups = {LEVEL: "level", EVENT: "event", LEVER: "lever"}
    if not place.isdigit() or int(place) >= len(figures.findings):
        return ""
    each = figures.findings[int(place)]
    return ".".join((groups[each.code], *each.names)) if each.code in groups else ""


def named(draw: Draw, id: str) -> str:
    """An entry with its short name."""
    scenario = draw.figures.scenario
    pools = (scenario.events, scenario.levers, scenario.initiatives, scenario.endings, scenario.issues, scenario.parties)
    entry = next((entry for pool in pools for entry in pool if entry.id == id), None)
    return id if entry is None else f"{id} {entry.short[draw.words.language]}"
