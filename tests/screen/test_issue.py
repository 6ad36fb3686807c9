"""The card of an issue: every level with what it brings; Enter takes one into the draft."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from sim.kernel.layout import POSTURE
from sim.table.game import Game
from sim.table.happened import NumberChanged
from tests.properties.test_planted import NUMBER, planted
from tests.screen.driving import LOOKS, Driver, app_on, close, drive, no_line_is_too_wide
from tests.screen.sheets import bring, hint
from tui.plain.names import points
from tui.screen.app import NemawashiApp
from tui.screen.faces.issue import IssueFace
from tui.screen.ink import text_of
from tui.screen.look import Look
from tui.screen.pages.issue import card, effects, issue_of, lock_text, whys
from tui.screen.signs import DRAWN

OFFERS = ("us demand dm08", "us demand dm04", "jp answer dm08 hold", "jp done", "jp offer T1=1 T2=1", "us offer T1=1 T2=3")


def look_of(app: NemawashiApp) -> Look:
    """What pages are drawn from."""
    assert app.play is not None
    return app.play.look(DRAWN, 80, 24)


async def show(driver: Driver, issue: str) -> None:
    """Open the card over the table."""
    driver.app.push_screen(IssueFace(issue))
    await driver.settle()


@pytest.mark.parametrize(("size", "language"), LOOKS)
def test_the_longest_card_fits_its_screen(tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    app = bring(app_on(tmp_path, "spring-2025", "jp", language=language), *OFFERS)

    async def script(driver: Driver) -> None:
        for issue, level in (("T1", "5"), ("F2", "4")):
            await show(driver, issue)
            await driver.press(level)
            no_line_is_too_wide(driver.lines(), size[0])
            assert "…" not in driver.grid() and len(driver.lines()) == size[1]
            await driver.press("escape")

    drive(app, script, size)


GAMES = [("spring-2025", "jp"), ("spring-2025", "us"), ("spring-2025", "both"), ("lantern-coast", "lc"), ("tests/packs/three.yaml", "ax")]


@pytest.mark.parametrize(("scenario", "side"), GAMES)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_level_of_every_card_fits(tmp_path: Path, scenario: str, side: str, language: str) -> None:
    app = app_on(tmp_path, scenario, side, language=language)
    try:
        look = look_of(app)
        for issue in look.names.scenario.issues:
            for level in issue.levels:
                page = card(look, 76, issue.id, str(level.index))
                texts = [text_of(row.line) for row in page.rows]
                assert all(cell_len(text) <= 76 and "…" not in text for text in texts), texts
                assert len(texts) <= 20 and f" {level.index} " in "\n".join(texts)
    finally:
        close(app)


def test_levels_marks_and_what_they_bring(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver, "T2")
        assert driver.sees("T2 Investment pledge", "your weight 6")
        lines = {match[1]: line for line in driver.lines() if (match := re.search(r"┃.  ?(\d) [A-Z]", line))}
        assert set(lines) == set("012345")
        assert "now" in lines["0"] and "asked, on table" in lines["3"] and "−1.7" in lines["3"] and "+5.1..+10.2" in lines["3"]
        assert "Opposition −9" in lines["3"]
        assert driver.sees("3 Joint committee and project fund", "In force: FDI +10, US home +5, Cabinet −1, Industry +4.")
        assert driver.sees("Numbers: assumption. Tags A4 S D.")

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *OFFERS), script)


def test_the_numbers_are_those_that_why_gives(tmp_path: Path) -> None:
    app = bring(app_on(tmp_path, "spring-2025", "jp"), *OFFERS)
    try:
        look = look_of(app)
        assert app.play is not None
        for seen in look.view.issues:
            entry = look.names.scenario.issues[seen.index]
            rows = {row.key: text_of(row.line) for row in card(look, 76, entry.id, "0").rows if row.key}
            for level in entry.levels:
                reason = app.play.explain(whys(look, seen, level.index)[0])
                assert look.drawn(points(reason.amount)) in rows[str(level.index)]
    finally:
        close(app)


def test_enter_takes_the_level_into_the_draft(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver, "T2")
        await driver.press("up", "up", "enter")
        assert driver.face == "ComposerFace"
        play = driver.app.play
        assert play is not None
        look = play.look(DRAWN, 80, 24)
        assert look.draft[issue_of(look, "T2").index] == 1
        assert sum(level is not None for level in look.draft) == 1
        assert next(line for line in driver.lines() if line.startswith("▸T2"))

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *OFFERS[:-1]), script)


@pytest.mark.parametrize(("language", "why"), [("en", "T1 All off needs Tariffs 25 or less"), ("ja", "関税圧力 25以下")])
def test_a_locked_level_says_why_and_is_not_drafted(tmp_path: Path, language: str, why: str) -> None:
    async def script(driver: Driver) -> None:
        await show(driver, "T1")
        await driver.press("5", "enter")
        play = driver.app.play
        assert play is not None
        assert driver.face == "IssueFace" and why in hint(driver) and play.draft.now.is_empty
        assert driver.sees("x locked" if language == "en" else "x制限")

    drive(bring(app_on(tmp_path, "spring-2025", "jp", language=language), *OFFERS[:-1]), script)


def test_every_locked_level_has_a_reason(tmp_path: Path) -> None:
    app = app_on(tmp_path, "spring-2025", "jp")
    try:
        look = look_of(app)
        locked = [(seen, level) for seen in look.view.issues for level in range(len(look.names.scenario.issues[seen.index].levels))]
        reasons = {(seen.index, level): lock_text(look, seen, level) for seen, level in locked}
        for seen, level in locked:
            assert bool(reasons[seen.index, level]) == (level not in seen.allowed)
        assert sum(map(bool, reasons.values())) >= 4
    finally:
        close(app)


def test_effects_are_those_that_come_when_the_level_enters_into_force(tmp_path: Path) -> None:
    app = bring(app_on(tmp_path, "spring-short", "jp"), "us demand dm08", "jp answer dm08 counter T1", "jp done", "us offer T1=1 T2=1", "jp accept",
                "us submit", "jp groundwork jp_opposition=4", "jp submit")  # fmt: skip
    try:
        assert app.play is not None
        look = look_of(app)
        levels = {look.names.scenario.issues[seen.index].id: seen.level for seen in look.view.issues}
        assert (levels["T1"], levels["T2"]) == (1, 1)
        for id_ in ("T1", "T2"):
            forward = dict(effects(look, issue_of(look, id_), 1))
            back = {name.what: by for name, by in effects(look, issue_of(look, id_), 0)}
            told = [event for event in app.play.game.events_for("jp") if isinstance(event, NumberChanged) and event.cause is not None]
            causes = [(event, event.cause) for event in told]
            moved = {
                event.name.what: event.after - event.before for event, cause in causes if cause and (cause.kind, cause.id) == ("issue", id_)
            }
            assert forward == {} and moved and {name: -by for name, by in back.items() if name in moved} == moved
    finally:
        close(app)


def test_the_public_table_shows_no_own_number(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver, "T2")
        assert driver.sees("T2 Investment pledge", "asked, on table")
        for secret in ("You", "weight", "est.", "At home", "Opposition"):
            assert secret not in driver.grid()

    drive(bring(app_on(tmp_path, "spring-2025", "both"), *OFFERS), script)


@pytest.mark.parametrize("viewer", ["jp", "table"])
def test_nothing_hidden_is_drawn(tmp_path: Path, viewer: str) -> None:
    """Hidden cells hold planted numbers, and the other side's posture is another one: no card changes by a letter."""
    app = bring(app_on(tmp_path, "spring-2025", "both"), *OFFERS)
    try:
        assert app.play is not None
        game, look = app.play.game, look_of(app)

        def drawn(of: Game) -> str:
            seen = replace(look, view=of.view_for(viewer))
            pages = [card(seen, 76, issue.id, str(level.index)) for issue in seen.names.scenario.issues for level in issue.levels]
            return "\n".join(text_of(row.line) for page in pages for row in page.rows)

        before = drawn(game)
        for posture in (entry.index for entry in look.names.scenario.postures if entry.party == 0):
            twin = planted(game, viewer)
            twin._s[POSTURE] = posture
            assert drawn(twin) == before and not NUMBER.findall(before)
    finally:
        close(app)
