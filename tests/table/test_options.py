"""Options: what is sampled is accepted, what is near is judged as the rules judge it, and only the mask is asked."""

from __future__ import annotations

from random import Random

import pytest

from sim.kernel import codes
from sim.kernel.layout import PUBLIC_END, SCRATCH
from sim.table.game import Game
from sim.table.judging import may
from sim.table.masks import Masks
from sim.table.options import options_for
from sim.table.refusals import REFUSALS as REASON
from tests.table.tables import FULL, SHORT, TABLES, any_action, at_home, new_game, steps, walk


def half_way(game: Game) -> bool:
    """Everything that can happen has its turn in three rounds."""
    return game.round == 4


@pytest.mark.parametrize(("name", "counts"), TABLES)
def test_what_is_sampled_is_accepted(name: str, counts: dict[str, int]) -> None:
    game, choose = new_game(name, 9, counts), Random(9)
    for _ in steps(game, 9, half_way):
        for seat in game.seating.seats:
            options = game.options(seat.id)
            for key in (choose.randrange(2**32), 0):
                action = options.sample(key)
                assert action is None or (options.contains(action) and game.why_not(action) is None)
            first = options.first()
            assert (first is None) == (not options)
            assert first is None or game.why_not(first) is None


@pytest.mark.parametrize(("name", "counts"), TABLES)
def test_near_misses_are_judged_as_the_rules_judge_them(name: str, counts: dict[str, int]) -> None:
    game, choose = new_game(name, 10, counts), Random(10)
    for _ in steps(game, 10, half_way):
        for seat in game.seating.seats:
            options = game.options(seat.id)
            for _ in range(6):
                action = any_action(choose, game, seat.id)
                assert options.contains(action) == (game.why_not(action) is None), action


@pytest.mark.parametrize(("name", "counts"), TABLES)
def test_a_listed_act_is_open_or_says_why_it_is_not(name: str, counts: dict[str, int]) -> None:
    game = new_game(name, 11, counts)
    for _ in steps(game, 11, half_way):
        for seat in game.seating.seats:
            for option in game.options(seat.id).listed:
                broken = game.why_not(option.action)
                assert (option.code, option.facts) == (("", {}) if broken is None else (broken.code, broken.facts))


def test_a_seat_that_must_act_may_act() -> None:
    game = new_game(FULL, 12, {"us": 4, "jp": 4})
    for _ in steps(game, 12):
        assert all(game.options(seat) for seat in game.to_move())


def test_options_come_from_the_mask_alone() -> None:
    game, choose = new_game(FULL, 13, {"us": 2, "jp": 2}), Random(13)
    for _ in steps(game, 13, half_way):
        for seat in game.seating.seats:
            blind = blinded(game, seat.index, choose)
            mask = Masks(game.tables_of(seat.id)).of(blind, seat.index)
            assert mask == game.mask_for(seat.id)
            found = options_for(game.scenario, game.seating, game.tables_of(seat.id), mask, seat.index)
            assert found == game.options(seat.id)


def test_refusals_are_blind_to_what_is_hidden() -> None:
    game, choose = new_game(FULL, 14, {"us": 2, "jp": 2}), Random(14)
    for _ in steps(game, 14):
        for seat in game.seating.seats:
            blind = blinded(game, seat.index, choose)
            for _ in range(4):
                action = any_action(choose, game, seat.id)
                broken = game.why_not(action)
                code = may(game.tables_of(seat.id), blind, seat.index, action)
                assert (code == codes.ALLOWED) == (broken is None)


def blinded(game: Game, viewer: int, choose: Random) -> list[int]:
    """The state with every cell hidden from a viewer overwritten at random."""
    state = list(game._s)
    known = set(game._masks.known_cells(viewer))
    for cell in range(PUBLIC_END, SCRATCH):
        if cell not in known:
            state[cell] = choose.randrange(4)
    return state


def test_packages_are_a_space_with_levels_and_a_size() -> None:
    game = walk(new_game(SHORT, 1), 1, lambda game: any(game.options(seat).offer for seat in game.to_move()))
    seat = game.to_move()[0]
    offer = game.options(seat).offer
    assert offer is not None
    assert offer.size == 10
    assert all(now in levels for now, levels in zip(offer.in_force, offer.levels, strict=True))
    assert not offer.contains([None] * 6)
    assert REASON[offer.code([None] * 6)] == "empty-package"
    assert REASON[offer.code([99, None, None, None, None, None])] == "no-such-level"
    top = [levels[-1] for levels in offer.levels]
    steps_of_top = sum(abs(level - now) for level, now in zip(top, offer.in_force, strict=True))
    assert offer.contains(top) == (steps_of_top <= offer.size)


def test_groundwork_is_a_space_with_steps_and_a_budget() -> None:
    game = at_home()
    for seat in ("us", "jp"):
        space = game.options(seat).groundwork
        assert space is not None
        for group in space.groups:
            assert all(space.contains(group.group, steps) for steps in range(group.most + 1))
            assert not space.contains(group.group, group.most + 1)


def test_courses_are_a_space_with_points() -> None:
    game = walk(new_game(FULL, 1), 1, lambda game: game.step == "response")
    space = game.options("jp").courses
    assert space is not None
    assert game.options("us").courses is None
    assert space.contains({space.courses[0]: 1})
    assert not space.contains(dict.fromkeys(space.courses, space.left + 1))


def test_the_same_key_samples_the_same_act() -> None:
    game = walk(new_game(FULL, 2), 2, lambda game: game.round == 2 and game.step == "talks")
    seat = game.to_move()[0]
    assert [game.options(seat).sample(key) for key in range(20)] == [game.options(seat).sample(key) for key in range(20)]
    assert len({game.options(seat).sample(key) for key in range(50)}) > 5
