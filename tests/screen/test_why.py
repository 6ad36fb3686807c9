"""Why: the terms add up to the number, one level deeper and back, the lines of a rule, and nothing that is not one's own."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from sim.table.reason import CODES, Reason
from tests.screen.driving import NARROW, WIDE, Driver, app_on, drive, no_line_is_too_wide
from tests.screen.sheets import bring
from tui.screen.app import NemawashiApp
from tui.screen.faces.why import WhyFace
from tui.screen.ink import Row, width_of
from tui.screen.pages.rule_lines import Lines, rule_lines
from tui.screen.pages.why import WHOLE, Level, why_rows
from tui.screen.signs import DRAWN
from tui.wording import has

Script = Callable[[Driver], Awaitable[None]]
ASKED = (
    *("second_chance", "m_tariff", "capital", "friction", "cap.F2", "cap.T1", "us_l01", "jp_l02", "utility", "T1", "jp_farm"),
    *("gain D2=1 T1=3", "gain.us D2=1 T1=3", "vote jp_opposition D2=1 T1=3", "vote us_president D2=1 T1=3", "quota.jp D2=1 T1=3"),
    *("quota.us D2=1 T1=3", "income.jp", "drift.m_order", "us_l01.credibility"),
)


def amounts(rows: list[Row]) -> tuple[list[int], int]:
    """The amounts of the terms in hundredths, as they are written in their column, and the sum below them."""
    found: list[int] = []
    for row in rows:
        number = row.line[2].text.strip().replace("−", "-")
        whole, _, rest = number.lstrip("+-").partition(".")
        size = int(whole) * 100 + int(rest or 0)
        found.append(-size if number.startswith("-") else size)
    return found[:-1], found[-1]


def ask(app: NemawashiApp, names: tuple[str, ...], script: Script, size: tuple[int, int] = NARROW) -> None:
    """Run a script where nothing is left to read and it was asked why."""
    assert app.play is not None
    app.play.stops.clear()
    app.play.auto = False

    async def asked(driver: Driver) -> None:
        driver.app.show_why(*names)
        await driver.settle()
        await script(driver)

    drive(app, asked, size)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_terms_add_up_as_they_are_written(tmp_path: Path, language: str) -> None:
    app = app_on(tmp_path, "spring-2025", "jp", language=language)
    play = app.play
    assert play is not None
    look = play.look(DRAWN, 80, 24)
    for name in ASKED:
        level = Level.of(name, play.explain(name))
        below = [Level(name, child, level.hundredths, True) for child in level.reason.children if child.children]
        for each in (level, *below):
            rows = why_rows(look, each, "term0", 76)
            assert max(width_of(row.line) for row in rows) <= 76
            terms, total = amounts([row for row in rows if row.key.startswith(("term", WHOLE))])
            assert len(terms) == len(each.reason.children)
            assert not terms or sum(terms) == total
            assert total == each.reason.amount * (1 if each.hundredths else 100)
    play.game.keeper.close()  # type: ignore[union-attr]


def test_one_level_deeper_and_back(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.face == "WhyFace" and driver.sees("Why 71?", "1/2", "in round 1")
        await driver.press("down", "enter")
        assert driver.sees("Why +6?", "Tariffs 71 >", "+1", "+5")
        await driver.press("down", "enter")
        assert driver.sees("Tariffs 71 > in round 1 +6 >", "as written", "−3")
        await driver.press("backspace")
        assert driver.sees("Why +6?")
        await driver.press("escape")
        assert driver.sees("Why 71?")
        await driver.press("w")
        assert driver.sees("Why 60 in 100?", "2/2")
        await driver.press("escape")
        assert driver.face == "TableFace"

    ask(
        app_on(tmp_path, "spring-2025", "jp"),
        (
            "m_tariff",
            "second_chance",
        ),
        script,
    )


def test_the_lines_of_a_rule_can_be_read(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        text = " ".join(driver.grid().replace("┃", " ").split())
        assert "Rule R1 No immunity." in text and "[A3 D]: the article, a design choice" in text, driver.grid()
        assert "It would turn with" in text
        await driver.press("enter")
        assert driver.sees("rules/alliance/rules.yaml:13:9", "limited")
        await driver.press("up", "up", "escape")
        await driver.click("rules.yaml:13:9", 6)
        assert driver.sees("rules/alliance/rules.yaml:13:9")
        no_line_is_too_wide(driver.lines(), 80)

    ask(app_on(tmp_path, "spring-2025", "jp"), ("second_chance",), script)


def test_a_draw_that_is_still_ahead_is_said_to_be(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("in 100", "Not drawn yet.")

    app = app_on(tmp_path, "spring-short", "jp")
    assert app.play is not None and app.play.view().step <= 1
    ask(app, ("second_chance",), script)


def test_a_draw_that_was_made_is_told(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("It came.") or driver.sees("It did not come.")

    ask(bring(app_on(tmp_path, "spring-short", "jp"), "us demand dm08", "jp answer dm08 counter T1"), ("second_chance",), script)


def test_a_scenario_shows_one_line_of_itself_during_play(tmp_path: Path) -> None:
    app = app_on(tmp_path, "spring-short", "jp")
    play = app.play
    assert play is not None
    look = play.look(DRAWN, 80, 24)
    own = look.names.scenario.files[0]
    texts = ["".join(span.text for span in row.line) for row in rule_lines(look, Lines(f"{own}:5:1"), 76)]
    numbered = [text for text in texts if re.match(r" +\d+  ", text)]
    assert len(numbered) == 1 and numbered[0].lstrip().startswith("5 ")
    play.game.keeper.close()  # type: ignore[union-attr]


def test_what_is_not_ones_own_is_refused(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("Why?", "until") or driver.sees("Why?", "end")
        assert not driver.sees("Enter Open")
        await driver.press("enter", "o", "down", "escape")
        assert driver.face == "TableFace"

    ask(app_on(tmp_path, "spring-2025", "jp"), ("utility.us",), script)


def test_a_number_without_parts_stands_by_itself(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("Why 3?", "Amount", "pack.yaml:20:11")
        await driver.press("enter")
        assert driver.sees("rules/alliance/pack.yaml:20:11")

    ask(app_on(tmp_path, "spring-2025", "jp"), ("income.jp",), script)


def test_groups_of_a_body_are_asked_for_the_same_package(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("down", "enter")
        assert isinstance(driver.app.screen, WhyFace)
        assert driver.app.screen.trail[-1].name == "vote jp_opposition D2=1 T1=3"
        assert driver.sees("Why 51?", "Japan 90 >")

    ask(app_on(tmp_path, "spring-2025", "jp"), ("quota.jp D2=1 T1=3",), script, WIDE)


def test_nothing_that_turns_it_is_said(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("No single change would turn this.")

    ask(app_on(tmp_path, "spring-2025", "jp"), ("quota.jp D2=1 T1=3",), script)


def test_every_reason_has_its_sentence() -> None:
    assert [code for code in CODES for language in ("en", "ja") if not has(language, f"why-{code}")] == []


def test_every_line_of_the_table_can_be_asked_why(tmp_path: Path) -> None:
    """Every name that a row of the table carries is explained, or refused as not one's own: nothing else is raised."""
    app = bring(app_on(tmp_path, "spring-short", "jp"))

    async def script(driver: Driver) -> None:
        play = driver.app.play
        table = driver.app.table_face
        assert play is not None and table is not None
        names = {name for id in ("agenda", "relations", "passing") for row in table.pane(id).page.rows for name in row.why}
        assert len(names) > 15
        assert all(isinstance(play.explain(name), Reason) for name in names)

    drive(app, script)
