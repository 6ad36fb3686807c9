"""Meters: value, change in this round, drift, the next value at which something changes; the chosen one in full below."""

from __future__ import annotations

from sim.domain import Meter, Text
from sim.kernel import expressions as op
from sim.kernel import layout as s
from sim.table.parts import MeterSeen, PartySeen
from sim.table.reason import IN_ROUND, START_VALUE, Reason
from tui.plain.sheets import meter_name
from tui.screen.ink import Line, Page, Row, Span, fit, fit_line, paragraph, row
from tui.screen.look import Look
from tui.screen.pages.choosing import drawn
from tui.screen.pages.thresholds import Bar, Threshold, nearest, reading, thresholds

VALUE, NOW, DRIFT, NEXT = 5, 5, 7, 6
NAME, NAME_WIDE = 14, 35
WIDE = 110  # cells from which full names stand in the list
MOST_READING = 12  # things that reckon with a number, told at once


# --- what they are ---


def entry_of(look: Look, meter: MeterSeen) -> Meter:
    """The entry of a meter, course or counter."""
    scenario = look.names.scenario
    return {"meter": scenario.meters, "course": scenario.courses, "counter": scenario.counters}[meter.kind][meter.index]


def key_of(look: Look, meter: MeterSeen) -> str:
    """The name by which "why" is asked for it, and by which its row is known."""
    return meter.id if meter.party is None else f"{meter.id}.{look.names.scenario.parties[meter.party].id}"


def why_of(look: Look, meter: MeterSeen) -> tuple[str, ...]:
    """The number, and its drift where it has one."""
    key = key_of(look, meter)
    return (key, f"drift.{meter.id}") if meter.kind == "meter" else (key,)


def short_name(look: Look, meter: MeterSeen) -> str:
    """A meter in a narrow column; with its side where there is one a side."""
    return look.narrow(entry_of(look, meter).short) if meter.party is None else meter_name(look.names, meter)


def bar_text(bar: Bar) -> str:
    """A comparison with the numbers below each other."""
    return f"{bar.sign:<2} {bar.at:>2}"


def next_of(look: Look, meter: MeterSeen) -> tuple[Bar, str] | None:
    """What is reached first: a value of a rule, or the next word of a counter; what holds now would end on the other side."""
    found = nearest(look, meter.cell, meter.value)
    if found is None:
        found = next((each for each in word_bars(look, meter) if not each.holds), None)
    if found is None or not found.holds:
        return (found.bar, found.text) if found is not None else None
    return found.bar.denied, look.say("meter-ends", text=found.text)


def word_bars(look: Look, meter: MeterSeen) -> tuple[Threshold, ...]:
    """What a counter is called from each number on."""
    bars = ((Bar(op.OP_GE, at), look.names.text(word)) for at, word in entry_of(look, meter).words)
    return tuple(
        Threshold(bar, look.say("meter-called", word=word), bar.holds(meter.value), bar.gap(meter.value), False) for bar, word in bars
    )


def moved_ink(entry: Meter, moved: int) -> str:
    """Good or bad news, beside the sign."""
    if not moved or entry.good not in ("up", "down"):
        return "flash" if moved else ""
    return "good" if (moved > 0) == (entry.good == "up") else "bad"


# --- the list ---


def name_cells(cells: int) -> int:
    """Cells of the names."""
    return NAME_WIDE if cells >= WIDE else NAME


def heads(look: Look, cells: int) -> Line:
    """Titles of the columns."""
    text = fit(look.say("meter-head-name"), name_cells(cells))
    for word, width in (("value", VALUE), ("now", NOW), ("drift", DRIFT)):
        text += fit(look.say(f"meter-head-{word}"), width, right=True)
    return (Span(f" {text}  {fit(look.say('meter-head-next'), NEXT)}{look.say('meter-head-does')}", "soft"),)


