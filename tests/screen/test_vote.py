"""The vote: one group at a time, what is counted so far, and nothing but what everybody may know."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.kernel import layout as s
from sim.table import happened as h
from sim.table.forecast import OPEN
from tests.screen.driving import LOOKS, Driver, close, drive, no_line_is_too_wide
from tests.screen.games import RATIFIED, REFUSED, THREE, at_stop, of_bots, stop_of
from tui.screen.app import NemawashiApp
from tui.screen.faces.vote import ballot_of
from tui.screen.ink import text_of
from tui.screen.look import Look
from tui.screen.pages.vote import Ballot, Standing, count, known_then, order, parties, standing, vote
from tui.screen.signs import DRAWN

GAMES = [("spring-2025", 3), ("lantern-coast", 5), (THREE, 5)]


def ballot(app: NemawashiApp, shown: int) -> tuple[Look, Ballot]:
    """The vote that waits, with its first groups shown."""
    assert app.play is not None
    found = ballot_of(app.play, stop_of(app))
    return app.play.look(DRAWN, 80, 24), Ballot(found.stop, shown, found.levels, found.later)


def standings(app: NemawashiApp, shown: int) -> dict[int, Standing]:
    """Where every body stands."""
    look, found = ballot(app, shown)
    every = {party: standing(look, found, party) for party in parties(look, found.stop)}
    return {party: each for party, each in every.items() if each is not None}


@pytest.mark.parametrize(("size", "language"), LOOKS)
def test_it_fits_its_screen(tmp_path: Path, size: tuple[int, int], language: str) -> None:
    async def script(driver: Driver) -> None:
        for keys in ((), ("enter", "enter", "enter"), ("a",)):
            await driver.press(*keys)
            assert driver.face == "VoteFace" and len(driver.lines()) == size[1]
            no_line_is_too_wide(driver.lines(), size[0])
            assert "…" not in driver.grid()
            assert driver.lines()[-1].endswith({"en": "? all keys", "ja": "? 全キー"}[language])
        assert driver.sees({"en": "Ratified:", "ja": "批准"}[language])

    drive(at_stop(tmp_path, "vote", language=language), script, size)


def test_groups_are_shown_one_by_one_sides_in_turn(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.grid().count(" --") == 12 and driver.sees("0/12", "Groundwork shown: Opposition 4 steps", "a Show all")
        await driver.press("enter")
        assert driver.sees("▸  Ruling bloc   26  yes", "White House   30  --", "26 of 51, 74 still to come") and not driver.sees("sounds")
        await driver.press("f9")
        assert (
            driver.sees("▸  White House   30  yes", "Opposition    22  --", "White House sounds keen") and driver.grid().count(" --") == 10
        )
        await driver.click("Next")
        assert driver.sees("▸  Opposition    22  yes", "3/12")
        await driver.press("a")
        assert (
            driver.sees("Japan: 66 of 51 reached", "Opposition or Diet 50: yes", "Japan approves", "12/12") and " --" not in driver.grid()
        )

    drive(at_stop(tmp_path, "vote"), script)


def test_it_says_when_the_rest_cannot_change_the_result(tmp_path: Path) -> None:
    async def script(driver: Driver) -> None:
        assert driver.sees("can change the result of: Japan, US")
        await driver.press("enter", "enter", "enter")
        assert driver.sees("Opposition or Diet 50: no", "can change the result of: US.")
        await driver.press(*["enter"] * 5)
        assert driver.sees("cannot change any result", "US: 82 of 55 reached, 18 still to come")
        await driver.press("a")
        assert driver.sees("out of reach", "Japan does not approve", "US approves", "Not ratified: levels stay as they are.", "T1 25/25/10")

    drive(at_stop(tmp_path, "vote", REFUSED), script)


@pytest.mark.parametrize("end", [("enter",), ("f9",), ("escape",)])
def test_escape_shows_everything_and_only_then_goes_on(tmp_path: Path, end: tuple[str]) -> None:
    async def script(driver: Driver) -> None:
        play = driver.app.play
        assert play is not None
        await driver.press("escape")
        assert driver.face == "VoteFace" and driver.sees("12/12") and play.stops[0].kind == "vote"
        await driver.press(*end)
        assert driver.face == "ReportFace" and play.stops[0].kind == "report"

    drive(at_stop(tmp_path, "vote"), script)


@pytest.mark.parametrize(("scenario", "seed"), GAMES)
def test_what_is_settled_stays_and_is_what_the_bodies_decided(tmp_path: Path, scenario: str, seed: int) -> None:
    app = of_bots(tmp_path, scenario, "vote", seed)
    decided = {event.party: event.approves for event in stop_of(app).events if isinstance(event, h.BodyVoted)}
    look, found = ballot(app, 0)
    total = len(order(look, found.stop))
    assert set(standings(app, total)) == set(decided) and OPEN not in {each.result for each in standings(app, total).values()}
    for shown in range(total + 1):
        for party, each in standings(app, shown).items():
            assert each.result in (OPEN, "yes" if decided[party] else "no")
    close(app)


@pytest.mark.parametrize(("scenario", "seed"), GAMES)
def test_every_group_is_shown_once_and_no_line_is_cut(tmp_path: Path, scenario: str, seed: int) -> None:
    app = of_bots(tmp_path, scenario, "vote", seed, "ja")
    look, found = ballot(app, 0)
    votes = order(look, found.stop)
    assert sorted(each.group for each in votes) == sorted(each.group for each in found.stop.events if isinstance(each, h.GroupVoted))
    for shown in range(len(votes) + 1):
        page = vote(look, 80, Ballot(found.stop, shown, found.levels, found.later))
        text = "\n".join(text_of(each.line) for each in page.rows)
        assert text.count(" --") == len(votes) - shown and "…" not in text
    close(app)


def test_numbers_that_a_quota_asks_for_are_those_of_the_vote(tmp_path: Path) -> None:
    app = at_stop(tmp_path, "vote", RATIFIED)
    look, found = ballot(app, 0)
    meter = next(each for each in look.view.meters if each.id == "m_tariff")
    then = known_then(look.view.known, found.later)
    assert (meter.value, then.m[meter.cell]) == (64, 71)
    assert then.m[s.LEVEL : s.LEVEL + 6] == tuple(issue.start for issue in look.view.issues)
    close(app)


def test_a_side_sees_no_more_of_a_vote_than_the_other(tmp_path: Path) -> None:
    shown = []
    for side in ("jp", "us"):
        app = at_stop(tmp_path / side, "vote", side=side)
        look, found = ballot(app, 12)
        columns = {text_of(each.line)[at : at + 40].lstrip("▸ ").strip() for each in vote(look, 80, found).rows for at in (0, 40)}
        shown.append(columns | {text_of(each.line) for each in count(look, 80, found).rows})
        close(app)
    assert shown[0] == shown[1] and len(shown[0]) > 15
