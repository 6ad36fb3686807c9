"""What every event card does and when it may come, as the brief of the game gives it; nothing here is read from the rule files."""

from __future__ import annotations

import pytest

from tests.rulebook.harness import Table, table

pytestmark = pytest.mark.data

UNSOFTENED = {"m_fdi": 19}  # less than 20: no rise of tariffs is softened


def played(card: str, **start: int) -> Table:
    """A card is played in round 2; its numbers are not softened."""
    return table(round_=2, news={2: card}, start=UNSOFTENED | start)


EFFECTS = [
    ("ev01", {"m_cabinet": -1}),
    ("ev02", {"m_cohesion": -1}),
    ("ev03", {"m_cohesion": -2, "m_momentum": -2}),
    ("ev04", {"m_tariff": 8, "m_momentum": -5, "m_cabinet": -2, "m_unpredict": 2}),
    ("ev05", {"m_tariff": -6, "m_momentum": 2}),
    ("ev06", {"m_tariff": 5, "jp_business": -3, "us_importers": -2, "us_industry": 2}),
    ("ev07", {"jp_business": -3, "m_cabinet": -2, "jp.capital": 1}),
    ("ev08", {"m_fdi": 4, "us_congress": 2, "m_us_support": 1}),
    ("ev09", {"m_protection": 3, "us_base": -2}),
    ("ev10", {"us_industry": 1}),
    ("ev11", {"us_industry": -3, "m_fdi": -1}),
    ("ev12", {"m_regional": 2, "m_deterrence": 1}),
    ("ev13", {"m_goods": -4, "m_regional": -2}),
    ("ev14", {}),
    ("ev15", {"m_regional": 2}),
    ("ev16", {"m_order": -2, "m_regional": -2}),
    ("ev17", {"m_order": 3, "m_regional": 2}),
    ("ev18", {"m_order": -4, "m_cohesion": -2}),
    ("ev19", {}),
    ("ev20", {"m_resource": 1}),
    ("ev21", {"m_resource": -5, "m_cabinet": -1}),
    ("ev22", {"m_resource": -5}),
    ("ev23", {}),
    ("ev24", {}),
    ("ev25", {"m_deterrence": -2}),
    ("ev26", {"m_deterrence": 3, "m_cohesion": 2}),
    ("ev27", {"m_deterrence": 3, "m_cohesion": 2}),
    ("ev28", {"jp_bases": -4, "m_cabinet": -1}),
    ("ev29", {"m_deterrence": -4}),
    ("ev30", {"m_deterrence": -3, "m_cohesion": 1}),
    ("ev31", {"m_deterrence": -4, "m_regional": -2, "us_security": 2}),
    ("ev32", {}),
    ("ev33", {"m_leader_trust": -9, "m_cabinet": 15, "m_diet": 4, "m_momentum": -3}),
    ("ev34", {"us_importers": -3, "m_us_support": -3}),
    ("ev35", {"m_tariff": -8, "m_unpredict": 4, "us_l01.credibility": -25}),
    ("ev36", {"m_tariff": 4, "m_fdi": -1}),
    ("ev37", {"m_momentum": -2, "us.capital": 1}),
    ("ev38", {"m_deterrence": 3, "m_regional": 3, "post_partners": 1}),
]


@pytest.mark.parametrize(("card", "effect"), EFFECTS)
def test_what_a_card_does_at_once(card: str, effect: dict[str, int]) -> None:
    assert played(card).by(card) == effect


def test_every_card_of_the_deck_is_here() -> None:
    assert [card for card, _ in EFFECTS] == [event.id for event in table().scenario.events]


@pytest.mark.parametrize(
    ("card", "demand"),
    [("ev01", "D1=4"), ("ev02", "D2=2"), ("ev03", "D3=2"), ("ev09", "T2=1")],
)
def test_what_a_card_asks(card: str, demand: str) -> None:
    assert played(card).demands["pd1"] == (demand, 5)


def test_one_level_more_than_in_force() -> None:
    assert played("ev09", T2=2).demands["pd1"] == ("T2=3", 5)


@pytest.mark.parametrize(("card", "clues"), [("ev37", 1), ("ev01", 0)])
def test_a_card_may_bring_a_clue(card: str, clues: int) -> None:
    assert len(played(card).clues("jp")) == 2 + clues


