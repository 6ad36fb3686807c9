"""What things are called in one language: sides, seats, issues, levels, cards, numbers. Values of the scenario to words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sim.domain import Cause, Named, Scenario, Text
from sim.errors import RuleBroken
from sim.kernel import layout as s
from sim.table.cells import CellName
from sim.table.seating import TABLE_ID, Seating, short_id
from tui.wording import has, say

STEPS = ("news", "demand", "response", "talks", "home", "resolve", "end")
BANDS = ("low", "middle", "high")


@dataclass(frozen=True, slots=True)
class Names:
    """Names in one language. bots: shown ids of the seats that bots play."""

    scenario: Scenario
    seating: Seating
    language: str
    bots: frozenset[str] = frozenset()

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence in this language."""
        return say(self.language, code, **facts)

    def text(self, text: Text | None) -> str:
        """A text of the rule files."""
        return "" if text is None else text[self.language]

    def listed(self, items: Sequence[str]) -> str:
        """Things one after the other."""
        return ("、" if self.language == "ja" else ", ").join(items)

    def party(self, index: int) -> str:
        """A side."""
        return self.say("word-side", name=self.text(self.scenario.parties[index].short))

    def player(self, index: int) -> str:
        """A side, marked where a bot leads it."""
        head = self.seating.head_of(index).id
        return self.say("word-bot", name=self.party(index)) if head in self.bots else self.party(index)

    def seat(self, shown: str) -> str:
        """A player seat by its shown id."""
        if shown == TABLE_ID:
            return self.say("word-table")
        seat = self.seating.named(shown)
        if len(self.seating.of_party(seat.party)) == 1:
            return self.player(seat.party)
        first = next(entry for entry in self.scenario.seats if entry.id == seat.holds[0])
        name = self.say("word-seat", side=self.party(seat.party), seat=self.text(first.label))
        return self.say("word-bot", name=name) if shown in self.bots else name

    def issue(self, index: int) -> str:
        """An issue with its code: T2 Investment."""
        issue = self.scenario.issues[index]
        return f"{issue.id} {self.text(issue.short)}"

    def level(self, issue: int, level: int) -> str:
        """A level of an issue, short; its number where there is none."""
        levels = self.scenario.issues[issue].levels
        return self.text(levels[level].short) if 0 <= level < len(levels) else str(level)

    def term(self, issue: int, level: int) -> str:
        """An issue at a level: T2 Joint."""
        return f"{self.scenario.issues[issue].id} {self.level(issue, level)}"

    def package(self, levels: Sequence[int | None]) -> str:
        """What a package names."""
        terms = [self.term(issue, level) for issue, level in enumerate(levels) if level is not None]
        return self.listed(terms) or self.say("word-nothing")

    def entry(self, id_: str) -> str:
        """Any entry of the scenario by its id; the id itself where nothing has it."""
        found = self.find(id_)
        if found is None:
            return id_
        return self.issue(found.index) if found in self.scenario.issues else self.text(found.short)

    def find(self, id_: str) -> Named | None:
        """The entry with an id."""
        scenario = self.scenario
        pools: tuple[Sequence[Named], ...] = (
            scenario.issues,
            scenario.levers,
            scenario.initiatives,
            scenario.events,
            scenario.demands,
            scenario.groups,
            scenario.meters,
            scenario.courses,
            scenario.counters,
            scenario.acts,
            scenario.rules,
            scenario.values,
            scenario.modifiers,
            scenario.postures,
        )
        return next((entry for pool in pools for entry in pool if entry.id == id_), None)

    def number(self, name: CellName) -> str:
        """A number of the game by its cell."""
        word = self.text(name.text)
        if name.kind == "counter" and "." in name.id:
            party = name.id.rpartition(".")[2]
            return self.say("word-of-side", name=word, side=self.party_of_id(party))
        code = f"word-number-{name.kind.replace('_', '-')}"
        if has(self.language, code):
            return self.say(code, name=self.party_of_id(name.id) if name.kind != "credibility" else word)
        return word or name.what

    def party_of_id(self, id_: str) -> str:
        """A side by its id; anything else as it stands."""
        return next((self.party(party.index) for party in self.scenario.parties if party.id == id_), id_)

    def cause(self, cause: Cause | None) -> str:
        """Why something changed."""
        if cause is None:
            return ""
        code = f"word-cause-{cause.kind}"
        return self.say(code) if has(self.language, code) else self.text(cause.label)

    def demand(self, name: str) -> str:
        """A demand with what it is called: dm08."""
        return name

    def step(self, step: int) -> str:
        """A step of a round."""
        return self.say(f"word-step-{STEPS[step]}")

    def band(self, band: int) -> str:
        """A band of weight: high, middle, low."""
        return self.say(f"word-band-{BANDS[band]}")

    def agenda(self, seat: int, agenda: int) -> str:
        """The agenda that a player seat drew."""
        own = next(entry for entry in self.scenario.seats if entry.id == self.seating.seats[seat].agenda_seat)
        return self.text(own.agendas[agenda].label) if 0 <= agenda < len(own.agendas) else ""


