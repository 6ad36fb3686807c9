"""What every lever does, as the brief of the game gives it; nothing here is read from the rule files."""

from __future__ import annotations

import pytest

from tests.rulebook.harness import Table, table

pytestmark = pytest.mark.data

FULL = {f"us_l{number}.credibility": 100 for number in ("01", "02", "03", "04", "05", "06", "07", "11")} | {
    f"jp_l{number}.credibility": 100 for number in ("01", "08", "09", "10")
}


def step(party: str, **start: int) -> Table:
    """The own step of a side in round 1, a demand for T2 on the table; every lever is believed, nothing is softened."""
    game = table(hand={1: ("dm08",) * 3}, start={"jp.capital": 12, "us.capital": 12, "m_fdi": 18} | FULL | start).play("us demand dm08")
    return game.to("lever" if party == "us" else "response")


EFFECTS = [
    ("us lever us_l01", {"m_tariff": 10, "m_momentum": -5, "m_cabinet": -2, "m_us_support": 1, "us_importers": -3}),
    ("us lever us_l02 dm08", {"m_leader_trust": -1}),
    ("us lever us_l03 jp_farm", {"m_momentum": -2, "m_unpredict": 2, "jp_farm": -2}),
    ("us lever us_l04", {"m_cohesion": -2, "us_base": 1}),
    ("us lever us_l05", {"m_deterrence": -3, "m_cohesion": -3, "us_security": -2}),
    ("us lever us_l06", {"m_cabinet": -1, "us_security": 1}),
    ("us lever us_l07", {"m_protection": 2}),
    ("us lever us_l08", {"m_tariff": -8, "m_momentum": 3, "us_industry": -2}),
    ("us lever us_l09", {"m_leader_trust": 2, "m_fdi": 1, "us_industry": -1}),
    (
        "us lever us_l10",
        {"m_momentum": 12, "m_cohesion": 3, "m_leader_trust": 4, "m_unpredict": -6, "m_cabinet": 2, "m_us_support": 1},
    ),
    ("us lever us_l11", {"us_base": -1}),
    ("us lever us_l12", {}),
    ("jp lever jp_l01 T1", {}),
    ("jp lever jp_l02", {"us_congress": 3, "us_importers": 2, "m_fdi": 2}),
    ("jp lever jp_l03", {"us_security": 3, "jp_opposition": -1}),
    ("jp lever jp_l04", {"m_regional": 4, "post_partners": 1}),
    ("jp lever jp_l05", {"m_order": 4, "post_norms": 1, "jp_opposition": 1, "us_base": -1}),
    ("jp lever jp_l06", {"m_resource": 2}),
    ("jp lever jp_l07", {"m_industry": 3, "us_industry": 3, "jp_business": 1}),
    ("jp lever jp_l08", {"m_order": 3, "m_leader_trust": -3, "jp_public": 2}),
    ("jp lever jp_l09", {"us_importers": -3, "m_leader_trust": -6, "m_tariff": -4, "m_unpredict": 3}),
    ("jp lever jp_l10", {"m_leader_trust": -2, "m_cabinet": 2}),
    ("jp lever jp_l11", {"m_cohesion": -3, "m_momentum": -3, "m_cabinet": 2}),
    ("jp lever jp_l12", {"m_leader_trust": 3, "post_close": 1}),
    ("jp summit", {"m_momentum": 12, "m_cohesion": 3, "m_leader_trust": 4, "m_unpredict": -6, "m_cabinet": 2}),
]


@pytest.mark.parametrize(("line", "effect"), EFFECTS)
def test_what_a_lever_does_at_once(line: str, effect: dict[str, int]) -> None:
    game = step(line[:2])
    assert game.moved_by(line) == effect


def test_every_lever_is_here() -> None:
    played = [line.replace("jp summit", "jp lever jp_summit").split()[2] for line, _ in EFFECTS]
    assert played == [lever.id for lever in table().scenario.levers]


CREDIBILITY = {
    "us": [85, 60, 40, 65, 50, 70, 80, -1, -1, -1, 60, -1],
    "jp": [50, -1, -1, -1, -1, -1, -1, 35, 45, 70, -1, -1, -1],
}


@pytest.mark.parametrize("party", ["us", "jp"])
def test_credibility_at_the_start(party: str) -> None:
    game = table()
    index = game.names.index(party)
    levers = [lever.id for lever in game.scenario.levers if lever.party == index]
    assert [game[f"{lever}.credibility"] for lever in levers] == CREDIBILITY[party]


@pytest.mark.parametrize(("lever", "demand"), [("us_l04", "D2=1"), ("us_l05", "D3=1"), ("us_l06", "D1=1"), ("us_l12", "T4=1")])
def test_what_a_lever_asks(lever: str, demand: str) -> None:
    assert step("us").play(f"us lever {lever}").demands["pd1"] == (demand, 4)


@pytest.mark.parametrize(("lever", "issue"), [("us_l04", "D2"), ("us_l05", "D3"), ("us_l06", "D1"), ("us_l12", "T4")])
def test_a_lever_asks_for_one_level_more_than_in_force(lever: str, issue: str) -> None:
    assert step("us", **{issue: 1}).play(f"us lever {lever}").demands["pd1"] == (f"{issue}=2", 4)


@pytest.mark.parametrize("lever", ["us_l01", "us_l07", "jp_l08"])
def test_measures(lever: str) -> None:
    game = step(lever[:2]).put({f"{lever}.credibility": 50})
    assert game.effect_of(f"{lever[:2]} lever {lever}")[f"{lever}.credibility"] == 5


@pytest.mark.parametrize("line", ["jp lever jp_l02", "jp lever jp_l12"])
def test_a_lever_that_brings_a_clue(line: str) -> None:
    game = step("jp")
    before = len(game.clues("jp"))
    assert len(game.play(line).clues("jp")) == before + 1


def test_the_showcase_tells_of_investment_or_steel_only() -> None:
    told = {step("jp", m_order=number).reseeded(number).play("jp lever jp_l02").clues("jp")[-1][0] for number in range(30)}
    assert told == {"T2", "T3"}


def test_personal_diplomacy_tells_of_any_issue() -> None:
    told = {step("jp").reseeded(number).play("jp lever jp_l12").clues("jp")[-1][0] for number in range(120)}
    assert told == {issue.id for issue in table().scenario.issues}


def test_the_energy_offer_counts_for_the_white_house_in_any_vote_of_the_round() -> None:
    game = step("jp").play("jp lever jp_l06")
    assert (game.bonus("us_president", "T1=1"), game.bonus("us_congress", "T1=1")) == (2, 0)


@pytest.mark.parametrize(("lever", "round_", "tariff"), [("us_l07", 2, 5), ("us_l07", 3, 5), ("us_l08", 3, 6)])
def test_what_comes_later(lever: str, round_: int, tariff: int) -> None:
    game = step("us").play(f"us lever {lever}").to("draw", 5)
    assert game.by(lever, round_)["m_tariff"] == tariff


def test_a_steel_review_without_a_step() -> None:
    assert step("us").play("us lever us_l11").to("draw", 2).by("us_l11")["m_fdi"] == -3


def test_conditions_without_a_package() -> None:
    assert step("jp").play("jp lever jp_l01 T1").to("draw", 2).by("jp_l01")["m_us_support"] == -2