@pytest.mark.parametrize(
    ("card", "group", "package", "bonus"),
    [
        ("ev13", "jp_public", "F3=1", 1),
        ("ev23", "us_congress", "D4=1", 2),
        ("ev23", "us_security", "D4=1", 3),
        ("ev30", "jp_public", "D1=1", 2),
        ("ev32", "jp_coalition", "D1=1", -2),
        ("ev32", "jp_coalition", "D2=1", -2),
        ("ev32", "jp_coalition", "D3=1", -2),
        ("ev32", "jp_coalition", "D4=1", -2),
        ("ev32", "jp_coalition", "T2=1", -2),
        ("ev32", "jp_opposition", "D1=1", -2),
        ("ev32", "jp_opposition", "D1=1 D2=1 D3=1 D4=1 T2=1", -10),
        ("ev32", "jp_opposition", "T1=1 T4=1 F4=2", 0),
        ("ev32", "jp_business", "D4=1", 0),
    ],
)
def test_what_a_card_adds_to_votes(card: str, group: str, package: str, bonus: int) -> None:
    assert played(card).bonus(group, package) == bonus


@pytest.mark.parametrize(
    ("card", "group", "package", "bonus"),
    [
        ("ev13", "jp_public", "F3=1", 1),
        ("ev23", "us_security", "D4=1", 3),
        ("ev30", "jp_public", "D1=1", 2),
        ("ev32", "jp_coalition", "D1=1", 0),
    ],
)
def test_what_it_adds_four_rounds_later(card: str, group: str, package: str, bonus: int) -> None:
    assert played(card).to("offers", 6).bonus(group, package) == bonus


@pytest.mark.parametrize(("d2", "effect"), [(0, {"jp_bases": -4, "m_cabinet": -1}), (1, {}), (2, {"jp_bases": -4, "m_cabinet": -1})])
def test_an_accident_near_a_base_is_answered_by_facilities(d2: int, effect: dict[str, int]) -> None:
    assert played("ev28", D2=d2).by("ev28") == effect


@pytest.mark.parametrize(("f4", "loss"), [(0, -4), (1, -4), (2, -2), (3, -2)])
def test_clear_words_halve_the_pressure_at_sea(f4: int, loss: int) -> None:
    assert played("ev29", F4=f4).by("ev29") == {"m_deterrence": loss}


@pytest.mark.parametrize(
    ("card", "loss"),
    [
        ("ev29", {"m_deterrence": -8}),
        ("ev30", {"m_deterrence": -6, "m_cohesion": 1}),
        ("ev31", {"m_deterrence": -8, "m_regional": -4, "us_security": 2}),
    ],
)
def test_with_low_deterrence_every_loss_on_the_crisis_cards_doubles(card: str, loss: dict[str, int]) -> None:
    assert played(card, m_deterrence=39).by(card) == loss
    assert played(card, m_deterrence=44).by(card) == dict(EFFECTS)[card]


def test_it_is_read_for_each_loss_by_itself() -> None:
    assert played("ev31", m_deterrence=42).by("ev31") == {"m_deterrence": -4, "m_regional": -4, "us_security": 2}


def test_with_low_deterrence_other_cards_stay_as_they_are() -> None:
    assert played("ev25", m_deterrence=20).by("ev25") == {"m_deterrence": -2}


@pytest.mark.parametrize("card", ["ev21", "ev22"])
@pytest.mark.parametrize(("resource", "loss"), [(59, -5), (60, -3)])
def test_reserves_soften_a_shortage(card: str, resource: int, loss: int) -> None:
    assert played(card, m_resource=resource).by(card)["m_resource"] == loss


@pytest.mark.parametrize(("trust", "moved"), [(30, 21), (90, -39)])
def test_a_new_leader_begins_with_a_trust_of_50(trust: int, moved: int) -> None:
    assert played("ev33", m_leader_trust=trust).by("ev33")["m_leader_trust"] == moved


