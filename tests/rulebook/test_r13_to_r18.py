"""R13 to R18: public goods, what joint work buys, investment, trades across tracks, dry rounds, and broken levels."""

from __future__ import annotations

import pytest

from tests.rulebook.harness import Table, table
from tests.rulebook.quoted import R13, R14, R15, R16, R17, R18


@pytest.mark.claim(41)
@R13
@pytest.mark.parametrize(("f3", "f1", "drift"), [(0, 1, -2), (1, 2, -2), (2, 2, -1), (1, 3, -1), (2, 3, 0), (4, 4, 0)])
def test_r13_public_goods_fall_more_slowly_with_aid_or_a_balanced_quad(f3: int, f1: int, drift: int) -> None:
    assert table(start={"F3": f3, "F1": f1}).by("m_goods").get("m_goods", 0) == drift


def work_done(initiative: str, card: str, **start: int) -> Table:
    """The initiative is completed in round 2 with one demand open; Japan has the word."""
    game = table(start=start, hand={1: (card, card, card), 2: ("dm10",) * 3}, turned_up={1: initiative})
    game.play(f"us demand {card}").to("opening").play(f"jp initiative {initiative}", f"us agree {initiative}")
    return game.to("choice")


@pytest.mark.claim(52)
@R14
@pytest.mark.parametrize(
    ("initiative", "card", "start"),
    [
        ("in02", "dm08", {"T4": 2}),  # energy: trade
        ("in04", "dm08", {"F1": 2}),  # minerals: trade
        ("in10", "dm08", {}),  # technology: trade
        ("in06", "dm03", {"D4": 2}),  # yards: defense
        ("in09", "dm03", {"D4": 1}),  # defense industry: defense
        ("in16", "dm13", {"F1": 3, "D4": 1}),  # public goods: region
    ],
)
def test_r14_a_completed_initiative_puts_off_a_demand_of_its_track(initiative: str, card: str, start: dict[str, int]) -> None:
    game = work_done(initiative, card, **start)
    asked, due = game.demands[card]
    game.play(f"jp postpone {card}")
    assert game.demands[card] == (asked, due + 1)


@R14
@pytest.mark.parametrize(
    ("initiative", "card", "start"), [("in10", "dm03", {}), ("in09", "dm08", {"D4": 1}), ("in09", "dm13", {"F1": 3, "D4": 1})]
)
def test_r14_a_demand_of_another_track_stays(initiative: str, card: str, start: dict[str, int]) -> None:
    assert work_done(initiative, card, **start).says(f"jp postpone {card}") == "no-such-demand"


@R14
def test_r14_it_may_be_left_unused() -> None:
    game = work_done("in10", "dm08")
    assert game.play("jp postpone none").demands["dm08"] == ("T2=3", 4)


@R14
def test_r14_the_choice_is_japans() -> None:
    assert work_done("in10", "dm08").says("us postpone dm08") == "not-your-turn"


@R14
def test_r14_the_demand_is_not_cancelled() -> None:
    game = work_done("in10", "dm08").play("jp postpone dm08").to("draw", 6)
    assert game.by("dm08", 4) == {}
    assert game.by("dm08", 5)["m_tariff"] == 2


@pytest.mark.claim(33)
@pytest.mark.claim(34)
@R15
@pytest.mark.parametrize(("fdi", "cohesion"), [(70, 1), (69, 0), (40, 0), (39, -1)])
def test_r15_investment_carries_cohesion_in_even_rounds(fdi: int, cohesion: int) -> None:
    game = table().to("offers", 2).put({"m_fdi": fdi}).to("draw", 3)
    assert game.by("R15").get("m_cohesion", 0) == cohesion


@R15
@pytest.mark.parametrize("fdi", [90, 10])
def test_r15_odd_rounds_bring_nothing(fdi: int) -> None:
    assert table(start={"m_fdi": fdi}).to("draw", 2).by("R15") == {}


@R16
@pytest.mark.parametrize(("package", "gains"), [("D2=1 T1=1", 1), ("D2=1 T1=1 F4=2", 1), ("T1=1 T2=1", 0), ("D2=1", 0)])
def test_r16_a_ratified_package_on_two_tracks_gives_each_side_one_capital(package: str, gains: int) -> None:
    paid = {"us.capital": 1, "jp.capital": 1} if gains else {}
    assert table().pass_(package).by("R16") == paid


@R16
def test_r16_an_issue_named_at_its_level_in_force_does_not_count() -> None:
    assert table().pass_("T1=1 F4=1").by("R16") == {}


@R16
def test_r16_a_package_that_fails_gives_nothing() -> None:
    game = table(start={"jp_coalition": 10}).vote("D2=1 T1=1")
    assert game.votes_held == 1
    assert game.by("R16") == {}


