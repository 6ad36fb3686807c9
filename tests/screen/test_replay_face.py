"""The replay: every line leads to the state it led to, a side sees its own view only, and a branch is another game."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.kernel import layout as s
from sim.table.record import read_record
from tests.screen.driving import NARROW, WIDE, Driver, app_alone, app_on, drive, no_line_is_too_wide
from tests.screen.finished import SEED, finished, open_sheet
from tui.screen.faces.replay import ReplayFace
from tui.screen.ink import text_of
from tui.screen.past import EVERYTHING, Past
from tui.wording import say


def face_of(driver: Driver) -> ReplayFace:
    """The replay on top."""
    face = driver.app.screen
    assert isinstance(face, ReplayFace)
    return face


@pytest.mark.parametrize(("language", "size"), [("en", NARROW), ("ja", NARROW), ("en", WIDE), ("ja", WIDE)])
def test_every_line_is_shown(tmp_path: Path, language: str, size: tuple[int, int]) -> None:
    async def script(driver: Driver) -> None:
        await open_sheet(driver, "replay")
        await driver.press("s", "s", "s")
        face = face_of(driver)
        assert face.viewer == EVERYTHING and driver.sees(say(language, "scrub-as-all"))
        count = len(face.moments())
        await driver.press("home", "]")
        for place in range(1, count, 5):
            face.go(place)
            await driver.settle()
            no_line_is_too_wide(driver.lines(), size[0])
            assert face.at == place and face.pane("changed").page.rows
            assert f"▸{face.moment.number:>4}" in driver.grid()

    drive(finished(tmp_path, language=language), script, size)


def test_steps_lead_to_the_states_of_the_game(tmp_path: Path) -> None:
    app = finished(tmp_path)
    assert app.play is not None
    game, past = app.play.game, Past(app.play)
    assert past.viewers == ("table", "us", "jp", EVERYTHING)
    moments = past.moments(EVERYTHING)
    assert [moment.number for moment in moments] == [entry.number for entry in game.history]
    levels = [past.view(0, "us").known.m[s.LEVEL + issue.index] for issue in game.scenario.issues]
    meters = {meter.cell: meter.value for meter in past.view(0, "us").meters}
    for moment in moments:
        view = past.view(moment.number, "us")
        for change in moment.changes:
            if moment.number and change.cell in meters:
                assert meters[change.cell] == change.before
                meters[change.cell] = change.after
        for level in moment.levels:
            assert levels[level.issue] == level.before
            levels[level.issue] = level.after
        assert [issue.level for issue in view.issues] == levels
        if moment.number:
            assert {meter.cell: meter.value for meter in view.meters} == meters
    app.play.game.keeper.close()  # type: ignore[union-attr]


def test_the_panes_show_the_chosen_line(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        await open_sheet(driver, "replay")
        face = face_of(driver)
        assert face.moment.number == len(face.play.game.lines) and f"▸{face.moment.number:>4}" in driver.grid()
        await driver.press("{")
        begun = face.moment
        assert begun.begins == 4
        await driver.press("{", "}")
        assert face.moment == begun
        await driver.press("home", "}")
        assert face.moment.begins == 2
        moved = next(change for change in face.moment.changes if change.name.kind == "meter")
        text = "\n".join(text_of(row.line) for row in face.pane("changed").page.rows)
        assert f"{moved.before} > " in text
        view = face.was.view(face.moment.number, face.viewer)
        rows = [text_of(row.line) for row in face.pane("then").page.rows[1:]]
        for issue, row in zip(view.issues, rows, strict=True):
            assert face.play.names.level(issue.index, issue.level) in row
        await driver.press("[")
        assert face.moment.begins is None

    drive(finished(tmp_path), script)


def test_during_play_a_side_sees_its_own_view_only(tmp_path: Path) -> None:
    app = app_on(tmp_path, "spring-short", "jp", SEED)
    assert app.play is not None
    game = app.play.game
    for line in ("us demand dm08", "jp answer dm08 counter T1", "jp done", "us done"):
        if game.to_move() and line.split()[0] in game.to_move():
            game.play(line)
    own = {event.number for event in game.events_for("jp")}

    async def script(driver: Driver) -> None:
        driver.app.play.stops.clear()  # type: ignore[union-attr]
        await open_sheet(driver, "replay")
        face = face_of(driver)
        assert face.was.viewers == ("jp",) and not face.is_open("seen-as") and not face.is_open("branch")
        assert {moment.number for moment in face.moments()} <= own | {0}
        assert not any(moment.draws for moment in face.moments())
        await driver.press("s", "b", "home", "]", "]")
        assert driver.face == "ReplayFace" and driver.sees("seen as Japan") and not driver.sees(str(SEED))
        with pytest.raises(AssertionError):
            face.was.moments("us")
        with pytest.raises(AssertionError):
            face.was.view(1, EVERYTHING)

    drive(app, script)


def test_each_side_sees_what_it_saw(tmp_path: Path) -> None:
    app = finished(tmp_path)
    assert app.play is not None
    game, past = app.play.game, Past(app.play)
    for viewer in ("us", "jp"):
        told = [event for moment in past.moments(viewer) for event in moment.events]
        assert told == list(game.events_for(viewer))
        sealed = [line for moment in past.moments(viewer) if (line := moment.line).split(" ")[1:2] == ["consult"]]
        assert all(line.startswith(viewer) for line in sealed)
    drawn = [draw for moment in past.moments(EVERYTHING) for draw in moment.draws]
    assert drawn
    app.play.game.keeper.close()  # type: ignore[union-attr]


def test_a_branch_plays_on_and_differs(tmp_path: Path) -> None:
    app = finished(tmp_path)
    assert app.play is not None and app.play.record is not None
    old, first = app.play.game, app.play.record
    old.seed_known = False  # as in a game whose draws nobody chose
    before = first.read_bytes()

    async def script(driver: Driver) -> None:
        await open_sheet(driver, "replay")
        await driver.press("b")
        assert driver.sees("Nothing is left to play behind this line")
        await driver.press("s", "s", "home", "}")
        face = face_of(driver)
        number = face.moment.number
        await driver.press("b")
        assert driver.sees("Play on from here?")
        await driver.press("f9")
        play = driver.app.play
        assert play is not None and driver.face in ("TableFace", "ResponseFace")
        assert [entry.line for entry in play.game.lines[:number]] == [entry.line for entry in old.lines[:number]]
        assert (play.game.seed, play.game.seed_known) == (old.seed, True)
        assert list(play.table.people) == ["jp"] and set(play.turns.bots) == {"us"}
        for _ in range(12):  # the person answers as the bot did not: holds on, and puts nothing forward
            if len(play.game.lines) > number + 6:
                break
            await driver.press({"TableFace": "enter", "ResponseFace": "f9"}.get(driver.face, "escape"))
        assert len(play.game.lines) > number
        assert [entry.line for entry in play.game.lines] != [entry.line for entry in old.lines[: len(play.game.lines)]]
        assert play.record is not None and play.record.parent == first.parent and play.record != first
        assert [line.text for line in read_record(play.record).lines if line.n > 0] == [entry.line for entry in play.game.lines]
        assert read_record(play.record).header.seed_known and not read_record(play.record).troubles
        assert first.read_bytes() == before

    drive(app, script)


def test_a_recorded_game_is_looked_back_on_and_branched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    done = finished(tmp_path)
    assert done.play is not None and done.play.record is not None
    record, lines = done.play.record, [entry.line for entry in done.play.game.lines]
    done.close_game()

    async def script(driver: Driver) -> None:
        driver.app.show_debrief_of(record)
        await driver.settle()
        await driver.press("3")
        assert driver.face == "DebriefFace" and driver.sees("Nash solution", str(SEED))
        await driver.press("r", "s", "home", "}", "b", "escape")
        assert driver.face == "ReplayFace"
        await driver.press("b", "f9")
        play = driver.app.play
        assert play is not None and list(play.table.people) == ["us"]
        assert [entry.line for entry in play.game.lines] == lines[: len(play.game.lines)]
        assert driver.face in ("TableFace", "DrawFace") and not driver.sees(str(SEED))

    drive(app_alone(), script)


def test_a_sheet_that_is_put_away_is_seen_no_more(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None
        play.stops.clear()
        play.open_sheet("jp", is_looking=True)
        await open_sheet(driver, "replay")
        face = face_of(driver)
        assert face.viewer == "jp" and driver.sees("seen as Japan")
        play.close_sheet()
        face.draw()
        await driver.settle()
        assert face.viewer == "table" and not driver.sees("seen as Japan")
        assert [event for moment in face.moments() for event in moment.events] == list(play.game.events_for("table"))

    drive(app_on(tmp_path, "spring-short", "both", SEED), script)
