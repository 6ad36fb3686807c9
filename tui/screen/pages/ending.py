"""The end: the joint statement sentence by sentence, what stands behind each, the ending, and the result issue by issue."""

from __future__ import annotations

from dataclasses import dataclass

from sim.kernel.layout import UNSET
from sim.table.debrief import Debrief, IssueResult
from sim.table.statement import Printed, written
from tui.plain.ending import score_lines
from tui.plain.names import points, value
from tui.screen.ink import BLANK, Page, Row, Span, fit, paragraph, row, wrapped
from tui.screen.look import Look

CODE, ISSUE, LEVEL, WORTH = 4, 16, 13, 8


@dataclass(frozen=True, slots=True)
class Found:
    """What the pages of the end are drawn from: the debrief, and the round in which each issue was last settled."""

    debrief: Debrief
    rounds: dict[int, int]


def statement(look: Look, cells: int, found: Found) -> Page:
    """The statement; every paragraph can be chosen."""
    rows: list[Row] = []
    for number, text in enumerate(written(found.debrief.statement, look.names.language)):
        parts = wrapped(text, cells - 3)
        rows.append(row("  ", parts[0], key=str(number)))
        rows += [row("  ", part) for part in parts[1:]]
    return Page(look.say("ending-statement"), tuple(rows))


def behind(look: Look, cells: int, found: Found, chosen: str) -> Page:
    """What stands behind the chosen paragraph."""
    printed = found.debrief.statement
    at = int(chosen) if chosen.isdigit() and int(chosen) < len(printed) else 0
    rows = behind_rows(look, cells, found, printed[at]) if printed else []
    return Page(look.say("ending-behind"), tuple(rows or paragraph(look.say("ending-behind-nothing"), cells, ink="soft")))


def behind_rows(look: Look, cells: int, found: Found, printed: Printed) -> list[Row]:
    """The issues and the joint work of a paragraph."""
    rows: list[Row] = []
    for phrase in printed.phrases:
        if phrase.initiative != UNSET:
            rows += paragraph(
                look.say("ending-initiative", label=look.names.text(look.names.scenario.initiatives[phrase.initiative].label)), cells
            )
        else:
            term = look.names.term(phrase.issue, phrase.level)
            rows += paragraph(look.say("ending-issue", term=term, round=found.rounds.get(phrase.issue, 0)), cells)
    return rows


def result(look: Look, cells: int, found: Found) -> Page:
    """The ending, every issue with its values, the scores."""
    ending = look.names.scenario.endings[found.debrief.results.ending]
    rows = paragraph(
        look.say("debrief-ending", label=look.names.text(ending.label), text=look.names.text(ending.text)), cells, ink="strong"
    )
    rows += [BLANK, board_heads(look), *(board_row(look, each) for each in found.debrief.issues), BLANK]
    for text in score_lines(look.names, found.debrief):
        rows += paragraph(look.drawn(text), cells)
    for code in ("en", "ja"):
        rows += paragraph(look.names.say("report-note") if code == look.names.language else other_note(look), cells, ink="soft")
    return Page(look.say("ending-result"), tuple(rows))


def other_note(look: Look) -> str:
    """That this is no forecast, in the other language."""
    from tui.wording import say

    return say("ja" if look.names.language == "en" else "en", "report-note")


def board_heads(look: Look) -> Row:
    """Titles of the board."""
    sides = "".join(fit(look.names.party(party.index), WORTH, right=True) for party in look.names.scenario.parties)
    text = (
        fit("", CODE) + fit(look.say("agenda-issue"), ISSUE) + fit(look.say("ending-start"), LEVEL) + fit(look.say("ending-reached"), LEVEL)
    )
    return row(" ", Span(text + sides, "soft"))


def board_row(look: Look, each: IssueResult) -> Row:
    """One issue: at the start, at the end, and what that changed for each side."""
    entry = look.names.scenario.issues[each.issue]
    moved = each.reached != each.start
    gains = (after - before for before, after in zip(each.worth_start, each.worth_reached, strict=True))
    worth = "".join(fit(look.drawn(points(gain)) if moved else "", WORTH, right=True) for gain in gains)
    return row(
        " ", fit(entry.id, CODE), fit(look.narrow(entry.short), ISSUE - 1) + " ", fit(look.level(each.issue, each.start), LEVEL - 1) + " ",
        Span(fit(look.level(each.issue, each.reached) if moved else look.say("ending-same"), LEVEL), "strong" if moved else "soft"), Span(worth, "own"),
    )  # fmt: skip


def totals(look: Look, found: Found) -> str:
    """The values reached, side by side."""
    return look.names.listed([f"{look.names.party(side)} {value(each)}" for side, each in enumerate(found.debrief.results.utility)])
