"""The card of an issue: every level with what it brings and what it asks for, and the chosen one in full."""

from __future__ import annotations

from collections.abc import Iterator

from sim.kernel import layout as s
from sim.kernel import tables as k
from sim.kernel.layout import UNSET
from sim.table.appraisal import Appraisal
from sim.table.cells import CellName
from sim.table.explain_prices import cap
from sim.table.parts import IssueSeen
from sim.table.reason import origin_of
from tui.plain.names import points, refusal_text
from tui.plain.why import turn_line
from tui.screen.ink import BLANK, Page, Row, Span, fit, fit_line, paragraph, row
from tui.screen.look import Look
from tui.screen.pages.composer import appraised, other_parties, others, own_worth, range_text, summed
from tui.screen.pages.conditions import condition
from tui.screen.pages.thresholds import of

LEVEL, YOU, THEM = 10, 6, 13


def issue_of(look: Look, id_: str) -> IssueSeen:
    """An issue by its id; the first one where there is none of this id."""
    index = next((entry.index for entry in look.names.scenario.issues if entry.id == id_), 0)
    return look.view.issues[index]


def card(look: Look, cells: int, id_: str, chosen: str) -> Page:
    """The card. chosen: key of the level in focus."""
    issue = issue_of(look, id_)
    entry = look.names.scenario.issues[issue.index]
    rows: list[Row] = [heads(look, cells)]
    rows += [level_row(look, issue, level.index, cells) for level in entry.levels]
    level = int(chosen) if chosen.isdigit() and int(chosen) < len(entry.levels) else first_level(issue)
    rows += [BLANK, *about(look, issue, level, cells)]
    weight = look.say("card-weight", weight=issue.weight) if issue.weight is not None else ""
    return Page(f"{entry.id} {look.names.text(entry.label)}", tuple(rows), weight)


def first_level(issue: IssueSeen) -> int:
    """The level that the card opens on: what is on the table, else what is asked, else the one in force."""
    return next((level for level in (issue.on_table, issue.asked) if level is not None), issue.level)


# --- the levels ---


def heads(look: Look, cells: int) -> Row:
    """Titles of the columns."""
    text = fit(look.say("card-level"), LEVEL + 2)
    if look.is_own:
        them = look.say("composer-them", side=others(look))
        text += fit(look.say("composer-you"), YOU, right=True) + fit(them, THEM, right=True)
    return row(Span(f"  {text}  {fit(look.say('card-marks'), marks_cells(cells))}{look.say('card-home') if look.is_own else ''}", "soft"))


def marks_cells(cells: int) -> int:
    """Cells of the marks."""
    return 22 if cells < 90 else 30


def alone(look: Look, issue: int, level: int) -> tuple[int | None, ...]:
    """A package that names this level and nothing else."""
    return tuple(level if each.index == issue else None for each in look.view.issues)


def level_row(look: Look, issue: IssueSeen, level: int, cells: int) -> Row:
    """A level: its number and short name, what it brings, its marks, and the group at home that it moves most."""
    ink = "" if level in issue.allowed else "soft"
    spans = [Span(f"  {level} {fit(fit(look.level(issue.index, level), LEVEL - 1), LEVEL)}", ink or "strong")]
    if look.is_own:
        found = appraised(look.view.known, alone(look, issue.index, level))
        you = own_worth(found).issues[issue.index].low
        them = summed([worth.issues[issue.index] for worth in found.worths if not worth.is_own])
        names = whys(look, issue, level)
        spans += [
            Span(fit(look.drawn(points(you)), YOU, right=True), "own", f"why:{names[0]}"),
            Span(fit(range_text(look, them), THEM, right=True), "other", f"why:{names[1]}" if len(names) > 1 else ""),
        ]
    spans.append(Span("  " + fit(marks(look, issue, level), marks_cells(cells)), "strong"))
    if look.is_own:
        spans.append(Span(most_moved(look, issue, level)))
    return Row(fit_line(tuple(spans), cells), str(level), whys(look, issue, level))


def whys(look: Look, issue: IssueSeen, level: int) -> tuple[str, ...]:
    """Names of the numbers of a level."""
    entry, parties = look.names.scenario.issues[issue.index], look.names.scenario.parties
    end = (f"cap.{entry.id}", entry.id)
    if not look.is_own:
        return end
    return (f"gain {entry.id}={level}", *(f"gain.{parties[party].id} {entry.id}={level}" for party in other_parties(look)), *end)


