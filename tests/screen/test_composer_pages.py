"""The composer as it is seen: widths, alignment, clicks, reasons of its numbers, how quickly it is drawn."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.screen.composing import OWN_NUMBER, TO_OFFERS, answered, composer, levels
from tests.screen.driving import LOOKS, NARROW, WIDE, Driver, app_on, drive, no_line_is_too_wide
from tests.screen.sheets import hint
from tui.plain.names import points
from tui.screen.pages.composer import appraised


@pytest.mark.parametrize(("size", "language"), LOOKS)
def test_it_fits_and_stays_aligned(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "o", "right", "down", "right", *["down"] * 3, "right")
        no_line_is_too_wide(driver.lines(), size[0])
        assert len(driver.lines()) == size[1]
        rows = driver.lines()[3:15]
        assert [row[1:3] for row in rows] == ["D1", "D2", "D3", "D4", "T1", "T2", "T3", "T4", "F1", "F2", "F3", "F4"]
        assert not any("…" in line for line in driver.lines())
        gains = [cell_len(row[: found.end()]) for row in rows if (found := OWN_NUMBER.search(row[40:] and row))]
        assert len(set(gains)) == 1 and len(gains) == 3
        if size == NARROW:
            assert len({cell_len(row[: row.index("◂")]) for row in rows}) == 1
        await driver.press("f9")
        no_line_is_too_wide(driver.lines(), size[0])
        assert not any("…" in line for line in driver.lines())

    drive(app_on(tmp_path, "spring-2025", "jp", language=language), script, size)


def test_wide_the_whole_ladder_is_clicked(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "o")
        assert driver.sees("(As now)", "(2% FY27)", "Full buy x", "Japan", "US (est.)")
        await driver.click("Same sum")
        assert levels(driver) == {"D2": 1} and driver.sees("[Same sum]") and composer(driver).pane("ladder").chosen == "D2"
        await driver.click("Full buy x")
        assert levels(driver) == {"D2": 1} and "above its lock" in hint(driver)

    drive(app_on(tmp_path, "spring-2025", "jp"), script, WIDE)


def test_narrow_the_signs_beside_a_level_and_numbers_are_clicked(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "o")
        x = driver.lines()[3].rindex("▸")
        await driver.pilot.click(offset=(x + 1, 7))  # beside the sign of T1: a target of three cells
        await driver.settle()
        assert levels(driver) == {"T1": 1}
        gain = OWN_NUMBER.search(driver.lines()[7])
        assert gain is not None
        await driver.click(gain.group(), 7)
        assert driver.face == "WhyFace" and driver.sees(gain.group())

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_every_number_can_be_explained_and_the_reason_gives_the_number(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("o", "1")
        face, play = composer(driver), driver.app.play
        assert play is not None
        asked = 0
        for id_ in ("ladder", "effect", "strips"):
            for row in face.pane(id_).page.rows:
                for span in row.line:
                    kind, _, name = span.hit.partition(":")
                    if kind == "why":
                        assert name in row.why
                        asked += 1
                        reason = play.explain(name)
                        if span.ink == "own":
                            assert points(reason.amount).replace("-", "−") == span.text.strip()
        assert asked >= 20

    drive(answered(tmp_path), script)


def test_the_strips_show_the_other_body_with_tab_or_x(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "o")
        assert driver.sees("Japan: ", "Ruling bloc") and not driver.sees("White House")
        await driver.press("x")
        assert driver.sees("US (est.): ", "White House")
        await driver.press("x", "tab", "tab")
        assert composer(driver).focused_pane is composer(driver).pane("strips") and driver.sees("Ruling bloc")
        await driver.press("tab")
        assert composer(driver).focused_pane is composer(driver).pane("strips") and driver.sees("White House")
        await driver.press("tab")
        assert composer(driver).focused_pane is not composer(driver).pane("strips")

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_what_is_short_at_home_is_told_with_its_price(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, *["down"] * 4, "o", "right")
        look = composer(driver).look()
        body = appraised(look.view.known, look.draft).body_of(look.party or 0)
        assert body.groundwork is not None and body.groundwork.price > 0
        assert f"{body.groundwork.price} capital carries it; you have {body.capital}." in hint(driver)

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_a_key_is_drawn_in_well_under_30_milliseconds(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "o")
        face, took = composer(driver), []
        for level in "123451234512345":
            began = time.perf_counter()
            face.typed_other(level)
            driver.lines()
            took.append(time.perf_counter() - began)
        assert sorted(took)[len(took) // 2] < 0.03

    drive(app_on(tmp_path, "spring-2025", "jp"), script)
