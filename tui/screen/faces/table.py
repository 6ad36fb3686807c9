"""The table: the one screen that a game is played at. A step changes the pane "Now", and nothing else moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from sim.kernel import codes as c
from sim.kernel import tables as k
from sim.table.actions import plain
from tui.screen import stops
from tui.screen.commands import LOOKING, NEXT, TALKING, Command, command, shown
from tui.screen.face import LookingFace
from tui.screen.ink import Page
from tui.screen.look import Look
from tui.screen.pages.agenda import agenda
from tui.screen.pages.demands import compact as demands
from tui.screen.pages.logs import log
from tui.screen.pages.meters import compact as meters
from tui.screen.pages.now import now
from tui.screen.pages.relations import relations
from tui.screen.pages.strips import passing
from tui.screen.pane import Pane

OWN_SHEET = {k.WORK_DRAW: "draw", k.WORK_SECOND: "draw", k.WORK_OWN_LEVER: "draw", k.WORK_ANSWER: "response", k.WORK_HOME: "home"}
UPPER, UPPER_WIDE, WIDER = 14, 15, 10  # lines of agenda and strips, as in the style below
BARE = {"accept": c.ACT_ACCEPT, "hold": c.ACT_HOLD, "break": c.ACT_BREAK, "done": c.ACT_DONE}


class TableFace(LookingFace):
    """The table of a game."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        NEXT, *LOOKING, *TALKING, command("done", "f9", 86), command("auto", "a", 40), command("issue", "space", 10), command("swap", "x", 8),
    )  # fmt: skip
    FIRST_FOCUS = "agenda"
    DEFAULT_CSS = """
    TableFace #upper { height: 14; }
    TableFace #agenda { width: 48; }
    TableFace #relations { height: 5; }
    TableFace #now { height: 4; }
    TableFace #wider { display: none; height: 10; }
    TableFace.wide #wider { display: block; }
    TableFace.wide #agenda { width: 1fr; }
    TableFace.wide #right { width: 48; }
    TableFace.wide #upper { height: 15; }
    TableFace.wide #now { height: 5; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.left_sheet = -1  # line behind which the own sheet was left to look around
        self.swapped = False  # the strips show the other side's body

    def panes(self) -> ComposeResult:
        """Agenda left, relations and strips right, Now and the log below."""
        with Horizontal(id="upper"):
            yield Pane("agenda")
            with Vertical(id="right"):
                yield Pane("relations")
                yield Pane("passing")
        yield Pane("now", marks=False, focusable=False)
        with Horizontal(id="wider"):
            yield Pane("meters", marks=False)
            yield Pane("demands", marks=False)
        yield Pane("log", marks=False)

    def drawn_from(self) -> object:
        """The look, which is a new value when anything changes; the sizes of the panes; which body is shown."""
        sizes = tuple(self.pane(id).size for id in ("agenda", "relations", "passing", "log", "meters"))
        self.look()
        return self.play.look_key, sizes, self.swapped, self.said, self.play.auto, self.play.queue == []

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Everything on the table."""
        look = self.look()
        told = self.play.text_of(look.stop) if look.stop is not None and look.stop.kind in (stops.NEWS, stops.DEMAND) else ()
        lines = self.pane("log").space
        yield "agenda", agenda(look, self.pane("agenda").size.width)
        yield "relations", relations(look, self.pane("relations").size.width)
        yield "passing", passing(look, self.pane("passing").size.width, other=self.swapped)
        yield "now", self.now_page(look, told)
        if self.is_wide:
            for id, compact in (("meters", meters), ("demands", demands)):
                yield id, compact(look, self.pane(id).size.width, self.pane(id).space)
        yield "log", log(look, self.size.width, lines)

    def now_page(self, look: Look, told: Sequence[str]) -> Page:
        """The pane "Now", as high as what it says; the log below gives way."""
        room = self.size.height - (UPPER_WIDE + WIDER if self.is_wide else UPPER) - 3 - max(len(self.hint_lines()), 1)
        page = now(look, self.size.width, self.acts(look), told, room)
        used = max(min(len(page.rows), room), 3)
        self.pane("now").styles.height = used + 1
        self.pane("log").display = room - used >= 2
        return page

    def acts(self, look: Look) -> list[tuple[str, str, str]]:
        """What can be done now: command, key, label."""
        wanted = ("next", "done", "compose", "accept", "hold", "break", "link", "acts", "undo")
        found = {each.name: each for each in self.COMMANDS_HERE}
        return [(name, shown(found[name].keys[0]), self.label(name)) for name in wanted if self.is_open(name)]

    # --- what can be done ---

    def is_open(self, name: str) -> bool:
        """Whether a command works now."""
        look = self.look()
        if name in BARE:
            return look.stop is None and self.may(look, BARE[name])
        if name == "next":
            return bool(look.stop) or self.due() != "" or self.asked_aside() or look.view.is_over or self.can_step()
        if name == "compose":
            return bool(look.seat) and not look.view.is_over
        if name == "link":
            return look.options is not None and any(option.is_open for option in look.options.of_kind(c.ACT_LINK))
        if name == "undo":
            return look.can_undo
        if name == "auto":
            return not self.play.table.people and not look.view.is_over
        if name.startswith("sheet"):
            return 1 < len(look.people) >= int(name[-1])
        return super().is_open(name)

    def may(self, look: Look, kind: int) -> bool:
        """Whether a bare act is allowed now."""
        return look.options is not None and any(option.is_open for option in look.options.of_kind(kind))

    def asked_aside(self) -> bool:
        """Whether a person must choose something that a card, a rule or a reframe asks."""
        view = self.play.view()
        return bool(self.play.table.acting()) and (view.choice is not None or view.reframe is not None)

    def can_step(self) -> bool:
        """Whether watched bots wait for a key."""
        return not self.play.auto and not self.play.game.is_over and not self.play.thinking

    def due(self) -> str:
        """The sheet on which a person acts now, "" for none."""
        play = self.play
        view = play.view()
        if not play.table.acting() or play.stops or view.is_over or view.choice is not None or view.reframe is not None or play.queue:
            return ""
        return OWN_SHEET.get(view.work, "")

    def settle(self) -> None:
        """The game stands still: open what must be read or done first."""
        play = self.play
        if play.stops and play.stops[0].kind in (stops.VOTE, stops.REPORT, stops.END):
            self.ours.show_stop(play.stops[0].kind)
            return
        if not play.thinking and self.left_sheet != len(play.game.lines):
            self.open_due()

    def open_due(self) -> None:
        """Open the sheet on which a person acts now, behind the curtain where several sides share the screen."""
        seat, due = self.play.wants_curtain(), self.due()
        if seat:
            self.ours.show_curtain(seat)
        elif due:
            self.ours.show_sheet(due)

    def on_screen_resume(self) -> None:
        """Back at the table: the game may have gone on. The toolkit calls that of Face as well."""
        if self.is_mounted:
            self.call_later(self.ours.advance)

    # --- commands ---

    def run(self, name: str) -> bool:
        """Do a command; those that open the sheet of a seat differ in its number only."""
        if name.startswith("sheet") and self.is_open(name):
            self.open_sheet(int(name[-1]))
            return True
        return super().run(name)

    def do_next(self) -> None:
        """The main act: read on, open the sheet, let a bot act."""
        play = self.play
        if play.stops:
            play.has_read()
        elif self.due():
            self.open_due()
            return
        elif self.asked_aside():
            self.do_acts()
            return
        elif self.can_step():
            play.step_asked = True
        elif play.game.is_over:
            self.ours.show_stop(stops.END)
            return
        self.ours.advance()

    def do_main(self) -> None:
        """F9: whatever Enter does."""
        if self.is_open("next"):
            self.do_next()

    def bare(self, name: str) -> None:
        """An act without arguments."""
        self.act(plain(self.play.seat, BARE[name]))

    def confirmed(self, name: str) -> None:
        """An act that cannot be withdrawn is asked for."""
        self.ours.ask(
            self.say(f"ask-{name}-title"),
            [self.say(f"ask-{name}")],
            self.say(f"ask-{name}-act"),
            self.say("ask-keep"),
            lambda: self.bare(name),
        )

    def do_accept(self) -> None:
        """Accept the offer on the table."""
        self.confirmed("accept")

    def do_hold(self) -> None:
        """Neither yes nor no."""
        self.bare("hold")

    def do_break(self) -> None:
        """End the offers of the round."""
        self.confirmed("break")

    def do_done(self) -> None:
        """End the own part of a step."""
        self.bare("done")

    def do_undo(self) -> None:
        """Take the last act back."""
        self.tell(self.play.take_back() or self.say("screen-undone"))
        self.ours.advance()

    def do_auto(self) -> None:
        """Watched bots go on by themselves, or stop."""
        self.play.auto = not self.play.auto
        self.ours.advance()

    def do_swap(self) -> None:
        """The strips show the other body."""
        self.swapped = not self.swapped

    def do_compose(self) -> None:
        """A package of one's own."""
        self.ours.show_sheet("composer", self.pane("agenda").chosen)

    def do_link(self) -> None:
        """Link two issues."""
        self.ours.show_sheet("acts")

    def do_acts(self) -> None:
        """Every act with its price and effect."""
        self.ours.show_sheet("acts")

    def do_log(self) -> None:
        """The whole log."""
        self.ours.show_sheet("log")

    def do_replay(self) -> None:
        """The game so far, event by event."""
        self.ours.show_sheet("replay")

    def do_type(self) -> None:
        """Type a line of notation."""
        self.ours.show_sheet("type")

    def do_issue(self) -> None:
        """The card of the chosen issue."""
        self.ours.show_sheet("issue", self.pane("agenda").chosen)

    def open_sheet(self, number: int) -> None:
        """The own sheet of a seat, behind the curtain."""
        self.ours.show_curtain(self.look().people[number - 1], is_looking=True)

    def do_back(self) -> None:
        """Leave the game; an own sheet that was opened to look is put away first."""
        play = self.play
        if play.table.sheet and play.table.is_looking:
            play.close_sheet()
            self.ours.advance()
            return
        self.ours.ask(
            self.say("leave-title"), [self.say("leave-kept")], self.say("leave-act"), self.say("leave-stay"), lambda: self.dismiss(None)
        )

    def chose(self, pane: Pane, key: str) -> None:
        """A second click on an issue opens its card."""
        if pane.id == "agenda":
            self.do_issue()
