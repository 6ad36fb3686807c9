"""Meters: values, what moved them, what they trigger; all of it derived from the rules of the game at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from sim.kernel import expressions as op
from tests.screen.driving import LOOKS, WIDE, Driver, app_on, close, drive, no_line_is_too_wide
from tui.screen.app import NemawashiApp
from tui.screen.faces.meters import MetersFace
from tui.screen.ink import text_of
from tui.screen.look import Look
from tui.screen.pages.meters import compact, key_of, meters, next_of
from tui.screen.pages.thresholds import Bar, readers, thresholds
from tui.screen.signs import DRAWN

SCENARIOS = [("spring-2025", "jp"), ("spring-short", "us"), ("lantern-coast", "lc"), ("tests/packs/three.yaml", "ax")]


def look_of(app: NemawashiApp, cells: int = 80, lines: int = 24) -> Look:
    """What pages are drawn from."""
    assert app.play is not None
    app.play.follow()
    return app.play.look(DRAWN, cells, lines)


async def show(driver: Driver, meter: str = "") -> None:
    """Open the sheet over the table."""
    driver.app.push_screen(MetersFace(meter))
    await driver.settle()


@pytest.mark.parametrize(("size", "language"), LOOKS)
@pytest.mark.parametrize(("scenario", "side"), SCENARIOS)
def test_the_sheet_fits_its_screen(tmp_path: Path, scenario: str, side: str, language: str, size: tuple[int, int]) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        for _ in range(3):
            assert len(driver.lines()) == size[1]
            no_line_is_too_wide(driver.lines(), size[0])
            assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])
            await driver.press("pagedown")

    drive(app_on(tmp_path, scenario, side, language=language), script, size)


@pytest.mark.parametrize(("scenario", "side"), SCENARIOS)
def test_every_number_has_a_row_and_a_reason(tmp_path: Path, scenario: str, side: str) -> None:
    app = app_on(tmp_path, scenario, side)
    try:
        look = look_of(app)
        assert app.play is not None
        rows = {row.key: row for row in meters(look, 80).rows if row.key}
        assert set(rows) == {key_of(look, meter) for meter in look.view.meters} | {
            f"capital.{each.id}" for each in look.names.scenario.parties
        }
        for meter in look.view.meters:
            row = rows[key_of(look, meter)]
            assert f" {meter.value} " in f"{text_of(row.line)} "
            assert app.play.explain(row.why[0]).amount == meter.value
            if meter.kind == "meter":
                assert app.play.explain(row.why[1]).amount == meter.drift
    finally:
        close(app)


def test_a_threshold_is_where_the_rules_have_it(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        grid = driver.grid()
        assert ">= 55 Protect. −3, each round" in grid
        assert ">= 80 Tariff pressure very high: Friction markers +1" not in grid  # cut in a narrow list, in full below
        await driver.press("down", "down", "down", "down")
        flat = " ".join(driver.grid().split())
        assert "Tariff pressure 71" in flat and "This round +6: Drift +1, Reciprocal rates announced +5 (+8 asked)." in flat
        assert driver.sees("<= 25  T1 All off may be proposed", ">= 80  Tariff pressure very high: Friction markers +1")
        assert driver.sees("chance of a second demand")

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_what_holds_now_would_end_on_the_other_side(tmp_path: Path) -> None:
    app = app_on(tmp_path, "spring-2025", "jp")
    try:
        look = look_of(app)
        trust = next(meter for meter in look.view.meters if meter.id == "m_leader_trust")
        found = next_of(look, trust)
        assert trust.value == 59 and found is not None
        assert (found[0].sign, found[0].at) == ("<", 55) and found[1].startswith("ends: ")
    finally:
        close(app)


@pytest.mark.parametrize(("scenario", "side"), SCENARIOS)
def test_nearest_thresholds_are_nearest_and_hold_as_they_say(tmp_path: Path, scenario: str, side: str) -> None:
    app = app_on(tmp_path, scenario, side)
    try:
        look = look_of(app)
        count = 0
        for meter in look.view.meters:
            every = thresholds(look, meter.cell, meter.value)
            count += len(every)
            assert all(each.gap >= 1 and each.text for each in every)
            found = next_of(look, meter)
            if every:
                assert found is not None and found[0].gap(meter.value) == min(each.gap for each in every)
                assert not found[0].holds(meter.value)
        assert count > 0
    finally:
        close(app)


def test_a_comparison_turns_exactly_at_its_line() -> None:
    for code, holds in ((op.OP_GE, (False, True, True)), (op.OP_GT, (False, False, True)), (op.OP_LE, (True, True, False)), (op.OP_LT, (True, False, False))):  # fmt: skip
        bar = Bar(code, 30)
        assert tuple(bar.holds(value) for value in (29, 30, 31)) == holds
        assert tuple(bar.denied.holds(value) for value in (29, 30, 31)) == tuple(not each for each in holds)
        for value in (10, 29, 30, 31, 80):
            there = value + bar.gap(value) * (1 if value < bar.line else -1)
            assert bar.holds(there) != bar.holds(value)


def test_cards_in_a_pile_are_not_told(tmp_path: Path) -> None:
    app = app_on(tmp_path, "spring-2025", "jp")
    try:
        scenario = look_of(app).names.scenario
        kinds = {reader.kind for meter in scenario.meters for reader in readers(scenario, meter.cell)}
        assert "lock" in kinds and "effect" in kinds
        assert kinds.isdisjoint({"event", "card", "demand", "agenda"})
    finally:
        close(app)


def test_why_opens_on_the_chosen_number(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver, "m_tariff")
        await driver.press("w")
        assert driver.face == "WhyFace" and driver.sees("Why 71?")
        await driver.press("w")
        assert driver.sees("2/2")
        await driver.press("escape", "escape")
        assert driver.face == "TableFace"

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("cells", [55, 60, 68])
def test_two_columns_for_the_wide_table(tmp_path: Path, language: str, cells: int) -> None:
    app = app_on(tmp_path, "spring-2025", "jp", language=language)
    try:
        look = look_of(app, *WIDE)
        page = compact(look, cells, 9)
        texts = [text_of(row.line) for row in page.rows]
        assert len(texts) == 9 and {cell_len(text) for text in texts} == {cells}
        for meter in look.names.scenario.meters:
            assert any(look.narrow(meter.short) in text for text in texts)
        assert len(compact(look, cells, 4).rows) == 4
    finally:
        close(app)
