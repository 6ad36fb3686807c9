"""The demand draw: a card is played, a lever follows or none; what the cards are worth stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screen.driving import LOOKS, Driver, app_on, drive, no_line_is_too_wide
from tests.screen.sheets import hear_at_once, hint, lines


@pytest.fixture(autouse=True)
def own_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    hear_at_once(monkeypatch)


@pytest.mark.parametrize(("size", "language"), LOOKS)
def test_the_sheet_fits_its_screen(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    async def script(driver: Driver) -> None:
        for keys in (("enter",), ("enter",), ("enter", "right", "right")):
            await driver.press(*keys)
            assert driver.face == "DrawFace" and len(driver.lines()) == size[1]
            no_line_is_too_wide(driver.lines(), size[0])
            assert "…" not in driver.grid()
            assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])

    drive(app_on(tmp_path, "spring-2025", "us", language=language), script, size)


def test_cards_are_played_with_enter_and_the_lever_is_sent_with_done(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter", "down", "enter")
        assert lines(driver) == ["us demand dm08"] and driver.sees("second demand", "dm04")
        await driver.press("enter")
        assert lines(driver) == ["us demand dm08", "us demand dm04"] and driver.sees("Played in this round")
        await driver.press("right", "right", "f9")
        assert lines(driver)[2].startswith("us lever us_l") and lines(driver)[3] == "us done"
        assert driver.face == "TableFace"

    drive(app_on(tmp_path, "spring-2025", "us"), script)


def test_f9_plays_the_card_too_and_no_lever_is_no_line(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter", "f9", "f9", "f9")
        assert lines(driver)[:3] == ["us demand dm11", "us demand dm04", "us done"]

    drive(app_on(tmp_path, "spring-2025", "us"), script)


def test_a_card_is_shown_with_its_worth_and_a_second_demand_with_its_chance(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter")
        assert driver.sees("As now to Study is worth +1.8 to you", "60 in 100 = 45 + 11 ((Protect. - 50) / 2)", "Trust −2")
        assert "m_" not in driver.grid()
        await driver.press("down")
        assert driver.sees("dm08 for your side", "Repeat to Joint is worth +5.1")
        await driver.press("tab", "w")
        assert driver.face == "WhyFace" and driver.sees("60")

    drive(app_on(tmp_path, "spring-2025", "us"), script)


def test_where_no_second_demand_may_come_no_chance_is_shown(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter")
        assert driver.face == "DrawFace" and not driver.sees("in 100")
        assert driver.sees("No lever is open in this round")
        await driver.press("enter")
        assert lines(driver)[0].startswith("us demand ") and driver.face == "TableFace"

    drive(app_on(tmp_path, "spring-short", "us"), script)


def test_a_click_on_a_chosen_card_plays_it(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter")
        await driver.click("T2 Investment")
        assert lines(driver) == [] and driver.sees("dm08 for your side")
        await driver.click("T2 Investment")
        assert lines(driver) == ["us demand dm08"]

    drive(app_on(tmp_path, "spring-2025", "us"), script)


def test_the_lever_survives_leaving_and_language(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter", "enter", "enter", "right", "right")
        chosen = next(line for line in driver.lines() if " capital, cred. " in line or " capital: " in line)
        await driver.press("escape")
        assert driver.face == "TableFace"
        await driver.press("enter", "e", "e")
        assert chosen in driver.lines()
        await driver.click("Send")
        assert any(line.startswith("us lever") for line in lines(driver))

    drive(app_on(tmp_path, "spring-2025", "us"), script)


def test_a_card_whose_demand_holds_already_is_not_played(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        from tui.screen.pages import draw

        await driver.press("enter")
        monkey = pytest.MonkeyPatch()
        monkey.setattr(draw, "card_options", lambda look: {})
        await driver.press("f9")
        monkey.undo()
        assert lines(driver) == [] and "holds already" in hint(driver)

    drive(app_on(tmp_path, "spring-2025", "us"), script)
