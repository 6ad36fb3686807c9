"""Initiatives, demand cards, requests and answers in numbers, as the brief of the game gives them."""

from __future__ import annotations

import pytest

from tests.rulebook.harness import Table, table

pytestmark = pytest.mark.data

WORKS = [
    # id, what its prerequisite takes, cost us / jp, gain us / jp, rounds, effects
    ("in01", {"T4": 1}, (1, 1), (3, 2), 2, {"m_resource": 3}),
    ("in02", {"T4": 2}, (0, 2), (4, 4), 1, {"m_resource": 6, "m_us_support": 1}),
    ("in03", {"T4": 2, "post_partners": 4}, (1, 2), (2, 5), 3, {"m_resource": 4, "m_regional": 3, "m_goods": 3}),
    ("in04", {"F1": 2}, (2, 1), (4, 4), 2, {"m_resource": 4, "m_industry": 2}),
    ("in05", {"in04": 3}, (2, 2), (4, 4), 3, {"m_resource": 4, "m_industry": 4}),
    ("in06", {"D4": 2}, (2, 1), (4, 4), 1, {"m_deterrence": 4, "m_industry": 3}),
    ("in07", {"D4": 3, "T2": 2}, (2, 2), (6, 4), 3, {"m_industry": 7, "m_us_support": 2}),
    ("in08", {"D4": 3}, (2, 2), (4, 5), 2, {"m_deterrence": 5, "m_industry": 4}),
    ("in09", {"D4": 1}, (1, 1), (3, 3), 1, {"m_deterrence": 2, "m_cohesion": 2}),
    ("in10", {}, (1, 1), (3, 3), 1, {"m_industry": 2, "m_order": 1}),
    ("in11", {"T2": 1}, (2, 2), (5, 4), 2, {"m_industry": 4, "m_fdi": 4}),
    ("in12", {"in11": 3}, (2, 2), (5, 5), 2, {"m_resource": 5, "m_industry": 4}),
    ("in13", {"F2": 2}, (2, 1), (4, 5), 2, {"m_industry": 4, "m_fdi": 2}),
    ("in14", {"F1": 2}, (1, 2), (2, 5), 2, {"m_goods": 6, "m_regional": 4}),
    ("in15", {"F3": 1}, (1, 2), (1, 5), 2, {"m_goods": 7, "m_regional": 4}),
    ("in16", {"D4": 1}, (1, 1), (3, 4), 1, {"m_order": 3, "m_regional": 3, "m_deterrence": 1}),
]


def at_work(id_: str, needs: dict[str, int]) -> Table:
    """Talks of round 1 with an initiative face up and its prerequisite met."""
    game = table(turned_up={1: id_} if id_ not in ("in01", "in04", "in06", "in10") else {})
    return game.to("opening").put_loosely(needs)


@pytest.mark.parametrize(("id_", "needs", "cost", "gain", "rounds", "effects"), WORKS)
def test_an_initiative(
    id_: str, needs: dict[str, int], cost: tuple[int, int], gain: tuple[int, int], rounds: int, effects: dict[str, int]
) -> None:
    game = at_work(id_, needs).play(f"jp initiative {id_}")
    paid = game.effect_of(f"us agree {id_}")
    assert (-paid.get("us.capital", 0), -paid.get("jp.capital", 0)) == cost
    assert game.to("draw", 1 + rounds).initiatives("agreed") == [id_]
    game.to("draw", 2 + rounds)
    assert game.by(id_) == effects
    assert tuple(game.s[game.gain_cell(id_) : game.gain_cell(id_) + 2]) == gain


@pytest.mark.parametrize(
    ("id_", "short"),
    [
        ("in01", {"T4": 0}),
        ("in02", {"T4": 1}),
        ("in03", {"T4": 1, "post_partners": 4}),
        ("in03", {"T4": 2, "post_partners": 3}),
        ("in04", {"F1": 1}),
        ("in05", {"in04": 2}),
        ("in06", {"D4": 1}),
        ("in07", {"D4": 2, "T2": 2}),
        ("in07", {"D4": 3, "T2": 1}),
        ("in08", {"D4": 2}),
        ("in09", {"D4": 0}),
        ("in11", {"T2": 0}),
        ("in12", {"in11": 2}),
        ("in13", {"F2": 1}),
        ("in14", {"F1": 1}),
        ("in15", {"F1": 2, "F3": 0}),
        ("in16", {"F1": 1, "D4": 0}),
        ("in16", {"F1": 0, "D4": 1}),
    ],
)
def test_what_an_initiative_cannot_do_without(id_: str, short: dict[str, int]) -> None:
    assert at_work(id_, short).says(f"jp initiative {id_}") == "needs-not-met"


