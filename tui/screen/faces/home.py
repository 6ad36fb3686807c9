"""Home: groundwork is planned here, seen against the vote it leads to; then the accord is submitted, or kept back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, cast

from textual.app import ComposeResult

from sim.domain import Named, Package
from sim.kernel import codes as c
from sim.kernel import tables as k
from sim.table import explain_packages
from sim.table.actions import plain
from sim.table.forecast import with_groundwork
from sim.table.known import Known
from sim.table.reason import Reason
from tui.screen.commands import VALUES, Command, command
from tui.screen.faces.own import FIXED, LOOKS, OwnSheet
from tui.screen.faces.why import WhyFace
from tui.screen.ink import Page
from tui.screen.pages import home as pages
from tui.screen.pane import Pane
from tui.screen.playing import Playing

LEAST_FORECAST = 4  # lines of the pane of the forecast


class HomeFace(OwnSheet):
    """The sheet of step 5."""

    FIRST_FOCUS = "groups"
    WORKS = (k.WORK_HOME,)
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (*VALUES, command("consult", "c", 70), command("keep", "x", 72), *LOOKS)
    NAMED = ("main", "keep", "consult", "less")
    DEFAULT_CSS = """
    HomeFace #forecast { height: 1fr; }
    """

    def panes(self) -> ComposeResult:
        """Groups, forecast, consult, Now."""
        yield Pane("groups")
        yield Pane("forecast")
        yield Pane("consult", marks=False)
        yield Pane("now", marks=False, focusable=False)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """All panes; the forecast takes the lines that the others leave."""
        look, plan, cells = self.look(), self.plan, self.size.width
        found = pages.forecast_of(look, plan)
        groups = pages.groups_page(look, plan, found, self.pane("groups").chosen, cells)
        yield "groups", groups
        if not groups.rows[-1].key:  # the line below the groups speaks of the chosen one
            groups = pages.groups_page(look, plan, found, self.pane("groups").chosen, cells)
            yield "groups", groups
        consult = pages.consult_page(look, self.pane("groups").chosen, cells)
        now = pages.now_page(look, plan, cells, self.acts())
        for id, page in (("consult", consult), ("now", now)):
            self.set_lines(id, len(page.rows) + 1)
        left = self.size.height - FIXED - max(len(self.hint_lines()), 1) - len(consult.rows) - len(now.rows) - 2
        self.set_lines("groups", min(len(groups.rows) + 1, left - LEAST_FORECAST))
        yield "forecast", pages.forecast_page(look, found, cells, left - len(groups.rows) - 2)
        yield "consult", consult
        yield "now", now

    # --- choosing ---

    def step(self, pane: str, key: str, by: int) -> None:
        """A step of groundwork more or less; why there is no further one is told."""
        groups = self.play.names.scenario.groups
        if pane == "groups" and key:
            refused = pages.step_ground(self.look(), self.plan, next(entry.index for entry in groups if entry.id == key), by)
            if refused:
                self.tell(refused)

    def change(self, pane: str, key: str) -> None:
        """A second click on a group changes nothing: its signs do."""

    def step_focused(self, by: int) -> None:
        """Steps are placed on the chosen group, wherever the focus is."""
        self.step("groups", self.pane("groups").chosen, by)

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """What the seat may do, and what is open in this round."""
        look = self.look()
        if name == "consult":
            return bool(pages.consult_options(look))
        if name == "keep":
            return pages.may(look, c.ACT_KEEP_BACK)
        if name == "main":
            return pages.may(look, c.ACT_SUBMIT)
        if name in ("less", "more"):
            return pages.space_of(look) is not None
        return super().is_open(name)

    def label(self, name: str) -> str:
        """What the main act is here."""
        return self.say("home-submit") if name == "main" else super().label(name)

    def hint(self) -> str:
        """No hint once a step is planned: the person has found the keys."""
        return "" if any(self.plan.steps.values()) else super().hint()

    def do_consult(self) -> None:
        """Learn the mood of the chosen group, at once."""
        if not self.may_send():
            return
        chosen = self.pane("groups").chosen
        groups = self.play.names.scenario.groups
        option = next((each for each in pages.consult_options(self.look()) if groups[each.action.a].id == chosen), None)
        if option is not None:
            self.act(option.action)

    def do_why(self) -> None:
        """Why the number of the chosen row is what it is, with the groundwork that is planned."""
        pane = self.focused_pane
        names = pane.row.why if pane is not None and pane.row is not None else ()
        if names:
            self.ours.push_screen(PlannedWhyFace(names, pages.steps_of(self.look(), self.plan)))
        else:
            super().do_why()

    def on_pane_hit(self, message: Pane.Hit) -> None:
        """A click on a number asks the same; any other click is handled as everywhere."""
        kind, _, name = message.hit.partition(":")
        if kind == "why":
            message.prevent_default()
            message.stop()
            self.ours.push_screen(PlannedWhyFace((name,), pages.steps_of(self.look(), self.plan)))

    def do_main(self) -> None:
        """Submit; it cannot be withdrawn, so it is asked for."""
        if self.may_send():
            self.ours.ask(
                self.say("home-ask-title"), pages.before_sending(self.look(), self.plan), self.say("home-submit"), self.say("home-ask-stay"),
                self.submit,
            )  # fmt: skip

    def submit(self) -> None:
        """Groundwork first, then the word."""
        self.act(*pages.lines_to_send(self.look(), self.plan))
        self.settle()

    def do_keep(self) -> None:
        """Keep the accord back; it is asked for."""
        if self.may_send():
            self.ours.ask(
                self.say("home-keep-title"), [self.say("home-keep")], self.say("home-keep-act"), self.say("home-ask-stay"), self.keep_back
            )

    def keep_back(self) -> None:
        """The accord lapses, and nothing is paid."""
        self.act(plain(self.play.seat, c.ACT_KEEP_BACK))
        self.settle()


class Planned:
    """The game as it would be with the groundwork that is planned, for reasons; in all else the game itself."""

    def __init__(self, play: Playing, steps: Mapping[int, int]) -> None:
        self.play, self.steps = play, steps

    def __getattr__(self, name: str) -> object:
        return getattr(self.play, name)

    def explain(self, name: str) -> Reason:
        """A vote or a quota with the groundwork that is planned; any other number as it stands. Raises RuleBroken."""
        known = with_groundwork(self.play.view().known, self.steps)
        head, *words = name.split()
        if head == "vote" and words:
            group = entry_of(known.scenario.groups, words[0])
            if group is not None:
                return explain_packages.vote(known, known.scenario.groups[group.index], package_of(known, words[1:]))
        party = entry_of(known.scenario.parties, head.partition(".")[2]) if head.startswith("quota.") else None
        return explain_packages.quota(known, party.index, package_of(known, words)) if party is not None else self.play.explain(name)


def entry_of(entries: Iterable[Named], id_: str) -> Named | None:
    """An entry by its id."""
    return next((entry for entry in entries if entry.id == id_), None)


def package_of(known: Known, words: list[str]) -> Package:
    """The package that words name; without words the accord."""
    return explain_packages.package_of(known, words) if words else Package(known.bench().standing())


class PlannedWhyFace(WhyFace):
    """Why, while groundwork is planned and not sent."""

    def __init__(self, names: tuple[str, ...], steps: Mapping[int, int]) -> None:
        super().__init__(names)
        self.steps = steps

    @property
    def name_here(self) -> str:
        """It is called as any reason is."""
        return "why"

    @property
    def play(self) -> Playing:
        """The game, with the plan for reasons."""
        return cast(Playing, Planned(super().play, self.steps))
