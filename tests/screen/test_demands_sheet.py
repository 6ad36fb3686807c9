"""Demands: what is asked, until when, what follows; requests; what runs; the last line."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.screen.driving import LOOKS, NARROW, WIDE, Driver, app_on, close, drive, no_line_is_too_wide, pages_fit
from tests.screen.sheets import bring
from tui.screen.app import NemawashiApp
from tui.screen.faces.demands import DemandsFace
from tui.screen.ink import text_of
from tui.screen.look import Look
from tui.screen.pages.demands import compact, demands, last_line, nearest, unmet_line
from tui.screen.sheets import SHEETS
from tui.screen.signs import DRAWN

ASKED = ("us demand dm08", "us demand dm04")
TALKING = (*ASKED, "jp answer dm08 accept", "jp answer dm04 counter T1", "jp done", "jp initiative in10", "us agree in10", "jp link T1 T2")


@pytest.fixture(autouse=True)
def cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SHEETS, "issue", ("issue", "IssueFace"))


def look_of(app: NemawashiApp, cells: int = 80, lines: int = 24) -> Look:
    """What pages are drawn from."""
    assert app.play is not None
    return app.play.look(DRAWN, cells, lines)


async def show(driver: Driver) -> None:
    """Open the sheet over the table."""
    driver.app.push_screen(DemandsFace())
    await driver.settle()


@pytest.mark.parametrize(("size", "language"), LOOKS)
@pytest.mark.parametrize("path", [(), ASKED, TALKING])
def test_the_sheet_fits_its_screen(tmp_path: Path, path: tuple[str, ...], language: str, size: tuple[int, int]) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        await pages_fit(driver, size, language)

    drive(bring(app_on(tmp_path, "spring-2025", "jp", language=language), *path), script, size)


@pytest.mark.parametrize("scenario", ["lantern-coast", "tests/packs/three.yaml", "spring-short"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_other_games_fit_too(tmp_path: Path, scenario: str, language: str) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter", "enter")
        await show(driver)
        no_line_is_too_wide(driver.lines(), NARROW[0])
        assert len(driver.lines()) == NARROW[1]

    drive(app_on(tmp_path, scenario, language=language), script)


def test_what_is_asked_and_what_follows(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        assert driver.sees("dm08  T2 Investment Joint", "If unmet, counted 2 times: Tariffs +2 (+5 asked)")
        line = next(line for line in driver.lines() if line.startswith("▸dm08"))
        assert line.split("Joint")[1].split() == ["Repeat", "R4", "unmet", "accepted"]
        assert driver.sees("countered T1", "Requests of Japan", "no penalty; met:")
        assert driver.sees("Joint work agreed, in10", "T1 Tariffs and T2 Investment are linked")
        assert driver.sees("If nothing is agreed until R4: Tariffs +2 (+5 asked), counted more than once")

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *TALKING), script)


def test_the_last_line_speaks_of_the_nearest_deadline_alone(tmp_path: Path) -> None:
    app = bring(app_on(tmp_path, "spring-2025", "jp"), *ASKED)
    try:
        look = look_of(app)
        assert [demand.due for demand in look.view.demands] == [4, 5]
        assert [demand.name for demand in nearest(look)] == ["dm08"]
        assert "R4" in last_line(look) and "Tariffs" in last_line(look) and "Cohesion" not in last_line(look)
        assert "counted" not in unmet_line(look, look.view.demands[0])
    finally:
        close(app)


def test_nothing_asked_says_what_brings_it(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        assert driver.sees("No demand is open.", "Nothing falls due.")

    drive(app_on(tmp_path, "spring-short", "jp"), script)


def test_enter_opens_the_card_of_the_issue(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        await driver.press("down", "enter")
        assert driver.face == "IssueFace" and driver.sees("D2 ")
        await driver.press("escape", "escape")
        assert driver.face == "TableFace"

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *ASKED), script)


def test_cards_in_hand_are_the_askers_own(tmp_path: Path) -> None:
    for side, sees in (("us", True), ("jp", False)):
        app = app_on(tmp_path, "spring-2025", side, name=side)
        try:
            assert app.play is not None
            app.play.turns.act()
            look = look_of(app)
            texts = "\n".join(text_of(row.line) for row in demands(look, 80).rows)
            assert ("Cards in hand" in texts) == (sees and bool(look.view.hand))
            assert not look.view.hand or side == "us"
        finally:
            close(app)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("cells", [52, 60])
def test_a_pane_for_the_wide_table(tmp_path: Path, language: str, cells: int) -> None:
    app = bring(app_on(tmp_path, "spring-2025", "jp", language=language), *TALKING)
    try:
        look = look_of(app, *WIDE)
        page = compact(look, cells, 10)
        texts = [text_of(row.line) for row in page.rows]
        assert len(texts) <= 10 and all(cell_len(text) <= cells for text in texts)
        assert any("dm08" in text for text in texts) and any("in10" in text for text in texts)
        assert len(compact(look, cells, 3).rows) == 3
    finally:
        close(app)
