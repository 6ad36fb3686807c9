"""The review: one package, one vote; what the others will see, and what it means here. The safe answer is Escape."""

from __future__ import annotations

from typing import ClassVar

from sim.kernel import codes as c
from sim.table.actions import Action, offer
from sim.table.notation import write_action
from tui.screen.commands import Command, command
from tui.screen.face import GameFace
from tui.screen.ink import BLANK, Page
from tui.screen.overlay import Overlay
from tui.screen.pages.composer import Levels
from tui.screen.pages.composer_review import buttons, review

SEND = {c.ACT_OFFER: "offer", c.ACT_SUGGEST: "suggest"}


class ReviewFace(Overlay, GameFace):
    """Gives back True where the package is to be sent. action: what would send it; None: it can only be kept. later: why."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (command("main", "f9 ctrl+enter ctrl+j", 90), command("back", "escape", 85))

    def __init__(self, levels: Levels, action: Action | None, later: str = "") -> None:
        super().__init__()
        self.levels, self.action, self.later = levels, action, later

    @property
    def what(self) -> str:
        """What F9 does: offer, suggest, keep."""
        return SEND[self.action.kind] if self.action is not None else "keep"

    def page(self) -> Page:
        """The package, and the two answers."""
        look, play = self.look(), self.play
        action = self.action or offer(look.seat, self.levels)
        notation = write_action(action, look.names.scenario, look.names.seating, play.game.context())
        rows = review(look, self.cells, self.levels, notation, self.later)
        answers = buttons(self.cells, self.label("main"), self.label("back"))
        return Page(self.say(f"review-title-{self.what}"), (*rows, BLANK, answers))

    def label(self, name: str) -> str:
        """The verbs of this question."""
        if name in ("main", "back"):
            return self.say(f"review-{self.what}" if name == "main" else "review-edit")
        return super().label(name)

    def do_main(self) -> None:
        """Send it; or keep it for later."""
        self.dismiss(True)

    def do_back(self) -> None:
        """Keep editing."""
        self.dismiss(False)
