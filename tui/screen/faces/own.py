"""OwnSheet: what the sheets on which a seat acts unseen have in common. What is chosen there is sent at once with the main act."""

from __future__ import annotations

from typing import ClassVar

from tui.screen.commands import LOOKING, VALUES, Command, command, shown
from tui.screen.face import LookingFace
from tui.screen.pane import Pane
from tui.screen.plans import Plan, plan_of

CHANGE = command("change", "enter", 83)
LOOKS = tuple(each for each in LOOKING if each.name in ("meters", "demands", "clues", "briefing"))
FIXED = 2  # lines of head and key bar


class OwnSheet(LookingFace):
    """A sheet of a seat. WORKS: the works of a step that it is for."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (*VALUES, CHANGE, *LOOKS)
    WORKS: ClassVar[tuple[int, ...]] = ()
    NAMED: ClassVar[tuple[str, ...]] = ("main", "change", "less")  # commands that the pane "Now" names

    def __init__(self, *facts: str) -> None:
        super().__init__()
        self.owner = ""

    def on_mount(self) -> None:
        """The sheet belongs to the seat that acts when it is opened."""
        self.owner = self.play.seat

    @property
    def plan(self) -> Plan:
        """What is chosen here and not sent."""
        return plan_of(self.play)

    def acts(self) -> list[tuple[str, str, str]]:
        """What the pane "Now" names: command, key, label."""
        found = {each.name: each for each in self.commands()}
        named = [name for name in self.NAMED if name in found and self.is_open(name)]
        return [(name, self.shown_key(found[name]), self.say("response-values") if name == "less" else self.label(name)) for name in named]

    def shown_key(self, command: Command) -> str:
        """The key of a command; less and more stand together."""
        return f"{self.signs.less}{self.signs.more}" if command.name == "less" else shown(command.keys[0])

    def set_lines(self, id: str, lines: int) -> None:
        """A pane takes so many lines, its title among them; none hides it."""
        pane = self.pane(id)
        pane.display = lines > 0
        if lines > 0:
            pane.styles.height = lines

    # --- when it is over ---

    def is_due(self) -> bool:
        """Whether the seat still acts here."""
        play = self.play
        view, acting = play.view(), play.table.acting()
        if not acting or play.stops or view.is_over or view.choice is not None or view.reframe is not None:
            return False
        seating = play.game.seating
        return view.work in self.WORKS and play.seat == self.owner and seating.named(acting).party == seating.named(self.owner).party

    def settle(self) -> None:
        """The game stands still: a sheet that is over is put away. While the rest of what was sent waits for a bot it stays."""
        if self.is_current and not (self.play.queue and self.play.thinking) and not self.is_due():
            self.dismiss(None)

    def on_screen_resume(self) -> None:
        """Shown again: the game may have gone on."""
        if self.is_mounted and self.owner:
            self.call_later(self.settle)

    def may_send(self) -> bool:
        """Whether something can be sent now; while a bot thinks it is told instead."""
        if self.play.thinking or self.play.queue:
            self.tell(self.say("response-wait"))
            return False
        return True

    # --- commands ---

    def do_table(self) -> None:
        """Back to the table; what is chosen stays chosen."""
        self.dismiss(None)

    def do_less(self) -> None:
        """The value before."""
        self.step_focused(-1)

    def do_more(self) -> None:
        """The value behind."""
        self.step_focused(1)

    def step_focused(self, by: int) -> None:
        """Another value on the chosen row of the focused pane."""
        pane = self.focused_pane
        if pane is not None:
            self.step(pane.id or "", pane.chosen, by)

    def step(self, pane: str, key: str, by: int) -> None:
        """Another value on a row."""

    def do_change(self) -> None:
        """What Enter does on the chosen row."""
        pane = self.focused_pane
        if pane is not None and pane.chosen:
            self.change(pane.id or "", pane.chosen)

    def change(self, pane: str, key: str) -> None:
        """What Enter does on a row."""
        self.step(pane, key, 1)

    def chose(self, pane: Pane, key: str) -> None:
        """A second click on a row is Enter."""
        self.change(pane.id or "", key)

    def hit(self, pane: Pane, kind: str, what: str) -> None:
        """A click on one of the signs beside a value."""
        if kind in ("less", "more"):
            self.said = ""
            self.step(pane.id or "", what, -1 if kind == "less" else 1)
            self.draw()
