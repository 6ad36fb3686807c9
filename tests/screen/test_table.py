"""The table: what a newcomer sees at a glance, and what keys do there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screen.driving import LOOKS, Driver, app_on, drive, no_line_is_too_wide


@pytest.mark.parametrize(("size", "language"), LOOKS)
def test_the_table_fits_its_screen(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    async def script(driver: Driver) -> None:
        assert len(driver.lines()) == size[1]
        no_line_is_too_wide(driver.lines(), size[0])
        assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])

    drive(app_on(tmp_path, "spring-2025", "jp", language=language), script, size)


def test_news_is_read_before_anybody_acts(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None and [stop.kind for stop in play.stops] == ["news"] and not play.game.lines
        await driver.press("enter")
        assert [entry.action.seat for entry in play.game.lines if entry.action is not None] == ["us"]

    drive(app_on(tmp_path), script)
