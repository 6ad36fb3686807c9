"""The package composer: every issue with its draft level and what that is worth; then what the whole package does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sim.domain import Package
from sim.table.appraisal import Appraisal, Worth, appraise
from sim.table.forecast import BodyForecast
from sim.table.knowledge import Range
from sim.table.known import Known
from sim.table.parts import IssueSeen
from tui.plain.judge import VERDICTS
from tui.plain.names import points
from tui.screen.ink import Line, Page, Row, Span, beside, fit, line, row
from tui.screen.look import Look
from tui.screen.pages.agenda import asker, code_cells, link_letter

LEVEL = 9  # cells of a level with its gap
LADDER = 11  # cells of a level in the wide ladder
YOU, THEM = 6, 13
NOW, TABLE, SENT = "now", "table", "sent"  # what "You" is measured against
BASELINES = (NOW, TABLE, SENT)

Levels = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is drawn. levels: of the draft; against: package that the own gain is measured against; base: its name; copied: levels of
    the other side's offer that the draft began with, or None; link_from: issue that is being linked; number: of the draft."""

    levels: Levels
    base: str
    against: Levels
    number: int = 1
    copied: Levels | None = None
    link_from: int | None = None


def appraised(known: Known, levels: Sequence[int | None]) -> Appraisal:
    """A package as who looks sees it; asked again for every pane, so it is kept."""
    return kept(id(known.scenario), known, tuple(levels))


@lru_cache(maxsize=32)
def kept(scenario: int, known: Known, levels: Levels) -> Appraisal:
    """scenario: two games may look alike and be played by other rules."""
    return appraise(known, Package(levels))


# --- the ladder ---


def ladder(look: Look, cells: int, draft: Draft) -> Page:
    """One row an issue. At the public table nothing that only one side knows."""
    found = appraised(look.view.known, draft.levels)
    title = look.say("composer-title", number=draft.number, steps=found.steps, size=look.view.package_size)
    note = look.say(f"composer-base-{draft.base}") if look.is_own else ""
    wide = cells >= 110
    rows = [heads(look, cells, wide), *(issue_row(look, issue, cells, draft, found, wide) for issue in look.view.issues)]
    return Page(title, tuple(rows), note)


def name_cells(look: Look, cells: int, wide: bool) -> int:
    """Cells of the name of an issue: what the other columns leave."""
    worth = YOU + THEM if look.is_own else 0
    if wide:
        return min(18, cells - code_cells(look) - 4 - LEVEL - 6 * LADDER - worth)
    return cells - code_cells(look) - 4 - 3 * LEVEL - LEVEL - 4 - worth


def heads(look: Look, cells: int, wide: bool) -> Row:
    """Titles of the columns."""
    start = " " * (code_cells(look) + 4) + fit(look.say("agenda-issue"), name_cells(look, cells, wide))
    if wide:
        text = (
            start
            + fit(look.say("agenda-table"), LEVEL)
            + fit(look.say("composer-levels"), cells - worth_cells(look) - start_cells(look, cells) - LEVEL)
        )
    else:
        asks = look.say("agenda-asks", side=asker(look))
        text = start + "".join(fit(each, LEVEL) for each in (look.say("agenda-now"), asks, look.say("agenda-table")))
        text += "  " + fit(look.say("composer-draft"), LEVEL + 2)
    if look.is_own:
        text += fit(look.say("composer-you"), YOU, right=True) + fit(look.say("composer-them", side=others(look)), THEM, right=True)
    return row(Span(text, "soft"))


def worth_cells(look: Look) -> int:
    """Cells of the two columns of values."""
    return YOU + THEM if look.is_own else 0


def start_cells(look: Look, cells: int) -> int:
    """Cells in front of the first level in the wide ladder."""
    return code_cells(look) + 4 + name_cells(look, cells, True)


def others(look: Look) -> str:
    """The other side by name; in a game of more, all of them."""
    found = [look.names.party(party.index) for party in look.names.scenario.parties if party.index != look.view.party]
    return found[0] if len(found) == 1 else look.say("composer-others")


