"""Response: answers, points and a lever are chosen freely, and sent together as lines of notation."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.kernel.codes import ACT_DECLINE
from sim.table.actions import plain
from tests.screen.driving import LOOKS, NARROW, WIDE, Driver, app_on, drive, no_line_is_too_wide
from tests.screen.sheets import bring, hear_at_once, hint, lines, since

READ = ("enter", "enter")  # the news, and the demand


@pytest.fixture(autouse=True)
def own_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    hear_at_once(monkeypatch)


@pytest.mark.parametrize(("size", "language"), LOOKS)
@pytest.mark.parametrize("scenario", ["spring-short", "spring-2025"])
def test_the_sheet_fits_its_screen(tmp_path: Path, size: tuple[int, int], language: str, scenario: str) -> None:
    async def script(driver: Driver) -> None:
        for keys in (READ, ("2", "down", "4"), ("tab", "tab", "right", "tab", "right")):
            await driver.press(*keys)
            assert driver.face == "ResponseFace" and len(driver.lines()) == size[1]
            no_line_is_too_wide(driver.lines(), size[0])
            assert "…" not in driver.grid()
            assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])

    drive(app_on(tmp_path, scenario, "jp", language=language), script, size)


def test_the_first_game_needs_two_keys(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*READ)
        assert driver.sees("later round") and "2 counters" in hint(driver)
        await driver.press("2", "f9")
        assert lines(driver)[:3] == ["us demand dm08", "jp answer dm08 counter T1", "jp done"]
        assert driver.face == "TableFace"

    drive(app_on(tmp_path, "spring-short", "jp"), script)


def test_everything_chosen_is_sent_in_order_and_what_is_left_out_is_not(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*READ, "down", "4", "tab", "tab", "down", "right", "down", "right", "tab", "right", "right")
        before = len(lines(driver))
        await driver.press("f9")
        sent = since(driver, before, "jp")
        assert sent == ["jp answer dm04 reframe D2=1", "jp course partners=1 norms=1", "jp lever jp_l02", "jp done"]
        assert driver.face == "TableFace"
        play = driver.app.play
        assert play is not None and [demand.answer for demand in play.view().demands] == [3, 4]

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_the_same_answer_again_leaves_a_demand_out(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*READ, "1")
        assert driver.sees("◂ accept ")
        await driver.press("1")
        assert driver.sees("◂ left out")
        await driver.press("left")
        assert driver.sees("◂ reframe T2=1")
        await driver.press("enter", "enter", "f9")
        assert lines(driver)[1:3] == ["jp answer dm08 accept", "jp done"]

    drive(app_on(tmp_path, "spring-short", "jp"), script)


def test_another_issue_is_linked_and_another_level_offered(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*READ, "tab", "down", "right", "right")
        assert driver.sees("◂ F4 Rules wording", "◂ counter F4")
        await driver.press("down", "down", "right")
        assert driver.sees("◂ T2 JP-led", "◂ reframe T2=2")
        await driver.press("f9")
        assert lines(driver)[1] == "jp answer dm08 reframe T2=2"

    drive(app_on(tmp_path, "spring-short", "jp"), script)


def test_a_lever_is_played_on_what_it_names(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*READ, "shift+tab", "right", "down", "right")
        assert driver.sees("Condition investment", "on T3 Steel purchase")
        await driver.press("f9")
        assert since(driver, 0, "jp")[:2] == ["jp lever jp_l01 T3", "jp done"]

    drive(app_on(tmp_path, "spring-2025", "jp", bots="caretaker"), script)


def test_choices_survive_leaving_language_and_size(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*READ, "2", "tab", "tab", "right", "escape")
        assert driver.face == "TableFace" and len(lines(driver)) == 3
        await driver.press("enter")
        assert driver.face == "ResponseFace" and driver.sees("◂ counter T1", "◂  1 ▸")
        await driver.press("e")
        assert driver.sees("◂ 対案 T1", "◂  1 ▸")
        for size in (WIDE, NARROW):
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
            assert driver.sees("◂ 対案 T1", "◂  1 ▸")
        await driver.press("f2", "enter", "f9")
        assert since(driver, 3, "jp") == ["jp answer dm08 counter T1", "jp course close=1", "jp done"]

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_a_click_changes_values_and_gives_answers(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*READ)
        await driver.click("3 hold")
        assert driver.sees("◂ hold")
        x, y = driver.place_of("◂ hold")
        await driver.pilot.click(offset=(x, y))
        await driver.settle()
        assert driver.sees("◂ counter T1")
        row = next(at for at, line in enumerate(driver.lines()) if "◂ T1 Tariffs" in line)
        await driver.pilot.click(offset=(driver.lines()[row].rindex("▸"), row))
        await driver.settle()
        assert driver.sees("◂ counter F1")
        await driver.click("Send all")
        assert lines(driver)[1] == "jp answer dm08 counter F1"

    drive(app_on(tmp_path, "spring-short", "jp"), script)


def test_a_refusal_is_told_and_the_rest_stays_chosen(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        from tui.screen.plans import plan_of

        await driver.press(*READ, "2", "tab", "tab", "tab", "right", "right")
        assert driver.app.play is not None
        plan_of(driver.app.play).points[0] = 9
        await driver.press("f9")
        assert driver.face == "ResponseFace" and "strategy points" in hint(driver)
        assert since(driver, 2, "jp") == ["jp answer dm08 counter T1"]
        assert driver.sees("countered", "Investment showcase")
        await driver.press("tab", "tab", "tab", "left", "left", "left", "left", "left", "left", "left", "f9")
        assert since(driver, 3, "jp")[-2:] == ["jp lever jp_l02", "jp done"]

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_points_stay_within_what_there_is_to_place(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*READ, "tab", "tab", "right", "right", "right", "down", "right", "right")
        assert driver.sees("left 0")
        await driver.press("f9")
        course = next(line for line in lines(driver) if line.startswith("jp course"))
        assert sum(int(part.partition("=")[2]) for part in course.split()[2:]) == 2

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_a_seat_with_a_track_answers_what_is_its_own(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*READ, "escape", "2", *("j", "p", "full_stop", "m", "e", "t", "i"), "enter", "enter")
        assert driver.face == "ResponseFace" and driver.sees("for another seat", "and jp ends")
        before = len(lines(driver))
        await driver.press("f9")
        assert len(lines(driver)) == before and "Nothing is chosen" in hint(driver)
        await driver.press("2", "f9")
        assert lines(driver)[before:] == ["jp.meti answer dm08 counter T1"]
        assert driver.app.play is not None and driver.app.play.game.step == "response"

    drive(app_on(tmp_path, "spring-2025", "jp", seats="jp:3"), script)


def test_a_person_on_the_other_side_answers_a_reframe_and_the_rest_waits(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*"jp", "enter")
        assert driver.face == "ResponseFace"
        await driver.press("4", "tab", "tab", "right")
        await driver.press("f9")
        assert lines(driver)[-1].startswith("jp answer dm08 reframe") and driver.face != "ResponseFace"
        assert not driver.sees("◂  1 ▸")
        play = driver.app.play
        assert play is not None
        play.queue.clear()
        assert play.submit(plain("us", ACT_DECLINE, 0)) == ""
        driver.app.advance()
        await driver.settle()
        await driver.press(*"jp", "enter")
        assert driver.face == "ResponseFace" and driver.sees("reframed", "◂  1 ▸")
        await driver.press("f9")
        assert since(driver, 5, "jp") == ["jp course close=1", "jp done"]

    app = bring(app_on(tmp_path, "spring-2025", "both"), "us demand dm08", "us demand dm04", "us done")
    drive(app, script)
