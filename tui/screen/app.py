"""The program in the terminal: which face is shown, the game at work, language, theme; and the bots' turns, thought elsewhere."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from tui.desk import Desk
from tui.screen import store
from tui.screen.face import Face, GameFace
from tui.screen.sheets import OWN_SHEETS, SHEETS
from tui.screen.signs import Signs, signs_of
from tui.screen.themes import THEMES
from tui.wording import LANGUAGES, say

if TYPE_CHECKING:
    from textual.command import Provider

    from sim.lab.turns import Question
    from sim.table.actions import Action
    from sim.table.drive import Decision
    from tui.screen.playing import Playing
    from tui.seated import Seated


def palette() -> type[Provider]:
    """The commands of the palette; imported when it is opened first."""
    from tui.screen.palette import Everything

    return Everything


class NemawashiApp(App[int]):
    """The program. play: the game at the screen, or None."""

    TITLE = "Nemawashi"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar = {palette}
    BINDINGS: ClassVar[list[BindingType]] = []
    CSS = """
    Screen { background: $background; color: $foreground; }
    """

    class BotSaid(Message):
        """A bot has decided."""

        def __init__(self, question: Question, decision: Decision | None) -> None:
            self.question, self.decision = question, decision
            super().__init__()

    class SatDown(Message):
        """A game was read and everybody seated, or something was in the way."""

        def __init__(self, play: Playing | None, trouble: BaseException | None) -> None:
            self.play, self.trouble = play, trouble
            super().__init__()

    def __init__(
        self,
        desk: Desk,
        play: Playing | None = None,
        likes: store.Likes | None = None,
        set_up: Callable[[], Seated] | None = None,
    ) -> None:
        super().__init__()
        self.desk, self.play, self.set_up = desk, play, set_up
        self.must_open = set_up is not None  # a game asked for by name ends the run where it cannot be opened
        self.likes = likes if likes is not None else store.load()
        self.signs: Signs = signs_of(self.likes.drawn.get(terminal_name(), True))
        self.trouble: BaseException | None = None
        self.looks_back = False
        self.pace = 0.5  # seconds between two acts that are watched
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

    @property
    def face(self) -> Face:
        """The face on top."""
        return cast(Face, self.screen)

    def say(self, code: str, /, **facts: str | int) -> str:
        """A sentence in the language of the program."""
        return say(self.desk.language, code, **facts)

    def redraw(self) -> None:
        """Draw what is on the screen anew."""
        if isinstance(self.screen, Face):
            self.screen.draw()

    # --- the game ---

    def open_table(self) -> None:
        """Show the table of the game at work."""
        from tui.screen.faces.table import TableFace

        self.push_screen(TableFace(), lambda _: self.game_left())

    def seat_down(self, set_up: Callable[[], Seated], look_back: bool = False) -> None:
        """Lay the table, and read the game on a thread. look_back: it is over, and its debrief is opened."""
        self.looks_back = look_back
        from tui.screen.faces.laid import LaidFace

        def read() -> None:
            from tui.screen.start import seated_at

            try:
                self.post_message(self.SatDown(seated_at(self, set_up), None))
            except BaseException as trouble:
                self.post_message(self.SatDown(None, trouble))

        self.push_screen(LaidFace())
        self.call_after_refresh(self.run_worker, read, thread=True, exit_on_error=False, group="seating")

    def on_nemawashi_app_sat_down(self, message: SatDown) -> None:
        """Sit down; or say what was in the way."""
        from tui.screen.faces.laid import LaidFace
        from tui.screen.faces.welcome import WelcomeFace
        from tui.screen.start import sentence

        if self.set_up is not None:
            self.set_up = None
            self.switch_screen(WelcomeFace())
        elif isinstance(self.screen, LaidFace):
            self.pop_screen()
        if message.play is not None:
            self.play = message.play
            if self.looks_back:
                self.push_screen(self.sheet("debrief"), lambda _: self.game_left())
                return
            self.open_table()
            if message.play.is_new and message.play.table.people and not message.play.is_shared:
                self.show_briefing()
            return
        assert message.trouble is not None
        text = sentence(self, message.trouble)
        if self.must_open or not text:
            self.fail(message.trouble)
        else:
            self.face.tell(text)

    def game_left(self) -> None:
        """The table was left."""
        self.close_game()
        self.redraw()

    def close_game(self) -> None:
        """The record of the game is closed."""
        if self.play is not None:
            close = getattr(self.play.game.keeper, "close", None)
            if close is not None:
                close()
            self.play = None

    def back_to_table(self) -> None:
        """Whatever lies over the table is put away."""
        from tui.screen.faces.table import TableFace

        while len(self.screen_stack) > 1 and not isinstance(self.screen, TableFace):
            if not any(isinstance(face, TableFace) for face in self.screen_stack):
                return
            self.pop_screen()

    def show_sheet(self, name: str, *facts: str) -> None:
        """A sheet of the game by its name."""
        seat = self.play.table.acting() if self.play is not None else ""
        self.push_screen(self.sheet(name, *facts), lambda _: self.sheet_left(name, seat))

    def sheet(self, name: str, *facts: str) -> Face:
        """The face of a sheet."""
        place, kind = SHEETS[name]
        face: Face = getattr(import_module(f"tui.screen.faces.{place}"), kind)(*facts)
        return face

    def sheet_left(self, name: str, seat: str) -> None:
        """A sheet was put away: the table looks as it is now. One that was left unsent is not opened again by itself."""
        from tui.screen.faces.table import TableFace

        table = next((face for face in self.screen_stack if isinstance(face, TableFace)), None)
        if table is not None and self.play is not None and name in OWN_SHEETS:
            if table.due() == name and self.play.table.acting() == seat:
                table.left_sheet = len(self.play.game.lines)
            if self.play.is_shared:
                self.play.close_sheet()
        self.redraw()

    def sheet_declined(self) -> None:
        """Nobody took over at the curtain: it does not come again by itself."""
        from tui.screen.faces.table import TableFace

        table = next((face for face in self.screen_stack if isinstance(face, TableFace)), None)
        if table is not None and self.play is not None:
            table.left_sheet = len(self.play.game.lines)

    def show_briefing(self) -> None:
        """The briefing before a game: first what the own side wants."""
        self.show_sheet("briefing")

    def show_debrief_of(self, record: Path) -> None:
        """Look back on a recorded game: it is played again on a thread."""

        def set_up() -> Seated:
            from tui.apart import scenario_of_text
            from tui.commands.resume import played_again

            return played_again(record, scenario_of_text)

        self.seat_down(set_up, look_back=True)

    def show_stop(self, kind: str) -> None:
        """What has to be read on a face of its own."""
        self.show_sheet(kind)

    def show_curtain(self, seat: str, is_looking: bool = False) -> None:
        """Another seat takes over; nothing secret is on the screen meanwhile."""
        from tui.screen.faces.curtain import CurtainFace

        self.push_screen(CurtainFace(seat, is_looking))

    def act(self, face: Face, actions: Sequence[object]) -> bool:
        """Do acts of a person. What is refused is told on the face."""
        play = self.play
        if play is None:
            return False
        refused = play.send(cast("Sequence[Action]", actions))
        if refused:
            face.tell(refused)
            self.advance()
            return False
        self.advance()
        return True

    def advance(self) -> None:
        """Go on as far as the game goes by itself: what is still to be sent, the bots, what waits to be read, the curtain."""
        play = self.play
        if play is None or play.thinking:
            return
        refused = play.send_on()
        if refused:
            self.face.tell(refused)
        while play.pass_on():
            pass
        if play.is_watched and play.auto:
            play.read_on()
        question = play.question()
        if question is not None:
            play.thinking, play.step_asked = question.seat, False
            self.think(question)
        self.redraw()
        settle = getattr(self.screen, "settle", None)
        if settle is not None:
            settle()

    def think(self, question: Question) -> None:
        """Ask a bot on a thread; it only posts what it said."""
        self.run_worker(lambda: self.thought(question), thread=True, exit_on_error=False, group="bots", name="bot")

    def thought(self, question: Question) -> None:
        """On the thread: the bot decides on what it may know."""
        self.post_message(self.BotSaid(question, question.decision()))

    def on_nemawashi_app_bot_said(self, message: BotSaid) -> None:
        """Do what the bot said."""
        play = self.play
        if play is None or message.question.game is not play.game:
            return
        play.thinking = ""
        action = message.question.action(message.decision)
        if action is not None:
            play.take(message.question, action)
        if play.is_watched and self.pace:
            self.redraw()
            self.set_timer(self.pace, self.advance)
        else:
            self.advance()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A bot that failed is a fault of ours: the game is kept, and a report says where."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.fail(event.worker.error)

    def fail(self, trouble: BaseException) -> None:
        """Leave because of a fault: the terminal is restored, the report is written by who called."""
        self.trouble = trouble
        self.exit(1)

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

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of the toolkit's own: the palette lists ours."""
        return ()


def terminal_name() -> str:
    """By what a terminal is known."""
    return os.environ.get("TERM_PROGRAM") or os.environ.get("TERM") or "terminal"
