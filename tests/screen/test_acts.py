"""Acts: everything that may be done can be reached, closed acts say why, and Enter does exactly what is chosen."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from sim.kernel import codes as c
from sim.table.actions import Action
from sim.table.option_values import Options
from tests.screen.driving import LOOKS, Driver, app_on, close, drive, no_line_is_too_wide
from tests.screen.sheets import bring, hint, lines, since
from tui.plain.names import refusal_text
from tui.screen.faces.acts import ActsFace
from tui.screen.look import Look
from tui.screen.pages.acts import acts, closed_text
from tui.screen.pages.deed_tree import Deed, opened, tree, walk
from tui.screen.playing import Playing
from tui.screen.signs import DRAWN

ASKED = ("us demand dm08", "us demand dm04")
ANSWERED = (*ASKED, "jp answer dm08 hold", "jp done")
GAMES = [
    ("spring-2025", "jp", None), ("spring-2025", "us", None), ("spring-short", "jp", None), ("lantern-coast", "lc", None),
    ("tests/packs/three.yaml", "ax", None), ("spring-2025", "jp", "us:2,jp:2"), ("spring-2025", "both", None),
]  # fmt: skip
TURNS, LEAST = 45, 12


def face_of(driver: Driver) -> ActsFace:
    """The sheet, opened from anywhere."""
    assert driver.face == "ActsFace", driver.grid()
    return cast(ActsFace, driver.app.screen)


async def show(driver: Driver) -> ActsFace:
    """Open the sheet."""
    driver.app.show_sheet("acts")
    await driver.settle()
    return face_of(driver)


def reached(look: Look) -> tuple[set[Action], set[str]]:
    """Acts that stand in a row of their own, and sheets that a row opens."""
    deeds = list(walk(tree(look)))
    return {deed.option.action for deed in deeds if deed.option is not None}, {deed.key for deed in deeds if deed.sheet}


def is_reachable(look: Look, options: Options) -> None:
    """Every listed act has its row, open or closed; answers and spaces have their sheet."""
    found, sheets = reached(look)
    listed = {option.action for option in options.listed if option.action.kind != c.ACT_ANSWER}
    assert listed <= found
    assert ("sheet answer" in sheets) == any(option.is_open for option in options.of_kind(c.ACT_ANSWER))
    spaces = {
        "sheet offer": options.offer, "sheet suggest": options.suggestion, "sheet groundwork": options.groundwork, "sheet course": options.courses,
    }  # fmt: skip
    assert {key for key in spaces if key in sheets} == {key for key, space in spaces.items() if space is not None}


@pytest.mark.parametrize(("scenario", "side", "players"), GAMES)
def test_every_act_of_a_game_can_be_reached(tmp_path: Path, scenario: str, side: str, players: str | None) -> None:
    app = app_on(tmp_path, scenario, side, seats=players, bots="random-legal")
    assert app.play is not None
    try:
        seen, looks = look_through(app.play)
    finally:
        close(app)
    assert len(seen) >= LEAST and looks > LEAST


def look_through(play: Playing) -> tuple[set[int], int]:
    """Play at random, looking at the sheet before every act; the kinds of acts that were open, and how often the sheet was looked at."""
    seen: set[int] = set()
    looks = 0
    for turn in range(TURNS):
        play.follow()
        while play.turns.act():
            play.follow()
        if play.game.is_over:
            break
        seat = play.game.to_move()[0]
        if len(play.table.people) > 1:
            play.open_sheet(seat, False)
        look = play.look(DRAWN, 80, 24)
        options = play.game.options(seat)
        if look.seat == seat:
            assert look.options is not None
            is_reachable(look, options)
            pages(look)
            looks += 1
        seen |= {option.action.kind for option in options.allowed} | {100 + at for at, _ in enumerate(options.spaces())}
        action = options.sample(turn * 7919 + 1)
        assert action is not None
        play.game.take(action)
    return seen, looks


def pages(look: Look) -> None:
    """Every list can be drawn, and each row behind another as well."""
    groups = tree(look)
    paths = [[], *([deed.key] for _, rows in groups for deed in rows if deed.inside)]
    for path in paths:
        shown, trail = opened(groups, path)
        page = acts(look, 80, shown, trail)
        keys = [row.key for row in page.rows if row.key]
        assert len(keys) == len(set(keys)) == sum(len(rows) for _, rows in shown)


@pytest.mark.parametrize(("size", "language"), LOOKS)
def test_the_sheet_fits_its_screen(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        for _ in range(5):
            assert len(driver.lines()) == size[1]
            no_line_is_too_wide(driver.lines(), size[0])
            assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])
            await driver.press("pagedown")

    drive(bring(app_on(tmp_path, "spring-2025", "jp", language=language), *ANSWERED), script, size)


def test_keys_alone_reach_every_open_act(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        face = await show(driver)
        options = face.look().options
        assert options is not None
        wanted = {option.action for option in options.allowed if option.action.kind != c.ACT_ANSWER}
        found: set[Action] = set()
        await read_list(driver, found)
        assert wanted <= found and len(wanted) > 60
        assert not face.path

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *ANSWERED), script)


async def read_list(driver: Driver, found: set[Action]) -> None:
    """Read a list, opening every row that holds another, and come back to it."""
    face = face_of(driver)
    for deed in opened(tree(face.look()), face.path)[0][-1][1] if face.path else [deed for _, rows in tree(face.look()) for deed in rows]:
        if deed.option is not None:
            found.add(deed.option.action)
        if deed.inside and any(each.option is None or each.option.action not in found for each in deed.inside):
            await choose(driver, deed)
            await driver.press("enter")
            assert face.path[-1] == deed.key
            await read_list(driver, found)
            await driver.press("escape")
            assert face.deed == deed


def test_arrows_go_from_row_to_row(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        face = await show(driver)
        keys = [deed.key for _, rows in tree(face.look()) for deed in rows]
        await driver.press("down", "down")
        assert face.deed is not None and face.deed.key == keys[2]
        await driver.press("pagedown", "pagedown", "pagedown", "pagedown", "down")
        assert face.deed is not None and face.deed.key == keys[-1]

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *ANSWERED), script)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_closed_acts_keep_their_row_and_say_why(tmp_path: Path, language: str) -> None:
    async def script(driver: Driver) -> None:
        face = await show(driver)
        look = face.look()
        closed = [deed for deed in walk(tree(look)) if deed.option is not None and not deed.option.is_open]
        kinds = {deed.kind for deed in closed}
        assert {c.ACT_CONSULT, c.ACT_OFFER, c.ACT_GROUNDWORK, c.ACT_DECIDE, c.ACT_SUBMIT, c.ACT_ACCEPT} <= kinds
        for deed in [each for each in closed if each.kind in (c.ACT_CONSULT, c.ACT_INITIATIVE, c.ACT_OFFER)]:
            await choose(driver, deed)
            assert face.deed == deed
            row = driver.lines()[2 + next(at for at, line in enumerate(driver.lines()[2:]) if line.startswith("▸"))]
            assert row.startswith("▸x ")
            count = len(lines(driver))
            await driver.press("enter")
            assert deed.option is not None
            assert hint(driver).replace(" ", "") == closed_text(look, deed.option).replace(" ", "")
            assert len(lines(driver)) == count and driver.face == "ActsFace"

    drive(bring(app_on(tmp_path, "spring-2025", "jp", language=language), *ANSWERED), script)


async def choose(driver: Driver, deed: Deed) -> None:
    """Bring the mark to a row of the first list."""
    pane = face_of(driver).pane("acts")
    pane.choose(deed.key)
    await driver.settle()


def test_what_an_initiative_still_needs_is_said_in_words(tmp_path: Path) -> None:
    app = bring(app_on(tmp_path, "spring-2025", "jp"), *ANSWERED)
    assert app.play is not None
    try:
        look = app.play.look(DRAWN, 80, 24)
        closed = [deed.option for deed in walk(tree(look)) if deed.kind == c.ACT_INITIATIVE and deed.option and not deed.option.is_open]
        texts = [closed_text(look, option) for option in closed if option.code == "needs-not-met"]
        assert "Needs T4 Study or more (now As now)" in texts
        assert "Needs F1 Minerals or more (now Security)" in texts  # the other issue of that card is not in play
        others = [option for option in closed if option.code != "needs-not-met"]
        assert all(closed_text(look, option) == refusal_text(look.names, option.code, dict(option.facts)) for option in others)
    finally:
        close(app)


@pytest.mark.parametrize("line", ["jp lever jp_l04", "jp probe token", "jp initiative in10", "jp link T1 T2", "jp done"])
def test_enter_does_exactly_the_chosen_act(tmp_path: Path, line: str) -> None:
    async def script(driver: Driver) -> None:
        face = await show(driver)
        await seek(driver, line)
        assert driver.sees(line)
        count = len(lines(driver))
        await driver.press("enter")
        assert since(driver, count, "jp")[:1] == [line]
        assert driver.app.screen is not face

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *ANSWERED), script)


async def seek(driver: Driver, line: str) -> None:
    """Go to an act through its lists."""
    face = face_of(driver)
    for path, deed in paths(tree(face.look())):
        if deed.option is not None and face.notation(deed.option.action) == line:
            for key in path:
                face.pane("acts").choose(key)
                await driver.press("enter")
            face.pane("acts").choose(deed.key)
            await driver.settle()
            return
    raise AssertionError(f"{line} is not there")


def paths(groups: list[tuple[str, tuple[Deed, ...]]]) -> list[tuple[list[str], Deed]]:
    """Every row with the keys of those it lies behind."""

    def below(rows: tuple[Deed, ...], path: list[str]) -> list[tuple[list[str], Deed]]:
        return [each for deed in rows for each in [(path, deed), *below(deed.inside, [*path, deed.key])]]

    return [each for _, rows in groups for each in below(rows, [])]


def test_what_cannot_be_taken_back_is_asked_first(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        await seek(driver, "jp break")
        count = len(lines(driver))
        await driver.press("enter")
        assert driver.face == "Ask" and len(lines(driver)) == count
        await driver.press("escape")
        assert driver.face == "ActsFace" and len(lines(driver)) == count
        await driver.press("enter", "f9")
        assert since(driver, count, "jp")[:1] == ["jp break"]

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *ANSWERED, "jp hold", "us offer T1=1 T2=3"), script)


def test_what_is_asked_stands_at_the_top(tmp_path: Path) -> None:
    app = bring(app_on(tmp_path, "spring-2025", "us"), *ASKED, "jp answer dm08 reframe T2=1")

    async def script(driver: Driver) -> None:
        face = await show(driver)
        assert [deed.kind for deed in tree(face.look())[0][1]] == [c.ACT_TAKE, c.ACT_DECLINE]
        assert driver.lines()[2].startswith(" Offered for dm08: T2 Tracker")
        count = len(lines(driver))
        await driver.press("enter")
        assert since(driver, count, "us")[:1] == ["us take dm08"]

    drive(app, script)


def test_a_sheet_is_opened_from_its_row(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        assert driver.lines()[2].startswith(" On a sheet of its own")
        await driver.press("enter")
        assert driver.face == "ResponseFace"

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *ASKED, "us done"), script)


def test_the_mouse_alone_does_an_act(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await show(driver)
        await driver.click("Investment showcase", line=9)
        count = len(lines(driver))
        await driver.click("Investment showcase", line=9)
        assert since(driver, count, "jp")[:1] == ["jp lever jp_l02"]

    drive(bring(app_on(tmp_path, "spring-2025", "jp"), *ANSWERED), script)


def test_the_public_table_shows_the_acts_of_the_seat_that_acts(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        face = await show(driver)
        look = face.look()
        assert not look.is_own and look.options is not None and look.seat == "jp"
        is_reachable(look, look.options)
        await seek(driver, "jp lever jp_l04")
        count = len(lines(driver))
        await driver.press("enter")
        assert since(driver, count, "jp")[:1] == ["jp lever jp_l04"]

    drive(bring(app_on(tmp_path, "spring-2025", "both"), *ANSWERED), script)


def test_in_a_secret_step_the_public_table_offers_nothing(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        face = await show(driver)
        assert face.look().options is None and tree(face.look()) == []
        assert driver.sees("Nothing can be done from here now")

    drive(bring(app_on(tmp_path, "spring-2025", "both"), *ASKED, "us done"), script)
