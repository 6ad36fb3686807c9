"""The briefing has six chapters, the public table those that are public; the log opens at its newest line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screen.driving import NARROW, WIDE, Driver, app_on, drive, no_line_is_too_wide
from tests.screen.sheets import TO_HOME, bring
from tui.screen.faces.briefing import BriefingFace
from tui.screen.faces.loglist import LogFace
from tui.screen.ink import text_of
from tui.screen.pages.briefing import CHAPTERS

THREE = str(Path(__file__).parents[1] / "packs" / "three.yaml")


@pytest.mark.parametrize(("size", "language"), [(NARROW, "en"), (NARROW, "ja"), (WIDE, "ja")])
def test_six_chapters_are_read_one_after_the_other(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    async def script(driver: Driver) -> None:
        driver.app.push_screen(BriefingFace())
        await driver.settle()
        for chapter in CHAPTERS:
            assert driver.sees(driver.app.face.say(f"brief-chapter-{chapter}"), f"[{chapter} ")
            no_line_is_too_wide(driver.lines(), size[0])
            assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])
            await driver.press("enter")
        assert driver.face == "TableFace"

    drive(app_on(tmp_path, "spring-2025", "jp", language=language), script, size)


def test_the_own_side_knows_what_it_wants(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        driver.app.push_screen(BriefingFace("2"))
        await driver.settle()
        assert driver.sees("(assumption)", "T1 Tariffs", "22", "All off", "26.9 of 100")
        assert "T1 Tariffs" in next(line for line in driver.lines()[6:] if "22" in line)
        await driver.press(*["pagedown"] * 3)
        text = " ".join(driver.grid().replace("▸", " ").split())
        assert "2 postures are still possible" in text and "2 clues are known" in text
        await driver.press("pageup", "pageup", "w")
        assert driver.face == "WhyFace"

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_chapters_are_opened_by_digit_arrow_and_click(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        driver.app.push_screen(BriefingFace())
        await driver.settle()
        await driver.press("5")
        assert driver.sees("[5 A round]", "Unseen by the other side")
        await driver.press("left")
        assert driver.sees("[4 Asked]")
        await driver.press("right", "right")
        assert driver.sees("[6 Words]", "Close")
        await driver.click("3 At home")
        assert driver.sees(
            "a yes weight of 51 or more", "yes from Ruling bloc", "Opposition or Diet 50 or more", "weight 26", "sounds open"
        )
        await driver.press("1", "left")
        assert driver.sees("[1 Story]", "end of March 2025")

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_the_public_table_has_the_public_chapters(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        driver.app.push_screen(BriefingFace("2"))
        await driver.settle()
        seen = ""
        for key in ("2", "1", "3", "4", "5", "6"):
            await driver.press(key)
            seen += driver.grid()
        assert "chapter 1 of 5" in seen and "[3 At home]" in seen
        assert "Your side" not in seen and "Best for you" not in seen and "Posture" not in seen

    drive(app_on(tmp_path, "spring-2025", "both"), script)


@pytest.mark.parametrize(("scenario", "side"), [("lantern-coast", "hm"), (THREE, "bx")])
def test_other_packs_have_their_own(tmp_path: Path, scenario: str, side: str) -> None:
    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None
        driver.app.push_screen(BriefingFace())
        await driver.settle()
        assert driver.sees(play.names.text(play.names.scenario.label))
        await driver.press("3")
        page = driver.app.face.pane("body").page
        text = "\n".join(text_of(row.line) for row in page.rows)
        assert all(play.names.text(group.short) in text for group in play.names.scenario.groups)
        for key in CHAPTERS:
            await driver.press(key)
            no_line_is_too_wide(driver.lines(), 80)

    drive(app_on(tmp_path, scenario, side), script)


def test_the_log_opens_at_its_newest_line(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None
        driver.app.push_screen(LogFace())
        await driver.settle()
        newest = play.log()[-1].split(".")[0][:40]
        assert driver.sees(newest) and not driver.sees("Round 1 of")
        await driver.press("home")
        assert not driver.sees(newest)
        await driver.press("end")
        assert driver.sees(newest)
        await driver.press("pageup", "pagedown", "enter")
        assert driver.face != "LogFace"

    drive(bring(app_on(tmp_path, "spring-short", "jp"), *TO_HOME), script)
