"""Acts: everything that may be done now, with price and effect; the chosen one is explained below and done with Enter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from sim.table.actions import Action
from sim.table.notation import write_action
from tui.plain.acts import ACT_WORDS, sentence
from tui.plain.names import refusal_text
from tui.screen.commands import NEXT, Command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.pages.deeds import ASKED_FIRST, Deed, about, acts, deeds
from tui.screen.pane import Pane


class ActsFace(GameFace):
    """The list of acts."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "acts"
    DEFAULT_CSS = """
    ActsFace #acts { height: 2fr; }
    ActsFace #about { height: 8; }
    """

    def __init__(self, *facts: str) -> None:
        super().__init__()
        self.opened = -1  # the folded kind that is shown

    def panes(self) -> ComposeResult:
        """The list, and the chosen act."""
        yield Pane("acts")
        yield Pane("about", marks=False)

    @property
    def deed(self) -> Deed | None:
        """The chosen row."""
        chosen = self.pane("acts").chosen
        return next((deed for _, rows in deeds(self.look(), self.opened) for deed in rows if deed.key == chosen), None)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """List and explanation."""
        look = self.look()
        yield "acts", acts(look, self.size.width, self.opened)
        deed = self.deed
        yield "about", about(look, self.size.width, deed, self.notation(deed.option.action) if deed is not None and deed.option else "")

    def notation(self, action: Action) -> str:
        """The act as a line that can be typed."""
        names = self.play.names
        return write_action(action, names.scenario, names.seating, self.play.game.context())

    def do_next(self) -> None:
        """Do the chosen act, open the list or the sheet behind it, or say why it is closed."""
        deed, look = self.deed, self.look()
        if deed is None:
            return
        if deed.sheet:
            self.dismiss(None)
            self.app.call_later(self.ours.show_sheet, deed.sheet)
        elif deed.option is None:
            self.opened = deed.kind
            self.pane("acts").chosen = ""
        elif not deed.option.is_open:
            self.tell(refusal_text(look.names, deed.option.code, dict(deed.option.facts)))
        elif deed.option.action.kind in ASKED_FIRST:
            text = look.drawn(sentence(look.names, look.view, deed.option.action, deed.option.price))
            action = deed.option.action
            verb = self.say(f"deeds-do-{ACT_WORDS[action.kind]}")
            self.ours.ask(self.say("deeds-ask"), [text], verb, self.say("ask-keep"), lambda: self.carry_out(action))
        else:
            self.carry_out(deed.option.action)

    do_main = do_next

    def carry_out(self, action: Action) -> None:
        """Do it; back to the table where it was done."""
        if self.act(action) and self.is_attached:
            self.dismiss(None)

    def do_back(self) -> None:
        """The whole list, or back to the table."""
        if self.opened >= 0:
            self.opened = -1
        else:
            self.dismiss(None)

    def chose(self, pane: Pane, key: str) -> None:
        """A second click."""
        self.do_next()
