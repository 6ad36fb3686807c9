"""Records: games to go on with, or to look back on, the newest first. They are read on a thread, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.message import Message
from textual.worker import get_current_worker

from tui.apart import Known, records
from tui.screen.commands import NEXT, Command
from tui.screen.face import Face
from tui.screen.ink import Page, Row, Span, fit, paragraph, row
from tui.screen.pane import Pane
from tui.screen.start import reopen

MOST = 30  # records that are looked at


class RecordsFace(Face):
    """A list of records."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (NEXT,)
    FIRST_FOCUS = "body"

    class Found(Message):
        """One record was read."""

        def __init__(self, known: Known | None) -> None:
            self.known = known
            super().__init__()

    def __init__(self, finished: bool) -> None:
        super().__init__()
        self.finished = finished
        self.found: list[Known] = []
        self.is_reading = True

    def on_mount(self) -> None:
        """Begin to read."""
        self.run_worker(self.read, thread=True, exit_on_error=False)

    def read(self) -> None:
        """On the thread: look at the newest records."""
        from sim.table.keeper import SUFFIX, records_folder
        from tui.commands.records import written_at

        worker = get_current_worker()
        folder = records_folder()
        paths = sorted(folder.glob(f"*{SUFFIX}"), key=written_at, reverse=True) if folder.is_dir() else []
        for known in records(paths[:MOST]):
            if worker.is_cancelled:
                return
            self.post_message(self.Found(known))
        self.post_message(self.Found(None))

    def on_records_face_found(self, message: Found) -> None:
        """Show it, if it belongs here."""
        if message.known is None:
            self.is_reading = False
        elif message.known.is_over is None or message.known.is_over == self.finished:
            self.found.append(message.known)
        self.draw()

    def pages(self) -> Iterable[tuple[str, Page]]:
        """A record a row."""
        cells = self.size.width
        rows: list[Row] = [self.record_row(number, each) for number, each in enumerate(self.found)]
        if not rows:
            code = "records-reading" if self.is_reading else "records-none-finished" if self.finished else "records-none"
            rows = paragraph(self.say(code), cells)
        yield "body", Page(self.say("records-finished" if self.finished else "records-open"), tuple(rows))

    def record_row(self, number: int, known: Known) -> Row:
        """One record."""
        name = fit(known.path.name, 38)
        if known.is_over is None:
            return row("   ", Span(name, "soft"), "  ", Span(self.say("records-unreadable"), "warn"), key=str(number))
        place = fit(self.say("head-round", round=known.round, rounds=known.rounds), 8)
        return row("   ", Span(name, "strong"), "  ", place, fit(", ".join(known.people), 28), key=str(number))

    def do_next(self) -> None:
        """Open what is chosen."""
        pane = self.pane("body")
        if not pane.chosen:
            return
        path = self.found[int(pane.chosen)].path
        if self.finished:
            self.ours.show_debrief_of(path)
        else:
            self.dismiss(None)
            self.app.call_later(reopen, self.ours, path)

    do_main = do_next

    def chose(self, pane: Pane, key: str) -> None:
        """A second click."""
        self.do_next()
