"""Second page: endings, scores with their quartiles, rounds of the first package."""

from __future__ import annotations

from tui.lab.figures import Figures
from tui.lab.pages.parts import Draw, bins_of, figure, heading, histogram, measure_row, quartile_text
from tui.screen.ink import BLANK, Row

BIN = 10


def endings(draw: Draw) -> list[Row]:
    """The page."""
    figures, scenario = draw.figures, draw.figures.scenario
    ordered = sorted(scenario.endings, key=lambda each: -figures.share(f"ending.{each.id}").count)
    rows = [heading(draw.say("lab-head-endings")), *(measure_row(draw, f"ending.{each.id}") for each in ordered)]
    rows += [BLANK, heading(draw.say("lab-head-scores"), draw.say("lab-axis", top=figures.axis))]
    for id in ("efficiency", "joint", "alliance", *(f"{group}.{party.id}" for group in ("side", "utility") for party in scenario.parties)):
        rows += [measure_row(draw, id), figure(draw, "", "", "", quartile_text(draw, figures.histogram(id)))]
    rows += [BLANK, heading(draw.say("lab-head-efficiency"))]
    rows += histogram(draw, efficiency(figures), efficiency(figures.before) if figures.before is not None else ())
    rows += [BLANK, heading(draw.say("lab-head-first"))]
    rows += histogram(draw, first(draw, figures), first(draw, figures.before) if figures.before is not None else ())
    rows += [BLANK, heading(draw.say("lab-head-counts"))]
    ids = ["accords", "packages", "initiatives", *(f"failed.{party.id}" for party in scenario.parties)]
    return [*rows, *(measure_row(draw, id) for id in ids)]


def efficiency(figures: Figures) -> list[tuple[str, int]]:
    """Joint efficiency in tens."""
    return bins_of(figures.histogram("efficiency"), BIN, 0, 100)


def first(draw: Draw, figures: Figures) -> list[tuple[str, int]]:
    """Games by the round of their first ratified package, at last those without one."""
    rounds = [(draw.say("lab-round", round=round_), count) for round_, count in figures.first.items() if round_]
    return [*rounds, (draw.say("lab-never"), figures.first[0])]
