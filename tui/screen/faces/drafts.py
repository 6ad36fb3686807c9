"""The drafts of a seat: up to five packages, none of them seen by anybody else."""

from __future__ import annotations

from typing import ClassVar

from tui.screen.commands import NEXT, Command, command
from tui.screen.face import GameFace
from tui.screen.ink import Page, Row, Span, fit, row
from tui.screen.overlay import Overlay


class DraftsFace(Overlay, GameFace):
    """A list of drafts."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, command("new-draft", "n", 60), command("copy-draft", "c", 55))

    def page(self) -> Page:
        """One draft a row."""
        drafts, look = self.play.draft, self.look()
        rows: list[Row] = []
        for number, draft in enumerate(drafts.every or [drafts.now]):
            mark = look.signs.done if number == drafts.at else " "
            rows.append(
                row("   ", Span(f"{mark} {number + 1}  ", "key"), fit(look.names.package(draft.levels), self.cells - 10), key=str(number))
            )
        return Page(self.say("composer-drafts"), tuple(rows))

    def do_next(self) -> None:
        """Work on the chosen one."""
        self.play.draft.choose(int(self.pane("body").chosen or 0))
        self.dismiss(None)

    do_main = do_next

    def do_new_draft(self) -> None:
        """One more, empty."""
        self.play.draft.add()
        self.dismiss(None)

    def do_copy_draft(self) -> None:
        """One more, as a copy of the chosen one."""
        drafts = self.play.draft
        drafts.add(drafts.every[int(self.pane("body").chosen or 0)].levels if drafts.every else None)
        self.dismiss(None)
