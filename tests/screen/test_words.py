"""Words: both languages, what they mean, with and without a game, and looking for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.screen.driving import Driver, app_alone, app_on, drive, no_line_is_too_wide
from tui.screen.field import MOST_LETTERS, Field, first_line
from tui.screen.ink import text_of
from tui.screen.pages.reach import END
from tui.screen.pages.words import words_rows


@pytest.mark.parametrize("language", ["en", "ja"])
def test_words_stand_in_both_languages(tmp_path: Path, language: str) -> None:
    app = app_on(tmp_path, "spring-2025", "jp", language=language)
    play = app.play
    assert play is not None
    glossary = play.names.scenario.glossary
    for cells in (80, 110):
        rows = words_rows(glossary, language, cells)
        assert {row.key for row in rows if row.key} - {END} == {word.id for word in glossary}
        assert all(cell_len(text_of(row.line)) <= cells for row in rows)
    defined = next(word for word in glossary if word.text is not None)
    text = "".join(text_of(row.line).strip() for row in words_rows(glossary, language, 80))
    assert defined.label["en"] in text and defined.label["ja"] in text
    play.game.keeper.close()  # type: ignore[union-attr]


def test_words_of_another_pack_are_its_own(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("g")
        assert driver.sees("The hill country inland") and not driver.sees("standing offer")

    drive(app_on(tmp_path, "lantern-coast", "lc"), script)


def test_a_word_is_looked_for_by_typing(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("g", "slash", *"ratif")
        assert driver.sees("ratify", "批准する", "Esc Show all") and not driver.sees("undo")
        await driver.press("enter", "escape")
        assert driver.face == "WordsFace" and driver.sees("undo")
        await driver.press("f4", *"zzzz")
        assert driver.sees('No word has "zzzz"')
        await driver.press("?")
        assert driver.face == "HelpFace"
        await driver.press("escape", "escape", "escape")
        assert driver.face == "TableFace"

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_words_can_be_read_to_their_end(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("g", *["pagedown"] * 14)
        rows = driver.app.screen.query_one("#body").page.rows  # type: ignore[attr-defined]
        assert driver.sees(text_of(rows[-1].line).strip())
        no_line_is_too_wide(driver.lines(), 80)

    drive(app_on(tmp_path, "lantern-coast", "lc"), script)


def test_before_a_game_the_words_of_the_first_one_are_shown() -> None:
    async def script(driver: Driver) -> None:
        await driver.press("g")
        assert driver.sees("standing offer", "協議案")
        await driver.press("escape")
        assert driver.face == "WelcomeFace"

    drive(app_alone(), script)


@pytest.mark.parametrize(
    ("pasted", "line"),
    [("a\nb", "a"), ("\n\n  x y \n", "x y"), ("a\x00\x1b[31mb\tc", "a  [31mb c"), ("", ""), ("日本語\r\nz", "日本語")],
)
def test_a_paste_is_one_clean_line(pasted: str, line: str) -> None:
    assert first_line(pasted) == line


def test_megabytes_that_are_pasted_do_no_harm() -> None:
    from textual import events

    async def script(driver: Driver) -> None:
        await driver.press("g", "slash")
        field = driver.app.screen.query_one("#find", Field)
        for text in ("x" * 5_000_000, "\n" * 3_000_000 + "y", "あ" * 300):
            field.post_message(events.Paste(text))
            await driver.settle()
            assert len(field.value) <= MOST_LETTERS
        assert field.value.startswith("x" * 300)

    drive(app_alone(), script)
