"""Debrief: what came out, issue by issue; and what was left on the table, swap by swap."""

from __future__ import annotations

from sim.analysis.swaps import Swap
from sim.table.debrief import IssueResult
from sim.table.forecast import BodyForecast
from tui.plain import debrief as plain
from tui.plain.chart import Mark
from tui.plain.judge import VERDICTS
from tui.plain.names import points, value
from tui.screen.ink import BLANK, Page, Row, Span, fit, row
from tui.screen.look import Look
from tui.screen.pages import debrief_frontier as front
from tui.screen.pages.debrief_found import LaidOpen
from tui.screen.pages.debrief_parts import SIDE, Column, Record, bar, gains, level_list, minus, reached, sides, tabled, told, values
from tui.screen.pages.plot import plot

CODE, NAME, LEVEL, VERDICT, TO_REAL = 5, 14, 9, 11, 9
REAL = "real"  # what the values are held against: what really happened; else the start


# --- 1 outcome ---


def against(laid: LaidOpen, base: str) -> str:
    """What the values are held against; the start where nothing is known of what really happened."""
    return REAL if base == REAL and laid.debrief.yardsticks.history is not None else "start"


def brought(result: IssueResult, base: str) -> tuple[int, ...] | None:
    """What the level at the end brought each side; None where history says nothing of the issue."""
    before = result.worth_history if base == REAL else result.worth_start
    return None if before is None else tuple(now - then for then, now in zip(before, result.worth_reached, strict=True))


