"""The debrief on the screen: ten views in two languages and sizes, the marks of the scatter, the numbers of the record."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any  # what a program says as JSON, and what is passed on as it is

import pytest
from rich.cells import cell_len

from tests.screen.driving import LOOKS, NARROW, Driver, app_on, drive, no_line_is_too_wide
from tests.screen.finished import SEED, finished, open_sheet
from tui.plain.chart import Mark
from tui.plain.names import points, value
from tui.screen.faces.debrief import DebriefFace
from tui.screen.ink import text_of
from tui.screen.pages.debrief_found import LaidOpen, lay_open
from tui.screen.pages.debrief_views import DIGITS, VIEWS
from tui.screen.pages.plot import EDGE, plot
from tui.screen.signs import ASCII, DRAWN, signs_of
from tui.wording import say

ROOT = Path(__file__).resolve().parents[2]


def laid_open(driver: Driver) -> LaidOpen:
    """What the face was drawn from."""
    face = driver.app.screen
    assert isinstance(face, DebriefFace) and face.laid is not None
    return face.laid


def table_text(driver: Driver) -> str:
    """The whole table of the view, seen or not."""
    face = driver.app.screen
    assert isinstance(face, DebriefFace)
    return "\n".join(text_of(row.line) for row in face.pane("table").page.rows)


def as_json(record: Path) -> dict[str, Any]:
    """What `nemawashi debrief FILE --json` says of a record."""
    program = [sys.executable, "-m", "tui", "debrief", str(record), "--json"]
    done = subprocess.run(
        program, capture_output=True, text=True, encoding="utf-8", env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True, timeout=60
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(("size", "language"), LOOKS)
@pytest.mark.parametrize("scenario", ["spring-short", "tests/packs/three.yaml"])
def test_every_view_is_shown(tmp_path: Path, language: str, size: tuple[int, int], scenario: str) -> None:
    async def script(driver: Driver) -> None:
        await open_sheet(driver, "debrief")
        for digit, view in zip(DIGITS, VIEWS, strict=True):
            await driver.press(digit)
            lines = driver.lines()
            no_line_is_too_wide(lines, size[0])
            assert any(line.startswith(f"▸{digit} {say(language, f'views-name-{view.name}')}") for line in lines)
            assert driver.sees(say("en", "report-note"), say("ja", "report-note"), f"{SEED}")
            assert lines[-1].endswith(f"? {say(language, 'key-all-keys')}")
            face = driver.app.screen
            assert isinstance(face, DebriefFace)
            pages = [face.pane("table").page] + ([face.pane("chart").page] if view.chart else [])
            for page in pages:
                assert page.rows
                assert [text_of(row.line) for row in page.rows if cell_len(text_of(row.line).rstrip()) > face.cells] == []

    drive(finished(tmp_path, scenario, language), script, size)


def test_the_numbers_are_those_of_the_record(tmp_path: Path) -> None:
    app = finished(tmp_path)
    record = app.play.record if app.play is not None else None
    assert record is not None

    async def script(driver: Driver) -> None:
        await open_sheet(driver, "debrief")
        await driver.press("1")
        for issue in data["issues"]:
            row = next(line for line in table_text(driver).splitlines() if line.startswith((f" {issue['issue']} ", f"▸{issue['issue']} ")))
            for party in ("us", "jp"):
                assert signed(issue["worth_reached"][party] - issue["worth_start"][party]) in row.split()
        await driver.press("2", "t")
        rows = [row for row in table_text(driver).splitlines() if row[1:2].isdigit()]
        assert len(rows) == len(data["offers"])
        for row, offer in zip(rows, data["offers"], strict=True):
            shown = [value(offer["points"]["us"]), value(offer["points"]["jp"]), value(offer["short_of_frontier"])]
            assert [row.split()[0], *row.split()[-3:]] == [str(offer["round"]), *shown]
        await driver.press("3")
        for letter, name in (("E", "reached"), ("S", "start"), ("H", "history"), ("N", "nash"), ("K", "kalai_smorodinsky")):
            row = next(row for row in table_text(driver).splitlines() if row.startswith(f" {letter} "))
            for party in ("us", "jp"):
                assert value(data["values"][name][party]) in row.split()
        await driver.press("4")
        voted = [group for vote in data["votes"] for group in vote["groups"]]
        rows = [row for row in table_text(driver).splitlines() if row.split()[-1:] in (["yes"], ["no"])]
        assert [(int(row.split()[-2]), row.split()[-1] == "yes") for row in rows] == [(group["value"], group["yes"]) for group in voted]
        assert laid_open(driver).debrief.left.gain == data["left_on_the_table"]["gain"]

    def signed(hundredths: int) -> str:
        return points(hundredths).replace("-", DRAWN.minus)

    data = as_json(record)
    assert data["seed"] == SEED
    drive(app, script)


@pytest.mark.parametrize("signs", [DRAWN, ASCII])
def test_marks_stand_in_their_cells(signs: object) -> None:
    chosen = signs_of(signs is DRAWN)
    cells, lines = EDGE + 2 + 21, 2 + 11
    marks = [Mark(".", 0, 10000), Mark(".", 10000, 0), Mark("x", 5000, 5000), Mark("E", 5000, 5000), Mark("N", 7500, 10000)]
    rows = [text_of(row.line) for row in plot(marks, cells, lines, chosen, {})]
    grid = [row[EDGE + 1 :] for row in rows[:11]]
    assert {(x, y) for y, row in enumerate(grid) for x, letter in enumerate(row) if letter != " "} == {(0, 0), (15, 0), (10, 5), (20, 10)}
    assert (grid[0][0], grid[0][15], grid[5][10], grid[10][20]) == (".", "N", "E", ".")  # the later mark of two covers the earlier
    assert rows[0].startswith("  100 +") and rows[10].startswith("    0 +") and rows[5].startswith("   50 +")
    assert rows[11].strip(f"{chosen.rule}+ ") == "" and rows[11][EDGE + 1] == rows[11][EDGE + 21] == "+"
    assert rows[12].split() == ["0", "50", "100"]
    assert rows[12][EDGE + 10 : EDGE + 12] == "50"


def test_a_scatter_is_drawn_from_the_record(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await open_sheet(driver, "debrief")
        await driver.press("3")
        face = driver.app.screen
        assert isinstance(face, DebriefFace)
        grid = "".join(text_of(row.line)[EDGE + 1 :] for row in face.pane("chart").page.rows[:-3])
        assert {"E", "S", "H"} <= set(grid)
        assert set(grid) <= set("ESHNKMxo∙ ")

    drive(finished(tmp_path), script)


def test_rows_open_what_is_behind_them(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await open_sheet(driver, "debrief")
        await driver.press("2", "enter", "enter")
        offer = laid_open_below(driver).debrief.offers[0]
        assert driver.face == "BehindFace"
        assert driver.sees(f"in round {offer.round}, line {offer.line}:", "What became of it:", "Why:")
        await driver.press("escape")
        assert driver.face == "DebriefFace"
        await driver.press("1")
        await driver.click("T1 ", line=next(y for y, row in enumerate(driver.lines()) if row[20:].startswith(" T1") and y > 12))
        await driver.click("T1 ", line=next(y for y, row in enumerate(driver.lines()) if row[20:].startswith("▸T1") and y > 12))
        assert driver.face == "BehindFace" and driver.sees("T1 Tariffs", "In reality:")

    def laid_open_below(driver: Driver) -> LaidOpen:
        face = next(face for face in driver.app.screen_stack if isinstance(face, DebriefFace))
        assert face.laid is not None
        return face.laid

    drive(finished(tmp_path), script)


def test_every_row_has_something_behind_it(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await open_sheet(driver, "debrief")
        face = driver.app.screen
        assert isinstance(face, DebriefFace)
        laid, opened = laid_open(driver), 0
        for view in VIEWS:
            keys = [row.key for row in view.table(face.look(), laid, face.cells, "start").rows if row.key]
            assert len(keys) == len(set(keys))
            if view.behind is not None:
                opened += sum(1 for key in keys if len(view.behind(face.look(), laid, key)) > 1)
                assert all(view.behind(face.look(), laid, key) for key in keys)
        assert opened > 40

    drive(finished(tmp_path), script)


def test_the_table_alone_and_another_measure(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await open_sheet(driver, "debrief")
        assert driver.sees("What the end brought against the status quo")
        before = table_text(driver)
        await driver.press("v")
        assert driver.sees("What the end brought against what really happened") and table_text(driver) != before
        await driver.press("t")
        assert not driver.sees("What the end brought")
        await driver.press("t")
        assert driver.sees("What the end brought")

    drive(finished(tmp_path), script)


def test_keys_work_while_it_is_reckoned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    def slow(*facts: Any) -> LaidOpen:
        assert gate.wait(20)
        return lay_open(*facts)

    monkeypatch.setattr("tui.screen.faces.debrief.lay_open", slow)

    async def script(driver: Driver) -> None:
        driver.app.show_sheet("debrief")
        await driver.pilot.pause()
        await driver.pilot.press("3")
        await driver.pilot.pause()
        assert driver.sees("▸3 Frontier", "is being reckoned") and not driver.sees(str(SEED))
        gate.set()
        await driver.settle()
        assert driver.sees("Nash solution", str(SEED))

    drive(finished(tmp_path), script)


def test_before_the_end_there_is_neither_debrief_nor_seed(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await open_sheet(driver, "debrief")
        for digit in DIGITS:
            await driver.press(digit)
            assert driver.sees("The debrief opens when the game is over") and not driver.sees(str(SEED))

    drive(app_on(tmp_path, seed=SEED), script)


def test_a_long_draw_key_fits(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await open_sheet(driver, "debrief")
        assert driver.sees(str(2**64 - 1)) and cell_len(driver.lines()[0]) <= NARROW[0]

    drive(finished(tmp_path, language="ja", seed=2**64 - 1), script)
