"""What can be picked by number: the open acts of a seat, in one short list, with further lists behind what has many forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from sim.kernel import codes as c
from sim.table.actions import Action, offer, plain
from sim.table.context import Context
from sim.table.notation import write_action
from sim.table.option_values import Option
from sim.table.spaces import CourseSpace, GroundworkSpace, PackageSpace
from sim.table.view import View
from tui.plain.acts import sentence
from tui.plain.names import Names

# Acts that stand in the first list themselves; the others stand behind a line of their own where there are several.
DIRECT = (c.ACT_CHOOSE, c.ACT_POSTPONE, c.ACT_TAKE, c.ACT_DECLINE, c.ACT_DEMAND, c.ACT_PROBE, c.ACT_AGREE, c.ACT_PACK)
DIRECT_LAST = (c.ACT_ACCEPT, c.ACT_HOLD, c.ACT_BREAK, c.ACT_SUBMIT, c.ACT_KEEP_BACK, c.ACT_DONE)
FOLDED = {
    c.ACT_LEVER: "lever",
    c.ACT_INITIATIVE: "initiative",
    c.ACT_LINK: "link",
    c.ACT_UNLINK: "unlink",
    c.ACT_DECIDE: "decide",
    c.ACT_REOPEN: "reopen",
    c.ACT_CONSULT: "consult",
    c.ACT_GUESS: "guess",
}


@dataclass(frozen=True, slots=True)
class Item:
    """Something to pick. action: what it does; menu: the list behind it; one of them."""

    text: str
    action: Action | None = None
    menu: Callable[[], Menu] | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """A list to pick from. lines: what stands above it; is_short: it fits on one line; back: the list before it."""

    items: tuple[Item, ...]
    lines: tuple[str, ...] = ()
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the menus of one seat at one moment."""

    names: Names
    view: View
    context: Context

    def line(self, action: Action) -> str:
        """An act in the notation, without its seat."""
        text = write_action(action, self.names.scenario, self.names.seating, self.context)
        return text.removeprefix(f"{action.seat} ")

    def item(self, action: Action, price: int = 0) -> Item:
        """An act with what it does."""
        return Item(self.names.say("plain-item", line=self.line(action), what=sentence(self.names, self.view, action, price)), action)

    def listed(self, options: Sequence[Option]) -> Menu:
        """Acts one below the other."""
        return Menu(tuple(self.item(option.action, option.price) for option in options))

    def top(self) -> Menu:
        """The first list: what may be done now."""
        options = self.view.options
        if options is None:
            return Menu(())
        items = [Item(self.line(option.action), option.action) for kind in DIRECT for option in options.of_kind(kind) if option.is_open]
        items += self.answers()
        items += [item for kind, word in FOLDED.items() for item in self.folded(kind, word)]
        items += self.spaces()
        items += [
            Item(self.line(option.action), option.action) for kind in DIRECT_LAST for option in options.of_kind(kind) if option.is_open
        ]
        return Menu(tuple(items), is_short=True)

    def details(self) -> Menu:
        """The first list with what each act does."""
        top = self.top()
        prices = {option.action: option.price for option in self.view.options.listed} if self.view.options is not None else {}
        return Menu(tuple(self.item(item.action, prices.get(item.action, 0)) if item.action is not None else item for item in top.items))

    def folded(self, kind: int, word: str) -> list[Item]:
        """Acts of one kind behind one line."""
        options = self.view.options
        found = [option for option in options.of_kind(kind) if option.is_open] if options is not None else []
        if not found:
            return []
        return [Item(self.names.say(f"plain-fold-{word}", count=len(found)), menu=lambda: self.listed(found))]

    def answers(self) -> list[Item]:
        """Each demand that waits for an answer, its answers behind it."""
        options = self.view.options
        found = [option for option in options.of_kind(c.ACT_ANSWER) if option.is_open] if options is not None else []
        items = []
        for row in dict.fromkeys(option.action.a for option in found):
            own = [option for option in found if option.action.a == row]
            items.append(Item(self.names.say("plain-fold-answer", name=self.view.demands[row].name), menu=menu_of(self.listed, own)))
        return items

    def spaces(self) -> list[Item]:
        """Packages, groundwork and points, put together step by step."""
        options = self.view.options
        if options is None:
            return []
        items = []
        if options.offer is not None:
            items.append(Item(self.names.say("plain-fold-offer"), menu=menu_of(self.draft, options.offer)))
        if options.groundwork is not None and any(row.most for row in options.groundwork.groups):
            items.append(Item(self.names.say("plain-fold-groundwork"), menu=menu_of(self.groundwork, options.groundwork)))
        if options.courses is not None:
            items.append(Item(self.names.say("plain-fold-course"), menu=menu_of(self.courses, options.courses)))
        return items

    def draft(self, space: PackageSpace, package: tuple[int | None, ...] = ()) -> Menu:
        """A package as it is put together: every issue with more than one level, and sending it."""
        levels = package or (None,) * len(space.levels)
        items = [
            Item(self.draft_line(issue, levels[issue]), menu=menu_of(self.levels, space, levels, issue))
            for issue, reach in enumerate(space.levels)
            if len(reach) > 1
        ]
        if space.contains(levels):
            items.insert(0, Item(self.names.say("plain-send", line=self.line(offer(space.seat, levels))), offer(space.seat, levels)))
        return Menu(tuple(items), (self.names.say("plain-draft", package=self.names.package(levels)),))

    def draft_line(self, issue: int, level: int | None) -> str:
        """An issue in a draft."""
        now = self.names.level(issue, self.view.issues[issue].level)
        if level is None:
            return self.names.say("plain-draft-issue", issue=self.names.issue(issue), now=now)
        return self.names.say("plain-draft-moved", issue=self.names.issue(issue), now=now, level=self.names.level(issue, level))

    def levels(self, space: PackageSpace, package: tuple[int | None, ...], issue: int) -> Menu:
        """The levels of an issue that a draft may name."""

        def chosen(level: int | None) -> Item:
            after = (*package[:issue], level, *package[issue + 1 :])
            text = self.names.say("plain-leave-out") if level is None else self.names.term(issue, level)
            return Item(text, menu=menu_of(self.draft, space, after))

        return Menu(tuple(chosen(level) for level in (*space.levels[issue], None)), (self.names.issue(issue),))

    def groundwork(self, space: GroundworkSpace) -> Menu:
        """The own groups on which something may be placed."""
        items = []
        for row in space.groups:
            if row.most:
                name = self.names.text(self.names.scenario.groups[row.group].short)
                text = self.names.say("plain-ground-group", group=name, price=row.price, size=space.step, most=row.most, placed=row.placed)
                steps = [plain(space.seat, c.ACT_GROUNDWORK, row.group, count) for count in range(row.most + 1) if count != row.placed]
                prices = [(step.b - row.placed) * row.price for step in steps]
                items.append(Item(text, menu=menu_of(self.priced, steps, prices)))
        return Menu(tuple(items), (self.names.say("plain-budget", budget=space.budget),))

    def priced(self, actions: Sequence[Action], prices: Sequence[int]) -> Menu:
        """Acts with their prices."""
        return Menu(tuple(self.item(action, price) for action, price in zip(actions, prices, strict=True)))

    def courses(self, space: CourseSpace) -> Menu:
        """Every way to place the points that are left."""
        spreads = product(*(range(limit + 1) for limit in space.limits))
        found = [dict(zip(space.courses, spread, strict=True)) for spread in spreads if 0 < sum(spread) <= space.left]
        ordered = sorted(found, key=lambda points: -sum(points.values()))
        return Menu(tuple(self.item(space.action(points)) for points in ordered if space.contains(points)))


def menu_of(make: Callable[..., Menu], *parts: object) -> Callable[[], Menu]:
    """A list that is made when it is opened."""
    return lambda: make(*parts)


def shown(names: Names, menu: Menu) -> list[str]:
    """A menu as lines: the first list on one, others one item a line."""
    numbered = [f"{number} {item.text}" for number, item in enumerate(menu.items, 1)]
    if menu.is_short:
        return ["  ".join(numbered)] if numbered else []
    return [*menu.lines, *numbered]
