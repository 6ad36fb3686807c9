"""A space refuses to exist broken, and adds up points."""

from dataclasses import replace
from typing import Any

import pytest

from sim.analysis.space import FrontierPoint, Space, joint_worth, part, points, status_quo, up_to, worth_of

TWO = Space(
    issues=("x", "y"),
    parties=("a", "b"),
    worth=(worth_of([60, 40], [[0, 50, 100], [0, 100]]), worth_of([30, 70], [[100, 50, 0], [80, 0]])),
    allowed=((0, 1, 2), (0, 1)),
    in_force=(0, 0),
)


def test_points_are_weights_times_payoffs_in_hundredths() -> None:
    assert status_quo(TWO) == (0, 3000 + 5600)
    assert points(TWO, (1, 1)) == (3000 + 4000, 1500)
    assert FrontierPoint((1, 1), points(TWO, (1, 1))).joint == 8500


def test_joint_worth_adds_the_parties_up() -> None:
    assert joint_worth(TWO) == ((3000, 4500, 6000), (5600, 4000))


def test_a_part_is_a_space_of_its_own() -> None:
    assert points(part(TWO, [1]), (1,)) == (4000, 0)
    assert (TWO.size, part(TWO, [1]).size) == (6, 2)


def test_allowed_is_up_to_the_cap_plus_the_level_in_force() -> None:
    assert (up_to(2, in_force=1), up_to(1, in_force=3)) == ((0, 1, 2), (0, 1, 3))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"parties": ("a",)}, "needs 1 tables of worth, got 2"),
        ({"in_force": (0,)}, "needs 2 levels in force, got 1"),
        ({"allowed": ((0, 1, 2),)}, "needs 2 lists of allowed levels, got 1"),
        ({"allowed": ((0, 1, 3), (0, 1))}, "x: levels"),
        ({"allowed": ((2, 1, 0), (0, 1))}, "x: allowed levels"),
        ({"in_force": (0, 1), "allowed": ((0,), (0,))}, "y: allowed levels"),
        ({"worth": (TWO.worth[0], ((0, 0), (0, 0)))}, "x: levels"),
    ],
)
def test_a_space_says_what_is_wrong_with_it(broken: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        replace(TWO, **broken)
