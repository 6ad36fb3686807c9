"""The ladder of the composer: every issue with its draft level and what that is worth; wide, with all its levels side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

from sim.domain import Package
from sim.table.appraisal import Appraisal, Worth, appraise
from sim.table.knowledge import Range
from sim.table.known import Known
from sim.table.parts import IssueSeen
from tui.plain.names import points
from tui.screen.ink import Line, Page, Row, Span, fit
from tui.screen.look import Look
from tui.screen.pages.agenda import asker, code_cells, link_letter

LEVEL = 9  # cells of a level with its gap
LADDER = 11  # cells of a level in the wide ladder
YOU, THEM = 5, 13
NAME = 18  # cells of the name of an issue in the wide ladder
NOW, TABLE, SENT = "now", "table", "sent"  # what "You" is measured against
FEW = 12  # issues that fit a narrow screen
WIDE = 110  # cells from which all levels stand side by side

Levels = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is drawn. levels: of the draft; against: package that the own gain is measured against; base: its name; number: of the draft.

    theirs: levels that the other side's standing offer changes, against what was sent last, or else the levels in force.
    link_from: issue that is being linked; body: which side's body the strips show, counted from the own one.
    """

    levels: Levels
    base: str
    against: Levels
    number: int = 1
    theirs: Levels = ()
    link_from: int | None = None
    body: int = 0


def appraised(known: Known, levels: Sequence[int | None]) -> Appraisal:
    """A package as who looks sees it; asked again for every pane, so it is kept."""
    return kept(id(known.scenario), known, tuple(levels))


@lru_cache(maxsize=32)
def kept(scenario: int, known: Known, levels: Levels) -> Appraisal:
    """scenario: two games may look alike and be played by other rules."""
    return appraise(known, Package(levels))


def own_worth(found: Appraisal) -> Worth:
    """What the package brings the own side."""
    return next(worth for worth in found.worths if worth.is_own)


def summed(ranges: Sequence[Range]) -> Range:
    """Ranges of several sides together."""
    return Range(sum(each.low for each in ranges), sum(each.high for each in ranges))


def range_text(look: Look, found: Range) -> str:
    """A range of points, or the one value there is."""
    low, high = look.drawn(points(found.low)), look.drawn(points(found.high))
    return low if low == high else f"{low}..{high}"


def other_parties(look: Look) -> list[int]:
    """The other sides."""
    return [party.index for party in look.names.scenario.parties if party.index != look.party]


def others(look: Look) -> str:
    """The other side by name; in a game of more, all of them."""
    found = other_parties(look)
    return look.names.party(found[0]) if len(found) == 1 else look.say("composer-others")


# --- the page ---


def ladder(look: Look, cells: int, draft: Draft) -> tuple[Line, Page]:
    """Titles of the columns, and one row an issue. At the public table nothing that only one side knows."""
    found = appraised(look.view.known, draft.levels)
    shape = shape_of(look, cells)
    rows = tuple(issue_row(look, issue, shape, draft, found) for issue in look.view.issues)
    text, note = title(look, draft, found.steps), look.say(f"composer-base-{draft.base}") if look.is_own else ""
    legend = look.say("composer-legend") if look.view.offer is not None else ""
    room = cells - cell_len(text) - (4 if len(rows) <= FEW else 14)  # rule, gaps, and "10-12/14"
    if legend and cell_len(legend) <= room - (cell_len(note) if draft.base != NOW else 0):
        text, note = text + legend, note if draft.base != NOW or cell_len(legend) + cell_len(note) <= room else ""
    return heads(look, shape), Page(text, rows, note)


def title(look: Look, draft: Draft, steps: int) -> str:
    """For whom; the rules of the whole package, counted."""
    size = look.view.package_size
    counted = look.say("composer-steps", steps=steps, size=size if size >= 0 else "none", over="over" if 0 <= size < steps else "none")
    if look.is_own:
        side = others(look) if len(other_parties(look)) == 1 else look.say("composer-all")
        text = look.say("composer-title", side=side, number=draft.number, steps=counted)
    else:
        text = look.say("composer-title-public", side=look.names.party(look.party or 0), steps=counted)
    for link in look.view.links:
        named = sum(draft.levels[issue] is not None for issue in (link.a, link.b))
        text += look.say("composer-link-count", letter=link_letter(look.view, link.a), named=named) if named else ""
    return text


@dataclass(frozen=True, slots=True)
class Shape:
    """Cells of the columns. level: of one level of the wide ladder, 0 where the ladder is narrow."""

    cells: int
    code: int
    name: int
    level: int
    worth: int


