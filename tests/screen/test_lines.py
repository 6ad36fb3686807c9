"""A line of notation at the screen: what can come next, what is wrong, what was typed before, and nothing that does harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.screen.driving import Driver, app_on, drive, no_line_is_too_wide
from tests.screen.sheets import bring, hint
from tests.screen.sheets import lines as record
from tui.screen.app import NemawashiApp
from tui.screen.faces.lines import LineFace
from tui.screen.field import MOST_LETTERS
from tui.screen.next_words import next_words

TO_TALKS = ("us demand dm08", "jp answer dm08 counter T1", "jp done", "us offer T1=1 T2=3")


async def begin(driver: Driver) -> LineFace:
    """Open the line."""
    driver.app.push_screen(LineFace())
    await driver.settle()
    assert isinstance(driver.app.screen, LineFace)
    return driver.app.screen


def in_talks(tmp_path: Path, language: str = "en") -> NemawashiApp:
    """A game in which Japan answers an offer."""
    return bring(app_on(tmp_path, "spring-short", "jp", language=language), *TO_TALKS)


def test_a_line_is_typed_and_done(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await begin(driver)
        await driver.press(*"offer T1=2", "space", *"T2=1")
        assert driver.sees("Enter sends this line.")
        await driver.press("enter")
        assert driver.face == "TableFace"
        assert "jp offer T1=2 T2=1" in record(driver)

    drive(in_talks(tmp_path), script)


@pytest.mark.parametrize(("language", "said"), [("en", "Not read, at character 7"), ("ja", "7")])
def test_what_is_wrong_is_said_and_the_line_stays(tmp_path: Path, language: str, said: str) -> None:
    async def script(driver: Driver) -> None:
        face = await begin(driver)
        count = len(record(driver))
        await driver.press(*"offer X9=1", "enter")
        assert face.is_current and face.field.value == "offer X9=1" and said in hint(driver)
        assert len(record(driver)) == count
        no_line_is_too_wide(driver.lines(), 80)
        await driver.press("backspace")
        assert said not in hint(driver)

    drive(in_talks(tmp_path, language), script)


def test_words_that_can_come_next(tmp_path: Path) -> None:
    app = in_talks(tmp_path)
    play = app.play
    assert play is not None

    def found(text: str) -> tuple[str, ...]:
        return next_words(text, play.names.scenario, play.game.seating, play.game.context(), "jp").words

    assert {"offer", "accept", "hold", "done"} <= set(found(""))
    assert found("off") == found("jp off") == ("offer",)
    assert all(word.startswith("T") for word in found("offer T")) and found("offer T")
    assert found("offer D2=1 nonsense x") == ()
    play.game.keeper.close()  # type: ignore[union-attr]


def test_tab_and_clicks_finish_words(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        face = await begin(driver)
        await driver.press("h", "o", "tab")
        assert face.field.value == "hold "
        face.field.value = ""
        await driver.settle()
        await driver.click("offer")
        assert face.field.value == "offer "
        await driver.click("Send")
        assert driver.face in ("TableFace", "LineFace")

    drive(in_talks(tmp_path), script)


def test_what_was_typed_is_kept_for_the_next_time(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await begin(driver)
        await driver.press(*"hold", "escape")
        face = await begin(driver)
        assert face.field.value == "hold"
        await driver.press("enter")
        face = await begin(driver)
        assert face.field.value == ""
        await driver.press("up")
        assert face.field.value == "hold"
        await driver.press("down")
        assert face.field.value == ""

    drive(in_talks(tmp_path), script)


def test_seats_do_not_see_what_others_typed(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None
        play.open_sheet("jp", True)
        await begin(driver)
        await driver.press(*"secret", "escape")
        play.close_sheet()
        face = await begin(driver)
        assert face.field.value == ""

    drive(bring(app_on(tmp_path, "spring-short", "both"), *TO_TALKS), script)


def test_what_is_done_unseen_is_not_typed_in_the_open(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("escape")
        await begin(driver)
        count = len(record(driver))
        await driver.press(*"us demand dm08", "enter")
        assert driver.face == "LineFace" and len(record(driver)) == count and "unseen" in hint(driver)

    app = app_on(tmp_path, "spring-short", "both")
    assert app.play is not None
    app.play.stops.clear()
    drive(app, script)


def test_why_is_asked_by_name(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await begin(driver)
        await driver.press(*"why m_tariff", "enter")
        assert driver.face == "WhyFace" and driver.sees("Tariffs")

    drive(in_talks(tmp_path), script)


def test_nothing_that_is_pasted_does_harm(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        face = await begin(driver)
        for text in ("offer T1=2\njp accept\n", "あ" * 3_000_000, "\x1b[2J\x00" * 500_000, "ｏｆｆｅｒ　Ｔ１＝２"):
            face.field.value = ""
            face.field.post_message(events.Paste(text))
            await driver.settle()
            assert len(face.field.value) <= MOST_LETTERS and face.field.value.isprintable()
            no_line_is_too_wide(driver.lines(), 80)
        assert driver.sees("Enter sends this line.")
        await driver.press("?")
        assert driver.face == "HelpFace"

    drive(in_talks(tmp_path), script)