def issue_row(look: Look, issue: IssueSeen, cells: int, draft: Draft, found: Appraisal, wide: bool) -> Row:
    """One issue."""
    entry = look.names.scenario.issues[issue.index]
    level = draft.levels[issue.index]
    ink = "strong" if level is not None else ""
    star = "<" if is_changed(draft, issue.index) else "*" if level != issue.on_table and level is not None else " "
    letter = "+" if draft.link_from == issue.index else link_letter(look.view, issue.index)
    start = (
        Span(f" {fit(entry.id, code_cells(look))}{star}", ink), Span(letter, "key"), Span(" "),
        Span(fit(look.narrow(entry.short), name_cells(look, cells, wide) - 1) + " ", ink),
    )  # fmt: skip
    middle = wide_levels(look, issue, cells, level) if wide else narrow_levels(look, issue, level)
    tail = worth_spans(look, issue.index, draft, found, entry.id) if look.is_own else ()
    why = (f"gain {entry.id}={level}",) if level is not None and look.is_own else (entry.id,)
    return Row((*start, *middle, *tail), entry.id, why)


def is_changed(draft: Draft, issue: int) -> bool:
    """Whether the draft, which began as a copy of their offer, names another level here than they did."""
    return draft.copied is not None and draft.copied[issue] != draft.levels[issue]


def narrow_levels(look: Look, issue: IssueSeen, level: int | None) -> Line:
    """Now, asked, on the table, draft."""
    shown = [(look.level(issue.index, each), ink) for each, ink in ((issue.level, ""), (issue.asked, "other"), (issue.on_table, "strong"))]
    cells = [Span(fit(text, LEVEL - 1) + " ", ink) for text, ink in shown]
    return (*cells, *draft_cell(look, issue.index, level))


def draft_cell(look: Look, issue: int, level: int | None) -> Line:
    """The draft level between two arrows that can be clicked."""
    id_ = look.names.scenario.issues[issue].id
    text = fit(look.level(issue, level), LEVEL)
    return (Span(f"{look.signs.less} ", "key", f"less:{id_}"), Span(text, "own"), Span(f"{look.signs.more} ", "key", f"more:{id_}"))


def wide_levels(look: Look, issue: IssueSeen, cells: int, level: int | None) -> Line:
    """On the table, then every level: (now) [draft] asked? x for one above its lock."""
    spans = [Span(fit(look.level(issue.index, issue.on_table), LEVEL - 1) + " ", "strong")]
    id_ = look.names.scenario.issues[issue.index].id
    for each in look.names.scenario.issues[issue.index].levels:
        text = fit(look.narrow(each.short), LADDER - 3).rstrip()
        open_ = each.index in issue.allowed
        shape = f"[{text}]" if each.index == level else f"({text})" if each.index == issue.level else f" {text} "
        mark = "?" if each.index == issue.asked else "" if open_ else "x"
        ink = "own chosen" if each.index == level else "" if open_ else "soft"
        spans.append(Span(fit(shape.rstrip() + mark if mark else shape, LADDER), ink, f"set:{id_}:{each.index}"))
    room = cells - worth_cells(look) - start_cells(look, cells) - LEVEL - LADDER * len(look.names.scenario.issues[issue.index].levels)
    return (*spans, Span(" " * max(room, 0)))


def worth_spans(look: Look, issue: int, draft: Draft, found: Appraisal, id_: str) -> Line:
    """What the draft level brings: exactly for the own side, as a range for the others."""
    level = draft.levels[issue]
    own = own_worth(look, found)
    against = own_worth(look, appraised(look.view.known, draft.against))
    gain = own.issues[issue].low - against.issues[issue].low
    if level is None and gain == 0:
        return (Span(" " * (YOU + THEM)),)
    them = [worth.issues[issue] for worth in found.worths if not worth.is_own]
    text = look.drawn(points(gain))
    return (
        Span(fit(text, YOU, right=True), "own", f"why:gain {id_}={level}" if level is not None else ""),
        Span(fit(range_text(look, summed(them)), THEM, right=True), "other"),
    )


def own_worth(look: Look, found: Appraisal) -> Worth:
    """What the package brings the own side."""
    return next(worth for worth in found.worths if worth.is_own)


def summed(ranges: Sequence[Range]) -> Range:
    """Ranges of several sides together."""
    return Range(sum(each.low for each in ranges), sum(each.high for each in ranges))


def range_text(look: Look, found: Range) -> str:
    """A range of points, or the one value there is."""
    low, high = look.drawn(points(found.low)), look.drawn(points(found.high))
    return low if low == high else f"{low}..{high}"


