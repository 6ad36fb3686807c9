"""The end: the statement sentence by sentence with what stands behind it, the result, and no word about winning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.table.statement import written
from tests.screen.driving import LOOKS, Driver, app_alone, close, drive, no_line_is_too_wide
from tests.screen.games import NOTHING, THREE, at_stop, of_bots
from tui.plain.ending import ending_lines
from tui.plain.names import points
from tui.screen.app import NemawashiApp
from tui.screen.ink import Page, text_of
from tui.screen.look import Look
from tui.screen.pages.ending import Found, behind, result, statement
from tui.screen.pane import Pane
from tui.screen.playing import Playing
from tui.screen.signs import DRAWN
from tui.wording import say

RANKING = re.compile(r"\b(win|wins|won|winner|winners|lose|loses|lost|loser|victory|defeat)\b|勝|敗|負け", re.IGNORECASE)


def ended(app: NemawashiApp) -> tuple[Look, Found]:
    """What the pages of the end are drawn from."""
    assert app.play is not None
    return app.play.look(DRAWN, 80, 24), app.play.ending()


def read(page: Page) -> str:
    """A page as one text without line breaks, which may stand anywhere in Japanese."""
    return "".join(text_of(each.line) for each in page.rows).replace(" ", "")


@pytest.mark.parametrize(("size", "language"), LOOKS)
def test_it_fits_its_screen_and_names_nobody_first(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    async def script(driver: Driver) -> None:
        for keys in ((), ("down", "down", "down", "down"), ("tab", "tab"), ("pagedown", "pagedown", "pagedown")):
            await driver.press(*keys)
            assert driver.face == "EndFace" and len(driver.lines()) == size[1]
            no_line_is_too_wide(driver.lines(), size[0])
            assert "…" not in driver.grid() and not RANKING.search(driver.grid())
            assert driver.sees(say("en", "report-note"), say("ja", "report-note"))
            assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])

    drive(at_stop(tmp_path, "end", language=language), script, size)


def test_a_sentence_is_chosen_and_what_stands_behind_it_is_told(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("▸ The two leaders met", "No single issue stands behind")
        await driver.press("down", "down")
        assert driver.sees("▸ On defense, they agreed", "D2 Same sum", "accord of round 1", "first offered by Japan")
        await driver.press("down", "down", "down")
        assert driver.sees("▸ On the economy", "T1 25/25/10", "first offered by US (bot)", "T2 Tracker") and not driver.sees(
            "D2 Same sum\n"
        )
        await driver.click("The two leaders met")
        assert driver.sees("No single issue stands behind")
        await driver.press(*["pagedown"] * 3)
        assert driver.sees("open Indo-Pacific.", "F4 FOIP", "as at the start")
        await driver.press("w")
        assert driver.face == "WhyFace"

    drive(at_stop(tmp_path, "end"), script)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(("scenario", "seed"), [("spring-short", 3), ("lantern-coast", 5), (THREE, 5)])
def test_the_pages_hold_what_plain_mode_says(tmp_path: Path, scenario: str, seed: int, language: str) -> None:
    app = of_bots(tmp_path, scenario, "end", seed, language)
    look, found = ended(app)
    shown = read(statement(look, 48, found)) + read(result(look, 80, found))
    lines = [line.replace(" ", "") for line in ending_lines(look.names, found.debrief)]
    for line in lines[1:-1]:
        assert line.replace("-", "−") in shown.replace("-", "−")
    assert not RANKING.search(shown)
    keys = [each.key for each in statement(look, 48, found).rows]
    assert {key.partition("/")[0] for key in keys} == {str(at) for at in range(len(written(found.debrief.statement, language)))}
    close(app)


@pytest.mark.parametrize(("scenario", "seed"), [("spring-2025", 3), (THREE, 5)])
def test_every_issue_stands_on_the_board_with_what_it_brought(tmp_path: Path, scenario: str, seed: int) -> None:
    app = of_bots(tmp_path, scenario, "end", seed)
    look, found = ended(app)
    rows = {each.key: text_of(each.line) for each in result(look, 80, found).rows if each.key}
    for each in found.debrief.issues:
        text = rows[look.names.scenario.issues[each.issue].id]
        assert "…" not in text and look.level(each.issue, each.start) in text
        gains = [points(after - before).replace("-", "−") for before, after in zip(each.worth_start, each.worth_reached, strict=True)]
        assert text.split()[-len(gains) :] == gains if each.reached != each.start else text.endswith(" ") and "as before" in text
    close(app)


def test_every_level_behind_a_sentence_has_its_story(tmp_path: Path) -> None:
    app = of_bots(tmp_path, "spring-2025", "end", 3)
    look, found = ended(app)
    every = " ".join(read(behind(look, 200, found, str(at))) for at in range(len(written(found.debrief.statement, "en"))))
    for each in found.debrief.issues:
        if each.reached > each.start:
            assert look.names.term(each.issue, each.reached).replace(" ", "") in every
    assert "accordofround" in every and "askedupto" in every and "firstofferedby" in every
    close(app)


def test_without_an_agreement_the_title_says_so(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("Statement: nothing new is agreed", "They agreed to continue talks") and not driver.sees("Joint statement")

    drive(at_stop(tmp_path, "end", NOTHING), script)


def test_the_debrief_and_the_table_are_a_key_away(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        for key in ("enter", "f9", "d"):
            await driver.press(key)
            assert driver.face == "DebriefFace"
            await driver.press("escape")
            assert driver.face == "EndFace"
        await driver.press("escape")
        assert driver.face == "TableFace" and driver.app.play is not None and not driver.app.play.stops
        await driver.press("enter")
        assert driver.face == "EndFace" and driver.sees("Joint statement", "D2  Host support")

    drive(at_stop(tmp_path, "end"), script)


def test_scores_say_where_they_come_from(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("tab", "tab")
        for key in ("side.jp", "side.us", "joint", "seat.0", "T1"):
            driver.app.screen.query_one("#result", Pane).choose(key)
            await driver.press("w")
            assert driver.face == "WhyFace", key
            await driver.press("escape")
        assert driver.face == "EndFace"

    drive(at_stop(tmp_path, "end"), script)


def test_a_finished_record_opens_at_its_end(tmp_path: Path) -> None:
    play = at_stop(tmp_path, "end").play
    assert play is not None
    app = app_alone()
    app.play = Playing(play.table, play.turns, play.record, play.styles, is_new=False)

    async def script(driver: Driver) -> None:
        assert driver.face == "EndFace" and driver.sees("Joint statement", "Ending:")

    drive(app, script)
