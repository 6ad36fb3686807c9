"""Acts: everything that may be done now, with its price and what it does; what is closed says why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from tui.plain.menus import Item, Maker, Menu
from tui.screen.commands import NEXT, Command
from tui.screen.face import GameFace
from tui.screen.ink import Page, row
from tui.screen.look import Look
from tui.screen.pane import Pane


class ActsFace(GameFace):
    """A list of acts; some open a further list."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "body"

    def __init__(self, *facts: str) -> None:
        super().__init__()
        self.menus: list[Menu] = []

    def menu(self, look: Look) -> Menu:
        """The list shown now."""
        if self.menus:
            return self.menus[-1]
        return self.maker(look).details()

    def maker(self, look: Look) -> Maker:
        """Makes lists of acts."""
        from dataclasses import replace

        view = look.view if look.view.options is not None else replace(look.view, options=look.options)
        return Maker(look.names, view, self.play.game.context())

    def pages(self) -> Iterable[tuple[str, Page]]:
        """One item a row."""
        menu = self.menu(self.look())
        rows = [row("   ", item.text, key=str(number)) for number, item in enumerate(menu.items)]
        yield "body", Page(self.say("face-acts"), tuple(rows))

    def do_next(self) -> None:
        """Do what is chosen, or open the list behind it."""
        items = self.menu(self.look()).items
        pane = self.pane("body")
        if not pane.chosen:
            return
        item: Item = items[int(pane.chosen)]
        if item.menu is not None:
            self.menus.append(item.menu())
            pane.chosen = ""
        elif item.action is not None:
            self.menus.clear()
            if self.act(item.action):
                self.dismiss(None)

    def do_main(self) -> None:
        """F9 does what Enter does."""
        self.do_next()

    def do_back(self) -> None:
        """The list before, or back to the table."""
        if self.menus:
            self.menus.pop()
        else:
            self.dismiss(None)

    def chose(self, pane: Pane, key: str) -> None:
        """A second click."""
        self.do_next()
