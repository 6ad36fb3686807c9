"""Fourth page: which events came, which levers were used, which joint work was completed, the most frequent first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sim.domain import Named
from tui.lab.pages.parts import Draw, heading, measure_row
from tui.screen.ink import BLANK, Row

LABEL = 36  # names of cards are longer than those of figures


def cards(draw: Draw) -> list[Row]:
    """The page."""
    scenario = draw.figures.scenario
    draw = replace(draw, label=LABEL)
    rows: list[Row] = []
    for group, entries in (("event", scenario.events), ("lever", scenario.levers), ("initiative", scenario.initiatives)):
        if entries:
            rows += [*([BLANK] if rows else []), *of_kind(draw, group, entries)]
    return rows


def of_kind(draw: Draw, group: str, entries: Sequence[Named]) -> list[Row]:
    """One kind of cards; those never seen stand at the end, with the bound that the games allow."""
    counts = {each.id: draw.figures.share(f"{group}.{each.id}").count for each in entries}
    ordered = sorted(entries, key=lambda each: -counts[each.id])
    seen = sum(1 for count in counts.values() if count)
    title = heading(draw.say(f"lab-head-{group}"), draw.say("lab-seen", seen=seen, of=len(entries)))
    return [title, *(measure_row(draw, f"{group}.{each.id}", f"{each.id} {each.short[draw.words.language]}") for each in ordered)]
