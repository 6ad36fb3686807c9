"""Type a line of notation: at the bottom of the screen, with what can come next, and what was typed before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar
from weakref import WeakKeyDictionary

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.suggester import Suggester
from textual.widgets import Input

from tui.screen.bars import Bar
from tui.screen.commands import NEXT, Command, command
from tui.screen.face import GameFace
from tui.screen.field import Field
from tui.screen.ink import Page, Row, Span, line, paragraph, width_of
from tui.screen.next_words import Next, next_words
from tui.screen.overlay import Overlay
from tui.screen.pane import Pane
from tui.screen.playing import Playing

MOST_KEPT = 50  # lines typed before that can be fetched back
MOST_WORDS = 40
WORD_LINES = 3
WHY = "why"


@dataclass(slots=True)
class Kept:
    """What one viewer has typed: lines that were sent, oldest first, and the one that was left unsent."""

    sent: list[str] = field(default_factory=list)
    unsent: str = ""


_kept: WeakKeyDictionary[Playing, dict[str, Kept]] = WeakKeyDictionary()


class LineFace(Overlay, GameFace):
    """One line to type. It is kept where it was not sent; each seat has its own."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        NEXT, command("complete", "tab", 80), command("older", "up", 60), command("newer", "down", 0), command("back", "escape", 70),
    )  # fmt: skip
    FIRST_FOCUS = "line"
    DEFAULT_CSS = """
    LineFace { align: center bottom; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.behind = 0  # how many sent lines back

    def compose(self) -> ComposeResult:
        """What can come next, the line, the hint, the keys."""
        with Vertical(id="box"):
            yield Pane("body", marks=False, focusable=False)
            made = Field("line", value=self.kept.unsent)
            made.suggester = Ahead(self)
            yield made
            yield Bar("hint")
            yield Bar("keys")

    @property
    def field(self) -> Field:
        """The line."""
        return self.query_one("#line", Field)

    @property
    def kept(self) -> Kept:
        """What who looks has typed."""
        return _kept.setdefault(self.play, {}).setdefault(self.play.viewer, Kept())

    @property
    def cells(self) -> int:
        """As wide as the screen."""
        return min(110, self.size.width - 2)

    def next_words(self, text: str) -> Next:
        """What can come next on a line."""
        play = self.play
        return next_words(text, play.names.scenario, play.game.seating, play.game.context(), play.seat)

    # --- drawing ---

    def page(self) -> Page:
        """The words that can come next, each a target for clicks."""
        found = self.next_words(self.field.value)
        rows: list[Row] = []
        if found.is_whole:
            rows += paragraph(self.say("line-whole"), self.cells)
        elif found.words:
            rows += self.word_rows(found.words[:MOST_WORDS])
        else:
            rows += paragraph(self.say("line-nothing"), self.cells)
        rows += [Row(()) for _ in range(WORD_LINES - len(rows))]
        return Page(self.say("line-title"), tuple(rows), self.play.names.seat(self.play.seat) if self.play.seat else "")

    def word_rows(self, words: tuple[str, ...]) -> list[Row]:
        """Words one after the other, on as many lines as there is room for."""
        rows, now = [], [Span(f" {self.say('line-next')} ", "soft")]
        for word in words:
            more = [Span(word, "key", f"word:{word}"), Span("  ")]
            if width_of(now) + width_of(more) > self.cells - 2:
                rows.append(Row(line(*now)))
                now = [Span("   ")]
            now += more
        return [*rows, Row(line(*now))][:WORD_LINES]

    def draw(self) -> None:
        """The box is one line higher than others: the line that is typed."""
        super().draw()
        if self.is_mounted and self.is_current:
            hints = max(len(self.hint_lines()), 1)
            self.query_one("#box", Vertical).styles.height = min(WORD_LINES + 5 + hints, self.size.height)

    def hint(self) -> str:
        """How a line is written."""
        return self.say("line-hint")

    def label(self, name: str) -> str:
        """Enter sends."""
        return self.say("line-send") if name == "next" else super().label(name)

    # --- typing ---

    def on_input_changed(self, message: Input.Changed) -> None:
        """Other words can come next; what was said of the line before is over."""
        message.stop()
        self.said = ""
        self.kept.unsent = message.value
        self.draw()

    def hit(self, pane: Pane, kind: str, what: str) -> None:
        """A click on a word puts it into the line."""
        if kind == "word":
            self.put(self.next_words(self.field.value).with_word(what))

    def put(self, text: str) -> None:
        """Another text in the line, the cursor behind it."""
        self.field.value = text
        self.field.cursor_position = len(text)

    # --- commands ---

    def is_open(self, name: str) -> bool:
        """Keys that belong to the table have no place where a line is typed."""
        return name not in ("why", "table") and super().is_open(name)

    def do_next(self) -> None:
        """Send the line."""
        text = self.field.value.strip()
        head, _, name = text.partition(" ")
        if head.casefold() == WHY and name.strip():
            self.kept.unsent = ""
            self.dismiss(None)
            self.app.call_later(self.ours.show_why, name.strip())
            return
        refused = self.closed() or self.play.type(text)
        if refused:
            self.tell(refused)
            return
        kept = self.kept
        kept.sent = [*(each for each in kept.sent if each != text), text][-MOST_KEPT:]
        kept.unsent = ""
        self.dismiss(None)
        self.app.call_later(self.ours.advance)

    do_main = do_next

    def closed(self) -> str:
        """Why no line can be sent now; "" where one can."""
        play = self.play
        if play.thinking or play.queue:
            return self.say("line-wait")
        if play.stops:
            return self.say("line-read-first")
        if play.seat and play.table.needs_curtain(play.seat):
            return self.say("line-secret", seat=play.names.seat(play.seat))
        return ""

    def do_complete(self) -> None:
        """Finish the word that is begun, with the first that fits."""
        found = self.next_words(self.field.value)
        if found.words:
            self.put(found.with_word(found.words[0]))

    def do_older(self) -> None:
        """A line sent before."""
        self.fetch(self.behind + 1)

    def do_newer(self) -> None:
        """A line sent later; before the newest, an empty one."""
        self.fetch(self.behind - 1)

    def fetch(self, behind: int) -> None:
        """The line that was sent so many lines ago."""
        sent = self.kept.sent
        self.behind = max(0, min(len(sent), behind))
        self.put(sent[-self.behind] if self.behind else "")

    def do_back(self) -> None:
        """Leave; what is typed is kept for the next time."""
        self.kept.unsent = self.field.value
        self.dismiss(None)


class Ahead(Suggester):
    """The rest of the word that is begun, in grey."""

    def __init__(self, face: LineFace) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.face = face

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last word finished."""
        found = self.face.next_words(value)
        if not found.begun or not found.words:
            return None
        whole = found.with_word(found.words[0]).rstrip()
        return whole if whole.startswith(value) and whole != value else None
