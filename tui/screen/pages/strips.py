"""Would it pass at home? One strip a group: the line at which it says yes stands in the middle, the forecast left or right of it.

The scale is fixed, so all lines align; a mark beyond it sits on the edge cell, and the signed margin gives the number.
"""

from __future__ import annotations

from collections.abc import Sequence

from sim.domain import Package
from sim.kernel import tables as k
from sim.table.appraisal import Appraisal, appraise
from sim.table.forecast import OPEN, YES, BodyForecast, GroupForecast
from tui.plain.judge import VERDICTS
from tui.screen.ink import BLANK, Page, Row, Span, fit, row
from tui.screen.look import Look

SCALE = 16  # points left and right of the line
LABEL = 12
INKS = {"yes": "good", "no": "bad", "lean-yes": "good", "lean-no": "bad"}


def passing(look: Look, cells: int, package: Sequence[int | None] | None = None, other: bool = False) -> Page:
    """How a body takes a package: that on the table, else the own draft, else nothing. other: another side's body."""
    view = look.view
    if view.party is None:
        return public(look)
    levels = tuple(package) if package is not None else shown_package(look)
    found = appraise(view.known, Package(levels))
    party = next((body.party for body in found.bodies if body.party != view.party), view.party) if other else view.party
    body = found.body_of(party)
    terms = look.terms(levels)
    rows = [group_row(look, group, cells, terms) for group in body.groups]
    rows.append(verdict_row(look, body, terms))
    if not other and len(found.bodies) > 1:
        rows.append(other_row(look, found))
    nothing = all(level is None for level in levels)
    code = "strips-title-other" if other else "strips-support" if nothing else "strips-title"
    return Page(look.say(code, side=look.names.party(party)), tuple(rows), note=note(look, levels) if package is None else "")


def shown_package(look: Look) -> tuple[int | None, ...]:
    """The package that strips speak of."""
    if look.view.offer is not None:
        return look.view.offer.levels
    return look.draft or (None,) * len(look.view.issues)


def note(look: Look, levels: Sequence[int | None]) -> str:
    """What the strips speak of, where it is not the offer on the table."""
    if look.view.offer is not None:
        return ""
    return look.say("strips-draft") if any(level is not None for level in levels) else ""


def public(look: Look) -> Page:
    """At the public table: no forecast, and how a side opens its own sheet."""
    rows: list[Row] = []
    for course in look.view.meters:
        if course.kind == "course":
            entry = look.names.scenario.courses[course.index]
            rows.append(
                row(
                    " ",
                    fit(look.narrow(entry.short), LABEL),
                    Span(fit(str(course.value), 3, right=True), "strong"),
                    key=course.id,
                    why=(course.id,),
                )
            )
    if look.is_shared:
        rows.append(BLANK)
        for number, seat in enumerate(look.people[:8], 1):
            hit = f"do:sheet{number}"
            rows.append(row(" ", Span(f"{number}", "key", hit), " ", Span(look.say("strips-sheet", seat=look.names.seat(seat)), "", hit)))
    return Page(look.say("strips-courses"), tuple(rows))


def group_row(look: Look, group: GroupForecast, cells: int, terms: str, with_weight: bool = False) -> Row:
    """One group: strip, margin, word. with_weight: its weight in the vote before the word."""
    entry = look.names.scenario.groups[group.group]
    line_ = look.view.known.t[k.T_YES_AT]
    label = 12 if look.names.language == "en" else 11  # cells of the longest short label
    word = word_of(group)
    margin, tail = look.signed(group.value.likely - line_), look.say(f"strips-{word}")
    why = f"vote {entry.id} {terms}".strip()
    weight = f"{group.weight:3d} " if with_weight else ""
    half = max(4, min(18, (cells - (28 if with_weight else label + 13)) // 2))
    return row(
        " ", fit(look.narrow(entry.short), label - 1), " ", strip(look, group, line_, half), Span(fit(margin, 4, right=True), "", f"why:{why}"),
        " ", Span(weight, "soft"), Span(tail, INKS[word]), key=entry.id, why=(why, entry.id),
    )  # fmt: skip


def word_of(group: GroupForecast) -> str:
    """What the group would say: yes, no, or a leaning."""
    if group.says == OPEN:
        return "lean-yes" if group.likely_yes else "lean-no"
    return "yes" if group.says == YES else "no"


def strip(look: Look, group: GroupForecast, line_: int, half: int) -> Span:
    """Dots, the band of what is possible, the line in the middle, the forecast; it never covers the line."""
    signs = look.signs
    cells = [signs.dot] * (2 * half)
    low, high = place(group.value.low - line_, half), place(group.value.high - line_, half)
    for at in range(low, high + 1):
        cells[at] = signs.band
    cells[place(group.value.likely - line_, half)] = signs.point
    return Span("".join(cells[:half]) + signs.edge + "".join(cells[half:]))


def place(margin: int, half: int) -> int:
    """The cell of a margin: below the line left of it, at it or above right of it."""
    if margin >= 0:
        return half + min(half - 1, margin * half // SCALE)
    return half - 1 - min(half - 1, (-margin - 1) * half // SCALE)


def verdict_row(look: Look, body: BodyForecast, terms: str) -> Row:
    """The verdict of the body in words."""
    weight, id_ = body.yes_weight, look.names.scenario.parties[body.party].id
    code = "strips-verdict" if weight.low == weight.high else "strips-verdict-span"
    text = look.say(
        code, verdict=look.say(f"judge-verdict-{VERDICTS[body.verdict]}"), weight=weight.likely, low=weight.low, high=weight.high
    )
    why = f"quota.{id_} {terms}".strip()
    return row(" ", Span(text, "strong", f"why:{why}"), key=f"quota {body.party}", why=(why,))


def other_row(look: Look, found: Appraisal) -> Row:
    """The other side's body in one line."""
    body = next(each for each in found.bodies if each.party != look.view.party)
    verdict = look.say(f"judge-verdict-{VERDICTS[body.verdict]}")
    return row(
        " ", Span(look.say("strips-other", side=look.names.party(body.party), weight=body.yes_weight.likely, verdict=verdict), "soft")
    )
