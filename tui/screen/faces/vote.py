"""The vote, revealed one group at a time. Nothing can be changed any more; it is read, and then the game goes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from sim.table import happened as h
from tui.screen.commands import ALL_SHOWN, NEXT, Command
from tui.screen.face import GameFace
from tui.screen.ink import Page, paragraph
from tui.screen.pages.now import act_row
from tui.screen.pages.vote import Ballot, count, order, vote
from tui.screen.pane import Pane
from tui.screen.playing import Playing
from tui.screen.stops import Stop


class VoteFace(GameFace):
    """Group by group."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, ALL_SHOWN)
    FIRST_FOCUS = "count"
    DEFAULT_CSS = """
    VoteFace #vote { height: 9; }
    VoteFace #now { height: 4; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.ballot: Ballot | None = None

    def panes(self) -> ComposeResult:
        """The votes, the count, what to do."""
        yield Pane("vote", marks=False, focusable=False)
        yield Pane("count", marks=False)
        yield Pane("now", marks=False, focusable=False)

    def now_shown(self) -> Ballot | None:
        """The vote as far as it is shown; None where none waits to be read."""
        stop = self.look().stop
        if stop is None:
            return None
        if self.ballot is None or self.ballot.stop != stop:
            self.ballot = ballot_of(self.play, stop)
        return self.ballot

    def pages(self) -> Iterable[tuple[str, Page]]:
        """Votes, count, guiding line."""
        look, ballot = self.look(), self.now_shown()
        if ballot is None:
            return
        cells = self.size.width
        page = vote(look, cells, ballot)
        self.pane("vote").styles.height = min(len(page.rows) + 1, max(self.size.height - 14, 9))
        acts = [("next", "Enter", self.label("next")), *([] if self.is_all_shown() else [("all", "a", self.label("all"))])]
        guide = paragraph(self.say("vote-guide-end" if self.is_all_shown() else "vote-guide"), cells)
        yield "vote", page
        yield "count", count(look, cells, ballot)
        yield "now", Page(self.say("vote-now"), (*guide, act_row(look, acts)))

    def is_all_shown(self) -> bool:
        """Whether the last group has been shown."""
        ballot = self.now_shown()
        return ballot is None or ballot.shown >= len(order(self.look(), ballot.stop))

    def is_open(self, name: str) -> bool:
        """Everything at once only while something is left; why groups said what they said is no public knowledge."""
        if name == "why":
            return False
        return not self.is_all_shown() if name == "all" else super().is_open(name)

    def show(self, by: int) -> None:
        """Show so many more votes."""
        ballot = self.now_shown()
        if ballot is not None:
            shown = min(ballot.shown + by, len(order(self.look(), ballot.stop)))
            self.ballot = Ballot(ballot.stop, shown, ballot.levels, ballot.later)

    def do_next(self) -> None:
        """The next group; behind the last one the game goes on."""
        if self.is_all_shown():
            self.play.has_read()
            self.dismiss(None)
        else:
            self.show(1)

    do_main = do_next

    def do_all(self) -> None:
        """Everything at once."""
        ballot = self.now_shown()
        if ballot is not None:
            self.show(len(ballot.stop.events))

    def hint(self) -> str:
        """The hint of the first game, while there is something left to show."""
        return "" if self.is_all_shown() else super().hint()

    def do_back(self) -> None:
        """Escape shows everything first, then goes on: a vote is not missed by accident."""
        if self.is_all_shown():
            self.do_next()
        else:
            self.do_all()


def ballot_of(play: Playing, stop: Stop) -> Ballot:
    """A vote before its first group is shown, with what was voted on and what has happened since."""
    accords = [event for event in play.happened_since(-1) if isinstance(event, h.AccordReached) and event.number <= stop.number]
    return Ballot(stop, levels=accords[-1].levels if accords else (), later=behind(play, stop))


def behind(play: Playing, stop: Stop) -> tuple[h.Happened, ...]:
    """What happened behind a stop: the game has gone on while it is read."""
    every = play.happened_since(-1)
    at = max((place for place, event in enumerate(every) if event == stop.events[-1]), default=len(every))
    return every[at + 1 :]
