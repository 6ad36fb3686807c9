"""Replay: the game again, line by line. During play the own view only; after the end as any side saw it, or with nothing hidden."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tui.screen.commands import Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Line, Page
from tui.screen.look import Look
from tui.screen.pages.replay import agenda_then, changed, head, lines_page
from tui.screen.pane import Pane
from tui.screen.past import EVERYTHING, Moment, Past, branched

LEFT, LEFT_WIDE = 30, 46
LEAST_CHANGED = 6  # lines of what a line changed


class ReplayFace(GameFace):
    """Lines on the left; the agenda as it stood and what the line changed on the right. Arrows, wheel and brackets go through them."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        command("next-event", "] right", 84),
        command("last-event", "[ left", 82),
        command("next-round", "}", 62),
        command("last-round", "{", 61),
        command("first-event", "home", 12),
        command("newest-event", "end", 11),
        command("seen-as", "s", 78),
        command("branch", "b", 76),
    )
    FIRST_FOCUS = "lines"
    DEFAULT_CSS = """
    ReplayFace #lines { width: 30; }
    ReplayFace.wide #lines { width: 46; }
    ReplayFace #then { height: 14; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.past: Past | None = None
        self.viewer = EVERYTHING

    def panes(self) -> ComposeResult:
        """Lines left, the agenda and what changed right."""
        with Horizontal():
            yield Pane("lines")
            with Vertical():
                yield Pane("then", marks=False)
                yield Pane("changed", marks=False)

    def on_mount(self) -> None:
        """Begin at the newest line, as who looks. The toolkit calls that of Face as well."""
        self.past = Past(self.play)
        self.viewer = self.past.viewers[0]
        self.pane("lines").chosen = str(self.moments()[-1].number)

    # --- where it stands ---

    @property
    def was(self) -> Past:
        """What was."""
        assert self.past is not None
        return self.past

    def moments(self) -> tuple[Moment, ...]:
        """The lines of who it is seen as. A side whose sheet was put away meanwhile is seen no more."""
        if self.viewer not in self.was.viewers:
            self.viewer = self.was.viewers[0]
        return self.was.moments(self.viewer)

    @property
    def at(self) -> int:
        """The place of the chosen line among them: where it is not to be seen, the one before it."""
        chosen = int(self.pane("lines").chosen or 0)
        return max((place for place, moment in enumerate(self.moments()) if moment.number <= chosen), default=0)

    @property
    def moment(self) -> Moment:
        """The chosen line."""
        return self.moments()[self.at]

    # --- what it shows ---

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Lines, agenda, changes."""
        moment = self.moment
        look = self.look_then(moment)
        lines = self.pane("lines")
        lines.chosen = str(moment.number)
        cells = self.size.width - (LEFT_WIDE if self.is_wide else LEFT)
        yield "lines", lines_page(look.names, self.moments(), LEFT_WIDE if self.is_wide else LEFT)
        then = agenda_then(look, cells)
        self.pane("then").styles.height = max(min(len(then.rows) + 1, self.size.height - 4 - LEAST_CHANGED), 3)
        yield "then", then
        yield "changed", changed(look, moment, self.was.told(moment, self.viewer), cells)
        lines.keep_in_sight()  # its size may be known only now
        lines.refresh()

    def look_then(self, moment: Moment) -> Look:
        """What the agenda of then is drawn from."""
        return self.was.look(moment.number, self.viewer, self.signs, self.size.width, self.size.height)

    def head(self) -> Line:
        """Which line, and as whom."""
        look = self.look_then(self.moment)
        name = self.say("scrub-as-all") if self.viewer == EVERYTHING else self.say("scrub-as", seat=look.names.seat(self.viewer))
        return head(look, self.moment, self.moments()[-1].number, name)

    def hint(self) -> str:
        """Nothing: no hint of the first game fits here."""
        return ""

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """Whether a command works now. There is no "why" of a number that is no more."""
        if name == "why":
            return False
        if name == "seen-as":
            return self.past is not None and len(self.was.viewers) > 1
        if name == "branch":
            return self.past is not None and self.was.may_branch
        return super().is_open(name)

    def go(self, place: int) -> None:
        """To a line by its place."""
        moments = self.moments()
        self.pane("changed").top = 0
        self.pane("lines").choose(str(moments[max(0, min(place, len(moments) - 1))].number))

    def moved(self, pane: Pane, key: str) -> None:
        """Another line: what it changed is read from its beginning."""
        if pane.id == "lines":
            self.pane("changed").top = 0

    def do_next_event(self) -> None:
        """One line on."""
        self.go(self.at + 1)

    def do_last_event(self) -> None:
        """One line back."""
        self.go(self.at - 1)

    def do_next_round(self) -> None:
        """To where the next round begins, or to the end."""
        moments = self.moments()
        self.go(next((place for place in range(self.at + 1, len(moments)) if moments[place].begins is not None), len(moments) - 1))

    def do_last_round(self) -> None:
        """To where this round began, or the one before."""
        moments = self.moments()
        self.go(next((place for place in range(self.at - 1, -1, -1) if moments[place].begins is not None), 0))

    def do_first_event(self) -> None:
        """To the start."""
        self.go(0)

    def do_newest_event(self) -> None:
        """To the newest line."""
        self.go(len(self.moments()) - 1)

    def do_seen_as(self) -> None:
        """As the next side saw it; then with nothing hidden."""
        viewers = self.was.viewers
        self.viewer = viewers[(viewers.index(self.viewer) + 1) % len(viewers)]
        self.pane("changed").top = 0

    def do_branch(self) -> None:
        """Another game from here on; asked first, since this one is put away."""
        number = self.moment.number
        if self.was.is_end(number):
            self.tell(self.say("scrub-branch-end"))
            return
        self.ours.ask(
            self.say("scrub-branch-title"), [self.say("scrub-branch", line=number), self.say("scrub-branch-kept")],
            self.say("scrub-branch-act"), self.say("scrub-branch-stay"), lambda: self.branch(number),
        )  # fmt: skip

    def branch(self, number: int) -> None:
        """Put this game away, and sit down at the new one."""
        from tui.screen.faces.welcome import WelcomeFace

        play, app = self.play, self.ours
        languages = {seat.id: play.table.language_of(seat.id) for seat in play.names.seating.seats}
        set_up = branched(play, number, self.viewer, languages)
        while len(app.screen_stack) > 1 and not isinstance(app.screen, WelcomeFace):
            app.pop_screen()
        app.close_game()
        app.seat_down(set_up)
