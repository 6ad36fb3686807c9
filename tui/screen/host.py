"""The game at the screen: who sits down, which sheet is open, the bots' turns thought on a thread, what was read and left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import App
from textual.message import Message
from textual.worker import Worker, WorkerState

from tui.desk import Desk
from tui.screen.face import Face
from tui.screen.sheets import OWN_SHEETS, SHEETS

if TYPE_CHECKING:
    from sim.lab.turns import Question
    from sim.table.actions import Action
    from sim.table.drive import Decision
    from tui.screen.faces.table import TableFace
    from tui.screen.playing import Playing
    from tui.seated import Seated


class Host(App[int]):
    """Keeps the game and leads through it. play: the game at the screen, or None; pace: seconds between two acts that are watched."""

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

    def __init__(self, desk: Desk, play: Playing | None, set_up: Callable[[], Seated] | None) -> None:
        super().__init__()
        self.desk, self.play, self.set_up = desk, play, set_up
        self.must_open = set_up is not None  # a game asked for by name ends the run where it cannot be opened
        self.looks_back = False
        self.pace = 0.5
        self.trouble: BaseException | None = None

    @property
    def face(self) -> Face:
        """The face on top."""
        return cast(Face, self.screen)

    @property
    def table_face(self) -> TableFace | None:
        """The table, whatever lies on it."""
        from tui.screen.faces.table import TableFace

        return next((face for face in self.screen_stack if isinstance(face, TableFace)), None)

    def redraw(self) -> None:
        """Draw what is on the screen anew."""
        if isinstance(self.screen, Face):
            self.screen.draw()

    def fail(self, trouble: BaseException) -> None:
        """Leave because of a fault: the terminal is restored, the report is written by who called."""
        self.trouble = trouble
        self.exit(1)

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

    def on_host_sat_down(self, message: SatDown) -> None:
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
        table = self.table_face
        if table is not None and self.play is not None and name in OWN_SHEETS:
            if table.due() == name and self.play.table.acting() == seat:
                table.left_sheet = len(self.play.game.lines)
            if self.play.is_shared:
                self.play.close_sheet()
        self.redraw()

    def sheet_declined(self) -> None:
        """Nobody took over at the curtain: it does not come again by itself."""
        table = self.table_face
        if table is not None and self.play is not None:
            table.left_sheet = len(self.play.game.lines)

    def show_briefing(self) -> None:
        """The briefing before a game: first what the own side wants."""
        assert self.play is not None
        self.show_sheet("briefing", *(["2"] if self.play.names.scenario.tutorial else []))

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

    def on_host_bot_said(self, message: BotSaid) -> None:
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
