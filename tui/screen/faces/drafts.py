"""The drafts of a seat: up to five packages, none of them seen by anybody else."""

from __future__ import annotations

from typing import ClassVar

from tui.screen.commands import NEXT, Command, command
from tui.screen.drafts import MOST
from tui.screen.face import GameFace
from tui.screen.ink import BLANK, Page, Row
from tui.screen.overlay import Overlay
from tui.screen.pages.composer import Levels
from tui.screen.pages.composer_review import SUGGESTED, draft_row, no_room, suggested_row


class DraftsFace(Overlay, GameFace):
    """A list of drafts."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT, command("new-draft", "n", 60), command("copy-draft", "c", 55))

    def on_mount(self) -> None:
        """The draft at work is the chosen one."""
        self.pane("body").chosen = str(self.play.draft.at)

    def page(self) -> Page:
        """One draft a row."""
        drafts, look = self.play.draft, self.look()
        every = drafts.every or [drafts.now]
        rows: list[Row] = [draft_row(look, self.cells, number, draft.levels, number == drafts.at) for number, draft in enumerate(every)]
        if look.view.suggested is not None:
            rows.append(suggested_row(look, self.cells, *look.view.suggested))
        return Page(self.say("composer-drafts"), tuple(rows) if len(every) < MOST else (*rows, BLANK, no_room(look)))

    def label(self, name: str) -> str:
        """What Enter does here."""
        return self.say("composer-load") if name == "next" else super().label(name)

    def is_open(self, name: str) -> bool:
        """No draft makes room for another: with five, one of them is changed."""
        if name in ("new-draft", "copy-draft"):
            return len(self.play.draft.every) < MOST
        return super().is_open(name)

    @property
    def chosen(self) -> str:
        """The chosen row: the number of a draft, or what was suggested."""
        return self.pane("body").chosen or "0"

    def levels(self) -> Levels:
        """What the chosen row names."""
        drafts, suggested = self.play.draft, self.look().view.suggested
        if self.chosen == SUGGESTED:
            return suggested[0] if suggested is not None else drafts.now.levels
        return (drafts.every or [drafts.now])[int(self.chosen)].levels

    def do_next(self) -> None:
        """Work on the chosen one. What was suggested becomes a draft; with five it is laid over the one at work, and undo brings that back."""
        drafts = self.play.draft
        if self.chosen != SUGGESTED:
            drafts.choose(int(self.chosen))
        elif len(drafts.every) < MOST and not drafts.now.is_empty:
            drafts.add(self.levels())
        else:
            drafts.now.put(self.levels())
        self.dismiss(None)

    do_main = do_next

    def do_new_draft(self) -> None:
        """One more, empty."""
        self.play.draft.add()
        self.dismiss(None)

    def do_copy_draft(self) -> None:
        """One more, as a copy of the chosen one."""
        self.play.draft.add(self.levels())
        self.dismiss(None)
