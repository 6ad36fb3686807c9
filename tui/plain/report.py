"""The round report: what moved in Resolve, by number, with what moved it; then what falls due."""

from __future__ import annotations

from collections.abc import Sequence

from sim.domain import Cause
from sim.table import happened as h
from sim.table.view import View
from tui.plain import sheets
from tui.plain.names import Names, signed

SUPPORT = "support"


def report(names: Names, view: View, round_: int, kept: Sequence[h.Happened]) -> list[str]:
    """The report of a round. kept: its changes of levels and numbers, in the order in which they came."""
    lines = [names.say("report-title", round=round_)]
    lines += [levels_line(names, [event for event in kept if isinstance(event, h.LevelChanged)])]
    changes = [event for event in kept if isinstance(event, h.NumberChanged)]
    lines += [number_line(names, of_cell) for of_cell in by_cell(changes) if is_news(of_cell) and of_cell[0].name.kind != SUPPORT]
    support = [support_text(names, of_cell) for of_cell in by_cell(changes) if of_cell[0].name.kind == SUPPORT]
    if support:
        lines.append(names.say("report-support", groups=names.listed(support)))
    if not view.is_over:
        lines += sheets.due(names, view, round_)
    return [*lines, names.say("report-note")]


def by_cell(changes: Sequence[h.NumberChanged]) -> list[list[h.NumberChanged]]:
    """Changes of one number together, numbers in the order in which they first moved."""
    found: dict[int, list[h.NumberChanged]] = {}
    for change in changes:
        found.setdefault(change.cell, []).append(change)
    return list(found.values())


def is_news(changes: Sequence[h.NumberChanged]) -> bool:
    """Whether a number is worth a line: a counter that stands where it stood is not."""
    return changes[0].name.kind != "counter" or changes[0].before != changes[-1].after


def levels_line(names: Names, levels: Sequence[h.LevelChanged]) -> str:
    """The levels that entered into force."""
    if not levels:
        return names.say("report-no-levels")
    moved = [
        names.say(
            "report-level",
            issue=names.scenario.issues[event.issue].id,
            before=names.level(event.issue, event.before),
            after=names.level(event.issue, event.after),
        )
        for event in levels
    ]
    return names.say("report-levels", levels=names.listed(moved))


def number_line(names: Names, changes: Sequence[h.NumberChanged]) -> str:
    """One number: from where to where, and what moved it."""
    parts = [f"{cause} {signed(amount)}" for cause, amount in moved_by(names, changes).items()]
    first, last = changes[0], changes[-1]
    return names.say("report-number", name=names.number(first.name), before=first.before, after=last.after, parts=names.listed(parts))


def moved_by(names: Names, changes: Sequence[h.NumberChanged]) -> dict[str, int]:
    """What moved a number, each with its amount; a cause that moved it twice is told once. The amounts add up to the change."""
    moved: dict[str, int] = {}
    for change in changes:
        cause = cause_short(names, change.cause)
        moved[cause] = moved.get(cause, 0) + change.after - change.before
    return moved


def support_text(names: Names, changes: Sequence[h.NumberChanged]) -> str:
    """The support of one group."""
    return names.say("report-group", name=names.number(changes[0].name), before=changes[0].before, after=changes[-1].after)


def cause_short(names: Names, cause: Cause | None) -> str:
    """What moved a number, as short as it can be told: an issue by its id."""
    if cause is not None and cause.kind == "issue":
        return cause.id
    return names.cause(cause) or names.say("word-cause-play")
