"""Two people at one screen: whoever looks reads nothing that only the other side may know, on any frame.

After every key the frame is drawn once more from a twin of the game in which every cell that is hidden from who looks holds a number
that can be told from all others: the frame must stay as it is, to the last letter.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from sim.kernel import layout as s
from sim.table.game import Game
from sim.table.seating import TABLE_ID
from tests.properties.hiding import hidden_cells
from tests.properties.test_planted import NUMBER, PLANTED, planted
from tests.properties.worlds import thorough
from tests.screen.driving import Driver, app_on, drive
from tui.screen.face import Face

LOOKS = ("m", "d", "i", "b", "l", "p", "o", "w", "space", "x", "e", "tab", "down", "right", "?")
FRAMES = 60 if thorough() else 24


class Watcher:
    """Looks at every frame as the person in the chair, with planted numbers where that person may not look."""

    def __init__(self, driver: Driver) -> None:
        self.driver, self.frames = driver, 0
        self.viewers: set[str] = set()

    async def press(self, key: str) -> None:
        """A key, and a look."""
        await self.driver.press(key)
        await self.look()

    async def look(self) -> None:
        """The frame, drawn from the twin."""
        app, play = self.driver.app, self.driver.app.play
        if play is None or play.game.is_over or not isinstance(app.screen, Face):
            return
        game, viewer = play.game, play.viewer
        self.frames += 1
        self.viewers.add(viewer)
        before = self.driver.grid()
        everything = await self.drawn_from(planted(game, viewer))
        grid = await self.drawn_from(hidden_from(game, viewer, play.seat))
        self.swap(game)
        app.screen.draw()
        assert NUMBER.findall(everything) == [], f"{viewer} on {type(app.screen).__name__} reads\n{everything}"
        assert grid == before, f"{viewer} on {type(app.screen).__name__}: what is hidden changes the frame"

    async def drawn_from(self, game: Game) -> str:
        """The frame as it would be drawn from another game."""
        face = self.driver.app.screen
        assert isinstance(face, Face)
        self.swap(game)
        face.draw()
        await self.driver.pilot.pause()
        return self.driver.grid()

    def swap(self, game: Game) -> None:
        """Another game at the table; nothing that was kept of the one before is used."""
        play = self.driver.app.play
        assert play is not None
        play.table.game = game
        play.seen.clear()
        play.told.clear()
        play.look_key = ()
        face = self.driver.app.screen
        if isinstance(face, Face):
            face.drawn_key = None


def hidden_from(game: Game, viewer: str, seat: str) -> Game:
    """A twin with planted numbers where neither who looks, nor the seat whose acts are offered in the open, may look."""
    seats = [viewer, seat] if viewer == TABLE_ID and seat else [viewer]
    cells = set.intersection(*(set(hidden_cells(game, each)) for each in seats))
    twin = game.branch(len(game.lines))
    for cell in cells:
        if not s.POSTURE <= cell < s.POSTURE + s.MAX_PARTIES:
            twin._s[cell] = PLANTED + cell
    return twin


@pytest.mark.parametrize(("scenario", "seats"), [("spring-short", None), ("spring-2025", "us:2,jp:3"), ("lantern-coast", None)])
def test_no_frame_shows_what_only_the_other_side_may_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scenario: str, seats: str | None
) -> None:
    monkeypatch.setattr("tui.screen.faces.curtain.DEAF", 0.0)
    random = Random(5)

    async def script(driver: Driver) -> None:
        watcher = Watcher(driver)
        play = driver.app.play
        assert play is not None
        while watcher.frames < FRAMES and not play.game.is_over:
            if driver.face == "CurtainFace":
                await pass_curtain(watcher)
            elif play.stops:
                await watcher.press("enter")
            elif random.random() < 0.6:
                await watcher.press(random.choice(LOOKS))
                await back(watcher)
            else:
                await act(watcher, random)
        assert len(watcher.viewers) >= 3, watcher.viewers

    drive(app_on(tmp_path, scenario, "both", seats=seats), script)


async def pass_curtain(watcher: Watcher) -> None:
    """The seat that is asked for sits down; the curtain itself is looked at first."""
    driver = watcher.driver
    await watcher.look()
    for letter in driver.app.screen.seat:  # type: ignore[attr-defined]  # a curtain knows its seat
        await watcher.press("full_stop" if letter == "." else letter)
    await watcher.press("enter")


async def back(watcher: Watcher) -> None:
    """To the table, as the person there would go."""
    for _ in range(4):
        if watcher.driver.face in ("TableFace", "CurtainFace"):
            return
        await watcher.press("escape")


async def act(watcher: Watcher, random: Random) -> None:
    """Any legal act of who must act; then back to the table."""
    driver, play = watcher.driver, watcher.driver.app.play
    assert play is not None
    seat = play.table.acting()
    if not seat or (play.table.needs_curtain(seat) and play.table.sheet != seat):
        await watcher.press("enter")
        return
    action = play.game.options(seat).sample(random.randrange(1 << 30))
    if action is not None:
        driver.app.act(driver.app.face, [action])
        await driver.settle()
        await watcher.look()
    await back(watcher)


def test_a_frame_that_shows_what_is_hidden_would_be_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.faces.curtain.DEAF", 0.0)

    async def script(driver: Driver) -> None:
        watcher, play = Watcher(driver), driver.app.play
        assert play is not None
        await driver.press("enter", "escape", "2", "j", "p", "enter", "b", "2")
        assert play.viewer == "jp"
        game, before = play.game, driver.grid()
        twin = game.branch(len(game.lines))
        twin._s[s.OWN_UTILITY + game.seating.named("jp").party] = PLANTED
        assert await watcher.drawn_from(twin) != before
        watcher.swap(game)

    drive(app_on(tmp_path, "spring-short", "both"), script)


def test_the_other_s_seat_is_not_opened_by_enter_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.faces.curtain.DEAF", 0.0)

    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None
        await driver.press("enter")
        assert driver.face == "CurtainFace"
        await driver.press("enter")
        assert driver.face == "CurtainFace" and play.table.sheet == ""
        await driver.press("j", "p", "enter")
        assert play.table.sheet == ""
        await driver.press("u", "s", "enter")
        assert play.table.sheet == "us"

    drive(app_on(tmp_path, "spring-short", "both"), script)


def test_keys_typed_ahead_do_not_pass_the_curtain(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None
        await driver.press("enter", "u", "s", "enter")
        assert driver.face == "CurtainFace" and play.table.sheet == ""

    drive(app_on(tmp_path, "spring-short", "both"), script)
