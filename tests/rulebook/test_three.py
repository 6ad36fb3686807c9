"""Three sides: whom an offer binds, how the word passes, whose consent is needed, who votes."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.kernel.layout import UNSET
from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import (
    RULE_4_1,
    RULE_4_3,
    RULE_4_9,
    RULE_4_10,
    RULE_4_12,
    RULE_4_14,
    RULE_4_18,
    RULE_5_1,
    RULE_5_7,
    RULE_5_8,
    RULE_7_5,
)

THREE = str(Path(__file__).parents[1] / "packs" / "three.yaml")


def three(place: str = "offers") -> Table:
    """Three towns in round 1, at a place; Amber opens."""
    return table(THREE, posture="").to(place)


@RULE_4_1
def test_in_the_opening_each_side_has_its_turn() -> None:
    game = three("opening")
    assert game.waits_for == ("ax",)
    assert game.play("ax done").waits_for == ("bx",)
    assert game.play("bx done").waits_for == ("cx",)
    assert game.play("cx done").is_at("offers", 1)


@RULE_4_3
def test_the_word_passes_in_the_order_of_the_list() -> None:
    game = three().play("ax offer Q1=1")
    assert game.waits_for == ("bx",)
    assert game.play("bx hold").waits_for == ("cx",)
    assert game.play("cx offer Q1=2").waits_for == ("ax",)


@RULE_4_3
@pytest.mark.parametrize(
    ("line", "code"),
    [("ax offer Q1=1 with ax,bx", "allowed"), ("ax offer Q1=1 with bx", "allowed"), ("ax offer Q1=1 with ax", "not-bound")],
)
def test_an_offer_may_bind_some(line: str, code: str) -> None:
    assert three().says(line) == code


@RULE_4_9
def test_a_side_that_is_not_bound_does_not_accept() -> None:
    game = three().play("ax offer Q2=1 with ax,bx", "bx hold")
    assert game.says("cx accept") == "not-bound"
    assert game.play("cx hold").says("ax accept") == "own-offer"


@RULE_4_9
def test_the_accord_needs_every_bound_side() -> None:
    game = three().play("ax offer Q2=1", "bx accept")
    assert game.waits_for == ("cx",)
    assert game.play("cx accept").is_at("closing", 1)


@RULE_4_9
def test_an_offer_to_one_is_an_accord_with_its_word() -> None:
    assert three().play("ax offer Q2=1 with bx", "bx accept").is_at("closing", 1)


@RULE_4_10
def test_three_holds_in_a_row_end_the_offers() -> None:
    game = three().play("ax hold", "bx hold")
    assert game.is_at("offers", 1)
    assert game.play("cx hold").is_at("closing", 1)


@RULE_4_10
def test_after_the_last_offer_every_side_answers() -> None:
    game = three().play("ax offer Q1=1", "bx offer Q2=1", "cx offer Z1=1", "ax offer Q1=2", "bx offer Q2=2", "cx offer Z1=2")
    assert game.play("ax hold").waits_for == ("bx",)
    assert game.play("bx hold").is_at("closing", 1)


@RULE_5_1
def test_only_the_bound_sides_go_home_with_it() -> None:
    game = three().play("ax offer Q2=1 with bx", "bx accept").to("home")
    assert game.waits_for == ("ax", "bx")


@RULE_5_7
def test_only_the_bound_bodies_vote() -> None:
    game = three().play("ax offer Q2=1 with bx", "bx accept").to("home").play("ax submit", "bx submit")
    assert game.votes_held == 1
    assert [group.id for group in game.scenario.groups if game.votes(1, [group.id])[0][1] != UNSET] == ["ax_folk", "bx_folk"]


@RULE_5_8
def test_what_two_agree_is_in_force_for_all() -> None:
    game = three().play("ax offer Q2=1 with bx", "bx accept").to("home").put({"ax_folk": 90, "bx_folk": 90}).play("ax submit", "bx submit")
    assert game["Q2"] == 1


@RULE_4_14
@RULE_4_18
def test_joint_work_needs_the_word_of_all() -> None:
    game = three("opening").play("ax initiative z_mill")
    assert game.effect_of("bx agree z_mill") == {}
    assert game.says("bx agree z_mill") == "own-proposal"
    assert game.effect_of("cx agree z_mill") == {"ax.capital": -1, "bx.capital": -1, "cx.capital": -1}


@RULE_4_18
def test_each_must_be_able_to_pay() -> None:
    game = three("opening").play("ax initiative z_mill").put({"cx.capital": 0})
    assert game.says("bx agree z_mill") == "other-cannot-pay"


@RULE_4_12
def test_a_move_serves_the_others_together() -> None:
    game = three("closing")
    assert game.says("ax decide Q1=1") == "allowed"
    assert game.says("ax decide Q2=1") == "not-yours-to-move"


@RULE_7_5
def test_it_is_played_to_its_end() -> None:
    assert three().to("end").ending == "Z_walls"
