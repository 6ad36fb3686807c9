"""The lab on the screen: the program with the lab as its first face, and a thread that plays and watches the files.

The thread is a plain one: it loads, plays, reckons and posts figures; the screen draws them. Neither waits for the other.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from random import SystemRandom
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from textual import on
from textual.events import Mount
from textual.message import Message

from tui.desk import Desk
from tui.lab.bench import Bench, Plan, engine_of
from tui.lab.faces import LabFace
from tui.lab.figures import Figures
from tui.screen import store
from tui.screen.app import NemawashiApp

if TYPE_CHECKING:
    from tui.seated import Seated

EVERY = 0.2  # seconds between two looks at the files
SEEDS = 1_000_000  # a new seed is below, so that it can be typed again
WAIT = 5.0  # seconds that the end waits for a slice of games under way


@dataclass(frozen=True, slots=True)
class Order:
    """What the screen asks of the thread. more: go on playing, or stop; seed: other seeds."""

    more: bool | None = None
    seed: int | None = None


class LabApp(NemawashiApp):
    """The program, opened on the lab."""

    class Told(Message):
        """New figures."""

        def __init__(self, figures: Figures) -> None:
            self.figures = figures
            super().__init__()

    class Failed(Message):
        """The lab cannot go on."""

        def __init__(self, trouble: BaseException) -> None:
            self.trouble = trouble
            super().__init__()

    def __init__(self, desk: Desk, plan: Plan, likes: store.Likes | None = None) -> None:
        super().__init__(desk, None, likes)
        self.plan = plan
        self.figures: Figures | None = None
        self.goes_on = plan.more
        self.orders: SimpleQueue[Order] = SimpleQueue()
        self.closing = Event()
        self.thread = Thread(target=self.work, name="lab", daemon=True)

    @on(Mount)
    def open_lab(self, event: Mount) -> None:
        """The lab in place of the welcome; a terminal that goes away ends it in good order, as it ends the program."""
        event.prevent_default()
        for name in ("SIGHUP", "SIGTERM"):
            if hasattr(signal, name) and not self.is_headless and os.name != "nt":
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit, 0)
        self.push_screen(LabFace())
        self.call_after_refresh(self.thread.start)

    def seat_down(self, set_up: Callable[[], Seated], look_back: bool = False) -> None:
        """Whoever plays on from a replay comes back to the lab."""
        if not any(isinstance(face, LabFace) for face in self.screen_stack):
            self.push_screen(LabFace())
        super().seat_down(set_up, look_back)

    # --- what the thread says ---

    def on_lab_app_told(self, message: Told) -> None:
        """Draw them."""
        self.figures = message.figures
        self.redraw()

    def on_lab_app_failed(self, message: Failed) -> None:
        """Leave; who called says what was in the way."""
        self.fail(message.trouble)

    def on_unmount(self) -> None:
        """The thread may end."""
        self.closing.set()

    # --- what the faces ask ---

    def ask_more(self) -> None:
        """Go on playing until the same key, or stop."""
        self.goes_on = not self.goes_on
        self.orders.put(Order(more=self.goes_on))

    def ask_seed(self) -> int:
        """Other seeds, drawn by chance and told, so that they can be typed again."""
        seed = SystemRandom().randrange(1, SEEDS)
        self.orders.put(Order(seed=seed))
        return seed

    # --- the thread ---

    def work(self) -> None:
        """Load, then play and watch until the end."""
        try:
            self.play_and_watch()
        except BaseException as trouble:
            if not self.closing.is_set():
                self.post_message(self.Failed(trouble))

    def play_and_watch(self) -> None:
        """The loop. Raises Broken where the scenario cannot be read at first."""
        from sim.loading import load

        bench = Bench(self.plan, engine_of(self.plan, later=True), self.tell_figures)
        try:
            bench.engine.players.begin()
            bench.take(load.scenario(self.plan.name))
            bench.watch()
            looked = monotonic()
            while not self.closing.is_set():
                if monotonic() - looked >= EVERY:
                    looked = monotonic()
                    if bench.has_changed():
                        bench.reload(self.desk.language)
                self.obey(bench, 0.0 if bench.step() else EVERY)
        finally:
            bench.close()

    def tell_figures(self, figures: Figures) -> None:
        """From the thread to the screen."""
        self.post_message(self.Told(figures))

    def obey(self, bench: Bench, seconds: float) -> None:
        """Do what was asked for; with nothing to play, wait so long for it."""
        try:
            order = self.orders.get(timeout=seconds) if seconds else self.orders.get_nowait()
        except Empty:
            return
        bench.dirty = True
        if order.more is not None:
            bench.go_on(order.more)
        if order.seed is not None:
            bench.renew(order.seed)


def run_lab(desk: Desk, plan: Plan) -> int:
    """Run it in the terminal; the thread has ended when this returns, or soon after."""
    from tui.screen.run import run

    prepare_processes()
    app = LabApp(desk, plan)
    try:
        return run(app)
    finally:
        app.closing.set()
        if app.thread.ident is not None:
            app.thread.join(WAIT)


def prepare_processes() -> None:
    """What processes for interpreted games share is begun before the screen takes standard error, which it would inherit."""
    if os.name == "posix":
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()
