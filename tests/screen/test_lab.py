"""The lab on the screen: six pages that fit, which games, a file that is saved, broken and mended. Never compiled here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.loading import load
from tests.lab.reckoned import exact_once
from tests.screen.driving import NARROW, WIDE, Driver, drive, likes_of_tests, no_line_is_too_wide
from tui.desk import Desk
from tui.lab import exact
from tui.lab.app import LabApp
from tui.lab.bench import Plan
from tui.lab.figures import Figures
from tui.lab.pages.head import PAGES
from tui.wording import say

STYLES = ("random_legal", "caretaker")
MOST_LOOKS = 500


@pytest.fixture(autouse=True)
def reckoned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is exact is reckoned once for all tests."""
    monkeypatch.setattr(exact, "exact_of", exact_once)


def lab_on(name: str = "spring-short", language: str = "en", games: int = 8) -> LabApp:
    """The lab on a scenario."""
    return LabApp(Desk(language=language), Plan(name, STYLES, games=games, jobs=1, compile=False), likes_of_tests())


async def until(driver: Driver, holds: Callable[[Figures], bool]) -> Figures:
    """Wait until the figures are so, and drawn."""
    app = driver.app
    assert isinstance(app, LabApp)
    for _ in range(MOST_LOOKS):
        if app.trouble is not None:
            raise app.trouble
        if app.figures is not None and holds(app.figures):
            await driver.pilot.pause()
            return app.figures
        await driver.pilot.pause(0.02)
    raise AssertionError(f"the figures never come:\n{driver.grid()}")


def is_ready(figures: Figures) -> bool:
    """Whether all games are played and the exact part is there."""
    return figures.is_settled and not figures.is_playing and figures.exact is not None


@pytest.mark.parametrize(("language", "size"), [("en", NARROW), ("ja", NARROW), ("en", WIDE), ("ja", WIDE)])
def test_every_page_fits(language: str, size: tuple[int, int]) -> None:
    async def script(driver: Driver) -> None:
        await until(driver, is_ready)
        for number, name in enumerate(PAGES, 1):
            await driver.press(str(number))
            lines = driver.lines()
            assert len(lines) == size[1]
            no_line_is_too_wide(lines, size[0])
            assert driver.sees(
                f"[{number} {say(language, f'lab-page-{name}')}]",
                say(language, "lab-not-people"),
                load.scenario("spring-short").rules_digest[:12],
            )
            assert say(language, "lab-games", games=8) in lines[0]
            assert lines[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])
            await driver.press("down", "down", "pagedown")
            no_line_is_too_wide(driver.lines(), size[0])
        await driver.press("tab")
        assert driver.sees(f"[1 {say(language, 'lab-page-overview')}]")
        await driver.press("e")
        assert driver.sees(say({"en": "ja", "ja": "en"}[language], "lab-not-people"))

    drive(lab_on(language=language), script, size)


def test_why_it_is_interpreted_stands_above_the_keys() -> None:
    async def script(driver: Driver) -> None:
        await until(driver, is_ready)
        assert "--no-compile" in "".join(driver.lines()[-4:])

    drive(lab_on(), script)


def test_which_games_and_one_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    async def script(driver: Driver) -> None:
        await until(driver, is_ready)
        await driver.press("3", "enter")
        assert driver.face == "IssueFace"
        await driver.press("escape", "5", "enter")
        assert (
            driver.face == "WhichFace" and driver.sees("Joint score: 4 of 8 games", "us any legal act") and not driver.sees("us caretaker")
        )
        await driver.press("enter")
        for _ in range(MOST_LOOKS):
            if driver.face == "DebriefFace":
                break
            await driver.pilot.pause(0.02)
        await driver.settle()
        assert driver.face == "DebriefFace"
        assert len(list(tmp_path.rglob("lab-*.jsonl"))) == 1
        await driver.press("escape", "escape")
        assert driver.face == "LabFace"

    drive(lab_on(), script)


def test_more_games_until_the_key_again_and_a_new_seed() -> None:
    async def script(driver: Driver) -> None:
        await until(driver, is_ready)
        await driver.press("m")
        await until(driver, lambda figures: figures.games > 8 and figures.is_playing)
        assert driver.sees(say("en", "key-stop-games"))
        await driver.press("m")
        figures = await until(driver, lambda figures: not figures.is_playing and figures.games > 8)
        assert not figures.stopped
        await driver.press("s")
        await until(driver, lambda figures: is_ready(figures) and figures.found.sweep.seed != 1 and figures.games == 8)

    drive(lab_on(), script)


def test_a_saved_file_is_played_again_beside_what_was(tmp_path: Path) -> None:
    place = tmp_path / "mine.yaml"
    first = "nemawashi: 1\nid: mine\nextends: spring-short\n"
    changed = f"{first}set:\n  bodies.jp.groups.jp_opposition.start: 80\n"
    place.write_text(first, encoding="utf-8")

    async def script(driver: Driver) -> None:
        start = await until(driver, is_ready)
        place.write_text(changed, encoding="utf-8")
        now = await until(driver, lambda figures: figures.before is not None and is_ready(figures))
        assert now.found.sweep.seed == start.found.sweep.seed and now.games == start.games and now.changes
        assert driver.sees(f"rules were {start.scenario.rules_digest}")
        place.write_text(f"{changed}  issues.XX.start: 1\n", encoding="utf-8")
        broken = await until(driver, lambda figures: bool(figures.broken))
        assert broken.scenario is now.scenario and "mine.yaml:6" in broken.broken
        assert driver.sees("last good version")
        place.write_text(f"{changed}# a remark\n", encoding="utf-8")
        await until(driver, lambda figures: figures.unchanged and not figures.broken)
        place.write_text(first, encoding="utf-8")
        back = await until(driver, lambda figures: figures.scenario.rules_digest == start.scenario.rules_digest and is_ready(figures))
        assert back.found.results == start.found.results

    drive(lab_on(str(place)), script)


def test_a_file_that_is_broken_from_the_start_ends_the_run(tmp_path: Path) -> None:
    from sim.errors import Broken

    place = tmp_path / "mine.yaml"
    place.write_text("nemawashi: 1\nid: mine\nextends: nowhere\n", encoding="utf-8")

    async def script(driver: Driver) -> None:
        for _ in range(MOST_LOOKS):
            if driver.app.trouble is not None:
                return
            await driver.pilot.pause(0.02)

    with pytest.raises(Broken):
        drive(lab_on(str(place)), script)
