"""Third page: at which level each issue ended, one bar an issue; below it the levels of the chosen one."""

from __future__ import annotations

from sim.domain import Issue
from tui.lab.pages.parts import Draw, heading, measure_row, note
from tui.screen.ink import BLANK, Row, Span, fit, row

BESIDE = 32  # cells beside a bar: the most frequent level and its share
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def levels(draw: Draw, with_each: bool = False) -> list[Row]:
    """The page. with_each: every level as a figure of its own too."""
    rows = [heading(draw.say("lab-head-levels")), *note(draw, draw.say("lab-levels-note", dot=draw.signs.dot))]
    rows += [issue_row(draw, issue) for issue in draw.figures.scenario.issues]
    if with_each:
        for issue in draw.figures.scenario.issues:
            rows += [BLANK, *level_rows(draw, issue)]
    return rows


def issue_row(draw: Draw, issue: Issue) -> Row:
    """A bar made of the numbers of the levels: dots are the level of the start."""
    name = f"{issue.id} {issue.short[draw.words.language]}"
    cells = max(20, min(60, draw.cells - draw.label - BESIDE))
    counts = [draw.figures.share(f"level.{issue.id}.{level.id}").count for level in issue.levels]
    most = max(range(len(counts)), key=counts.__getitem__)
    top = draw.words.short(issue.levels[most].short)
    percent = draw.words.share(draw.figures.share(f"level.{issue.id}.{issue.levels[most].id}"))
    bar = stacked(counts, issue.start, draw.signs.dot, cells)
    return row("  ", fit(name, draw.label), " ", bar, "  ", Span(f"{top} {percent}", "soft"), key=f"level.{issue.id}")


def stacked(counts: list[int], start: int, dot: str, cells: int) -> str:
    """Cells in proportion to the counts, each filled with the number of its level; the largest remainders get the last cells."""
    total = sum(counts) or 1
    parts = [count * cells // total for count in counts]
    rest = sorted(range(len(counts)), key=lambda at: (-(counts[at] * cells % total), at))
    for at in rest[: cells - sum(parts)]:
        parts[at] += 1
    return "".join((dot if at == start else DIGITS[at % len(DIGITS)]) * part for at, part in enumerate(parts))


def level_rows(draw: Draw, issue: Issue) -> list[Row]:
    """The levels of an issue, each a figure."""
    rows = []
    for level in issue.levels:
        label = f"{level.index} {level.short[draw.words.language]}"
        if level.index == issue.start:
            label = draw.say("lab-start-level", level=label)
        rows.append(measure_row(draw, f"level.{issue.id}.{level.id}", label))
    return [heading(f"{issue.id} {issue.short[draw.words.language]}"), *rows]
