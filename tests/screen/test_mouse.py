"""The mouse alone: a first round, from the briefing to a ratified package, without a key."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len

from tests.screen.driving import Driver, app_on, drive
from tests.screen.test_whole_games import lines_of


async def on_row(driver: Driver, row: str, sign: str) -> None:
    """A click on a sign of the line that begins with a text."""
    y = next(y for y, line in enumerate(driver.lines()) if row in line)
    line = driver.lines()[y]
    x = line.rindex(sign) if sign == "▸" else line.index(sign)
    await driver.pilot.click(offset=(cell_len(line[:x]), y))
    await driver.settle()


def test_a_round_is_played_with_the_mouse_alone(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        driver.app.show_briefing()
        await driver.settle()
        await driver.click("Close")
        await driver.click("Next")  # news
        await driver.click("Next")  # demand
        assert driver.face == "ResponseFace"
        await driver.click("2 counter")
        await driver.click("Send all")
        assert driver.face == "TableFace"
        await driver.click("Compose")
        assert driver.face == "ComposerFace"
        for row, sign, count in (("Investment", "◂", 2), ("Host support", "▸", 1)):
            for _ in range(count):
                await on_row(driver, row, sign)
        await driver.click("Review, send")
        assert driver.face == "ReviewFace", driver.grid()
        await driver.click("Offer  F9")
        assert driver.face == "HomeFace", driver.grid()
        for _ in range(4):
            y = next(y for y, line in enumerate(driver.lines()) if "Opposition  " in line)
            await driver.pilot.click(offset=(driver.lines()[y].index(" ▸") + 1, y))
            await driver.settle()
        await driver.click("F9 Submit")
        assert driver.face == "Ask", driver.grid()
        await driver.click("[ Submit ]")
        assert driver.face == "VoteFace", driver.grid()
        await driver.click("Show all")
        await driver.click("Enter Next")
        assert driver.face == "ReportFace", driver.grid()
        await driver.click("Enter Round 2")
        play = driver.app.play
        assert play is not None and play.view().ratified == 1

    drive(app_on(tmp_path, "spring-short", "jp", seed=123), script)
    assert lines_of(tmp_path / "game.nemawashi", ("jp",)) == [
        "jp answer dm08 counter T1", "jp done", "jp done", "jp offer D2=1 T1=1 T2=1", "jp done", "jp groundwork jp_opposition=4", "jp submit",
    ]  # fmt: skip