def test_a_balanced_quad_carries_the_health_pool_too() -> None:
    assert at_work("in15", {"F1": 3}).says("jp initiative in15") == "allowed"


FAMILIES = {
    "energy": "in01 in02 in03",
    "minerals": "in04 in05",
    "yards": "in06 in07",
    "defense_industry": "in08 in09",
    "technology": "in10 in11 in12 in13",
    "public_goods": "in14 in15 in16",
}


@pytest.mark.parametrize("family", list(FAMILIES))
def test_families(family: str) -> None:
    scenario = table().scenario
    index = next(entry.index for entry in scenario.families if entry.id == family)
    assert [card.id for card in scenario.initiatives if card.family == index] == FAMILIES[family].split()


DEMANDS = [
    # id, demand, due in, what follows when it is missed
    ("dm01", "D1=3", 3, {"m_cohesion": -2}),
    ("dm02", "D1=4", 3, {"m_cohesion": -3, "m_leader_trust": -2}),
    ("dm03", "D2=2", 3, {"m_cohesion": -2, "us_base": -1}),
    ("dm04", "D2=3", 4, {"m_cohesion": -3}),
    ("dm05", "D3=2", 3, {"m_cohesion": -2, "m_leader_trust": -2}),
    ("dm06", "D4=2", 3, {"us_industry": -2}),
    ("dm07", "T2=1", 2, {"m_leader_trust": -2}),
    ("dm08", "T2=3", 3, {"m_tariff": 5}),
    ("dm09", "T2=4", 3, {"m_tariff": 6}),
    ("dm10", "T3=-1", 4, {"m_fdi": -2}),
    ("dm11", "T4=1", 2, {"m_leader_trust": -2}),
    ("dm12", "T4=3", 4, {"m_tariff": 4}),
    ("dm13", "F1=-1", 3, {"m_momentum": -2}),
    ("dm14", "T2=2", 3, {"m_tariff": 4}),
]


@pytest.mark.parametrize(("card", "demand", "rounds", "penalty"), DEMANDS)
def test_a_demand_card(card: str, demand: str, rounds: int, penalty: dict[str, int]) -> None:
    game = table(hand={1: (card,) * 3}, start={"m_fdi": 19, "T3": 2, "F1": 3, "m_tariff": 30}).play(f"us demand {card}")
    assert game.demands[card] == (demand, 1 + rounds)
    assert game.to("draw", 1 + rounds).by(card) == {}
    assert game.to("draw", 2 + rounds).by(card) == penalty


def test_every_card_of_the_deck_is_here() -> None:
    assert [card for card, *_ in DEMANDS] == [card.id for card in table().scenario.demands]


@pytest.mark.parametrize(("card", "round_", "free"), [("dm01", 5, "us_l06"), ("dm07", 4, "us_l01")])
def test_a_missed_demand_may_make_a_lever_free(card: str, round_: int, free: str) -> None:
    game = table(hand={1: (card,) * 3}).play(f"us demand {card}").to("lever", round_)
    assert "us.capital" not in game.effect_of(f"us lever {free}")


@pytest.mark.parametrize(
    ("card", "due", "halved"),
    [
        ("dm01", 4, {"m_cohesion": -1}),
        ("dm02", 4, {"m_cohesion": -2, "m_leader_trust": -1}),
        ("dm03", 4, {"m_cohesion": -1, "us_base": -1}),
        ("dm04", 5, {"m_cohesion": -2}),
        ("dm05", 4, {"m_cohesion": -2, "m_leader_trust": -2}),
        ("dm07", 3, {"m_leader_trust": -2}),
    ],
)
def test_strong_deterrence_halves_what_missed_demands_for_d1_and_d2_cost(card: str, due: int, halved: dict[str, int]) -> None:
    game = table(hand={1: (card,) * 3}).play(f"us demand {card}").to("offers", due).put({"m_deterrence": 75})
    assert game.to("draw", due + 1).by(card) == halved
    game = table(hand={1: (card,) * 3}).play(f"us demand {card}").to("offers", due).put({"m_deterrence": 74})
    assert game.to("draw", due + 1).by(card) == next(penalty for id_, _, _, penalty in DEMANDS if id_ == card)


def test_the_deck_holds_fourteen_cards() -> None:
    assert len(table().scenario.demands) == 14


def test_requests_of_japan() -> None:
    scenario = table().scenario
    deck = {scenario.issues[card.issue].id: card.asks for card in scenario.requests}
    assert deck == {"F1": 3, "F2": 2, "F3": 2, "F4": 3, "T1": 2, "T3": 3}