CONDITIONS = [
    ("ev01", 5, {}, True),
    ("ev01", 6, {}, False),
    ("ev02", 5, {}, True),
    ("ev02", 6, {}, False),
    ("ev03", 1, {"D3": 0}, True),
    ("ev03", 1, {"D3": 1}, False),
    ("ev06", 1, {"T1": 1}, True),
    ("ev06", 1, {"T1": 2}, False),
    ("ev07", 1, {"m_tariff": 59}, True),
    ("ev07", 1, {"m_tariff": 58}, False),
    ("ev08", 1, {"m_fdi": 50}, True),
    ("ev08", 1, {"m_fdi": 49}, False),
    ("ev09", 2, {}, True),
    ("ev09", 1, {}, False),
    ("ev10", 2, {"T3": 0}, True),
    ("ev10", 1, {"T3": 0}, False),
    ("ev10", 2, {"T3": 1}, False),
    ("ev11", 1, {"T3": 2}, True),
    ("ev11", 1, {"T3": 3}, False),
    ("ev12", 1, {"F1": 1}, True),
    ("ev12", 1, {"F1": 0}, False),
    ("ev13", 1, {"F3": 1}, True),
    ("ev13", 1, {"F3": 2}, False),
    ("ev14", 1, {"m_goods": 47}, True),
    ("ev14", 1, {"m_goods": 48}, False),
    ("ev15", 2, {}, True),
    ("ev15", 1, {}, False),
    ("ev16", 1, {"F2": 1}, True),
    ("ev16", 1, {"F2": 2}, False),
    ("ev17", 1, {"F4": 2}, True),
    ("ev17", 1, {"F4": 1}, False),
    ("ev18", 2, {}, True),
    ("ev18", 1, {}, False),
    ("ev19", 1, {"F4": 2}, True),
    ("ev19", 1, {"F4": 3}, False),
    ("ev20", 1, {"T4": 2}, True),
    ("ev20", 1, {"T4": 3}, False),
    ("ev21", 1, {}, True),
    ("ev22", 2, {}, True),
    ("ev22", 1, {}, False),
    ("ev23", 1, {"D4": 2}, True),
    ("ev23", 1, {"D4": 3}, False),
    ("ev24", 2, {}, True),
    ("ev24", 1, {}, False),
    ("ev25", 1, {"D4": 3}, True),
    ("ev25", 1, {"D4": 4}, False),
    ("ev26", 2, {"D3": 0}, True),
    ("ev26", 3, {"D3": 0}, False),
    ("ev26", 3, {"D3": 1}, True),
    ("ev27", 1, {"D3": 2}, True),
    ("ev27", 1, {"D3": 1}, False),
    ("ev28", 1, {}, True),
    ("ev29", 1, {}, True),
    ("ev30", 1, {}, True),
    ("ev31", 3, {}, True),
    ("ev31", 2, {}, False),
    ("ev33", 1, {"m_cabinet": 20}, True),
    ("ev33", 1, {"m_cabinet": 21}, False),
    ("ev33", 5, {"m_cabinet": 30}, True),
    ("ev33", 5, {"m_cabinet": 31}, False),
    ("ev33", 4, {"m_cabinet": 30}, False),
    ("ev34", 1, {"m_tariff": 69}, True),
    ("ev34", 1, {"m_tariff": 68}, False),
    ("ev35", 5, {}, True),
    ("ev35", 4, {}, False),
    ("ev36", 1, {"m_protection": 64}, True),
    ("ev36", 1, {"m_protection": 63}, False),
    ("ev37", 3, {}, True),
    ("ev37", 2, {}, False),
    ("ev38", 1, {"post_partners": 3}, True),
    ("ev38", 1, {"post_partners": 2}, False),
]


@pytest.mark.parametrize(("card", "round_", "start", "comes"), CONDITIONS)
def test_when_a_card_may_come(card: str, round_: int, start: dict[str, int], comes: bool) -> None:
    assert (table(round_=round_, start=start, pile=(card,)).played(card) == round_) is comes


def test_the_pause_of_ninety_days_follows_the_reciprocal_rates() -> None:
    assert table(pile=("ev05",)).to("draw", 3).played("ev05") == 0
    assert table(pile=("ev05",), news={1: "ev04"}).to("draw", 3).played("ev05") == 2


@pytest.mark.parametrize(
    ("tag", "cards"),
    [
        ("pressure", "ev01 ev02 ev03 ev04 ev06 ev09 ev36"),
        ("chance", "ev05 ev08 ev10 ev20 ev23 ev24 ev26 ev27"),
        ("home", "ev07 ev11 ev28 ev32 ev33"),
        ("region", "ev12 ev14 ev15 ev29 ev30 ev31 ev38"),
        ("order", "ev13 ev16 ev17 ev18 ev19"),
        ("world", "ev21 ev22 ev25 ev34 ev35 ev37"),
    ],
)
def test_tags(tag: str, cards: str) -> None:
    assert [event.id for event in table().scenario.events if event.tag == tag] == cards.split()


def test_each_issue_is_touched_by_a_card_or_a_demand() -> None:
    scenario = table().scenario
    asked = {scenario.issues[card.issue].id for card in scenario.demands}
    read = " ".join(formula.text for formula in scenario.formulas.values() if formula.owner.startswith("ev"))
    assert asked | {issue.id for issue in scenario.issues if issue.id in read} == {issue.id for issue in scenario.issues}