def marks(look: Look, issue: IssueSeen, level: int) -> str:
    """What stands at a level: in force, asked, hoped for, on the table, in the draft, locked."""
    wished = any(request.issue == issue.index and request.asks == level for request in look.view.requests)
    in_draft = bool(look.draft) and look.draft[issue.index] == level
    stands = {
        "now": level == issue.level, "asked": level == issue.asked, "wished": wished, "table": level == issue.on_table, "draft": in_draft,
        "locked": level not in issue.allowed,
    }  # fmt: skip
    return look.say("card-gap").join(look.say(f"card-{word}") for word, holds in stands.items() if holds)


def shifts(look: Look, issue: IssueSeen, level: int) -> list[tuple[str, int]]:
    """How the groups of the own body move, the strongest first."""
    found: Appraisal = appraised(look.view.known, alone(look, issue.index, level))
    groups = found.body_of(look.view.party or 0).groups
    moved = [(look.narrow(look.names.scenario.groups[group.group].short), group.shift.likely) for group in groups if group.shift.likely]
    return sorted(moved, key=lambda each: -abs(each[1]))


def most_moved(look: Look, issue: IssueSeen, level: int) -> str:
    """The group at home that a level moves most."""
    found = shifts(look, issue, level)
    return f"{found[0][0]} {look.signed(found[0][1])}" if found else ""


# --- the chosen level ---


def about(look: Look, issue: IssueSeen, level: int, cells: int) -> list[Row]:
    """The full label; why it is locked; what it changes; who moves at home; the note and where it comes from."""
    entry = look.names.scenario.issues[issue.index]
    rows = paragraph(f"{level} {look.names.text(entry.levels[level].label)}", cells, ink="strong")
    locked = lock_text(look, issue, level)
    rows += paragraph(locked, cells, ink="warn") if locked else []
    changes = [
        look.say("word-effect-add", name=look.names.number(name), amount=look.signed(by)) for name, by in effects(look, issue, level)
    ]
    if level != issue.level:
        rows += paragraph(look.say("card-effects", effects=look.names.listed(changes) or look.say("word-effect-none")), cells)
    if look.is_own and level != issue.level:
        moved = [f"{name} {look.signed(by)}" for name, by in shifts(look, issue, level)]
        rows += paragraph(look.say("card-shifts", groups=look.names.listed(moved) or look.say("word-none")), cells)
    rows += paragraph(look.names.text(entry.note), cells, ink="soft") if entry.note is not None else []
    origin = origin_of(entry.source)
    facts = {"origin": look.say(f"word-origin-{origin}") if origin else "none", "tags": " ".join(entry.source) or "none"}
    return [*rows, *paragraph(look.say("card-source", **facts), cells, ink="soft")]


def effects(look: Look, issue: IssueSeen, level: int) -> Iterator[tuple[CellName, int]]:
    """What the level changes where it enters into force in place of the one there is: numbers with names, and by how much."""
    t, names = look.view.known.t, of(look.names.scenario).names
    for number in range(t[k.T_LEVEL_COUNT + issue.index]):
        at = k.T_LEVEL_ROWS + (t[k.T_LEVEL_FIRST + issue.index] + number) * k.LEVEL_ROW_WIDTH
        by = t[at + 2 + level] - t[at + 2 + issue.level]
        name = names.get(t[at])
        if by and name is not None:
            yield name, by


def lock_text(look: Look, issue: IssueSeen, level: int) -> str:
    """Why a level may not be proposed now, "" where it may."""
    if level in issue.allowed:
        return ""
    t, entry = look.view.known.t, look.names.scenario.issues[issue.index]
    bench = look.view.known.bench()
    for each in range(1, level + 1):
        program = t[k.T_LOCK_EXPR + issue.index * s.MAX_LEVELS + each]
        if program != UNSET and not bench.holds(program):
            return look.say("card-lock", term=look.names.term(issue.index, each), needs=condition(look, program))
    if level > issue.cap:
        turns = cap(look.view.known, entry).turns
        turn = turn_line(look.names, turns[0], False) if turns else ""
        return f"{look.say('card-cap', level=look.names.level(issue.index, issue.cap))} {turn}".strip()
    return refusal_text(look.names, "may-not-rise", {"issue": entry.id})
