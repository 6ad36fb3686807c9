"""What a chosen figure means, and how sure it is: the lines below a page."""

from __future__ import annotations

from tui.lab.pages.levels import level_rows
from tui.lab.pages.parts import Draw, quartile_text
from tui.lab.words import number
from tui.screen.ink import Page, Row, Span, paragraph, row
from tui.wording import has


def about(draw: Draw, key: str) -> Page:
    """The chosen figure."""
    group, _, rest = key.partition(".")
    if group == "level" and "." not in rest:
        issue = next((each for each in draw.figures.scenario.issues if each.id == rest), None)
        if issue is not None:
            title, *rows = level_rows(draw, issue)
            return Page("".join(span.text for span in title.line).strip(), tuple(unkeyed(each) for each in rows))
    code = f"lab-about-{group.partition('/')[0]}"
    rows = paragraph(draw.say(code), draw.cells) if key and has("en", code) else []
    measure = draw.figures.measures.get(key.partition("/")[0])
    if measure is not None and draw.figures.games:
        rows += [row(" ", Span(text, "soft")) for text in sure(draw, measure.id)]
    return Page(draw.say("lab-about-title"), tuple(rows))


def unkeyed(each: Row) -> Row:
    """A row that cannot be chosen."""
    return Row(each.line)


def sure(draw: Draw, id: str) -> list[str]:
    """Count and interval of a share, interval and quartiles of a mean, and what it was before."""
    from sim.lab.measures import Kind
    from sim.lab.rounding import shown_mean, shown_mean_difference, shown_share, shown_share_difference

    measure, figures = draw.figures.measures[id], draw.figures
    is_share = measure.kind is Kind.SHARE
    if is_share:
        share = figures.share(id)
        shown = shown_share(share)
        texts = [draw.say("lab-sure-share", count=share.count, of=share.of, low=number(shown.low), high=number(shown.high))]
    else:
        shown = shown_mean(measure.mean(figures.counts))
        texts = [draw.say("lab-sure-mean", low=number(shown.low), high=number(shown.high), rest=quartile_text(draw, figures.histogram(id)))]
    change = figures.changes.get(id)
    if change is not None:
        moved = (shown_share_difference if is_share else shown_mean_difference)(change.difference)
        facts: dict[str, str | int] = {
            "low": number(moved.low),
            "high": number(moved.high),
            "changed": change.difference.changed,
            "of": change.difference.of,
        }
        texts.append(draw.say(f"lab-verdict-{change.verdict}", **facts))
    return texts
