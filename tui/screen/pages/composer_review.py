"""The review of a draft before it is sent, and the list of drafts."""

from __future__ import annotations

from collections.abc import Sequence

from tui.plain.names import points
from tui.screen.ink import BLANK, Row, Span, fit, line, paragraph, row, width_of
from tui.screen.look import Look
from tui.screen.pages.agenda import link_letter
from tui.screen.pages.composer import appraised, own_worth
from tui.screen.pages.composer_effect import home_note, verdict

SUGGESTED = "suggested"  # key of the row of a package that a seat of the own side suggests


def review(look: Look, cells: int, levels: Sequence[int | None], notation: str, later: str) -> list[Row]:
    """The package once more: all that the others will see, and what it means here. later: why it cannot be sent now, or ""."""
    rows = paragraph(notation, cells, ink="strong")
    rows += paragraph(look.names.package(levels), cells, "  ")
    for text in (*links(look, levels), rest(look, levels)):
        rows += paragraph(text, cells) if text else []
    if look.is_own:
        rows += [BLANK, *values(look, levels, cells)]
        body = appraised(look.view.known, levels).body_of(look.party or 0)
        rows += paragraph(look.say("review-home", verdict=verdict(look, body)), cells, ink="strong")
        rows += paragraph(home_note(look, levels, 0), cells)
    rows += [BLANK, *paragraph(vote_text(look, levels), cells)]
    if later:
        rows += paragraph(look.say("review-later", why=later), cells, ink="warn")
    return rows


def links(look: Look, levels: Sequence[int | None]) -> list[str]:
    """The links that the package keeps."""
    issues = look.names.scenario.issues
    return [
        look.say("review-link", letter=link_letter(look.view, link.a), first=issues[link.a].id, second=issues[link.b].id)
        for link in look.view.links
        if levels[link.a] is not None and levels[link.b] is not None
    ]


def rest(look: Look, levels: Sequence[int | None]) -> str:
    """How many issues stay as they are."""
    count = sum(level is None for level in levels)
    return look.say("review-rest", count=count) if count else ""


def values(look: Look, levels: Sequence[int | None], cells: int) -> list[Row]:
    """For the own side: the package, the offer on the table, no accord; side by side."""
    known, offer = look.view.known, look.view.offer
    terms = look.terms(levels)
    found = [("review-you", points(own_worth(appraised(known, levels)).total.low), f"gain {terms}")]
    if offer is not None:
        table = points(own_worth(appraised(known, offer.levels)).total.low)
        found.append(("review-table", table, f"gain {look.terms(offer.levels)}"))
    found.append(("review-none", points(0), ""))
    spans: list[Span] = []
    for code, value, why in found:
        spans += [Span(f"{look.say(code)} "), Span(look.drawn(value), "own", f"why:{why}" if why else ""), Span("   ")]
    whys = tuple(why for _, _, why in found if why)
    return [Row(line(" ", Span(look.say("review-worth"), "soft"), " ", *spans), "worth", whys)]


def vote_text(look: Look, levels: Sequence[int | None]) -> str:
    """One vote for all of it; level steps used."""
    size = look.view.package_size
    return look.say("review-vote", steps=appraised(look.view.known, levels).steps, size=size if size >= 0 else "none")


def buttons(cells: int, send: str, keep: str) -> Row:
    """Two answers, at the right: the safe one is the last."""
    spans = line(Span(f"[ {send}  F9 ]", "key", "do:main"), "   ", Span(f"[ {keep}  Esc ]", "key", "do:back"), " ")
    return Row((Span(" " * max(cells - width_of(spans), 1)), *spans))


def draft_row(look: Look, cells: int, number: int, levels: Sequence[int | None], is_at_work: bool) -> Row:
    """One draft: its number, what it is worth, what it names."""
    found = appraised(look.view.known, levels)
    named = any(level is not None for level in levels)
    gain = look.drawn(points(own_worth(found).total.low)) if look.is_own and named else ""
    mark = look.signs.done if is_at_work else " "
    start = line(
        "  ", Span(f"{mark} {number + 1}", "key"), fit(look.say("composer-draft-steps", steps=found.steps), 9, right=True),
        Span(fit(gain, 8, right=True), "own"), "  ",
    )  # fmt: skip
    text = look.names.package(levels) if named else look.say("composer-draft-empty")
    why = (f"gain {look.terms(levels)}",) if gain else ()
    return Row((*start, Span(fit(text, cells - width_of(start) - 1))), str(number), why)


def suggested_row(look: Look, cells: int, levels: Sequence[int | None], seat: int) -> Row:
    """What a seat of the own side suggests."""
    by = look.names.seat(look.names.seating.seats[seat].id)
    text = look.say("composer-suggested", seat=by, package=look.names.package(levels))
    return row("    ", Span(fit(text, cells - 5), "own"), key=SUGGESTED, why=(f"gain {look.terms(levels)}",))


def no_room(look: Look) -> Row:
    """All drafts there may be are there."""
    return row("  ", Span(look.say("composer-drafts-full"), "soft"))
