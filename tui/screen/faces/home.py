"""Home: groundwork is planned here, seen against the vote it leads to; then the accord is submitted, or kept back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from sim.kernel import codes as c
from sim.kernel import tables as k
from sim.table.actions import plain
from tui.screen.commands import VALUES, Command, command
from tui.screen.faces.own import FIXED, LOOKS, OwnSheet
from tui.screen.ink import Page
from tui.screen.pages import home as pages
from tui.screen.pane import Pane

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
