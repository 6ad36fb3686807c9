"""The program in the terminal: how it begins and ends, language, theme, signs, and what every face offers."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from tui.desk import Desk
from tui.screen import store
from tui.screen.face import Face, GameFace
from tui.screen.host import Host
from tui.screen.signs import Signs, signs_of
from tui.screen.themes import THEMES
from tui.wording import LANGUAGES, say

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.screen.playing import Playing
    from tui.seated import Seated


def palette() -> type[Provider]:
    """The commands of the palette; imported when it is opened first."""
    from tui.screen.palette import Everything

    return Everything


class NemawashiApp(Host):
    """The program."""

    TITLE = "Nemawashi"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar = {palette}
    BINDINGS: ClassVar[list[BindingType]] = []
    CSS = """
    Screen { background: $background; color: $foreground; }
    """

    def __init__(
        self,
        desk: Desk,
        play: Playing | None = None,
        likes: store.Likes | None = None,
        set_up: Callable[[], Seated] | None = None,
    ) -> None:
        super().__init__(desk, play, set_up)
        self.likes = likes if likes is not None else store.load()
        self.signs: Signs = signs_of(self.likes.drawn.get(terminal_name(), True))
        self.leaving = False  # Ctrl+C was the last key
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.likes.theme if self.likes.theme in {theme.name for theme in THEMES} else THEMES[0].name
        self.animation_level = "none"

    # --- the run ---

    def on_mount(self) -> None:
        """Open the first face; a terminal that goes away ends the program with everything kept."""
        for name in ("SIGHUP", "SIGTERM"):
            if hasattr(signal, name) and not self.is_headless and os.name != "nt":
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit, 0)
        if self.set_up is not None:
            self.seat_down(self.set_up)
            return
        from tui.screen.faces.welcome import WelcomeFace

        self.push_screen(WelcomeFace())
        if self.play is not None:
            self.open_table()

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence in the language of the program."""
        return say(self.desk.language, code, **facts)

    def _handle_exception(self, error: Exception) -> None:
        """A fault in a handler ends the run as any fault does: no traceback on the screen."""
        self.trouble = self.trouble or error
        self.exit(1)

    # --- what every face offers ---

    def show_why(self, *names: str) -> None:
        """Why a number is what it is."""
        from tui.screen.faces.why import WhyFace

        if self.play is not None and names:
            self.push_screen(WhyFace(names))

    def show_help(self, face: Face) -> None:
        """All keys of a face."""
        from tui.screen.faces.help import HelpFace

        self.push_screen(HelpFace(face))

    def show_words(self) -> None:
        """The words of the game."""
        from tui.screen.faces.words import WordsFace

        self.push_screen(WordsFace())

    def open_palette(self) -> None:
        """Every command by its name."""
        self.action_command_palette()

    def switch_language(self, language: str = "") -> None:
        """The other language, for who looks now. Drafts stay."""
        now = self.play.names.language if self.play is not None else self.desk.language
        language = language or LANGUAGES[(LANGUAGES.index(now) + 1) % len(LANGUAGES)]
        if self.play is not None:
            self.play.set_language(language)
        if self.play is None or not self.play.is_shared:
            self.desk.language = self.likes.language = language
            self.likes.save()
        self.redraw()

    def choose_theme(self, name: str) -> None:
        """Another theme, kept for the next time."""
        self.theme = self.likes.theme = name
        self.likes.save()
        self.redraw()

    def choose_signs(self, drawn: bool) -> None:
        """Drawn signs or ASCII, kept for this terminal."""
        self.likes.drawn[terminal_name()] = drawn
        self.signs = signs_of(drawn)
        self.likes.save()
        self.redraw()

    def ask(self, title: str, text: Sequence[str], act: str, keep: str, then: Callable[[], object]) -> None:
        """Ask before something that cannot be withdrawn."""
        from tui.screen.overlay import Ask

        def answered(wanted: object) -> None:
            if wanted:
                then()

        self.push_screen(Ask(title, text, act, keep), answered)

    def ask_to_quit(self) -> None:
        """Leave; an unsent draft is named first."""
        play = self.play
        drafts = [draft for each in play.drafts.values() for draft in each.every if not draft.is_empty] if play is not None else []
        if not drafts:
            self.exit(0)
            return
        self.ask(
            self.say("quit-title"),
            [self.say("quit-draft", drafts=len(drafts))],
            self.say("quit-leave"),
            self.say("quit-stay"),
            lambda: self.exit(0),
        )

    def hint_for(self, face: GameFace) -> str:
        """The hint of the first game that fits the face; "" for none."""
        if not self.likes.hints:
            return ""
        from tui.screen.hints import hint

        return hint(type(face).__name__, face.look())

    async def action_quit(self) -> None:
        """Ctrl+Q."""
        self.ask_to_quit()

    def action_help_quit(self) -> None:
        """Ctrl+C: once tells how to leave, twice leaves; everything accepted is on disk already."""
        if self.leaving:
            self.exit(0)
        self.leaving = True
        self.face.tell(self.face.say("screen-again-to-leave"))

    def action_command_palette(self) -> None:
        """Every command by its name, in the language of who looks."""
        from tui.screen.palette import Palette

        if isinstance(self.screen, Face):
            self.push_screen(Palette(self.screen))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of the toolkit's own: the palette lists ours."""
        return ()


def terminal_name() -> str:
    """By what a terminal is known."""
    return os.environ.get("TERM_PROGRAM") or os.environ.get("TERM") or "terminal"
