"""Numbers as the lab writes them: what the interval allows and no more, in the language of who reads."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING

from sim.lab.rounding import shown_mean, shown_share
from tui.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sim.domain import Text
    from sim.lab.measures import Measure
    from sim.lab.statistics import Share
    from tui.lab.figures import Figures


WHOLE = 100


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of the lab in one language."""

    language: str

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence."""
        return say(self.language, code, **facts)

    def share(self, share: Share) -> str:
        """62 % ± 5; of what was in no game, or in every one, a bound, and where so few allow none, the count."""
        shown = shown_share(share)
        if shown.at_most == WHOLE or shown.at_least == 0:
            return self.say("lab-count", count=share.count, of=share.of)
        if shown.at_most is not None:
            return self.say("lab-at-most", share=number(shown.at_most))
        if shown.at_least is not None:
            return self.say("lab-at-least", share=number(shown.at_least))
        return self.say("lab-share", share=number(shown.value), half=number(shown.half))

    def mean(self, values: Mapping[int, int]) -> str:
        """54 ± 2."""
        from sim.lab.histogram import mean_of_counts

        shown = shown_mean(mean_of_counts(values))
        return self.say("lab-mean", mean=number(shown.value), half=number(shown.half))

    def figure(self, figures: Figures, id: str) -> str:
        """A measure by its id."""
        from sim.lab.measures import Kind

        measure = figures.measures[id]
        if measure.kind is Kind.SHARE:
            return self.share(figures.share(id))
        return self.mean(figures.histogram(id))

    def label(self, figures: Figures, id: str) -> str:
        """What a measure is called."""
        measure = figures.measures[id]
        group, names = measure.group, measure.names
        if group == "level":
            issue = next(each for each in figures.scenario.issues if each.id == names[0])
            level = next(each for each in issue.levels if each.id == names[1])
            return f"{issue.id} {issue.short[self.language]}: {level.short[self.language]}"
        if not names:
            return self.say(f"lab-measure-{group}")
        name = self.name(figures, group, names[0])
        return name if group in ("event", "lever", "initiative", "ending") else self.say(f"lab-measure-{group}", side=name)

    def name(self, figures: Figures, group: str, id: str) -> str:
        """The name of a side, an ending or a card."""
        scenario = figures.scenario
        pools = {
            "event": scenario.events,
            "lever": scenario.levers,
            "initiative": scenario.initiatives,
            "ending": scenario.endings,
        }
        entry = next(each for each in pools.get(group, scenario.parties) if each.id == id)
        return (entry.label if group == "ending" else entry.short)[self.language]

    def listed(self, parts: Iterable[str]) -> str:
        """Several words with commas between."""
        return reduce(lambda first, rest: self.say("lab-listed", first=first, rest=rest), parts)

    def joined(self, sentences: Iterable[str]) -> str:
        """Several sentences, one behind the other."""
        return reduce(lambda first, rest: self.say("lab-joined", first=first, rest=rest), sentences)

    def short(self, text: Text) -> str:
        """A name for a narrow place."""
        return text.narrow if self.language == "ja" and text.narrow else text[self.language]

    def style(self, style: str) -> str:
        """A style of bots."""
        return self.say(f"word-style-{style.replace('_', '-')}")

    def value(self, measure: Measure, value: int) -> str:
        """The number of one game."""
        from sim.lab.measures import Kind

        return "" if measure.kind is Kind.SHARE else str(value)


def number(value: Decimal) -> str:
    """A decimal as plain digits, with a true minus sign."""
    return f"{value:f}".replace("-", "−")
