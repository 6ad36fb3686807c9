"""The demand draw: the side that demands plays a card of its hand, and then a lever or none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from sim.domain import DemandCard
from sim.errors import RuleBroken
from sim.kernel import tables as k
from sim.table.reason import Reason
from tui.screen.commands import VALUES, Command, command
from tui.screen.faces.own import CHANGE, FIXED, LOOKS, OwnSheet
from tui.screen.ink import Page
from tui.screen.pages import draw as pages
from tui.screen.pages.choosing import change_lever, lever_page
from tui.screen.pane import Pane

CHANCE = "second_chance"  # the name under which "why" tells the chance of a second demand


class DrawFace(OwnSheet):
    """The sheet of step 2, for the side that demands."""

    FIRST_FOCUS = "cards"
    WORKS = (k.WORK_DRAW, k.WORK_SECOND, k.WORK_OWN_LEVER)
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (command("card", "enter", 88), *VALUES, CHANGE, *LOOKS)
    NAMED = ("card", "main", "change", "less")
    DEFAULT_CSS = """
    DrawFace #lever { height: 1fr; }
    """

    def panes(self) -> ComposeResult:
        """Cards, what one is worth, lever, Now."""
        for id in ("cards", "worth", "lever"):
            yield Pane(id)
        yield Pane("now", marks=False, focusable=False)

    def pages(self) -> Iterable[tuple[str, Page]]:
        """All panes, the lines shared out between them."""
        look, plan, cells = self.look(), self.plan, self.size.width
        cards = pages.cards_page(look, cells)
        yield "cards", cards
        worth = pages.worth_page(look, self.card(), cells, self.chance())
        now = pages.now_page(look, plan, cells, self.acts())
        lines = {"cards": len(cards.rows) + 1, "worth": len(worth.rows) + 1, "now": len(now.rows) + 1}
        for id, count in lines.items():
            self.set_lines(id, count)
        left = self.size.height - FIXED - max(len(self.hint_lines()), 1) - sum(lines.values())
        yield "worth", worth
        yield "lever", lever_page(look, plan, cells, left - 1, pages.lever_later(look))
        yield "now", now
        self.follow_work()

    def follow_work(self) -> None:
        """Once the card is played, the lever has the focus."""
        if not pages.is_draw(self.look()) and self.focused_pane is self.pane("cards"):
            self.pane("lever").focus()

    def card(self) -> DemandCard | None:
        """The chosen card."""
        return pages.card_named(self.look(), self.pane("cards").chosen)

    def chance(self) -> Reason | None:
        """Why a second demand is as likely as it is; None where none may follow, or it is not known."""
        if not pages.has_chance(self.look()):
            return None
        try:
            return self.play.explain(CHANCE)
        except RuleBroken:
            return None

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """A card is played, or values are changed."""
        look = self.look()
        if name == "card":
            return pages.is_draw(look) and bool(pages.card_options(look))
        if name in ("change", "less", "more"):
            return not pages.is_draw(look)
        return super().is_open(name)

    def bar(self) -> list[Command]:
        """While a card is to be played, Enter and F9 do the same: one of them is enough."""
        return [each for each in super().bar() if each.name != "main" or not self.is_open("card")]

    def acts(self) -> list[tuple[str, str, str]]:
        """The same for the pane "Now"."""
        return [each for each in super().acts() if each[0] != "main" or not self.is_open("card")]

    def label(self, name: str) -> str:
        """What is played, and what the main act is."""
        card = self.card()
        if card is not None and (name == "card" or (name == "main" and self.is_open("card"))):
            return self.say("draw-play", name=card.id)
        return self.say("draw-send") if name == "main" else super().label(name)

    def step(self, pane: str, key: str, by: int) -> None:
        """Another lever."""
        if pane == "lever":
            change_lever(self.look(), self.plan, key, by)

    def change(self, pane: str, key: str) -> None:
        """A second click on a card plays it."""
        if pane == "cards" and self.is_open("card"):
            self.do_card()
        else:
            super().change(pane, key)

    def do_card(self) -> None:
        """Play the chosen card."""
        if not self.may_send():
            return
        lines = pages.lines_to_send(self.look(), self.plan, self.card())
        if not lines:
            self.tell(self.say("draw-no-gap"))
            return
        self.act(*lines)
        self.settle()

    def do_main(self) -> None:
        """Play the card; afterwards the lever that is chosen, or none, and the step ends."""
        self.do_card()
