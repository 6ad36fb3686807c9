"""Fifth page: every style of bots against every other: what both reached together, and what the side named on the left had of its own."""

from __future__ import annotations

from collections.abc import Sequence

from sim.lab.measures import Measure
from sim.lab.rounding import shown_mean
from tui.lab.pages.parts import Draw, heading, note
from tui.lab.words import number
from tui.screen.ink import BLANK, Row, Span, fit, row

FIRST, LEAST = 18, 7  # cells of the names on the left, and of a column at least


def bots(draw: Draw) -> list[Row]:
    """The page."""
    figures = draw.figures
    parties = figures.scenario.parties
    names = [party.short[draw.words.language] for party in parties]
    others = draw.words.listed(names[1:]) if len(names) > 1 else ""
    rows = note(draw, draw.say("lab-bots-note", side=names[0], other=others))
    rows += grid(draw, "joint", draw.say("lab-head-joint"))
    for party, name in zip(parties, names, strict=True):
        rows += [BLANK, *grid(draw, f"side.{party.id}", draw.say("lab-head-own", side=name))]
    return rows


def grid(draw: Draw, id: str, title: str) -> list[Row]:
    """One measure, a row for each style of the first side and a column for each style of the others."""
    styles, measure = draw.figures.styles, draw.figures.measures[id]
    cells = max(LEAST, min(18, (draw.cells - FIRST - 3) // max(1, len(styles))))
    head = "".join(fit(draw.words.style(style), cells - 1, right=True) + " " for style in styles)
    rows = [heading(title), row("  ", " " * FIRST, Span(head, "soft"))]
    for place, style in enumerate(styles):
        line = "".join(fit(text, cells - 1, right=True) + " " for text in values(draw, measure, place, styles))
        rows.append(row("  ", fit(draw.words.style(style), FIRST), line, key=f"{id}/{style}"))
    return rows


def values(draw: Draw, measure: Measure, place: int, styles: Sequence[str]) -> list[str]:
    """One row of the grid; a pair that has not played yet has a dot."""
    found = []
    for column in range(len(styles)):
        counts = draw.figures.pairs[place * len(styles) + column]
        histogram = measure.histogram(counts)
        if not histogram:
            found.append(draw.signs.dot)
            continue
        shown = shown_mean(measure.mean(counts))
        found.append(f"{number(shown.value)} ±{number(shown.half)}" if sum(histogram.values()) > 1 else number(shown.value))
    return found
