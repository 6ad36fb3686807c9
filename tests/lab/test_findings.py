"""What many games say: clear beyond a limit with the whole interval, unclear around it, silent below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

import pytest

from sim.analysis.space import points
from sim.domain import Scenario
from sim.lab import results as r
from sim.lab.findings import DEFAULTS, Finding, Limits, findings, first_of
from sim.lab.measures import measures_of
from sim.lab.sweep import all_pairs
from sim.loading import load
from sim.study.ratifiable import best_package
from tests.lab.games import made_up, nothing_yet, played

Rows = Iterable[Mapping[int, int]]


def scenario() -> Scenario:
    return load.scenario("spring-short")


@lru_cache(maxsize=1)
def used() -> dict[int, int]:
    """A game in which every event came and every lever was used."""
    cards = [measure.column for measure in measures_of(scenario()) if measure.group in ("event", "lever")]
    return dict.fromkeys(cards, 1)


def told(rows: Rows, code: str, limits: Limits = DEFAULTS) -> list[Finding]:
    return [each for each in findings(scenario(), made_up(scenario(), rows), limits) if each.code == code]


def ratified(count: int, of: int, **own: int) -> list[dict[int, int]]:
    """Games of which so many ratify, in round 2 unless told otherwise."""
    return [{r.R_RATIFIED: 1, r.R_FIRST: own.get("first", 2)} if game < count else {} for game in range(of)]


def test_without_games_nothing_is_said() -> None:
    assert findings(scenario(), nothing_yet(scenario())) == ()


# --- beyond a limit, around it, below it ---


@pytest.mark.parametrize(("deals", "clear"), [(0, True), (45, True), (53, False), (60, False), (68, False), (75, None), (100, None)])
def test_a_stalemate_is_clear_when_the_whole_interval_lies_beyond_the_limit(deals: int, clear: bool | None) -> None:
    found = told(ratified(deals, 100), "NW704")
    assert [each.clear for each in found] == ([] if clear is None else [clear])


def test_what_is_unclear_says_how_many_games_more() -> None:
    (found,) = told(ratified(53, 100), "NW704")
    assert found.share.count == 47 and found.limit == Decimal("0.40")
    assert found.more_games is not None and found.more_games > 0
    assert told(ratified(53 * 3, 300), "NW704")[0].clear


def test_a_share_at_its_limit_is_decided_by_no_number_of_games() -> None:
    (found,) = told(ratified(60, 100), "NW704")
    assert (found.clear, found.more_games) == (False, None)


def test_limits_are_settings() -> None:
    assert told(ratified(45, 100), "NW704", replace(DEFAULTS, stalemate=Decimal("0.70"))) == []


def test_a_deal_in_the_first_round() -> None:
    (found,) = told(ratified(60, 100, first=1), "NW705")
    assert found.clear and found.share.count == 60
    assert told(ratified(60, 100), "NW705") == []


def test_votes_that_fail_are_held_against_all_votes() -> None:
    (found,) = told([{r.R_VOTES: 4, r.R_RATIFIED: 1}] * 100, "NW707")
    assert found.clear and (found.share.count, found.share.of) == (300, 400)
    assert told([{}] * 100, "NW707") == []


def test_more_votes_are_asked_for_as_games() -> None:
    (found,) = told([{r.R_VOTES: 4, r.R_RATIFIED: 3}] * 24 + [{r.R_VOTES: 4, r.R_RATIFIED: 2}] * 16, "NW707")
    assert not found.clear and found.share.of == 160
    (as_votes,) = told([{r.R_VOTES: 1, r.R_RATIFIED: 1}] * 104 + [{r.R_VOTES: 1}] * 56, "NW707")
    assert as_votes.more_games is not None and found.more_games is not None
    assert -(-as_votes.more_games // 4) == found.more_games


# --- never and always ---


def test_never_may_be_said_after_enough_games() -> None:
    few, many = told([{}] * 400, "NW703"), told([{}] * 1000, "NW703")
    assert len(few) == len(many) == len(scenario().events)
    assert {(each.clear, each.more_games) for each in few} == {(False, 600)}
    assert {(each.clear, each.more_games) for each in many} == {(True, 0)}


def test_an_event_that_came_once_is_no_finding() -> None:
    name = scenario().events[0].id
    found = told([{r.R_EVENT: 3}] + [{}] * 999, "NW703")
    assert (name,) not in [each.names for each in found] and len(found) == len(scenario().events) - 1


def test_a_lever_used_always_or_never() -> None:
    always, never = scenario().levers[0].id, scenario().levers[1].id
    rest = {r.R_USES + each.index: 1 for each in scenario().levers[2:]}
    rows = [{r.R_USES: 2} | (rest if game % 2 else {}) for game in range(1000)]
    assert {(each.names, each.limit) for each in told(rows, "NW706")} == {((always,), Decimal(1)), ((never,), Decimal(0))}


def test_the_level_at_the_start_is_no_settlement() -> None:
    starts = {r.R_LEVEL + issue.index: issue.start for issue in scenario().issues}
    found = {each.names for each in told([starts] * 1000, "NW702")}
    every = {(issue.id, level.id) for issue in scenario().issues for level in issue.levels if level.index != issue.start}
    assert found == every


# --- who is ahead ---


def game_of(shares: tuple[float, float]) -> dict[int, int]:
    """A deal in which both sides reach these shares of their range, under the first postures."""
    postures = tuple(next(each.index for each in scenario().postures if each.party == party) for party in range(2))
    row = {r.R_RATIFIED: 1, r.R_FIRST: 2}
    for party, share in enumerate(shares):
        best = best_package(scenario(), postures, aim=party, groundwork=True)
        assert best.answer.outcome is not None
        space = best.question.space
        start, end = (points(space, each)[party] for each in (space.in_force, best.answer.outcome))
        row |= {r.R_POSTURE + party: postures[party], r.R_UTILITY + party: start + round((end - start) * share)}
    return row


def test_one_side_ahead_in_most_deals() -> None:
    rows = [game_of((0.3, 0.6))] * 95 + [game_of((0.6, 0.3))] * 5
    (found,) = told(rows, "NW701")
    assert found.clear and found.names == (scenario().parties[1].id,) and found.share.count == 95


def test_games_without_a_deal_do_not_count_as_ahead() -> None:
    rows = [game_of((0.3, 0.6)) | {r.R_RATIFIED: 0}] * 100
    assert told(rows, "NW701") == []


def test_level_sides_are_ahead_of_nobody() -> None:
    assert told([game_of((1.0, 1.0))] * 100, "NW701") == []
    assert first_of([1, 2, 2]) == -1 and first_of([1, 2, 3]) == 2  # type: ignore[list-item]


# --- styles ---


def test_a_style_that_is_ahead_on_either_side_beats_the_other() -> None:
    pairs = all_pairs(("random_legal", "caretaker"), 2)
    first_ahead, second_ahead = game_of((0.6, 0.3)), game_of((0.3, 0.6))
    rows = [second_ahead if pairs[game % 4][1] == "caretaker" else first_ahead for game in range(200)]
    (found,) = told(rows, "NW708")
    assert found.names == ("caretaker",) and found.clear and (found.share.count, found.share.of) == (100, 100)


def test_a_side_that_is_always_ahead_makes_no_style_the_better_one() -> None:
    assert [each for each in told([game_of((0.6, 0.3))] * 400, "NW708") if each.clear] == []


def test_styles_that_met_on_one_side_only_are_not_compared() -> None:
    found = findings(scenario(), made_up(scenario(), [game_of((0.6, 0.3))] * 100, (("random_legal", "caretaker"),)))
    assert "NW708" not in {each.code for each in found}


# --- all together ---


def test_the_worst_stands_first() -> None:
    rows = [used() | {r.R_VOTES: 1, r.R_RATIFIED: int(game < 300), r.R_FIRST: int(game < 300)} for game in range(1000)]
    found = findings(scenario(), made_up(scenario(), rows))
    assert [each.clear for each in found] == sorted((each.clear for each in found), reverse=True)
    codes = list(dict.fromkeys(each.code for each in found if each.clear))
    assert codes[:2] == ["NW704", "NW707"] or codes[:2] == ["NW707", "NW704"]
    assert [each.code for each in found if not each.clear] == ["NW705"]


def test_games_that_were_played_are_read() -> None:
    found = findings(scenario(), played(scenario(), 40))
    assert (found[0].code, found[0].clear) == ("NW704", True)
    assert all(each.more_games == 960 for each in found if each.code == "NW703")
