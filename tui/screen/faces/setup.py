"""Setup: which scenario, who sits where, in which language. No seed here: who wants one names it on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from tui.screen.commands import NEXT, VALUES, Command
from tui.screen.face import Face
from tui.screen.ink import BLANK, Page, Row, Span, fit, paragraph, row
from tui.screen.pane import Pane
from tui.screen.start import Plan, begin
from tui.wording import LANGUAGES

if TYPE_CHECKING:
    from sim.domain import Party, Scenario

YOU = "you"
DEFAULT_BOT = "tradeoff"


class SetupFace(Face):
    """Choose a scenario and its seats."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, *VALUES)
    FIRST_FOCUS = "scenarios"
    DEFAULT_CSS = """
    SetupFace #upper { height: 9; }
    SetupFace #scenarios { width: 2fr; }
    SetupFace #about { width: 3fr; }
    """

    class Loaded(Message):
        """A scenario was read; None: it cannot be played."""

        def __init__(self, name: str, scenario: Scenario | None) -> None:
            self.name, self.scenario = name, scenario
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.known: dict[str, Scenario | None] = {}
        self.who: dict[str, str] = {}  # by party id: YOU or a bot style
        self.count: dict[str, int] = {}
        self.language: dict[str, str] = {}

    def panes(self) -> ComposeResult:
        """Scenarios and what they are about; below them the seats."""
        with Horizontal(id="upper"):
            yield Pane("scenarios")
            yield Pane("about", focusable=False)
        yield Pane("seats")

    def on_mount(self) -> None:
        """The list is there at once; what each is about comes as it is read."""
        from sim.loading import finding

        self.names = list(finding.shipped_scenarios())
        self.run_worker(self.read, thread=True, exit_on_error=False)

    def read(self) -> None:
        """On the thread: read the scenarios."""
        from tui.apart import scenarios

        for name, scenario in scenarios(self.names):
            self.post_message(self.Loaded(name, scenario))

    def on_setup_face_loaded(self, message: Loaded) -> None:
        """What is known of a scenario."""
        self.known[message.name] = message.scenario
        self.draw()

    @property
    def scenario(self) -> Scenario | None:
        """The chosen scenario, as far as it has been read."""
        return self.known.get(self.pane("scenarios").chosen)

    # --- drawing ---

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Scenarios, about, seats."""
        yield "scenarios", Page(self.say("setup-scenarios"), tuple(row("   ", name, key=name) for name in self.names))
        yield "about", Page(self.say("setup-about"), tuple(self.about()))
        yield "seats", Page(self.say("setup-seats"), tuple(self.seats()))

    def about(self) -> list[Row]:
        """The chosen scenario in a few lines."""
        scenario, cells = self.scenario, self.pane("about").size.width
        if scenario is None:
            return paragraph(self.say("setup-broken" if self.pane("scenarios").chosen in self.known else "setup-reading"), cells)
        language = self.ours.desk.language
        facts: dict[str, str | int] = {
            "issues": len(scenario.issues),
            "rounds": scenario.rounds,
            "players": scenario.players,
            "minutes": scenario.minutes,
        }
        rows = [row(" ", Span(scenario.label[language], "strong")), *paragraph(self.say("setup-facts", **facts), cells)]
        return [*rows, *(each for text in scenario.brief.get(language, ())[:3] for each in paragraph(text, cells, ink="soft"))]

    def seats(self) -> list[Row]:
        """Who plays what."""
        scenario = self.scenario
        if scenario is None:
            return []
        rows: list[Row] = []
        for party in scenario.parties:
            rows.append(self.value_row(f"who {party.id}", party.label[self.ours.desk.language], self.who_text(scenario, party)))
            if self.of(scenario, party) == YOU:
                rows.append(self.value_row(f"count {party.id}", f"  {self.say('setup-count')}", str(self.count.get(party.id, 1))))
                spoken = self.language.get(party.id, self.ours.desk.language)
                rows.append(self.value_row(f"language {party.id}", f"  {self.say('setup-language')}", self.say(f"setup-language-{spoken}")))
        rows.append(self.value_row("hints", self.say("setup-hints"), self.say("setup-on" if self.ours.likes.hints else "setup-off")))
        return [*rows, BLANK, *paragraph(self.say("setup-note"), self.size.width, ink="soft")]

    def value_row(self, key: str, name: str, value: str) -> Row:
        """Something that can be changed."""
        signs = self.signs
        return row(
            "   ", fit(name, 24), Span(f"{signs.less} ", "key", f"less:{key}"), Span(value, "strong"), Span(f" {signs.more}", "key", f"more:{key}"),
            key=key,
        )  # fmt: skip

    def who_text(self, scenario: Scenario, party: Party) -> str:
        """Who plays a side."""
        who = self.of(scenario, party)
        return self.say("setup-you") if who == YOU else self.say("setup-bot", style=self.say(f"word-style-{who.replace('_', '-')}"))

    def of(self, scenario: Scenario, party: Party) -> str:
        """Who plays a side: YOU, or a style. At first the side that is asked is yours."""
        from tui.commands.play import default_side

        return self.who.get(party.id, YOU if party.id == default_side(scenario) else DEFAULT_BOT)

    # --- what can be done ---

    def do_less(self) -> None:
        """The value before."""
        self.change(self.pane("seats").chosen, -1)

    def do_more(self) -> None:
        """The next value."""
        self.change(self.pane("seats").chosen, 1)

    def is_open(self, name: str) -> bool:
        """Values change on the seats only."""
        if name in ("less", "more"):
            return self.focused is self.pane("seats")
        return super().is_open(name)

    def hit(self, pane: Pane, kind: str, what: str) -> None:
        """A click on an arrow."""
        self.change(what, -1 if kind == "less" else 1)

    def change(self, key: str, by: int) -> None:
        """Change a value."""
        scenario = self.scenario
        kind, _, id_ = key.partition(" ")
        if kind == "hints":
            self.ours.likes.hints = not self.ours.likes.hints
            self.ours.likes.save()
        elif scenario is not None and kind == "who":
            self.who[id_] = turned(self.choices(), self.of(scenario, next(party for party in scenario.parties if party.id == id_)), by)
        elif scenario is not None and kind == "count":
            self.count[id_] = max(1, min(self.most(scenario, id_), self.count.get(id_, 1) + by))
        elif kind == "language":
            self.language[id_] = turned(LANGUAGES, self.language.get(id_, self.ours.desk.language), by)
        self.draw()

    def choices(self) -> tuple[str, ...]:
        """Who may play a side."""
        from tui.plain.opponents import styles

        return (YOU, *styles())

    def most(self, scenario: Scenario, party: str) -> int:
        """Most player seats of a side."""
        from sim.table.seating import seats_of

        return len(seats_of(scenario, next(each.index for each in scenario.parties if each.id == party)))

    def do_next(self) -> None:
        """Sit down."""
        scenario = self.scenario
        if scenario is None:
            self.tell(self.say("setup-broken" if self.pane("scenarios").chosen in self.known else "setup-reading"))
            return
        plan = self.plan(scenario)
        self.dismiss(None)
        self.app.call_later(begin, self.ours, plan)

    do_main = do_next

    def chose(self, pane: Pane, key: str) -> None:
        """A second click on a scenario starts it; on a seat it changes the value."""
        if pane.id == "seats":
            self.change(key, 1)
        else:
            self.do_next()

    def plan(self, scenario: Scenario) -> Plan:
        """What was chosen."""
        who = {party.id: self.of(scenario, party) for party in scenario.parties}
        people = [party for party, one in who.items() if one == YOU]
        bots = [one for one in who.values() if one != YOU]
        counts = [f"{party}:{self.count[party]}" for party in people if self.count.get(party, 1) > 1]
        return Plan(
            scenario=self.pane("scenarios").chosen,
            side=",".join(people) or "none",
            seats=",".join(counts) or None,
            bots=",".join(bots) or None,
            languages=self.spoken(scenario, people, counts),
        )

    def spoken(self, scenario: Scenario, people: list[str], counts: list[str]) -> dict[str, str]:
        """The language of every seat."""
        from tui.commands.play import seating_of

        seating = seating_of(scenario, ",".join(counts) or None)
        default = self.ours.desk.language
        return {seat.id: self.language.get(scenario.parties[seat.party].id, default) for seat in seating.seats}


def turned(values: tuple[str, ...], now: str, by: int) -> str:
    """The value before or behind, round and round."""
    return values[((values.index(now) if now in values else 0) + by) % len(values)]
