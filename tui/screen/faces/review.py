"""The review: one package, one vote; what the others will see, and what it means here. The safe answer is Escape."""

from __future__ import annotations

from typing import ClassVar

from sim.kernel import codes as c
from sim.table.actions import Action
from sim.table.notation import write_action
from tui.screen.commands import Command, command
from tui.screen.face import GameFace
from tui.screen.ink import BLANK, Page, Span, row
from tui.screen.overlay import Overlay
from tui.screen.pages.composer import Draft, review


class ReviewFace(Overlay, GameFace):
    """Gives back True where the package is to be sent. action: what would send it; None: it can only be kept for Talks."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (command("main", "f9 ctrl+enter ctrl+j", 90),)

    def __init__(self, draft: Draft, action: Action | None) -> None:
        super().__init__()
        self.draft, self.action = draft, action

    def page(self) -> Page:
        """The package, and the two answers."""
        look = self.look()
        if self.action is None:
            notation = look.names.package(self.draft.levels)
        else:
            notation = write_action(self.action, look.names.scenario, look.names.seating, self.play.game.context())
        rows = review(look, self.cells, self.draft, notation)
        buttons = row(
            "   ", Span(f"[ {self.label('main')}  F9 ]", "key", "do:main"), "   ", Span(f"[ {self.label('back')}  Esc ]", "key", "do:back")
        )
        return Page(self.say("review-title" if self.action is not None else "review-title-keep"), (*rows, BLANK, buttons))

    def label(self, name: str) -> str:
        """The verbs of this question."""
        if name == "main":
            kind = self.action.kind if self.action is not None else None
            return self.say(
                {c.ACT_OFFER: "review-offer", c.ACT_SUGGEST: "review-suggest"}.get(kind, "review-keep")
                if kind is not None
                else "review-keep"
            )
        return self.say("review-edit") if name == "back" else super().label(name)

    def do_main(self) -> None:
        """Send it; or keep it for later."""
        self.dismiss(True)

    def do_back(self) -> None:
        """Keep editing."""
        self.dismiss(False)
