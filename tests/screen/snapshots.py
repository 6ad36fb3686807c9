"""Screens as people see them, as letters: the core ones in both languages, the others once. `python -m tests.screen.snapshots` draws them anew."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.screen.driving import NARROW, WIDE, Driver, app_alone, app_on, drive, likes_of_tests
from tui.screen.app import NemawashiApp, terminal_name
from tui.screen.faces import curtain

GRIDS = Path(__file__).resolve().parent / "grids"
SMALL = (79, 23)
READ = ("enter", "enter")  # news and demand
ANSWER = (*READ, "2", "f9")
OFFER = (*ANSWER, "o", "down", "down", "down", "left", "left", "up", "up", "right")
SENT = (*OFFER, "f9", "f9")
PLACED = (*SENT, "down", "right", "right", "right", "right")
VOTED = (*PLACED, "f9", "f9")


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture. keys: pressed before it is taken; scenario "": the first screen; is_over: of a game that is over."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = NARROW
    language: str = "en"
    scenario: str = "spring-short"
    side: str = "jp"
    ascii: bool = False
    is_over: bool = False

    @property
    def file(self) -> Path:
        """Where it is kept."""
        size = "" if self.size == NARROW else f"-{self.size[0]}x{self.size[1]}"
        return GRIDS / f"{self.name}-{self.language}{size}{'-ascii' if self.ascii else ''}.txt"


def shots() -> Iterator[Shot]:
    """Every picture."""
    core = {
        "table": ANSWER,
        "composer": OFFER,
        "response": (*READ, "2"),
        "home": PLACED,
        "vote": (*VOTED, "enter", "enter"),
        "report": (*VOTED, "a", "enter"),
    }
    for language in ("en", "ja"):
        for name, keys in core.items():
            yield Shot(name, keys, language=language)
        for name in ("table", "composer"):
            yield Shot(name, core[name], WIDE, language)
        for name, keys in (("full-table", (*READ, "escape")), ("full-composer", (*READ, "escape", "o", "down", "down", "right"))):
            yield Shot(name, keys, language=language, scenario="spring-2025")
            yield Shot(name, keys, WIDE, language, "spring-2025")
    for name in ("table", "composer"):
        yield Shot(name, core[name], ascii=True)
    yield Shot("welcome", scenario="")
    yield Shot("setup", ("2",), scenario="")
    yield Shot("draw", ("enter",), scenario="spring-2025", side="us")
    yield Shot("review", (*OFFER, "f9"))
    yield Shot("public-table", ("enter", "escape"), side="both")
    yield Shot("curtain", ("enter",), side="both")
    for name, key in (
        ("meters", "m"),
        ("demands", "d"),
        ("acts", "p"),
        ("clues", "i"),
        ("briefing", "b"),
        ("log", "l"),
        ("words", "g"),
        ("help", "?"),
        ("type", ";"),
    ):
        yield Shot(name, (*READ, "escape", key), scenario="spring-2025")
    yield Shot("issue", (*READ, "escape", "down", "down", "space"), scenario="spring-2025")
    yield Shot("why", (*ANSWER, "tab", "down", "w"))
    yield Shot("why-vote", (*ANSWER, "tab", "tab", "down", "w"))
    yield Shot("news")
    yield Shot("notice", size=SMALL)
    yield Shot("ending", is_over=True)
    for view in range(1, 5):
        yield Shot(f"debrief-{view}", ("d", *"1234"[:view]), is_over=True)


def taken(shot: Shot) -> str:
    """The picture as letters."""
    return next(taken_by_the_way(way)[shot] for way in ways() if shot in way)


@cache
def ways() -> list[tuple[Shot, ...]]:
    """All pictures, those in one tuple that lie on the way to the last of them: the same game, and its keys begin with theirs."""
    found: list[tuple[Shot, ...]] = []
    left = sorted(shots(), key=lambda shot: -len(shot.keys))
    while left:
        last = left[0]
        way = [shot for shot in left if shot.keys == last.keys[: len(shot.keys)] and alike(shot) == alike(last)]
        left = [shot for shot in left if shot not in way]
        found.append(tuple(reversed(way)))
    return found


def alike(shot: Shot) -> Shot:
    """What pictures of one game have in common."""
    return replace(shot, name="", keys=())


@cache
def taken_by_the_way(way: tuple[Shot, ...]) -> dict[Shot, str]:
    """Pictures as letters, all from one game: to play up to each of them anew takes most of the time."""
    found: dict[Shot, str] = {}

    async def script(driver: Driver) -> None:
        if way[0].is_over:
            await to_the_end(driver)
        pressed = 0
        for shot in way:
            await driver.press(*shot.keys[pressed:])
            pressed = len(shot.keys)
            found[shot] = (driver.grid().rstrip("\n") + "\n").replace(folder, "FOLDER")

    with tempfile.TemporaryDirectory() as folder, keys_at_once():
        drive(app_of(way[0], Path(folder)), script, way[0].size)
    return found


@contextmanager
def keys_at_once() -> Iterator[None]:
    """A curtain that hears keys at once, for who is no person."""
    before, curtain.DEAF = curtain.DEAF, 0.0
    try:
        yield
    finally:
        curtain.DEAF = before


def app_of(shot: Shot, folder: Path) -> NemawashiApp:
    """The program for a picture."""
    likes = likes_of_tests()
    likes.drawn[terminal_name()] = not shot.ascii
    if not shot.scenario:
        return app_alone(shot.language, likes)
    app = app_on(folder, shot.scenario, shot.side, seed=7, language=shot.language, likes=likes)
    return app


async def to_the_end(driver: Driver) -> None:
    """Play a game to its end: the lesson's round through keys, the rest by whatever is allowed first."""
    await driver.press(*VOTED, "a", "enter", "enter")
    play = driver.app.play
    assert play is not None
    for count in range(400):
        while play.stops and play.stops[0].kind != "end":
            play.has_read()
        if play.game.is_over:
            break
        for seat in play.game.to_move():
            action = play.game.options(seat).sample(count) if seat in play.table.people else None
            if action is not None:
                play.submit(action)
        driver.app.advance()
        await driver.settle()
        while driver.face not in ("TableFace", "EndFace"):
            await driver.press("escape")
    driver.app.advance()
    await driver.settle()


def main(wanted: list[str]) -> None:
    """Draw the pictures anew; wanted: beginnings of names, none for all."""
    GRIDS.mkdir(exist_ok=True)
    for shot in shots():
        if not wanted or any(shot.name.startswith(name) for name in wanted):
            shot.file.write_text(taken(shot), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