def outcome_chart(look: Look, laid: LaidOpen, cells: int, lines: int, base: str) -> Page:
    """A bar an issue and side, to the right of the line for what was gained."""
    base, parties = against(laid, base), look.names.scenario.parties
    name = min(NAME + CODE, cells // 3)
    half = max((cells - 2 - name) // len(parties) // 2 - 2, 2)
    all_gains = [gain for result in laid.debrief.issues for gain in brought(result, base) or ()]
    most = max([abs(gain) for gain in all_gains] + [1])
    heads = "".join(fit(" " * max(half - 4, 0) + look.narrow(party.short), 2 * half + 3) for party in parties)
    rows = [row(" ", fit("", name), Span(heads, "soft"))]
    for result in laid.debrief.issues:
        entry = look.names.scenario.issues[result.issue]
        bars = [bar(look, gain, half, most) for gain in brought(result, base) or (0,) * len(parties)]
        rows.append(row(" ", fit(f"{fit(entry.id, CODE - 1)}{look.narrow(entry.short)}", name - 1), " ", *bars))
    rows.append(row(" ", Span(look.say("views-bar-scale", points=look.drawn(value(-(-most // half)))), "soft")))
    return Page(look.say(f"views-outcome-chart-{base}"), tuple(rows))


def outcome_table(look: Look, laid: LaidOpen, cells: int, base: str) -> Page:
    """Every issue at the start, asked, at the end and in reality; what that brought each side."""
    base = against(laid, base)
    parties = look.names.scenario.parties
    has_real = laid.debrief.yardsticks.history is not None
    both = has_real and cells >= CODE + NAME + 4 * LEVEL + (SIDE + TO_REAL) * len(parties) + 3
    named = cells >= CODE + NAME + 4 * LEVEL + SIDE * len(parties) + 3
    heads = ("start", "asked", "agreed", "real")[: 4 if has_real else 3]
    columns = [Column("", CODE, ink="strong"), *([Column(look.say("debrief-head-issue"), NAME)] if named else [])]
    columns += [Column(look.say(f"views-head-{head}"), LEVEL) for head in heads]
    columns += sides(look)
    columns += (
        [Column(look.say("views-head-to-real", side=look.narrow(party.short)), TO_REAL, right=True) for party in parties] if both else []
    )
    bases = ("start", REAL) if both else (base,)
    records = [outcome_record(look, result, named, bases, len(heads)) for result in laid.debrief.issues]
    rows = tabled(columns, records, cells)
    lines = [*plain.value_lines(look.names, laid.debrief)]
    title = look.say("views-outcome-both") if both else look.say(f"views-outcome-{base}")
    return Page(title, (*rows, BLANK, *told(look, lines, cells, ink="soft")))


def outcome_record(look: Look, result: IssueResult, named: bool, bases: tuple[str, ...], levels: int) -> Record:
    """One issue."""
    entry = look.names.scenario.issues[result.issue]
    shown = [look.level(result.issue, level) for level in (result.start, result.asked, result.reached, result.history)[:levels]]
    brings: list[str] = []
    for base in bases:
        brings += gains(look, found) if (found := brought(result, base)) is not None else [""] * len(result.worth_start)
    names = [look.narrow(entry.short)] if named else []
    inks = {len(names) + 3: "strong"} if result.reached != result.start else {}
    return Record((entry.id, *names, *shown, *brings), f"issue {result.issue}", (entry.id,), inks=inks)


def outcome_behind(look: Look, laid: LaidOpen, key: str) -> list[str]:
    """An issue with its levels in full, what each was worth, and what really became of it."""
    result = laid.debrief.issues[int(key.split()[1])]
    names = look.names
    lines = [names.issue(result.issue)]
    for head, level, worth in (
        ("start", result.start, result.worth_start),
        ("agreed", result.reached, result.worth_reached),
        ("real", result.history, result.worth_history),
    ):
        if level is not None and worth is not None:
            lines.append(
                look.say(
                    "views-level-worth", when=names.say(f"debrief-head-{head}"), level=full(look, result.issue, level), at=at(look, worth)
                )
            )
    if result.asked is not None:
        lines.append(look.say("views-asked-most", level=full(look, result.issue, result.asked)))
    if result.why is not None and names.text(result.why):
        lines.append(look.say("views-why-real", why=names.text(result.why)))
    return lines


def full(look: Look, issue: int, level: int) -> str:
    """A level by its full name."""
    levels = look.names.scenario.issues[issue].levels
    return look.names.text(levels[level].label) if 0 <= level < len(levels) else str(level)


def at(look: Look, worth: tuple[int, ...]) -> str:
    """Values side by side."""
    return look.names.listed([f"{look.names.party(party)} {value(each)}" for party, each in enumerate(worth)])


# --- 8 left on the table ---


def left_chart(look: Look, laid: LaidOpen, cells: int, lines: int, base: str) -> Page:
    """The way from what was reached to what was possible, swap by swap, below the frontier."""
    title = look.say("views-left-chart")
    if len(look.names.scenario.parties) != 2:
        return Page(title, tuple(told(look, [look.say("views-table-only")], cells)))
    found = laid.debrief
    marks = [Mark(look.signs.dot, point.points[1], point.points[0]) for point in found.yardsticks.frontier]
    marks += [Mark(str(number)[-1], swap.points[1], swap.points[0]) for number, swap in reversed(list(enumerate(swaps_of(laid), 1)))]
    marks.append(Mark("E", found.yardsticks.reached[1], found.yardsticks.reached[0]))
    inks = {look.signs.dot: "soft"} | {str(digit): "good" for digit in range(10)} | {"E": "strong"}
    key = row(" ", Span(look.say("views-left-key", mark=look.signs.dot), "soft"))
    return Page(title, (*plot(marks, cells, lines - 2, look.signs, inks), front.axes(look), key))


def swaps_of(laid: LaidOpen) -> tuple[Swap, ...]:
    """The swaps from what was reached to the best that is no worse for anybody."""
    chain = laid.debrief.left.chain
    return chain.swaps if chain is not None else ()


def left_table(look: Look, laid: LaidOpen, cells: int, base: str) -> Page:
    """A package after each swap: what it changes, its values, whether each body takes it."""
    left, names = laid.debrief.left, look.names
    title = look.say("views-left-table")
    if left.gain == 0 or not swaps_of(laid):
        return Page(title, tuple(told(look, [names.say("debrief-missed-none")], cells)))
    columns = [Column(look.say("views-head-swaps"), 7), Column(look.say("views-head-changed")), *sides(look)]
    columns += home_columns(look)
    none = ("",) * len(home_columns(look))
    records = [Record(("0", names.say("debrief-mark-end"), *values(look, laid.debrief.yardsticks.reached), *none))]
    for number, swap in enumerate(swaps_of(laid), 1):
        moved = names.listed([names.term(issue, swap.outcome[issue]) for issue in swap.issues])
        homes = at_home(look, laid.on_the_way[number - 1])
        records.append(Record((str(number), moved, *values(look, swap.points), *homes), f"swap {number}"))
    gain = names.say("debrief-missed-gain", gain=points(left.gain), at=at(look, left.point.points))
    rows: list[Row] = [
        *told(look, [gain], cells),
        *tabled(columns, records, cells),
        *told(look, [look.say("views-left-note")], cells, ink="soft"),
    ]
    return Page(title, tuple(rows))


def home_columns(look: Look) -> list[Column]:
    """How the bodies take it: a column each, or one for all of many."""
    parties = look.names.scenario.parties
    if len(parties) > 2:
        return [Column(look.say("views-head-homes"), VERDICT, right=True)]
    return [Column(look.say("views-head-home", side=look.narrow(party.short)), VERDICT, right=True) for party in parties]


def at_home(look: Look, bodies: tuple[BodyForecast, ...]) -> list[str]:
    """The verdicts in those columns."""
    verdicts = [VERDICTS[body.verdict] for body in bodies]
    if len(verdicts) > 2:
        return [look.say("views-home-count", passing=verdicts.count("yes"), bodies=len(verdicts))]
    return [look.say(f"views-home-{verdict}") for verdict in verdicts]


def left_behind(look: Look, laid: LaidOpen, key: str) -> list[str]:
    """What stands after so many swaps, against what was reached, and how each body takes it."""
    number = int(key.split()[1])
    swap, names = swaps_of(laid)[number - 1], look.names
    brings = [now - then for then, now in zip(laid.debrief.yardsticks.reached, swap.points, strict=True)]
    lines = [look.say("views-left-after", swaps=number), *level_list(look, swap.outcome, reached(laid)), at(look, swap.points)]
    lines.append(
        look.say("views-left-brings", gains=names.listed([f"{names.party(party)} {points(each)}" for party, each in enumerate(brings)]))
    )
    for body in laid.on_the_way[number - 1]:
        verdict = names.say(f"judge-verdict-{VERDICTS[body.verdict]}")
        lines.append(names.say("debrief-missed-body", side=names.party(body.party), weight=body.yes_weight.likely, verdict=verdict))
        if VERDICTS[body.verdict] != "yes":
            lines.append(groundwork(look, body.groundwork.price if body.groundwork is not None else None))
    return [minus(look, text) for text in lines]


def groundwork(look: Look, price: int | None) -> str:
    """What groundwork would have cost that carries the vote."""
    return look.say("views-left-groundwork-none") if price is None else look.say("views-left-groundwork", price=price)
