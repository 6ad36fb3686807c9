"""Votes, quotas and the cheapest groundwork; the numbers of the worked round are those of domain.md section 10."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.analysis.ratification import Groundwork, Placement, Ratification, ratification
from sim.analysis.space import Space
from sim.analysis.votes import Body, Group, follows_party, quota_holds, votes_on

BEFORE = (0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1)  # D1..F4 at the start
AFTER = (0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 1)  # D2=1 T1=1 T2=1 T4=1
RULES = Groundwork(step=3, group_max=12, side_max=18, price=lambda group, shift: 1 + (shift <= -12))

JP = Body(
    groups=(
        Group("coalition", 26, 58, (-1, -2, -1, 1, 4, -1, 1, 0, 0, 0, 0, 1)),
        Group("opposition", 22, 40, (-3, -4, -4, 0, 5, -3, 0, 0, 1, 0, 2, 3)),
        Group("business", 18, 52, (0, 0, 0, 2, 6, -2, 4, 1, 0, 3, 0, 0)),
        Group("public", 14, 44, (-2, -3, -2, 0, 4, -3, 0, 0, 1, 0, 1, 2)),
        Group("farm", 10, 48, (0, 0, 0, 0, 1, 0, 0, 0, 0, -2, 0, 0)),
        Group("bases", 10, 46, (-1, 1, -3, 2, 0, 0, 0, 0, 0, 0, 0, 1)),
    ),
    quota=lambda weight, yes: weight >= 51 and {"coalition", "opposition"} <= yes,
    yes_at=50,
)


def test_the_worked_round_needs_four_steps_on_the_opposition() -> None:
    found = ratification(JP, AFTER, BEFORE, RULES)
    assert [vote.shift for vote in found.votes] == [1, -2, 5, -2, 1, 1]
    assert [vote.value for vote in found.votes] == [59, 38, 57, 42, 49, 47]
    assert found.yes == {"coalition", "business"}
    assert not found.passes
    assert found.groundwork == Placement(steps=(0, 4, 0, 0, 0, 0), price=4)


def test_nothing_is_paid_where_the_quota_holds_anyway() -> None:
    easy = Body(JP.groups, lambda weight, yes: weight >= 44, yes_at=50)
    assert ratification(easy, AFTER, BEFORE, RULES).groundwork == Placement((0,) * 6, price=0)


def test_what_no_groundwork_can_win_has_none() -> None:
    unanimous = Body(JP.groups, lambda weight, yes: weight == 100, yes_at=50)
    assert ratification(unanimous, AFTER, BEFORE, RULES).groundwork is None  # 4 + 3 + 1 + 1 steps, a side has 6


def test_mood_and_bonus_count_in_the_vote() -> None:
    group = Group("public", 14, 44, (0,) * 12, mood=4, bonus=2)
    assert [vote.says_yes for vote in votes_on(Body((group,), JP.quota, 50), AFTER, BEFORE)] == [True]


@pytest.mark.parametrize("support", [49, 50, 90])
def test_a_group_that_refuses_says_no_and_cannot_be_won(support: int) -> None:
    stubborn = Group("executive", 100, support, judge=lambda outcome: (0, True))
    found = ratification(Body((stubborn,), lambda weight, yes: weight > 0, 50), AFTER, BEFORE, RULES)
    assert (found.passes, found.groundwork) == (False, None)


def test_a_group_without_a_price_cannot_be_moved() -> None:
    fixed = Groundwork(step=3, group_max=12, side_max=18, price=lambda group, shift: None)
    assert ratification(JP, AFTER, BEFORE, fixed).groundwork is None


def test_a_dear_group_is_left_for_a_cheaper_one() -> None:
    groups = (Group("torn", 50, 61, (-12,)), Group("near", 50, 45, (0,)))
    body = Body(groups, lambda weight, yes: weight >= 50, yes_at=50)
    assert ratification(body, (1,), (0,), RULES).groundwork == Placement((1, 0), price=2)
    cheaper = Groundwork(step=4, group_max=12, side_max=18, price=lambda group, shift: 1 + 2 * (shift <= -12))
    assert ratification(body, (1,), (0,), cheaper).groundwork == Placement((0, 2), price=2)


@pytest.mark.parametrize(("level", "shift", "refuses"), [(0, 0, False), (1, -3, False), (2, -3, True), (3, 2, False), (4, 20, False)])
def test_an_executive_follows_its_partys_utility(level: int, shift: int, refuses: bool) -> None:
    space = Space(("x",), ("a",), (((5000, 4700, 4699, 5150, 9999),),), ((0, 1, 2, 3, 4),), (0,))
    assert follows_party(space, 0, limit=20, refused_below=-300)((level,)) == (shift, refuses)


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    """Up to four groups close to their yes, with a quota of weights and one group, or an odd one."""
    supports = draw(st.lists(st.integers(36, 54), min_size=1, max_size=4))
    groups = tuple(
        Group(f"g{number}", draw(st.integers(1, 40)), support, (draw(st.integers(-14, 3)),)) for number, support in enumerate(supports)
    )
    least, needed = draw(st.integers(0, 100)), draw(st.sampled_from(groups)).id
    plain = Body(groups, lambda weight, yes: weight >= least and needed in yes, yes_at=50)
    odd = Body(groups, lambda weight, yes: (weight + least) % 3 == 0, yes_at=50)
    return draw(st.sampled_from([plain, odd]))


def cheapest_by_listing(body: Body, found: Ratification, rules: Groundwork) -> int | None:
    """The lowest price of any placement that makes the quota hold, trying every number of steps for every group."""
    most, prices = rules.group_max // rules.step, []
    for steps in product(range(most + 1), repeat=len(body.groups)):
        placed = list(zip(found.votes, steps, strict=True))
        yes = frozenset(vote.group.id for vote, count in placed if vote.value + count * rules.step >= body.yes_at)
        if sum(steps) * rules.step <= rules.side_max and quota_holds(body, yes):
            prices.append(sum(count * (rules.price(vote.group, vote.shift) or 0) for vote, count in placed))
    return min(prices, default=None)


@given(bodies(), st.sampled_from([2, 3, 4]))
def test_no_placement_is_cheaper(body: Body, step: int) -> None:
    rules = Groundwork(step, group_max=12, side_max=18, price=RULES.price)
    found = ratification(body, (1,), (0,), rules)
    assert (found.groundwork and found.groundwork.price) == cheapest_by_listing(body, found, rules)


@given(bodies())
def test_a_placement_makes_the_quota_hold(body: Body) -> None:
    found = ratification(body, (1,), (0,), RULES)
    steps = found.groundwork.steps if found.groundwork else ()
    won = [vote.group.id for vote, count in zip(found.votes, steps, strict=False) if vote.value + 3 * count >= 50]
    assert found.groundwork is None or quota_holds(body, frozenset(won))
