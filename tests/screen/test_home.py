"""Home: groundwork is planned against the vote it leads to, then the accord is submitted or kept back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screen.driving import LOOKS, NARROW, WIDE, Driver, app_on, drive, no_line_is_too_wide
from tests.screen.sheets import SHORT_OF_HOME, TO_HOME, bring, hear_at_once, hint, lines, since

FULL_HOME = (
    "us demand dm08", "us demand dm04", "us done", "jp answer dm08 counter T1", "jp done", "jp offer D2=1 T1=1 T2=1 T4=1", "us accept", "us submit",
)  # fmt: skip


@pytest.fixture(autouse=True)
def own_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    hear_at_once(monkeypatch)


@pytest.mark.parametrize(("size", "language"), LOOKS)
@pytest.mark.parametrize("scenario", ["spring-short", "spring-2025"])
def test_the_sheet_fits_its_screen(tmp_path: Path, size: tuple[int, int], language: str, scenario: str) -> None:
    async def script(driver: Driver) -> None:
        for keys in ((), ("down", "right", "right"), ("c",)):
            await driver.press(*keys)
            assert driver.face == "HomeFace" and len(driver.lines()) == size[1]
            no_line_is_too_wide(driver.lines(), size[0])
            assert "…" not in driver.grid()
            assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])

    path = TO_HOME if scenario == "spring-short" else FULL_HOME
    drive(bring(app_on(tmp_path, scenario, "jp", language=language), *path), script, size)


def test_steps_turn_the_forecast_before_anything_is_sent(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("44 of 51", "Opposition or Diet 50: no", "Opposition is 12 short", "Opposition 4 steps; 4 capital")
        before = len(lines(driver))
        await driver.press("down", "right", "right", "right", "right")
        assert driver.sees("+12", "66 of 51", "Opposition or Diet 50: yes", "rests on Opposition at 50: one point less", "then 5")
        assert len(lines(driver)) == before
        await driver.press("w")
        assert driver.sees("50", "+12") and driver.face == "PlannedWhyFace"
        await driver.press("escape", "f9")
        assert driver.sees("Submit the accord?", "Opposition 4 steps; 4 capital", "66 of 51")
        await driver.press("escape")
        assert driver.face == "HomeFace" and len(lines(driver)) == before
        await driver.press("f9", "f9")
        assert lines(driver)[before:] == ["jp groundwork jp_opposition=4", "jp submit"]

    drive(bring(app_on(tmp_path, "spring-short", "jp"), *TO_HOME), script)


def test_limits_are_told_and_nothing_beyond_them_is_planned(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("down", *["right"] * 5)
        assert driver.sees("4 of 4 steps") and "at most 12 points" in hint(driver)
        await driver.press("down", "right", "right", "right")
        assert driver.sees("2 of 4 steps", "18 of 18 used") and "at most 18 points" in hint(driver)
        await driver.press("left", "left", "left", "f9", "f9")
        assert since(driver, len(lines(driver)) - 2, "jp") == ["jp groundwork jp_opposition=4", "jp submit"]

    drive(bring(app_on(tmp_path, "spring-short", "jp"), *TO_HOME), script)


def test_a_consult_is_sent_at_once_and_the_plan_stays(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        before = len(lines(driver))
        await driver.press("down", "right", "c")
        assert lines(driver)[before:] == ["jp consult jp_opposition"] and driver.face == "HomeFace"
        assert driver.sees("Opposition, mood", "1 of 4 steps")
        await driver.press("c")
        assert len(lines(driver)) == before + 1

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *FULL_HOME), script)


def test_an_accord_is_kept_back_only_when_that_is_said_twice(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        before = len(lines(driver))
        await driver.press("down", "right", "x", "enter")
        assert driver.face == "HomeFace" and len(lines(driver)) == before
        await driver.press("x", "f9")
        assert lines(driver)[before] == "jp keep back" and driver.face != "HomeFace"

    drive(bring(app_on(tmp_path, "spring-short", "jp"), *TO_HOME), script)


def test_the_plan_survives_leaving_language_and_size(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("down", "right", "right", "escape")
        assert driver.face == "TableFace"
        await driver.press("enter")
        assert driver.sees("◂  +6 ▸", "then 7")
        await driver.press("e")
        assert driver.sees("◂  +6 ▸", "実行後7")
        for size in (WIDE, NARROW):
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
            assert driver.sees("◂  +6 ▸")

    drive(bring(app_on(tmp_path, "spring-short", "jp"), *TO_HOME), script)


def test_a_click_beside_a_number_places_a_step(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        row = next(at for at, line in enumerate(driver.lines()) if "Opposition" in line)
        at = driver.lines()[row].index("▸")
        for _ in range(2):
            await driver.pilot.click(offset=(at, row))
            await driver.settle()
        assert driver.sees("◂  +6 ▸")
        await driver.pilot.click(offset=(driver.lines()[row].index("◂"), row))
        await driver.settle()
        assert driver.sees("◂  +3 ▸")

    drive(bring(app_on(tmp_path, "spring-short", "jp"), *TO_HOME), script)


def test_a_refusal_is_told_and_the_plan_stays(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        from tui.screen.plans import plan_of

        assert driver.app.play is not None
        await driver.press("down", "right")
        groups = driver.app.play.game.scenario.groups
        plan_of(driver.app.play).steps[next(group.index for group in groups if group.id == "jp_business")] = 9
        before = len(lines(driver))
        await driver.press("f9", "f9")
        assert driver.face == "HomeFace" and "points of groundwork" in hint(driver)
        assert lines(driver)[before:] == ["jp groundwork jp_opposition=1"]
        assert driver.sees("◂  +3 ▸")

    drive(bring(app_on(tmp_path, "spring-short", "jp"), *TO_HOME), script)


def test_two_people_prepare_behind_the_curtain_one_after_the_other(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*"us", "enter")
        assert driver.face == "HomeFace" and driver.sees("White House", "US seat") and not driver.sees("1 of 4 steps")
        await driver.press("f9", "f9")
        assert driver.face == "CurtainFace"
        await driver.press(*"jp", "enter")
        assert driver.face == "HomeFace" and driver.sees("Opposition", "Japan seat")
        await driver.press("f9", "f9")
        assert lines(driver)[-2:] == ["us submit", "jp submit"]

    drive(bring(app_on(tmp_path, "spring-short", "both"), *SHORT_OF_HOME, "us done", "jp done"), script)


@pytest.mark.parametrize("scenario", ["lantern-coast", "tests/packs/three.yaml"])
def test_another_pack_has_a_home_too(tmp_path: Path, scenario: str) -> None:
    from random import Random

    from sim.kernel import codes as c

    app = app_on(tmp_path, scenario, None)
    play = app.play
    assert play is not None
    game, seat, choose = play.game, next(iter(play.table.people)), Random(5)
    while not (game.step == "home" and seat in game.to_move()):
        acting = game.to_move()[0]
        options = game.options(acting)
        accept = next((option.action for option in options.allowed if option.action.kind == c.ACT_ACCEPT), None)
        action = accept or options.sample(choose.randrange(2**32))
        assert action is not None and not game.is_over
        game.take(action)
    play.follow()
    play.stops.clear()

    async def script(driver: Driver) -> None:
        assert driver.face == "HomeFace"
        no_line_is_too_wide(driver.lines(), 80)
        await driver.press("right", "down", "right")
        await driver.press("f9", "f9")
        assert any(line == f"{seat} submit" for line in lines(driver))

    drive(app, script)