def meters(look: Look, cells: int) -> Page:
    """All meters, then the courses, the counters, and what each side has."""
    rows: list[Row] = []
    kind = "meter"
    for meter in look.view.meters:
        if meter.kind != kind:
            kind = meter.kind
            rows.append(row(" ", Span(look.say(f"meter-{kind}s"), "strong")))
        rows.append(meter_row(look, meter, cells))
    rows.append(row(" ", Span(look.say("meter-sides"), "strong")))
    rows += [party_row(look, party, cells) for party in look.view.parties]
    return Page(look.say("meter-title", count=len(look.names.scenario.meters)), tuple(rows))


def meter_row(look: Look, meter: MeterSeen, cells: int) -> Row:
    """One meter."""
    entry, key = entry_of(look, meter), key_of(look, meter)
    full = cells >= WIDE and meter.party is None
    name = look.names.text(entry.label) if full else short_name(look, meter)
    moved = look.moved.get(meter.cell, 0)
    found = next_of(look, meter)
    spans = [
        Span(f" {fit(fit(name, name_cells(cells) - 1), name_cells(cells))}"),
        Span(fit(str(meter.value), VALUE, right=True), "strong", f"why:{key}"),
        Span(fit(look.signed(moved) if moved else "", NOW, right=True), moved_ink(entry, moved)),
        Span(fit(look.say("meter-drift", drift=look.signed(meter.drift)) if meter.drift else "", DRIFT, right=True), "soft"),
    ]
    if found is not None:
        spans += [Span(f"  {fit(bar_text(found[0]), NEXT)}", "strong"), Span(drawn(look, found[1]))]
    return Row(fit_line(tuple(spans), cells), key, why_of(look, meter))


def party_row(look: Look, party: PartySeen, cells: int) -> Row:
    """What a side has: capital, what comes next round, tokens."""
    id_ = look.names.scenario.parties[party.index].id
    moved = look.moved.get(s.CAPITAL + party.index, 0)
    spans = (
        Span(f" {fit(look.say('meter-capital', side=look.names.party(party.index)), name_cells(cells))}"),
        Span(fit(str(party.capital), VALUE, right=True), "strong", f"why:capital.{id_}"),
        Span(fit(look.signed(moved) if moved else "", NOW, right=True), "flash" if moved else ""),
        Span(fit(look.say("meter-drift", drift=look.signed(party.income)), DRIFT, right=True), "soft"),
        Span(f"  {look.say('meter-tokens', tokens=party.tokens)}" if party.tokens else ""),
    )
    return Row(fit_line(spans, cells), f"capital.{id_}", (f"capital.{id_}", f"income.{id_}", f"tokens.{id_}"))


# --- the chosen one ---


def about(look: Look, cells: int, key: str, reason: Reason | None) -> Page:
    """A meter in full: its note, where its number comes from in this round, what it triggers, what else reads it."""
    meter = next((each for each in look.view.meters if key_of(look, each) == key), None)
    if meter is None:
        rows = [*made_of(look, cells, reason), *paragraph(look.say("meter-why"), cells, ink="soft")]
        return Page(look.say("meter-about"), tuple(rows))
    entry = entry_of(look, meter)
    rows = paragraph(look.names.text(entry.note), cells) if entry.note is not None else []
    rows += made_of(look, cells, reason, entry.label)
    found = sorted({*thresholds(look, meter.cell, meter.value), *word_bars(look, meter)}, key=lambda each: (each.bar.line, each.text))
    rows += [each_row for each in found for each_row in threshold_rows(look, cells, each)]
    others = reading(look, meter.cell)
    if others:
        rows += paragraph(look.say("meter-reading", names=look.names.listed(others[:MOST_READING])), cells, ink="soft")
    if not found and not others:
        rows += paragraph(look.say("meter-nothing"), cells, ink="soft")
    name = look.names.text(entry.label)
    if meter.party is not None:
        name = look.say("word-of-side", name=name, side=look.names.party(meter.party))
    return Page(look.say("meter-of", name=name, value=meter.value), tuple(rows))


def threshold_rows(look: Look, cells: int, found: Threshold) -> list[Row]:
    """A value at which something changes, marked where it holds now."""
    text = drawn(look, found.text)
    first, *others = paragraph(look.say("meter-holds", text=text) if found.holds else text, cells - NEXT - 4, "")
    head = Span(f"   {fit(bar_text(found.bar), NEXT)} ", "strong" if found.holds else "")
    return [Row((head, *first.line)), *(Row((Span(" " * (NEXT + 4)), *other.line)) for other in others)]