# --- what it does ---


def effect(look: Look, cells: int, draft: Draft) -> Page:
    """By track and in all, for the own side and as an estimate for the others; the offer on the table beside it."""
    found = appraised(look.view.known, draft.levels)
    if not look.is_own:
        return Page(look.say("composer-effect"), (row(" ", look.say("composer-public")),))
    rows = [row(Span(f"  {fit('', 10)}{fit(look.say('composer-you'), 7, right=True)}{fit(others(look), cells - 20, right=True)}", "soft"))]
    for track in look.names.scenario.tracks:
        rows.append(worth_row(look, cells, look.narrow(track.short), [worth.tracks[track.index] for worth in found.worths], found))
    rows.append(
        worth_row(
            look, cells, look.say("composer-total"), [worth.total for worth in found.worths], found, f"gain {look.terms(draft.levels)}"
        )
    )
    if look.view.offer is not None:
        table = appraised(look.view.known, look.view.offer.levels)
        rows.append(worth_row(look, cells, look.say("composer-on-table"), [worth.total for worth in table.worths], table, "gain"))
    return Page(look.say("composer-effect"), tuple(rows))


def worth_row(look: Look, cells: int, name: str, ranges: Sequence[Range], found: Appraisal, why: str = "") -> Row:
    """One line of values: own, then the others together."""
    own = next(each for each, worth in zip(ranges, found.worths, strict=True) if worth.is_own)
    them = summed([each for each, worth in zip(ranges, found.worths, strict=True) if not worth.is_own])
    return row(
        "  ", fit(name, 10), Span(fit(look.drawn(points(own.low)), 7, right=True), "own", f"why:{why}" if why else ""),
        Span(fit(range_text(look, them), cells - 20, right=True), "other"), key=name if why else "", why=(why,) if why else (),
    )  # fmt: skip


def home_note(look: Look, draft: Draft) -> str:
    """The verdict at home, and what would carry it."""
    if not look.is_own:
        return ""
    body = appraised(look.view.known, draft.levels).body_of(look.view.party or 0)
    return look.say(
        "composer-home", weight=body.yes_weight.likely, verdict=look.say(f"judge-verdict-{VERDICTS[body.verdict]}"), way=way(look, body)
    )


def way(look: Look, body: BodyForecast) -> str:
    """The cheapest groundwork that carries it, in words; "none" where it passes, or where none does."""
    if body.passes is not None and body.passes[0]:
        return "none"
    if body.groundwork is None:
        return look.say("composer-way-none")
    groups = [look.narrow(look.names.scenario.groups[group.group].short) for group in body.groups]
    placed = [f"{name} {steps}" for name, steps in zip(groups, body.groundwork.steps, strict=True) if steps]
    return look.say("composer-way", price=body.groundwork.price, steps=look.names.listed(placed), capital=body.capital)


# --- the review ---


def review(look: Look, cells: int, draft: Draft, notation: str) -> list[Row]:
    """The package once more before it is sent: all that the others will see, and what it means here."""
    found = appraised(look.view.known, draft.levels)
    rows = [row(" ", Span(fit(notation, cells - 2), "strong"))]
    for issue, level in enumerate(draft.levels):
        if level is not None:
            now = look.names.level(issue, look.view.issues[issue].level)
            rows.append(row("   ", Span(look.names.term(issue, level), "strong"), Span(f"   {look.say('review-now', now=now)}", "soft")))
    rows.append(row(" ", look.say("review-rest")))
    if look.is_own:
        own = own_worth(look, found).total.low
        table = own_worth(look, appraised(look.view.known, look.view.offer.levels)).total.low if look.view.offer is not None else None
        rows.append(beside_row(look.say("review-you"), look.drawn(points(own)), cells))
        if table is not None:
            rows.append(beside_row(look.say("review-table"), look.drawn(points(table)), cells))
        rows.append(beside_row(look.say("review-none"), look.drawn(points(0)), cells))
        rows.append(row(" ", Span(home_note(look, draft), "strong")))
    rows.append(row(" ", look.say("review-steps", steps=found.steps, size=look.view.package_size)))
    return rows


def beside_row(name: str, value: str, cells: int) -> Row:
    """A name and its value at the right."""
    return Row(beside(line(f"   {name}"), line(Span(value, "own"), " "), min(cells, 44)))
