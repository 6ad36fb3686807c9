"""The two optional issues, when a scenario brings them in: levels, weights, groups, as the brief of the game gives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.kernel import resolve
from tests.rulebook.harness import Table, table

pytestmark = pytest.mark.data

OPTIONAL = str(Path(__file__).parent / "scenarios" / "optional.yaml")


def optional(**words: object) -> Table:
    """A game with both optional issues."""
    return table(OPTIONAL, **words)  # type: ignore[arg-type]


def test_they_stand_on_the_trade_track_behind_energy() -> None:
    scenario = optional().scenario
    assert [issue.id for issue in scenario.issues if issue.track == 1] == ["T1", "T2", "T3", "T4", "T5", "C1"]


@pytest.mark.parametrize(
    ("issue", "payoffs"),
    [("T5", ("0 50 75 90 100", "90 100 65 25 0")), ("C1", ("0 25 55 85 100", "0 30 65 100 75"))],
)
def test_payoffs(issue: str, payoffs: tuple[str, str]) -> None:
    entry = next(entry for entry in optional().scenario.issues if entry.id == issue)
    assert tuple(" ".join(map(str, row)) for row in entry.payoff) == payoffs


@pytest.mark.parametrize(
    ("posture", "weights"),
    [
        ("dealmaker", "4 8 3 5 13 20 8 15 6 6 3 4 3 2"),
        ("burden_sharer", "21 17 15 10 7 7 3 4 2 3 4 3 2 2"),
        ("industrialist", "5 3 3 15 18 14 11 9 3 7 3 5 2 2"),
        ("restrainer", "17 11 18 6 7 8 2 7 2 3 4 3 7 5"),
        ("japan", "6 4 5 4 20 5 7 4 7 5 8 9 6 10"),
    ],
)
def test_the_other_weights_make_room(posture: str, weights: str) -> None:
    entry = next(entry for entry in optional().scenario.postures if entry.id == posture)
    assert " ".join(map(str, entry.weights)) == weights
    assert sum(entry.weights) == 100


@pytest.mark.parametrize(
    ("issue", "level", "effects"),
    [
        ("T5", 1, {"m_us_support": 1}),
        ("T5", 2, {"m_us_support": 2, "m_cabinet": -1}),
        ("T5", 3, {"m_us_support": 3, "m_cabinet": -4, "m_diet": -3}),
        ("T5", 4, {"m_us_support": 3, "m_cabinet": -7, "m_diet": -6}),
        ("C1", 1, {"m_resource": 1}),
        ("C1", 2, {"m_resource": 4, "m_industry": 2}),
        ("C1", 3, {"m_resource": 8, "m_industry": 4, "m_regional": 1}),
        ("C1", 4, {"m_resource": 10, "m_industry": 5, "m_protection": 1}),
    ],
)
def test_what_a_level_does_to_the_meters(issue: str, level: int, effects: dict[str, int]) -> None:
    game = optional()
    before = game.numbers()
    resolve.enter_level(game.t, game.s, game.log, game.names.index(issue), level)
    assert game.since(before) == effects | {issue: level}


@pytest.mark.parametrize(
    ("group", "issue", "points"), [("jp_farm", "T5", -6), ("us_importers", "T5", 4), ("jp_business", "C1", 2), ("us_industry", "C1", 2)]
)
def test_who_at_home_minds(group: str, issue: str, points: int) -> None:
    assert optional().shift(group, f"{issue}=1") == points


@pytest.mark.parametrize("group", ["us_congress", "us_base", "us_security", "jp_coalition", "jp_opposition", "jp_public", "jp_bases"])
def test_who_does_not(group: str) -> None:
    assert (optional().shift(group, "T5=1"), optional().shift(group, "C1=1")) == (0, 0)


def test_whose_they_are_to_give() -> None:
    game = optional(round_=2).to("closing")
    assert game.says("us decide C1=1") == "allowed"
    assert game.says("us decide T5=1") == "not-yours-to-move"
    game.play("us done")
    assert (game.says("jp decide C1=1"), game.says("jp decide T5=1")) == ("allowed", "allowed")


@pytest.mark.parametrize(("level", "code"), [(2, "allowed"), (3, "needs-vote"), (4, "needs-vote")])
def test_a_new_rice_quota_needs_a_vote(level: int, code: str) -> None:
    game = optional(round_=2, start={"T5": level - 1}).to("closing").play("us done")
    assert game.says(f"jp decide T5={level}") == code


def test_neither_has_a_lock() -> None:
    game = optional(start={"m_protection": 99, "m_tariff": 89, "m_diet": 1})
    assert (game.cap("T5"), game.cap("C1")) == (4, 4)


def test_the_demand_for_rice_asks_for_rice() -> None:
    game = optional(hand={1: ("dm14",) * 3}).play("us demand dm14")
    assert game.demands["dm14"] == ("T5=2", 4)


@pytest.mark.parametrize(("f1", "c1", "code"), [(1, 2, "allowed"), (1, 1, "needs-not-met"), (2, 0, "allowed")])
def test_minerals_may_be_agreed_under_either_issue(f1: int, c1: int, code: str) -> None:
    assert optional(start={"F1": f1, "C1": c1}).to("opening").says("jp initiative in04") == code


def test_the_campaign_minds_rice_too() -> None:
    game = optional(news={1: "ev32"})
    assert (game.bonus("jp_coalition", "T5=1"), game.bonus("jp_coalition", "C1=1")) == (-2, 0)


@pytest.mark.parametrize(("t5", "points"), [(3, 6), (2, 0)])
def test_the_trade_representative_counts_rice(t5: int, points: int) -> None:
    game = optional(seats={"us": 4}, draws=[(0, "agenda", 1, 0)]).put({"T1": 3, "T5": t5, "m_us_support": 50})
    assert game.score().agenda_points(1) == points