def made_of(look: Look, cells: int, reason: Reason | None, label: Text | None = None) -> list[Row]:
    """Where the number came from: the start of the game, and every change of this round. label: its own."""
    if reason is None:
        return []
    start = next((each.amount for each in reason.children if each.code == START_VALUE), None)
    now = next((each for each in reason.children if each.code == IN_ROUND and dict(each.facts).get("round") == look.view.round), None)
    parts = [change_text(look, each, label) for each in now.children] if now is not None else []
    text = look.say(
        "meter-made", start=start if start is not None else "none", moved=look.signed(now.amount) if now is not None else "none",
        parts=look.names.listed(parts),
    )  # fmt: skip
    return paragraph(text, cells)


def change_text(look: Look, change: Reason, own: Text | None) -> str:
    """One change of this round: what caused it, and what was asked where that is not what came. own: label of the meter itself."""
    is_drift = own is not None and change.text == own and dict(change.facts).get("step") == s.STEP_NEWS
    label = look.say("word-cause-drift") if is_drift else look.names.text(change.text) or look.say("word-cause-play")
    asked = change.children[0].amount if change.children else change.amount
    if asked == change.amount:
        return look.say("meter-change", label=label, amount=look.signed(change.amount))
    return look.say("meter-change-asked", label=label, amount=look.signed(change.amount), asked=look.signed(asked))


# --- for the wide table ---


def compact(look: Look, cells: int, lines: int) -> Page:
    """All meters in two columns; lines: of the pane without its title. What does not fit is left to the sheet."""
    room = max(lines - 1, 1)
    half = cells // 2
    shown = [meter for meter in look.view.meters if meter.kind == "meter"][: 2 * room]
    left, right = shown[: (len(shown) + 1) // 2], shown[(len(shown) + 1) // 2 :]
    rows = [Row((*half_heads(look, half), *half_heads(look, cells - half)))]
    for at, meter in enumerate(left):
        other = half_row(look, right[at], cells - half) if at < len(right) else (Span(" " * (cells - half)),)
        whys = (*why_of(look, meter), *(why_of(look, right[at]) if at < len(right) else ()))
        rows.append(Row((*half_row(look, meter, half), *other), key_of(look, meter), whys))
    return Page(look.say("meter-compact"), tuple(rows))


HALF = (("meter-short-value", 4), ("meter-head-now", 4), ("meter-head-drift", 6), ("meter-head-next", 5))
LEAST_HALF = 29  # cells of a column that has room for all of them; a narrower one leaves the last out


def half_columns(cells: int) -> tuple[tuple[str, int], ...]:
    """Titles and cells of the numbers of one of the two columns."""
    return HALF if cells >= LEAST_HALF else HALF[:-1]


def half_heads(look: Look, cells: int) -> Line:
    """Titles of one of the two columns."""
    columns = half_columns(cells)
    text = "".join(fit(look.say(word), width, right=True) for word, width in columns)
    return (Span(fit(" " * (cells - sum(width for _, width in columns) - 1) + text, cells), "soft"),)


def half_row(look: Look, meter: MeterSeen, cells: int) -> Line:
    """A meter in half a line."""
    entry, moved, found = entry_of(look, meter), look.moved.get(meter.cell, 0), next_of(look, meter)
    drift = look.say("meter-drift", drift=look.signed(meter.drift)) if meter.drift else ""
    texts = (str(meter.value), look.signed(moved) if moved else "", drift, str(found[0].at) if found is not None else "")
    inks, hits = ("strong", moved_ink(entry, moved), "soft", ""), (f"why:{key_of(look, meter)}", "", "", "")
    columns = half_columns(cells)
    spans = [Span(fit(f" {short_name(look, meter)}", cells - sum(width for _, width in columns) - 1))]
    spans += [Span(fit(text, width, right=True), ink, hit) for (_, width), text, ink, hit in zip(columns, texts, inks, hits, strict=False)]
    return fit_line(tuple(spans), cells)
