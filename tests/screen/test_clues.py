"""Clues: what is known of the other side's weights, and nothing that is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sim.kernel.layout import POSTURE
from sim.table.game import Game
from tests.properties.test_planted import NUMBER, planted
from tests.screen.driving import LOOKS, NARROW, Driver, app_on, close, drive, no_line_is_too_wide, pages_fit
from tests.screen.sheets import bring
from tui.screen.app import NemawashiApp
from tui.screen.faces.clues import CluesFace
from tui.screen.ink import Page, text_of
from tui.screen.look import Look
from tui.screen.pages.clues import Story, clues, postures, story
from tui.screen.sheets import SHEETS
from tui.screen.signs import DRAWN

OFFERS = ("us demand dm08", "us demand dm04", "jp answer dm08 hold", "jp done", "jp offer T1=1 T2=1", "us offer T1=1 T2=3")


@pytest.fixture(autouse=True)
def cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SHEETS, "issue", ("issue", "IssueFace"))


def look_of(app: NemawashiApp) -> Look:
    """What pages are drawn from."""
    assert app.play is not None
    return app.play.look(DRAWN, 80, 24)


def text(*pages: Page) -> str:
    """Pages as text."""
    return "\n".join(text_of(row.line) for page in pages for row in page.rows)


async def show(driver: Driver) -> None:
    """Open the sheet over the table."""
    driver.app.push_screen(CluesFace())
    await driver.settle()


@pytest.mark.parametrize(("size", "language"), LOOKS)
@pytest.mark.parametrize("side", ["jp", "us"])
def test_the_sheet_fits_its_screen(tmp_path: Path, side: str, language: str, size: tuple[int, int]) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        await pages_fit(driver, size, language)

    drive(bring(app_on(tmp_path, "spring-2025", side, language=language), *OFFERS), script, size)


@pytest.mark.parametrize("scenario", ["lantern-coast", "tests/packs/three.yaml"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_other_games_fit_too(tmp_path: Path, scenario: str, language: str) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter", "enter")
        await show(driver)
        no_line_is_too_wide(driver.lines(), NARROW[0])
        look = driver.app.face.look()  # type: ignore[attr-defined]  # a face of a game
        for party in look.names.scenario.parties:
            others = len(look.names.scenario.parties) > 2 and party.index != look.view.party
            assert not others or driver.app.face.pane("clues").place_of(f"{party.index} {look.names.scenario.issues[0].id}") is not None

    drive(app_on(tmp_path, scenario, language=language), script)


def test_asked_offered_and_accepted(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        line = next(line for line in driver.lines() if "T2 Investment" in line and "dm08" in line)
        assert "dm08 Joint R1" in line and line.endswith("offered Joint R1")
        assert driver.sees("postures left: 2 of 4", "Ruled out by certain clues")

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *OFFERS), script)


def test_an_accord_is_told_once(tmp_path: Path) -> None:
    app = bring(app_on(tmp_path, "spring-2025", "jp"), *OFFERS, "jp accept")
    try:
        assert app.play is not None
        look, told = look_of(app), story(app.play.game.events_for("jp"))
        assert "accepted Joint R1" in text(clues(look, 80, told)) and "offered" not in text(clues(look, 80, told))
    finally:
        close(app)


def test_the_weight_of_the_chosen_issue_stands_beside_each_posture(tmp_path: Path) -> None:
    app = app_on(tmp_path, "spring-2025", "jp")
    try:
        look = look_of(app)
        weights = look.view.known.weights_of(0)
        shown = text(postures(look, 80, "0 T2"))
        issue = next(entry.index for entry in look.names.scenario.issues if entry.id == "T2")
        assert len(weights.rows) == 2 and all(f"T2: {row[issue]} " in shown for row in weights.rows)
    finally:
        close(app)


def test_no_clue_says_which_key_brings_one(tmp_path: Path) -> None:
    app = app_on(tmp_path, "spring-2025", "jp")
    try:
        look = look_of(app)
        bare = replace(look, view=replace(look.view, clues=()))
        assert "No clue yet. p, Probe: 1 capital or an action token" in text(clues(bare, 80, Story())).replace("\n ", " ")
    finally:
        close(app)


@pytest.mark.parametrize("viewer", ["jp", "table"])
def test_nothing_hidden_is_drawn(tmp_path: Path, viewer: str) -> None:
    """Hidden cells hold planted numbers, and the other side's posture is another one: the sheet stays the same, to the last letter."""
    app = bring(app_on(tmp_path, "spring-2025", "both"), *OFFERS)
    try:
        assert app.play is not None
        game, look = app.play.game, look_of(app)
        told = story(game.events_for("table"))

        def drawn(of: Game) -> str:
            seen = replace(look, view=of.view_for(viewer))
            return text(clues(seen, 80, told), *(postures(seen, 80, f"0 {entry.id}") for entry in seen.names.scenario.issues))

        before = drawn(game)
        for posture in (entry.index for entry in look.names.scenario.postures if entry.party == 0):
            twin = planted(game, viewer)
            twin._s[POSTURE] = posture
            assert drawn(twin) == before and not NUMBER.findall(before)
    finally:
        close(app)


def test_the_public_table_shows_no_clue(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        assert driver.sees("Clues are each side's own", "offered Joint R1")
        assert not driver.sees("R0") and "start" not in driver.grid() and "sure" not in driver.grid()

    drive(bring(app_on(tmp_path, "spring-2025", "both"), *OFFERS), script)


def test_keys_open_the_card_and_the_acts(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        await driver.press("down", "enter")
        assert driver.face == "IssueFace" and driver.sees("D2 ")
        await driver.press("escape", "p")
        assert driver.face == "ActsFace"
        await driver.press("escape", "escape")
        assert driver.face == "TableFace"

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *OFFERS), script)