@R16
def test_r16_the_vote_is_on_the_whole() -> None:
    game = table(start={"jp_opposition": 20}).vote("D2=1 T1=1 F4=2")
    assert (game["D2"], game["T1"], game["F4"]) == (0, 0, 1)


@R16
def test_r16_a_move_without_a_vote_gives_nothing() -> None:
    game = table().to("closing").play("jp decide D2=1", "jp done").play("us decide T1=1").to("draw", 2)
    assert (game["D2"], game["T1"]) == (1, 1)
    assert game.by("R16") == {}


@R17
def test_r17_after_three_rounds_without_a_package_momentum_and_the_region_fall_and_tariffs_rise() -> None:
    game = table(start={"m_fdi": 0})
    assert game.to("draw", 3)["dry_rounds"] == 2
    assert game.to("draw", 4).by("R17") == {"m_momentum": -5, "m_tariff": 3, "m_regional": -1, "dry_rounds": -3}


@R17
def test_r17_the_count_starts_again() -> None:
    game = table().to("end")
    assert [number for number in range(1, 9) if "m_momentum" in game.by("R17", number)] == [3, 6]


@R17
def test_r17_a_ratified_package_starts_the_count_again() -> None:
    game = table().to("offers", 2).pass_("T1=1").to("end")
    assert [number for number in range(1, 9) if "m_momentum" in game.by("R17", number)] == [5, 8]


@R17
def test_r17_a_failed_vote_does_not() -> None:
    game = table(start={"jp_coalition": 10}).to("offers", 2).vote("T1=1").to("draw", 4)
    assert "m_momentum" in game.by("R17", 3)


@R17
def test_r17_a_move_without_a_vote_does_not() -> None:
    game = table().to("closing", 2).play("us decide T1=1").to("draw", 4)
    assert "m_momentum" in game.by("R17", 3)


@R17
def test_r17_partners_8_spares_the_region() -> None:
    game = table(start={"post_partners": 8}).to("draw", 4)
    assert "m_regional" not in game.by("R17", 3)
    assert game.by("R17", 3)["m_momentum"] == -5


def before_the_closing(**start: int) -> Table:
    """The closing of Talks in round 2: the US side has the word, then Japan."""
    return table(round_=2, start={"us.capital": 6, "jp.capital": 6} | start).to("closing")


@R18
def test_r18_a_broken_level_costs_three_and_trust_at_once_and_falls_in_resolve() -> None:
    game = before_the_closing(T1=2)
    effect = game.effect_of("us reopen T1=1")
    levers = {name: -10 for name in effect if name.endswith(".credibility")}
    assert effect == {"us.capital": -3, "m_leader_trust": -8, "m_unpredict": 5} | levers
    assert sorted(levers) == [f"us_l{number}.credibility" for number in ("01", "02", "03", "04", "05", "06", "07", "11")]
    assert game["T1"] == 2
    assert game.to("draw", 3)["T1"] == 1


@R18
def test_r18_the_other_sides_levers_keep_their_credibility() -> None:
    game = before_the_closing(D2=1)
    effect = game.play("us done").effect_of("jp reopen D2=0")
    assert sorted(name for name in effect if name.endswith(".credibility")) == [
        "jp_l01.credibility",
        "jp_l08.credibility",
        "jp_l09.credibility",
        "jp_l10.credibility",
    ]


@R18
def test_r18_it_takes_the_place_of_the_move_of_the_round() -> None:
    assert before_the_closing(T1=2).play("us reopen T1=1").says("us decide F1=2") == "move-used"
    assert before_the_closing(T1=2).play("us decide T1=3").says("us reopen F4=0") == "move-used"


@R18
def test_r18_one_level_only_and_only_against_the_other_side() -> None:
    game = before_the_closing(T1=2)
    assert game.says("us reopen T1=0") == "one-level-only"
    assert game.says("us reopen T1=3") == "not-against-them"
    assert game.says("us reopen T1=1") == "allowed"


@R18
def test_r18_only_what_is_ones_own_to_give() -> None:
    assert before_the_closing(D2=1).says("us reopen D2=0") == "not-yours-to-move"
    assert before_the_closing(T1=1).play("us done").says("jp reopen T1=0") == "not-yours-to-move"


@R18
def test_r18_it_is_paid_with_three() -> None:
    game = before_the_closing(T1=2).put({"us.capital": 2})
    assert game.says("us reopen T1=1") == "no-capital"
    assert game.put({"us.capital": 3}).says("us reopen T1=1") == "allowed"


@R18
def test_r18_a_package_may_lower_a_level_too() -> None:
    game = table(start={"D2": 2}).to("offers")
    assert game.says("jp offer D2=1") == "allowed"