def shape_of(look: Look, cells: int) -> Shape:
    """The columns that the screen has room for."""
    code = code_cells(look)
    worth = YOU + THEM + 1 if look.is_own else 0
    if cells < WIDE:
        return Shape(cells, code, cells - code - 4 - 2 * LEVEL - (LEVEL - 1) - (LEVEL + 5) - worth, 0, worth)
    most = max(len(issue.levels) for issue in look.names.scenario.issues)
    name = min(NAME, cells - code - 4 - LEVEL - most * LADDER - worth)
    name = max(name, 12)
    return Shape(cells, code, name, min(LADDER, (cells - code - 4 - name - LEVEL - worth) // most), worth)


def heads(look: Look, shape: Shape) -> Line:
    """Titles of the columns."""
    start = " " * (shape.code + 4) + fit(look.say("agenda-issue"), shape.name)
    if shape.level:
        middle = fit(look.say("agenda-table"), LEVEL) + " " + look.say("composer-levels")
    else:
        asks = look.say("agenda-asks", side=asker(look))
        middle = "".join(fit(fit(each, LEVEL - 1), LEVEL) for each in (look.say("agenda-now"), asks))
        middle += fit(look.say("agenda-table"), LEVEL - 1) + " " + look.say("composer-draft")
    text = fit(start + middle, shape.cells - shape.worth)
    if look.is_own:
        text += fit(look.say("composer-you"), YOU, right=True) + fit(look.say("composer-them", side=others(look)), THEM, right=True)
    return (Span(text, "soft"),)


def issue_row(look: Look, issue: IssueSeen, shape: Shape, draft: Draft, found: Appraisal) -> Row:
    """One issue."""
    entry = look.names.scenario.issues[issue.index]
    level = draft.levels[issue.index]
    ink = "strong" if level is not None else ""
    letter = "+" if draft.link_from == issue.index else link_letter(look.view, issue.index)
    start = (
        Span(f" {fit(entry.id, shape.code)}{sign(look, issue, draft)}", ink), Span(letter, "key"),
        Span(f" {fit(look.narrow(entry.short), shape.name - 1)} ", ink),
    )  # fmt: skip
    middle = wide_levels(look, issue, shape, level) if shape.level else narrow_levels(look, issue, level)
    names = worth_names(look, issue.index, draft)
    tail = worth_spans(look, issue.index, draft, found, names) if look.is_own else ()
    return Row((*start, *middle, *tail), entry.id, (*names, entry.id))


def sign(look: Look, issue: IssueSeen, draft: Draft) -> str:
    """`<` the level is one that the other side's offer brought in; `*` it is not that of the offer on the table."""
    level = draft.levels[issue.index]
    if look.view.offer is None:
        return " "
    if level != issue.on_table:
        return "*"
    return "<" if draft.theirs and level is not None and draft.theirs[issue.index] == level else " "


def narrow_levels(look: Look, issue: IssueSeen, level: int | None) -> Line:
    """Now, asked, on the table; the draft level between two arrows that can be clicked."""
    id_ = look.names.scenario.issues[issue.index].id
    now, asked, table = (fit(look.level(issue.index, each), LEVEL - 1) for each in (issue.level, issue.asked, issue.on_table))
    return (
        Span(f"{now} "), Span(f"{asked} ", "other"), Span(table, "strong"),
        Span(f" {look.signs.less} ", "key", f"less:{id_}"), Span(fit(look.level(issue.index, level), LEVEL - 1), "own"),
        Span(f" {look.signs.more} ", "key", f"more:{id_}"),
    )  # fmt: skip


def wide_levels(look: Look, issue: IssueSeen, shape: Shape, level: int | None) -> Line:
    """On the table, then every level: (now) [draft] asked? x for one above its lock."""
    entry = look.names.scenario.issues[issue.index]
    spans = [Span(fit(look.level(issue.index, issue.on_table), LEVEL - 1) + " ", "strong")]
    for each in entry.levels:
        is_open, framed = each.index in issue.allowed, each.index in (level, issue.level)
        mark = "?" if each.index == issue.asked else "" if is_open else "x" if framed else " x"
        text = fit(look.narrow(each.short), shape.level - 1 - int(framed) - len(mark)).rstrip()
        shown = f"[{text}]" if each.index == level else f"({text})" if framed else f" {text}"
        ink = "own" if each.index == level else "strong" if each.index == issue.on_table else "" if is_open else "soft"
        spans.append(Span(fit(shown + mark, shape.level), ink, f"set:{entry.id}:{each.index}"))
    used = shape.code + 4 + shape.name + LEVEL + shape.level * len(entry.levels)
    return (*spans, Span(" " * max(shape.cells - shape.worth - used, 0)))


def worth_names(look: Look, issue: int, draft: Draft) -> tuple[str, ...]:
    """Names of the numbers of a row, as "why" takes them: the own gain, that of what it is measured against, then the others'."""
    id_, level, against = look.names.scenario.issues[issue].id, draft.levels[issue], draft.against[issue]
    if not look.is_own:
        return ()
    own = [f"gain {id_}={each}" for each in dict.fromkeys((level, against)) if each is not None]
    parties = look.names.scenario.parties
    return (*own, *(f"gain.{parties[party].id} {id_}={level}" for party in other_parties(look) if level is not None))


def worth_spans(look: Look, issue: int, draft: Draft, found: Appraisal, names: Sequence[str]) -> Line:
    """What the draft level brings: exactly for the own side, as a range for the others."""
    gain = own_worth(found).issues[issue].low - own_worth(appraised(look.view.known, draft.against)).issues[issue].low
    if draft.levels[issue] is None and gain == 0:
        return (Span(" " * (YOU + THEM)),)
    you = Span(fit(look.drawn(points(gain)), YOU, right=True), "own", f"why:{names[0]}" if names else "")
    if draft.levels[issue] is None:
        return (you, Span(" " * THEM))
    them = summed([worth.issues[issue] for worth in found.worths if not worth.is_own])
    return (you, Span(fit(range_text(look, them), THEM, right=True), "other", f"why:{names[-1]}"))
