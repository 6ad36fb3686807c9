"""What several pages draw: a figure with its bar, strips on one axis, histograms in characters, what has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.lab.figures import Figures
from tui.lab.words import Words, number
from tui.screen.ink import Row, Span, fit, paragraph, row
from tui.screen.signs import Signs

if TYPE_CHECKING:
    from sim.lab.statistics import Share
    from tui.lab.changes import Change

LABEL, VALUE = 24, 16  # cells
LEAST_BAR, MOST_BAR = 12, 50
NOTE = 17  # cells for what has changed
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Draw:
    """What pages are drawn from. cells: of a line; label: of the name of a figure."""

    figures: Figures
    words: Words
    signs: Signs
    cells: int
    label: int = LABEL

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence of the lab."""
        return self.words.say(code, **facts)

    @property
    def bar(self) -> int:
        """Cells of a bar: what label, value and change leave."""
        note = NOTE if self.figures.changes else 0
        return max(LEAST_BAR, min(MOST_BAR, self.cells - self.label - VALUE - note - 5))


def heading(text: str, note: str = "") -> Row:
    """A line above figures."""
    return row(" ", Span(text, "strong"), Span(f"  {note}", "soft") if note else "")


def figure(draw: Draw, key: str, label: str, value: str, bar: str = "", note: str = "") -> Row:
    """A figure: label, number, bar, and what has changed or what belongs to it."""
    return row("  ", fit(label, draw.label), " ", Span(fit(value, VALUE), "strong"), bar, "  " if note else "", Span(note, "soft"), key=key)


def share_row(draw: Draw, key: str, label: str, share: Share) -> Row:
    """A share of games."""
    return figure(draw, key, label, draw.words.share(share), share_bar(draw.signs, share, draw.bar), change_of(draw, key))


def measure_row(draw: Draw, id: str, label: str = "") -> Row:
    """A measure by its id: a share with its bar, a mean with its strip."""
    from sim.lab.measures import Kind

    label = label or draw.words.label(draw.figures, id)
    kind = draw.figures.measures[id].kind
    if kind is Kind.SHARE:
        return share_row(draw, id, label, draw.figures.share(id))
    values = draw.figures.histogram(id)
    bar = strip(draw, values) if kind is Kind.POINTS else ""
    return figure(draw, id, label, draw.words.mean(values), bar, change_of(draw, id))


def share_bar(signs: Signs, share: Share, cells: int) -> str:
    """A bar up to the lower end of the interval, the band up to its upper end, dots up to all games."""
    low, high = (int((end * cells).to_integral_value()) for end in (share.low, share.high))
    high = max(high, low, 1 if share.count else 0)
    return signs.bar * low + signs.band * (high - low) + signs.dot * (cells - high)


def strip(draw: Draw, values: Mapping[int, int]) -> str:
    """An axis from 0 on: the middle half of the games as a band, the mean as a point."""
    from sim.lab.histogram import mean_of_counts, quartiles

    middle, signs, cells, top = quartiles(values), draw.signs, draw.bar, draw.figures.axis
    low, high = cell_of(middle.p25, cells, top), cell_of(middle.p75, cells, top)
    drawn = [signs.band if low <= at <= high else signs.dot for at in range(cells)]
    drawn[cell_of(mean_of_counts(values).mean, cells, top)] = signs.point
    return "".join(drawn)


def cell_of(value: int | Decimal, cells: int, top: int) -> int:
    """The cell of a value of 0..top; what lies outside stands at the end."""
    return max(0, min(cells - 1, int(value * (cells - 1) / top)))


def quartile_text(draw: Draw, values: Mapping[int, int]) -> str:
    """The quartiles in words."""
    from sim.lab.histogram import quartiles

    found = quartiles(values)
    return draw.say("lab-quartiles", low=str(found.p25), middle=str(found.p50), high=str(found.p75))


# --- what has changed ---

ARROWS = {"up": "↑", "down": "↓", "no-clear-change": "≈", "same-in-every-game": "="}
PLAIN_ARROWS = {"up": "^", "down": "v", "no-clear-change": "~", "same-in-every-game": "="}


def change_of(draw: Draw, id: str) -> str:
    """What a measure was before the last save, and whether it has changed clearly; "" where there is nothing to compare."""
    change = draw.figures.changes.get(id)
    if change is None:
        return ""
    is_drawn = draw.signs.rule != "-"
    arrow = (ARROWS if is_drawn else PLAIN_ARROWS)[change.verdict]
    if change.verdict == "same-in-every-game":
        return f"{arrow} {draw.say('lab-same')}"
    return f"{arrow} {draw.say('lab-was', before=before_text(draw, change))}"


def before_text(draw: Draw, change: Change) -> str:
    """The number before, rounded as the number now."""
    from sim.lab.measures import Kind

    before = change.difference.before
    if change.measure.kind is Kind.SHARE:
        return draw.say("lab-percent", share=number((before * WHOLE).quantize(Decimal(1))))
    return number(before.quantize(Decimal("0.1" if change.measure.kind is Kind.TIMES else "1")))


# --- histograms ---


def histogram(draw: Draw, bins: Sequence[tuple[str, int]], before: Sequence[tuple[str, int]] = ()) -> list[Row]:
    """A row a bin: label, share of the games, bar on the largest one's scale; beside it the share before the last save."""
    total, most = sum(count for _, count in bins), max((count for _, count in bins), default=0) or 1
    old = dict(before)
    rows = []
    for label, count in bins:
        filled = (2 * count * draw.bar + most) // (2 * most)
        bar = fit(draw.signs.bar * filled, draw.bar)
        was = draw.say("lab-was", before=percent(draw, old.get(label, 0), sum(old.values()))) if old else ""
        text = fit(percent(draw, count, total), VALUE)
        rows.append(row("  ", fit(label, draw.label), " ", Span(text, "strong"), bar, "  ", Span(was, "soft")))
    return rows


def percent(draw: Draw, count: int, of: int) -> str:
    """A share without an interval, for bins."""
    return draw.say("lab-percent", share=number((Decimal(WHOLE * count) / max(of, 1)).quantize(Decimal(1))))


def bins_of(values: Mapping[int, int], width: int, low: int, high: int) -> list[tuple[str, int]]:
    """Values in bins of equal width; what lies outside stands in the bins at the ends."""
    starts = range(low, high, width)
    counts = [0] * len(starts)
    for value, count in values.items():
        counts[max(0, min(len(starts) - 1, (value - low) // width))] += count
    return [(f"{start}–{start + width - 1 if start + width < high else high}", count) for start, count in zip(starts, counts, strict=True)]


def note(draw: Draw, text: str, ink: str = "soft") -> list[Row]:
    """A sentence under figures."""
    return paragraph(text, draw.cells, "  ", ink)
