"""Debrief: offers, what entered into force, links, and how it was worked, with the reasons of the bots."""

from __future__ import annotations

from sim.kernel import layout as s
from sim.table.debrief_story import Concession, OfferMade
from tui.plain import debrief as plain
from tui.plain.acts import ACT_WORDS
from tui.plain.chart import ends, place
from tui.plain.names import points
from tui.screen.ink import BLANK, Page, Row, Span, fit, row
from tui.screen.look import Look
from tui.screen.pages.debrief_found import LaidOpen
from tui.screen.pages.debrief_parts import Column, Record, bar, gains, minus, sides, tabled, told, values

ROUND, SIDE_NAME, SHORT = 4, 9, 8


# --- 2 offers ---


def offers_chart(look: Look, laid: LaidOpen, cells: int, lines: int, base: str) -> Page:
    """A line an offer: what it would have been worth to each side, on one scale."""
    found, names = laid.debrief, look.names
    if not found.offers:
        return Page(look.say("views-offers-chart"), tuple(told(look, [names.say("debrief-no-offers")], cells)))
    low, high = ends([each for offer in found.offers for each in offer.points])
    room = max(cells - 18, 12)
    rows = [offer_row(look, offer, low, high, room) for offer in found.offers]
    scale = fit(str(low // 100), room - 6) + fit(str(high // 100), 6, right=True)
    letters = [f"{plain.OFFER_MARKS[party.index]} {names.party(party.index)}" for party in names.scenario.parties]
    key = look.say("views-offers-key", marks=names.listed(letters))
    return Page(look.say("views-offers-chart"), (*rows, row(" " * 16, Span(scale, "soft")), *told(look, [key], cells, ink="soft")))


def offer_row(look: Look, offer: OfferMade, low: int, high: int, room: int) -> Row:
    """One offer; where two sides stand in one cell, a `*`."""
    line = [look.signs.dot] * room
    for party, each in enumerate(offer.points):
        at = place(each, low, high, room)
        line[at] = plain.OFFER_MARKS[party] if line[at] == look.signs.dot else "*"
    head = f"{offer.round:>3} {look.narrow(look.names.scenario.parties[offer.party].short)}"
    return row(" ", fit(head, 14), " ", "".join(line))


def offers_table(look: Look, laid: LaidOpen, cells: int, base: str) -> Page:
    """Every offer with its values, how far it was from the frontier, and the bot's reason."""
    found, names = laid.debrief, look.names
    columns = [
        Column(look.say("views-head-round"), ROUND),
        Column(look.say("views-head-by"), SIDE_NAME),
        Column(look.say("views-head-package")),
    ]
    columns += [*sides(look), Column(look.say("views-head-short"), SHORT, right=True)]
    records = [
        Record(
            (str(offer.round), look.narrow(names.scenario.parties[offer.party].short), names.package(offer.levels), *values(look, offer.points), points(short).lstrip("+")),
            f"offer {number}",
            below=minus(look, laid.reason(names, offer.line)),
        )
        for number, (offer, short) in enumerate(zip(found.offers, found.yardsticks.short_by, strict=True))
    ]  # fmt: skip
    none = told(look, [names.say("debrief-no-offers")], cells) if not records else []
    return Page(look.say("views-offers-table"), (*tabled(columns, records, cells), *none))


# --- 5 concessions ---


def concessions_table(look: Look, laid: LaidOpen, cells: int, base: str) -> Page:
    """Every level that entered into force: by whom, from where to where, what it brought each side."""
    found, names = laid.debrief.concessions, look.names
    columns = [Column(look.say("views-head-round"), ROUND), Column(look.say("views-head-by"), SIDE_NAME + 2)]
    columns += [Column(look.say("views-head-moved")), *sides(look)]
    records = [
        Record((str(each.round), mover(look, each), moved(look, each), *gains(look, each.gains)), f"move {number}", (names.scenario.issues[each.issue].id,))
        for number, each in enumerate(found)
    ]  # fmt: skip
    none = told(look, [look.say("views-no-moves")], cells) if not records else []
    return Page(look.say("views-concessions-table"), (*tabled(columns, records, cells), *none))


def mover(look: Look, each: Concession) -> str:
    """Whose move it was: a package's, or a side's own."""
    return look.say("views-by-package") if each.party is None else look.narrow(look.names.scenario.parties[each.party].short)


def moved(look: Look, each: Concession) -> str:
    """From where to where."""
    names = look.names
    return look.say("views-from-to", issue=names.scenario.issues[each.issue].id, before=names.level(each.issue, each.before), after=names.level(each.issue, each.after))  # fmt: skip


def concessions_chart(look: Look, laid: LaidOpen, cells: int, lines: int, base: str) -> Page:
    """What each round brought each side, bar by bar."""
    rounds: dict[int, list[int]] = {}
    parties = look.names.scenario.parties
    for each in laid.debrief.concessions:
        sums = rounds.setdefault(each.round, [0] * len(parties))
        for party, gain in enumerate(each.gains):
            sums[party] += gain
    if not rounds:
        return Page(look.say("views-concessions-chart"), tuple(told(look, [look.say("views-no-moves")], cells)))
    most = max(abs(gain) for sums in rounds.values() for gain in sums) or 1
    half = max((cells - 8) // len(parties) // 2 - 6, 2)
    heads = "".join(fit(" " * half + look.narrow(party.short), 2 * half + 10) for party in parties)
    rows = [row(" " * 6, Span(heads, "soft"))]
    for round_, sums in sorted(rounds.items()):
        parts = [part for gain in sums for part in (bar(look, gain, half, most), fit(look.drawn(points(gain)), 6, right=True), " ")]
        rows.append(row(" ", fit(str(round_), 4, right=True), " ", *parts))
    return Page(look.say("views-concessions-chart"), tuple(rows))


def concession_behind(look: Look, laid: LaidOpen, key: str) -> list[str]:
    """A level that entered into force, in full."""
    each = laid.debrief.concessions[int(key.split()[1])]
    names = look.names
    from_to = look.say("views-from-to", issue=names.issue(each.issue), before=names.level(each.issue, each.before), after=names.level(each.issue, each.after))  # fmt: skip
    brings = names.listed([f"{names.party(party)} {points(gain)}" for party, gain in enumerate(each.gains)])
    by = look.say(f"views-moved-{each.by}", side=names.player(each.party) if each.party is not None else "")
    lines = [look.say("views-line-of", round=each.round, line=each.line), from_to, by, look.say("views-brought", gains=brings)]
    return [minus(look, text) for text in lines]


# --- 7 links ---


def links_table(look: Look, laid: LaidOpen, cells: int, base: str) -> Page:
    """Every link: who proposed it, from when to when it held, how many offers named both issues."""
    names = look.names
    columns = [Column(look.say("views-head-link")), Column(look.say("views-head-by"), SIDE_NAME + 2)]
    columns += [Column(look.say(f"views-head-link-{head}"), 9, right=True) for head in ("made", "ended", "offers")]
    records = [
        Record(
            (f"{names.issue(link.a)} + {names.issue(link.b)}", look.narrow(names.scenario.parties[link.by].short), str(link.made),
             look.say("views-held") if link.ended is None else str(link.ended), str(link.offers)),
            f"link {number}",
        )
        for number, link in enumerate(laid.debrief.links)
    ]  # fmt: skip
    none = told(look, [look.say("views-no-links")], cells) if not records else []
    return Page(look.say("views-links-table"), (*tabled(columns, records, cells), *none))


# --- 9 how it was worked ---


def process_chart(look: Look, laid: LaidOpen, cells: int, lines: int, base: str) -> Page:
    """A bar of acts a step and side."""
    names, rows = look.names, []
    counts: dict[tuple[int, int], int] = {}
    for act in laid.debrief.acts:
        counts[act.step, act.party] = counts.get((act.step, act.party), 0) + act.count
    most = max(counts.values(), default=1)
    room = max(cells - 28, 8)
    for step in range(s.STEP_END):
        for party in names.scenario.parties:
            count = counts.get((step, party.index), 0)
            if count:
                length = max(1, count * room // most)
                rows.append(
                    row(
                        " ",
                        fit(names.step(step), 9),
                        fit(look.narrow(party.short), 11),
                        fit(str(count), 4, right=True),
                        " ",
                        look.signs.bar * length,
                    )
                )
    return Page(look.say("views-process-chart"), tuple(rows))


def process_table(look: Look, laid: LaidOpen, cells: int, base: str) -> Page:
    """How often each side did what; then why the bots moved as they did, line by line."""
    names = look.names
    columns = [
        Column(look.say("views-head-step"), 9),
        Column(look.say("views-head-by"), SIDE_NAME + 2),
        Column(look.say("views-head-acts")),
    ]
    done: dict[tuple[int, int], list[str]] = {}
    for act in laid.debrief.acts:
        done.setdefault((act.step, act.party), []).append(f"{ACT_WORDS.get(act.kind, str(act.kind))} {act.count}")
    records = [
        Record((names.step(step), look.narrow(names.scenario.parties[party].short), names.listed(acts)))
        for (step, party), acts in sorted(done.items())
    ]
    rows: list[Row] = [*tabled(columns, records, cells), BLANK, row(" ", Span(look.say("views-reasons"), "strong"))]
    idle = names.say("bot-nothing-to-do")
    heads = [Column(look.say("views-head-round"), ROUND), Column(look.say("views-head-line"))]
    why = [
        Record((str(entry.round), entry.line), f"line {entry.number}", below=minus(look, reason))
        for entry in laid.entries
        if (reason := laid.reason(names, entry.number)) not in ("", idle)
    ]
    rows += tabled(heads, why, cells) if why else told(look, [names.say("debrief-no-reasons")], cells)
    return Page(look.say("views-process-table"), tuple(rows))


def process_behind(look: Look, laid: LaidOpen, key: str) -> list[str]:
    """A line of a bot with its reason in full."""
    number = int(key.split()[1])
    entry = next(entry for entry in laid.entries if entry.number == number)
    step = look.names.step(entry.step)
    lines = [look.say("views-line-in", line=number, round=entry.round, step=step), entry.line, laid.reason(look.names, number)]
    return [minus(look, text) if text != entry.line else text for text in lines]
