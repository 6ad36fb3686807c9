"""Drives the program without a terminal: open it on a game, press keys, click, read the screen as lines of text."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from textual.pilot import Pilot

from tests.properties.worlds import thorough
from tui.commands.play import set_table
from tui.desk import Desk
from tui.screen.app import NemawashiApp
from tui.screen.run import playing_of
from tui.screen.store import Likes

NARROW, WIDE = (80, 24), (120, 40)
TIGHT = [(NARROW, "en"), (NARROW, "ja"), (WIDE, "ja")]
LOOKS = [*TIGHT, (WIDE, "en")] if thorough() else TIGHT
"""Sizes and languages in which every sheet has to fit: the tight ones, and English on a wide screen when thorough."""


def app_on(
    folder: Path,
    scenario: str = "spring-short",
    side: str | None = None,
    seed: int = 7,
    language: str = "en",
    seats: str | None = None,
    bots: str | None = None,
    likes: Likes | None = None,
    name: str = "game",
) -> NemawashiApp:
    """The program with a new game at the table. folder: where the record goes."""
    desk = Desk(language=language)
    seated = set_table(desk, scenario, side, seats, None, bots, seed, folder / f"{name}.nemawashi")
    desk.record = seated.record
    return NemawashiApp(desk, playing_of(desk, seated), likes or likes_of_tests())


def app_alone(language: str = "en", likes: Likes | None = None) -> NemawashiApp:
    """The program at its first face, without a game."""
    return NemawashiApp(Desk(language=language), None, likes or likes_of_tests())


def likes_of_tests() -> Likes:
    """What a test's terminal likes: nothing is asked, nothing is written."""

    class Unkept(Likes):
        def save(self) -> None:
            """Keep nothing."""

    from tui.screen.app import terminal_name

    return Unkept(drawn={terminal_name(): True})


def drive(app: NemawashiApp, script: Callable[[Driver], Awaitable[None]], size: tuple[int, int] = NARROW) -> NemawashiApp:
    """Run a script on the program, to its end. Raises what went wrong inside the program."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            await script(driver)

    try:
        asyncio.run(run())
    finally:
        close(app)
    if app.trouble is not None:
        raise app.trouble
    return app


def close(app: NemawashiApp) -> None:
    """Close the record of the game at the table."""
    keeper = getattr(app.play.game, "keeper", None) if app.play is not None else None
    if keeper is not None:
        keeper.close()


class Driver:
    """The program as a person has it: keys, clicks, and what can be read."""

    def __init__(self, app: NemawashiApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    async def settle(self, looks: int = 2) -> None:
        """Wait until nothing moves by itself any more. looks: how often in turn it has to be found at rest.

        Two, because what a worker brings may open a face that sets another one to work; a key was waited for already.
        """
        quiet = 0
        for _ in range(200):
            await self.pilot.pause()
            if self.is_busy():
                await self.app.workers.wait_for_complete()
                quiet, looks = 0, 2
            else:
                quiet += 1
                if quiet >= looks:
                    return
        raise AssertionError("the program never comes to rest")

    def is_busy(self) -> bool:
        """Whether something is reckoned beside the screen, or a bot thinks."""
        is_thinking = self.app.play is not None and self.app.play.thinking
        return is_thinking or any(not worker.is_finished for worker in self.app.workers)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each on a screen at rest."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle(looks=2 if self.is_busy() else 1)

    async def click(self, text: str, line: int | None = None) -> None:
        """Click on a text of the screen. line: on which line, where it stands on several."""
        x, y = self.place_of(text, line)
        await self.pilot.click(offset=(x, y))
        await self.settle()

    def place_of(self, text: str, line: int | None = None) -> tuple[int, int]:
        """The cell of a text on the screen. Raises AssertionError where it is not there."""
        from rich.cells import cell_len

        for y, row in enumerate(self.lines()):
            if text in row and line in (None, y):
                return cell_len(row[: row.index(text)]), y
        raise AssertionError(f"{text!r} is not on the screen:\n{self.grid()}")

    def lines(self) -> list[str]:
        """The screen, a line a row, without spaces at its end."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def grid(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines())

    def sees(self, *texts: str) -> bool:
        """Whether all texts are on the screen."""
        grid = self.grid()
        return all(text in grid for text in texts)

    @property
    def face(self) -> str:
        """The class of the face on top."""
        return type(self.app.screen).__name__


async def pages_fit(driver: Driver, size: tuple[int, int], language: str, pages: int = 2) -> None:
    """As one pages down: every line stands on the screen, nothing is cut, and the key bar ends as it should."""
    for _ in range(pages):
        assert len(driver.lines()) == size[1]
        no_line_is_too_wide(driver.lines(), size[0])
        assert "…" not in driver.grid()
        assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])
        await driver.press("pagedown")


def no_line_is_too_wide(lines: Iterable[str], cells: int) -> None:
    """No line takes more cells than the screen has."""
    from rich.cells import cell_len

    assert [line for line in lines if cell_len(line) > cells] == []
