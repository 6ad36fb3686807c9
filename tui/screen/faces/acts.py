"""Acts: everything that may be done now, with price and effect; the chosen one is explained below and done with Enter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from sim.kernel import codes as c
from sim.table.actions import Action
from sim.table.notation import write_action
from tui.plain.acts import ACT_WORDS, sentence
from tui.screen.commands import NEXT, Command
from tui.screen.face import GameFace
from tui.screen.ink import Page
from tui.screen.pages import acts as pages
from tui.screen.pages.choosing import drawn
from tui.screen.pages.deed_tree import Deed, Group, find, opened, tree
from tui.screen.pane import Pane

ASKED_FIRST = (c.ACT_DECIDE, c.ACT_REOPEN, c.ACT_BREAK, c.ACT_KEEP_BACK, c.ACT_GUESS, c.ACT_ACCEPT, c.ACT_SUBMIT)
FIXED, ABOUT = 3, 8  # head, hint, key bar; lines of the explanation, its title among them


class ActsFace(GameFace):
    """The list of acts, and the chosen one. path: keys of the rows behind which the shown list lies."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "acts"
    DEFAULT_CSS = """
    ActsFace #acts { height: 1fr; }
    ActsFace #about { height: 8; }
    ActsFace.wide #about { height: 11; }
    """

    def __init__(self, *facts: str) -> None:
        super().__init__()
        self.path: list[str] = []
        self.made: tuple[object, list[Group]] = (None, [])

    def panes(self) -> ComposeResult:
        """The list, and the chosen act."""
        yield Pane("acts")
        yield Pane("about", marks=False)

    def groups(self) -> list[Group]:
        """Everything that may be done, made anew when anything changes."""
        look = self.look()
        if self.made[0] is not look:
            self.made = (look, tree(look))
        return self.made[1]

    @property
    def deed(self) -> Deed | None:
        """The chosen row."""
        chosen = self.pane("acts").chosen
        return find(opened(self.groups(), self.path)[0], lambda deed: deed.key == chosen)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """List and explanation."""
        look, cells = self.look(), self.size.width
        shown, trail = opened(self.groups(), self.path)
        yield "acts", pages.acts(look, cells, shown, trail)
        deed = self.deed
        notation = self.notation(deed.option.action) if deed is not None and deed.option is not None else ""
        yield "about", pages.about(look, cells, deed, trail, notation)

    def notation(self, action: Action) -> str:
        """The act as a line that can be typed."""
        names = self.play.names
        return write_action(action, names.scenario, names.seating, self.play.game.context())

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """Enter works where there is a row."""
        return self.deed is not None if name in ("next", "main") else super().is_open(name)

    def label(self, name: str) -> str:
        """What Enter does with the chosen row."""
        deed = self.deed
        if name not in ("next", "main") or deed is None:
            return super().label(name)
        return self.say("deeds-key-open" if deed.sheet or deed.inside else "deeds-key-do" if deed.is_open else "deeds-key-closed")

    def do_next(self) -> None:
        """Do the chosen act, open the list or the sheet behind it, or say why it is closed."""
        deed, look = self.deed, self.look()
        if deed is None:
            return
        if deed.inside:
            self.path.append(deed.key)
            self.show_from("")
        elif deed.option is not None and not deed.option.is_open:
            self.tell(pages.closed_text(look, deed.option))
        elif look.stop is not None:
            self.tell(self.say("deeds-read-first"))
        elif deed.sheet:
            self.dismiss(None)
            self.app.call_later(self.ours.show_sheet, deed.sheet)
        elif deed.option is not None:
            self.begin(deed.option.action, deed.option.price)

    do_main = do_next

    def begin(self, action: Action, price: int) -> None:
        """Do an act; ask first where it cannot be withdrawn."""
        look = self.look()
        if action.kind not in ASKED_FIRST:
            self.carry_out(action)
            return
        text = drawn(look, sentence(look.names, look.view, action, price))
        verb = self.say(f"deeds-do-{ACT_WORDS[action.kind]}")
        self.ours.ask(self.say("deeds-ask"), [text], verb, self.say("ask-keep"), lambda: self.carry_out(action))

    def carry_out(self, action: Action) -> None:
        """Do it; back to the table where it was done."""
        if self.act(action) and self.is_attached:
            self.dismiss(None)

    def do_back(self) -> None:
        """Back one list, or to where one came from."""
        if not self.path:
            self.dismiss(None)
            return
        self.show_from(self.path.pop())

    def show_from(self, key: str) -> None:
        """Another list, with a row of it chosen."""
        pane = self.pane("acts")
        pane.top, pane.chosen = 0, key
        self.draw()

    def chose(self, pane: Pane, key: str) -> None:
        """A second click is Enter."""
        if pane.id == "acts":
            self.do_next()
