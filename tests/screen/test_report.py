"""The round report: the numbers of plain mode, nothing cut, and what falls due as it comes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.table import happened as h
from tests.screen.driving import LOOKS, Driver, close, drive, no_line_is_too_wide
from tests.screen.games import REFUSED, THREE, at_stop, of_bots, stop_of
from tui.plain.report import SUPPORT, by_cell, is_news, number_line
from tui.screen.app import NemawashiApp
from tui.screen.faces.vote import behind
from tui.screen.ink import text_of
from tui.screen.look import Look
from tui.screen.pages.report import coming, due, number_rows, report
from tui.screen.pane import Pane
from tui.screen.signs import DRAWN
from tui.wording import say


def look_of(app: NemawashiApp) -> Look:
    """What pages are drawn from."""
    assert app.play is not None
    return app.play.look(DRAWN, 80, 24)


def changes_of(app: NemawashiApp) -> list[list[h.NumberChanged]]:
    """What moved, by number."""
    return by_cell([event for event in stop_of(app).events if isinstance(event, h.NumberChanged)])


@pytest.mark.parametrize(("size", "language"), LOOKS)
def test_it_fits_its_screen(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    async def script(driver: Driver) -> None:
        for keys in ((), ("s",), ("pagedown", "pagedown"), ("tab",)):
            await driver.press(*keys)
            assert driver.face == "ReportFace" and len(driver.lines()) == size[1]
            no_line_is_too_wide(driver.lines(), size[0])
            assert "…" not in driver.grid()
            assert driver.sees(say("en", "report-note"), say("ja", "report-note"))
            assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])

    drive(at_stop(tmp_path, "report", language=language), script, size)


@pytest.mark.parametrize(("scenario", "seed"), [("spring-2025", 3), ("lantern-coast", 5), (THREE, 5)])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_number_stands_there_whole_with_causes_that_add_up(tmp_path: Path, scenario: str, seed: int, language: str) -> None:
    app = of_bots(tmp_path, scenario, "report", seed, language)
    look, stop = look_of(app), stop_of(app)
    page = "\n".join(text_of(each.line) for each in report(look, 80, stop, True).rows)
    assert "…" not in page
    for moved in filter(is_news, changes_of(app)):
        total = moved[-1].after - moved[0].before
        text = " ".join(text_of(each.line) for each in number_rows(look, moved, 80, 18))
        assert f"{moved[0].before} > {moved[-1].after}" in page and f"{moved[0].before} > {moved[-1].after}" in text
        found = [int(each.replace("−", "-")) for each in re.findall(r" ([+−]\d+|0)(?=[ ,、]|$)", text.partition(" > ")[2])]
        assert found[0] == total and (len(found) == 1 or sum(found[1:]) == total)
        plain = re.findall(r" ([+-]\d+|0)(?=[,、)）]|$)", number_line(look.names, moved))
        assert sum(int(each) for each in plain) == total
    close(app)


def test_groups_are_one_line_until_they_are_asked_for(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        pane = driver.app.screen.query_one("#report", Pane)
        count = len([moved for moved in changes_of(driver.app) if moved[0].name.kind == SUPPORT])
        assert count == 11
        texts = [text_of(each.line) for each in pane.page.rows]
        assert f"{count} groups moved; s shows them" in texts[-1] and not any("Opposition" in text for text in texts)
        await driver.press("s")
        texts = [text_of(each.line) for each in pane.page.rows]
        assert any(re.search(r"Japan Opposition +40 > 39 +−1", text) for text in texts) and not any("s shows" in text for text in texts)
        await driver.press("s")
        assert "s shows them" in text_of(pane.page.rows[-1].line)

    drive(at_stop(tmp_path, "report"), script)


def test_levels_and_numbers_explain_themselves(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("D2 As now > Same sum, T1 All on > 25/25/10", "Tariffs     71 > 63    −8   T1", "T1 +2, Tariffs eat momentum −2")
        await driver.press("w")
        assert driver.face == "WhyFace"
        await driver.press("escape", "down", "down")
        pane = driver.app.screen.query_one("#report", Pane)
        assert pane.row is not None and pane.row.why == ("m_deterrence",)
        await driver.press("w")
        assert driver.face == "WhyFace" and driver.sees("Deterrent")

    drive(at_stop(tmp_path, "report"), script)


@pytest.mark.parametrize("key", ["enter", "f9", "escape"])
def test_it_is_read_once(tmp_path: Path, key: str) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("Enter Round 2", "round 2 begins when you do")
        await driver.press(key)
        play = driver.app.play
        assert driver.face == "TableFace" and play is not None and play.stops[0].kind == "news"

    drive(at_stop(tmp_path, "report"), script)


def test_what_is_due_is_what_then_comes(tmp_path: Path) -> None:
    app = at_stop(tmp_path, "report", REFUSED)
    assert app.play is not None
    look, stop = look_of(app), stop_of(app)
    later = behind(app.play, stop)
    drift, income = coming(look, stop, later)
    news = app.play.stops[1]
    came = [event for event in news.events if isinstance(event, h.NumberChanged) and event.cause is not None]
    assert (news.kind, news.round) == ("news", 2)
    assert [amount for _, amount in drift] == [event.after - event.before for event in came if event.cause and event.cause.kind == "drift"]
    assert income == [("Japan", 3), ("US", 2)] and ("Region", -3) in drift
    text = " ".join(text_of(each.line) for each in due(look, 80, stop, later).rows)
    assert "Due in round 4: dm08" in text and "Region −3" in text and "Round 2, News, capital: Japan +3, US +2" in text
    assert coming(look, stop, ())[1] == [("Japan", 3), ("US", 2)]
    close(app)


def test_nothing_falls_due_behind_the_last_round(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None
        assert driver.sees("Enter Round 2")
        await driver.press("enter", "enter", "enter")
        assert driver.sees("Nothing falls due.", "Enter The end", "the statement comes next") and play.stops[0].round == 4
        await driver.press("enter")
        assert driver.face == "EndFace"

    app = at_stop(tmp_path, "end")
    assert app.play is not None
    app.play.stops = [stop for stop in (*app.play.read, *app.play.stops) if stop.kind in ("report", "end")]
    drive(app, script)
