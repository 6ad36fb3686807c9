"""The composer: a package put together with keys, sent once, and only when it was looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sim.table.notation import read_action
from tests.screen.composing import OWN_NUMBER, TO_OFFERS, answered, composer, levels, title
from tests.screen.driving import NARROW, Driver, app_on, drive, no_line_is_too_wide
from tests.screen.sheets import hint, lines, since
from tui.plain.names import points
from tui.screen.pages.composer import SENT, TABLE

SAMPLE = "jp offer D2=1 T1=1 T2=1 T4=1"


# --- the whole way ---


def test_the_keys_of_the_sample_build_its_package_and_send_it_once(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "down", "down", "down", "down", "o")
        assert composer(driver).pane("ladder").chosen == "T1"
        await driver.press("right", "down", "right", "down", "down", "right", *["up"] * 6, "right")
        assert levels(driver) == {"D2": 1, "T1": 1, "T2": 1, "T4": 1}
        assert "4 of 6 steps" in title(driver)
        before = len(lines(driver))
        await driver.press("f9")
        assert driver.face == "ReviewFace" and driver.sees(SAMPLE, "4 of 6 level steps", "The other 8 issues stay as they are.")
        assert len(lines(driver)) == before
        await driver.press("f9")
        assert [line for line in since(driver, before, "jp") if " offer " in line] == [SAMPLE]
        assert driver.face == "TableFace" and levels(driver) == {}
        assert driver.app.play is not None and [level for level in driver.app.play.sent["jp"] if level is not None] == [1, 1, 1, 1]

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_the_review_goes_back_to_the_draft(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "o", "right", "f9")
        before = len(lines(driver))
        await driver.press("enter")
        assert driver.face == "ReviewFace"  # Enter sends nothing
        await driver.click("Keep editing")
        assert driver.face == "ComposerFace" and levels(driver) == {"D1": 1} and len(lines(driver)) == before
        await driver.press("f9")
        await driver.click("[ Offer")
        assert since(driver, before, "jp")[0] == "jp offer D1=1"

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_outside_the_own_word_a_draft_is_kept_and_nothing_is_sent(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter", "enter", "f2", "o", "right")
        before = len(lines(driver))
        await driver.press("f9")
        assert driver.sees("Keep for Talks", "Nothing is sent now.")
        await driver.press("f9")
        assert driver.face == "TableFace" and levels(driver) == {"D1": 1} and len(lines(driver)) == before

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


# --- changes ---


def test_changes_are_undone_and_done_again_without_limit(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "o")
        play = driver.app.play
        assert play is not None
        for turn in range(200):
            play.draft.now.set(0, turn % 2 + 1)
        await driver.press("3", "delete", "down", "2")
        assert levels(driver) == {"D2": 2}
        await driver.press("z", "z")
        assert levels(driver) == {"D1": 3}
        for _ in range(201):
            composer(driver).run("undraft")
        assert levels(driver) == {}
        await driver.press("z")
        assert "can be taken back" in hint(driver)
        for _ in range(203):
            composer(driver).run("redraft")
        assert levels(driver) == {"D2": 2}
        await driver.press("z", "3", "Z")
        assert "can be brought back" in hint(driver)

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_keys_that_set_a_level(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "o", "right", "right", "left")
        assert levels(driver) == {"D1": 1}
        await driver.press("left")
        assert levels(driver) == {}  # the level in force is left out
        await driver.press("end")
        assert levels(driver) == {"D1": 5}
        await driver.press("backspace", "space")
        assert levels(driver) == {} and hint(driver) == "No offer is on the table."

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_a_level_above_its_lock_is_not_named_and_the_reason_is_told(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, *["down"] * 9, "o")
        allowed = composer(driver).look().view.issues[composer(driver).issue].allowed
        assert composer(driver).pane("ladder").chosen == "F2" and max(allowed) < 4
        await driver.press(*["right"] * 4)
        assert levels(driver) == {"F2": max(allowed)} and "above its lock" in hint(driver)
        await driver.press("4")
        assert levels(driver) == {"F2": max(allowed)} and "above its lock" in hint(driver)
        await driver.press("9")
        assert "no further level" in hint(driver)

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_rules_of_the_whole_package_are_counted_and_refused_with_the_reason(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "o", "f9")
        assert "names nothing yet" in hint(driver)
        await driver.press("5", "down", "4")
        assert "9 of 6 steps, too many" in title(driver)
        before = len(lines(driver))
        await driver.press("f9")
        assert driver.face == "ComposerFace" and len(lines(driver)) == before
        assert hint(driver).startswith("Not sent. The package has 9 level steps and may have 6.")
        assert levels(driver) == {"D1": 5, "D2": 4}

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_a_link_is_made_with_two_keys_and_holds_for_the_package(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter", "enter", "f9", *["down"] * 4, "o", "k", "down", "escape")
        assert driver.face == "ComposerFace" and composer(driver).link_from is None
        before = len(lines(driver))
        await driver.press("up", "k")
        assert "with which other issue" in hint(driver)
        await driver.press("down", "k")
        assert since(driver, before, "jp") == ["jp link T1 T2"]
        assert driver.app.play is not None and len(driver.app.play.view().links) == 1
        await driver.press("right")
        assert "link A 1 of 2" in title(driver)
        await driver.press("f9")
        assert "T1 Tariffs and T2 Investment are linked" in hint(driver)
        await driver.press("up", "right")
        assert "link A 2 of 2" in title(driver)
        before = len(lines(driver))
        await driver.press("k", "down", "k")
        assert since(driver, before, "jp") == ["jp unlink T1 T2"]

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_where_no_link_can_be_proposed_the_reason_is_told(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter", "enter", "f2", "o", "k")
        assert composer(driver).link_from is None and "Response" in hint(driver)

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


# --- their offer ---


def test_a_draft_begins_as_a_copy_of_their_offer(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("o")
        assert levels(driver) == {"T1": 1, "T2": 3}
        assert driver.sees(" T1<  Tariffs", " T2<  Investment")
        await driver.press("f9")
        assert hint(driver).startswith("Not sent. This package is on the table already.")
        await driver.press("down", "down", "down", "left")
        assert driver.sees("▸T2*  Investment", "JP-led") and levels(driver) == {"T1": 1, "T2": 2}
        await driver.press("space")
        assert driver.sees("▸T2<  Investment") and levels(driver) == {"T1": 1, "T2": 3}
        await driver.press("delete")
        assert driver.sees("▸T2*  Investment") and levels(driver) == {"T1": 1}
        await driver.press("z", "z", "z", "z")
        assert levels(driver) == {}

    drive(answered(tmp_path), script)


def test_a_draft_of_one_s_own_is_not_laid_over(tmp_path: Path) -> None:
    app = answered(tmp_path)
    assert app.play is not None
    app.play.draft.now.set(0, 2)

    async def script(driver: Driver) -> None:
        await driver.press("o")
        assert levels(driver) == {"D1": 2} and driver.sees(" T1*  Tariffs")

    drive(app, script)


def test_the_own_gain_is_measured_against_what_the_title_names(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("o", "down", "down", "down", "left")
        face, play = composer(driver), driver.app.play
        assert play is not None
        table, draft = (play.explain(f"gain T2={level}").amount for level in (3, 2))
        assert points(draft).replace("-", "−") in driver.lines()[6]
        await driver.press("v")
        assert face.base == TABLE and driver.sees("You against the table")
        assert points(draft - table).replace("-", "−") in driver.lines()[6]
        await driver.press("v")
        assert face.base != SENT  # nothing was sent
        play.sent["jp"] = play.draft.now.levels
        await driver.press("v")
        assert face.base == TABLE and driver.sees("You against the table")
        await driver.press("v")
        assert face.base == SENT and driver.sees("You against what you sent") and " 0.0 " in driver.lines()[6]

    drive(answered(tmp_path), script)


# --- drafts ---


def test_up_to_five_drafts_and_none_is_lost(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None
        await driver.press(*TO_OFFERS, "o", "1")
        for level in "2345":
            await driver.press("a", "n", level)
        await driver.press("a")
        assert [draft.levels[0] for draft in play.draft.every] == [1, 2, 3, 4, 5] and driver.sees("There is room for five")
        await driver.press("n", "c")
        assert driver.face == "DraftsFace" and len(play.draft.every) == 5
        await driver.press("up", "up", "enter")
        assert driver.face == "ComposerFace" and levels(driver) == {"D1": 3} and "draft 3" in title(driver)

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_a_copy_is_changed_by_itself(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None
        await driver.press(*TO_OFFERS, "o", "1", "a", "c", "down", "2")
        assert [draft.levels[:2] for draft in play.draft.every] == [(1, None), (1, 2)]

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


def test_language_and_size_change_nothing_in_the_draft(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press(*TO_OFFERS, "o", "1", "down", "2")
        before, face = levels(driver), composer(driver)
        grid = driver.grid()
        await driver.press("e")
        assert driver.sees("米国側への案1: 6段中3段") and levels(driver) == before
        await driver.pilot.resize_terminal(20, 5)
        await driver.settle()
        assert not driver.sees("Your draft")
        await driver.pilot.resize_terminal(*NARROW)
        await driver.settle()
        await driver.press("e")
        assert levels(driver) == before and composer(driver) is face and driver.grid() == grid
        await driver.press("escape", "o")
        assert levels(driver) == before

    drive(app_on(tmp_path, "spring-2025", "jp"), script)


# --- seats and tables ---


def test_the_public_table_shows_nobody_s_own_numbers(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("o", "down", "down", "down", "left")
        assert not composer(driver).look().is_own and levels(driver) == {"T1": 1, "T2": 2}
        assert OWN_NUMBER.findall(driver.grid()) == [] and re.search(r"\bYou\b|est\.", driver.grid()) is None
        assert not composer(driver).pane("strips").display
        await driver.press("f9")
        assert OWN_NUMBER.findall(driver.grid()) == [] and not driver.sees("At home")
        before = len(lines(driver))
        await driver.press("f9")
        assert lines(driver)[before:] == ["jp offer T1=1 T2=2"]

    drive(answered(tmp_path, side="both"), script)


def test_a_seat_that_is_not_the_head_suggests_to_its_own_side(tmp_path: Path) -> None:
    app = answered(tmp_path, side="both", seats="us:1,jp:2")
    play = app.play
    assert play is not None
    track = next(seat for seat in play.table.people if seat.startswith("jp."))
    play.open_sheet(track, True)

    async def script(driver: Driver) -> None:
        await driver.press("o", "down", "down", "down", "left", "f9")
        assert driver.sees("Suggest this package to your side?", f"{track} suggest T1=1 T2=2")
        before = len(lines(driver))
        await driver.press("f9")
        assert lines(driver)[before:] == [f"{track} suggest T1=1 T2=2"]
        play.open_sheet("jp", True)
        await driver.press("o", "a")
        assert driver.sees("suggests T1 25/25/10, T2 JP-led")
        await driver.press("down", "enter")
        assert levels(driver) == {"T1": 1, "T2": 2}

    drive(app, script)


@pytest.mark.parametrize("scenario", ["tests/packs/three.yaml", "lantern-coast"])
def test_other_packs_and_three_sides(tmp_path: Path, scenario: str) -> None:
    async def script(driver: Driver) -> None:
        await driver.press("enter", "f2", "o", "right", "down", "right")
        face = composer(driver)
        assert len(levels(driver)) == 2
        sides = len(face.look().names.scenario.parties)
        assert ("all sides" in title(driver)) == (sides == 3)
        no_line_is_too_wide(driver.lines(), 80)

    drive(app_on(tmp_path, scenario), script)


def test_with_three_sides_an_offer_binds_all(tmp_path: Path) -> None:
    app = app_on(tmp_path, "tests/packs/three.yaml", "ax,bx,cx")
    play = app.play
    assert play is not None
    game = play.game
    for _ in range(60):
        seat = game.to_move()[0]
        if game.options(seat).offer is not None:
            break
        game.take(read_action("done", game.scenario, game.seating, game.context(), seat))
    play.follow()
    play.stops.clear()

    async def script(driver: Driver) -> None:
        await driver.press("o", "right", "f9", "f9")
        assert re.fullmatch(r"\wx offer Q1=1", lines(driver)[-1])
        offer = play.view().offer
        assert offer is not None and len(offer.bound) == 3

    drive(app, script)
