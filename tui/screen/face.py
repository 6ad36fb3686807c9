"""Face: a screen with panes, commands and a key bar. Keys, key bar, help, palette and clicks all run the same commands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input, TextArea

from tui.screen.bars import Bar, Key, key_line
from tui.screen.commands import EVERYWHERE, Command, shown, typed
from tui.screen.ink import BLANK, Line, Page, Row, Span, line, paragraph, wrapped
from tui.screen.pane import Pane
from tui.screen.signs import Signs
from tui.screen.sizes import LEAST_CELLS, LEAST_LINES, WIDE_CELLS, WIDE_LINES

if TYPE_CHECKING:
    from tui.screen.app import NemawashiApp
    from tui.screen.look import Look
    from tui.screen.playing import Playing

MOST_HINT_LINES = 3
STRAY_KEYS = 2  # so many keys in a row that do nothing, and an input method may be on


class Face(Screen[object]):
    """A screen of ours.

    COMMANDS_HERE: beside those that work everywhere. `is_open(name)` says whether a command works now; `do_<name>` does it.
    Panes are declared by `panes()` and filled by `pages()`.
    """

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()
    FIRST_FOCUS: ClassVar[str] = ""
    HAS_HEAD: ClassVar[bool] = True
    DEFAULT_CSS = """
    Face { layout: vertical; overflow: hidden; background: $background; }
    Face #notice { display: none; height: 1fr; }
    Face.small > * { display: none; }
    Face.small #notice { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.stray = 0
        self.drawn_key: object = None
        self.said = ""  # the sentence on the hint line: a refusal, or what was done

    # --- what is there ---

    @property
    def ours(self) -> NemawashiApp:
        """The program."""
        return cast("NemawashiApp", self.app)

    @property
    def signs(self) -> Signs:
        """Signs that this terminal shows."""
        return self.ours.signs

    @property
    def is_wide(self) -> bool:
        """Whether there is room for the wide arrangement."""
        return self.size.width >= WIDE_CELLS and self.size.height >= WIDE_LINES

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence of the screens."""
        return self.ours.say(code, **facts)

    def compose(self) -> ComposeResult:
        """Head, panes, hint, key bar."""
        yield Pane("notice", has_title=False, marks=False, focusable=False)
        if self.HAS_HEAD:
            yield Bar("head")
        yield from self.panes()
        yield Bar("hint")
        yield Bar("keys")

    def panes(self) -> ComposeResult:
        """The panes, in their containers."""
        yield Pane("body")

    def pages(self) -> Iterable[tuple[str, Page]]:
        """What each pane shows now."""
        return ()

    def head(self) -> tuple[Span, ...]:
        """The first line of the screen."""
        return line(Span(f" {self.say('screen-name')}  ", "strong"), self.say(f"face-{self.name_here}"))

    @property
    def name_here(self) -> str:
        """The name of the face in the wording: `face-<name>`."""
        return type(self).__name__.removesuffix("Face").lower()

    def pane(self, id: str) -> Pane:
        """A pane by its id."""
        return self.query_one(f"#{id}", Pane)

    @property
    def focused_pane(self) -> Pane | None:
        """The pane with the focus."""
        return self.focused if isinstance(self.focused, Pane) else None

    # --- drawing ---

    def on_mount(self) -> None:
        """The first drawing, and the first focus."""
        self.shape()
        if self.FIRST_FOCUS:
            self.query_one(f"#{self.FIRST_FOCUS}").focus()
        self.call_after_refresh(self.draw)

    def on_screen_resume(self) -> None:
        """Shown again: what has changed meanwhile is drawn."""
        if self.is_mounted:
            self.shape()
            self.draw()

    def on_resize(self, event: events.Resize) -> None:
        """Another size: nothing is lost, everything is drawn anew."""
        self.shape()
        self.call_after_refresh(self.resized)

    def resized(self) -> None:
        """Draw; where the panes had to go for a while, the focus comes back."""
        if self.FIRST_FOCUS and self.is_current and self.focused is None and not self.has_class("small"):
            self.query_one(f"#{self.FIRST_FOCUS}").focus()
        self.draw()

    def shape(self) -> None:
        """Classes for the size: wide, or too small."""
        self.set_class(self.is_wide, "wide")
        self.set_class(self.size.width < LEAST_CELLS or self.size.height < LEAST_LINES, "small")

    def draw(self) -> None:
        """Draw everything that has changed."""
        if not self.is_mounted or not self.is_current:
            return
        if self.has_class("small"):
            self.pane("notice").show(self.notice(), self.signs)
            return
        self.query_one("#hint", Bar).put(*self.hint_lines())
        key = self.drawn_from()
        if key is not None and key == self.drawn_key:
            return
        self.drawn_key = key
        for id, page in self.pages():
            self.pane(id).show(page, self.signs)
        if self.HAS_HEAD:
            self.query_one("#head", Bar).put(self.head())
        self.query_one("#keys", Bar).put(self.key_line())

    def drawn_from(self) -> object:
        """What the pages and the key bar are drawn from; while it stays the same they stay as they are. None: always draw."""
        return None

    def notice(self) -> Page:
        """What is shown where the terminal is too small."""
        facts: dict[str, str | int] = {"cells": self.size.width, "lines": self.size.height, "wanted": f"{LEAST_CELLS}x{LEAST_LINES}"}
        rows: list[Row] = [BLANK]
        rows += paragraph(self.say("screen-too-small", **facts), max(self.size.width, 8))
        return Page("", tuple(rows))

    def hint_lines(self) -> list[Line]:
        """What was refused or done; else a hint; else nothing. At most three lines."""
        text, ink = (self.said, "warn") if self.said else (self.hint(), "hint")
        return [line(" ", Span(part, ink)) for part in wrapped(text, self.bar_cells - 2)[:MOST_HINT_LINES]]

    @property
    def bar_cells(self) -> int:
        """Cells of hint and key bar."""
        return self.size.width

    def hint(self) -> str:
        """A sentence for who is new here."""
        return ""

    def tell(self, text: str) -> None:
        """Put a sentence on the hint line until the next key."""
        self.said = text
        self.draw()

    def key_line(self) -> tuple[Span, ...]:
        """The key bar."""
        keys = [self.key_of(each) for each in self.bar()]
        last = Key("help", "?", self.say("key-all-keys"), 100)
        return key_line(keys, last, self.size.width)

    def bar(self) -> list[Command]:
        """The commands of the key bar, in the order in which they stand there."""
        found = [each for each in self.commands() if each.weight and self.is_open(each.name)]
        if any(each.name in ("next", "done") for each in found):
            found = [each for each in found if each.name != "main"]
        return sorted(found, key=lambda each: -each.weight)

    def key_of(self, command: Command) -> Key:
        """A command for the key bar."""
        return Key(command.name, shown(command.keys[0]), self.label(command.name), command.weight)

    def label(self, name: str) -> str:
        """The short label of a command."""
        return self.say(f"key-{name}")

    # --- commands ---

    def commands(self) -> tuple[Command, ...]:
        """Every command that may work here; the first one with a key wins."""
        return (*self.COMMANDS_HERE, *(each for each in EVERYWHERE if each.name not in {one.name for one in self.COMMANDS_HERE}))

    def is_open(self, name: str) -> bool:
        """Whether a command works now."""
        return hasattr(self, f"do_{name.replace('-', '_')}")

    def run(self, name: str) -> bool:
        """Do a command by its name. False where it does not work now."""
        if not self.is_open(name):
            return False
        self.said = ""
        getattr(self, f"do_{name.replace('-', '_')}")()
        self.draw()
        return True

    def on_key(self, event: events.Key) -> None:
        """A key runs the command it stands for."""
        self.ours.leaving = self.ours.leaving and event.key == "ctrl+c"
        if isinstance(self.focused, Input | TextArea) and event.is_printable:
            return
        word = typed(event.key, event.character)
        found = next((each for each in self.commands() if word in each.keys and self.is_open(each.name)), None)
        if found is not None:
            event.stop()
            event.prevent_default()
            self.stray = 0
            self.run(found.name)
        elif self.typed_other(word):
            event.stop()
            self.stray = 0
        elif event.is_printable:
            self.stray += 1
            self.tell(self.say("screen-input-method") if self.stray >= STRAY_KEYS else "")

    def typed_other(self, word: str) -> bool:
        """A key that is no command, such as a digit that means a level. True where it was one."""
        return False

    def on_pane_hit(self, message: Pane.Hit) -> None:
        """A click on something that does something."""
        message.stop()
        kind, _, what = message.hit.partition(":")
        if kind == "do":
            self.run(what)
        elif kind == "why":
            self.ours.show_why(what)
        else:
            self.hit(message.pane, kind, what)

    def hit(self, pane: Pane, kind: str, what: str) -> None:
        """A click that only this face understands."""

    def on_pane_chosen(self, message: Pane.Chosen) -> None:
        """A second click on a row is Enter."""
        message.stop()
        self.chose(message.pane, message.key)
        self.draw()

    def chose(self, pane: Pane, key: str) -> None:
        """A row was chosen with a second click: as Enter."""
        if self.is_open("next"):
            self.run("next")

    def on_pane_moved(self, message: Pane.Moved) -> None:
        """Another row is chosen: what depends on it is drawn."""
        message.stop()
        self.said = ""
        self.moved(message.pane, message.key)
        self.draw()

    def moved(self, pane: Pane, key: str) -> None:
        """Another row is chosen."""

    # --- commands that work everywhere ---

    def do_back(self) -> None:
        """One step back."""
        self.dismiss(None)

    def do_help(self) -> None:
        """All keys."""
        self.ours.show_help(self)

    def do_words(self) -> None:
        """The words of the game."""
        self.ours.show_words()

    def do_language(self) -> None:
        """The other language."""
        self.ours.switch_language()

    def do_palette(self) -> None:
        """Every command by its name."""
        self.ours.open_palette()

    def do_quit(self) -> None:
        """Leave the program."""
        self.ours.ask_to_quit()


class GameFace(Face):
    """A face that looks at a game."""

    @property
    def play(self) -> Playing:
        """The game at the screen."""
        assert self.ours.play is not None
        return self.ours.play

    def look(self) -> Look:
        """What pages are drawn from."""
        return self.play.look(self.signs, self.size.width, self.size.height)

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence in the language of who looks."""
        return self.play.names.say(code, **facts)

    def head(self) -> tuple[Span, ...]:
        """Where the game stands, and who sits here."""
        from tui.screen.pages.head import head

        return head(self.look())

    def hint(self) -> str:
        """The hint of the first game, where one is due."""
        return self.ours.hint_for(self)

    def do_table(self) -> None:
        """Back to the table."""
        self.ours.back_to_table()

    def do_why(self) -> None:
        """Why the number of the chosen row is what it is."""
        pane = self.focused_pane
        names = pane.row.why if pane is not None and pane.row is not None else ()
        if names:
            self.ours.show_why(*names)
        else:
            self.tell(self.say("screen-no-number"))

    def act(self, *actions: object) -> bool:
        """Do acts of the person here; a refusal is told and nothing has changed."""
        return self.ours.act(self, actions)


class LookingFace(GameFace):
    """A face of a game from which one can look around."""

    def do_meters(self) -> None:
        """All meters."""
        self.ours.show_sheet("meters")

    def do_demands(self) -> None:
        """Demands, requests, and what runs."""
        self.ours.show_sheet("demands")

    def do_clues(self) -> None:
        """What is known of the other side."""
        self.ours.show_sheet("clues")

    def do_briefing(self) -> None:
        """The briefing."""
        self.ours.show_sheet("briefing")
