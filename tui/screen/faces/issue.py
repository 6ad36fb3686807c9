"""The card of an issue: a box with its levels; Enter takes the chosen level into the draft."""

from __future__ import annotations

from typing import ClassVar

from tui.screen.commands import NEXT, Command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.overlay import Overlay
from tui.screen.pages import issue as pages
from tui.screen.pane import Pane

WIDE_BOX = 100


class IssueFace(Overlay, GameFace):
    """The card. issue: its id."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)

    def __init__(self, issue: str) -> None:
        super().__init__()
        self.issue = issue

    def on_mount(self) -> None:
        """It opens on what is on the table, asked, or in force."""
        self.pane("body").chosen = str(pages.first_level(pages.issue_of(self.look(), self.issue)))

    @property
    def cells(self) -> int:
        """Cells inside the box."""
        return min(WIDE_BOX if self.is_wide else self.BOX_CELLS, self.size.width - 2)

    def page(self) -> Page:
        """The card."""
        return pages.card(self.look(), self.cells, self.issue, self.pane("body").chosen)

    def is_open(self, name: str) -> bool:
        """A level is drafted by who has a seat in a game that goes on."""
        if name in ("next", "main"):
            look = self.look()
            return bool(look.seat) and not look.view.is_over
        return super().is_open(name)

    def label(self, name: str) -> str:
        """Enter takes the level into the draft."""
        return self.say("card-take") if name in ("next", "main") else super().label(name)

    def do_next(self) -> None:
        """Take the chosen level into the draft, and open the composer; a locked one says why."""
        look = self.look()
        issue = pages.issue_of(look, self.issue)
        chosen = self.pane("body").chosen
        if not chosen.isdigit():
            return
        locked = pages.lock_text(look, issue, int(chosen))
        if locked:
            self.tell(locked)
            return
        self.play.draft.now.set(issue.index, int(chosen))
        self.dismiss(None)
        self.app.call_later(self.ours.show_sheet, "composer", look.names.scenario.issues[issue.index].id)

    do_main = do_next

    def typed_other(self, word: str) -> bool:
        """A digit chooses a level."""
        pane = self.pane("body")
        if not word.isdigit() or pane.place_of(word) is None:
            return False
        pane.choose(word)
        return True

    def chose(self, pane: Pane, key: str) -> None:
        """A second click is Enter."""
        if self.is_open("next"):
            self.run("next")
