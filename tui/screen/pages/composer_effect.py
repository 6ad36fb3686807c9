"""What a draft does: by track and in all, for the own side and as an estimate for the others; and how the bodies would take it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from sim.kernel import tables as k
from sim.table.forecast import BodyForecast
from sim.table.knowledge import Range
from tui.plain.judge import VERDICTS
from tui.plain.names import points
from tui.screen.ink import BLANK, Page, Row, Span, fit, paragraph, row
from tui.screen.look import Look
from tui.screen.pages.composer import Draft, appraised, other_parties, others, own_worth, range_text, summed
from tui.screen.pages.strips import group_row, verdict_row

NAME, YOU, THEM = 11, 7, 13


def effect(look: Look, cells: int, draft: Draft, lines: int) -> Page:
    """The values of the draft; those of the offer on the table and of no accord beside them. lines: of the pane."""
    if not look.is_own:
        return public(look, cells, draft)
    found = appraised(look.view.known, draft.levels)
    against = own_worth(appraised(look.view.known, draft.against))
    rows = [
        row(
            fit("", NAME + 1), Span(fit(look.say("composer-you"), YOU, right=True), "soft"),
            Span(fit(look.say("composer-them", side=others(look)), THEM, right=True), "soft"),
        )
    ]  # fmt: skip
    for track in look.names.scenario.tracks:
        gain = own_worth(found).tracks[track.index].low - against.tracks[track.index].low
        them = [worth.tracks[track.index] for worth in found.worths if not worth.is_own]
        rows.append(worth_row(look, look.narrow(track.short), gain, summed(them), terms_of_track(look, draft, track.index)))
    rows.append(total_row(look, draft, "composer-total", draft.levels))
    if len(other_parties(look)) > 1:
        rows += [party_row(look, worth.party, worth.total) for worth in found.worths if not worth.is_own]
    if look.view.offer is not None:
        rows.append(total_row(look, draft, "composer-on-table", look.view.offer.levels))
    nothing = -against.total.low  # no accord leaves the levels as they are
    if len(rows) + 1 < lines:
        rows.append(worth_row(look, look.say("composer-no-accord"), nothing, Range(0, 0), ""))
        return Page(look.say("composer-effect"), tuple(rows))
    return Page(look.say("composer-effect"), tuple(rows), f"{look.say('composer-no-accord')} {look.drawn(points(nothing))}")


def terms_of_track(look: Look, draft: Draft, track: int) -> str:
    """The issues of a track that the draft names, as "why" takes them."""
    of = look.view.known.t[k.T_ISSUE_TRACK : k.T_ISSUE_TRACK + len(draft.levels)]
    return look.terms([level if of[issue] == track else None for issue, level in enumerate(draft.levels)])


def total_row(look: Look, draft: Draft, code: str, levels: Sequence[int | None]) -> Row:
    """All that a package brings."""
    found, against = appraised(look.view.known, levels), appraised(look.view.known, draft.against)
    them = summed([worth.total for worth in found.worths if not worth.is_own])
    gain = own_worth(found).total.low - own_worth(against).total.low
    return worth_row(look, look.say(code), gain, them, look.terms(levels), strong=True)


def worth_row(look: Look, name: str, gain: int, them: Range, terms: str, strong: bool = False) -> Row:
    """One line of values: own, then the others together. terms: of the package that they speak of."""
    parties = look.names.scenario.parties
    whys = (f"gain {terms}", *(f"gain.{parties[party].id} {terms}" for party in other_parties(look))) if terms else ()
    return row(
        " ", Span(fit(name, NAME), "strong" if strong else ""),
        Span(fit(look.drawn(points(gain)), YOU, right=True), "own", f"why:{whys[0]}" if whys else ""),
        Span(fit(range_text(look, them), THEM, right=True), "other", f"why:{whys[1]}" if whys else ""),
        key=name if whys else "", why=whys,
    )  # fmt: skip


def party_row(look: Look, party: int, total: Range) -> Row:
    """What the draft may bring one of several other sides."""
    return row(" ", fit(look.names.party(party), NAME + YOU), Span(fit(range_text(look, total), THEM, right=True), "other"))


def public(look: Look, cells: int, draft: Draft) -> Page:
    """At the public table: the package in words."""
    rows = paragraph(look.say("composer-public"), cells, ink="soft")
    for issue, level in enumerate(draft.levels):
        if level is not None:
            now = look.names.level(issue, look.view.issues[issue].level)
            rows.append(row("  ", Span(look.names.term(issue, level), "strong"), Span(look.say("composer-term-now", level=now), "soft")))
    return Page(look.say("composer-effect"), tuple(rows))


# --- the bodies ---


def strips(look: Look, cells: int, draft: Draft, lines: int) -> Page:
    """How a body takes the draft, the verdict in the title; where there is room, all bodies below each other. lines: of the pane."""
    found = appraised(look.view.known, draft.levels)
    bodies = [found.body_of(party) for party in (look.party or 0, *other_parties(look))]
    if not is_stacked(look, lines):
        body = bodies[draft.body % len(bodies)]
        title = look.say("composer-strips", side=body_name(look, body), verdict=verdict(look, body))
        return Page(title, body_rows(look, cells, draft, body))
    rows: list[Row] = []
    for body in bodies:
        rows += [BLANK] if rows and lines > all_lines(look) + len(bodies) - 2 else []
        rows += [row(" ", Span(body_name(look, body), "soft")), *body_rows(look, cells, draft, body)]
        rows.append(verdict_row(look, body, look.terms(draft.levels)))
    title, note = look.say("composer-pass"), look.say("composer-strip-signs", point=look.signs.point)
    return Page(title, tuple(rows), note if cell_len(title) + cell_len(note) + 5 <= cells else "")


def all_lines(look: Look) -> int:
    """Lines that all bodies take below each other, the title of the pane among them."""
    return 1 + len(look.names.scenario.groups) + 2 * len(look.names.scenario.parties)


def is_stacked(look: Look, lines: int) -> bool:
    """Whether a pane of so many lines shows all bodies."""
    return lines >= all_lines(look)


def body_name(look: Look, body: BodyForecast) -> str:
    """The side of a body; another side's is an estimate."""
    side = look.names.party(body.party)
    return side if body.party == look.party else look.say("composer-estimate", side=side)