def signed(amount: int) -> str:
    """A change with its sign."""
    return f"{amount:+d}" if amount else "0"


def sentence(text: str) -> str:
    """The text with a capital at its start, where its letters have capitals."""
    return text[:1].upper() + text[1:]


def points(hundredths: int) -> str:
    """Hundredths as points with a sign and one decimal, halves away from zero: 730 -> +7.3."""
    tenths = (abs(hundredths) + 5) // 10
    sign = "" if tenths == 0 else "-" if hundredths < 0 else "+"
    return f"{sign}{tenths // 10}.{tenths % 10}"


def value(hundredths: int) -> str:
    """Hundredths as points without a sign for what is above zero: 3422 -> 34.2."""
    return points(hundredths).removeprefix("+")


def refusal(names: Names, broken: RuleBroken) -> str:
    """Why an act was refused, with names in place of ids."""
    facts = {key: fact if isinstance(fact, str | int) else str(fact) for key, fact in broken.facts.items()}
    return names.say("refused-frame", what=refusal_text(names, broken.code, facts))


def refusal_text(names: Names, code: str, facts: dict[str, str | int]) -> str:
    """The reason for a refusal by itself."""
    return names.say(f"refused-{code}", **named_facts(names, facts))


def named_facts(names: Names, facts: dict[str, str | int]) -> dict[str, str | int]:
    """Facts of a refusal with names in place of ids and of numbers of levels."""
    shown: dict[str, str | int] = {}
    issue = next((entry.index for entry in names.scenario.issues if entry.id == facts.get("issue")), None)
    for key, fact in facts.items():
        if key in ("level", "top", "now", "cap", "asked") and issue is not None and isinstance(fact, int):
            shown[key] = names.level(issue, fact)
        elif key in ("waited",):
            shown[key] = names.listed([names.party_of_id(word) for word in str(fact).split()]) or names.say("word-nobody")
        elif key == "party":
            shown[key] = names.party_of_id(str(fact)) if fact else "none"
        elif key == "card":
            shown[key] = names.entry(str(fact)) if fact else "none"
        elif key == "step":
            shown[key] = names.say(f"word-step-{fact}")
        elif key == "entry":
            shown[key], shown["id"] = names.entry(str(fact)), str(fact)
        elif key in ("lever", "initiative", "group", "first", "second", "issue"):
            shown[key] = names.entry(str(fact))
        else:
            shown[key] = fact if fact != "" else "none"
    return shown


def step_index(name: str) -> int:
    """STEP_* of a step by its word."""
    return STEPS.index(name) if name in STEPS else s.STEP_END


def seat_words(scenario: Scenario, seating: Seating) -> dict[str, str]:
    """Shown id by what people may call a player seat: its id, a role it holds."""
    roles = {short_id(entry): entry.id for entry in scenario.seats}
    return {seat.id: seat.id for seat in seating.seats} | {
        word: seat.id for word, id_ in roles.items() for seat in seating.seats if id_ in seat.holds
    }
