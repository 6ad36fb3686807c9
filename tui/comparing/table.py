"""A comparison as a table: the main measures, then what else has clearly changed, and what may be said of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.comparing.columns import change_of, ends_of, grey, interval_of, listed, row

if TYPE_CHECKING:
    from sim.domain import Scenario
    from sim.lab.compare import Comparison, Row
    from sim.lab.measures import Measure
    from sim.lab.statistics import Share
    from tui.desk import Desk

CARDS = ("level", "event", "lever", "initiative")
WIDTHS = (25, 7, 7, 7, 15, 17)
SAME, UNCLEAR = "same-in-every-game", "no-clear-change"


@dataclass(frozen=True, slots=True)
class Labels:
    """What measures are called in a language. scenario: whose ids they name."""

    desk: Desk
    scenario: Scenario

    def of(self, measure: Measure) -> str:
        """The name of a measure."""
        return self.desk.say(f"compare-of-{measure.group}", name=self.name(measure.names))

    def name(self, ids: tuple[str, ...]) -> str:
        """What it is about."""
        scenario, language = self.scenario, self.desk.language
        if len(ids) > 1:
            issue = next(issue for issue in scenario.issues if issue.id == ids[0])
            level = next(level for level in issue.levels if level.id == ids[1])
            return f"{issue.id} {level.short[language]}"
        cards = (*scenario.events, *scenario.levers, *scenario.initiatives)
        card = next((card for card in cards if (card.id,) == ids), None)
        if card is not None:
            return f"{card.id} {card.short[language]}"
        named = next((each for each in (*scenario.parties, *scenario.endings) if (each.id,) == ids), None)
        return named.short[language] if named is not None else ""


def table_lines(desk: Desk, found: Comparison, before: Scenario, after: Scenario) -> Iterator[str]:
    """Everything that is said of the games together."""
    labels = Labels(desk, after)
    if found.is_same:
        yield from listed(desk.say("compare-same", games=found.games))
    else:
        yield desk.say("compare-changed", percent=percent(found.changed), count=found.changed.count, games=found.games)
        yield ""
        yield from rows_of(desk, found, labels)
    for code, scenario, measures in (
        ("compare-only-before", before, found.only_before),
        ("compare-only-after", after, found.only_after),
    ):
        if measures:
            own = Labels(desk, scenario)
            yield from listed(desk.say(code, what=joined(desk, [own.of(measure) for measure in measures])))


def rows_of(desk: Desk, found: Comparison, labels: Labels) -> Iterator[str]:
    """The table with its head and what stands below it."""
    main = [each for each in found.rows if each.after.group not in CARDS]
    cards = [each for each in found.rows if each.after.group in CARDS and each.verdict not in (SAME, UNCLEAR)]
    shown = [each for each in main if each.verdict != SAME] + cards
    yield row([desk.say(f"compare-column-{name}") for name in COLUMNS], WIDTHS)
    for each in shown:
        yield row_line(desk, each, labels)
    same = [labels.of(each.after) for each in main if each.verdict == SAME]
    if same:
        yield from listed(desk.say("compare-all-same", what=joined(desk, same)))
    rest = found.compared - len(shown)
    if rest:
        yield desk.say("compare-rest", count=rest)
    if any(is_maybe(each) for each in shown):
        yield from (grey(line) for line in listed(desk.say("compare-holm", count=found.compared), " "))


COLUMNS = ("measure", "before", "after", "difference", "interval", "verdict")


def is_maybe(each: Row) -> bool:
    """Whether it would be clear had nothing else been looked at."""
    return each.verdict != each.alone


def row_line(desk: Desk, each: Row, labels: Labels) -> str:
    """One measure in a line; in parentheses, and grey, what does not survive the correction."""
    before, after = ends_of(each.after, each.difference)
    change, interval = change_of(each.after, each.difference), interval_of(each.after, each.difference)
    line = row([labels.of(each.after), before, after, change, interval, verdict_text(desk, each)], WIDTHS)
    return line if each.survives else grey(line)


def verdict_text(desk: Desk, each: Row) -> str:
    """What may be said of a measure."""
    what = desk.say(f"compare-verdict-{each.alone}")
    return desk.say("compare-maybe", what=what) if is_maybe(each) else what


def percent(share: Share) -> str:
    """A share in per cent, rounded to what its interval allows; never 0 or 100 where it is neither."""
    from sim.lab.rounding import shown_share

    return f"{shown_share(share).value.normalize() + Decimal(0):f} %"


def joined(desk: Desk, items: list[str]) -> str:
    """Things one after the other."""
    return ("、" if desk.language == "ja" else ", ").join(items)