def body_rows(look: Look, cells: int, draft: Draft, body: BodyForecast) -> tuple[Row, ...]:
    """The groups of a body."""
    return tuple(group_row(look, group, cells, look.terms(draft.levels), with_weight=True) for group in body.groups)


def verdict(look: Look, body: BodyForecast) -> str:
    """Yes weight and verdict in a few words."""
    weight, word = body.yes_weight, look.say(f"judge-verdict-{VERDICTS[body.verdict]}")
    code = "composer-verdict" if weight.low == weight.high else "composer-verdict-span"
    return look.say(code, weight=weight.likely, low=weight.low, high=weight.high, verdict=word)


# --- in words ---


def home_note(look: Look, levels: Sequence[int | None], cells: int) -> str:
    """What is short at home, and what would carry it. The shorter of two sentences where the longer one takes more than the cells."""
    if not look.is_own:
        return ""
    body = appraised(look.view.known, levels).body_of(look.party or 0)
    if body.passes is None:
        return ""
    return carried(look, body, cells) if not body.passes[0] else safe(look, body)


def safe(look: Look, body: BodyForecast) -> str:
    """It likely passes: whether it can be made sure."""
    if body.passes is not None and body.passes[1]:
        return look.say("composer-sure")
    if body.safe is None:
        return look.say("composer-likely")
    return look.say("composer-make-sure", price=body.safe.price, capital=body.capital)


def carried(look: Look, body: BodyForecast, cells: int) -> str:
    """It likely fails: the groundwork that would carry it."""
    if body.groundwork is None:
        return look.say("composer-no-way")
    line_ = look.view.known.t[k.T_YES_AT]
    short = [
        look.say("composer-short", group=look.narrow(look.names.scenario.groups[group.group].short), points=line_ - group.value.likely)
        for group, steps in zip(body.groups, body.groundwork.steps, strict=True)
        if steps
    ]
    enough = "yes" if body.groundwork.price <= body.capital else "no"
    facts: dict[str, str | int] = {"price": body.groundwork.price, "capital": body.capital, "enough": enough}
    text = look.say("composer-way", short=look.names.listed(short), **facts)
    return text if cell_len(text) <= cells else look.say("composer-way-short", **facts)
