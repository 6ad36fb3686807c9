"""The palette lists every command that works on the face below, with its key, and each of them runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.command import CommandList

from tests.screen.driving import Driver, app_alone, app_on, drive
from tests.screen.sheets import TO_HOME, bring
from tui.screen.app import NemawashiApp
from tui.screen.commands import shown
from tui.screen.face import Face
from tui.screen.faces.curtain import CurtainFace
from tui.screen.palette import Everything, Palette, of_face, of_program
from tui.wording import LANGUAGES, say

LEAVES = {"quit", "back"}  # these ask first, or leave
STATES = {
    "news": (),
    "talks": ("us demand dm08", "jp answer dm08 counter T1", "jp done", "us offer T1=1 T2=3"),
    "vote": (*TO_HOME, "jp submit"),
}


def brought(tmp_path: Path, state: str, name: str = "game") -> NemawashiApp:
    """A game in one of the states."""
    app = app_on(tmp_path, "spring-short", "jp", name=name)
    return bring(app, *STATES[state]) if STATES[state] else app


async def opened(driver: Driver) -> list[str]:
    """Open the palette on the face on top; what it lists."""
    driver.app.push_screen(Palette(driver.app.face))
    await driver.settle()
    listed = driver.app.screen.query_one(CommandList)
    return [str(listed.get_option_at_index(at).prompt) for at in range(listed.option_count)]


@pytest.mark.parametrize("state", STATES)
def test_every_command_that_works_is_listed(tmp_path: Path, state: str) -> None:
    async def script(driver: Driver) -> None:
        face = driver.app.face
        wanted = {
            each.name: (face.say(f"key-{each.name}-more"), shown(each.keys[0]))
            for each in face.commands()
            if face.is_open(each.name) and each.name != "palette"
        }
        listed = await opened(driver)
        missing = [name for name, (text, key) in wanted.items() if not any(text in each and key in each for each in listed)]
        assert len(wanted) > 12 and missing == []
        assert not any("screenshot" in each.casefold() for each in listed)

    drive(brought(tmp_path, state), script)


@pytest.mark.parametrize("state", STATES)
def test_every_command_of_the_table_runs(tmp_path: Path, state: str) -> None:
    """Each is run on a table of its own; what opens is put away again."""
    names: list[str] = []

    async def look(driver: Driver) -> None:
        face = driver.app.face
        assert type(face).__name__ == "TableFace"
        names.extend(each.name for each in face.commands() if each.name not in LEAVES | {"palette"} and face.is_open(each.name))

    async def script(driver: Driver) -> None:
        for name in names:
            driver.app.back_to_table()
            await driver.settle()
            face = driver.app.face
            if not isinstance(face, Face) or not face.is_open(name):
                continue
            driver.app.push_screen(Palette(face))
            await driver.settle()
            offered = dict(of_face(face))
            text = next(each for each in offered if face.say(f"key-{name}-more") in each)
            await driver.press("escape")
            offered[text]()
            await driver.settle()

    drive(brought(tmp_path, state), look)
    drive(brought(tmp_path, state, "again"), script)


def test_a_command_is_found_by_typing_and_run(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await opened(driver)
        await driver.press(*"all meters", "enter")
        assert driver.face == "MetersFace"

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_the_palette_speaks_the_language_of_who_looks(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        listed = await opened(driver)
        assert driver.sees(say("ja", "palette-search")) and any(say("ja", "key-meters-more") in each for each in listed)
        await driver.press(*"zzz")
        assert driver.sees(say("ja", "palette-none")) and not driver.sees("No matches")

    drive(app_on(tmp_path, "spring-2025", "jp", language="ja"), script)


def test_hints_motion_signs_and_themes_are_switched(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        app, face = driver.app, driver.app.face
        switches: tuple[tuple[str, Callable[[], bool]], ...] = (
            ("palette-hints-off", lambda: not app.likes.hints),
            ("palette-hints-on", lambda: app.likes.hints),
            ("palette-motion-on", lambda: app.likes.motion),
            ("palette-signs-ascii", lambda: app.signs.rule == "-"),
            ("palette-theme-mono", lambda: app.theme == "mono"),
            ("palette-language-ja", lambda: app.play is not None and app.play.names.language == "ja"),
        )
        for code, seen in switches:
            offered = dict(of_program(face))
            offered[face.say(code)]()
            await driver.settle()
            assert seen()

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_a_screen_is_written_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.desk.data_folder", lambda: tmp_path / "data")

    async def script(driver: Driver) -> None:
        grid = driver.grid().splitlines()
        for number in (1, 2):
            dict(of_program(driver.app.face))[say("en", "palette-write")]()
            text = (tmp_path / "data" / "screens" / f"table-{number}.txt").read_text(encoding="utf-8")
            assert text.splitlines()[:3] == grid[:3]

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_nothing_is_written_where_that_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr("tui.desk.data_folder", lambda: tmp_path / "data")

    async def script(driver: Driver) -> None:
        dict(of_program(driver.app.face))[say("en", "palette-write")]()
        await driver.settle()
        assert driver.sees("Not written")

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_a_curtain_offers_nothing_of_a_seat(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        face = driver.app.face
        assert isinstance(face, CurtainFace)
        names = [name for name, _ in (*of_face(face), *of_program(face))]
        forbidden = ("palette-write", "palette-type", "palette-about", "key-compose-more", "key-type-more")
        assert not any(face.say(code) in name for code in forbidden for name in names)

    app = app_on(tmp_path, "spring-short", "both")
    assert app.play is not None
    app.play.stops.clear()
    drive(app, script)


def test_the_first_face_has_its_commands() -> None:
    async def script(driver: Driver) -> None:
        listed = await opened(driver)
        assert any("Set up a new game" in each for each in listed) and any("Language" in each or "言語" in each for each in listed)

    drive(app_alone(), script)


def test_every_language_has_its_entry() -> None:
    assert all(say(language, f"palette-language-{other}") for language in LANGUAGES for other in LANGUAGES)
    assert Everything.__doc__
